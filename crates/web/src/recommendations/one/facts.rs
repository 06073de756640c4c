//! The facts beside the text, and what sources say became of it.

use super::OneRecommendation;
use crate::furniture::frame::Frame;
use crate::furniture::phrase::Phrase;
use crate::furniture::{parts, progress, provenance};
use crate::recommendations::line;
use ledger::audience::Audience;
use maud::{Markup, html};
use review::adoption::How;

impl OneRecommendation {
    pub(super) fn facts(&self, frame: &Frame) -> Markup {
        let mut facts = self.adoption_facts(frame);
        facts.extend(self.text_facts(frame));
        facts.extend(self.record_facts(frame));
        html! {
            aside aria-label=(frame.say("recommendations-facts")) {
                dl.facts.facts-1 {
                    @for (name, value) in facts.into_iter().filter(|(_, value)| !value.0.is_empty()) {
                        div { dt { (name) } dd { (value) } }
                    }
                }
            }
        }
    }

    fn adoption_facts(&self, frame: &Frame) -> Vec<(Phrase, Markup)> {
        let text = self.line.text();
        let round = self.round_link(frame, text.round);
        let Some(adoption) = self.line.adoption() else {
            let tabled = text.tabled_by.map(|by| parts::party_name(frame, &self.parties, by).into());
            let by_chair = || frame.say("recommendations-tabled-unknown");
            let tabled = text.standing.map(|_| tabled.unwrap_or_else(by_chair));
            return vec![
                (frame.say("recommendations-round"), round),
                (frame.say("recommendations-tabled-by"), html! { (tabled.unwrap_or_default()) }),
            ];
        };
        let how = frame.say(match adoption.how {
            How::Session => "recommendations-how-session",
            How::Silence => "recommendations-how-silence",
        });
        vec![
            (frame.say("recommendations-adopted-at"), round),
            (
                frame.say("recommendations-adopted"),
                html! { (frame.date(adoption.day)) span.line.mute { (how) } },
            ),
            (
                frame.say("recommendations-adopters"),
                html! { (line::names(frame, &self.parties, &adoption.adopters)) },
            ),
        ]
    }

    fn text_facts(&self, frame: &Frame) -> Vec<(Phrase, Markup)> {
        let text = self.line.text();
        let addressees = match &text.addressees {
            Some(ids) => html! { (line::names(frame, &self.parties, ids)) },
            None => html! { span.mute { (frame.say("recommendations-addressees-unknown")) } },
        };
        let words = |text: &Option<ledger::text::Text>| {
            text.as_ref().map(|text| frame.text(text).markup()).unwrap_or_default()
        };
        let note = text.note.as_ref().filter(|_| self.is_paraphrase() || self.line.adoption().is_some());
        let basis = html! {
            (words(&text.basis))
            @for record in &text.rests_on { span.line { (self.named_in_full(frame, *record)) } }
        };
        vec![
            (frame.say("recommendations-kind"), html! { (line::sort(frame, text.sort)) }),
            (frame.say("recommendations-addressees"), addressees),
            (frame.say("recommendations-themes"), self.theme_links(frame)),
            (frame.say("recommendations-basis"), basis),
            (frame.say("recommendations-items"), words(&text.items)),
            (frame.say("recommendations-term"), words(&text.term)),
            (
                frame.say("recommendations-note"),
                note.map(|note| frame.text(note).markup()).unwrap_or_default(),
            ),
            (frame.say("recommendations-sources"), self.sources.cite(frame, &text.sources)),
        ]
    }

    fn theme_links(&self, frame: &Frame) -> Markup {
        let themes = self.line.text().themes.iter().filter_map(|id| self.themes.get(id));
        html! {
            @for (place, theme) in themes.enumerate() {
                @if place > 0 { "; " }
                a href=(frame.link(&format!("/recommendations?theme={}", theme.body.label))) { (frame.text(&theme.body.name)) }
            }
        }
    }

    /// The frozen text, the drafting history for those who may read it, and what the public reads.
    fn record_facts(&self, frame: &Frame) -> Vec<(Phrase, Markup)> {
        let mut facts = Vec::new();
        if let Some(adoption) = self.line.adoption() {
            let hash = adoption.content.to_string();
            let (front, back) = (
                hash.get(..15).unwrap_or(&hash),
                hash.get(hash.len().saturating_sub(4)..).unwrap_or_default(),
            );
            facts.push((
                frame.say("recommendations-frozen"),
                html! { span title=(hash) { (front) " … " (back) } },
            ));
        }
        if let Some(drafting) =
            self.drafting.as_ref().filter(|_| !self.revisions.is_empty() || self.line.adoption().is_none())
        {
            let public = *drafting.audience == Audience::Public && self.revisions.is_empty();
            let history = frame.link(&format!("/records/{}/history", drafting.record));
            let narrow =
                self.revisions.iter().map(|revision| &revision.audience).next().unwrap_or(&drafting.audience);
            facts.push((
                frame.say(if self.is_paraphrase() { "recommendations-record" } else { "recommendations-drafting" }),
                html! {
                    a href=(history) { (frame.say("history-title")) } " "
                    @if !public { (provenance::audience(frame, narrow)) " " span.mute { (frame.say("recommendations-never-public")) } }
                },
            ));
        }
        if self.line.adoption().is_some()
            && frame.reading.is_some()
            && *self.line.audience().as_ref() == Audience::Public
        {
            let reads = html! { (frame.say("recommendations-public-reads-what")) };
            facts.push((frame.say("recommendations-public-reads"), reads));
        }
        facts
    }

    /// What sources say became of it: a section of the archive.
    pub(super) fn became(&self, frame: &Frame) -> Markup {
        let text = self.line.text();
        if !self.is_paraphrase() {
            return html! {};
        }
        html! {
            section aria-labelledby="became" {
                h2.h2 #became { (frame.say("recommendations-became")) }
                @match &text.became {
                    Some(became) => p {
                        (progress::token(frame, became.word))
                        @if let Some(by) = became.by { ": " (self.round_link(frame, by)) }
                        @else if let Some(when) = became.when { ", " (frame.date(when)) }
                        " " (self.sources.cite(frame, &became.sources))
                    },
                    None => p.mute { (frame.say("recommendations-became-unknown")) },
                }
            }
        }
    }
}
