//! A recommendation as far as public sources know it: paraphrased, since the adopted texts are not public.
//! What States adopt in Tamga itself will be a text of its own.

use crate::check;
use crate::compile::Compiled;
use crate::fact::sourced;
use crate::party::Party;
use crate::refusal::Refusal;
use crate::round::Round;
use crate::source::say;
use crate::theme::Theme;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::View;
use serde::{Deserialize, Serialize};

/// A recommendation of a round, in our words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// The round that made it.
    pub round: RecordId,
    /// A letter of ours: number and order are not public.
    pub letter: String,
    /// What it asks, paraphrased.
    pub words: Text,
    /// Whom it asks, where a source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addressees: Option<Vec<RecordId>>,
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

/// What became of a recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Became {
    /// The word.
    pub word: Progress,
    /// The round by which it was carried out, or at which that was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<RecordId>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<PartialDate>,
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

/// How far a recommendation was carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// Nothing was begun.
    NotStarted,
    /// Something was begun.
    UnderWay,
    /// A part is done.
    Partly,
    /// It is done.
    CarriedOut,
    /// Events made it pointless.
    Overtaken,
}

impl Progress {
    /// The stable word.
    pub fn word(self) -> &'static str {
        match self {
            Progress::NotStarted => "not_started",
            Progress::UnderWay => "under_way",
            Progress::Partly => "partly",
            Progress::CarriedOut => "carried_out",
            Progress::Overtaken => "overtaken",
        }
    }
}

impl Body for Recommendation {
    const KIND: &'static str = "review.recommendation";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.round);
        let by = self.became.iter().filter_map(|became| became.by);
        by.chain(self.themes.iter().copied()).for_each(&mut *found);
        self.addressees.iter().flatten().chain(&self.sources).copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.words, found);
        self.note.iter().for_each(|note| say(note, found));
    }
}

impl Compiled for Recommendation {
    fn check(&self, _own: RecordId, view: &View<'_>) -> Result<(), Refusal> {
        check::refers::<Round>(view, self.round, "body/round")?;
        let letter = self.letter.len() == 1 && self.letter.bytes().all(|byte| byte.is_ascii_lowercase());
        if !letter {
            return Err(Refusal::new("refusal-label-malformed")
                .with("label", check::shortened(&self.letter))
                .at("body/letter"));
        }
        check::text(&self.words, check::PARAGRAPH, "body/words")?;
        check::refer_all::<Party>(view, self.addressees.as_deref().unwrap_or_default(), "body/addressees")?;
        check::refer_all::<Theme>(view, &self.themes, "body/themes")?;
        check::maybe_text(self.note.as_ref(), check::PARAGRAPH, "body/note")?;
        if let Some(became) = &self.became {
            became.by.map_or(Ok(()), |round| check::refers::<Round>(view, round, "body/became"))?;
            sourced(view, &became.sources, "body/became")?;
        }
        sourced(view, &self.sources, "body/sources")
    }
}
