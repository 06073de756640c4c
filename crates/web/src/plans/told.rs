//! What is told of a measure: reports of those who carry it out, each their own statement.

use crate::furniture::frame::Frame;
use crate::furniture::model::{Item, anchor, items_about};
use crate::furniture::parts::capital;
use crate::furniture::phrase::Phrase;
use crate::furniture::shell::mark;
use ledger::id::RecordId;
use ledger::view::View;
use maud::{Markup, html};
use review::progress::Progress;
use review::recommendation::HowFar;

/// The reports on a measure, the newest first.
pub fn reports(view: &View<'_>, on: RecordId) -> Vec<Item<Progress>> {
    let mut reports: Vec<Item<Progress>> = items_about(view, on);
    reports.retain(|report| report.body.on == on);
    reports.sort_by_key(|report| std::cmp::Reverse((report.day(), report.body.number, report.at)));
    reports
}

/// The sign of a progress word: a circle that fills, never a percentage.
pub fn sign(word: HowFar) -> &'static str {
    match word {
        HowFar::NotStarted => "i-p0",
        HowFar::UnderWay => "i-p1",
        HowFar::Partly => "i-p2",
        HowFar::CarriedOut => "i-p3",
        HowFar::Overtaken => "i-p4",
    }
}

/// A progress word in words.
pub fn words(frame: &Frame, word: HowFar) -> Phrase {
    frame.say(&format!("round-became-{}", word.word().replace('_', "-")))
}

/// The token: the sign and always the word.
pub fn token(frame: &Frame, word: HowFar) -> Markup {
    html! { span.st { (mark(sign(word))) (capital(&words(frame, word))) } }
}

/// The token of no report.
pub fn none(frame: &Frame) -> Markup {
    html! { span.st.mute { (mark("i-p9")) (frame.say("plans-no-report")) } }
}

/// The day of a report, linked to it on the page of its measure.
pub fn day(frame: &Frame, report: &Item<Progress>) -> Markup {
    let address = format!("/measures/{}#{}", report.body.on, anchor(report.record));
    html! { a href=(frame.link(&address)) { (frame.date_short(report.day())) } }
}
