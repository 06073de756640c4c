//! The view: what one reader may see, as of one moment. Rules, pages, reports and pouches get views and nothing else.
//!
//! Access of today, knowledge of then: what may be read *now*, of what was known *by that moment*, minus what was
//! erased. Hidden and absent take the same path: there is no way to ask which of the two it was.

mod listing;
mod marked;

pub use listing::Listing;

use crate::audience::{Audience, Reader};
use crate::content::{AnyBody, Body, Voice};
use crate::held::Held;
use crate::id::{ActId, Hash, Kind, OwnerId, RecordId};
use crate::marking::Marking;
use crate::owner::{Origin, OwnerSort, World};
use crate::register::{List, OwnerFacts, Register, Shelf, Slot};
use crate::time::{PartialDate, Stamp};
use crate::version::By;
use std::sync::Arc;

/// How many shelves are taken from a list at once.
const STRETCH: usize = 64;

/// As of when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsOf {
    /// Today: everything accepted.
    Now,
    /// What was known by that moment: accepted by this node by then or, in a reconstruction, known by then.
    Instant(Stamp),
}

/// A reader's view of a snapshot of the register.
pub struct View<'r> {
    register: &'r Register,
    until: u64,
    reader: Reader,
    as_of: AsOf,
    world: Option<World>,
}

/// A version that the reader may see, with its body.
pub struct Seen<B: ?Sized> {
    /// The record.
    pub record: RecordId,
    /// What sort of record.
    pub kind: Kind,
    /// Whose it is.
    pub owner: Arc<OwnerFacts>,
    /// Its place and facts.
    pub facts: Facts,
    /// What it says.
    pub body: Arc<B>,
}

impl<B: ?Sized> Clone for Seen<B> {
    fn clone(&self) -> Self {
        let Seen { record, kind, owner, facts, body } = self;
        Seen {
            record: *record,
            kind: kind.clone(),
            owner: owner.clone(),
            facts: facts.clone(),
            body: body.clone(),
        }
    }
}

/// What the header says, and when this node saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The version's hash.
    pub hash: Hash,
    /// The content's hash: what answers, positions and pins refer to.
    pub content: Option<Hash>,
    /// The number in its lane.
    pub no: u64,
    /// The shape of its content.
    pub schema: u32,
    /// The owner's stamp.
    pub at: Stamp,
    /// When this node saw it.
    pub seen: Stamp,
    /// From when on it was known, in reconstructions and exercises.
    pub stated_at: Option<PartialDate>,
    /// Who may read it.
    pub audience: Arc<Audience>,
    /// Who acted.
    pub by: Arc<By>,
    /// The act that wrote it.
    pub act: ActId,
    /// Its position among the versions of this node, for derived indexes.
    pub n: u64,
    /// How the record is to be handled today, also where it is read as of the past.
    pub marking: Option<Arc<Marking>>,
}

/// One line of a record's history, as its reader may see it.
#[derive(Clone)]
pub struct Past {
    /// Its place and facts.
    pub facts: Facts,
    /// What became of its content.
    pub said: Said,
}

/// What a version says, or why it says nothing.
#[derive(Clone)]
pub enum Said {
    /// Its body.
    Body(Arc<dyn AnyBody>),
    /// It withdraws what the lane said.
    Withdrawn,
    /// Its content was erased; its hash stays.
    Erased,
    /// Of a kind or shape that needs a newer version of this program.
    Unreadable,
}

impl<'r> View<'r> {
    /// What that reader may see of the register as it is now, as of that moment.
    pub fn new(register: &'r Register, reader: Reader, as_of: AsOf) -> Self {
        View::until(register, reader, as_of, register.head())
    }

    /// The same for a shorter snapshot: only what is on disk, while later lines are still being written.
    pub fn until(register: &'r Register, reader: Reader, as_of: AsOf, head: u64) -> Self {
        View { until: head, register, reader, as_of, world: None }
    }

    /// The same, of one world only: the exercise and the rest never stand on one page.
    pub fn of(self, world: World) -> Self {
        View { world: Some(world), ..self }
    }

    /// The same for somebody who was given some texts only, as far as his rule must look beyond them: what his text refers
    /// to is there for the delegation, and his translation changes none of it.
    pub fn beyond_given(&self) -> View<'r> {
        let reader = Reader { texts: None, ..self.reader.clone() };
        View { register: self.register, until: self.until, reader, as_of: self.as_of, world: self.world }
    }

    /// The world it is limited to.
    pub fn world(&self) -> Option<World> {
        self.world
    }

    /// As of when.
    pub fn as_of(&self) -> AsOf {
        self.as_of
    }

    /// Who is reading.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// The length of the journal it shows: the head that an act expects.
    pub fn head(&self) -> u64 {
        self.until
    }

    /// The newest version of a record, if it is of that kind.
    pub fn find<B: Body>(&self, record: RecordId) -> Option<Seen<B>> {
        self.see(&*self.register.find(record)?)
    }

    /// All records of a kind. Like every list of a view it stands in the order of the first version of each that the
    /// reader may see: when something was drafted is nobody else's business.
    pub fn all<B: Body>(&self) -> impl Iterator<Item = Seen<B>> + '_ {
        self.walk(self.register.of_kind(B::KIND))
    }

    /// The records of a kind that belong to owners of a sort.
    pub fn all_of<B: Body>(&self, sort: OwnerSort) -> impl Iterator<Item = Seen<B>> + '_ {
        self.walk_where(self.register.of_kind(B::KIND), move |shelf| shelf.owner.sort == sort)
    }

    /// The records of a kind that are about a record, or stand under it.
    pub fn about<B: Body>(&self, record: RecordId) -> impl Iterator<Item = Seen<B>> + '_ {
        self.about_if(record, |_| true)
    }

    /// The same of the records that are wanted: what is not is not looked at.
    pub fn about_if<'v, B: Body>(
        &'v self,
        record: RecordId,
        wanted: impl Fn(RecordId) -> bool + 'v,
    ) -> impl Iterator<Item = Seen<B>> + 'v {
        let really = move |seen: &Seen<B>| {
            let mut found = false;
            Body::about(&*seen.body, &mut |about| found |= about == record);
            found
        };
        self.walk_where(self.register.about(record, B::KIND), move |shelf| wanted(shelf.record))
            .filter(really)
    }

    /// The records of a kind that belong to an owner.
    pub fn of_owner<B: Body>(&self, owner: OwnerId) -> impl Iterator<Item = Seen<B>> + '_ {
        self.walk(self.register.of_owner(owner))
    }

    /// The records of whatever kind that speak of a record in what the reader sees of them. Its marking is no speech: it stands
    /// on the record itself.
    pub fn speaking_of(&self, record: RecordId) -> Vec<(RecordId, Kind)> {
        let lists = self.register.all_about(record);
        let speaks = |shelf: &Shelf| {
            let body = self.newest(shelf).and_then(|slot| self.register.body(shelf, &slot));
            let mut found = false;
            body.is_some_and(|body| {
                body.about(&mut |about| found |= about == record);
                found
            })
        };
        let wanted = |shelf: &Shelf| shelf.kind.as_str() != Marking::KIND;
        let found = self.in_order(&lists, wanted).into_iter().filter(|shelf| speaks(shelf));
        found.map(|shelf| (shelf.record, shelf.kind.clone())).collect()
    }

    /// The newest version of a record of whatever kind.
    pub fn find_any(&self, record: RecordId) -> Option<Seen<dyn AnyBody>> {
        let shelf = self.register.find(record)?;
        let slot = self.newest(&shelf)?;
        let body = self.register.body(&shelf, &slot)?;
        Some(self.seen(&shelf, &slot, body))
    }

    /// Records of whatever kind in the order of their ids, which tells nothing of when they were begun. What is not looked
    /// at is not read: whoever takes fifty pays for fifty.
    pub fn listed(&self, asked: &Listing) -> impl Iterator<Item = Seen<dyn AnyBody>> + '_ {
        let lists = match asked {
            Listing { about: Some(about), .. } => Some(self.register.all_about(*about)),
            Listing { owner: Some(owner), .. } => Some(self.register.of_owner(*owner).into_iter().collect()),
            Listing { kind: Some(kind), .. } => {
                Some(self.register.of_kind(kind.as_str()).into_iter().collect())
            }
            _ => None,
        };
        let mut shelves: Vec<Arc<Shelf>> = match lists {
            None => self.register.shelves(),
            Some(lists) => lists.iter().flat_map(|list| list.shelves.iter(list.shelves.len())).collect(),
        };
        shelves.retain(|shelf| asked.wants(shelf));
        shelves.sort_unstable_by_key(|shelf| shelf.record);
        let about = asked.about;
        shelves.into_iter().filter_map(move |shelf| {
            let slot = self.newest(&shelf)?;
            let body = self.register.body(&shelf, &slot)?;
            let mut speaks = about.is_none();
            body.about(&mut |found| speaks |= Some(found) == about);
            speaks.then(|| self.seen(&shelf, &slot, body))
        })
    }

    /// A record's history as far as the reader may see it, oldest first; nothing if no lane is open to him.
    pub fn history(&self, record: RecordId) -> Vec<Past> {
        let Some(shelf) = self.register.find(record) else { return Vec::new() };
        let mut history: Vec<Past> = (shelf.slots.iter(shelf.slots.len()))
            .filter(|slot| self.may_see(&shelf, slot))
            .map(|slot| Past { facts: self.facts(&shelf, &slot), said: self.said(&shelf, &slot) })
            .collect();
        history.sort_by_key(|past| (past.facts.at, past.facts.no));
        history
    }

    /// Whose a record is and what, if the reader may see any version of it.
    pub fn whose(&self, record: RecordId) -> Option<(Arc<OwnerFacts>, Kind)> {
        let shelf = self.register.find(record)?;
        let visible = shelf.slots.find_last(|slot| self.may_see(&shelf, slot)).is_some();
        visible.then(|| (shelf.owner.clone(), shelf.kind.clone()))
    }

    /// The records of a kind that belong to an owner, also those of which nothing can be read any more.
    pub fn records_of<B: Body>(&self, owner: OwnerId) -> Vec<RecordId> {
        let Some(list) = self.register.of_owner(owner) else { return Vec::new() };
        let seen = |shelf: &Shelf| {
            let of_kind = shelf.kind.as_str() == B::KIND;
            of_kind && shelf.slots.find_last(|slot| self.may_see(shelf, slot)).is_some()
        };
        let found = self.in_order(&[list], |_| true).into_iter().filter(|shelf| seen(shelf));
        found.map(|shelf| shelf.record).collect()
    }

    /// Whether records of that kind are never withdrawn.
    pub fn stays(&self, kind: &Kind) -> bool {
        self.register.kinds().stays(kind.as_str())
    }

    /// The record of the version at that position of the register, if this version is the one the reader sees. What
    /// was erased is not seen, so that no word of it can be tried out.
    pub fn shown_at(&self, position: usize) -> Option<(RecordId, Kind)> {
        let (shelf, slot) = self.register.versions_from(position).next()?;
        let erased = matches!(slot.held(), Held::Erased);
        let shown = !erased && self.newest(&shelf).is_some_and(|newest| newest.n == slot.n);
        shown.then(|| (shelf.record, shelf.kind.clone()))
    }

    /// Whether this view shows of each record the newest version up to there, with so many erasures known: no past day, and
    /// no other snapshot.
    pub(crate) fn shows_the_newest_of(&self, until: u64, erasures: usize) -> bool {
        self.as_of == AsOf::Now && self.until == until && self.register.erasures() == erasures
    }

    /// Whether it shows the end of the last of these lanes of one record of that owner, the newest end first: as
    /// [`View::newest`] chooses, where [`View::shows_the_newest_of`] holds. Nothing if it depends on the record.
    pub(crate) fn shows_last(&self, owner: &OwnerFacts, lanes: &[Arc<Audience>]) -> Option<bool> {
        let mut open = lanes.iter().filter(|audience| audience.admits(owner.id, &self.reader)).peekable();
        let of_this_world = self.world.is_none_or(|world| owner.origin.world() == world);
        if !of_this_world || open.peek().is_none() {
            return Some(false);
        }
        let given =
            self.reader.texts.is_none() || open.clone().all(|audience| **audience == Audience::Public);
        given.then(|| open.next() == lanes.last())
    }

    /// The whole of the shelves that hold something for this reader, for a pouch. One item a version, lane by lane.
    pub fn versions(&self) -> impl Iterator<Item = (RecordId, Facts)> + '_ {
        (self.register.versions_from(0))
            .filter(|(shelf, slot)| self.may_see(shelf, slot))
            .map(|(shelf, slot)| (shelf.record, facts(&slot, None)))
    }

    fn walk<B: Body>(&self, list: Option<Arc<List>>) -> impl Iterator<Item = Seen<B>> + '_ {
        self.walk_where(list, |_| true)
    }

    /// Walks a list in stretches: whoever feeds the register never waits for a whole walk.
    fn walk_where<'v, B: Body>(
        &'v self,
        list: Option<Arc<List>>,
        wanted: impl Fn(&Shelf) -> bool + 'v,
    ) -> impl Iterator<Item = Seen<B>> + 'v {
        let of_kind = move |shelf: &Shelf| shelf.kind.as_str() == B::KIND && wanted(shelf);
        let (sorted, list) = match list {
            Some(list) if list.is_mixed() => (self.in_order(&[list], &of_kind), None),
            list => (Vec::new(), list),
        };
        let len = list.as_ref().map_or(0, |list| list.shelves.len());
        let stretches = (0..len).step_by(STRETCH).flat_map(move |from| {
            let mut shelves = Vec::new();
            if let Some(list) = &list {
                list.shelves.gather(from..len.min(from + STRETCH), |shelf| of_kind(shelf), &mut shelves);
            }
            shelves
        });
        sorted.into_iter().chain(stretches).filter_map(|shelf| self.see(&shelf))
    }

    /// The shelves of lists in the order in which this reader came to know them.
    fn in_order(&self, lists: &[Arc<List>], wanted: impl Fn(&Shelf) -> bool) -> Vec<Arc<Shelf>> {
        let mut shelves = Vec::new();
        for list in lists {
            let len = list.shelves.len();
            for from in (0..len).step_by(STRETCH) {
                list.shelves.gather(from..len.min(from + STRETCH), |shelf| wanted(shelf), &mut shelves);
            }
        }
        if lists.len() > 1 || lists.iter().any(|list| list.is_mixed()) {
            let known = |shelf: &Arc<Shelf>| {
                let first =
                    |slots: &[Arc<Slot>]| Some(slots.iter().find(|slot| self.may_see(shelf, slot))?.n);
                shelf.slots.look(first)
            };
            let mut by_first: Vec<(Option<u64>, Arc<Shelf>)> =
                shelves.into_iter().map(|shelf| (known(&shelf), shelf)).collect();
            by_first.sort_by_key(|(first, _)| *first);
            shelves = by_first.into_iter().map(|(_, shelf)| shelf).collect();
        }
        shelves
    }

    fn see<B: Body>(&self, shelf: &Shelf) -> Option<Seen<B>> {
        if shelf.kind.as_str() != B::KIND {
            return None;
        }
        let slot = self.newest(shelf)?;
        let body = self.register.body(shelf, &slot)?.as_any().downcast::<B>().ok()?;
        self.is_said(shelf, &*body).then(|| self.seen(shelf, &slot, body))
    }

    /// Whether a body is said by whom it claims to be said. What is written in another's name is kept and passed on as
    /// a record of its owner, and nobody takes it for more.
    fn is_said<B: Body>(&self, shelf: &Shelf, body: &B) -> bool {
        match body.voice() {
            Voice::Own => true,
            Voice::Compiled(_) if shelf.owner.sort == OwnerSort::Editor => true,
            Voice::Of(record) | Voice::Compiled(record) => self.register.is_of(record, shelf.owner.id),
        }
    }

    /// The latest over the lanes open to the reader; a lane that was withdrawn says nothing.
    fn newest(&self, shelf: &Shelf) -> Option<Arc<Slot>> {
        newest_of(shelf, |slot| self.may_see(shelf, slot))
    }

    /// Access of today, knowledge of then.
    fn may_see(&self, shelf: &Shelf, slot: &Slot) -> bool {
        self.may_read(shelf, slot)
            && self.reader.was_given(shelf.record, &slot.audience)
            && self.knew(shelf, slot)
    }

    /// Access of today.
    fn may_read(&self, shelf: &Shelf, slot: &Slot) -> bool {
        slot.n <= self.until
            && self.world.is_none_or(|world| shelf.owner.origin.world() == world)
            && slot.audience.admits(shelf.owner.id, &self.reader)
    }

    fn seen<B: ?Sized>(&self, shelf: &Shelf, slot: &Slot, body: Arc<B>) -> Seen<B> {
        Seen {
            record: shelf.record,
            kind: shelf.kind.clone(),
            owner: shelf.owner.clone(),
            facts: self.facts(shelf, slot),
            body,
        }
    }

    fn facts(&self, shelf: &Shelf, slot: &Slot) -> Facts {
        facts(slot, self.marking(shelf))
    }

    fn knew(&self, shelf: &Shelf, slot: &Slot) -> bool {
        match (self.as_of, slot.stated_at) {
            (AsOf::Now, _) => true,
            (AsOf::Instant(moment), Some(stated)) if shelf.owner.origin != Origin::Real => {
                stated.known_by(moment)
            }
            (AsOf::Instant(moment), _) => slot.seen <= moment,
        }
    }

    fn said(&self, shelf: &Shelf, slot: &Slot) -> Said {
        match slot.held() {
            Held::Withdrawn => Said::Withdrawn,
            Held::Erased => Said::Erased,
            _ => self.register.body(shelf, slot).map_or(Said::Unreadable, Said::Body),
        }
    }
}

fn facts(slot: &Slot, marking: Option<Arc<Marking>>) -> Facts {
    Facts {
        hash: slot.hash,
        content: slot.content,
        no: slot.no,
        schema: slot.schema,
        at: slot.at,
        seen: slot.seen,
        stated_at: slot.stated_at,
        audience: slot.audience.clone(),
        by: slot.by.clone(),
        act: slot.act,
        n: slot.n,
        marking,
    }
}

/// The latest over the lanes of which something may be seen; a lane that was withdrawn says nothing.
fn newest_of(shelf: &Shelf, may_see: impl Fn(&Slot) -> bool) -> Option<Arc<Slot>> {
    shelf.slots.look(|slots| {
        let mut newest: Option<&Arc<Slot>> = None;
        // The ends of lanes that were met; most records have one.
        let (mut first, mut more): (Option<&Audience>, Vec<&Audience>) = (None, Vec::new());
        for slot in slots.iter().rev() {
            let audience = &*slot.audience;
            let passed = first == Some(audience) || more.contains(&audience);
            if passed || !may_see(slot) {
                continue;
            }
            match first {
                None => first = Some(audience),
                Some(_) => more.push(audience),
            }
            if !slot.is_withdrawal() && newest.is_none_or(|newest| newest.at < slot.at) {
                newest = Some(slot);
            }
        }
        newest.cloned()
    })
}
