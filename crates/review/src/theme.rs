//! A theme: what a round, a session or a recommendation is about, in words that several rounds share.

use crate::actor::Role;
use crate::check;
use crate::noun::{Beside, Noun};
use crate::refusal::Refusal;
use crate::source::say;
use ledger::content::Body;
use ledger::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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

impl Noun for Theme {
    const WRITERS: &'static [Role] = &[Role::Editor];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let own = beside.own;
        check::slug(&self.label, "body/label")?;
        let holder =
            view.all::<Theme>().find(|other| other.body.label == self.label).map(|other| other.record);
        let taken = Refusal::new("refusal-label-taken").with("label", &self.label).at("body/label");
        check::free(holder, own, taken)?;
        check::text(&self.name, check::NAME, "body/name")
    }
}
