//! The plain model: vectors and maps. It judges the other stores, and serves tests and rehearsals.

use crate::store::{Outcome, Store, StoreError, Ticket};
use ledger::entry::{Batch, Entry, What};
use ledger::gate::{From, Holdings};
use ledger::holding::Holding;
use ledger::id::{ActId, Hash, OwnerId};
use ledger::journal::{Head, Line, checkpoint};
use ledger::key::SecretKey;
use ledger::order::frozen;
use ledger::time::Stamp;
use ledger::verify::{Inspection, Inspector, Kept, Lent};
use ledger::version::Header;
use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A store in memory.
pub struct Memory {
    node: SecretKey,
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    entries: Vec<Stored>,
    /// What the gate asks.
    holding: Holding,
    /// The bytes by owner and hash, unless they are erased.
    contents: HashMap<(OwnerId, Hash), Box<[u8]>>,
    acts: HashSet<ActId>,
    head: Head,
    seen: Option<Stamp>,
    checkpoint: Option<(u64, Vec<u8>, Vec<u8>)>,
    closed: bool,
}

struct Stored {
    kept: Kept,
    /// The content that the entry names, with its owner.
    named: Option<(OwnerId, Hash)>,
    /// Whether it was the first to bring it.
    brought: bool,
}

impl Memory {
    /// An empty store of the node with that key.
    pub fn new(node: SecretKey) -> Self {
        Memory { node, inner: Mutex::default() }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn try_append(&self, expected: Option<u64>, from: From, batch: Batch) -> Result<Outcome, StoreError> {
        let mut inner = self.inner();
        inner.open()?;
        if inner.acts.contains(&batch.act) {
            return Ok(Outcome::AlreadyDone);
        }
        if expected.is_some_and(|expected| expected != inner.head.n) {
            return Ok(Outcome::Stale { head: inner.head });
        }
        let mut holding = inner.holding.clone();
        let mut admitted = Vec::new();
        for (index, entry) in batch.entries.into_iter().enumerate() {
            let what = holding.accept(&entry, from).map_err(|barred| StoreError::Barred { index, barred })?;
            admitted.extend(what.map(|what| Entry { what, ..entry }));
        }
        let forks = admitted.iter().filter(|entry| entry.what == What::Fork).count();
        let seen = frozen(batch.seen, inner.seen.unwrap_or(Stamp::EPOCH));
        for entry in admitted {
            inner.keep(entry, batch.act, seen);
        }
        inner.contents.retain(|(owner, content), _| !holding.is_erased(*owner, *content));
        inner.holding = holding;
        inner.checkpoint = checkpoint(inner.head, seen, &self.node)
            .map(|(bytes, signature)| (inner.head.n, bytes, signature.bytes()));
        Ok(Outcome::Appended { head: inner.head, forks })
    }
}

impl Inner {
    fn open(&self) -> Result<(), StoreError> {
        if self.closed { Err(StoreError::Closed) } else { Ok(()) }
    }

    fn keep(&mut self, entry: Entry, act: ActId, seen: Stamp) {
        let line = Line::after(self.head, entry.what, entry.hash(), &entry.signature, act, seen);
        self.head = line.head();
        let head = self.head.hash.unwrap_or(Hash::of(b""));
        let Entry { what, bytes, signature, content } = entry;
        let named = content_of(what, &bytes);
        let mut brought = false;
        if let (Some(named), Some(content)) = (named, content) {
            brought = !self.contents.contains_key(&named);
            self.contents.entry(named).or_insert(content);
        }
        let entry = Entry { what, bytes, signature, content: None };
        let kept = Kept { n: self.head.n, seen, act, head, entry, erased: None };
        self.entries.push(Stored { kept, named, brought });
        self.acts.insert(act);
        self.seen = Some(seen);
    }

    /// The entry with the content it brought, or the word that it is erased.
    fn whole(&self, stored: &Stored) -> Kept {
        let Kept { n, seen, act, head, entry, .. } = &stored.kept;
        let content = stored.named.and_then(|named| self.contents.get(&named).cloned());
        let content = content.filter(|_| stored.brought);
        let erased = stored.named.filter(|(owner, content)| self.holding.is_erased(*owner, *content));
        let erased = erased.map(|(_, content)| content);
        Kept { n: *n, seen: *seen, act: *act, head: *head, entry: Entry { content, ..entry.clone() }, erased }
    }
}

/// The content that an entry names, with its owner.
fn content_of(what: What, bytes: &[u8]) -> Option<(OwnerId, Hash)> {
    let versions = matches!(what, What::Version | What::Fork);
    let header: Option<Header> = versions.then(|| ledger::version::read_header(bytes)).flatten();
    header.and_then(|header| Some((header.owner, header.content?)))
}

impl Store for Memory {
    fn head(&self) -> Result<Head, StoreError> {
        let inner = self.inner();
        inner.open().map(|()| inner.head)
    }

    fn submit(&self, expected: Option<u64>, from: From, batch: Batch) -> Ticket {
        Ticket::answered(self.try_append(expected, from, batch))
    }

    fn since(&self, cursor: u64, each: &mut dyn FnMut(Kept)) -> Result<(), StoreError> {
        let inner = self.inner();
        inner.open()?;
        let after = inner.entries.iter().filter(|stored| stored.kept.n > cursor);
        after.for_each(|stored| each(inner.whole(stored)));
        Ok(())
    }

    fn lend(&self, cursor: u64, until: u64, each: &mut dyn FnMut(Lent<'_>)) -> Result<(), StoreError> {
        let inner = self.inner();
        inner.open()?;
        let between = inner.entries.iter().filter(|stored| (cursor + 1..=until).contains(&stored.kept.n));
        between.for_each(|stored| each(inner.whole(stored).lent()));
        Ok(())
    }

    fn content(&self, content: Hash) -> Result<Option<Box<[u8]>>, StoreError> {
        let inner = self.inner();
        inner.open()?;
        Ok(inner.contents.iter().find(|((_, hash), _)| *hash == content).map(|(_, bytes)| bytes.clone()))
    }

    fn inspect(&self) -> Result<Inspection, StoreError> {
        let mut inspector = Inspector::default();
        self.since(0, &mut |kept| inspector.read(&kept))?;
        let checkpoint = self.inner().checkpoint.clone();
        let covered = checkpoint.as_ref().map_or(0, |(n, ..)| *n);
        if let Some((n, bytes, signature)) = checkpoint {
            inspector.read_checkpoint(n, &bytes, &signature, &self.node.public());
        }
        Ok(inspector.finish(covered))
    }

    fn close(&self) -> Result<(), StoreError> {
        self.inner().closed = true;
        Ok(())
    }
}
