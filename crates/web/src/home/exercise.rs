//! The first page of the exercise.

use super::doors;
use crate::answer::Screen;
use crate::furniture::frame::Frame;
use crate::furniture::model::{Item, items_about, round_address};
use crate::furniture::shell::{Head, Part};
use crate::furniture::{local, parts, provenance};
use ledger::time::PartialDate;
use ledger::view::View;
use maud::{Markup, html};
use review::party::{Party, PartySort};
use review::round::{Phase, Round};
use review::session::Session;
use serde::Serialize;
use words::Message;

/// The first page of the exercise.
#[derive(Serialize)]
pub struct ExerciseHome {
    /// The round in session; if there is none, the latest.
    #[serde(skip_serializing_if = "Option::is_none")]
    round: Option<Item<Round>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    sessions: Vec<Item<Session>>,
    states: Vec<Item<Party>>,
}

/// Where everything stands.
const DOORS: [(&str, &str, &str); 9] = [
    ("/submissions", "shell-nav-submissions", "home-door-submissions"),
    ("/recommendations", "shell-nav-recommendations", "home-door-recommendations"),
    ("/follow-up", "home-follow-up", "home-door-follow-up"),
    ("/plans", "shell-nav-plans", "home-door-plans"),
    ("/practices", "home-practices", "home-door-practices"),
    ("/assistance", "home-assistance", "home-door-assistance"),
    ("/library", "home-library", "home-door-library"),
    ("/events", "home-events", "home-door-events"),
    ("/contacts", "home-contacts", "home-door-contacts"),
];

impl ExerciseHome {
    /// What the view shows of the exercise.
    pub fn look(view: &View<'_>) -> Self {
        let mut rounds: Vec<Item<Round>> = view.all::<Round>().map(Item::from).collect();
        rounds.sort_by_key(|round| round.body.order());
        let in_session = |round: &&Item<Round>| {
            round.body.phase() == Some(Phase::InSession) && !round.body.standing.took_place()
        };
        let round = rounds.iter().rev().find(in_session).or_else(|| rounds.last()).cloned();
        let id = round.as_ref().map(|round| round.record);
        let mut sessions: Vec<Item<Session>> = id.map(|id| items_about(view, id)).unwrap_or_default();
        sessions
            .sort_by(|one, other| (one.body.date, &one.body.hour).cmp(&(other.body.date, &other.body.hour)));
        let states = view.all::<Party>().filter(|party| party.body.sort == PartySort::State);
        ExerciseHome {
            address: round.as_ref().and_then(|round| round_address(view, &round.body)),
            states: states.map(Item::from).collect(),
            sessions,
            round,
        }
    }

    fn now(&self, frame: &Frame) -> Markup {
        let (Some(round), Some(address)) = (&self.round, &self.address) else {
            return parts::empty(&frame.say("home-no-round"), &frame.say("home-no-round-why"));
        };
        let body = &round.body;
        let today = frame.past.is_none().then(|| local::moment(frame.now, body.zone.as_deref()).date());
        let day = today.and_then(|today| local::day_of(today, body));
        let heading = if day.is_some() { "home-in-session" } else { "home-latest-round" };
        html! {
            section aria-labelledby="now" {
                h2.h2 #now {
                    (frame.say(heading))
                    @if let Some((day, days)) = day { " " span.mute { (frame.tell(Message::new("round-day-of").with("day", day).with("days", days))) } }
                }
                h3.h3 {
                    a href=(frame.link(address)) { (frame.text(&body.title)) }
                    @if let Some(when) = parts::when(frame, &body.dates) { ", " (when) }
                }
                p.doc { (frame.text(&body.summary)) }
                (provenance::line(frame, round))
                @if frame.now != frame.drawn { p.caveat { (frame.tell(Message::new("home-stands").with("date", frame.date(PartialDate::of(frame.now.day()))))) } }
                @if day.is_some() { (self.today(frame, today)) }
            }
        }
    }

    /// The sessions of today.
    fn today(&self, frame: &Frame, today: Option<jiff::civil::Date>) -> Markup {
        let of_today = |item: &&Item<Session>| {
            let date = item.body.date.filter(|date| date.day().is_some()).map(|date| date.first_day());
            date.is_some() && date == today
        };
        let sessions: Vec<&Item<Session>> = self.sessions.iter().filter(of_today).collect();
        if sessions.is_empty() {
            return html! {};
        }
        html! {
            div.days.days-1 {
                section aria-labelledby="today" {
                    h3 #today {
                        (frame.say("home-today"))
                        @if let Some(today) = today { ", " (frame.date(PartialDate::of(today))) }
                        @if let Some(offset) = self.offset(frame) { span { (offset) } }
                    }
                    ol { @for item in sessions {
                        li {
                            time { (item.body.hour.as_deref().unwrap_or_default()) }
                            div { (frame.text(&item.body.title)) @if let Some(note) = &item.body.note { span.sub { (frame.text(note)) } } }
                        }
                    } }
                }
            }
        }
    }

    /// In which zone the hours are given.
    fn offset(&self, frame: &Frame) -> Option<String> {
        local::offset(frame.now, self.round.as_ref()?.body.zone.as_deref()?)
    }

    fn states(&self, frame: &Frame) -> Markup {
        let states = frame.in_order(self.states.iter().collect(), |state: &&Item<Party>| {
            frame.words(&state.body.name).to_owned()
        });
        html! {
            section aria-labelledby="states" {
                h2.h2 #states { (frame.say("shell-nav-states")) }
                ul.list { @for state in states {
                    li { (parts::party(frame, state)) @if let Some(formal) = &state.body.formal { " " span.mute { (frame.text(formal)) } } }
                } }
                p.caveat { (frame.say("series-order")) }
            }
        }
    }

    fn reads_as(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="reads" {
                h2.h2 #reads { (frame.say("home-reads")) }
                p.doc { (frame.say("home-reads-text")) }
                @if !frame.readers.is_empty() { p.doc { (frame.say("home-reads-how")) } }
                @if let Some(reading) = &frame.reading {
                    p { b { (frame.tell(Message::new("home-reads-now").with("reader", frame.words(&reading.name)))) } }
                }
            }
        }
    }
}

impl Screen for ExerciseHome {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("home-exercise-title"),
            symbol: Some("1540 (2004)".into()),
            lede: Some(html! { (frame.say("home-exercise-lead")) }),
            crumbs: Vec::new(),
            part: Part::Home,
            provenance: provenance::readable(frame),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            div.cols.cols-2 {
                div { (self.now(frame)) }
                div { (self.states(frame)) }
            }
            section aria-labelledby="doors" {
                h2.h2 #doors { (frame.say("home-doors")) }
                (doors(frame, &DOORS))
            }
            (self.reads_as(frame))
            p.more { a href=(frame.link("/series")) { (frame.say("home-all-rounds")) } }
        }
    }
}
