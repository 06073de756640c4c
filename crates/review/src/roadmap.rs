//! A regional road map: recommendations still open plus new measures, compiled by the States together and adopted like a
//! text.

use crate::actor::Role;
use crate::check;
use crate::noun::{Beside, Noun};
use crate::plan::{Task, check_tasks};
use crate::refusal::Refusal;
use crate::round::Round;
use crate::series::Series;
use crate::source::say;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A regional road map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Roadmap {
    /// The series.
    pub series: RecordId,
    /// The round that adopted it, or works on it.
    pub round: RecordId,
    /// Its title.
    pub title: Text,
    /// The symbol, such as `RM`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// The first year or day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// The last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
    /// When the States adopted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<PartialDate>,
    /// What it is for.
    pub aim: Text,
    /// Its tasks in their order, by number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// The road map it follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<RecordId>,
}

impl Body for Roadmap {
    const KIND: &'static str = "review.roadmap";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.series);
        found(self.round);
        self.follows.into_iter().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.title, found);
        self.symbol.iter().for_each(|symbol| found("und", symbol));
        say(&self.aim, found);
        self.tasks.iter().for_each(|task| say(&task.title, found));
    }

    fn voice(&self) -> Voice {
        Voice::Of(self.round)
    }
}

impl Noun for Roadmap {
    const WRITERS: &'static [Role] = &[Role::Organizer, Role::Chair];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        check::refers::<Series>(view, self.series, "body/series")?;
        check::found_joint::<Round>(beside, self.round, "body/round")?;
        check::text(&self.title, check::NAME, "body/title")?;
        check::maybe_symbol(self.symbol.as_deref(), "body/symbol")?;
        check::text(&self.aim, check::PARAGRAPH, "body/aim")?;
        check_tasks(&self.tasks)?;
        self.follows.map_or(Ok(()), |before| check::refers::<Roadmap>(view, before, "body/follows"))
    }
}
