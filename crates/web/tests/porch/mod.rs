//! A new installation, and a browser that asks it: for tests of people and of the doors by which they come in.
#![allow(dead_code, reason = "each file of tests uses a part of it")]

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use desk::sign_in::SignIn;
use desk::world::{Clock, SystemChance};
use desk::{Budget, Desk, found};
use ledger::id::unhex;
use ledger::key::SecretKey;
use ledger::owner::Origin;
use ledger::time::Stamp;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::keys::Keys;
use store::{Memory, People, Store};
use totp_rs::Builder;
use tower::ServiceExt;
use web::{Site, router};

/// A clock that stands at noon until it is moved.
#[derive(Clone)]
pub struct Hands(Arc<AtomicI64>);

impl Hands {
    fn at_noon() -> Self {
        let noon: Stamp = "2026-11-24T12:00:00.000Z".parse().unwrap();
        Hands(Arc::new(AtomicI64::new(noon.millis())))
    }

    pub fn pass(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Clock for Hands {
    fn now(&self) -> Stamp {
        Stamp::from_millis(self.0.load(Ordering::SeqCst))
    }
}

pub const PASSWORD: &str = "a lake between two mountains";

/// A new installation with an operator who is signed in: the site and the cookie.
pub struct House {
    pub site: Site,
    pub hands: Hands,
    pub folder: tempfile::TempDir,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl House {
    pub fn new() -> Self {
        let hands = Hands::at_noon();
        let folder = tempfile::tempdir().unwrap();
        let node = SecretKey::from_bytes([6; 32]);
        let store: Arc<dyn Store> = Arc::new(Memory::new(node.clone()));
        let keys = Keys::of(folder.path());
        found::editor(&*store, &keys, &node, Origin::Reconstruction, &hands, &mut SystemChance).unwrap();
        let chance = Box::new(SystemChance);
        let desk =
            Desk::open_with(store, node, Budget::DEFAULT, Box::new(hands.clone()), chance, &mut |_| {})
                .unwrap();
        let people = People::in_memory().unwrap();
        let sign_in = SignIn::new(people, keys, Box::new(hands.clone()), Box::new(SystemChance));
        let site = Site {
            sign_in: Some(Arc::new(sign_in)),
            address: Some("http://tamga.example".into()),
            ..Site::public(Arc::new(desk), "Tamga")
        };
        House { site, hands, folder }
    }

    pub fn people(&self) -> &SignIn {
        self.site.sign_in.as_ref().unwrap()
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

    pub async fn post(&self, path: &str, cookie: &str, form: &str) -> Answer {
        let request = Request::post(path)
            .header("host", "tamga.example")
            .header("origin", "http://tamga.example")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("cookie", cookie);
        self.ask(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    /// Accepts an invitation's link with a new account: its cookie.
    pub async fn accept(&self, link: &str, login: &str) -> String {
        let form = format!("login={login}&name=Somebody&password={}", PASSWORD.replace(' ', "+"));
        let answer = self.post(link, "", &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        session(&answer)
    }

    pub async fn operator(&self) -> String {
        let secret = self.people().invite(self.people().person(), true, "", None).unwrap();
        self.accept(&format!("/invitations/{secret}"), "operator").await
    }

    /// The operator creates a State; its first coordinator accepts the link: his cookie.
    pub async fn state(&self, operator: &str, label: &str) -> String {
        let form = format!("deed=create&label={label}&name-en={label}&name-ru={label}&sort=state&note=first");
        let made = self.post("/operator", operator, &form).await;
        assert_eq!(made.status, StatusCode::OK, "{}", made.text);
        self.accept(&link(&made), &label.to_lowercase()).await
    }
}

/// The cookie of that name that an answer gives: as the browser sends it back.
pub fn cookie(answer: &Answer, name: &str) -> String {
    let mut cookies = answer.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap());
    let given = cookies.find(|cookie| cookie.starts_with(&format!("{name}="))).unwrap();
    assert!(given.contains("HttpOnly") && given.contains("SameSite=Lax"), "{given}");
    given.split(';').next().unwrap().to_owned()
}

pub fn session(answer: &Answer) -> String {
    cookie(answer, "session")
}

/// The path of the link that a page shows once.
pub fn link(answer: &Answer) -> String {
    let start = answer.text.find("/invitations/").unwrap_or_else(|| panic!("no link: {}", answer.text));
    answer.text[start..]
        .chars()
        .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '/')
        .collect()
}

/// Begins the second step of whoever has that session: the secret of his authenticator.
pub async fn second_step(house: &House, cookie: &str) -> Vec<u8> {
    let proposed = house.post("/account/second-step", cookie, "").await.text;
    let start = proposed.find("name=\"secret\" value=\"").unwrap() + 21;
    let secret = unhex::<20>(&proposed[start..start + 40]).unwrap().to_vec();
    let form = format!("secret={}&code={}", &proposed[start..start + 40], code(house, &secret));
    let begun = house.post("/account/second-step/confirm", cookie, &form).await;
    assert_eq!(begun.status, StatusCode::OK, "{}", begun.text);
    secret
}

/// The code that an authenticator with that secret shows now.
pub fn code(house: &House, secret: &[u8]) -> String {
    let totp = Builder::new().with_secret(secret.to_vec()).with_account_name("x".to_owned()).build().unwrap();
    totp.generate((house.hands.now().millis() / 1000).unsigned_abs()).to_string()
}
