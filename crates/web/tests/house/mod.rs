//! A small installation for stories through the router: two States, an organization and a round, with people who are
//! signed in; and a clock that a story moves.
#![allow(dead_code, reason = "each story uses a part")]
// Helpers of tests stand outside test functions, where clippy does not see that this is a test.
#![allow(clippy::unwrap_used)]

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use desk::sign_in::SignIn;
use desk::token::NewToken;
use desk::world::{Clock, SystemChance};
use desk::{Budget, Desk, Scope, found};
use ledger::id::RecordId;
use ledger::key::SecretKey;
use ledger::owner::{Origin, OwnerSort, World};
use ledger::time::Stamp;
use ledger::view::AsOf;
use review::act::Act;
use review::actor::Actor;
use review::shorthand::{record_of, write_out};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use store::keys::Keys;
use store::{Files, Memory, People, Store};
use tower::ServiceExt;
use web::{Site, router};

const PASSWORD: &str = "a lake between two mountains";

/// A clock that a story moves.
#[derive(Clone)]
struct Hands(Arc<AtomicI64>);

impl Clock for Hands {
    fn now(&self) -> Stamp {
        Stamp::from_millis(self.0.load(Ordering::SeqCst))
    }
}

/// The installation.
pub struct House {
    pub site: Site,
    hands: Hands,
    keys: Keys,
    acts: AtomicU32,
    pub folder: tempfile::TempDir,
}

/// What a page answered.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    /// Where it leads.
    pub fn location(&self) -> &str {
        self.headers.get("location").map_or("", |location| location.to_str().unwrap())
    }

    /// The value of a hidden field.
    pub fn field(&self, name: &str) -> String {
        let start = self
            .text
            .find(&format!("name=\"{name}\" value=\""))
            .unwrap_or_else(|| panic!("no {name}: {}", self.text));
        let rest = &self.text[start + name.len() + 15..];
        rest[..rest.find('"').unwrap()].replace("&quot;", "\"").replace("&amp;", "&")
    }
}

/// The cookie of the session that an answer begins.
fn session(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let mut cookies = answer.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap());
    let session = cookies.find(|cookie| cookie.starts_with("session=")).unwrap();
    session.split(';').next().unwrap().to_owned()
}

/// A text in two languages.
pub fn text(words: &str) -> Value {
    json!({"en": words, "ru": format!("{words} (по-русски)")})
}

/// A value as part of a form.
pub fn encoded(value: &str) -> String {
    value.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// The id that a handle stands for.
pub fn id(handle: &str) -> RecordId {
    record_of(handle)
}

impl House {
    /// States XAA and XBB at a round, XCC in the series and not at the round, ORG invited to it.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let node = SecretKey::from_bytes([6; 32]);
        let store: Arc<dyn Store> = Arc::new(Memory::new(node.clone()));
        let keys = Keys::of(folder.path());
        let start: Stamp = "2026-11-24T12:00:00.000Z".parse().unwrap();
        let hands = Hands(Arc::new(AtomicI64::new(start.millis())));
        found::editor(&*store, &keys, &node, Origin::Reconstruction, &hands, &mut SystemChance).unwrap();
        let (clock, chance) = (Box::new(hands.clone()), Box::new(SystemChance));
        let desk = Desk::open_with(store, node, Budget::DEFAULT, clock, chance, &mut |_| {}).unwrap();
        let desk = desk.with_files(Files::of(folder.path())).unwrap();
        let people = People::in_memory().unwrap();
        let sign_in =
            SignIn::new(people, Keys::of(folder.path()), Box::new(hands.clone()), Box::new(SystemChance));
        let site = Site {
            sign_in: Some(Arc::new(sign_in)),
            address: Some("http://tamga.example".into()),
            ..Site::public(Arc::new(desk), "Tamga")
        };
        let house = House { site, hands, keys, acts: AtomicU32::new(0), folder };
        house.region();
        house
    }

    fn region(&self) {
        let editor = self.site.desk.editor().unwrap();
        let paper = json!({"title": text("A paper"), "language": "en", "sort": "other"});
        self.write(&editor, "source", "@source/paper", json!("public"), paper);
        let sourced = json!(["@source/paper"]);
        let series =
            json!({"slug": "small", "title": text("Small"), "about": text("Small"), "sources": sourced});
        self.write(&editor, "series", "@series/small", json!("public"), series);
        for (label, sort) in [("XAA", "state"), ("XBB", "state"), ("XCC", "state"), ("ORG", "organization")] {
            self.settle(label, sort);
        }
        for (slug, title) in [("now", "The round now"), ("old", "The round before")] {
            let round = self.site.desk.found(&self.keys, OwnerSort::Round, Origin::Real).unwrap();
            let body = json!({
                "series": "@series/small", "slug": slug, "symbol": slug.to_uppercase(), "title": text(title),
                "summary": text("A round"), "standing": "announced", "dates": [{"from": if slug == "now" { "2026-11" } else { "2023-11" }, "sources": sourced}],
                "initiators": [], "hosts": [], "organizers": [], "donors": [], "themes": [], "steps": [], "notes": [],
                "sources": sourced,
            });
            self.write(&round, "round", &format!("@round/{slug}"), json!("public"), body);
        }
        self.seat("now", "xaa", "participant");
        self.seat("now", "xbb", "participant");
        self.seat("now", "org", "invited_organization");
        self.seat("old", "xcc", "participant");
    }

    /// A party that keeps its record here.
    pub fn settle(&self, label: &str, sort: &str) {
        let party = self.site.desk.found(&self.keys, OwnerSort::Party, Origin::Real).unwrap();
        let body =
            json!({"label": label, "sort": sort, "name": text(&format!("Name of {label}")), "sources": []});
        self.write(&party, "party", &format!("@party/{}", label.to_lowercase()), json!("public"), body);
    }

    /// A delegation at a round.
    pub fn seat(&self, round: &str, party: &str, capacity: &str) {
        let actor = self.actor(&format!("@round/{round}"));
        let body = json!({
            "round": format!("@round/{round}"), "party": format!("@party/{party}"), "capacity": capacity,
            "sources": ["@source/paper"],
        });
        self.write(&actor, "delegation", &format!("@delegation/{round}/{party}"), json!("public"), body);
    }

    /// The first person of the owner of a record.
    pub fn actor(&self, record: &str) -> Actor {
        self.site.desk.actor_of(id(record)).unwrap()
    }

    /// Somebody writes; it has to be accepted.
    pub fn write(&self, actor: &Actor, word: &str, record: &str, audience: Value, body: Value) {
        self.perform(actor, json!({"act": word, "record": record, "audience": audience, "body": body}));
    }

    /// Whatever act; it has to be accepted.
    pub fn perform(&self, actor: &Actor, mut act: Value) {
        act["id"] = format!("@act/{}", self.acts.fetch_add(1, Ordering::SeqCst)).into();
        let said = act.to_string();
        let act = Act::read(write_out(act)).unwrap_or_else(|refusal| panic!("{said}: {refusal:?}"));
        let done = self.site.desk.perform(actor, act);
        assert!(done.is_ok(), "{said}: {done:?}");
    }

    /// A practice of XAA, for its own delegation; its title says the word.
    pub fn draft(&self, record: &str, word: &str) {
        let body = json!({
            "party": "@party/xaa", "topic": text("Ports"), "title": text(word), "practice": text("On the wall"),
            "themes": [], "sources": [],
        });
        self.write(&self.actor("@party/xaa"), "practice", record, json!("own"), body);
    }

    /// Whether the people of the owner of a record see another record.
    pub fn sees(&self, whose: &str, record: &str) -> bool {
        let owner = self.actor(whose).owner;
        let scope =
            Scope { reader: self.site.desk.reader_for(owner), as_of: AsOf::Now, world: World::Record };
        self.site.desk.view(&scope, |view| view.find_any(id(record)).is_some())
    }

    /// Lets time pass.
    pub fn wait(&self, minutes: i64) {
        self.hands.0.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }

    pub fn people(&self) -> &SignIn {
        self.site.sign_in.as_ref().unwrap()
    }

    /// The first person of an owner signs in: his cookie.
    pub async fn sign_in(&self, record: &str, login: &str) -> String {
        let person = self.actor(record).by.person;
        self.accept(person, login).await
    }

    /// Another person of the State XAA, in that role.
    pub async fn another(&self, role: &str, login: &str) -> String {
        let person = self.people().person();
        let body = json!({"person": person, "role": role, "from": self.people().now()});
        self.write(&self.actor("@party/xaa"), "mandate", &format!("@mandate/{login}"), json!("own"), body);
        self.accept(person, login).await
    }

    pub async fn accept(&self, person: ledger::id::PersonId, login: &str) -> String {
        let secret = self.people().invite(person, false, "", None).unwrap();
        let form = format!("login={login}&name=Somebody&password={}", PASSWORD.replace(' ', "+"));
        let answer = self.post(&format!("/invitations/{secret}"), "", &form).await;
        session(&answer)
    }

    /// An expert of the State XAA who drafts for one of its agencies: his cookie.
    pub async fn contributor(&self, login: &str, agency: &str) -> String {
        let person = self.people().person();
        let body = json!({"person": person, "role": "contributor", "agencies": [agency], "from": self.people().now()});
        self.write(&self.actor("@party/xaa"), "mandate", &format!("@mandate/{login}"), json!("own"), body);
        self.accept(person, login).await
    }

    /// An operator, who acts for nobody: his cookie.
    pub async fn operator(&self, login: &str) -> String {
        let secret = self.people().invite(self.people().person(), true, "", None).unwrap();
        let form = format!("login={login}&name=Somebody&password={}", PASSWORD.replace(' ', "+"));
        session(&self.post(&format!("/invitations/{secret}"), "", &form).await)
    }

    /// Somebody who has an account signs in: his cookie.
    pub async fn sign_in_again(&self, login: &str) -> String {
        let form = format!("login={login}&password={}", PASSWORD.replace(' ', "+"));
        session(&self.post("/sign-in", "", &form).await)
    }

    /// A token of the first person of an owner, who has that cookie: its secret.
    pub fn token(&self, record: &str, cookie: &str, may_act: bool) -> String {
        let by = self.actor(record).by;
        let signed = self.people().who(cookie.trim_start_matches("session=")).unwrap().unwrap();
        let new = NewToken { name: "a program".into(), may_act, days: 300, ..NewToken::default() };
        self.people().make_token(&signed, (by.person, by.mandate), new).unwrap()
    }

    /// Asks as a program does.
    pub async fn get_with_token(&self, path: &str, token: &str) -> Answer {
        let request = Request::get(path).header("authorization", format!("Bearer {token}"));
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    /// Hands in an act as a program does, with an id of its own.
    pub async fn act_with_token(&self, token: &str, mut act: Value) -> Answer {
        act["id"] = self.people().person().to_string().into();
        let request = Request::post("/api/acts")
            .header("authorization", format!("Bearer {token}"))
            .header("content-type", "application/json");
        self.ask(request.body(Body::from(act.to_string())).unwrap()).await
    }

    /// Asks for JSON.
    pub async fn json(&self, path: &str, cookie: &str) -> Answer {
        let request = Request::get(path).header("cookie", cookie).header("accept", "application/json");
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let response = router(self.site.clone()).oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Answer { status, headers, text: String::from_utf8(bytes.to_vec()).unwrap() }
    }

    pub async fn get(&self, path: &str, cookie: &str) -> Answer {
        self.ask(Request::get(path).header("cookie", cookie).body(Body::empty()).unwrap()).await
    }

    /// Sends a form with a file, as browsers do.
    pub async fn bring(
        &self,
        path: &str,
        cookie: &str,
        fields: &[(&str, &str)],
        file: (&str, &[u8]),
    ) -> Answer {
        let mut body: Vec<u8> = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                    .bytes(),
            );
        }
        let (name, bytes) = file;
        let head =
            format!("--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        body.extend(head.bytes());
        body.extend(bytes);
        body.extend(b"\r\n--edge--\r\n");
        self.send(path, cookie, body).await
    }

    /// Sends the bytes of such a form.
    pub async fn send(&self, path: &str, cookie: &str, body: Vec<u8>) -> Answer {
        let request = Request::post(path)
            .header("host", "tamga.example")
            .header("origin", "http://tamga.example")
            .header("content-type", "multipart/form-data; boundary=edge")
            .header("cookie", cookie);
        self.ask(request.body(Body::from(body)).unwrap()).await
    }

    pub async fn post(&self, path: &str, cookie: &str, form: &str) -> Answer {
        let request = Request::post(path)
            .header("host", "tamga.example")
            .header("origin", "http://tamga.example")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("cookie", cookie);
        self.ask(request.body(Body::from(form.to_owned())).unwrap()).await
    }
}
