//! The people of the small world, each under a mandate that was really granted.

use review::actor::{Actor, Role};

/// For whom a person acts, as the table groups them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// The State, round or editor whose record it is.
    Own,
    /// Another State of the round.
    OfTheRound,
    /// A State of the series that does not take part in this round.
    OfTheSeries,
    /// An invited organization of the round.
    Invited,
    /// A donor of the round.
    Donor,
    /// A State that has nothing to do with the series.
    Stranger,
    /// The round itself.
    Round,
    /// Another round of the series.
    OtherRound,
    /// The editor of public facts.
    Editor,
}

impl Group {
    /// In the order of the table.
    pub const ALL: [Group; 9] = [
        Group::Own,
        Group::OfTheRound,
        Group::OfTheSeries,
        Group::Invited,
        Group::Donor,
        Group::Stranger,
        Group::Round,
        Group::OtherRound,
        Group::Editor,
    ];

    /// The letters over its columns.
    pub fn head(self) -> &'static str {
        match self {
            Group::Own => "State XAA",
            Group::OfTheRound => "XBB",
            Group::OfTheSeries => "XCC",
            Group::Invited => "ORG",
            Group::Donor => "DON",
            Group::Stranger => "XDD",
            Group::Round => "round",
            Group::OtherRound => "other",
            Group::Editor => "edit",
        }
    }

    /// What that means.
    pub fn meaning(self) -> &'static str {
        match self {
            Group::Own => "the State that the records of States below belong to",
            Group::OfTheRound => "another State of the round",
            Group::OfTheSeries => "a State of the series that does not take part in this round",
            Group::Invited => "an invited organization",
            Group::Donor => "a donor of the round without a delegation",
            Group::Stranger => "a State outside the series",
            Group::Round => "the round: its organizer and chair",
            Group::OtherRound => "another round of the series",
            Group::Editor => "the editor of public facts of the installation",
        }
    }
}

/// A person of the small world.
#[derive(Clone)]
pub struct Person {
    pub group: Group,
    /// Two letters for the role.
    pub letters: &'static str,
    pub actor: Actor,
}

impl std::fmt::Debug for Person {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} of {}", self.actor.role.word(), self.group.head())
    }
}

/// The letters of a role, and what they mean. `second`: a contributor for the agency that the record is not of.
pub fn letters(role: Role, second: bool) -> (&'static str, &'static str) {
    match (role, second) {
        (Role::Coordinator, _) => ("Co", "coordinator"),
        (Role::Contributor, false) => {
            ("Ag", "contributor of an agency; in State XAA: of the agency whose draft it is")
        }
        (Role::Contributor, true) => ("A2", "contributor of another agency of the same State"),
        (Role::Translator, _) => ("Tr", "translator; in State XAA: to whom the shared records were given"),
        (Role::Reader, _) => ("Re", "reader"),
        (Role::Organizer, _) => ("Or", "organizer"),
        (Role::Chair, _) => ("Ch", "chair"),
        (Role::Editor, _) => ("Ed", "editor"),
    }
}
