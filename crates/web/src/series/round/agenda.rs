//! The agenda of a round: by day in columns where hours are known, and familiarization visits.

use super::OneRound;
use super::facts::day;
use crate::furniture::frame::Frame;
use crate::furniture::local;
use crate::furniture::model::Item;
use crate::furniture::model::anchor;
use crate::furniture::{parts, provenance};
use jiff::civil::Date;
use ledger::time::PartialDate;
use maud::{Markup, html};
use review::session::Session;
use review::visit::Visit;
use std::collections::BTreeMap;
use words::Message;

/// What stands on the agenda of a day.
enum Entry<'p> {
    Session(&'p Item<Session>),
    Visit(&'p Item<Visit>),
}

impl Entry<'_> {
    fn hour(&self) -> Option<&str> {
        match self {
            Entry::Session(item) => item.body.hour.as_deref(),
            Entry::Visit(item) => item.body.hour.as_deref(),
        }
    }

    /// The hour in minutes of the day.
    fn minute(&self) -> Option<i32> {
        let (hour, minute) = self.hour()?.split_once(':')?;
        Some(hour.parse::<i32>().ok()? * 60 + minute.parse::<i32>().ok()?)
    }
}

/// Where a session stands beside the clock.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    Past,
    Now,
    Ahead,
}

impl OneRound {
    /// The agenda by day. What has no day follows as a list.
    pub(super) fn days(&self, frame: &Frame) -> Markup {
        let days = self.by_day();
        let undated: Vec<&Item<Session>> =
            self.sessions.iter().filter(|item| whole_day(item.body.date).is_none()).collect();
        html! {
            section aria-labelledby="agenda" {
                h2.h2 #agenda { (frame.say("round-agenda-days")) }
                @if let Some(first) = self.sessions.first() { (provenance::line(frame, first)) }
                @if days.is_empty() && undated.is_empty() { p.mute { (frame.say("round-nothing-readable")) } }
                @if !days.is_empty() {
                    div.days {
                        @for (number, (date, entries)) in days.iter().enumerate() { (self.day(frame, number + 1, *date, entries)) }
                    }
                }
                @if !undated.is_empty() {
                    ul.list { @for item in undated { li id=(anchor(item.record)) { (frame.text(&item.body.title)) } } }
                }
            }
        }
    }

    fn by_day(&self) -> BTreeMap<Date, Vec<Entry<'_>>> {
        let mut days: BTreeMap<Date, Vec<Entry<'_>>> = BTreeMap::new();
        for item in &self.sessions {
            if let Some(date) = whole_day(item.body.date) {
                days.entry(date).or_default().push(Entry::Session(item));
            }
        }
        for item in &self.visits {
            if let Some(date) = whole_day(item.body.date) {
                days.entry(date).or_default().push(Entry::Visit(item));
            }
        }
        days.values_mut().for_each(|entries| entries.sort_by(|one, other| one.hour().cmp(&other.hour())));
        days
    }

    fn day(&self, frame: &Frame, number: usize, date: Date, entries: &[Entry<'_>]) -> Markup {
        let place = format!("day-{number}");
        let today = self.today(frame);
        let count = frame.tell(Message::new("round-day").with("day", number));
        let said = match today {
            Some(today) if today == date => {
                let now = local::moment(frame.now, self.round.body.zone.as_deref());
                let hour = format!("{:02}:{:02}", now.hour(), now.minute());
                frame.tell(Message::new("round-day-now").with("day", count).with("hour", hour))
            }
            Some(today) if today > date && !self.round.body.standing.took_place() => {
                frame.tell(Message::new("round-day-over").with("day", count))
            }
            _ => count,
        };
        let weekday = frame
            .say(&format!("round-weekday-{}", WEEKDAYS[date.weekday().to_monday_zero_offset() as usize]));
        html! {
            section aria-labelledby=(place) {
                h3 id=(place) { (weekday) ", " (frame.date(day(date))) " " span { (said) } }
                ol { @for (index, entry) in entries.iter().enumerate() { (self.entry(frame, entry, self.beside(frame, date, entries, index))) } }
            }
        }
    }

    /// Over, under way or ahead, by the clock of the place. A round that is over, and a page of the past, mark nothing.
    fn beside(&self, frame: &Frame, date: Date, entries: &[Entry<'_>], index: usize) -> Beside {
        let now = local::moment(frame.now, self.round.body.zone.as_deref());
        if self.day_of_days(frame).is_none() || date > now.date() {
            return Beside::Ahead;
        }
        if date < now.date() {
            return Beside::Past;
        }
        let clock = i32::from(now.hour()) * 60 + i32::from(now.minute());
        let begun = |entry: &Entry<'_>| entry.minute().is_some_and(|minute| minute <= clock);
        // The last entry of a day has no end on record: it is taken to be over after two hours.
        let over = match entries.get(index + 1) {
            Some(next) => begun(next),
            None => entries[index].minute().is_some_and(|minute| minute + 120 <= clock),
        };
        match (begun(&entries[index]), over) {
            (true, true) => Beside::Past,
            (true, false) => Beside::Now,
            (false, _) => Beside::Ahead,
        }
    }

    fn entry(&self, frame: &Frame, entry: &Entry<'_>, beside: Beside) -> Markup {
        let now = beside == Beside::Now;
        html! {
            li.past[beside == Beside::Past].now[now] id=(anchor(match entry { Entry::Session(item) => item.record, Entry::Visit(item) => item.record })) {
                time { (entry.hour().unwrap_or_default()) }
                @match entry {
                    Entry::Session(item) => div {
                        @if now { span.vh { (frame.say("round-session-now")) " " } }
                        (frame.text(&item.body.title))
                        @if let Some(note) = &item.body.note { span.sub { (frame.text(note)) } }
                    },
                    Entry::Visit(item) => div.site {
                        @if now { span.vh { (frame.say("round-session-now")) " " } }
                        b { (frame.say("round-visit")) ": " } (frame.text(&item.body.place))
                        @if let Some(note) = &item.body.note { span.sub { (frame.text(note)) } }
                    },
                }
            }
        }
    }

    /// Familiarization visits that stand on no day of the agenda.
    pub(super) fn visits_told(&self, frame: &Frame) -> Markup {
        let visits: Vec<&Item<Visit>> =
            self.visits.iter().filter(|item| whole_day(item.body.date).is_none()).collect();
        if visits.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="visits" {
                h2.h2 #visits { (frame.say("round-visits")) }
                ul.list { @for item in visits { (self.visit(frame, item)) } }
            }
        }
    }

    /// What an editor compiled: sessions as a list.
    pub(super) fn agenda(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="agenda" {
                h2.h2 #agenda { (frame.say(if self.sessions.is_empty() { "round-agenda" } else { "round-sessions" })) }
                @if self.sessions.is_empty() {
                    (parts::empty(&frame.say("round-agenda-none"), &frame.say("round-agenda-none-why")))
                } @else {
                    ul.list {
                        @for item in &self.sessions {
                            li id=(anchor(item.record)) {
                                (frame.text(&item.body.title))
                                p.prov { @if let Some(date) = item.body.date { span { (frame.date(date)) } } (self.sources.cite(frame, &item.body.sources)) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What an editor compiled: visits as a list.
    pub(super) fn visits(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="visits" {
                h2.h2 #visits { (frame.say("round-visits")) }
                @if self.visits.is_empty() { p.mute { (frame.say("round-visits-none")) } }
                ul.list { @for item in &self.visits { (self.visit(frame, item)) } }
            }
        }
    }

    fn visit(&self, frame: &Frame, item: &Item<Visit>) -> Markup {
        html! {
            li id=(anchor(item.record)) {
                (frame.text(&item.body.place))
                @if let Some(note) = &item.body.note { p.mute { (frame.text(note)) } }
                p.prov {
                    @if let Some(state) = item.body.state { span { (parts::party_name(frame, &self.parties, state)) } }
                    @if let Some(date) = item.body.date { span { (frame.date(date)) } }
                    (self.sources.cite(frame, &item.body.sources))
                }
            }
        }
    }
}

/// The words of the days of the week, Monday first.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The day, where the date is known to the day.
fn whole_day(date: Option<PartialDate>) -> Option<Date> {
    date.filter(|date| date.day().is_some()).map(PartialDate::first_day)
}
