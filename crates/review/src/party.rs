//! A party as others speak of it: a State or an organization with its label and names. The facts about a party that
//! an editor compiles are the editor's; what a party says of itself it will say as an owner.

use crate::actor::Role;
use crate::check;
use crate::noun::{Beside, Noun};
use crate::refusal::Refusal;
use crate::source::{Source, say};
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A State or an organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// A short label such as `KGZ` or `OSCE`, local to an installation: not an identity.
    pub label: String,
    /// What it is.
    pub sort: PartySort,
    /// The name in use, as the United Nations writes it.
    pub name: Text,
    /// The formal name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formal: Option<Text>,
    /// The abbreviation by language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<Text>,
    /// The organization of which it is a part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<RecordId>,
    /// What it does in peer reviews.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Text>,
    /// Where that is said.
    pub sources: Vec<RecordId>,
}

/// What a party is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartySort {
    /// A State.
    State,
    /// An organization, or a part of one.
    Organization,
}

impl Body for Party {
    const KIND: &'static str = "review.party";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        self.part_of.iter().chain(&self.sources).copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.name, found);
        [&self.formal, &self.abbreviation, &self.role]
            .into_iter()
            .flatten()
            .for_each(|text| say(text, found));
        found("und", &self.label);
    }
}

impl Noun for Party {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Coordinator];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let own = beside.own;
        let itself = view.of_owner::<Party>(beside.actor.owner).next().map(|party| party.record);
        if beside.actor.role != Role::Editor && itself.is_some_and(|itself| itself != own) {
            return Err(Refusal::new("refusal-not-yours").at("record"));
        }
        check::label(&self.label, "body/label")?;
        // A mark is drawn wherever the party is named: one letter tells nobody whose it is.
        if self.label.len() < 2 {
            return Err(Refusal::new("refusal-party-label").with("label", &self.label).at("body/label"));
        }
        let holder =
            view.all::<Party>().find(|other| other.body.label == self.label).map(|other| other.record);
        let taken = Refusal::new("refusal-label-taken").with("label", &self.label).at("body/label");
        check::free(holder, own, taken)?;
        check::text(&self.name, check::NAME, "body/name")?;
        check::maybe_text(self.formal.as_ref(), check::NAME, "body/formal")?;
        check::maybe_text(self.abbreviation.as_ref(), 40, "body/abbreviation")?;
        check::maybe_text(self.role.as_ref(), check::PARAGRAPH, "body/role")?;
        self.part_of.map_or(Ok(()), |whole| check::refers::<Party>(view, whole, "body/part_of"))?;
        check::refer_all::<Source>(view, &self.sources, "body/sources")
    }
}
