//! A question: one State asks another, at an item, a law or a plan. It may be put through the moderator without a name;
//! then it is the round's.

use crate::actor::Role;
use crate::anchor::Anchor;
use crate::check;
use crate::delegation::Delegation;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::source::say;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is asked of a State.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The round.
    pub round: RecordId,
    /// The State or organization that is asked.
    pub to: RecordId,
    /// The symbol, such as `LAK26/Q.31`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Anchor>,
    /// The question.
    pub words: Text,
    /// The question it follows up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<RecordId>,
    /// The day by which a reply is invited; nothing happens if none comes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invited_by: Option<PartialDate>,
}

impl Body for Question {
    const KIND: &'static str = "review.question";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.round);
        found(self.to);
        self.at.iter().map(|at| at.record).chain(self.follows).for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.words, found);
        self.symbol.iter().for_each(|symbol| found("und", symbol));
    }
}

impl Noun for Question {
    const WRITERS: &'static [Role] = &[Role::Coordinator, Role::Organizer, Role::Chair];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        Delegation::require(beside, self.round, Delegation::SPEAKERS)?;
        check::refers::<Party>(view, self.to, "body/to")?;
        check::maybe_symbol(self.symbol.as_deref(), "body/symbol")?;
        self.at.as_ref().map_or(Ok(()), |at| at.check(view, "body/at"))?;
        check::text(&self.words, check::PARAGRAPH, "body/words")?;
        self.follows.map_or(Ok(()), |before| check::refers::<Question>(view, before, "body/follows"))
    }
}
