//! How far something was carried out: a sign that fills, always with its word. It is what a State reports of itself.

use super::frame::Frame;
use super::phrase::Phrase;
use super::shell::mark;
use maud::{Markup, html};
use review::recommendation::HowFar;

/// The sign of "no report".
pub const NO_REPORT: &str = "i-p9";

/// All words in the order of a legend.
const LEGEND: [HowFar; 5] =
    [HowFar::CarriedOut, HowFar::Partly, HowFar::UnderWay, HowFar::NotStarted, HowFar::Overtaken];

/// The name of the sign.
pub fn sign(word: HowFar) -> &'static str {
    match word {
        HowFar::NotStarted => "i-p0",
        HowFar::UnderWay => "i-p1",
        HowFar::Partly => "i-p2",
        HowFar::CarriedOut => "i-p3",
        HowFar::Overtaken => "i-p4",
    }
}

/// The word in full.
pub fn words(frame: &Frame, word: HowFar) -> Phrase {
    frame.say(&format!("progress-{}", word.word().replace('_', "-")))
}

/// The word as dense cells have it.
pub fn short(frame: &Frame, word: HowFar) -> Phrase {
    frame.say(&format!("progress-short-{}", word.word().replace('_', "-")))
}

/// Sign and word.
pub fn token(frame: &Frame, word: HowFar) -> Markup {
    html! { span.st { (mark(sign(word))) (words(frame, word)) } }
}

/// The legend above a table, ending with the sign for "no report".
pub fn legend(frame: &Frame) -> Markup {
    html! {
        @for word in LEGEND { span { (mark(sign(word))) (words(frame, word)) } }
        span { (mark(NO_REPORT)) (none(frame)) }
    }
}

/// The words of "no report". The public is told of public reports only: of others it does not know.
pub fn none(frame: &Frame) -> Phrase {
    frame.say(if frame.reading.is_some() { "progress-none" } else { "progress-none-public" })
}
