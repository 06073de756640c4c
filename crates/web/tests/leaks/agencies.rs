//! Within one State: an agency that reads another agency's part.

use super::house::{House, id, text};
use super::share;
use serde_json::json;

const PART: &str = "@practice/customs";

/// cityofaustin/techstack#4497 (after #4102) and YetiForceCompany/YetiForceCRM#3498: people of
/// the same organization opened another department's drafts by their address, and in lists.
#[tokio::test]
async fn an_agency_reading_anothers_part_finds_it_nowhere_before_or_after_it_is_shared_abroad() {
    let house = House::new();
    let xaa = house.actor("@party/xaa");
    for agency in ["customs", "health"] {
        let body = json!({"party": "@party/xaa", "names": [{"name": text(agency)}]});
        house.write(&xaa, "agency", &format!("@agency/{agency}"), json!("public"), body);
    }
    let customs = house.contributor("customs", "@agency/customs").await;
    let health = house.contributor("health", "@agency/health").await;
    let reader = house.another("reader", "xaa-reader").await;
    let coordinator = house.sign_in("@party/xaa", "xaa").await;
    let body = json!({
        "party": "@party/xaa", "topic": text("Ports"), "title": text("Porpoise"), "practice": text("On the wall"),
        "themes": [], "sources": [],
    });
    house.write(&xaa, "practice", PART, json!({"agencies": ["@agency/customs"]}), body);
    let places = [
        format!("/practices/{}", id(PART)),
        format!("/records/{}/history", id(PART)),
        "/practices".into(),
        "/practices?format=csv".into(),
        "/search?q=wall".into(),
        format!("/api/records?about={}", id("@party/xaa")),
        "/api/records?kind=review.practice".into(),
        "/api/search?q=wall".into(),
        format!("/api/records/{}", id(PART)),
        "/states/XAA".into(),
    ];
    for place in &places {
        for (who, cookie, open) in [
            ("customs", &customs, true),
            ("health", &health, false),
            ("a reader", &reader, false),
            ("the coordinator", &coordinator, true),
        ] {
            let answer = house.get(place, cookie).await;
            assert!(open || !answer.text.contains("Porpoise"), "{who} at {place}");
            assert!(
                !open || place == "/states/XAA" || answer.text.contains("Porpoise"),
                "{who} at {place}: {}",
                answer.text
            );
        }
    }
    // What a State gives to others its own people read too, but not the agency's later drafts.
    share(&house, PART, json!({"round": "@round/now"}));
    let body = json!({
        "party": "@party/xaa", "topic": text("Ports"), "title": text("Narwhal"), "practice": text("On the wall"),
        "themes": [], "sources": [],
    });
    let later = json!({"act": "practice", "record": PART, "base": "newest", "audience": {"agencies": ["@agency/customs"]}, "body": body});
    house.perform(&xaa, later);
    for place in &places {
        let answer = house.get(place, &health).await;
        assert!(!answer.text.contains("Narwhal"), "{place}");
    }
    assert!(house.get(&places[0], &health).await.text.contains("Porpoise"));
}
