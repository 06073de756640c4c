//! A source: something published that says a thing. Every fact of the archive names at least one.

use crate::actor::Role;
use crate::check;
use crate::noun::{Beside, Noun};
use crate::refusal::Refusal;
use ledger::content::Body;
use ledger::text::Text;
use ledger::time::PartialDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What was published, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What it is, in our words: a description, not a quotation. No author is named.
    pub title: Text,
    /// The body that published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Text>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// In which language it is (BCP 47).
    pub language: String,
    /// What sort of publication.
    pub sort: SourceSort,
}

/// What sort of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SourceSort {
    /// A report of a meeting or of States.
    Report,
    /// An information note of experts: not an official report.
    InformationNote,
    /// News of a ministry, an organization or an agency.
    PressItem,
    /// An article that gives its authors' views.
    Article,
    /// A statement in an official meeting.
    Statement,
    /// Slides.
    Presentation,
    /// A plan.
    Plan,
    /// Something else.
    Other,
}

impl Body for Source {
    const KIND: &'static str = "review.source";

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.title, found);
        self.publisher.iter().for_each(|publisher| say(publisher, found));
    }
}

/// Hands over the words of a text with their languages.
pub(crate) fn say(text: &Text, found: &mut dyn FnMut(&str, &str)) {
    text.wordings.iter().for_each(|(tag, wording)| found(tag, &wording.words));
}

impl Noun for Source {
    const WRITERS: &'static [Role] = &[Role::Editor];

    fn check(&self, _beside: &Beside<'_>) -> Result<(), Refusal> {
        check::text(&self.title, 500, "body/title")?;
        check::maybe_text(self.publisher.as_ref(), check::NAME, "body/publisher")?;
        self.url.as_deref().map_or(Ok(()), |url| check::url(url, "body/url"))
    }
}
