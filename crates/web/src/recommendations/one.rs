//! One recommendation: its text in two languages, its facts, its family across rounds, what each addressee reported, what
//! rounds concluded, which measures serve it.

mod text;
mod revisions;
mod facts;
mod family;
mod reports;

use super::line::{Line, Stands};
use crate::answer::Screen;
use crate::furniture::cited::Cited;
use crate::furniture::frame::Frame;
use crate::furniture::linked::Linked;
use crate::furniture::model::{Item, Names, items_about, parties, round_address, themes};
use crate::furniture::shell::{Head, Part};
use family::Family;
use ledger::id::RecordId;
use ledger::view::View;
use maud::{Markup, html};
use reports::{Serving, serving};
use review::conclusion::Conclusion;
use review::descent::Descent;
use review::disagreement::Disagreement;
use review::follow_up::{Course, Followed, conclusions, reports};
use review::party::Party;
use review::progress::Progress;
use review::recommendation::Recommendation;
use review::round::Round;
use review::statement::Statement;
use review::theme::Theme;
use revisions::Revision;
use serde::Serialize;
use std::collections::BTreeMap;

/// The page of a recommendation.
#[derive(Serialize)]
pub struct OneRecommendation {
    line: Line,
    /// The record in which it was drafted, for those who may read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    drafting: Option<Item<Recommendation>>,
    /// Earlier revisions of the text, for those who may read them, the newest first.
    revisions: Vec<Revision>,
    statements: Vec<Item<Statement>>,
    family: Family,
    reports: Vec<Item<Progress>>,
    conclusions: Vec<Item<Conclusion>>,
    measures: Vec<Serving>,
    disagreements: Vec<Item<Disagreement>>,
    /// Records that it, its reports or its measures name: what they are called, and where they stand.
    named: Linked,
    rounds: Names<Round>,
    themes: Names<Theme>,
    parties: Names<Party>,
    sources: Cited,
    /// Where the pages of the rounds are.
    addresses: BTreeMap<RecordId, String>,
}

impl OneRecommendation {
    /// What the view shows of that recommendation.
    pub fn look(view: &View<'_>, recommendation: RecordId) -> Option<Self> {
        let line = Line::of(view, Followed::find(view, recommendation)?);
        let drafting = view.find::<Recommendation>(recommendation).map(Item::from);
        let statements = statements(view, &line);
        let family = Family::of(view, Descent::of(view, recommendation)?);
        let reports: Vec<Item<Progress>> =
            reports(view, recommendation).into_iter().map(Item::from).collect();
        let conclusions: Vec<Item<Conclusion>> =
            conclusions(view, recommendation).into_iter().map(Item::from).collect();
        let mut page = OneRecommendation {
            revisions: revisions::of(view, &line),
            measures: serving(view, recommendation),
            disagreements: items_about(view, recommendation),
            named: Linked::default(),
            rounds: Names::new(),
            themes: themes(view, line.text().themes.iter().copied()),
            parties: Names::new(),
            sources: Cited::default(),
            addresses: BTreeMap::new(),
            line,
            drafting,
            statements,
            family,
            reports,
            conclusions,
        };
        page.parties = parties(view, page.party_ids());
        page.look_at_rounds(view);
        page.named = Linked::of(view, page.named_ids());
        page.cite_all(view);
        Some(page)
    }

    fn party_ids(&self) -> Vec<RecordId> {
        let text = self.line.text();
        let mut ids: Vec<RecordId> = text.addressees.iter().flatten().copied().collect();
        ids.extend(text.tabled_by);
        ids.extend(self.line.adoption().iter().flat_map(|adoption| &adoption.adopters));
        ids.extend(self.statements.iter().map(|item| item.body.by));
        ids.extend(self.reports.iter().map(|item| item.body.by));
        ids.extend(self.conclusions.iter().filter_map(|item| item.body.about));
        ids.extend(self.measures.iter().filter_map(|serving| serving.party));
        ids
    }

    fn look_at_rounds(&mut self, view: &View<'_>) {
        let text = self.line.text();
        let mut ids = vec![text.round];
        ids.extend(text.became.iter().filter_map(|became| became.by));
        ids.extend(self.reports.iter().filter_map(|item| item.body.round));
        ids.extend(self.conclusions.iter().map(|item| item.body.round));
        let rounds: Names<Round> = crate::furniture::model::named(view, ids);
        self.addresses = (rounds.iter())
            .filter_map(|(id, round)| Some((*id, round_address(view, &round.body)?)))
            .collect();
        self.rounds = rounds;
    }

    fn named_ids(&self) -> Vec<RecordId> {
        let mut ids: Vec<RecordId> = self.line.text().rests_on.clone();
        ids.extend(self.reports.iter().flat_map(|item| &item.body.evidence));
        for serving in &self.measures {
            ids.push(serving.measure.record);
            ids.extend(serving.measure.body.executor);
        }
        ids
    }

    /// Numbers the sources in the order in which the page cites them.
    fn cite_all(&mut self, view: &View<'_>) {
        let mut sources = Cited::default();
        let text = self.line.text();
        sources.take(view, &text.sources);
        text.became.iter().for_each(|became| sources.take(view, &became.sources));
        for item in &self.disagreements {
            item.body.statements.iter().for_each(|statement| sources.take(view, &statement.sources));
        }
        self.sources = sources;
    }

    fn round(&self) -> Option<&Item<Round>> {
        self.rounds.get(&self.line.round())
    }

    /// A round by its name, linked to its page.
    fn round_link(&self, frame: &Frame, round: RecordId) -> Markup {
        let Some(item) = self.rounds.get(&round) else { return html! {} };
        let name = super::line::round_name(frame, &item.body);
        match self.addresses.get(&round) {
            Some(address) => html! { a href=(frame.link(address)) { (name) } },
            None => html! { (name) },
        }
    }
}

/// Statements printed with the text, and those made on it since.
fn statements(view: &View<'_>, line: &Line) -> Vec<Item<Statement>> {
    let printed = line.adoption().map(|adoption| adoption.statements.as_slice()).unwrap_or_default();
    let mut all: Vec<Item<Statement>> =
        printed.iter().filter_map(|id| view.find::<Statement>(*id)).map(Item::from).collect();
    let others = view.about::<Statement>(line.recommendation);
    all.extend(others.filter(|seen| !printed.contains(&seen.record)).map(Item::from));
    all
}

impl Screen for OneRecommendation {
    fn head(&self, frame: &Frame) -> Head {
        let quoted = self.line.quoted(frame, &self.rounds);
        let text = self.line.text();
        // What sources paraphrase has no title: it is called by its round and letter, and its words stand below.
        let title = text.title.as_ref().map_or_else(|| quoted.clone(), |title| frame.words(title).into());
        Head {
            title,
            symbol: (text.title.is_some() || self.line.symbol.is_some()).then_some(quoted.into()),
            lede: None,
            crumbs: vec![(frame.say("recommendations-title"), "/recommendations".into())],
            part: Part::Recommendations,
            provenance: self.line.provenance_of_page(frame),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            @if self.line.course == Course::Draft { (self.draft_bar(frame)) }
            div.cols.cols-aside {
                div {
                    (self.text(frame))
                    (self.printed_statements(frame))
                    (self.compared(frame))
                }
                (self.facts(frame))
            }
            (self.became(frame))
            (self.family.draw(frame, self.line.recommendation))
            (self.reported(frame))
            (self.concluded(frame))
            @if !self.measures.is_empty() { (self.serving(frame)) }
            (self.timeline(frame))
            @if !self.disagreements.is_empty() {
                section aria-labelledby="differ" {
                    h2.h2 #differ { (frame.say("round-differ")) }
                    ul.list { @for item in &self.disagreements { (self.sources.disagreement(frame, item)) } }
                }
            }
            (self.sources.list(frame))
        }
    }
}

impl OneRecommendation {
    /// Whether it is what sources tell and not a text that was seen.
    fn is_paraphrase(&self) -> bool {
        matches!(&self.line.stands, Stands::Text(item) if item.body.paragraphs.is_empty())
    }

    /// A record by its symbol and title, linked to where it stands.
    fn named_in_full(&self, frame: &Frame, record: RecordId) -> Markup {
        let Some(link) = self.named.get(record) else { return html! {} };
        let words = html! {
            @if let Some(symbol) = &link.symbol { (symbol) @if link.title.is_some() { ", " } }
            @if let Some(title) = &link.title { (frame.text(title)) }
        };
        self.named.around(frame, record, words)
    }
}
