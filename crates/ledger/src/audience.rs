//! Who may read a version, and who is asking.

use crate::canonical;
use crate::id::{Hash, OwnerId, RecordId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who may read. Resolved and frozen when it is released; the default is the owner's own delegation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case", try_from = "Written")]
#[schemars(!try_from)]
pub enum Audience {
    /// People of those agencies of the owner, and its coordinators. Sorted, without repetition.
    Agency {
        /// The agencies' records.
        ids: Vec<RecordId>,
    },
    /// People with a live mandate of the owner.
    Own,
    /// Exactly these parties, under a label that people know.
    Readers {
        /// The label under which the list was chosen.
        label: ReadersLabel,
        /// The parties, sorted, without repetition: resolved at release, then frozen.
        parties: Vec<OwnerId>,
    },
    /// All States of the series, also those who join later.
    Series {
        /// The series' record.
        series: RecordId,
    },
    /// Everybody, always.
    Public,
}

/// The label under which a list of readers was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReadersLabel {
    /// Named one by one.
    Named,
    /// The States of the round.
    Round,
    /// The States of the round and the invited organizations.
    RoundAndOrganizations,
}

/// An audience as it is written, read in one go: each header has one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    r#type: Type,
    ids: Option<Vec<RecordId>>,
    label: Option<ReadersLabel>,
    parties: Option<Vec<OwnerId>>,
    series: Option<RecordId>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Type {
    Agency,
    Own,
    Readers,
    Series,
    Public,
}

impl TryFrom<Written> for Audience {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let Written { r#type, ids, label, parties, series } = written;
        match (r#type, ids, label, parties, series) {
            (Type::Agency, Some(ids), None, None, None) => Ok(Audience::Agency { ids }),
            (Type::Own, None, None, None, None) => Ok(Audience::Own),
            (Type::Readers, None, Some(label), Some(parties), None) => {
                Ok(Audience::Readers { label, parties })
            }
            (Type::Series, None, None, None, Some(series)) => Ok(Audience::Series { series }),
            (Type::Public, None, None, None, None) => Ok(Audience::Public),
            _ => Err("an audience with its own fields and no others"),
        }
    }
}

impl Audience {
    /// A list of readers in the one form that is hashed: sorted, without repetition.
    pub fn readers(label: ReadersLabel, parties: impl IntoIterator<Item = OwnerId>) -> Self {
        let mut parties: Vec<OwnerId> = parties.into_iter().collect();
        parties.sort_unstable();
        parties.dedup();
        Audience::Readers { label, parties }
    }

    /// Whether the lists are in the one form that is hashed.
    pub fn is_well_formed(&self) -> bool {
        match self {
            Audience::Agency { ids } => !ids.is_empty() && ids.is_sorted_by(|a, b| a < b),
            Audience::Readers { parties, .. } => !parties.is_empty() && parties.is_sorted_by(|a, b| a < b),
            Audience::Own | Audience::Series { .. } | Audience::Public => true,
        }
    }

    /// Whether everybody who may read `self` may read `wider` too. Series and lists are never compared with each
    /// other: who is in a series changes.
    pub fn widens_to(&self, wider: &Audience) -> bool {
        use Audience::{Agency, Own, Public, Readers, Series};
        match (self, wider) {
            (_, Public) => true,
            (Agency { ids }, Agency { ids: more }) => ids.iter().all(|id| more.contains(id)),
            (Agency { .. }, Own) | (Agency { .. } | Own, Readers { .. } | Series { .. }) => true,
            (Own, Own) => true,
            (Readers { parties, .. }, Readers { parties: more, .. }) => {
                parties.iter().all(|party| more.contains(party))
            }
            (Series { series }, Series { series: same }) => series == same,
            _ => false,
        }
    }

    /// Whether this reader may read a version of that owner with this audience.
    pub fn admits(&self, owner: OwnerId, reader: &Reader) -> bool {
        let acts_for = |party: &OwnerId| reader.acts_for.as_ref() == Some(party);
        match self {
            Audience::Public => true,
            _ if acts_for(&owner) => match self {
                Audience::Agency { ids } => {
                    reader.coordinates || ids.iter().any(|id| reader.agencies.contains(id))
                }
                _ => true,
            },
            Audience::Readers { parties, .. } => parties.iter().any(acts_for),
            Audience::Series { series } => reader.series.contains(series),
            Audience::Agency { .. } | Audience::Own => false,
        }
    }

    /// The hash under which a lane counts this audience.
    pub fn hash(&self) -> Hash {
        Hash::of(&canonical::bytes(self))
    }
}

/// Who is asking: for whom the person acts now, and what follows from it. Made by the desk from live mandates.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reader {
    /// The party, round or editor the person acts for; nobody for the public.
    pub acts_for: Option<OwnerId>,
    /// Whether as a coordinator, who reads all parts of all agencies.
    pub coordinates: bool,
    /// The agencies the person belongs to.
    pub agencies: Vec<RecordId>,
    /// The series in which the party takes part.
    pub series: Vec<RecordId>,
    /// For a translator: the only records that are open to him of what is not public.
    pub texts: Option<Vec<RecordId>>,
}

impl Reader {
    /// Anybody: reads what is public and nothing else.
    pub fn public() -> Self {
        Reader::default()
    }

    /// Whether a record is among those that this reader was given, where he was given only some.
    pub fn was_given(&self, record: RecordId, audience: &Audience) -> bool {
        let given = |texts: &Vec<RecordId>| texts.contains(&record) || *audience == Audience::Public;
        self.texts.as_ref().is_none_or(given)
    }

    /// Somebody who acts for that owner with the rights of a coordinator.
    pub fn coordinator_of(owner: OwnerId) -> Self {
        Reader { acts_for: Some(owner), coordinates: true, ..Reader::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn party(seed: u8) -> OwnerId {
        Hash::of(&[seed])
    }

    fn record(seed: u8) -> RecordId {
        RecordId::from_chance([seed; 16])
    }

    #[test]
    fn an_own_draft_is_read_by_the_own_delegation_only() {
        assert!(Audience::Own.admits(party(1), &Reader::coordinator_of(party(1))));
        assert!(!Audience::Own.admits(party(1), &Reader::coordinator_of(party(2))));
        assert!(!Audience::Own.admits(party(1), &Reader::public()));
    }

    #[test]
    fn an_agency_reads_its_own_part_and_the_coordinator_all_parts() {
        let part = Audience::Agency { ids: vec![record(1)] };
        let expert = |agency: u8| Reader {
            acts_for: Some(party(1)),
            agencies: vec![record(agency)],
            ..Reader::default()
        };
        assert!(part.admits(party(1), &expert(1)));
        assert!(!part.admits(party(1), &expert(2)));
        assert!(part.admits(party(1), &Reader::coordinator_of(party(1))));
        let foreign = Reader { acts_for: Some(party(2)), agencies: vec![record(1)], ..Reader::default() };
        assert!(!part.admits(party(1), &foreign), "the same agency id under another party");
    }

    #[test]
    fn readers_are_those_named_and_the_owner() {
        let named = Audience::readers(ReadersLabel::Round, [party(3), party(2), party(3)]);
        assert!(named.is_well_formed());
        assert!(named.admits(party(1), &Reader::coordinator_of(party(1))));
        assert!(named.admits(party(1), &Reader::coordinator_of(party(2))));
        assert!(!named.admits(party(1), &Reader::coordinator_of(party(4))));
    }

    #[test]
    fn a_series_is_read_by_those_who_take_part_today() {
        let audience = Audience::Series { series: record(7) };
        let joined = Reader { acts_for: Some(party(5)), series: vec![record(7)], ..Reader::default() };
        assert!(audience.admits(party(1), &joined));
        assert!(!audience.admits(party(1), &Reader::coordinator_of(party(5))));
    }

    #[test]
    fn widening_is_a_superset() {
        let two = Audience::readers(ReadersLabel::Named, [party(1), party(2)]);
        let three = Audience::readers(ReadersLabel::Round, [party(1), party(2), party(3)]);
        assert!(two.widens_to(&three) && !three.widens_to(&two));
        assert!(Audience::Own.widens_to(&two) && !two.widens_to(&Audience::Own));
        assert!(three.widens_to(&Audience::Public) && !Audience::Public.widens_to(&three));
    }
}
