//! A version: the header that is hashed and signed, in one lane of one record.
//!
//! A lane is (record, audience). Numbers and previous hashes count inside a lane only, so that a reader holds whole
//! lanes or nothing, and nothing tells that another lane exists.

use crate::audience::Audience;
use crate::canonical;
use crate::id::{ActId, Hash, Kind, OwnerId, PersonId, RecordId};
use crate::owner::Origin;
use crate::time::{PartialDate, Stamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The type of a [`Header`].
pub const VERSION: &str = "version/1";

/// The signed part of a version. Only random ids and hashes stand in it; names and words live in the content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// `version/1`.
    pub tamga: String,
    /// The record.
    pub record: RecordId,
    /// Whose it is.
    pub owner: OwnerId,
    /// Who may read it; with the record it names the lane.
    pub audience: Audience,
    /// 1, 2, 3 … in the lane, without gaps.
    pub no: u64,
    /// The version before in the lane; absent in the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prev: Option<Hash>,
    /// The act that wrote it.
    pub act: ActId,
    /// The owner's stamp, strictly increasing per owner.
    pub at: Stamp,
    /// From when on this was known, as far as it is known; only in reconstructions and exercises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_at: Option<PartialDate>,
    /// Who acted, and in which position.
    pub by: By,
    /// What sort of record.
    pub kind: Kind,
    /// Which shape of content.
    pub schema: u32,
    /// The hash of the content; absent in a withdrawal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Hash>,
    /// Where it comes from.
    pub origin: Origin,
    /// Present and true: what this lane said is withdrawn. A release can never be un-read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdraws: Option<bool>,
}

/// Who acted: a person, by a mandate that says as what.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct By {
    /// The person, as the owner's record names him.
    pub person: PersonId,
    /// As what: a stable word such as `editor`.
    pub role: String,
    /// The mandate's record.
    pub mandate: RecordId,
}

impl Header {
    /// The canonical bytes: what is hashed and signed.
    pub fn bytes(&self) -> Vec<u8> {
        canonical::bytes(self)
    }

    /// The lane it stands in.
    pub fn lane(&self) -> Lane {
        Lane::of(self.record, &self.audience)
    }

    /// Whether it withdraws what the lane said.
    pub fn is_withdrawal(&self) -> bool {
        self.withdraws == Some(true)
    }
}

/// Reads a header that passed the gate before.
pub fn read_header(bytes: &[u8]) -> Option<Header> {
    canonical::read(bytes)
}

/// A lane's name: the hash of its record and its audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lane(Hash);

impl Lane {
    /// The lane of that record for that audience.
    pub fn of(record: RecordId, audience: &Audience) -> Self {
        #[derive(Serialize)]
        struct Named<'a> {
            tamga: &'static str,
            record: RecordId,
            audience: &'a Audience,
        }
        Lane(Hash::of(&canonical::bytes(&Named { tamga: "lane/1", record, audience })))
    }

    /// The hash, for a store's column.
    pub fn hash(&self) -> Hash {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_stands_in_another_lane_than_its_draft() {
        let record = RecordId::from_chance([1; 16]);
        assert_ne!(Lane::of(record, &Audience::Own), Lane::of(record, &Audience::Public));
        assert_eq!(Lane::of(record, &Audience::Own), Lane::of(record, &Audience::Own));
    }
}
