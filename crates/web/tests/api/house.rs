//! An installation with two States that keep things from each other, and an editor's public facts.

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use desk::perform::Done;
use desk::sign_in::{SignIn, Signed};
use desk::token::NewToken;
use desk::world::{Clock, SystemChance};
use desk::{Budget, Desk, found, import};
use ledger::id::RecordId;
use ledger::key::SecretKey;
use ledger::owner::Origin;
use ledger::time::Stamp;
use review::act::Act;
use review::actor::Actor;
use review::shorthand::{record_of, write_out};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};
use store::keys::Keys;
use store::{Memory, People, Store};
use tower::ServiceExt;
use web::{Site, router};

const PASSWORD: &str = "a lake between two mountains";

/// The password as it is kept: made once, since that takes its time on purpose.
static HASHED: OnceLock<String> = OnceLock::new();

/// A clock that stands until it is moved.
#[derive(Clone)]
pub struct Hand(Arc<AtomicI64>);

impl Hand {
    pub fn forward(&self, days: i64) {
        self.0.fetch_add(days * 86_400_000, Ordering::SeqCst);
    }
}

impl Clock for Hand {
    fn now(&self) -> Stamp {
        Stamp::from_millis(self.0.load(Ordering::SeqCst))
    }
}

pub struct House {
    pub site: Site,
    pub clock: Hand,
    _folder: tempfile::TempDir,
}

/// A State with its coordinator, who has an account and is signed in.
pub struct State {
    pub actor: Actor,
    pub party: RecordId,
    pub session: String,
    pub signed: Signed,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// The key of the problem that was told, as the last part of its type.
    pub fn problem(&self) -> String {
        assert_eq!(self.headers["content-type"], "application/problem+json", "{}", self.text);
        let problem = self.json();
        assert_eq!(problem["status"], self.status.as_u16());
        assert!(
            !problem["title"].as_str().unwrap().is_empty() && !problem["detail"].as_str().unwrap().is_empty()
        );
        assert!(!self.text.contains('⟨'), "{}", self.text);
        problem["type"].as_str().unwrap().strip_prefix("/api#").unwrap().to_owned()
    }
}

impl House {
    /// With an editor and some public facts.
    pub fn new() -> Self {
        let clock =
            Hand(Arc::new(AtomicI64::new("2026-11-24T12:00:00.000Z".parse::<Stamp>().unwrap().millis())));
        let folder = tempfile::tempdir().unwrap();
        let node = SecretKey::from_bytes([6; 32]);
        let store: Arc<dyn Store> = Arc::new(Memory::new(node.clone()));
        let keys = Keys::of(folder.path());
        found::editor(&*store, &keys, &node, Origin::Reconstruction, &clock, &mut SystemChance).unwrap();
        let hand = Box::new(clock.clone());
        let desk =
            Desk::open_with(store, node, Budget::DEFAULT, hand, Box::new(SystemChance), &mut |_| {}).unwrap();
        let people = People::in_memory().unwrap();
        let sign_in = SignIn::new(people, keys, Box::new(clock.clone()), Box::new(SystemChance));
        let site = Site {
            sign_in: Some(Arc::new(sign_in)),
            address: Some("http://tamga.example".into()),
            ..Site::public(Arc::new(desk), "Tamga")
        };
        let house = House { site, clock, _folder: folder };
        let archive = concat!(env!("CARGO_MANIFEST_DIR"), "/../../archive");
        for name in ["sources", "parties", "themes", "series", "croatia-poland"] {
            let acts = import::read(&std::fs::read(format!("{archive}/{name}.json")).unwrap()).unwrap();
            import::perform(&house.site.desk, &house.site.desk.editor().unwrap(), acts).unwrap();
        }
        house
    }

    pub fn people(&self) -> &SignIn {
        self.site.sign_in.as_ref().unwrap()
    }

    /// A State that was founded here.
    pub fn state(&self, label: &str, origin: Origin) -> State {
        let actor = self.site.desk.found_party(self.people(), origin).unwrap();
        let party = record_of(&format!("@party/own/{}", label.to_lowercase()));
        let body =
            json!({"label": label, "sort": "state", "name": {"en": label, "ru": label}, "sources": []});
        self.acts(&actor, json!({"act": "party", "record": party, "audience": "public", "body": body}));
        let people = self.people();
        let account =
            people.add(label, "Somebody", HASHED.get_or_init(|| people.hashed(PASSWORD)), false).unwrap();
        people.people().bind_person(actor.by.person, &account.id).unwrap();
        let secret = people.sign_in(label, PASSWORD, None, &desk::sign_in::Browser::default()).unwrap();
        let signed = people.who(&secret).unwrap().unwrap();
        State { actor, party, session: format!("session={secret}"), signed }
    }

    /// A draft of a State's own that nobody else may see: its record.
    pub fn draft(&self, state: &State, handle: &str, words: &str) -> RecordId {
        let body = json!({"party": state.party, "post": {"en": words}});
        self.acts(&state.actor, json!({"act": "contact", "record": record_of(handle), "body": body}));
        record_of(handle)
    }

    /// Does an act, without the API.
    pub fn acts(&self, actor: &Actor, mut act: Value) {
        act["id"] = json!(self.people().person());
        let act = Act::read(write_out(act)).unwrap();
        assert!(matches!(self.site.desk.perform(actor, act), Ok(Done::Now { .. })));
    }

    /// A token of a State: its secret.
    pub fn token(&self, state: &State, new: NewToken) -> String {
        let under = (state.actor.by.person, state.actor.by.mandate);
        self.people().make_token(&state.signed, under, new).unwrap()
    }

    /// A token that may do everything for thirty days.
    pub fn wide(&self, state: &State) -> String {
        self.token(
            state,
            NewToken { name: "everything".into(), may_act: true, days: 30, ..NewToken::default() },
        )
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let response = router(self.site.clone()).oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Answer { status, headers, text: String::from_utf8(bytes.to_vec()).unwrap() }
    }

    /// Asks as a stranger.
    pub async fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    /// Asks with a token.
    pub async fn get_as(&self, path: &str, token: &str) -> Answer {
        self.get_with(path, &[("authorization", &format!("Bearer {token}"))]).await
    }

    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::get(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    /// Hands in an act with a token.
    pub async fn act(&self, token: &str, act: &Value) -> Answer {
        self.post("/api/acts", &[("authorization", &format!("Bearer {token}"))], act.to_string()).await
    }

    pub async fn post(&self, path: &str, headers: &[(&str, &str)], body: String) -> Answer {
        let mut request = Request::post(path).header("host", "tamga.example");
        if !headers.iter().any(|(name, _)| *name == "content-type") {
            request = request.header("content-type", "application/json");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.ask(request.body(Body::from(body)).unwrap()).await
    }

    /// An act that writes a contact of a State.
    pub fn contact(&self, state: &State, record: &str, words: &str) -> Value {
        json!({
            "act": "contact", "id": self.people().person(), "record": record,
            "body": {"party": state.party, "post": {"en": words}},
        })
    }
}

/// Every record of a world that a reader gets page by page.
pub async fn all(house: &House, first: &str, token: Option<&str>) -> Vec<Value> {
    let mut records = Vec::new();
    let mut next = Some(first.to_owned());
    while let Some(path) = next {
        let answer = match token {
            Some(token) => house.get_as(&path, token).await,
            None => house.get(&path).await,
        };
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        let page = answer.json();
        records.extend(page["records"].as_array().unwrap().clone());
        next = page["next"].as_str().map(str::to_owned);
    }
    records
}
