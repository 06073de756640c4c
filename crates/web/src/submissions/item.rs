//! An item: what a State answers at one row, what it answered at the last round, on what it rests, and what was asked.

mod draw;
mod side;

use super::found::Found;
use super::one::short_title;
use super::picture::rows_in_scope;
use crate::answer::Screen;
use crate::entry::encoded;
use crate::furniture::attached::Attached;
use crate::furniture::frame::Frame;
use crate::furniture::linked::Linked;
use crate::furniture::model::{Item, Names, items_about, named};
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::id::RecordId;
use ledger::view::{Seen, View};
use maud::{Markup, html};
use review::answer::Answer;
use review::catalogue::{Catalogue, Row};
use review::instrument::Instrument;
use review::matrix::{before, drafts};
use review::modalities::Modalities;
use review::observation::Observation;
use review::party::Party;
use review::question::Question;
use review::recommendation::Recommendation;
use review::round::Round;
use review::shared::shared;
use review::submission::Submission;
use review::thread::{Place, QuestionState};
use serde::Serialize;
use std::collections::BTreeSet;
use words::Message;

/// The page of an item.
#[derive(Serialize)]
pub struct OneItem {
    #[serde(flatten)]
    found: Found,
    #[serde(skip)]
    catalogue: Item<Catalogue>,
    /// The id of the section in which the row stands.
    section: String,
    row: Row,
    /// The rows of the section that are in scope, in their order.
    rows: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<Item<Answer>>,
    /// What others read while the own delegation reads a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    shared: Option<Item<Answer>>,
    /// The cells in draft, for the own delegation.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    drafts: BTreeSet<String>,
    /// The answers of the submission that this one starts from.
    before: Vec<Item<Answer>>,
    /// Its round.
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Item<Round>>,
    others: Vec<Other>,
    questions: Vec<Asked>,
    observations: Vec<Item<Observation>>,
    /// What recommends on the ground of what stands here: by its records.
    resting: Vec<RecordId>,
    laws: Names<Instrument>,
    #[serde(flatten)]
    files: Option<Attached>,
    linked: Linked,
}

/// Another State's answer at the same row.
#[derive(Serialize)]
struct Other {
    party: Item<Party>,
    answer: Item<Answer>,
    address: String,
}

/// A question at this row.
#[derive(Serialize)]
struct Asked {
    #[serde(flatten)]
    item: Item<Question>,
    state: QuestionState,
}

impl OneItem {
    /// What the view shows of that row in that submission.
    pub fn look(view: &View<'_>, series: &str, round: &str, label: &str, row: &str) -> Option<Self> {
        let found = Found::at(view, series, round, label)?;
        let body = &found.submission.body;
        let catalogue = view.find::<Catalogue>(body.catalogue?)?;
        let (section, row) = catalogue.body.row(row)?;
        let modalities = Modalities::of_round(view, found.round.record).map(|seen| seen.body);
        let rows = rows_in_scope(&found, modalities.as_deref(), &catalogue.body);
        let rows = rows.into_iter().find(|(here, _)| here.id == section.id);
        let rows = rows.map(|(_, rows)| rows.iter().map(|row| row.id.clone()).collect());
        let answer = Answer::at(view, found.record(), &row.id);
        let own = found.is_own(view);
        let since = body.since.and_then(|since| view.find::<Submission>(since));
        let place = Place { record: found.record(), item: Some(row.id.clone()) };
        let before: Vec<Item<Answer>> = before(view, body, &row.id).into_iter().map(Item::from).collect();
        let others = others(view, &found, &row.id);
        let cited: Vec<RecordId> = (answer.iter().map(|answer| &answer.body))
            .chain(before.iter().chain(others.iter().map(|other| &other.answer)).map(|item| &item.body))
            .flat_map(|answer| &answer.cells)
            .flat_map(|cell| cell.citations.iter().filter_map(|citation| citation.instrument))
            .collect();
        let grounds = answer.iter().map(|answer| answer.record).chain(before.iter().map(|item| item.record));
        let grounds = grounds.chain(others.iter().map(|other| other.answer.record));
        let resting = resting(view, grounds.collect());
        let linked = Linked::of(view, cited.iter().chain(&resting).copied());
        Some(OneItem {
            section: section.id.clone(),
            row: row.clone(),
            rows: rows.unwrap_or_default(),
            shared: answer.as_ref().filter(|_| own).and_then(|answer| open_to_others(view, answer)),
            drafts: answer.as_ref().filter(|_| own).map(|answer| drafts(view, answer)).unwrap_or_default(),
            files: answer.as_ref().and_then(|answer| Attached::look(view, answer.record)),
            answer: answer.map(Item::from),
            since: since
                .filter(|since| since.body.catalogue.is_some())
                .and_then(|since| view.find::<Round>(since.body.round))
                .map(Item::from),
            questions: (place.questions(view).into_iter())
                .map(|seen| Asked { state: QuestionState::of(view, seen.record), item: seen.into() })
                .collect(),
            observations: place.observations(view).into_iter().map(Item::from).collect(),
            laws: named(view, cited.iter().copied()),
            linked,
            resting,
            catalogue: catalogue.into(),
            before,
            others,
            found,
        })
    }

    /// Whether the page can tell what stood here at the last round.
    fn compares(&self) -> bool {
        self.since.is_some()
    }

    fn since_words(&self, frame: &Frame) -> Phrase {
        self.since.as_ref().map(|round| short_title(frame, &round.body)).unwrap_or_default()
    }

    fn row_address(&self, row: &str) -> String {
        format!("{}/items/{}", self.found.address(), encoded(row))
    }

    fn row_of(&self, id: &str) -> Option<&Row> {
        self.catalogue.body.row(id).map(|(_, row)| row)
    }

    /// The links to the rows before and after this one.
    fn neighbours(&self, frame: &Frame) -> Markup {
        let here = self.rows.iter().position(|row| *row == self.row.id);
        let before = here.and_then(|here| self.rows.get(here.checked_sub(1)?));
        let after = here.and_then(|here| self.rows.get(here + 1));
        let link = |id: &String, rel: &str| {
            let row = self.row_of(id);
            html! { @if let Some(row) = row {
                a rel=(rel) href=(frame.link(&self.row_address(id))) { (row.number) ". " (frame.text(&row.label)) }
            } }
        };
        html! {
            nav.pn aria-label=(frame.say("submissions-items")) {
                @if let Some(before) = before { (link(before, "prev")) } @else { span {} }
                @if let Some(after) = after { (link(after, "next")) }
            }
        }
    }

    /// The rows of the section, this one marked.
    fn section_nav(&self, frame: &Frame) -> Markup {
        let section = self.catalogue.body.sections.iter().find(|section| section.id == self.section);
        html! {
            nav.secnav aria-labelledby="section" {
                @if let Some(section) = section { h2 #section { (frame.text(&section.paragraph)) } }
                ol {
                    @for row in self.rows.iter().filter_map(|id| self.row_of(id)) {
                        li { a href=(frame.link(&self.row_address(&row.id))) aria-current=[(row.id == self.row.id).then_some("true")] {
                            span { (row.number) } (frame.text(&row.label))
                        } }
                    }
                }
                p.small { a href=(frame.link(&format!("{}#matrix", self.found.address()))) { (frame.say("submissions-all-sections")) } }
            }
        }
    }
}

/// The version that others read, where the newest is a draft.
fn open_to_others(view: &View<'_>, answer: &Seen<Answer>) -> Option<Item<Answer>> {
    let (facts, body) = shared::<Answer>(view, answer.record)?;
    let newer = facts.hash != answer.facts.hash;
    newer.then(|| Item::from(Seen { facts, body, ..answer.clone() }))
}

/// The recommendations that rest on one of these records, in the order of their making.
fn resting(view: &View<'_>, grounds: Vec<RecordId>) -> Vec<RecordId> {
    let mut found: Vec<RecordId> = Vec::new();
    for ground in grounds {
        let rests = view.about::<Recommendation>(ground).filter(|seen| seen.body.rests_on.contains(&ground));
        for record in rests.map(|seen| seen.record) {
            if !found.contains(&record) {
                found.push(record);
            }
        }
    }
    found
}

/// The answers of other States to the same row of the same catalogue, at the same round.
fn others(view: &View<'_>, found: &Found, row: &str) -> Vec<Other> {
    let here = &found.submission.body;
    let submissions: Vec<Item<Submission>> = items_about(view, found.round.record);
    (submissions.into_iter())
        .filter(|other| other.record != found.record() && other.body.round == here.round)
        .filter(|other| other.body.catalogue == here.catalogue)
        .filter_map(|other| {
            let answer = Answer::at(view, other.record, row)?;
            let address = crate::furniture::about::address(view, answer.record)?;
            Some(Other {
                party: view.find::<Party>(other.body.party)?.into(),
                answer: answer.into(),
                address,
            })
        })
        .collect()
}

impl OneItem {
    /// Whose the answer is, who reads it, which revision.
    fn provenance(&self, frame: &Frame) -> Markup {
        match (&self.answer, &self.shared) {
            (Some(answer), Some(shared)) => html! {
                (provenance::head(frame, shared)) (provenance::version(frame, answer))
                (provenance::way_to_share(frame, answer))
            },
            (Some(answer), None) => provenance::page(frame, answer),
            (None, _) => provenance::owner(frame, self.found.submission.owner),
        }
    }
}

impl Screen for OneItem {
    fn head(&self, frame: &Frame) -> Head {
        let state = self.found.state(frame);
        let title = Message::new("submissions-item-title")
            .with("state", state.clone())
            .with("item", frame.words(&self.row.label));
        let section = self.catalogue.body.sections.iter().find(|section| section.id == self.section);
        let symbol = self.found.submission.body.symbol.as_ref();
        let mut crumbs = self.found.crumbs(frame);
        crumbs.push((
            frame.tell(Message::new("submissions-of-state").with("state", state)),
            self.found.address(),
        ));
        Head {
            title: frame.tell(title),
            symbol: symbol.map(|symbol| format!("{symbol}/{}", self.row.id)),
            lede: section.map(|section| {
                html! { (frame.text(&section.paragraph)) ". " (frame.text(&section.title)) ", " (self.row.number) }
            }),
            crumbs,
            part: Part::Submissions,
            provenance: html! {
                (self.provenance(frame))
                (self.found.marking(frame, self.answer.as_ref().and_then(|answer| answer.marking.as_ref())))
            },
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            div.item {
                (self.section_nav(frame))
                div.itbody {
                    (self.answers(frame))
                    @if let Some(files) = &self.files { (files.section(frame)) }
                    (self.other_states(frame))
                    (self.neighbours(frame))
                }
                (self.side(frame))
            }
        }
    }
}
