//! Who can own records, and which node may sign for an owner.
//!
//! An owner is the hash of its [`Genesis`], which names its root key. A [`Hosting`], signed by the root key, says
//! which node may sign for it, and between which moments.

use crate::canonical;
use crate::id::{Hash, OwnerId};
use crate::key::{PublicKey, SecretKey, Signature};
use crate::time::Stamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The three sorts of owner. Chair and organizer are capacities in which a person acts for a round, not owners.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OwnerSort {
    /// A State or an organization.
    Party,
    /// What is joint to the participants of one round.
    Round,
    /// Who compiles public facts about States that did not write them.
    Editor,
}

/// Where a record's contents come from. A node refuses to mix exercise with the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Written as it happened.
    Real,
    /// Compiled afterwards from public sources.
    Reconstruction,
    /// Fiction, for training.
    Exercise,
}

impl Origin {
    /// Whether a version may say from when on its content was known (`stated_at`): never in a real record.
    pub fn may_state_a_past(self) -> bool {
        self != Origin::Real
    }

    /// The world its records belong to.
    pub fn world(self) -> World {
        match self {
            Origin::Real | Origin::Reconstruction => World::Record,
            Origin::Exercise => World::Exercise,
        }
    }
}

/// The two worlds that never stand on one page: what is or was, and the fiction for training.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum World {
    /// What is real, or reconstructed from public sources.
    Record,
    /// Fiction, for training.
    Exercise,
}

/// The first thing an owner says, once: what it is and its root key. Its hash is the owner's id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Genesis {
    /// `genesis/1`.
    pub tamga: String,
    /// What sort of owner.
    pub sort: OwnerSort,
    /// Where its records come from.
    pub origin: Origin,
    /// The root key, which signs hostings.
    pub root: PublicKey,
    /// Whether its host made and keeps the root key for it. Its pages say so until it brings its own.
    pub held_in_trust: bool,
    /// 128 bits of chance in hexadecimal digits, so that two owners of one key differ.
    pub salt: String,
}

/// The type of a [`Genesis`].
pub const GENESIS: &str = "genesis/1";

impl Genesis {
    /// The owner's id: the hash of the canonical bytes.
    pub fn owner(&self) -> OwnerId {
        Hash::of(&canonical::bytes(self))
    }
}

/// Which node may sign for an owner, from when to when. A later number replaces the earlier ones from its `from` on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hosting {
    /// `hosting/1`.
    pub tamga: String,
    /// The owner.
    pub owner: OwnerId,
    /// 1, 2, 3 … in the order in which the root key signed them.
    pub no: u64,
    /// The hash of the hosting before; absent in the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prev: Option<Hash>,
    /// The node's key.
    pub node: PublicKey,
    /// The first moment.
    pub from: Stamp,
    /// The first moment no longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Stamp>,
}

/// The type of a [`Hosting`].
pub const HOSTING: &str = "hosting/1";

/// Whether that key may sign for the owner at that moment, by the newest hosting that had begun by then.
pub fn hosts(hostings: &[Hosting], node: &PublicKey, at: Stamp) -> bool {
    let in_force = hostings.iter().filter(|hosting| hosting.from <= at).max_by_key(|hosting| hosting.no);
    in_force.is_some_and(|hosting| hosting.node == *node && hosting.until.is_none_or(|until| at < until))
}

/// An owner's first two papers, made together: its genesis and the hosting that lets `node` sign for it.
pub struct Founding {
    /// The genesis.
    pub genesis: Genesis,
    /// The genesis, signed by its own root key.
    pub genesis_signature: Signature,
    /// The first hosting.
    pub hosting: Hosting,
    /// The hosting, signed by the root key.
    pub hosting_signature: Signature,
}

/// Founds an owner: `root` is its key, `node` the key that will sign for it from `from` on.
pub fn found(
    sort: OwnerSort,
    origin: Origin,
    root: &SecretKey,
    held_in_trust: bool,
    salt: [u8; 16],
    node: PublicKey,
    from: Stamp,
) -> Founding {
    let salt = crate::id::hex(&salt);
    let genesis = Genesis { tamga: GENESIS.into(), sort, origin, root: root.public(), held_in_trust, salt };
    let hosting =
        Hosting { tamga: HOSTING.into(), owner: genesis.owner(), no: 1, prev: None, node, from, until: None };
    Founding {
        genesis_signature: root.sign(&canonical::bytes(&genesis)),
        hosting_signature: root.sign(&canonical::bytes(&hosting)),
        genesis,
        hosting,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(seed: u8) -> SecretKey {
        SecretKey::from_bytes([seed; 32])
    }

    fn at(millis: i64) -> Stamp {
        Stamp::from_millis(millis)
    }

    #[test]
    fn an_owner_is_the_hash_of_what_names_its_root_key() {
        let one = found(OwnerSort::Party, Origin::Real, &key(1), false, [0; 16], key(9).public(), at(0));
        let other = found(OwnerSort::Party, Origin::Real, &key(2), false, [0; 16], key(9).public(), at(0));
        assert_ne!(one.genesis.owner(), other.genesis.owner());
        assert_eq!(one.hosting.owner, one.genesis.owner());
    }

    #[test]
    fn moving_to_ones_own_node_ends_one_hosting_and_begins_the_next() {
        let first =
            found(OwnerSort::Party, Origin::Real, &key(1), true, [0; 16], key(8).public(), at(10)).hosting;
        let moved = Hosting { no: 2, node: key(9).public(), from: at(20), ..first.clone() };
        let hostings = [first, moved];
        assert!(!hosts(&hostings, &key(8).public(), at(9)), "before it began");
        assert!(hosts(&hostings, &key(8).public(), at(19)));
        assert!(!hosts(&hostings, &key(8).public(), at(20)), "the old host may not sign any more");
        assert!(hosts(&hostings, &key(9).public(), at(20)));
    }
}
