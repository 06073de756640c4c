//! What can be said of an entry by itself: that its bytes are canonical, of their form, and rightly signed. It asks
//! nothing of what is held, so it is done before the one writer's queue, by whoever hands the entry in.

use crate::canonical::{self, Flaw};
use crate::content::{Body, CONTENT, Content, Erasure};
use crate::entry::{Entry, What};
use crate::id::{Hash, unhex};
use crate::key::{PublicKey, Signature, Verdict};
use crate::owner::{GENESIS, Genesis, HOSTING, Hosting};
use crate::version::{Header, Lane, VERSION};
use serde::Serialize;
use serde::de::DeserializeOwned;

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

/// An entry that was found right by itself. Whether it fits beside what is held is the gate's question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// Its hash.
    pub hash: Hash,
    /// What it says.
    pub says: Says,
    /// Whose signature it bears. A genesis is signed by the root key that it names.
    pub signer: PublicKey,
}

/// What an examined entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// An owner begins.
    Genesis(Genesis),
    /// A node hosts an owner.
    Hosting(Hosting),
    /// A version.
    Version(Examination),
}

/// What is known of a version by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examination {
    /// Its header.
    pub header: Box<Header>,
    /// The lane it stands in.
    pub lane: Lane,
    /// Whether it was handed in as evidence of a fork.
    pub fork: bool,
    /// Whether it brings the bytes of its content.
    pub brings: bool,
    /// The content that it destroys, if it is an erasure that brings its words.
    pub erases: Option<Hash>,
}

/// Examines an entry by itself.
///
/// # Errors
/// The first [`Barred`] reason found.
pub fn examine(entry: &Entry) -> Result<Examined, Barred> {
    match entry.what {
        What::Genesis => genesis(entry),
        What::Hosting => hosting(entry),
        What::Version | What::Fork => version(entry),
    }
}

fn genesis(entry: &Entry) -> Result<Examined, Barred> {
    require(entry.content.is_none(), Barred::OtherContent)?;
    let genesis: Genesis = read(&entry.bytes, "genesis")?;
    let of_form = genesis.tamga == GENESIS && is_salt(&genesis.salt);
    require(of_form, Barred::Form(GENESIS))?;
    let signer = signed(entry)?;
    require(signer == genesis.root, Barred::BadSignature)?;
    Ok(Examined { hash: entry.hash(), says: Says::Genesis(genesis), signer })
}

fn hosting(entry: &Entry) -> Result<Examined, Barred> {
    require(entry.content.is_none(), Barred::OtherContent)?;
    let hosting: Hosting = read(&entry.bytes, "hosting")?;
    require(hosting.tamga == HOSTING, Barred::Form(HOSTING))?;
    let signer = signed(entry)?;
    Ok(Examined { hash: entry.hash(), says: Says::Hosting(hosting), signer })
}

fn version(entry: &Entry) -> Result<Examined, Barred> {
    let header: Header = read(&entry.bytes, "header")?;
    of_form(&header)?;
    let signer = signed(entry)?;
    fits(entry, &header)?;
    Ok(Examined { hash: entry.hash(), says: Says::Version(known(entry, header)), signer })
}

/// What may still be wrong with a version that this process has just written and signed from that header: everything
/// but the form that it gave the bytes and the signature that it put beside them (docs/decisions/0011).
///
/// # Errors
/// The first [`Barred`] reason found.
pub(crate) fn own(entry: &Entry, header: &Header) -> Result<(), Barred> {
    canonical::check_loose(&entry.bytes).map_err(|flaw| Barred::Bytes { what: "header", flaw })?;
    of_form(header)?;
    fits(entry, header)
}

/// What the gate asks of a version.
pub(crate) fn known(entry: &Entry, header: Header) -> Examination {
    Examination {
        fork: entry.what == What::Fork,
        brings: entry.content.is_some(),
        erases: erased_by(entry, &header),
        lane: header.lane(),
        header: Box::new(header),
    }
}

fn of_form(header: &Header) -> Result<(), Barred> {
    require(
        header.tamga == VERSION
            && header.audience.is_well_formed()
            && header.schema > 0
            && header.withdraws != Some(false),
        Barred::Form(VERSION),
    )
}

/// The header states a past only where it may, and the content is the one it names.
fn fits(entry: &Entry, header: &Header) -> Result<(), Barred> {
    let stated_rightly = header.stated_at.is_none() || header.origin.may_state_a_past();
    require(stated_rightly, Barred::StatedAt)?;
    content(entry, header)
}

/// The content fits its header, or is rightly absent.
fn content(entry: &Entry, header: &Header) -> Result<(), Barred> {
    let Some(named) = header.content else {
        return require(
            header.is_withdrawal() && entry.content.is_none() && header.no > 1,
            Barred::Withdrawal,
        );
    };
    require(!header.is_withdrawal(), Barred::Withdrawal)?;
    // Where the bytes do not come with it, the gate asks whether they are held.
    let Some(bytes) = &entry.content else { return Ok(()) };
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

/// Who signed the entry, once the signature beside it is found good.
fn signed(entry: &Entry) -> Result<PublicKey, Barred> {
    let signature: Signature = read(&entry.signature, "signature")?;
    match signature.check(&entry.bytes) {
        Verdict::Good => Ok(signature.by()),
        Verdict::Bad => Err(Barred::BadSignature),
        Verdict::CannotCheck => Err(Barred::CannotCheckSignature),
    }
}

/// Bars with that reason, unless it holds.
pub(crate) fn require(holds: bool, reason: Barred) -> Result<(), Barred> {
    if holds { Ok(()) } else { Err(reason) }
}
