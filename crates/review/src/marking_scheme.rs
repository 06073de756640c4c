//! A marking scheme: the words with which a State or an organization says how its papers are to be handled, such as
//! «Для служебного пользования» or "Restricted". A record of its party; what it says is copied into each marking.

use crate::actor::Role;
use crate::check;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::source::say;
use ledger::content::{Body, Voice};
use ledger::id::{OwnerId, RecordId};
use ledger::text::Text;
use ledger::view::{Seen, View};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The words a party marks its papers with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkingScheme {
    /// The State or organization.
    pub party: RecordId,
    /// Its levels, from the least restrictive on.
    pub levels: Vec<Level>,
}

/// One level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "MarkingLevel")]
pub struct Level {
    /// Its id within the scheme, so that a marking names it and not its place.
    pub id: RecordId,
    /// What stands on the paper, in the party's languages.
    pub words: Text,
    /// What it asks of whoever has the paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handling: Option<Text>,
}

/// The most levels of a scheme: nobody chooses rightly among more.
pub const MOST_LEVELS: usize = 8;

impl Body for MarkingScheme {
    const KIND: &'static str = "review.marking_scheme";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.party);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        self.levels.iter().for_each(|level| say(&level.words, found));
    }

    fn voice(&self) -> Voice {
        Voice::Of(self.party)
    }
}

impl Noun for MarkingScheme {
    const WRITERS: &'static [Role] = &[Role::Coordinator];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let party = check::found::<Party>(beside.view, self.party, "body/party")?;
        beside.speaks_for(Some(party.owner.id), "body/party")?;
        let other = MarkingScheme::of(beside.view, beside.actor.owner).map(|other| other.record);
        check::free(other, beside.own, Refusal::new("refusal-scheme-already").at("record"))?;
        check::some(&self.levels, "body/levels")?;
        if self.levels.len() > MOST_LEVELS {
            return Err(Refusal::new("refusal-list-too-long").with("limit", MOST_LEVELS).at("body/levels"));
        }
        let (mut ids, mut words) = (HashSet::new(), HashSet::new());
        for level in &self.levels {
            if !ids.insert(level.id) {
                return Err(Refusal::new("refusal-listed-twice").with("record", level.id).at("body/levels"));
            }
            check::text(&level.words, check::LINE, "body/levels")?;
            check::maybe_text(level.handling.as_ref(), check::PARAGRAPH, "body/levels")?;
            if let Some((_, said)) = level.words.wordings.iter().find(|(_, said)| {
                // Two levels that read alike in any language could not be told apart on paper.
                !words.insert(said.words.to_lowercase())
            }) {
                let said = said.words.as_str();
                return Err(Refusal::new("refusal-level-twice").with("words", said).at("body/levels"));
            }
        }
        Ok(())
    }
}

impl MarkingScheme {
    /// The scheme of an owner, if it has one.
    pub fn of(view: &View<'_>, owner: OwnerId) -> Option<Seen<MarkingScheme>> {
        view.of_owner::<MarkingScheme>(owner).next()
    }
}
