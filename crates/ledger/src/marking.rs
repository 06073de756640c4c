//! A marking: how a record is to be handled, in its owner's own words. A record of its own, told to exactly those to whom
//! what it marks is told, so that nobody learns of a marking of what he cannot see (docs/decisions/0016).

use crate::content::{Body, Voice};
use crate::id::RecordId;
use crate::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a record is to be handled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Marking {
    /// The record that is marked.
    pub of: RecordId,
    /// Which level of its owner's scheme.
    pub level: RecordId,
    /// What the level says, copied: whoever reads it may not read the scheme.
    pub words: Text,
}

impl Body for Marking {
    const KIND: &'static str = "ledger.marking";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.of);
    }

    /// Nobody marks what is another's.
    fn voice(&self) -> Voice {
        Voice::Of(self.of)
    }
}
