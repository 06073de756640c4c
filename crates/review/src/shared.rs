//! What others may read of a record, for those who also see its drafts.

use ledger::audience::Audience;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::view::{Facts, Past, Said, View};
use std::sync::Arc;

/// The newest version that is open to somebody else than its owner's people, as far as the reader sees it.
pub fn shared<B: Body>(view: &View<'_>, record: RecordId) -> Option<(Facts, Arc<B>)> {
    let newest = (ends(view, record).into_iter())
        .filter(|end| !is_inner(&end.facts.audience) && !matches!(end.said, Said::Withdrawn))
        .max_by_key(|end| end.facts.at)?;
    match newest.said {
        Said::Body(body) => Some((newest.facts, body.as_any().downcast::<B>().ok()?)),
        _ => None,
    }
}

/// What a record says to each audience by now, as far as the reader sees it.
pub fn ends(view: &View<'_>, record: RecordId) -> Vec<Past> {
    let mut ends: Vec<Past> = Vec::new();
    for past in view.history(record) {
        ends.retain(|end| end.facts.audience != past.facts.audience);
        ends.push(past);
    }
    ends
}

/// Whether an audience is the owner's own people, or some of them: what only they read is a draft.
pub fn is_inner(audience: &Audience) -> bool {
    matches!(audience, Audience::Own | Audience::Agency { .. })
}
