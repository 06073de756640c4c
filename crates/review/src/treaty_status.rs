//! Where a State stands with a treaty: four dates that sources often mix up are kept apart (the national law, the
//! signature, the deposit, the entry into force), and several depositaries may have different days.

use crate::actor::Role;
use crate::check;
use crate::fact::sourced;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::source::Source;
use crate::source::say;
use crate::treaty::Treaty;
use crate::word::stable_words;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a State stands with a treaty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TreatyStatus {
    /// The State.
    pub party: RecordId,
    /// The treaty.
    pub treaty: RecordId,
    /// How it stands; `not_found` where sources were read and did not say.
    pub standing: Standing,
    /// By which step it joined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<Joining>,
    /// When the national law was adopted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law: Option<PartialDate>,
    /// When it was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<PartialDate>,
    /// The instrument of accession or ratification was deposited; where several depositaries differ, the earliest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deposited: Option<PartialDate>,
    /// When it entered into force for the State.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<PartialDate>,
    /// What each depositary says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deposits: Vec<Deposit>,
    /// The day for which the sources speak: it can have changed since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<PartialDate>,
    /// Where it is to be confirmed before it is quoted as current.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirm: Option<String>,
    /// What else should be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Where that is said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<RecordId>,
}

/// What one depositary says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deposit {
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
    /// Which step.
    pub step: Joining,
    /// When.
    pub date: PartialDate,
}

stable_words! {
    /// How a State stands with what it may join.
    Standing {
        /// Bound by it.
        Party => "party",
        /// It is in force for the State (agreements with an organization).
        InForce => "in_force",
        /// It is not in force for the State.
        NotInForce => "not_in_force",
        /// Signed, and not yet bound.
        Signed => "signed",
        /// A law to ratify was passed, by a source; no deposit was found.
        Ratified => "ratified",
        /// Acceded, by a source; no deposit was found.
        Acceded => "acceded",
        /// A law to accede was adopted; no deposit was found.
        LawAdopted => "law_adopted",
        /// Not bound by it.
        NotParty => "not_party",
        /// Subscribed (a code of conduct).
        Subscribed => "subscribed",
        /// Not subscribed.
        NotSubscribed => "not_subscribed",
        /// A member.
        Member => "member",
        /// Not a member.
        NotMember => "not_member",
        /// A participant of a regime.
        Participant => "participant",
        /// Not a participant.
        NotParticipant => "not_participant",
        /// A participating State of the OSCE.
        ParticipatingState => "participating_state",
        /// Keeps to the rules of a regime without taking part in it.
        Adherent => "adherent",
        /// An observer.
        Observer => "observer",
        /// It is not open to this State.
        NotApplicable => "not_applicable",
        /// Sources were read and did not say.
        NotFound => "not_found",
    }
}

stable_words! {
    /// By which step a State joins.
    Joining {
        /// Signature.
        Signature => "signature",
        /// Ratification.
        Ratification => "ratification",
        /// Acceptance or approval.
        Acceptance => "acceptance",
        /// Accession.
        Accession => "accession",
        /// Succession.
        Succession => "succession",
        /// Subscription.
        Subscription => "subscription",
        /// Entry into force.
        EntryIntoForce => "entry_into_force",
    }
}

impl Body for TreatyStatus {
    const KIND: &'static str = "review.treaty_status";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.party);
        found(self.treaty);
        self.sources.iter().copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        self.note.iter().for_each(|note| say(note, found));
    }

    fn voice(&self) -> Voice {
        Voice::Compiled(self.party)
    }
}

impl Noun for TreatyStatus {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Coordinator];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let party = check::found::<Party>(view, self.party, "body/party")?;
        beside.speaks_for(Some(party.owner.id), "body/party")?;
        check::refers::<Treaty>(view, self.treaty, "body/treaty")?;
        check::few(&self.deposits, "body/deposits")?;
        for deposit in &self.deposits {
            check::maybe_text(deposit.place.as_ref(), check::NAME, "body/deposits")?;
        }
        check::maybe_url(self.confirm.as_deref(), "body/confirm")?;
        check::maybe_text(self.note.as_ref(), check::PARAGRAPH, "body/note")?;
        match self.standing {
            Standing::NotFound => check::refer_all::<Source>(view, &self.sources, "body/sources"),
            _ => sourced(beside, &self.sources, "body/sources"),
        }
    }
}
