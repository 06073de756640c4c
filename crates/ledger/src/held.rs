//! What the register keeps of a content. Reading a body costs more than all else of a version, and most bodies of a large
//! ledger are not looked at for days: the newest of a lane is read when somebody first looks, and stays so; an older one is
//! read each time.

use crate::content::{AnyBody, Kinds};
use crate::id::{Kind, RecordId};
use std::sync::Arc;

/// What is kept of a content.
#[derive(Clone)]
pub(crate) enum Held {
    /// The newest of a lane, once somebody has looked at it.
    Read(Arc<dyn AnyBody>),
    /// The newest of a lane, as it came.
    Unread(Unread),
    /// An older one.
    Older(Unread),
    /// An unknown kind or a newer shape: kept, passed on, not read here.
    Unreadable,
    Erased,
    Withdrawn,
}

/// A body as bytes, in the shape that says so.
#[derive(Clone)]
pub(crate) enum Unread {
    /// The content as it was accepted.
    Content { schema: u32, bytes: Arc<[u8]> },
    /// The body alone, written again in its newest shape.
    Body(Arc<[u8]>),
}

impl Unread {
    /// The body; nothing if the bytes are not of the shape they should have.
    pub(crate) fn read(&self, kinds: Kinds, kind: &Kind) -> Option<Arc<dyn AnyBody>> {
        match self {
            Unread::Content { schema, bytes } => kinds.decode(kind.as_str(), *schema, bytes),
            Unread::Body(bytes) => kinds.unfold(kind.as_str(), bytes),
        }
    }
}

impl Held {
    /// The same once it is no longer the newest of its lane.
    pub(crate) fn older(&self) -> Held {
        match self {
            Held::Read(body) => Held::Older(Unread::Body(body.fold().into())),
            Held::Unread(unread) => Held::Older(unread.clone()),
            other => other.clone(),
        }
    }

    /// The same as the newest of another lane.
    pub(crate) fn newest(self) -> Held {
        match self {
            Held::Older(unread) => Held::Unread(unread),
            other => other,
        }
    }

    /// The records that it may be about. Of what nobody has looked at yet these are all whose ids stand in it: whoever goes
    /// by them asks the body itself whether it is.
    pub(crate) fn about(&self, found: &mut dyn FnMut(RecordId)) {
        match self {
            Held::Read(body) => body.about(found),
            Held::Unread(Unread::Content { bytes, .. }) => ids(bytes).for_each(found),
            _ => {}
        }
    }
}

/// Every id that stands in a JSON text as a whole string.
pub fn ids(json: &[u8]) -> impl Iterator<Item = RecordId> + '_ {
    // An id has no letter that JSON would write in another way.
    let strings = json.split(|byte| *byte == b'"').filter(|string| string.len() == ID);
    strings.filter_map(|string| std::str::from_utf8(string).ok()?.parse().ok())
}

/// How many letters an id has.
const ID: usize = 36;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ids_of_a_text_are_its_whole_strings() {
        let [one, other] = [1, 2].map(|seed| RecordId::from_chance([seed; 16]));
        let json = format!(r#"{{"a":"{one}","b":["x","{other}"],"c":"see {one}","{other}":1}}"#);
        assert_eq!(ids(json.as_bytes()).collect::<Vec<_>>(), [one, other, other]);
    }
}
