//! The phases of a round, and its key facts.

use super::{OneRound, format_label};
use crate::furniture::frame::{Frame, plain};
use crate::furniture::phrase::Phrase;
use crate::furniture::{local, parts};
use ledger::time::PartialDate;
use maud::{Markup, html};
use review::round::{Phase, Step};
use words::Message;

impl OneRound {
    /// The phases: those that are on record, and those to come of a round that has not ended.
    pub(super) fn steps(&self, frame: &Frame) -> Markup {
        let body = &self.round.body;
        let now = body.phase();
        let to_come =
            Phase::ALL.into_iter().filter(|phase| Some(*phase) > now && !body.standing.took_place());
        let last = body.steps.len();
        html! {
            h2.vh { (frame.say("round-phase")) }
            ol.steps aria-label=(frame.say("round-phase")) {
                @for (index, step) in body.steps.iter().enumerate() {
                    li aria-current=[(index + 1 == last).then_some("step")] { (self.step(frame, step)) }
                }
                @for phase in to_come {
                    li.todo {
                        b { (parts::phase_name(frame, phase)) } span.vh { (frame.say("round-phase-to-come")) }
                        span.sub { (self.ahead(frame, phase)) }
                    }
                }
            }
        }
    }

    fn step(&self, frame: &Frame, step: &Step) -> Markup {
        let day = self.day_of_days(frame).filter(|_| step.step == Phase::InSession);
        html! {
            b { (parts::phase_name(frame, step.step)) }
            span.sub {
                @match day {
                    Some((day, days)) => span.line { (frame.tell(Message::new("round-day-of").with("day", day).with("days", days))) },
                    None => @if let Some(when) = step.when { span.line { (frame.date(when)) } },
                }
                @if let Some(note) = &step.note { span.line { (frame.text(note)) } }
                (self.sources.cite(frame, &step.sources))
            }
        }
    }

    /// When a phase is to come, or what brings it about. Of a round that sources only announce, nothing is promised.
    fn ahead(&self, frame: &Frame, phase: Phase) -> Phrase {
        if frame.world == ledger::owner::World::Record {
            return Phrase::default();
        }
        let period = self.round.body.dates.first();
        match (phase, period) {
            (Phase::InSession, Some(period)) => frame.dates(period.from, period.to),
            (Phase::Adopted, Some(period)) => {
                let last = period.to.unwrap_or(period.from);
                frame.tell(Message::new("round-ahead-adopted").with("date", plain(last)))
            }
            (Phase::FollowUp, _) => frame.say("round-ahead-follow-up"),
            (Phase::Closed, _) => frame.say("round-ahead-closed"),
            _ => Phrase::default(),
        }
    }

    /// Today as a day of the meeting: "2 of 3". Nothing in the past, and on days on which it does not meet.
    pub(super) fn day_of_days(&self, frame: &Frame) -> Option<(i64, i64)> {
        local::day_of(self.today(frame)?, &self.round.body)
    }

    /// Today where the round meets; nothing on a page of the past.
    pub(super) fn today(&self, frame: &Frame) -> Option<jiff::civil::Date> {
        let now = local::moment(frame.now, self.round.body.zone.as_deref());
        frame.past.is_none().then(|| now.date())
    }

    pub(super) fn key_facts(&self, frame: &Frame) -> Markup {
        let body = &self.round.body;
        let who = |all: &[review::fact::Who]| {
            parts::who(frame, &self.parties, all, |sources| self.sources.cite(frame, sources))
        };
        let format = body.format.as_ref().map(|format| html! {
            (format_label(frame, &format.label)) @if let Some(note) = &format.note { " " span.mute { (frame.text(note)) } }
        });
        let dates = html! {
            @for period in &body.dates {
                span.line { (frame.dates(period.from, period.to)) " " (self.sources.cite(frame, &period.sources)) }
            }
            @if body.dates.is_empty() { span.mute { (frame.say("round-dates-unknown")) } }
        };
        let place = html! {
            (parts::place(frame, &self.parties, body.place.as_ref()))
            @if let Some(place) = &body.place { " " (self.sources.cite(frame, &place.sources)) }
        };
        let count = body.participants.as_ref().map(|some| {
            html! {
                (words::number(i64::from(some.count))) " " (self.sources.cite(frame, &some.sources))
            }
        });
        html! {
            section aria-labelledby="facts" {
                h2.h2 #facts { (frame.say("round-key-facts")) }
                (parts::facts(vec![
                    (frame.say("round-standing"), html! { (parts::standing(frame, body)) }),
                    (frame.say("round-in-title"), format.unwrap_or_default()),
                    (frame.say("round-dates"), dates),
                    (frame.say("round-place"), place),
                    (frame.say("round-local-time"), self.local_time(frame)),
                    (frame.say("round-initiated-by"), who(&body.initiators)),
                    (frame.say("round-hosted-by"), who(&body.hosts)),
                    (frame.say("round-chair"), who(&body.chairs)),
                    (frame.say("round-organized-by"), who(&body.organizers)),
                    (frame.say("round-supported-by"), who(&body.donors)),
                    (frame.say("round-grew-from"), self.grew_from(frame)),
                    (frame.say("round-builds-on"), self.builds_on(frame)),
                    (frame.say("round-modalities"), self.modalities_fact(frame)),
                    (frame.say("round-languages"), self.languages(frame)),
                    (frame.say("round-scope"), html! { (self.scope_words(frame)) }),
                    (frame.say("round-participants-number"), count.unwrap_or_default()),
                    (frame.say("round-themes"), self.theme_list(frame)),
                ]))
            }
        }
    }

    /// "UTC+6; hours on this page are local".
    fn local_time(&self, frame: &Frame) -> Markup {
        let offset = self.round.body.zone.as_deref().and_then(|zone| local::offset(frame.now, zone));
        let Some(offset) = offset else { return html! {} };
        html! { (offset) " " span.mute { (frame.say("round-local-time-note")) } }
    }

    fn grew_from(&self, frame: &Frame) -> Markup {
        let Some(grew) = &self.round.body.grew_from else { return html! {} };
        match grew.record {
            Some(record) => self.linked.around(frame, record, frame.text(&grew.note)),
            None => frame.text(&grew.note).markup(),
        }
    }

    /// The round before this one in the series that took place.
    fn builds_on(&self, frame: &Frame) -> Markup {
        if frame.world == ledger::owner::World::Record {
            return html! {};
        }
        let [Some(before), _] = self.neighbours() else { return html! {} };
        html! { a href=(frame.link(&self.address(&before.body))) { (super::title(frame, &before.body)) } }
    }

    fn modalities_fact(&self, frame: &Frame) -> Markup {
        let Some(modalities) = &self.modalities else { return html! {} };
        let body = &modalities.body;
        let address = format!("{}/modalities", self.address(&self.round.body));
        let decision = frame.say(&format!("round-decision-{}", body.decision.word().replace('_', "-")));
        let attribution = frame.say(&format!("round-attribution-{}", body.attribution.word()));
        let name = body.symbol.clone().unwrap_or_else(|| frame.say("round-modalities").into());
        html! { a href=(frame.link(&address)) { (name) } ": " (decision) "; " (attribution) }
    }

    fn languages(&self, frame: &Frame) -> Markup {
        let tags = self.modalities.iter().flat_map(|item| &item.body.authentic);
        let names: Vec<Phrase> = tags.map(|tag| parts::language(frame, tag)).collect();
        html! { (parts::capital(&frame.list(&names))) }
    }

    fn scope_words(&self, frame: &Frame) -> String {
        let words: Vec<&str> = self.scope.iter().map(|paragraph| frame.words(paragraph)).collect();
        words.join("; ")
    }

    fn theme_list(&self, frame: &Frame) -> Markup {
        let themes =
            frame.in_order(self.themes.values().collect(), |theme| frame.words(&theme.body.name).to_owned());
        html! {
            @for (index, theme) in themes.iter().enumerate() {
                @if index > 0 { "; " }
                a href=(frame.link(&format!("/records/{}", theme.record))) { (frame.text(&theme.body.name)) }
            }
        }
    }
}

/// A whole day as a partial date.
pub(super) fn day(date: jiff::civil::Date) -> PartialDate {
    PartialDate::of(date)
}
