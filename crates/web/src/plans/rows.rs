//! The measures of a plan or a road map with what is told of them, in the region's columns.

use super::told;
use crate::furniture::frame::Frame;
use crate::furniture::linked::Linked;
use crate::furniture::listing::{Choice, chosen};
use crate::furniture::marking;
use crate::furniture::model::{Item, anchor};
use crate::furniture::provenance;
use ledger::audience::Audience;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::view::View;
use maud::{Markup, html};
use review::measure::Measure;
use review::plan::Task;
use review::progress::Progress;
use review::recommendation::HowFar;
use serde::Serialize;

/// A measure and the reports on it, the newest first.
#[derive(Serialize)]
pub struct Row {
    /// The measure.
    pub measure: Item<Measure>,
    /// The reports that the reader may see.
    pub reports: Vec<Item<Progress>>,
}

/// The measures of a plan or a road map, by number.
pub fn rows(view: &View<'_>, of: RecordId) -> Vec<Row> {
    let measures = Measure::of(view, of).into_iter().map(Item::from);
    measures
        .map(|measure: Item<Measure>| Row { reports: told::reports(view, measure.record), measure })
        .collect()
}

impl Row {
    /// The records it names.
    pub fn names(&self) -> impl Iterator<Item = RecordId> + '_ {
        let body = &self.measure.body;
        body.executor.iter().chain(&body.with).chain(&body.serves).chain(&body.needs).copied()
    }

    /// The word of the newest report.
    pub fn newest(&self) -> Option<HowFar> {
        self.reports.first().map(|report| report.body.word)
    }

    /// By what the lead is chosen in a filter: its record, or its name as written.
    pub fn lead_key(&self) -> Option<String> {
        let body = &self.measure.body;
        let named = || body.executor_named.as_ref().map(|text| text.for_reader(&text.original).1.to_owned());
        body.executor.map(|executor| executor.to_string()).or_else(named)
    }

    /// Who answers for it, in words.
    pub fn lead_words(&self, frame: &Frame, links: &Linked) -> String {
        let body = &self.measure.body;
        let known =
            body.executor.and_then(|executor| links.get(executor)).map(|link| link.title_words(frame));
        let named = body.executor_named.as_ref().map(|named| frame.words(named));
        known.or(named).unwrap_or_default().to_owned()
    }

    /// Who works on it with the lead, in words.
    pub fn with_words(&self, frame: &Frame, links: &Linked) -> String {
        let body = &self.measure.body;
        let known = body.with.iter().filter_map(|with| links.get(*with)).map(|link| link.title_words(frame));
        known.chain(body.with_named.iter().map(|named| frame.words(named))).collect::<Vec<_>>().join(", ")
    }

    /// The recommendations it serves, in words.
    pub fn serves_words(&self, frame: &Frame, links: &Linked) -> String {
        let served = self.measure.body.serves.iter().filter_map(|served| links.get(*served));
        served.map(|link| link.in_words(frame)).collect::<Vec<_>>().join(", ")
    }

    /// The first cell: number, measure, expected result; what it differs in from the plan it stands in.
    pub fn what(&self, frame: &Frame, of: &Audience) -> Markup {
        let body = &self.measure.body;
        html! {
            th.what scope="row" id=(anchor(self.measure.record)) {
                div {
                    span.no { (body.number) }
                    span {
                        a href=(frame.link(&format!("/measures/{}", self.measure.record))) { (frame.text(&body.words)) }
                        @if self.measure.marking.is_some() { " " (marking::chip(frame, self.measure.owner, self.measure.marking.as_ref())) }
                        @if let Some(result) = &body.result { span.sub { (frame.say("plans-result")) ": " (frame.text(result)) } }
                        @if *self.measure.audience != *of {
                            span.sub {
                                (provenance::audience(frame, &self.measure.audience)) " "
                                @if provenance::is_draft(&self.measure) { (provenance::version(frame, &self.measure)) }
                                @else { (provenance::version_words(frame, &self.measure)) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The recommendations it serves.
    pub fn serves(&self, frame: &Frame, links: &Linked) -> Markup {
        let served: Vec<_> =
            self.measure.body.serves.iter().filter_map(|served| links.get(*served)).collect();
        html! {
            @for (index, link) in served.iter().enumerate() { @if index > 0 { ", " } (link.quoted(frame)) }
            @if self.measure.body.serves.is_empty() { span.mute { (frame.say("plans-own-initiative")) } }
        }
    }

    /// The needs it waits for.
    pub fn needs(&self, frame: &Frame, links: &Linked) -> Markup {
        html! {
            @for link in self.measure.body.needs.iter().filter_map(|need| links.get(*need)) {
                span.sub { (frame.say("plans-need")) " " (link.quoted(frame)) }
            }
        }
    }
}

/// The rows that the filters leave, in the order asked for.
pub fn wanted<'r>(frame: &Frame, rows: &'r [Row], keep: impl Fn(&Row) -> bool) -> Vec<&'r Row> {
    let lead = chosen(frame, "lead");
    let by_lead = |row: &&Row| lead.is_none_or(|lead| row.lead_key().as_deref() == Some(lead));
    let mut wanted: Vec<&Row> = rows.iter().filter(by_lead).filter(|row| keep(row)).collect();
    if by_term(frame) {
        wanted
            .sort_by_key(|row| (row.measure.body.to.is_none(), row.measure.body.to.map(|to| to.last_day())));
    }
    wanted
}

/// Whether the table is asked for by term instead of by task.
pub fn by_term(frame: &Frame) -> bool {
    chosen(frame, "order") == Some("term")
}

/// The leads among which a filter lets one choose, in the order of the page's language.
pub fn leads(frame: &Frame, rows: &[Row], links: &Linked) -> Vec<Choice> {
    let mut leads: Vec<Choice> = Vec::new();
    for row in rows {
        let Some(key) = row.lead_key() else { continue };
        if !leads.iter().any(|(known, _)| *known == key) {
            leads.push((key, row.lead_words(frame, links).into()));
        }
    }
    leads.retain(|(_, words)| !words.is_empty());
    frame.in_order(leads, |(_, words)| words.clone())
}

/// The number and title of a task, and its rows; no number: rows of no task, or in another order.
pub type Group<'a> = (Option<(&'a str, Option<&'a Text>)>, Vec<&'a Row>);

/// The rows by task, each task with its rows; those of no task at the end. By term: one group.
pub fn groups<'a>(frame: &Frame, tasks: &'a [Task], wanted: &[&'a Row]) -> Vec<Group<'a>> {
    if by_term(frame) {
        return vec![(None, wanted.to_vec())];
    }
    let of =
        |number: &str| wanted.iter().copied().filter(|row| task_of(row) == Some(number)).collect::<Vec<_>>();
    let mut groups: Vec<Group<'a>> = tasks
        .iter()
        .map(|task| (Some((task.number.as_str(), Some(&task.title))), of(&task.number)))
        .collect();
    let known = |row: &Row| task_of(row).is_some_and(|number| tasks.iter().any(|task| task.number == number));
    groups.push((None, wanted.iter().copied().filter(|row| !known(row)).collect()));
    groups.retain(|(_, rows)| !rows.is_empty());
    groups
}

/// The number of the task: as said, else the first part of the measure's own number.
fn task_of(row: &Row) -> Option<&str> {
    let body = &row.measure.body;
    body.task.as_deref().or_else(|| body.number.split_once('.').map(|(task, _)| task))
}

/// The title of a task within a table or a file.
pub fn task_words(frame: &Frame, tasks: &[Task], row: &Row) -> String {
    let number = task_of(row).unwrap_or_default();
    match tasks.iter().find(|task| task.number == number) {
        Some(task) => format!("{number}. {}", frame.words(&task.title)),
        None => number.to_owned(),
    }
}
