//! Beside the answer: what was asked, on what it rests, and how sure we are of the row.

use super::{Asked, OneItem};
use crate::furniture::frame::Frame;
use crate::furniture::model::{Item, anchor};
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use maud::{Markup, html};
use review::catalogue::Sure;
use review::instrument::Instrument;
use review::thread::QuestionState;
use words::Message;

impl OneItem {
    pub(super) fn side(&self, frame: &Frame) -> Markup {
        html! {
            aside.itside aria-label=(frame.say("submissions-about-item")) {
                (self.questions(frame))
                (self.observed(frame))
                (self.recommended(frame))
                (self.evidence(frame))
                (self.sure(frame))
            }
        }
    }

    fn questions(&self, frame: &Frame) -> Markup {
        let all = format!("{}/questions?to={}", self.found.round_address(), self.found.party.body.label);
        html! {
            section {
                h3 { (frame.say("submissions-questions")) }
                @if self.questions.is_empty() { p.small.mute { (frame.say("submissions-questions-none")) } }
                ul.list { @for asked in &self.questions { (self.question(frame, asked)) } }
                p.small { a href=(frame.link(&all)) { (frame.say("submissions-questions-all")) } }
            }
        }
    }

    fn question(&self, frame: &Frame, asked: &Asked) -> Markup {
        let body = &asked.item.body;
        html! {
            li id=(anchor(asked.item.record)) {
                a href=(frame.link(&format!("/threads/{}", asked.item.record))) {
                    @if let Some(symbol) = &body.symbol { (symbol) " " }
                    (frame.text(&body.words))
                }
                p.prov {
                    (provenance::head(frame, &asked.item))
                    span { (self.state(frame, asked)) }
                }
            }
        }
    }

    /// On whose list the question is, or what became of it.
    fn state(&self, frame: &Frame, asked: &Asked) -> Phrase {
        let state = self.found.state(frame);
        match (asked.state, asked.item.body.invited_by) {
            (QuestionState::Open, Some(by)) => frame.tell(
                Message::new("dialogue-on-list-by").with("state", state).with("date", frame.date_short(by)),
            ),
            (QuestionState::Open, None) => frame.tell(Message::new("dialogue-on-list").with("state", state)),
            (other, _) => frame.say(&format!("dialogue-state-{}", other.word().replace('_', "-"))),
        }
    }

    fn observed(&self, frame: &Frame) -> Markup {
        if self.observations.is_empty() {
            return html! {};
        }
        html! {
            section {
                h3 { (frame.say("submissions-observations")) }
                ul.list { @for item in &self.observations {
                    li id=(anchor(item.record)) {
                        @if let Some(symbol) = &item.body.symbol { b { (symbol) } " " }
                        (frame.text(&item.body.words))
                        p.prov { (provenance::head(frame, item)) }
                    }
                } }
            }
        }
    }

    /// What is recommended, or proposed, on the ground of this item.
    fn recommended(&self, frame: &Frame) -> Markup {
        if self.resting.is_empty() {
            return html! {};
        }
        html! {
            section {
                h3 { (frame.say("submissions-recommended")) }
                ul.list { @for link in self.resting.iter().filter_map(|record| self.linked.get(*record)) {
                    li { (link.in_full(frame)) }
                } }
            }
        }
    }

    fn evidence(&self, frame: &Frame) -> Markup {
        let of_state = |item: &&Item<Instrument>| item.body.party == self.found.party.record;
        let laws: Vec<&Item<Instrument>> = self.laws.values().filter(of_state).collect();
        if laws.is_empty() {
            return html! {};
        }
        let laws = frame.in_order(laws, |law| frame.words(&law.body.title).to_owned());
        html! {
            section {
                h3 { (frame.say("submissions-evidence")) }
                ul.list { @for law in laws {
                    li id=(anchor(law.record)) {
                        (self.linked.around(frame, law.record, frame.text(&law.body.title)))
                        p.prov {
                            @if let Some(symbol) = &law.body.symbol { span { (symbol) } }
                            (provenance::audience(frame, &law.audience))
                            @if !law.body.languages.is_empty() {
                                span { (law.body.languages.iter().map(|tag| tag.to_uppercase()).collect::<Vec<_>>().join(", ")) }
                            }
                        }
                    }
                } }
            }
        }
    }

    /// How sure we are that the row stands so in the published instrument.
    fn sure(&self, frame: &Frame) -> Markup {
        html! {
            section {
                h3 { (frame.say("submissions-row")) }
                p.small {
                    (frame.say(&format!("submissions-sure-{}", self.row.sure.word().replace('_', "-"))))
                    @if self.row.sure != Sure::Seen { " " (frame.say("submissions-to-be-checked")) }
                }
                @if let Some(note) = &self.row.note { p.small { (frame.text(note)) } }
                p.small.mute { (frame.text(&self.catalogue.body.title)) }
            }
        }
    }
}
