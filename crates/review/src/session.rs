//! A session: what was on the agenda of a round at one time.

use crate::check;
use crate::compile::Compiled;
use crate::fact::sourced;
use crate::refusal::Refusal;
use crate::round::Round;
use crate::source::say;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::View;
use serde::{Deserialize, Serialize};

/// What was dealt with at a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// The round.
    pub round: RecordId,
    /// What it was.
    pub title: Text,
    /// On which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

impl Body for Session {
    const KIND: &'static str = "review.session";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.round);
        self.sources.iter().copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.title, found);
    }
}

impl Compiled for Session {
    fn check(&self, _own: RecordId, view: &View<'_>) -> Result<(), Refusal> {
        check::refers::<Round>(view, self.round, "body/round")?;
        check::text(&self.title, check::PARAGRAPH, "body/title")?;
        sourced(view, &self.sources, "body/sources")
    }
}
