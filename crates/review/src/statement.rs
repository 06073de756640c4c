//! A statement of a delegation: recorded apart, printed with the text it concerns, and never taken for a recommendation.

use crate::actor::Role;
use crate::check;
use crate::delegation::Delegation;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::recommendation::Recommendation;
use crate::refusal::Refusal;
use crate::source::say;
use crate::word::stable_words;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a delegation states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The round.
    pub round: RecordId,
    /// The State or organization.
    pub by: RecordId,
    /// The symbol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// The text it is printed with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<RecordId>,
    /// What it is.
    pub sort: StatementSort,
    /// The statement.
    pub words: Text,
}

stable_words! {
    /// What a statement is.
    StatementSort {
        /// A statement.
        Statement => "statement",
        /// How the delegation understands the text.
        Interpretive => "interpretive",
        /// What the delegation does not take upon itself.
        Reservation => "reservation",
    }
}

impl Body for Statement {
    const KIND: &'static str = "review.statement";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.round);
        found(self.by);
        self.on.into_iter().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.words, found);
        self.symbol.iter().for_each(|symbol| found("und", symbol));
    }

    fn voice(&self) -> Voice {
        Voice::Of(self.by)
    }
}

impl Noun for Statement {
    const WRITERS: &'static [Role] = &[Role::Coordinator];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let party = check::found::<Party>(view, self.by, "body/by")?;
        beside.speaks_for(Some(party.owner.id), "body/by")?;
        Delegation::require(beside, self.round, Delegation::SPEAKERS)?;
        check::maybe_symbol(self.symbol.as_deref(), "body/symbol")?;
        self.on.map_or(Ok(()), |text| check::refers::<Recommendation>(view, text, "body/on"))?;
        check::text(&self.words, check::PARAGRAPH, "body/words")
    }
}
