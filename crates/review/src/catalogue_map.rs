//! A map between two editions of an instrument: which row became which. It lets an answer of an old round be read beside
//! that of a new one.

use crate::actor::Role;
use crate::catalogue::Catalogue;
use crate::check;
use crate::noun::{Beside, Noun};
use crate::refusal::Refusal;
use crate::source::Source;
use crate::source::say;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which row of one edition became which of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CatalogueMap {
    /// The earlier edition.
    pub earlier: RecordId,
    /// The later edition.
    pub later: RecordId,
    /// The pairs; a row may have been split or merged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pairs: Vec<Pair>,
    /// Where that is said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<RecordId>,
}

/// A row of the earlier edition and what it became.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// The row of the earlier edition.
    pub earlier: String,
    /// The row of the later one.
    pub later: String,
    /// In what they differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Body for CatalogueMap {
    const KIND: &'static str = "review.catalogue_map";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.earlier);
        found(self.later);
        self.sources.iter().copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        self.pairs.iter().filter_map(|pair| pair.note.as_ref()).for_each(|note| say(note, found));
    }
}

impl Noun for CatalogueMap {
    const WRITERS: &'static [Role] = &[Role::Editor];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let earlier = check::found::<Catalogue>(view, self.earlier, "body/earlier")?;
        let later = check::found::<Catalogue>(view, self.later, "body/later")?;
        for pair in &self.pairs {
            let known = earlier.body.row(&pair.earlier).is_some() && later.body.row(&pair.later).is_some();
            if !known {
                return Err(Refusal::new("refusal-item-unknown")
                    .with("item", &pair.earlier)
                    .at("body/pairs"));
            }
            check::maybe_text(pair.note.as_ref(), check::NAME, "body/pairs")?;
        }
        check::refer_all::<Source>(view, &self.sources, "body/sources")
    }
}

impl CatalogueMap {
    /// The rows of the earlier edition that became that row.
    pub fn earlier_of<'m>(&'m self, later: &'m str) -> impl Iterator<Item = &'m str> + 'm {
        self.pairs.iter().filter(move |pair| pair.later == later).map(|pair| pair.earlier.as_str())
    }
}
