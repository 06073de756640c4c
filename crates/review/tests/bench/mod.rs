//! A desk of paper: acts in, versions out. No store, and no clock or chance of its own: everything is the same each
//! time it runs. What it writes passes the ledger's gate, as at a real desk.
#![allow(dead_code, reason = "each story uses a part")]
// Helpers of tests stand outside test functions, where clippy does not see that this is a test.
#![allow(clippy::unwrap_used)]

pub mod hills;

use ledger::audience::{Audience, Reader};
use ledger::chance::Chance;
use ledger::content::Body;
use ledger::draft::{Draft, Signing, sign};
use ledger::entry::Entry;
use ledger::gate::From;
use ledger::holding::Holding;
use ledger::id::{ActId, Hash, PersonId, RecordId};
use ledger::key::SecretKey;
use ledger::owner::{Origin, OwnerSort, found};
use ledger::register::{Accepted, Register};
use ledger::time::{PartialDate, Stamp};
use ledger::verify::Kept;
use ledger::version::By;
use ledger::view::{AsOf, View};
use review::act::{Act, KINDS};
use review::actor::{Actor, Role};
use review::mandate::Mandate;
use review::refusal::Refusal;
use review::shorthand;
use serde_json::Value;

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../../", $name)))),+]
    };
}

/// The archive, in the order in which its files build on each other (a tidy test holds it against the binary's).
const ARCHIVE: &[(&str, &[u8])] = files![
    "archive/sources.json",
    "archive/parties.json",
    "archive/themes.json",
    "catalogues/unscr-1540-older.json",
    "archive/series.json",
    "archive/croatia-poland.json",
    "archive/central-asia.json",
    "archive/chile-colombia.json",
    "archive/dominican-republic-panama.json",
    "archive/paraguay-uruguay.json",
    "archive/brazil-chile-mexico.json",
    "archive/philippines-singapore.json",
    "archive/events.json",
    "archive/treaties.json",
    "archive/states/blr.json",
    "archive/states/kaz.json",
    "archive/states/kgz.json",
    "archive/states/mng.json",
    "archive/states/tjk.json",
    "archive/states/tkm.json",
    "archive/states/uzb.json",
    "archive/states/others.json",
];

/// A register, fed by hand.
pub struct PaperDesk {
    register: Register,
    holding: Holding,
    node: SecretKey,
    lots: Lots,
    now: Stamp,
}

/// Lots that fall the same each time: a counter, hashed.
struct Lots(u64);

impl Chance for Lots {
    fn fill(&mut self, bytes: &mut [u8]) {
        for piece in bytes.chunks_mut(32) {
            self.0 += 1;
            let drawn = Hash::of(&self.0.to_be_bytes());
            piece.copy_from_slice(&drawn.as_bytes()[..piece.len()]);
        }
    }
}

impl PaperDesk {
    /// An empty desk.
    pub fn new() -> Self {
        PaperDesk {
            register: Register::new(KINDS),
            holding: Holding::default(),
            node: SecretKey::from_bytes([9; 32]),
            lots: Lots(0),
            now: "2026-01-01T00:00:00.000Z".parse().unwrap(),
        }
    }

    /// A desk with an editor who has recorded the whole archive.
    pub fn with_the_archive() -> (Self, Actor) {
        let mut desk = PaperDesk::new();
        let editor = desk.found_editor(Origin::Reconstruction);
        for (place, act) in archive() {
            let done = desk.perform(&editor, act);
            assert!(done.is_ok(), "{place}: {done:?}");
        }
        (desk, editor)
    }

    /// Founds an editor, with the mandate of the person who edits.
    pub fn found_editor(&mut self, origin: Origin) -> Actor {
        self.found(OwnerSort::Editor, origin)
    }

    /// Founds an owner, with the mandate of its first person: an editor, a State or organization, a round.
    pub fn found(&mut self, sort: OwnerSort, origin: Origin) -> Actor {
        let root = SecretKey::from_bytes(Hash::of(&self.lots.sixteen()).as_bytes().to_owned());
        let salt = self.lots.sixteen();
        let founding = found(sort, origin, &root, true, salt, self.node.public(), self.now);
        let owner = founding.genesis.owner();
        let mandate = RecordId::from_chance(self.lots.sixteen());
        let person = PersonId::from_chance(self.lots.sixteen());
        let role = Role::first_of(sort);
        let by = By { person, role: role.word().into(), mandate };
        let reader = Reader::coordinator_of(owner);
        let actor = Actor { owner, origin, role, by: by.clone(), reader, brings: None };
        let act = ActId::from_chance(self.lots.sixteen());
        Entry::founding(&founding).into_iter().for_each(|entry| self.feed(act, entry));
        let body = Mandate {
            person,
            role: by.role,
            agencies: Vec::new(),
            texts: Vec::new(),
            note_verbale: None,
            from: self.now,
            until: None,
        };
        self.write(&actor, act, vec![Draft::new(mandate, Audience::Own, None, body)]);
        actor
    }

    /// What the rule of an act says, in shorthand or whole; nothing is written.
    pub fn decide(&self, actor: &Actor, act: Value) -> Result<(ActId, Vec<Draft>), Refusal> {
        let Act { id, deed } = Act::read(shorthand::write_out(act))?;
        let view = self.view(actor.reader.clone(), AsOf::Now).of(actor.origin.world());
        Ok((id, deed.perform(&view, actor)?))
    }

    /// Decides an act, and writes what its rule wants written.
    pub fn perform(&mut self, actor: &Actor, act: Value) -> Result<Vec<Hash>, Refusal> {
        let (id, drafts) = self.decide(actor, act)?;
        Ok(self.write(actor, id, drafts))
    }

    /// What an owner of another installation wrote, as a pouch brings it: no rule of ours has run.
    pub fn bring<B: Body>(&mut self, actor: &Actor, handle: &str, body: Value) {
        let body: B = serde_json::from_value(shorthand::write_out(body)).unwrap();
        let act = ActId::from_chance(self.lots.sixteen());
        self.write(actor, act, vec![Draft::new(shorthand::record_of(handle), Audience::Public, None, body)]);
    }

    fn write(&mut self, actor: &Actor, act: ActId, drafts: Vec<Draft>) -> Vec<Hash> {
        self.now = Stamp::from_millis(self.now.millis() + 1000);
        let Actor { owner, origin, by, .. } = actor;
        let after = self.register.last_stamp(*owner);
        let signing =
            Signing { owner: *owner, origin: *origin, by, act, now: self.now, after, node: &self.node };
        let register = &self.register;
        let head = |record, audience: &Audience| register.lane_head(record, audience);
        let entries = sign(drafts, &signing, &mut self.lots, &head);
        let written = entries.iter().map(Entry::hash).collect();
        entries.into_iter().for_each(|entry| self.feed(act, entry));
        written
    }

    /// The gate first, then the register.
    fn feed(&mut self, act: ActId, entry: Entry) {
        let admitted = self.holding.accept(&entry, From::Here);
        assert_eq!(admitted, Ok(Some(entry.what)));
        let (n, head) = (self.register.head() + 1, entry.hash());
        let kept = Kept { n, seen: self.now, act, head, entry, erased: None };
        let accepted = Accepted::read(&kept.lent(), KINDS);
        self.register.feed(accepted.expect("what the gate lets in can be read"));
    }

    /// How many versions were written.
    pub fn versions(&self) -> usize {
        self.register.len()
    }

    /// What that reader may see.
    pub fn view(&self, reader: Reader, as_of: AsOf) -> View<'_> {
        View::new(&self.register, reader, as_of)
    }

    /// What anybody may see today.
    pub fn public(&self) -> View<'_> {
        self.view(Reader::public(), AsOf::Now)
    }

    /// What anybody may see as of the end of a past day.
    pub fn public_on(&self, day: &str) -> View<'_> {
        let day: PartialDate = day.parse().unwrap();
        self.view(Reader::public(), AsOf::Instant(Stamp::end_of(day.last_day())))
    }
}

/// The acts of the archive in order, in shorthand, each with the place where it stands.
pub fn archive() -> impl Iterator<Item = (String, Value)> {
    ARCHIVE.iter().flat_map(|(name, bytes)| {
        let mut file: Value = serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        let Value::Array(acts) = file["acts"].take() else { panic!("{name}: no acts") };
        acts.into_iter().map(move |act| (format!("{name}: {}", act["id"]), act))
    })
}

/// One act of the archive, in shorthand.
pub fn archived(id: &str) -> Value {
    let act = archive().map(|(_, act)| act).find(|act| act["id"] == id);
    act.unwrap_or_else(|| panic!("no act {id} in the archive"))
}
