//! A delegation: that a State or an organization took part in a round, and as what. No person is named.

use crate::check;
use crate::compile::Compiled;
use crate::fact::sourced;
use crate::party::Party;
use crate::refusal::Refusal;
use crate::round::Round;
use crate::source::say;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::view::View;
use serde::{Deserialize, Serialize};

/// A State or an organization at a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delegation {
    /// The round.
    pub round: RecordId,
    /// The State or organization.
    pub party: RecordId,
    /// As what.
    pub capacity: Capacity,
    /// What is known of it, without persons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

/// As what a delegation takes part. Every State in a title such as "5+1" is simply a participant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.round);
        found(self.party);
        self.sources.iter().copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        self.note.iter().for_each(|note| say(note, found));
    }
}

impl Compiled for Delegation {
    fn check(&self, _own: RecordId, view: &View<'_>) -> Result<(), Refusal> {
        check::refers::<Round>(view, self.round, "body/round")?;
        check::refers::<Party>(view, self.party, "body/party")?;
        check::maybe_text(self.note.as_ref(), check::PARAGRAPH, "body/note")?;
        sourced(view, &self.sources, "body/sources")
    }
}
