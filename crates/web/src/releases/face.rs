//! What every page of this family says of the record it is about.

use crate::furniture::about;
use crate::furniture::frame::Frame;
use crate::furniture::model::Item;
use crate::furniture::parts::{capital, shortened};
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::view::View;
use maud::Markup;
use review::act::offered;
use review::actor::Actor;
use serde::Serialize;

/// A record of one's own, to be shared or withdrawn.
#[derive(Serialize)]
pub struct Face {
    /// The record.
    pub record: RecordId,
    /// Whose it is, who reads it, which revision.
    #[serde(flatten)]
    pub item: Item<()>,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Its symbol.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// Where it stands.
    pub address: String,
}

impl Face {
    /// A record to which that act is offered; for everybody else there is nothing here.
    pub fn of(view: &View<'_>, actor: &Actor, record: RecordId, act: &str) -> Option<Self> {
        let seen = view.find_any(record)?;
        offered(view, actor, record).contains(&act).then(|| Face {
            record,
            item: Item::face(&seen),
            title: about::title(view, record),
            symbol: about::symbol(view, record),
            address: about::somewhere(view, record),
        })
    }

    /// What it is called on the page.
    pub fn name(&self, frame: &Frame) -> Phrase {
        match &self.title {
            Some(title) => shortened(frame.words(title)).into(),
            None => capital(&frame.say(about::kind_key(&self.item.kind))),
        }
    }

    /// The head of a page about it.
    pub fn head(&self, frame: &Frame, title: Phrase, lede: Markup) -> Head {
        Head {
            title,
            symbol: self.symbol.clone(),
            lede: Some(lede),
            crumbs: vec![(self.name(frame), self.address.clone())],
            part: Part::Nowhere,
            provenance: provenance::head(frame, &self.item),
        }
    }
}
