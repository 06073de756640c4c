//! An adoption: the States adopted a text by consensus. It is frozen: number, content, a full copy of the text, the
//! statements printed with it. The text is voluntary and no treaty.

use crate::actor::Role;
use crate::check;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::recommendation::Recommendation;
use crate::refusal::Refusal;
use crate::round::Round;
use crate::source::say;
use crate::statement::Statement;
use crate::word::stable_words;
use ledger::content::{Body, Voice};
use ledger::id::Hash;
use ledger::id::RecordId;
use ledger::time::PartialDate;
use ledger::view::{Past, Said, Seen, View};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// That a text was adopted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Adoption {
    /// The round.
    pub round: RecordId,
    /// The text.
    pub recommendation: RecordId,
    /// The content that was adopted: what confirmations and anchors refer to.
    pub content: Hash,
    /// Its number among the adopted texts of the round, without gaps.
    pub number: u32,
    /// The symbol, such as `HIG23/REC.3`.
    pub symbol: String,
    /// The day.
    pub day: PartialDate,
    /// How.
    pub how: How,
    /// The States that adopted it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adopters: Vec<RecordId>,
    /// The statements printed with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<RecordId>,
    /// A full copy of the text.
    pub text: Recommendation,
}

stable_words! {
    /// How a text was adopted.
    How {
        /// In a session, no delegation objecting.
        Session => "session",
        /// A silence that was not broken.
        Silence => "silence",
    }
}

impl Body for Adoption {
    const KIND: &'static str = "review.adoption";
    /// An adopted text is frozen.
    const STAYS: bool = true;

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.round);
        found(self.recommendation);
        self.adopters.iter().chain(&self.statements).copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        self.text.title.iter().for_each(|title| say(title, found));
        found("und", &self.symbol);
        self.text.paragraphs.iter().for_each(|paragraph| say(&paragraph.words, found));
    }

    fn voice(&self) -> Voice {
        Voice::Of(self.round)
    }
}

impl Noun for Adoption {
    const WRITERS: &'static [Role] = &[Role::Organizer, Role::Chair];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let round = check::found_joint::<Round>(beside, self.round, "body/round")?;
        check::symbol(&self.symbol, "body/symbol")?;
        check::some(&self.adopters, "body/adopters")?;
        check::refer_all::<Party>(view, &self.adopters, "body/adopters")?;
        check::refer_all::<Statement>(view, &self.statements, "body/statements")?;
        let others: Vec<Seen<Adoption>> = Adoption::of_round(view, round.record);
        let next = Adoption::next_number(view, &round);
        match self.number == next
            && others.iter().all(|other| other.body.recommendation != self.recommendation)
        {
            true => Ok(()),
            false => Err(Refusal::new("refusal-adopted-already").with("next", next).at("body/number")),
        }
    }
}

impl Adoption {
    /// The number after all that the round has given. What was erased has no number that could be read, and keeps it.
    pub fn next_number(view: &View<'_>, round: &Seen<Round>) -> u32 {
        let records = view.records_of::<Adoption>(round.owner.id);
        let number = |past: Past| match past.said {
            Said::Body(body) => body.as_any().downcast::<Adoption>().ok().map(|adoption| adoption.number),
            _ => None,
        };
        let highest = records.iter().flat_map(|record| view.history(*record)).filter_map(number).max();
        let given = u32::try_from(records.len()).unwrap_or(u32::MAX);
        highest.unwrap_or_default().max(given).saturating_add(1)
    }

    /// The adoption of a text, by the round whose text it is.
    pub fn of(view: &View<'_>, recommendation: RecordId) -> Option<Seen<Adoption>> {
        let drafted = view.whose(recommendation).map(|(owner, _)| owner.id);
        view.about::<Adoption>(recommendation).find(|seen| {
            seen.body.recommendation == recommendation && drafted.is_none_or(|owner| owner == seen.owner.id)
        })
    }

    /// The adoptions of a round, by number.
    pub fn of_round(view: &View<'_>, round: RecordId) -> Vec<Seen<Adoption>> {
        let mut adoptions: Vec<Seen<Adoption>> =
            view.about::<Adoption>(round).filter(|seen| seen.body.round == round).collect();
        adoptions.sort_by_key(|seen| seen.body.number);
        adoptions
    }
}
