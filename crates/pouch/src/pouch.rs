//! The pouch: papers, lanes and contents, in an order that follows from themselves alone.

use ledger::entry::Entry;
use ledger::id::{Hash, OwnerId};
use ledger::owner::Origin;
use ledger::version::Lane;
use std::collections::BTreeMap;

/// What one node sends to one party.
///
/// Nothing in it tells of what the party may not read: lanes are sorted by their names, versions by their numbers,
/// and neither the journal's positions nor the moments at which the sender saw anything are in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pouch {
    /// The party it is for.
    pub to: OwnerId,
    /// Whether it is of the world or of an exercise.
    pub world: World,
    /// The geneses and hostings of each owner whose lanes are in it, genesis first, then hostings by number.
    pub papers: BTreeMap<OwnerId, Vec<Entry>>,
    /// The lanes: erasures first, then the others, each sorted by name.
    pub lanes: Vec<Sent>,
    /// The contents that its versions name, once each, unless they were erased.
    pub contents: BTreeMap<Hash, Box<[u8]>>,
}

/// The versions of one lane from some number on, without gaps. Their contents are in the pouch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The lane.
    pub lane: Lane,
    /// Its versions, in the order of their numbers.
    pub versions: Vec<Entry>,
}

/// Exercises and the rest never travel together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum World {
    /// What was written as it happened, or compiled from sources.
    Real,
    /// Fiction, for training.
    Exercise,
}

impl World {
    /// The world to which records of that origin belong.
    pub fn of(origin: Origin) -> Self {
        match origin {
            Origin::Real | Origin::Reconstruction => World::Real,
            Origin::Exercise => World::Exercise,
        }
    }
}

impl Pouch {
    /// Whether there is nothing in it that its receiver is not known to hold.
    pub fn is_empty(&self) -> bool {
        self.lanes.is_empty()
    }
}
