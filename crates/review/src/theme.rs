//! A theme: what a round, a session or a recommendation is about, in words that several rounds share.

use crate::check;
use crate::compile::Compiled;
use crate::refusal::Refusal;
use crate::source::say;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::view::View;
use serde::{Deserialize, Serialize};

/// A theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// A stable word such as `export-control`.
    pub label: String,
    /// What it is called.
    pub name: Text,
}

impl Body for Theme {
    const KIND: &'static str = "review.theme";

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.name, found);
    }
}

impl Compiled for Theme {
    fn check(&self, own: RecordId, view: &View<'_>) -> Result<(), Refusal> {
        check::slug(&self.label, "body/label")?;
        let holder =
            view.all::<Theme>().find(|other| other.body.label == self.label).map(|other| other.record);
        let taken = Refusal::new("refusal-label-taken").with("label", &self.label).at("body/label");
        check::free(holder, own, taken)?;
        check::text(&self.name, check::NAME, "body/name")
    }
}
