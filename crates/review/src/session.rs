//! A session: what was on the agenda of a round at one time.

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
use ledger::time::PartialDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What was dealt with at a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// The round.
    pub round: RecordId,
    /// What it was.
    pub title: Text,
    /// On which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// From which hour, as `09:30`, in the zone of the round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hour: Option<String>,
    /// Who presents, what is decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

impl Body for Session {
    const KIND: &'static str = "review.session";
    const SCHEMA: u32 = 2;

    fn from_older(schema: u32, content: &[u8]) -> Option<Self> {
        (schema == 1).then(|| ledger::content::with_fewer_fields(content)).flatten()
    }

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.round);
        self.sources.iter().copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.title, found);
        self.note.iter().for_each(|note| say(note, found));
    }

    fn voice(&self) -> Voice {
        Voice::Of(self.round)
    }
}

impl Noun for Session {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Organizer];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        check::found_joint::<Round>(beside, self.round, "body/round")?;
        check::text(&self.title, check::PARAGRAPH, "body/title")?;
        check::maybe_hour(self.hour.as_deref(), "body/hour")?;
        check::maybe_text(self.note.as_ref(), check::PARAGRAPH, "body/note")?;
        sourced(beside, &self.sources, "body/sources")
    }
}
