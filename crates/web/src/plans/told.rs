//! What is told of a measure: reports of those who carry it out, each their own statement.

use crate::furniture::frame::Frame;
use crate::furniture::model::{Item, anchor, items_about};
use crate::furniture::progress::NO_REPORT;
use crate::furniture::shell::mark;
use ledger::id::RecordId;
use ledger::view::View;
use maud::{Markup, html};
use review::progress::Progress;

/// The reports on a measure, the newest first.
pub fn reports(view: &View<'_>, on: RecordId) -> Vec<Item<Progress>> {
    let mut reports: Vec<Item<Progress>> = items_about(view, on);
    reports.retain(|report| report.body.on == on);
    reports.sort_by_key(|report| std::cmp::Reverse((report.day(), report.body.number, report.at)));
    reports
}

/// The token of no report.
pub fn none(frame: &Frame) -> Markup {
    html! { span.st.mute { (mark(NO_REPORT)) (frame.say("plans-no-report")) } }
}

/// The day of a report, linked to it on the page of its measure.
pub fn day(frame: &Frame, report: &Item<Progress>) -> Markup {
    let address = format!("/measures/{}#{}", report.body.on, anchor(report.record));
    html! { a href=(frame.link(&address)) { (frame.date_short(report.day())) } }
}
