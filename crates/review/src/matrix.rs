//! The matrix of a submission: which rows are in scope, what stood there at the last round, what changed since, and what
//! of it is still a draft. The last two are for the State's own delegation; nobody else is told.

use crate::answer::{Answer, Cell};
use crate::catalogue::Catalogue;
use crate::catalogue_map::CatalogueMap;
use crate::modalities::Modalities;
use crate::shared::{is_inner, shared};
use crate::submission::Submission;
use ledger::id::RecordId;
use ledger::view::{Seen, View};
use std::collections::BTreeSet;

/// Whether a row is in the scope of a submission: named by it, itself or by its section; else by the round.
pub fn in_scope(
    submission: &Submission,
    modalities: Option<&Modalities>,
    catalogue: &Catalogue,
    row: &str,
) -> bool {
    let section = catalogue.row(row).map(|(section, _)| section.id.as_str());
    let names = |scope: &[String]| scope.iter().any(|item| item == row || Some(item.as_str()) == section);
    match modalities.filter(|modalities| modalities.catalogue == submission.catalogue) {
        _ if !submission.scope.is_empty() => names(&submission.scope),
        Some(modalities) if !modalities.scope.is_empty() => names(&modalities.scope),
        _ => true,
    }
}

/// The rows of an earlier catalogue that stand for a row of this one.
pub fn earlier_rows(view: &View<'_>, earlier: RecordId, now: RecordId, row: &str) -> Vec<String> {
    if earlier == now {
        return vec![row.to_owned()];
    }
    view.about::<CatalogueMap>(now)
        .filter(|map| map.body.earlier == earlier && map.body.later == now)
        .flat_map(|map| map.body.earlier_of(row).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// What a State said at a row in the submission that this one starts from.
pub fn before(view: &View<'_>, submission: &Submission, row: &str) -> Vec<Seen<Answer>> {
    let since = submission.since.and_then(|since| view.find::<Submission>(since));
    let (Some(since), Some(now)) = (since, submission.catalogue) else { return Vec::new() };
    let Some(earlier) = since.body.catalogue else { return Vec::new() };
    earlier_rows(view, earlier, now, row)
        .iter()
        .filter_map(|row| Answer::at(view, since.record, row))
        .collect()
}

/// The cells of a row in which something else is said than before.
pub fn changed(now: &Answer, before: &[Seen<Answer>]) -> BTreeSet<String> {
    let then = |id: &str| before.iter().find_map(|seen| seen.body.cell(id));
    let ids = now.cells.iter().chain(before.iter().flat_map(|seen| &seen.body.cells)).map(|cell| &cell.cell);
    ids.filter(|id| said(now.cell(id)) != said(then(id))).cloned().collect()
}

/// The cells of a row that only the own delegation reads as they stand now.
pub fn drafts(view: &View<'_>, answer: &Seen<Answer>) -> BTreeSet<String> {
    if !is_inner(&answer.facts.audience) {
        return BTreeSet::new();
    }
    let open = shared::<Answer>(view, answer.record).map(|(_, body)| body);
    let then = |id: &str| open.as_ref().and_then(|open| open.cell(id));
    let cells = answer.body.cells.iter();
    cells.filter(|cell| Some(*cell) != then(&cell.cell)).map(|cell| cell.cell.clone()).collect()
}

/// What a cell says: its code and its words. Evidence alone is no change of the answer.
fn said(cell: Option<&Cell>) -> Option<(Option<&str>, Option<&ledger::text::Text>)> {
    cell.map(|cell| (cell.code.as_deref(), cell.narrative.as_ref()))
}
