//! A measure of a plan or of a road map, in the region's columns: number, task, measure, term as written, expected result,
//! responsible executor, co-executors and partners, funding, recommendations served.

use crate::actor::Role;
use crate::check;
use crate::noun::{Beside, Noun};
use crate::plan::Plan;
use crate::recommendation::Recommendation;
use crate::refusal::Refusal;
use crate::roadmap::Roadmap;
use crate::source::say;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::{Seen, View};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// The plan or road map.
    pub of: RecordId,
    /// Its number as written, such as `2.2`.
    pub number: String,
    /// The number of its task.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<String>,
    /// The symbol, such as `NAP.XBR/2.2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// What is done.
    pub words: Text,
    /// What shall come of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<Text>,
    /// Its term as written, such as "II quarter" or "constantly".
    pub term: Text,
    /// When it begins, for the time-line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// When its term ends, for the time-line; a term such as "constantly" has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
    /// The agency, State or organization that answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub executor: Option<RecordId>,
    /// Who answers for it, where there is no record of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub executor_named: Option<Text>,
    /// Agencies, States, organizations that work on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<RecordId>,
    /// Others that work on it, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with_named: Option<Text>,
    /// Where the money comes from, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding: Option<Text>,
    /// The recommendations it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub serves: Vec<RecordId>,
    /// The need it waits for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<RecordId>,
}

impl Body for Measure {
    const KIND: &'static str = "review.measure";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.of);
        self.executor
            .iter()
            .chain(&self.with)
            .chain(&self.serves)
            .chain(&self.needs)
            .copied()
            .for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.words, found);
        self.symbol.iter().for_each(|symbol| found("und", symbol));
        [&self.result, &self.executor_named, &self.with_named, &self.funding]
            .into_iter()
            .flatten()
            .for_each(|text| say(text, found));
    }

    fn voice(&self) -> Voice {
        Voice::Compiled(self.of)
    }
}

impl Noun for Measure {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Coordinator, Role::Organizer, Role::Chair];
    const DRAFTED_BY_AGENCIES: bool = true;

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let (plan, _) = view.whose(self.of).ok_or_else(|| check::unknown(self.of, "body/of"))?;
        if view.find::<Plan>(self.of).is_none() && view.find::<Roadmap>(self.of).is_none() {
            return Err(check::unknown(self.of, "body/of"));
        }
        beside.speaks_for(Some(plan.id), "body/of")?;
        check::line(&self.number, "body/number")?;
        check::maybe_line(self.task.as_deref(), "body/task")?;
        check::maybe_symbol(self.symbol.as_deref(), "body/symbol")?;
        check::text(&self.words, check::PARAGRAPH, "body/words")?;
        check::maybe_text(self.result.as_ref(), check::PARAGRAPH, "body/result")?;
        check::text(&self.term, check::NAME, "body/term")?;
        if let (Some(from), Some(to)) = (self.from, self.to)
            && to.last_day() < from.first_day()
        {
            return Err(Refusal::new("refusal-dates-order").at("body/to"));
        }
        check::there(view, self.executor.as_slice(), "body/executor")?;
        check::maybe_text(self.executor_named.as_ref(), check::NAME, "body/executor_named")?;
        check::there(view, &self.with, "body/with")?;
        check::maybe_text(self.with_named.as_ref(), 500, "body/with_named")?;
        check::maybe_text(self.funding.as_ref(), check::NAME, "body/funding")?;
        check::refer_all::<Recommendation>(view, &self.serves, "body/serves")?;
        check::there(view, &self.needs, "body/needs")
    }
}

impl Measure {
    /// The measures of a plan or road map, in the order of their numbers.
    pub fn of(view: &View<'_>, plan: RecordId) -> Vec<Seen<Measure>> {
        let mut measures: Vec<Seen<Measure>> =
            view.about::<Measure>(plan).filter(|seen| seen.body.of == plan).collect();
        measures.sort_by_key(|seen| seen.body.order());
        measures
    }

    /// Its place by number: `2.10` comes after `2.9`.
    pub fn order(&self) -> Vec<u32> {
        self.number
            .split(|letter: char| !letter.is_ascii_digit())
            .filter_map(|part| part.parse().ok())
            .collect()
    }
}
