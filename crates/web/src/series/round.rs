//! One round: phases, facts, delegations, agenda, submissions, what came of it, documents, and the sources.

// In reading order, as the page has them.
mod facts;
mod delegations;
mod agenda;
mod submissions;
mod outcome;
mod texts;
mod draw;

use crate::answer::Screen;
use crate::furniture::cited::Cited;
use crate::furniture::frame::Frame;
use crate::furniture::linked::Linked;
use crate::furniture::model::{Item, Names, items_about, named, parties, series_address, themes};
use crate::furniture::phrase::{Phrase, Room};
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::id::RecordId;
use ledger::owner::World;
use ledger::text::Text;
use ledger::view::View;
use maud::{Markup, html};
use review::adoption::Adoption;
use review::agency::Agency;
use review::catalogue::Catalogue;
use review::conclusion::Conclusion;
use review::delegation::Delegation;
use review::disagreement::Disagreement;
use review::document::Document;
use review::event::Event;
use review::modalities::Modalities;
use review::outcome::Outcome;
use review::party::Party;
use review::proposal::Proposal;
use review::recommendation::Recommendation;
use review::round::Round;
use review::series::Series;
use review::session::Session;
use review::statement::Statement;
use review::theme::Theme;
use review::visit::Visit;
use serde::Serialize;
use words::Message;

pub use draw::event;
use submissions::Submitted;

/// About how many bytes the body of a round's page has.
const LENGTH: usize = 16_384;

/// The page of a round.
#[derive(Serialize)]
pub struct OneRound {
    series: Item<Series>,
    round: Item<Round>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modalities: Option<Item<Modalities>>,
    /// The paragraphs of the sections in scope, as the catalogue quotes them.
    scope: Vec<Text>,
    delegations: Vec<Item<Delegation>>,
    sessions: Vec<Item<Session>>,
    visits: Vec<Item<Visit>>,
    submissions: Vec<Submitted>,
    outcomes: Vec<Item<Outcome>>,
    adoptions: Vec<Item<Adoption>>,
    recommendations: Vec<Item<Recommendation>>,
    proposals: Vec<Item<Proposal>>,
    statements: Vec<Item<Statement>>,
    conclusions: Vec<Item<Conclusion>>,
    documents: Vec<Item<Document>>,
    events: Vec<Item<Event>>,
    disagreements: Vec<Item<Disagreement>>,
    themes: Names<Theme>,
    parties: Names<Party>,
    agencies: Names<Agency>,
    /// The rounds that recommendations name, and the one before and after in the series.
    rounds: Names<Round>,
    /// Texts, submissions, practices and needs that the page names.
    linked: Linked,
    sources: Cited,
}

impl OneRound {
    /// What the view shows of that round.
    pub fn look(view: &View<'_>, series: &str, slug: &str) -> Option<Self> {
        let series: Item<Series> = Series::at(view, series)?.into();
        let rounds: Vec<Item<Round>> =
            Round::of_series(view, series.record).into_iter().map(Item::from).collect();
        let round = rounds.iter().find(|round| round.body.slug == slug)?.clone();
        let id = round.record;
        let recommendations: Vec<Item<Recommendation>> =
            of_round(view, id, |body: &Recommendation| body.round);
        let mut disagreements: Vec<Item<Disagreement>> = items_about(view, id);
        recommendations.iter().for_each(|item| disagreements.extend(items_about(view, item.record)));
        let modalities: Option<Item<Modalities>> = Modalities::of_round(view, id).map(Item::from);
        let mut documents: Vec<Item<Document>> = of_round(view, id, |body: &Document| body.round);
        documents.sort_by(|one, other| one.body.symbol.cmp(&other.body.symbol));
        let mut statements: Vec<Item<Statement>> = of_round(view, id, |body: &Statement| body.round);
        statements.sort_by(|one, other| one.body.symbol.cmp(&other.body.symbol));
        let mut page = OneRound {
            scope: modalities.iter().flat_map(|item| scope(view, &item.body)).collect(),
            modalities,
            delegations: of_round(view, id, |body: &Delegation| body.round),
            sessions: of_round(view, id, |body: &Session| body.round),
            visits: of_round(view, id, |body: &Visit| body.round),
            submissions: submissions::of_round(view, id),
            outcomes: of_round(view, id, |body: &Outcome| body.round),
            adoptions: Adoption::of_round(view, id).into_iter().map(Item::from).collect(),
            proposals: of_round(view, id, |body: &Proposal| body.round),
            statements,
            conclusions: of_round(view, id, |body: &Conclusion| body.round),
            documents,
            events: items_about(view, id),
            themes: themes(view, round.body.themes.iter().copied()),
            rounds: rounds.into_iter().map(|round| (round.record, round)).collect(),
            parties: Names::new(),
            agencies: Names::new(),
            linked: Linked::default(),
            sources: Cited::default(),
            series,
            round,
            recommendations,
            disagreements,
        };
        page.parties = parties(view, page.party_ids());
        page.agencies = named(view, page.agency_ids());
        page.linked = Linked::of(view, page.linked_ids());
        page.cite_all(view);
        Some(page)
    }

    fn party_ids(&self) -> Vec<RecordId> {
        let body = &self.round.body;
        let who = [&body.initiators, &body.hosts, &body.organizers, &body.donors, &body.chairs];
        let mut ids: Vec<RecordId> = who.into_iter().flatten().filter_map(|who| who.party).collect();
        ids.extend(body.place.iter().filter_map(|place| place.state));
        ids.extend(self.delegations.iter().map(|item| item.body.party));
        ids.extend(self.visits.iter().filter_map(|item| item.body.state));
        ids.extend(self.proposals.iter().map(|item| item.body.by));
        ids.extend(self.statements.iter().map(|item| item.body.by));
        ids.extend(self.submissions.iter().map(|submitted| submitted.submission.body.party));
        ids.extend(self.conclusions.iter().filter_map(|item| item.body.about));
        ids.extend(self.recommendations.iter().filter_map(|item| item.body.tabled_by));
        ids.extend(
            self.recommendations.iter().flat_map(|item| item.body.addressees.iter().flatten().copied()),
        );
        ids.extend(self.events.iter().filter_map(|item| item.body.place.as_ref()?.state));
        ids
    }

    fn agency_ids(&self) -> Vec<RecordId> {
        let delegations = self.delegations.iter().map(|item| &item.body);
        delegations.flat_map(|body| body.agencies.iter().chain(&body.coordinator).copied()).collect()
    }

    fn linked_ids(&self) -> Vec<RecordId> {
        let mut ids: Vec<RecordId> = self.recommendations.iter().map(|item| item.record).collect();
        ids.extend(self.conclusions.iter().map(|item| item.body.recommendation));
        ids.extend(self.statements.iter().filter_map(|item| item.body.on));
        ids.extend(self.documents.iter().map(|item| item.record));
        for submitted in &self.submissions {
            ids.push(submitted.submission.record);
            ids.extend(&submitted.also);
        }
        ids.extend(self.round.body.grew_from.iter().filter_map(|grew| grew.record));
        ids
    }

    /// Numbers the sources in the order in which the page cites them.
    fn cite_all(&mut self, view: &View<'_>) {
        let mut sources = Cited::default();
        sources.take(view, &self.round.body.all_sources());
        self.delegations.iter().for_each(|item| sources.take(view, &item.body.sources));
        self.outcomes.iter().for_each(|item| sources.take(view, &item.body.sources));
        self.recommendations.iter().for_each(|item| {
            sources.take(view, &item.body.sources);
            item.body.became.iter().for_each(|became| sources.take(view, &became.sources));
        });
        self.proposals.iter().for_each(|item| sources.take(view, &item.body.sources));
        self.sessions.iter().for_each(|item| sources.take(view, &item.body.sources));
        self.visits.iter().for_each(|item| sources.take(view, &item.body.sources));
        self.documents.iter().for_each(|item| sources.take(view, &item.body.sources));
        self.events.iter().for_each(|item| sources.take(view, &item.body.sources));
        for item in &self.disagreements {
            item.body.statements.iter().for_each(|statement| sources.take(view, &statement.sources));
        }
        self.sources = sources;
    }

    /// The rounds before and after this one in the series.
    fn neighbours(&self) -> [Option<&Item<Round>>; 2] {
        let mut rounds: Vec<&Item<Round>> = self.rounds.values().collect();
        rounds.sort_by_key(|round| round.body.order());
        let here = rounds.iter().position(|round| round.record == self.round.record).unwrap_or_default();
        [here.checked_sub(1).map(|before| rounds[before]), rounds.get(here + 1).copied()]
    }

    fn address(&self, round: &Round) -> String {
        [&series_address(&self.series.body), "/rounds/", &round.slug].concat()
    }
}

/// What a record says its round is: always one, or perhaps one.
trait InRound {
    fn is(self, round: RecordId) -> bool;
}

impl InRound for RecordId {
    fn is(self, round: RecordId) -> bool {
        self == round
    }
}

impl InRound for Option<RecordId> {
    fn is(self, round: RecordId) -> bool {
        self == Some(round)
    }
}

/// The records of a kind that belong to the round, not those that only mention it.
fn of_round<B: ledger::content::Body, R: InRound>(
    view: &View<'_>,
    round: RecordId,
    own: impl Fn(&B) -> R,
) -> Vec<Item<B>> {
    view.about::<B>(round).filter(|seen| own(&seen.body).is(round)).map(Item::from).collect()
}

/// The paragraphs of the sections of which something is in scope.
fn scope(view: &View<'_>, modalities: &Modalities) -> Vec<Text> {
    let catalogue = modalities.catalogue.and_then(|catalogue| view.find::<Catalogue>(catalogue));
    let Some(catalogue) = catalogue else { return Vec::new() };
    let chosen = |id: &str| modalities.scope.iter().any(|item| item == id);
    let mut paragraphs: Vec<Text> = Vec::new();
    for section in &catalogue.body.sections {
        let touched = chosen(&section.id) || section.rows.iter().any(|row| chosen(&row.id));
        if touched && !paragraphs.contains(&section.paragraph) {
            paragraphs.push(section.paragraph.clone());
        }
    }
    paragraphs
}

impl Screen for OneRound {
    fn head(&self, frame: &Frame) -> Head {
        let series = &self.series.body;
        Head {
            title: title(frame, &self.round.body),
            symbol: Some(self.round.body.symbol.clone()),
            lede: Some(frame.text(&self.round.body.summary).markup()),
            crumbs: vec![
                (frame.say("series-list-title"), "/series".into()),
                (frame.words(&series.title).into(), series_address(series)),
            ],
            part: Part::Series,
            provenance: provenance::page(frame, &self.round),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        match frame.world {
            World::Record => self.compiled(frame),
            World::Exercise => self.of_owners(frame),
        }
    }
}

impl OneRound {
    /// The page of what an editor compiled from sources.
    fn compiled(&self, frame: &Frame) -> Markup {
        html! {
            (Room(LENGTH))
            (self.steps(frame))
            (self.key_facts(frame))
            div.cols.cols-2 {
                div { (self.delegations(frame)) }
                (self.outcome(frame))
            }
            (self.recommendations(frame))
            div.cols.cols-2 {
                (self.agenda(frame))
                (self.visits(frame))
            }
            (self.documents(frame))
            (self.events(frame))
            div.cols.cols-2 {
                (self.disagreements(frame))
                (self.notes(frame))
            }
            (self.sources.list(frame))
            (self.neighbour_links(frame))
        }
    }

    /// The page of what States, organizations and the round itself wrote.
    fn of_owners(&self, frame: &Frame) -> Markup {
        let sections = [
            ("facts", "round-key-facts", self.key_facts(frame)),
            ("states", "round-delegations", self.delegation_list(frame)),
            ("agenda", "round-agenda-days", self.days(frame)),
            ("visits", "round-visits", self.visits_told(frame)),
            ("submissions", "round-submissions", self.submission_list(frame)),
            ("outcome", "round-outcome", self.texts(frame)),
            ("conclusions", "round-conclusions", self.conclusions(frame)),
            ("statements", "round-statements", self.statements_and_proposals(frame)),
            ("documents", "round-documents", self.documents(frame)),
            ("events", "round-events", self.events(frame)),
        ];
        html! {
            (Room(LENGTH))
            (self.steps(frame))
            nav.toc aria-label=(frame.say("round-on-this-page")) {
                @for (place, key, drawn) in &sections {
                    @if !drawn.0.is_empty() { a href={ "#" (place) } { (frame.say(key)) } }
                }
            }
            @for (_, _, drawn) in &sections { (drawn) }
            (self.notes(frame))
            (self.sources.list(frame))
            (self.neighbour_links(frame))
        }
    }
}

/// "Issyk-Kul round, 28–30 June 2018"; without dates only the title.
pub fn title(frame: &Frame, round: &Round) -> Phrase {
    let title = frame.words(&round.title);
    match round.dates.first() {
        Some(period) => {
            let dates = frame.dates(period.from, period.to);
            frame.tell(Message::new("round-title").with("title", title).with("dates", dates))
        }
        None => title.into(),
    }
}

/// The label of a format: "5 + 1" as it stands in titles, or the word for bilateral and trilateral.
pub fn format_label(frame: &Frame, label: &str) -> Phrase {
    match label {
        "bilateral" | "trilateral" => frame.say(&format!("round-format-{label}")),
        other => other.replace('+', "\u{202f}+\u{202f}").into(),
    }
}
