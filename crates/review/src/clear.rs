//! The act by which a clearance is begun: the list's steps, the exact content and the exact readers are put down, and the
//! approvals are collected for these and no others.

use crate::actor::{Actor, Role};
use crate::clearance::Clearance;
use crate::cleared::Needed;
use crate::readers::Readers;
use crate::refusal::Refusal;
use crate::share::Chosen;
use crate::shared::is_inner;
use crate::write::Base;
use ledger::audience::Audience;
use ledger::draft::Draft;
use ledger::id::RecordId;
use ledger::time::PartialDate;
use ledger::view::View;
use schemars::JsonSchema;
use serde::Deserialize;

/// Begin to collect what the party's list asks before a content is shared.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Clear {
    /// The record of the clearance.
    pub record: RecordId,
    /// What is to be shared.
    pub of: RecordId,
    /// Which content of it: exactly this one, or (in files of acts) the newest.
    pub content: Base,
    /// With whom.
    pub with: Readers,
    /// The readers who have it already, where it is to be extended.
    #[serde(default)]
    pub extends: Option<Audience>,
    /// When it was begun; only in exercises.
    #[serde(default)]
    pub stated_at: Option<PartialDate>,
}

impl Clear {
    /// Who begins a clearance.
    pub const BEGIN: &'static [Role] = &[Role::Coordinator];

    /// The rule.
    ///
    /// # Errors
    /// If no list asks for anything, it was begun already, or nothing of the sort could be shared.
    pub fn perform(self, view: &View<'_>, actor: &Actor) -> Result<Vec<Draft>, Refusal> {
        actor.require(Clear::BEGIN)?;
        if self.stated_at.is_some() && !actor.origin.may_state_a_past() {
            return Err(Refusal::new("refusal-stated-at-not-allowed").at("stated_at"));
        }
        if view.whose(self.record).is_some() {
            return Err(Refusal::new("refusal-base-stale").at("record"));
        }
        let chosen = Chosen::of(view, actor, self.of, self.content).map_err(|refusal| {
            match refusal.field.as_deref() {
                Some("record") => refusal.at("of"),
                _ => refusal,
            }
        })?;
        let readers = chosen.audience(view, actor, &self.with, self.extends.as_ref())?;
        let wish = chosen.wish(actor, &readers);
        let needed = Needed::of(view, &wish)
            .filter(|_| !is_inner(&readers))
            .ok_or_else(|| Refusal::new("refusal-clearance-not-needed").at("of"))?;
        if needed.clearance.is_some() {
            return Err(Refusal::new("refusal-clearance-begun").at("of"));
        }
        let clearance = Clearance {
            list: needed.list.record,
            act: wish.act,
            record: self.of,
            content: chosen.content,
            steps: needed.list.body.steps.clone(),
            readers: readers.clone(),
        };
        Ok(vec![Draft::new(self.record, Audience::Own, self.stated_at, clearance)])
    }
}
