//! The receipt: what became of a pouch. The receiver keeps it and sends it back, so that both sides are told.

use ledger::examine::Barred;
use ledger::id::{Hash, OwnerId};
use ledger::version::Lane;
use std::collections::BTreeMap;

/// What the receiver holds now, and what did not go well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The party that received it.
    pub by: OwnerId,
    /// Where each lane of the pouch stands at the receiver's now; lanes of which it holds nothing are absent.
    pub held: BTreeMap<Lane, Held>,
    /// The contents that erasures in the pouch name and that the receiver does not hold, or holds no longer. Sorted.
    pub dropped: Vec<Hash>,
    /// Second versions with a number that was taken, now kept as evidence. Their lanes have stopped.
    pub forks: Vec<Fork>,
    /// What may not enter. What stood before it in its lane was taken.
    pub refused: Vec<Refused>,
}

/// The end of a lane as the receiver holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The number of its last version.
    pub no: u64,
    /// The hash of it.
    pub hash: Hash,
}

/// Two versions with one number in one lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fork {
    /// The lane, which has stopped.
    pub lane: Lane,
    /// The number.
    pub no: u64,
    /// The version that came in this pouch, and is kept as evidence.
    pub came: Hash,
}

/// An entry that may not enter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Where it was in the pouch.
    pub place: Place,
    /// Its hash.
    pub entry: Hash,
    /// Why.
    pub why: Why,
}

/// Where something was in a pouch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Among the papers of that owner.
    Papers(OwnerId),
    /// In that lane.
    Lane(Lane),
}

/// Why an entry may not enter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The gate's reason.
    Barred(Barred),
    /// The bytes are no header, or one of another lane than they were sent in.
    OtherLane,
    /// The receiving party may not read it: it should not have been sent.
    NotForUs,
    /// Of an exercise in a pouch of the world, or the other way round.
    OtherWorld,
    /// The owner of these papers is another than the one under whom they were sent.
    OtherOwner,
}

/// What a receiver is known to hold, from its receipts. Where nothing is known, everything is sent.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Known(BTreeMap<Lane, u64>);

impl Known {
    /// The number up to which the receiver holds the lane; 0 if nothing is known.
    pub fn upto(&self, lane: Lane) -> u64 {
        self.0.get(&lane).copied().unwrap_or(0)
    }

    /// Takes in a receipt. The word of the receiver counts, also where it holds less than before: it may have begun
    /// anew. A receipt that comes late only has the same things sent twice.
    pub fn learn(&mut self, receipt: &Receipt) {
        self.0.extend(receipt.held.iter().map(|(lane, held)| (*lane, held.no)));
        for refused in &receipt.refused {
            if let Place::Lane(lane) = refused.place
                && !receipt.held.contains_key(&lane)
            {
                self.0.remove(&lane);
            }
        }
    }
}
