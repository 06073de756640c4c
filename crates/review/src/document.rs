//! A document of the library or a paper of a round: a guide, a presentation, an information note, a list of participants.

use crate::actor::Role;
use crate::check;
use crate::fact::sourced;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::round::Round;
use crate::session::Session;
use crate::source::say;
use crate::theme::Theme;
use crate::word::stable_words;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// What it is called.
    pub title: Text,
    /// What it is.
    pub sort: DocumentSort,
    /// The symbol, such as `LAK26/INF.1` or `LIB/ORG/8`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// The round whose paper it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<RecordId>,
    /// The session it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<RecordId>,
    /// The State or organization it is about, or by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<RecordId>,
    /// Its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Its languages (BCP 47).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// How many pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// What it says, in short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<RecordId>,
    /// Where that is said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<RecordId>,
}

stable_words! {
    /// What a document is.
    DocumentSort {
        /// A report of States, of a round or of an organization.
        Report => "report",
        /// An information note.
        InformationNote => "information_note",
        /// A programme or an agenda.
        Programme => "programme",
        /// A list of participants.
        Participants => "participants",
        /// A summary of a session.
        Summary => "summary",
        /// A presentation.
        Presentation => "presentation",
        /// A guide or handbook.
        Guide => "guide",
        /// A form.
        Form => "form",
        /// A letter or note.
        Letter => "letter",
        /// Something else.
        Other => "other",
    }
}

impl Body for Document {
    const KIND: &'static str = "review.document";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        self.round.iter().chain(&self.session).chain(&self.party).copied().for_each(&mut *found);
        self.themes.iter().chain(&self.sources).copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.title, found);
        self.symbol.iter().for_each(|symbol| found("und", symbol));
        self.summary.iter().for_each(|summary| say(summary, found));
    }
}

impl Noun for Document {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Coordinator, Role::Organizer, Role::Chair];
    const DRAFTED_BY_AGENCIES: bool = true;

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        check::text(&self.title, 500, "body/title")?;
        check::maybe_symbol(self.symbol.as_deref(), "body/symbol")?;
        self.round.map_or(Ok(()), |round| check::refers::<Round>(view, round, "body/round"))?;
        self.session.map_or(Ok(()), |session| check::refers::<Session>(view, session, "body/session"))?;
        self.party.map_or(Ok(()), |party| check::refers::<Party>(view, party, "body/party"))?;
        check::languages(&self.languages, "body/languages")?;
        check::maybe_text(self.summary.as_ref(), check::PARAGRAPH, "body/summary")?;
        check::maybe_url(self.url.as_deref(), "body/url")?;
        check::refer_all::<Theme>(view, &self.themes, "body/themes")?;
        sourced(beside, &self.sources, "body/sources")
    }
}
