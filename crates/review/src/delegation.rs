//! A delegation: that a State or an organization took part in a round, and as what. No person is named.

use crate::actor::Role;
use crate::agency::Agency;
use crate::check;
use crate::fact::sourced;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::round::Round;
use crate::source::say;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A State or an organization at a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delegation {
    /// The round.
    pub round: RecordId,
    /// The State or organization.
    pub party: RecordId,
    /// As what.
    pub capacity: Capacity,
    /// The post of its head, without a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<Text>,
    /// How many members it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<u32>,
    /// The agencies represented in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agencies: Vec<RecordId>,
    /// The agency that coordinates for the State.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinator: Option<RecordId>,
    /// What is known of it, without persons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

/// As what a delegation takes part. Every State in a title such as "5+1" is simply a participant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// A participating State.
    Participant,
    /// A State that looks on.
    Observer,
    /// An organization that facilitates and comments in its field, and never judges.
    InvitedOrganization,
}

impl Capacity {
    /// The stable word.
    pub fn word(self) -> &'static str {
        match self {
            Capacity::Participant => "participant",
            Capacity::Observer => "observer",
            Capacity::InvitedOrganization => "invited_organization",
        }
    }
}

impl Body for Delegation {
    const KIND: &'static str = "review.delegation";
    const SCHEMA: u32 = 2;

    fn from_older(schema: u32, content: &[u8]) -> Option<Self> {
        (schema == 1).then(|| ledger::content::with_fewer_fields(content)).flatten()
    }

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.round);
        found(self.party);
        self.agencies.iter().chain(&self.coordinator).chain(&self.sources).copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        self.head.iter().chain(&self.note).for_each(|text| say(text, found));
    }

    fn voice(&self) -> Voice {
        Voice::Of(self.round)
    }
}

impl Noun for Delegation {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Organizer];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        check::found_joint::<Round>(beside, self.round, "body/round")?;
        check::refers::<Party>(view, self.party, "body/party")?;
        check::maybe_text(self.head.as_ref(), check::NAME, "body/head")?;
        check::refer_all::<Agency>(view, &self.agencies, "body/agencies")?;
        self.coordinator
            .map_or(Ok(()), |agency| check::refers::<Agency>(view, agency, "body/coordinator"))?;
        check::maybe_text(self.note.as_ref(), check::PARAGRAPH, "body/note")?;
        sourced(beside, &self.sources, "body/sources")
    }
}

impl Delegation {
    /// Who speaks in a round: its States, and whoever it invites. What an invited organization may say, the modalities
    /// tell in words. A State that observes looks on.
    pub const SPEAKERS: &'static [Capacity] = &[Capacity::Participant, Capacity::InvitedOrganization];

    /// Only who takes part in a round writes to it: the round itself, and the delegations of these capacities.
    ///
    /// # Errors
    /// `refusal-record-unknown`, `refusal-not-taking-part`.
    pub fn require(beside: &Beside<'_>, round: RecordId, capacities: &[Capacity]) -> Result<(), Refusal> {
        let (view, actor) = (beside.view, beside.actor);
        let is_own = |party| view.find::<Party>(party).is_some_and(|party| party.owner.id == actor.owner);
        let itself = check::found::<Round>(view, round, "body/round")?.owner.id == actor.owner;
        let takes_part = itself
            || view.about::<Delegation>(round).any(|seen| {
                let Delegation { round: seated_in, party, capacity, .. } = *seen.body;
                seated_in == round && capacities.contains(&capacity) && is_own(party)
            });
        match takes_part {
            true => Ok(()),
            false => Err(Refusal::new("refusal-not-taking-part").at("body/round")),
        }
    }
}
