//! All series: what peer reviews were held.

use crate::answer::Screen;
use crate::furniture::cited::Cited;
use crate::furniture::frame::Frame;
use crate::furniture::model::{Item, Names, parties, series_address};
use crate::furniture::parts;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::id::RecordId;
use ledger::time::PartialDate;
use ledger::view::View;
use maud::{Markup, html};
use review::delegation::{Capacity, Delegation};
use review::party::Party;
use review::round::Round;
use review::series::Series;
use serde::Serialize;
use words::Message;

/// The page of all series.
#[derive(Serialize)]
pub struct SeriesList {
    series: Vec<Line>,
    parties: Names<Party>,
    sources: Cited,
}

/// One series in the list.
#[derive(Serialize)]
pub struct Line {
    series: Item<Series>,
    rounds: Vec<Item<Round>>,
    states: Vec<RecordId>,
}

impl SeriesList {
    /// What the view shows of all series, the earliest first.
    pub fn look(view: &View<'_>) -> Self {
        let mut series: Vec<Line> = view.all::<Series>().map(|series| line(view, series.into())).collect();
        series.sort_by_key(|line| (line.begins().is_none(), line.begins()));
        let parties = parties(view, series.iter().flat_map(|line| line.states.iter().copied()));
        let mut sources = Cited::default();
        series.iter().for_each(|line| sources.take(view, &line.series.body.sources));
        SeriesList { series, parties, sources }
    }

    /// The table alone, for the first page.
    pub fn table(&self, frame: &Frame) -> Markup {
        if self.series.is_empty() {
            return parts::empty(&frame.say("series-list-empty"), &frame.say("series-list-empty-why"));
        }
        html! {
            table.t.t-list {
                caption.vh { (frame.say("series-list-title")) }
                thead { tr {
                    th scope="col" { (frame.say("series-same-series")) }
                    th scope="col" { (frame.say("series-states-heading")) }
                    th scope="col" { (frame.say("series-the-rounds")) }
                } }
                tbody { @for line in &self.series { (self.row(frame, line)) } }
            }
        }
    }

    fn row(&self, frame: &Frame, line: &Line) -> Markup {
        let body = &line.series.body;
        let states: Vec<&str> =
            line.states.iter().map(|state| parts::party_name(frame, &self.parties, *state)).collect();
        let states = frame.in_order(states, |name| *name);
        html! {
            tr {
                th.what scope="row" {
                    a href=(frame.link(&series_address(body))) { (frame.text(&body.title)) }
                    @if let Some(begins) = line.begins() {
                        span.sub { (frame.tell(Message::new("series-since").with("year", words::Arg::Year(begins.year())))) }
                    }
                }
                td.full { (frame.list(&states)) }
                td.full {
                    @for round in &line.rounds {
                        @let address = format!("{}/rounds/{}", series_address(body), round.body.slug);
                        div {
                            a href=(frame.link(&address)) { (frame.text(&round.body.title)) }
                            " " span.mute { (parts::when(frame, &round.body.dates).unwrap_or_default()) }
                            @if !round.body.standing.took_place() {
                                " " span.mute { "(" (parts::standing(frame, &round.body)) ")" }
                            }
                        }
                    }
                }
            }
        }
    }
}

impl Line {
    fn begins(&self) -> Option<PartialDate> {
        self.rounds.iter().filter_map(|round| round.body.begins()).min()
    }
}

fn line(view: &View<'_>, series: Item<Series>) -> Line {
    let rounds: Vec<Item<Round>> =
        Round::of_series(view, series.record).into_iter().map(Item::from).collect();
    let mut states: Vec<RecordId> = (rounds.iter())
        .flat_map(|round| view.about::<Delegation>(round.record))
        .filter(|delegation| delegation.body.capacity == Capacity::Participant)
        .map(|delegation| delegation.body.party)
        .collect();
    states.sort_unstable();
    states.dedup();
    Line { series, rounds, states }
}

impl Screen for SeriesList {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("series-list-title"),
            symbol: Some("1540 (2004)".into()),
            lede: Some(html! { (frame.say("series-list-lead")) }),
            crumbs: Vec::new(),
            part: Part::Series,
            provenance: provenance::readable(frame),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="all" {
                h2.h2 #all { (frame.say("shell-nav-series")) }
                (self.table(frame))
            }
            (self.sources.list(frame))
        }
    }
}
