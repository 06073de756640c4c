//! Ids that can be guessed, and numbers that count what is hidden.

use super::house::{House, encoded, id};
use super::{redraft, share};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// slickage/baron#14: ids drawn one after the other differed in their last digits, so that from one's own one came to others'.
#[tokio::test]
async fn predictable_ids_what_is_drawn_one_after_the_other_has_nothing_in_common() {
    let house = House::new();
    house.draft("@practice/paper", "Porpoise");
    let ours = house.sign_in("@party/xaa", "xaa").await;
    let mut drawn: Vec<Vec<String>> = vec![Vec::new(); 4];
    for _ in 0..24 {
        let told = house.get(&format!("/records/{}/share?with=public", id("@practice/paper")), &ours).await;
        drawn[0].push(told.field("act"));
        drawn[1].push(house.people().person().to_string());
        drawn[2].push(house.people().invite(house.people().person(), false, "", None).unwrap());
        drawn[3].push(house.token("@party/xaa", &ours, false).trim_start_matches("tamga_").to_owned());
    }
    for of_sort in &drawn {
        let (distinct, sorted): (BTreeSet<&String>, bool) = (of_sort.iter().collect(), of_sort.is_sorted());
        let beginnings: BTreeSet<&str> = of_sort.iter().map(|one| &one[..8]).collect();
        assert!(distinct.len() == 24 && beginnings.len() == 24 && !sorted, "{of_sort:?}");
    }
    for uuid in drawn[0].iter().chain(&drawn[1]) {
        assert_eq!(&uuid[14..15], "4", "a random one, without time or machine in it: {uuid}");
    }
    for secret in drawn[2].iter().chain(&drawn[3]) {
        assert_eq!(secret.len(), 64, "256 bits: {secret}");
    }
}

/// The same for numbers: how much was drafted must not be counted from outside.
#[tokio::test]
async fn predictable_numbers_the_first_shared_revision_is_the_first_however_much_was_drafted() {
    let house = House::new();
    house.draft("@practice/paper", "Porpoise");
    for word in ["Dolphin", "Narwhal", "Beluga", "Orca"] {
        redraft(&house, "@practice/paper", word);
    }
    share(&house, "@practice/paper", json!({"round": "@round/now"}));
    let theirs = house.sign_in("@party/xbb", "xbb").await;
    let token = house.token("@party/xbb", &theirs, false);
    let told = house.get_with_token(&format!("/api/records/{}", id("@practice/paper")), &token).await.text;
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["no"], 1);
    let page = house.get(&format!("/practices/{}", id("@practice/paper")), &theirs).await.text;
    assert!(page.contains("Shared rev. 1,"), "{page}");
}

/// Growth-Circle/cadis#1191: who counts up finds what others have open. Secrets of links answer alike, whether there was one or not.
#[tokio::test]
async fn predictable_links_an_ended_link_answers_as_one_that_never_was() {
    let house = House::new();
    let operator = house.operator("operator").await;
    let secret = house.people().invite(house.people().person(), false, "For the minister", None).unwrap();
    house.wait(15 * 24 * 60);
    let ended = house.get(&format!("/invitations/{secret}"), "").await;
    let never = house.get(&format!("/invitations/{}", "0".repeat(64)), "").await;
    let plain =
        |text: &str| text.replace(&secret, "·").replace(&"0".repeat(64), "·").replace(&encoded(&secret), "·");
    assert_eq!((ended.status, plain(&ended.text)), (never.status, plain(&never.text)));
    assert!(!ended.text.contains("minister"));
    drop(operator);
}
