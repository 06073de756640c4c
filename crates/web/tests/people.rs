//! People through the router: who comes in, for whom he acts, whom he appoints, and what everybody else finds.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

mod porch;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use porch::{House, PASSWORD, link};

#[tokio::test]
async fn from_the_operators_link_to_a_coordinator_who_appoints_an_agency_expert() {
    let house = House::new();
    let operator = house.operator().await;
    let coordinator = house.state(&operator, "XAA").await;
    let ours = house.get("/people", &coordinator).await;
    assert_eq!(ours.status, StatusCode::OK);
    assert!(ours.text.contains("coordinator") && ours.text.contains("Somebody"));
    let invited = house.post("/people", &coordinator, "deed=invite&note=the+reader&role=reader").await;
    assert_eq!(invited.status, StatusCode::OK, "{}", invited.text);
    let reader = house.accept(&link(&invited), "reader").await;
    assert_eq!(house.get("/people", &reader).await.status, StatusCode::NOT_FOUND, "a reader appoints nobody");
    assert_eq!(house.get("/acting", &reader).await.status, StatusCode::OK);
}

#[tokio::test]
async fn who_is_not_the_operator_finds_no_page_of_his() {
    let house = House::new();
    let operator = house.operator().await;
    assert_eq!(house.get("/operator", &operator).await.status, StatusCode::OK);
    let coordinator = house.state(&operator, "XAA").await;
    assert_eq!(house.get("/operator", &coordinator).await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.post("/operator", &coordinator, "deed=create").await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.get("/people", &operator).await.status, StatusCode::NOT_FOUND, "he acts for nobody");
    assert_eq!(house.get("/operator", "").await.status, StatusCode::SEE_OTHER, "a stranger signs in first");
}

#[tokio::test]
async fn nobody_ends_the_mandates_of_another_state_and_nobody_ends_the_last_coordinators() {
    let house = House::new();
    let operator = house.operator().await;
    let (one, other) = (house.state(&operator, "XAA").await, house.state(&operator, "XAB").await);
    let page = house.get("/people", &one).await.text;
    let start = page.find("name=\"mandate\" value=\"").unwrap() + 22;
    let mandate = &page[start..start + 36];
    let theirs = house.post("/people", &other, &format!("deed=end&mandate={mandate}")).await;
    assert_eq!(theirs.status, StatusCode::UNPROCESSABLE_ENTITY);
    let last = house.post("/people", &one, &format!("deed=end&mandate={mandate}")).await;
    assert_eq!(last.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(last.text.contains("last coordinator"), "{}", last.text);
    assert_eq!(house.get("/people", &one).await.status, StatusCode::OK, "he still is");
}

#[tokio::test]
async fn a_form_from_another_site_does_nothing() {
    let house = House::new();
    let operator = house.operator().await;
    let request = Request::post("/sign-out")
        .header("host", "tamga.example")
        .header("origin", "https://elsewhere.example")
        .header("sec-fetch-site", "cross-site")
        .header("cookie", &operator);
    let answer = house.ask(request.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(house.get("/operator", &operator).await.status, StatusCode::OK, "still signed in");
}

#[tokio::test]
async fn a_used_link_an_unknown_link_and_a_stolen_address_lead_nowhere() {
    let house = House::new();
    let secret = house.people().invite(house.people().person(), true, "", None).unwrap();
    let address = format!("/invitations/{secret}");
    house.accept(&address, "operator").await;
    assert_eq!(house.get(&address, "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.get("/invitations/none", "").await.status, StatusCode::NOT_FOUND);
    let form = format!("login=operator&password={}&next=//elsewhere.example", PASSWORD.replace(' ', "+"));
    let signed = house.post("/sign-in", "", &form).await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER);
    assert_eq!(signed.headers["location"], "/", "never to another host");
}

#[tokio::test]
async fn what_was_typed_is_kept_but_the_password() {
    let house = House::new();
    let wrong = house.post("/sign-in", "", "login=minister&password=a+wrong+secret").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("value=\"minister\"") && !wrong.text.contains("wrong secret"));
    let secret = house.people().invite(house.people().person(), false, "note", None).unwrap();
    let form = "login=somebody&name=Some+Body&password=short";
    let short = house.post(&format!("/invitations/{secret}"), "", form).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(short.text.contains("value=\"Some Body\"") && short.text.contains("12"));
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let house = House::new();
    let operator = house.operator().await;
    let out = house.post("/sign-out", &operator, "").await;
    assert_eq!(out.status, StatusCode::SEE_OTHER);
    assert_eq!(house.get("/operator", &operator).await.status, StatusCode::SEE_OTHER);
    assert!(house.folder.path().exists());
}

#[tokio::test]
async fn a_refused_invitation_keeps_what_was_chosen_and_says_at_its_field_what_is_missing() {
    let house = House::new();
    let operator = house.operator().await;
    let coordinator = house.state(&operator, "XAA").await;
    let chosen = "deed=invite&note=Customs&role=contributor&note-verbale=Note+17&until=2027-05-01";
    let page = house.post("/people", &coordinator, chosen).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains("href=\"#agencies\">Name at least one agency"), "{}", page.text);
    for kept in
        ["value=\"Customs\"", "value=\"contributor\" checked", "value=\"Note 17\"", "value=\"2027-05-01\""]
    {
        assert!(page.text.contains(kept), "{kept}: {}", page.text);
    }
    let fresh = house.get("/people", &coordinator).await.text;
    assert!(fresh.contains("value=\"reader\" checked"), "whoever does not choose invites to the least");
}

#[tokio::test]
async fn a_translator_is_invited_to_named_texts_for_a_time() {
    let house = House::new();
    let operator = house.operator().await;
    let coordinator = house.state(&operator, "XAA").await;
    let page = house.get("/people", &coordinator).await.text;
    let start = page.find("name=\"mandate\" value=\"").unwrap() + 22;
    let record = &page[start..start + 36];
    let invites = |more: &str| format!("deed=invite&note=Words&role=translator{more}");
    let without = house.post("/people", &coordinator, &invites("")).await.text;
    assert!(without.contains("href=\"#texts\">Name at least one text"), "{without}");
    let wrong = house.post("/people", &coordinator, &invites("&texts=%2Fstates%2FXAA")).await.text;
    assert!(wrong.contains("names no record") && wrong.contains("/states/XAA"), "{wrong}");
    let text = format!("&texts=%2Frecords%2F{record}%2Fhistory");
    let endless = house.post("/people", &coordinator, &invites(&text)).await.text;
    assert!(endless.contains("href=\"#until\">A translator is given texts for a time"), "{endless}");
    let made = house.post("/people", &coordinator, &invites(&format!("{text}&until=2099-05-01"))).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text);
    let page = house.get(&link(&made), "").await.text;
    assert!(page.contains("XAA") && page.contains("invites you as translator"), "{page}");
}

#[tokio::test]
async fn a_link_that_opens_nothing_says_so_and_whom_to_ask_whatever_it_once_was() {
    let house = House::new();
    let secret = house.people().invite(house.people().person(), true, "", None).unwrap();
    let address = format!("/invitations/{secret}");
    let accepted = house.get(&address, "").await.text;
    assert!(accepted.contains("invited to run this installation"), "{accepted}");
    house.accept(&address, "operator").await;
    let (used, unknown) = (house.get(&address, "").await, house.get("/invitations/none", "").await);
    assert!(used.text.contains("Ask for a new one"), "{}", used.text);
    assert_eq!(used.text.replace(&secret, "none"), unknown.text);
}

#[tokio::test]
async fn whoever_signs_in_from_a_page_comes_back_to_it() {
    let page = House::new().get("/series?lang=en", "").await.text;
    assert!(page.contains("href=\"/sign-in?next=/series\""), "{page}");
}
