//! Progress: what an addressee reports of a recommendation, or a State of a measure, in the usual words, with evidence.
//! It is the State's own statement.

use crate::actor::Role;
use crate::check;
use crate::measure::Measure;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::recommendation::{HowFar, Recommendation};
use crate::refusal::Refusal;
use crate::round::Round;
use crate::source::say;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A report on a recommendation or a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// The recommendation or measure.
    pub on: RecordId,
    /// Who reports.
    pub by: RecordId,
    /// The round to which it is reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<RecordId>,
    /// The number of the report, counted by who reports.
    pub number: u32,
    /// How far it has come.
    pub word: HowFar,
    /// In words.
    pub words: Text,
    /// Laws, documents, measures that show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<RecordId>,
}

impl Body for Progress {
    const KIND: &'static str = "review.progress";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.on);
        found(self.by);
        self.round.iter().chain(&self.evidence).copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.words, found);
    }

    fn voice(&self) -> Voice {
        Voice::Of(self.by)
    }
}

impl Noun for Progress {
    const WRITERS: &'static [Role] = &[Role::Coordinator];
    const DRAFTED_BY_AGENCIES: bool = true;

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        if view.find::<Recommendation>(self.on).is_none() && view.find::<Measure>(self.on).is_none() {
            return Err(check::unknown(self.on, "body/on"));
        }
        let party = check::found::<Party>(view, self.by, "body/by")?;
        beside.speaks_for(Some(party.owner.id), "body/by")?;
        self.round.map_or(Ok(()), |round| check::refers::<Round>(view, round, "body/round"))?;
        check::text(&self.words, check::PARAGRAPH, "body/words")?;
        check::there(view, &self.evidence, "body/evidence")
    }
}
