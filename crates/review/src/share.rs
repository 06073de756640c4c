//! Acts on whatever record: share a draft, withdraw, erase.

use crate::actor::{Actor, Role};
use crate::check;
use crate::clearance_list::ClearedAct;
use crate::cleared::{self, Wish};
use crate::mandate::Mandate;
use crate::mark::{goes_along, is_withdrawn_too};
use crate::readers::Readers;
use crate::refusal::Refusal;
use crate::shared::{self, is_inner};
use crate::write::Base;
use ledger::audience::Audience;
use ledger::content::{Body, Erasure, Ground};
use ledger::draft::Draft;
use ledger::id::{Hash, Kind, OwnerId, RecordId};
use ledger::marking::Marking;
use ledger::time::PartialDate;
use ledger::view::{Past, Said, View};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::HashSet;

/// Share a content with other readers: the chosen content is appended to their lane; drafting goes on in the own one.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// The record.
    pub record: RecordId,
    /// The content that is shared: exactly this one, or (in files of acts) the newest.
    pub content: Base,
    /// With whom.
    pub with: Readers,
    /// The readers who have it already, where it is extended to those who joined later: none of them loses it.
    #[serde(default)]
    pub extends: Option<Audience>,
    /// The readers as they were named to whoever decided. If others would read it by now, nothing is shared.
    #[serde(default)]
    pub shown: Option<Audience>,
    /// When it was shared; only in exercises and reconstructions.
    #[serde(default)]
    pub stated_at: Option<PartialDate>,
}

/// Withdraw what was said to some readers. It can never be un-read; the lane says that it is withdrawn.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    /// The record.
    pub record: RecordId,
    /// From whom.
    pub from: Audience,
}

/// Erase a content everywhere it went. Its hash stays, and so does the chain.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
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
    /// What goes with it in the same act: other contents of the record, and of its files.
    #[serde(default)]
    pub also: Vec<Erased>,
}

/// A content that is erased with another.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Erased {
    /// The record whose history holds it.
    pub record: RecordId,
    /// The content.
    pub content: Hash,
}

/// Who gives a record to others, takes it back or erases it: never an agency, a reader or a translator.
pub const SHARERS: &[Role] = &[Role::Coordinator, Role::Organizer, Role::Chair, Role::Editor];

impl Share {
    /// The rule.
    ///
    /// # Errors
    /// If the record is not the actor's, the content not in its history, the audience not well formed or not the one
    /// that was shown, or something is missing of what the party's clearance list asks.
    pub fn perform(self, view: &View<'_>, actor: &Actor) -> Result<Vec<Draft>, Refusal> {
        actor.require(SHARERS)?;
        let chosen = Chosen::of(view, actor, self.record, self.content)?;
        let with = chosen.audience(view, actor, &self.with, self.extends.as_ref())?;
        if self.shown.is_some_and(|shown| shown != with) {
            return Err(Refusal::new("refusal-readers-changed").at("with"));
        }
        if self.stated_at.is_some() && !actor.origin.may_state_a_past() {
            return Err(Refusal::new("refusal-stated-at-not-allowed").at("stated_at"));
        }
        let Chosen { kind, content, held, .. } = &chosen;
        if kind.as_str() == Marking::KIND {
            return Err(Refusal::new("refusal-marking-goes-along").at("record"));
        }
        if cleared::is_kept_inside(view, self.record, kind.as_str()) {
            return Err(Refusal::new("refusal-stays-inside").at("with"));
        }
        if chosen.is_told(view, &with) {
            return Err(Refusal::new("refusal-shared-already").at("with"));
        }
        if !is_inner(&with) {
            cleared::require(view, &chosen.wish(actor, &with))?;
        }
        let facts = &held[0].facts;
        let stated_at = self.stated_at.or(facts.stated_at);
        let marking = goes_along(view, self.record, &with, stated_at);
        let release = Draft::share(self.record, kind.clone(), facts.schema, with, stated_at, *content);
        Ok([release].into_iter().chain(marking).collect())
    }

    /// Whether somebody may share records of that kind and owner at all.
    pub fn is_open(actor: &Actor, owner: OwnerId, kind: &str) -> bool {
        let goes_along = kind == Marking::KIND;
        SHARERS.contains(&actor.role) && owner == actor.owner && !cleared::stays_inside(kind) && !goes_along
    }
}

/// A content of the actor's own record, chosen to be shared or cleared.
pub struct Chosen {
    /// The record.
    pub record: RecordId,
    /// What sort of record.
    pub kind: Kind,
    /// The content.
    pub content: Hash,
    /// The versions that hold it and still say it; at least one.
    pub held: Vec<Past>,
}

impl Chosen {
    /// The content that is meant, if it is there.
    ///
    /// # Errors
    /// If the record is not the actor's, or the content not in its history.
    pub fn of(view: &View<'_>, actor: &Actor, record: RecordId, content: Base) -> Result<Self, Refusal> {
        let kind = own(view, actor, record)?;
        let content = match content {
            Base::Content(content) => content,
            Base::Newest => {
                let newest = view.find_any(record).and_then(|seen| seen.facts.content);
                newest.ok_or_else(|| Refusal::new("refusal-not-shared").at("content"))?
            }
        };
        let held = holding(view, record, content)?;
        Ok(Chosen { record, kind, content, held })
    }

    /// The readers as they are frozen now; where it is extended, with those who have it already.
    ///
    /// # Errors
    /// If the readers are not well formed, or those to be extended do not have the content.
    pub fn audience(
        &self,
        view: &View<'_>,
        actor: &Actor,
        with: &Readers,
        extends: Option<&Audience>,
    ) -> Result<Audience, Refusal> {
        let now = with.resolved(view, actor).map_err(|refusal| refusal.at("with"))?;
        let Some(before) = extends else { return Ok(now) };
        let extended = match (before, &now) {
            (Audience::Readers { label, parties }, Audience::Readers { label: same, parties: more })
                if label == same =>
            {
                Audience::readers(*label, parties.iter().chain(more).copied())
            }
            _ => now,
        };
        let has = self.held.iter().any(|past| *past.facts.audience == *before);
        match has && before.widens_to(&extended) {
            true => Ok(extended),
            false => Err(Refusal::new("refusal-not-wider").at("extends")),
        }
    }

    /// Whether these readers have it now: not where it was withdrawn from them, or something else was said since.
    pub fn is_told(&self, view: &View<'_>, readers: &Audience) -> bool {
        let says = |end: &Past| *end.facts.audience == *readers && end.facts.content == Some(self.content);
        shared::ends(view, self.record).iter().any(says)
    }

    /// What a clearance list could be asked for.
    pub fn wish<'a>(&'a self, actor: &Actor, readers: &'a Audience) -> Wish<'a> {
        Wish {
            owner: actor.owner,
            act: ClearedAct::Share,
            record: self.record,
            kind: self.kind.as_str(),
            content: self.content,
            readers,
        }
    }
}

impl Withdraw {
    /// The readers from whom a record of the actor's own could be withdrawn: those who have it now, each with the version
    /// they have. Nobody, where records of the kind stay.
    pub fn from_whom(view: &View<'_>, record: RecordId) -> Vec<Past> {
        let stays = |kind: &Kind| view.stays(kind) || kind.as_str() == Marking::KIND;
        if view.whose(record).is_none_or(|(_, kind)| stays(&kind)) {
            return Vec::new();
        }
        let mut ends = shared::ends(view, record);
        ends.retain(|end| !matches!(end.said, Said::Withdrawn));
        ends
    }

    /// The rule.
    ///
    /// # Errors
    /// If the record is not the actor's, is of a kind that stays, or was not shared with that audience.
    pub fn perform(self, view: &View<'_>, actor: &Actor) -> Result<Vec<Draft>, Refusal> {
        actor.require(SHARERS)?;
        let Withdraw { record, from } = self;
        let kind = own(view, actor, record)?;
        if kind.as_str() == Marking::KIND {
            return Err(Refusal::new("refusal-marking-goes-along").at("record"));
        }
        if view.stays(&kind) {
            return Err(Refusal::new("refusal-stays").at("record"));
        }
        let ends = Withdraw::from_whom(view, record);
        match ends.into_iter().find(|end| *end.facts.audience == from) {
            Some(Past { facts, .. }) => {
                let marking = is_withdrawn_too(view, record, &from);
                let gone = Draft::withdraw(record, kind, facts.schema, from, facts.stated_at);
                Ok([gone].into_iter().chain(marking).collect())
            }
            None => Err(Refusal::new("refusal-not-shared").at("from")),
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
        let Erase { record, content, ground, erasures, also } = self;
        check::few(&also, "also")?;
        let mut drafts: Vec<Box<dyn FnOnce(RecordId) -> Draft>> = Vec::new();
        for Erased { record, content } in [Erased { record, content }].into_iter().chain(also) {
            own(view, actor, record)?;
            Mandate::check_erased(view, record, content)?;
            for audience in told_to(view, record, content)? {
                let erasure = Erasure { content, ground, record };
                drafts.push(Box::new(move |id| Draft::new(id, audience, None, erasure)));
            }
        }
        let fresh: HashSet<&RecordId> = erasures.iter().filter(|id| view.whose(**id).is_none()).collect();
        if erasures.len() < drafts.len() || fresh.len() < erasures.len() {
            return Err(Refusal::new("refusal-erasure-ids").with("count", drafts.len()).at("erasures"));
        }
        Ok(drafts.into_iter().zip(erasures).map(|(draft, id)| draft(id)).collect())
    }

    /// How many records of erasures are needed for a content: one for each audience that holds it.
    pub fn count(view: &View<'_>, record: RecordId, content: Hash) -> usize {
        told_to(view, record, content).map_or(0, |audiences| audiences.len())
    }
}

/// The audiences that hold a content which is still said; at least one.
fn told_to(view: &View<'_>, record: RecordId, content: Hash) -> Result<Vec<Audience>, Refusal> {
    let mut audiences: Vec<Audience> = Vec::new();
    for past in holding(view, record, content)? {
        if !audiences.contains(&past.facts.audience) {
            audiences.push((*past.facts.audience).clone());
        }
    }
    Ok(audiences)
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
