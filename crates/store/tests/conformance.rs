//! Both stores do what every store must do; and SQLite what only a file can.

// Helpers of tests stand outside test functions, where clippy does not see that this is a test.
#![allow(clippy::unwrap_used)]

use ledger::audience::Audience;
use ledger::examine::Barred;
use ledger::gate::From;
use ledger::id::Hash;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::conformance::pen::{Pen, appended, batch, erasure, is_clean, node, note, record};
use store::conformance::{dump, suite};
use store::sqlite::Seal;
use store::{Memory, Outcome, Sqlite, Store, StoreError};
use tempfile::TempDir;

#[test]
fn the_store_in_memory_does_what_every_store_must() {
    for (sentence, holds) in suite() {
        println!("memory: {sentence}");
        holds(&|| Box::new(Memory::new(node())));
    }
}

#[test]
fn the_store_in_sqlite_does_what_every_store_must() {
    for (sentence, holds) in suite() {
        println!("sqlite: {sentence}");
        let folder = tempfile::tempdir().unwrap();
        let count = std::cell::Cell::new(0);
        holds(&|| {
            count.set(count.get() + 1);
            let path = folder.path().join(format!("{}.tamga", count.get()));
            Box::new(Sqlite::create(&path, node()).unwrap())
        });
    }
}

/// A closed file with a founded owner and three versions of the record "a", one of them erased.
fn written() -> (TempDir, PathBuf, Pen) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.tamga");
    let store = Sqlite::create(&path, node()).unwrap();
    let mut pen = Pen::new(1);
    appended(&store, From::Here, batch("founding", 1_000, pen.founding()));
    for words in ["one", "a secret that is spilt", "three"] {
        let entry = pen.write(record("a"), &Audience::Own, note(words));
        appended(&store, From::Here, batch(words, 2_000, vec![entry]));
    }
    let spilt = Hash::of(&note("a secret that is spilt"));
    let erased = pen.write(record("e"), &Audience::Own, erasure("e", spilt, record("a")));
    appended(&store, From::Here, batch("erase", 3_000, vec![erased]));
    store.close().unwrap();
    (folder, path, pen)
}

/// What opening such a file says, after which its bytes are as before and nothing new lies beside it.
fn refused(path: &Path) -> StoreError {
    let bytes = std::fs::read(path).ok();
    let beside = || std::fs::read_dir(path.parent().unwrap()).unwrap().count();
    let before = beside();
    let error = Sqlite::open(path, node()).err().expect("it was opened");
    let inspected = Sqlite::inspect_file(path, &node().public());
    assert_eq!(inspected.err().as_ref(), Some(&error));
    assert_eq!(std::fs::read(path).ok(), bytes, "the file was touched");
    assert_eq!(beside(), before, "something was left beside it");
    error
}

#[test]
fn a_file_that_is_opened_again_holds_the_same() {
    let (_folder, path, mut pen) = written();
    let store = Sqlite::open(&path, node()).unwrap();
    let (before, head) = (dump(&store, 0), store.head().unwrap());
    store.close().unwrap();
    drop(store);
    let store = Sqlite::open(&path, node()).unwrap();
    assert_eq!((dump(&store, 0), store.head().unwrap()), (before, head));
    let entry = pen.write(record("a"), &Audience::Own, note("four"));
    let next = store.append(Some(head.n), From::Here, batch("four", 4_000, vec![entry])).unwrap();
    assert!(matches!(next, Outcome::Appended { head: now, .. } if now.n == head.n + 1));
    is_clean(&store);
}

#[test]
fn what_is_erased_is_in_neither_file_once_the_answer_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.tamga");
    let store = Sqlite::create(&path, node()).unwrap();
    let mut pen = Pen::new(1);
    // Long enough for pages of its own, and short.
    let spilt = ["SPILT".repeat(9), "SPILT-LONG".repeat(9_000)];
    let mut entries = pen.founding();
    entries.extend(spilt.iter().map(|words| pen.write(record(words), &Audience::Own, note(words))));
    appended(&store, From::Here, batch("write", 2_000, entries));
    let files = || {
        let files = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path());
        files.flat_map(|file| std::fs::read(file).unwrap()).collect::<Vec<u8>>()
    };
    let holds = |bytes: &[u8]| bytes.windows(10).any(|window| window.starts_with(b"SPILT"));
    assert!(holds(&files()));
    let erasures = spilt.iter().map(|words| {
        let content = erasure(&words[..6], Hash::of(&note(words)), record(words));
        pen.write(record(&words[..6]), &Audience::Own, content)
    });
    appended(&store, From::Here, batch("erase", 3_000, erasures.collect()));
    assert!(!holds(&files()), "the erased words linger");
    is_clean(&store);
}

#[test]
fn what_is_no_database_of_ours_is_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.db");
    let foreign = StoreError::Foreign { path: path.display().to_string() };
    assert_eq!(refused(&path), StoreError::Absent { path: path.display().to_string() });
    for bytes in [&b""[..], b"SQLite format 3\0", "не база данных\n".repeat(100).as_bytes()] {
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(refused(&path), foreign);
    }
    std::fs::remove_file(&path).unwrap();
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("create table entry (n integer); pragma user_version = 1;").unwrap();
    other.close().unwrap();
    assert_eq!(refused(&path), foreign);
    assert!(matches!(Sqlite::create(&path, node()), Err(StoreError::Exists { .. })));
}

#[test]
fn a_file_of_a_newer_version_is_not_touched() {
    let (_folder, path, _) = written();
    let newer = rusqlite::Connection::open(&path).unwrap();
    newer.execute_batch("pragma user_version = 7").unwrap();
    newer.close().unwrap();
    assert_eq!(refused(&path), StoreError::Newer { format: 7, known: 1 });
}

#[test]
fn a_truncated_file_is_damaged_and_is_not_touched() {
    let (_folder, path, _) = written();
    let whole = std::fs::read(&path).unwrap();
    for length in [100, 5_000, 8_192, whole.len() / 2, whole.len() - 1] {
        std::fs::write(&path, &whole[..length]).unwrap();
        let error = refused(&path);
        assert!(matches!(error, StoreError::Damaged { .. }), "{length}: {error}");
    }
    std::fs::write(&path, &whole).unwrap();
    assert!(Sqlite::open(&path, node()).is_ok());
}

#[test]
fn a_file_that_was_put_away_is_sealed_and_one_changed_byte_breaks_the_seal() {
    let (_folder, path, _) = written();
    let found = Sqlite::inspect_file(&path, &node().public()).unwrap();
    assert_eq!((found.seal, found.engine), (Seal::Whole, vec![]));
    assert_eq!((found.ledger.erased, found.ledger.findings), (1, vec![]));
    let mut bytes = std::fs::read(&path).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    std::fs::write(&path, &bytes).unwrap();
    assert!(matches!(Sqlite::open(&path, node()), Err(StoreError::SealBroken { .. })));
    let seal = Sqlite::inspect_file(&path, &node().public()).unwrap().seal;
    assert_eq!(seal, Seal::Broken, "and the evidence is still there");
    bytes[last] ^= 1;
    std::fs::write(&path, &bytes).unwrap();
    let open = Sqlite::open(&path, node()).unwrap();
    assert_eq!(Sqlite::inspect_file(&path, &node().public()).unwrap().seal, Seal::Absent, "in use");
    drop(open);
    assert_eq!(Sqlite::inspect_file(&path, &node().public()).unwrap().seal, Seal::Whole);
}

#[test]
fn looking_at_a_file_in_use_changes_nothing() {
    let (folder, path, mut pen) = written();
    let store = Sqlite::open(&path, node()).unwrap();
    let entry = pen.write(record("a"), &Audience::Own, note("four"));
    appended(&store, From::Here, batch("four", 4_000, vec![entry]));
    let copy = folder.path().join("copy");
    std::fs::create_dir(&copy).unwrap();
    for name in ["ledger.tamga", "ledger.tamga-wal"] {
        std::fs::copy(folder.path().join(name), copy.join(name)).unwrap();
    }
    let bytes = || ["ledger.tamga", "ledger.tamga-wal"].map(|name| std::fs::read(copy.join(name)).unwrap());
    let before = bytes();
    let found = Sqlite::inspect_file(&copy.join("ledger.tamga"), &node().public()).unwrap();
    assert_eq!((found.ledger.head, found.ledger.findings), (store.head().unwrap(), vec![]));
    assert!(bytes() == before, "what a killed process left was changed by looking");
}

#[test]
fn many_threads_hand_in_at_once_and_a_failing_batch_undoes_none_of_its_neighbours() {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(Sqlite::create(&folder.path().join("ledger.tamga"), node()).unwrap());
    let threads: Vec<_> = (1..=8)
        .map(|seed: u8| {
            let store = store.clone();
            std::thread::spawn(move || many_acts(&*store, seed))
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(store.head().unwrap().n, 8 * (2 + 40));
    is_clean(&*store);
}

/// Forty good batches of one owner, and a bad one after every fourth, all handed in before any answer is read.
fn many_acts(store: &dyn Store, seed: u8) {
    let mut pen = Pen::new(seed);
    let name = |act: usize| format!("{seed}/{act}");
    let mut tickets =
        vec![(true, store.submit(None, From::Elsewhere, batch(&name(999), 1_000, pen.founding())))];
    for act in 0..40 {
        let entry = pen.write(record(&name(act % 3)), &Audience::Own, note(&name(act)));
        if act % 4 == 3 {
            // The same once more as another's act, with a record that never began.
            let gap = pen.clone().withdraw(record(&name(1_000)), &Audience::Own);
            let bad = batch(&name(act + 100), 2_000, vec![entry.clone(), gap]);
            tickets.push((false, store.submit(None, From::Elsewhere, bad)));
        }
        tickets.push((true, store.submit(None, From::Elsewhere, batch(&name(act), 2_000, vec![entry]))));
    }
    for (good, ticket) in tickets {
        let answer = ticket.wait();
        match good {
            true => assert!(matches!(answer, Ok(Outcome::Appended { .. })), "{answer:?}"),
            false => assert_eq!(answer, Err(StoreError::Barred { index: 1, barred: Barred::Withdrawal })),
        }
    }
}

#[test]
fn whoever_hands_in_while_the_store_is_put_away_gets_an_answer() {
    for round in 0..20 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.tamga");
        let store = Arc::new(Sqlite::create(&path, node()).unwrap());
        let threads: Vec<_> = (1..=3)
            .map(|seed: u8| {
                let store = store.clone();
                std::thread::spawn(move || acts_until_closed(&*store, seed))
            })
            .collect();
        std::thread::sleep(std::time::Duration::from_millis(round));
        store.close().unwrap();
        let acknowledged: usize = threads.into_iter().map(|thread| thread.join().unwrap()).sum();
        drop(store);
        let found = Sqlite::inspect_file(&path, &node().public()).unwrap();
        assert_eq!(
            found.ledger.entries as usize, acknowledged,
            "neither more nor less than was acknowledged"
        );
        assert_eq!((found.seal, found.ledger.findings), (Seal::Whole, vec![]));
    }
}

/// How many entries were acknowledged before the store was closed.
fn acts_until_closed(store: &dyn Store, seed: u8) -> usize {
    let mut pen = Pen::new(seed);
    let mut acknowledged = 0;
    for act in 0.. {
        let entries = match act {
            0 => pen.founding(),
            _ => vec![pen.write(record(&format!("{seed}")), &Audience::Own, note(&format!("{seed}/{act}")))],
        };
        let count = entries.len();
        match store.append(None, From::Elsewhere, batch(&format!("{seed}/{act}"), 2_000, entries)) {
            Ok(Outcome::Appended { .. }) => acknowledged += count,
            Err(StoreError::Closed) => break,
            other => panic!("{other:?}"),
        }
    }
    acknowledged
}

#[test]
fn only_the_last_process_that_has_the_file_open_seals_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tamga.db");
    let first = Sqlite::create(&path, node()).unwrap();
    let second = Sqlite::open(&path, node()).unwrap();
    second.close().unwrap();
    assert_eq!(
        Sqlite::inspect_file(&path, &node().public()).unwrap().seal,
        Seal::Absent,
        "the first has it open"
    );
    first.close().unwrap();
    assert_eq!(Sqlite::inspect_file(&path, &node().public()).unwrap().seal, Seal::Whole);
}
