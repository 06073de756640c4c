//! A catalogue: the instrument of a review as versioned, translated data. Rows and cells have stable ids; what an answer
//! means is the catalogue's own. Nothing in code knows a particular catalogue.

use crate::actor::Role;
use crate::check;
use crate::noun::{Beside, Noun};
use crate::refusal::Refusal;
use crate::source::Source;
use crate::source::say;
use crate::word::stable_words;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::view::{Seen, View};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The instrument of a review in one edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// The instrument, such as `unscr-1540`.
    pub instrument: String,
    /// The edition, such as `older`.
    pub edition: String,
    /// What it is called.
    pub title: Text,
    /// What should be known of this edition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// The codes with which a cell is answered. An unanswered cell has none: blank is not "no".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<Code>,
    /// The axes on which a row has a cell each, such as weapon types.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub axes: Vec<Heading>,
    /// The kinds of question that a row asks on each axis.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<Heading>,
    /// The sections in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// Where that is said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<RecordId>,
}

/// A code with which a cell is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// As it stands in the cell.
    pub code: String,
    /// What it means, in the catalogue's own sense.
    pub meaning: Text,
    /// The sign with which it is drawn.
    pub sign: Sign,
}

stable_words! {
    /// The sign with which a code is drawn: none of them says good or bad.
    Sign {
        /// A solid square with a cut-out cross: something is reported.
        Reported => "reported",
        /// A framed question mark: to be clarified.
        Unclear => "unclear",
        /// A framed bar: does not apply.
        NotApplicable => "not_applicable",
    }
}

/// A heading of columns: an axis, or a kind of question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Heading {
    /// Its id within cells' ids.
    pub id: String,
    /// What it is called.
    pub label: Text,
    /// The letters that stand for it at the head of a column.
    pub short: Text,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its id, such as `OP3cd`.
    pub id: String,
    /// The paragraph it belongs to, as it is quoted.
    pub paragraph: Text,
    /// What it is about.
    pub title: Text,
    /// Its rows in their order.
    pub rows: Vec<Row>,
}

/// A row: what one question is asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Its id, stable for ever within the instrument's edition.
    pub id: String,
    /// Its number within the section, as it is quoted.
    pub number: u32,
    /// What it is about.
    pub label: Text,
    /// The axes on which it has a cell; none: one cell for the row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub axes: Vec<String>,
    /// The kinds of question asked on each axis.
    pub kinds: Vec<String>,
    /// How sure we are of the row.
    pub sure: Sure,
    /// What else should be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

stable_words! {
    /// How sure we are that a row stands so in the published instrument.
    Sure {
        /// It was seen in a published copy.
        Seen => "seen",
        /// Its first words were seen in a published copy.
        SeenInPart => "seen_in_part",
        /// Recalled from general knowledge; to be checked.
        Recalled => "recalled",
    }
}

impl Row {
    /// The ids of its cells within the row, such as `CW.enforcement`; a row without axes has one cell a kind.
    pub fn cells(&self) -> Vec<String> {
        let on_axis =
            |axis: &str| self.kinds.iter().map(move |kind| format!("{axis}.{kind}")).collect::<Vec<_>>();
        match self.axes.is_empty() {
            true => self.kinds.clone(),
            false => self.axes.iter().flat_map(|axis| on_axis(axis)).collect(),
        }
    }
}

impl Body for Catalogue {
    const KIND: &'static str = "review.catalogue";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        self.sources.iter().copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.title, found);
        self.sections.iter().for_each(|section| say(&section.title, found));
        self.sections.iter().flat_map(|section| &section.rows).for_each(|row| say(&row.label, found));
    }
}

impl Noun for Catalogue {
    const WRITERS: &'static [Role] = &[Role::Editor];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        check::slug(&self.instrument, "body/instrument")?;
        check::slug(&self.edition, "body/edition")?;
        let same = |other: &Catalogue| other.instrument == self.instrument && other.edition == self.edition;
        let holder = view.all::<Catalogue>().find(|other| same(&other.body)).map(|other| other.record);
        let taken = Refusal::new("refusal-slug-taken").with("slug", &self.edition).at("body/edition");
        check::free(holder, beside.own, taken)?;
        check::text(&self.title, check::NAME, "body/title")?;
        check::maybe_text(self.note.as_ref(), check::PARAGRAPH, "body/note")?;
        check::some(&self.codes, "body/codes")?;
        for code in &self.codes {
            check::line(&code.code, "body/codes")?;
            check::text(&code.meaning, check::NAME, "body/codes")?;
        }
        for heading in self.axes.iter().chain(&self.kinds) {
            check::line(&heading.id, "body/axes")?;
            check::text(&heading.label, check::NAME, "body/axes")?;
            check::text(&heading.short, 40, "body/axes")?;
        }
        check::some(&self.sections, "body/sections")?;
        self.check_rows()?;
        check::refer_all::<Source>(view, &self.sources, "body/sources")
    }
}

impl Catalogue {
    /// The row with that id, and the section it stands in.
    pub fn row(&self, id: &str) -> Option<(&Section, &Row)> {
        self.sections
            .iter()
            .find_map(|section| section.rows.iter().find(|row| row.id == id).map(|row| (section, row)))
    }

    /// Whether an id names a row or a section.
    pub fn has_item(&self, id: &str) -> bool {
        self.row(id).is_some() || self.sections.iter().any(|section| section.id == id)
    }

    /// What a code means.
    pub fn code(&self, code: &str) -> Option<&Code> {
        self.codes.iter().find(|known| known.code == code)
    }

    /// The catalogue of that instrument and edition.
    pub fn at(view: &View<'_>, instrument: &str, edition: &str) -> Option<Seen<Catalogue>> {
        view.all::<Catalogue>()
            .find(|seen| seen.body.instrument == instrument && seen.body.edition == edition)
    }

    /// Ids are there once, and rows name axes and kinds of this catalogue.
    fn check_rows(&self) -> Result<(), Refusal> {
        let mut ids = HashSet::new();
        let known = |headings: &[Heading], id: &String| headings.iter().any(|heading| heading.id == *id);
        for section in &self.sections {
            check::text(&section.title, check::NAME, "body/sections")?;
            check::text(&section.paragraph, check::NAME, "body/sections")?;
            check::some(&section.rows, "body/sections")?;
            for row in &section.rows {
                check::item(&row.id, "body/sections")?;
                check::text(&row.label, check::NAME, "body/sections")?;
                if !ids.insert(&row.id) {
                    return Err(Refusal::new("refusal-listed-twice")
                        .with("record", &row.id)
                        .at("body/sections"));
                }
                let named = row.axes.iter().all(|axis| known(&self.axes, axis));
                if !named || row.kinds.is_empty() || !row.kinds.iter().all(|kind| known(&self.kinds, kind)) {
                    return Err(Refusal::new("refusal-item-unknown")
                        .with("item", &row.id)
                        .at("body/sections"));
                }
            }
        }
        Ok(())
    }
}
