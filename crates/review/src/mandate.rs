//! A mandate: that a person acts for an owner, as what, and from when on. A record of that owner, so that who could
//! sign at the time is itself on record. The person has no name here: names are local to an installation.

use crate::actor::Role;
use crate::check;
use crate::noun::{Beside, Noun};
use crate::refusal::Refusal;
use ledger::content::Body;
use ledger::id::{Hash, OwnerId, PersonId, RecordId};
use ledger::owner::OwnerSort;
use ledger::text::Text;
use ledger::time::Stamp;
use ledger::view::{Seen, View};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// For whom a person acts is the record's owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mandate {
    /// The person, as this record names him.
    pub person: PersonId,
    /// As what: the word of a role.
    pub role: String,
    /// The agencies for which a contributor drafts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agencies: Vec<RecordId>,
    /// The texts that a translator translates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<RecordId>,
    /// The note verbale that nominates the person, as it is quoted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_verbale: Option<Text>,
    /// From when on.
    pub from: Stamp,
    /// Until when, once that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Stamp>,
}

impl Mandate {
    /// Whether the person acts under it at that moment.
    pub fn stands(&self, now: Stamp) -> bool {
        self.from <= now && self.until.is_none_or(|until| now < until)
    }

    /// The mandates of persons that stand at that moment, in the order in which they were given.
    pub fn of_persons(view: &View<'_>, persons: &[PersonId], now: Stamp) -> Vec<Seen<Mandate>> {
        view.all::<Mandate>()
            .filter(|mandate| persons.contains(&mandate.body.person) && mandate.body.stands(now))
            .collect()
    }
}

impl Body for Mandate {
    const KIND: &'static str = "review.mandate";
    /// It is given an end.
    const STAYS: bool = true;
    const SCHEMA: u32 = 2;

    fn from_older(schema: u32, content: &[u8]) -> Option<Self> {
        (schema == 1).then(|| ledger::content::with_fewer_fields(content)).flatten()
    }

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        self.agencies.iter().chain(&self.texts).copied().for_each(found);
    }
}

impl Noun for Mandate {
    const WRITERS: &'static [Role] = &[Role::Coordinator, Role::Organizer, Role::Editor];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let sort = match beside.actor.role {
            Role::Editor => OwnerSort::Editor,
            Role::Organizer | Role::Chair => OwnerSort::Round,
            _ => OwnerSort::Party,
        };
        let role = Role::from_word(&self.role).filter(|role| Role::of(sort).contains(role));
        let Some(role) = role else {
            return Err(Refusal::new("refusal-role-unknown")
                .with("role", check::shortened(&self.role))
                .at("body/role"));
        };
        check::few(&self.agencies, "body/agencies")?;
        check::few(&self.texts, "body/texts")?;
        check::there(beside.view, &self.agencies, "body/agencies")?;
        check::there(beside.view, &self.texts, "body/texts")?;
        if role == Role::Contributor && self.agencies.is_empty() {
            return Err(Refusal::new("refusal-mandate-agencies").at("body/agencies"));
        }
        if role == Role::Translator {
            if self.texts.is_empty() {
                return Err(Refusal::new("refusal-mandate-texts").at("body/texts"));
            }
            // Named texts, for a time.
            if self.until.is_none() {
                return Err(Refusal::new("refusal-translator-end").at("body/until"));
            }
        }
        check::maybe_text(self.note_verbale.as_ref(), check::NAME, "body/note_verbale")?;
        if self.until.is_some_and(|until| until < self.from) {
            return Err(Refusal::new("refusal-dates-order").at("body/until"));
        }
        self.check_last(beside, Role::first_of(sort))
    }
}

impl Mandate {
    /// Whether the actor's mandate is the one with which his owner was founded: no other mandate grants it.
    pub fn is_founders(beside: &Beside<'_>) -> bool {
        let mandate = beside.actor.by.mandate;
        let own = beside.view.whose(mandate).is_some_and(|(owner, _)| owner.id == beside.actor.owner);
        own && beside.view.history(mandate).first().is_some_and(|first| first.facts.by.mandate == mandate)
    }

    /// Whoever appoints others cannot be lost by accident: one mandate without an end always stays.
    fn check_last(&self, beside: &Beside<'_>, first: Role) -> Result<(), Refusal> {
        match self.lasts(first) || Mandate::another_lasts(beside.view, beside.actor.owner, first, beside.own)
        {
            true => Ok(()),
            false => Err(Refusal::new("refusal-last-coordinator").at("body/until")),
        }
    }

    /// The same where what a mandate says is erased.
    ///
    /// # Errors
    /// `refusal-last-coordinator`.
    pub fn check_erased(view: &View<'_>, record: RecordId, content: Hash) -> Result<(), Refusal> {
        let Some(mandate) = view.find::<Mandate>(record) else { return Ok(()) };
        let first = Role::first_of(mandate.owner.sort);
        let last =
            mandate.body.lasts(first) && !Mandate::another_lasts(view, mandate.owner.id, first, record);
        match mandate.facts.content == Some(content) && last {
            true => Err(Refusal::new("refusal-last-coordinator").at("record")),
            false => Ok(()),
        }
    }

    fn lasts(&self, first: Role) -> bool {
        self.role == first.word() && self.until.is_none()
    }

    fn another_lasts(view: &View<'_>, owner: OwnerId, first: Role, than: RecordId) -> bool {
        view.of_owner::<Mandate>(owner).any(|other| other.record != than && other.body.lasts(first))
    }
}
