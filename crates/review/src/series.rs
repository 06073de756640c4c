//! A series: a peer review as States count it. It holds one or more rounds.

use crate::actor::Role;
use crate::check;
use crate::fact::sourced;
use crate::noun::{Beside, Noun};
use crate::refusal::Refusal;
use crate::source::say;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::view::{Seen, View};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A series of rounds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// The word in its address, such as `central-asia`.
    pub slug: String,
    /// What it is called.
    pub title: Text,
    /// What it is, in a few sentences.
    pub about: Text,
    /// Where that is said.
    pub sources: Vec<RecordId>,
}

impl Series {
    /// The series at that address.
    pub fn at(view: &View<'_>, slug: &str) -> Option<Seen<Series>> {
        view.all::<Series>().find(|series| series.body.slug == slug)
    }
}

impl Body for Series {
    const KIND: &'static str = "review.series";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        self.sources.iter().copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.title, found);
        say(&self.about, found);
    }
}

impl Noun for Series {
    const WRITERS: &'static [Role] = &[Role::Editor];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let own = beside.own;
        check::slug(&self.slug, "body/slug")?;
        let holder = Series::at(view, &self.slug).map(|other| other.record);
        let taken = Refusal::new("refusal-slug-taken").with("slug", &self.slug).at("body/slug");
        check::free(holder, own, taken)?;
        check::text(&self.title, check::NAME, "body/title")?;
        check::text(&self.about, check::PARAGRAPH, "body/about")?;
        sourced(beside, &self.sources, "body/sources")
    }
}
