//! Who acts: a reader with a mandate.

use crate::refusal::Refusal;
use crate::word::stable_words;
use ledger::audience::Reader;
use ledger::id::{Hash, OwnerId};
use ledger::owner::{Origin, OwnerSort};
use ledger::version::By;

stable_words! {
    /// As what a person acts. The words are those of mandates and headers.
    Role {
        /// Compiles public facts about States that did not write them.
        Editor => "editor",
        /// Shares, takes positions and appoints for a State or an organization.
        Coordinator => "coordinator",
        /// Reads what is open to a State or an organization.
        Reader => "reader",
        /// Drafts for agencies of a State.
        Contributor => "contributor",
        /// Translates named texts, for a time.
        Translator => "translator",
        /// Acts for a round: convenes it, keeps its agenda, papers and texts.
        Organizer => "organizer",
        /// Acts for a round: puts its texts and declares consensus.
        Chair => "chair",
    }
}

impl Role {
    /// The roles that an owner of that sort has.
    pub fn of(sort: OwnerSort) -> &'static [Role] {
        match sort {
            OwnerSort::Editor => &[Role::Editor, Role::Reader],
            OwnerSort::Party => &[Role::Coordinator, Role::Contributor, Role::Translator, Role::Reader],
            OwnerSort::Round => &[Role::Organizer, Role::Chair, Role::Reader],
        }
    }

    /// Whether who acts so reads all parts of all agencies.
    pub fn coordinates(self) -> bool {
        !matches!(self, Role::Reader | Role::Contributor | Role::Translator)
    }

    /// Whether who acts so sees which parties read what his own has shared: who answers for sharing. What is joint to a
    /// round is watched by nobody.
    pub fn sees_readings(self) -> bool {
        self == Role::Coordinator
    }

    /// The role with which an owner's first person begins, and of which one must always stand.
    pub fn first_of(sort: OwnerSort) -> Self {
        match sort {
            OwnerSort::Editor => Role::Editor,
            OwnerSort::Party => Role::Coordinator,
            OwnerSort::Round => Role::Organizer,
        }
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
    /// The SHA-256 of the file that the person brings along with this act: only the desk, which has its bytes, says so.
    pub brings: Option<Hash>,
}

impl Actor {
    /// Refuses unless the person acts as one of these.
    ///
    /// # Errors
    /// `refusal-role-needed`.
    pub fn require(&self, roles: &[Role]) -> Result<(), Refusal> {
        match roles.contains(&self.role) {
            true => Ok(()),
            false => {
                let needed: Vec<&str> = roles.iter().map(|role| role.word()).collect();
                let said = needed.iter().map(|word| format!("audience-role-{word}"));
                Err(Refusal::new("refusal-role-needed").with("role", needed.join(", ")).saying("role", said))
            }
        }
    }
}
