//! A submission by its address: the series, the round, the State, and what it submits.

use crate::furniture::frame::Frame;
use crate::furniture::marking;
use crate::furniture::model::{Item, series_address};
use crate::furniture::phrase::Phrase;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::view::View;
use maud::Markup;
use review::party::Party;
use review::round::Round;
use review::series::Series;
use review::submission::Submission;
use serde::Serialize;

/// A submission and where it stands.
#[derive(Serialize)]
pub struct Found {
    /// The series.
    pub series: Item<Series>,
    /// The round.
    pub round: Item<Round>,
    /// The State.
    pub party: Item<Party>,
    /// What it submits.
    pub submission: Item<Submission>,
}

impl Found {
    /// The submission at that address, if the view shows it.
    pub fn at(view: &View<'_>, series: &str, round: &str, label: &str) -> Option<Self> {
        let series = Series::at(view, series)?;
        let round = Round::at(view, series.record, round)?;
        let (submission, party) = (view.about::<Submission>(round.record))
            .filter(|seen| seen.body.round == round.record)
            .find_map(|seen| {
                let party = view.find::<Party>(seen.body.party)?;
                (party.body.label == label).then_some((seen, party))
            })?;
        Some(Found {
            series: series.into(),
            round: round.into(),
            party: party.into(),
            submission: submission.into(),
        })
    }

    /// The marking of the submission, on a page of one of its parts that has no such marking itself.
    pub fn marking(&self, frame: &Frame, of_part: Option<&Text>) -> Markup {
        let marking = self.submission.marking.as_ref().filter(|marking| Some(*marking) != of_part);
        marking::chip(frame, self.submission.owner, marking)
    }

    /// Whether its own delegation is reading.
    pub fn is_own(&self, view: &View<'_>) -> bool {
        view.reader().acts_for == Some(self.submission.owner)
    }

    /// The record of the submission.
    pub fn record(&self) -> RecordId {
        self.submission.record
    }

    /// The address of the round.
    pub fn round_address(&self) -> String {
        format!("{}/rounds/{}", series_address(&self.series.body), self.round.body.slug)
    }

    /// The address of the submission.
    pub fn address(&self) -> String {
        format!("{}/submissions/{}", self.round_address(), crate::entry::encoded(&self.party.body.label))
    }

    /// The name of the State.
    pub fn state(&self, frame: &Frame) -> Phrase {
        frame.words(&self.party.body.name).into()
    }

    /// The way to the submission, without itself.
    pub fn crumbs(&self, frame: &Frame) -> Vec<(Phrase, String)> {
        vec![
            (frame.words(&self.round.body.title).into(), self.round_address()),
            (frame.say("submissions-title"), format!("/submissions?round={}", self.round.body.slug)),
        ]
    }
}
