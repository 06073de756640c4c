//! All States: their names, and the rounds in which they took part. The map comes after the table, on request.

use crate::answer::Screen;
use crate::furniture::csv::Sheet;
use crate::furniture::frame::Frame;
use crate::furniture::listing::{self, Column, Listing};
use crate::furniture::map::{self, Map};
use crate::furniture::model::{Item, party_address, round_address};
use crate::furniture::phrase::Address;
use crate::furniture::shell::{Head, Part};
use crate::furniture::{parts, provenance};
use ledger::owner::World;
use ledger::view::View;
use maud::{Markup, html};
use review::delegation::{Capacity, Delegation};
use review::party::{Party, PartySort};
use review::round::Round;
use serde::Serialize;
use std::sync::Arc;

/// The page of all States.
#[derive(Serialize)]
pub struct StateList {
    states: Vec<Line>,
    #[serde(skip)]
    map: Option<Arc<Map>>,
}

/// A State and the rounds in which it took part, the earliest first.
#[derive(Serialize)]
pub struct Line {
    state: Item<Party>,
    rounds: Vec<InRound>,
}

/// A round with its address.
#[derive(Serialize)]
pub struct InRound {
    round: Item<Round>,
    address: String,
}

impl StateList {
    /// What the view shows of States.
    pub fn look(view: &View<'_>, map: Option<Arc<Map>>) -> Self {
        let states = view.all::<Party>().filter(|party| party.body.sort == PartySort::State);
        StateList { states: states.map(|state| line(view, state.into())).collect(), map }
    }

    fn listing<'a>(&'a self, frame: &'a Frame) -> Listing<'a, &'a Line> {
        let name = |line: &&Line| frame.words(&line.state.body.name).to_owned();
        let formal = |line: &&Line| {
            line.state.body.formal.as_ref().map(|formal| frame.words(formal).to_owned()).unwrap_or_default()
        };
        let rounds = |line: &&Line| {
            let titles = line.rounds.iter().map(|round| frame.words(&round.round.body.title));
            titles.collect::<Vec<_>>().join("; ")
        };
        let columns = vec![
            Column::drawn(
                "name",
                frame.say("series-state"),
                |line: &&Line| parts::party(frame, &line.state),
                name,
            )
            .naming(),
            Column::words("formal", frame.say("record-formal-name"), formal),
            Column::words("label", frame.say("states-label"), |line: &&Line| line.state.body.label.clone()),
            Column::drawn(
                "rounds",
                frame.say("states-took-part"),
                |line: &&Line| rounds_drawn(frame, line),
                rounds,
            ),
        ];
        Listing {
            marking: listing::marked(|line: &&Line| Some(&line.state)),
            name: "states",
            caption: frame.say("shell-nav-states"),
            columns,
            rows: frame.in_order(self.states.iter().filter(|line| !line.rounds.is_empty()).collect(), name),
            empty: (frame.say("states-empty"), frame.say("states-empty-why")),
        }
    }

    /// States that took part in no round yet: those that keep their record here, and those that sources name as donors,
    /// hosts of events, guests.
    fn others(&self, frame: &Frame, kept_here: bool) -> Markup {
        let kept = |line: &&Line| frame.owners.contains_key(&line.state.owner) == kept_here;
        let others: Vec<&Line> =
            self.states.iter().filter(|line| line.rounds.is_empty()).filter(kept).collect();
        let (place, heading) =
            if kept_here { ("kept", "states-kept-here") } else { ("others", "states-others") };
        if others.is_empty() {
            return html! {};
        }
        let others = frame.in_order(others, |line| frame.words(&line.state.body.name).to_owned());
        html! {
            section aria-labelledby=(place) {
                h2.h2 id=(place) { (frame.say(heading)) }
                ul.inline { @for line in others { li { (parts::party(frame, &line.state)) } } }
            }
        }
    }

    /// Of the public record only: a fictional region has no place on the earth.
    fn map(&self, frame: &Frame) -> Markup {
        if frame.world == World::Exercise {
            return html! {};
        }
        let states: Vec<(&Party, Address)> = (self.states.iter())
            .map(|line| (&*line.state.body, frame.link(&party_address(line.state.record, &line.state.body))))
            .collect();
        html! {
            details.showmap {
                summary { (frame.say("states-map-show")) }
                @match &self.map {
                    Some(map) => (map.draw(frame, &states)),
                    None => p.caveat { (frame.tell(words::Message::new("states-map-not-installed").with("file", map::FILE))) },
                }
            }
        }
    }
}

fn rounds_drawn(frame: &Frame, line: &Line) -> Markup {
    html! {
        @for (index, round) in line.rounds.iter().enumerate() {
            @if index > 0 { "; " }
            a href=(frame.link(&round.address)) { (frame.text(&round.round.body.title)) }
            @if let Some(when) = round.round.body.dates.first() { " " span.mute { (when.from.year()) } }
        }
    }
}

fn line(view: &View<'_>, state: Item<Party>) -> Line {
    let took_part = view.about::<Delegation>(state.record).filter(|delegation| {
        delegation.body.party == state.record && delegation.body.capacity == Capacity::Participant
    });
    let mut rounds: Vec<InRound> = took_part
        .filter_map(|delegation| {
            let round: Item<Round> = view.find::<Round>(delegation.body.round)?.into();
            Some(InRound { address: round_address(view, &round.body)?, round })
        })
        .collect();
    rounds.sort_by_key(|round| round.round.body.order());
    Line { state, rounds }
}

impl Screen for StateList {
    fn head(&self, frame: &Frame) -> Head {
        let lead = match frame.world {
            World::Record => frame.say("states-lead"),
            World::Exercise => frame.say("states-lead-exercise"),
        };
        Head {
            title: frame.say("shell-nav-states"),
            symbol: None,
            lede: Some(html! { (lead) }),
            crumbs: Vec::new(),
            part: Part::States,
            provenance: provenance::readable(frame),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="all" {
                h2.h2 #all { (frame.say("series-took-part")) }
                (self.listing(frame).draw(frame))
                p.caveat { (frame.say("series-order")) " " (frame.say("states-order-note")) }
            }
            (self.others(frame, true))
            (self.map(frame))
            (self.others(frame, false))
        }
    }

    fn table(&self, frame: &Frame) -> Option<Sheet> {
        Some(self.listing(frame).sheet(frame))
    }
}
