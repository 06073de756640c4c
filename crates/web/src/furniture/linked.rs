//! Other records that a page names: by their symbol or title, and where they stand.

use super::about;
use super::frame::Frame;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::view::View;
use maud::{Markup, html};
use serde::Serialize;
use std::collections::BTreeMap;

/// A record as another page names it.
#[derive(Serialize)]
pub struct Link {
    /// The symbol under which it is quoted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
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

    /// Its symbol or, without one, its title, as a link where it stands somewhere. Nothing for what is not seen.
    pub fn named(&self, frame: &Frame, record: RecordId) -> Markup {
        let Some(link) = self.get(record) else { return html! {} };
        let words = match (&link.symbol, &link.title) {
            (Some(symbol), _) => html! { (symbol) },
            (None, Some(title)) => frame.text(title),
            (None, None) => return html! {},
        };
        self.around(frame, record, words)
    }

    /// Words as a link to where the record stands; the words alone if it stands nowhere.
    pub fn around(&self, frame: &Frame, record: RecordId, words: Markup) -> Markup {
        match self.get(record).and_then(|link| link.address.as_deref()) {
            Some(address) => html! { a href=(frame.link(address)) { (words) } },
            None => words,
        }
    }
}

fn link(view: &View<'_>, record: RecordId) -> Option<Link> {
    view.whose(record)?;
    let title = about::title(view, record);
    Some(Link { symbol: about::symbol(view, record), title, address: about::address(view, record) })
}
