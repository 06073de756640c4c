//! The act by which the chair declares that the States have adopted a text: the record freezes what they saw.

use crate::actor::Actor;
use crate::adoption::{Adoption, How};
use crate::check;
use crate::noun::{Beside, Noun};
use crate::readers::Readers;
use crate::recommendation::Recommendation;
use crate::refusal::Refusal;
use crate::round::Round;
use ledger::draft::Draft;
use ledger::id::RecordId;
use ledger::time::PartialDate;
use ledger::view::View;
use schemars::JsonSchema;
use serde::Deserialize;

/// Declares that the newest text of a recommendation is adopted.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Adopt {
    /// The record of the adoption.
    pub record: RecordId,
    /// The text.
    pub recommendation: RecordId,
    /// The day.
    pub day: PartialDate,
    /// How.
    pub how: How,
    /// The States that adopt it.
    pub adopters: Vec<RecordId>,
    /// The statements printed with it.
    #[serde(default)]
    pub statements: Vec<RecordId>,
    /// Who reads of it.
    pub audience: Readers,
    /// When; only in exercises and reconstructions.
    #[serde(default)]
    pub stated_at: Option<PartialDate>,
}

impl Adopt {
    /// The rule: number and symbol follow from what the round has adopted before, text and content from the view.
    ///
    /// # Errors
    /// If the text is not there, was adopted before, or the actor does not act for the round.
    pub fn perform(self, view: &View<'_>, actor: &Actor) -> Result<Vec<Draft>, Refusal> {
        actor.require(Adoption::WRITERS)?;
        if self.stated_at.is_some() && !actor.origin.may_state_a_past() {
            return Err(Refusal::new("refusal-stated-at-not-allowed").at("stated_at"));
        }
        if view.whose(self.record).is_some() {
            return Err(Refusal::new("refusal-base-stale").at("record"));
        }
        let text = check::found::<Recommendation>(view, self.recommendation, "recommendation")?;
        let content =
            text.facts.content.ok_or_else(|| check::unknown(self.recommendation, "recommendation"))?;
        let round = check::found::<Round>(view, text.body.round, "recommendation")?;
        let number = Adoption::next_number(view, &round);
        let adoption = Adoption {
            round: round.record,
            recommendation: self.recommendation,
            content,
            number,
            symbol: format!("{}/REC.{number}", round.body.symbol),
            day: self.day,
            how: self.how,
            adopters: self.adopters,
            statements: self.statements,
            text: (*text.body).clone(),
        };
        adoption.check(&Beside { own: self.record, view, actor })?;
        let audience = self.audience.resolved(view, actor)?;
        Ok(vec![Draft::new(self.record, audience, self.stated_at, adoption)])
    }
}
