//! The act by which a record is marked, and how the marking goes wherever the record goes: whoever is told the one is told
//! the other in the same act, and nobody else (docs/decisions/0016).

use crate::actor::{Actor, Role};
use crate::marking_scheme::MarkingScheme;
use crate::refusal::Refusal;
use crate::shared;
use ledger::audience::Audience;
use ledger::content::{Body, Erasure};
use ledger::draft::Draft;
use ledger::id::{Kind, RecordId};
use ledger::marking::Marking;
use ledger::time::PartialDate;
use ledger::view::{Past, Said, Seen, View};
use schemars::JsonSchema;
use serde::Deserialize;

/// Mark a record of one's own, change its marking, or lift it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// The record of the marking: a fresh id. Where the record is marked already, that marking goes on.
    pub record: RecordId,
    /// What is marked.
    pub of: RecordId,
    /// The level of the party's scheme; absent: the marking is lifted.
    #[serde(default)]
    pub level: Option<RecordId>,
    /// When; only in exercises.
    #[serde(default)]
    pub stated_at: Option<PartialDate>,
}

impl Mark {
    /// Who marks: the coordinator; people of an agency what nobody but their agency reads.
    pub const MARKERS: &'static [Role] = &[Role::Coordinator, Role::Contributor];

    /// The rule.
    ///
    /// # Errors
    /// If the record is not the actor's to mark, his party has no such level, or nothing would change.
    pub fn perform(self, view: &View<'_>, actor: &Actor) -> Result<Vec<Draft>, Refusal> {
        actor.require(Mark::MARKERS)?;
        if self.stated_at.is_some() && !actor.origin.may_state_a_past() {
            return Err(Refusal::new("refusal-stated-at-not-allowed").at("stated_at"));
        }
        let told = Mark::open_lanes(view, actor, self.of)
            .ok_or_else(|| Refusal::new("refusal-record-unknown").with("record", self.of).at("of"))?;
        let before = marking_of(view, self.of);
        match self.level {
            Some(level) => self.put(view, actor, level, before, told),
            None => self.lift(view, before),
        }
    }

    /// To whom the record is told now, if the actor may mark it: of one that only an agency drafts, also its people.
    fn open_lanes(view: &View<'_>, actor: &Actor, record: RecordId) -> Option<Vec<Audience>> {
        let (owner, kind) = view.whose(record)?;
        if owner.id != actor.owner || !is_marked_at_all(&kind) {
            return None;
        }
        let told = told_to(view, record);
        let theirs = |audience: &Audience| match audience {
            Audience::Agency { ids } => ids.iter().all(|id| actor.reader.agencies.contains(id)),
            _ => false,
        };
        let may = actor.role == Role::Coordinator || told.iter().all(theirs);
        (may && !told.is_empty()).then_some(told)
    }

    /// Whether the record is the actor's to mark.
    pub fn is_open(view: &View<'_>, actor: &Actor, record: RecordId) -> bool {
        Mark::MARKERS.contains(&actor.role) && Mark::open_lanes(view, actor, record).is_some()
    }

    fn put(
        &self,
        view: &View<'_>,
        actor: &Actor,
        level: RecordId,
        before: Option<Seen<Marking>>,
        told: Vec<Audience>,
    ) -> Result<Vec<Draft>, Refusal> {
        let scheme = MarkingScheme::of(view, actor.owner)
            .ok_or_else(|| Refusal::new("refusal-no-scheme").at("level"))?;
        let chosen = scheme.body.levels.iter().find(|known| known.id == level);
        let words = match chosen {
            Some(chosen) => chosen.words.clone(),
            None => return Err(Refusal::new("refusal-level-unknown").at("level")),
        };
        let marking = Marking { of: self.of, level, words };
        let record = before.map_or(self.record, |before| before.record);
        let drafts: Vec<Draft> = told
            .into_iter()
            .filter(|audience| !says(view, record, audience, &marking))
            .map(|audience| Draft::new(record, audience, self.stated_at, marking.clone()))
            .collect();
        match drafts.is_empty() {
            true => Err(Refusal::new("refusal-unchanged").at("level")),
            false => Ok(drafts),
        }
    }

    fn lift(&self, view: &View<'_>, before: Option<Seen<Marking>>) -> Result<Vec<Draft>, Refusal> {
        let before = before.ok_or_else(|| Refusal::new("refusal-not-marked").at("level"))?;
        Ok(told_to(view, before.record)
            .into_iter()
            .map(|audience| {
                let schema = before.facts.schema;
                Draft::withdraw(before.record, before.kind.clone(), schema, audience, self.stated_at)
            })
            .collect())
    }
}

/// Whether records of that kind are marked: a marking itself is not, nor that something was erased.
fn is_marked_at_all(kind: &Kind) -> bool {
    ![Marking::KIND, Erasure::KIND].contains(&kind.as_str())
}

/// The marking of a record, as its owner's people see it.
pub fn marking_of(view: &View<'_>, record: RecordId) -> Option<Seen<Marking>> {
    let (owner, _) = view.whose(record)?;
    view.about::<Marking>(record).find(|marking| marking.owner.id == owner.id)
}

/// What goes along when a record is told to readers: its marking, where they do not have it yet.
pub fn goes_along(
    view: &View<'_>,
    record: RecordId,
    audience: &Audience,
    stated_at: Option<PartialDate>,
) -> Option<Draft> {
    let marking = marking_of(view, record)?;
    let body = (*marking.body).clone();
    let has = says(view, marking.record, audience, &body);
    (!has).then(|| Draft::new(marking.record, audience.clone(), stated_at, body))
}

/// What goes with it when a record is withdrawn from readers.
pub fn is_withdrawn_too(view: &View<'_>, record: RecordId, audience: &Audience) -> Option<Draft> {
    let marking = marking_of(view, record)?;
    let has = told_to(view, marking.record).contains(audience);
    has.then(|| Draft::withdraw(marking.record, marking.kind, marking.facts.schema, audience.clone(), None))
}

/// The audiences to which a record says something now.
fn told_to(view: &View<'_>, record: RecordId) -> Vec<Audience> {
    let ends = shared::ends(view, record).into_iter();
    let said = ends.filter(|end| !matches!(end.said, Said::Withdrawn));
    said.map(|end| (*end.facts.audience).clone()).collect()
}

/// Whether a marking says that to those readers already.
fn says(view: &View<'_>, marking: RecordId, audience: &Audience, body: &Marking) -> bool {
    let same = |end: &Past| match &end.said {
        Said::Body(said) if *end.facts.audience == *audience => {
            said.clone().as_any().downcast::<Marking>().is_ok_and(|said| *said == *body)
        }
        _ => false,
    };
    shared::ends(view, marking).iter().any(same)
}
