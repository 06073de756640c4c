//! Reading: the same views as pages, and nothing of what a view does not hold.

use crate::house::{House, all};
use axum::http::StatusCode;
use ledger::owner::Origin;
use review::shorthand::record_of;
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[tokio::test]
async fn a_stranger_reads_what_is_public_page_by_page_each_record_once_and_whole() {
    let house = House::new();
    let records = all(&house, "/api/records?limit=7", None).await;
    let ids: Vec<&str> = records.iter().map(|record| record["record"].as_str().unwrap()).collect();
    assert!(ids.is_sorted(), "in the order of their ids");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    assert!(ids.len() > 30, "{}", ids.len());
    let record = record_of("@series/croatia-poland");
    let series = records.iter().find(|one| one["record"] == record.to_string()).unwrap();
    assert_eq!(series["kind"], "review.series");
    assert_eq!(series["body"]["slug"], "croatia-poland");
    assert_eq!(series["owner"]["sort"], "editor");
    assert_eq!(series["audience"], json!({"type": "public"}));
    assert_eq!(series["address"], "/series/croatia-poland");
    assert!(series["version"].as_str().unwrap().starts_with("sha256:"));
    let alone = house.get(&format!("/api/records/{record}")).await;
    assert_eq!(alone.json(), *series);
    assert_eq!(alone.headers["content-type"], "application/json");
}

#[tokio::test]
async fn records_are_found_by_kind_by_owner_and_by_what_they_are_about() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    house.draft(&state, "@contact/a", "Office");
    let token = house.wide(&state);
    let rounds = all(&house, "/api/records?kind=review.round", None).await;
    assert!(!rounds.is_empty() && rounds.iter().all(|round| round["kind"] == "review.round"));
    let round = rounds[0]["record"].as_str().unwrap();
    let about = all(&house, &format!("/api/records?about={round}"), None).await;
    assert!(about.iter().any(|one| one["kind"] == "review.delegation"));
    assert!(about.iter().all(|one| one["body"].to_string().contains(round)));
    let both = all(&house, &format!("/api/records?about={round}&kind=review.session"), None).await;
    assert!(both.iter().all(|one| one["kind"] == "review.session"));
    let own = all(&house, &format!("/api/records?owner={}", state.actor.owner), Some(&token)).await;
    let kinds: BTreeSet<&str> = own.iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, BTreeSet::from(["review.contact", "review.mandate", "review.party"]));
    let none = house.get(&format!("/api/records?about={}", record_of("@nothing"))).await;
    assert_eq!(none.json(), json!({"records": []}));
}

#[tokio::test]
async fn a_draft_is_read_by_its_own_state_and_changes_no_byte_for_anybody_else() {
    let house = House::new();
    let (one, other) = (house.state("XAA", Origin::Real), house.state("XAB", Origin::Real));
    let (mine, theirs) = (house.wide(&one), house.wide(&other));
    let record = record_of("@contact/hidden");
    let places = [
        "/api/records".to_owned(),
        "/api/records?kind=review.contact".to_owned(),
        format!("/api/records?owner={}", one.actor.owner),
        format!("/api/records?about={}", one.party),
        format!("/api/records/{record}"),
        format!("/api/records/{record}/history"),
        format!("/api/records/{}/history", one.party),
        "/api/search?q=chancery".to_owned(),
        "/api/parties".to_owned(),
        "/api/kinds".to_owned(),
        "/contacts".to_owned(),
        "/search?q=chancery".to_owned(),
    ];
    let mut before = Vec::new();
    for place in &places {
        before.push((house.get(place).await.text, house.get_as(place, &theirs).await.text));
    }
    house.draft(&one, "@contact/hidden", "Chancery of the lake");
    for (place, before) in places.iter().zip(before) {
        let now = (house.get(place).await.text, house.get_as(place, &theirs).await.text);
        assert_eq!(now, before, "{place}");
    }
    let found = house.get_as("/api/search?q=chancery", &mine).await.json();
    assert_eq!(found["count"], 1);
    assert_eq!(found["records"][0]["record"], record.to_string());
    let whole = house.get_as(&format!("/api/records/{record}"), &mine).await;
    assert_eq!(whole.json()["body"]["post"]["in"]["en"]["words"], "Chancery of the lake");
    let session = house.get_with(&format!("/api/records/{record}"), &[("cookie", &one.session)]).await;
    assert_eq!(session.json(), whole.json(), "the session of a browser reads the same");
}

#[tokio::test]
async fn hidden_and_absent_get_the_same_answer_byte_for_byte() {
    let house = House::new();
    let (one, other) = (house.state("XAA", Origin::Real), house.state("XAB", Origin::Real));
    let hidden = house.draft(&one, "@contact/hidden", "Chancery");
    let absent = record_of("@contact/absent");
    let theirs = house.wide(&other);
    for place in ["", "/history"] {
        let paths = [hidden, absent].map(|record| format!("/api/records/{record}{place}"));
        for token in [None, Some(theirs.as_str())] {
            let mut answers = Vec::new();
            for path in &paths {
                let answer = match token {
                    Some(token) => house.get_as(path, token).await,
                    None => house.get(path).await,
                };
                assert_eq!(answer.status, StatusCode::NOT_FOUND);
                assert_eq!(answer.problem(), "error-not-found");
                let headers: Vec<String> =
                    answer.headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
                answers.push((answer.text, headers));
            }
            assert_eq!(answers[0], answers[1]);
        }
    }
    let nowhere = house.get("/api/nowhere").await;
    assert_eq!(nowhere.text, house.get(&format!("/api/records/{hidden}")).await.text);
    assert_eq!(nowhere.text, house.get("/api/records/not-an-id").await.text);
}

#[tokio::test]
async fn the_past_is_what_was_known_then() {
    let house = House::new();
    let now = house.get("/api/records?kind=review.round").await.json();
    let then = house.get("/api/records?kind=review.round&as_of=2012").await.json();
    assert!(!now["records"].as_array().unwrap().is_empty());
    assert_eq!(then, json!({"records": []}));
    let bad = house.get("/api/records?as_of=yesterday").await;
    assert_eq!((bad.status, bad.problem().as_str()), (StatusCode::BAD_REQUEST, "error-as-of"));
    let future = house.get("/api/records?as_of=9999").await;
    assert_eq!((future.status, future.problem().as_str()), (StatusCode::BAD_REQUEST, "error-as-of-future"));
}

#[tokio::test]
async fn a_history_tells_each_version_and_what_became_of_it() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let record = house.draft(&state, "@contact/a", "Office");
    let token = house.wide(&state);
    house
        .acts(&state.actor, json!({"act": "share", "record": record, "content": "newest", "with": "public"}));
    house.acts(&state.actor, json!({"act": "withdraw", "record": record, "from": {"type": "public"}}));
    let whole = house.get_as(&format!("/api/records/{record}/history"), &token).await.json();
    let states: Vec<&Value> =
        whole["versions"].as_array().unwrap().iter().map(|version| &version["state"]).collect();
    assert_eq!(states, ["said", "said", "withdrawn"]);
    let public = house.get(&format!("/api/records/{record}/history")).await.json();
    assert_eq!(public["versions"].as_array().unwrap().len(), 2, "the draft is not among them");
    assert!(public["versions"][1].get("body").is_none());
    assert_eq!(house.get(&format!("/api/records/{record}")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_search_finds_in_either_language_and_goes_on_page_by_page() {
    let house = House::new();
    let first = house.get("/api/search?q=round&limit=2").await.json();
    let count = first["count"].as_u64().unwrap();
    assert!(count > 2);
    assert_eq!(first["records"].as_array().unwrap().len(), 2);
    assert_eq!(first["next"], "/api/search?q=round&limit=2&page=2");
    let all = all(&house, "/api/search?q=round&limit=2", None).await;
    assert_eq!(all.len() as u64, count);
    let russian = house.get("/api/search?q=%D1%80%D0%B0%D1%83%D0%BD%D0%B4").await.json();
    assert!(russian["count"].as_u64().unwrap() > 0);
    let long = house.get(&format!("/api/search?q={}", "a".repeat(300))).await;
    assert_eq!((long.status, long.problem().as_str()), (StatusCode::BAD_REQUEST, "refusal-text-too-long"));
}

#[tokio::test]
async fn kinds_acts_and_parties_are_named_in_the_readers_language() {
    let house = House::new();
    for (language, round, sharing) in [("en", "round", "Sharing"), ("ru", "раунд", "Представление")]
    {
        let kinds = house.get(&format!("/api/kinds?lang={language}")).await;
        assert_eq!(kinds.headers["content-language"], language);
        assert!(kinds.headers.get("set-cookie").is_none(), "a program chooses nothing for a browser");
        let named = |list: &Value, key: &str, word: &str| {
            let found = list.as_array().unwrap().iter().find(|one| one[key] == word).unwrap();
            found["name"].as_str().unwrap().to_owned()
        };
        assert_eq!(named(&kinds.json()["kinds"], "kind", "review.round"), round);
        let acts = house.get_with("/api/acts", &[("accept-language", language)]).await.json();
        assert_eq!(named(&acts["acts"], "act", "share"), sharing);
        assert_eq!(named(&acts["acts"], "act", "round"), round);
    }
    let parties = house.get("/api/parties").await.json();
    let croatia =
        parties["parties"].as_array().unwrap().iter().find(|party| party["label"] == "HRV").unwrap();
    assert_eq!((&croatia["sort"], &croatia["owner"]["sort"]), (&json!("state"), &json!("editor")));
}

#[tokio::test]
async fn the_schema_of_a_kind_and_of_an_act_stands_alone() {
    let house = House::new();
    let kind = house.get("/api/kinds/review.question").await.json();
    assert!(kind["body"]["$defs"].get("Text").is_some());
    let act = house.get("/api/acts/question").await.json();
    assert_eq!(act["form"]["properties"]["act"], json!({"const": "question"}));
    for nowhere in ["/api/kinds/review.nothing", "/api/kinds/x", "/api/acts/nothing"] {
        let answer = house.get(nowhere).await;
        assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::NOT_FOUND, "error-not-found"));
    }
}

#[tokio::test]
async fn the_exercise_is_read_and_acted_in_below_its_own_address_only() {
    let house = House::new();
    let fiction = house.state("XBR", Origin::Exercise);
    let token = house.wide(&fiction);
    house.draft(&fiction, "@contact/x", "Office");
    let labels = |page: &Value| page["parties"].as_array().unwrap().iter().any(|one| one["label"] == "XBR");
    assert!(labels(&house.get_as("/exercise/api/parties", &token).await.json()));
    assert!(!labels(&house.get_as("/api/parties", &token).await.json()));
    let contacts = house.get_as("/exercise/api/records?kind=review.contact&limit=1", &token).await.json();
    assert_eq!(contacts["records"].as_array().unwrap().len(), 1);
    let elsewhere = house.act(&token, &house.contact(&fiction, "@contact/y", "Office")).await;
    assert_eq!((elsewhere.status, elsewhere.problem().as_str()), (StatusCode::FORBIDDEN, "api-other-world"));
    let bearer = format!("Bearer {token}");
    let act = house.contact(&fiction, "@contact/y", "Office").to_string();
    let here = house.post("/exercise/api/acts", &[("authorization", &bearer)], act).await;
    assert_eq!(here.status, StatusCode::CREATED, "{}", here.text);
    let page = house.get("/exercise/api/nowhere").await;
    assert_eq!(page.problem(), "error-not-found");
}
