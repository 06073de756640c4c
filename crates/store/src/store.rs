//! The narrow waist: what every store can do, and nothing else.

use ledger::draft::Own;
use ledger::entry::Batch;
use ledger::examine::Barred;
use ledger::gate::From;
use ledger::id::{ActId, Hash};
use ledger::journal::Head;
use ledger::time::Stamp;
use ledger::verify::{Inspection, Kept, Lent};

/// A log of accepted entries with a journal. Cheap to share between threads.
pub trait Store: Send + Sync {
    /// Where the journal stands.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn head(&self) -> Result<Head, StoreError>;

    /// Hands in one act's batch, to be written after those handed in before. `expected`: the journal's length on
    /// which the act was decided; `None` where nothing was decided (what another node sends).
    fn submit(&self, expected: Option<u64>, from: From, batch: Batch) -> Ticket;

    /// [`Store::submit`] for an act whose versions this process has just signed. The gate asks of them what it asks of
    /// others', but for the form and the signature that they were given here (docs/decisions/0011).
    fn submit_own(&self, expected: u64, act: ActId, seen: Stamp, own: Vec<Own>) -> Ticket {
        let entries = own.into_iter().map(Own::into_entry).collect();
        self.submit(Some(expected), From::Here, Batch { act, seen, entries })
    }

    /// Reads the entries after `cursor`, in order. A content comes with the entry that first brought it.
    ///
    /// # Errors
    /// If the store cannot be read, or its bytes are not what a store writes.
    fn since(&self, cursor: u64, each: &mut dyn FnMut(Kept)) -> Result<(), StoreError>;

    /// Lends the entries after `cursor`, up to and with `until`, in order: the quick way to fill a register.
    ///
    /// # Errors
    /// As [`Store::since`].
    fn lend(&self, cursor: u64, until: u64, each: &mut dyn FnMut(Lent<'_>)) -> Result<(), StoreError>;

    /// The bytes of a content; nothing if it is unknown or erased.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn content(&self, content: Hash) -> Result<Option<Box<[u8]>>, StoreError>;

    /// Checks everything, trusting nothing but the keys.
    ///
    /// # Errors
    /// If the store cannot be read at all; what can be read and does not fit is a finding.
    fn inspect(&self) -> Result<Inspection, StoreError>;

    /// Finishes what was handed in and puts the store away. Nothing can be handed in afterwards.
    ///
    /// # Errors
    /// If something could not be put away; what was acknowledged is on disk all the same.
    fn close(&self) -> Result<(), StoreError>;

    /// [`Store::submit`], and waits for the answer.
    ///
    /// # Errors
    /// Those of [`Ticket::wait`].
    fn append(&self, expected: Option<u64>, from: From, batch: Batch) -> Result<Outcome, StoreError> {
        self.submit(expected, from, batch).wait()
    }
}

/// What became of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is on disk; the journal stands there now. `forks` counts entries kept only as evidence of a fork.
    Appended {
        /// The journal's new head.
        head: Head,
        /// How many forks there were in it.
        forks: usize,
    },
    /// The journal stood elsewhere than expected: decide again on what is there now.
    Stale {
        /// Where it stands.
        head: Head,
    },
    /// The act was done before. Nothing was written.
    AlreadyDone,
}

/// The answer to a batch that was handed in.
pub struct Ticket(flume::Receiver<Result<Outcome, StoreError>>);

impl Ticket {
    /// A ticket, and where its answer is to be put.
    pub fn new() -> (Self, flume::Sender<Result<Outcome, StoreError>>) {
        let (answer, ticket) = flume::bounded(1);
        (Ticket(ticket), answer)
    }

    /// An answer that is known already.
    pub fn answered(answer: Result<Outcome, StoreError>) -> Self {
        let (ticket, place) = Ticket::new();
        // The receiver is `ticket` itself: it is there.
        let _ = place.send(answer);
        ticket
    }

    /// Waits until the batch is on disk, or is refused.
    ///
    /// # Errors
    /// The gate's reason, or what is wrong with the store.
    pub fn wait(self) -> Result<Outcome, StoreError> {
        self.0.recv().unwrap_or(Err(StoreError::Closed))
    }
}

/// Why a store cannot do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// There is no file there.
    #[error("no database at {path}")]
    Absent {
        /// The path.
        path: String,
    },
    /// There is a file already, where a new one was to be made.
    #[error("a database exists at {path}")]
    Exists {
        /// The path.
        path: String,
    },
    /// The file is a database of something else, or no database at all. It was not touched.
    #[error("{path} is not a Tamga database")]
    Foreign {
        /// The path.
        path: String,
    },
    /// The file was written by a newer version. It was not touched.
    #[error("the database has format {format}; this program knows {known}")]
    Newer {
        /// The file's format.
        format: u32,
        /// The newest known here.
        known: u32,
    },
    /// The file is damaged. Nothing was changed.
    #[error("the database is damaged: {detail}")]
    Damaged {
        /// What the database engine said.
        detail: String,
    },
    /// The file is not the one that was put away: its seal does not fit. Nothing was changed.
    #[error("{path} does not fit its seal {seal}")]
    SealBroken {
        /// The file.
        path: String,
        /// The seal beside it.
        seal: String,
    },
    /// The disk is full, or the file may not be written.
    #[error("the database cannot be written: {detail}")]
    Unwritable {
        /// What the operating system said.
        detail: String,
    },
    /// A key file is missing or not readable.
    #[error("the key at {path} cannot be used: {detail}")]
    Key {
        /// The path.
        path: String,
        /// Why.
        detail: String,
    },
    /// An entry may not enter; nothing of its batch was written.
    #[error("entry {index} of the batch may not enter: {barred}")]
    Barred {
        /// Which of the batch, from 0.
        index: usize,
        /// The gate's reason.
        barred: Barred,
    },
    /// The store was closed.
    #[error("the store is closed")]
    Closed,
}
