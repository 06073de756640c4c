//! Appending and reading back.

use super::pen::{Make, Pen, Told, appended, batch, count, founded, is_clean, node, note, record};
use super::{Case, dump};
use crate::memory::Memory;
use crate::store::{Outcome, Store, StoreError};
use ledger::audience::Audience;
use ledger::entry::What;
use ledger::examine::Barred;
use ledger::gate::From;
use ledger::id::Hash;
use ledger::time::Stamp;
use ledger::verify::Lent;

pub(super) const CASES: &[Case] = &[
    ("an empty store has an empty journal and nothing wrong with it", empty),
    ("what was appended is read back since any cursor", read_back),
    ("the same act does nothing twice", same_act),
    ("a batch decided on another head is stale and writes nothing", stale),
    ("a batch is written whole or not at all", whole),
    ("an entry that is held already is not written again", held),
    ("a content in two lanes is kept once", content_once),
    ("what this node saw never runs back", seen_never_back),
    ("the journal's head follows from what was handed in and from nothing else", same_head),
    ("a closed store says so", closed),
];

fn empty(make: &Make<'_>) {
    let store = make();
    assert_eq!((store.head().unwrap().n, store.head().unwrap().hash), (0, None));
    assert_eq!(dump(&*store, 0), []);
    assert_eq!(store.content(Hash::of(b"nothing")).unwrap(), None);
    is_clean(&*store);
}

fn read_back(make: &Make<'_>) {
    let (store, mut pen) = founded(make, 1);
    let entries = vec![
        pen.write(record("a"), &Audience::Own, note("one")),
        pen.write(record("a"), &Audience::Own, note("two")),
        pen.withdraw(record("a"), &Audience::Own),
    ];
    let outcome = store.append(Some(2), From::Here, batch("write", 5_000, entries.clone())).unwrap();
    let head = store.head().unwrap();
    assert_eq!(outcome, Outcome::Appended { head, forks: 0 });
    let told = dump(&*store, 0);
    assert_eq!(told.iter().map(|told| told.line.0).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert_eq!(told[2..].iter().map(|told| told.entry.clone()).collect::<Vec<_>>(), entries);
    assert_eq!(told[4].line.3, head.hash.unwrap());
    assert_eq!(told[4].line.1, Stamp::from_millis(5_000));
    for cursor in 0..=6 {
        let skipped = told.iter().filter(|told| told.line.0 > cursor).cloned().collect::<Vec<_>>();
        assert_eq!(dump(&*store, cursor), skipped);
    }
    assert_eq!(dump(&*store, u64::MAX), []);
    is_lent(&*store, &told);
    assert_eq!(store.content(Hash::of(&note("one"))).unwrap().as_deref(), Some(&*note("one")));
    is_clean(&*store);
}

/// What a store lends is what it tells, between any two lines.
fn is_lent(store: &dyn Store, told: &[Told]) {
    for (cursor, until) in (0..=6).flat_map(|cursor| (0..=6).map(move |until| (cursor, until))) {
        let between = told.iter().filter(|told| told.line.0 > cursor && told.line.0 <= until);
        let right: Vec<_> = between
            .map(|Told { line: (n, seen, act, _), entry, .. }| {
                (*n, *seen, *act, entry.what, entry.bytes.clone(), entry.content.clone())
            })
            .collect();
        let mut lent = Vec::new();
        let mut take = |line: Lent<'_>| {
            let Lent { n, seen, act, what, bytes, content } = line;
            lent.push((n, seen, act, what, bytes.into(), content.map(Box::from)));
        };
        store.lend(cursor, until, &mut take).unwrap();
        assert_eq!(lent, right, "after {cursor}, up to {until}");
    }
}

fn same_act(make: &Make<'_>) {
    let (store, mut pen) = founded(make, 1);
    let write = batch("once", 5_000, vec![pen.write(record("a"), &Audience::Own, note("one"))]);
    appended(&*store, From::Here, write.clone());
    let head = store.head().unwrap();
    // Also where the head has moved on since: whoever repeats an act could not know.
    for expected in [None, Some(2), Some(3)] {
        assert_eq!(store.append(expected, From::Here, write.clone()), Ok(Outcome::AlreadyDone));
    }
    assert_eq!(store.head().unwrap(), head);
}

fn stale(make: &Make<'_>) {
    let (store, mut pen) = founded(make, 1);
    let before = dump(&*store, 0);
    let head = store.head().unwrap();
    let write = batch("late", 5_000, vec![pen.write(record("a"), &Audience::Own, note("one"))]);
    for expected in [0, 1, 3, u64::MAX] {
        assert_eq!(store.append(Some(expected), From::Here, write.clone()), Ok(Outcome::Stale { head }));
    }
    assert_eq!(dump(&*store, 0), before);
    assert!(matches!(store.append(Some(2), From::Here, write), Ok(Outcome::Appended { .. })));
}

fn whole(make: &Make<'_>) {
    let (store, mut pen) = founded(make, 1);
    let before = dump(&*store, 0);
    let mut entries = vec![
        pen.write(record("a"), &Audience::Own, note("one")),
        pen.write(record("a"), &Audience::Own, note("two")),
        pen.write(record("b"), &Audience::Own, note("three")),
    ];
    entries.remove(1);
    entries.push(pen.write(record("a"), &Audience::Own, note("four")));
    let refused = store.append(None, From::Here, batch("half", 5_000, entries.clone()));
    assert_eq!(refused, Err(StoreError::Barred { index: 2, barred: Barred::NotNext }));
    assert_eq!(dump(&*store, 0), before);
    assert_eq!(store.content(Hash::of(&note("one"))).unwrap(), None, "a content without its batch");
    entries.pop();
    appended(&*store, From::Here, batch("half", 5_000, entries));
    is_clean(&*store);
}

fn held(make: &Make<'_>) {
    let (store, mut pen) = founded(make, 1);
    let mut entries = pen.founding();
    entries.push(pen.write(record("a"), &Audience::Own, note("one")));
    appended(&*store, From::Elsewhere, batch("first", 5_000, entries.clone()));
    let head = store.head().unwrap();
    entries.push(pen.write(record("a"), &Audience::Own, note("two")));
    let more = store.append(None, From::Elsewhere, batch("second", 6_000, entries.clone())).unwrap();
    assert!(matches!(more, Outcome::Appended { head: now, forks: 0 } if now.n == head.n + 1));
    // Nothing new in it: taken, and nothing written.
    appended(&*store, From::Elsewhere, batch("third", 7_000, entries));
    assert_eq!(count(&*store, What::Version), 2);
    is_clean(&*store);
}

fn content_once(make: &Make<'_>) {
    let (store, mut pen) = founded(make, 1);
    let entries = vec![
        pen.write(record("a"), &Audience::Own, note("one")),
        pen.share(record("a"), &Audience::Public, &note("one")),
        pen.write(record("b"), &Audience::Own, note("one")),
    ];
    appended(&*store, From::Here, batch("share", 5_000, entries));
    let brought: Vec<bool> = dump(&*store, 2).iter().map(|told| told.entry.content.is_some()).collect();
    assert_eq!(brought, [true, false, false]);
    assert_eq!(store.content(Hash::of(&note("one"))).unwrap().as_deref(), Some(&*note("one")));
    is_clean(&*store);
}

fn seen_never_back(make: &Make<'_>) {
    let (store, mut pen) = founded(make, 1);
    for (act, seen) in [("one", 9_000), ("two", 3_000), ("three", 9_001)] {
        let entry = pen.write(record("a"), &Audience::Own, note(act));
        appended(&*store, From::Here, batch(act, seen, vec![entry]));
    }
    let seen: Vec<i64> = dump(&*store, 2).iter().map(|told| told.line.1.millis()).collect();
    assert_eq!(seen, [9_000, 9_000, 9_001], "a clock moved back stands still");
    is_clean(&*store);
}

fn same_head(make: &Make<'_>) {
    let stores: [Box<dyn Store>; 2] = [make(), Box::new(Memory::new(node()))];
    for store in &stores {
        let mut pen = Pen::new(1);
        appended(&**store, From::Here, batch("founding", 1_000, pen.founding()));
        for words in ["one", "two", "three"] {
            let entry = pen.write(record("a"), &Audience::Own, note(words));
            appended(&**store, From::Here, batch(words, 5_000, vec![entry]));
        }
    }
    assert_eq!(stores[0].head().unwrap(), stores[1].head().unwrap());
    assert_eq!(dump(&*stores[0], 0), dump(&*stores[1], 0));
}

fn closed(make: &Make<'_>) {
    let (store, mut pen) = founded(make, 1);
    store.close().unwrap();
    let entry = pen.write(record("a"), &Audience::Own, note("one"));
    let late = store.append(None, From::Here, batch("late", 5_000, vec![entry]));
    assert_eq!(late, Err(StoreError::Closed));
    assert_eq!(store.head(), Err(StoreError::Closed));
    assert_eq!(store.content(Hash::of(b"x")), Err(StoreError::Closed));
    assert_eq!(store.since(0, &mut |_| {}), Err(StoreError::Closed));
    assert_eq!(store.lend(0, 1, &mut |_| {}), Err(StoreError::Closed));
    assert_eq!(store.inspect(), Err(StoreError::Closed));
    assert_eq!(store.close(), Ok(()), "twice is as good as once");
}
