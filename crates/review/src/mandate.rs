//! A mandate: that a person acts for an owner, as what, and from when on. A record of that owner, so that who could
//! sign at the time is itself on record. The person has no name here: names are local to an installation.

use ledger::content::Body;
use ledger::id::PersonId;
use ledger::time::Stamp;
use serde::{Deserialize, Serialize};

/// For whom a person acts is the record's owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mandate {
    /// The person, as this record names him.
    pub person: PersonId,
    /// As what: the word of a role.
    pub role: String,
    /// From when on.
    pub from: Stamp,
    /// Until when, once that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Stamp>,
}

impl Body for Mandate {
    const KIND: &'static str = "review.mandate";
}
