//! What every page of this family says of the record it is about, and the names of readers in a row.

use crate::furniture::about;
use crate::furniture::frame::Frame;
use crate::furniture::model::Item;
use crate::furniture::parts::capital;
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::id::{OwnerId, RecordId};
use ledger::owner::OwnerSort;
use ledger::text::Text;
use ledger::view::View;
use maud::Markup;
use review::act::offered;
use review::actor::Actor;
use serde::Serialize;
use words::Message;

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
            address: address(view, record),
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

/// Words short enough for a title: what has none of its own is called by its text.
fn shortened(words: &str) -> String {
    const LONGEST: usize = 90;
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}

/// Where a record stands; at least it has a history.
pub fn address(view: &View<'_>, record: RecordId) -> String {
    about::address(view, record).unwrap_or_else(|| format!("/records/{record}/history"))
}

/// Readers by name: States and organizations in the order of the page's language, then the people of rounds.
pub fn names(frame: &Frame, readers: &[OwnerId]) -> Phrase {
    let of = |sort: OwnerSort| {
        readers.iter().filter_map(move |reader| frame.owners.get(reader).filter(|known| known.sort == sort))
    };
    let parties = of(OwnerSort::Party).map(|known| frame.words(&known.name).to_owned()).collect();
    let rounds: Vec<String> = of(OwnerSort::Round).map(|known| frame.words(&known.name).to_owned()).collect();
    let in_order = frame.in_order(rounds.clone(), String::clone);
    let people = Message::new("releases-people-of-rounds")
        .with("count", rounds.len())
        .with("rounds", &*frame.list(&in_order));
    let people = (!rounds.is_empty()).then(|| frame.tell(people).into());
    let all: Vec<String> = frame.in_order(parties, String::clone).into_iter().chain(people).collect();
    frame.list(&all)
}
