//! An approval: that one step of a clearance agreed, who signed, by which letter. One record each, so that a name can be
//! erased without the rest. Only the own delegation reads it.

use crate::actor::Role;
use crate::check;
use crate::clearance::Clearance;
use crate::clearance_list::Step;
use crate::noun::{Beside, Noun};
use crate::refusal::Refusal;
use crate::source::say;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::{Seen, View};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// The clearance.
    pub clearance: RecordId,
    /// The step of its list.
    pub step: RecordId,
    /// Who signed: a name as it stands under the letter. Personal data.
    pub name: String,
    /// The post of who signed.
    pub post: Text,
    /// The letter by which it was approved: the number that its sender gave it (исх. №), and its day.
    pub letter: Letter,
    /// Under which number and when the letter was received here (вх. №).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Letter>,
    /// What was said with it, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The file that shows the signed sheet or letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scan: Option<RecordId>,
}

/// A letter as registers name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// Its number, as written.
    pub number: String,
    /// Its day.
    pub date: PartialDate,
}

impl Body for Approval {
    const KIND: &'static str = "review.approval";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.clearance);
        self.scan.into_iter().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.post, found);
        let numbers = [&self.letter].into_iter().chain(&self.received).map(|letter| &letter.number);
        [&self.name].into_iter().chain(numbers).for_each(|words| found("und", words));
    }
}

impl Noun for Approval {
    const WRITERS: &'static [Role] = &[Role::Coordinator];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let asked = check::found::<Clearance>(view, self.clearance, "body/clearance")?;
        beside.speaks_for(Some(asked.owner.id), "body/clearance")?;
        if !asked.body.counts(view) {
            return Err(Refusal::new("refusal-clearance-over").at("body/clearance"));
        }
        let steps = Approval::given(view, &asked);
        let Some(place) = steps.iter().position(|(step, _)| step.id == self.step) else {
            return Err(Refusal::new("refusal-step-unknown").at("body/step"));
        };
        if let Some((before, _)) = steps[..place].iter().find(|(_, approval)| approval.is_none()) {
            return Err(Refusal::new("refusal-step-before")
                .naming("step", [before.words.clone()])
                .at("body/step"));
        }
        if steps[place].1.as_ref().is_some_and(|approval| approval.record != beside.own) {
            return Err(Refusal::new("refusal-step-approved").at("body/step"));
        }
        check::written(&self.name, check::NAME, "body/name")?;
        check::text(&self.post, check::NAME, "body/post")?;
        self.letter.check("body/letter")?;
        self.received.as_ref().map_or(Ok(()), |received| received.check("body/received"))?;
        self.note.as_deref().map_or(Ok(()), |note| check::written(note, check::PARAGRAPH, "body/note"))?;
        self.scan.map_or(Ok(()), |scan| check::there(view, &[scan], "body/scan"))
    }
}

impl Letter {
    fn check(&self, field: &str) -> Result<(), Refusal> {
        check::line(&self.number, &format!("{field}/number"))?;
        match self.date.day() {
            Some(_) => Ok(()),
            None => Err(Refusal::new("refusal-day-needed").at(format!("{field}/date"))),
        }
    }
}

impl Approval {
    /// The steps of a clearance, each with the approval that was given.
    pub fn given(view: &View<'_>, clearance: &Seen<Clearance>) -> Vec<(Step, Option<Seen<Approval>>)> {
        let of_it = |approval: &Seen<Approval>| {
            approval.owner.id == clearance.owner.id && approval.body.clearance == clearance.record
        };
        let approvals: Vec<Seen<Approval>> = view.about(clearance.record).filter(of_it).collect();
        let of = |step: &Step| approvals.iter().find(|approval| approval.body.step == step.id).cloned();
        clearance.body.steps.iter().map(|step| (step.clone(), of(step))).collect()
    }
}
