//! The sections of a round's page.

use super::{OneRound, format_label, standing};
use crate::furniture::cited::Cited;
use crate::furniture::frame::Frame;
use crate::furniture::model::{Item, Names, anchor};
use crate::furniture::parts;
use maud::{Markup, html};
use review::delegation::{Capacity, Delegation};
use review::event::Event;
use review::party::{Party, PartySort};
use review::recommendation::Recommendation;
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
                @for phase in to_come { li.todo { b { (phase_name(frame, phase)) } span.vh { (frame.say("round-phase-to-come")) } } }
            }
        }
    }

    fn step(&self, frame: &Frame, step: &Step) -> Markup {
        html! {
            b { (phase_name(frame, step.step)) }
            span.sub {
                @if let Some(when) = step.when { span.line { (frame.date(when)) } }
                @if let Some(note) = &step.note { span.line { (frame.text(note)) } }
                (self.sources.cite(frame, &step.sources))
            }
        }
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
        let grew = body.grew_from.as_ref().map(|grew| frame.text(&grew.note));
        let count = body.participants.as_ref().map(|some| {
            html! {
                (words::number(i64::from(some.count))) " " (self.sources.cite(frame, &some.sources))
            }
        });
        html! {
            section aria-labelledby="facts" {
                h2.h2 #facts { (frame.say("round-key-facts")) }
                (parts::facts(vec![
                    (frame.say("round-standing"), html! { (standing(frame, body.standing)) }),
                    (frame.say("round-in-title"), format.unwrap_or_default()),
                    (frame.say("round-dates"), dates),
                    (frame.say("round-place"), place),
                    (frame.say("round-initiated-by"), who(&body.initiators)),
                    (frame.say("round-hosted-by"), who(&body.hosts)),
                    (frame.say("round-organized-by"), who(&body.organizers)),
                    (frame.say("round-supported-by"), who(&body.donors)),
                    (frame.say("round-grew-from"), grew.unwrap_or_default()),
                    (frame.say("round-participants-number"), count.unwrap_or_default()),
                    (frame.say("round-themes"), self.theme_list(frame)),
                ]))
            }
        }
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

    pub(super) fn delegations(&self, frame: &Frame) -> Markup {
        let (states, organizations): (Vec<_>, Vec<_>) = (self.delegations.iter())
            .filter_map(|item| Some((item, self.parties.get(&item.body.party)?)))
            .partition(|(_, party)| party.body.sort == PartySort::State);
        let name = |(_, party): &(&Item<Delegation>, &Item<Party>)| frame.words(&party.body.name).to_owned();
        let states = frame.in_order(states, name);
        let organizations = frame.in_order(organizations, name);
        html! {
            section aria-labelledby="states" {
                h2.h2 #states { (frame.say("round-delegations")) }
                @if states.is_empty() { p.mute { (frame.say("round-delegations-none")) } }
                @else { (self.delegation_table(frame, &states)) }
            }
            section aria-labelledby="organizations" {
                h2.h2 #organizations { (frame.say("round-invited-organizations")) }
                @if organizations.is_empty() { p.mute { (frame.say("round-organizations-none")) } }
                @else { (self.organization_list(frame, &organizations)) }
            }
        }
    }

    fn organization_list(&self, frame: &Frame, list: &[(&Item<Delegation>, &Item<Party>)]) -> Markup {
        html! {
            ul.list {
                @for (item, party) in list {
                    li id=(anchor(item.record)) {
                        (parts::party(frame, party))
                        p.prov {
                            @if item.body.capacity != Capacity::InvitedOrganization { span { (self.capacity(frame, item)) } }
                            @if let Some(note) = &item.body.note { span { (frame.text(note)) } }
                            (self.sources.cite(frame, &item.body.sources))
                        }
                    }
                }
            }
        }
    }

    fn delegation_table(&self, frame: &Frame, list: &[(&Item<Delegation>, &Item<Party>)]) -> Markup {
        html! {
            table.t.t-list {
                thead { tr { th scope="col" { (frame.say("round-delegation")) } th scope="col" { (frame.say("round-capacity")) } } }
                tbody {
                    @for (item, party) in list {
                        tr id=(anchor(item.record)) {
                            th scope="row" { (parts::party(frame, party)) }
                            td.full {
                                (self.capacity(frame, item)) " " (self.sources.cite(frame, &item.body.sources))
                                @if let Some(note) = &item.body.note { span.sub { (frame.text(note)) } }
                            }
                        }
                    }
                }
            }
        }
    }

    fn capacity(&self, frame: &Frame, item: &Item<Delegation>) -> String {
        let capacity = frame.say(match item.body.capacity {
            Capacity::Participant => "round-capacity-participant",
            Capacity::Observer => "round-capacity-observer",
            Capacity::InvitedOrganization => "round-capacity-organization",
        });
        let hosts = self.round.body.hosts.iter().any(|host| host.party == Some(item.body.party));
        match hosts {
            true => frame.tell(Message::new("round-capacity-and-host").with("capacity", capacity)),
            false => capacity,
        }
    }

    pub(super) fn outcome(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="outcome" {
                h2.h2 #outcome { (frame.say("round-outcome")) }
                @if self.outcomes.is_empty() { p.mute { (frame.say("round-outcome-none")) } }
                ul.list {
                    @for item in &self.outcomes {
                        li id=(anchor(item.record)) { (frame.text(&item.body.words)) p.prov { (self.sources.cite(frame, &item.body.sources)) } }
                    }
                }
                @if !self.proposals.is_empty() {
                    h2.h2 #proposals { (frame.say("round-proposals")) }
                    ul.list { @for item in &self.proposals { (self.proposal(frame, item)) } }
                }
            }
        }
    }

    fn proposal(&self, frame: &Frame, item: &Item<review::proposal::Proposal>) -> Markup {
        let party = parts::party_name(frame, &self.parties, item.body.by);
        html! {
            li id=(anchor(item.record)) {
                b { (frame.tell(Message::new("round-proposal-by").with("party", party))) ". " }
                (frame.text(&item.body.words))
                @if let Some(note) = &item.body.note { " " span.mute { (frame.text(note)) } }
                p.prov { (self.sources.cite(frame, &item.body.sources)) }
            }
        }
    }

    pub(super) fn recommendations(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="recommendations" {
                h2.h2 #recommendations { (frame.say("round-recommendations")) }
                @if self.recommendations.is_empty() {
                    p.mute { (frame.say("round-recommendations-none")) }
                } @else {
                    p.caveat { (frame.say("round-recommendations-paraphrased")) }
                    ul.list { @for item in &self.recommendations { (self.recommendation(frame, item)) } }
                }
            }
        }
    }

    fn recommendation(&self, frame: &Frame, item: &Item<Recommendation>) -> Markup {
        let body = &item.body;
        let addressees: Vec<String> =
            body.addressees.iter().flatten().map(|id| parts::party_name(frame, &self.parties, *id)).collect();
        html! {
            li.rec id=(anchor(item.record)) {
                p.doc { (frame.text(&body.words)) }
                p.prov {
                    @if addressees.is_empty() { span { (frame.say("round-addressees-unknown")) } }
                    @else { span { (frame.say("round-addressees")) ": " (frame.language.list(&addressees)) } }
                    (self.sources.cite(frame, &body.sources))
                }
                p { b { (frame.say("round-became")) ": " } (self.became(frame, body)) }
                @if let Some(note) = &body.note { p.mute { (frame.text(note)) } }
            }
        }
    }

    fn became(&self, frame: &Frame, body: &Recommendation) -> Markup {
        let Some(became) = &body.became else {
            return html! { span.mute { (frame.say("round-became-unknown")) } };
        };
        let progress = frame.say(&format!("round-became-{}", became.word.word().replace('_', "-")));
        let round = became.by.and_then(|by| self.rounds.get(&by));
        html! {
            @match round {
                Some(round) => {
                    (progress) ": " a href=(frame.link(&self.address(&round.body))) { (super::title(frame, &round.body)) }
                },
                None => { (progress) @if let Some(when) = became.when { ", " (frame.date(when)) } },
            }
            " " (self.sources.cite(frame, &became.sources))
        }
    }

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

    pub(super) fn visits(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="visits" {
                h2.h2 #visits { (frame.say("round-visits")) }
                @if self.visits.is_empty() { p.mute { (frame.say("round-visits-none")) } }
                ul.list {
                    @for item in &self.visits {
                        li id=(anchor(item.record)) {
                            (frame.text(&item.body.place))
                            p.prov {
                                @if let Some(state) = item.body.state { span { (parts::party_name(frame, &self.parties, state)) } }
                                (self.sources.cite(frame, &item.body.sources))
                            }
                        }
                    }
                }
            }
        }
    }

    pub(super) fn events(&self, frame: &Frame) -> Markup {
        if self.events.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="events" {
                h2.h2 #events { (frame.say("round-events")) }
                ul.list { @for item in &self.events { (event(frame, &self.parties, &self.sources, item)) } }
            }
        }
    }

    pub(super) fn disagreements(&self, frame: &Frame) -> Markup {
        if self.disagreements.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="differ" {
                h2.h2 #differ { (frame.say("round-differ")) }
                ul.list { @for item in &self.disagreements { (self.sources.disagreement(frame, item)) } }
            }
        }
    }

    pub(super) fn notes(&self, frame: &Frame) -> Markup {
        if self.round.body.notes.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="notes" {
                h2.h2 #notes { (frame.say("round-note")) }
                ul.list { @for note in &self.round.body.notes {
                    li { (frame.text(&note.words)) p.prov { (self.sources.cite(frame, &note.sources)) } }
                } }
            }
        }
    }

    pub(super) fn neighbour_links(&self, frame: &Frame) -> Markup {
        let [before, after] = self.neighbours();
        html! {
            nav.pn aria-label=(frame.say("series-the-rounds")) {
                @if let Some(round) = before { a rel="prev" href=(frame.link(&self.address(&round.body))) { (super::title(frame, &round.body)) } }
                a href=(frame.link(&format!("/records/{}/history", self.round.record))) { (frame.say("history-title")) }
                @if let Some(round) = after { a rel="next" href=(frame.link(&self.address(&round.body))) { (super::title(frame, &round.body)) } }
            }
        }
    }
}

fn phase_name(frame: &Frame, phase: Phase) -> String {
    frame.say(&format!("round-phase-{}", phase.word().replace('_', "-")))
}

/// An event in a list: what, when, where, and the sources.
pub fn event(frame: &Frame, parties: &Names<Party>, sources: &Cited, item: &Item<Event>) -> Markup {
    let body = &item.body;
    html! {
        li id=(anchor(item.record)) {
            b { a href=(frame.link(&format!("/records/{}", item.record))) { (frame.text(&body.title)) } }
            @if let Some(when) = parts::when(frame, &body.dates) { ", " (when) }
            @if body.place.is_some() { ", " (parts::place(frame, parties, body.place.as_ref())) }
            ". " (frame.text(&body.summary))
            p.prov { (sources.cite(frame, &body.sources)) }
        }
    }
}
