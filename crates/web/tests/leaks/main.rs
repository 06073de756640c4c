//! The leak suite: leaks that were published of comparable projects, replayed against Tamga. Each test says of what kind,
//! and beside it stands where it was published; only the facts are taken from there.
//!
//! Not here: what `every_route` shows of every address and every form at once; mail to the wrong readers, since no mail is
//! sent; files that a browser would run, until files can be handed in.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

#[path = "../house/mod.rs"]
mod house;

mod agencies;
mod browser;
mod exported;
mod fetched;
mod found;
mod ids;
mod joined;
mod told;

use axum::http::StatusCode;
use house::{Answer, House, id};
use serde_json::{Value, json};

/// The people who try: two coordinators of other States, of which one takes part in the round, an organization's, the
/// round's organizer, the operator, and a stranger.
async fn others(house: &House) -> Vec<(&'static str, String)> {
    vec![
        ("a State of the round", house.sign_in("@party/xbb", "xbb").await),
        ("another State", house.sign_in("@party/xcc", "xcc").await),
        ("an invited organization", house.sign_in("@party/org", "org").await),
        ("the organizer", house.sign_in("@round/now", "organizer").await),
        ("the operator", house.operator("operator").await),
        ("a stranger", String::new()),
    ]
}

/// A practice of XAA: another version of it, for its own delegation.
fn redraft(house: &House, record: &str, word: &str) {
    let body = json!({
        "party": "@party/xaa", "topic": {"en": "Ports"}, "title": {"en": word}, "practice": {"en": format!("On the wall: {word}")},
        "themes": [], "sources": [],
    });
    let act = json!({"act": "practice", "record": record, "base": "newest", "audience": "own", "body": body});
    house.perform(&house.actor("@party/xaa"), act);
}

/// XAA shares the newest version of a record.
fn share(house: &House, record: &str, with: Value) {
    let act = json!({"act": "share", "record": record, "content": "newest", "with": with});
    house.perform(&house.actor("@party/xaa"), act);
}

/// The addresses at which a record could be fetched.
fn addresses(record: &str) -> Vec<String> {
    let id = id(record);
    let mut addresses: Vec<String> = ["practices", "records", "needs", "library", "threads", "api/records"]
        .map(|folder| format!("/{folder}/{id}"))
        .into();
    addresses.extend([format!("/records/{id}/history"), format!("/api/records/{id}/history")]);
    addresses.extend([
        format!("/api/records?about={id}"),
        format!("/practices/{id}?as_of=2026-11-24"),
        format!("/practices/{id}?format=csv"),
        format!("/exercise/practices/{id}"),
    ]);
    addresses
}

/// Everything a page says, headers too, without the id that was asked for.
fn said(answer: &Answer, record: &str) -> (StatusCode, String) {
    let id = id(record).to_string();
    (answer.status, format!("{:?}{}", answer.headers, answer.text).replace(&id, "·"))
}
