//! A recommendation, a suggestion, or a good practice that a round notes: a text with a basis, addressees and one action.
//! Of reviews held before, public sources only know paraphrases: those have words and a letter of ours, no paragraphs.

use crate::actor::Role;
use crate::check;
use crate::fact::sourced;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::round::Round;
use crate::source::say;
use crate::theme::Theme;
use crate::word::stable_words;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// A recommendation of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// The round that made it.
    pub round: RecordId,
    /// What it is.
    #[serde(default)]
    pub sort: FindingSort,
    /// A letter of ours where number and order are not public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<String>,
    /// The symbol of the draft, such as `LAK26/D.4/Rev.2`; what is adopted gets its number from the adoption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// The title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// What it asks, paraphrased or in short.
    pub words: Text,
    /// The text, paragraph by paragraph.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Paragraph>,
    /// What it rests on: an item, a law, an observation, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Text>,
    /// The records it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rests_on: Vec<RecordId>,
    /// The paragraph of the resolution, or the items of the catalogue, as quoted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Text>,
    /// Its term as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<Text>,
    /// Whom it asks, where a source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addressees: Option<Vec<RecordId>>,
    /// Who tabled it; none: the chair, or it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tabled_by: Option<RecordId>,
    /// How far its text has come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<TextStanding>,
    /// What it is about.
    pub themes: Vec<RecordId>,
    /// What became of it, where a source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub became: Option<Became>,
    /// What else should be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

/// A numbered paragraph. Its id is random and survives moves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Paragraph {
    /// The id.
    pub id: RecordId,
    /// The words.
    pub words: Text,
}

/// What became of a recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Became {
    /// The word.
    pub word: HowFar,
    /// The round by which it was carried out, or at which that was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<RecordId>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<PartialDate>,
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

stable_words! {
    /// How far a recommendation or a measure was carried out.
    HowFar {
        /// Nothing was begun.
        NotStarted => "not_started",
        /// Something was begun.
        UnderWay => "under_way",
        /// A part is done.
        Partly => "partly",
        /// It is done.
        CarriedOut => "carried_out",
        /// Events made it pointless.
        Overtaken => "overtaken",
    }
}

stable_words! {
    /// What a text of a round is: the kinds are kept apart.
    #[derive(Default)]
    FindingSort {
        /// It asks its addressees for one action.
        #[default]
        Recommendation => "recommendation",
        /// It suggests.
        Suggestion => "suggestion",
        /// It notes a good practice.
        GoodPractice => "good_practice",
    }
}

stable_words! {
    /// How far a text that is not adopted yet has come. That it is adopted is a record of its own.
    TextStanding {
        /// Tabled.
        Tabled => "tabled",
        /// Rolling text, in brackets.
        Rolling => "rolling",
        /// A clean chair's text.
        Clean => "clean",
        /// A clean chair's text, under silence.
        Silence => "silence",
        /// Agreed, by some ad referendum.
        AdReferendum => "ad_referendum",
        /// Withdrawn.
        Withdrawn => "withdrawn",
    }
}

impl Body for Recommendation {
    const KIND: &'static str = "review.recommendation";
    const SCHEMA: u32 = 2;

    fn from_older(schema: u32, content: &[u8]) -> Option<Self> {
        (schema == 1).then(|| ledger::content::with_fewer_fields(content)).flatten()
    }

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.round);
        let by = self.became.iter().filter_map(|became| became.by);
        by.chain(self.themes.iter().copied()).for_each(&mut *found);
        self.tabled_by.iter().chain(&self.rests_on).copied().for_each(&mut *found);
        self.addressees.iter().flatten().chain(&self.sources).copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        self.title.iter().for_each(|title| say(title, found));
        say(&self.words, found);
        self.symbol.iter().for_each(|symbol| found("und", symbol));
        self.paragraphs.iter().for_each(|paragraph| say(&paragraph.words, found));
        [&self.basis, &self.items, &self.note].into_iter().flatten().for_each(|text| say(text, found));
    }

    fn voice(&self) -> Voice {
        Voice::Of(self.round)
    }
}

impl Noun for Recommendation {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Organizer, Role::Chair];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        check::found_joint::<Round>(beside, self.round, "body/round")?;
        let letter = |letter: &str| letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_lowercase());
        if let Some(wrong) = self.letter.as_deref().filter(|given| !letter(given)) {
            return Err(Refusal::new("refusal-label-malformed")
                .with("label", check::shortened(wrong))
                .at("body/letter"));
        }
        check::maybe_symbol(self.symbol.as_deref(), "body/symbol")?;
        check::text(&self.words, check::PARAGRAPH, "body/words")?;
        self.check_text(beside)?;
        check::refer_all::<Party>(view, self.addressees.as_deref().unwrap_or_default(), "body/addressees")?;
        self.tabled_by.map_or(Ok(()), |party| check::refers::<Party>(view, party, "body/tabled_by"))?;
        check::refer_all::<Theme>(view, &self.themes, "body/themes")?;
        check::maybe_text(self.note.as_ref(), check::PARAGRAPH, "body/note")?;
        if let Some(became) = &self.became {
            became.by.map_or(Ok(()), |round| check::refers::<Round>(view, round, "body/became"))?;
            sourced(beside, &became.sources, "body/became")?;
        }
        sourced(beside, &self.sources, "body/sources")
    }
}

impl Recommendation {
    /// What it is called: its title or, where only a paraphrase is known, that.
    pub fn called(&self) -> &Text {
        self.title.as_ref().unwrap_or(&self.words)
    }

    /// Paragraphs with ids of their own; title, basis and term within their measure.
    fn check_text(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        check::maybe_text(self.title.as_ref(), check::NAME, "body/title")?;
        check::few(&self.paragraphs, "body/paragraphs")?;
        let mut ids = HashSet::new();
        for paragraph in &self.paragraphs {
            check::text(&paragraph.words, check::PARAGRAPH, "body/paragraphs")?;
            if !ids.insert(paragraph.id) {
                let twice = Refusal::new("refusal-listed-twice").with("record", paragraph.id);
                return Err(twice.at("body/paragraphs"));
            }
        }
        check::maybe_text(self.basis.as_ref(), check::PARAGRAPH, "body/basis")?;
        check::there(beside.view, &self.rests_on, "body/rests_on")?;
        check::maybe_text(self.items.as_ref(), check::NAME, "body/items")?;
        check::maybe_text(self.term.as_ref(), check::NAME, "body/term")
    }
}
