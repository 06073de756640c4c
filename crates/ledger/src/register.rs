//! The register: every version's header and body in memory. It only grows, so a snapshot of it is a length.
//!
//! It knows nothing of access: only a [`crate::view::View`] reads it, and filters.

mod marked;

use crate::accepted::{Brought, Paper};
use crate::audience::Audience;
use crate::content::{AnyBody, Body, Erasure, Kinds};
use crate::growing::{Growing, read, write};
use crate::held::{Held, Unread};
use crate::id::{ActId, Hash, Kind, OwnerId, RecordId};
use crate::lately::Lately;
use crate::owner::{Genesis, Origin, OwnerSort, World};
use crate::time::{PartialDate, Stamp};
use crate::version::{By, Header};
use std::hash::Hash as HashKey;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, RwLock};

pub use crate::accepted::Accepted;

/// Seeded anew at each start, so that nobody who chooses an id knows where it falls.
type HashMap<K, V> = std::collections::HashMap<K, V, foldhash::fast::RandomState>;
type HashSet<T> = std::collections::HashSet<T, foldhash::fast::RandomState>;

/// A version as the register keeps it. Shared parts (audience, signer) are kept once.
pub struct Slot {
    /// Its number in the node's journal.
    pub n: u64,
    /// When this node saw it.
    pub seen: Stamp,
    /// The version's hash.
    pub hash: Hash,
    /// The content's hash; nothing in a withdrawal.
    pub content: Option<Hash>,
    /// The number in its lane.
    pub no: u64,
    /// The owner's stamp.
    pub at: Stamp,
    /// From when on it was known, in reconstructions and exercises.
    pub stated_at: Option<PartialDate>,
    /// The shape of its content.
    pub schema: u32,
    /// The act that wrote it.
    pub act: ActId,
    /// Who may read it.
    pub audience: Arc<Audience>,
    /// Who acted.
    pub by: Arc<By>,
    held: RwLock<Held>,
}

impl Slot {
    pub(crate) fn held(&self) -> Held {
        read(&self.held).clone()
    }

    pub(crate) fn is_withdrawal(&self) -> bool {
        matches!(*read(&self.held), Held::Withdrawn)
    }

    /// Whether its content was erased.
    pub fn is_erased(&self) -> bool {
        matches!(*read(&self.held), Held::Erased)
    }
}

/// A record: its versions over all lanes, oldest first.
pub struct Shelf {
    /// The record.
    pub record: RecordId,
    /// What sort of record.
    pub kind: Kind,
    /// Whose it is.
    pub owner: Arc<OwnerFacts>,
    pub(crate) slots: Growing<Arc<Slot>>,
    /// Under which records it is listed already.
    listed_under: Growing<RecordId>,
}

/// What the register knows of an owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnerFacts {
    /// The owner.
    pub id: OwnerId,
    /// What sort of owner.
    pub sort: OwnerSort,
    /// Where its records come from.
    pub origin: Origin,
    /// Whether its host keeps its root key.
    pub held_in_trust: bool,
}

/// Every version in memory, findable by record, kind, owner and what it is about.
pub struct Register {
    kinds: Kinds,
    head: AtomicU64,
    weight: AtomicUsize,
    shelves: RwLock<HashMap<RecordId, Arc<Shelf>>>,
    by_kind: RwLock<HashMap<Kind, Arc<List>>>,
    by_about: RwLock<HashMap<RecordId, ByKind>>,
    by_owner: RwLock<HashMap<OwnerId, Arc<List>>>,
    /// The markings of each record that ever had one.
    by_marked: RwLock<HashMap<RecordId, Vec<Arc<Shelf>>>>,
    /// Whether anything is marked: nearly every ledger begins without, and asks nothing then.
    marks: AtomicBool,
    versions: Growing<(Arc<Shelf>, Arc<Slot>)>,
    owners: RwLock<HashMap<OwnerId, Arc<OwnerFacts>>>,
    stamps: RwLock<HashMap<OwnerId, Stamp>>,
    acts: RwLock<HashSet<ActId>>,
    last_seen: AtomicI64,
    erasures: AtomicUsize,
    shared: RwLock<Shared>,
    lately: Lately,
}

/// Values that many versions repeat, kept once.
#[derive(Default)]
struct Shared {
    audiences: HashSet<Arc<Audience>>,
    signers: HashSet<Arc<By>>,
    /// Contents that an erasure of their owner names, also before they come.
    erased: HashSet<(OwnerId, Hash)>,
}

/// What a version costs in memory besides its content, about, in bytes (measured by `benches/load.rs`).
const VERSION_WEIGHT: usize = 700;

impl Register {
    /// An empty register that reads these kinds.
    pub fn new(kinds: Kinds) -> Self {
        Register {
            kinds,
            head: AtomicU64::new(0),
            weight: AtomicUsize::new(0),
            shelves: RwLock::default(),
            by_kind: RwLock::default(),
            by_about: RwLock::default(),
            by_owner: RwLock::default(),
            by_marked: RwLock::default(),
            marks: AtomicBool::new(false),
            versions: Growing::default(),
            owners: RwLock::default(),
            stamps: RwLock::default(),
            acts: RwLock::default(),
            last_seen: AtomicI64::new(0),
            erasures: AtomicUsize::new(0),
            shared: RwLock::default(),
            lately: Lately::default(),
        }
    }

    /// The kinds it reads.
    pub fn kinds(&self) -> Kinds {
        self.kinds
    }

    /// How many journal lines it has taken in: the length that makes a snapshot.
    pub fn head(&self) -> u64 {
        self.head.load(Ordering::Acquire)
    }

    /// About how many bytes it occupies.
    pub fn weight(&self) -> usize {
        self.weight.load(Ordering::Relaxed)
    }

    /// How many versions it holds.
    pub fn len(&self) -> usize {
        self.versions.len()
    }

    /// Whether it holds no version.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What is known of an owner.
    pub fn owner(&self, owner: OwnerId) -> Option<Arc<OwnerFacts>> {
        read(&self.owners).get(&owner).cloned()
    }

    /// Takes in the next accepted entry. Entries come one by one, in the order of the journal.
    pub fn feed(&self, accepted: Accepted) {
        let Accepted { n, seen, act, paper } = accepted;
        write(&self.acts).insert(act);
        match paper {
            Paper::Genesis(genesis) => {
                let id = genesis.owner();
                let Genesis { sort, origin, held_in_trust, .. } = genesis;
                write(&self.owners).insert(id, Arc::new(OwnerFacts { id, sort, origin, held_in_trust }));
            }
            Paper::Version(header, hash, brought) => self.shelve(n, seen, *header, hash, brought),
            Paper::Other => {}
        }
        self.last_seen.store(seen.millis(), Ordering::Release);
        self.head.store(n, Ordering::Release);
    }

    fn shelve(&self, n: u64, seen: Stamp, header: Header, hash: Hash, brought: Option<Brought>) {
        let Some(owner) = self.owner(header.owner) else { return };
        let weight = VERSION_WEIGHT + brought.as_ref().map_or(0, |brought| brought.length);
        self.weight.fetch_add(weight, Ordering::Relaxed);
        write(&self.stamps)
            .entry(header.owner)
            .and_modify(|last| *last = header.at.max(*last))
            .or_insert(header.at);
        let shelf = self.shelf(header.record, &header.kind, owner);
        let held = self.hold(&shelf, &header, brought);
        let slot = {
            let mut shared = write(&self.shared);
            Arc::new(Slot {
                n,
                seen,
                hash,
                content: header.content,
                no: header.no,
                at: header.at,
                stated_at: header.stated_at,
                schema: header.schema,
                act: header.act,
                audience: once(&mut shared.audiences, header.audience),
                by: once(&mut shared.signers, header.by),
                held: RwLock::new(held),
            })
        };
        self.index(&shelf, &slot);
        self.mark(&shelf, &slot);
        self.fold_older(&shelf, &slot);
        self.mix(&shelf, &slot);
        shelf.slots.push(slot.clone());
        self.versions.push((shelf.clone(), slot.clone()));
        if header.kind.as_str() == Erasure::KIND {
            self.erase_named(&shelf, &slot);
        }
    }

    /// What to keep of a content: the same for all lanes it stands in.
    fn hold(&self, shelf: &Shelf, header: &Header, brought: Option<Brought>) -> Held {
        let Some(named) = header.content else { return Held::Withdrawn };
        if read(&self.shared).erased.contains(&(header.owner, named)) {
            return Held::Erased;
        }
        if let Some(twin) = shelf.slots.find_last(|slot| slot.content == Some(named)) {
            return twin.held().newest();
        }
        match brought {
            None => Held::Erased,
            Some(Brought { held, .. }) => held,
        }
    }

    fn shelf(&self, record: RecordId, kind: &Kind, owner: Arc<OwnerFacts>) -> Arc<Shelf> {
        let mut shelves = write(&self.shelves);
        if let Some(shelf) = shelves.get(&record) {
            return shelf.clone();
        }
        let id = owner.id;
        let kind =
            read(&self.by_kind).get_key_value(kind).map_or_else(|| kind.clone(), |(kind, _)| kind.clone());
        let shelf = Arc::new(Shelf {
            record,
            kind: kind.clone(),
            owner,
            slots: Growing::default(),
            listed_under: Growing::default(),
        });
        shelves.insert(record, shelf.clone());
        listed(&self.by_kind, kind).shelves.push(shelf.clone());
        listed(&self.by_owner, id).shelves.push(shelf.clone());
        shelf
    }

    /// Lists the shelf under the records that this version is about.
    fn index(&self, shelf: &Arc<Shelf>, slot: &Arc<Slot>) {
        slot.held().about(&mut |record| {
            if !shelf.listed_under.any(|listed| *listed == record) {
                shelf.listed_under.push(record);
                let list = self.about_anew(record, &shelf.kind);
                // It comes after what began later than it did.
                if shelf.slots.len() > 0 {
                    list.mixed.store(true, Ordering::Relaxed);
                }
                list.shelves.push(shelf.clone());
            }
        });
    }

    /// A second lane of a shelf: not everybody saw its beginning, so the lists it stands in have no one order.
    fn mix(&self, shelf: &Shelf, slot: &Slot) {
        if shelf.slots.get(0).is_none_or(|first| first.audience == slot.audience) {
            return;
        }
        let of_kind = read(&self.by_kind).get(&shelf.kind).cloned();
        let under = shelf.listed_under.whole().into_iter();
        let about = under.filter_map(|record| self.about(record, shelf.kind.as_str()));
        for list in of_kind.into_iter().chain(self.of_owner(shelf.owner.id)).chain(about) {
            list.mixed.store(true, Ordering::Relaxed);
        }
    }

    /// The version before in the same lane stays only as bytes: the newest is what pages read.
    fn fold_older(&self, shelf: &Shelf, newest: &Slot) {
        let before =
            shelf.slots.find_last(|slot| slot.no + 1 == newest.no && slot.audience == newest.audience);
        let Some(before) = before else { return };
        let mut held = write(&before.held);
        // Where another lane still shows the same content as its newest, it stays as it is there.
        *held = held.older();
    }

    /// The body of a slot, if it has one that can be read here.
    pub(crate) fn body(&self, shelf: &Shelf, slot: &Slot) -> Option<Arc<dyn AnyBody>> {
        match slot.held() {
            Held::Read(body) => Some(body),
            Held::Unread(unread) => self.read_first(shelf, slot, &unread),
            Held::Older(unread) => self.lately.get_or(
                slot.n,
                || unread.read(self.kinds, &shelf.kind),
                || matches!(*read(&slot.held), Held::Older(_)),
            ),
            Held::Unreadable | Held::Erased | Held::Withdrawn => None,
        }
    }

    /// Reads the newest of a lane for the first time and keeps it, unless it was erased or followed meanwhile.
    fn read_first(&self, shelf: &Shelf, slot: &Slot, unread: &Unread) -> Option<Arc<dyn AnyBody>> {
        let body = unread.read(self.kinds, &shelf.kind)?;
        // In all lanes it stands in: one body for all of them.
        for twin in shelf.slots.whole().iter().filter(|twin| twin.content == slot.content) {
            let mut held = write(&twin.held);
            if let Held::Unread(_) = *held {
                *held = Held::Read(body.clone());
            }
        }
        Some(body)
    }

    /// Drops the bodies of a content that an erasure names, in all lanes of its owner that it stands in.
    fn erase_named(&self, by: &Shelf, erasure: &Slot) {
        let Some(body) = self.body(by, erasure) else { return };
        let Ok(erasure) = body.as_any().downcast::<Erasure>() else { return };
        let owner = by.owner.id;
        // A content erased before its version arrives is dropped when it does: see `hold`.
        write(&self.shared).erased.insert((owner, erasure.content));
        let Some(shelves) = self.of_owner(owner) else { return };
        for slot in shelves.shelves.whole().iter().flat_map(|shelf| shelf.slots.whole()) {
            if slot.content == Some(erasure.content) {
                *write(&slot.held) = Held::Erased;
                self.lately.forget(slot.n);
            }
        }
        self.erasures.fetch_add(1, Ordering::Release);
    }

    /// The last number and hash of a lane: for whoever writes the next version of it.
    pub fn lane_head(&self, record: RecordId, audience: &Audience) -> Option<(u64, Hash)> {
        let last = self.find(record)?.slots.find_last(|slot| *slot.audience == *audience)?;
        Some((last.no, last.hash))
    }

    /// The newest stamp of an owner, over all its lanes.
    pub fn last_stamp(&self, owner: OwnerId) -> Option<Stamp> {
        read(&self.stamps).get(&owner).copied()
    }

    /// How many erasures it has carried out: what is derived from it must drop their words too.
    pub fn erasures(&self) -> usize {
        self.erasures.load(Ordering::Acquire)
    }

    /// Whether an act was taken in.
    pub fn knows_act(&self, act: ActId) -> bool {
        read(&self.acts).contains(&act)
    }

    /// The owners that are known, in no order.
    pub fn owners(&self) -> Vec<Arc<OwnerFacts>> {
        read(&self.owners).values().cloned().collect()
    }

    /// Whether an owner of that world is known.
    pub fn has(&self, world: World) -> bool {
        read(&self.owners).values().any(|owner| owner.origin.world() == world)
    }

    /// Whose a record is, for those who act: nobody is told what it says.
    pub fn owner_of(&self, record: RecordId) -> Option<Arc<OwnerFacts>> {
        self.find(record).map(|shelf| shelf.owner.clone())
    }

    /// Whether a record is that owner's. Asked only for an owner of whom something is read that names the record: he
    /// learns nothing by it but of his own.
    pub(crate) fn is_of(&self, record: RecordId, owner: OwnerId) -> bool {
        read(&self.shelves).get(&record).is_some_and(|shelf| shelf.owner.id == owner)
    }

    /// When the newest entry was seen: the journal's clock.
    pub fn last_seen(&self) -> Stamp {
        Stamp::from_millis(self.last_seen.load(Ordering::Acquire))
    }

    pub(crate) fn find(&self, record: RecordId) -> Option<Arc<Shelf>> {
        read(&self.shelves).get(&record).cloned()
    }

    /// All records, in no order.
    pub(crate) fn shelves(&self) -> Vec<Arc<Shelf>> {
        read(&self.shelves).values().cloned().collect()
    }

    pub(crate) fn of_kind(&self, kind: &str) -> Option<Arc<List>> {
        read(&self.by_kind).get(kind).cloned()
    }

    /// The records of a kind that speak of a record.
    pub(crate) fn about(&self, record: RecordId, kind: &str) -> Option<Arc<List>> {
        let by_about = read(&self.by_about);
        let mut lists = by_about.get(&record)?.iter();
        lists.find(|(of, _)| of.as_str() == kind).map(|(_, list)| list.clone())
    }

    /// The records of all kinds that speak of a record, each kind by itself.
    pub(crate) fn all_about(&self, record: RecordId) -> Vec<Arc<List>> {
        let by_about = read(&self.by_about);
        by_about.get(&record).into_iter().flatten().map(|(_, list)| list.clone()).collect()
    }

    fn about_anew(&self, record: RecordId, kind: &Kind) -> Arc<List> {
        self.about(record, kind.as_str()).unwrap_or_else(|| {
            let list = Arc::new(List::default());
            write(&self.by_about).entry(record).or_default().push((kind.clone(), list.clone()));
            list
        })
    }

    pub(crate) fn of_owner(&self, owner: OwnerId) -> Option<Arc<List>> {
        read(&self.by_owner).get(&owner).cloned()
    }

    /// The words of a version, for the search index; also of older ones, which a reader of the past is shown.
    pub fn words(&self, shelf: &Shelf, slot: &Slot, found: &mut dyn FnMut(&str, &str)) {
        // Read once and not kept: the index looks at each version once.
        let body = match slot.held() {
            Held::Unread(unread) | Held::Older(unread) => unread.read(self.kinds, &shelf.kind),
            _ => self.body(shelf, slot),
        };
        if let Some(body) = body {
            body.words(found);
        }
    }

    /// The versions from one position on, for what is derived from the register (search). Unfiltered: whoever
    /// reads them answers only through a View.
    pub fn versions_from(&self, position: usize) -> impl Iterator<Item = (Arc<Shelf>, Arc<Slot>)> + '_ {
        (position..self.versions.len()).map_while(|index| self.versions.get(index))
    }
}

/// What is about a record, by kind: whoever looks for one does not pass by all others.
type ByKind = Vec<(Kind, Arc<List>)>;

/// A list of shelves in the order in which they came into it.
#[derive(Default)]
pub(crate) struct List {
    pub(crate) shelves: Growing<Arc<Shelf>>,
    /// Whether that may be another order than that in which a reader came to know them.
    mixed: AtomicBool,
}

impl List {
    pub(crate) fn is_mixed(&self) -> bool {
        self.mixed.load(Ordering::Relaxed)
    }
}

fn listed<K: HashKey + Eq>(lists: &RwLock<HashMap<K, Arc<List>>>, key: K) -> Arc<List> {
    if let Some(list) = read(lists).get(&key) {
        return list.clone();
    }
    write(lists).entry(key).or_default().clone()
}

fn once<T: HashKey + Eq>(kept: &mut HashSet<Arc<T>>, value: T) -> Arc<T> {
    if let Some(same) = kept.get(&value) {
        return same.clone();
    }
    let value = Arc::new(value);
    kept.insert(value.clone());
    value
}
