//! A cell of the matrix as it is drawn and said: the sign of its code, and the code's meaning.

use super::frame::Frame;
use super::phrase::Phrase;
use super::shell::mark;
use crate::statics;
use maud::{Markup, html};
use review::answer::{Answer, Cell};
use review::catalogue::{Catalogue, Heading, Row, Sign};

/// The drawing of what stands in a cell; dotted where nothing does.
pub fn drawing(catalogue: &Catalogue, cell: Option<&Cell>) -> &'static str {
    let code = cell.and_then(|cell| cell.code.as_deref()).and_then(|code| catalogue.code(code));
    match (code.map(|code| code.sign), cell) {
        (Some(Sign::Reported), _) => "i-m3",
        (Some(Sign::Unclear), _) => "i-m1",
        (Some(Sign::NotApplicable), _) => "i-m4",
        (None, Some(_)) => "i-m5",
        (None, None) => "i-m9",
    }
}

/// What stands in a cell in few words: the code, "words only", or "blank".
pub fn short(frame: &Frame, cell: Option<&Cell>) -> Phrase {
    match cell {
        Some(Cell { code: Some(code), .. }) => code.as_str().into(),
        Some(_) => frame.say("submissions-words-only"),
        None => frame.say("submissions-blank"),
    }
}

/// The drawing with its words for those who do not see it. `also`: what else is to be known of the cell.
pub fn sign(frame: &Frame, catalogue: &Catalogue, cell: Option<&Cell>, also: &[Phrase]) -> Markup {
    let mut words = vec![short(frame, cell)];
    words.extend(also.iter().cloned());
    html! {
        svg.q role="img" aria-label=(words.join(", ")) focusable="false" {
            use href=(format!("{}#{}", statics::marks(), drawing(catalogue, cell))) {}
        }
    }
}

/// The codes and what each means, with the blank one.
pub fn key(frame: &Frame, catalogue: &Catalogue) -> Markup {
    html! {
        @for code in &catalogue.codes {
            span {
                (mark(drawing(catalogue, Some(&Cell {
                    cell: String::new(),
                    code: Some(code.code.clone()),
                    narrative: None,
                    citations: Vec::new(),
                }))))
                (code.code)
            }
        }
        span { (mark("i-m5")) (frame.say("submissions-words-only")) }
        span { (mark("i-m9")) (frame.say("submissions-blank-not-no")) }
    }
}

/// What each code means, in the catalogue's own sense.
pub fn meanings(frame: &Frame, catalogue: &Catalogue) -> Markup {
    html! {
        @for code in &catalogue.codes {
            b { (code.code) } " " (frame.text(&code.meaning)) ". "
        }
    }
}

/// The id of a cell within its row.
pub fn cell_id(axis: Option<&Heading>, kind: &Heading) -> String {
    match axis {
        Some(axis) => format!("{}.{}", axis.id, kind.id),
        None => kind.id.clone(),
    }
}

/// The axes on which a row has cells; nothing once for a row without.
pub fn axes_of<'c>(catalogue: &'c Catalogue, row: &Row) -> Vec<Option<&'c Heading>> {
    let axes = catalogue.axes.iter().filter(|axis| row.axes.contains(&axis.id));
    let axes: Vec<Option<&Heading>> = axes.map(Some).collect();
    if axes.is_empty() { vec![None] } else { axes }
}

/// The kinds of question that a row asks.
pub fn kinds_of<'c>(catalogue: &'c Catalogue, row: &Row) -> Vec<&'c Heading> {
    catalogue.kinds.iter().filter(|kind| row.kinds.contains(&kind.id)).collect()
}

/// The cells of an answer in the order of the row, each with its name.
pub fn said<'a>(
    frame: &Frame,
    catalogue: &Catalogue,
    row: &Row,
    answer: &'a Answer,
) -> Vec<(String, &'a Cell)> {
    let mut said = Vec::new();
    for axis in axes_of(catalogue, row) {
        for kind in kinds_of(catalogue, row) {
            let Some(cell) = answer.cell(&cell_id(axis, kind)) else { continue };
            let words = frame.words(&kind.label);
            let words = match axis {
                Some(axis) => format!("{}, {}", frame.words(&axis.label), words),
                None => words.to_owned(),
            };
            said.push((words, cell));
        }
    }
    said
}
