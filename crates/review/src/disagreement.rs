//! Where sources differ: both statements stand side by side, with what this record follows.

use crate::actor::Role;
use crate::check;
use crate::fact::sourced;
use crate::noun::{Beside, Noun};
use crate::refusal::Refusal;
use crate::source::{Source, say};
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What sources say differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    /// The record it concerns.
    pub about: RecordId,
    /// What is in question.
    pub question: Text,
    /// What each side says; two or more.
    pub statements: Vec<Statement>,
    /// What the pages follow, where they must choose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub followed: Option<Text>,
    /// Sources of the question itself, beside those of the statements.
    pub sources: Vec<RecordId>,
}

/// What one side says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "StatementOfSource")]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// In our words.
    pub says: Text,
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

impl Body for Disagreement {
    const KIND: &'static str = "review.disagreement";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.about);
        let stated = self.statements.iter().flat_map(|statement| &statement.sources);
        stated.chain(&self.sources).copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.question, found);
        self.statements.iter().for_each(|statement| say(&statement.says, found));
        self.followed.iter().for_each(|followed| say(followed, found));
    }
}

impl Noun for Disagreement {
    const WRITERS: &'static [Role] = &[Role::Editor];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        if view.whose(self.about).is_none() {
            return Err(Refusal::new("refusal-record-unknown").with("record", self.about).at("body/about"));
        }
        check::text(&self.question, check::PARAGRAPH, "body/question")?;
        if self.statements.len() < 2 {
            return Err(Refusal::new("refusal-one-statement").at("body/statements"));
        }
        check::few(&self.statements, "body/statements")?;
        for statement in &self.statements {
            check::text(&statement.says, check::PARAGRAPH, "body/statements")?;
            sourced(beside, &statement.sources, "body/statements")?;
        }
        check::maybe_text(self.followed.as_ref(), check::PARAGRAPH, "body/followed")?;
        check::refer_all::<Source>(view, &self.sources, "body/sources")
    }
}
