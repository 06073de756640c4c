//! Sharing through the router: what is told before anything is sent, that exactly this happens, and taking it back.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

mod house;

use axum::http::StatusCode;
use house::{Answer, House, encoded, id};
use serde_json::json;

const DRAFT: &str = "@practice/draft";

fn page(record: &str, page: &str) -> String {
    format!("/records/{}/{page}", id(record))
}

fn with_round() -> String {
    format!("{}?with=round&round={}", page(DRAFT, "share"), id("@round/now"))
}

/// The form of the page that tells, as the browser sends it back.
fn confirmed(told: &Answer, with: &str) -> String {
    let fields = ["content", "act", "shown"].map(|name| format!("{name}={}", encoded(&told.field(name))));
    format!("deed=share&{with}&{}", fields.join("&"))
}

async fn drafted() -> (House, String) {
    let house = House::new();
    house.draft(DRAFT, "Poster");
    let coordinator = house.sign_in("@party/xaa", "xaa").await;
    (house, coordinator)
}

#[tokio::test]
async fn a_coordinator_is_told_by_name_who_will_read_it_and_who_will_not_and_then_it_happens() {
    let (house, coordinator) = drafted().await;
    let chooses = house.get(&page(DRAFT, "share"), &coordinator).await;
    assert_eq!(chooses.status, StatusCode::OK, "{}", chooses.text);
    assert!(
        chooses.text.contains("The round now") && chooses.text.contains("Nobody outside your delegation")
    );
    let told = house.get(&with_round(), &coordinator).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    let reads = "This will be read by Name of XBB and the chair and organizer of “The round now”.";
    for said in [
        reads,
        "Other States of the series: Name of XCC.",
        "Invited organizations: Name of ORG.",
        "never be un-read",
    ] {
        assert!(told.text.contains(said), "{said}: {}", told.text);
    }
    assert!(!house.sees("@party/xbb", DRAFT), "nothing is sent by looking");
    let with = format!("with=round&round={}", id("@round/now"));
    let done = house.post(&page(DRAFT, "share"), &coordinator, &confirmed(&told, &with)).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert_eq!(done.location(), format!("/practices/{}?said=releases-said-round", id(DRAFT)));
    let stands = house.get(done.location(), &coordinator).await;
    assert!(stands.text.contains("Shared with the States of the round."), "{}", stands.text);
    assert!(
        house.sees("@party/xbb", DRAFT)
            && !house.sees("@party/xcc", DRAFT)
            && !house.sees("@party/org", DRAFT)
    );
    let again = house.post(&page(DRAFT, "share"), &coordinator, &confirmed(&told, &with)).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "the same form twice is done once");
}

#[tokio::test]
async fn if_others_would_read_it_by_now_it_is_said_and_nothing_is_shared() {
    let (house, coordinator) = drafted().await;
    let told = house.get(&with_round(), &coordinator).await;
    house.seat("now", "xcc", "participant");
    let with = format!("with=round&round={}", id("@round/now"));
    let refused = house.post(&page(DRAFT, "share"), &coordinator, &confirmed(&told, &with)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.text.contains("Read the names again") && refused.text.contains("Name of XBB, Name of XCC"),
        "{}",
        refused.text
    );
    assert!(!house.sees("@party/xbb", DRAFT) && !house.sees("@party/xcc", DRAFT));
    let done = house.post(&page(DRAFT, "share"), &coordinator, &confirmed(&refused, &with)).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert!(house.sees("@party/xcc", DRAFT));
}

#[tokio::test]
async fn what_is_drafted_meanwhile_is_not_shared_with_what_was_read() {
    let (house, coordinator) = drafted().await;
    let told = house.get(&with_round(), &coordinator).await;
    let body = json!({
        "party": "@party/xaa", "topic": {"en": "Ports"}, "title": {"en": "Later"}, "practice": {"en": "A secret"},
        "themes": [], "sources": [],
    });
    let later =
        json!({"act": "practice", "record": DRAFT, "base": "newest", "audience": "own", "body": body});
    house.perform(&house.actor("@party/xaa"), later);
    let with = format!("with=round&round={}", id("@round/now"));
    house.post(&page(DRAFT, "share"), &coordinator, &confirmed(&told, &with)).await;
    let theirs = house.sign_in("@party/xbb", "xbb").await;
    let read = house.get(&format!("/practices/{}", id(DRAFT)), &theirs).await;
    assert!(read.text.contains("Poster") && !read.text.contains("A secret"));
}

#[tokio::test]
async fn an_old_password_is_asked_for_again_and_the_choice_comes_back() {
    let (house, coordinator) = drafted().await;
    house.wait(31);
    let told = house.get(&with_round(), &coordinator).await;
    assert!(
        told.text.contains("/sign-in/again?next=") && !told.text.contains("name=\"shown\""),
        "{}",
        told.text
    );
    let with = format!("deed=share&with=round&round={}&act=x&shown=x", id("@round/now"));
    let sent = house.post(&page(DRAFT, "share"), &coordinator, &with).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert!(sent.location().starts_with("/sign-in/again?next=/records/"), "{}", sent.location());
    assert!(sent.location().contains("with%3Dround"), "{}", sent.location());
    assert!(!house.sees("@party/xbb", DRAFT));
}

#[tokio::test]
async fn whoever_may_not_share_finds_no_page_as_if_there_were_no_record() {
    let (house, _) = drafted().await;
    let reader = house.another("reader", "xaa-reader").await;
    let theirs = house.sign_in("@party/xbb", "xbb").await;
    let nowhere = "@practice/nowhere";
    for name in ["share", "withdraw"] {
        for (cookie, record) in [(&reader, DRAFT), (&theirs, DRAFT), (&theirs, nowhere)] {
            assert_eq!(house.get(&page(record, name), cookie).await.status, StatusCode::NOT_FOUND, "{name}");
            let sent = house.post(&page(record, name), cookie, "deed=share&with=public").await;
            assert_eq!(sent.status, StatusCode::NOT_FOUND, "{name}");
        }
        for record in [DRAFT, nowhere] {
            let stranger = house.get(&page(record, name), "").await;
            assert_eq!(stranger.status, StatusCode::SEE_OTHER, "a stranger signs in first");
        }
    }
    assert_eq!(house.get("/shared", &reader).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        house.get(&format!("/exercise{}", page(DRAFT, "share")), &theirs).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_choice_that_cannot_be_is_said_beside_what_was_chosen() {
    let (house, coordinator) = drafted().await;
    let nobody = house.get(&format!("{}?with=named", page(DRAFT, "share")), &coordinator).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        nobody.text.contains("role=\"alert\"") && nobody.text.contains("value=\"named\" checked"),
        "{}",
        nobody.text
    );
    let act = json!({"act": "share", "record": DRAFT, "content": "newest", "with": "public"});
    house.perform(&house.actor("@party/xaa"), act);
    let again = house.get(&format!("{}?with=public", page(DRAFT, "share")), &coordinator).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn what_was_shared_is_withdrawn_and_its_readers_find_that_it_is() {
    let (house, coordinator) = drafted().await;
    let named =
        json!({"act": "share", "record": DRAFT, "content": "newest", "with": {"named": ["@party/xbb"]}});
    house.perform(&house.actor("@party/xaa"), named);
    let asks = house.get(&page(DRAFT, "withdraw"), &coordinator).await;
    assert!(asks.text.contains("Name of XBB") && asks.text.contains("cannot be un-read"), "{}", asks.text);
    let form = format!("act={}&from={}", asks.field("act"), encoded(&asks.field("from")));
    let done = house.post(&page(DRAFT, "withdraw"), &coordinator, &form).await;
    assert_eq!(
        done.location(),
        format!("/practices/{}?said=releases-said-withdrawn", id(DRAFT)),
        "{}",
        done.text
    );
    assert!(!house.sees("@party/xbb", DRAFT) && house.sees("@party/xaa", DRAFT));
    let again = house.post(&page(DRAFT, "withdraw"), &coordinator, &form.replace("act=", "act=0")).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn who_joined_later_is_named_and_gets_it_by_one_extension() {
    let (house, coordinator) = drafted().await;
    let round =
        json!({"act": "share", "record": DRAFT, "content": "newest", "with": {"round": "@round/now"}});
    house.perform(&house.actor("@party/xaa"), round);
    house.seat("now", "xcc", "participant");
    let ours = house.get("/shared", &coordinator).await;
    assert!(ours.text.contains("Joined later and does not have it: Name of XCC."), "{}", ours.text);
    let start = ours.text.find("share?content=").unwrap();
    let query: String = ours.text[start + 6..].chars().take_while(|letter| *letter != '"').collect();
    let query = query.replace("&amp;", "&");
    let told = house.get(&format!("{}?{query}", page(DRAFT, "share")), &coordinator).await;
    assert!(told.text.contains("Name of XBB, Name of XCC"), "{}", told.text);
    let with = format!("with=round&round={}&extends={}", id("@round/now"), encoded(&told.field("extends")));
    let done = house.post(&page(DRAFT, "share"), &coordinator, &confirmed(&told, &with)).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert!(house.sees("@party/xcc", DRAFT) && house.sees("@party/xbb", DRAFT));
    let ours = house.get("/shared", &coordinator).await;
    assert!(!ours.text.contains("Joined later"), "{}", ours.text);
}

#[tokio::test]
async fn a_record_of_ones_own_leads_to_sharing_and_another_ones_does_not() {
    let (house, coordinator) = drafted().await;
    let round =
        json!({"act": "share", "record": DRAFT, "content": "newest", "with": {"round": "@round/now"}});
    house.perform(&house.actor("@party/xaa"), round);
    let theirs = house.sign_in("@party/xbb", "xbb").await;
    for address in [format!("/practices/{}", id(DRAFT)), page(DRAFT, "history")] {
        let link = page(DRAFT, "share");
        assert!(house.get(&address, &coordinator).await.text.contains(&link), "{address}");
        assert!(!house.get(&address, &theirs).await.text.contains(&link), "{address}");
        let past = house.get(&format!("{address}?as_of=2026-11-24"), &coordinator).await;
        assert!(!past.text.contains(&link), "the past is read only: {address}");
    }
}
