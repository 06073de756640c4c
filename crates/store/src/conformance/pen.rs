//! A pen: an owner whose entries a test writes, rightly or wrongly.

use crate::store::{Outcome, Store, StoreError};
use ledger::audience::Audience;
use ledger::canonical;
use ledger::content::{Body, CONTENT, Content, Erasure, Ground};
use ledger::entry::{Batch, Entry, What};
use ledger::examine::Barred;
use ledger::gate::From;
use ledger::id::{ActId, Hash, Kind, OwnerId, PersonId, RecordId, hex};
use ledger::key::SecretKey;
use ledger::owner::{Founding, Origin, OwnerSort, found};
use ledger::time::Stamp;
use ledger::verify::Kept;
use ledger::version::{By, Header, Lane, VERSION};
use std::collections::{BTreeMap, HashMap};

/// Makes an empty store of the node [`node`].
pub type Make<'a> = dyn Fn() -> Box<dyn Store> + 'a;

/// The key of the node whose stores are tried.
pub fn node() -> SecretKey {
    SecretKey::from_bytes([9; 32])
}

/// Sixteen bytes that belong to a label: the same label, the same id or salt.
pub fn sixteen(label: &str) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Hash::of(label.as_bytes()).as_bytes()[..16]);
    bytes
}

/// The record with that label.
pub fn record(label: &str) -> RecordId {
    RecordId::from_chance(sixteen(label))
}

/// The act with that label.
pub fn act(label: &str) -> ActId {
    ActId::from_chance(sixteen(label))
}

/// A batch of the act with that label, at that many milliseconds since 1970.
pub fn batch(label: &str, seen: i64, entries: Vec<Entry>) -> Batch {
    Batch { act: act(label), seen: Stamp::from_millis(seen), entries }
}

/// The kind of a [`note`].
pub fn note_kind() -> Kind {
    "test.note".parse().unwrap()
}

/// A content with those words; the same words have the same salt.
pub fn note(words: &str) -> Vec<u8> {
    let body = BTreeMap::from([("words", words)]);
    let salt = hex(&sixteen(words));
    canonical::bytes(&Content { tamga: CONTENT.into(), salt, kind: note_kind(), schema: 1, body })
}

/// An erasure's content.
pub fn erasure(label: &str, content: Hash, record: RecordId) -> Vec<u8> {
    let kind = Erasure::KIND.parse().unwrap();
    let salt = hex(&sixteen(label));
    let body = Erasure { content, ground: Ground::Spill, record };
    canonical::bytes(&Content { tamga: CONTENT.into(), salt, kind, schema: 1, body })
}

/// One entry as a store tells of it, in a form that can be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its number, moment, act and the journal's head after it.
    pub line: (u64, Stamp, ActId, Hash),
    /// The entry.
    pub entry: Entry,
    /// The content it names, if that was erased.
    pub erased: Option<Hash>,
}

impl std::convert::From<Kept> for Told {
    fn from(kept: Kept) -> Self {
        let Kept { n, seen, act, head, entry, erased } = kept;
        Told { line: (n, seen, act, head), entry, erased }
    }
}

/// An owner whose entries a test writes.
#[derive(Clone)]
pub struct Pen {
    /// The owner.
    pub owner: OwnerId,
    /// The key of the node that hosts it.
    pub node: SecretKey,
    /// Its last stamp.
    pub at: Stamp,
    origin: Origin,
    founding: [Entry; 2],
    lanes: HashMap<Lane, (u64, Hash)>,
}

impl Pen {
    /// A party of real records, hosted by the node [`node`] from the second 1 of 1970 on.
    pub fn new(seed: u8) -> Self {
        Pen::of(seed, Origin::Real, node())
    }

    /// A party of that origin, hosted by that node.
    pub fn of(seed: u8, origin: Origin, node: SecretKey) -> Self {
        let root = SecretKey::from_bytes([seed; 32]);
        let from = Stamp::from_millis(1_000);
        let founding: Founding =
            found(OwnerSort::Party, origin, &root, false, [seed; 16], node.public(), from);
        let owner = founding.genesis.owner();
        let founding = Entry::founding(&founding);
        Pen { owner, node, at: from, origin, founding, lanes: HashMap::new() }
    }

    /// The owner's genesis and hosting.
    pub fn founding(&self) -> Vec<Entry> {
        self.founding.to_vec()
    }

    /// The header of the next version of a lane, which may still be changed.
    pub fn next(&self, record: RecordId, audience: &Audience, content: Option<&[u8]>) -> Header {
        let before = self.lanes.get(&Lane::of(record, audience));
        let text = content.map(|bytes| String::from_utf8_lossy(bytes).contains(Erasure::KIND));
        let kind = if text == Some(true) { Erasure::KIND.parse().unwrap() } else { note_kind() };
        Header {
            tamga: VERSION.into(),
            record,
            owner: self.owner,
            audience: audience.clone(),
            no: before.map_or(1, |(no, _)| no + 1),
            prev: before.map(|(_, hash)| *hash),
            act: act("pen"),
            at: self.at.next(),
            stated_at: None,
            by: By {
                person: PersonId::from_chance([1; 16]),
                role: "coordinator".into(),
                mandate: self::record("mandate"),
            },
            kind,
            schema: 1,
            content: content.map(Hash::of),
            origin: self.origin,
            withdraws: content.is_none().then_some(true),
        }
    }

    /// Signs a header as it stands.
    pub fn sign(&self, header: &Header, content: Option<Vec<u8>>) -> Entry {
        Entry::version(header, content.map(Vec::into_boxed_slice), &self.node)
    }

    /// The next version of a lane with its content's bytes.
    pub fn write(&mut self, record: RecordId, audience: &Audience, content: Vec<u8>) -> Entry {
        let header = self.next(record, audience, Some(&content));
        self.keep(&header);
        self.sign(&header, Some(content))
    }

    /// The next version of a lane, which says what is held already.
    pub fn share(&mut self, record: RecordId, audience: &Audience, content: &[u8]) -> Entry {
        let header = self.next(record, audience, Some(content));
        self.keep(&header);
        self.sign(&header, None)
    }

    /// The next version of a lane, which withdraws it.
    pub fn withdraw(&mut self, record: RecordId, audience: &Audience) -> Entry {
        let header = self.next(record, audience, None);
        self.keep(&header);
        self.sign(&header, None)
    }

    /// Goes on after that version.
    pub fn keep(&mut self, header: &Header) {
        self.at = header.at;
        self.lanes.insert(header.lane(), (header.no, Hash::of(&header.bytes())));
    }
}

/// A store that holds an owner's founding, and the pen that writes for it.
pub fn founded(make: &Make<'_>, seed: u8) -> (Box<dyn Store>, Pen) {
    let (store, pen) = (make(), Pen::new(seed));
    appended(&*store, From::Here, batch("founding", 1_000, pen.founding()));
    (store, pen)
}

/// Appends a batch that must be taken, and gives the number of forks in it.
pub fn appended(store: &dyn Store, from: From, batch: Batch) -> usize {
    match store.append(None, from, batch) {
        Ok(Outcome::Appended { forks, .. }) => forks,
        other => panic!("not appended: {other:?}"),
    }
}

/// The reason for which a single entry may not enter; nothing is written.
pub fn barred(store: &dyn Store, from: From, entry: Entry) -> Barred {
    let before = store.head().unwrap();
    let refused = store.append(None, from, batch("barred", 2_000, vec![entry]));
    assert_eq!(store.head().unwrap(), before, "a refused batch was written");
    match refused {
        Err(StoreError::Barred { index: 0, barred }) => barred,
        other => panic!("not refused: {other:?}"),
    }
}

/// How many entries of that sort a store holds.
pub fn count(store: &dyn Store, what: What) -> usize {
    super::dump(store, 0).iter().filter(|told| told.entry.what == what).count()
}

/// The check of the whole store finds nothing.
pub fn is_clean(store: &dyn Store) {
    assert_eq!(store.inspect().unwrap().findings, []);
}
