//! What a node accepts and keeps: geneses, hostings and versions, each as exact bytes with a signature beside them.

use crate::canonical;
use crate::id::{ActId, Hash};
use crate::key::{SecretKey, Signature};
use crate::owner::Founding;
use crate::time::Stamp;
use crate::version::Header;

/// What sort of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// An owner's first paper.
    Genesis,
    /// Which node signs for an owner.
    Hosting,
    /// A version of a record.
    Version,
    /// A version that has the place of another in its lane: kept as evidence; the lane stops.
    Fork,
}

impl What {
    /// Its stable word, in journals and columns.
    pub fn word(self) -> &'static str {
        match self {
            What::Genesis => "genesis",
            What::Hosting => "hosting",
            What::Version => "version",
            What::Fork => "fork",
        }
    }

    /// The other way round.
    pub fn from_word(word: &str) -> Option<Self> {
        [What::Genesis, What::Hosting, What::Version, What::Fork].into_iter().find(|what| what.word() == word)
    }
}

/// One thing to be accepted. Bytes are kept and hashed as received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub what: What,
    /// The signed bytes.
    pub bytes: Box<[u8]>,
    /// The canonical bytes of the signature.
    pub signature: Box<[u8]>,
    /// A version's content, unless it withdraws, was erased, or is held already.
    pub content: Option<Box<[u8]>>,
}

impl Entry {
    /// The hash by which the entry is known.
    pub fn hash(&self) -> Hash {
        Hash::of(&self.bytes)
    }

    /// A version, signed by the node that hosts its owner.
    pub fn version(header: &Header, content: Option<Box<[u8]>>, node: &SecretKey) -> Self {
        let bytes = header.bytes();
        let signature = node.sign(&bytes);
        Entry { what: What::Version, signature: signature.bytes().into(), bytes: bytes.into(), content }
    }

    /// An owner's first two papers.
    pub fn founding(founding: &Founding) -> [Entry; 2] {
        let paper = |what, bytes: Vec<u8>, signature: &Signature| Entry {
            what,
            bytes: bytes.into(),
            signature: signature.bytes().into(),
            content: None,
        };
        [
            paper(What::Genesis, canonical::bytes(&founding.genesis), &founding.genesis_signature),
            paper(What::Hosting, canonical::bytes(&founding.hosting), &founding.hosting_signature),
        ]
    }
}

/// One act's entries: all or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The act. The same act again does nothing.
    pub act: ActId,
    /// This node's clock when it was handed in. A clock moved back freezes at the last moment seen.
    pub seen: Stamp,
    /// What is to be accepted, in this order.
    pub entries: Vec<Entry>,
}
