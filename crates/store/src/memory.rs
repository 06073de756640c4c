//! The plain model: vectors and maps. It judges the other stores, and serves tests and rehearsals.

use crate::store::{Outcome, Store, StoreError, Ticket};
use ledger::entry::{Batch, Entry, What};
use ledger::gate::From;
use ledger::holding::Holding;
use ledger::id::{ActId, Hash};
use ledger::journal::{Head, Line, checkpoint};
use ledger::key::SecretKey;
use ledger::order::frozen;
use ledger::time::Stamp;
use ledger::verify::{Inspection, Inspector, Kept};
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
    contents: HashMap<Hash, Option<Box<[u8]>>>,
    acts: HashSet<ActId>,
    head: Head,
    seen: Option<Stamp>,
    checkpoint: Option<(u64, Vec<u8>, Vec<u8>)>,
    closed: bool,
}

struct Stored {
    kept: Kept,
    /// The content that the entry was the first to bring.
    brought: Option<Hash>,
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
        if inner.closed {
            return Err(StoreError::Closed);
        }
        if inner.acts.contains(&batch.act) {
            return Ok(Outcome::AlreadyDone);
        }
        if expected.is_some_and(|expected| expected != inner.head.n) {
            return Ok(Outcome::Stale { head: inner.head });
        }
        let mut holding = inner.holding();
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
        inner.erase(&holding);
        inner.checkpoint = checkpoint(inner.head, seen, &self.node)
            .map(|(bytes, signature)| (inner.head.n, bytes, signature.bytes()));
        Ok(Outcome::Appended { head: inner.head, forks })
    }
}

impl Inner {
    /// What is held, rebuilt from the entries: slow and plainly right.
    fn holding(&self) -> Holding {
        let mut holding = Holding::default();
        for (hash, bytes) in &self.contents {
            if bytes.is_none() {
                holding.know_erased(*hash);
            }
        }
        for stored in &self.entries {
            // Held entries passed this gate before.
            let _ = holding.accept(&self.whole(stored).entry, From::Elsewhere);
        }
        holding
    }

    fn keep(&mut self, entry: Entry, act: ActId, seen: Stamp) {
        let line = Line::after(self.head, entry.what, entry.hash(), &entry.signature, act, seen);
        self.head = line.head();
        let head = self.head.hash.unwrap_or(Hash::of(b""));
        let Entry { what, bytes, signature, content } = entry;
        let named = content.as_deref().map(Hash::of);
        let first = named.filter(|hash| !self.contents.contains_key(hash));
        if let (Some(hash), Some(content)) = (first, content) {
            self.contents.insert(hash, Some(content));
        }
        let entry = Entry { what, bytes, signature, content: None };
        let kept = Kept { n: self.head.n, seen, act, head, entry, erased: None };
        self.entries.push(Stored { kept, brought: first });
        self.acts.insert(act);
        self.seen = Some(seen);
    }

    fn erase(&mut self, holding: &Holding) {
        let named: Vec<Hash> =
            self.entries.iter().filter_map(|stored| content_of(&stored.kept.entry)).collect();
        for hash in named {
            if holding.was_erased_by_record(hash) {
                self.contents.insert(hash, None);
            }
        }
    }

    /// The entry with the content it brought, or the word that it is erased.
    fn whole(&self, stored: &Stored) -> Kept {
        let Kept { n, seen, act, head, entry, .. } = &stored.kept;
        let content = stored.brought.and_then(|hash| self.contents.get(&hash).cloned().flatten());
        let erased = content_of(entry).filter(|hash| matches!(self.contents.get(hash), Some(None)));
        Kept { n: *n, seen: *seen, act: *act, head: *head, entry: Entry { content, ..entry.clone() }, erased }
    }
}

fn content_of(entry: &Entry) -> Option<Hash> {
    let versions = matches!(entry.what, What::Version | What::Fork);
    versions
        .then(|| ledger::version::read_header(&entry.bytes))
        .flatten()
        .and_then(|header: Header| header.content)
}

impl Store for Memory {
    fn head(&self) -> Result<Head, StoreError> {
        Ok(self.inner().head)
    }

    fn submit(&self, expected: Option<u64>, from: From, batch: Batch) -> Ticket {
        Ticket::answered(self.try_append(expected, from, batch))
    }

    fn since(&self, cursor: u64, each: &mut dyn FnMut(Kept)) -> Result<(), StoreError> {
        let inner = self.inner();
        inner
            .entries
            .iter()
            .filter(|stored| stored.kept.n > cursor)
            .for_each(|stored| each(inner.whole(stored)));
        Ok(())
    }

    fn content(&self, content: Hash) -> Result<Option<Box<[u8]>>, StoreError> {
        Ok(self.inner().contents.get(&content).cloned().flatten())
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
