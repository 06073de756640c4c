//! Search, counts, order and completion that tell of what is hidden.

use super::house::House;
use super::{others, redraft, share};
use serde_json::{Value, json};

const PAPER: &str = "@practice/paper";

async fn search(house: &House, cookie: &str, query: &str) -> Value {
    let answer = house.json(&format!("/search?q={query}"), cookie).await;
    serde_json::from_str(&answer.text).unwrap_or_else(|_| panic!("{}", answer.text))
}

/// kohler/hotcrp#135: beginning to type was enough to be shown words that stood on hidden things only. ckan/ckan#1580: the
/// completion listed private data sets.
#[tokio::test]
async fn search_revealing_hidden_things_no_beginning_of_a_word_of_a_draft_finds_or_counts_anything() {
    let house = House::new();
    house.draft(PAPER, "Porpoise");
    let word = "porpoise";
    for (who, cookie) in others(&house).await {
        for end in 1..=word.len() {
            let found = search(&house, &cookie, &word[..end]).await;
            let nothing = search(&house, &cookie, &"qzxjvwky"[..end]).await;
            // Only what one letter finds in what is open may differ.
            if end > 2 {
                assert_eq!(
                    (&found["count"], &found["facets"]),
                    (&nothing["count"], &nothing["facets"]),
                    "{who}: {}",
                    &word[..end]
                );
            }
            assert!(!found["hits"].to_string().contains("Porpoise"), "{who}");
        }
    }
    let ours = house.sign_in("@party/xaa", "xaa").await;
    assert_eq!(search(&house, &ours, "porp").await["count"], 1);
}

/// kohler/hotcrp#426 and openreview/openreview#351: a count, or an empty line, told of work that was hidden itself.
#[tokio::test]
async fn counts_revealing_hidden_things_a_word_of_a_newer_draft_does_not_find_what_was_shared_before() {
    let house = House::new();
    house.draft(PAPER, "Porpoise");
    share(&house, PAPER, json!({"round": "@round/now"}));
    let theirs = house.sign_in("@party/xbb", "xbb").await;
    let before = (search(&house, &theirs, "porpoise").await, search(&house, &theirs, "dolphin").await);
    redraft(&house, PAPER, "Dolphin");
    let after = (search(&house, &theirs, "porpoise").await, search(&house, &theirs, "dolphin").await);
    assert_eq!((&before.0["count"], &before.1["count"]), (&json!(1), &json!(0)));
    assert_eq!(before, after, "what was shared is found by what was shared");
}

/// discourse/discourse#41598, yahoo/elide#3415 and EasyCorp/EasyAdminBundle#7621: a list was put in the order of a value that
/// its reader could not see, and so told it bit by bit.
#[tokio::test]
async fn sorting_revealing_hidden_things_a_list_stands_in_the_order_of_what_its_reader_sees() {
    let house = House::new();
    for (record, word) in [("@practice/a", "Apple"), ("@practice/m", "Mango"), ("@practice/z", "Zebra")] {
        house.draft(record, word);
        share(&house, record, json!({"round": "@round/now"}));
    }
    let (ours, theirs) = (house.sign_in("@party/xaa", "xaa").await, house.sign_in("@party/xbb", "xbb").await);
    let sorts = ["title", "-title", "practice", "-topic", "at", "body", "owner", "-no", "content"];
    let mut before = Vec::new();
    for sort in sorts {
        before.push(house.get(&format!("/practices?sort={sort}&format=csv"), &theirs).await.text);
    }
    // For its own eyes the first is now the last.
    redraft(&house, "@practice/a", "Zzz");
    for (sort, before) in sorts.iter().zip(&before) {
        let after = house.get(&format!("/practices?sort={sort}&format=csv"), &theirs).await.text;
        assert_eq!(&after, before, "sorted by {sort}");
    }
    assert!(house.get("/practices", &ours).await.text.contains("Zzz"));
}

/// ckan/ckan#8957: the first page, which asked nobody, showed titles of private data sets.
#[tokio::test]
async fn lists_of_what_is_new_or_featured_the_first_pages_of_others_do_not_change_by_a_draft() {
    let house = House::new();
    let all = others(&house).await;
    let pages = [
        "/",
        "/series",
        "/series/small",
        "/series/small/rounds/now",
        "/sharing",
        "/states",
        "/states/XAA",
        "/submissions",
        "/api/parties",
    ];
    let mut before = Vec::new();
    for (_, cookie) in &all {
        for page in pages {
            before.push(house.get(page, cookie).await.text);
        }
    }
    house.draft(PAPER, "Porpoise");
    let mut before = before.into_iter();
    for (who, cookie) in &all {
        for page in pages {
            assert_eq!(house.get(page, cookie).await.text, before.next().unwrap(), "{who} at {page}");
        }
    }
}
