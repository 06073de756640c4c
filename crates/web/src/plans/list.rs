//! The plans of all States and the road maps of all series, as far as their reader may see them.

use crate::answer::Screen;
use crate::furniture::cited::Cited;
use crate::furniture::csv::Sheet;
use crate::furniture::frame::Frame;
use crate::furniture::linked::Linked;
use crate::furniture::listing::{self, Column, Listing};
use crate::furniture::model::Item;
use crate::furniture::parts;
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::id::RecordId;
use ledger::owner::World;
use ledger::time::PartialDate;
use ledger::view::View;
use maud::{Markup, html};
use review::delegation::{Capacity, Delegation};
use review::party::{Party, PartySort};
use review::plan::{Plan, PlanStanding};
use review::roadmap::Roadmap;
use serde::Serialize;
use std::collections::BTreeSet;
use words::{Arg, Message};

/// The page of all plans.
#[derive(Serialize)]
pub struct Plans {
    states: Vec<StatePlan>,
    road_maps: Vec<Item<Roadmap>>,
    links: Linked,
    sources: Cited,
}

/// A plan of a State; without one, that none is recorded. States that took part in a review, and those with a plan.
#[derive(Serialize)]
pub struct StatePlan {
    state: Item<Party>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<Item<Plan>>,
}

impl Plans {
    /// What the view shows of plans and road maps.
    pub fn look(view: &View<'_>) -> Self {
        let mut plans: Vec<Item<Plan>> = view.all::<Plan>().map(Item::from).collect();
        plans.sort_by_key(|plan| std::cmp::Reverse((plan.body.from, plan.at)));
        let mut states: Vec<StatePlan> = Vec::new();
        let took_part: BTreeSet<RecordId> = (view.all::<Delegation>())
            .filter(|delegation| delegation.body.capacity == Capacity::Participant)
            .map(|delegation| delegation.body.party)
            .collect();
        for state in view.all::<Party>().filter(|party| party.body.sort == PartySort::State) {
            let state: Item<Party> = state.into();
            let own: Vec<&Item<Plan>> = plans.iter().filter(|plan| plan.body.party == state.record).collect();
            if own.is_empty() && !took_part.contains(&state.record) {
                continue;
            }
            if own.is_empty() {
                states.push(StatePlan { state, plan: None });
                continue;
            }
            states.extend(
                own.into_iter().map(|plan| StatePlan { state: state.clone(), plan: Some(plan.clone()) }),
            );
        }
        let road_maps: Vec<Item<Roadmap>> = view.all::<Roadmap>().map(Item::from).collect();
        let mut sources = Cited::default();
        plans.iter().for_each(|plan| sources.take(view, &plan.body.sources));
        let near = road_maps.iter().flat_map(|map| [map.body.series, map.body.round]);
        let ids: Vec<RecordId> = plans.iter().filter_map(|plan| plan.body.coordinator).chain(near).collect();
        Plans { states, road_maps, links: Linked::of(view, ids), sources }
    }

    fn listing<'a>(&'a self, frame: &'a Frame) -> Listing<'a, &'a StatePlan> {
        let state = |row: &&StatePlan| frame.words(&row.state.body.name).to_owned();
        Listing {
            marking: listing::marked(|row: &&StatePlan| row.plan.as_ref()),
            name: "plans",
            caption: frame.say("plans-title"),
            rows: frame.in_order(self.states.iter().collect(), state),
            empty: (frame.say("plans-none"), frame.say("plans-none-why")),
            columns: vec![
                Column::drawn("state", frame.say("plans-state"), |row: &&StatePlan| self.state(frame, row), state),
                Column::drawn(
                    "plan",
                    frame.say("plans-plan"),
                    |row: &&StatePlan| self.title(frame, row),
                    |row| words(row, |plan| frame.words(&plan.title).into()),
                )
                .naming(),
                Column::words("period", frame.say("plans-period"), |row: &&StatePlan| {
                    words(row, |plan| period(frame, plan.from, plan.to))
                })
                .ranked(|row| begins(row)),
                Column::drawn(
                    "approved",
                    frame.say("plans-approved"),
                    |row: &&StatePlan| self.approved(frame, row),
                    |row| words(row, |plan| approved_words(frame, plan)),
                ),
                Column::words("standing", frame.say("plans-standing"), |row: &&StatePlan| {
                    row.plan.as_ref().map(|plan| standing(frame, plan)).unwrap_or_default()
                }),
                Column::words("coordinator", frame.say("plans-coordinator"), |row: &&StatePlan| {
                    words(row, |plan| self.coordinator(frame, plan).into())
                }),
                Column::drawn(
                    "readers",
                    frame.say("plans-readers"),
                    |row: &&StatePlan| html! { @if let Some(plan) = &row.plan { (provenance::audience(frame, &plan.audience)) } },
                    |row| row.plan.as_ref().map(|plan| provenance::audience_words(frame, &plan.audience)).unwrap_or_default(),
                ),
                Column::drawn(
                    "version",
                    frame.say("plans-version"),
                    |row: &&StatePlan| html! { @if let Some(plan) = &row.plan { (provenance::version(frame, plan)) } },
                    |row| row.plan.as_ref().map(|plan| provenance::version_words(frame, plan)).unwrap_or_default(),
                )
                .ranked(|row| row.plan.as_ref().map_or(0, |plan| plan.at.millis())),
            ],
        }
    }

    fn state(&self, frame: &Frame, row: &StatePlan) -> Markup {
        match frame.world {
            World::Exercise => provenance::owner(frame, row.state.owner),
            World::Record => parts::party(frame, &row.state),
        }
    }

    fn approved(&self, frame: &Frame, row: &StatePlan) -> Markup {
        let Some(plan) = &row.plan else { return html! {} };
        let day = plan.body.approved_on.map(|day| frame.date(day));
        html! {
            @match (&plan.body.approved, day) {
                (Some(approved), _) => (frame.text(approved)),
                (None, Some(day)) => (day),
                (None, None) => span.mute { (unknown(frame)) },
            }
        }
    }

    fn title(&self, frame: &Frame, row: &StatePlan) -> Markup {
        let Some(plan) = &row.plan else { return html! { span.mute { (none(frame)) } } };
        html! {
            a href=(frame.link(&format!("/plans/{}", plan.record))) { (frame.text(&plan.body.title)) }
            span.sub { @if let Some(symbol) = &plan.body.symbol { (symbol) " " } (self.sources.cite(frame, &plan.body.sources)) }
        }
    }

    fn coordinator(&self, frame: &Frame, plan: &Plan) -> String {
        let known = plan.coordinator.and_then(|coordinator| self.links.get(coordinator));
        known.map(|link| link.title_words(frame).to_owned()).unwrap_or_default()
    }

    fn road_map(&self, frame: &Frame, map: &Item<Roadmap>) -> Markup {
        let period = period(frame, map.body.from, map.body.to);
        html! {
            li {
                h3 { a href=(frame.link(&format!("/road-maps/{}", map.record))) { (frame.text(&map.body.title)) }
                    @if !period.is_empty() { ", " (period) } }
                p { (frame.text(&map.body.aim)) }
                (provenance::line(frame, map))
                p.small.mute {
                    @if let Some(symbol) = &map.body.symbol { (symbol) " · " }
                    @if let Some(series) = self.links.get(map.body.series) { (series.called(frame)) " · " }
                    @if let Some(round) = self.links.get(map.body.round) { (round.called(frame)) }
                }
            }
        }
    }
}

/// Something of the plan in words; nothing where there is none.
fn words(row: &StatePlan, say: impl Fn(&Plan) -> Phrase) -> Phrase {
    row.plan.as_ref().map(|plan| say(&plan.body)).unwrap_or_default()
}

/// That no plan of a State is there: of a real State only that no source is recorded; it may supply one.
fn none(frame: &Frame) -> Phrase {
    frame.say(match frame.world {
        World::Record => "plans-unknown-state",
        World::Exercise => "plans-none-of-state",
    })
}

/// What is not known of a plan.
pub fn unknown(frame: &Frame) -> Phrase {
    match frame.world {
        World::Record => frame.say("plans-unknown"),
        World::Exercise => Phrase::default(),
    }
}

fn begins(row: &StatePlan) -> i64 {
    row.plan.as_ref().and_then(|plan| plan.body.from).map_or(0, |from| i64::from(from.year()))
}

/// From when to when.
pub fn period(frame: &Frame, from: Option<PartialDate>, to: Option<PartialDate>) -> Phrase {
    match (from, to) {
        (Some(from), to) => frame.dates(from, to),
        (None, Some(to)) => {
            frame.tell(Message::new("plans-until").with("date", crate::furniture::frame::plain(to)))
        }
        (None, None) => Phrase::default(),
    }
}

/// By which act a plan was approved, or when.
pub fn approved_words(frame: &Frame, plan: &Plan) -> Phrase {
    let by = plan.approved.as_ref().map(|approved| frame.words(approved).into());
    by.or_else(|| plan.approved_on.map(|day| frame.date(day))).unwrap_or_default()
}

/// How far a plan came, as far as is known: of one whose period has ended with the year of which that was said, if it
/// was said before the end.
pub fn standing(frame: &Frame, plan: &Item<Plan>) -> Phrase {
    let Some(standing) = plan.body.standing else { return Phrase::default() };
    let said = frame.say(&format!("plans-standing-{}", standing.word().replace('_', "-")));
    let today = frame.past.as_ref().map_or_else(|| frame.now.day(), |past| past.day.last_day());
    let (year, end) = (plan.day().year(), plan.body.to.map(|end| end.last_day()));
    match end.filter(|end| *end < today && year <= end.year() && standing == PlanStanding::InPreparation) {
        Some(_) => frame
            .tell(Message::new("plans-standing-then").with("standing", said).with("year", Arg::Year(year))),
        None => said,
    }
}

impl Screen for Plans {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("plans-page"),
            symbol: None,
            lede: Some(html! { (frame.say("plans-lead")) }),
            crumbs: Vec::new(),
            part: Part::Plans,
            provenance: provenance::readable(frame),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="plans" {
                h2.h2 #plans { (frame.say("plans-title")) }
                (self.listing(frame).draw(frame))
            }
            section aria-labelledby="road-maps" {
                h2.h2 #road-maps { (frame.say("plans-road-maps")) }
                @if self.road_maps.is_empty() { (parts::empty(&frame.say("plans-road-maps-none"), &frame.say("plans-road-maps-none-why"))) }
                @else { ol.list { @for map in &self.road_maps { (self.road_map(frame, map)) } } }
            }
            (self.sources.list(frame))
        }
    }

    fn table(&self, frame: &Frame) -> Option<Sheet> {
        Some(self.listing(frame).sheet(frame))
    }
}
