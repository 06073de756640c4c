//! What stands at the end of a round's page: events near it, where sources differ, notes, the rounds beside it.

use super::OneRound;
use crate::furniture::cited::Cited;
use crate::furniture::frame::Frame;
use crate::furniture::model::{Item, Names, anchor};
use crate::furniture::parts;
use crate::furniture::provenance;
use maud::{Markup, html};
use review::event::Event;
use review::party::Party;

impl OneRound {
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

/// An event in a list: what, when, where, and the sources.
pub fn event(frame: &Frame, parties: &Names<Party>, sources: &Cited, item: &Item<Event>) -> Markup {
    let body = &item.body;
    html! {
        li id=(anchor(item.record)) {
            b { a href=(frame.link(&format!("/records/{}", item.record))) { (frame.text(&body.title)) } }
            @if let Some(when) = parts::when(frame, &body.dates) { ", " (when) }
            @if body.place.is_some() { ", " (parts::place(frame, parties, body.place.as_ref())) }
            ". " (frame.text(&body.summary))
            @if frame.owners.contains_key(&item.owner) { (provenance::line(frame, item)) }
            @else { p.prov { (sources.cite(frame, &body.sources)) } }
        }
    }
}
