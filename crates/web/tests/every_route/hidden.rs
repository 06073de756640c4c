//! Nothing of what is hidden stands on any page, and hidden answers as absent does.

use super::bench::House;
use super::bench::ask::{Answer, As};
use super::bench::crawl::crawl;
use super::bench::marks;
use super::bench::targets::{self, EXERCISE, filled, is_record, parameters, patterns, whole};
use super::bench::visitors::Visitor;
use ledger::audience::Audience;
use ledger::id::RecordId;
use review::act::WORDS;
use std::collections::{BTreeMap, BTreeSet};

/// The acts that write no record of their own over which a draft could stand.
const NO_DRAFT: [&str; 6] = ["adopt", "share", "withdraw", "erase", "mandate", "catalogue_map"];

#[tokio::test]
async fn no_word_and_no_id_of_what_is_hidden_stands_on_any_page_in_any_form() {
    let house = House::new();
    let visitors = house.visitors().await;
    let planted = house.plant(|_| true);
    for word in WORDS.iter().filter(|word| !NO_DRAFT.contains(word)) {
        let hidden = planted.drafts.contains(*word) || planted.records.contains(*word);
        assert!(
            hidden,
            "nothing hidden of the act \"{word}\": plant some in bench/plant.rs. {:?}",
            planted.refused
        );
    }
    let all = house.all();
    let targets = house.targets(&all);
    assert!(all.marks.len() > 1500 && targets.len() > 800, "{} {}", all.marks.len(), targets.len());
    let mut wrong = Vec::new();
    for visitor in &visitors {
        // Who has the eyes of another looks at a part only.
        let alike = ["operator", "reader", "chair"].iter().any(|word| visitor.name.ends_with(word));
        let step = if alike && !whole() { 5 } else { 1 };
        let some: Vec<String> = targets.iter().step_by(step).cloned().collect();
        let found = crawl(visitor, &all, &some).await;
        assert!(found.pages > some.len(), "{}: {} pages", visitor.name, found.pages);
        wrong.extend(found.wrong);
    }
    assert!(wrong.is_empty(), "{} leaks, such as {:#?}", wrong.len(), &wrong[..wrong.len().min(20)]);
}

#[tokio::test]
async fn everybody_sees_some_of_what_is_not_public_so_that_the_marks_are_really_looked_for() {
    let house = House::new();
    let all = house.all();
    for visitor in house.visitors().await.iter().filter(|visitor| visitor.eyes.owner.is_some()) {
        let page = visitor.browser.page(&format!("{EXERCISE}/search?q={}", marks::COMMON)).await;
        let seen = marks::within(&page.text);
        let stranger = super::bench::kept::Eyes::default();
        let foreign: BTreeSet<String> = all.hidden_in(&page.text, &stranger);
        assert!(!seen.is_empty(), "{}", visitor.name);
        if visitor.eyes.texts.is_none() {
            assert!(!foreign.is_empty(), "{} sees nothing that a stranger does not", visitor.name);
        }
    }
}

#[tokio::test]
async fn a_record_that_is_hidden_answers_to_the_byte_as_one_that_is_absent() {
    let house = House::new();
    let visitors = house.visitors().await;
    house.plant(|_| true);
    let all = house.all();
    let absent = RecordId::from_chance([0xab; 16]).to_string();
    let (mut tried, mut turn) = (BTreeMap::new(), 0);
    for visitor in &visitors {
        let hidden = all.hidden_records(&visitor.eyes);
        let of_kind: BTreeMap<&str, RecordId> = (all.versions.iter())
            .filter(|version| hidden.contains(&version.record))
            .map(|version| (version.kind.as_str(), version.record))
            .collect();
        for pattern in patterns() {
            let Some(name) = parameters(&pattern).into_iter().find(|name| is_record(name)) else { continue };
            for record in of_kind.values().map(RecordId::to_string) {
                let at = |id: &str| filled(&pattern, &BTreeMap::from([(name, id.to_owned())]));
                // Each kind in one form a visitor, so that all meet all.
                turn += 1;
                let more = ["?as_of=2026-10-10", "?lang=ru", "", "?format=csv", "?q=x&sort=-name"];
                // The API takes no parameter that it does not know.
                let more = more[turn % if pattern.contains("/api/") { 3 } else { 5 }];
                let form = if turn % 3 == 0 { As::Json } else { As::Page };
                let hidden = visitor.browser.get(&format!("{}{more}", at(&record)), form).await;
                let nothing = visitor.browser.get(&format!("{}{more}", at(&absent)), form).await;
                let to_sign_in = hidden.header("location").starts_with("/sign-in?next=");
                let shut = hidden.status == 404 || (visitor.name == "stranger" && to_sign_in);
                assert!(shut, "{} at {}: {}", visitor.name, at(&record), hidden.status);
                alike(&hidden, &record, &nothing, &absent, &format!("{} at {pattern}{more}", visitor.name));
                *tried.entry(pattern.clone()).or_insert(0) += 1;
            }
        }
    }
    assert!(tried.values().all(|count| *count > 100) && tried.len() > 8, "{tried:?}");
}

fn alike(one: &Answer, named: &str, other: &Answer, absent: &str, whose: &str) {
    let plain = |answer: &Answer, id: &str| {
        let headers = format!("{:?}", answer.headers).replace(id, "·");
        (answer.status, headers, answer.text.replace(id, "·"))
    };
    assert_eq!(plain(one, named), plain(other, absent), "{whose}");
}

#[tokio::test]
async fn whoever_may_not_read_a_record_of_the_address_finds_nothing_there() {
    let house = House::new();
    let visitors = house.visitors().await;
    let all = house.all();
    let (mut open, mut shut, mut lost) = (0, 0, 0);
    for visitor in &visitors {
        let hidden = all.hidden_records(&visitor.eyes);
        for record in house.some_records(&all) {
            for place in ["", "/history"] {
                let address = format!("{EXERCISE}/records/{record}{place}");
                let status = visitor.browser.page(&address).await.status;
                let expected = !hidden.contains(&record);
                // A record that stands on a page of its own, or with others, is shown there.
                let found = status == 200 || status == 303;
                assert!(!found || expected, "{} at {address}: {status}", visitor.name);
                lost += u32::from(expected && !found);
                *(if expected { &mut open } else { &mut shut }) += 1;
            }
        }
    }
    // Mandates have no page, and what stands under something hidden has none to stand on.
    assert!(open > 500 && shut > 500 && lost < open / 4, "{open} {shut} {lost}");
}

#[tokio::test]
async fn a_search_finds_and_counts_only_what_its_reader_sees() {
    let house = House::new();
    let visitors = house.visitors().await;
    house.plant(|owner| owner != house.actor("@party/xbr").owner);
    let all = house.all();
    for visitor in &visitors {
        let mut listed: BTreeSet<String> = BTreeSet::new();
        let mut count = None;
        for page in 1.. {
            let address = format!("{EXERCISE}/search?q={}&page={page}", marks::COMMON);
            let answer = visitor.browser.get(&address, As::Json).await;
            let found: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
            let hits = found["hits"].as_array().unwrap();
            count = count.or(found["count"].as_u64());
            let before = listed.len();
            listed.extend(hits.iter().map(|hit| hit["record"].as_str().unwrap().to_owned()));
            if listed.len() == before || hits.is_empty() {
                break;
            }
        }
        let expected = newest_with(&all, visitor);
        assert!(listed.is_subset(&expected), "{}: found what is not his to find", visitor.name);
        // Some words of a body are not searched; what is found must be nearly all.
        assert!(
            listed.len() * 10 > expected.len() * 9,
            "{}: {} of {}",
            visitor.name,
            listed.len(),
            expected.len()
        );
        assert_eq!(
            count,
            u64::try_from(listed.len()).ok(),
            "{}: the count is of what is listed",
            visitor.name
        );
    }
}

/// The records whose newest version, of those that the visitor may read, has the common mark in its words.
fn newest_with(all: &super::bench::kept::All, visitor: &Visitor) -> BTreeSet<String> {
    let mut newest: BTreeMap<RecordId, &str> = BTreeMap::new();
    for version in all.versions.iter().filter(|version| version.is_open_to(&visitor.eyes)) {
        newest.insert(version.record, &version.body);
    }
    let with = newest.into_iter().filter(|(_, body)| body.contains(marks::COMMON));
    with.map(|(record, _)| record.to_string()).collect()
}

#[tokio::test]
async fn a_record_of_one_world_is_not_there_in_the_other() {
    let house = House::new();
    let all = house.all();
    let public = all.versions.iter().find(|version| version.audience == Audience::Public).unwrap();
    let browser = house.browser("");
    assert_eq!(browser.page(&format!("/records/{}/history", public.record)).await.status, 404);
    assert_eq!(browser.page(&format!("{EXERCISE}/records/{}/history", public.record)).await.status, 200);
    assert!(targets::doors().contains(&"/sign-in".to_owned()));
}
