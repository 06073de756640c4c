//! What is held, kept plainly in memory: the model by which stores are judged, and what `verify` rebuilds as it reads.

use crate::entry::{Entry, What};
use crate::examine::{Barred, examine};
use crate::gate::{Admitted, From, Holdings, LaneHead, admit};
use crate::id::{Hash, Kind, OwnerId, RecordId};
use crate::owner::{Genesis, Hosting};
use crate::time::Stamp;
use crate::version::{Header, Lane};
use std::collections::{HashMap, HashSet};

/// Heads, owners and contents, in plain maps.
#[derive(Default, Clone)]
pub struct Holding {
    geneses: HashMap<OwnerId, Genesis>,
    hostings: HashMap<OwnerId, Vec<(Hash, Hosting)>>,
    lanes: HashMap<Lane, LaneHead>,
    versions: HashMap<(Lane, u64), Hash>,
    records: HashMap<RecordId, (OwnerId, Kind)>,
    stamps: HashMap<OwnerId, Stamp>,
    forks: HashSet<Hash>,
    /// The contents that an owner's versions name, and whether their bytes came.
    contents: HashMap<(OwnerId, Hash), bool>,
    /// Erased by a record of their owner that says so.
    erased: HashSet<(OwnerId, Hash)>,
    /// The contents of those records.
    erasures: HashSet<(OwnerId, Hash)>,
    /// Erased as far as the store says; no record has been read yet.
    said_erased: HashSet<(OwnerId, Hash)>,
}

impl Holding {
    /// Asks the gate, and takes the entry in if it may enter. Says as what it is to be kept; `None`: held already.
    ///
    /// # Errors
    /// The gate's reason.
    pub fn accept(&mut self, entry: &Entry, from: From) -> Result<Option<What>, Barred> {
        let admitted = admit(&examine(entry)?, from, self)?;
        Ok(self.take(entry, admitted))
    }

    fn take(&mut self, entry: &Entry, admitted: Admitted) -> Option<What> {
        let hash = entry.hash();
        match admitted {
            Admitted::Held => return None,
            Admitted::Genesis(genesis) => {
                self.geneses.insert(hash, genesis);
            }
            Admitted::Hosting(hosting) => {
                self.hostings.entry(hosting.owner).or_default().push((hash, hosting))
            }
            Admitted::Version(header) => self.take_version(entry, hash, &header),
            Admitted::Erasure(header, content) => {
                self.take_version(entry, hash, &header);
                self.erased.insert((header.owner, content));
                self.erasures.extend(header.content.map(|own| (header.owner, own)));
            }
            Admitted::Fork(header) => {
                if let Some(head) = self.lanes.get_mut(&header.lane()) {
                    head.stopped = true;
                }
                self.forks.insert(hash);
                self.take_content(entry, &header);
                return Some(What::Fork);
            }
        }
        Some(entry.what)
    }

    fn take_version(&mut self, entry: &Entry, hash: Hash, header: &Header) {
        let lane = header.lane();
        let head = LaneHead { no: header.no, hash, at: header.at, stopped: false };
        self.lanes.insert(lane, head);
        self.versions.insert((lane, header.no), hash);
        self.records.entry(header.record).or_insert_with(|| (header.owner, header.kind.clone()));
        let stamp = self.stamps.entry(header.owner).or_insert(header.at);
        *stamp = header.at.max(*stamp);
        self.take_content(entry, header);
    }

    fn take_content(&mut self, entry: &Entry, header: &Header) {
        if let Some(content) = header.content {
            *self.contents.entry((header.owner, content)).or_default() |= entry.content.is_some();
        }
    }

    /// Says that a content is known although its bytes are not at hand: it was erased.
    pub fn know_erased(&mut self, owner: OwnerId, content: Hash) {
        self.said_erased.insert((owner, content));
    }

    /// The contents whose bytes came with an entry although an erasure names them, sorted.
    pub fn brought_though_erased(&self) -> Vec<Hash> {
        let brought =
            self.contents.iter().filter(|(named, brought)| **brought && self.erased.contains(*named));
        let mut found: Vec<Hash> = brought.map(|((_, content), _)| *content).collect();
        found.sort_unstable();
        found
    }

    /// The owners that are known.
    pub fn owners(&self) -> impl Iterator<Item = (&OwnerId, &Genesis)> {
        self.geneses.iter()
    }
}

impl Holdings for Holding {
    fn genesis(&self, owner: OwnerId) -> Option<Genesis> {
        self.geneses.get(&owner).cloned()
    }

    fn hostings(&self, owner: OwnerId) -> Vec<(Hash, Hosting)> {
        self.hostings.get(&owner).cloned().unwrap_or_default()
    }

    fn lane(&self, lane: Lane) -> Option<LaneHead> {
        self.lanes.get(&lane).copied()
    }

    fn version(&self, lane: Lane, no: u64) -> Option<Hash> {
        self.versions.get(&(lane, no)).copied()
    }

    fn record(&self, record: RecordId) -> Option<(OwnerId, Kind)> {
        self.records.get(&record).cloned()
    }

    fn knows_fork(&self, fork: Hash) -> bool {
        self.forks.contains(&fork)
    }

    fn knows_content(&self, owner: OwnerId, content: Hash) -> bool {
        let named = (owner, content);
        self.contents.contains_key(&named)
            || self.erased.contains(&named)
            || self.said_erased.contains(&named)
    }

    fn is_erased(&self, owner: OwnerId, content: Hash) -> bool {
        self.erased.contains(&(owner, content))
    }

    fn is_erasure(&self, owner: OwnerId, content: Hash) -> bool {
        self.erasures.contains(&(owner, content))
    }

    fn last_stamp(&self, owner: OwnerId) -> Option<Stamp> {
        self.stamps.get(&owner).copied()
    }
}
