//! Which records of whatever kind are asked for.

use crate::id::{Kind, OwnerId, RecordId};
use crate::register::Shelf;

/// Which records are listed: all that is given must fit.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// Of that kind.
    pub kind: Option<Kind>,
    /// Of that owner.
    pub owner: Option<OwnerId>,
    /// That are about that record, or stand under it, in what the reader sees of them.
    pub about: Option<RecordId>,
    /// Whose ids come after that one.
    pub after: Option<RecordId>,
}

impl Listing {
    pub(super) fn wants(&self, shelf: &Shelf) -> bool {
        self.kind.as_ref().is_none_or(|kind| *kind == shelf.kind)
            && self.owner.is_none_or(|owner| owner == shelf.owner.id)
            && self.after.is_none_or(|after| after < shelf.record)
    }
}
