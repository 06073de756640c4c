//! A treaty, an arrangement or an organization that States may join.

use crate::actor::Role;
use crate::check;
use crate::noun::{Beside, Noun};
use crate::refusal::Refusal;
use crate::source::Source;
use crate::source::say;
use crate::word::stable_words;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a State may join.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Treaty {
    /// A short label such as `NPT`.
    pub label: String,
    /// What it is called.
    pub name: Text,
    /// What it is.
    pub sort: TreatySort,
    /// Where its depositary or its secretariat tells who has joined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What else should be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Where that is said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<RecordId>,
}

stable_words! {
    /// What a State may join.
    TreatySort {
        /// A treaty with a depositary.
        Treaty => "treaty",
        /// An agreement with an organization, such as a safeguards agreement.
        Agreement => "agreement",
        /// An export control regime, a code of conduct: politically binding.
        Arrangement => "arrangement",
        /// An organization.
        Organization => "organization",
    }
}

impl Body for Treaty {
    const KIND: &'static str = "review.treaty";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        self.sources.iter().copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.name, found);
        found("und", &self.label);
    }
}

impl Noun for Treaty {
    const WRITERS: &'static [Role] = &[Role::Editor];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        check::label(&self.label, "body/label")?;
        let holder =
            view.all::<Treaty>().find(|other| other.body.label == self.label).map(|other| other.record);
        let taken = Refusal::new("refusal-label-taken").with("label", &self.label).at("body/label");
        check::free(holder, beside.own, taken)?;
        check::text(&self.name, check::NAME, "body/name")?;
        check::maybe_url(self.url.as_deref(), "body/url")?;
        check::maybe_text(self.note.as_ref(), check::PARAGRAPH, "body/note")?;
        check::refer_all::<Source>(view, &self.sources, "body/sources")
    }
}
