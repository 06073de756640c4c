//! A clearance list: whom a State or an organization asks, in which order, before it lets something go. The State decides
//! how it decides; where it has no list, nothing is asked. Only its own delegation knows the list.

use crate::actor::Role;
use crate::agency::Agency;
use crate::answer::Answer;
use crate::check;
use crate::closing::Closing;
use crate::contact::Contact;
use crate::document::Document;
use crate::event::Event;
use crate::file::File;
use crate::instrument::Instrument;
use crate::lineage::Lineage;
use crate::marking_scheme::MarkingScheme;
use crate::measure::Measure;
use crate::need::Need;
use crate::noun::{Beside, Noun};
use crate::observation::Observation;
use crate::offer::Offer;
use crate::part::Part;
use crate::party::Party;
use crate::plan::Plan;
use crate::practice::Practice;
use crate::progress::Progress;
use crate::proposal::Proposal;
use crate::question::Question;
use crate::refusal::Refusal;
use crate::reply::Reply;
use crate::source::say;
use crate::statement::Statement;
use crate::submission::Submission;
use crate::treaty_status::TreatyStatus;
use crate::word::stable_words;
use ledger::content::Body;
use ledger::id::{OwnerId, RecordId};
use ledger::text::Text;
use ledger::view::{Seen, View};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Whom a party asks, for what, in which order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClearanceList {
    /// The State or organization.
    pub party: RecordId,
    /// What the list is called.
    pub name: Text,
    /// For which acts it is asked.
    pub acts: Vec<ClearedAct>,
    /// For which kinds of record; where none is named, for all that no other list names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<String>,
    /// Who is asked, in this order.
    pub steps: Vec<Step>,
}

/// One who is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ClearanceStep")]
pub struct Step {
    /// Its id within the list, so that an approval names it and not its place.
    pub id: RecordId,
    /// What sort of step.
    pub sort: StepSort,
    /// What it is called on the approval sheet.
    pub words: Text,
    /// The agency that is asked, where it is recorded here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<RecordId>,
}

stable_words! {
    /// What a list can be asked for.
    ClearedAct {
        /// A text leaves the own delegation.
        Share => "share",
    }
}

stable_words! {
    /// What sort of step.
    StepSort {
        /// The agency whose field it is.
        Agency => "agency",
        /// The ministry that leads.
        LeadMinistry => "lead_ministry",
        /// The ministry of foreign affairs.
        ForeignMinistry => "foreign_ministry",
        /// Those who look whether something is in it that must not go.
        SecretsReview => "secrets_review",
        /// The head of the delegation.
        HeadOfDelegation => "head_of_delegation",
        /// Another step, in the party's own words.
        Other => "other",
    }
}

/// The most steps of a list: more do not stand on one sheet.
pub const MOST_STEPS: usize = 12;

/// The kinds that a State or an organization writes for others to read: those for which a list can be asked.
pub const CLEARABLE: &[&str] = &[
    Submission::KIND,
    Part::KIND,
    Answer::KIND,
    Question::KIND,
    Reply::KIND,
    Closing::KIND,
    Observation::KIND,
    Proposal::KIND,
    Statement::KIND,
    Progress::KIND,
    Plan::KIND,
    Measure::KIND,
    Practice::KIND,
    Need::KIND,
    Offer::KIND,
    Instrument::KIND,
    Document::KIND,
    File::KIND,
    MarkingScheme::KIND,
    Event::KIND,
    TreatyStatus::KIND,
    Contact::KIND,
    Agency::KIND,
    Lineage::KIND,
    Party::KIND,
];

impl Body for ClearanceList {
    const KIND: &'static str = "review.clearance_list";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.party);
        self.steps.iter().filter_map(|step| step.agency).for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.name, found);
        self.steps.iter().for_each(|step| say(&step.words, found));
    }
}

impl Noun for ClearanceList {
    const WRITERS: &'static [Role] = &[Role::Coordinator];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let party = check::found::<Party>(beside.view, self.party, "body/party")?;
        beside.speaks_for(Some(party.owner.id), "body/party")?;
        check::text(&self.name, check::NAME, "body/name")?;
        check::some(&self.acts, "body/acts")?;
        check::some(&self.steps, "body/steps")?;
        if self.steps.len() > MOST_STEPS {
            return Err(Refusal::new("refusal-list-too-long").with("limit", MOST_STEPS).at("body/steps"));
        }
        let mut ids = HashSet::new();
        for step in &self.steps {
            if !ids.insert(step.id) {
                return Err(Refusal::new("refusal-listed-twice").with("record", step.id).at("body/steps"));
            }
            check::text(&step.words, check::NAME, "body/steps")?;
            if let Some(agency) = step.agency {
                let agency = check::found::<Agency>(beside.view, agency, "body/steps")?;
                beside.speaks_for(Some(agency.owner.id), "body/steps")?;
            }
        }
        if let Some(kind) = self.kinds.iter().find(|kind| !CLEARABLE.contains(&kind.as_str())) {
            let kind = check::shortened(kind);
            return Err(Refusal::new("refusal-kind-not-cleared").with("kind", kind).at("body/kinds"));
        }
        self.check_alone(beside)
    }
}

impl ClearanceList {
    /// No two lists are asked for the same: nobody could tell which of them counts.
    fn check_alone(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let acts = |other: &ClearanceList| self.acts.iter().any(|act| other.acts.contains(act));
        let kinds = |other: &ClearanceList| match self.kinds.is_empty() {
            true => other.kinds.is_empty(),
            false => self.kinds.iter().any(|kind| other.kinds.contains(kind)),
        };
        let other = ClearanceList::of(beside.view, beside.actor.owner)
            .find(|other| other.record != beside.own && acts(&other.body) && kinds(&other.body));
        match other {
            Some(other) => Err(Refusal::new("refusal-lists-overlap")
                .naming("list", [other.body.name.clone()])
                .at("body/kinds")),
            None => Ok(()),
        }
    }

    /// Whether it asks what these steps asked: the same, in the same order. A translation changes nothing of that.
    pub fn asks_still(&self, steps: &[Step]) -> bool {
        let asked = |step: &Step| {
            let original = step.words.for_reader(&step.words.original).1.to_owned();
            (step.id, step.sort, step.agency, original)
        };
        self.steps.iter().map(asked).eq(steps.iter().map(asked))
    }

    /// The lists of an owner that are in force.
    pub fn of<'v>(view: &'v View<'_>, owner: OwnerId) -> impl Iterator<Item = Seen<ClearanceList>> + 'v {
        view.all::<ClearanceList>().filter(move |list| list.owner.id == owner)
    }

    /// The list that an owner asks for an act on records of a kind: the one that names the kind, else the one for all.
    pub fn asked(
        view: &View<'_>,
        owner: OwnerId,
        act: ClearedAct,
        kind: &str,
    ) -> Option<Seen<ClearanceList>> {
        let mut general = None;
        for list in ClearanceList::of(view, owner).filter(|list| list.body.acts.contains(&act)) {
            match list.body.kinds.is_empty() {
                true => general = Some(list),
                false if list.body.kinds.iter().any(|named| named == kind) => return Some(list),
                false => {}
            }
        }
        general
    }
}
