//! Acting: any act, in the form that files of acts have.

use crate::house::House;
use axum::http::StatusCode;
use ledger::owner::Origin;
use review::shorthand::record_of;
use serde_json::{Value, json};

#[tokio::test]
async fn an_act_is_done_and_its_answer_names_what_was_written() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let token = house.wide(&state);
    let act = house.contact(&state, "@contact/a", "Office");
    let done = house.act(&token, &act).await;
    assert_eq!(done.status, StatusCode::CREATED, "{}", done.text);
    let done = done.json();
    assert_eq!((&done["done"], &done["id"]), (&json!("now"), &act["id"]));
    let written = &done["written"][0];
    assert_eq!(written["record"], record_of("@contact/a").to_string());
    assert_eq!((&written["kind"], &written["audience"]), (&json!("review.contact"), &json!({"type": "own"})));
    let read = house.get_as(&format!("/api/records/{}", record_of("@contact/a")), &token).await.json();
    assert_eq!((&read["version"], &read["content"]), (&written["version"], &written["content"]));
    assert_eq!(read["role"], "coordinator");
}

#[tokio::test]
async fn the_same_act_again_does_nothing_twice_and_says_so() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let token = house.wide(&state);
    let act = house.contact(&state, "@contact/a", "Office");
    let first = house.act(&token, &act).await.json();
    let before = house.site.desk.figures().versions;
    let again = house.act(&token, &act).await;
    assert_eq!(again.status, StatusCode::OK);
    assert_eq!(again.json()["done"], "before");
    assert_eq!(again.json()["written"], first["written"], "whoever lost the answer gets it now");
    assert_eq!(house.site.desk.figures().versions, before);
}

#[tokio::test]
async fn an_edit_names_what_it_edits_and_is_refused_if_that_is_not_the_newest() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let token = house.wide(&state);
    let first = house.act(&token, &house.contact(&state, "@contact/a", "Office")).await.json();
    let base = first["written"][0]["content"].clone();
    let mut edit = house.contact(&state, "@contact/a", "Office of licences");
    edit["base"] = base.clone();
    assert_eq!(house.act(&token, &edit).await.status, StatusCode::CREATED);
    let mut stale = house.contact(&state, "@contact/a", "Office of borders");
    stale["base"] = base;
    let refused = house.act(&token, &stale).await;
    assert_eq!((refused.status, refused.problem().as_str()), (StatusCode::CONFLICT, "refusal-base-stale"));
    assert_eq!(refused.json()["at"], "/base");
    let unnamed = house.act(&token, &house.contact(&state, "@contact/a", "Office of lakes")).await;
    assert_eq!(unnamed.problem(), "refusal-base-stale");
}

#[tokio::test]
async fn a_refusal_names_its_rule_its_field_and_what_it_is_made_of_in_the_readers_language() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let bearer = format!("Bearer {}", house.wide(&state));
    let mut act = house.contact(&state, "@contact/a", "Office");
    act["body"]["url"] = json!("ftp://lake.example");
    let headers = [("authorization", bearer.as_str()), ("accept-language", "ru")];
    let refused = house.post("/api/acts", &headers, act.to_string()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.headers["content-language"], "ru");
    let problem = refused.json();
    assert_eq!(problem["type"], "/api#refusal-url-malformed");
    assert_eq!(problem["at"], "/body/url");
    assert_eq!(problem["arguments"], json!({"url": "ftp://lake.example"}));
    assert_eq!(problem["title"], "Действие не совершено");
    assert!(problem["detail"].as_str().unwrap().contains("ftp://lake.example"));
    let theme = json!({"act": "theme", "id": house.people().person(), "record": "@theme/x",
        "body": {"label": "x", "name": {"en": "x", "ru": "x"}}});
    let in_russian = house.post("/api/acts", &headers, theme.to_string()).await.json();
    assert_eq!(in_russian["detail"], "Это могут сделать только: редактор.");
    let role = house.act(&house.wide(&state), &theme).await;
    assert_eq!(
        (role.status, role.problem().as_str()),
        (StatusCode::UNPROCESSABLE_ENTITY, "refusal-role-needed")
    );
    assert_eq!(role.json()["arguments"], json!({"role": "editor"}));
}

#[tokio::test]
async fn a_record_of_another_state_cannot_be_written_whether_it_is_seen_or_not() {
    let house = House::new();
    let (one, other) = (house.state("XAA", Origin::Real), house.state("XAB", Origin::Real));
    let token = house.wide(&other);
    house.draft(&one, "@contact/hidden", "Chancery");
    let hidden = house.act(&token, &house.contact(&other, "@contact/hidden", "Office")).await;
    assert_eq!((hidden.status, hidden.problem().as_str()), (StatusCode::CONFLICT, "refusal-id-taken"));
    assert!(!hidden.text.contains("Chancery"));
    let mut seen = json!({"act": "party", "id": house.people().person(), "record": one.party, "base": "newest",
        "audience": "public", "body": {"label": "XAA", "sort": "state", "name": {"en": "x", "ru": "x"}, "sources": []}});
    assert_eq!(house.act(&token, &seen).await.problem(), "refusal-not-owner");
    seen["record"] = json!(record_of("@party/mine"));
    assert_ne!(house.act(&token, &seen).await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn sharing_writes_the_same_content_for_other_readers() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let token = house.wide(&state);
    let first = house.act(&token, &house.contact(&state, "@contact/a", "Office")).await.json();
    let content = &first["written"][0]["content"];
    let share = json!({"act": "share", "id": house.people().person(), "record": record_of("@contact/a"),
        "content": content, "with": "public"});
    let shared = house.act(&token, &share).await;
    assert_eq!(shared.status, StatusCode::CREATED, "{}", shared.text);
    assert_eq!(shared.json()["written"][0]["content"], *content);
    let public = house.get(&format!("/api/records/{}", record_of("@contact/a"))).await.json();
    assert_eq!(public["content"], *content);
    assert_eq!(public["no"], 1, "the first for these readers: nothing tells of the draft");
}

#[tokio::test]
async fn a_browsers_session_acts_only_from_a_page_of_this_site_and_with_a_fresh_sign_in() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let act = house.contact(&state, "@contact/a", "Office").to_string();
    let cookie = ("cookie", state.session.as_str());
    let foreign = [cookie, ("origin", "https://elsewhere.example"), ("sec-fetch-site", "cross-site")];
    let refused = house.post("/api/acts", &foreign, act.clone()).await;
    assert_eq!((refused.status, refused.problem().as_str()), (StatusCode::FORBIDDEN, "error-elsewhere"));
    let other_origin = [cookie, ("origin", "https://elsewhere.example")];
    assert_eq!(house.post("/api/acts", &other_origin, act.clone()).await.status, StatusCode::FORBIDDEN);
    let plain = [cookie, ("content-type", "text/plain")];
    let form = house.post("/api/acts", &plain, act.clone()).await;
    assert_eq!(form.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "what a foreign form could send is not read");
    let own = [cookie, ("origin", "http://tamga.example"), ("sec-fetch-site", "same-origin")];
    assert_eq!(house.post("/api/acts", &own, act).await.status, StatusCode::CREATED);
    house.clock.forward(1);
    let later = house.contact(&state, "@contact/b", "Office").to_string();
    let secret = house
        .people()
        .sign_in("XAA", "a lake between two mountains", None, &desk::sign_in::Browser::default())
        .unwrap();
    let mut signed = house.people().who(&secret).unwrap().unwrap();
    signed.session.fresh = "2026-11-01T00:00:00.000Z".parse().unwrap();
    house.people().people().touch_session(&signed.session).unwrap();
    let old = [("cookie", &*format!("session={secret}"))];
    let refused = house.post("/api/acts", &old, later).await;
    assert_eq!((refused.status, refused.problem().as_str()), (StatusCode::FORBIDDEN, "api-not-fresh"));
}

#[tokio::test]
async fn very_many_acts_at_once_have_to_wait() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let token = house.wide(&state);
    (0..200).for_each(|_| house.people().acted(state.actor.owner));
    let waits = house.act(&token, &house.contact(&state, "@contact/a", "Office")).await;
    assert_eq!((waits.status, waits.problem().as_str()), (StatusCode::TOO_MANY_REQUESTS, "api-too-fast"));
    assert_eq!(waits.headers["retry-after"], "1");
    house.clock.forward(1);
    let done = house.act(&token, &house.contact(&state, "@contact/a", "Office")).await;
    assert_eq!(done.status, StatusCode::CREATED);
}

#[tokio::test]
async fn every_act_there_is_can_be_handed_in_and_is_read_by_its_own_form() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let token = house.wide(&state);
    for word in review::act::WORDS {
        let act = json!({"act": word, "id": house.people().person(), "nothing": 1});
        let refused = house.act(&token, &act).await;
        assert_eq!(refused.problem(), "refusal-act-form", "{word}");
        let form = house.get(&format!("/api/acts/{word}")).await.json();
        let needed: Vec<&Value> = form["form"]["required"].as_array().unwrap().iter().collect();
        assert!(needed.contains(&&json!("id")), "{word}");
    }
}
