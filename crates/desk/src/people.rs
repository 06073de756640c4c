//! For whom one acts and reads here: owners, the mandates of their people, and what follows from them.

use crate::desk::{Desk, Scope};
use crate::found;
use crate::sign_in::{Account, SignIn};
use ledger::audience::Reader;
use ledger::id::{Hash, OwnerId, PersonId, RecordId};
use ledger::owner::{Origin, OwnerSort, World};
use ledger::register::{OwnerFacts, Register};
use ledger::time::Stamp;
use ledger::version::By;
use ledger::view::{AsOf, Seen, View};
use review::act::Act;
use review::actor::{Actor, Role};
use review::delegation::{Capacity, Delegation};
use review::mandate::Mandate;
use review::party::Party;
use review::refusal::Refusal;
use review::round::Round;
use std::sync::Arc;
use store::StoreError;
use store::keys::Keys;

impl Desk {
    /// The editor of this installation, who compiles public facts.
    pub fn editor(&self) -> Option<Actor> {
        self.first_editor(World::Record)
    }

    /// The editor of that world.
    pub fn first_editor(&self, world: World) -> Option<Actor> {
        let editors = self
            .register()
            .owners()
            .into_iter()
            .filter(|owner| owner.sort == OwnerSort::Editor && owner.origin.world() == world);
        let owner = editors.min_by_key(|owner| (owner.origin != Origin::Reconstruction, owner.id))?;
        self.acting_for(&owner)
    }

    /// Who acts for the owner of a record, if that owner is hosted here.
    pub fn actor_of(&self, record: RecordId) -> Option<Actor> {
        let owner = self.register().owner_of(record)?;
        self.acting_for(&owner)
    }

    /// Founds an owner, with the mandate of its first person.
    ///
    /// # Errors
    /// If the store or the folder of keys cannot be written.
    pub fn found(&self, keys: &Keys, sort: OwnerSort, origin: Origin) -> Result<Actor, StoreError> {
        let owner = {
            let mut line = self.stand_in_line();
            found::owner(&*self.store, keys, &self.node, (sort, origin), &*self.clock, &mut *line.chance)?
        };
        self.catch_up()?;
        let founded = self.register().owners().into_iter().find(|known| known.id == owner);
        founded.and_then(|owner| self.acting_for(&owner)).ok_or(StoreError::Closed)
    }

    /// Founds a State or an organization, held in trust until it brings a key of its own: who first acts for it.
    ///
    /// # Errors
    /// As [`Desk::found`].
    pub fn found_party(&self, sign_in: &SignIn, origin: Origin) -> Result<Actor, StoreError> {
        self.found(&sign_in.keys, OwnerSort::Party, origin)
    }

    /// Deletes an account that nobody signs in with any more. While a mandate stands for it, only its owner can end that:
    /// nobody's last coordinator is lost by a deed of the operator.
    ///
    /// # Errors
    /// Why it is not done.
    pub fn delete_account(&self, sign_in: &SignIn, account: &Account) -> Result<(), Refusal> {
        let unwritten = |_: StoreError| Refusal::new("refusal-not-written");
        let people = sign_in.people();
        if account.disabled.is_none() {
            return Err(Refusal::new("refusal-account-not-disabled"));
        }
        if !self.mandates(&people.persons_of(&account.id).map_err(unwritten)?).is_empty() {
            return Err(Refusal::new("refusal-account-with-mandate"));
        }
        people.delete_account(&account.id).map_err(unwritten)
    }

    /// Whether an act could be the first of an owner that is not founded yet.
    ///
    /// # Errors
    /// The rule's refusal.
    pub fn decide_as_new(&self, origin: Origin, act: &Act) -> Result<(), Refusal> {
        let owner = Hash::of(act.id.to_string().as_bytes());
        let reader = Reader::coordinator_of(owner);
        let role = Role::Coordinator;
        let nobody = (PersonId::from_chance([0; 16]), RecordId::from_chance([0; 16]));
        let by = By { person: nobody.0, role: role.word().into(), mandate: nobody.1 };
        let actor = Actor { owner, origin, role, by, reader, brings: None };
        let register = self.register();
        let view = View::until(&register, actor.reader.clone(), AsOf::Now, register.head());
        act.deed.clone().perform(&view.of(origin.world()), &actor).map(|_| ())
    }

    /// Whether anything of that world is here.
    pub fn has(&self, world: World) -> bool {
        self.register().has(world)
    }

    /// The mandates that stand now for a person, known by these ids: for whom, as what.
    pub fn mandates(&self, persons: &[PersonId]) -> Vec<Standing> {
        let register = self.register();
        let now = self.now();
        let everywhere = register.owners();
        everywhere
            .iter()
            .flat_map(|owner| {
                let reader = Reader::coordinator_of(owner.id);
                let view = View::until(&register, reader, AsOf::Now, register.head());
                let mandates = view
                    .of_owner::<Mandate>(owner.id)
                    .filter(|mandate| persons.contains(&mandate.body.person) && mandate.body.stands(now));
                let standing: Vec<Standing> = mandates.filter_map(|mandate| Standing::of(&mandate)).collect();
                standing
            })
            .collect()
    }

    /// Who acts under a mandate, if it stands and is one of these persons'.
    pub fn actor_under(&self, persons: &[PersonId], mandate: RecordId) -> Option<Actor> {
        let register = self.register();
        let owner = register.owner_of(mandate)?;
        let reader = Reader::coordinator_of(owner.id);
        let view = View::until(&register, reader, AsOf::Now, register.head());
        let found = view.find::<Mandate>(mandate).filter(|found| persons.contains(&found.body.person))?;
        let standing = Standing::of(&found).filter(|_| found.body.stands(self.now()))?;
        let whole = reader_for(&register, owner.id);
        let reader = Reader {
            coordinates: standing.role.coordinates(),
            agencies: standing.agencies.clone(),
            texts: (standing.role == Role::Translator).then(|| standing.texts.clone()),
            ..whole
        };
        let by = By { person: standing.person, role: standing.role.word().into(), mandate };
        Some(Actor { owner: owner.id, origin: owner.origin, role: standing.role, by, reader, brings: None })
    }

    /// Somebody who acts for that owner with the rights of a coordinator, and reads what is open to the States of the
    /// series in which it takes part.
    pub fn reader_for(&self, owner: OwnerId) -> Reader {
        let register = self.register();
        reader_for(&register, owner)
    }

    /// The States, organizations and rounds of a world for which somebody reads here, by their records: what the
    /// labelled switch of a demonstration offers.
    pub fn reading(&self, world: World) -> Vec<(OwnerId, RecordId)> {
        let scope = Scope::public().of(world);
        self.view(&scope, |view| {
            let parties = view.all::<Party>().map(|party| (party.owner.clone(), party.record));
            let rounds = view.all::<Round>().map(|round| (round.owner.clone(), round.record));
            (parties.chain(rounds))
                .filter(|(owner, _)| owner.sort != OwnerSort::Editor)
                .map(|(owner, record)| (owner.id, record))
                .collect()
        })
    }

    /// Who carries out an owner's acts here: nobody for owners without a mandate here.
    pub(crate) fn acting_for(&self, owner: &Arc<OwnerFacts>) -> Option<Actor> {
        let register = self.register();
        let role = Role::first_of(owner.sort);
        let reader = reader_for(&register, owner.id);
        let view = View::until(&register, reader.clone(), AsOf::Now, register.head());
        let mandate = view.of_owner::<Mandate>(owner.id).find(|mandate| mandate.body.role == role.word())?;
        let by = (*mandate.facts.by).clone();
        Some(Actor { owner: owner.id, origin: owner.origin, role, by, reader, brings: None })
    }
}

/// A mandate that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The mandate's record.
    pub mandate: RecordId,
    /// The person, as the owner's records name him.
    pub person: PersonId,
    /// For whom.
    pub owner: Arc<OwnerFacts>,
    /// As what.
    pub role: Role,
    /// For which agencies.
    pub agencies: Vec<RecordId>,
    /// For which texts.
    pub texts: Vec<RecordId>,
    /// Until when, where that is known.
    pub until: Option<Stamp>,
}

impl Standing {
    fn of(mandate: &Seen<Mandate>) -> Option<Self> {
        Some(Standing {
            mandate: mandate.record,
            person: mandate.body.person,
            owner: mandate.owner.clone(),
            role: Role::from_word(&mandate.body.role)?,
            agencies: mandate.body.agencies.clone(),
            texts: mandate.body.texts.clone(),
            until: mandate.body.until,
        })
    }
}

fn reader_for(register: &Register, owner: OwnerId) -> Reader {
    let reader = Reader::coordinator_of(owner);
    let view = View::until(register, reader.clone(), AsOf::Now, register.head());
    let own_round = view.of_owner::<Round>(owner).map(|round| round.body.series);
    let party = view.of_owner::<Party>(owner).next();
    let taken_part = party.iter().flat_map(|party| view.about::<Delegation>(party.record));
    let rounds = taken_part.filter(|delegation| delegation.body.capacity == Capacity::Participant);
    let joined = rounds.filter_map(|delegation| Some(view.find::<Round>(delegation.body.round)?.body.series));
    let mut series: Vec<RecordId> = own_round.chain(joined).collect();
    series.sort_unstable();
    series.dedup();
    Reader { series, ..reader }
}
