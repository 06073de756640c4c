//! Acts on whatever record: share a draft, withdraw, erase.

use crate::actor::{Actor, Role};
use crate::mandate::Mandate;
use crate::readers::Readers;
use crate::refusal::Refusal;
use crate::write::Base;
use ledger::audience::Audience;
use ledger::content::{Erasure, Ground};
use ledger::draft::Draft;
use ledger::id::{Hash, Kind, RecordId};
use ledger::time::PartialDate;
use ledger::view::{Past, Said, View};
use serde::Deserialize;

/// Share a content with other readers: the chosen content is appended to their lane; drafting goes on in the own one.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// The record.
    pub record: RecordId,
    /// The content that is shared: exactly this one, or (in files of acts) the newest.
    pub content: Base,
    /// With whom.
    pub with: Readers,
    /// When it was shared; only in exercises and reconstructions.
    #[serde(default)]
    pub stated_at: Option<PartialDate>,
}

/// Withdraw what was said to some readers. It can never be un-read; the lane says that it is withdrawn.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    /// The record.
    pub record: RecordId,
    /// From whom.
    pub from: Audience,
}

/// Erase a content everywhere it went. Its hash stays, and so does the chain.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Erase {
    /// The record whose history holds it.
    pub record: RecordId,
    /// The content.
    pub content: Hash,
    /// Why.
    pub ground: Ground,
    /// The record of the erasure for each audience that held the content: fresh ids, as many as there are audiences.
    pub erasures: Vec<RecordId>,
}

/// Who gives a record to others, takes it back or erases it: never an agency, a reader or a translator.
const SHARERS: &[Role] = &[Role::Coordinator, Role::Organizer, Role::Chair, Role::Editor];

impl Share {
    /// The rule.
    ///
    /// # Errors
    /// If the record is not the actor's, the content not in its history, or the audience not well formed.
    pub fn perform(self, view: &View<'_>, actor: &Actor) -> Result<Vec<Draft>, Refusal> {
        actor.require(SHARERS)?;
        let Share { record, content, with, stated_at } = self;
        let kind = own(view, actor, record)?;
        let with = with.resolved(view, actor).map_err(|refusal| refusal.at("with"))?;
        if stated_at.is_some() && !actor.origin.may_state_a_past() {
            return Err(Refusal::new("refusal-stated-at-not-allowed").at("stated_at"));
        }
        let content = match content {
            Base::Content(content) => content,
            Base::Newest => {
                let newest = view.find_any(record).and_then(|seen| seen.facts.content);
                newest.ok_or_else(|| Refusal::new("refusal-not-shared").at("content"))?
            }
        };
        let held = holding(view, record, content)?;
        if held.iter().any(|past| *past.facts.audience == with) {
            return Err(Refusal::new("refusal-shared-already").at("with"));
        }
        let facts = &held[0].facts;
        let stated_at = stated_at.or(facts.stated_at);
        Ok(vec![Draft::share(record, kind, facts.schema, with, stated_at, content)])
    }
}

impl Withdraw {
    /// The rule.
    ///
    /// # Errors
    /// If the record is not the actor's, is of a kind that stays, or was not shared with that audience.
    pub fn perform(self, view: &View<'_>, actor: &Actor) -> Result<Vec<Draft>, Refusal> {
        actor.require(SHARERS)?;
        let Withdraw { record, from } = self;
        let kind = own(view, actor, record)?;
        if view.stays(&kind) {
            return Err(Refusal::new("refusal-stays").at("record"));
        }
        let last = view.history(record).into_iter().rfind(|past| *past.facts.audience == from);
        match last {
            Some(last) if !matches!(last.said, Said::Withdrawn) => {
                Ok(vec![Draft::withdraw(record, kind, last.facts.schema, from, last.facts.stated_at)])
            }
            _ => Err(Refusal::new("refusal-not-shared").at("from")),
        }
    }
}

impl Erase {
    /// The rule: one erasure for each audience that held the content, so that it goes wherever the content went.
    ///
    /// # Errors
    /// If the record is not the actor's, the content not in its history, or the mandate that appoints others the last.
    pub fn perform(self, view: &View<'_>, actor: &Actor) -> Result<Vec<Draft>, Refusal> {
        actor.require(SHARERS)?;
        let Erase { record, content, ground, erasures } = self;
        own(view, actor, record)?;
        Mandate::check_erased(view, record, content)?;
        let mut audiences: Vec<Audience> = Vec::new();
        for past in holding(view, record, content)? {
            if !audiences.contains(&past.facts.audience) {
                audiences.push((*past.facts.audience).clone());
            }
        }
        if erasures.len() < audiences.len() || erasures.iter().any(|erasure| view.whose(*erasure).is_some()) {
            return Err(Refusal::new("refusal-erasure-ids").with("count", audiences.len()).at("erasures"));
        }
        let erase = |(audience, id)| Draft::new(id, audience, None, Erasure { content, ground, record });
        Ok(audiences.into_iter().zip(erasures).map(erase).collect())
    }
}

/// What sort of record the actor's own one is, also where nothing in it can be read any more: what was withdrawn or
/// erased may have to be erased further. Hidden, absent and another's are refused alike.
fn own(view: &View<'_>, actor: &Actor, record: RecordId) -> Result<Kind, Refusal> {
    let unknown = || Refusal::new("refusal-record-unknown").with("record", record).at("record");
    let whose = view.whose(record).filter(|(owner, _)| owner.id == actor.owner);
    whose.map(|(_, kind)| kind).ok_or_else(unknown)
}

/// The versions that hold the content and still say it; at least one.
fn holding(view: &View<'_>, record: RecordId, content: Hash) -> Result<Vec<Past>, Refusal> {
    let mut held = view.history(record);
    held.retain(|past| past.facts.content == Some(content) && !matches!(past.said, Said::Erased));
    match held.is_empty() {
        true => Err(Refusal::new("refusal-content-unknown").with("content", content).at("content")),
        false => Ok(held),
    }
}
