//! Other records that a page names: by their symbol or title, and where they stand.

use super::about;
use super::frame::Frame;
use super::marking;
use super::phrase::Told;
use ledger::id::{Kind, OwnerId, RecordId};
use ledger::text::Text;
use ledger::view::View;
use maud::{Markup, Render, html};
use serde::Serialize;
use std::collections::BTreeMap;

/// A record as another page names it.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// The record.
    pub record: RecordId,
    /// What sort of record.
    pub kind: Kind,
    /// Whose it is.
    pub owner: OwnerId,
    /// The symbol under which it is quoted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// How it is to be handled, in its owner's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marking: Option<Text>,
    /// Where it stands, if it has an address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// The records that a page names, as far as its reader may see them.
#[derive(Default, Serialize)]
#[serde(transparent)]
pub struct Linked(BTreeMap<RecordId, Link>);

impl Linked {
    /// Those records.
    pub fn of(view: &View<'_>, records: impl IntoIterator<Item = RecordId>) -> Self {
        Linked(records.into_iter().filter_map(|record| Some((record, link(view, record)?))).collect())
    }

    /// One of them.
    pub fn get(&self, record: RecordId) -> Option<&Link> {
        self.0.get(&record)
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Link> {
        self.0.values()
    }

    /// Its symbol or, without one, its title, as a link where it stands somewhere. Nothing for what is not seen.
    pub fn named(&self, frame: &Frame, record: RecordId) -> Markup {
        self.get(record).map(|link| link.quoted(frame)).unwrap_or_default()
    }

    /// Words as a link to where the record stands; the words alone if it stands nowhere.
    pub fn around(&self, frame: &Frame, record: RecordId, words: impl Render) -> Markup {
        match self.get(record) {
            Some(link) => link.around(frame, words),
            None => words.render(),
        }
    }
}

impl Link {
    /// By its symbol; by its title where it has none.
    pub fn quoted(&self, frame: &Frame) -> Markup {
        match &self.symbol {
            Some(symbol) => self.around(frame, Told::from(&**symbol)),
            None => self.called(frame),
        }
    }

    /// By its title. Nothing where it has none.
    pub fn called(&self, frame: &Frame) -> Markup {
        self.title.as_ref().map(|title| self.around(frame, frame.text(title))).unwrap_or_default()
    }

    /// By its symbol and title.
    pub fn in_full(&self, frame: &Frame) -> Markup {
        let title = self.title.as_ref().map(|title| frame.text(title)).unwrap_or_default();
        self.around(frame, html! { @if let Some(symbol) = &self.symbol { (symbol) " " } (title) })
    }

    /// Its title in plain words.
    pub fn title_words<'l>(&'l self, frame: &Frame) -> &'l str {
        self.title.as_ref().map(|title| frame.words(title)).unwrap_or_default()
    }

    /// In plain words, as short as it can be quoted.
    pub fn in_words<'l>(&'l self, frame: &Frame) -> &'l str {
        self.symbol.as_deref().unwrap_or_else(|| self.title_words(frame))
    }

    fn around(&self, frame: &Frame, words: impl Render) -> Markup {
        html! {
            @match &self.address {
                Some(address) => a href=(frame.link(address)) { (words) },
                None => (words),
            }
            @if self.marking.is_some() { " " (marking::chip(frame, self.owner, self.marking.as_ref())) }
        }
    }
}

/// A record as another page names it, if the view shows it.
pub fn link(view: &View<'_>, record: RecordId) -> Option<Link> {
    let (owner, kind) = view.whose(record)?;
    Some(Link {
        record,
        kind,
        owner: owner.id,
        symbol: about::symbol(view, record),
        title: about::title(view, record),
        marking: view.marking_words(record),
        address: about::address(view, record),
    })
}
