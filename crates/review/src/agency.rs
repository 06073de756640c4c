//! An agency: a part of a State that does some of its work. Agencies are renamed and merged between rounds, so an
//! agency has a history of names.

use crate::actor::Role;
use crate::check;
use crate::fact::sourced;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::source::say;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::View;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A part of a State.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// The State.
    pub party: RecordId,
    /// Its names, the oldest first; the last one is in use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Naming>,
    /// The abbreviation by language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<Text>,
    /// The agency of which it is a part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<RecordId>,
    /// What it does in its State's implementation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Text>,
    /// Its own pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What else should be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Where that is said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<RecordId>,
}

/// A name, and from when on it was in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Naming {
    /// The name.
    pub name: Text,
    /// From when on, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
}

impl Body for Agency {
    const KIND: &'static str = "review.agency";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.party);
        self.part_of.iter().chain(&self.sources).copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        self.names.iter().rev().for_each(|naming| say(&naming.name, found));
        [&self.abbreviation, &self.role, &self.note].into_iter().flatten().for_each(|text| say(text, found));
    }

    fn voice(&self) -> Voice {
        Voice::Compiled(self.party)
    }
}

impl Noun for Agency {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Coordinator];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let party = check::found::<Party>(view, self.party, "body/party")?;
        beside.speaks_for(Some(party.owner.id), "body/party")?;
        check::some(&self.names, "body/names")?;
        for naming in &self.names {
            check::text(&naming.name, check::NAME, "body/names")?;
        }
        if !self.names.is_sorted_by_key(|naming| naming.from.map(|from| from.first_day())) {
            return Err(Refusal::new("refusal-names-order").at("body/names"));
        }
        check::maybe_text(self.abbreviation.as_ref(), 40, "body/abbreviation")?;
        self.part_of.map_or(Ok(()), |whole| check::refers::<Agency>(view, whole, "body/part_of"))?;
        check::maybe_text(self.role.as_ref(), check::PARAGRAPH, "body/role")?;
        check::maybe_text(self.note.as_ref(), check::PARAGRAPH, "body/note")?;
        check::maybe_url(self.url.as_deref(), "body/url")?;
        sourced(beside, &self.sources, "body/sources")
    }
}

impl Agency {
    /// The name in use.
    pub fn name(&self) -> Option<&Text> {
        self.names.last().map(|naming| &naming.name)
    }

    /// The agencies of a State.
    pub fn of_party<'v>(
        view: &'v View<'_>,
        party: RecordId,
    ) -> impl Iterator<Item = ledger::view::Seen<Agency>> + 'v {
        view.about::<Agency>(party).filter(move |agency| agency.body.party == party)
    }
}
