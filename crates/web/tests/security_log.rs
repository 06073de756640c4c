//! The security log: what is told of sign-ins, deeds, refusals and faults, and what never is.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

mod porch;

use axum::body::Body;
use axum::http::Request;
use porch::{House, code, link, second_step, session};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use web::log::Log;

const TYPED: &str = "a+lake+between+two+mountains";

type Lines = Arc<Mutex<Vec<String>>>;

/// A house whose log is kept in memory.
fn logged() -> (House, Lines) {
    let mut house = House::new();
    let lines = Lines::default();
    let kept = lines.clone();
    house.site.log = Log::to(move |line| kept.lock().unwrap().push(line.to_owned()));
    (house, lines)
}

/// The lines since the last look: event, and the line whole.
fn since(lines: &Lines) -> Vec<(String, Value)> {
    let taken: Vec<String> = lines.lock().unwrap().drain(..).collect();
    let read = |line: String| {
        assert!(!line.contains('\n'), "one line each");
        let value: Value = serde_json::from_str(&line).unwrap();
        (value["event"].as_str().unwrap().to_owned(), value)
    };
    taken.into_iter().map(read).collect()
}

fn one(lines: &Lines) -> (String, Value) {
    let mut all = since(lines);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

#[tokio::test]
async fn each_sign_in_is_told_with_what_came_of_it_and_nothing_that_was_typed() {
    let (house, lines) = logged();
    let operator = house.operator().await;
    let id = house.people().people().account_of_login("operator").unwrap().unwrap().id;
    assert_eq!(one(&lines).1["route"], "/invitations/{secret}", "the pattern, never the link");
    let post = |form: String| {
        let house = &house;
        async move { house.post("/sign-in", "", &form).await }
    };
    post("login=operator&password=a+wrong+secret".into()).await;
    let (event, line) = one(&lines);
    assert_eq!(
        (event.as_str(), &line["result"], &line["account"]),
        ("sign-in", &"wrong".into(), &id.as_str().into())
    );
    assert_eq!(line["at"], "2026-11-24T12:00:00.000Z");
    post("login=minister&password=a+wrong+secret".into()).await;
    let (_, line) = one(&lines);
    assert!(line["result"] == "wrong" && line.get("account").is_none(), "{line}");
    post(format!("login=operator&password={TYPED}")).await;
    let (_, line) = one(&lines);
    assert!(line["result"] == "good" && line["factors"] == json!(["password"]), "{line}");
    let secret = second_step(&house, &operator).await;
    since(&lines);
    post(format!("login=operator&password={TYPED}")).await;
    assert_eq!(one(&lines).1["result"], "code");
    house.hands.pass(60_000);
    post(format!("login=operator&password={TYPED}&code={}", code(&house, &secret))).await;
    assert_eq!(one(&lines).1["factors"], json!(["password", "authenticator"]));
    for _ in 0..6 {
        post("login=operator&password=a+wrong+secret".into()).await;
    }
    let all = since(&lines);
    assert_eq!(all.last().unwrap().1["result"], "wait");
    let told = format!("{all:?}");
    assert!(!told.contains("secret") && !told.contains("minister"), "{told}");
}

#[tokio::test]
async fn refusals_and_deeds_at_the_doors_are_told_and_who_did_them() {
    let (house, lines) = logged();
    let operator = house.operator().await;
    let coordinator = house.state(&operator, "XAA").await;
    let told = since(&lines);
    let created = told.iter().find(|(event, _)| event == "operator").unwrap();
    assert!(created.1["deed"] == "create" && !format!("{told:?}").contains("XAA"), "{told:?}");
    let theirs = house.people().people().account_of_login("xaa").unwrap().unwrap().id;
    house.get("/operator", &coordinator).await;
    let (event, line) = one(&lines);
    assert_eq!(
        (event.as_str(), &line["status"], &line["account"]),
        ("refused", &404.into(), &theirs.as_str().into())
    );
    house.post("/operator", &operator, &format!("deed=disable&account={theirs}")).await;
    let (event, line) = one(&lines);
    assert_eq!(
        (event.as_str(), &line["deed"], &line["about"]),
        ("operator", &"disable".into(), &theirs.as_str().into())
    );
    house.post("/operator", &operator, "deed=whatever+I+typed&account=nobody").await;
    let (_, line) = one(&lines);
    assert!(line["status"] == 422 && line.get("deed").is_none() && line.get("about").is_none(), "{line}");
    let elsewhere = Request::post("/sign-out")
        .header("host", "tamga.example")
        .header("origin", "https://elsewhere.example")
        .header("sec-fetch-site", "cross-site")
        .header("cookie", &operator);
    house.ask(elsewhere.body(Body::empty()).unwrap()).await;
    assert_eq!(one(&lines).1["status"], 403);
    let stolen = Request::get("/series").header("authorization", "Bearer tamga_stolen");
    house.ask(stolen.body(Body::empty()).unwrap()).await;
    let (event, line) = one(&lines);
    assert!(event == "refused" && line["status"] == 401 && !line.to_string().contains("stolen"), "{line}");
    house.post("/sign-out", &operator, "").await;
    let (event, line) = one(&lines);
    assert!(event == "deed" && line["route"] == "/sign-out" && line["account"].is_string(), "{line}");
}

#[tokio::test]
async fn what_is_read_is_not_told_and_neither_is_what_is_not_there() {
    let (house, lines) = logged();
    let operator = house.operator().await;
    let coordinator = house.state(&operator, "XAA").await;
    let invited = house.post("/people", &coordinator, "deed=invite&note=the+reader&role=reader").await;
    let reader =
        session(&house.post(&link(&invited), "", &format!("login=reader&name=R&password={TYPED}")).await);
    since(&lines);
    for path in [
        "/",
        "/series",
        "/records/0aa7a1ab-6a2a-4b7e-9d8e-0a4a8f1c2d3e",
        "/nowhere",
        "/account",
        "/search?q=port",
    ] {
        for cookie in ["", &reader] {
            house.get(path, cookie).await;
        }
    }
    assert!(since(&lines).is_empty());
}
