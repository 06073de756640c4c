//! Opening: each owner's papers and each lane are a batch of their own, checked by the gate and by nothing less.

use crate::pouch::{Pouch, Sent, World};
use crate::receipt::{Fork, Held, Place, Receipt, Refused, Why};
use ledger::canonical;
use ledger::content::{Body, Content, Erasure};
use ledger::entry::{Batch, Entry, What};
use ledger::gate::From;
use ledger::id::{ActId, Hash, OwnerId, RecordId};
use ledger::owner::{Genesis, Hosting};
use ledger::time::Stamp;
use ledger::version::{Header, Lane, read_header};
use ledger::view::{AsOf, View};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use store::{Store, StoreError};

/// Why a pouch was not opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// The store cannot be read or written. What was taken until then stays; the pouch can be opened again.
    Store(StoreError),
    /// The pouch is for another party than the one whose view this is.
    NotForThisParty,
}

impl std::convert::From<StoreError> for OpenError {
    fn from(error: StoreError) -> Self {
        OpenError::Store(error)
    }
}

/// Opens a pouch into a store, and says what became of it. `view` is the receiving party's own as of now, over what
/// the store held before; `seen` is the receiving node's clock. A pouch opened twice does nothing the second time.
///
/// # Errors
/// If the pouch is for somebody else, or the store fails.
pub fn open(store: &dyn Store, view: &View<'_>, pouch: &Pouch, seen: Stamp) -> Result<Receipt, OpenError> {
    if view.reader().acts_for != Some(pouch.to) || view.as_of() != AsOf::Now {
        return Err(OpenError::NotForThisParty);
    }
    let mut opening = Opening::new(store, view, pouch, seen);
    for (owner, papers) in &pouch.papers {
        opening.papers(*owner, papers)?;
    }
    for sent in &pouch.lanes {
        opening.lane(sent)?;
    }
    opening.finish().map_err(OpenError::Store)
}

struct Opening<'a> {
    store: &'a dyn Store,
    view: &'a View<'a>,
    pouch: &'a Pouch,
    seen: Stamp,
    /// The versions of the sent lanes that are held, by number.
    held: HashMap<Lane, BTreeMap<u64, Hash>>,
    /// What the erasures name that were taken.
    erased: BTreeSet<Hash>,
    forks: Vec<Fork>,
    refused: Vec<Refused>,
}

impl<'a> Opening<'a> {
    fn new(store: &'a dyn Store, view: &'a View<'a>, pouch: &'a Pouch, seen: Stamp) -> Self {
        let mut held: HashMap<Lane, BTreeMap<u64, Hash>> =
            pouch.lanes.iter().map(|sent| (sent.lane, BTreeMap::new())).collect();
        let headers = pouch.lanes.iter().flat_map(|sent| sent.versions.first());
        let headers = headers.filter_map(|version| read_header(&version.bytes));
        let records: HashSet<RecordId> = headers.map(|header| header.record).collect();
        for (record, facts) in view.versions().filter(|(record, _)| records.contains(record)) {
            if let Some(held) = held.get_mut(&Lane::of(record, &facts.audience)) {
                held.insert(facts.no, facts.hash);
            }
        }
        let (erased, forks, refused) = (BTreeSet::new(), Vec::new(), Vec::new());
        Opening { store, view, pouch, seen, held, erased, forks, refused }
    }

    fn papers(&mut self, owner: OwnerId, papers: &[Entry]) -> Result<(), StoreError> {
        let place = Place::Papers(owner);
        let mut batch = Vec::new();
        for paper in papers {
            match self.check_paper(owner, paper) {
                Ok(()) => batch.push(paper.clone()),
                Err(why) => {
                    self.refuse(place, paper, why);
                    break;
                }
            }
        }
        self.append(place, batch)?;
        Ok(())
    }

    fn check_paper(&self, owner: OwnerId, paper: &Entry) -> Result<(), Why> {
        let genesis: Option<Genesis> = canonical::read(&paper.bytes).filter(|_| paper.what == What::Genesis);
        let hosting: Option<Hosting> = canonical::read(&paper.bytes).filter(|_| paper.what == What::Hosting);
        let whose = genesis.as_ref().map(|_| paper.hash()).or(hosting.map(|hosting| hosting.owner));
        if whose != Some(owner) {
            return Err(Why::OtherOwner);
        }
        match genesis.is_some_and(|genesis| World::of(genesis.origin) != self.pouch.world) {
            true => Err(Why::OtherWorld),
            false => Ok(()),
        }
    }

    fn lane(&mut self, sent: &Sent) -> Result<(), StoreError> {
        let place = Place::Lane(sent.lane);
        let (mut batch, mut headers) = (Vec::new(), Vec::new());
        for version in &sent.versions {
            match self.check_version(sent.lane, version) {
                Ok(header) => {
                    let content = header.content.and_then(|content| self.pouch.contents.get(&content));
                    batch.push(Entry { content: content.cloned(), ..version.clone() });
                    headers.push((version.hash(), header));
                }
                Err(why) => {
                    self.refuse(place, version, why);
                    break;
                }
            }
        }
        let taken = self.append(place, batch)?;
        headers.into_iter().take(taken).for_each(|(hash, header)| self.note(sent.lane, hash, &header));
        Ok(())
    }

    /// What the gate cannot know: that the version is of this lane, of this world, and for this party.
    fn check_version(&self, lane: Lane, version: &Entry) -> Result<Header, Why> {
        let header = read_header(&version.bytes).filter(|_| version.what == What::Version);
        let header = header.filter(|header| header.lane() == lane).ok_or(Why::OtherLane)?;
        if World::of(header.origin) != self.pouch.world {
            return Err(Why::OtherWorld);
        }
        match header.audience.admits(header.owner, self.view.reader()) {
            true => Ok(header),
            false => Err(Why::NotForUs),
        }
    }

    /// Hands in a batch; where the gate bars one, those before it. Says how many were taken.
    fn append(&mut self, place: Place, mut entries: Vec<Entry>) -> Result<usize, StoreError> {
        while !entries.is_empty() {
            let batch = Batch { act: act_of(&entries), seen: self.seen, entries: entries.clone() };
            match self.store.append(None, From::Elsewhere, batch) {
                Ok(_) => return Ok(entries.len()),
                Err(StoreError::Barred { index, barred }) if index < entries.len() => {
                    self.refuse(place, &entries[index], Why::Barred(barred));
                    entries.truncate(index);
                }
                Err(error) => return Err(error),
            }
        }
        Ok(0)
    }

    /// Notes a version that was taken: as the lane's next, as held already, or as evidence of a fork.
    fn note(&mut self, lane: Lane, hash: Hash, header: &Header) {
        let held = self.held.entry(lane).or_default();
        if *held.entry(header.no).or_insert(hash) != hash {
            self.forks.push(Fork { lane, no: header.no, came: hash });
        } else if header.kind.as_str() == Erasure::KIND {
            let bytes = header.content.and_then(|content| self.pouch.contents.get(&content));
            let erasure: Option<Content<Erasure>> = bytes.and_then(|bytes| canonical::read(bytes));
            self.erased.extend(erasure.map(|erasure| erasure.body.content));
        }
    }

    fn refuse(&mut self, place: Place, entry: &Entry, why: Why) {
        self.refused.push(Refused { place, entry: entry.hash(), why });
    }

    fn finish(self) -> Result<Receipt, StoreError> {
        let last =
            |held: BTreeMap<u64, Hash>| held.last_key_value().map(|(no, hash)| Held { no: *no, hash: *hash });
        let held = self.held.into_iter().filter_map(|(lane, held)| Some((lane, last(held)?))).collect();
        let mut dropped = Vec::new();
        for content in self.erased {
            if self.store.content(content)?.is_none() {
                dropped.push(content);
            }
        }
        Ok(Receipt { by: self.pouch.to, held, dropped, forks: self.forks, refused: self.refused })
    }
}

/// The act under which entries are handed in: it follows from them, so that the same ones do nothing twice.
fn act_of(entries: &[Entry]) -> ActId {
    #[derive(Serialize)]
    struct Opened {
        tamga: &'static str,
        entries: Vec<Hash>,
    }
    let opened = Opened { tamga: "opened/1", entries: entries.iter().map(Entry::hash).collect() };
    let mut bits = [0; 16];
    bits.copy_from_slice(&Hash::of(&canonical::bytes(&opened)).as_bytes()[..16]);
    ActId::from_chance(bits)
}
