//! An anchor: the exact place that a question, an observation or an amendment is about. It names contents and not
//! versions, so that a release disturbs nothing.

use crate::check;
use crate::refusal::Refusal;
use ledger::id::{Hash, RecordId};
use ledger::view::View;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A place in a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// The record.
    pub record: RecordId,
    /// The content that was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Hash>,
    /// The item of the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// The language that was read (BCP 47).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The paragraph; ids of paragraphs survive moves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<RecordId>,
}

impl Anchor {
    /// The record is there for the reader, and what is named in it is well formed.
    ///
    /// # Errors
    /// `refusal-record-unknown`, `refusal-item-unknown`, `refusal-language-unknown`.
    pub fn check(&self, view: &View<'_>, field: &str) -> Result<(), Refusal> {
        check::there(view, &[self.record], field)?;
        self.item.as_deref().map_or(Ok(()), |item| check::item(item, field))?;
        self.lang.as_ref().map_or(Ok(()), |lang| check::languages(std::slice::from_ref(lang), field))
    }
}
