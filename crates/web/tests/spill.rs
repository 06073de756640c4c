//! Stories of markings and of spills through the router.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod house;

use axum::http::StatusCode;
use house::{House, encoded, id};
use serde_json::json;

const RECORD: &str = "@practice/1";

const SECRET: &str = "combination4711";

/// A practice of XAA whose title is a secret, shared with XBB, with a file; and the two coordinators.
async fn spilt() -> (House, String, String) {
    let house = House::new();
    house.draft(RECORD, SECRET);
    let (ours, theirs) = (
        house.sign_in("@party/xaa", "xaa-coordinator").await,
        house.sign_in("@party/xbb", "xbb-coordinator").await,
    );
    let act = house.people().person().to_string();
    let files = format!("/records/{}/files", id(RECORD));
    let fields = [("act", &*act), ("title", SECRET)];
    let pdf = format!("%PDF-1.7 {SECRET}");
    let brought = house.bring(&files, &ours, &fields, ("scan.pdf", pdf.as_bytes())).await;
    assert_eq!(brought.status, StatusCode::SEE_OTHER, "{}", brought.text);
    let act =
        json!({"act": "share", "record": RECORD, "content": "newest", "with": {"named": ["@party/xbb"]}});
    house.perform(&house.actor("@party/xaa"), act);
    (house, ours, theirs)
}

/// All that the form would send as it stands, and more.
fn whole(page: &str, more: &str) -> String {
    let mut form = String::new();
    for tag in page.split("<form").last().unwrap().split("<input").skip(1) {
        let tag = tag.split('>').next().unwrap();
        let of =
            |name: &str| tag.split(&format!(" {name}=\"")).nth(1).map(|rest| rest.split('"').next().unwrap());
        let sent = !tag.contains("radio") && (tag.contains("checked") || tag.contains("hidden"));
        if let (Some(name), Some(value), true) = (of("name"), of("value"), sent) {
            form.push_str(&format!("{name}={}&", encoded(value)));
        }
    }
    form + more
}

async fn holds(house: &House, cookie: &str) -> Vec<String> {
    let record = id(RECORD);
    let pages = [
        "/practices".to_owned(),
        "/practices?format=csv".into(),
        format!("/practices/{record}"),
        format!("/records/{record}/history"),
        format!("/api/records/{record}"),
        format!("/api/records/{record}/history"),
        "/api/records?kind=review.file".into(),
        "/api/records?kind=ledger.erasure".into(),
        "/api/records?limit=200".into(),
        "/shared".into(),
    ];
    let mut found = Vec::new();
    for page in pages {
        for language in ["en", "ru"] {
            let joint = if page.contains('?') { '&' } else { '?' };
            let answer = house.get(&format!("{page}{joint}lang={language}"), cookie).await;
            if answer.text.contains(SECRET) {
                found.push(page.clone());
            }
        }
    }
    // The page of a search says again what was searched for.
    let search = house.get(&format!("/api/search?q={SECRET}"), cookie).await;
    if !search.text.contains("\"count\":0") {
        found.push("search".into());
    }
    found
}

#[tokio::test]
async fn a_spill_is_erased_everywhere_in_one_act_with_a_certificate() {
    let (house, ours, theirs) = spilt().await;
    assert!(holds(&house, &ours).await.len() > 8 && holds(&house, &theirs).await.len() > 4);
    let address = format!("/records/{}/erase", id(RECORD));
    let history = house.get(&format!("/records/{}/history", id(RECORD)), &ours).await.text;
    assert!(history.contains(&address), "reached from the record's history");
    let form = house.get(&address, &ours).await;
    assert!(form.text.contains("Name of XBB") && form.text.contains("Backups"), "{}", form.text);
    let unconfirmed = house.post(&address, &ours, &whole(&form.text, "ground=spill")).await;
    assert_eq!(unconfirmed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unconfirmed.text.contains("Confirm that it is to be erased"));
    let done = house.post(&address, &ours, &whole(&form.text, "ground=spill&confirmed=yes")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert!(done.location().starts_with("/erasures/"));
    for cookie in [&ours, &theirs, &String::new()] {
        assert_eq!(holds(&house, cookie).await, Vec::<String>::new());
    }
    assert!(
        !std::fs::read_dir(house.folder.path().join("files/kept"))
            .unwrap()
            .any(|owner| { std::fs::read_dir(owner.unwrap().path()).unwrap().next().is_some() })
    );
    let certificate = house.get(done.location(), &ours).await;
    assert_eq!(certificate.status, StatusCode::OK);
    for said in [
        "Certificate of erasure",
        "Name of XAA",
        "Name of XBB",
        "sha256:",
        "Backups made from 24",
        "no packets",
    ] {
        assert!(certificate.text.contains(said), "{said}: {}", certificate.text);
    }
    let russian = house.get(&format!("{}&lang=ru", done.location()), &ours).await.text;
    assert!(russian.contains("Акт об удалении сведений") && russian.contains("Резервные копии"));
    let again = house.post(&address, &ours, &whole(&form.text, "ground=spill&confirmed=yes")).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is left of it");
}

#[tokio::test]
async fn who_received_it_prints_a_certificate_of_what_he_had_and_nobody_else_finds_one() {
    let (house, ours, theirs) = spilt().await;
    let address = format!("/records/{}/erase", id(RECORD));
    let form = house.get(&address, &ours).await.text;
    let done = house.post(&address, &ours, &whole(&form, "ground=spill&confirmed=yes")).await;
    let list = house.get("/api/records?kind=ledger.erasure", &theirs).await.text;
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    let seen: Vec<&str> =
        list["records"].as_array().unwrap().iter().map(|one| one["record"].as_str().unwrap()).collect();
    assert_eq!(seen.len(), 1, "of the draft and of the file nothing");
    assert_eq!(house.get(&format!("/erasures/{}", seen[0]), &theirs).await.status, StatusCode::OK);
    let third = house.sign_in("@party/xcc", "xcc-coordinator").await;
    for cookie in [&third, &String::new()] {
        assert_eq!(house.get(done.location(), cookie).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn only_the_owners_coordinator_erases_and_only_with_a_password_given_lately() {
    let (house, ours, theirs) = spilt().await;
    let reader = house.another("reader", "reader").await;
    let address = format!("/records/{}/erase", id(RECORD));
    let form = house.get(&address, &ours).await.text;
    let body = whole(&form, "ground=spill&confirmed=yes");
    for cookie in [&theirs, &reader] {
        assert_eq!(house.get(&address, cookie).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.post(&address, cookie, &body).await.status, StatusCode::NOT_FOUND);
    }
    house.wait(31);
    let stale = house.get(&address, &ours).await.text;
    assert!(stale.contains("/sign-in/again?next=") && !stale.contains("name=\"confirmed\""));
    assert!(house.post(&address, &ours, &body).await.location().starts_with("/sign-in/again?next="));
    assert!(house.sees("@party/xbb", RECORD), "nothing was done");
}

#[tokio::test]
async fn a_part_of_it_can_be_kept_by_taking_its_tick_away() {
    let (house, ours, _) = spilt().await;
    let address = format!("/records/{}/erase", id(RECORD));
    let form = house.get(&address, &ours).await.text;
    let all = whole(&form, "ground=personal_data&confirmed=yes");
    let without_text: String =
        all.split('&').filter(|pair| !pair.starts_with("content=")).collect::<Vec<_>>().join("&");
    assert_eq!(house.post(&address, &ours, &without_text).await.status, StatusCode::SEE_OTHER);
    assert!(house.sees("@party/xbb", RECORD), "the text stays, its file is gone");
    let nothing: String = all
        .split('&')
        .filter(|pair| !pair.starts_with("content=") && !pair.starts_with("file="))
        .collect::<Vec<_>>()
        .join("&");
    let refused = house.post(&address, &ours, &nothing).await;
    assert!(refused.text.contains("Tick what is to be erased"), "{}", refused.text);
}

#[tokio::test]
async fn a_state_records_its_markings_and_one_stands_on_every_page_and_file_of_the_record() {
    let house = House::new();
    house.draft(RECORD, "Ports of the lake");
    let (ours, theirs) = (
        house.sign_in("@party/xaa", "xaa-coordinator").await,
        house.sign_in("@party/xbb", "xbb-coordinator").await,
    );
    let page = house.get("/markings", &ours).await;
    let form = format!(
        "act={}&base=&id=&place=2&words-en=Restricted&words-ru={}&handling=&id=&place=1&words-en=For+participants&words-ru=&handling=",
        page.field("act"),
        encoded("Для служебного пользования"),
    );
    assert_eq!(house.post("/markings", &ours, &form).await.location(), "/markings?said=marking-said-scheme");
    let address = format!("/records/{}/marking", id(RECORD));
    let choose = house.get(&address, &ours).await.text;
    let levels: Vec<&str> =
        choose.split("name=\"level\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!((levels.len(), levels[0]), (3, "none"), "in their order: {choose}");
    let share =
        json!({"act": "share", "record": RECORD, "content": "newest", "with": {"named": ["@party/xbb"]}});
    house.perform(&house.actor("@party/xaa"), share);
    let choose = house.get(&address, &ours).await;
    assert!(
        choose.text.contains("Name of XBB: at once"),
        "who is told stands there by name: {}",
        choose.text
    );
    let act = choose.field("act");
    assert_eq!(
        house.post(&address, &theirs, &format!("act={act}&level={}", levels[2])).await.status,
        StatusCode::NOT_FOUND
    );
    let empty = house.post(&address, &ours, &format!("act={act}&level=")).await;
    assert!(empty.text.contains("Choose a marking, or none"));
    let marked = house.post(&address, &ours, &format!("act={act}&level={}", levels[2])).await;
    assert!(marked.location().contains("said=marking-said-put"), "{}", marked.text);
    for cookie in [&ours, &theirs] {
        let record = id(RECORD);
        for page in [
            "/practices".to_owned(),
            "/practices?format=csv".into(),
            "/sharing".into(),
            format!("/practices/{record}"),
            format!("/records/{record}/history"),
            format!("/api/records/{record}"),
            format!("/api/records/{record}/history"),
            "/search?q=ports".into(),
        ] {
            let joint = if page.contains('?') { '&' } else { '?' };
            let english = house.get(&format!("{page}{joint}lang=en"), cookie).await.text;
            assert!(english.contains("Restricted"), "{page}: {english}");
            let russian = house.get(&format!("{page}{joint}lang=ru"), cookie).await.text;
            assert!(russian.contains("Для служебного пользования"), "{page}");
        }
        let printed = house.get(&format!("/practices/{record}?lang=en"), cookie).await.text;
        let margin = printed.split("@bottom-left").nth(1).unwrap().split('}').next().unwrap();
        assert!(margin.contains("Restricted (XAA)"), "in the margin of every printed page: {margin}");
    }
    assert!(!house.get("/practices", "").await.text.contains("Restricted"));
    let lifted = house
        .post(&address, &ours, &format!("act={}&level=none", house.get(&address, &ours).await.field("act")))
        .await;
    assert!(lifted.location().contains("said=marking-said-lifted"));
    assert!(!house.get(&format!("/practices/{}", id(RECORD)), &theirs).await.text.contains("Restricted"));
}

#[tokio::test]
async fn markings_that_cannot_be_recorded_are_told_with_what_was_typed() {
    let house = House::new();
    let ours = house.sign_in("@party/xaa", "xaa-coordinator").await;
    let form = "act=x&base=&id=&place=1&words-en=Restricted&words-ru=&handling=Under+lock&id=&place=2&words-en=restricted&words-ru=&handling=";
    let act = house.get("/markings", &ours).await.field("act");
    let twice = house.post("/markings", &ours, &form.replace("act=x", &format!("act={act}"))).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        twice.text.contains("stands there twice") && twice.text.contains("value=\"Under lock\""),
        "{}",
        twice.text
    );
    let none = house
        .post("/markings", &ours, &format!("act={act}&base=&id=&place=1&words-en=&words-ru=&handling="))
        .await;
    assert!(none.text.contains("Give the words of at least one marking"));
    let reader = house.another("reader", "reader").await;
    assert!(!house.get("/markings", &reader).await.text.contains("<form class=\"rows\""));
}
