//! One measure: what it says in the region's columns, and what was reported of it, report by report.

use super::plan::adopted;
use super::told;
use crate::answer::Screen;
use crate::furniture::attached::Attached;
use crate::furniture::frame::Frame;
use crate::furniture::linked::{self, Link, Linked};
use crate::furniture::model::{Item, anchor, items_about};
use crate::furniture::parts;
use crate::furniture::progress;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use crate::furniture::worth;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::view::View;
use maud::{Markup, html};
use review::lineage::Lineage;
use review::measure::Measure;
use review::plan::{Plan, Task};
use review::progress::Progress;
use review::roadmap::Roadmap;
use serde::Serialize;
use words::Message;

/// The page of a measure.
#[derive(Serialize)]
pub struct OneMeasure {
    measure: Item<Measure>,
    /// The plan or road map it stands in.
    of: Link,
    #[serde(skip_serializing_if = "Option::is_none")]
    task: Option<Task>,
    /// When the States adopted the road map.
    #[serde(skip_serializing_if = "Option::is_none")]
    adopted: Option<ledger::time::PartialDate>,
    reports: Vec<Item<Progress>>,
    lineage: Vec<Item<Lineage>>,
    #[serde(flatten)]
    files: Attached,
    links: Linked,
}

impl OneMeasure {
    /// What the view shows of that measure.
    pub fn look(view: &View<'_>, record: RecordId) -> Option<Self> {
        let measure: Item<Measure> = view.find::<Measure>(record)?.into();
        let of = linked::link(view, measure.body.of)?;
        let road_map = view.find::<Roadmap>(of.record);
        let tasks = match (view.find::<Plan>(of.record), &road_map) {
            (Some(plan), _) => plan.body.tasks.clone(),
            (None, Some(map)) => map.body.tasks.clone(),
            (None, None) => Vec::new(),
        };
        let number = measure.body.task.as_deref().or_else(|| measure.body.number.split('.').next());
        let task = tasks.into_iter().find(|task| Some(task.number.as_str()) == number);
        let reports = told::reports(view, record);
        let mut lineage: Vec<Item<Lineage>> = items_about(view, record);
        lineage.retain(|item| item.body.later == record);
        let body = &measure.body;
        let named = body.executor.iter().chain(&body.with).chain(&body.serves).chain(&body.needs).copied();
        let shown =
            reports.iter().flat_map(|report| report.body.evidence.iter().copied().chain(report.body.round));
        let earlier = lineage.iter().map(|item| item.body.earlier);
        let links = Linked::of(view, named.chain(shown).chain(earlier));
        let adopted = road_map.and_then(|map| map.body.adopted);
        let files = Attached::look(view, record)?;
        Some(OneMeasure { measure, of, task, adopted, reports, lineage, files, links })
    }

    fn facts(&self, frame: &Frame) -> Markup {
        let body = &self.measure.body;
        let text = |text: Option<&Text>| text.map(|text| frame.text(text).markup()).unwrap_or_default();
        let of =
            |ids: &[RecordId]| -> Vec<&Link> { ids.iter().filter_map(|id| self.links.get(*id)).collect() };
        let lines = |links: Vec<&Link>| html! { @for link in links { span.line { (link.in_full(frame)) } } };
        parts::facts(vec![
            (frame.say("plans-number"), html! { (body.number) }),
            (
                frame.say("plans-task"),
                html! { @if let Some(task) = &self.task { (task.number) ". " (frame.text(&task.title)) } },
            ),
            (frame.say("plans-result"), text(body.result.as_ref())),
            (frame.say("plans-term"), text(Some(&body.term))),
            (
                frame.say("plans-lead-agency"),
                html! { (lines(of(body.executor.as_slice()))) (text(body.executor_named.as_ref())) },
            ),
            (frame.say("plans-partners"), html! { (lines(of(&body.with))) (text(body.with_named.as_ref())) }),
            (frame.say("plans-funding"), text(body.funding.as_ref())),
            (frame.say("plans-recommendations"), lines(of(&body.serves))),
            (frame.say("plans-needs"), lines(of(&body.needs))),
            (
                frame.say("plans-goes-back"),
                html! { @for item in &self.lineage { (self.goes_back(frame, item)) } },
            ),
        ])
    }

    fn goes_back(&self, frame: &Frame, item: &Item<Lineage>) -> Markup {
        let Some(earlier) = self.links.get(item.body.earlier) else { return html! {} };
        let relation = frame.say(&format!("plans-relation-{}", item.body.relation.word().replace('_', "-")));
        html! { span.line { (relation) " " (earlier.in_full(frame)) @if let Some(note) = &item.body.note { span.sub { (frame.text(note)) } } } }
    }

    fn report(&self, frame: &Frame, report: &Item<Progress>) -> Markup {
        let body = &report.body;
        let evidence: Vec<&Link> = body.evidence.iter().filter_map(|id| self.links.get(*id)).collect();
        let round = body.round.and_then(|round| self.links.get(round));
        html! {
            li id=(anchor(report.record)) {
                article class=(provenance::edge(report)) {
                    (provenance::line(frame, report))
                    p {
                        (progress::token(frame, body.word)) " "
                        span.mute {
                            (frame.tell(Message::new("plans-report").with("number", body.number))) ", " (frame.date(report.day()))
                            @if let Some(round) = round { ", " (frame.say("plans-reported-to")) " " (round.called(frame)) }
                        }
                    }
                    p.doc { (frame.text(&body.words)) }
                    (worth::of_shown(frame, &body.words))
                    @if !evidence.is_empty() {
                        p.small { (frame.say("plans-evidence")) ": "
                            @for (index, link) in evidence.iter().enumerate() { @if index > 0 { "; " } (link.in_full(frame)) }
                        }
                    }
                    p.more { a href=(frame.link(&format!("/records/{}/history", report.record))) { (frame.say("history-title")) } }
                }
            }
        }
    }
}

impl Screen for OneMeasure {
    fn head(&self, frame: &Frame) -> Head {
        let body = &self.measure.body;
        Head {
            title: frame.words(&body.words).into(),
            symbol: body.symbol.clone(),
            lede: None,
            crumbs: vec![
                (frame.say("plans-page"), "/plans".into()),
                (self.of.title_words(frame).into(), self.of.address.clone().unwrap_or_default()),
            ],
            part: Part::Plans,
            provenance: html! {
                (provenance::page(frame, &self.measure))
                @if let Some(day) = self.adopted { span.rel.rel-seal { (adopted(frame, day)) } }
            },
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="facts" {
                h2.h2 #facts { (frame.say("plans-measure")) }
                (self.facts(frame))
            }
            section aria-labelledby="reports" {
                h2.h2 #reports { (frame.say("plans-reports")) }
                @if self.reports.is_empty() { (parts::empty(&frame.say("plans-no-report"), &frame.say("plans-no-report-why"))) }
                @else { ol.list.reports { @for report in &self.reports { (self.report(frame, report)) } } }
            }
            (self.files.section(frame))
            p.more { a href=(frame.link(&format!("/records/{}/history", self.measure.record))) { (frame.say("history-title")) } }
        }
    }
}
