//! Who shall read: the label that a person chooses, resolved to a list of parties and frozen at that moment.

use crate::actor::Actor;
use crate::delegation::{Capacity, Delegation};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::round::Round;
use crate::series::Series;
use ledger::audience::{Audience, ReadersLabel};
use ledger::id::{OwnerId, RecordId};
use ledger::owner::OwnerSort;
use ledger::view::View;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The readers as they are chosen. In an act: `"public"`, `"own"`, `{"round": ID}`, `{"named": [ID, …]}` …
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Readers {
    /// People with a live mandate of the owner.
    Own,
    /// People of these agencies of the owner, and its coordinators.
    Agencies(Vec<RecordId>),
    /// These States and organizations.
    Named(Vec<RecordId>),
    /// The States of the round, and its chair and organizer.
    Round(RecordId),
    /// The same and the invited organizations.
    RoundAndOrganizations(RecordId),
    /// All States of the series, also those who join later.
    Series(RecordId),
    /// Everybody.
    Public,
}

impl Readers {
    /// The audience as it is frozen now.
    ///
    /// # Errors
    /// `refusal-record-unknown` for what is not there, `refusal-reader-without-people` for a party that cannot read
    /// here, `refusal-audience-malformed` for an empty list.
    pub fn resolved(&self, view: &View<'_>, actor: &Actor) -> Result<Audience, Refusal> {
        let audience = match self {
            Readers::Own => Audience::Own,
            Readers::Public => Audience::Public,
            Readers::Agencies(ids) => {
                let mut ids = ids.clone();
                ids.sort_unstable();
                ids.dedup();
                Audience::Agency { ids }
            }
            Readers::Named(parties) => {
                let owners: Result<Vec<OwnerId>, Refusal> =
                    parties.iter().map(|party| reader(view, *party)).collect();
                Audience::readers(ReadersLabel::Named, owners?)
            }
            Readers::Round(round) => {
                let states = |capacity| capacity == Capacity::Participant;
                Audience::readers(ReadersLabel::Round, of_round(view, *round, states)?)
            }
            Readers::RoundAndOrganizations(round) => {
                let all = |capacity| capacity != Capacity::Observer;
                Audience::readers(ReadersLabel::RoundAndOrganizations, of_round(view, *round, all)?)
            }
            Readers::Series(series) => {
                view.find::<Series>(*series).ok_or_else(|| unknown(*series))?;
                Audience::Series { series: *series }
            }
        };
        let empty = |audience: &Audience| match audience {
            Audience::Readers { parties, .. } => parties.iter().all(|party| *party == actor.owner),
            _ => !audience.is_well_formed(),
        };
        match empty(&audience) {
            true => Err(Refusal::new("refusal-audience-malformed").at("audience")),
            false => Ok(audience),
        }
    }
}

/// The round itself (its chair and organizer), and the delegations of a capacity. Delegations that are recorded in a
/// past of an exercise count from their record on: what is frozen is what was known when it was shared.
fn of_round(
    view: &View<'_>,
    round: RecordId,
    wanted: impl Fn(Capacity) -> bool,
) -> Result<Vec<OwnerId>, Refusal> {
    let itself = view.find::<Round>(round).ok_or_else(|| unknown(round))?;
    let joint = (itself.owner.sort == OwnerSort::Round).then_some(itself.owner.id);
    let parties = (view.about::<Delegation>(round))
        .filter(|delegation| delegation.body.round == round && wanted(delegation.body.capacity))
        .filter_map(|delegation| reader(view, delegation.body.party).ok());
    Ok(joint.into_iter().chain(parties).collect())
}

/// The owner in whose name a party reads.
fn reader(view: &View<'_>, party: RecordId) -> Result<OwnerId, Refusal> {
    let found = view.find::<Party>(party).ok_or_else(|| unknown(party))?;
    match found.owner.sort {
        OwnerSort::Party => Ok(found.owner.id),
        _ => {
            Err(Refusal::new("refusal-reader-without-people").with("party", &found.body.label).at("audience"))
        }
    }
}

fn unknown(record: RecordId) -> Refusal {
    Refusal::new("refusal-record-unknown").with("record", record).at("audience")
}
