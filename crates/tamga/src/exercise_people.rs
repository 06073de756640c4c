//! Accounts that a demonstration has ready: one for every role of its exercise. Only `demo` makes them.

use crate::failure::{Failure, REFUSED};
use desk::Desk;
use desk::perform::Waiting;
use desk::sign_in::{NotIn, SignIn};
use ledger::id::{PersonId, RecordId};
use ledger::owner::World;
use ledger::time::Stamp;
use ledger::view::AsOf;
use review::act::Act;
use review::actor::{Actor, Role};
use review::agency::Agency;
use review::part::Part;
use review::party::Party;
use review::round::Round;
use serde_json::json;
use std::cell::RefCell;
use web::people::doors::READY_PASSWORD;
use words::Message;

/// The accounts that are ready, by login and name; made when the folder has none.
pub fn ready(desk: &Desk, people: &SignIn) -> Result<Vec<(String, String)>, Failure> {
    let known = people.people().accounts()?;
    if known.is_empty() {
        let password = people.hashed(READY_PASSWORD);
        let making = Making { desk, people, password, waiting: RefCell::default() };
        people.people().together(|| making.all())?;
        making.waited()?;
    }
    let mut ready: Vec<(String, String)> =
        people.people().accounts()?.into_iter().map(|account| (account.login, account.name)).collect();
    ready.sort();
    Ok(ready)
}

/// The States, organizations and rounds of the exercise that are kept here, with their labels.
fn owners(desk: &Desk) -> Vec<(RecordId, String)> {
    let ids: Vec<RecordId> = desk.reading(World::Exercise).into_iter().map(|(_, record)| record).collect();
    let scope = desk::Scope::public().of(World::Exercise);
    desk.view(&scope, |view| {
        let label = |record: &RecordId| {
            let party = view.find::<Party>(*record).map(|party| party.body.label.clone());
            party.or_else(|| view.find::<Round>(*record).map(|round| round.body.symbol.clone()))
        };
        ids.iter().filter_map(|record| Some((*record, label(record)?))).collect()
    })
}

struct Making<'a> {
    desk: &'a Desk,
    people: &'a SignIn,
    password: String,
    /// Mandates that were handed in: the disk is waited for in the end, for all at once.
    waiting: RefCell<Vec<Waiting>>,
}

impl Making<'_> {
    fn all(&self) -> Result<(), Failure> {
        self.operator()?;
        for (record, label) in owners(self.desk) {
            if let Some(actor) = self.desk.actor_of(record) {
                self.of_owner(&actor, &label.to_lowercase())?;
            }
        }
        Ok(())
    }

    fn waited(&self) -> Result<(), Failure> {
        for waiting in self.waiting.take() {
            self.desk.wait(waiting).map_err(|_| unwritten())?;
        }
        Ok(())
    }

    fn operator(&self) -> Result<(), Failure> {
        self.people.add("operator", "Operator", &self.password, true).map(|_| ()).map_err(failed)
    }

    /// The first person of an owner, and one for each other role that the exercise has work for.
    fn of_owner(&self, actor: &Actor, label: &str) -> Result<(), Failure> {
        self.account(label, actor.role, actor.by.person)?;
        match actor.role {
            Role::Organizer => self.granted(actor, label, Role::Chair, json!({})),
            Role::Coordinator => {
                self.granted(actor, label, Role::Reader, json!({}))?;
                self.of_agencies(actor, label)?;
                self.translator(actor, label)
            }
            _ => Ok(()),
        }
    }

    /// A contributor for the first of a State's agencies.
    fn of_agencies(&self, actor: &Actor, label: &str) -> Result<(), Failure> {
        let scope = self.own_scope(actor);
        let agency = self.desk.view(&scope, |view| {
            let party = view.of_owner::<Party>(actor.owner).next()?.record;
            let customs = Agency::of_party(view, party);
            customs.map(|agency| agency.record).next()
        });
        match agency {
            Some(agency) => self.granted(actor, label, Role::Contributor, json!({"agencies": [agency]})),
            None => Ok(()),
        }
    }

    /// A translator for one text of the State's own.
    fn translator(&self, actor: &Actor, label: &str) -> Result<(), Failure> {
        let scope = self.own_scope(actor);
        let text =
            self.desk.view(&scope, |view| view.of_owner::<Part>(actor.owner).last().map(|part| part.record));
        match text {
            Some(text) => self.granted(
                actor,
                label,
                Role::Translator,
                json!({"texts": [text], "until": self.in_a_year()}),
            ),
            None => Ok(()),
        }
    }

    /// For how long a translator is given his text.
    fn in_a_year(&self) -> Stamp {
        Stamp::from_millis(self.people.now().millis() + 365 * 86_400_000)
    }

    fn own_scope(&self, actor: &Actor) -> desk::Scope {
        desk::Scope { reader: actor.reader.clone(), as_of: AsOf::Now, world: World::Exercise }
    }

    fn granted(
        &self,
        actor: &Actor,
        label: &str,
        role: Role,
        more: serde_json::Value,
    ) -> Result<(), Failure> {
        let person = self.people.person();
        let mut body = json!({"person": person, "role": role.word(), "from": self.people.now()});
        if let (Some(body), Some(more)) = (body.as_object_mut(), more.as_object()) {
            body.extend(more.clone());
        }
        let act = json!({"act": "mandate", "id": self.people.person(), "record": self.people.person(), "body": body});
        let act = Act::read(act)
            .map_err(|refusal| Failure::new(REFUSED, web::furniture::form::refused(&refusal)))?;
        let waiting = self.desk.hand_in(actor, act).map_err(|_| unwritten())?;
        self.waiting.borrow_mut().push(waiting);
        self.account(label, role, person)
    }

    fn account(&self, label: &str, role: Role, person: PersonId) -> Result<(), Failure> {
        let login = format!("{label}-{}", role.word());
        let name = format!("{} {}", label.to_uppercase(), role.word());
        let account = self.people.add(&login, &name, &self.password, false).map_err(failed)?;
        Ok(self.people.people().bind_person(person, &account.id)?)
    }
}

fn failed(error: NotIn) -> Failure {
    match error {
        NotIn::Store(error) => error.into(),
        _ => unwritten(),
    }
}

fn unwritten() -> Failure {
    Failure::new(REFUSED, Message::new("refusal-not-written"))
}
