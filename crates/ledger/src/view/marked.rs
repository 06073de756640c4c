//! How what a view shows is to be handled: in the words of its owner.

use super::{View, newest_of};
use crate::id::RecordId;
use crate::marking::Marking;
use crate::register::{Shelf, Slot};
use crate::text::Text;
use std::sync::Arc;

impl View<'_> {
    /// How a record is to be handled, in its owner's words, if it is marked and the reader has it.
    pub fn marking_words(&self, record: RecordId) -> Option<Text> {
        let shelf = self.register.find(record)?;
        self.newest(&shelf).and_then(|_| self.marking(&shelf)).map(|marking| marking.words.clone())
    }

    /// How a record is to be handled: a matter of access, so of today. Whoever was given the record was given its marking.
    pub(super) fn marking(&self, marked: &Shelf) -> Option<Arc<Marking>> {
        self.register
            .markings_of(marked.record)
            .iter()
            .filter(|shelf| shelf.owner.id == marked.owner.id)
            .find_map(|shelf| {
                let given = |slot: &Slot| self.reader.was_given(marked.record, &slot.audience);
                let slot = newest_of(shelf, |slot| self.may_read(shelf, slot) && given(slot))?;
                let marking = self.register.body(shelf, &slot)?.as_any().downcast::<Marking>().ok()?;
                (marking.of == marked.record).then_some(marking)
            })
    }
}
