//! Whether something is cleared: what a party's list asks for an act, how far that is, and the rule that every act comes
//! to which a list can be asked for.

use crate::approval::Approval;
use crate::clearance::Clearance;
use crate::clearance_list::{ClearanceList, ClearedAct, Step};
use crate::file::File;
use crate::refusal::Refusal;
use ledger::audience::Audience;
use ledger::content::Body;
use ledger::id::{Hash, OwnerId, RecordId};
use ledger::view::{Seen, View};

/// Whether nobody but the own delegation ever reads records of that kind: how a State decides, and the names of its
/// people.
pub fn stays_inside(kind: &str) -> bool {
    [ClearanceList::KIND, Clearance::KIND, Approval::KIND].contains(&kind)
}

/// Whether that record never leaves the delegation either: what belongs to one of those, such as the scan of a letter.
pub fn belongs_inside(view: &View<'_>, record: Option<RecordId>) -> bool {
    record.and_then(|record| view.whose(record)).is_some_and(|(_, kind)| stays_inside(kind.as_str()))
}

/// Whether a record stays within the delegation: by its kind, or by what it belongs to.
pub fn is_kept_inside(view: &View<'_>, record: RecordId, kind: &str) -> bool {
    stays_inside(kind) || belongs_inside(view, view.find::<File>(record).map(|file| file.body.of))
}

/// What somebody wants to do that a list could be asked for.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    /// In whose name.
    pub owner: OwnerId,
    /// What.
    pub act: ClearedAct,
    /// With which record.
    pub record: RecordId,
    /// Of which kind.
    pub kind: &'a str,
    /// With which content of it.
    pub content: Hash,
    /// For whom.
    pub readers: &'a Audience,
}

/// What a list asks for a wish, and how far it is.
pub struct Needed {
    /// The list.
    pub list: Seen<ClearanceList>,
    /// The clearance that was begun for it and still counts.
    pub clearance: Option<Seen<Clearance>>,
    /// The steps, each with the approval that was given.
    pub steps: Vec<(Step, Option<Seen<Approval>>)>,
}

impl Needed {
    /// What is needed for that; nothing where the owner has no list for it.
    pub fn of(view: &View<'_>, wish: &Wish<'_>) -> Option<Self> {
        let list = ClearanceList::asked(view, wish.owner, wish.act, wish.kind)?;
        let fits = |clearance: &Clearance| {
            let Clearance { act, record, content, readers, steps, .. } = clearance;
            (*act, *record, *content, readers) == (wish.act, wish.record, wish.content, wish.readers)
                && list.body.asks_still(steps)
        };
        let clearance = view
            .about::<Clearance>(wish.record)
            .find(|clearance| clearance.owner.id == wish.owner && fits(&clearance.body));
        let steps = match &clearance {
            Some(clearance) => Approval::given(view, clearance),
            None => list.body.steps.iter().map(|step| (step.clone(), None)).collect(),
        };
        Some(Needed { list, clearance, steps })
    }

    /// The steps that have not approved yet, in their order.
    pub fn missing(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|(_, approval)| approval.is_none()).map(|(step, _)| step)
    }
}

/// What a party's list asks for must be complete before the act is done. Every act that a list can be asked for comes
/// here.
///
/// # Errors
/// `refusal-clearance-missing`, with the steps that have not approved this content for these readers.
pub fn require(view: &View<'_>, wish: &Wish<'_>) -> Result<(), Refusal> {
    let Some(needed) = Needed::of(view, wish) else { return Ok(()) };
    let missing: Vec<_> = needed.missing().map(|step| step.words.clone()).collect();
    match missing.is_empty() {
        true => Ok(()),
        false => Err(Refusal::new("refusal-clearance-missing")
            .naming("list", [needed.list.body.name.clone()])
            .naming("steps", missing)
            .at("content")),
    }
}

/// What is written at once for others has no content yet that anybody could have approved.
///
/// # Errors
/// `refusal-clearance-first` where a list is asked for it.
pub fn require_draft(view: &View<'_>, owner: OwnerId, kind: &str) -> Result<(), Refusal> {
    match ClearanceList::asked(view, owner, ClearedAct::Share, kind) {
        Some(list) => Err(Refusal::new("refusal-clearance-first")
            .naming("list", [list.body.name.clone()])
            .at("audience")),
        None => Ok(()),
    }
}
