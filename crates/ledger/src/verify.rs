//! Checking a whole ledger: every byte of every entry, every lane, the journal and its checkpoints.
//!
//! The inspector is fed what a store holds, in the order of the journal, and names what does not fit. It trusts
//! nothing but the keys: what it finds good would be found good by anyone who reads `docs/records.md`.

use crate::entry::{Entry, What};
use crate::examine::Barred;
use crate::gate::{From, Holdings};
use crate::holding::Holding;
use crate::id::{ActId, Hash, OwnerId};
use crate::journal::{Checkpoint, Head, Line};
use crate::key::{PublicKey, Signature, Verdict};
use crate::time::Stamp;
use crate::version::read_header;
use std::collections::BTreeMap;

/// One entry as a store keeps it.
pub struct Kept {
    /// Its number in the journal.
    pub n: u64,
    /// When the node saw it.
    pub seen: Stamp,
    /// The act it came with.
    pub act: ActId,
    /// The journal's head after it, as the store says.
    pub head: Hash,
    /// The entry itself; its content only where it was first brought.
    pub entry: Entry,
    /// Whether the store says that the content it names was erased.
    pub erased: Option<Hash>,
}

impl Kept {
    /// What a register takes of it.
    pub fn lent(&self) -> Lent<'_> {
        let Kept { n, seen, act, entry: Entry { what, bytes, content, .. }, .. } = self;
        Lent { n: *n, seen: *seen, act: *act, what: *what, bytes, content: content.as_deref() }
    }
}

/// An entry as a store lends it to whoever reads it at once: nothing is copied, and what only serves to check it is
/// left out.
pub struct Lent<'a> {
    /// Its number in the journal.
    pub n: u64,
    /// When the node saw it.
    pub seen: Stamp,
    /// The act it came with.
    pub act: ActId,
    /// What it is.
    pub what: What,
    /// The signed bytes.
    pub bytes: &'a [u8],
    /// The content, where it was first brought.
    pub content: Option<&'a [u8]>,
}

/// What does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The entry would not be let in today: where, and why.
    Entry {
        /// Its number.
        n: u64,
        /// The gate's reason.
        barred: Barred,
    },
    /// An entry is missing, or out of order.
    Gap {
        /// The number that was expected.
        expected: u64,
        /// The number that was found.
        found: u64,
    },
    /// The journal's chain does not pass through this entry as the store says.
    Chain {
        /// Its number.
        n: u64,
    },
    /// The node's clock runs backwards here.
    SeenBack {
        /// Its number.
        n: u64,
    },
    /// A content is gone, and no erasure names it.
    Lost {
        /// The entry that names it.
        n: u64,
    },
    /// An erasure names a content whose bytes are still kept.
    NotErased {
        /// The content.
        content: Hash,
    },
    /// A signed checkpoint says otherwise than the journal.
    Checkpoint {
        /// The number of lines it speaks of.
        n: u64,
    },
    /// A column by which the store finds entries differs from the entry's own bytes.
    Column {
        /// The entry's number.
        n: u64,
        /// The column.
        column: &'static str,
    },
    /// The journal's end is not covered by a checkpoint.
    NoCheckpoint,
}

/// What a whole check found.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// How many entries were read.
    pub entries: u64,
    /// How many of them were versions.
    pub versions: u64,
    /// How many contents are erased, rightly.
    pub erased: u64,
    /// How many forks are kept as evidence.
    pub forks: u64,
    /// The journal's head.
    pub head: Head,
    /// What does not fit.
    pub findings: Vec<Finding>,
}

/// Reads a ledger from its first entry to its last.
#[derive(Default)]
pub struct Inspector {
    holding: Holding,
    found: Inspection,
    last_seen: Option<Stamp>,
    /// Contents that the store says are erased, and the entry that names them first.
    gone: BTreeMap<(OwnerId, Hash), u64>,
    heads: BTreeMap<u64, Hash>,
}

impl Inspector {
    /// Reads the next entry.
    pub fn read(&mut self, kept: &Kept) {
        let Kept { n, seen, act, head, entry, erased } = kept;
        self.found.entries += 1;
        if *n != self.found.head.n + 1 {
            self.find(Finding::Gap { expected: self.found.head.n + 1, found: *n });
        }
        if self.last_seen.is_some_and(|last| *seen < last) {
            self.find(Finding::SeenBack { n: *n });
        }
        let owner = erased.and_then(|_| read_header(&entry.bytes)).map(|header| header.owner);
        if let (Some(content), Some(owner)) = (*erased, owner) {
            self.gone.entry((owner, content)).or_insert(*n);
            self.holding.know_erased(owner, content);
        }
        let what = self.admit(*n, entry);
        self.last_seen = Some(*seen);
        // A damaged file may say that this entry has the number 0.
        let before = Head { n: n.saturating_sub(1), ..self.found.head };
        let line = Line::after(before, what, entry.hash(), &entry.signature, *act, *seen);
        let computed = line.head();
        if computed.hash != Some(*head) {
            self.find(Finding::Chain { n: *n });
        }
        // The chain goes on from what the store says, so that one change is named once.
        self.found.head = Head { n: *n, hash: Some(*head) };
        self.heads.insert(*n, *head);
    }

    fn admit(&mut self, n: u64, entry: &Entry) -> What {
        match self.holding.accept(entry, From::Elsewhere) {
            Ok(Some(what)) => {
                let fits = (what == What::Fork) == (entry.what == What::Fork);
                if !fits {
                    self.find(Finding::Entry { n, barred: Barred::NotNext });
                }
                self.found.versions += u64::from(entry.what == What::Version);
                self.found.forks += u64::from(entry.what == What::Fork);
            }
            Ok(None) => self.find(Finding::Entry { n, barred: Barred::NotNext }),
            Err(barred) => self.find(Finding::Entry { n, barred }),
        }
        entry.what
    }

    /// Reads a checkpoint. `node`: the key that must have signed it; all checkpoints come after the entries.
    pub fn read_checkpoint(&mut self, n: u64, bytes: &[u8], signature: &[u8], node: &PublicKey) {
        let point: Option<Checkpoint> = serde_json::from_slice(bytes).ok();
        let signed: Option<Signature> = serde_json::from_slice(signature).ok();
        let good = match (&point, &signed) {
            (Some(point), Some(signed)) => {
                let canonical = crate::canonical::bytes(point) == bytes && signed.bytes() == signature;
                let ours = signed.by() == *node && point.node == *node;
                canonical
                    && ours
                    && signed.check(bytes) == Verdict::Good
                    && point.n == n
                    && self.heads.get(&n) == Some(&point.head)
            }
            _ => false,
        };
        if !good {
            self.find(Finding::Checkpoint { n });
        }
    }

    /// What was found, once everything was read. `covered`: how far the newest checkpoint reaches.
    pub fn finish(mut self, covered: u64) -> Inspection {
        if covered != self.found.head.n {
            self.find(Finding::NoCheckpoint);
        }
        for ((owner, content), n) in std::mem::take(&mut self.gone) {
            match self.holding.is_erased(owner, content) {
                true => self.found.erased += 1,
                false => self.find(Finding::Lost { n }),
            }
        }
        for content in self.holding.brought_though_erased() {
            self.find(Finding::NotErased { content });
        }
        self.found
    }

    /// Takes in what a store found by its own means.
    pub fn find(&mut self, finding: Finding) {
        self.found.findings.push(finding);
    }
}
