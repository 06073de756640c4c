//! Filling the register from a store: one thread reads rows and headers, the other decodes and shelves.

use ledger::content::Kinds;
use ledger::register::{Accepted, Register};
use store::{Store, StoreError};

/// How many entries travel together from the reading to the shelving thread.
const TOGETHER: usize = 512;

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
    let (full, incoming) = flume::bounded::<Vec<Accepted>>(16);
    let from = register.head();
    std::thread::scope(|scope| {
        let reading = scope.spawn(move || read(store, from, &full));
        for accepted in incoming {
            for entry in accepted {
                register.feed(entry);
            }
            progress(register.head());
        }
        reading.join().unwrap_or(Err(StoreError::Closed))
    })
}

fn read(store: &dyn Store, from: u64, full: &flume::Sender<Vec<Accepted>>) -> Result<(), StoreError> {
    let mut chunk = Vec::with_capacity(TOGETHER);
    let mut unreadable = None;
    store.since(from, &mut |kept| {
        let n = kept.n;
        match Accepted::read(kept) {
            Some(accepted) => chunk.push(accepted),
            None => unreadable = unreadable.or(Some(n)),
        }
        if chunk.len() == TOGETHER {
            let chunk = std::mem::replace(&mut chunk, Vec::with_capacity(TOGETHER));
            // The receiver lives as long as this scope.
            let _ = full.send(chunk);
        }
    })?;
    let _ = full.send(chunk);
    match unreadable {
        Some(n) => Err(StoreError::Damaged { detail: format!("entry {n}") }),
        None => Ok(()),
    }
}
