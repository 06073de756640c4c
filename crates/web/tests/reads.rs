//! The read log: which party read what of ours on which day; told to readers beforehand, and to nobody else afterwards.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

mod house;

use axum::http::StatusCode;
use house::{House, id};
use serde_json::{Value, json};

const DRAFT: &str = "@practice/draft";

/// XAA has shared a practice with XBB; both coordinators are signed in.
async fn shared() -> (House, String, String) {
    let house = House::new();
    house.draft(DRAFT, "Poster");
    share(&house, DRAFT, json!({"named": ["@party/xbb"]}));
    let (ours, theirs) = (house.sign_in("@party/xaa", "xaa").await, house.sign_in("@party/xbb", "xbb").await);
    (house, ours, theirs)
}

fn share(house: &House, record: &str, with: Value) {
    let act = json!({"act": "share", "record": record, "content": "newest", "with": with});
    house.perform(&house.actor("@party/xaa"), act);
}

fn address(record: &str) -> String {
    format!("/practices/{}", id(record))
}

/// The lines of the log, as whoever has that cookie finds them: day, and whether the reader is the owner of that record.
async fn log(house: &House, cookie: &str) -> Vec<(String, String)> {
    let answer = house.json("/reads", cookie).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let said: Value = serde_json::from_str(&answer.text).unwrap();
    let words = |line: &Value, name: &str| line[name].as_str().unwrap().to_owned();
    let lines = said["readings"].as_array().unwrap().iter();
    lines.map(|line| (words(line, "day"), words(line, "reader"))).collect()
}

fn party(house: &House, handle: &str) -> String {
    house.actor(handle).owner.to_string()
}

#[tokio::test]
async fn the_party_that_shared_sees_who_read_it_on_which_day_once_a_day() {
    let (house, ours, theirs) = shared().await;
    assert_eq!(log(&house, &ours).await, []);
    for _ in 0..3 {
        assert_eq!(house.get(&address(DRAFT), &theirs).await.status, StatusCode::OK);
    }
    house.wait(11 * 60);
    house.get(&address(DRAFT), &theirs).await;
    house.wait(2 * 60);
    house.get(&format!("/records/{}/history", id(DRAFT)), &theirs).await;
    let (xbb, ours) = (party(&house, "@party/xbb"), house.sign_in_again("xaa").await);
    let expected = [("2026-11-25".to_owned(), xbb.clone()), ("2026-11-24".to_owned(), xbb)];
    assert_eq!(log(&house, &ours).await, expected);
    let page = house.get("/reads", &ours).await.text;
    assert!(page.contains("Name of XBB") && page.contains("Poster"), "{page}");
    let russian = house.get("/reads?lang=ru", &ours).await.text;
    assert!(russian.contains("Кто читал наше") && russian.contains("25 ноября 2026"), "{russian}");
    let table = house.get("/reads?format=csv", &ours).await;
    assert!(table.headers["content-type"].to_str().unwrap().starts_with("text/csv"));
    assert!(table.text.contains("Name of XBB,Poster,Effective practice"), "{}", table.text);
}

#[tokio::test]
async fn the_reader_is_told_on_the_page_before_anything_is_told_of_him() {
    let (house, ours, theirs) = shared().await;
    let told = "Name of XAA sees on which days your side reads this, not who reads it";
    assert!(house.get(&address(DRAFT), &theirs).await.text.contains(told));
    assert!(!house.get(&address(DRAFT), &ours).await.text.contains("sees on which days"), "one's own");
    share(&house, DRAFT, json!("public"));
    let public = house.get(&address(DRAFT), &theirs).await.text;
    assert!(!public.contains("sees on which days"), "what everybody reads");
    let account = house.get("/account", &theirs).await.text;
    assert!(account.contains("What others learn of your reading"), "{account}");
    assert!(house.get("/help", "").await.text.contains("id=\"reads\""));
    let secret = house.people().invite(house.people().person(), false, "", None).unwrap();
    let invited = house.get(&format!("/invitations/{secret}"), "").await.text;
    assert!(invited.contains("never by whom"), "{invited}");
}

#[tokio::test]
async fn lists_searches_tables_and_programs_are_reading_too() {
    let (house, _, theirs) = shared().await;
    let token = house.token("@party/xbb", &theirs, false);
    for (place, path) in ["/practices", "/search?q=Poster", "/practices?format=csv"].into_iter().enumerate() {
        house.wait(if place == 0 { 0 } else { 24 * 60 });
        let cookie = if place == 0 { theirs.clone() } else { house.sign_in_again("xbb").await };
        let read = house.get(path, &cookie).await;
        assert!(read.text.contains("Poster"), "{path}: {}", read.text);
    }
    house.wait(24 * 60);
    for path in ["/api/records?kind=review.practice", "/api/search?q=Poster"] {
        let answer = house.get_with_token(path, &token).await;
        assert!(answer.text.contains("Poster"), "{}", answer.text);
    }
    let days: Vec<String> =
        log(&house, &house.sign_in_again("xaa").await).await.into_iter().map(|(day, _)| day).collect();
    assert_eq!(days, ["2026-11-27", "2026-11-26", "2026-11-25", "2026-11-24"]);
}

#[tokio::test]
async fn what_is_everybodys_or_ones_own_is_noted_of_nobody() {
    let (house, ours, theirs) = shared().await;
    house.draft("@practice/open", "Leaflet");
    share(&house, "@practice/open", json!("public"));
    house.get(&address("@practice/open"), &theirs).await;
    house.get(&address("@practice/open"), "").await;
    house.get(&address(DRAFT), &ours).await;
    assert_eq!(log(&house, &ours).await, []);
}

#[tokio::test]
async fn whoever_reads_a_draft_of_his_own_side_leaves_nothing_that_others_can_tell() {
    let (house, ours, theirs) = shared().await;
    house.get(&address(DRAFT), &theirs).await;
    let before = (log(&house, &ours).await, house.get("/reads", &ours).await.text);
    let body = json!({
        "party": "@party/xaa", "topic": {"en": "Ports"}, "title": {"en": "Later"}, "practice": {"en": "A secret"},
        "themes": [], "sources": [],
    });
    let later =
        json!({"act": "practice", "record": DRAFT, "base": "newest", "audience": "own", "body": body});
    house.perform(&house.actor("@party/xaa"), later);
    let colleague = house.another("reader", "xaa-reader").await;
    for cookie in [&ours, &colleague] {
        assert!(house.get(&address(DRAFT), cookie).await.text.contains("Later"));
    }
    assert_eq!(log(&house, &theirs).await, [], "nothing is told to the other side");
    assert_eq!(log(&house, &ours).await, before.0, "nor to one's own");
}

#[tokio::test]
async fn an_owner_finds_what_was_read_of_his_own_records_and_of_nobody_elses() {
    let (house, ours, theirs) = shared().await;
    let body = json!({
        "party": "@party/xbb", "topic": {"en": "Ports"}, "title": {"en": "Of XBB"}, "practice": {"en": "On the wall"},
        "themes": [], "sources": [],
    });
    house.write(&house.actor("@party/xbb"), "practice", "@practice/xbb", json!("own"), body);
    let act = json!({"act": "share", "record": "@practice/xbb", "content": "newest", "with": {"round": "@round/now"}});
    house.perform(&house.actor("@party/xbb"), act);
    house.get(&address("@practice/xbb"), &ours).await;
    house.get(&address(DRAFT), &theirs).await;
    assert_eq!(log(&house, &ours).await, [("2026-11-24".to_owned(), party(&house, "@party/xbb"))]);
    assert_eq!(log(&house, &theirs).await, [("2026-11-24".to_owned(), party(&house, "@party/xaa"))]);
    for (cookie, other) in [(&ours, "Of XBB"), (&theirs, "Poster")] {
        assert!(!house.get("/reads", cookie).await.text.contains(other));
    }
}

#[tokio::test]
async fn nobody_but_a_partys_coordinators_has_the_page_and_the_operator_has_none() {
    let (house, ours, theirs) = shared().await;
    house.get(&address(DRAFT), &theirs).await;
    let reader = house.another("reader", "xaa-reader").await;
    let organizer = house.sign_in("@round/now", "organizer").await;
    let operator = house.operator("operator").await;
    for (cookie, status) in [
        (&ours, StatusCode::OK),
        (&theirs, StatusCode::OK),
        (&reader, StatusCode::NOT_FOUND),
        (&organizer, StatusCode::NOT_FOUND),
        (&operator, StatusCode::NOT_FOUND),
        (&String::new(), StatusCode::SEE_OTHER),
    ] {
        assert_eq!(house.get("/reads", cookie).await.status, status);
        assert_eq!(house.get("/reads?format=csv", cookie).await.status, status);
    }
    let operating = house.get("/operator", &operator).await;
    assert_eq!(operating.status, StatusCode::OK);
    assert!(!operating.text.contains("Poster") && !operating.text.contains("/reads"), "{}", operating.text);
}

#[tokio::test]
async fn what_was_read_is_forgotten_after_a_year() {
    let (house, _, theirs) = shared().await;
    house.get(&address(DRAFT), &theirs).await;
    house.people().write_readings().unwrap();
    house.wait(366 * 24 * 60);
    house.people().tidy().unwrap();
    assert_eq!(log(&house, &house.sign_in_again("xaa").await).await.len(), 1);
    house.wait(24 * 60);
    house.people().tidy().unwrap();
    assert_eq!(log(&house, &house.sign_in_again("xaa").await).await, []);
}
