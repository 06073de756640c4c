//! The approval sheet (лист согласования): one row a step, to be signed.

use super::asked::{Asked, Line};
use super::paper;
use crate::answer::Screen;
use crate::furniture::frame::Frame;
use crate::furniture::parts::{self, capital};
use crate::furniture::provenance;
use crate::furniture::shell::Head;
use ledger::id::RecordId;
use ledger::view::View;
use maud::{Markup, html};
use serde::Serialize;

/// The sheet of a clearance.
#[derive(Serialize)]
pub struct ApprovalSheet {
    #[serde(flatten)]
    asked: Asked,
}

impl ApprovalSheet {
    /// The sheet of that clearance, if the view shows it.
    pub fn look(view: &View<'_>, record: RecordId) -> Option<Self> {
        Some(ApprovalSheet { asked: Asked::find(view, record)? })
    }

    fn row(frame: &Frame, place: usize, line: &Line) -> Markup {
        let approval = line.approval.as_ref().map(|approval| &approval.body);
        html! {
            tr {
                td { (place + 1) }
                th scope="row" { (line.name(frame)) }
                td {
                    @match approval {
                        Some(approval) => { (approval.name) span.sub { (frame.text(&approval.post)) } },
                        None => (paper::blank(&frame.say("clearance-name"))),
                    }
                }
                td { (paper::blank(&frame.say("clearance-signature"))) }
                td {
                    @match approval {
                        Some(approval) => (frame.date_short(approval.letter.date)),
                        None => (paper::blank(&frame.say("clearance-day"))),
                    }
                }
                td {
                    @match approval {
                        Some(approval) => (approval.letter.number),
                        None => (paper::blank(&frame.say("clearance-letter"))),
                    }
                }
            }
        }
    }
}

impl Screen for ApprovalSheet {
    fn head(&self, frame: &Frame) -> Head {
        paper::head(frame, &self.asked, frame.say("clearance-sheet"))
    }

    fn body(&self, frame: &Frame) -> Markup {
        let asked = &self.asked;
        let readers = match asked.reader_names(frame) {
            Some(names) => {
                format!("{}: {names}", provenance::audience_words(frame, &asked.clearance.body.readers))
                    .into()
            }
            None => provenance::audience_words(frame, &asked.clearance.body.readers),
        };
        paper::sheet(
            frame,
            html! {
                (paper::letterhead(frame, asked))
                h2 { (frame.say("clearance-sheet")) }
                (parts::facts(vec![
                    (frame.say("clearance-text"), html! { b { (asked.text.name(frame)) } span.sub { (capital(&asked.text.facts(frame))) } }),
                    (frame.say("clearance-readers"), html! { (readers) }),
                    (frame.say("clearance-exactly"), html! { (paper::content(frame, asked)) }),
                ]))
                table.sign {
                    thead { tr {
                        th scope="col" { (frame.say("clearance-no")) }
                        th scope="col" { (frame.say("clearance-who")) }
                        th scope="col" { (frame.say("clearance-name-and-post")) }
                        th scope="col" { (frame.say("clearance-signature")) }
                        th scope="col" { (frame.say("clearance-day")) }
                        th scope="col" { (frame.say("clearance-letter")) }
                    } }
                    tbody { @for (place, line) in asked.steps.iter().enumerate() { (ApprovalSheet::row(frame, place, line)) } }
                }
                p.small { (frame.say("clearance-sheet-covers")) }
            },
        )
    }
}
