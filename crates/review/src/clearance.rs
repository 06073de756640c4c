//! A clearance: that exactly this content may go to exactly these readers, once everybody on the list has approved it.
//! A record of the party whose content it is, known to its own delegation only.

use crate::clearance_list::{ClearanceList, ClearedAct, Step};
use ledger::audience::Audience;
use ledger::content::Body;
use ledger::id::{Hash, RecordId};
use ledger::view::View;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is to be approved, by whom, for whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Clearance {
    /// The list by which it was begun.
    pub list: RecordId,
    /// For which act.
    pub act: ClearedAct,
    /// The record.
    pub record: RecordId,
    /// The content: what was written later is not cleared by it.
    pub content: Hash,
    /// Who shall read it: other readers are not cleared by it.
    pub readers: Audience,
    /// Who is asked, as the list stood when it was begun. If the list is changed, a new clearance is begun.
    pub steps: Vec<Step>,
}

impl Body for Clearance {
    const KIND: &'static str = "review.clearance";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.record);
        found(self.list);
    }
}

impl Clearance {
    /// Whether the list is in force by which it was begun, and asks the same steps still.
    pub fn counts(&self, view: &View<'_>) -> bool {
        view.find::<ClearanceList>(self.list).is_some_and(|list| list.body.asks_still(&self.steps))
    }
}
