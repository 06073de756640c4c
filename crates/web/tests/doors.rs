//! The doors by which people come in, tried from outside.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

mod porch;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use desk::sign_in::FRESH;
use porch::{Answer, House, code, cookie, second_step, session};
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
