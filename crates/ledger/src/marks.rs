//! Which records mark which: found by what is marked.

use crate::growing::{read, write};
use crate::id::RecordId;
use std::collections::HashMap;
use std::sync::RwLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// What marks each record that was ever marked.
pub(crate) struct Marks<T> {
    /// Whether anything is marked: nearly every ledger begins without, and asks nothing then.
    any: AtomicBool,
    by_marked: RwLock<HashMap<RecordId, Vec<T>>>,
}

impl<T> Default for Marks<T> {
    fn default() -> Self {
        Marks { any: AtomicBool::new(false), by_marked: RwLock::default() }
    }
}

impl<T: Clone> Marks<T> {
    /// Adds what marks a record, unless it is known. `same`: whether one that is known is the one that is added.
    pub(crate) fn add(&self, marked: RecordId, by: T, same: impl Fn(&T) -> bool) {
        let mut all = write(&self.by_marked);
        let markings = all.entry(marked).or_default();
        if !markings.iter().any(same) {
            markings.push(by);
        }
        self.any.store(true, Ordering::Release);
    }

    /// What marks a record.
    pub(crate) fn of(&self, marked: RecordId) -> Vec<T> {
        match self.any.load(Ordering::Acquire) {
            true => read(&self.by_marked).get(&marked).cloned().unwrap_or_default(),
            false => Vec::new(),
        }
    }
}
