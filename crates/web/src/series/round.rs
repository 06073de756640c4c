//! One round: phases, facts, delegations, what came of it, where sources differ, and the sources.

mod draw;

use crate::answer::Screen;
use crate::furniture::cited::Cited;
use crate::furniture::frame::Frame;
use crate::furniture::model::{Item, Names, items_about, parties, series_address, themes};
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::id::RecordId;
use ledger::view::View;
use maud::{Markup, html};
use review::delegation::Delegation;
use review::disagreement::Disagreement;
use review::event::Event;
use review::outcome::Outcome;
use review::party::Party;
use review::proposal::Proposal;
use review::recommendation::Recommendation;
use review::round::{Round, Standing};
use review::series::Series;
use review::session::Session;
use review::theme::Theme;
use review::visit::Visit;
use serde::Serialize;
use words::Message;

pub use draw::event;

/// The page of a round.
#[derive(Serialize)]
pub struct OneRound {
    series: Item<Series>,
    round: Item<Round>,
    delegations: Vec<Item<Delegation>>,
    sessions: Vec<Item<Session>>,
    visits: Vec<Item<Visit>>,
    outcomes: Vec<Item<Outcome>>,
    recommendations: Vec<Item<Recommendation>>,
    proposals: Vec<Item<Proposal>>,
    events: Vec<Item<Event>>,
    disagreements: Vec<Item<Disagreement>>,
    themes: Names<Theme>,
    parties: Names<Party>,
    /// The rounds that recommendations name, and the one before and after in the series.
    rounds: Names<Round>,
    sources: Cited,
}

impl OneRound {
    /// What the view shows of that round.
    pub fn look(view: &View<'_>, series: &str, slug: &str) -> Option<Self> {
        let series: Item<Series> = Series::at(view, series)?.into();
        let round: Item<Round> = Round::at(view, series.record, slug)?.into();
        let id = round.record;
        let recommendations: Vec<Item<Recommendation>> = items_about(view, id)
            .into_iter()
            .filter(|item: &Item<Recommendation>| item.body.round == id)
            .collect();
        let mut disagreements: Vec<Item<Disagreement>> = items_about(view, id);
        recommendations.iter().for_each(|item| disagreements.extend(items_about(view, item.record)));
        let mut page = OneRound {
            delegations: items_about(view, id),
            sessions: items_about(view, id),
            visits: items_about(view, id),
            outcomes: items_about(view, id),
            proposals: items_about(view, id),
            events: items_about(view, id),
            themes: themes(view, round.body.themes.iter().copied()),
            rounds: Round::of_series(view, series.record)
                .into_iter()
                .map(|round| (round.record, round.into()))
                .collect(),
            parties: Names::new(),
            sources: Cited::default(),
            series,
            round,
            recommendations,
            disagreements,
        };
        page.parties = parties(view, page.party_ids());
        page.cite_all(view);
        Some(page)
    }

    fn party_ids(&self) -> Vec<RecordId> {
        let body = &self.round.body;
        let who = [&body.initiators, &body.hosts, &body.organizers, &body.donors];
        let mut ids: Vec<RecordId> = who.into_iter().flatten().filter_map(|who| who.party).collect();
        ids.extend(body.place.iter().filter_map(|place| place.state));
        ids.extend(self.delegations.iter().map(|item| item.body.party));
        ids.extend(self.visits.iter().filter_map(|item| item.body.state));
        ids.extend(self.proposals.iter().map(|item| item.body.by));
        ids.extend(
            self.recommendations.iter().flat_map(|item| item.body.addressees.iter().flatten().copied()),
        );
        ids.extend(self.events.iter().filter_map(|item| item.body.place.as_ref()?.state));
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
        format!("{}/rounds/{}", series_address(&self.series.body), round.slug)
    }
}

impl Screen for OneRound {
    fn head(&self, frame: &Frame) -> Head {
        let series = &self.series.body;
        Head {
            title: title(frame, &self.round.body),
            symbol: Some(self.round.body.symbol.clone()),
            lede: Some(frame.text(&self.round.body.summary)),
            crumbs: vec![
                (frame.say("series-list-title"), "/series".into()),
                (frame.words(&series.title).to_owned(), series_address(series)),
            ],
            part: Part::Series,
            provenance: provenance::head(frame, &self.round),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
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
            (self.events(frame))
            div.cols.cols-2 {
                (self.disagreements(frame))
                (self.notes(frame))
            }
            (self.sources.list(frame))
            (self.neighbour_links(frame))
        }
    }
}

/// "Issyk-Kul round, 28–30 June 2018"; without dates only the title.
pub fn title(frame: &Frame, round: &Round) -> String {
    let title = frame.words(&round.title);
    match round.dates.first() {
        Some(period) => {
            let dates = frame.dates(period.from, period.to);
            frame.tell(Message::new("round-title").with("title", title).with("dates", dates))
        }
        None => title.to_owned(),
    }
}

/// How far the round came, in words.
pub fn standing(frame: &Frame, standing: Standing) -> String {
    frame.say(&format!("round-standing-{}", standing.word()))
}

/// The label of a format: "5 + 1" as it stands in titles, or the word for bilateral and trilateral.
pub fn format_label(frame: &Frame, label: &str) -> String {
    match label {
        "bilateral" | "trilateral" => frame.say(&format!("round-format-{label}")),
        other => other.replace('+', "\u{202f}+\u{202f}"),
    }
}
