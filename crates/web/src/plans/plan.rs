//! One national action plan: its measures by task in the region's columns, and the time-line.

use super::gantt::{Years, is_past, today};
use super::list::{approved_words, period, standing, unknown};
use super::rows::{self, Row};
use super::told;
use crate::answer::Screen;
use crate::furniture::cited::Cited;
use crate::furniture::csv::Sheet;
use crate::furniture::frame::{Frame, plain};
use crate::furniture::linked::Linked;
use crate::furniture::listing::{Choice, choose, chosen, filter_form};
use crate::furniture::model::Item;
use crate::furniture::parts;
use crate::furniture::phrase::Phrase;
use crate::furniture::progress;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part, mark};
use ledger::audience::Audience;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::view::View;
use maud::{Markup, html};
use review::party::Party;
use review::plan::Plan;
use review::recommendation::HowFar;
use review::roadmap::Roadmap;
use serde::Serialize;
use words::Message;

/// The page of a plan.
#[derive(Serialize)]
pub struct OnePlan {
    state: Item<Party>,
    plan: Item<Plan>,
    measures: Vec<Row>,
    road_maps: Vec<Item<Roadmap>>,
    links: Linked,
    sources: Cited,
}

impl OnePlan {
    /// What the view shows of that plan.
    pub fn look(view: &View<'_>, record: RecordId) -> Option<Self> {
        let plan: Item<Plan> = view.find::<Plan>(record)?.into();
        let state: Item<Party> = view.find::<Party>(plan.body.party)?.into();
        let measures = rows::rows(view, record);
        let mut sources = Cited::default();
        sources.take(view, &plan.body.sources);
        let own = plan.body.coordinator.into_iter().chain(plan.body.follows);
        let links = Linked::of(view, own.chain(measures.iter().flat_map(Row::names)));
        let road_maps = view.all::<Roadmap>().map(Item::from).collect();
        Some(OnePlan { state, plan, measures, road_maps, links, sources })
    }

    fn years(&self) -> Option<Years> {
        let body = &self.plan.body;
        Years::of(body.from, body.to, self.measures.iter().map(|row| &*row.measure.body))
    }

    /// Whether it is read for the State whose plan it is: only then its figures and what is past a term are shown.
    fn is_own(&self, frame: &Frame) -> bool {
        frame.is_mine(self.plan.owner)
    }

    fn past_term(&self, frame: &Frame, row: &Row) -> bool {
        self.is_own(frame) && is_past(&row.measure.body, row.newest(), today(frame))
    }

    fn figures(&self, frame: &Frame) -> Markup {
        if !self.is_own(frame) || self.measures.is_empty() {
            return html! {};
        }
        let count = |word: HowFar| self.measures.iter().filter(|row| row.newest() == Some(word)).count();
        let words = [HowFar::CarriedOut, HowFar::Partly, HowFar::UnderWay, HowFar::NotStarted];
        let linked = self.measures.iter().filter(|row| !row.measure.body.serves.is_empty()).count();
        let of = Message::new("plans-figure-of").with("count", self.measures.len());
        html! {
            div {
                dl.figs {
                    @for word in words {
                        div { dt { (mark(progress::sign(word))) (progress::words(frame, word)) } dd { (count(word)) } }
                    }
                    div { dt { (frame.say("plans-figure-linked")) } dd { (linked) " " small { (frame.tell(of)) } } }
                }
                p.small.mute { (provenance::audience(frame, &Audience::Own)) " " (frame.say("plans-figures-note")) }
            }
        }
    }

    fn facts(&self, frame: &Frame) -> Markup {
        let body = &self.plan.body;
        let cite = self.sources.cite(frame, &body.sources);
        let known = |words: Phrase| {
            if words.is_empty() {
                html! { (unknown(frame)) }
            } else {
                html! { (words) }
            }
        };
        let text = |text: Option<&Text>| text.map(|text| frame.text(text).markup()).unwrap_or_default();
        let day = |key: &str, day: Option<_>| {
            (frame.say(key), html! { @if let Some(day) = day { (frame.date(day)) } })
        };
        let link = |record: Option<RecordId>| {
            record
                .and_then(|record| self.links.get(record))
                .map(|link| link.called(frame))
                .unwrap_or_default()
        };
        parts::facts(vec![
            (frame.say("plans-period"), known(period(frame, body.from, body.to))),
            (frame.say("plans-standing"), known(standing(frame, &self.plan))),
            (frame.say("plans-approved"), html! { (known(approved_words(frame, body))) " " (cite) }),
            day("plans-approved-on", body.approved.as_ref().and(body.approved_on)),
            (frame.say("plans-coordinator"), link(body.coordinator)),
            day("plans-submitted", body.submitted),
            (frame.say("plans-follows"), link(body.follows)),
            (frame.say("plans-note"), text(body.note.as_ref())),
        ])
    }

    fn filters(&self, frame: &Frame) -> Markup {
        let mut progress: Vec<Choice> =
            HowFar::ALL.iter().map(|word| (word.word().to_owned(), progress::words(frame, *word))).collect();
        progress.push(("none".into(), frame.say("plans-no-report")));
        if self.is_own(frame) {
            progress.push(("past".into(), frame.say("plans-past-term")));
        }
        let leads = rows::leads(frame, &self.measures, &self.links);
        let order = [("term".to_owned(), frame.say("plans-order-term"))];
        let all = frame.say("listing-all");
        filter_form(
            frame,
            &["lead", "progress", "order"],
            html! {
                (choose(frame, "lead", &frame.say("plans-lead-agency"), &all, &leads))
                (choose(frame, "progress", &frame.say("plans-progress"), &frame.say("plans-any"), &progress))
                (choose(frame, "order", &frame.say("plans-order"), &frame.say("plans-order-task"), &order))
            },
        )
    }

    fn wanted(&self, frame: &Frame) -> Vec<&Row> {
        let asked = chosen(frame, "progress");
        rows::wanted(frame, &self.measures, |row| match asked {
            None => true,
            Some("none") => row.newest().is_none(),
            Some("past") => self.past_term(frame, row),
            Some(word) => row.newest().is_some_and(|newest| newest.word() == word),
        })
    }

    fn table(&self, frame: &Frame) -> Markup {
        let years = self.years();
        let wanted = self.wanted(frame);
        html! {
            section aria-labelledby="measures" {
                h2.h2 #measures { (frame.say("plans-measures")) (key(frame, self.is_own(frame))) }
                @if wanted.is_empty() { (parts::empty(&frame.say("plans-measures-none-here"), &frame.say("plans-measures-none-here-why"))) }
                @else {
                    table.t.t-list.plan {
                        thead { tr {
                            th scope="col" { (frame.say("plans-column-measure")) }
                            th scope="col" { (frame.say("plans-column-lead")) }
                            th scope="col" { (frame.say("plans-column-term")) }
                            th scope="col" { (frame.say("plans-column-recommendation")) }
                            th scope="col" { (frame.say("plans-progress")) }
                            (time_head(frame, years))
                        } }
                        tbody {
                            @for (task, rows) in rows::groups(frame, &self.plan.body.tasks, &wanted) {
                                (group_head(frame, task))
                                @for row in rows { (self.row(frame, years, row)) }
                            }
                        }
                    }
                }
                p.more { a href=(frame.here("format", Some("csv"))) { (frame.say("listing-download")) } }
            }
        }
    }

    fn row(&self, frame: &Frame, years: Option<Years>, row: &Row) -> Markup {
        let body = &row.measure.body;
        let past = self.past_term(frame, row);
        let with = row.with_words(frame, &self.links);
        html! {
            tr {
                (row.what(frame, &self.plan.audience))
                td.full {
                    b { (row.lead_words(frame, &self.links)) }
                    @if !with.is_empty() { span.sub { (frame.tell(Message::new("plans-with").with("names", with))) } }
                }
                td data-l=(frame.say("plans-term")) {
                    @if past { span.late { (frame.text(&body.term)) } } @else { (frame.text(&body.term)) }
                    @if let Some(funding) = &body.funding { span.sub { (frame.text(funding)) } }
                    (row.needs(frame, &self.links))
                }
                td { (row.serves(frame, &self.links)) }
                td { (progress(frame, row)) }
                @if let Some(years) = years { td.full.gcell { (years.bar(frame, body, row.newest(), past)) } }
            }
        }
    }

    fn sheet(&self, frame: &Frame) -> Sheet {
        let tasks = &self.plan.body.tasks;
        let heads = [
            "plans-number",
            "plans-task",
            "plans-measure",
            "plans-term",
            "plans-result",
            "plans-lead-agency",
            "plans-partners",
            "plans-funding",
            "plans-recommendations",
            "plans-progress",
            "plans-last-report",
        ];
        let text = |text: Option<&Text>| text.map(|text| frame.words(text).to_owned()).unwrap_or_default();
        let cells = |row: &&Row| {
            let body = &row.measure.body;
            let report = row.reports.first();
            vec![
                body.number.clone(),
                rows::task_words(frame, tasks, row),
                text(Some(&body.words)),
                text(Some(&body.term)),
                text(body.result.as_ref()),
                row.lead_words(frame, &self.links),
                row.with_words(frame, &self.links),
                text(body.funding.as_ref()),
                row.serves_words(frame, &self.links),
                report.map(|report| progress::words(frame, report.body.word)).unwrap_or_default().into(),
                report.map(|report| report.day().to_string()).unwrap_or_default(),
            ]
        };
        let wanted = self.wanted(frame);
        let mut sheet = Sheet {
            name: self.plan.body.symbol.clone().unwrap_or_else(|| "plan".into()).replace('.', "-"),
            heads: heads.iter().map(|key| frame.say(key)).collect(),
            rows: wanted.iter().map(cells).collect(),
        };
        sheet.add_markings(frame, wanted.iter().map(|row| row.measure.marking.clone()).collect());
        sheet
    }

    fn others(&self, frame: &Frame) -> Markup {
        html! {
            nav.toc aria-label=(frame.say("plans-page")) {
                a href="#measures" aria-current="page" { (frame.text(&self.state.body.name)) ", " (frame.say("plans-toc-plan")) }
                @for map in &self.road_maps {
                    a href=(frame.link(&format!("/road-maps/{}", map.record))) { (frame.text(&map.body.title)) }
                }
                a href=(frame.link("/plans")) { (frame.say("plans-toc-all")) }
            }
        }
    }
}

/// What the signs of the time-line mean.
pub fn key(frame: &Frame, own: bool) -> Markup {
    html! {
        span.end.key {
            span { i.k.kg.kg1 {} (frame.say("plans-key-planned")) }
            span { i.k.kg.kg2 {} (frame.say("plans-key-reported")) }
            @if own { span { i.k.kg.kg3 {} (frame.say("plans-key-past")) " " (provenance::audience(frame, &Audience::Own)) } }
            span { i.k.kg.kg4 {} (frame.say("plans-key-term")) }
            span { i.k.kg.kg5 {} (frame.say("plans-key-today")) }
        }
    }
}

/// The head of the column with the time-line.
pub fn time_head(frame: &Frame, years: Option<Years>) -> Markup {
    let Some(years) = years else { return html! {} };
    let (first, last) = years.ends();
    let said = Message::new("plans-time").with("from", first.to_string()).with("to", last.to_string());
    html! { th.gcell scope="col" { span.vh { (frame.tell(said)) } (years.head()) } }
}

/// The head of a task within the table.
pub fn group_head(frame: &Frame, task: Option<(&str, Option<&Text>)>) -> Markup {
    let Some((number, title)) = task else { return html! {} };
    let said = frame.tell(Message::new("plans-task-number").with("number", number));
    html! { tr.grp { th colspan="6" scope="rowgroup" { (said) @if let Some(title) = title { " " (frame.text(title)) } } } }
}

/// The newest report: its word, its day, and who reads it where that is not who reads the measure.
fn progress(frame: &Frame, row: &Row) -> Markup {
    let Some(report) = row.reports.first() else { return told::none(frame) };
    html! {
        (progress::token(frame, report.body.word))
        span.sub { (frame.say("plans-last-report")) ": " (told::day(frame, report)) }
        @if report.audience != row.measure.audience { span.sub { (provenance::audience(frame, &report.audience)) } }
    }
}

impl Screen for OnePlan {
    fn head(&self, frame: &Frame) -> Head {
        let body = &self.plan.body;
        let title = frame.words(&body.title);
        let period = period(frame, body.from, body.to);
        let has_year = body.from.is_some_and(|from| title.contains(&from.year().to_string()));
        let approved = approved_words(frame, body);
        let coordinator = body.coordinator.and_then(|agency| self.links.get(agency));
        // The sentence brings its own full stop: an abbreviated year must not end in two.
        let approved = approved.trim_end_matches('.').to_owned();
        Head {
            title: if has_year || period.is_empty() {
                title.into()
            } else {
                format!("{title}, {period}").into()
            },
            symbol: body.symbol.clone(),
            lede: Some(html! {
                @if !approved.is_empty() { (frame.tell(Message::new("plans-approved-by").with("by", approved))) " " }
                @if let Some(agency) = coordinator {
                    (frame.tell(Message::new("plans-coordinated-by").with("by", agency.title_words(frame))))
                }
            }),
            crumbs: vec![(frame.say("plans-page"), "/plans".into())],
            part: Part::Plans,
            provenance: html! {
                (provenance::page(frame, &self.plan))
                @if self.is_own(frame) && self.measures.iter().any(|row| provenance::is_draft(&row.measure)) {
                    span.rel.rel-draft { (frame.say("plans-with-drafts")) }
                }
            },
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let compiled = !frame.owners.contains_key(&self.plan.owner);
        html! {
            (self.figures(frame))
            (self.others(frame))
            @if compiled { (parts::party(frame, &self.state)) (self.facts(frame)) }
            @if self.measures.is_empty() {
                section aria-labelledby="measures" {
                    h2.h2 #measures { (frame.say("plans-measures")) }
                    @if compiled { (parts::empty(&frame.say("plans-measures-none"), &frame.say("plans-unknown-state"))) }
                    @else { (parts::empty(&frame.say("plans-measures-none"), &frame.say("plans-measures-none-why"))) }
                }
            } @else { (self.filters(frame)) (self.table(frame)) }
            @if !compiled { section aria-labelledby="facts" { h2.h2 #facts { (frame.say("plans-facts")) } (self.facts(frame)) } }
            (self.sources.list(frame))
            p.more { a href=(frame.link(&format!("/records/{}/history", self.plan.record))) { (frame.say("history-title")) } }
        }
    }

    fn table(&self, frame: &Frame) -> Option<Sheet> {
        Some(self.sheet(frame))
    }
}

/// "adopted 16 June 2023", for the head of a road map.
pub fn adopted(frame: &Frame, day: ledger::time::PartialDate) -> Phrase {
    frame.tell(Message::new("plans-adopted").with("date", plain(day)))
}
