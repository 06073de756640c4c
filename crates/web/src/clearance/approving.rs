//! One clearance, step by step: who approved by which letter, and the form in which the next approval is put down.

use super::asked::{Asked, Line, short};
use crate::answer::Screen;
use crate::furniture::form::{Errors, Field, Posted, summary};
use crate::furniture::frame::{Frame, plain};
use crate::furniture::model::{Item, anchor};
use crate::furniture::parts::{self, capital};
use crate::furniture::shell::{Head, Part};
use ledger::id::{OwnerId, RecordId};
use ledger::view::View;
use maud::{Markup, html};
use review::act::open_to;
use review::approval::{Approval, Letter};
use serde::Serialize;
use words::{Language, Message};

/// The fields of the form, in their order.
const FIELDS: [&str; 7] =
    ["name", "post", "letter-number", "letter-day", "received-number", "received-day", "note"];

/// The page of a clearance.
#[derive(Serialize)]
pub struct OneClearance {
    /// The clearance.
    #[serde(flatten)]
    pub asked: Asked,
    /// The step whose approval is put down, if one is.
    step: Option<RecordId>,
    /// What stands in the form.
    #[serde(skip)]
    typed: Posted,
    /// The id of the act, so that it is done once.
    #[serde(skip)]
    pub act: String,
    /// What is wrong with what was typed.
    #[serde(skip)]
    pub errors: Errors,
}

/// Whether the page's reader may change what stands on it: never in the past.
pub fn may(frame: &Frame, owner: OwnerId, act: &str) -> bool {
    let actor = frame.actor.as_ref().filter(|_| frame.past.is_none());
    actor.is_some_and(|actor| actor.owner == owner && open_to(actor.role).contains(&act))
}

impl OneClearance {
    /// That clearance, with the form for a step: the one that is chosen, else the next.
    pub fn look(
        view: &View<'_>,
        record: RecordId,
        step: Option<RecordId>,
        language: Language,
    ) -> Option<Self> {
        let asked = Asked::find(view, record)?;
        let chosen = asked.steps.iter().find(|line| Some(line.step.id) == step).or_else(|| asked.next());
        let step = chosen.filter(|_| asked.counts).map(|line| line.step.id);
        let given = chosen.and_then(|line| line.approval.as_ref());
        let typed = given.map(|approval| written(approval, language)).unwrap_or_default();
        Some(OneClearance { asked, step, typed, act: String::new(), errors: Errors::new() })
    }

    /// The same with what was typed, and what is wrong with it.
    pub fn again(mut self, typed: Posted, errors: Errors) -> Self {
        self.typed = typed;
        self.errors = errors;
        self
    }

    /// The step whose approval is put down.
    pub fn chosen(&self) -> Option<&Line> {
        self.asked.steps.iter().find(|line| Some(line.step.id) == self.step)
    }

    fn row(&self, frame: &Frame, place: usize, line: &Line, changes: bool) -> Markup {
        let letter = |key: &'static str, letter: &Letter| {
            let said =
                Message::new(key).with("number", letter.number.as_str()).with("date", plain(letter.date));
            html! { span.line { (frame.tell(said)) } }
        };
        html! {
            tr id=[line.approval.as_ref().map(|approval| anchor(approval.record))] {
                td data-l=(frame.say("clearance-no")) { (place + 1) }
                th scope="row" { (line.name(frame)) }
                @match &line.approval {
                    Some(approval) => {
                        td data-l=(frame.say("clearance-name-and-post")) { (approval.body.name) span.sub { (frame.text(&approval.body.post)) } }
                        td data-l=(frame.say("clearance-letter")) {
                            (letter("clearance-letter-sent", &approval.body.letter))
                            @if let Some(received) = &approval.body.received { (letter("clearance-letter-received", received)) }
                            @if let Some(note) = &approval.body.note { span.sub { (note) } }
                            @if let Some(scans) = &line.scans { (scans.names(frame)) }
                        }
                        td { @if changes { (self.deeds(frame, line, approval)) } }
                    },
                    None => {
                        td colspan="3" { span.mute { (frame.say("clearance-not-yet")) } }
                    },
                }
            }
        }
    }

    fn deeds(&self, frame: &Frame, line: &Line, approval: &Item<Approval>) -> Markup {
        html! {
            form.btns method="post" action=(frame.link_plain(&self.asked.address(""))) {
                input type="hidden" name="act" value=(self.act);
                input type="hidden" name="approval" value=(approval.record);
                a.btn href=(frame.link(&self.asked.address(&format!("?step={}#step", line.step.id)))) { (frame.say("clearance-correct")) }
                a.btn href=(frame.link(&format!("/records/{}/files", approval.record))) { (frame.say("clearance-scan")) }
                button.btn type="submit" name="deed" value="withdraw" { (frame.say("clearance-take-back")) }
            }
        }
    }

    fn form(&self, frame: &Frame, line: &Line) -> Markup {
        let field = |name: &'static str, label: &str, hint: Option<&str>| {
            let field = Field {
                name,
                label: frame.say(label),
                hint: hint.map(|hint| frame.say(hint)),
                kind: if name == "note" { "area" } else { "text" },
                value: self.typed.exact(name),
                autocomplete: "off",
                required: false,
            };
            field.draw(frame, &self.errors)
        };
        let title = match line.approval {
            Some(_) => "clearance-step-correct",
            None => "clearance-step-record",
        };
        html! {
            section aria-labelledby="step" {
                h2.h2 #step { (frame.tell(Message::new(title).with("step", frame.words(&line.step.words)))) }
                p.caveat { (frame.say("clearance-never")) }
                form.narrow method="post" action=(frame.link_plain(&self.asked.address(""))) {
                    input type="hidden" name="act" value=(self.act);
                    input type="hidden" name="step" value=(line.step.id);
                    (field("name", "clearance-name", Some("clearance-name-hint")))
                    (field("post", "clearance-post", None))
                    fieldset.pair {
                        legend { (frame.say("clearance-their-letter")) }
                        (field("letter-number", "clearance-number", None))
                        (field("letter-day", "clearance-day", Some("clearance-day-hint")))
                    }
                    fieldset.pair {
                        legend { (frame.say("clearance-received")) }
                        (field("received-number", "clearance-received-number", None))
                        (field("received-day", "clearance-received-day", Some("clearance-day-hint")))
                    }
                    (field("note", "clearance-note", Some("clearance-note-hint")))
                    p.btns { button.btn.btn-p type="submit" name="deed" value="approve" { (frame.say("clearance-record")) } }
                }
            }
        }
    }

    /// How far it is, and what can be done next.
    fn standing(&self, frame: &Frame) -> Markup {
        let Asked { counts, text, .. } = &self.asked;
        let complete = self.asked.next().is_none();
        html! {
            @if text.is_shared { p.note { (frame.say("clearance-is-shared")) } }
            @else if !counts { p.note { (frame.say("refusal-clearance-over")) } }
            @else if complete {
                p.note {
                    b { (frame.say("clearance-complete")) } " "
                    @if may(frame, self.asked.clearance.owner, "share") { a href=(frame.link(&self.asked.share_address(frame))) { (frame.say("clearance-to-share")) } }
                }
            }
            @if text.written_since && !text.is_shared { p.note { (frame.say("clearance-written-since")) } }
        }
    }
}

/// An approval as the form holds it.
fn written(approval: &Item<Approval>, language: Language) -> Posted {
    let body = &approval.body;
    let day = |letter: &Letter| letter.date.to_string();
    let received = body.received.as_ref();
    let values = [
        body.name.clone(),
        body.post.for_reader(language.tag()).1.to_owned(),
        body.letter.number.clone(),
        day(&body.letter),
        received.map(|letter| letter.number.clone()).unwrap_or_default(),
        received.map(day).unwrap_or_default(),
        body.note.clone().unwrap_or_default(),
    ];
    Posted::read(FIELDS.iter().map(|name| (*name).to_owned()).zip(values).collect())
}

impl Screen for OneClearance {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.tell(Message::new("clearance-one-title").with("text", self.asked.text.name(frame))),
            symbol: self.asked.text.symbol.clone(),
            lede: Some(html! { (frame.say("clearance-one-lede")) }),
            crumbs: vec![(frame.say("clearance-title"), "/clearance".to_owned())],
            part: Part::Nowhere,
            provenance: html! { (super::paper::inside(frame, self.asked.clearance.owner)) (self.asked.marking(frame)) },
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let Asked { clearance, list, text, steps, .. } = &self.asked;
        let changes = self.asked.counts && may(frame, clearance.owner, "approval");
        html! {
            (summary(frame, &self.errors))
            (parts::facts(vec![
                (frame.say("clearance-text"), html! { a href=(frame.link(&text.address)) { (text.name(frame)) } span.sub { (capital(&text.facts(frame))) } }),
                (frame.say("clearance-readers"), self.asked.readers(frame)),
                (frame.say("clearance-list"), html! { @if let Some(list) = list { (frame.text(list)) } }),
                (frame.say("clearance-exactly"), html! { span.hash { (short(clearance.body.content)) } }),
            ]))
            (self.standing(frame))
            section aria-labelledby="steps" {
                h2.h2 #steps { (frame.say("clearance-steps")) }
                table.t.t-list {
                    thead { tr {
                        th scope="col" { (frame.say("clearance-no")) }
                        th scope="col" { (frame.say("clearance-who")) }
                        th scope="col" { (frame.say("clearance-name-and-post")) }
                        th scope="col" { (frame.say("clearance-letter")) }
                        th scope="col" { span.vh { (frame.say("clearance-correct")) } }
                    } }
                    tbody { @for (place, line) in steps.iter().enumerate() { (self.row(frame, place, line, changes)) } }
                }
                p.more {
                    a href=(frame.link(&self.asked.address("/sheet"))) { (frame.say("clearance-sheet")) } " "
                    a href=(frame.link(&self.asked.address("/letter"))) { (frame.say("clearance-cover-letter")) }
                }
            }
            @if let Some(line) = self.chosen().filter(|_| changes) { (self.form(frame, line)) }
        }
    }
}
