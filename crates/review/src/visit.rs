//! A familiarization visit: what the delegations were shown. Never an inspection.

use crate::check;
use crate::compile::Compiled;
use crate::fact::sourced;
use crate::party::Party;
use crate::refusal::Refusal;
use crate::round::Round;
use crate::source::say;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::View;
use serde::{Deserialize, Serialize};

/// A place that was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

impl Body for Visit {
    const KIND: &'static str = "review.visit";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.round);
        self.state.iter().chain(&self.sources).copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.place, found);
    }
}

impl Compiled for Visit {
    fn check(&self, _own: RecordId, view: &View<'_>) -> Result<(), Refusal> {
        check::refers::<Round>(view, self.round, "body/round")?;
        check::text(&self.place, check::PARAGRAPH, "body/place")?;
        self.state.map_or(Ok(()), |state| check::refers::<Party>(view, state, "body/state"))?;
        sourced(view, &self.sources, "body/sources")
    }
}
