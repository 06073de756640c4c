//! What is told of readers before anything is sent: who will read it, by name, and who will not.

use crate::delegation::{Capacity, Delegation};
use crate::party::{Party, PartySort};
use crate::readers::Readers;
use crate::round::Round;
use crate::series::Series;
use crate::word::stable_words;
use ledger::audience::{Audience, ReadersLabel};
use ledger::id::{OwnerId, RecordId};
use ledger::owner::OwnerSort;
use ledger::text::Text;
use ledger::view::{Seen, View};
use serde::Serialize;

/// Who will read something, and who will not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// Who reads it besides the owner's own delegation; of everybody nobody is named.
    pub reads: Vec<OwnerId>,
    /// Whether those who join later will read it too.
    pub also_later: bool,
    /// Who does not, and why that has to be said.
    pub left_out: Vec<LeftOut>,
}

/// Somebody who will not read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// The State or organization, where it has a record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<RecordId>,
    /// Its name.
    pub name: Text,
    /// As what one might have thought of it.
    pub why: Why,
}

stable_words! {
    /// As what somebody is left out.
    Why {
        /// A State of the round or of the series that is not among the readers.
        State => "state",
        /// A State that looks on at the round.
        Observer => "observer",
        /// An organization invited to the round.
        Organization => "organization",
        /// A donor of the round. Donors are never included by default.
        Donor => "donor",
        /// A State or organization that would be a reader, but nobody acts for it here.
        WithoutPeople => "without_people",
    }
}

impl Told {
    /// Of these readers, as they are frozen now. `owner`: whose record it is.
    pub fn of(view: &View<'_>, owner: OwnerId, readers: &Readers, audience: &Audience) -> Self {
        let near = Near::of(view, owner, readers);
        let mut told = Told {
            reads: near.reads(view, owner, audience),
            also_later: matches!(audience, Audience::Series { .. } | Audience::Public),
            left_out: Vec::new(),
        };
        if *audience != Audience::Public {
            near.leave_out(view, owner, readers, &mut told);
        }
        told
    }
}

/// The rounds that readers are thought of with: those of the series in question.
struct Near {
    rounds: Vec<Seen<Round>>,
    /// The one that was chosen.
    chosen: Option<RecordId>,
}

impl Near {
    fn of(view: &View<'_>, owner: OwnerId, readers: &Readers) -> Self {
        let series_of = |round: RecordId| view.find::<Round>(round).map(|round| round.body.series);
        let (chosen, series): (Option<RecordId>, Vec<RecordId>) = match readers {
            Readers::Round(round) | Readers::RoundAndOrganizations(round) => {
                (Some(*round), series_of(*round).into_iter().collect())
            }
            Readers::Series(series) => (None, vec![*series]),
            _ => (None, rounds_of(view, owner).into_iter().map(|round| round.body.series).collect()),
        };
        let rounds = view.all::<Round>().filter(|round| series.contains(&round.body.series)).collect();
        Near { rounds, chosen }
    }

    fn reads(&self, view: &View<'_>, owner: OwnerId, audience: &Audience) -> Vec<OwnerId> {
        let mut reads: Vec<OwnerId> = match audience {
            Audience::Readers { parties, .. } => parties.clone(),
            Audience::Series { series } => {
                let rounds = || self.rounds.iter().filter(|round| round.body.series == *series);
                let joint = rounds().filter(|round| round.owner.sort == OwnerSort::Round);
                let states = rounds().flat_map(|round| delegations(view, round.record));
                let taking_part = states
                    .filter(|(_, capacity)| *capacity == Capacity::Participant)
                    .filter(|(party, _)| party.owner.sort == OwnerSort::Party)
                    .map(|(party, _)| party.owner.id);
                joint.map(|round| round.owner.id).chain(taking_part).collect()
            }
            Audience::Public | Audience::Own | Audience::Agency { .. } => Vec::new(),
        };
        reads.sort_unstable();
        reads.dedup();
        reads.retain(|reader| *reader != owner);
        reads
    }

    fn leave_out(&self, view: &View<'_>, owner: OwnerId, readers: &Readers, told: &mut Told) {
        let mut found: Vec<(Option<RecordId>, LeftOut)> = Vec::new();
        let mut add = |party: &Seen<Party>, why| {
            let known = found.iter().any(|(record, _)| *record == Some(party.record));
            if !known && party.owner.id != owner && !told.reads.contains(&party.owner.id) {
                let left = LeftOut { party: Some(party.record), name: party.body.name.clone(), why };
                found.push((Some(party.record), left));
            }
        };
        let in_chosen = |round: &&Seen<Round>| self.chosen.is_none_or(|chosen| chosen == round.record);
        for round in self.rounds.iter().filter(in_chosen) {
            for (party, capacity) in delegations(view, round.record) {
                add(&party, why(readers, &party, capacity));
            }
        }
        for round in &self.rounds {
            let states = delegations(view, round.record)
                .into_iter()
                .filter(|(_, capacity)| *capacity == Capacity::Participant);
            states.for_each(|(party, _)| add(&party, Why::State));
        }
        for round in self.rounds.iter().filter(in_chosen) {
            for party in round.body.donors.iter().filter_map(|donor| view.find::<Party>(donor.party?)) {
                add(&party, Why::Donor);
            }
        }
        let mut left: Vec<LeftOut> = found.into_iter().map(|(_, left)| left).collect();
        let chosen = self.rounds.iter().filter(|round| self.chosen == Some(round.record));
        let named = chosen.flat_map(|round| round.body.donors.iter().filter(|donor| donor.party.is_none()));
        let donors = named.filter_map(|donor| donor.name.clone());
        left.extend(donors.map(|name| LeftOut { party: None, name, why: Why::Donor }));
        told.left_out = left;
    }
}

/// Why a delegation of the round is no reader.
fn why(readers: &Readers, party: &Seen<Party>, capacity: Capacity) -> Why {
    let without_people = party.owner.sort != OwnerSort::Party;
    match (capacity, readers) {
        (
            Capacity::Participant,
            Readers::Round(_) | Readers::RoundAndOrganizations(_) | Readers::Series(_),
        )
        | (Capacity::InvitedOrganization, Readers::RoundAndOrganizations(_))
            if without_people =>
        {
            Why::WithoutPeople
        }
        (Capacity::Participant, _) => Why::State,
        (Capacity::Observer, _) => Why::Observer,
        (Capacity::InvitedOrganization, _) if party.body.sort == PartySort::State => Why::Observer,
        (Capacity::InvitedOrganization, _) => Why::Organization,
    }
}

/// The delegations of a round, with the parties.
fn delegations(view: &View<'_>, round: RecordId) -> Vec<(Seen<Party>, Capacity)> {
    view.about::<Delegation>(round)
        .filter(|delegation| delegation.body.round == round)
        .filter_map(|delegation| Some((view.find::<Party>(delegation.body.party)?, delegation.body.capacity)))
        .collect()
}

/// The rounds in which an owner takes part, or which are its own; the newest first.
pub fn rounds_of(view: &View<'_>, owner: OwnerId) -> Vec<Seen<Round>> {
    let party = view.of_owner::<Party>(owner).next();
    let delegated = party.iter().flat_map(|party| view.about::<Delegation>(party.record));
    let taken_part = delegated.filter_map(|delegation| view.find::<Round>(delegation.body.round));
    let mut rounds: Vec<Seen<Round>> = view.of_owner::<Round>(owner).chain(taken_part).collect();
    let begins = |round: &Seen<Round>| round.body.dates.first().map(|dates| dates.from.first_day());
    rounds.sort_by_key(|round| std::cmp::Reverse((begins(round).is_none(), begins(round))));
    rounds
}

/// The series in which an owner takes part.
pub fn series_of(view: &View<'_>, owner: OwnerId) -> Vec<Seen<Series>> {
    let mut series: Vec<RecordId> = Vec::new();
    for round in rounds_of(view, owner) {
        if !series.contains(&round.body.series) {
            series.push(round.body.series);
        }
    }
    series.into_iter().filter_map(|series| view.find::<Series>(series)).collect()
}

/// The label of a round under which a list of readers was frozen, for whoever wants to extend it to those who joined
/// later.
pub fn chosen_as(view: &View<'_>, audience: &Audience) -> Option<Readers> {
    let Audience::Readers { label, parties } = audience else { return None };
    let round = || {
        let mut rounds = view.all_of::<Round>(OwnerSort::Round);
        rounds.find(|round| parties.contains(&round.owner.id)).map(|round| round.record)
    };
    match label {
        ReadersLabel::Round => round().map(Readers::Round),
        ReadersLabel::RoundAndOrganizations => round().map(Readers::RoundAndOrganizations),
        ReadersLabel::Named => None,
    }
}
