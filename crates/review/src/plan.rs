//! A national action plan: how a State carries out recommendations and what it sets itself, in numbered measures.

use crate::actor::Role;
use crate::agency::Agency;
use crate::check;
use crate::fact::sourced;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::source::say;
use crate::word::stable_words;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A national action plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The State.
    pub party: RecordId,
    /// Its title.
    pub title: Text,
    /// The symbol, such as `NAP.XBR`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// The first year or day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// The last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
    /// By which act it was approved, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<Text>,
    /// When it was approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_on: Option<PartialDate>,
    /// The agency that coordinates it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinator: Option<RecordId>,
    /// How far it came, as far as sources say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<PlanStanding>,
    /// When it was submitted to the 1540 Committee.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted: Option<PartialDate>,
    /// The plan it follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<RecordId>,
    /// Its tasks in their order, by number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// What else should be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Where that is said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<RecordId>,
}

/// A task: a heading over measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Its number as written.
    pub number: String,
    /// What it is.
    pub title: Text,
}

stable_words! {
    /// How far a plan came.
    PlanStanding {
        /// Being written.
        InPreparation => "in_preparation",
        /// Approved, or in force.
        Approved => "approved",
        /// Its period is over.
        Over => "over",
    }
}

/// Tasks have a number and a title.
///
/// # Errors
/// As [`check::line`] and [`check::text`].
pub fn check_tasks(tasks: &[Task]) -> Result<(), Refusal> {
    check::few(tasks, "body/tasks")?;
    for task in tasks {
        check::line(&task.number, "body/tasks")?;
        check::text(&task.title, check::NAME, "body/tasks")?;
    }
    Ok(())
}

impl Body for Plan {
    const KIND: &'static str = "review.plan";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.party);
        self.coordinator.iter().chain(&self.follows).chain(&self.sources).copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.title, found);
        self.symbol.iter().for_each(|symbol| found("und", symbol));
        [&self.approved, &self.note].into_iter().flatten().for_each(|text| say(text, found));
        self.tasks.iter().for_each(|task| say(&task.title, found));
    }

    fn voice(&self) -> Voice {
        Voice::Compiled(self.party)
    }
}

impl Noun for Plan {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Coordinator];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let party = check::found::<Party>(view, self.party, "body/party")?;
        beside.speaks_for(Some(party.owner.id), "body/party")?;
        check::text(&self.title, check::NAME, "body/title")?;
        check::maybe_symbol(self.symbol.as_deref(), "body/symbol")?;
        if let (Some(from), Some(to)) = (self.from, self.to)
            && to.last_day() < from.first_day()
        {
            return Err(Refusal::new("refusal-dates-order").at("body/to"));
        }
        check::maybe_text(self.approved.as_ref(), check::NAME, "body/approved")?;
        self.coordinator
            .map_or(Ok(()), |agency| check::refers::<Agency>(view, agency, "body/coordinator"))?;
        self.follows.map_or(Ok(()), |plan| check::refers::<Plan>(view, plan, "body/follows"))?;
        check_tasks(&self.tasks)?;
        check::maybe_text(self.note.as_ref(), check::PARAGRAPH, "body/note")?;
        sourced(beside, &self.sources, "body/sources")
    }
}
