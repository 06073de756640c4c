//! SQLite: one file. One thread writes, and commits everything that waits in one durable transaction (WAL,
//! `synchronous = FULL`); each batch has a savepoint, so that one refused act does not undo its neighbours.

mod open;
mod rows;
mod writer;

use crate::store::{Outcome, Store, StoreError, Ticket};
use ledger::draft::Own;
use ledger::entry::Batch;
use ledger::examine::{Barred, Examined, examine};
use ledger::gate::From;
use ledger::id::{ActId, Hash};
use ledger::journal::Head;
use ledger::key::SecretKey;
use ledger::time::Stamp;
use ledger::verify::{Inspection, Kept, Lent};
use rusqlite::{Connection, OptionalExtension};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};
use std::thread::JoinHandle;

/// The application id in the file's header: the letters TAMG.
pub(crate) const APPLICATION: i32 = 0x5441_4d47;

/// The format of the file: the number of migrations it has had.
pub(crate) const FORMAT: u32 = 1;

/// A store in one SQLite file.
pub struct Sqlite {
    path: PathBuf,
    node: SecretKey,
    /// The queue in front of the writer; nothing once the store is closed.
    jobs: RwLock<Option<flume::Sender<Job>>>,
    /// Nothing once the store is closed.
    reader: Mutex<Option<Connection>>,
    writer: Mutex<Option<JoinHandle<Result<(), StoreError>>>>,
    /// Shared by all processes that have the file open: only the last one may seal it.
    lock: File,
}

/// What the writer is asked to do.
pub(crate) struct Job {
    expected: Option<u64>,
    from: From,
    batch: Batch,
    /// What was found of each entry of the batch, before the queue.
    examined: Vec<Result<Examined, Barred>>,
    answer: flume::Sender<Result<Outcome, StoreError>>,
}

/// How many batches may wait before those who hand them in have to wait too.
const WAITING: usize = 1024;

impl Sqlite {
    /// Makes a new file; never touches one that exists.
    ///
    /// # Errors
    /// If there is a file, or it cannot be made.
    pub fn create(path: &Path, node: SecretKey) -> Result<Self, StoreError> {
        if path.exists() {
            return Err(StoreError::Exists { path: path.display().to_string() });
        }
        open::create(path)?;
        Self::open(path, node)
    }

    /// Whether a file is one of ours: asked without changing it, and before anything is written beside it.
    ///
    /// # Errors
    /// If there is none, it is not ours, newer, or damaged.
    pub fn recognize(path: &Path) -> Result<(), StoreError> {
        open::recognise(path)
    }

    /// Opens a file for reading and writing. A foreign or newer file is not touched.
    ///
    /// # Errors
    /// If there is none, it is not ours, newer, or damaged.
    pub fn open(path: &Path, node: SecretKey) -> Result<Self, StoreError> {
        let lock = open::lock(path)?;
        let connection = open::for_writing(path)?;
        let reader = open::for_reading(path)?;
        let (jobs, waiting) = flume::bounded(WAITING);
        let writer = writer::start(connection, node.clone(), waiting)?;
        Ok(Sqlite {
            path: path.to_owned(),
            node,
            jobs: RwLock::new(Some(jobs)),
            reader: Mutex::new(Some(reader)),
            writer: Mutex::new(Some(writer)),
            lock,
        })
    }

    /// Checks a file without writing to it: every entry, the engine's own check, and, where the file was put away
    /// whole, the seal beside it.
    ///
    /// # Errors
    /// If the file is absent, not ours, or cannot be read at all.
    pub fn inspect_file(path: &Path, node: &ledger::key::PublicKey) -> Result<FileInspection, StoreError> {
        let seal = open::check_seal(path)?;
        let connection = open::for_inspection(path)?;
        let engine = open::engine_check(&connection);
        let ledger = rows::inspect(&connection, node)?;
        Ok(FileInspection { ledger, engine, seal })
    }

    /// Lends the entries of a file, without writing to it: for whoever checks what is in them.
    ///
    /// # Errors
    /// As [`Sqlite::inspect_file`].
    pub fn lend_file(path: &Path, each: &mut dyn FnMut(Lent<'_>)) -> Result<(), StoreError> {
        let connection = open::for_inspection(path)?;
        let until = rows::head(&connection)?.n;
        rows::lend(&connection, 0, until, each)
    }

    /// Puts a batch into the queue. `examine`: what is found of each entry, in the thread of whoever hands it in: the
    /// writer is one, and has enough to do.
    fn queue(
        &self,
        expected: Option<u64>,
        from: From,
        batch: Batch,
        examine: impl FnOnce(&Batch) -> Vec<Result<Examined, Barred>>,
    ) -> Ticket {
        let (ticket, answer) = Ticket::new();
        let jobs = self.jobs.read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(jobs) = jobs {
            let examined = examine(&batch);
            let _ = jobs.send(Job { expected, from, batch, examined, answer });
        }
        // Where the queue is gone, so is the answer's place, and the ticket says `Closed`.
        ticket
    }

    fn reader(&self) -> MutexGuard<'_, Option<Connection>> {
        self.reader.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A connection of its own: a long read must not keep short ones waiting.
    fn long_reader(&self) -> Result<Connection, StoreError> {
        match *self.reader() {
            Some(_) => open::for_reading(&self.path),
            None => Err(StoreError::Closed),
        }
    }
}

/// What a check of a file found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileInspection {
    /// What the entries say.
    pub ledger: Inspection,
    /// What the engine finds wrong with its pages and indexes; empty if nothing.
    pub engine: Vec<String>,
    /// Whether the file's bytes are those that were put away.
    pub seal: Seal,
}

/// The seal beside a database: the SHA-256 of the whole file, written when it is put away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    /// The file's bytes are those that were put away.
    Whole,
    /// They are not.
    Broken,
    /// There is none: the file is in use, or was not put away (a power cut). Bytes that hold no data are unchecked.
    Absent,
}

impl Store for Sqlite {
    fn head(&self) -> Result<Head, StoreError> {
        rows::head(self.reader().as_ref().ok_or(StoreError::Closed)?).map_err(StoreError::from)
    }

    fn submit(&self, expected: Option<u64>, from: From, batch: Batch) -> Ticket {
        self.queue(expected, from, batch, |batch| batch.entries.iter().map(examine).collect())
    }

    fn submit_own(&self, expected: u64, act: ActId, seen: Stamp, own: Vec<Own>) -> Ticket {
        let (entries, examined) = own.into_iter().map(Own::into_examined).unzip();
        self.queue(Some(expected), From::Here, Batch { act, seen, entries }, |_| examined)
    }

    fn since(&self, cursor: u64, each: &mut dyn FnMut(Kept)) -> Result<(), StoreError> {
        rows::since(&self.long_reader()?, cursor, each)
    }

    fn lend(&self, cursor: u64, until: u64, each: &mut dyn FnMut(Lent<'_>)) -> Result<(), StoreError> {
        rows::lend(&self.long_reader()?, cursor, until, each)
    }

    fn content(&self, content: Hash) -> Result<Option<Box<[u8]>>, StoreError> {
        let reader = self.reader();
        let connection = reader.as_ref().ok_or(StoreError::Closed)?;
        let mut found = connection.prepare_cached("select bytes from content where hash = $1")?;
        let bytes = found.query_row([content.as_bytes()], |row| row.get::<_, Vec<u8>>(0)).optional()?;
        Ok(bytes.map(Vec::into_boxed_slice))
    }

    fn inspect(&self) -> Result<Inspection, StoreError> {
        rows::inspect(&self.long_reader()?, &self.node.public())
    }

    fn close(&self) -> Result<(), StoreError> {
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(writer) = writer else { return Ok(()) };
        drop(self.jobs.write().unwrap_or_else(PoisonError::into_inner).take());
        let written = writer.join().unwrap_or(Err(StoreError::Closed));
        let last = self.reader().take().map_or(Ok(()), Connection::close);
        written?;
        last.map_err(|(_, error)| StoreError::from(error))?;
        open::seal(&self.path, &self.lock)
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        // What was acknowledged is on disk; without a seal the next check says so.
        let _ = self.close();
    }
}

impl std::convert::From<rusqlite::types::FromSqlError> for StoreError {
    fn from(error: rusqlite::types::FromSqlError) -> Self {
        StoreError::Damaged { detail: error.to_string() }
    }
}

impl std::convert::From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{
            CannotOpen, DatabaseCorrupt, DiskFull, NotADatabase, PermissionDenied, ReadOnly, SystemIoFailure,
        };
        let detail = error.to_string();
        match error.sqlite_error_code() {
            Some(DiskFull | ReadOnly | PermissionDenied | CannotOpen | SystemIoFailure) => {
                StoreError::Unwritable { detail }
            }
            Some(DatabaseCorrupt | NotADatabase) | None => StoreError::Damaged { detail },
            Some(_) => StoreError::Unwritable { detail },
        }
    }
}
