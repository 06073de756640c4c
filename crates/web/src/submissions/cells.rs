//! A cell of the matrix as it is drawn and said: the sign of its code, and the code's meaning.

use crate::furniture::frame::Frame;
use crate::statics;
use maud::{Markup, html};
use review::answer::Cell;
use review::catalogue::{Catalogue, Sign};

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
pub fn short(frame: &Frame, cell: Option<&Cell>) -> String {
    match cell {
        Some(Cell { code: Some(code), .. }) => code.clone(),
        Some(_) => frame.say("submissions-words-only"),
        None => frame.say("submissions-blank"),
    }
}

/// The drawing with its words for those who do not see it. `also`: what else is to be known of the cell.
pub fn sign(frame: &Frame, catalogue: &Catalogue, cell: Option<&Cell>, also: &[String]) -> Markup {
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
                (bare(drawing(catalogue, Some(&Cell {
                    cell: String::new(),
                    code: Some(code.code.clone()),
                    narrative: None,
                    citations: Vec::new(),
                }))))
                (code.code)
            }
        }
        span { (bare("i-m9")) (frame.say("submissions-blank-not-no")) }
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

/// A drawing beside which words stand.
pub fn bare(name: &str) -> Markup {
    crate::furniture::shell::mark(name)
}
