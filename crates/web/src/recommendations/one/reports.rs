//! What each addressee reported, by rounds and years; what rounds concluded; the measures that serve it; the reports.

use super::OneRecommendation;
use crate::furniture::frame::Frame;
use crate::furniture::model::{Item, anchor};
use crate::furniture::shell::mark;
use crate::furniture::{parts, progress, provenance};
use crate::recommendations::line::{self, in_order};
use ledger::id::{OwnerId, RecordId};
use ledger::owner::OwnerSort;
use ledger::time::PartialDate;
use ledger::view::View;
use maud::{Markup, html};
use review::follow_up::last_reports;
use review::measure::Measure;
use review::party::Party;
use review::plan::Plan;
use review::progress::Progress;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use words::Message;

/// How many reports stand open; older ones are one click away.
const OPEN: usize = 6;

/// A measure that serves the recommendation.
#[derive(Serialize)]
pub struct Serving {
    /// The measure.
    pub measure: Item<Measure>,
    /// The State in whose plan it stands, or which wrote it where the plan itself is not open; none: a road map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<RecordId>,
    /// What was last reported of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<Item<Progress>>,
}

/// The measures that the view shows.
pub fn serving(view: &View<'_>, recommendation: RecordId) -> Vec<Serving> {
    let measures = view.about::<Measure>(recommendation);
    let serves = measures.filter(|seen| seen.body.serves.contains(&recommendation));
    serves
        .map(|seen| {
            let in_plan = view.find::<Plan>(seen.body.of).map(|plan| plan.body.party);
            let party = in_plan.or_else(|| party_of(view, seen.owner.id));
            let mut last = last_reports(view, seen.record);
            let newest = party.and_then(|party| last.remove(&party)).or_else(|| last.into_values().next());
            Serving { measure: seen.into(), party, last: newest.map(Item::from) }
        })
        .collect()
}

/// What that owner is called; nothing for a round or an editor, whose measures are joint or compiled.
fn party_of(view: &View<'_>, owner: OwnerId) -> Option<RecordId> {
    view.all_of::<Party>(OwnerSort::Party).find(|party| party.owner.id == owner).map(|party| party.record)
}

/// A column of the table: the round to which was reported, or the year between rounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum When {
    Round(RecordId),
    Year(i16),
}

fn when(report: &Progress, day: PartialDate) -> When {
    report.round.map_or(When::Year(day.year()), When::Round)
}

impl OneRecommendation {
    pub(super) fn reported(&self, frame: &Frame) -> Markup {
        let text = self.line.text();
        if self.line.adoption().is_none() && self.reports.is_empty() {
            return html! {};
        }
        let mut ids: BTreeSet<RecordId> = text.addressees.iter().flatten().copied().collect();
        ids.extend(self.reports.iter().map(|item| item.body.by));
        let ids: Vec<RecordId> = ids.into_iter().collect();
        let columns = self.columns();
        html! {
            section aria-labelledby="reported" {
                h2.h2 #reported {
                    (frame.say("recommendations-reported"))
                    span.end.key { (progress::legend(frame)) }
                }
                div.wrap tabindex="0" role="region" aria-label=(frame.say("recommendations-reported-region")) {
                    table.t.heat {
                        thead { tr {
                            th scope="col" { (frame.say("recommendations-addressee")) }
                            @for column in &columns { th scope="col" { (self.column_name(frame, *column)) } }
                            th scope="col" { (frame.say("recommendations-last-report")) }
                        } }
                        tbody { @for party in in_order(frame, &self.parties, &ids) { (self.reported_row(frame, party, &columns)) } }
                    }
                }
                p.caveat { (frame.say("recommendations-own-statements")) " " (line::public_only(frame)) }
            }
        }
    }

    /// The rounds and years of the reports, in the order of their first report.
    fn columns(&self) -> Vec<When> {
        let mut first: BTreeMap<When, PartialDate> = BTreeMap::new();
        for item in &self.reports {
            let day = item.day();
            first.entry(when(&item.body, day)).and_modify(|known| *known = day.min(*known)).or_insert(day);
        }
        let mut columns: Vec<(PartialDate, When)> =
            first.into_iter().map(|(when, day)| (day, when)).collect();
        columns.sort();
        columns.into_iter().map(|(_, when)| when).collect()
    }

    fn column_name(&self, frame: &Frame, column: When) -> String {
        match column {
            When::Year(year) => year.to_string(),
            When::Round(round) => self
                .rounds
                .get(&round)
                .map(|item| line::round_name(frame, &item.body))
                .unwrap_or_default()
                .into(),
        }
    }

    fn reported_row(&self, frame: &Frame, party: &Item<Party>, columns: &[When]) -> Markup {
        let own: Vec<&Item<Progress>> =
            self.reports.iter().filter(|item| item.body.by == party.record).collect();
        let asked = self.line.addressees().contains(&party.record);
        let none = || html! { span.st.mute { (mark(progress::NO_REPORT)) (progress::none(frame)) } };
        html! {
            tr {
                th scope="row" { (self.party(frame, party)) @if !asked { span.sub { (frame.say("recommendations-not-addressee")) } } }
                @for column in columns {
                    @let newest = own.iter().find(|item| when(&item.body, item.day()) == *column);
                    td {
                        @if let Some(item) = newest {
                            a href={ "#" (anchor(item.record)) } {
                                (mark(progress::sign(item.body.word))) (progress::short(frame, item.body.word)) (line::draft(frame, item))
                            }
                        }
                    }
                }
                td.last {
                    @match own.first() {
                        Some(item) => { span.nb { (frame.date_brief(item.day())) ". " } (first_words(frame.words(&item.body.words))) },
                        None => (none()),
                    }
                }
            }
        }
    }

    /// A State by its mark and name, linked to its page.
    fn party(&self, frame: &Frame, party: &Item<Party>) -> Markup {
        html! {
            span.own.own-org[line::is_organization(party)].own-me[frame.is_mine(party.owner)] {
                span.tm.iso aria-hidden="true" { (party.body.label) } (frame.text(&party.body.name))
            }
        }
    }

    pub(super) fn concluded(&self, frame: &Frame) -> Markup {
        if self.conclusions.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="concluded" {
                h2.h2 #concluded { (frame.say("recommendations-concluded")) }
                ul.list {
                    @for item in &self.conclusions {
                        li id=(anchor(item.record)) {
                            p {
                                b { (frame.say(&format!("recommendations-verdict-{}", item.body.verdict.word().replace('_', "-")))) } ". "
                                (frame.text(&item.body.words))
                            }
                            p.prov {
                                (self.round_link(frame, item.body.round))
                                span { @match item.body.about {
                                    Some(about) => (parts::party_name(frame, &self.parties, about)),
                                    None => (frame.say("recommendations-for-all")),
                                } }
                                (provenance::audience(frame, &item.audience))
                                (provenance::version(frame, item))
                            }
                        }
                    }
                }
            }
        }
    }

    pub(super) fn serving(&self, frame: &Frame) -> Markup {
        let name = |serving: &&Serving| {
            let party = serving.party.map(|party| parts::party_name(frame, &self.parties, party));
            // Joint measures stand behind those of States.
            party.unwrap_or("\u{10ffff}")
        };
        let rows = frame.in_order(self.measures.iter().collect(), name);
        html! {
            section aria-labelledby="measures" {
                h2.h2 #measures { (frame.say("recommendations-measures")) }
                table.t.t-list {
                    thead { tr {
                        th scope="col" { (frame.say("recommendations-state")) }
                        th scope="col" { (frame.say("recommendations-number")) }
                        th scope="col" { (frame.say("recommendations-measure")) }
                        th scope="col" { (frame.say("recommendations-responsible")) }
                        th scope="col" { (frame.say("recommendations-term")) }
                        th scope="col" { (frame.say("recommendations-progress")) }
                    } }
                    tbody { @for serving in rows { (self.serving_row(frame, serving)) } }
                }
            }
        }
    }

    fn serving_row(&self, frame: &Frame, serving: &Serving) -> Markup {
        let body = &serving.measure.body;
        html! {
            tr {
                th scope="row" { @match serving.party.and_then(|party| self.parties.get(&party)) {
                    Some(party) => (self.party(frame, party)),
                    None => (frame.say("recommendations-joint")),
                } }
                td.nb data-l=(frame.say("recommendations-number")) { (body.symbol.as_deref().unwrap_or(&body.number)) }
                td.full {
                    (self.named.around(frame, serving.measure.record, frame.text(&body.words)))
                    p.prov { (provenance::audience(frame, &serving.measure.audience)) }
                }
                td.full {
                    @match (body.executor, &body.executor_named) {
                        (Some(executor), _) if self.named.get(executor).is_some() => (self.executor(frame, executor)),
                        (_, Some(named)) => (frame.text(named)),
                        _ => {},
                    }
                }
                td data-l=(frame.say("recommendations-term")) { (frame.text(&body.term)) }
                td data-l=(frame.say("recommendations-progress")) {
                    @match &serving.last {
                        Some(last) => { span.st { (mark(progress::sign(last.body.word))) (progress::short(frame, last.body.word)) } span.sub { (frame.date_brief(last.day())) } },
                        None => span.st { (mark(progress::NO_REPORT)) (progress::none(frame)) },
                    }
                }
            }
        }
    }

    /// Who answers for a measure, by name.
    fn executor(&self, frame: &Frame, executor: RecordId) -> Markup {
        let title = self.named.get(executor).and_then(|link| link.title.as_ref());
        self.named.around(frame, executor, title.map(|title| frame.text(title)).unwrap_or_default())
    }

    /// The reports, newest first.
    pub(super) fn timeline(&self, frame: &Frame) -> Markup {
        if self.reports.is_empty() {
            return html! {};
        }
        let (open, older) = self.reports.split_at(OPEN.min(self.reports.len()));
        html! {
            section aria-labelledby="reports" {
                h2.h2 #reports { (frame.say("recommendations-reports")) span.mute { (frame.say("recommendations-reports-latest")) } }
                ol.tl { @for item in open { (self.report(frame, item)) } }
                @if !older.is_empty() {
                    details {
                        summary { (frame.tell(Message::new("recommendations-reports-older").with("count", older.len()))) }
                        ol.tl { @for item in older { (self.report(frame, item)) } }
                    }
                }
            }
        }
    }

    fn report(&self, frame: &Frame, item: &Item<Progress>) -> Markup {
        let body = &item.body;
        html! {
            li id=(anchor(item.record)) {
                span { (frame.date_brief(item.day())) }
                (mark(progress::sign(body.word)))
                div class=(if line::is_draft(item) { "obj obj-draft" } else { "" }) {
                    p.prov {
                        @if let Some(party) = self.parties.get(&body.by) { (self.party(frame, party)) }
                        (progress::token(frame, body.word))
                    }
                    p { (frame.text(&body.words)) }
                    @if !body.evidence.is_empty() {
                        p.small {
                            (frame.say("recommendations-evidence")) ": "
                            @for (place, record) in body.evidence.iter().filter(|id| self.named.get(**id).is_some()).enumerate() {
                                @if place > 0 { "; " } (self.named_in_full(frame, *record))
                            }
                        }
                    }
                    p.prov {
                        (provenance::audience(frame, &item.audience))
                        @if line::is_draft(item) { (provenance::version(frame, item)) }
                        @else { span.rel { (frame.tell(Message::new("recommendations-report-number").with("number", body.number))) } }
                        @if let Some(round) = body.round { (self.round_link(frame, round)) }
                    }
                }
            }
        }
    }
}

/// The first sentence of a report: the whole of it stands below. "No. 77" and the like end no sentence.
fn first_words(words: &str) -> &str {
    let ends = |(at, stop): &(usize, &str)| {
        let mut rest = words[at + stop.len()..].chars();
        rest.next().is_none_or(|space| space == ' ' && rest.next().is_none_or(char::is_uppercase))
    };
    let end = words.match_indices(['.', ';']).find(ends).map_or(words.len(), |(at, _)| at);
    &words[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_of_a_report_stands_in_the_table() {
        assert_eq!(
            first_words("Order No. 77 approves the table. It is published."),
            "Order No. 77 approves the table"
        );
        assert_eq!(first_words("Таблица утверждена; Список обновлён."), "Таблица утверждена");
        assert_eq!(first_words("Under way"), "Under way");
        assert_eq!(first_words(""), "");
    }
}
