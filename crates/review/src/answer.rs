//! An answer: what a State says at one row of the catalogue. Its cells carry the catalogue's codes; blank is not "no".

use crate::actor::Role;
use crate::catalogue::Catalogue;
use crate::check;
use crate::instrument::Instrument;
use crate::noun::{Beside, Noun};
use crate::refusal::Refusal;
use crate::source::say;
use crate::submission::Submission;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::{Seen, View};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// What a State says at one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The submission.
    pub submission: RecordId,
    /// The row.
    pub item: String,
    /// The cells that are answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<Cell>,
    /// What else should be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remarks: Option<Text>,
}

/// The answer in one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// Its id within the row, such as `CW.enforcement`.
    pub cell: String,
    /// The code; absent where only words stand there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub narrative: Option<Text>,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<Citation>,
}

/// Evidence of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The law, where the library holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<RecordId>,
    /// What it is, where the library does not hold it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
    /// The article as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// From when on it has effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective: Option<PartialDate>,
}

impl Body for Answer {
    const KIND: &'static str = "review.answer";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.submission);
        self.cells
            .iter()
            .flat_map(|cell| &cell.citations)
            .filter_map(|citation| citation.instrument)
            .for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        self.cells
            .iter()
            .filter_map(|cell| cell.narrative.as_ref())
            .for_each(|narrative| say(narrative, found));
        self.remarks.iter().for_each(|remarks| say(remarks, found));
    }

    fn voice(&self) -> Voice {
        Voice::Of(self.submission)
    }
}

impl Noun for Answer {
    const WRITERS: &'static [Role] = &[Role::Coordinator];
    const DRAFTED_BY_AGENCIES: bool = true;

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let submission = check::found::<Submission>(view, self.submission, "body/submission")?;
        beside.speaks_for(Some(submission.owner.id), "body/submission")?;
        let holder = Answer::at(view, self.submission, &self.item).map(|other| other.record);
        check::free(holder, beside.own, Refusal::new("refusal-submitted-already").at("body/item"))?;
        let unknown = || {
            Refusal::new("refusal-item-unknown").with("item", check::shortened(&self.item)).at("body/item")
        };
        let catalogue = submission.body.catalogue.ok_or_else(unknown)?;
        let catalogue = check::found::<Catalogue>(view, catalogue, "body/submission")?;
        let (_, row) = catalogue.body.row(&self.item).ok_or_else(unknown)?;
        self.check_cells(beside, &catalogue.body, &row.cells())?;
        check::maybe_text(self.remarks.as_ref(), check::PARAGRAPH, "body/remarks")
    }
}

impl Answer {
    /// The answer of a submission at a row.
    pub fn at(view: &View<'_>, submission: RecordId, item: &str) -> Option<Seen<Answer>> {
        view.about::<Answer>(submission)
            .find(|seen| seen.body.submission == submission && seen.body.item == item)
    }

    /// The answer in a cell.
    pub fn cell(&self, id: &str) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.cell == id)
    }

    /// Cells of the row, each once, with codes of the catalogue and evidence that is there.
    fn check_cells(
        &self,
        beside: &Beside<'_>,
        catalogue: &Catalogue,
        known: &[String],
    ) -> Result<(), Refusal> {
        let mut seen = HashSet::new();
        check::few(&self.cells, "body/cells")?;
        for cell in &self.cells {
            let unknown = |item: &str| {
                Refusal::new("refusal-item-unknown").with("item", check::shortened(item)).at("body/cells")
            };
            if !known.contains(&cell.cell) || !seen.insert(&cell.cell) {
                return Err(unknown(&cell.cell));
            }
            if let Some(code) = cell.code.as_deref().filter(|code| catalogue.code(code).is_none()) {
                return Err(unknown(code));
            }
            check::maybe_text(cell.narrative.as_ref(), check::PARAGRAPH, "body/cells")?;
            check::few(&cell.citations, "body/cells")?;
            for citation in &cell.citations {
                citation.check(beside)?;
            }
        }
        Ok(())
    }
}

impl Citation {
    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let field = "body/cells";
        self.instrument.map_or(Ok(()), |law| check::refers::<Instrument>(beside.view, law, field))?;
        check::maybe_text(self.words.as_ref(), 500, field)?;
        check::maybe_line(self.article.as_deref(), field)?;
        check::maybe_url(self.url.as_deref(), field)?;
        match self.instrument.is_none() && self.words.is_none() && self.url.is_none() {
            true => Err(Refusal::new("refusal-evidence-empty").at(field)),
            false => Ok(()),
        }
    }
}
