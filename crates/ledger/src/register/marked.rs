//! Which records mark which: looked up with each record that is seen, so it has a list of its own.

use super::{Register, Shelf, Slot, read, write};
use crate::content::Body;
use crate::id::RecordId;
use crate::marking::Marking;
use std::sync::Arc;
use std::sync::atomic::Ordering;

impl Register {
    /// Lists a marking under the record that it marks.
    pub(super) fn mark(&self, shelf: &Arc<Shelf>, slot: &Slot) {
        if shelf.kind.as_str() != Marking::KIND {
            return;
        }
        let Some(body) = self.body(shelf, slot) else { return };
        let Ok(marking) = body.as_any().downcast::<Marking>() else { return };
        let mut marked = write(&self.by_marked);
        let markings = marked.entry(marking.of).or_default();
        if !markings.iter().any(|known| known.record == shelf.record) {
            markings.push(shelf.clone());
        }
        self.marks.store(true, Ordering::Release);
    }

    /// The records that mark that one, whoever wrote them.
    pub(crate) fn markings_of(&self, record: RecordId) -> Vec<Arc<Shelf>> {
        match self.marks.load(Ordering::Acquire) {
            true => read(&self.by_marked).get(&record).cloned().unwrap_or_default(),
            false => Vec::new(),
        }
    }
}
