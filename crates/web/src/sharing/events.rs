//! Events between rounds, by year.

use super::shelf::{Named, ordinal};
use crate::answer::Screen;
use crate::furniture::cited::Cited;
use crate::furniture::csv::Sheet;
use crate::furniture::frame::Frame;
use crate::furniture::linked::Linked;
use crate::furniture::listing::{self, Choice, Column, Listing, chosen};
use crate::furniture::model::Item;
use crate::furniture::parts::{self, capital};
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::id::RecordId;
use ledger::view::View;
use maud::{Markup, html};
use review::event::Event;
use review::round::Round;
use serde::Serialize;
use std::collections::BTreeMap;

/// The list of events.
#[derive(Serialize)]
pub struct Events {
    events: Vec<Item<Event>>,
    named: Named,
    links: Linked,
    /// The series of the round to which an event stands in relation.
    series: BTreeMap<RecordId, RecordId>,
    sources: Cited,
}

impl Events {
    /// The events that the view shows, the newest first.
    pub fn look(view: &View<'_>) -> Self {
        let mut events: Vec<Item<Event>> = view.all::<Event>().map(Item::from).collect();
        events.sort_by_key(|item| std::cmp::Reverse(begins(item)));
        let places = events.iter().filter_map(|item| item.body.place.as_ref()?.state);
        let parties =
            events.iter().flat_map(|item| item.body.states.iter().chain(&item.body.organizations).copied());
        let named = Named::of(view, parties.chain(places), std::iter::empty());
        let series = |item: &Item<Event>| {
            let round = view.find::<Round>(item.body.round?)?;
            Some((item.record, round.body.series))
        };
        let series: BTreeMap<RecordId, RecordId> = events.iter().filter_map(series).collect();
        let links = Linked::of(view, series.values().copied());
        let mut sources = Cited::default();
        events.iter().for_each(|item| sources.take(view, &item.body.sources));
        Events { events, named, links, series, sources }
    }

    fn listing<'a>(&'a self, frame: &'a Frame) -> Listing<'a, &'a Item<Event>> {
        let (year, series) = (chosen(frame, "year"), chosen(frame, "series"));
        let keep = |item: &&Item<Event>| {
            let parties: Vec<RecordId> =
                item.body.states.iter().chain(&item.body.organizations).copied().collect();
            let of_series = self.series.get(&item.record).map(ToString::to_string);
            self.named.keeps(frame, &*item.body, &parties, &[])
                && year.is_none_or(|year| year_of(item) == year)
                && series.is_none_or(|series| of_series.as_deref() == Some(series))
        };
        let states = |item: &&Item<Event>| self.states(frame, &item.body.states);
        let organizations = |item: &&Item<Event>| self.states(frame, &item.body.organizations);
        let place = |item: &&Item<Event>| {
            let name = item.body.place.as_ref().and_then(|place| place.name.as_ref());
            name.map(|name| frame.words(name).to_owned()).unwrap_or_default()
        };
        let columns = vec![
            Column::words("date", frame.say("sharing-dates"), |row: &&Item<Event>| {
                parts::when(frame, &row.body.dates).unwrap_or_default()
            })
            .ranked(|row| begins(row).map_or(0, ordinal)),
            Column::drawn(
                "event",
                frame.say("sharing-event"),
                |row: &&Item<Event>| html! {
                    a href=(frame.link(&format!("/records/{}", row.record))) { (frame.text(&row.body.title)) }
                    span.sub { (capital(&sort(frame, &row.body))) }
                },
                |row| frame.words(&row.body.title).to_owned(),
            )
            .naming(),
            Column::drawn(
                "place",
                frame.say("sharing-place"),
                |row: &&Item<Event>| parts::place(frame, &self.named.parties, row.body.place.as_ref()),
                place,
            ),
            Column::words("states", frame.say("sharing-states"), states),
            Column::words("organizations", frame.say("sharing-organizations"), organizations),
            Column::drawn(
                "of",
                frame.say("sharing-document-of"),
                |row: &&Item<Event>| html! {
                    (provenance::owner(frame, row.owner))
                    span.sub { (provenance::audience(frame, &row.audience)) }
                    span.sub { (provenance::version(frame, row)) }
                    span.sub { (self.sources.cite(frame, &row.body.sources)) }
                },
                |row| provenance::owner_words(frame, row.owner),
            ),
        ];
        Listing {
            marking: listing::marked(|row: &&Item<Event>| Some(*row)),
            name: "events",
            caption: frame.say("sharing-events"),
            columns,
            rows: self.events.iter().filter(keep).collect(),
            empty: (frame.say("sharing-events-none"), frame.say("sharing-none-why")),
        }
    }

    fn states(&self, frame: &Frame, ids: &[RecordId]) -> String {
        let names: Vec<&str> =
            ids.iter().map(|id| parts::party_name(frame, &self.named.parties, *id)).collect();
        frame.in_order(names, |name| *name).join(", ")
    }

    fn own_filters(&self, frame: &Frame) -> Vec<(&'static str, Phrase, Vec<Choice>)> {
        let mut years: Vec<String> = self.events.iter().map(year_of).collect();
        years.dedup();
        let years = years
            .into_iter()
            .filter(|year| !year.is_empty())
            .map(|year| (year.clone(), year.into()))
            .collect();
        let series = self.links.all().map(|link| (link.record.to_string(), link.title_words(frame).into()));
        let series = frame.in_order(series.collect(), |(_, name): &Choice| name.clone());
        vec![("year", frame.say("sharing-year"), years), ("series", frame.say("sharing-series"), series)]
    }
}

/// What sort of event, in words.
fn sort(frame: &Frame, event: &Event) -> Phrase {
    frame.say(&format!("sharing-event-{}", event.sort.word().replace('_', "-")))
}

fn begins(item: &Item<Event>) -> Option<ledger::time::PartialDate> {
    item.body.dates.first().map(|period| period.from)
}

fn year_of(item: &Item<Event>) -> String {
    begins(item).map(|date| date.year().to_string()).unwrap_or_default()
}

impl Screen for Events {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("sharing-events"),
            symbol: None,
            lede: Some(html! { (frame.say("sharing-events-lead")) }),
            crumbs: vec![(frame.say("sharing-title"), "/sharing".into())],
            part: Part::Sharing,
            provenance: provenance::readable(frame),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let year = |item: &&Item<Event>| match year_of(item) {
            year if year.is_empty() => frame.say("sharing-year-unknown"),
            year => year.into(),
        };
        html! {
            (self.named.filters(frame, &self.own_filters(frame)))
            section { (self.listing(frame).draw_by(frame, year)) }
            (self.sources.list(frame))
        }
    }

    fn table(&self, frame: &Frame) -> Option<Sheet> {
        Some(self.listing(frame).sheet(frame))
    }
}
