//! Who reads what is told to the States of a series: those whom a round of it has seated, and nobody who says so himself.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

use desk::world::{Clock, SystemChance};
use desk::{Budget, Desk, found};
use ledger::audience::Audience;
use ledger::draft::{Draft, Signing, sign};
use ledger::entry::Batch;
use ledger::gate::From;
use ledger::id::ActId;
use ledger::key::SecretKey;
use ledger::owner::{Origin, OwnerSort};
use ledger::time::Stamp;
use review::act::Act;
use review::actor::Actor;
use review::delegation::{Capacity, Delegation};
use review::shorthand::{self, record_of};
use serde_json::{Value, json};
use std::sync::Arc;
use store::keys::Keys;
use store::{Memory, Store};

struct Noon;

impl Clock for Noon {
    fn now(&self) -> Stamp {
        "2026-11-24T12:00:00.000Z".parse().unwrap()
    }
}

/// An installation with a series, a round and two States.
struct Small {
    desk: Desk,
    store: Arc<dyn Store>,
    node: SecretKey,
    round: Actor,
    states: [Actor; 2],
}

impl Small {
    fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (node, keys) = (SecretKey::from_bytes([7; 32]), Keys::of(folder.path()));
        let store: Arc<dyn Store> = Arc::new(Memory::new(node.clone()));
        found::editor(&*store, &keys, &node, Origin::Reconstruction, &Noon, &mut SystemChance).unwrap();
        let chance = Box::new(SystemChance);
        let (clock, kept) = (Box::new(Noon), store.clone());
        let desk = Desk::open_with(kept, node.clone(), Budget::DEFAULT, clock, chance, &mut |_| {}).unwrap();
        let found = |sort| desk.found(&keys, sort, Origin::Real).unwrap();
        let (round, states) = (found(OwnerSort::Round), [found(OwnerSort::Party), found(OwnerSort::Party)]);
        let small = Small { desk, store, node, round, states };
        let source = json!({"title": {"en": "A paper"}, "language": "en", "sort": "other"});
        small.publish(&small.desk.editor().unwrap(), "source", "@source/x", source);
        let series =
            json!({"slug": "x", "title": {"en": "X"}, "about": {"en": "X"}, "sources": ["@source/x"]});
        small.publish(&small.desk.editor().unwrap(), "series", "@series/x", series);
        let round = json!({
            "series": "@series/x", "slug": "one", "symbol": "ONE", "title": {"en": "One"}, "summary": {"en": "One"},
            "standing": "announced", "dates": [], "initiators": [], "hosts": [], "organizers": [], "donors": [],
            "themes": [], "steps": [], "notes": [], "sources": [],
        });
        small.publish(&small.round, "round", "@round/x", round);
        for (state, label) in small.states.iter().zip(["XAA", "XBB"]) {
            let party = json!({"label": label, "sort": "state", "name": {"en": label}, "sources": []});
            small.publish(state, "party", &format!("@party/{}", label.to_lowercase()), party);
        }
        small
    }

    fn publish(&self, actor: &Actor, word: &str, record: &str, body: Value) {
        let act = json!({
            "act": word, "id": format!("@act{}", &record[1..]), "record": record, "audience": "public", "body": body,
        });
        let done = self.desk.perform(actor, Act::read(shorthand::write_out(act)).unwrap());
        assert!(done.is_ok(), "{record}: {done:?}");
    }

    /// What the actor's own installation let him write, as a pouch brings it.
    fn bring(&self, actor: &Actor, record: &str, body: Delegation) {
        let act = ActId::from_chance([3; 16]);
        let at: Stamp = "2027-01-01T00:00:00.000Z".parse().unwrap();
        let Actor { owner, origin, by, .. } = actor;
        let signing =
            Signing { owner: *owner, origin: *origin, by, act, now: at, after: None, node: &self.node };
        let draft = Draft::new(record_of(record), Audience::Public, None, body);
        let entries = sign(vec![draft], &signing, &mut SystemChance, &|_, _| None);
        self.store.append(None, From::Here, Batch { act, seen: at, entries }).unwrap();
        self.desk.catch_up().unwrap();
    }
}

#[test]
fn a_state_reads_in_a_series_when_the_round_has_seated_it_and_not_when_it_says_so_itself() {
    let small = Small::begin();
    let seat = json!({"round": "@round/x", "party": "@party/xaa", "capacity": "participant", "sources": []});
    small.publish(&small.round, "delegation", "@delegation/xaa", seat);
    let itself = Delegation {
        round: record_of("@round/x"),
        party: record_of("@party/xbb"),
        capacity: Capacity::Participant,
        head: None,
        members: None,
        agencies: Vec::new(),
        coordinator: None,
        note: None,
        sources: Vec::new(),
    };
    small.bring(&small.states[1], "@delegation/false", itself);
    let series = |actor: &Actor| small.desk.reader_for(actor.owner).series;
    assert_eq!(series(&small.states[0]), [record_of("@series/x")]);
    assert_eq!(series(&small.states[1]), []);
    assert_eq!(series(&small.round), [record_of("@series/x")], "the round itself");
}
