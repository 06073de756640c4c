//! Who acts: a reader with a mandate.

use crate::refusal::Refusal;
use ledger::audience::Reader;
use ledger::id::OwnerId;
use ledger::owner::Origin;
use ledger::version::By;

/// As what a person acts. The words are those of mandates and headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Compiles public facts about States that did not write them.
    Editor,
}

impl Role {
    /// The stable word.
    pub fn word(self) -> &'static str {
        match self {
            Role::Editor => "editor",
        }
    }

    /// The other way round.
    pub fn from_word(word: &str) -> Option<Self> {
        [Role::Editor].into_iter().find(|role| role.word() == word)
    }
}

/// A person who acts for an owner.
#[derive(Debug, Clone)]
pub struct Actor {
    /// For whom.
    pub owner: OwnerId,
    /// Where that owner's records come from.
    pub origin: Origin,
    /// As what.
    pub role: Role,
    /// The person and the mandate, as versions name them.
    pub by: By,
    /// What the person may read.
    pub reader: Reader,
}

impl Actor {
    /// Refuses unless the person acts as that.
    ///
    /// # Errors
    /// `refusal-role-needed`.
    pub fn require(&self, role: Role) -> Result<(), Refusal> {
        match self.role == role {
            true => Ok(()),
            false => Err(Refusal::new("refusal-role-needed").with("role", role.word())),
        }
    }
}
