//! What screens show, as their JSON also gives it: a seen record with its facts, and the names it needs.

use crate::entry::encoded;
use ledger::audience::Audience;
use ledger::content::{AnyBody, Body};
use ledger::id::{Hash, Kind, OwnerId, RecordId};
use ledger::owner::Origin;
use ledger::text::Text;
use ledger::time::{PartialDate, Stamp};
use ledger::view::{Facts, Seen, View};
use maud::Render;
use review::party::{Party, PartySort};
use review::round::Round;
use review::series::Series;
use review::theme::Theme;
use serde::Serialize;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;
use std::sync::Arc;

/// A record that the reader may see.
#[derive(Serialize)]
#[serde(bound = "B: Serialize")]
pub struct Item<B> {
    /// The record.
    pub record: RecordId,
    /// What sort of record.
    pub kind: Kind,
    /// The version's number in its lane.
    pub no: u64,
    /// The version's hash.
    pub version: Hash,
    /// The content's hash.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Hash>,
    /// The owner's stamp.
    pub at: Stamp,
    /// From when on it was known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stated_at: Option<PartialDate>,
    /// Whose it is.
    pub owner: OwnerId,
    /// Where it comes from.
    pub origin: Origin,
    /// Who may read it.
    pub audience: Arc<Audience>,
    /// How it is to be handled, in its owner's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marking: Option<Text>,
    /// What it says.
    pub body: Arc<B>,
}

impl<B> Clone for Item<B> {
    fn clone(&self) -> Self {
        let Item {
            record,
            kind,
            no,
            version,
            content,
            at,
            stated_at,
            owner,
            origin,
            audience,
            marking,
            body,
        } = self;
        Item {
            record: *record,
            kind: kind.clone(),
            no: *no,
            version: *version,
            content: *content,
            at: *at,
            stated_at: *stated_at,
            owner: *owner,
            origin: *origin,
            audience: audience.clone(),
            marking: marking.clone(),
            body: body.clone(),
        }
    }
}

impl<B> Item<B> {
    /// The day it speaks for: stated in a reconstruction or an exercise, else its owner's stamp.
    pub fn day(&self) -> PartialDate {
        self.stated_at.unwrap_or_else(|| PartialDate::of(self.at.day()))
    }
}

impl<B> From<Seen<B>> for Item<B> {
    fn from(seen: Seen<B>) -> Self {
        let Seen { record, kind, owner, facts, body } = seen;
        Item {
            record,
            kind,
            no: facts.no,
            version: facts.hash,
            content: facts.content,
            at: facts.at,
            stated_at: facts.stated_at,
            owner: owner.id,
            origin: owner.origin,
            audience: facts.audience,
            marking: facts.marking.map(|marking| marking.words.clone()),
            body,
        }
    }
}

impl Item<()> {
    /// Whose a record is, who reads it and which revision, without what it says.
    pub fn face(seen: &Seen<dyn AnyBody>) -> Self {
        let Seen { record, kind, owner, facts, .. } = seen.clone();
        Item::from(Seen { record, kind, owner, facts, body: Arc::new(()) })
    }
}

/// The day for which a version speaks.
pub fn day(facts: &Facts) -> PartialDate {
    facts.stated_at.unwrap_or_else(|| PartialDate::of(facts.at.day()))
}

/// The records of a kind that stand under another, as items.
pub fn items_about<B: Body>(view: &View<'_>, record: RecordId) -> Vec<Item<B>> {
    view.about::<B>(record).map(Item::from).collect()
}

/// Names by record: what a page needs to call others by.
pub type Names<B> = BTreeMap<RecordId, Item<B>>;

/// The records of a kind among the given ids.
pub fn named<B: Body>(view: &View<'_>, ids: impl IntoIterator<Item = RecordId>) -> Names<B> {
    let mut names = Names::new();
    for id in ids {
        // A page asks for the same few again and again.
        if let Entry::Vacant(name) = names.entry(id)
            && let Some(seen) = view.find::<B>(id)
        {
            name.insert(seen.into());
        }
    }
    names
}

/// The parties among the given ids.
pub fn parties(view: &View<'_>, ids: impl IntoIterator<Item = RecordId>) -> Names<Party> {
    named(view, ids)
}

/// The themes among the given ids.
pub fn themes(view: &View<'_>, ids: impl IntoIterator<Item = RecordId>) -> Names<Theme> {
    named(view, ids)
}

/// The address of a party: a State has a page of its own, an organization one among the records.
pub fn party_address(record: RecordId, party: &Party) -> String {
    match party.sort {
        PartySort::State => ["/states/", &encoded(&party.label)].concat(),
        PartySort::Organization => format!("/records/{record}"),
    }
}

/// The address of a series.
pub fn series_address(series: &Series) -> String {
    ["/series/", &series.slug].concat()
}

/// The address of a round in its series.
pub fn round_address(view: &View<'_>, round: &Round) -> Option<String> {
    let series = view.find::<Series>(round.series)?;
    Some(["/series/", &series.body.slug, "/rounds/", &round.slug].concat())
}

/// The anchor of a record on the page it stands on: the first eight digits of its id.
#[derive(Clone, Copy, Debug)]
pub struct Anchor(RecordId);

/// The anchor of a record on the page it stands on.
pub fn anchor(record: RecordId) -> Anchor {
    Anchor(record)
}

impl Anchor {
    fn write<R>(self, out: impl FnOnce(&str) -> R) -> R {
        let digit = |number: u8| b"0123456789abcdef"[usize::from(number)];
        let mut anchor = *b"r-00000000";
        for (place, byte) in self.0.as_bytes()[..4].iter().enumerate() {
            anchor[2 + 2 * place] = digit(byte >> 4);
            anchor[3 + 2 * place] = digit(byte & 15);
        }
        out(std::str::from_utf8(&anchor).unwrap_or_default())
    }
}

impl Render for Anchor {
    fn render_to(&self, page: &mut String) {
        self.write(|anchor| page.push_str(anchor));
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(|anchor| out.write_str(anchor))
    }
}
