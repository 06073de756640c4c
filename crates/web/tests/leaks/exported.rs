//! Drafts and unshared words in tables, JSON, histories and differences.

use super::house::{House, id};
use super::{others, redraft, share};
use serde_json::{Value, json};

const PAPER: &str = "@practice/paper";

/// decidim/decidim#3633 and #12348, two-pack/redmine_xls_export#37, LibreCat/LibreCat#449: what the page hid stood in the
/// file.
#[tokio::test]
async fn drafts_in_exports_tables_and_json_hold_no_more_than_the_page() {
    let house = House::new();
    house.draft(PAPER, "Porpoise");
    share(&house, PAPER, json!({"round": "@round/now"}));
    house.draft("@practice/hidden", "Narwhal");
    let all = others(&house).await;
    let exports = [
        "/practices?format=csv",
        "/search?q=on+the+wall&format=csv",
        "/states?format=csv",
        "/states/XAA?format=csv",
        "/assistance?format=csv",
        "/plans?format=csv",
        "/practices",
        "/sharing",
        "/api/records?limit=200",
        "/api/records?kind=review.practice",
        "/api/search?q=wall",
    ];
    let mut before = Vec::new();
    for (_, cookie) in &all {
        for export in exports {
            before.push((house.get(export, cookie).await.text, house.json(export, cookie).await.text));
        }
    }
    redraft(&house, PAPER, "Dolphin");
    house.draft("@practice/more", "Orca");
    let mut before = before.into_iter();
    for (who, cookie) in &all {
        for export in exports {
            let after = (house.get(export, cookie).await.text, house.json(export, cookie).await.text);
            assert!(!format!("{after:?}").contains("Narwhal"), "{who} at {export}");
            assert_eq!(after, before.next().unwrap(), "{who} at {export}");
        }
    }
    let ours = house.sign_in("@party/xaa", "xaa").await;
    let table = house.get("/practices?format=csv", &ours).await.text;
    assert!(table.contains("Dolphin") && table.contains("Narwhal"), "its own people have it: {table}");
}

/// psu-libraries/scholarsphere#823 and wagtail/wagtail#5490: the history, or the difference between two versions, showed
/// what was drafted between them.
#[tokio::test]
async fn drafts_in_history_and_differences_a_reader_counts_and_compares_only_what_was_shared() {
    let house = House::new();
    house.draft(PAPER, "Porpoise");
    share(&house, PAPER, json!({"round": "@round/now"}));
    for word in ["Dolphin", "Narwhal", "Beluga"] {
        redraft(&house, PAPER, word);
    }
    share(&house, PAPER, json!({"round": "@round/now"}));
    redraft(&house, PAPER, "Orca");
    let theirs = house.sign_in("@party/xbb", "xbb").await;
    let token = house.token("@party/xbb", &theirs, false);
    let page = house.get(&format!("/records/{}/history", id(PAPER)), &theirs).await.text;
    let told = house.get_with_token(&format!("/api/records/{}/history", id(PAPER)), &token).await.text;
    for hidden in ["Dolphin", "Narwhal", "Orca"] {
        assert!(!page.contains(hidden) && !told.contains(hidden), "{hidden}");
    }
    assert!(page.contains("Porpoise") && page.contains("Beluga"), "{page}");
    let told: Value = serde_json::from_str(&told).unwrap();
    let numbers: Vec<&Value> =
        told["versions"].as_array().unwrap().iter().map(|version| &version["no"]).collect();
    assert_eq!(numbers, [1, 2], "no number is missing");
    assert!(!told.to_string().contains("\"own\""), "nor is any other lane named");
}

/// opf/openproject#18982 and #18607, backlogs/redmine_backlogs#632: a feed of what happened told of hidden comments. There
/// are no feeds; what tells of the past are pages as of a day.
#[tokio::test]
async fn drafts_in_the_past_no_past_day_shows_what_was_drafted_then() {
    let house = House::new();
    house.draft(PAPER, "Porpoise");
    house.wait(3 * 24 * 60);
    redraft(&house, PAPER, "Dolphin");
    share(&house, PAPER, json!("public"));
    for day in ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11", "2026"] {
        for page in [
            "/practices".to_owned(),
            format!("/practices/{}", id(PAPER)),
            "/search?q=Porpoise".into(),
            format!("/api/records/{}/history", id(PAPER)),
        ] {
            let joint = if page.contains('?') { '&' } else { '?' };
            let answer = house.get(&format!("{page}{joint}as_of={day}"), "").await;
            let hits = answer.text.matches("Porpoise").count();
            assert!(hits == 0 || page.starts_with("/search"), "{page} as of {day}");
            assert!(!answer.text.contains("On the wall: Porpoise"), "{page} as of {day}");
        }
    }
    let gone = house.get(&format!("/practices/{}?as_of=2026-11-25", id(PAPER)), "").await;
    assert_eq!(gone.status, 404, "what is public today was no day's before it was");
}
