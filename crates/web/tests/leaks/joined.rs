//! Newcomers, and those who have left: who joins later sees nothing earlier.

use super::house::{House, id};
use super::{redraft, share};
use serde_json::json;

const PAPER: &str = "@practice/paper";

async fn reads(house: &House, cookie: &str, token: &str) -> bool {
    let mut found = Vec::new();
    for path in [
        format!("/practices/{}", id(PAPER)),
        format!("/practices/{}?as_of=2026-11-24", id(PAPER)),
        "/practices".into(),
        "/practices?format=csv".into(),
        "/practices?as_of=2026-11-24".into(),
        format!("/records/{}/history", id(PAPER)),
    ] {
        found.push(house.get(&path, cookie).await.text.contains("Porpoise"));
    }
    for path in [
        format!("/api/records/{}", id(PAPER)),
        format!("/api/records/{}/history", id(PAPER)),
        "/api/records?kind=review.practice".into(),
        "/api/search?q=Porpoise".into(),
    ] {
        found.push(house.get_with_token(&path, token).await.text.contains("On the wall"));
    }
    assert!(found.iter().all(|one| *one == found[0]), "some ways are open and some are not: {found:?}");
    found[0]
}

/// mattermost/mattermost#15561, matrix-org/synapse#6780 and RocketChat/Rocket.Chat#1442: who was let in could read
/// everything that had been said before.
#[tokio::test]
async fn a_newcomer_reading_the_past_who_joins_a_round_sees_nothing_that_was_shared_with_it_before() {
    let house = House::new();
    house.draft(PAPER, "Porpoise");
    share(&house, PAPER, json!({"round": "@round/now"}));
    let newcomer = house.sign_in("@party/xcc", "xcc").await;
    let token = house.token("@party/xcc", &newcomer, false);
    assert!(!reads(&house, &newcomer, &token).await);
    house.seat("now", "xcc", "participant");
    assert!(!reads(&house, &newcomer, &token).await, "as one of the States of the round");
    let again = house.sign_in_again("xcc").await;
    assert!(!reads(&house, &again, &token).await, "nor after signing in anew");
    redraft(&house, PAPER, "Dolphin");
    share(&house, PAPER, json!({"round": "@round/now"}));
    let page = house.get(&format!("/practices/{}", id(PAPER)), &again).await.text;
    assert!(page.contains("Dolphin"), "what is shared with the round from now on: {page}");
    for path in
        [format!("/records/{}/history", id(PAPER)), format!("/practices/{}?as_of=2026-11-24", id(PAPER))]
    {
        assert!(!house.get(&path, &again).await.text.contains("Porpoise"), "{path}");
    }
    let told = house.get_with_token(&format!("/api/records/{}/history", id(PAPER)), &token).await.text;
    assert!(told.contains("\"no\":1") && !told.contains("\"no\":2") && !told.contains("Porpoise"), "{told}");
}

/// The same where it is meant: what is open to a series is open to those who join it, and says so before.
#[tokio::test]
async fn a_newcomer_reads_the_past_only_where_its_owner_said_so() {
    let house = House::new();
    house.draft(PAPER, "Porpoise");
    let ours = house.sign_in("@party/xaa", "xaa").await;
    let told = house
        .get(&format!("/records/{}/share?with=series&series={}", id(PAPER), id("@series/small")), &ours)
        .await;
    assert!(told.text.contains("And by those who join later"), "{}", told.text);
    share(&house, PAPER, json!({"series": "@series/small"}));
    house.settle("XDD", "state");
    let newcomer = house.sign_in("@party/xdd", "xdd").await;
    let token = house.token("@party/xdd", &newcomer, false);
    assert!(!reads(&house, &newcomer, &token).await);
    house.seat("now", "xdd", "participant");
    let again = house.sign_in_again("xdd").await;
    assert!(reads(&house, &again, &token).await);
}

/// And who is let go: a mandate that has ended reads nothing more, by page or token, in sessions that are open.
#[tokio::test]
async fn somebody_who_left_reads_nothing_more_of_what_his_side_was_given() {
    let house = House::new();
    house.draft(PAPER, "Porpoise");
    share(&house, PAPER, json!({"round": "@round/now"}));
    let person = house.people().person();
    let body = json!({"person": person, "role": "reader", "from": house.people().now()});
    let xbb = house.actor("@party/xbb");
    house.write(&xbb, "mandate", "@mandate/leaver", json!("own"), body.clone());
    let cookie = house.accept(person, "leaver").await;
    let signed = house.people().who(cookie.trim_start_matches("session=")).unwrap().unwrap();
    let new = desk::token::NewToken { name: "x".into(), days: 30, ..Default::default() };
    let token = house.people().make_token(&signed, (person, id("@mandate/leaver")), new).unwrap();
    assert!(reads(&house, &cookie, &token).await);
    let mut ended = body;
    ended["until"] = json!(house.people().now());
    house.perform(&xbb, json!({"act": "mandate", "record": "@mandate/leaver", "base": "newest", "audience": "own", "body": ended}));
    assert!(!reads(&house, &cookie, &token).await);
}
