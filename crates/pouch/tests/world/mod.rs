//! Nodes that each host one party on a store in memory, and write and exchange by a script. Clock and chance follow
//! from the script alone: what is written twice in two runs has the same bytes.

// Each test file uses its own part of it.
#![allow(dead_code)]
// Helpers of tests stand outside test functions, where clippy does not see that this is a test.
#![allow(clippy::unwrap_used)]

use ledger::audience::{Audience, Reader};
use ledger::chance::Chance;
use ledger::content::{Body, Erasure, Ground, KindSpec, Kinds};
use ledger::draft::{Draft, Signing, sign};
use ledger::entry::{Batch, Entry};
use ledger::gate::From;
use ledger::id::{ActId, Hash, Kind, OwnerId, PersonId, RecordId};
use ledger::key::SecretKey;
use ledger::owner::{Origin, OwnerSort, found};
use ledger::register::{Accepted, Register};
use ledger::time::Stamp;
use ledger::version::By;
use ledger::view::{AsOf, View};
use pouch::{Known, Pouch, Receipt, World, open, pack};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use store::{Memory, Outcome, Store};

#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub words: String,
}

impl Body for Note {
    const KIND: &'static str = "test.note";
}

const KINDS: Kinds = Kinds(&[KindSpec::of::<Note>(), KindSpec::of::<Erasure>()]);

/// Chance that follows from a label.
pub struct Lots {
    label: String,
    drawn: u64,
}

impl Lots {
    pub fn of(label: impl ToString) -> Self {
        Lots { label: label.to_string(), drawn: 0 }
    }

    pub fn below(&mut self, limit: usize) -> usize {
        let mut bytes = [0; 8];
        self.fill(&mut bytes);
        (u64::from_be_bytes(bytes) % limit as u64) as usize
    }

    /// Whether a thing happens that happens so many times in a hundred.
    pub fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn one_of<T: Clone>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())].clone()
    }
}

impl Chance for Lots {
    fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            self.drawn += 1;
            let hash = Hash::of(format!("{}/{}", self.label, self.drawn).as_bytes());
            chunk.copy_from_slice(&hash.as_bytes()[..chunk.len()]);
        }
    }
}

pub fn record(label: impl ToString) -> RecordId {
    RecordId::from_chance(Lots::of(format!("record {}", label.to_string())).sixteen())
}

pub fn act(label: impl ToString) -> ActId {
    ActId::from_chance(Lots::of(format!("act {}", label.to_string())).sixteen())
}

pub fn series() -> RecordId {
    record("the series")
}

/// The moment of a step of the script: steps are far apart, so that nothing is pushed on by what is left out.
pub fn moment(step: usize) -> Stamp {
    Stamp::from_millis(1_000_000 + 10_000 * step as i64)
}

/// A node that hosts one party.
pub struct Node {
    pub owner: OwnerId,
    pub key: SecretKey,
    pub origin: Origin,
    pub store: Memory,
    pub register: Register,
    /// What each other party is known to hold.
    pub known: HashMap<OwnerId, Known>,
    /// The pouches that were delivered to it, and the receipts for its own.
    pub got: Vec<Pouch>,
    pub told: Vec<Receipt>,
    takes_part: bool,
}

impl Node {
    pub fn new(label: impl ToString, origin: Origin, takes_part: bool) -> Self {
        let mut lots = Lots::of(format!("node {}", label.to_string()));
        let mut key = || {
            let mut bytes = [0; 32];
            lots.fill(&mut bytes);
            SecretKey::from_bytes(bytes)
        };
        let (key, root) = (key(), key());
        let founding = found(OwnerSort::Party, origin, &root, false, lots.sixteen(), key.public(), moment(0));
        let node = Node {
            owner: founding.genesis.owner(),
            store: Memory::new(key.clone()),
            key,
            origin,
            register: Register::new(KINDS),
            known: HashMap::new(),
            got: Vec::new(),
            told: Vec::new(),
            takes_part,
        };
        let batch =
            Batch { act: act("founding"), seen: moment(0), entries: Entry::founding(&founding).into() };
        node.append(From::Here, batch);
        node
    }

    /// What the party may read.
    pub fn reader(&self) -> Reader {
        let series = if self.takes_part { vec![series()] } else { Vec::new() };
        Reader { series, ..Reader::coordinator_of(self.owner) }
    }

    pub fn view(&self, reader: Reader) -> View<'_> {
        View::new(&self.register, reader, AsOf::Now)
    }

    /// Appends what must be taken, and reads it into the register.
    pub fn append(&self, from: From, batch: Batch) {
        let outcome = self.store.append(None, from, batch);
        assert!(matches!(outcome, Ok(Outcome::Appended { .. })), "{outcome:?}");
        self.catch_up();
    }

    pub fn catch_up(&self) {
        let mut news = Vec::new();
        self.store.since(self.register.head(), &mut |kept| news.push(kept)).unwrap();
        for kept in news {
            self.register.feed(Accepted::read(&kept.lent(), self.register.kinds()).unwrap());
        }
    }

    /// Signs one draft as that step's, in the name of that owner: usually, but not always, its own.
    pub fn sign(&self, owner: OwnerId, step: usize, slot: usize, draft: Draft, label: &str) -> Entry {
        let by = By {
            person: PersonId::from_chance([7; 16]),
            role: "coordinator".into(),
            mandate: record("mandate"),
        };
        let now = Stamp::from_millis(moment(step).millis() + slot as i64);
        let (act, origin, node) = (act(step), self.origin, &self.key);
        let signing = Signing { owner, origin, by: &by, act, now, after: None, node };
        let head = |record, audience: &Audience| self.register.lane_head(record, audience);
        sign(vec![draft], &signing, &mut Lots::of(format!("salt {label}")), &head).remove(0)
    }

    /// Says something in a lane: as a share of what is held already, or with its bytes where it is not.
    pub fn say(&self, step: usize, record: RecordId, label: &str, audience: &Audience) {
        let new = || Draft::new(record, audience.clone(), None, Note { words: label.to_owned() });
        let fresh = self.sign(self.owner, step, 0, new(), label);
        let content = Hash::of(fresh.content.as_ref().unwrap());
        let draft = match self.store.content(content).unwrap() {
            None => new(),
            Some(_) => Draft::share(record, kind::<Note>(), 1, audience.clone(), None, content),
        };
        let entry = self.sign(self.owner, step, 0, draft, label);
        self.append(From::Here, Batch { act: act(step), seen: moment(step), entries: vec![entry] });
    }

    pub fn withdraw(&self, step: usize, record: RecordId, audience: &Audience) {
        let draft = Draft::withdraw(record, kind::<Note>(), 1, audience.clone(), None);
        let entry = self.sign(self.owner, step, 0, draft, "");
        self.append(From::Here, Batch { act: act(step), seen: moment(step), entries: vec![entry] });
    }

    /// Erases a content, with one erasure for each of these audiences.
    pub fn erase(&self, step: usize, of: RecordId, label: &str, audiences: &[(usize, Audience)]) {
        let note = Draft::new(of, Audience::Own, None, Note { words: label.to_owned() });
        let content = Hash::of(&self.sign(self.owner, step, 0, note, label).content.unwrap());
        let entries = audiences.iter().map(|(slot, audience)| {
            let body = Erasure { content, ground: Ground::Spill, record: of };
            let name = format!("erasure {step} {slot}");
            let draft = Draft::new(record(&name), audience.clone(), None, body);
            self.sign(self.owner, step, *slot, draft, &name)
        });
        self.append(From::Here, Batch { act: act(step), seen: moment(step), entries: entries.collect() });
    }

    pub fn pack_for(&self, receiver: Reader) -> Pouch {
        let nothing = Known::default();
        let known = self.known.get(&receiver.acts_for.unwrap()).unwrap_or(&nothing);
        pack(&self.store, &self.view(receiver), World::of(self.origin), known).unwrap()
    }

    pub fn receive(&mut self, pouch: &Pouch, step: usize) -> Receipt {
        self.got.push(pouch.clone());
        let receipt = open(&self.store, &self.view(self.reader()), pouch, moment(step)).unwrap();
        self.catch_up();
        receipt
    }

    pub fn learn(&mut self, receipt: &Receipt) {
        self.told.push(receipt.clone());
        self.known.entry(receipt.by).or_default().learn(receipt);
    }
}

pub fn kind<B: Body>() -> Kind {
    B::KIND.parse().unwrap()
}
