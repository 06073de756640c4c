//! What a record says by now: the newest of its lanes, as far as somebody may see them.

use crate::audience::Audience;
use crate::register::{Shelf, Slot};
use std::sync::Arc;

/// The latest over the lanes of which something may be seen; a lane that was withdrawn says nothing.
pub(crate) fn newest_of(shelf: &Shelf, may_see: impl Fn(&Slot) -> bool) -> Option<Arc<Slot>> {
    shelf.slots.look(|slots| {
        let mut newest: Option<&Arc<Slot>> = None;
        // The ends of lanes that were met; most records have one.
        let (mut first, mut more): (Option<&Audience>, Vec<&Audience>) = (None, Vec::new());
        for slot in slots.iter().rev() {
            let audience = &*slot.audience;
            let passed = first == Some(audience) || more.contains(&audience);
            if passed || !may_see(slot) {
                continue;
            }
            match first {
                None => first = Some(audience),
                Some(_) => more.push(audience),
            }
            if !slot.is_withdrawal() && newest.is_none_or(|newest| newest.at < slot.at) {
                newest = Some(slot);
            }
        }
        newest.cloned()
    })
}
