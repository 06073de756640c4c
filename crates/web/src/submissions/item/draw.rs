//! The answer itself: cell by cell, beside what stood there at the last round.

use super::{OneItem, Other};
use crate::furniture::cells::{axes_of, cell_id, drawing, kinds_of, said, short, sign};
use crate::furniture::differences;
use crate::furniture::frame::Frame;
use crate::furniture::model::Item;
use crate::furniture::shell::mark;
use crate::furniture::worth::worth;
use crate::furniture::{parts, provenance};
use ledger::text::Text;
use maud::{Markup, html};
use review::answer::{Answer, Cell, Citation};
use review::catalogue::Heading;
use words::Message;

impl OneItem {
    /// The answers: the signs in a small table, then each cell in words beside what it said before.
    pub(super) fn answers(&self, frame: &Frame) -> Markup {
        let state = self.found.state(frame);
        let nothing = self.answer.is_none() && self.before.is_empty();
        html! {
            section aria-labelledby="answer" {
                h2.h2 #answer { (frame.tell(Message::new("submissions-answer-of").with("state", state.clone()))) }
                @if nothing {
                    (parts::empty(
                        &frame.say("submissions-answer-none"),
                        &frame.tell(Message::new("submissions-answer-none-why").with("state", state)),
                    ))
                } @else {
                    (self.summary(frame))
                    @if self.compares() && !self.before.is_empty() {
                        label.opt.sw { input type="checkbox" id="cmp" checked; " " (frame.tell(Message::new("submissions-mark-changes").with("round", self.since_words(frame)))) }
                    }
                    (self.heads(frame))
                    @for axis in self.axes() { (self.on_axis(frame, axis)) }
                    (self.remarks(frame))
                    p.caveat { (frame.say("submissions-not-a-measure")) }
                }
            }
        }
    }

    /// What else should be known, with the edge of the version it stands in.
    fn remarks(&self, frame: &Frame) -> Markup {
        let Some(answer) = self.answer.as_ref() else { return html! {} };
        let Some(remarks) = &answer.body.remarks else { return html! {} };
        html! {
            h3.axis { (frame.say("submissions-remarks")) }
            article class=(provenance::edge(answer)) {
                p.doc { (frame.text(remarks)) }
                p.prov { (provenance::version(frame, answer)) (provenance::audience(frame, &answer.audience)) }
            }
        }
    }

    fn axes(&self) -> Vec<Option<&Heading>> {
        axes_of(&self.catalogue.body, &self.row)
    }

    fn kinds(&self) -> Vec<&Heading> {
        kinds_of(&self.catalogue.body, &self.row)
    }

    fn now(&self, id: &str) -> Option<&Cell> {
        self.answer.as_ref().and_then(|answer| answer.body.cell(id))
    }

    fn then(&self, id: &str) -> Option<(&Item<Answer>, &Cell)> {
        self.before.iter().find_map(|item| item.body.cell(id).map(|cell| (item, cell)))
    }

    /// The signs of all cells: kinds down, axes across.
    fn summary(&self, frame: &Frame) -> Markup {
        let axes = self.axes();
        if self.row.cells().len() < 2 {
            return html! {};
        }
        html! {
            table.dom {
                caption.vh { (frame.say("submissions-answers-by-cell")) }
                thead { tr {
                    th scope="col" { span.vh { (frame.say("submissions-kind")) } }
                    @for axis in &axes { th scope="col" { @if let Some(axis) = axis { (frame.text(&axis.label)) } @else { span.vh { (frame.say("submissions-answer")) } } } }
                } }
                tbody { @for kind in self.kinds() {
                    tr {
                        th scope="row" { (frame.text(&kind.label)) }
                        @for axis in &axes {
                            @let cell = self.now(&cell_id(*axis, kind));
                            td { (sign(frame, &self.catalogue.body, cell, &[])) span aria-hidden="true" { (short(frame, cell)) } }
                        }
                    }
                } }
            }
        }
    }

    fn heads(&self, frame: &Frame) -> Markup {
        if !self.compares() {
            return html! {};
        }
        let now = super::short_title(frame, &self.found.round.body);
        let state = self.found.state(frame);
        html! {
            div.ans.ans-heads {
                div.ans-h { h3 { (now) } p.mute.small { (frame.tell(Message::new("submissions-answer-now").with("state", state))) } }
                div.ans-h {
                    h3 { (self.since_words(frame)) }
                    p.mute.small { @match self.before.first() {
                        Some(before) => (frame.tell(Message::new("submissions-as-shared").with("date", frame.date(before.day())))),
                        None => (frame.say("submissions-nothing-then")),
                    } }
                }
            }
        }
    }

    fn on_axis(&self, frame: &Frame, axis: Option<&Heading>) -> Markup {
        let has_words = |kind: &&Heading| {
            let id = cell_id(axis, kind);
            self.now(&id).is_some() || self.then(&id).is_some()
        };
        let kinds: Vec<&Heading> = self.kinds().into_iter().filter(has_words).collect();
        if kinds.is_empty() {
            return html! {};
        }
        html! {
            @if let Some(axis) = axis { h3.axis { (frame.text(&axis.label)) } }
            div.ans.ans-1[!self.compares()] {
                @for kind in kinds {
                    @let id = cell_id(axis, kind);
                    (self.cell_now(frame, kind, &id))
                    @if self.compares() { (self.cell_then(frame, kind, &id)) }
                }
            }
        }
    }

    fn cell_now(&self, frame: &Frame, kind: &Heading, id: &str) -> Markup {
        let cell = self.now(id);
        let before = self.then(id).and_then(|(_, cell)| cell.narrative.as_ref());
        let draft = self.drafts.contains(id);
        let from = if draft { self.answer.as_ref() } else { self.shared.as_ref().or(self.answer.as_ref()) };
        let edge = from.map_or("obj", provenance::edge);
        html! {
            article class=(edge) {
                (self.heading(frame, kind, cell, None))
                (self.citations(frame, cell))
                @if let Some(narrative) = cell.and_then(|cell| cell.narrative.as_ref()) {
                    p.doc { @match before {
                        Some(before) => (differences::text(frame, before, narrative)),
                        None => (frame.text(narrative)),
                    } }
                    (other_languages(frame, narrative))
                }
                @if let Some(from) = from.filter(|_| cell.is_some()) {
                    p.prov { (provenance::version(frame, from)) (provenance::audience(frame, &from.audience)) }
                }
            }
        }
    }

    fn cell_then(&self, frame: &Frame, kind: &Heading, id: &str) -> Markup {
        let then = self.then(id);
        let cell = then.map(|(_, cell)| cell);
        html! {
            article.obj.past {
                (self.heading(frame, kind, cell, Some(&self.since_words(frame))))
                (self.citations(frame, cell))
                @if let Some(narrative) = cell.and_then(|cell| cell.narrative.as_ref()) { p.doc { (frame.text(narrative)) } }
                @if let Some((item, _)) = then {
                    p.prov { (provenance::version(frame, item)) (provenance::audience(frame, &item.audience)) }
                }
            }
        }
    }

    /// "Legal framework: X". On a narrow screen the past says its round.
    fn heading(&self, frame: &Frame, kind: &Heading, cell: Option<&Cell>, past: Option<&str>) -> Markup {
        let catalogue = &self.catalogue.body;
        html! {
            h4 { span.st {
                (mark(drawing(catalogue, cell)))
                @if let Some(past) = past { span.when { (past) ": " } }
                span { (frame.text(&kind.label)) ": " (short(frame, cell)) }
            } }
        }
    }

    fn citations(&self, frame: &Frame, cell: Option<&Cell>) -> Markup {
        let citations = cell.map(|cell| cell.citations.as_slice()).unwrap_or_default();
        if citations.is_empty() {
            return html! {};
        }
        html! {
            p.cite { @for (index, citation) in citations.iter().enumerate() {
                @if index > 0 { "; " }
                (self.citation(frame, citation))
            } }
        }
    }

    /// A law with number and date, the article, and from when on it has effect.
    fn citation(&self, frame: &Frame, citation: &Citation) -> Markup {
        let law = citation.instrument.and_then(|law| self.laws.get(&law).map(|item| (law, item)));
        html! {
            @match law {
                Some((record, item)) => {
                    (self.linked.around(frame, record, frame.text(&item.body.title)))
                    @if let Some(number) = &item.body.number { ", " (number) }
                    @if let Some(adopted) = item.body.adopted { " " (frame.tell(Message::new("submissions-law-of").with("date", frame.date(adopted)))) }
                    @if let Some(words) = &citation.words { ", " (frame.text(words)) }
                },
                None => { @if let Some(words) = &citation.words {
                    @match &citation.url {
                        Some(url) => a href=(url) rel="noreferrer external" { (frame.text(words)) },
                        None => (frame.text(words)),
                    }
                } @else if let Some(url) = &citation.url {
                    a href=(url) rel="noreferrer external" { (url) }
                } },
            }
            @if let Some(article) = &citation.article { ", " (article) }
            @if let Some(effective) = citation.effective {
                ", " (frame.tell(Message::new("submissions-effective").with("date", frame.date(effective))))
            }
        }
    }

    /// What other States shared at the same row, in words, in the order of their names.
    pub(super) fn other_states(&self, frame: &Frame) -> Markup {
        let others = frame.in_order(self.others.iter().collect(), |other: &&Other| {
            frame.words(&other.party.body.name).to_owned()
        });
        if others.is_empty() {
            return html! {};
        }
        html! {
            details.others {
                summary { (frame.say("submissions-others")) }
                p.caveat { (frame.say("submissions-others-note")) }
                @for other in others {
                    section.other {
                        h3 { a href=(frame.link(&other.address)) { (frame.text(&other.party.body.name)) } }
                        (provenance::line(frame, &other.answer))
                        dl.facts { @for (words, cell) in said(frame, &self.catalogue.body, &self.row, &other.answer.body) {
                            div {
                                dt { (words) ": " (short(frame, Some(cell))) }
                                dd { @if let Some(narrative) = &cell.narrative { (frame.text(narrative)) } (self.citations(frame, Some(cell))) }
                            }
                        } }
                    }
                }
            }
        }
    }
}

/// The wordings in other languages than the page's, folded; each told what it is worth.
fn other_languages(frame: &Frame, text: &Text) -> Markup {
    let (shown, _) = text.for_reader(frame.language.tag());
    html! {
        @for (tag, wording) in text.wordings.iter().filter(|(tag, _)| *tag != shown) {
            details.small {
                summary { (parts::capital(&parts::language(frame, tag))) }
                p.doc lang=(tag) { (wording.words) }
                (worth(frame, text, tag, wording.state))
            }
        }
    }
}
