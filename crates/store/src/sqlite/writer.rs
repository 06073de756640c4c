//! The one writer: takes what waits, writes it in one transaction, and answers only once that is on disk.

use super::Job;
use super::rows::{self, Columns};
use crate::store::{Outcome, StoreError};
use ledger::entry::{Batch, Entry, What};
use ledger::examine::{Barred, Examined};
use ledger::gate::{Admitted, From, Holdings, LaneHead, admit};
use ledger::id::{ActId, Hash, Kind, OwnerId, RecordId};
use ledger::journal::{CHECKPOINT_EVERY, Head, Line, checkpoint};
use ledger::key::SecretKey;
use ledger::order::frozen;
use ledger::owner::{Genesis, Hosting};
use ledger::time::Stamp;
use ledger::version::Lane;
use rusqlite::{Connection, OptionalExtension, Params, Row, Transaction, TransactionBehavior, params};
use std::cell::RefCell;
use std::collections::HashMap;
use std::thread::{self, JoinHandle};

type Answer = flume::Sender<Result<Outcome, StoreError>>;

/// How many batches go into one transaction at most.
const TOGETHER: usize = 256;

/// Starts the writer's thread.
pub(super) fn start(
    connection: Connection,
    node: SecretKey,
    jobs: flume::Receiver<Job>,
) -> Result<JoinHandle<Result<(), StoreError>>, StoreError> {
    let run = move || Writer { connection, node }.run(&jobs);
    let named = thread::Builder::new().name("ledger-writer".into());
    named.spawn(run).map_err(|error| StoreError::Unwritable { detail: error.to_string() })
}

struct Writer {
    connection: Connection,
    node: SecretKey,
}

impl Writer {
    fn run(mut self, jobs: &flume::Receiver<Job>) -> Result<(), StoreError> {
        // Ends once everybody who can hand in is gone and everything that was handed in is answered.
        while let Ok(first) = jobs.recv() {
            self.commit(std::iter::once(first).chain(jobs.try_iter().take(TOGETHER - 1)).collect());
        }
        self.connection.pragma_update(None, "wal_checkpoint", "truncate")?;
        self.connection.close().map_err(|(_, error)| StoreError::from(error))
    }

    /// Writes the batches in one transaction. If that fails as a whole, nothing was written and everyone is told.
    fn commit(&mut self, jobs: Vec<Job>) {
        let (waiting, places): (Vec<_>, Vec<Answer>) = jobs
            .into_iter()
            .map(|Job { expected, from, batch, examined, answer }| {
                (HandedIn { expected, from, batch, examined }, answer)
            })
            .unzip();
        let answers = match write_all(&mut self.connection, &self.node, waiting) {
            Ok(answers) => answers,
            Err(error) => places.iter().map(|_| Err(error.clone())).collect(),
        };
        for (answer, place) in answers.into_iter().zip(places) {
            // Who no longer waits for the answer can ask again with the same act.
            let _ = place.send(answer);
        }
    }
}

type Answers = Vec<Result<Outcome, StoreError>>;

/// A batch that waited, with what was found of its entries before.
struct HandedIn {
    expected: Option<u64>,
    from: From,
    batch: Batch,
    examined: Vec<Result<Examined, Barred>>,
}

fn write_all(
    connection: &mut Connection,
    node: &SecretKey,
    waiting: Vec<HandedIn>,
) -> Result<Answers, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let before = rows::head(&transaction)?;
    let last = one(&transaction, "select seen from entry order by n desc limit 1", [], |row| row.get(0))?;
    let mut end = End { head: before, seen: last.map_or(Stamp::EPOCH, Stamp::from_millis) };
    let held = Held { connection: &transaction, hosts: RefCell::default() };
    let mut answers = Answers::new();
    for handed_in in waiting {
        // Prepared once: `Transaction::savepoint` would have each parsed anew.
        execute(&transaction, "savepoint batch", [])?;
        let answer = write_batch(&held, end, handed_in);
        if transaction.is_autocommit() {
            // A full disk can make the engine give up the whole transaction: nobody's batch is there any more.
            return Err(answer.err().unwrap_or(StoreError::Closed));
        }
        if !matches!(answer, Ok((Outcome::Appended { .. }, _))) {
            execute(&transaction, "rollback to batch", [])?;
            held.forget_hosts();
        }
        execute(&transaction, "release batch", [])?;
        answers.push(answer.map(|(outcome, reached)| {
            end = reached;
            outcome
        }));
    }
    let erased = "select 1 from erased where n > $1 limit 1";
    let erases = one(&transaction, erased, [before.n as i64], |_| Ok(()))?.is_some();
    write_checkpoint(&transaction, before, node)?;
    transaction.commit()?;
    if erases {
        // What was erased must not linger in the log beside the file. If a long read is in the way, the next
        // erasure or putting away does it.
        let _ = connection.pragma_update(None, "wal_checkpoint", "truncate");
    }
    Ok(answers)
}

/// Where the journal ends: its head, and when the last line was seen.
#[derive(Clone, Copy)]
struct End {
    head: Head,
    seen: Stamp,
}

/// Writes a batch after `end`, and says where the journal ends then.
fn write_batch(held: &Held<'_>, end: End, handed_in: HandedIn) -> Result<(Outcome, End), StoreError> {
    let HandedIn { expected, from, batch, examined } = handed_in;
    let save = held.connection;
    let done = one(save, "select 1 from entry where act = $1 limit 1", [batch.act.as_bytes()], |_| Ok(()))?;
    if done.is_some() {
        return Ok((Outcome::AlreadyDone, end));
    }
    let mut head = end.head;
    if expected.is_some_and(|expected| expected != head.n) {
        return Ok((Outcome::Stale { head }, end));
    }
    let seen = frozen(batch.seen, end.seen);
    let mut forks = 0;
    for (index, (entry, examined)) in batch.entries.into_iter().zip(examined).enumerate() {
        let refuse = |barred| StoreError::Barred { index, barred };
        let examined = examined.map_err(refuse)?;
        let admitted = admit(&examined, from, held).map_err(refuse)?;
        let (what, erased) = match admitted {
            Admitted::Held => continue,
            Admitted::Fork(_) => (What::Fork, None),
            Admitted::Erasure(_, content) => (entry.what, Some(content)),
            Admitted::Version(_) => (entry.what, None),
            Admitted::Genesis(_) | Admitted::Hosting(_) => {
                held.forget_hosts();
                (entry.what, None)
            }
        };
        forks += usize::from(what == What::Fork);
        let columns = Columns::examined(examined);
        head = write_entry(save, head, Entry { what, ..entry }, &columns, batch.act, seen)?;
        if let Some(content) = erased {
            erase(save, head.n, content)?;
        }
    }
    let seen = if head == end.head { end.seen } else { seen };
    Ok((Outcome::Appended { head, forks }, End { head, seen }))
}

/// Destroys a content that the owner of entry `n` had, and notes that it stays away if it comes again.
fn erase(save: &Connection, n: u64, content: Hash) -> Result<(), StoreError> {
    // The engine numbers its parameters in the order in which they first appear.
    let note = "insert into erased (hash, n, owner) select $1, n, owner from entry where n = $2";
    execute(save, note, params![content.as_bytes(), n as i64])?;
    let destroy = "delete from content where hash = $1 and owner = (select owner from entry where n = $2)";
    execute(save, destroy, params![content.as_bytes(), n as i64])
}

fn write_entry(
    save: &Connection,
    head: Head,
    entry: Entry,
    columns: &Columns,
    act: ActId,
    seen: Stamp,
) -> Result<Head, StoreError> {
    let line = Line::after(head, entry.what, columns.hash(), &entry.signature, act, seen);
    let next = line.head();
    let [hash, owner, record, kind, lane, no, at, content] = columns.values();
    let head_bytes = next.hash.map(|hash| *hash.as_bytes());
    let mut insert = save.prepare_cached(
        "insert into entry (n, what, hash, owner, record, kind, lane, no, at, content, act, seen, head, bytes, signature)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
    )?;
    insert.execute(params![
        next.n as i64,
        entry.what.word(),
        hash,
        owner,
        record,
        kind,
        lane,
        no,
        at,
        content,
        act.as_bytes(),
        seen.millis(),
        head_bytes,
        entry.bytes,
        entry.signature
    ])?;
    if let Some(bytes) = &entry.content {
        let brought = "insert into content (n, hash, owner, bytes) select $1, $2, $3, $4
            where not exists (select 1 from erased where hash = $2 and owner = $3) on conflict (hash, owner) do nothing";
        execute(save, brought, params![next.n as i64, content, owner, bytes])?;
    }
    Ok(next)
}

/// The newest checkpoint replaces the one before, but every 1024th line that was passed keeps its own.
fn write_checkpoint(transaction: &Transaction<'_>, before: Head, node: &SecretKey) -> Result<(), StoreError> {
    let head = rows::head(transaction)?;
    if head == before {
        return Ok(());
    }
    execute(
        transaction,
        "delete from checkpoint where n > $1",
        [(before.n / CHECKPOINT_EVERY * CHECKPOINT_EVERY) as i64],
    )?;
    let first = before.n / CHECKPOINT_EVERY + 1;
    let passed = (first..).map(|count| count * CHECKPOINT_EVERY).take_while(|n| *n < head.n);
    passed.chain([head.n]).try_for_each(|n| keep_checkpoint(transaction, n, node))
}

/// Signs that the journal stood at that line, with the hash and the moment of the line itself.
fn keep_checkpoint(transaction: &Transaction<'_>, n: u64, node: &SecretKey) -> Result<(), StoreError> {
    let line = one(transaction, "select head, seen from entry where n = $1", [n as i64], |row| {
        Ok((rows::hash(row, 0)?, Stamp::from_millis(row.get(1)?)))
    })?;
    let Some((hash, at)) = line else { return Ok(()) };
    let Some((bytes, signature)) = checkpoint(Head { n, hash: Some(hash) }, at, node) else { return Ok(()) };
    let insert = "insert or replace into checkpoint (n, bytes, signature) values ($1, $2, $3)";
    execute(transaction, insert, params![n as i64, bytes, signature.bytes()])
}

/// An owner's genesis and hostings.
type Hosts = (Option<Genesis>, Vec<(Hash, Hosting)>);

/// What the file holds, asked inside the transaction that writes. Nobody else writes meanwhile.
struct Held<'a> {
    connection: &'a Connection,
    /// The owners that were asked for since the last genesis or hosting came, and who hosts them.
    hosts: RefCell<HashMap<OwnerId, Hosts>>,
}

impl Held<'_> {
    /// An unreadable row answers like an absent one: the insert that follows then fails, and nothing is written.
    fn ask<T, P: Params>(
        &self,
        sql: &str,
        asked: P,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Option<T> {
        one(self.connection, sql, asked, read).ok().flatten()
    }

    fn forget_hosts(&self) {
        self.hosts.borrow_mut().clear();
    }

    fn hosts_of<T>(&self, owner: OwnerId, of: impl Fn(&Hosts) -> T) -> T {
        let mut hosts = self.hosts.borrow_mut();
        of(hosts.entry(owner).or_insert_with(|| (self.read_genesis(owner), self.read_hostings(owner))))
    }

    fn read_genesis(&self, owner: OwnerId) -> Option<Genesis> {
        let sql = "select bytes from entry where hash = $1 and what = 'genesis'";
        self.ask(sql, [owner.as_bytes()], |row| rows::blob(row, 0))
            .and_then(|bytes| ledger::canonical::read(&bytes))
    }

    fn read_hostings(&self, owner: OwnerId) -> Vec<(Hash, Hosting)> {
        let all = || -> rusqlite::Result<Vec<(Hash, Hosting)>> {
            let sql = "select hash, bytes from entry where owner = $1 and what = 'hosting' order by no";
            let mut found = self.connection.prepare_cached(sql)?;
            let rows =
                found.query_map([owner.as_bytes()], |row| Ok((rows::hash(row, 0)?, rows::blob(row, 1)?)))?;
            let read = rows.filter_map(|row| {
                row.ok().and_then(|(hash, bytes)| Some((hash, ledger::canonical::read(&bytes)?)))
            });
            Ok(read.collect())
        };
        all().unwrap_or_default()
    }
}

impl Holdings for Held<'_> {
    fn genesis(&self, owner: OwnerId) -> Option<Genesis> {
        self.hosts_of(owner, |(genesis, _)| genesis.clone())
    }

    fn hostings(&self, owner: OwnerId) -> Vec<(Hash, Hosting)> {
        self.hosts_of(owner, |(_, hostings)| hostings.clone())
    }

    fn lane(&self, lane: Lane) -> Option<LaneHead> {
        let sql = "select no, hash, at, exists (select 1 from entry as fork where fork.lane = $1 and fork.what = 'fork')
            from entry where lane = $1 and what = 'version' order by no desc limit 1";
        self.ask(sql, [lane.hash().as_bytes()], |row| {
            let at = Stamp::from_millis(row.get(2)?);
            Ok(LaneHead { no: rows::unsigned(row, 0)?, hash: rows::hash(row, 1)?, at, stopped: row.get(3)? })
        })
    }

    fn version(&self, lane: Lane, no: u64) -> Option<Hash> {
        let sql = "select hash from entry where lane = $1 and no = $2 and what = 'version'";
        self.ask(sql, params![lane.hash().as_bytes(), no as i64], |row| rows::hash(row, 0))
    }

    fn record(&self, record: RecordId) -> Option<(OwnerId, Kind)> {
        let sql = "select owner, kind from entry where record = $1 and what = 'version' limit 1";
        let (owner, kind) =
            self.ask(sql, [record.as_bytes()], |row| Ok((rows::hash(row, 0)?, row.get::<_, String>(1)?)))?;
        Some((owner, kind.parse().ok()?))
    }

    fn knows_fork(&self, fork: Hash) -> bool {
        let sql = "select 1 from entry where hash = $1 and what = 'fork'";
        self.ask(sql, [fork.as_bytes()], |_| Ok(())).is_some()
    }

    fn knows_content(&self, owner: OwnerId, content: Hash) -> bool {
        let sql = "select 1 from content where hash = $1 and owner = $2";
        let held = self.ask(sql, [content.as_bytes(), owner.as_bytes()], |_| Ok(())).is_some();
        held || self.is_erased(owner, content)
    }

    fn is_erased(&self, owner: OwnerId, content: Hash) -> bool {
        let sql = "select 1 from erased where hash = $1 and owner = $2 limit 1";
        self.ask(sql, [content.as_bytes(), owner.as_bytes()], |_| Ok(())).is_some()
    }

    fn is_erasure(&self, owner: OwnerId, content: Hash) -> bool {
        let sql = "select 1 from erased join entry on entry.n = erased.n
            where entry.content = $1 and entry.owner = $2 limit 1";
        self.ask(sql, [content.as_bytes(), owner.as_bytes()], |_| Ok(())).is_some()
    }

    fn last_stamp(&self, owner: OwnerId) -> Option<Stamp> {
        let sql = "select max(at) from entry where owner = $1 and what = 'version'";
        self.ask(sql, [owner.as_bytes()], |row| row.get::<_, Option<i64>>(0))
            .flatten()
            .map(Stamp::from_millis)
    }
}

fn one<T, P: Params>(
    connection: &Connection,
    sql: &str,
    asked: P,
    read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Option<T>> {
    connection.prepare_cached(sql)?.query_row(asked, read).optional()
}

fn execute<P: Params>(connection: &Connection, sql: &str, values: P) -> Result<(), StoreError> {
    connection.prepare_cached(sql)?.execute(values)?;
    Ok(())
}
