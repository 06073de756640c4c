//! A proposal or statement of one delegation: recorded apart, and never taken for a recommendation.

use crate::actor::Role;
use crate::check;
use crate::delegation::Delegation;
use crate::fact::sourced;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::round::Round;
use crate::source::say;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What one delegation proposed or stated at a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// The round.
    pub round: RecordId,
    /// Whose proposal it is.
    pub by: RecordId,
    /// In our words.
    pub words: Text,
    /// What else should be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

impl Body for Proposal {
    const KIND: &'static str = "review.proposal";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.round);
        found(self.by);
        self.sources.iter().copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.words, found);
        self.note.iter().for_each(|note| say(note, found));
    }

    fn voice(&self) -> Voice {
        Voice::Compiled(self.by)
    }
}

impl Noun for Proposal {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Coordinator];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        check::refers::<Round>(view, self.round, "body/round")?;
        let party = check::found::<Party>(view, self.by, "body/by")?;
        beside.speaks_for(Some(party.owner.id), "body/by")?;
        if beside.actor.role != Role::Editor {
            Delegation::require(beside, self.round, Delegation::SPEAKERS)?;
        }
        check::text(&self.words, check::PARAGRAPH, "body/words")?;
        check::maybe_text(self.note.as_ref(), check::PARAGRAPH, "body/note")?;
        sourced(beside, &self.sources, "body/sources")
    }
}
