//! The one gate: whether an entry may enter, with every reason named. Stores ask it; nothing else writes.

use crate::canonical::{self, Flaw};
use crate::content::{Body, CONTENT, Content, Erasure};
use crate::entry::{Entry, What};
use crate::id::{Hash, Kind, OwnerId, RecordId, unhex};
use crate::key::{Signature, Verdict};
use crate::owner::{GENESIS, Genesis, HOSTING, Hosting, Origin, hosts};
use crate::time::Stamp;
use crate::version::{Header, Lane, VERSION};
use serde::Serialize;
use serde::de::DeserializeOwned;

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

/// Why an entry may not enter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Barred {
    /// The bytes are not what may be kept.
    #[error("{what}: {flaw}")]
    Bytes {
        /// Header, content, signature …
        what: &'static str,
        /// What is wrong.
        flaw: Flaw,
    },
    /// Canonical JSON, but not of the expected type and fields.
    #[error("not of the form {0}")]
    Form(&'static str),
    /// The signature does not fit the bytes.
    #[error("the signature is bad")]
    BadSignature,
    /// The signature's algorithm is unknown here.
    #[error("the signature cannot be checked")]
    CannotCheckSignature,
    /// A good signature, but of a node that does not host this owner at that moment.
    #[error("the signer does not host the owner at that moment")]
    NotHost,
    /// The owner has no genesis here.
    #[error("the owner is not known")]
    UnknownOwner,
    /// The version's origin is not that of its owner.
    #[error("the origin is not that of the owner")]
    OtherOrigin,
    /// `stated_at` in a real record.
    #[error("a real record may not state a past")]
    StatedAt,
    /// The record belongs to somebody else, or is of another kind.
    #[error("the record has another owner or kind")]
    OtherRecord,
    /// The number is not the next, or the previous hash is not the lane's last.
    #[error("not the next version of its lane")]
    NotNext,
    /// The stamp does not rise.
    #[error("the stamp does not rise")]
    StampBack,
    /// The lane was stopped by a fork.
    #[error("the lane was stopped by a fork")]
    Stopped,
    /// The content is missing, or not the one that the header names.
    #[error("the content is not the one the header names")]
    OtherContent,
    /// An erasure of an erasure: without its words nobody could tell any more why the first content is gone.
    #[error("an erasure is never erased")]
    ErasesErasure,
    /// A withdrawal with a content, or one that begins a lane.
    #[error("a withdrawal has no content and does not begin a lane")]
    Withdrawal,
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
    /// A second version with a number that is taken: to be kept as [`What::Fork`]; the lane stops.
    Fork(Box<Header>),
    /// Held already, byte for byte: nothing to do.
    Held,
}

/// Decides whether an entry may enter beside what is held.
///
/// # Errors
/// The first [`Barred`] reason found.
pub fn admit(entry: &Entry, from: From, held: &dyn Holdings) -> Result<Admitted, Barred> {
    match entry.what {
        What::Genesis => admit_genesis(entry, held),
        What::Hosting => admit_hosting(entry, held),
        What::Version | What::Fork => admit_version(entry, from, held),
    }
}

fn admit_genesis(entry: &Entry, held: &dyn Holdings) -> Result<Admitted, Barred> {
    require(entry.content.is_none(), Barred::OtherContent)?;
    let genesis: Genesis = read(&entry.bytes, "genesis")?;
    let of_form = genesis.tamga == GENESIS && is_salt(&genesis.salt);
    require(of_form, Barred::Form(GENESIS))?;
    let signer = signed(entry)?;
    require(signer.by() == genesis.root, Barred::BadSignature)?;
    match held.genesis(entry.hash()) {
        Some(_) => Ok(Admitted::Held),
        None => Ok(Admitted::Genesis(genesis)),
    }
}

fn admit_hosting(entry: &Entry, held: &dyn Holdings) -> Result<Admitted, Barred> {
    require(entry.content.is_none(), Barred::OtherContent)?;
    let hosting: Hosting = read(&entry.bytes, "hosting")?;
    require(hosting.tamga == HOSTING, Barred::Form(HOSTING))?;
    let genesis = held.genesis(hosting.owner).ok_or(Barred::UnknownOwner)?;
    let signer = signed(entry)?;
    require(signer.by() == genesis.root, Barred::BadSignature)?;
    let before = held.hostings(hosting.owner);
    if before.iter().any(|(hash, _)| *hash == entry.hash()) {
        return Ok(Admitted::Held);
    }
    let next = before.len() as u64 + 1;
    let prev = before.last().map(|(hash, _)| *hash);
    require(hosting.no == next && hosting.prev == prev, Barred::NotNext)?;
    Ok(Admitted::Hosting(hosting))
}

fn admit_version(entry: &Entry, from: From, held: &dyn Holdings) -> Result<Admitted, Barred> {
    let header: Header = read(&entry.bytes, "header")?;
    require(
        header.tamga == VERSION
            && header.audience.is_well_formed()
            && header.schema > 0
            && header.withdraws != Some(false),
        Barred::Form(VERSION),
    )?;
    let signer = signed(entry)?;
    let genesis = held.genesis(header.owner).ok_or(Barred::UnknownOwner)?;
    require(header.origin == genesis.origin, Barred::OtherOrigin)?;
    require(header.stated_at.is_none() || may_state(header.origin), Barred::StatedAt)?;
    let hostings: Vec<Hosting> =
        held.hostings(header.owner).into_iter().map(|(_, hosting)| hosting).collect();
    require(hosts(&hostings, &signer.by(), header.at), Barred::NotHost)?;
    if let Some((owner, kind)) = held.record(header.record) {
        require(owner == header.owner && kind == header.kind, Barred::OtherRecord)?;
    }
    check_content(entry, &header, held)?;
    place_in_lane(entry, header, from, held)
}

fn may_state(origin: Origin) -> bool {
    origin.may_state_a_past()
}

/// The content fits its header, or is rightly absent.
fn check_content(entry: &Entry, header: &Header, held: &dyn Holdings) -> Result<(), Barred> {
    let Some(named) = header.content else {
        return require(
            header.is_withdrawal() && entry.content.is_none() && header.no > 1,
            Barred::Withdrawal,
        );
    };
    require(!header.is_withdrawal(), Barred::Withdrawal)?;
    let Some(bytes) = &entry.content else {
        return require(held.knows_content(header.owner, named), Barred::OtherContent);
    };
    require(Hash::of(bytes) == named, Barred::OtherContent)?;
    let value = canonical::check(bytes).map_err(|flaw| Barred::Bytes { what: "content", flaw })?;
    let word = |name: &str| value.get(name).and_then(|word| word.as_str());
    let fields = value.as_object().map_or(0, |fields| fields.len());
    let of_form = fields == 5
        && word("tamga") == Some(CONTENT)
        && word("kind") == Some(header.kind.as_str())
        && value.get("schema").and_then(|schema| schema.as_u64()) == Some(u64::from(header.schema))
        && word("salt").is_some_and(is_salt)
        && value.get("body").is_some_and(|body| body.is_object());
    require(of_form, Barred::Form(CONTENT))
}

/// The version is the next of its lane; or held already; or, from elsewhere, a fork.
fn place_in_lane(entry: &Entry, header: Header, from: From, held: &dyn Holdings) -> Result<Admitted, Barred> {
    let lane = header.lane();
    let head = held.lane(lane);
    if let Some(there) = held.version(lane, header.no) {
        return match (there == entry.hash(), from) {
            (true, _) => Ok(Admitted::Held),
            (false, From::Elsewhere) if held.knows_fork(entry.hash()) => Ok(Admitted::Held),
            (false, From::Elsewhere) => Ok(Admitted::Fork(Box::new(header))),
            (false, From::Here) => Err(Barred::NotNext),
        };
    }
    // Only a second version with its number is a fork; what is handed in as one must be one.
    require(entry.what != What::Fork, Barred::NotNext)?;
    require(!head.is_some_and(|head| head.stopped), Barred::Stopped)?;
    let next = head.map_or(1, |head| head.no + 1);
    require(header.no == next && header.prev == head.map(|head| head.hash), Barred::NotNext)?;
    let last = match from {
        From::Here => held.last_stamp(header.owner),
        From::Elsewhere => head.map(|head| head.at),
    };
    require(last.is_none_or(|last| last < header.at), Barred::StampBack)?;
    match erased_by(entry, &header) {
        None => Ok(Admitted::Version(Box::new(header))),
        Some(content) => {
            let itself_erased = header.content.is_some_and(|own| held.is_erased(header.owner, own));
            let of_erasure = held.is_erasure(header.owner, content);
            require(!itself_erased && !of_erasure, Barred::ErasesErasure)?;
            Ok(Admitted::Erasure(Box::new(header), content))
        }
    }
}

/// The content that a version of the kind [`Erasure`] destroys.
fn erased_by(entry: &Entry, header: &Header) -> Option<Hash> {
    let bytes = entry.content.as_ref().filter(|_| header.kind.as_str() == Erasure::KIND)?;
    let erasure: Content<Erasure> = serde_json::from_slice(bytes).ok()?;
    Some(erasure.body.content)
}

/// 128 bits in hexadecimal digits.
fn is_salt(salt: &str) -> bool {
    unhex::<16>(salt).is_some()
}

/// Reads strict canonical bytes as a type of ours: exactly its fields, and in the one form that it would be written.
fn read<T: Serialize + DeserializeOwned>(bytes: &[u8], what: &'static str) -> Result<T, Barred> {
    canonical::check(bytes).map_err(|flaw| Barred::Bytes { what, flaw })?;
    let read: T = serde_json::from_slice(bytes).map_err(|_| Barred::Form(what))?;
    require(canonical::bytes(&read) == bytes, Barred::Form(what))?;
    Ok(read)
}

/// The signature beside the entry, once it is found good.
fn signed(entry: &Entry) -> Result<Signature, Barred> {
    let signature: Signature = read(&entry.signature, "signature")?;
    match signature.check(&entry.bytes) {
        Verdict::Good => Ok(signature),
        Verdict::Bad => Err(Barred::BadSignature),
        Verdict::CannotCheck => Err(Barred::CannotCheckSignature),
    }
}

fn require(holds: bool, reason: Barred) -> Result<(), Barred> {
    if holds { Ok(()) } else { Err(reason) }
}
