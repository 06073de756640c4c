//! The doors by which people come in, tried from outside.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

mod porch;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use desk::passkey::{Begun, Passkeys};
use desk::sign_in::{FRESH, NotIn, Passkey, SignIn, Signed};
use porch::{Answer, House, code, cookie, link, second_step, session};
use std::sync::Arc;
use tokio::task::JoinSet;
use web::entry::Source;

const TYPED: &str = "a+lake+between+two+mountains";

/// A sign-in from that source.
async fn from(house: &House, last: u8, cookie: &str, login: &str) -> Answer {
    let request = Request::post("/sign-in")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("cookie", cookie)
        .extension(Source::of([203, 0, 113, last].into()));
    house.ask(request.body(Body::from(format!("login={login}&password={TYPED}"))).unwrap()).await
}

/// A hundred sign-ins under logins that nobody has, begun at once.
async fn flood(house: &Arc<House>, source: fn(u8) -> u8) -> JoinSet<Answer> {
    let mut flood = JoinSet::new();
    for number in 0..100 {
        let house = house.clone();
        flood.spawn(async move { from(&house, source(number), "", &format!("nobody-{number}")).await });
    }
    // Once round, so that each stands in line or found it full.
    tokio::task::yield_now().await;
    flood
}

#[tokio::test]
async fn a_flood_from_one_place_keeps_nobody_else_from_signing_in() {
    let house = Arc::new(House::new());
    house.operator().await;
    let flood = flood(&house, |_| 1).await;
    assert_eq!(from(&house, 2, "", "operator").await.status, StatusCode::SEE_OTHER);
    let answers = flood.join_all().await;
    let refused: Vec<&Answer> = answers.iter().filter(|answer| answer.status.is_server_error()).collect();
    assert!((70..=92).contains(&refused.len()), "eight places at a time for one source: {}", refused.len());
    for answer in refused {
        assert_eq!(
            (answer.status, &answer.headers["retry-after"]),
            (StatusCode::SERVICE_UNAVAILABLE, &"5".parse().unwrap())
        );
        assert!(answer.text.contains("value=\"nobody-") && !answer.text.contains("between two mountains"));
        assert!(answer.text.contains("Many are signing in"), "{}", answer.text);
    }
}

#[tokio::test]
async fn a_flood_from_everywhere_leaves_a_place_for_a_browser_that_is_known() {
    let house = Arc::new(House::new());
    house.operator().await;
    let device =
        cookie(&house.post("/sign-in", "", &format!("login=operator&password={TYPED}")).await, "device");
    let flood = flood(&house, |number| number).await;
    assert_eq!(from(&house, 200, &device, "operator").await.status, StatusCode::SEE_OTHER);
    let answers = flood.join_all().await;
    let refused = answers.iter().filter(|answer| answer.status == StatusCode::SERVICE_UNAVAILABLE).count();
    assert!((1..100).contains(&refused), "{refused} found the line full");
}

#[tokio::test]
async fn whoever_signs_in_stays_on_this_installation() {
    let house = House::new();
    house.operator().await;
    let elsewhere = [
        "//evil.example",
        "/%5Cevil.example",
        "/%09/evil.example",
        "/%0A/evil.example",
        "/%0D/evil.example",
        "%09//evil.example",
        "/%00/evil.example",
        "/%7F/evil.example",
        "/%C2%85/evil.example",
        "https://evil.example",
        "evil.example",
    ];
    for next in elsewhere {
        let form = format!("login=operator&password={}&next={next}", TYPED);
        let signed = house.post("/sign-in", "", &form).await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{next}");
        assert_eq!(signed.headers["location"], "/", "{next}");
        let asked = house.get(&format!("/sign-in?next={next}"), "").await;
        assert!(asked.text.contains("name=\"next\" value=\"/\""), "{next}");
    }
    let form = format!("login=operator&password={}&next=/people%3Flang%3Dru", TYPED);
    assert_eq!(house.post("/sign-in", "", &form).await.headers["location"], "/people?lang=ru");
}

#[tokio::test]
async fn a_new_sign_in_and_the_password_again_leave_no_old_secret_behind() {
    let house = House::new();
    let first = house.operator().await;
    let second = session(&house.post("/sign-in", &first, &format!("login=operator&password={TYPED}")).await);
    assert_eq!(house.get("/account", &first).await.status, StatusCode::SEE_OTHER, "the old session is over");
    let again = house.post("/sign-in/again", &second, &format!("password={TYPED}&next=/account")).await;
    assert_eq!(
        (again.status, &again.headers["location"]),
        (StatusCode::SEE_OTHER, &"/account".parse().unwrap())
    );
    let third = session(&again);
    assert_ne!(second, third);
    assert_eq!(house.get("/account", &second).await.status, StatusCode::SEE_OTHER);
    assert_eq!(house.get("/account", &third).await.status, StatusCode::OK);
}

#[tokio::test]
async fn sessions_are_ended_with_a_fresh_sign_in_only() {
    let house = House::new();
    let here = house.operator().await;
    house.hands.pass(FRESH);
    let there = session(&house.post("/sign-in", "", &format!("login=operator&password={TYPED}")).await);
    let asked = house.post("/account/sessions/end", &here, "all=yes").await;
    assert_eq!(asked.headers["location"], "/sign-in/again?next=/account");
    assert_eq!(house.get("/account", &there).await.status, StatusCode::OK, "nothing was ended");
    let here = session(&house.post("/sign-in/again", &here, &format!("password={TYPED}")).await);
    let account = house.get("/account", &here).await.text;
    assert!(account.contains("Browsers that are remembered"));
    house.post("/account/sessions/end", &here, "all=yes").await;
    assert_eq!(house.get("/account", &there).await.status, StatusCode::SEE_OTHER);
    assert!(!house.get("/account", &here).await.text.contains("Browsers that are remembered"));
}

#[tokio::test]
async fn where_there_is_a_second_step_the_code_is_asked_for_again() {
    let house = House::new();
    let operator = house.operator().await;
    let secret = second_step(&house, &operator).await;
    assert!(house.get("/sign-in/again", &operator).await.text.contains("name=\"code\""));
    let without = house.post("/sign-in/again", &operator, &format!("password={TYPED}")).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    let ended = house.post("/account/second-step/end", &operator, &format!("password={TYPED}")).await;
    assert_eq!(ended.status, StatusCode::UNPROCESSABLE_ENTITY);
    house.hands.pass(60_000);
    let form = format!("password={TYPED}&code={}", code(&house, &secret));
    assert_eq!(house.post("/account/second-step/end", &operator, &form).await.status, StatusCode::SEE_OTHER);
}

/// All cookies that an answer gives.
fn cookies(answer: &Answer) -> Vec<&str> {
    answer.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap()).collect()
}

#[tokio::test]
async fn by_https_every_cookie_is_secure_and_those_with_secrets_can_be_set_by_nobody_else() {
    let mut house = House::new();
    house.operator().await;
    house.site.secure = true;
    let signed = house.post("/sign-in?lang=ru", "", &format!("login=operator&password={TYPED}")).await;
    let given = cookies(&signed);
    let of = |name: &str| *given.iter().find(|cookie| cookie.starts_with(name)).unwrap();
    assert!(of("__Host-session=").contains("; Path=/; Max-Age=1209600; "), "fourteen days");
    assert!(of("__Host-device=").contains("; Path=/; Max-Age=7776000; "), "ninety days");
    let chosen = house.get("/account?lang=ru&appearance=dark", &cookie(&signed, "__Host-session")).await;
    assert_eq!(chosen.status, StatusCode::OK);
    assert_eq!(cookies(&chosen).len(), 2);
    for cookie in given.iter().chain(&cookies(&chosen)) {
        assert!(cookie.ends_with("; Secure") && !cookie.contains("Domain"), "{cookie}");
    }
    assert_eq!(chosen.headers["strict-transport-security"], "max-age=63072000; includeSubDomains");
    let planted = cookie(&signed, "__Host-session").replace("__Host-", "");
    let stranger = house.get("/account", &planted).await;
    assert_eq!(stranger.status, StatusCode::SEE_OTHER, "a name that others could set opens nothing");
}

#[tokio::test]
async fn what_somebody_reads_who_is_signed_in_is_kept_nowhere() {
    let house = House::new();
    let operator = house.operator().await;
    for path in ["/", "/account", "/operator", "/series", "/nowhere"] {
        assert_eq!(house.get(path, &operator).await.headers["cache-control"], "no-store", "{path}");
    }
    assert_eq!(house.get("/sign-in", "").await.headers["cache-control"], "no-store");
    let public = house.get("/series", "").await;
    assert_eq!(public.headers["cache-control"], "private, no-cache", "what is public comes back quickly");
    assert!(!public.headers.contains_key("strict-transport-security"), "not where there is no https");
    let out = house.post("/sign-out", &operator, "").await;
    assert_eq!(out.headers["clear-site-data"], "\"cache\"");
    assert!(cookies(&out)[0].starts_with("session=; Path=/; Max-Age=0"));
}

#[tokio::test]
async fn where_a_second_step_is_needed_nobody_gets_past_his_account_without_one() {
    let mut house = House::new();
    let operator = house.operator().await;
    let coordinator = house.state(&operator, "XAA").await;
    let invited = house.post("/people", &coordinator, "deed=invite&note=the+reader&role=reader").await;
    let reader = house.accept(&link(&invited), "reader").await;
    house.site.second_step = true;
    for (cookie, path) in [
        (&operator, "/operator"),
        (&coordinator, "/people"),
        (&coordinator, "/"),
        (&coordinator, "/acting"),
        (&operator, "/exercise/states"),
    ] {
        let held = house.get(path, cookie).await;
        assert_eq!(
            (held.status, held.headers["location"].to_str().unwrap()),
            (StatusCode::SEE_OTHER, "/account"),
            "{path}"
        );
    }
    let posted = house.post("/people", &coordinator, "deed=invite&note=x&role=reader").await;
    assert_eq!(posted.headers["location"], "/account", "nothing is done either");
    assert!(house.get("/account", &coordinator).await.text.contains("need a second step"));
    assert_eq!(house.get("/", "").await.status, StatusCode::OK, "what is public stays public");
    assert_eq!(house.get("/acting", &reader).await.status, StatusCode::OK, "a reader needs none");
    for (cookie, path) in [(&operator, "/operator"), (&coordinator, "/people")] {
        second_step(&house, cookie).await;
        assert_eq!(house.get(path, cookie).await.status, StatusCode::OK, "{path}");
    }
}

/// Knows whatever passkey of an account it is shown: its ticket is the account.
struct Known;

impl Passkeys for Known {
    fn begin_adding(&self, _: &SignIn, signed: &Signed) -> Result<Begun, NotIn> {
        Ok(Begun { ticket: signed.account.id.clone(), options: "{}".into() })
    }

    fn add(&self, people: &SignIn, signed: &Signed, _: &str, _: &str, label: &str) -> Result<(), NotIn> {
        let passkey = Passkey {
            id: people.person().to_string(),
            account: signed.account.id.clone(),
            label: label.into(),
            credential: "{}".into(),
            created: people.now(),
            used: None,
        };
        Ok(people.people().add_passkey(&passkey)?)
    }

    fn begin_sign_in(&self, _: &SignIn) -> Result<Begun, NotIn> {
        Ok(Begun { ticket: "any".into(), options: "{}".into() })
    }

    fn known(&self, people: &SignIn, ticket: &str, _: &str) -> Result<Passkey, NotIn> {
        people.people().passkeys(ticket)?.pop().ok_or(NotIn::Passkey)
    }
}

/// What a script sends.
async fn script(house: &House, path: &str, cookie: &str, body: &str) -> Answer {
    let request = Request::post(path)
        .header("host", "tamga.example")
        .header("content-type", "application/json")
        .header("cookie", cookie);
    house.ask(request.body(Body::from(body.to_owned())).unwrap()).await
}

#[tokio::test]
async fn a_passkey_is_two_steps_in_one_and_makes_a_sign_in_fresh_for_its_own_account_only() {
    let mut house = House::new();
    let operator = house.operator().await;
    let coordinator = house.state(&operator, "XAA").await;
    assert_eq!(
        script(&house, "/sign-in/passkey/begin", "", "{}").await.status,
        StatusCode::NOT_FOUND,
        "none are known"
    );
    house.site.passkeys = Some(Arc::new(Known));
    let begun = script(&house, "/account/passkeys/begin", &coordinator, "{}").await;
    let ticket = begun.text.split('"').find(|word| word.len() == 36).unwrap().to_owned();
    script(&house, "/account/passkeys", &coordinator, r#"{"label":"Office laptop"}"#).await;
    assert!(house.get("/account", &coordinator).await.text.contains("Office laptop"));
    house.site.second_step = true;
    assert_eq!(
        house.get("/people", &coordinator).await.status,
        StatusCode::SEE_OTHER,
        "the password is one step"
    );
    let shown = format!(r#"{{"ticket":"{ticket}","next":"//elsewhere.example"}}"#);
    let came_in = script(&house, "/sign-in/passkey", "", &shown).await;
    assert_eq!(came_in.text, r#"{"to":"/"}"#, "and never to another host");
    let by_passkey = session(&came_in);
    assert_eq!(house.get("/people", &by_passkey).await.status, StatusCode::OK);
    house.hands.pass(FRESH + 1);
    let stale = script(&house, "/account/passkeys/begin", &by_passkey, "{}").await;
    assert_eq!(stale.text, r#"{"to":"/sign-in/again?next=/account"}"#);
    let again = format!(r#"{{"ticket":"{ticket}","next":"/people","again":true}}"#);
    let others = script(&house, "/sign-in/passkey", &operator, &again).await;
    assert_eq!(others.status, StatusCode::UNPROCESSABLE_ENTITY, "it is no one else's");
    let fresh = session(&script(&house, "/sign-in/passkey", &by_passkey, &again).await);
    assert_ne!(fresh, by_passkey);
    let unknown = script(&house, "/sign-in/passkey", "", r#"{"ticket":"x"}"#).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.text.contains("not known here"), "{}", unknown.text);
    for nothing in ["", "{", "[]", r#"{"ticket":7}"#] {
        let told = script(&house, "/sign-in/passkey", "", nothing).await;
        assert_eq!(
            (told.status, told.text),
            (StatusCode::UNPROCESSABLE_ENTITY, unknown.text.clone()),
            "{nothing}"
        );
    }
}
