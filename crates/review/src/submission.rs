//! A national submission: what a State brings to a round. Light by default; the matrix for the items in scope, for those
//! who want it. Its parts and answers are records of their own, so that each can be shared by itself.

use crate::actor::Role;
use crate::catalogue::Catalogue;
use crate::check;
use crate::delegation::{Capacity, Delegation};
use crate::modalities::check_scope;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::source::say;
use crate::word::stable_words;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::view::{Seen, View};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// That a State submits, and in which form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Submission {
    /// The round.
    pub round: RecordId,
    /// The State.
    pub party: RecordId,
    /// The symbol, such as `LAK26/NS.XBR`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// In which form.
    pub form: Form,
    /// The catalogue that answers follow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub catalogue: Option<RecordId>,
    /// The sections and rows that the State chose to answer; none: those in the scope of the round.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scope: Vec<String>,
    /// Its languages (BCP 47).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// The submission it starts from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<RecordId>,
    /// What else should be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

stable_words! {
    /// In which form a State submits.
    Form {
        /// Five parts, four to six pages.
        Light => "light",
        /// Five parts, and the matrix for some items.
        LightAndMatrix => "light_and_matrix",
        /// The whole matrix.
        Matrix => "matrix",
    }
}

impl Body for Submission {
    const KIND: &'static str = "review.submission";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.round);
        found(self.party);
        self.catalogue.iter().chain(&self.since).copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        self.note.iter().for_each(|note| say(note, found));
        self.symbol.iter().for_each(|symbol| found("und", symbol));
    }

    fn voice(&self) -> Voice {
        Voice::Of(self.party)
    }
}

impl Noun for Submission {
    const WRITERS: &'static [Role] = &[Role::Coordinator];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let party = check::found::<Party>(view, self.party, "body/party")?;
        beside.speaks_for(Some(party.owner.id), "body/party")?;
        Delegation::require(beside, self.round, &[Capacity::Participant])?;
        let holder = Submission::of(view, self.round, self.party).map(|other| other.record);
        check::free(holder, beside.own, Refusal::new("refusal-submitted-already").at("body/round"))?;
        check::maybe_symbol(self.symbol.as_deref(), "body/symbol")?;
        if let Some(catalogue) = self.catalogue {
            check_scope(&check::found::<Catalogue>(view, catalogue, "body/catalogue")?.body, &self.scope)?;
        }
        check::languages(&self.languages, "body/languages")?;
        self.since.map_or(Ok(()), |since| check::refers::<Submission>(view, since, "body/since"))?;
        check::maybe_text(self.note.as_ref(), check::PARAGRAPH, "body/note")
    }
}

impl Submission {
    /// The submission of a State to a round.
    pub fn of(view: &View<'_>, round: RecordId, party: RecordId) -> Option<Seen<Submission>> {
        view.about::<Submission>(round).find(|seen| seen.body.round == round && seen.body.party == party)
    }
}
