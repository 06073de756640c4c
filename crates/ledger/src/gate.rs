//! The one gate: whether an entry may enter, with every reason named. Stores ask it; nothing else writes.

use crate::examine::{Barred, Examination, Examined, Says, require};
use crate::id::{Hash, Kind, OwnerId, RecordId};
use crate::key::PublicKey;
use crate::owner::{Genesis, Hosting, hosts};
use crate::time::Stamp;
use crate::version::{Header, Lane};

/// What a store already holds, as far as the gate must know.
pub trait Holdings {
    /// The genesis of an owner.
    fn genesis(&self, owner: OwnerId) -> Option<Genesis>;
    /// The hostings of an owner, in the order of their numbers, with their hashes.
    fn hostings(&self, owner: OwnerId) -> Vec<(Hash, Hosting)>;
    /// The last version of a lane.
    fn lane(&self, lane: Lane) -> Option<LaneHead>;
    /// The version with that number in a lane.
    fn version(&self, lane: Lane, no: u64) -> Option<Hash>;
    /// Whose a record is, and what.
    fn record(&self, record: RecordId) -> Option<(OwnerId, Kind)>;
    /// Whether this second version was kept as evidence before.
    fn knows_fork(&self, fork: Hash) -> bool;
    /// Whether the owner's content is held, or known to be erased. Contents count per owner, so that nobody who
    /// copies another's content can have it erased, or keep it from being erased.
    fn knows_content(&self, owner: OwnerId, content: Hash) -> bool;
    /// Whether the owner has erased that content, perhaps before it came.
    fn is_erased(&self, owner: OwnerId, content: Hash) -> bool;
    /// Whether that content of the owner is itself an erasure.
    fn is_erasure(&self, owner: OwnerId, content: Hash) -> bool;
    /// The newest stamp of an owner.
    fn last_stamp(&self, owner: OwnerId) -> Option<Stamp>;
}

/// The end of a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LaneHead {
    /// The number of the last version.
    pub no: u64,
    /// Its hash.
    pub hash: Hash,
    /// Its stamp.
    pub at: Stamp,
    /// Whether a fork has stopped the lane.
    pub stopped: bool,
}

/// Whether the entry was made here, by the owner's own node, or came from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// Made here: stamps must rise over all lanes of the owner.
    Here,
    /// From another node: lanes arrive in any order, and a fork is kept as evidence.
    Elsewhere,
}

/// What the gate lets in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Admitted {
    /// A new owner.
    Genesis(Genesis),
    /// A new hosting.
    Hosting(Hosting),
    /// The next version of its lane.
    Version(Box<Header>),
    /// The next version of its lane, which says that this content of its owner is to be destroyed, also if it comes
    /// later. What others own is not touched by it.
    Erasure(Box<Header>, Hash),
    /// A second version with a number that is taken: to be kept as [`crate::entry::What::Fork`]; the lane stops.
    Fork(Box<Header>),
    /// Held already, byte for byte: nothing to do.
    Held,
}

/// Decides whether an entry, found right by itself, may enter beside what is held.
///
/// # Errors
/// The first [`Barred`] reason found.
pub fn admit(examined: &Examined, from: From, held: &dyn Holdings) -> Result<Admitted, Barred> {
    let Examined { hash, says, signer } = examined;
    match says {
        Says::Genesis(genesis) => match held.genesis(*hash) {
            Some(_) => Ok(Admitted::Held),
            None => Ok(Admitted::Genesis(genesis.clone())),
        },
        Says::Hosting(hosting) => admit_hosting(*hash, hosting, signer, held),
        Says::Version(version) => {
            may_sign(&version.header, signer, held)?;
            place_in_lane(*hash, version, from, held)
        }
    }
}

fn admit_hosting(
    hash: Hash,
    hosting: &Hosting,
    signer: &PublicKey,
    held: &dyn Holdings,
) -> Result<Admitted, Barred> {
    let genesis = held.genesis(hosting.owner).ok_or(Barred::UnknownOwner)?;
    require(*signer == genesis.root, Barred::BadSignature)?;
    let before = held.hostings(hosting.owner);
    if before.iter().any(|(there, _)| *there == hash) {
        return Ok(Admitted::Held);
    }
    let next = before.len() as u64 + 1;
    let (prev, begun) = before.last().map(|(hash, before)| (*hash, before.from)).unzip();
    let follows = begun.is_none_or(|begun| begun <= hosting.from);
    require(hosting.no == next && hosting.prev == prev && follows, Barred::NotNext)?;
    Ok(Admitted::Hosting(hosting.clone()))
}

/// The owner is known, the signer hosted it at that moment, and the record is the owner's.
fn may_sign(header: &Header, signer: &PublicKey, held: &dyn Holdings) -> Result<(), Barred> {
    let genesis = held.genesis(header.owner).ok_or(Barred::UnknownOwner)?;
    require(header.origin == genesis.origin, Barred::OtherOrigin)?;
    let hostings: Vec<Hosting> =
        held.hostings(header.owner).into_iter().map(|(_, hosting)| hosting).collect();
    require(hosts(&hostings, signer, header.at), Barred::NotHost)?;
    match held.record(header.record) {
        Some((owner, kind)) => require(owner == header.owner && kind == header.kind, Barred::OtherRecord),
        None => Ok(()),
    }
}

/// The version is the next of its lane; or held already; or, from elsewhere, a fork.
fn place_in_lane(
    hash: Hash,
    version: &Examination,
    from: From,
    held: &dyn Holdings,
) -> Result<Admitted, Barred> {
    let Examination { header, lane, fork, brings, erases } = version;
    if let (Some(named), false) = (header.content, brings) {
        require(held.knows_content(header.owner, named), Barred::OtherContent)?;
    }
    let head = held.lane(*lane);
    if let Some(there) = held.version(*lane, header.no) {
        return match (there == hash, from) {
            (true, _) => Ok(Admitted::Held),
            (false, From::Elsewhere) if held.knows_fork(hash) => Ok(Admitted::Held),
            (false, From::Elsewhere) => Ok(Admitted::Fork(header.clone())),
            (false, From::Here) => Err(Barred::NotNext),
        };
    }
    // Only a second version with its number is a fork; what is handed in as one must be one.
    require(!fork, Barred::NotNext)?;
    require(!head.is_some_and(|head| head.stopped), Barred::Stopped)?;
    let next = head.map_or(1, |head| head.no + 1);
    require(header.no == next && header.prev == head.map(|head| head.hash), Barred::NotNext)?;
    let last = match from {
        From::Here => held.last_stamp(header.owner),
        From::Elsewhere => head.map(|head| head.at),
    };
    require(last.is_none_or(|last| last < header.at), Barred::StampBack)?;
    match *erases {
        None => Ok(Admitted::Version(header.clone())),
        Some(content) => {
            let itself_erased = header.content.is_some_and(|own| held.is_erased(header.owner, own));
            let of_erasure = held.is_erasure(header.owner, content);
            require(!itself_erased && !of_erasure, Barred::ErasesErasure)?;
            Ok(Admitted::Erasure(header.clone(), content))
        }
    }
}
