//! The cover letter: with it the text and the approval sheet go to whoever is asked next; number and day are the
//! registry's, and are left to be written in.

use super::asked::{Asked, Line};
use super::paper;
use crate::answer::Screen;
use crate::furniture::frame::{Frame, plain};
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::shell::Head;
use ledger::id::RecordId;
use ledger::view::View;
use maud::{Markup, html};
use serde::Serialize;
use words::Message;

/// The letter to one of those who are asked.
#[derive(Serialize)]
pub struct CoverLetter {
    #[serde(flatten)]
    asked: Asked,
    /// The step to which it goes.
    to: RecordId,
}

impl CoverLetter {
    /// The letter to that step, or to the one that is asked next.
    pub fn look(view: &View<'_>, record: RecordId, to: Option<RecordId>) -> Option<Self> {
        let asked = Asked::find(view, record)?;
        let chosen = asked.steps.iter().find(|line| Some(line.step.id) == to);
        let to = chosen.or_else(|| asked.next()).or(asked.steps.last())?.step.id;
        Some(CoverLetter { asked, to })
    }

    fn addressee(&self) -> Option<&Line> {
        self.asked.steps.iter().find(|line| line.step.id == self.to)
    }

    /// Those to whom it could go instead: on the screen only.
    fn others(&self, frame: &Frame) -> Markup {
        html! {
            nav.more aria-label=(frame.say("clearance-letter-to")) {
                (frame.say("clearance-letter-to")) ": "
                @for line in &self.asked.steps {
                    @let address = self.asked.address(&format!("/letter?to={}", line.step.id));
                    a href=(frame.link(&address)) aria-current=[(line.step.id == self.to).then_some("true")] { (frame.text(&line.step.words)) } " "
                }
            }
        }
    }

    /// Those who have approved already, each with the letter.
    fn approved(&self, frame: &Frame) -> Option<Phrase> {
        let before = self.asked.steps.iter().take_while(|line| line.step.id != self.to);
        let rows: Vec<String> = before
            .filter_map(|line| {
                let letter = &line.approval.as_ref()?.body.letter;
                let said = Message::new("clearance-letter-of")
                    .with("number", letter.number.as_str())
                    .with("date", plain(letter.date));
                Some(format!("{} ({})", frame.words(&line.step.words), frame.tell(said)))
            })
            .collect();
        (!rows.is_empty()).then(|| rows.join("; ").into())
    }

    fn text(&self, frame: &Frame) -> Markup {
        let asked = &self.asked;
        let name = asked.text.name(frame);
        let readers = provenance::audience_words(frame, &asked.clearance.body.readers);
        html! {
            p.subject { b { (frame.tell(Message::new("clearance-letter-subject").with("text", name.clone()))) } }
            p { (frame.tell(Message::new("clearance-letter-please").with("text", name).with("facts", asked.text.facts(frame)))) }
            p {
                (frame.tell(Message::new("clearance-letter-readers").with("readers", readers)))
                @if let Some(names) = asked.reader_names(frame) { " (" (names) ")" } "."
            }
            @if let Some(approved) = self.approved(frame) { p { (frame.tell(Message::new("clearance-letter-approved").with("steps", approved))) } }
            p { (frame.say("clearance-letter-answer")) }
        }
    }
}

impl Screen for CoverLetter {
    fn head(&self, frame: &Frame) -> Head {
        paper::head(frame, &self.asked, frame.say("clearance-cover-letter"))
    }

    fn body(&self, frame: &Frame) -> Markup {
        let say = |key: &str| frame.say(key);
        html! {
            (self.others(frame))
            (paper::sheet(frame, html! {
                (paper::letterhead(frame, &self.asked))
                div.letter-top {
                    p.ref {
                        (say("clearance-our-number")) " " (paper::blank(&say("clearance-our-number")))
                        " " (say("clearance-our-day")) " " (paper::blank(&say("clearance-day")))
                    }
                    @if let Some(line) = self.addressee() { p.addressee { (line.name(frame)) } }
                }
                (self.text(frame))
                div.enclosed {
                    p { (say("clearance-enclosed")) }
                    ol {
                        li { (self.asked.text.name(frame)) ", " (say("clearance-enclosed-sheets")) " " (paper::blank(&say("clearance-enclosed-sheets"))) "; " (paper::content(frame, &self.asked)) }
                        li { (say("clearance-enclosed-approval")) }
                    }
                }
                div.signature {
                    p { (paper::blank(&say("clearance-post"))) span.sub { (say("clearance-post")) } }
                    p { (paper::blank(&say("clearance-signature"))) span.sub { (say("clearance-signature")) } }
                    p { (paper::blank(&say("clearance-name"))) span.sub { (say("clearance-name")) } }
                }
            }))
        }
    }
}
