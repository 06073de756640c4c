//! The door as a whole: acts, drafts, two processes on one file, budget, orders, search.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

use desk::import;
use desk::world::{Clock, SystemChance};
use desk::{Budget, Desk, Done, PerformError, Scope, found};
use ledger::audience::{Audience, Reader};
use ledger::chance::Chance;
use ledger::draft::{Draft, Signing, sign};
use ledger::entry::Batch;
use ledger::gate::From;
use ledger::id::{ActId, RecordId};
use ledger::key::SecretKey;
use ledger::order::{Carried, Deadline, Order};
use ledger::owner::{Origin, World};
use ledger::time::Stamp;
use ledger::view::AsOf;
use review::act::Act;
use review::theme::Theme;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::keys::Keys;
use store::{Memory, Outcome, Sqlite, Store};

/// A clock that a test moves.
#[derive(Clone)]
struct Hands(Arc<AtomicI64>);

impl Clock for Hands {
    fn now(&self) -> Stamp {
        Stamp::from_millis(self.0.load(Ordering::SeqCst))
    }
}

const START: i64 = 1_800_000_000_000;

fn node() -> SecretKey {
    SecretKey::from_bytes([4; 32])
}

fn desk_on(store: Arc<dyn Store>, budget: Budget) -> (Desk, Hands) {
    let hands = Hands(Arc::new(AtomicI64::new(START)));
    let clock = Box::new(hands.clone());
    let desk = Desk::open_with(store, node(), budget, clock, Box::new(SystemChance), &mut |_| {}).unwrap();
    (desk, hands)
}

fn founded(store: &dyn Store, folder: &Path) {
    let clock = Hands(Arc::new(AtomicI64::new(START)));
    found::editor(store, &Keys::of(folder), &node(), Origin::Reconstruction, &clock, &mut SystemChance)
        .unwrap();
}

fn in_memory() -> (Desk, Hands, Arc<dyn Store>) {
    let folder = tempfile::tempdir().unwrap();
    let store: Arc<dyn Store> = Arc::new(Memory::new(node()));
    founded(&*store, folder.path());
    let (desk, hands) = desk_on(store.clone(), Budget::DEFAULT);
    (desk, hands, store)
}

fn theme(label: &str, more: Value) -> Act {
    let mut act = json!({
        "act": "theme",
        "id": ActId::from_chance(SystemChance.sixteen()).to_string(),
        "record": format!("@theme/{label}"),
        "stated_at": "2014",
        "body": {"label": label, "name": {"en": format!("Theme {label}"), "ru": format!("Тема {label}")}},
    });
    more.as_object().unwrap().iter().for_each(|(name, value)| act[name] = value.clone());
    Act::read(review::shorthand::write_out(act)).unwrap()
}

fn themes(desk: &Desk, reader: Reader) -> usize {
    desk.view(&Scope { reader, as_of: AsOf::Now, world: World::Record }, |view| view.all::<Theme>().count())
}

#[test]
fn the_same_act_twice_is_done_once() {
    let (desk, ..) = in_memory();
    let editor = desk.editor().unwrap();
    let act = theme("borders", json!({}));
    assert!(matches!(desk.perform(&editor, act.clone()), Ok(Done::Now { .. })));
    assert_eq!(desk.perform(&editor, act), Ok(Done::Before));
    assert_eq!(themes(&desk, Reader::public()), 1);
}

fn hits(desk: &Desk, scope: &Scope, query: &str) -> usize {
    desk.search(scope, query, |_, found| found.unwrap().count(None))
}

#[test]
fn a_draft_is_seen_by_its_owner_only_also_in_search() {
    let (desk, ..) = in_memory();
    let editor = desk.editor().unwrap();
    desk.perform(&editor, theme("customs", json!({"audience": "own"}))).unwrap();
    assert_eq!((themes(&desk, Reader::public()), themes(&desk, editor.reader.clone())), (0, 1));
    let own = Scope { reader: editor.reader.clone(), as_of: AsOf::Now, world: World::Record };
    assert_eq!(hits(&desk, &Scope::public(), "customs"), 0);
    assert_eq!(hits(&desk, &own, "customs"), 1);
}

#[test]
fn search_finds_the_shown_version_and_none_before_it() {
    let (desk, ..) = in_memory();
    let editor = desk.editor().unwrap();
    desk.perform(&editor, theme("licensing", json!({}))).unwrap();
    let renamed = json!({"label": "licensing", "name": {"en": "Permits", "ru": "Разрешения"}});
    desk.perform(
        &editor,
        theme("licensing", json!({"base": "newest", "body": renamed, "stated_at": "2016"})),
    )
    .unwrap();
    let hits = |query: &str, as_of| hits(&desk, &Scope::public().as_of(as_of), query);
    assert_eq!((hits("theme", AsOf::Now), hits("разрешение", AsOf::Now)), (0, 1));
    let then = AsOf::Instant("2015-06-01T00:00:00.000Z".parse().unwrap());
    assert_eq!((hits("theme", then), hits("permits", then)), (1, 0));
    assert!(desk.search(&Scope::public(), &"щ".repeat(201), |_, found| found.is_err()));
}

#[test]
fn two_processes_on_one_file_decide_again_on_what_the_other_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tamga.db");
    let first: Arc<dyn Store> = Arc::new(Sqlite::create(&path, node()).unwrap());
    founded(&*first, folder.path());
    let second: Arc<dyn Store> = Arc::new(Sqlite::open(&path, node()).unwrap());
    let ((one, _), (two, _)) = (desk_on(first, Budget::DEFAULT), desk_on(second, Budget::DEFAULT));
    let editor = one.editor().unwrap();
    one.perform(&editor, theme("ports", json!({}))).unwrap();
    two.perform(&editor, theme("rails", json!({}))).unwrap();
    assert_eq!(themes(&two, Reader::public()), 2, "the loser took in what the other wrote");
    let taken = two.perform(&editor, theme("ports", json!({"record": "@theme/other"})));
    assert!(matches!(taken, Err(PerformError::Refused(refusal)) if refusal.key == "refusal-label-taken"));
    assert_eq!(themes(&one, Reader::public()), 1);
    one.catch_up().unwrap();
    assert_eq!(themes(&one, Reader::public()), 2);
}

#[test]
fn at_four_fifths_of_its_memory_a_desk_refuses_and_still_shows() {
    let (full, _, store) = in_memory();
    let editor = full.editor().unwrap();
    full.perform(&editor, theme("before", json!({}))).unwrap();
    let (tight, _) = desk_on(store, Budget(full.figures().weight * 5 / 4));
    let refused = tight.perform(&editor, theme("after", json!({})));
    assert!(matches!(refused, Err(PerformError::Refused(refusal)) if refusal.key == "refusal-memory-budget"));
    assert_eq!(themes(&tight, Reader::public()), 1);
}

#[test]
fn a_desk_larger_than_its_memory_is_not_opened() {
    let (full, _, store) = in_memory();
    let editor = full.editor().unwrap();
    full.perform(&editor, theme("one", json!({}))).unwrap();
    let opened = Desk::open(store, node(), Budget(100), &mut |_| {});
    assert!(matches!(opened, Err(desk::DeskError::Budget { .. })));
}

/// Stores an order of the editor: that act, at that moment.
fn order(desk: &Desk, store: &dyn Store, at: Stamp, act: Value) -> RecordId {
    let editor = desk.editor().unwrap();
    let record = RecordId::from_chance(SystemChance.sixteen());
    let due = Deadline { at, zone: "Asia/Bishkek".into(), typed: "2027-01-15 18:00".into() };
    let order = Order { due, concerns: record, act: review::shorthand::write_out(act) };
    let draft = Draft::new(record, Audience::Own, None, order);
    let id = ActId::from_chance(SystemChance.sixteen());
    let origin = Origin::Reconstruction;
    let signing = Signing {
        owner: editor.owner,
        origin,
        by: &editor.by,
        act: id,
        now: Stamp::from_millis(START + 5000),
        after: None,
        node: &node(),
    };
    let entries = sign(vec![draft], &signing, &mut SystemChance, &|_, _| None);
    let batch = Batch { act: id, seen: Stamp::from_millis(START), entries };
    assert!(matches!(store.append(None, From::Here, batch), Ok(Outcome::Appended { .. })));
    desk.catch_up().unwrap();
    record
}

fn carried(desk: &Desk, order: RecordId) -> Option<(bool, Stamp)> {
    let reader = desk.editor().unwrap().reader;
    desk.view(&Scope { reader, as_of: AsOf::Now, world: World::Record }, |view| {
        view.about::<Carried>(order).next().map(|carried| (carried.body.performed, carried.body.done))
    })
}

fn ordered(label: &str) -> Value {
    json!({
        "act": "theme", "id": format!("@act/theme/{label}"), "record": format!("@theme/{label}"),
        "body": {"label": label, "name": {"en": "By clock", "ru": "По часам"}},
    })
}

#[test]
fn an_order_is_carried_out_once_at_its_hour_or_as_soon_as_the_node_is_up() {
    let (desk, hands, store) = in_memory();
    let at = Stamp::from_millis(START + 60_000);
    let order = order(&desk, &*store, at, ordered("silence"));
    assert_eq!(desk.carry_out_orders(), Ok(0));
    assert_eq!((themes(&desk, Reader::public()), carried(&desk, order)), (0, None));
    hands.0.store(START + 90_000, Ordering::SeqCst);
    assert_eq!(desk.carry_out_orders(), Ok(1));
    assert_eq!(carried(&desk, order), Some((true, Stamp::from_millis(START + 90_000))));
    assert_eq!(desk.carry_out_orders(), Ok(0), "once");
    assert_eq!(themes(&desk, Reader::public()), 1);
}

#[test]
fn a_clock_moved_back_lets_no_order_run_out() {
    let (desk, hands, store) = in_memory();
    let order = order(&desk, &*store, Stamp::from_millis(START + 10), ordered("frozen"));
    hands.0.store(START - 999_999, Ordering::SeqCst);
    assert_eq!(desk.carry_out_orders(), Ok(0));
    assert_eq!(carried(&desk, order), None);
}

#[test]
fn an_order_whose_act_is_refused_says_so_on_record() {
    let (desk, hands, store) = in_memory();
    let editor = desk.editor().unwrap();
    desk.perform(&editor, theme("taken", json!({"record": "@theme/first"}))).unwrap();
    let order = order(&desk, &*store, Stamp::from_millis(START + 10), ordered("taken"));
    hands.0.store(START + 20, Ordering::SeqCst);
    assert_eq!(desk.carry_out_orders(), Ok(1));
    assert_eq!(carried(&desk, order).map(|(performed, _)| performed), Some(false));
    assert_eq!(themes(&desk, Reader::public()), 1);
}

#[test]
fn a_hostile_file_of_acts_is_refused_with_its_reason_and_without_a_panic() {
    let deep = format!("{}1{}", "[".repeat(200), "]".repeat(200));
    let whole = |body: &str| format!(r#"{{"tamga":"acts/1","acts":[{body}]}}"#).into_bytes();
    let files: [Vec<u8>; 9] = [
        b"".to_vec(),
        b"\xff\xfe".to_vec(),
        deep.into_bytes(),
        br#"{"tamga":"acts/2","acts":[]}"#.to_vec(),
        br#"{"tamga":"acts/1","acts":{}}"#.to_vec(),
        whole(r#"{"act":"theme","id":null}"#),
        whole(r#"{"act":"theme","id":1.5}"#),
        whole(r#"{"act":"theme","n":9007199254740993}"#),
        whole("{\"act\":\"theme\",\"id\":\"a\u{202e}b\"}"),
    ];
    for file in files {
        assert!(import::read(&file).is_err(), "{}", String::from_utf8_lossy(&file[..file.len().min(60)]));
    }
}

#[test]
fn an_act_that_is_no_act_is_refused_by_name_and_those_before_it_stay() {
    let (desk, ..) = in_memory();
    let editor = desk.editor().unwrap();
    let good = json!({"act":"theme","id":"@act/a","record":"@theme/a","body":{"label":"a","name":{"en":"A","ru":"А"}}});
    let bad = json!({"act":"conquer","id":"@act/b"});
    let file = json!({"tamga":"acts/1","acts":[good, bad]}).to_string();
    let stopped = import::perform(&desk, &editor, import::read(file.as_bytes()).unwrap()).unwrap_err();
    let import::ImportError::Act { number, error: PerformError::Refused(refusal) } = stopped else {
        panic!("{stopped}")
    };
    assert_eq!((number, refusal.key), (2, "refusal-act-unknown"));
    assert_eq!(themes(&desk, Reader::public()), 1);
}
