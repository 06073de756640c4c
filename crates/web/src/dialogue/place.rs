//! Where a dialogue stands: its series and round, and what a question or an observation is about.

use crate::furniture::frame::Frame;
use crate::furniture::model::{Item, series_address};
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use ledger::id::OwnerId;
use ledger::owner::OwnerSort;
use ledger::time::PartialDate;
use ledger::view::View;
use maud::{Markup, html};
use review::anchor::Anchor;
use review::part::Part;
use review::round::Round;
use review::series::Series;
use review::thread::{Place, QuestionState};
use serde::Serialize;
use words::Message;

/// A round and its series.
#[derive(Serialize)]
pub struct InRound {
    /// The series.
    pub series: Item<Series>,
    /// The round.
    pub round: Item<Round>,
}

impl InRound {
    /// The round at that address, if the view shows it.
    pub fn at(view: &View<'_>, series: &str, round: &str) -> Option<Self> {
        let series = Series::at(view, series)?;
        let round = Round::at(view, series.record, round)?;
        Some(InRound { series: series.into(), round: round.into() })
    }

    /// The address of the round.
    pub fn address(&self) -> String {
        format!("{}/rounds/{}", series_address(&self.series.body), self.round.body.slug)
    }

    /// The way to the round.
    pub fn crumbs(&self, frame: &Frame) -> Vec<(Phrase, String)> {
        vec![
            (frame.words(&self.series.body.title).into(), series_address(&self.series.body)),
            (frame.words(&self.round.body.title).into(), self.address()),
        ]
    }
}

/// The word of a place in the address of a filter: the row, the part, or the record.
pub fn word(view: &View<'_>, anchor: &Anchor) -> String {
    let place = Place::of(view, anchor);
    let part = || view.find::<Part>(place.record).map(|part| part.body.part.word().to_owned());
    place.item.clone().or_else(part).unwrap_or_else(|| place.record.to_string())
}

/// Who asks. What was put through the moderator is the round's, and has no name.
pub fn asker(frame: &Frame, owner: OwnerId) -> Markup {
    match frame.owners.get(&owner) {
        Some(known) if known.sort == OwnerSort::Round => html! {
            span.own.own-org { span.tm.iso aria-hidden="true" { (known.label) } (frame.say("dialogue-moderator")) }
        },
        _ => provenance::owner(frame, owner),
    }
}

/// The same in plain words.
pub fn asker_words(frame: &Frame, owner: OwnerId) -> Phrase {
    match frame.owners.get(&owner) {
        Some(known) if known.sort == OwnerSort::Round => frame.say("dialogue-moderator"),
        _ => provenance::owner_words(frame, owner),
    }
}

/// What became of a question; while it is open, on whose list it is and by when a reply is invited.
pub fn state(frame: &Frame, state: QuestionState, to: &str, invited_by: Option<PartialDate>) -> Phrase {
    match (state, invited_by) {
        (QuestionState::Open, Some(by)) => frame
            .tell(Message::new("dialogue-on-list-by").with("state", to).with("date", frame.date_short(by))),
        (QuestionState::Open, None) => frame.tell(Message::new("dialogue-on-list").with("state", to)),
        (other, _) => frame.say(&format!("dialogue-state-{}", other.word().replace('_', "-"))),
    }
}

/// A day as a number, in the order of days.
pub fn rank(day: PartialDate) -> i64 {
    let first = day.first_day();
    i64::from(first.year()) * 400 + i64::from(first.day_of_year())
}
