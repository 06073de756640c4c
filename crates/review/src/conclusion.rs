//! A conclusion: what a round concluded of an earlier recommendation, for all its addressees or for one.

use crate::actor::Role;
use crate::check;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::recommendation::Recommendation;
use crate::refusal::Refusal;
use crate::round::Round;
use crate::source::say;
use crate::word::stable_words;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a round concluded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conclusion {
    /// The round that concluded.
    pub round: RecordId,
    /// The recommendation.
    pub recommendation: RecordId,
    /// The addressee it is about; none: all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<RecordId>,
    /// What became of the recommendation.
    pub verdict: Verdict,
    /// In words.
    pub words: Text,
}

stable_words! {
    /// What became of a recommendation, as a round concluded.
    Verdict {
        /// It is carried out and no longer followed.
        CarriedOut => "carried_out",
        /// It stays open.
        Open => "open",
        /// It lives on in a later text.
        CarriedForward => "carried_forward",
        /// Events made it pointless.
        Overtaken => "overtaken",
    }
}

impl Body for Conclusion {
    const KIND: &'static str = "review.conclusion";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.round);
        found(self.recommendation);
        self.about.into_iter().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.words, found);
    }

    fn voice(&self) -> Voice {
        Voice::Of(self.round)
    }
}

impl Noun for Conclusion {
    const WRITERS: &'static [Role] = &[Role::Organizer, Role::Chair];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        check::found_joint::<Round>(beside, self.round, "body/round")?;
        check::refers::<Recommendation>(view, self.recommendation, "body/recommendation")?;
        self.about.map_or(Ok(()), |about| check::refers::<Party>(view, about, "body/about"))?;
        check::text(&self.words, check::PARAGRAPH, "body/words")
    }
}
