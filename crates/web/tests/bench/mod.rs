//! A house to try doors at: the exercise as the binary has it, each of its texts marked with a word of its own, and people
//! of every sort who are really signed in.
#![allow(dead_code, reason = "each test uses a part")]
// Helpers of tests stand outside test functions, where clippy does not see that this is a test.
#![allow(clippy::unwrap_used)]

pub mod ask;
pub mod crawl;
pub mod kept;
pub mod marks;
pub mod plant;
pub mod targets;
pub mod visitors;

use desk::sign_in::SignIn;
use desk::world::{Clock, SystemChance};
use desk::{Budget, Desk, found, import};
use ledger::key::SecretKey;
use ledger::owner::Origin;
use ledger::time::Stamp;
use serde_json::Value;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::keys::Keys;
use store::{Memory, People, Store};
use web::Site;

/// A clock that a test moves.
#[derive(Clone)]
pub struct Hands(Arc<AtomicI64>);

impl Clock for Hands {
    fn now(&self) -> Stamp {
        Stamp::from_millis(self.0.load(Ordering::SeqCst))
    }
}

impl Hands {
    /// Lets time pass.
    pub fn pass(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

/// The house.
pub struct House {
    pub site: Site,
    pub hands: Hands,
    /// The acts of the exercise as they were performed, each text with its mark.
    pub acts: Vec<Value>,
    pub keys: Keys,
    _folder: tempfile::TempDir,
}

impl House {
    /// An installation with the exercise, as `serve` would serve it: nobody reads as somebody else.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (node, keys) = (SecretKey::from_bytes([6; 32]), Keys::of(folder.path()));
        let start: Stamp = "2026-11-24T12:00:00.000Z".parse().unwrap();
        let hands = Hands(Arc::new(AtomicI64::new(start.millis())));
        let store: Arc<dyn Store> = Arc::new(Memory::new(node.clone()));
        found::editor(&*store, &keys, &node, Origin::Reconstruction, &hands, &mut SystemChance).unwrap();
        let (clock, chance) = (Box::new(hands.clone()), Box::new(SystemChance));
        let desk = Desk::open_with(store, node, Budget::DEFAULT, clock, chance, &mut |_| {}).unwrap();
        let catalogue = std::fs::read(root("catalogues/unscr-1540-older.json")).unwrap();
        let catalogue = import::read_for_exercise(&catalogue).unwrap();
        import::perform_exercise(&desk, &keys, catalogue).unwrap();
        let acts = exercise();
        for (place, act) in acts.iter().enumerate() {
            let written = vec![review::shorthand::write_out(act.clone())];
            let done = import::perform_exercise(&desk, &keys, written);
            assert!(done.is_ok(), "act {place} {}: {done:?}", act["id"]);
        }
        let people = People::in_memory().unwrap();
        let (clock, chance) = (Box::new(hands.clone()), Box::new(SystemChance));
        let sign_in = SignIn::new(people, Keys::of(folder.path()), clock, chance);
        let site = Site {
            sign_in: Some(Arc::new(sign_in)),
            address: Some("http://tamga.example".into()),
            ..Site::public(Arc::new(desk), "Tamga")
        };
        House { site, hands, acts, keys, _folder: folder }
    }

    /// The door of people.
    pub fn people(&self) -> &SignIn {
        self.site.sign_in.as_ref().unwrap()
    }
}

/// The acts of the exercise in order, in shorthand, each text with its mark.
fn exercise() -> Vec<Value> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(root("exercise"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    let mut acts = Vec::new();
    for file in files {
        let mut read: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        let Value::Array(of_file) = read["acts"].take() else { panic!("{}: no acts", file.display()) };
        acts.extend(of_file);
    }
    let marked = |(place, mut act): (usize, Value)| {
        if let Some(body) = act.get_mut("body") {
            marks::mark(body, &marks::of_act(place));
        }
        act
    };
    acts.into_iter().enumerate().map(marked).collect()
}

fn root(path: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(path)
}
