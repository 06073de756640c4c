//! What is hidden by the browser only, and what the browser may claim.

use super::house::{House, id};
use super::{redraft, share};
use axum::body::Body;
use axum::http::Request;
use serde_json::json;

const PAPER: &str = "@practice/paper";

/// FCC-Alumni/alumni-network#234 and inspirehep/inspire-next#3146: the server sent all, and the page hid what was private.
#[tokio::test]
async fn private_flags_applied_in_the_browser_what_a_page_does_not_show_is_not_sent() {
    let house = House::new();
    house.draft(PAPER, "Porpoise");
    share(&house, PAPER, json!({"round": "@round/now"}));
    redraft(&house, PAPER, "Dolphin");
    let theirs = house.sign_in("@party/xbb", "xbb").await;
    let token = house.token("@party/xbb", &theirs, true);
    let address = format!("/practices/{}", id(PAPER));
    let person = house.actor("@party/xaa").by.person.to_string();
    let mandate = house.actor("@party/xaa").by.mandate.to_string();
    let places = [
        address,
        format!("/api/records/{}", id(PAPER)),
        format!("/api/records/{}/history", id(PAPER)),
        format!("/records/{}/history", id(PAPER)),
        "/practices".into(),
        "/api/me".into(),
    ];
    for place in places {
        for answer in [
            house.get(&place, &theirs).await,
            house.json(&place, &theirs).await,
            house.get_with_token(&place, &token).await,
        ] {
            let sent = format!("{:?}{}", answer.headers, answer.text);
            for hidden in ["Dolphin", "\"type\":\"own\"", &person, &mandate] {
                assert!(!sent.contains(hidden), "{hidden} at {place}: {sent}");
            }
        }
    }
}

/// The same from the other side (vz-risk/VCDB#22880: one query, with another one's name in it, was enough): whose eyes a
/// page has is nothing that a request may claim.
#[tokio::test]
async fn claims_of_the_browser_no_parameter_cookie_or_header_gives_other_eyes() {
    let house = House::new();
    house.draft(PAPER, "Porpoise");
    let theirs = house.sign_in("@party/xbb", "xbb").await;
    let (owner, record) = (house.actor("@party/xaa").owner.to_string(), id("@party/xaa").to_string());
    let mandate = house.actor("@party/xaa").by.mandate.to_string();
    let address = format!("/practices/{}", id(PAPER));
    for (name, value) in [
        ("reader", &record),
        ("as", &record),
        ("acts_for", &owner),
        ("owner", &owner),
        ("acting", &mandate),
        ("world", &owner),
        ("audience", &owner),
    ] {
        for cookie in [theirs.clone(), format!("{theirs}; {name}={value}"), format!("{name}={value}")] {
            for path in [
                format!("{address}?{name}={value}"),
                format!("/practices?{name}={value}"),
                format!("/search?q=Porpoise&{name}={value}"),
            ] {
                let answer = house.get(&path, &cookie).await;
                assert!(!answer.text.contains("On the wall"), "{path} with {cookie}");
            }
        }
        let request = Request::get(&address)
            .header("cookie", &theirs)
            .header(format!("x-{}", name.replace('_', "-")), value);
        let request = request
            .header("x-forwarded-user", "xaa")
            .header("x-original-url", "/")
            .header("x-http-method-override", "PUT");
        assert_eq!(house.ask(request.body(Body::empty()).unwrap()).await.status, 404, "{name}");
    }
    let chosen = house.post("/acting", &theirs, &format!("mandate={mandate}")).await;
    assert!(!chosen.text.contains("Porpoise"));
    assert_eq!(house.get(&address, &theirs).await.status, 404, "nor another one's mandate");
}
