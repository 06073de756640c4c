//! A need of assistance that a State states. It starts from a gap: an item, a recommendation, a measure.

use crate::actor::Role;
use crate::check;
use crate::fact::sourced;
use crate::noun::{Beside, Noun};
use crate::offer::Offer;
use crate::party::Party;
use crate::refusal::Refusal;
use crate::source::say;
use crate::theme::Theme;
use crate::word::stable_words;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a State needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// The State.
    pub party: RecordId,
    /// The symbol, such as `AN.XBR/4`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// What is needed, in one line.
    pub title: Text,
    /// What is needed, and for what.
    pub words: Text,
    /// By when or in which years, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Text>,
    /// How much, for how many, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extent: Option<Text>,
    /// What it starts from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<RecordId>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<RecordId>,
    /// Whether it may be passed on to the 1540 Committee as a request.
    pub may_circulate: bool,
    /// How it stands.
    pub standing: NeedStanding,
    /// Offers that the State has agreed to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreed: Vec<RecordId>,
    /// Where that is said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<RecordId>,
}

stable_words! {
    /// How a need stands.
    NeedStanding {
        /// Nobody has agreed to help yet.
        Open => "open",
        /// Some of it is agreed.
        PartlyAgreed => "partly_agreed",
        /// It is agreed.
        Agreed => "agreed",
        /// It was met.
        Met => "met",
        /// The State no longer needs it.
        Withdrawn => "withdrawn",
    }
}

impl Body for Need {
    const KIND: &'static str = "review.need";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.party);
        self.from
            .iter()
            .chain(&self.themes)
            .chain(&self.agreed)
            .chain(&self.sources)
            .copied()
            .for_each(found);
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

impl Noun for Need {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Coordinator];
    const DRAFTED_BY_AGENCIES: bool = true;

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let party = check::found::<Party>(view, self.party, "body/party")?;
        beside.speaks_for(Some(party.owner.id), "body/party")?;
        check::maybe_symbol(self.symbol.as_deref(), "body/symbol")?;
        check::text(&self.title, check::NAME, "body/title")?;
        check::text(&self.words, check::PARAGRAPH, "body/words")?;
        check::maybe_text(self.when.as_ref(), check::NAME, "body/when")?;
        check::maybe_text(self.extent.as_ref(), check::NAME, "body/extent")?;
        check::there(view, &self.from, "body/from")?;
        check::refer_all::<Theme>(view, &self.themes, "body/themes")?;
        check::refer_all::<Offer>(view, &self.agreed, "body/agreed")?;
        sourced(beside, &self.sources, "body/sources")
    }
}
