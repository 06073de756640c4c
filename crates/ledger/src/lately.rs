//! Bodies of older versions that were read lately: whoever reads the past reads the same few again and again.

use crate::content::AnyBody;
use std::sync::{Arc, PoisonError, RwLock};

/// How many are kept before all are forgotten.
const MOST: usize = 500;

type HashMap<K, V> = std::collections::HashMap<K, V, foldhash::fast::RandomState>;

/// Bodies by the number of their version in the journal. Nothing here is looked at but through the register, which asks
/// first what became of the content.
#[derive(Default)]
pub(crate) struct Lately(RwLock<HashMap<u64, Arc<dyn AnyBody>>>);

impl Lately {
    /// The body as it was read before, or read now and kept as long as `stands` says so: an erasure may have come between.
    pub(crate) fn get_or(
        &self,
        n: u64,
        read: impl FnOnce() -> Option<Arc<dyn AnyBody>>,
        stands: impl FnOnce() -> bool,
    ) -> Option<Arc<dyn AnyBody>> {
        if let Some(body) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&n) {
            return Some(body.clone());
        }
        let body = read()?;
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        if stands() {
            kept.insert(n, body.clone());
        }
        Some(body)
    }

    /// Forgets a body whose content was erased. It no longer stands by then.
    pub(crate) fn forget(&self, n: u64) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).remove(&n);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Erasure, Ground};
    use crate::id::{Hash, RecordId};

    fn body(letter: u8) -> Option<Arc<dyn AnyBody>> {
        let record = RecordId::from_chance([letter; 16]);
        Some(Arc::new(Erasure { content: Hash::of(&[letter]), ground: Ground::Spill, record }))
    }

    #[test]
    fn a_body_is_read_once_and_not_kept_once_it_was_erased() {
        let lately = Lately::default();
        assert!(lately.get_or(1, || body(1), || true).is_some());
        assert!(lately.get_or(1, || None, || true).is_some(), "kept");
        lately.forget(1);
        assert!(lately.get_or(1, || None, || true).is_none());
        assert!(lately.get_or(2, || body(2), || false).is_some(), "it was read before the erasure came");
        assert!(lately.get_or(2, || None, || true).is_none());
    }

    #[test]
    fn the_memory_is_bounded() {
        let lately = Lately::default();
        (0..2 * MOST as u64).for_each(|n| drop(lately.get_or(n, || body(1), || true)));
        assert!(lately.0.read().unwrap().len() <= MOST);
    }
}
