//! What every store must do, as one suite: a store that passes it may stand in for any other.
//!
//! Each case is a sentence and a function that gets a maker of empty stores of the node [`pen::node`]. The cases
//! panic where the sentence does not hold: they are for tests, and nothing else calls them.

// A suite for tests: where it panics, a sentence does not hold.
#![allow(clippy::unwrap_used)]

// In reading order: a module uses only those above it.
pub mod pen;
mod append;
mod gate;
mod erasure;

use crate::store::Store;
use pen::Make;

/// A sentence that holds for every store, and how it is tried.
pub type Case = (&'static str, fn(&Make<'_>));

/// All cases.
pub fn suite() -> Vec<Case> {
    [append::CASES, gate::CASES, erasure::CASES].concat()
}

/// Everything a store holds, in the order of its journal, in a form that can be compared.
pub fn dump(store: &dyn Store, cursor: u64) -> Vec<pen::Told> {
    let mut told = Vec::new();
    store.since(cursor, &mut |kept| told.push(pen::Told::from(kept))).unwrap();
    told
}
