//! A process is killed while it acts, again and again, at any moment: what it had acknowledged is there.
//!
//! `TAMGA_KILLS=1000 cargo test --release -p desk --test crash -- --nocapture` for more than the usual few.

// Helpers of tests stand outside test functions, where clippy does not see that this is a test.
#![allow(clippy::unwrap_used)]

use desk::world::{SystemChance, SystemClock};
use desk::{Budget, Desk, Done, Scope, found};
use ledger::entry::What;
use ledger::id::{ActId, Hash, RecordId};
use ledger::key::SecretKey;
use ledger::owner::Origin;
use review::act::Act;
use review::actor::Actor;
use review::shorthand::write_out;
use review::theme::Theme;
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::keys::Keys;
use store::{Sqlite, Store};

/// The folder in which the child acts; only set for the child.
const FOLDER: &str = "TAMGA_CRASH_FOLDER";

/// Which child of the folder it is.
const CHILD: &str = "TAMGA_CRASH_CHILD";

/// How often a folder is used before a fresh one is taken.
const KILLS_PER_FOLDER: usize = 40;

/// Sixteen bytes that belong to a label.
fn sixteen(label: &str) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Hash::of(label.as_bytes()).as_bytes()[..16]);
    bytes
}

fn below(label: &str, limit: u64) -> u64 {
    u64::from_be_bytes(sixteen(label)[..8].try_into().unwrap()) % limit
}

fn record(label: &str) -> RecordId {
    RecordId::from_chance(sixteen(&format!("record {label}")))
}

fn act_id(label: &str) -> ActId {
    ActId::from_chance(sixteen(&format!("act {label}")))
}

fn node() -> SecretKey {
    SecretKey::from_bytes([5; 32])
}

fn read_act(act: Value) -> Act {
    Act::read(write_out(act)).unwrap()
}

/// The act that says something new: a draft that only the editors read.
fn say(label: &str) -> Act {
    let slug = format!("t-{}", label.replace('/', "-"));
    read_act(json!({
        "act": "theme", "id": act_id(label).to_string(), "record": record(label).to_string(),
        "audience": "own", "body": {"label": slug, "name": {"en": format!("Theme {label}"), "ru": format!("Тема {label}")}},
    }))
}

/// The act that shares what was said, and the one that erases it for both audiences at once.
fn share(label: &str, content: Hash) -> Act {
    read_act(json!({
        "act": "share", "id": act_id(&format!("{label}/share")).to_string(),
        "record": record(label).to_string(), "content": content.to_string(), "with": "public",
    }))
}

fn erase(label: &str, content: Hash) -> Act {
    let erasures = ["own", "public"].map(|audience| record(&format!("{label}/{audience}")).to_string());
    read_act(json!({
        "act": "erase", "id": act_id(&format!("{label}/erase")).to_string(),
        "record": record(label).to_string(), "content": content.to_string(), "ground": "spill",
        "erasures": erasures,
    }))
}

fn open(folder: &Path) -> (Arc<Sqlite>, Desk, Actor) {
    let store = Arc::new(Sqlite::open(&folder.join("ledger.tamga"), node()).unwrap());
    let desk = Desk::open(store.clone(), node(), Budget::DEFAULT, &mut |_| {}).unwrap();
    let actor = desk.editor().unwrap();
    (store, desk, actor)
}

/// What the parent starts: without a folder it is no child and does nothing.
#[test]
fn a_child_acts_from_two_threads_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let child = std::env::var(CHILD).unwrap();
    let (_store, desk, actor) = open(Path::new(&folder));
    std::thread::scope(|scope| {
        for thread in 0..2 {
            let (desk, actor, child) = (&desk, &actor, &child);
            scope.spawn(move || {
                for number in 0.. {
                    act_once(desk, actor, &format!("{child}/{thread}/{number}"), number % 4 == 3);
                }
            });
        }
    });
}

/// Says something; now and then also shares and erases it. Prints each act once it was acknowledged.
fn act_once(desk: &Desk, actor: &Actor, label: &str, erases: bool) {
    perform(desk, actor, say(label), "say", label);
    if erases {
        let scope = Scope { reader: actor.reader.clone(), ..Scope::public() };
        let content =
            desk.view(&scope, |view| view.find::<Theme>(record(label)).unwrap().facts.content.unwrap());
        perform(desk, actor, share(label, content), "share", label);
        perform(desk, actor, erase(label, content), "erase", label);
    }
}

fn perform(desk: &Desk, actor: &Actor, act: Act, what: &str, label: &str) {
    assert!(matches!(desk.perform(actor, act), Ok(Done::Now { .. })));
    let mut out = std::io::stdout().lock();
    out.write_all(format!("ack {what} {label} done\n").as_bytes()).and_then(|()| out.flush()).unwrap();
}

/// Starts a child, kills it at a moment that follows from the kill's number, and gives what it had acknowledged.
fn killed(folder: &Path, kill: usize) -> Vec<(String, String)> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "a_child_acts_from_two_threads_until_it_is_killed", "--nocapture"])
        .env(FOLDER, folder)
        .env(CHILD, kill.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let (tell, told) = std::sync::mpsc::channel();
    let reading = std::thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            tell.send(line).unwrap();
        }
    });
    let mut lines: Vec<String> = Vec::new();
    // Every eighth is killed at any moment after its start: while it opens, too.
    let early = kill % 8 == 7;
    while !early && !lines.last().is_some_and(|line| line.contains("ack ")) {
        lines.push(told.recv().expect("the child acknowledges something"));
    }
    // Every eighth, too, acts for a while, so that more is at stake.
    let longest = if kill % 8 == 3 { 600 } else { 120 };
    std::thread::sleep(Duration::from_millis(below(&format!("kill {kill}"), longest + 1)));
    // On Unix this is SIGKILL: nothing of the child runs any more.
    child.kill().unwrap();
    child.wait().unwrap();
    reading.join().unwrap();
    lines.extend(told.try_iter());
    let acknowledged = |line: &String| {
        let (_, ack) = line.split_once("ack ")?;
        let (what, label) = ack.strip_suffix(" done")?.split_once(' ')?;
        Some((what.to_owned(), label.to_owned()))
    };
    lines.iter().filter_map(acknowledged).collect()
}

/// Everything that was acknowledged is there, whole, and done only once.
fn nothing_is_lost(folder: &Path, acknowledged: &[(String, String)], fresh: &[(String, String)]) -> usize {
    let looked = Sqlite::inspect_file(&folder.join("ledger.tamga"), &node().public()).unwrap();
    assert_eq!((looked.ledger.findings, looked.engine), (vec![], vec![]));
    let (store, desk, actor) = open(folder);
    let mut acts: HashMap<ActId, usize> = HashMap::new();
    let mut versions = 0;
    store
        .since(0, &mut |kept| {
            *acts.entry(kept.act).or_default() += 1;
            versions += usize::from(kept.entry.what == What::Version);
        })
        .unwrap();
    let scope = Scope { reader: actor.reader.clone(), ..Scope::public() };
    let erased: BTreeSet<&String> =
        acknowledged.iter().filter(|(what, _)| what == "erase").map(|(_, label)| label).collect();
    for (what, label) in acknowledged {
        let (id, entries) = match what.as_str() {
            "say" => (act_id(label), 1),
            "share" => (act_id(&format!("{label}/share")), 1),
            _ => (act_id(&format!("{label}/erase")), 2),
        };
        assert_eq!(acts.get(&id), Some(&entries), "{what} {label} was acknowledged and is not there");
        let seen = desk.view(&scope, |view| view.find::<Theme>(record(label)).is_some());
        assert!(seen || erased_or_on_its_way(&acts, label), "{label} is not seen");
        assert!(!seen || !erased.contains(label), "{label} was erased and is still seen");
    }
    for (what, label) in fresh.iter().filter(|(what, _)| what == "say") {
        assert_eq!(desk.perform(&actor, say(label)), Ok(Done::Before), "{what} {label} again");
    }
    assert_eq!(store.inspect().unwrap().findings, []);
    let goes_on = format!("after/{}", versions);
    let done = desk.perform(&actor, say(&goes_on));
    assert!(matches!(done, Ok(Done::Now { .. })), "the same file goes on");
    versions
}

/// The erasure may be on disk although its answer never came.
fn erased_or_on_its_way(acts: &HashMap<ActId, usize>, label: &str) -> bool {
    acts.get(&act_id(&format!("{label}/erase"))) == Some(&2)
}

#[test]
fn what_was_acknowledged_survives_a_kill_at_any_moment() {
    let kills: usize = std::env::var("TAMGA_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(12);
    let began = Instant::now();
    let (mut all, mut versions) = (0, 0);
    let mut folder = tempfile::tempdir().unwrap();
    let mut acknowledged: Vec<(String, String)> = Vec::new();
    for kill in 0..kills {
        if kill % KILLS_PER_FOLDER == 0 {
            folder = tempfile::tempdir().unwrap();
            acknowledged.clear();
            let store = Sqlite::create(&folder.path().join("ledger.tamga"), node()).unwrap();
            let (keys, origin) = (Keys::of(folder.path()), Origin::Reconstruction);
            found::editor(&store, &keys, &node(), origin, &SystemClock, &mut SystemChance).unwrap();
        }
        let fresh = killed(folder.path(), kill);
        all += fresh.len();
        acknowledged.extend(fresh.iter().cloned());
        versions = nothing_is_lost(folder.path(), &acknowledged, &fresh);
        if kill % 100 == 99 {
            println!("{} kills, {all} acknowledged acts, {:?}", kill + 1, began.elapsed());
        }
    }
    println!(
        "{kills} kills, {all} acknowledged acts, {versions} versions in the last file, {:?}",
        began.elapsed()
    );
}
