//! A regional road map: measures that States take together, each with one lead. What is past a term is never marked.

use super::gantt::Years;
use super::list::period;
use super::plan::{adopted, group_head, key, time_head};
use super::rows::{self, Row};
use super::told;
use crate::answer::Screen;
use crate::furniture::csv::Sheet;
use crate::furniture::frame::Frame;
use crate::furniture::linked::{Link, Linked};
use crate::furniture::listing::{choose, filter_form};
use crate::furniture::marking;
use crate::furniture::model::{Item, Names, parties};
use crate::furniture::parts;
use crate::furniture::progress;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::view::View;
use maud::{Markup, html};
use review::party::Party;
use review::plan::Plan;
use review::progress::Progress;
use review::recommendation::HowFar;
use review::roadmap::Roadmap;
use serde::Serialize;
use words::Message;

/// The page of a road map.
#[derive(Serialize)]
pub struct OneRoadmap {
    road_map: Item<Roadmap>,
    measures: Vec<Row>,
    plans: Vec<Item<Plan>>,
    parties: Names<Party>,
    links: Linked,
}

impl OneRoadmap {
    /// What the view shows of that road map.
    pub fn look(view: &View<'_>, record: RecordId) -> Option<Self> {
        let road_map: Item<Roadmap> = view.find::<Roadmap>(record)?.into();
        let measures = rows::rows(view, record);
        let reporting = measures.iter().flat_map(|row| row.reports.iter().map(|report| report.body.by));
        let near = [road_map.body.series, road_map.body.round].into_iter().chain(road_map.body.follows);
        let ids: Vec<RecordId> = measures.iter().flat_map(Row::names).chain(reporting).chain(near).collect();
        Some(OneRoadmap {
            parties: parties(view, ids.iter().copied()),
            links: Linked::of(view, ids),
            plans: view.all::<Plan>().map(Item::from).collect(),
            road_map,
            measures,
        })
    }

    fn years(&self) -> Option<Years> {
        let body = &self.road_map.body;
        Years::of(body.from, body.to, self.measures.iter().map(|row| &*row.measure.body))
    }

    fn filters(&self, frame: &Frame) -> Markup {
        let leads = rows::leads(frame, &self.measures, &self.links);
        let order = [("term".to_owned(), frame.say("plans-order-term"))];
        filter_form(
            frame,
            &["lead", "order"],
            html! {
                (choose(frame, "lead", &frame.say("plans-lead-party"), &frame.say("listing-all"), &leads))
                (choose(frame, "order", &frame.say("plans-order"), &frame.say("plans-order-task"), &order))
            },
        )
    }

    fn table(&self, frame: &Frame) -> Markup {
        let years = self.years();
        let wanted = rows::wanted(frame, &self.measures, |_| true);
        html! {
            section aria-labelledby="measures" {
                h2.h2 #measures { (frame.say("plans-joint-measures")) (key(frame, false)) }
                @if wanted.is_empty() { (parts::empty(&frame.say("plans-measures-none-here"), &frame.say("plans-measures-none-here-why"))) }
                @else {
                    table.t.t-list.plan {
                        thead { tr {
                            th scope="col" { (frame.say("plans-column-measure")) }
                            th scope="col" { (frame.say("plans-column-by")) }
                            th scope="col" { (frame.say("plans-term")) }
                            th scope="col" { (frame.say("plans-column-recommendation")) }
                            th scope="col" { (frame.say("plans-progress")) }
                            (time_head(frame, years))
                        } }
                        tbody {
                            @for (task, rows) in rows::groups(frame, &self.road_map.body.tasks, &wanted) {
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
        html! {
            tr {
                (row.what(frame, &self.road_map.audience))
                td { (self.by(frame, row)) }
                td data-l=(frame.say("plans-term")) {
                    (frame.text(&body.term))
                    @if let Some(funding) = &body.funding { span.sub { (frame.text(funding)) } }
                    (row.needs(frame, &self.links))
                }
                td { (row.serves(frame, &self.links)) }
                td { (self.told(frame, row)) }
                @if let Some(years) = years { td.full.gcell { (years.bar(frame, body, self.of_lead(row), false)) } }
            }
        }
    }

    /// Who leads it, and the marks of those who work on it.
    fn by(&self, frame: &Frame, row: &Row) -> Markup {
        let body = &row.measure.body;
        let lead = body.executor.and_then(|lead| self.parties.get(&lead));
        let with: Vec<&Item<Party>> = body.with.iter().filter_map(|with| self.parties.get(with)).collect();
        let with = frame.in_order(with, |party| frame.words(&party.body.name).to_owned());
        let agencies: Vec<&Link> = body
            .with
            .iter()
            .filter(|with| !self.parties.contains_key(with))
            .filter_map(|with| self.links.get(*with))
            .collect();
        html! {
            @match lead {
                Some(lead) => (provenance::owner(frame, lead.owner)),
                None => b { (row.lead_words(frame, &self.links)) },
            }
            @if !with.is_empty() {
                span.sub.marks {
                    span.vh { (frame.say("plans-together-with")) " " }
                    @for party in with { (provenance::mark_alone(frame, party.owner)) " " }
                }
            }
            @for agency in agencies { span.sub { (agency.title_words(frame)) } }
            @if let Some(named) = &body.with_named { span.sub { (frame.text(named)) } }
        }
    }

    /// The newest report of each State that reported, in the order of the page's language.
    fn newest<'r>(&self, frame: &Frame, row: &'r Row) -> Vec<&'r Item<Progress>> {
        let mut newest: Vec<&Item<Progress>> = Vec::new();
        for report in &row.reports {
            if !newest.iter().any(|known| known.body.by == report.body.by) {
                newest.push(report);
            }
        }
        frame.in_order(newest, |report| parts::party_name(frame, &self.parties, report.body.by))
    }

    /// What the lead reported; the bar shows it and nobody else's.
    fn of_lead(&self, row: &Row) -> Option<HowFar> {
        let lead = row.measure.body.executor?;
        row.reports.iter().find(|report| report.body.by == lead).map(|report| report.body.word)
    }

    /// What each State that answers for it told, as its own statement.
    fn told(&self, frame: &Frame, row: &Row) -> Markup {
        let newest = self.newest(frame, row);
        html! {
            @if newest.is_empty() { (told::none(frame)) }
            @for report in newest {
                span.line {
                    (provenance::mark_alone(frame, report.owner)) " "
                    (progress::token(frame, report.body.word)) " "
                    span.small.mute { (told::day(frame, report)) }
                    @if report.audience != row.measure.audience { " " (provenance::audience(frame, &report.audience)) }
                }
            }
        }
    }

    /// The recommendations that became measures.
    fn origins(&self, frame: &Frame) -> Markup {
        let mut origins: Vec<(&Link, Vec<&Row>)> = Vec::new();
        for row in &self.measures {
            for link in row.measure.body.serves.iter().filter_map(|served| self.links.get(*served)) {
                match origins.iter_mut().find(|(known, _)| known.record == link.record) {
                    Some((_, rows)) => rows.push(row),
                    None => origins.push((link, vec![row])),
                }
            }
        }
        origins.sort_by(|one, other| one.0.symbol.cmp(&other.0.symbol));
        if origins.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="origins" {
                h2.h2 #origins { (frame.say("plans-origins")) }
                ul.list {
                    @for (link, rows) in origins {
                        @let numbers: Vec<String> = rows.iter().map(|row| row.measure.body.number.clone()).collect();
                        li {
                            (link.in_full(frame))
                            p.prov { span { (frame.tell(Message::new("plans-became-measures").with("count", numbers.len()).with("numbers", frame.list(&numbers)))) } }
                        }
                    }
                }
            }
        }
    }

    fn others(&self, frame: &Frame) -> Markup {
        let mine = self.plans.iter().filter(|plan| frame.is_mine(plan.owner));
        html! {
            nav.toc aria-label=(frame.say("plans-page")) {
                @for plan in mine { a href=(frame.link(&format!("/plans/{}", plan.record))) { (frame.text(&plan.body.title)) } (marking::chip(frame, plan.owner, plan.marking.as_ref())) }
                a href="#measures" aria-current="page" { (frame.text(&self.road_map.body.title)) }
                a href=(frame.link("/plans")) { (frame.say("plans-toc-all")) }
            }
        }
    }

    fn sheet(&self, frame: &Frame) -> Sheet {
        let body = &self.road_map.body;
        let heads = [
            "plans-number",
            "plans-task",
            "plans-measure",
            "plans-term",
            "plans-result",
            "plans-lead-party",
            "plans-partners",
            "plans-funding",
            "plans-recommendations",
            "plans-progress",
        ];
        let text = |text: Option<&Text>| text.map(|text| frame.words(text).to_owned()).unwrap_or_default();
        let told = |row: &Row| {
            let said = |report: &&Item<Progress>| {
                let by = parts::party_name(frame, &self.parties, report.body.by);
                format!("{by}: {} ({})", progress::words(frame, report.body.word), report.day())
            };
            self.newest(frame, row).iter().map(said).collect::<Vec<_>>().join("; ")
        };
        let cells = |row: &&Row| {
            let measure = &row.measure.body;
            vec![
                measure.number.clone(),
                rows::task_words(frame, &body.tasks, row),
                text(Some(&measure.words)),
                text(Some(&measure.term)),
                text(measure.result.as_ref()),
                row.lead_words(frame, &self.links),
                row.with_words(frame, &self.links),
                text(measure.funding.as_ref()),
                row.serves_words(frame, &self.links),
                told(row),
            ]
        };
        let wanted = rows::wanted(frame, &self.measures, |_| true);
        let mut sheet = Sheet {
            name: "road-map".into(),
            heads: heads.iter().map(|key| frame.say(key)).collect(),
            rows: wanted.iter().map(cells).collect(),
        };
        sheet.add_markings(frame, wanted.iter().map(|row| row.measure.marking.clone()).collect());
        sheet
    }
}

impl Screen for OneRoadmap {
    fn head(&self, frame: &Frame) -> Head {
        let body = &self.road_map.body;
        let title = frame.words(&body.title);
        let period = period(frame, body.from, body.to);
        let has_year = body.from.is_some_and(|from| title.contains(&from.year().to_string()));
        Head {
            title: if has_year || period.is_empty() {
                title.into()
            } else {
                format!("{title}, {period}").into()
            },
            symbol: body.symbol.clone(),
            lede: Some(frame.text(&body.aim).markup()),
            crumbs: vec![(frame.say("plans-page"), "/plans".into())],
            part: Part::Plans,
            provenance: html! {
                (provenance::owner(frame, self.road_map.owner))
                (provenance::audience(frame, &self.road_map.audience))
                @match body.adopted {
                    Some(day) => span.rel.rel-seal { (adopted(frame, day)) },
                    None => (provenance::version(frame, &self.road_map)),
                }
                (provenance::way_to_share(frame, &self.road_map))
            },
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let link = |record: Option<RecordId>| {
            record
                .and_then(|record| self.links.get(record))
                .map(|link| link.called(frame))
                .unwrap_or_default()
        };
        let body = &self.road_map.body;
        html! {
            (self.others(frame))
            @if self.measures.is_empty() { (parts::empty(&frame.say("plans-measures-none"), &frame.say("plans-measures-none-why"))) }
            @else { (self.filters(frame)) (self.table(frame)) }
            div.cols.cols-2 {
                (self.origins(frame))
                section aria-labelledby="facts" {
                    h2.h2 #facts { (frame.say("plans-facts")) }
                    (parts::facts(vec![
                        (frame.say("plans-series"), link(Some(body.series))),
                        (frame.say("plans-round"), link(Some(body.round))),
                        (frame.say("plans-period"), html! { (period(frame, body.from, body.to)) }),
                        (frame.say("plans-follows-map"), link(body.follows)),
                    ]))
                }
            }
            p.more { a href=(frame.link(&format!("/records/{}/history", self.road_map.record))) { (frame.say("history-title")) } }
        }
    }

    fn table(&self, frame: &Frame) -> Option<Sheet> {
        Some(self.sheet(frame))
    }
}
