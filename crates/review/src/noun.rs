//! A noun: what a record says, who may say it, and what it is checked beside.

use crate::actor::{Actor, Role};
use crate::refusal::Refusal;
use ledger::content::Body;
use ledger::id::{OwnerId, RecordId};
use ledger::owner::Origin;
use ledger::view::View;

/// A noun that its owner writes as a whole.
pub trait Noun: Body + PartialEq + Clone {
    /// As what one may write it.
    const WRITERS: &'static [Role];

    /// Whether people of an agency may draft it, for their agency's eyes, until the coordinator takes it over.
    const DRAFTED_BY_AGENCIES: bool = false;

    /// The record to which it belongs and with which it stays, where that stays within the delegation.
    fn belongs_to(&self) -> Option<RecordId> {
        None
    }

    /// Checks what is said, beside what is there.
    ///
    /// # Errors
    /// The first thing that is wrong.
    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal>;
}

/// What a noun is checked beside.
pub struct Beside<'a> {
    /// The record that is written.
    pub own: RecordId,
    /// What its writer sees.
    pub view: &'a View<'a>,
    /// Who writes.
    pub actor: &'a Actor,
}

impl Beside<'_> {
    /// Whether sources must be named: where somebody compiles facts about others.
    pub fn needs_sources(&self) -> bool {
        self.actor.origin == Origin::Reconstruction
    }

    /// Whoever does not compile facts about others writes only of what is his own. `whose`: the owner of the record
    /// that the body speaks for.
    ///
    /// # Errors
    /// `refusal-not-yours`.
    pub fn speaks_for(&self, whose: Option<OwnerId>, field: &str) -> Result<(), Refusal> {
        match self.actor.role == Role::Editor || whose == Some(self.actor.owner) {
            true => Ok(()),
            false => Err(Refusal::new("refusal-not-yours").at(field)),
        }
    }
}
