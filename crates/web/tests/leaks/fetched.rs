//! Documents that are fetched across owners by whoever knows their id.

use super::house::{House, encoded, id};
use super::{addresses, others, redraft, said, share};
use axum::http::StatusCode;
use serde_json::json;

const PAPER: &str = "@practice/paper";
const NOWHERE: &str = "@practice/nowhere";

/// bigcapitalhq/bigcapital#1093, makeplane/plane#8644 and faveosuite/faveo-invoicing-community#3685: what was found by its
/// id alone was handed to any account.
#[tokio::test]
async fn documents_fetched_across_owners_a_known_id_opens_nothing_at_any_address_in_any_form() {
    let house = House::new();
    house.draft(PAPER, "Porpoise");
    for (who, cookie) in others(&house).await {
        for (address, absent) in addresses(PAPER).into_iter().zip(addresses(NOWHERE)) {
            let (found, nothing) = (house.get(&address, &cookie).await, house.get(&absent, &cookie).await);
            assert_eq!(said(&found, PAPER), said(&nothing, NOWHERE), "{who} at {address}");
            let json = house.json(&address, &cookie).await;
            assert!(!json.text.contains("Porpoise"), "{who} at {address}");
        }
    }
}

/// The same: also what is changed or deleted was found by its id alone.
#[tokio::test]
async fn documents_changed_across_owners_a_known_id_and_a_known_form_do_nothing() {
    let house = House::new();
    house.draft(PAPER, "Porpoise");
    let ours = house.sign_in("@party/xaa", "xaa").await;
    let address = format!("/records/{}/share", id(PAPER));
    let told = house.get(&format!("{address}?with=public"), &ours).await;
    let fields = ["content", "act", "shown"].map(|name| format!("{name}={}", encoded(&told.field(name))));
    let form = format!("deed=share&with=public&{}", fields.join("&"));
    for (who, cookie) in others(&house).await {
        let sent = house.post(&address, &cookie, &form).await;
        assert_ne!(sent.status, StatusCode::OK, "{who}");
        assert!(!sent.text.contains("Porpoise"), "{who}");
        assert!(!house.sees("@party/xbb", PAPER), "{who} has opened it");
    }
    let done = house.post(&address, &ours, &form).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "the form itself was good: {}", done.text);
}

/// objectstack-ai/objectstack#2990: a file stayed open at the address from which it had once been read.
#[tokio::test]
async fn documents_fetched_after_they_were_withdrawn_the_old_address_tells_nothing_but_that() {
    let house = House::new();
    house.draft(PAPER, "Porpoise");
    share(&house, PAPER, json!({"named": ["@party/xbb"]}));
    let theirs = house.sign_in("@party/xbb", "xbb").await;
    let token = house.token("@party/xbb", &theirs, false);
    assert!(house.get(&addresses(PAPER)[0], &theirs).await.text.contains("Porpoise"));
    let audience = json!({"type": "readers", "label": "named", "parties": [house.actor("@party/xbb").owner.to_string()]});
    let act = json!({"act": "withdraw", "record": PAPER, "from": audience});
    house.perform(&house.actor("@party/xaa"), act);
    redraft(&house, PAPER, "Dolphin");
    let mut places = addresses(PAPER);
    places.extend(
        ["/search?q=Porpoise", "/practices", "/practices?format=csv", "/api/records?kind=review.practice"]
            .map(str::to_owned),
    );
    for address in places.iter().filter(|address| !address.contains("history")) {
        for answer in [
            house.get(address, &theirs).await,
            house.json(address, &theirs).await,
            house.get_with_token(address, &token).await,
        ] {
            let seen = answer.text.replace("q=Porpoise", "").replace("value=\"Porpoise\"", "");
            let echoed = address.contains("/search");
            assert!(!seen.contains("Dolphin") && (echoed || !seen.contains("Porpoise")), "{address}: {seen}");
        }
    }
    let search = house.json("/search?q=Porpoise", &theirs).await;
    assert!(search.text.contains("\"count\":0"), "{}", search.text);
    let history = house.get_with_token(&format!("/api/records/{}/history", id(PAPER)), &token).await;
    assert!(history.text.contains("withdrawn") && !history.text.contains("Dolphin"), "{}", history.text);
}
