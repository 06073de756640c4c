//! An effective practice: topic, practice, source, comment, as the compilations of the 1540 Committee have it.

use crate::actor::Role;
use crate::check;
use crate::fact::sourced;
use crate::instrument::Instrument;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::source::say;
use crate::theme::Theme;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A practice worth sharing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// The State or organization.
    pub party: RecordId,
    /// The symbol, such as `EP.XCO/4`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// The topic: a paragraph of the resolution, or a field.
    pub topic: Text,
    /// What it is called.
    pub title: Text,
    /// The practice.
    pub practice: Text,
    /// Where it is laid down: a law, an order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
    /// The instrument, where the library holds it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instruments: Vec<RecordId>,
    /// A comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<RecordId>,
    /// Where that is said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<RecordId>,
}

impl Body for Practice {
    const KIND: &'static str = "review.practice";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.party);
        self.instruments.iter().chain(&self.themes).chain(&self.sources).copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.title, found);
        self.symbol.iter().for_each(|symbol| found("und", symbol));
        say(&self.topic, found);
        say(&self.practice, found);
        [&self.source, &self.comment].into_iter().flatten().for_each(|text| say(text, found));
    }

    fn voice(&self) -> Voice {
        Voice::Compiled(self.party)
    }
}

impl Noun for Practice {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Coordinator];
    const DRAFTED_BY_AGENCIES: bool = true;

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let party = check::found::<Party>(view, self.party, "body/party")?;
        beside.speaks_for(Some(party.owner.id), "body/party")?;
        check::maybe_symbol(self.symbol.as_deref(), "body/symbol")?;
        check::text(&self.topic, check::NAME, "body/topic")?;
        check::text(&self.title, check::NAME, "body/title")?;
        check::text(&self.practice, check::PARAGRAPH, "body/practice")?;
        check::maybe_text(self.source.as_ref(), check::NAME, "body/source")?;
        check::refer_all::<Instrument>(view, &self.instruments, "body/instruments")?;
        check::maybe_text(self.comment.as_ref(), check::PARAGRAPH, "body/comment")?;
        check::refer_all::<Theme>(view, &self.themes, "body/themes")?;
        sourced(beside, &self.sources, "body/sources")
    }
}
