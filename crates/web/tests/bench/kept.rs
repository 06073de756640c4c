//! What the ledger keeps, as its owners see it: every version with its audience and its words. And, told anew in the plainest
//! way, who may read a version: what the pages show is held against this, not against the code that decides it.

use super::House;
use super::marks;
use desk::Scope;
use ledger::audience::{Audience, Reader};
use ledger::id::{OwnerId, RecordId};
use ledger::owner::World;
use ledger::view::{AsOf, Said};
use std::collections::{BTreeMap, BTreeSet};

/// A version of a record.
pub struct Kept {
    pub owner: OwnerId,
    pub record: RecordId,
    pub kind: String,
    pub audience: Audience,
    /// What it says, as JSON; nothing if it says nothing.
    pub body: String,
}

/// For whom somebody reads, as the test knows it.
#[derive(Debug, Clone, Default)]
pub struct Eyes {
    pub owner: Option<OwnerId>,
    pub coordinates: bool,
    pub agencies: Vec<RecordId>,
    pub series: Vec<RecordId>,
    pub texts: Option<Vec<RecordId>>,
}

impl Kept {
    /// Whether these eyes may read it.
    pub fn is_open_to(&self, eyes: &Eyes) -> bool {
        if let Audience::Public = self.audience {
            return true;
        }
        if eyes.texts.as_ref().is_some_and(|texts| !texts.contains(&self.record)) {
            return false;
        }
        let own = eyes.owner == Some(self.owner);
        match &self.audience {
            Audience::Public => true,
            Audience::Own => own,
            Audience::Agency { ids } => {
                own && (eyes.coordinates || ids.iter().any(|id| eyes.agencies.contains(id)))
            }
            Audience::Readers { parties, .. } => {
                own || eyes.owner.is_some_and(|owner| parties.contains(&owner))
            }
            Audience::Series { series } => own || eyes.series.contains(series),
        }
    }
}

/// Everything that is kept.
pub struct All {
    pub versions: Vec<Kept>,
    /// In which versions a mark stands.
    pub marks: BTreeMap<String, Vec<usize>>,
}

impl House {
    /// The owners of the exercise, its editor included.
    pub fn owners(&self) -> Vec<OwnerId> {
        let mut owners: Vec<OwnerId> =
            self.site.desk.reading(World::Exercise).into_iter().map(|(owner, _)| owner).collect();
        owners.extend(self.site.desk.first_editor(World::Exercise).map(|editor| editor.owner));
        owners.sort_unstable();
        owners.dedup();
        owners
    }

    /// Every version of the exercise, as its owner sees it.
    pub fn all(&self) -> All {
        let mut versions = Vec::new();
        for owner in self.owners() {
            let reader = Reader::coordinator_of(owner);
            let scope = Scope { reader, as_of: AsOf::Now, world: World::Exercise };
            self.site.desk.view(&scope, |view| {
                let own = |record: &RecordId| view.whose(*record).is_some_and(|(whose, _)| whose.id == owner);
                let records: BTreeSet<RecordId> =
                    view.versions().map(|(record, _)| record).filter(own).collect();
                for record in records {
                    let kind = view.whose(record).unwrap().1.to_string();
                    for past in view.history(record) {
                        let body = match past.said {
                            Said::Body(body) => body.to_json().to_string(),
                            _ => String::new(),
                        };
                        let audience = (*past.facts.audience).clone();
                        versions.push(Kept { owner, record, kind: kind.clone(), audience, body });
                    }
                }
            });
        }
        let mut by_mark: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, version) in versions.iter().enumerate() {
            for mark in marks::within(&version.body) {
                by_mark.entry(mark.to_owned()).or_default().push(place);
            }
        }
        All { versions, marks: by_mark }
    }
}

impl All {
    /// The marks in a text that these eyes must not see.
    pub fn hidden_in(&self, text: &str, eyes: &Eyes) -> BTreeSet<String> {
        let open = |mark: &&str| {
            self.marks
                .get(*mark)
                .is_some_and(|places| places.iter().any(|place| self.versions[*place].is_open_to(eyes)))
        };
        marks::within(text).into_iter().filter(|mark| !open(mark)).map(str::to_owned).collect()
    }

    /// The records of which these eyes may see nothing.
    pub fn hidden_records(&self, eyes: &Eyes) -> BTreeSet<RecordId> {
        let all: BTreeSet<RecordId> = self.versions.iter().map(|version| version.record).collect();
        let open = |version: &&Kept| version.is_open_to(eyes);
        let seen: BTreeSet<RecordId> =
            self.versions.iter().filter(open).map(|version| version.record).collect();
        all.difference(&seen).copied().collect()
    }
}
