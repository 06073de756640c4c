//! An instrument: a law, a decree, an order of a State, as evidence of what is reported. It stays in its language, with
//! a title and a short summary in the working languages.

use crate::actor::Role;
use crate::check;
use crate::fact::sourced;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::source::say;
use crate::theme::Theme;
use crate::word::stable_words;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A law or regulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// The State.
    pub party: RecordId,
    /// Its title.
    pub title: Text,
    /// What it is.
    pub sort: InstrumentSort,
    /// Its number as written, such as `No. 214`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// When it was adopted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<PartialDate>,
    /// From when on it is in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<PartialDate>,
    /// Whether it is in force, as far as is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Force>,
    /// The instruments that amended or repealed it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changed_by: Vec<RecordId>,
    /// The languages of its text (BCP 47).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// What it says, in short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Articles that answers cite.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<Article>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<RecordId>,
    /// The number under which the library keeps it, such as `LIB/XBR/12`; given when it is first shared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// What else should be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Where that is said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<RecordId>,
}

/// An article that is cited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// Its number as written, such as `9 (2)`.
    pub number: String,
    /// Its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
}

stable_words! {
    /// What an instrument is.
    InstrumentSort {
        /// A constitution.
        Constitution => "constitution",
        /// A code.
        Code => "code",
        /// A law.
        Law => "law",
        /// A decree of a head of State or of a government.
        Decree => "decree",
        /// A resolution or regulation of a government or a parliament.
        Resolution => "resolution",
        /// An order of an agency.
        Order => "order",
        /// A control list.
        ControlList => "control_list",
        /// A strategy, a concept, a programme.
        Programme => "programme",
        /// An international agreement.
        Agreement => "agreement",
        /// Something else, or it is not known what.
        Other => "other",
    }
}

stable_words! {
    /// Whether an instrument is in force.
    Force {
        /// In force.
        InForce => "in_force",
        /// In force, as amended.
        Amended => "amended",
        /// Repealed.
        Repealed => "repealed",
        /// A draft.
        Draft => "draft",
    }
}

impl Body for Instrument {
    const KIND: &'static str = "review.instrument";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.party);
        self.changed_by.iter().chain(&self.themes).chain(&self.sources).copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.title, found);
        self.symbol.iter().chain(&self.number).for_each(|code| found("und", code));
        [&self.summary, &self.note].into_iter().flatten().for_each(|text| say(text, found));
        self.articles.iter().filter_map(|article| article.title.as_ref()).for_each(|title| say(title, found));
    }

    fn voice(&self) -> Voice {
        Voice::Compiled(self.party)
    }
}

impl Noun for Instrument {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Coordinator];
    const DRAFTED_BY_AGENCIES: bool = true;

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let party = check::found::<Party>(view, self.party, "body/party")?;
        beside.speaks_for(Some(party.owner.id), "body/party")?;
        check::text(&self.title, 500, "body/title")?;
        check::maybe_line(self.number.as_deref(), "body/number")?;
        check::refer_all::<Instrument>(view, &self.changed_by, "body/changed_by")?;
        check::languages(&self.languages, "body/languages")?;
        check::maybe_text(self.summary.as_ref(), check::PARAGRAPH, "body/summary")?;
        check::maybe_url(self.url.as_deref(), "body/url")?;
        check::few(&self.articles, "body/articles")?;
        for article in &self.articles {
            check::line(&article.number, "body/articles")?;
            check::maybe_text(article.title.as_ref(), check::NAME, "body/articles")?;
        }
        check::refer_all::<Theme>(view, &self.themes, "body/themes")?;
        check::maybe_symbol(self.symbol.as_deref(), "body/symbol")?;
        check::maybe_text(self.note.as_ref(), check::PARAGRAPH, "body/note")?;
        sourced(beside, &self.sources, "body/sources")
    }
}
