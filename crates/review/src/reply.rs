//! A reply: what the State that was asked answers.

use crate::actor::Role;
use crate::check;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::question::Question;
use crate::refusal::Refusal;
use crate::source::say;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::view::{Seen, View};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// The question.
    pub question: RecordId,
    /// The symbol, such as `LAK26/R.31`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// The reply.
    pub words: Text,
    /// Records that it points to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refers: Vec<RecordId>,
}

impl Body for Reply {
    const KIND: &'static str = "review.reply";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.question);
        self.refers.iter().copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.words, found);
        self.symbol.iter().for_each(|symbol| found("und", symbol));
    }
}

impl Noun for Reply {
    const WRITERS: &'static [Role] = &[Role::Coordinator];
    const DRAFTED_BY_AGENCIES: bool = true;

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let question = check::found::<Question>(view, self.question, "body/question")?;
        let asked = check::found::<Party>(view, question.body.to, "body/question")?;
        beside.speaks_for(Some(asked.owner.id), "body/question")?;
        check::maybe_symbol(self.symbol.as_deref(), "body/symbol")?;
        check::text(&self.words, check::PARAGRAPH, "body/words")?;
        check::there(view, &self.refers, "body/refers")
    }
}

impl Reply {
    /// The replies to a question by who was asked, whoever else wrote one elsewhere.
    pub fn of<'v>(
        view: &'v View<'v>,
        question: &'v Seen<Question>,
    ) -> impl Iterator<Item = Seen<Reply>> + 'v {
        let asked = view.find::<Party>(question.body.to).map(|asked| asked.owner.id);
        (view.about::<Reply>(question.record))
            .filter(|seen| seen.body.question == question.record)
            .filter(move |seen| asked == Some(seen.owner.id))
    }
}
