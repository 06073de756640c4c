//! Filling the register from a store: some threads read and decode stretches of the journal, in turns; the caller
//! shelves them in order.

use ledger::content::Kinds;
use ledger::register::{Accepted, Register};
use std::num::NonZero;
use std::thread::available_parallelism;
use store::{Store, StoreError};

/// How many entries a stretch has.
const STRETCH: u64 = 1024;

/// How many stretches of one reader wait to be shelved.
const WAITING: usize = 2;

/// How many threads read at most: shelving is one thread's, and cannot keep up with more.
const MOST_READERS: usize = 4;

type Stretch = Result<Vec<Accepted>, StoreError>;

/// A register with everything the store holds. `progress` is told how many entries were taken in, now and then.
///
/// # Errors
/// If the store cannot be read, or an entry is not what the gate lets in.
pub fn register(
    store: &dyn Store,
    kinds: Kinds,
    progress: &mut dyn FnMut(u64),
) -> Result<Register, StoreError> {
    let register = Register::new(kinds);
    catch_up(store, &register, progress)?;
    Ok(register)
}

/// Takes in what the store holds beyond the register's head.
///
/// # Errors
/// As [`register`].
pub fn catch_up(
    store: &dyn Store,
    register: &Register,
    progress: &mut dyn FnMut(u64),
) -> Result<(), StoreError> {
    let (from, until, kinds) = (register.head(), store.head()?.n, register.kinds());
    let starts: Vec<u64> = (from..until).step_by(STRETCH as usize).collect();
    let processors = available_parallelism().map_or(1, NonZero::get);
    let readers = processors.min(MOST_READERS).min(starts.len());
    std::thread::scope(|scope| {
        let starts = &starts;
        let read_in_turns = |reader: usize| {
            let (full, incoming) = flume::bounded::<Stretch>(WAITING);
            scope.spawn(move || {
                for start in starts.iter().skip(reader).step_by(readers) {
                    let stretch = read(store, kinds, *start, until.min(start + STRETCH));
                    // Where nobody waits any more, another stretch could not be read.
                    if full.send(stretch).is_err() {
                        return;
                    }
                }
            });
            incoming
        };
        let incoming: Vec<flume::Receiver<Stretch>> = (0..readers).map(read_in_turns).collect();
        for queue in incoming.iter().cycle().take(starts.len()) {
            let stretch = queue.recv().unwrap_or(Err(StoreError::Closed))?;
            stretch.into_iter().for_each(|accepted| register.feed(accepted));
            progress(register.head());
        }
        Ok(())
    })
}

fn read(store: &dyn Store, kinds: Kinds, after: u64, until: u64) -> Stretch {
    let mut stretch = Vec::with_capacity(STRETCH as usize);
    let mut unreadable = None;
    store.lend(after, until, &mut |lent| match Accepted::read(&lent, kinds) {
        Some(accepted) => stretch.push(accepted),
        None => unreadable = unreadable.or(Some(lent.n)),
    })?;
    match unreadable {
        Some(n) => Err(StoreError::Damaged { detail: format!("entry {n}") }),
        None => Ok(stretch),
    }
}
