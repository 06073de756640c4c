//! Random histories: SQLite answers, keeps and tells the same as the plain model in memory.

// Helpers of tests stand outside test functions, where clippy does not see that this is a test.
#![allow(clippy::unwrap_used)]

use ledger::audience::{Audience, ReadersLabel};
use ledger::entry::{Batch, Entry};
use ledger::gate::From;
use ledger::id::Hash;
use proptest::prelude::*;
use std::collections::HashSet;
use std::path::Path;
use store::conformance::dump;
use store::conformance::pen::{Pen, batch, erasure, node, note, record};
use store::{Memory, Outcome, Sqlite, Store};

/// What one batch tries.
#[derive(Debug, Clone)]
struct Step {
    owner: usize,
    writes: Vec<Write>,
    /// How many of the owner's batches ago the writer stopped: 0 goes on where it should, more makes forks and gaps.
    forgets: usize,
    here: bool,
    /// What the journal is expected to hold more than it does; `None` expects nothing.
    expects: Option<i64>,
    /// Whether a batch from before is handed in once more instead.
    repeats: Option<usize>,
    seen: i64,
    /// Whether the answer is waited for before the next batch is handed in.
    waits: bool,
}

/// What one entry tries.
#[derive(Debug, Clone)]
struct Write {
    record: u8,
    audience: u8,
    what: Try,
    words: u8,
}

#[derive(Debug, Clone)]
enum Try {
    Say,
    Share,
    Withdraw,
    Erase,
    SkipNumber,
    BadSignature,
}

fn write() -> impl Strategy<Value = Write> {
    let what = prop_oneof![
        24 => Just(Try::Say),
        3 => Just(Try::Share),
        2 => Just(Try::Withdraw),
        4 => Just(Try::Erase),
        1 => Just(Try::SkipNumber),
        1 => Just(Try::BadSignature),
    ];
    (0..5u8, 0..3u8, what, 0..12u8).prop_map(|(record, audience, what, words)| Write {
        record,
        audience,
        what,
        words,
    })
}

fn step() -> impl Strategy<Value = Step> {
    let forgets = prop_oneof![6 => Just(0usize), 1 => 1..4usize];
    let expects = prop_oneof![6 => Just(None), 3 => Just(Some(0)), 1 => (-3..3i64).prop_map(Some)];
    let repeats = prop_oneof![8 => Just(None), 1 => (0..40usize).prop_map(Some)];
    let writes = prop::collection::vec(write(), 1..4);
    (0..3usize, writes, forgets, any::<bool>(), expects, repeats, 0..9_000i64, prop::bool::weighted(0.3))
        .prop_map(|(owner, writes, forgets, here, expects, repeats, seen, waits)| Step {
            owner,
            writes,
            forgets,
            here,
            expects,
            repeats,
            seen,
            waits,
        })
}

/// The pens of the owners, each with how it was after every batch.
struct Desk {
    pens: Vec<Vec<Pen>>,
    batches: Vec<Batch>,
    contents: HashSet<Hash>,
}

impl Desk {
    fn batch(&mut self, index: usize, step: &Step) -> (Batch, Pen) {
        let pens = &self.pens[step.owner];
        let mut pen = pens[pens.len().saturating_sub(1 + step.forgets)].clone();
        if let Some(before) = step.repeats.and_then(|before| self.batches.get(before)) {
            return (before.clone(), pen);
        }
        let entries = step.writes.iter().map(|write| self.entry(&mut pen, step.owner, write)).collect();
        let batch = batch(&format!("{index}"), step.seen, entries);
        self.batches.push(batch.clone());
        (batch, pen)
    }

    fn entry(&mut self, pen: &mut Pen, owner: usize, write: &Write) -> Entry {
        // Now and then somebody writes in a record that another began.
        let record = record(&format!("{}/{}", owner * usize::from(write.record != 4), write.record));
        let audience = match write.audience {
            0 => Audience::Own,
            1 => Audience::readers(ReadersLabel::Named, [self.pens[0][0].owner, self.pens[1][0].owner]),
            _ => Audience::Public,
        };
        let content = note(&format!("words {}", write.words));
        self.contents.insert(Hash::of(&content));
        match write.what {
            Try::Say => pen.write(record, &audience, content),
            Try::Share => pen.share(record, &audience, &content),
            Try::Withdraw => pen.withdraw(record, &audience),
            Try::Erase => self.erase(pen, write, &audience, &content),
            Try::SkipNumber => {
                let mut header = pen.next(record, &audience, Some(&content));
                header.no += 1;
                pen.sign(&header, Some(content))
            }
            Try::BadSignature => {
                let entry = pen.write(record, &audience, content);
                let signature = pen.sign(&pen.next(record, &audience, Some(&[])), None).signature;
                Entry { signature, ..entry }
            }
        }
    }

    fn erase(&mut self, pen: &mut Pen, write: &Write, audience: &Audience, content: &[u8]) -> Entry {
        let label = format!("erasure {} {}", write.record, write.words);
        // Now and then an erasure of an erasure.
        let earlier = erasure("erasure 0 0", Hash::of(&note("words 0")), record("0/0"));
        let erased = if write.words == 11 { Hash::of(&earlier) } else { Hash::of(content) };
        let content = erasure(&label, erased, record("0/0"));
        self.contents.insert(Hash::of(&content));
        pen.write(record(&format!("{label} {}", pen.owner)), audience, content)
    }
}

/// The same history in both stores.
fn run(steps: &[Step]) -> Result<(), TestCaseError> {
    let folder = in_memory();
    let path = folder.path().join("ledger.tamga");
    let (memory, sqlite) = (Memory::new(node()), Sqlite::create(&path, node()).unwrap());
    let pens: Vec<Vec<Pen>> = (1..4).map(|seed| vec![Pen::new(seed)]).collect();
    let mut desk = Desk { pens, batches: Vec::new(), contents: HashSet::new() };
    let founding = batch("founding", 1_000, desk.pens.iter().flat_map(|pens| pens[0].founding()).collect());
    let right = memory.append(None, From::Here, founding.clone());
    let mut answers = vec![(right, sqlite.submit(None, From::Here, founding))];
    for (index, step) in steps.iter().enumerate() {
        let (batch, pen) = desk.batch(index, step);
        let from = if step.here { From::Here } else { From::Elsewhere };
        let head = memory.head().unwrap().n;
        let expected = step.expects.map(|more| head.saturating_add_signed(more));
        let right = memory.append(expected, from, batch.clone());
        if matches!(right, Ok(Outcome::Appended { .. })) && step.forgets == 0 && step.repeats.is_none() {
            desk.pens[step.owner].push(pen);
        }
        answers.push((right, sqlite.submit(expected, from, batch)));
        if step.waits {
            compare(&mut answers)?;
            prop_assert_eq!(memory.head(), sqlite.head());
        }
    }
    compare(&mut answers)?;
    same(&memory, &sqlite, &desk.contents)?;
    sqlite.close().unwrap();
    let found = Sqlite::inspect_file(&path, &node().public()).unwrap();
    prop_assert_eq!(found.engine, Vec::<String>::new());
    let again = Sqlite::open(&path, node()).unwrap();
    same(&memory, &again, &desk.contents)?;
    again.close().unwrap();
    rebuild_indexes(&path);
    let found = Sqlite::inspect_file(&path, &node().public()).unwrap();
    prop_assert_eq!(found.engine, Vec::<String>::new());
    same(&memory, &Sqlite::open(&path, node()).unwrap(), &desk.contents)
}

/// Drops every index and makes it anew, as somebody would who mends a file by hand.
fn rebuild_indexes(path: &Path) {
    let connection = rusqlite::Connection::open(path).unwrap();
    let declared = "select name, sql from sqlite_schema where type = 'index' and sql is not null";
    let indexes: Vec<(String, String)> = (connection.prepare(declared).unwrap())
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert!(!indexes.is_empty());
    for (name, _) in &indexes {
        connection.execute_batch(&format!("drop index {name}")).unwrap();
    }
    for (_, sql) in &indexes {
        connection.execute_batch(sql).unwrap();
    }
    // Those that belong to a table's own constraints.
    connection.execute_batch("reindex").unwrap();
    drop(connection);
    // The file is no longer the one that was put away.
    std::fs::remove_file(path.with_extension("tamga.sha256")).unwrap();
}

/// A folder in memory where there is one: what the disk does is not asked here.
fn in_memory() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

type Answer = Result<Outcome, store::StoreError>;

fn compare(answers: &mut Vec<(Answer, store::Ticket)>) -> Result<(), TestCaseError> {
    for (right, ticket) in answers.drain(..) {
        prop_assert_eq!(ticket.wait(), right);
    }
    Ok(())
}

fn same(memory: &Memory, sqlite: &Sqlite, contents: &HashSet<Hash>) -> Result<(), TestCaseError> {
    let head = memory.head().unwrap();
    prop_assert_eq!(sqlite.head().unwrap(), head);
    for cursor in [0, head.n / 2, head.n] {
        prop_assert_eq!(dump(sqlite, cursor), dump(memory, cursor));
    }
    for content in contents {
        prop_assert_eq!(sqlite.content(*content).unwrap(), memory.content(*content).unwrap());
    }
    let found = memory.inspect().unwrap();
    prop_assert_eq!(&sqlite.inspect().unwrap(), &found);
    prop_assert_eq!(found.findings, vec![]);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_history_has_the_same_outcome_in_sqlite_as_in_the_plain_model_also_with_its_indexes_made_anew(
        steps in prop::collection::vec(step(), 1..26),
    ) {
        run(&steps)?;
    }
}
