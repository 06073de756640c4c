//! A State's page: its names, the rounds, agencies, treaties, laws, plans, papers, practices, needs and offers, as far
//! as the reader may see them.

mod draw;
mod records;
mod treaties;

use crate::answer::Screen;
use crate::furniture::about;
use crate::furniture::cited::Cited;
use crate::furniture::csv::Sheet;
use crate::furniture::frame::Frame;
use crate::furniture::linked::Linked;
use crate::furniture::model::{Item, items_about};
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::owner::World;
use ledger::view::View;
use maud::{Markup, html};
use review::agency::Agency;
use review::contact::Contact;
use review::delegation::Delegation;
use review::disagreement::Disagreement;
use review::document::Document;
use review::event::Event;
use review::instrument::Instrument;
use review::need::Need;
use review::offer::Offer;
use review::party::{Party, PartySort};
use review::plan::Plan;
use review::practice::Practice;
use review::round::Round;
use review::treaty::Treaty;
use review::treaty_status::TreatyStatus;
use serde::Serialize;

/// The page of a State.
#[derive(Serialize)]
pub struct OneState {
    state: Item<Party>,
    rounds: Vec<AtRound>,
    agencies: Vec<Item<Agency>>,
    treaties: Vec<Joined>,
    laws: Vec<Item<Instrument>>,
    plans: Vec<Item<Plan>>,
    documents: Vec<Item<Document>>,
    contacts: Vec<Item<Contact>>,
    practices: Vec<Item<Practice>>,
    needs: Vec<Item<Need>>,
    offers: Vec<Item<Offer>>,
    events: Vec<Item<Event>>,
    disagreements: Vec<Item<Disagreement>>,
    /// Where the records of this page stand.
    linked: Linked,
    sources: Cited,
}

/// A round to which the State sent a delegation.
#[derive(Serialize)]
pub struct AtRound {
    round: Item<Round>,
    delegation: Item<Delegation>,
}

/// Where the State stands with a treaty.
#[derive(Serialize)]
pub struct Joined {
    treaty: Item<Treaty>,
    status: Item<TreatyStatus>,
}

impl OneState {
    /// What the view shows of the State with that label.
    pub fn look(view: &View<'_>, label: &str) -> Option<Self> {
        let named = |party: &Party| party.sort == PartySort::State && party.label.eq_ignore_ascii_case(label);
        let state: Item<Party> = view.all::<Party>().find(|party| named(&party.body))?.into();
        let id = state.record;
        let mut laws: Vec<Item<Instrument>> = own(view, id, |body: &Instrument| body.party);
        laws.sort_by_key(|law| std::cmp::Reverse(law.body.adopted));
        let mut plans: Vec<Item<Plan>> = own(view, id, |body: &Plan| body.party);
        plans.sort_by_key(|plan| std::cmp::Reverse(plan.body.from));
        let mut events: Vec<Item<Event>> = items_about(view, id)
            .into_iter()
            .filter(|event: &Item<Event>| event.body.states.contains(&id))
            .collect();
        events.sort_by_key(|event| event.body.dates.first().map(|period| std::cmp::Reverse(period.from)));
        let documents = items_about(view, id)
            .into_iter()
            .filter(|document: &Item<Document>| document.body.party == Some(id));
        let mut page = OneState {
            rounds: rounds(view, id),
            agencies: own(view, id, |body: &Agency| body.party),
            treaties: treaties(view, id),
            laws,
            plans,
            documents: documents.collect(),
            contacts: own(view, id, |body: &Contact| body.party),
            practices: own(view, id, |body: &Practice| body.party),
            needs: own(view, id, |body: &Need| body.party),
            offers: own(view, id, |body: &Offer| body.party),
            events,
            disagreements: Vec::new(),
            linked: Linked::default(),
            sources: Cited::default(),
            state,
        };
        page.disagreements = page.differences(view);
        page.linked = Linked::of(view, page.records());
        page.cite_all(view);
        Some(page)
    }

    /// All records of the page.
    fn records(&self) -> Vec<RecordId> {
        let mut all = vec![self.state.record];
        all.extend(self.rounds.iter().map(|at| at.round.record));
        all.extend(self.treaties.iter().flat_map(|joined| [joined.status.record, joined.treaty.record]));
        all.extend(self.agencies.iter().map(|item| item.record));
        all.extend(self.laws.iter().map(|item| item.record));
        all.extend(self.laws.iter().flat_map(|item| item.body.changed_by.iter().copied()));
        all.extend(self.plans.iter().map(|item| item.record));
        all.extend(self.documents.iter().map(|item| item.record));
        all.extend(self.contacts.iter().filter_map(|item| item.body.agency));
        all.extend(self.practices.iter().map(|item| item.record));
        all.extend(self.needs.iter().map(|item| item.record));
        all.extend(self.offers.iter().map(|item| item.record));
        all.extend(self.events.iter().map(|item| item.record));
        all
    }

    /// What sources say differently of the State or of a record of its page.
    fn differences(&self, view: &View<'_>) -> Vec<Item<Disagreement>> {
        let elsewhere = |record: &RecordId| {
            self.rounds.iter().any(|at| at.round.record == *record)
                || self.events.iter().any(|event| event.record == *record)
                || self.treaties.iter().any(|joined| joined.treaty.record == *record)
        };
        let records = self.records().into_iter().filter(|record| !elsewhere(record));
        let mut found: Vec<Item<Disagreement>> = Vec::new();
        for record in records {
            let about = items_about::<Disagreement>(view, record);
            found.extend(about.into_iter().filter(|item| item.body.about == record));
        }
        found
    }

    /// Numbers the sources in the order in which the page cites them.
    fn cite_all(&mut self, view: &View<'_>) {
        let mut sources = Cited::default();
        sources.take(view, &self.state.body.sources);
        self.rounds.iter().for_each(|at| sources.take(view, &at.delegation.body.sources));
        self.plans.iter().for_each(|item| sources.take(view, &item.body.sources));
        self.laws.iter().for_each(|item| sources.take(view, &item.body.sources));
        self.agencies.iter().for_each(|item| sources.take(view, &item.body.sources));
        self.treaties.iter().for_each(|joined| sources.take(view, &joined.status.body.sources));
        self.documents.iter().for_each(|item| sources.take(view, &item.body.sources));
        self.contacts.iter().for_each(|item| sources.take(view, &item.body.sources));
        self.practices.iter().for_each(|item| sources.take(view, &item.body.sources));
        self.needs.iter().for_each(|item| sources.take(view, &item.body.sources));
        self.offers.iter().for_each(|item| sources.take(view, &item.body.sources));
        self.events.iter().for_each(|item| sources.take(view, &item.body.sources));
        for item in &self.disagreements {
            item.body.statements.iter().for_each(|statement| sources.take(view, &statement.sources));
        }
        self.sources = sources;
    }

    /// For each record: its sources where an editor compiled it, else who reads it and whether it is final.
    fn evidence<B>(&self, frame: &Frame, item: &Item<B>, sources: &[RecordId]) -> Markup {
        match frame.owners.contains_key(&item.owner) {
            true => {
                html! { (provenance::audience(frame, &item.audience)) " " (provenance::version(frame, item)) }
            }
            false => {
                let cited = self.sources.cite(frame, sources);
                // As of a past day a source that was published since has no number: the row says so.
                let later = frame.past.is_some() && !sources.is_empty() && cited.0.is_empty();
                html! { (cited) @if later { span.mute { (frame.say("states-source-later")) } } }
            }
        }
    }

    /// What is said where nothing is recorded.
    fn nothing(&self, frame: &Frame) -> Markup {
        let key = match frame.world {
            World::Record => "states-no-source",
            World::Exercise => "states-nothing-readable",
        };
        html! { p.mute { (frame.say(key)) } }
    }
}

/// The records of a kind that belong to the State, not those that only mention it.
fn own<B: Body>(view: &View<'_>, state: RecordId, whose: impl Fn(&B) -> RecordId) -> Vec<Item<B>> {
    view.about::<B>(state).filter(|seen| whose(&seen.body) == state).map(Item::from).collect()
}

fn rounds(view: &View<'_>, state: RecordId) -> Vec<AtRound> {
    let mut rounds: Vec<AtRound> = own(view, state, |body: &Delegation| body.party)
        .into_iter()
        .filter_map(|delegation| {
            Some(AtRound { round: view.find::<Round>(delegation.body.round)?.into(), delegation })
        })
        .collect();
    rounds.sort_by_key(|at| at.round.body.order());
    rounds
}

/// By the treaty's label: the first order of the table.
fn treaties(view: &View<'_>, state: RecordId) -> Vec<Joined> {
    let mut joined: Vec<Joined> = own(view, state, |body: &TreatyStatus| body.party)
        .into_iter()
        .filter_map(|status| Some(Joined { treaty: view.find::<Treaty>(status.body.treaty)?.into(), status }))
        .collect();
    joined.sort_by(|one, other| one.treaty.body.label.cmp(&other.treaty.body.label));
    joined
}

/// A section: its place on the page, its heading, and what it shows.
fn drawn(frame: &Frame, (place, key, drawn): &(&str, &str, Markup)) -> Markup {
    html! { section aria-labelledby=(place) { h2.h2 id=(place) { (frame.say(key)) } (drawn) } }
}

impl Screen for OneState {
    fn head(&self, frame: &Frame) -> Head {
        let body = &self.state.body;
        let lede = match &body.formal {
            Some(formal) => frame.text(formal).markup(),
            None => html! { (crate::furniture::parts::capital(&frame.say(about::party_key(body.sort)))) },
        };
        Head {
            title: frame.words(&body.name).into(),
            symbol: Some(body.label.clone()),
            lede: Some(lede),
            crumbs: vec![(frame.say("shell-nav-states"), "/states".into())],
            part: Part::States,
            provenance: provenance::page(frame, &self.state),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let sections = [
            ("names", "states-names", self.names(frame)),
            ("rounds", "states-rounds", self.at_rounds(frame)),
            ("recommendations", "states-recommendations", self.recommendations(frame)),
            ("plans", "states-plans", self.plan_list(frame)),
            ("laws", "states-laws", self.law_list(frame)),
            ("agencies", "states-agencies", self.agency_list(frame)),
            ("treaties", "states-treaties", self.treaty_section(frame)),
            ("documents", "states-documents", self.document_list(frame)),
            ("practices", "states-practices", self.practice_list(frame)),
            ("needs", "states-assistance", self.assistance(frame)),
            ("events", "states-events", self.event_list(frame)),
            ("contacts", "states-contacts", self.contact_list(frame)),
        ];
        html! {
            nav.toc aria-label=(frame.say("round-on-this-page")) {
                @for (place, key, _) in &sections { a href={ "#" (place) } { (frame.say(key)) } }
            }
            div.cols.cols-2 { @for section in &sections[..2] { (drawn(frame, section)) } }
            @for section in &sections[2..] { (drawn(frame, section)) }
            (self.different(frame))
            (self.sources.list(frame))
            p.more { a href=(frame.link(&format!("/records/{}/history", self.state.record))) { (frame.say("history-title")) } }
        }
    }

    fn table(&self, frame: &Frame) -> Option<Sheet> {
        Some(self.treaty_table(frame).sheet(frame))
    }
}
