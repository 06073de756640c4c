//! What the pages of a young installation say of it: how far its rounds are, whose a measure is, which States are its own.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

mod house;

use house::{House, id, text};
use serde_json::{Value, json};

/// The round of the house as it is today, in that phase.
fn round(phase: &str) -> Value {
    json!({
        "series": "@series/small", "slug": "now", "symbol": "NOW", "title": text("The round now"),
        "summary": text("A round"), "standing": "announced",
        "dates": [{"from": "2026-11-23", "to": "2026-11-25", "sources": ["@source/paper"]}],
        "initiators": [], "hosts": [], "organizers": [], "donors": [], "themes": [], "notes": [],
        "steps": [{"step": phase, "sources": ["@source/paper"]}], "sources": ["@source/paper"],
    })
}

fn stands_at(house: &House, phase: &str) {
    let act = json!({"act": "round", "record": "@round/now", "base": "newest", "audience": "public", "body": round(phase)});
    house.perform(&house.actor("@round/now"), act);
}

#[tokio::test]
async fn a_round_that_has_begun_is_not_said_to_be_announced() {
    let house = House::new();
    stands_at(&house, "preparing");
    let pages = [
        "/series/small/rounds/now?lang=en",
        "/series?lang=en",
        "/series/small?lang=en",
        "/states/XAA?lang=en",
    ];
    for page in pages {
        assert!(house.get(page, "").await.text.contains("Announced"), "{page}");
    }
    stands_at(&house, "in_session");
    for page in pages {
        let said = house.get(page, "").await.text;
        let of_now = said.replace(
            "The round before</a> <span class=\"mute\">November 2023</span> <span class=\"mute\">(Announced)",
            "",
        );
        assert!(said.contains("In session"), "{page}");
        if !page.starts_with("/series?") && !page.starts_with("/series/small?") {
            assert!(!of_now.contains("Announced"), "{page}");
        }
    }
}

#[tokio::test]
async fn a_measure_whose_plan_is_not_open_is_still_that_of_its_state() {
    let house = House::new();
    let (state, round) = (house.actor("@party/xaa"), house.actor("@round/now"));
    let paragraph = json!({"id": "@paragraph/a", "words": text("The States are invited to act.")});
    let recommendation = json!({
        "round": "@round/now", "sort": "recommendation", "symbol": "NOW/D.1", "title": text("Penalties"),
        "words": text("Provide for penalties"), "paragraphs": [paragraph], "basis": text("Answers"),
        "addressees": ["@party/xaa"], "standing": "clean", "themes": [], "sources": [],
    });
    house.write(&round, "recommendation", "@rec/1", json!("public"), recommendation);
    house.write(
        &state,
        "plan",
        "@plan/xaa",
        json!("own"),
        json!({"party": "@party/xaa", "title": text("Plan")}),
    );
    let measure = json!({
        "of": "@plan/xaa", "number": "1", "words": text("Draft the law"), "term": text("2027"), "serves": ["@rec/1"],
    });
    house.write(&state, "measure", "@measure/xaa/1", json!("public"), measure);
    let page = house.get(&format!("/recommendations/{}?lang=en", id("@rec/1")), "").await.text;
    assert!(page.contains("Draft the law") && page.contains("Name of XAA"), "{page}");
    assert!(!page.contains("Joint measure"));
}

#[tokio::test]
async fn the_first_page_tells_of_the_rounds_that_are_here_and_of_no_others() {
    let page = House::new().get("/?lang=en", "").await.text;
    assert!(page.contains("Meetings held since 2023"));
    assert!(page.contains("/search?q=NOW") && !page.contains("q=ISK18") && !page.contains("road map</a>"));
}

#[tokio::test]
async fn a_state_that_keeps_its_record_here_is_not_one_that_sources_name() {
    let house = House::new();
    house.settle("XDD", "state");
    let page = house.get("/states?lang=en", "").await.text;
    let own = page.split("States of this installation").nth(1).unwrap_or_else(|| panic!("{page}"));
    assert!(own.contains("Name of XDD"));
    assert!(!page.contains("Other States that sources name"));
}

#[tokio::test]
async fn a_history_speaks_the_language_of_its_reader() {
    let house = House::new();
    stands_at(&house, "preparing");
    stands_at(&house, "in_session");
    let page = house.get(&format!("/records/{}/history?lang=ru", id("@round/now")), "").await.text;
    assert!(page.contains("<del class=\"ch\">подготовка</del>"), "{page}");
    assert!(page.contains("<ins class=\"ch\">заседание</ins>"));
}

#[tokio::test]
async fn who_is_signed_in_finds_his_own_drafts_among_what_he_searches() {
    let house = House::new();
    house.draft("@practice/draft", "Poster");
    let coordinator = house.sign_in("@party/xaa", "xaa").await;
    let found = |version: &'static str| format!("/search?q=Poster&lang=en&version={version}");
    assert!(house.get(&found("draft"), &coordinator).await.text.contains(">Poster<"));
    let shared = house.get(&found("shared"), &coordinator).await.text;
    assert!(shared.contains("our drafts") && !shared.contains("1 result"));
    assert!(
        !house.get("/search?q=name&lang=en", "").await.text.contains("our drafts"),
        "the public has none"
    );
}

#[tokio::test]
async fn a_question_that_names_a_state_offers_what_concerns_that_state() {
    let house = House::new();
    let page = house.get("/search?q=Penalties+xaa&lang=en", "").await.text;
    assert!(page.contains("/search?q=Penalties&amp;state=XAA"), "{page}");
    for plain in
        ["/search?q=xaa&lang=en", "/search?q=Penalties&lang=en", "/search?q=Penalties+xaa&state=XBB&lang=en"]
    {
        assert!(!house.get(plain, "").await.text.contains("in what concerns"), "{plain}");
    }
}

#[tokio::test]
async fn the_word_of_a_round_means_that_of_the_series_on_the_page() {
    let house = House::new();
    let editor = house.site.desk.editor().unwrap();
    let sourced = json!(["@source/paper"]);
    let series = json!({"slug": "large", "title": text("Large"), "about": text("Large"), "sources": sourced});
    house.write(&editor, "series", "@series/large", json!("public"), series);
    let namesake = json!({
        "series": "@series/large", "slug": "now", "symbol": "LARGE26", "title": text("The namesake"),
        "summary": text("A round"), "standing": "announced",
        "dates": [{"from": "2026-11-24", "sources": sourced}], "initiators": [], "hosts": [], "organizers": [],
        "donors": [], "themes": [], "steps": [], "notes": [], "sources": sourced,
    });
    house.write(&editor, "round", "@round/namesake", json!("public"), namesake);
    for (page, said) in [
        ("/series/large?as_of=now&lang=en", "As of 24 November 2026"),
        ("/series/small?as_of=now&lang=en", "As of November 2026"),
        ("/series/small?as_of=LARGE26&lang=en", "As of 24 November 2026"),
    ] {
        let text = house.get(page, "").await.text;
        assert!(text.contains(said), "{page}: {text}");
    }
}
