//! An observation: what somebody saw or read, at a visit or at the desk: a practice, a gap, a need, or a comment of an
//! organization in its field. It never judges.

use crate::actor::Role;
use crate::anchor::Anchor;
use crate::check;
use crate::delegation::Delegation;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::source::say;
use crate::visit::Visit;
use crate::word::stable_words;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What was observed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// The round.
    pub round: RecordId,
    /// The State it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<RecordId>,
    /// The symbol, such as `LAK26/O.12`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Anchor>,
    /// What it is.
    pub sort: ObservationSort,
    /// The visit at which it was made; none: at the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<RecordId>,
    /// The observation.
    pub words: Text,
}

stable_words! {
    /// What an observation is.
    ObservationSort {
        /// A practice worth sharing.
        Practice => "practice",
        /// A gap.
        Gap => "gap",
        /// A need.
        Need => "need",
        /// A comment in the field of whoever makes it.
        Comment => "comment",
    }
}

impl Body for Observation {
    const KIND: &'static str = "review.observation";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.round);
        self.about.into_iter().chain(self.at.iter().map(|at| at.record)).chain(self.visit).for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.words, found);
        self.symbol.iter().for_each(|symbol| found("und", symbol));
    }
}

impl Noun for Observation {
    const WRITERS: &'static [Role] = &[Role::Coordinator, Role::Organizer];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        Delegation::require(beside, self.round, Delegation::SPEAKERS)?;
        self.about.map_or(Ok(()), |about| check::refers::<Party>(view, about, "body/about"))?;
        check::maybe_symbol(self.symbol.as_deref(), "body/symbol")?;
        self.at.as_ref().map_or(Ok(()), |at| at.check(view, "body/at"))?;
        self.visit.map_or(Ok(()), |visit| check::refers::<Visit>(view, visit, "body/visit"))?;
        check::text(&self.words, check::PARAGRAPH, "body/words")
    }
}
