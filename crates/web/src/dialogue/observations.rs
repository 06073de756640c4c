//! The observations of a round: what somebody saw at a visit or read at the desk.

use super::place::{InRound, rank};
use crate::answer::Screen;
use crate::furniture::csv::Sheet;
use crate::furniture::frame::Frame;
use crate::furniture::linked::Linked;
use crate::furniture::listing::{self, Choice, Column, Listing, chosen, filters};
use crate::furniture::model::{Item, Names, anchor, parties};
use crate::furniture::parts::party_name;
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::view::View;
use maud::{Markup, html};
use review::observation::{Observation, ObservationSort};
use review::party::Party;
use review::thread::order;
use serde::Serialize;
use std::collections::BTreeSet;
use words::Message;

/// The page of a round's observations.
#[derive(Serialize)]
pub struct Observations {
    #[serde(flatten)]
    place: InRound,
    observations: Vec<Item<Observation>>,
    parties: Names<Party>,
    linked: Linked,
}

impl Observations {
    /// What the view shows of that round's observations.
    pub fn look(view: &View<'_>, series: &str, round: &str) -> Option<Self> {
        let place = InRound::at(view, series, round)?;
        let round = place.round.record;
        let mut seen: Vec<_> =
            view.about::<Observation>(round).filter(|seen| seen.body.round == round).collect();
        seen.sort_by_key(|seen| order(&seen.facts));
        let observations: Vec<Item<Observation>> = seen.into_iter().map(Item::from).collect();
        let about = |item: &Item<Observation>| {
            let at = item.body.at.as_ref().map(|at| at.record);
            at.into_iter().chain(item.body.visit).collect::<Vec<_>>()
        };
        Some(Observations {
            parties: parties(view, observations.iter().filter_map(|item| item.body.about)),
            linked: Linked::of(view, observations.iter().flat_map(about)),
            observations,
            place,
        })
    }

    fn state(&self, frame: &Frame, item: &Item<Observation>) -> &str {
        item.body.about.map(|about| party_name(frame, &self.parties, about)).unwrap_or_default()
    }

    /// The rows that the filters leave.
    fn rows(&self, frame: &Frame) -> Vec<&Item<Observation>> {
        let label = |item: &Item<Observation>| {
            item.body.about.and_then(|about| self.parties.get(&about)).map(|party| party.body.label.clone())
        };
        let state = chosen(frame, "state");
        let sort = chosen(frame, "sort-of");
        (self.observations.iter())
            .filter(|item| state.is_none_or(|state| label(item).as_deref() == Some(state)))
            .filter(|item| sort.is_none_or(|sort| item.body.sort.word() == sort))
            .collect()
    }

    fn choices(&self, frame: &Frame) -> [Vec<Choice>; 2] {
        let states =
            frame.in_order(self.parties.values().collect(), |party| frame.words(&party.body.name).to_owned());
        let state = |party: &Item<Party>| (party.body.label.clone(), frame.words(&party.body.name).into());
        let sorts: BTreeSet<ObservationSort> = self.observations.iter().map(|item| item.body.sort).collect();
        let sort = |sort: ObservationSort| (sort.word().to_owned(), sort_words(frame, sort));
        [states.into_iter().map(state).collect(), sorts.into_iter().map(sort).collect()]
    }

    /// At what it was made: an item, a part, a visit.
    fn made_at(&self, frame: &Frame, item: &Item<Observation>) -> Markup {
        let records = item.body.at.iter().map(|at| at.record).chain(item.body.visit);
        html! { @for record in records {
            @if let Some(title) = self.linked.get(record).and_then(|link| link.title.as_ref()) {
                span.line { (self.linked.around(frame, record, frame.text(title))) }
            }
        } }
    }

    fn made_at_words(&self, frame: &Frame, item: &Item<Observation>) -> String {
        let records = item.body.at.iter().map(|at| at.record).chain(item.body.visit);
        let titles = records.filter_map(|record| self.linked.get(record)?.title.as_ref());
        titles.map(|title| frame.words(title)).collect::<Vec<_>>().join("; ")
    }

    fn listing<'a>(&'a self, frame: &'a Frame) -> Listing<'a, &'a Item<Observation>> {
        type Row<'a> = &'a Item<Observation>;
        Listing {
            marking: listing::marked(|row: &Row<'a>| Some(*row)),
            name: "observations",
            caption: frame.say("dialogue-observations"),
            columns: vec![
                Column::drawn(
                    "observation",
                    frame.say("dialogue-observation"),
                    move |item: &Row<'_>| observation(frame, item),
                    move |item| {
                        let symbol = item.body.symbol.clone().unwrap_or_default();
                        format!("{symbol} {}", frame.words(&item.body.words))
                    },
                )
                .naming(),
                Column::words("kind", frame.say("dialogue-sort"), move |item: &Row<'_>| {
                    sort_words(frame, item.body.sort)
                }),
                Column::drawn(
                    "by",
                    frame.say("dialogue-observed-by"),
                    move |item: &Row<'_>| provenance::owner(frame, item.owner),
                    move |item| provenance::owner_words(frame, item.owner),
                ),
                Column::words("state", frame.say("dialogue-concerns"), move |item: &Row<'_>| {
                    self.state(frame, item)
                }),
                Column::drawn(
                    "at",
                    frame.say("dialogue-made-at"),
                    move |item: &Row<'_>| self.made_at(frame, item),
                    move |item| self.made_at_words(frame, item),
                ),
                Column::drawn(
                    "date",
                    frame.say("dialogue-date"),
                    move |item: &Row<'_>| html! { span.nb { (frame.date_short(item.day())) } },
                    move |item| frame.date_short(item.day()),
                )
                .ranked(|item| rank(item.day())),
                Column::drawn(
                    "readers",
                    frame.say("dialogue-read-by"),
                    move |item: &Row<'_>| {
                        html! {
                            (provenance::audience(frame, &item.audience))
                            @if provenance::is_draft(item) { " " (provenance::version(frame, item)) }
                        }
                    },
                    move |item| provenance::audience_words(frame, &item.audience),
                ),
            ],
            rows: self.rows(frame),
            empty: (frame.say("dialogue-observations-none"), frame.say("dialogue-observations-none-why")),
        }
    }
}

fn sort_words(frame: &Frame, sort: ObservationSort) -> Phrase {
    frame.say(&format!("dialogue-sort-{}", sort.word()))
}

fn observation(frame: &Frame, item: &Item<Observation>) -> Markup {
    html! {
        span.wordy id=(anchor(item.record)) {
            @if let Some(symbol) = &item.body.symbol { span.sym-s { (symbol) } " " }
            (frame.text(&item.body.words))
        }
    }
}

impl Screen for Observations {
    fn head(&self, frame: &Frame) -> Head {
        let title = frame.words(&self.place.round.body.title);
        Head {
            title: frame.tell(Message::new("dialogue-observations-of").with("round", title)),
            symbol: Some(self.place.round.body.symbol.clone()),
            lede: Some(html! { (frame.say("dialogue-observations-lead")) }),
            crumbs: self.place.crumbs(frame),
            part: Part::Submissions,
            provenance: provenance::readable(frame),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let [states, sorts] = self.choices(frame);
        let fields = [
            ("state", frame.say("dialogue-concerns"), states),
            ("sort-of", frame.say("dialogue-sort"), sorts),
        ];
        html! {
            @if !self.observations.is_empty() { (filters(frame, &fields)) }
            (self.listing(frame).draw(frame))
            p.more { a href=(frame.link(&format!("{}/questions", self.place.address()))) { (frame.say("dialogue-to-questions")) } }
        }
    }

    fn table(&self, frame: &Frame) -> Option<Sheet> {
        Some(self.listing(frame).sheet(frame))
    }
}
