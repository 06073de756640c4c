//! An outcome: something that came of a round, as sources tell it.

use crate::actor::Role;
use crate::check;
use crate::fact::sourced;
use crate::noun::{Beside, Noun};
use crate::refusal::Refusal;
use crate::round::Round;
use crate::source::say;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What came of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The round.
    pub round: RecordId,
    /// In our words.
    pub words: Text,
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

impl Body for Outcome {
    const KIND: &'static str = "review.outcome";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.round);
        self.sources.iter().copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.words, found);
    }

    fn voice(&self) -> Voice {
        Voice::Of(self.round)
    }
}

impl Noun for Outcome {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Organizer];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        check::found_joint::<Round>(beside, self.round, "body/round")?;
        check::text(&self.words, check::PARAGRAPH, "body/words")?;
        sourced(beside, &self.sources, "body/sources")
    }
}
