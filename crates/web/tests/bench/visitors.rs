//! The people who try the doors: a stranger, an operator without a mandate, and people of every sort who act for somebody of
//! the exercise, each signed in with a password.

use super::House;
use super::ask::Browser;
use super::kept::Eyes;
use desk::Scope;
use ledger::id::{OwnerId, PersonId, RecordId};
use ledger::owner::World;
use ledger::view::AsOf;
use review::act::Act;
use review::actor::{Actor, Role};
use review::shorthand::{self, record_of};
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub const PASSWORD: &str = "a lake between two mountains";

/// Somebody.
pub struct Visitor {
    /// What he is called here: `xbr coordinator`.
    pub name: String,
    pub browser: Browser,
    pub eyes: Eyes,
    /// The party or round for which he acts, by its handle's last word.
    pub label: &'static str,
}

/// Whom the visitors act for: the label, the record, and whether all roles are there or only the first.
const PARTIES: [(&str, &str, bool); 5] = [
    ("xbr", "@party/xbr", true),
    ("xal", "@party/xal", false),
    ("xfe", "@party/xfe", false),
    ("xrf", "@party/xrf", false),
    ("lak26", "@round/x/lakeside-2026", false),
];

impl House {
    /// Who acts for the owner of a record.
    pub fn actor(&self, handle: &str) -> Actor {
        self.site.desk.actor_of(record_of(handle)).unwrap()
    }

    /// All visitors, signed in.
    pub async fn visitors(&self) -> Vec<Visitor> {
        let password = self.people().hashed(PASSWORD);
        let stranger =
            Visitor { name: "stranger".into(), browser: self.browser(""), eyes: Eyes::default(), label: "" };
        self.people().add("operator", "Operator", &password, true).unwrap();
        let operator = Visitor {
            name: "operator".into(),
            browser: self.signed_in("operator").await,
            eyes: Eyes::default(),
            label: "",
        };
        let mut visitors = vec![stranger, operator];
        for (label, record, all) in PARTIES {
            let actor = self.actor(record);
            visitors.push(self.visitor(label, &actor, actor.by.person, &password, "", Eyes::default()).await);
            if all {
                self.further(label, &actor, &password, &mut visitors).await;
            }
            if actor.role == Role::Organizer {
                let chair = self.granted(&actor, Role::Chair, json!({}));
                visitors
                    .push(self.visitor(label, &chair, chair.by.person, &password, "", Eyes::default()).await);
            }
        }
        visitors
    }

    /// The reader, the experts of two agencies, and a translator of one text.
    async fn further(&self, label: &'static str, actor: &Actor, password: &str, visitors: &mut Vec<Visitor>) {
        let reader = self.granted(actor, Role::Reader, json!({}));
        visitors.push(self.visitor(label, &reader, reader.by.person, password, "", Eyes::default()).await);
        for (place, agency) in self.agencies(label).into_iter().enumerate() {
            let expert = self.granted(actor, Role::Contributor, json!({"agencies": [agency]}));
            let eyes = Eyes { agencies: vec![agency], ..Eyes::default() };
            let name = (place + 1).to_string();
            visitors.push(self.visitor(label, &expert, expert.by.person, password, &name, eyes).await);
        }
        let text = self.own_draft(actor.owner);
        let translator = self.granted(
            actor,
            Role::Translator,
            json!({"texts": [text], "until": "2027-11-24T12:00:00.000Z"}),
        );
        let eyes = Eyes { texts: Some(vec![text]), ..Eyes::default() };
        visitors.push(self.visitor(label, &translator, translator.by.person, password, "", eyes).await);
    }

    /// The agency that has drafts of its own in the exercise, and another one.
    fn agencies(&self, label: &str) -> Vec<RecordId> {
        let with_drafts = self.acts.iter().filter(|act| act["as"] == format!("@party/{label}"));
        let named = with_drafts.filter_map(|act| act["audience"]["agencies"][0].as_str());
        let first = named.map(record_of).next().expect("the exercise has drafts of an agency");
        let of_state =
            |act: &&Value| act["act"] == "agency" && act["body"]["party"] == format!("@party/{label}");
        let others = self.acts.iter().filter(of_state).map(|act| record_of(act["record"].as_str().unwrap()));
        std::iter::once(first).chain(others.filter(|other| *other != first)).take(2).collect()
    }

    /// A part of a submission that only its owner reads.
    fn own_draft(&self, owner: OwnerId) -> RecordId {
        let all = self.all();
        let own = |version: &&super::kept::Kept| {
            version.owner == owner
                && version.kind == "review.part"
                && version.audience == ledger::audience::Audience::Own
        };
        all.versions.iter().find(own).map(|version| version.record).expect("a draft of the State's own")
    }

    /// A mandate that is granted by the act: who acts under it.
    pub fn granted(&self, by: &Actor, role: Role, more: Value) -> Actor {
        let (person, record) =
            (self.people().person(), RecordId::from_chance(*uuid_bits(self.people().person())));
        let mut body = json!({"person": person, "role": role.word(), "from": self.people().now()});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.perform(by, json!({"act": "mandate", "record": record, "body": body})).unwrap();
        self.site.desk.actor_under(&[person], record).unwrap()
    }

    /// Performs an act in shorthand, with an id of its own.
    ///
    /// # Errors
    /// The refusal, as text.
    pub fn perform(&self, by: &Actor, mut act: Value) -> Result<(), String> {
        act["id"] = self.people().person().to_string().into();
        let act = Act::read(shorthand::write_out(act)).map_err(|refusal| format!("{refusal:?}"))?;
        self.site.desk.perform(by, act).map(|_| ()).map_err(|error| format!("{error:?}"))
    }

    async fn visitor(
        &self,
        label: &'static str,
        actor: &Actor,
        person: PersonId,
        password: &str,
        more: &str,
        eyes: Eyes,
    ) -> Visitor {
        let login = format!("{label}-{}{more}", actor.role.word());
        let account = self.people().add(&login, &login, password, false).unwrap();
        self.people().people().bind_person(person, &account.id).unwrap();
        let coordinates = matches!(actor.role, Role::Coordinator | Role::Organizer | Role::Chair);
        let eyes = Eyes { owner: Some(actor.owner), coordinates, series: self.series(label), ..eyes };
        Visitor {
            name: format!("{label} {}{more}", actor.role.word()),
            browser: self.signed_in(&login).await,
            eyes,
            label,
        }
    }

    /// A browser in which that account is signed in.
    pub async fn signed_in(&self, login: &str) -> Browser {
        let mut browser = self.browser("");
        let form = format!("login={login}&password={}", PASSWORD.replace(' ', "+"));
        let answer = browser.post("/sign-in", &form).await;
        let session = answer.cookie("session").unwrap_or_else(|| panic!("{login}: {}", answer.text));
        browser.cookies = format!("session={session}");
        browser
    }

    /// The series in which a party takes part, as the files of the exercise say it; a round is of its own.
    fn series(&self, label: &str) -> Vec<RecordId> {
        let series_of: BTreeMap<&str, &str> = (self.acts.iter())
            .filter(|act| act["act"] == "round")
            .filter_map(|act| Some((act["record"].as_str()?, act["body"]["series"].as_str()?)))
            .collect();
        let seated = self.acts.iter().filter(|act| {
            act["act"] == "delegation"
                && act["body"]["party"] == format!("@party/{label}")
                && act["body"]["capacity"] == "participant"
        });
        let rounds = seated.filter_map(|act| act["body"]["round"].as_str());
        let own = (label == "lak26").then_some("@round/x/lakeside-2026");
        let mut series: Vec<RecordId> = rounds
            .chain(own)
            .filter_map(|round| series_of.get(round))
            .map(|series| record_of(series))
            .collect();
        series.sort_unstable();
        series.dedup();
        series
    }

    /// Everything a reader of that scope sees in the exercise.
    pub fn scope_of(&self, owner: OwnerId) -> Scope {
        let reader = ledger::audience::Reader::coordinator_of(owner);
        Scope { reader, as_of: AsOf::Now, world: World::Exercise }
    }
}

fn uuid_bits(person: PersonId) -> Box<[u8; 16]> {
    let digits: String = person.to_string().chars().filter(char::is_ascii_hexdigit).collect();
    let mut bits = [0; 16];
    for (place, bit) in bits.iter_mut().enumerate() {
        *bit = u8::from_str_radix(&digits[place * 2..place * 2 + 2], 16).unwrap();
    }
    Box::new(bits)
}
