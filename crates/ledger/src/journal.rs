//! The journal: a chained list of everything this node accepted, in order, with signed checkpoints.
//!
//! It catches omission and rewriting on a node. It never travels, except as a bare head.

use crate::canonical;
use crate::entry::What;
use crate::id::Hash;
use crate::key::{PublicKey, SecretKey, Signature};
use crate::time::Stamp;
use serde::{Deserialize, Serialize};

/// One line: what was accepted as number `n`, and when this node saw it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// `journal/1`.
    pub tamga: String,
    /// 1, 2, 3 … without gaps.
    pub n: u64,
    /// The hash of the line before; absent in the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prev: Option<Hash>,
    /// The word of [`What`].
    pub what: String,
    /// The hash of the accepted bytes.
    pub hash: Hash,
    /// The hash of the signature's bytes beside them.
    pub signature: Hash,
    /// The act it came with.
    pub act: crate::id::ActId,
    /// When this node saw it; never runs backwards.
    pub seen: Stamp,
}

impl Line {
    /// The line that follows `head`.
    pub fn after(
        head: Head,
        what: What,
        hash: Hash,
        signature: &[u8],
        act: crate::id::ActId,
        seen: Stamp,
    ) -> Self {
        let (what, signature) = (what.word().into(), Hash::of(signature));
        Line { tamga: "journal/1".into(), n: head.n + 1, prev: head.hash, what, hash, signature, act, seen }
    }

    /// The head once this line is written.
    pub fn head(&self) -> Head {
        Head { n: self.n, hash: Some(Hash::of(&canonical::bytes(self))) }
    }
}

/// Where a journal stands: how many lines, and the hash of the last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// How many lines there are.
    pub n: u64,
    /// The hash of the last; nothing before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hash: Option<Hash>,
}

/// The node's signed word that its journal stood there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// `checkpoint/1`.
    pub tamga: String,
    /// How many lines there were.
    pub n: u64,
    /// The hash of the last of them.
    pub head: Hash,
    /// The node's key.
    pub node: PublicKey,
    /// The moment of the last line.
    pub at: Stamp,
}

/// Every so many lines a checkpoint is kept for ever; between them only the newest is.
pub const CHECKPOINT_EVERY: u64 = 1024;

/// The checkpoint of a head that is not empty, with its signature. `None` for an empty journal.
pub fn checkpoint(head: Head, at: Stamp, node: &SecretKey) -> Option<(Vec<u8>, Signature)> {
    let hash = head.hash?;
    let point = Checkpoint { tamga: "checkpoint/1".into(), n: head.n, head: hash, node: node.public(), at };
    let bytes = canonical::bytes(&point);
    let signature = node.sign(&bytes);
    Some((bytes, signature))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::ActId;

    #[test]
    fn each_line_names_the_one_before() {
        let act = ActId::from_chance([1; 16]);
        let first = Line::after(Head::default(), What::Genesis, Hash::of(b"a"), b"s", act, Stamp::EPOCH);
        let second = Line::after(first.head(), What::Version, Hash::of(b"b"), b"s", act, Stamp::EPOCH);
        assert_eq!((first.n, first.prev), (1, None));
        assert_eq!((second.n, second.prev), (2, first.head().hash));
        let other = Line { seen: Stamp::from_millis(1), ..first.clone() };
        assert_ne!(other.head(), first.head(), "a changed moment changes the chain");
    }

    #[test]
    fn a_checkpoint_is_the_nodes_signed_word() {
        let node = SecretKey::from_bytes([5; 32]);
        assert!(checkpoint(Head::default(), Stamp::EPOCH, &node).is_none());
        let head = Head { n: 7, hash: Some(Hash::of(b"x")) };
        let (bytes, signature) = checkpoint(head, Stamp::EPOCH, &node).unwrap();
        assert_eq!(signature.check(&bytes), crate::key::Verdict::Good);
    }
}
