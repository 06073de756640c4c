//! An offer of assistance by a State or an organization.

use crate::actor::Role;
use crate::check;
use crate::fact::sourced;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::source::say;
use crate::theme::Theme;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What somebody offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// The State or organization.
    pub party: RecordId,
    /// The symbol, such as `AO.XAL/2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// What is offered, in one line.
    pub title: Text,
    /// What is offered.
    pub words: Text,
    /// How much, for how many, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extent: Option<Text>,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<RecordId>,
    /// Where that is said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<RecordId>,
}

impl Body for Offer {
    const KIND: &'static str = "review.offer";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.party);
        self.themes.iter().chain(&self.sources).copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.title, found);
        self.symbol.iter().for_each(|symbol| found("und", symbol));
        say(&self.words, found);
    }

    fn voice(&self) -> Voice {
        Voice::Compiled(self.party)
    }
}

impl Noun for Offer {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Coordinator];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let party = check::found::<Party>(view, self.party, "body/party")?;
        beside.speaks_for(Some(party.owner.id), "body/party")?;
        check::maybe_symbol(self.symbol.as_deref(), "body/symbol")?;
        check::text(&self.title, check::NAME, "body/title")?;
        check::text(&self.words, check::PARAGRAPH, "body/words")?;
        check::maybe_text(self.extent.as_ref(), check::NAME, "body/extent")?;
        check::refer_all::<Theme>(view, &self.themes, "body/themes")?;
        sourced(beside, &self.sources, "body/sources")
    }
}
