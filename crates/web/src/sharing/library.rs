//! The library: laws and regulations of States, and documents, in one list.

use super::shelf::{Named, ordinal, titled, titled_words, whose_head};
use crate::answer::Screen;
use crate::furniture::about;
use crate::furniture::csv::Sheet;
use crate::furniture::frame::Frame;
use crate::furniture::listing::{Choice, Column, Listing, chosen};
use crate::furniture::model::Item;
use crate::furniture::parts::capital;
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::audience::Audience;
use ledger::id::{OwnerId, RecordId};
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::View;
use maud::{Markup, html};
use review::answer::Answer;
use review::catalogue::Catalogue;
use review::document::{Document, DocumentSort};
use review::instrument::{Force, Instrument, InstrumentSort};
use review::submission::Submission;
use serde::Serialize;
use std::sync::Arc;

/// How many items of the catalogue a cell names at most; the page of the text names all.
const MOST_CITED: usize = 5;

/// The list of texts.
#[derive(Serialize)]
pub struct Library {
    texts: Vec<Row>,
    named: Named,
}

/// A text and where answers cite it.
#[derive(Serialize)]
pub struct Row {
    /// The text.
    pub text: Entry,
    /// The answers that cite it, as far as the reader may see them.
    pub cited: Vec<Citing>,
}

/// A text of the library.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// A law or regulation.
    Instrument(Item<Instrument>),
    /// A document.
    Document(Item<Document>),
}

/// An answer that cites a text.
#[derive(Serialize)]
pub struct Citing {
    /// The answer.
    pub record: RecordId,
    /// Who may read it.
    pub audience: Arc<Audience>,
    /// The row of the catalogue, as it is quoted: section and number.
    pub item: String,
    /// What the row is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// The symbol of the submission.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submission: Option<String>,
    /// The articles that it cites, as written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<String>,
    /// Where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

impl Entry {
    /// The text with that id, if the view shows it.
    pub fn find(view: &View<'_>, record: RecordId) -> Option<Self> {
        let law = view.find::<Instrument>(record).map(|seen| Entry::Instrument(seen.into()));
        law.or_else(|| view.find::<Document>(record).map(|seen| Entry::Document(seen.into())))
    }

    /// The record.
    pub fn record(&self) -> RecordId {
        match self {
            Entry::Instrument(item) => item.record,
            Entry::Document(item) => item.record,
        }
    }

    /// What it is called.
    pub fn title(&self) -> &Text {
        match self {
            Entry::Instrument(item) => &item.body.title,
            Entry::Document(item) => &item.body.title,
        }
    }

    /// The number under which it is kept.
    pub fn symbol(&self) -> Option<&str> {
        match self {
            Entry::Instrument(item) => item.body.symbol.as_deref(),
            Entry::Document(item) => item.body.symbol.as_deref(),
        }
    }

    fn marking(&self) -> Option<(OwnerId, Text)> {
        let (owner, marking) = match self {
            Entry::Instrument(item) => (item.owner, &item.marking),
            Entry::Document(item) => (item.owner, &item.marking),
        };
        Some((owner, marking.clone()?))
    }

    fn party(&self) -> Option<RecordId> {
        match self {
            Entry::Instrument(item) => Some(item.body.party),
            Entry::Document(item) => item.body.party,
        }
    }

    fn themes(&self) -> &[RecordId] {
        match self {
            Entry::Instrument(item) => &item.body.themes,
            Entry::Document(item) => &item.body.themes,
        }
    }

    fn languages(&self) -> String {
        let languages = match self {
            Entry::Instrument(item) => &item.body.languages,
            Entry::Document(item) => &item.body.languages,
        };
        languages.iter().map(|tag| tag.to_uppercase()).collect::<Vec<_>>().join(", ")
    }

    fn date(&self) -> Option<PartialDate> {
        match self {
            Entry::Instrument(item) => item.body.adopted,
            Entry::Document(item) => item.body.date,
        }
    }

    /// What sort of text, as a filter names it.
    fn sort_key(&self) -> String {
        match self {
            Entry::Instrument(item) => format!("law:{}", item.body.sort.word()),
            Entry::Document(item) => format!("document:{}", item.body.sort.word()),
        }
    }

    /// What sort of text, in words.
    pub fn sort_words(&self, frame: &Frame) -> Phrase {
        match self {
            Entry::Instrument(item) => law_sort(frame, item.body.sort),
            Entry::Document(item) => document_sort(frame, item.body.sort),
        }
    }

    fn number(&self, frame: &Frame) -> String {
        let number = match self {
            Entry::Instrument(item) => item.body.number.clone(),
            Entry::Document(_) => None,
        };
        number
            .map(Phrase::from)
            .into_iter()
            .chain(self.date().map(|date| frame.date(date)))
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn standing(&self, frame: &Frame) -> Phrase {
        match self {
            Entry::Instrument(item) => item.body.standing.map(|one| force(frame, one)).unwrap_or_default(),
            Entry::Document(_) => Phrase::default(),
        }
    }

    fn keeps(&self, frame: &Frame, named: &Named) -> bool {
        let parties: Vec<RecordId> = self.party().into_iter().collect();
        match self {
            Entry::Instrument(item) => named.keeps(frame, &*item.body, &parties, self.themes()),
            Entry::Document(item) => named.keeps(frame, &*item.body, &parties, self.themes()),
        }
    }

    fn whose(&self, frame: &Frame, named: &Named) -> Markup {
        match self {
            Entry::Instrument(item) => named.whose(frame, item, self.party()),
            Entry::Document(item) => named.whose(frame, item, self.party()),
        }
    }

    fn whose_words(&self, frame: &Frame, named: &Named) -> Phrase {
        match self {
            Entry::Instrument(item) => named.whose_words(frame, item, self.party()),
            Entry::Document(item) => named.whose_words(frame, item, self.party()),
        }
    }

    fn readers(&self, frame: &Frame) -> Markup {
        let (audience, version) = match self {
            Entry::Instrument(item) => (&item.audience, provenance::version(frame, item)),
            Entry::Document(item) => (&item.audience, provenance::version(frame, item)),
        };
        html! { (provenance::audience(frame, audience)) span.sub { (version) } }
    }

    fn readers_words(&self, frame: &Frame) -> Phrase {
        provenance::audience_words(
            frame,
            match self {
                Entry::Instrument(item) => &item.audience,
                Entry::Document(item) => &item.audience,
            },
        )
    }

    /// The newest first.
    fn order(&self) -> impl Ord + use<> {
        match self {
            Entry::Instrument(item) => std::cmp::Reverse((item.day(), item.at)),
            Entry::Document(item) => std::cmp::Reverse((item.day(), item.at)),
        }
    }
}

/// What sort of law, in words.
pub fn law_sort(frame: &Frame, sort: InstrumentSort) -> Phrase {
    frame.say(&format!("sharing-law-{}", sort.word().replace('_', "-")))
}

/// What sort of document, in words.
pub fn document_sort(frame: &Frame, sort: DocumentSort) -> Phrase {
    frame.say(&format!("sharing-paper-{}", sort.word().replace('_', "-")))
}

/// Whether a law is in force, in words.
pub fn force(frame: &Frame, standing: Force) -> Phrase {
    frame.say(&format!("sharing-force-{}", standing.word().replace('_', "-")))
}

/// The answers that cite a text, by the row of the catalogue.
pub fn citing(view: &View<'_>, record: RecordId) -> Vec<Citing> {
    let mut citing: Vec<Citing> = view
        .about::<Answer>(record)
        .map(|answer| Citing {
            record: answer.record,
            audience: answer.facts.audience.clone(),
            item: quoted(view, &answer.body),
            title: about::title(view, answer.record),
            submission: about::symbol(view, answer.body.submission),
            articles: articles(&answer.body, record),
            address: about::address(view, answer.record),
        })
        .collect();
    citing.sort_by_cached_key(|one| (place(&one.item), one.submission.clone()));
    citing
}

/// Where a row stands: its section, and its number as a number.
fn place(item: &str) -> (String, u32) {
    let (section, number) = item.rsplit_once('.').unwrap_or((item, ""));
    (section.to_owned(), number.parse().unwrap_or_default())
}

/// A row as it is quoted: the section and the number within it; its id where the catalogue is not there.
fn quoted(view: &View<'_>, answer: &Answer) -> String {
    let catalogue =
        view.find::<Submission>(answer.submission).and_then(|submission| submission.body.catalogue);
    let catalogue = catalogue.and_then(|catalogue| view.find::<Catalogue>(catalogue));
    let row = catalogue.as_ref().and_then(|catalogue| catalogue.body.row(&answer.item));
    row.map_or_else(|| answer.item.clone(), |(section, row)| format!("{}.{}", section.id, row.number))
}

fn articles(answer: &Answer, record: RecordId) -> Vec<String> {
    let citations = answer.cells.iter().flat_map(|cell| &cell.citations);
    let mut articles: Vec<String> = citations
        .filter(|citation| citation.instrument == Some(record))
        .filter_map(|citation| citation.article.clone())
        .collect();
    articles.dedup();
    articles
}

impl Library {
    /// The texts that the view shows, the newest first.
    pub fn look(view: &View<'_>) -> Self {
        let laws = view.all::<Instrument>().map(|seen| Entry::Instrument(seen.into()));
        let documents = view.all::<Document>().map(|seen| Entry::Document(seen.into()));
        let mut texts: Vec<Row> =
            laws.chain(documents).map(|text| Row { cited: citing(view, text.record()), text }).collect();
        texts.sort_by_cached_key(|row| row.text.order());
        let parties = texts.iter().filter_map(|row| row.text.party());
        let themes = texts.iter().flat_map(|row| row.text.themes().to_vec());
        Library { named: Named::of(view, parties, themes), texts }
    }

    /// The table, with what the filters leave.
    pub fn listing<'a>(&'a self, frame: &'a Frame) -> Listing<'a, &'a Row> {
        let (sort, force) = (chosen(frame, "sort-of-text"), chosen(frame, "force"));
        let keep = |row: &&Row| {
            let standing = match &row.text {
                Entry::Instrument(item) => item.body.standing.map(Force::word),
                Entry::Document(_) => None,
            };
            row.text.keeps(frame, &self.named)
                && sort.is_none_or(|sort| row.text.sort_key() == sort)
                && force.is_none_or(|force| standing == Some(force))
        };
        Listing {
            marking: Box::new(|row: &&Row| row.text.marking()),
            name: "library",
            caption: frame.say("sharing-library"),
            columns: self.columns(frame),
            rows: self.texts.iter().filter(keep).collect(),
            empty: (frame.say("sharing-library-none"), frame.say("sharing-none-why")),
        }
    }

    fn columns<'a>(&'a self, frame: &'a Frame) -> Vec<Column<'a, &'a Row>> {
        vec![
            Column::drawn(
                "title",
                frame.say("sharing-document"),
                |row: &&Row| {
                    titled(
                        frame,
                        &format!("/library/{}", row.text.record()),
                        row.text.title(),
                        row.text.symbol(),
                    )
                },
                |row| titled_words(frame, row.text.title(), row.text.symbol()),
            )
            .naming(),
            Column::words("sort-of-text", frame.say("sharing-sort"), |row: &&Row| {
                capital(&row.text.sort_words(frame))
            }),
            Column::words("date", frame.say("sharing-number"), |row: &&Row| row.text.number(frame))
                .ranked(|row| row.text.date().map_or(0, ordinal)),
            Column::words("force", frame.say("sharing-force"), |row: &&Row| row.text.standing(frame)),
            Column::drawn(
                "of",
                whose_head(frame),
                |row: &&Row| row.text.whose(frame, &self.named),
                |row| row.text.whose_words(frame, &self.named),
            ),
            Column::drawn(
                "readers",
                frame.say("sharing-readers"),
                |row: &&Row| row.text.readers(frame),
                |row| row.text.readers_words(frame),
            ),
            Column::words("languages", frame.say("sharing-languages"), |row: &&Row| row.text.languages()),
            Column::drawn(
                "cited",
                frame.say("sharing-cited"),
                |row: &&Row| cited(frame, row),
                |row| cited_words(row),
            ),
        ]
    }

    fn own_filters(&self, frame: &Frame) -> [(&'static str, Phrase, Vec<Choice>); 2] {
        let mut sorts: Vec<Choice> = Vec::new();
        for row in &self.texts {
            let key = row.text.sort_key();
            if !sorts.iter().any(|(known, _)| *known == key) {
                sorts.push((key, capital(&row.text.sort_words(frame))));
            }
        }
        let sorts = frame.in_order(sorts, |(_, words)| words.clone());
        let forces = Force::ALL.iter().map(|one| (one.word().to_owned(), force(frame, *one))).collect();
        [("sort-of-text", frame.say("sharing-sort"), sorts), ("force", frame.say("sharing-force"), forces)]
    }
}

/// The rows of the catalogue at which answers cite a text; the first of them.
fn cited(frame: &Frame, row: &Row) -> Markup {
    let items = distinct(&row.cited);
    html! {
        @for (index, citing) in items.iter().take(MOST_CITED).enumerate() {
            @if index > 0 { ", " }
            @match &citing.address {
                Some(address) => a.nb href=(frame.link(address)) { (citing.item) },
                None => (citing.item),
            }
        }
        @if items.len() > MOST_CITED { ", " a href=(frame.link(&format!("/library/{}#cited", row.text.record()))) { (frame.say("sharing-cited-more")) } }
        @if items.is_empty() { span.mute aria-hidden="true" { "–" } }
    }
}

fn cited_words(row: &Row) -> String {
    distinct(&row.cited).iter().map(|citing| citing.item.clone()).collect::<Vec<_>>().join(", ")
}

fn distinct(cited: &[Citing]) -> Vec<&Citing> {
    let mut distinct: Vec<&Citing> = Vec::new();
    for citing in cited {
        if distinct.last().is_none_or(|last| last.item != citing.item) {
            distinct.push(citing);
        }
    }
    distinct
}

impl Screen for Library {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("sharing-library"),
            symbol: None,
            lede: Some(html! { (frame.say("sharing-library-lead")) }),
            crumbs: vec![(frame.say("sharing-title"), "/sharing".into())],
            part: Part::Sharing,
            provenance: provenance::readable(frame),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! { (self.named.filters(frame, &self.own_filters(frame))) section { (self.listing(frame).draw(frame)) } }
    }

    fn table(&self, frame: &Frame) -> Option<Sheet> {
        Some(self.listing(frame).sheet(frame))
    }
}
