//! What was said once is not worked out again: dates and short messages come back on every page.

use std::borrow::Borrow;
use std::hash::Hash;
use std::sync::{OnceLock, PoisonError, RwLock};

type HashMap<K, V> = std::collections::HashMap<K, V, foldhash::fast::RandomState>;

/// How many answers are kept before all are forgotten.
const MOST: usize = 4096;

/// Answers of a pure function by what was asked.
pub(crate) struct Memo<K, V> {
    kept: OnceLock<RwLock<HashMap<K, V>>>,
}

impl<K: Hash + Eq + Clone, V: Clone> Memo<K, V> {
    /// Nothing kept yet.
    pub(crate) const fn new() -> Self {
        Memo { kept: OnceLock::new() }
    }

    /// The answer as it was, or worked out now and kept.
    pub(crate) fn get_or<Q>(&self, asked: &Q, work_out: impl FnOnce() -> V) -> V
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ToOwned<Owned = K> + ?Sized,
    {
        let kept = self.kept.get_or_init(RwLock::default);
        if let Some(answer) = kept.read().unwrap_or_else(PoisonError::into_inner).get(asked) {
            return answer.clone();
        }
        let answer = work_out();
        let mut kept = kept.write().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(asked.to_owned(), answer.clone());
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_worked_out_once_and_the_memory_is_bounded() {
        let memo = Memo::new();
        assert_eq!(memo.get_or(&1, || "one".into()), "one");
        assert_eq!(memo.get_or(&1, || unreachable!("Invariant: kept above")), "one");
        (0..MOST * 2).for_each(|number| drop(memo.get_or(&number, || number.to_string())));
        assert!(memo.kept.get().unwrap().read().unwrap().len() <= MOST);
    }
}
