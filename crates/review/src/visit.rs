//! A familiarization visit: what the delegations were shown. Never an inspection.

use crate::actor::Role;
use crate::check;
use crate::fact::sourced;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::round::Round;
use crate::source::say;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A place that was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// The round.
    pub round: RecordId,
    /// What was shown.
    pub place: Text,
    /// The State in which it lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<RecordId>,
    /// On which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// From which hour, as `08:15`, in the zone of the round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hour: Option<String>,
    /// What should be known of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

impl Body for Visit {
    const KIND: &'static str = "review.visit";
    const SCHEMA: u32 = 2;

    fn from_older(schema: u32, content: &[u8]) -> Option<Self> {
        (schema == 1).then(|| ledger::content::with_fewer_fields(content)).flatten()
    }

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.round);
        self.state.iter().chain(&self.sources).copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.place, found);
        self.note.iter().for_each(|note| say(note, found));
    }

    fn voice(&self) -> Voice {
        Voice::Of(self.round)
    }
}

impl Noun for Visit {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Organizer];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        check::found_joint::<Round>(beside, self.round, "body/round")?;
        check::text(&self.place, check::PARAGRAPH, "body/place")?;
        check::maybe_hour(self.hour.as_deref(), "body/hour")?;
        check::maybe_text(self.note.as_ref(), check::PARAGRAPH, "body/note")?;
        self.state.map_or(Ok(()), |state| check::refers::<Party>(view, state, "body/state"))?;
        sourced(beside, &self.sources, "body/sources")
    }
}
