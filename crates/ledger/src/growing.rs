//! Lists that only grow: they are read by index while they are fed, and no lock is held longer than one look.

use std::ops::Range;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// A list that only grows: read by index while it is fed.
pub(crate) struct Growing<T>(RwLock<Vec<T>>);

impl<T> Default for Growing<T> {
    fn default() -> Self {
        Growing(RwLock::default())
    }
}

impl<T: Clone> Growing<T> {
    pub(crate) fn push(&self, item: T) {
        write(&self.0).push(item);
    }

    pub(crate) fn len(&self) -> usize {
        read(&self.0).len()
    }

    pub(crate) fn get(&self, index: usize) -> Option<T> {
        read(&self.0).get(index).cloned()
    }

    /// What is read from the whole list at once. The feeder waits meanwhile, so this is for short lists.
    pub(crate) fn look<R>(&self, read_all: impl FnOnce(&[T]) -> R) -> R {
        read_all(&read(&self.0))
    }

    /// Takes the items that are wanted from a stretch of the list.
    pub(crate) fn gather(&self, stretch: Range<usize>, wanted: impl Fn(&T) -> bool, into: &mut Vec<T>) {
        into.extend(read(&self.0)[stretch].iter().filter(|item| wanted(item)).cloned());
    }

    pub(crate) fn any(&self, test: impl Fn(&T) -> bool) -> bool {
        read(&self.0).iter().any(test)
    }

    pub(crate) fn find_last(&self, test: impl Fn(&T) -> bool) -> Option<T> {
        read(&self.0).iter().rev().find(|item| test(item)).cloned()
    }

    pub(crate) fn whole(&self) -> Vec<T> {
        read(&self.0).clone()
    }

    pub(crate) fn iter(&self, len: usize) -> impl Iterator<Item = T> + '_ {
        (0..len).map_while(|index| self.get(index))
    }
}

/// A register whose feeder panicked is still whole up to its head: later slots are not seen by any snapshot.
pub(crate) fn read<T>(lock: &RwLock<T>) -> RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}

pub(crate) fn write<T>(lock: &RwLock<T>) -> RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}
