//! A State's names, its rounds, its agencies, events, and what sources say differently.

use super::OneState;
use crate::entry::encoded;
use crate::furniture::frame::Frame;
use crate::furniture::model::{Item, anchor};
use crate::furniture::parts;
use ledger::owner::World;
use ledger::text::Text;
use maud::{Markup, html};
use review::agency::{Agency, Naming};
use review::delegation::Capacity;
use review::round::Round;
use words::Message;

impl OneState {
    /// Its names in every language that is recorded, those of the pages first.
    pub(super) fn names(&self, frame: &Frame) -> Markup {
        let body = &self.state.body;
        let mut tags: Vec<&String> = body.name.wordings.keys().collect();
        tags.extend(body.formal.iter().flat_map(|formal| formal.wordings.keys()));
        tags.sort();
        tags.dedup();
        let tags = frame.in_order(tags, |tag| parts::language(frame, tag));
        let words = |text: Option<&Text>, tag: &str| {
            text.and_then(|text| text.wordings.get(tag).map(|one| one.words.clone()))
        };
        html! {
            table.t.t-list.narrow {
                caption.vh { (frame.say("states-names")) }
                thead { tr {
                    th scope="col" { (frame.say("states-language")) }
                    th scope="col" { (frame.say("states-name")) }
                    th scope="col" { (frame.say("record-formal-name")) }
                } }
                tbody { @for tag in tags { tr {
                    th scope="row" { (parts::capital(&parts::language(frame, tag))) }
                    td.full lang=(tag) { @if let Some(name) = words(Some(&body.name), tag) { (name) } }
                    td.full lang=(tag) { @if let Some(formal) = words(body.formal.as_ref(), tag) { (formal) } }
                } } }
            }
            @if !body.sources.is_empty() { p.caveat { (self.sources.cite(frame, &body.sources)) } }
        }
    }

    pub(super) fn at_rounds(&self, frame: &Frame) -> Markup {
        if self.rounds.is_empty() {
            return self.nothing(frame);
        }
        html! {
            ul.list { @for at in &self.rounds {
                @let body = &at.round.body;
                li id=(anchor(at.delegation.record)) {
                    (self.linked.around(frame, at.round.record, frame.text(&body.title)))
                    p.prov {
                        @if let Some(when) = parts::when(frame, &body.dates) { span { (when) } }
                        span { (frame.say(capacity_key(at.delegation.body.capacity))) }
                        @if self.was_host(body) { span { (frame.say("states-held-here")) } }
                        @if !body.standing.took_place() { span { (parts::standing(frame, body)) } }
                        (self.sources.cite(frame, &at.delegation.body.sources))
                    }
                }
            } }
        }
    }

    /// Whether the State is named as host, or the round met on its territory.
    fn was_host(&self, round: &Round) -> bool {
        let here = Some(self.state.record);
        round.hosts.iter().any(|host| host.party == here)
            || round.place.as_ref().is_some_and(|place| place.state == here)
    }

    /// Where the recommendations addressed to the State are, and what became of them.
    pub(super) fn recommendations(&self, frame: &Frame) -> Markup {
        let label = encoded(&self.state.body.label);
        let name = frame.words(&self.state.body.name);
        html! {
            p {
                a href=(frame.link(&format!("/recommendations?addressee={label}"))) {
                    @match frame.world {
                        World::Record => (frame.tell(Message::new("states-recommendations-of-rounds").with("state", name))),
                        World::Exercise => (frame.tell(Message::new("states-recommendations-to").with("state", name))),
                    }
                }
            }
        }
    }

    pub(super) fn agency_list(&self, frame: &Frame) -> Markup {
        if self.agencies.is_empty() {
            return self.nothing(frame);
        }
        let name = |item: &&Item<Agency>| {
            item.body.name().map(|name| frame.words(name).to_owned()).unwrap_or_default()
        };
        html! {
            ul.list { @for item in frame.in_order(self.agencies.iter().collect(), name) { (self.agency(frame, item)) } }
        }
    }

    fn agency(&self, frame: &Frame, item: &Item<Agency>) -> Markup {
        let body = &item.body;
        let (last, before) = match body.names.split_last() {
            Some((last, before)) => (Some(last), before),
            None => (None, [].as_slice()),
        };
        html! {
            li id=(anchor(item.record)) {
                b {
                    @if let Some(last) = last { (frame.text(&last.name)) }
                    @if let Some(short) = &body.abbreviation { " (" (frame.text(short)) ")" }
                }
                @if let Some(from) = last.and_then(|last| last.from) { " " span.mute { (frame.tell(Message::new("states-agency-since").with("date", crate::furniture::frame::plain(from)))) } }
                @if let Some(role) = &body.role { p { (frame.text(role)) } }
                @if !before.is_empty() {
                    p.small.mute { (frame.say("states-agency-before")) ": " (former(frame, before)) }
                }
                @if let Some(note) = &body.note { p.small.mute { (frame.text(note)) } }
                p.prov {
                    @if let Some(url) = &body.url { a href=(url) rel="noreferrer external" { (url.split('/').nth(2).unwrap_or(url)) } }
                    (self.evidence(frame, item, &body.sources))
                }
            }
        }
    }

    pub(super) fn event_list(&self, frame: &Frame) -> Markup {
        if self.events.is_empty() {
            return self.nothing(frame);
        }
        html! {
            ul.list { @for item in &self.events {
                li {
                    (self.linked.around(frame, item.record, frame.text(&item.body.title)))
                    p.prov {
                        @if let Some(when) = parts::when(frame, &item.body.dates) { span { (when) } }
                        (self.evidence(frame, item, &item.body.sources))
                    }
                }
            } }
        }
    }

    pub(super) fn different(&self, frame: &Frame) -> Markup {
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
}

fn capacity_key(capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Participant => "round-capacity-participant",
        Capacity::Observer => "round-capacity-observer",
        Capacity::InvitedOrganization => "round-capacity-organization",
    }
}

/// Names that are no longer in use, with the day from which each was.
fn former(frame: &Frame, names: &[Naming]) -> Markup {
    html! {
        @for (index, naming) in names.iter().enumerate() {
            @if index > 0 { "; " }
            (frame.text(&naming.name))
            @if let Some(from) = naming.from { " (" (frame.tell(Message::new("states-agency-since").with("date", crate::furniture::frame::plain(from)))) ")" }
        }
    }
}
