//! One series: who took part in which round, the rounds, the events between them, the sources.

use crate::answer::Screen;
use crate::furniture::cited::Cited;
use crate::furniture::frame::Frame;
use crate::furniture::model::{Item, Names, items_about, parties, series_address};
use crate::furniture::parts;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::id::RecordId;
use ledger::view::View;
use maud::{Markup, html};
use review::delegation::{Capacity, Delegation};
use review::event::Event;
use review::party::Party;
use review::round::Round;
use review::series::Series;
use serde::Serialize;
use words::Message;

/// The page of a series.
#[derive(Serialize)]
pub struct OneSeries {
    series: Item<Series>,
    rounds: Vec<Item<Round>>,
    delegations: Vec<Item<Delegation>>,
    events: Vec<Item<Event>>,
    parties: Names<Party>,
    sources: Cited,
}

impl OneSeries {
    /// What the view shows of that series.
    pub fn look(view: &View<'_>, slug: &str) -> Option<Self> {
        let series: Item<Series> = Series::at(view, slug)?.into();
        let rounds: Vec<Item<Round>> =
            Round::of_series(view, series.record).into_iter().map(Item::from).collect();
        let delegations: Vec<Item<Delegation>> =
            rounds.iter().flat_map(|round| items_about(view, round.record)).collect();
        let mut events: Vec<Item<Event>> =
            rounds.iter().flat_map(|round| items_about(view, round.record)).collect();
        events.sort_by_key(|event| event.body.dates.first().map(|period| period.from));
        let took_part = delegations.iter().map(|delegation| delegation.body.party);
        let places = rounds.iter().filter_map(|round| round.body.place.as_ref()?.state);
        let held_in = events.iter().filter_map(|event| event.body.place.as_ref()?.state);
        let parties = parties(view, took_part.chain(places).chain(held_in));
        let mut sources = Cited::default();
        sources.take(view, &series.body.sources);
        rounds.iter().for_each(|round| sources.take(view, &round.body.sources));
        events.iter().for_each(|event| sources.take(view, &event.body.sources));
        Some(OneSeries { series, rounds, delegations, events, parties, sources })
    }

    /// The participating States in the order of the page's language.
    fn states(&self, frame: &Frame) -> Vec<&Item<Party>> {
        let participants =
            self.delegations.iter().filter(|delegation| delegation.body.capacity == Capacity::Participant);
        let mut ids: Vec<RecordId> = participants.map(|delegation| delegation.body.party).collect();
        ids.sort_unstable();
        ids.dedup();
        let states = ids.iter().filter_map(|id| self.parties.get(id)).collect();
        frame.in_order(states, |state| frame.words(&state.body.name).to_owned())
    }

    fn address(&self, round: &Round) -> String {
        [&series_address(&self.series.body), "/rounds/", &round.slug].concat()
    }

    fn who_took_part(&self, frame: &Frame) -> Markup {
        let states = self.states(frame);
        if states.is_empty() {
            return html! {};
        }
        html! {
            section {
                h2.h2 #took-part { (frame.say("series-took-part")) }
                div.wrap tabindex="0" role="region" aria-labelledby="took-part" {
                    table.t.parts {
                        thead { tr {
                            th.stick scope="col" { (frame.say("series-state")) }
                            @for (index, round) in self.rounds.iter().enumerate() { (self.column(frame, index, round)) }
                        } }
                        tbody { @for state in states { tr {
                            th.stick scope="row" { (parts::party(frame, state)) }
                            @for round in &self.rounds { (self.cell(frame, state.record, round)) }
                        } } }
                    }
                }
                p.caveat { (frame.say("series-order")) " " (frame.say("series-took-part-note")) }
            }
        }
    }

    fn column(&self, frame: &Frame, index: usize, round: &Item<Round>) -> Markup {
        html! {
            th scope="col" {
                span.rn { (index + 1) } " "
                a href=(frame.link(&self.address(&round.body))) { (frame.text(&round.body.title)) }
                span.sub { (parts::when(frame, &round.body.dates).unwrap_or_else(|| frame.say("round-dates-unknown"))) }
                @if let Some(format) = &round.body.format { span.sub { (super::round::format_label(frame, &format.label)) } }
                @if !round.body.standing.took_place() { span.sub { (parts::standing(frame, &round.body)) } }
            }
        }
    }

    fn cell(&self, frame: &Frame, state: RecordId, round: &Item<Round>) -> Markup {
        let delegation =
            self.delegations.iter().find(|one| one.body.round == round.record && one.body.party == state);
        let held_here = round.body.place.as_ref().and_then(|place| place.state) == Some(state);
        match delegation.map(|delegation| delegation.body.capacity) {
            Some(Capacity::Participant) if held_here => {
                html! { td.part { b { (frame.say("series-cell-host")) } } }
            }
            Some(Capacity::Participant) => html! { td.part { (frame.say("series-cell-took-part")) } },
            Some(Capacity::Observer) => html! { td { (frame.say("round-capacity-observer")) } },
            _ => {
                html! { td.mute { span aria-hidden="true" { "–" } span.vh { (frame.say("series-cell-none")) } } }
            }
        }
    }

    fn the_rounds(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="rounds" {
                h2.h2 #rounds { (frame.say("series-the-rounds")) }
                @if self.rounds.is_empty() { p.mute { (frame.say("series-rounds-empty")) } }
                ol.rounds {
                    @for (index, round) in self.rounds.iter().enumerate() {
                        li {
                            span.rn aria-hidden="true" { (index + 1) }
                            div {
                                h3 { a href=(frame.link(&self.address(&round.body))) { (super::round::title(frame, &round.body)) } }
                                @if let Some(format) = &round.body.format {
                                    p.small.mute { (frame.say("round-in-title")) ": " (super::round::format_label(frame, &format.label)) }
                                }
                                p { (frame.text(&round.body.summary)) " " (self.sources.cite(frame, &round.body.sources)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn events(&self, frame: &Frame) -> Markup {
        if self.events.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="events" {
                h2.h2 #events { (frame.say("round-events")) }
                ul.list { @for event in &self.events { (super::round::event(frame, &self.parties, &self.sources, event)) } }
            }
        }
    }
}

impl Screen for OneSeries {
    fn head(&self, frame: &Frame) -> Head {
        let body = &self.series.body;
        Head {
            title: frame.words(&body.title).into(),
            symbol: Some(frame.tell(Message::new("series-rounds").with("count", self.rounds.len())).into()),
            lede: Some(frame.text(&body.about).markup()),
            crumbs: vec![(frame.say("series-list-title"), "/series".into())],
            part: Part::Series,
            provenance: provenance::page(frame, &self.series),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            (self.who_took_part(frame))
            (self.the_rounds(frame))
            (self.events(frame))
            (self.sources.list(frame))
            p.more { a href=(frame.link(&format!("/records/{}/history", self.series.record))) { (frame.say("history-title")) } }
        }
    }
}
