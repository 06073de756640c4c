//! One flipped bit, anywhere in a file that was put away, is found by the check; and no flipped bit makes it panic.
//!
//! `TAMGA_FLIPS=5000 cargo test --release -p desk --test flips -- --nocapture` for more than the usual few.

// Helpers of tests stand outside test functions, where clippy does not see that this is a test.
#![allow(clippy::unwrap_used)]

use desk::world::{SystemChance, SystemClock};
use desk::{Budget, Desk, found, import};
use ledger::id::Hash;
use ledger::key::SecretKey;
use ledger::owner::Origin;
use review::actor::Actor;
use review::shorthand::write_out;
use review::theme::Theme;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::Sqlite;
use store::keys::Keys;
use store::sqlite::Seal;

/// The files of the archive that are read, in their order.
const FILES: &[&str] = &["sources", "parties", "themes", "series", "croatia-poland", "central-asia"];

fn node() -> SecretKey {
    SecretKey::from_bytes([6; 32])
}

fn archive(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../archive");
    fs::read(folder.join(format!("{name}.json"))).unwrap()
}

/// A file with the archive in it and one erasure, put away.
fn put_away(folder: &Path) -> PathBuf {
    let path = folder.join("ledger.tamga");
    let store = Arc::new(Sqlite::create(&path, node()).unwrap());
    let (keys, origin) = (Keys::of(folder), Origin::Reconstruction);
    found::editor(&*store, &keys, &node(), origin, &SystemClock, &mut SystemChance).unwrap();
    let desk = Desk::open(store.clone(), node(), Budget::DEFAULT, &mut |_| {}).unwrap();
    let actor = desk.editor().unwrap();
    for name in FILES {
        import::perform(&desk, &actor, import::read(&archive(name)).unwrap()).unwrap();
    }
    spill(&desk, &actor);
    desk.close().unwrap();
    drop((desk, store));
    path
}

/// Something that never should have been entered, and its erasure.
fn spill(desk: &Desk, actor: &Actor) {
    let slip = json!({"act": "theme", "id": "@act/slip/1", "record": "@theme/slip",
        "body": {"label": "slip", "name": {"en": "A slip of the pen", "ru": "Описка"}}});
    import::perform(desk, actor, vec![write_out(slip)]).unwrap();
    let content = desk.view(&desk::Scope::public(), |view| {
        view.find::<Theme>(review::shorthand::record_of("@theme/slip")).unwrap().facts.content.unwrap()
    });
    let erase = json!({"act": "erase", "id": "@act/slip/2", "record": "@theme/slip", "ground": "spill",
        "content": content.to_string(), "erasures": ["@erasure/slip"]});
    import::perform(desk, actor, vec![write_out(erase)]).unwrap();
}

/// What found a flipped bit.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Found {
    /// The file could not be read at all, or not to its end.
    error: bool,
    /// The check of the entries.
    entries: bool,
    /// The engine's own check.
    engine: bool,
    /// The seal.
    seal: bool,
}

/// Flips one bit in a copy that lies beside a copy of the seal.
fn flip(folder: &Path, original: &[u8], bit: usize) -> Found {
    let path = folder.join("ledger.tamga");
    let mut bytes = original.to_vec();
    bytes[bit / 8] ^= 1 << (bit % 8);
    fs::write(&path, bytes).unwrap();
    let node = node().public();
    match std::panic::catch_unwind(|| Sqlite::inspect_file(&path, &node)) {
        Ok(Ok(found)) => Found {
            error: false,
            entries: !found.ledger.findings.is_empty(),
            engine: !found.engine.is_empty(),
            seal: found.seal == Seal::Broken,
        },
        Ok(Err(_)) => Found { error: true, ..Found::default() },
        Err(_) => panic!("bit {bit} makes the check panic"),
    }
}

/// Different bits over the whole file, the same in every run.
fn bits(count: usize, length: usize) -> Vec<usize> {
    let draw = |number: usize| {
        let hash = Hash::of(format!("flip {number}").as_bytes());
        u64::from_be_bytes(hash.as_bytes()[..8].try_into().unwrap()) as usize % (length * 8)
    };
    let mut bits: Vec<usize> = (0..count).map(draw).collect();
    bits.sort_unstable();
    bits.dedup();
    bits
}

#[test]
fn no_flipped_bit_goes_unnoticed() {
    let count = std::env::var("TAMGA_FLIPS").ok().and_then(|count| count.parse().ok()).unwrap_or(300);
    let folder = tempfile::tempdir().unwrap();
    let path = put_away(folder.path());
    let whole = Sqlite::inspect_file(&path, &node().public()).unwrap();
    assert_eq!((whole.seal, whole.engine, whole.ledger.findings), (Seal::Whole, vec![], vec![]));
    let bytes = fs::read(&path).unwrap();
    let seal = fs::read(folder.path().join("ledger.tamga.sha256")).unwrap();
    let bits = bits(count, bytes.len());
    let found: Vec<Found> = std::thread::scope(|scope| {
        let parts = bits.chunks(bits.len().div_ceil(2).max(1)).map(|part| {
            let (bytes, seal) = (&bytes, &seal);
            scope.spawn(move || {
                let folder = tempfile::tempdir().unwrap();
                fs::write(folder.path().join("ledger.tamga.sha256"), seal).unwrap();
                part.iter().map(|bit| flip(folder.path(), bytes, *bit)).collect::<Vec<Found>>()
            })
        });
        let parts: Vec<_> = parts.collect();
        parts.into_iter().flat_map(|part| part.join().unwrap()).collect()
    });
    let unnoticed: Vec<&usize> = bits
        .iter()
        .zip(&found)
        .filter(|(_, found)| **found == Found::default())
        .map(|(bit, _)| bit)
        .collect();
    assert_eq!(unnoticed, Vec::<&usize>::new(), "bits that nothing noticed");
    tell(whole.ledger.versions, bytes.len(), &found);
}

/// Which share is named by what, also without the seal.
fn tell(versions: u64, length: usize, found: &[Found]) {
    let share = |test: fn(&Found) -> bool| {
        let named = found.iter().filter(|found| test(found)).count();
        format!("{named} ({:.1} %)", 100.0 * named as f64 / found.len() as f64)
    };
    println!("{versions} versions, {length} bytes, {} bits flipped", found.len());
    println!("named by the entries' own check: {}", share(|found| found.entries));
    println!("not readable, and said so: {}", share(|found| found.error));
    println!("named by the engine's check: {}", share(|found| found.engine));
    println!("named without the seal: {}", share(|found| found.entries || found.error || found.engine));
    println!("named by the seal alone: {}", share(|found| found.seal && !found.entries && !found.engine));
}
