//! Clearance through the router: who finds it, what is asked, what is put down, and what comes of it.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

mod house;

use axum::http::StatusCode;
use house::{House, encoded, id};
use serde_json::{Value, json};

const DRAFT: &str = "@practice/draft";
const CLEARANCE: &str = "@clearance/one";

/// A list of two steps, and a clearance begun by it for the readers of one round.
async fn begun() -> (House, String) {
    let house = House::new();
    house.draft(DRAFT, "Poster");
    let coordinator = house.sign_in("@party/xaa", "xaa").await;
    let step = |key: &str, sort: &str, words: &str| json!({"id": format!("@step/{key}"), "sort": sort, "words": {"en": words}});
    let steps: Value =
        json!([step("trade", "lead_ministry", "Trade"), step("head", "head_of_delegation", "Head")]);
    let body = json!({"party": "@party/xaa", "name": {"en": "Our list"}, "acts": ["share"], "steps": steps});
    let xaa = house.actor("@party/xaa");
    house.write(&xaa, "clearance_list", "@list/one", json!("own"), body);
    let clear = json!({"act": "clear", "record": CLEARANCE, "of": DRAFT, "content": "newest", "with": {"round": "@round/now"}});
    house.perform(&xaa, clear);
    (house, coordinator)
}

fn page(rest: &str) -> String {
    format!("/clearance/{}{rest}", id(CLEARANCE))
}

fn approval(step: &str, name: &str, day: &str) -> String {
    format!(
        "deed=approve&act={}&step={}&name={name}&post=Head+of+Department&letter-number=11%2F2206&letter-day={day}",
        id(&format!("@act/{step}/{day}")),
        id(&format!("@step/{step}")),
    )
}

#[tokio::test]
async fn nobody_but_the_own_delegation_finds_a_clearance_or_its_papers() {
    let (house, coordinator) = begun().await;
    let theirs = house.sign_in("@party/xbb", "xbb").await;
    for rest in ["", "/sheet", "/letter"] {
        assert_eq!(house.get(&page(rest), &coordinator).await.status, StatusCode::OK, "{rest}");
        assert_eq!(house.get(&page(rest), &theirs).await.status, StatusCode::NOT_FOUND, "{rest}");
        assert_eq!(
            house.get(&page(rest), "").await.status,
            StatusCode::SEE_OTHER,
            "a stranger signs in first"
        );
    }
    let sent = house.post(&page(""), &theirs, &approval("trade", "M.", "2026-11-24")).await;
    assert_eq!(sent.status, StatusCode::NOT_FOUND);
    let list = format!("/clearance/lists/{}", id("@list/one"));
    assert_eq!(house.get(&list, &theirs).await.status, StatusCode::NOT_FOUND);
    assert!(!house.get("/clearance", &theirs).await.text.contains("Our list"));
}

#[tokio::test]
async fn a_reader_of_the_delegation_sees_how_far_it_is_and_changes_nothing() {
    let (house, _) = begun().await;
    let reader = house.another("reader", "xaa-reader").await;
    let seen = house.get(&page(""), &reader).await;
    assert!(seen.text.contains("Trade") && !seen.text.contains("name=\"deed\""), "{}", seen.text);
    let sent = house.post(&page(""), &reader, &approval("trade", "M.", "2026-11-24")).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(house.get("/clearance/lists/new", &reader).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_missing_is_said_at_once_and_what_was_typed_is_kept() {
    let (house, coordinator) = begun().await;
    let form = format!(
        "deed=approve&act=x&step={}&name=M.+Telquist&letter-day=31.31.2026&note=Fine",
        id("@step/trade")
    );
    let answer = house.post(&page(""), &coordinator, &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for said in [
        "Give the post of who signed.",
        "Give the number of the letter.",
        "“31.31.2026” is not a day.",
        "value=\"M. Telquist\"",
        "value=\"31.31.2026\"",
        ">Fine</textarea>",
    ] {
        assert!(answer.text.contains(said), "{said}: {}", answer.text);
    }
}

#[tokio::test]
async fn steps_approve_in_order_the_papers_say_so_and_then_it_is_shared() {
    let (house, coordinator) = begun().await;
    let early = house.post(&page(""), &coordinator, &approval("head", "E. Sorvane", "2026-11-24")).await;
    assert!(early.text.contains("The step before it has not approved yet: Trade"), "{}", early.text);
    let first = house.post(&page(""), &coordinator, &approval("trade", "M. Telquist", "24.11.2026")).await;
    assert_eq!(first.location(), format!("{}?said=clearance-said-approved", page("")), "{}", first.text);
    let letter = house.get(&page("/letter"), &coordinator).await;
    assert!(
        letter.text.contains("Approved already: Trade (No. 11/2206 of 24 November 2026)."),
        "{}",
        letter.text
    );
    house.post(&page(""), &coordinator, &approval("head", "E. Sorvane", "2026-11-25")).await;
    let sheet = house.get(&page("/sheet"), &coordinator).await;
    assert!(sheet.text.contains("M. Telquist") && sheet.text.contains("E. Sorvane"), "{}", sheet.text);
    let done = house.get(&page(""), &coordinator).await;
    assert!(done.text.contains("Everybody on the list has approved."), "{}", done.text);
    let start = done.text.find(&format!("/records/{}/share?", id(DRAFT))).unwrap();
    let share = done.text[start..].split('"').next().unwrap().replace("&amp;", "&");
    let told = house.get(&share, &coordinator).await;
    assert!(told.text.contains("name=\"shown\""), "{}", told.text);
    let fields = ["content", "act", "shown"].map(|name| format!("{name}={}", encoded(&told.field(name))));
    let with = format!("deed=share&with=round&round={}&{}", id("@round/now"), fields.join("&"));
    house.post(&format!("/records/{}/share", id(DRAFT)), &coordinator, &with).await;
    assert!(house.sees("@party/xbb", DRAFT));
    assert!(!house.sees("@party/xbb", CLEARANCE));
}

#[tokio::test]
async fn an_approval_is_corrected_and_taken_back() {
    let (house, coordinator) = begun().await;
    house.post(&page(""), &coordinator, &approval("trade", "M. Telqist", "2026-11-24")).await;
    let form = house.get(&page(&format!("?step={}", id("@step/trade"))), &coordinator).await;
    assert!(form.text.contains("value=\"M. Telqist\""), "{}", form.text);
    house.post(&page(""), &coordinator, &approval("trade", "M. Telquist", "2026-11-23")).await;
    let corrected = house.get(&page(""), &coordinator).await;
    assert!(corrected.text.contains("M. Telquist") && !corrected.text.contains("M. Telqist"));
    let form = format!("deed=withdraw&act={}&approval={}", id("@act/back"), corrected.field("approval"));
    let back = house.post(&page(""), &coordinator, &form).await;
    assert_eq!(back.location(), format!("{}?said=clearance-said-taken-back", page("")), "{}", back.text);
    assert!(!house.get(&page(""), &coordinator).await.text.contains("M. Telquist"));
}

#[tokio::test]
async fn a_list_is_made_put_in_another_order_and_ended() {
    let house = House::new();
    let coordinator = house.sign_in("@party/xaa", "xaa").await;
    let form = |act: &str, base: &str, ids: [&str; 2], places: [&str; 2]| {
        format!(
            "deed=save&act={}&base={}&name=Our+list&kind=review.practice\
             &id={}&place={}&sort=lead_ministry&words=Trade&agency=\
             &id={}&place={}&sort=head_of_delegation&words=&agency=",
            id(act),
            encoded(base),
            ids[0],
            places[0],
            ids[1],
            places[1]
        )
    };
    let nameless = form("@form/0", "", ["", ""], ["1", "2"]).replace("Our+list", "");
    let refused = house.post("/clearance/lists/new", &coordinator, &nameless).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.text.contains("value=\"Trade\"")
            && refused.text.contains("value=\"review.practice\" checked"),
        "{}",
        refused.text
    );
    let made =
        house.post("/clearance/lists/new", &coordinator, &form("@form/1", "", ["", ""], ["1", "2"])).await;
    assert_eq!(made.location(), "/clearance?said=clearance-said-list", "{}", made.text);
    let ours = house.get("/clearance", &coordinator).await.text;
    let start = ours.find("/clearance/lists/").unwrap();
    let list = ours[start..].split(['"', '?']).next().unwrap().to_owned();
    assert!(ours.find("Trade").unwrap() < ours.find("Head of delegation").unwrap(), "{ours}");
    let shown = house.get(&list, &coordinator).await;
    let second =
        shown.text.split("name=\"id\" value=\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
    let turned = form("@form/2", &shown.field("base"), [&shown.field("id"), &second], ["2", "1"]);
    let changed = house.post(&list, &coordinator, &turned).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text);
    let ours = house.get("/clearance", &coordinator).await.text;
    assert!(ours.find("Head of delegation").unwrap() < ours.find("Trade").unwrap(), "{ours}");
    let ended = house.post(&list, &coordinator, &format!("deed=end&act={}", id("@form/3"))).await;
    assert_eq!(ended.location(), "/clearance?said=clearance-said-ended", "{}", ended.text);
    assert!(!house.get("/clearance", &coordinator).await.text.contains("Our list"));
}

#[tokio::test]
async fn a_list_is_changed_with_a_password_given_lately_and_what_was_typed_stands_until_then() {
    let (house, coordinator) = begun().await;
    house.wait(31);
    let list = format!("/clearance/lists/{}", id("@list/one"));
    let shown = house.get(&list, &coordinator).await;
    assert!(shown.text.contains(&format!("/sign-in/again?next={list}")), "{}", shown.text);
    let form = format!(
        "deed=save&act={}&base={}&name=Renamed&kind=review.practice&id=&place=1&sort=lead_ministry&words=Somebody&agency=",
        id("@form/1"),
        encoded(&shown.field("base"))
    );
    for (page, form) in [
        (list.clone(), form.clone()),
        ("/clearance/lists/new".to_owned(), form.replace("base=", "none=")),
        (list.clone(), format!("deed=end&act={}", id("@form/2"))),
    ] {
        let refused = house.post(&page, &coordinator, &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
        assert!(refused.text.contains("Give your password again"), "{}", refused.text);
        let ended = form.contains("deed=end");
        assert!(
            ended
                || refused.text.contains("value=\"Renamed\"") && refused.text.contains("value=\"Somebody\"")
        );
    }
    let ours = house.get("/clearance", &coordinator).await.text;
    assert!(ours.contains("Our list") && !ours.contains("Renamed"), "{ours}");
    let again = house.sign_in_again("xaa").await;
    assert_eq!(house.post(&list, &again, &form).await.status, StatusCode::SEE_OTHER);
    assert!(house.get("/clearance", &again).await.text.contains("Renamed"));
}

#[tokio::test]
async fn somebody_whose_name_begins_with_a_sign_is_called_as_it_was_typed() {
    let (house, coordinator) = begun().await;
    house.post(&page(""), &coordinator, &approval("trade", "%40petrov", "2026-11-24")).await;
    let shown = house.get(&page(""), &coordinator).await.text;
    assert!(shown.contains("@petrov"), "{shown}");
}
