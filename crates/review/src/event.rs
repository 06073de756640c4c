//! An event between rounds: a round table, a training, a seminar.

use crate::actor::Role;
use crate::check;
use crate::fact::{self, Period, Place, sourced};
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::round::Round;
use crate::source::say;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Something that was held and is no round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// What it was.
    pub title: Text,
    /// What was done, in a sentence or two.
    pub summary: Text,
    /// When; the first entry is followed.
    pub dates: Vec<Period>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The States that took part or whose event it was.
    pub states: Vec<RecordId>,
    /// The organizations that took part.
    pub organizations: Vec<RecordId>,
    /// What sort of event.
    pub sort: EventSort,
    /// The round to which it stands in a plain relation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<RecordId>,
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

/// What sort of event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EventSort {
    /// A round table.
    RoundTable,
    /// A workshop.
    Workshop,
    /// A training.
    Training,
    /// A seminar.
    Seminar,
    /// A meeting of a national working group.
    WorkingGroup,
    /// A meeting that prepares another.
    PreparatoryMeeting,
    /// A peer review of another instrument.
    PeerReview,
}

impl EventSort {
    /// The stable word.
    pub fn word(self) -> &'static str {
        match self {
            EventSort::RoundTable => "round_table",
            EventSort::Workshop => "workshop",
            EventSort::Training => "training",
            EventSort::Seminar => "seminar",
            EventSort::WorkingGroup => "working_group",
            EventSort::PreparatoryMeeting => "preparatory_meeting",
            EventSort::PeerReview => "peer_review",
        }
    }
}

impl Body for Event {
    const KIND: &'static str = "review.event";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        let place = self.place.iter().filter_map(|place| place.state);
        self.round.into_iter().chain(place).for_each(&mut *found);
        self.states.iter().chain(&self.organizations).chain(&self.sources).copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.title, found);
        say(&self.summary, found);
        self.place.iter().filter_map(|place| place.name.as_ref()).for_each(|name| say(name, found));
    }
}

impl Noun for Event {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Coordinator, Role::Organizer];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        check::text(&self.title, check::NAME, "body/title")?;
        check::text(&self.summary, check::PARAGRAPH, "body/summary")?;
        fact::periods(beside, &self.dates, "body/dates")?;
        fact::place(beside, self.place.as_ref(), "body/place")?;
        check::refer_all::<Party>(view, &self.states, "body/states")?;
        check::refer_all::<Party>(view, &self.organizations, "body/organizations")?;
        self.round.map_or(Ok(()), |round| check::refers::<Round>(view, round, "body/round"))?;
        sourced(beside, &self.sources, "body/sources")
    }
}
