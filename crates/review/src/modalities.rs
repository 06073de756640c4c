//! The modalities: the first thing States adopt. The round's settings follow from them.

use crate::actor::Role;
use crate::catalogue::Catalogue;
use crate::check;
use crate::noun::{Beside, Noun};
use crate::refusal::Refusal;
use crate::round::Round;
use crate::source::say;
use crate::word::stable_words;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::{Seen, View};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a round is held, as its States adopted it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Modalities {
    /// The round.
    pub round: RecordId,
    /// The symbol under which they are quoted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// What the round is for.
    pub aim: Text,
    /// The catalogue whose items are in scope.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub catalogue: Option<RecordId>,
    /// The sections and rows in scope.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scope: Vec<String>,
    /// The authentic languages (BCP 47); one suffices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authentic: Vec<String>,
    /// How texts are adopted.
    pub decision: Decision,
    /// What brackets carry.
    pub attribution: Attribution,
    /// What invited organizations may do.
    pub organizations: Text,
    /// What becomes public, and when.
    pub publication: Text,
    /// Who keeps keys and data, and until when.
    pub custody: Text,
    /// What happens to personal data.
    pub personal_data: Text,
    /// Within how many days the State concerned replies to an observation before others read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_days: Option<u32>,
    /// When the States adopted them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<PartialDate>,
}

stable_words! {
    /// How texts are adopted: never over anybody's objection.
    Decision {
        /// By consensus in session.
        Session => "session",
        /// By consensus in session, or under a silence procedure that was proposed in a session.
        SessionOrSilence => "session_or_silence",
    }
}

stable_words! {
    /// What brackets carry.
    Attribution {
        /// The names of those who proposed them.
        Named => "named",
        /// The names, for the chair only.
        Chair => "chair",
        /// No name.
        Unnamed => "unnamed",
    }
}

/// Every item in scope is one of the catalogue.
///
/// # Errors
/// `refusal-item-unknown`.
pub fn check_scope(catalogue: &Catalogue, scope: &[String]) -> Result<(), Refusal> {
    check::few(scope, "body/scope")?;
    match scope.iter().find(|item| !catalogue.has_item(item)) {
        Some(item) => {
            Err(Refusal::new("refusal-item-unknown").with("item", check::shortened(item)).at("body/scope"))
        }
        None => Ok(()),
    }
}

impl Body for Modalities {
    const KIND: &'static str = "review.modalities";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.round);
        self.catalogue.into_iter().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.aim, found);
        self.symbol.iter().for_each(|symbol| found("und", symbol));
        [&self.organizations, &self.publication, &self.custody, &self.personal_data]
            .into_iter()
            .for_each(|text| say(text, found));
    }

    fn voice(&self) -> Voice {
        Voice::Of(self.round)
    }
}

impl Noun for Modalities {
    const WRITERS: &'static [Role] = &[Role::Organizer, Role::Chair];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        check::found_joint::<Round>(beside, self.round, "body/round")?;
        check::maybe_symbol(self.symbol.as_deref(), "body/symbol")?;
        check::text(&self.aim, check::PARAGRAPH, "body/aim")?;
        check::languages(&self.authentic, "body/authentic")?;
        check::some(&self.authentic, "body/authentic")?;
        if let Some(catalogue) = self.catalogue {
            let catalogue = check::found::<Catalogue>(view, catalogue, "body/catalogue")?;
            check_scope(&catalogue.body, &self.scope)?;
        }
        check::text(&self.organizations, check::PARAGRAPH, "body/organizations")?;
        check::text(&self.publication, check::PARAGRAPH, "body/publication")?;
        check::text(&self.custody, check::PARAGRAPH, "body/custody")?;
        check::text(&self.personal_data, check::PARAGRAPH, "body/personal_data")
    }
}

impl Modalities {
    /// The modalities of a round.
    pub fn of_round(view: &View<'_>, round: RecordId) -> Option<Seen<Modalities>> {
        view.about::<Modalities>(round).find(|seen| seen.body.round == round)
    }

    /// Whether a row is in scope: named itself, or by its section.
    pub fn includes(&self, catalogue: &Catalogue, row: &str) -> bool {
        let section = catalogue.row(row).map(|(section, _)| section.id.as_str());
        self.scope.iter().any(|item| item == row || Some(item.as_str()) == section)
    }
}
