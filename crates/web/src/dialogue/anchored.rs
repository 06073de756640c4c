//! What a thread is about, in the words of the State that is asked: its answer at the row, or its part.

use crate::furniture::cells::{drawing, said, short};
use crate::furniture::frame::Frame;
use crate::furniture::model::Item;
use crate::furniture::provenance;
use crate::furniture::shell::mark;
use ledger::id::RecordId;
use ledger::view::View;
use maud::{Markup, html};
use review::answer::Answer;
use review::catalogue::Catalogue;
use review::part::Part;
use review::submission::Submission;
use serde::Serialize;

/// The record at which a thread stands, if it is an answer or a part.
#[derive(Serialize)]
pub struct Anchored {
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<Item<Answer>>,
    #[serde(skip)]
    catalogue: Option<Item<Catalogue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<Item<Part>>,
}

impl Anchored {
    /// What the view shows of that record; a submission with a row stands for its answer.
    pub fn of(view: &View<'_>, record: RecordId, item: Option<&str>) -> Self {
        let answer = view
            .find::<Answer>(record)
            .or_else(|| Answer::at(view, view.find::<Submission>(record)?.record, item?));
        let submission = answer.as_ref().and_then(|answer| view.find::<Submission>(answer.body.submission));
        let catalogue = submission.and_then(|seen| view.find::<Catalogue>(seen.body.catalogue?));
        Anchored {
            answer: answer.map(Item::from),
            catalogue: catalogue.map(Item::from),
            part: view.find::<Part>(record).map(Item::from),
        }
    }

    /// The words, with whose they are and who reads them.
    pub fn draw(&self, frame: &Frame) -> Markup {
        html! {
            @if let (Some(answer), Some(catalogue)) = (&self.answer, &self.catalogue) {
                (cells(frame, answer, &catalogue.body))
            }
            @if let Some(part) = &self.part {
                (provenance::line(frame, part))
                div class=(provenance::edge(part)) {
                    @for paragraph in &part.body.paragraphs { p.doc { (frame.text(paragraph)) } }
                }
            }
        }
    }
}

fn cells(frame: &Frame, answer: &Item<Answer>, catalogue: &Catalogue) -> Markup {
    let Some((_, row)) = catalogue.row(&answer.body.item) else { return html! {} };
    html! {
        (provenance::line(frame, answer))
        @for (words, cell) in said(frame, catalogue, row, &answer.body) {
            article class=(provenance::edge(answer)) {
                h3.cell { (mark(drawing(catalogue, Some(cell)))) span { (words) ": " (short(frame, Some(cell))) } }
                @if let Some(narrative) = &cell.narrative { p.doc { (frame.text(narrative)) } }
            }
        }
        p.caveat { (frame.say("submissions-not-a-measure")) }
    }
}
