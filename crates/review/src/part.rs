//! A part of the light form: what changed, what became of the recommendations, the plan, practices, needs.

use crate::actor::Role;
use crate::check;
use crate::noun::{Beside, Noun};
use crate::refusal::Refusal;
use crate::source::say;
use crate::submission::Submission;
use crate::word::stable_words;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One of the five parts of a light submission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The submission.
    pub submission: RecordId,
    /// Which part.
    pub part: PartWord,
    /// It in one line.
    pub brief: Text,
    /// Its paragraphs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// Records that it speaks of: measures, practices, needs, reports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refers: Vec<RecordId>,
}

stable_words! {
    /// The five parts, in their order.
    PartWord {
        /// What changed since the last round.
        Changed => "changed",
        /// What became of the recommendations addressed to the State.
        Became => "became",
        /// The national action plan.
        Plan => "plan",
        /// Practices worth sharing.
        Practices => "practices",
        /// Needs of assistance.
        Needs => "needs",
    }
}

impl Body for Part {
    const KIND: &'static str = "review.part";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.submission);
        self.refers.iter().copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.brief, found);
        self.paragraphs.iter().for_each(|paragraph| say(paragraph, found));
    }

    fn voice(&self) -> Voice {
        Voice::Of(self.submission)
    }
}

impl Noun for Part {
    const WRITERS: &'static [Role] = &[Role::Coordinator];
    const DRAFTED_BY_AGENCIES: bool = true;

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let submission = check::found::<Submission>(view, self.submission, "body/submission")?;
        beside.speaks_for(Some(submission.owner.id), "body/submission")?;
        let same = |other: &Part| other.submission == self.submission && other.part == self.part;
        let holder =
            view.about::<Part>(self.submission).find(|other| same(&other.body)).map(|other| other.record);
        check::free(holder, beside.own, Refusal::new("refusal-submitted-already").at("body/part"))?;
        check::text(&self.brief, check::NAME, "body/brief")?;
        check::few(&self.paragraphs, "body/paragraphs")?;
        for paragraph in &self.paragraphs {
            check::text(paragraph, check::PARAGRAPH, "body/paragraphs")?;
        }
        check::there(view, &self.refers, "body/refers")
    }
}
