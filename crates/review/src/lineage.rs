//! Lineage: how a later record goes back to an earlier one, across rounds. It is drawn and told in words.

use crate::actor::Role;
use crate::check;
use crate::fact::sourced;
use crate::noun::{Beside, Noun};
use crate::recommendation::Recommendation;
use crate::refusal::Refusal;
use crate::source::say;
use crate::word::stable_words;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// That a record goes back to an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lineage {
    /// The later record: a recommendation, a measure, a practice.
    pub later: RecordId,
    /// The earlier recommendation.
    pub earlier: RecordId,
    /// How it goes back to it.
    pub relation: Relation,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Where that is said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<RecordId>,
}

stable_words! {
    /// How a record goes back to an earlier one.
    Relation {
        /// It says the same again.
        Repeats => "repeats",
        /// It stands in its place.
        Replaces => "replaces",
        /// It is one of several that were merged into it.
        Merges => "merges",
        /// It takes the next step.
        FollowsFrom => "follows_from",
        /// It was inspired by it.
        InspiredBy => "inspired_by",
    }
}

impl Relation {
    /// Whether the earlier text lives on in the later one: drawn with a solid line.
    pub fn carries_forward(self) -> bool {
        self != Relation::InspiredBy
    }
}

impl Body for Lineage {
    const KIND: &'static str = "review.lineage";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.later);
        found(self.earlier);
        self.sources.iter().copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        self.note.iter().for_each(|note| say(note, found));
    }
}

impl Noun for Lineage {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Coordinator, Role::Organizer, Role::Chair];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        check::there(view, &[self.later], "body/later")?;
        check::refers::<Recommendation>(view, self.earlier, "body/earlier")?;
        if self.later == self.earlier {
            return Err(Refusal::new("refusal-lineage-self").at("body/earlier"));
        }
        check::maybe_text(self.note.as_ref(), check::PARAGRAPH, "body/note")?;
        sourced(beside, &self.sources, "body/sources")
    }
}
