//! A made-up small round, real by origin: the States, an organization, a donor, and of each act's kind one record that the
//! round reads and one that only its writers read.

use super::forms::{self, Form, Which, Whose};
use super::people::{Group, Person, letters};
use desk::world::{Clock, SystemChance};
use desk::{Budget, Desk, Scope, found};
use ledger::id::{Hash, OwnerId, PersonId, RecordId};
use ledger::key::SecretKey;
use ledger::owner::{Origin, OwnerSort, World};
use ledger::time::Stamp;
use ledger::view::{AsOf, View};
use review::act::{Act, WORDS};
use review::actor::{Actor, Role};
use review::round::Phase;
use review::shorthand::{self, record_of};
use serde_json::{Value, json};
use std::cell::Cell;
use std::sync::Arc;
use store::keys::Keys;
use store::{Memory, Store};
use tempfile::TempDir;

struct Noon;

impl Clock for Noon {
    fn now(&self) -> Stamp {
        "2026-11-24T12:00:00.000Z".parse().unwrap()
    }
}

/// A stage of the round.
#[derive(Clone, Copy)]
pub struct Stage(Phase);

impl Stage {
    /// All stages, in their order.
    pub fn all() -> impl Iterator<Item = Stage> {
        Phase::ALL.into_iter().map(Stage)
    }

    pub fn word(self) -> &'static str {
        self.0.word()
    }

    fn standing(self) -> &'static str {
        match self.0 {
            Phase::Proposed => "proposed",
            Phase::Preparing | Phase::InSession => "announced",
            Phase::Adopted | Phase::FollowUp => "held",
            Phase::Closed => "closed",
        }
    }
}

/// The small world.
pub struct Small {
    desk: Desk,
    keys: Keys,
    _folder: TempDir,
    people: Vec<Person>,
    acts: Cell<u32>,
    /// Whose, for whom, and the record that is told to them.
    pub told: Vec<(&'static str, &'static str, String)>,
}

/// The parties: group, label, sort.
const PARTIES: [(Group, &str, &str); 6] = [
    (Group::Own, "XAA", "state"),
    (Group::OfTheRound, "XBB", "state"),
    (Group::OfTheSeries, "XCC", "state"),
    (Group::Invited, "ORG", "organization"),
    (Group::Donor, "DON", "organization"),
    (Group::Stranger, "XDD", "state"),
];

impl Small {
    /// The world at the first stage of the round, with everything that forms speak of.
    pub fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (node, keys) = (SecretKey::from_bytes([7; 32]), Keys::of(folder.path()));
        let store: Arc<dyn Store> = Arc::new(Memory::new(node.clone()));
        found::editor(&*store, &keys, &node, Origin::Reconstruction, &Noon, &mut SystemChance).unwrap();
        let chance = Box::new(SystemChance);
        let desk =
            Desk::open_with(store, node, Budget::DEFAULT, Box::new(Noon), chance, &mut |_| {}).unwrap();
        let (people, told, acts) = (Vec::new(), Vec::new(), Cell::new(0));
        let mut small = Small { desk, keys, _folder: folder, people, acts, told };
        small.editor();
        small.parties();
        small.rounds();
        small.seats();
        small.spoken_of();
        small.standing();
        small.others();
        small.hidden();
        small.tell();
        small.people.sort_by_key(|person| person.group);
        small
    }

    /// The people, in the order of the table.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// What a person sees.
    pub fn see<T>(&self, person: &Person, look: impl FnOnce(&View<'_>) -> T) -> T {
        let reader = person.actor.reader.clone();
        self.desk.view(&Scope { reader, as_of: AsOf::Now, world: World::Record }, look)
    }

    /// Whether a person sees a record.
    pub fn sees(&self, person: &Person, handle: &str) -> bool {
        self.see(person, |view| view.whose(record_of(handle)).is_some())
    }

    /// Whether a record is named in what a person reads of another.
    pub fn named_in(&self, person: &Person, handle: &str) -> impl Fn(&String) -> bool + use<> {
        let body = self.see(person, |view| view.find_any(record_of(handle)).map(|seen| seen.body.to_json()));
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        move |named| body.contains(&record_of(named).to_string())
    }

    /// Whose a record is.
    pub fn owner_of(&self, handle: &str) -> Option<OwnerId> {
        self.desk.actor_of(record_of(handle)).map(|actor| actor.owner)
    }

    /// The newest content of a record and its audience, as its owner sees them.
    pub fn newest(&self, handle: &str) -> (Hash, Value) {
        let actor = self.desk.actor_of(record_of(handle)).unwrap();
        let reader = actor.reader;
        self.desk.view(&Scope { reader, as_of: AsOf::Now, world: World::Record }, |view| {
            let facts = view.find_any(record_of(handle)).unwrap().facts;
            (facts.content.unwrap(), serde_json::to_value(&*facts.audience).unwrap())
        })
    }

    /// Brings the round to a stage.
    pub fn bring_to(&mut self, stage: Stage) {
        let Form { record, mut body, .. } = forms::form("round", Which::Standing).unwrap();
        body["standing"] = stage.standing().into();
        body["steps"] = json!([{"step": stage.word(), "note": {"en": "Reached"}, "sources": []}]);
        let act =
            json!({"act": "round", "record": record, "base": "newest", "audience": "public", "body": body});
        self.perform(&self.actor(Whose::Round), act);
    }

    fn actor(&self, whose: Whose) -> Actor {
        let actor = match whose {
            Whose::Editor => self.desk.editor().unwrap(),
            Whose::State => self.desk.actor_of(record_of("@party/xaa")).unwrap(),
            Whose::OtherState => self.desk.actor_of(record_of("@party/xbb")).unwrap(),
            Whose::Round => self.desk.actor_of(record_of("@round/now")).unwrap(),
        };
        bringing(actor)
    }

    fn try_to(&self, actor: &Actor, mut act: Value) -> Result<(), String> {
        self.acts.set(self.acts.get() + 1);
        act["id"] = format!("@act/{}", self.acts.get()).into();
        let act = Act::read(shorthand::write_out(act)).map_err(|refusal| format!("{refusal:?}"))?;
        self.desk.perform(actor, act).map(|_| ()).map_err(|error| format!("{error:?}"))
    }

    fn perform(&self, actor: &Actor, act: Value) {
        let said = act.to_string();
        self.try_to(actor, act).unwrap_or_else(|error| panic!("{said}: {error}"));
    }

    fn write(&self, actor: &Actor, word: &str, record: &str, audience: &Value, body: &Value) {
        self.perform(actor, json!({"act": word, "record": record, "audience": audience, "body": body}));
    }

    /// The editor, a reader of the editor's, and what others build on.
    fn editor(&mut self) {
        let editor = self.desk.editor().unwrap();
        for (word, record, body) in forms::ground() {
            self.write(&editor, word, record, &json!("public"), &body);
        }
        self.add(Group::Editor, editor.clone(), false);
        self.grant(Group::Editor, &editor, Role::Reader, json!({}), false);
    }

    /// Each party names itself and its agency.
    fn parties(&mut self) {
        for (_, label, sort) in PARTIES {
            let low = label.to_lowercase();
            let actor = self.desk.found(&self.keys, OwnerSort::Party, Origin::Real).unwrap();
            let body = forms::party(label, sort);
            self.write(&actor, "party", &format!("@party/{low}"), &json!("public"), &body);
            let agency = forms::agency(&format!("@party/{low}"));
            self.write(&actor, "agency", &format!("@agency/{low}"), &json!("public"), &agency);
        }
        let state = self.actor(Whose::State);
        self.write(&state, "agency", "@agency/second", &json!("public"), &forms::agency("@party/xaa"));
    }

    fn rounds(&mut self) {
        for (slug, group) in [("now", Group::Round), ("old", Group::OtherRound)] {
            let actor = self.desk.found(&self.keys, OwnerSort::Round, Origin::Real).unwrap();
            self.write(&actor, "round", &format!("@round/{slug}"), &json!("public"), &forms::round(slug));
            let actor = self.desk.actor_of(record_of(&format!("@round/{slug}"))).unwrap();
            self.add(group, actor.clone(), false);
            self.grant(group, &actor, Role::Chair, json!({}), false);
            self.grant(group, &actor, Role::Reader, json!({}), false);
        }
    }

    fn seats(&mut self) {
        let seats = [
            ("old", "xaa", "participant"),
            ("old", "xcc", "participant"),
            ("now", "xaa", "participant"),
            ("now", "xbb", "participant"),
            ("now", "org", "invited_organization"),
        ];
        for (round, party, capacity) in seats {
            let actor = self.desk.actor_of(record_of(&format!("@round/{round}"))).unwrap();
            let body = forms::delegation(round, party, capacity);
            self.write(
                &actor,
                "delegation",
                &format!("@delegation/{round}/{party}"),
                &json!("public"),
                &body,
            );
        }
    }

    /// Of each act's kind the record that the whole round reads.
    fn standing(&mut self) {
        for word in WORDS {
            let Some(form) = forms::form(word, Which::Standing) else { continue };
            let told = match form.whose {
                _ if review::cleared::stays_inside(&format!("review.{word}")) => json!("own"),
                Whose::Editor => json!("public"),
                _ => json!({"round_and_organizations": "@round/now"}),
            };
            if *word == "approval" {
                let begun = forms::clear("@clearance/standing", "@standing/treaty-status");
                self.perform(&self.actor(Whose::State), begun);
            }
            if self.owner_of(&form.record).is_none() {
                self.write(&self.actor(form.whose), word, &form.record, &told, &form.body);
            }
        }
    }

    /// What the forms of other acts speak of beside the records of their own.
    fn spoken_of(&self) {
        let told = json!({"round_and_organizations": "@round/now"});
        let asked = json!({"round": "@round/now", "to": "@party/xaa", "words": {"en": "Why?"}});
        self.write(&self.actor(Whose::OtherState), "question", "@asked/of-xaa", &told, &asked);
        let second = forms::form("recommendation", Which::New).unwrap();
        self.write(
            &self.actor(Whose::Round),
            "recommendation",
            "@recommendation/second",
            &told,
            &second.body,
        );
        let elsewhere = forms::round("elsewhere");
        self.write(&self.actor(Whose::Editor), "round", "@round/elsewhere", &json!("public"), &elsewhere);
        let seat = forms::delegation("elsewhere", "xaa", "participant");
        let handle = "@delegation/elsewhere/xaa";
        self.write(&self.actor(Whose::Editor), "delegation", handle, &json!("public"), &seat);
    }

    /// The other people of the parties: the translator of the State was given all that the State shared.
    fn others(&mut self) {
        let given = |whose: &Form| matches!(whose.whose, Whose::State);
        let texts: Vec<String> = (WORDS.iter())
            .filter_map(|word| forms::form(word, Which::Standing).filter(given))
            .map(|form| form.record)
            .collect();
        for (group, label, _) in PARTIES {
            let low = label.to_lowercase();
            let first = self.desk.actor_of(record_of(&format!("@party/{low}"))).unwrap();
            self.add(group, first.clone(), false);
            let agency = json!({"agencies": [format!("@agency/{low}")]});
            self.grant(group, &first, Role::Contributor, agency, false);
            if group == Group::Own {
                self.grant(group, &first, Role::Contributor, json!({"agencies": ["@agency/second"]}), true);
            }
            let texts = if group == Group::Own { texts.clone() } else { vec![format!("@party/{low}")] };
            self.grant(
                group,
                &first,
                Role::Translator,
                json!({"texts": texts, "until": "2099-01-01T00:00:00.000Z"}),
                false,
            );
            self.grant(group, &first, Role::Reader, json!({}), false);
        }
    }

    /// Of each act's kind a record that the round does not read: an agency's draft where agencies draft it, else the
    /// owner's.
    fn hidden(&mut self) {
        let agency = |person: &&Person| person.group == Group::Own && person.letters == "Ag";
        let agency = self.people.iter().find(agency).unwrap().actor.clone();
        for word in WORDS {
            let Some(Form { whose, record, body }) = forms::form(word, Which::Hidden) else { continue };
            let drafted = json!({"act": word, "record": record, "body": body});
            if self.try_to(&agency, drafted).is_err() {
                self.write(&self.actor(whose), word, &record, &json!("own"), &body);
            }
        }
    }

    /// One record for each audience, of the State and of the round.
    fn tell(&mut self) {
        let audiences = [
            ("one agency", json!({"agencies": ["@agency/xaa"]})),
            ("own", json!("own")),
            ("named: XBB", json!({"named": ["@party/xbb"]})),
            ("round", json!({"round": "@round/now"})),
            ("round and org.", json!({"round_and_organizations": "@round/now"})),
            ("series", json!({"series": "@series/small"})),
            ("public", json!("public")),
        ];
        for (whose, name) in [(Whose::State, "XAA"), (Whose::Round, "round")] {
            for (place, (audience, readers)) in audiences.iter().enumerate() {
                if name == "round" && place == 0 {
                    continue;
                }
                let record = format!("@told/{}/{place}", name.to_lowercase());
                self.write(&self.actor(whose), "document", &record, readers, &forms::paper("A paper"));
                self.told.push((name, audience, record));
            }
        }
    }

    fn add(&mut self, group: Group, actor: Actor, second: bool) {
        self.people.push(Person { group, letters: letters(actor.role, second).0, actor: bringing(actor) });
    }

    /// Grants a mandate by the act, and adds who acts under it.
    fn grant(&mut self, group: Group, by: &Actor, role: Role, more: Value, second: bool) {
        let chance = |salt: u8| {
            let said = format!("{group:?}{}{second}{salt}", role.word());
            let mut bits = [0; 16];
            bits.copy_from_slice(&Hash::of(said.as_bytes()).as_bytes()[..16]);
            bits
        };
        let (person, mandate) = (PersonId::from_chance(chance(1)), RecordId::from_chance(chance(2)));
        let mut body = json!({"person": person, "role": role.word(), "from": Noon.now()});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.perform(by, json!({"act": "mandate", "record": mandate, "body": body}));
        let actor = self.desk.actor_under(&[person], mandate).unwrap();
        self.add(group, actor, second);
    }
}

/// With the file in hand that the forms attach.
fn bringing(actor: Actor) -> Actor {
    Actor { brings: Some(Hash::of(forms::BROUGHT)), ..actor }
}
