//! What came of a round as an editor compiled it: results, paraphrased recommendations, proposals.

use super::OneRound;
use crate::furniture::frame::Frame;
use crate::furniture::model::{Item, anchor};
use crate::furniture::parts;
use crate::furniture::provenance;
use maud::{Markup, html};
use review::proposal::Proposal;
use review::recommendation::Recommendation;
use words::Message;

impl OneRound {
    pub(super) fn outcome(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="outcome" {
                h2.h2 #outcome { (frame.say("round-outcome")) }
                @if self.outcomes.is_empty() { p.mute { (frame.say("round-outcome-none")) } }
                (self.results(frame))
                @if !self.proposals.is_empty() {
                    h2.h2 #proposals { (frame.say("round-proposals")) }
                    ul.list { @for item in &self.proposals { (self.proposal(frame, item)) } }
                }
            }
        }
    }

    /// Results in words.
    pub(super) fn results(&self, frame: &Frame) -> Markup {
        html! {
            ul.list {
                @for item in &self.outcomes {
                    li id=(anchor(item.record)) {
                        (frame.text(&item.body.words))
                        @if frame.owners.contains_key(&item.owner) { (provenance::line(frame, item)) }
                        @else { p.prov { (self.sources.cite(frame, &item.body.sources)) } }
                    }
                }
            }
        }
    }

    fn proposal(&self, frame: &Frame, item: &Item<Proposal>) -> Markup {
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
        let addressees: Vec<&str> =
            body.addressees.iter().flatten().map(|id| parts::party_name(frame, &self.parties, *id)).collect();
        html! {
            li.rec id=(anchor(item.record)) {
                p.doc { (frame.text(&body.words)) }
                p.prov {
                    @if addressees.is_empty() { span { (frame.say("round-addressees-unknown")) } }
                    @else { span { (frame.say("round-addressees")) ": " (frame.list(&addressees)) } }
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
}
