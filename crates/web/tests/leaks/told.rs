//! Logs, notices and error messages that tell what they should keep.

use super::house::{House, encoded, id};
use super::{others, redraft, share};
use serde_json::json;
use std::sync::{Arc, Mutex};
use web::log::Log;

const PAPER: &str = "@practice/paper";

/// danbooru/danbooru#6649: a log of what moderators did named titles that its readers could not open.
#[tokio::test]
async fn logs_naming_hidden_things_neither_the_operators_page_nor_the_security_log_has_a_word_of_records() {
    let mut house = House::new();
    let lines: Arc<Mutex<Vec<String>>> = Arc::default();
    let written = lines.clone();
    house.site.log = Log::to(move |line| written.lock().unwrap().push(line.to_owned()));
    house.draft(PAPER, "Porpoise");
    let (ours, operator) = (house.sign_in("@party/xaa", "xaa").await, house.operator("operator").await);
    for path in [
        format!("/practices/{}", id(PAPER)),
        "/search?q=Porpoise".into(),
        format!("/records/{}/share?with=public", id(PAPER)),
        "/people".into(),
        "/reads".into(),
    ] {
        house.get(&path, &ours).await;
        house.get(&path, &operator).await;
        house.post(&path, &operator, "deed=Porpoise&note=Porpoise").await;
        house.get(&path.replace("practices", "people"), "").await;
    }
    let page = house.get("/operator", &operator).await.text;
    let lines = lines.lock().unwrap().join("\n");
    assert!(lines.contains("/invitations/{secret}") && lines.contains("refused"), "{lines}");
    for hidden in ["Porpoise", &id(PAPER).to_string()] {
        assert!(!lines.contains(hidden) && !page.contains(hidden), "{hidden}: {lines}");
    }
}

/// FriendsOfFlarum/follow-tags#5 and vanilla/vanilla#808: who followed a thing was told of what was said out of his hearing.
/// What is told here of what happened is the page of what was shared, the read log and what a page says was done.
#[tokio::test]
async fn notices_of_hidden_things_what_one_side_does_is_told_to_that_side_alone() {
    let house = House::new();
    house.draft(PAPER, "Porpoise");
    share(&house, PAPER, json!({"named": ["@party/xbb"]}));
    redraft(&house, PAPER, "Dolphin");
    let all = others(&house).await;
    house.get(&format!("/practices/{}", id(PAPER)), &all[0].1).await;
    for (who, cookie) in &all {
        for path in [
            "/shared",
            "/reads",
            "/clearance",
            "/account",
            "/people",
            "/acting",
            "/shared?said=releases-said-public",
        ] {
            for answer in [house.get(path, cookie).await, house.json(path, cookie).await] {
                assert!(
                    !answer.text.contains("Porpoise") && !answer.text.contains("Dolphin"),
                    "{who} at {path}"
                );
                assert!(!answer.text.contains(&id(PAPER).to_string()), "{who} at {path}");
            }
        }
    }
}

/// alphanodes/additionals#67: a number that was asked for fell on a hidden note, and the answer said so. A refusal names no
/// hidden record, and is the same as for one that is not there.
#[tokio::test]
async fn errors_naming_hidden_things_a_refused_act_says_the_same_of_what_is_hidden_and_what_is_absent() {
    let house = House::new();
    house.draft(PAPER, "Porpoise");
    let theirs = house.sign_in("@party/xbb", "xbb").await;
    let token = house.token("@party/xbb", &theirs, true);
    let nowhere = "@practice/nowhere";
    let acts = |record: &str| {
        let record = id(record).to_string();
        [
            json!({"act": "share", "record": record, "content": "newest", "with": "public"}),
            json!({"act": "withdraw", "record": record, "from": {"type": "public"}}),
            json!({"act": "clear", "record": "@clearance/x", "of": record, "content": "newest", "with": "public"}),
            json!({"act": "share", "record": record, "content": format!("sha256:{}", "0".repeat(64)), "with": "public"}),
            json!({"act": "question", "record": "@question/x", "audience": "own", "body": {"round": "@round/now", "by": "@party/xbb", "to": "@party/xaa", "words": {"en": "Why?"}, "anchor": {"record": record}}}),
        ]
    };
    for (hidden, absent) in acts(PAPER).into_iter().zip(acts(nowhere)) {
        let (one, other) =
            (house.act_with_token(&token, hidden.clone()).await, house.act_with_token(&token, absent).await);
        let plain = |text: &str, record: &str| {
            text.replace(&id(record).to_string(), "·").replace(&encoded(record), "·")
        };
        assert!(one.status.is_client_error(), "{hidden}: {}", one.text);
        assert_eq!(
            (one.status, plain(&one.text, PAPER)),
            (other.status, plain(&other.text, nowhere)),
            "{hidden}"
        );
        assert!(!one.text.contains("Porpoise"));
    }
}
