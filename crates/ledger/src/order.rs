//! Orders: the clock never acts by itself. A person performs an act that stores an order (do this at that hour
//! unless …); the owner's node carries it out once, in that person's name, "by clock", with both times.

use crate::content::Body;
use crate::id::{Hash, RecordId};
use crate::time::Stamp;
use crate::version::By;
use crate::view::View;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A deadline: the moment, and what was typed in which time zone, since a minister reads the latter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// The moment in UTC.
    pub at: Stamp,
    /// The IANA name of the zone in which it was typed, such as `Asia/Bishkek`.
    pub zone: String,
    /// What was typed, such as `2026-06-10 18:00`.
    pub typed: String,
}

/// An order: the act that is to be performed when the deadline is reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// When.
    pub due: Deadline,
    /// What it concerns: the record that an objection would be about.
    pub concerns: RecordId,
    /// The act, in the form in which the API takes it.
    pub act: serde_json::Value,
}

impl Body for Order {
    const KIND: &'static str = "ledger.order";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.concerns);
    }
}

/// That an order was carried out, or found no longer to apply. There is one per order, and it is final.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// The order's record.
    pub order: RecordId,
    /// The order's content.
    pub content: Hash,
    /// When it was due.
    pub due: Stamp,
    /// When the node came to it: later, if the installation was down at the hour.
    pub done: Stamp,
    /// Whether the act was performed; if not, its rule refused.
    pub performed: bool,
}

impl Body for Carried {
    const KIND: &'static str = "ledger.carried";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.order);
    }
}

/// An order that is due: in whose name it is carried out, and what it says.
pub struct Due {
    /// The order's record.
    pub record: RecordId,
    /// The order's content.
    pub content: Hash,
    /// In whose name: who gave the order.
    pub by: By,
    /// What it says.
    pub order: std::sync::Arc<Order>,
}

/// The orders that are due at `now` and were not carried out, oldest deadline first.
///
/// `now` is the journal's clock: moved back, it stands still at the last stamp, and so lets no silence run out.
pub fn due(view: &View<'_>, now: Stamp) -> Vec<Due> {
    let open = |record: RecordId| view.about::<Carried>(record).next().is_none();
    let mut due: Vec<Due> = (view.all::<Order>())
        .filter(|seen| seen.body.due.at <= now && open(seen.record))
        .filter_map(|seen| {
            let content = seen.facts.content?;
            Some(Due { record: seen.record, content, by: (*seen.facts.by).clone(), order: seen.body })
        })
        .collect();
    due.sort_by_key(|due| due.order.due.at);
    due
}

/// The clock of a node: never behind what its journal has seen. A clock moved back freezes time.
pub fn frozen(clock: Stamp, last_seen: Stamp) -> Stamp {
    clock.max(last_seen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_moved_back_stands_still() {
        let (early, late) = (Stamp::from_millis(5), Stamp::from_millis(9));
        assert_eq!(frozen(early, late), late);
        assert_eq!(frozen(late, early), late);
    }
}
