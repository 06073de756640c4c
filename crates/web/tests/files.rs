//! Stories of files through the router: what is said before, who may have the bytes, and in which form alone they are given.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod house;

use axum::http::StatusCode;
use house::{Answer, House, id};
use serde_json::json;
use std::path::{Path, PathBuf};

const PDF: &[u8] = b"%PDF-1.7\nthe text of a law\n";

const RECORD: &str = "@practice/1";

/// A house with a practice of XAA, and its coordinator.
async fn with_practice() -> (House, String) {
    let house = House::new();
    house.draft(RECORD, "A practice");
    let coordinator = house.sign_in("@party/xaa", "xaa-coordinator").await;
    (house, coordinator)
}

fn page() -> String {
    format!("/records/{}/files", id(RECORD))
}

/// Attaches a file: where its page is.
async fn attach(house: &House, cookie: &str, name: &str, bytes: &[u8]) -> Answer {
    let act = house.people().person().to_string();
    let fields = [("act", &*act), ("title", "The law"), ("language", "ru")];
    house.bring(&page(), cookie, &fields, (name, bytes)).await
}

/// The address of the only file.
async fn only_file(house: &House, cookie: &str) -> String {
    let list = house.get(&page(), cookie).await.text;
    let start = list.find("href=\"/files/").unwrap() + 6;
    list[start..].split('"').next().unwrap().to_owned()
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { below(&path) } else { vec![path] }).collect()
}

fn kept(house: &House) -> usize {
    below(&house.folder.path().join("files")).len()
}

#[tokio::test]
async fn before_a_file_is_brought_it_is_said_what_never_enters_and_who_will_read_it_by_name() {
    let (house, coordinator) = with_practice().await;
    let form = house.get(&page(), &coordinator).await;
    assert_eq!(form.status, StatusCode::OK);
    for said in [
        "Where sensitive materials are kept",
        "personal data".to_lowercase().as_str(),
        "Name of XAA: people of its own delegation",
    ] {
        assert!(form.text.to_lowercase().contains(&said.to_lowercase()), "{said}: {}", form.text);
    }
    let russian = house.get(&format!("{}?lang=ru", page()), &coordinator).await.text;
    assert!(russian.contains("государственную тайну") && russian.contains("Name of XAA (по-русски)"));
    let act =
        json!({"act": "share", "record": RECORD, "content": "newest", "with": {"named": ["@party/xbb"]}});
    house.perform(&house.actor("@party/xaa"), act);
    let shared = house.get(&page(), &coordinator).await.text;
    assert!(
        shared.contains("Not even those who read the record") && shared.contains("Name of XBB"),
        "{shared}"
    );
}

#[tokio::test]
async fn a_file_is_given_as_a_download_and_nothing_else_to_those_who_see_its_record() {
    let (house, coordinator) = with_practice().await;
    let other = house.sign_in("@party/xbb", "xbb-coordinator").await;
    let answer = attach(&house, &coordinator, "Закон.pdf", PDF).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let file = only_file(&house, &coordinator).await;
    let shown = house.get(&file, &coordinator).await;
    assert!(shown.text.contains("Закон.pdf") && shown.text.contains("The law"));
    let download = format!("{file}/download");
    let given = house.get(&download, &coordinator).await;
    assert_eq!(given.text.as_bytes(), PDF);
    let header = |name: &str| given.headers.get(name).unwrap().to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "application/pdf");
    assert!(
        header("content-disposition")
            .starts_with("attachment; filename=\"file.pdf\"; filename*=UTF-8''%D0%97")
    );
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert!(header("content-security-policy").starts_with("sandbox; default-src 'none'"));
    assert_eq!(header("cache-control"), "no-store");
    for (cookie, who) in [("", "a stranger"), (other.as_str(), "another State")] {
        for address in [&file, &download] {
            let hidden = house.get(address, cookie).await;
            let absent =
                house.get(&address.replace(&file[7..], &id("@file/absent").to_string()), cookie).await;
            assert_eq!(hidden.status, StatusCode::NOT_FOUND, "{who}");
            let plain = |answer: &Answer| {
                answer.text.replace(&file[7..], "·").replace(&id("@file/absent").to_string(), "·")
            };
            assert_eq!(plain(&hidden), plain(&absent), "{who}: hidden answers as absent");
        }
    }
    let share =
        json!({"act": "share", "record": file[7..], "content": "newest", "with": {"named": ["@party/xbb"]}});
    house.perform(&house.actor("@party/xaa"), share);
    assert_eq!(house.get(&download, &other).await.text.as_bytes(), PDF);
    let json = house.get(&format!("/api/records/{}", &file[7..]), &other).await.text;
    assert!(json.contains("\"review.file\"") && !json.contains("the text of a law"), "metadata only");
}

#[tokio::test]
async fn whatever_name_it_comes_under_it_is_kept_and_given_under_a_plain_one() {
    for name in ["../../../etc/passwd", "C:\\\\boot.ini", "law\u{202e}fdp.exe", "x.html", "...", "con"] {
        let (house, coordinator) = with_practice().await;
        assert_eq!(attach(&house, &coordinator, name, PDF).await.status, StatusCode::SEE_OTHER, "{name:?}");
        let file = only_file(&house, &coordinator).await;
        let given = house.get(&format!("{file}/download"), &coordinator).await;
        let said = given.headers.get("content-disposition").unwrap().to_str().unwrap().to_owned();
        assert!(said.ends_with(".pdf") && !said.contains("..%2F") && !said.contains("%E2%80%AE"), "{said}");
        assert_eq!(kept(&house), 1);
    }
}

#[tokio::test]
async fn what_is_no_document_is_refused_in_words_with_what_was_typed_and_nothing_of_it_is_kept() {
    let (house, coordinator) = with_practice().await;
    let bomb = [b"PK\x03\x04".as_slice(), &vec![0; 100_000]].concat();
    for (name, bytes, said) in [
        ("law.pdf", b"<!DOCTYPE html><script>alert(1)</script>".as_slice(), "Such a file is not taken"),
        (
            "law.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "Such a file is not taken",
        ),
        ("law.pdf", b"MZ\x90\x00", "Such a file is not taken"),
        ("bomb.docx", &bomb, "Such a file is not taken"),
        ("law.pdf", b"", "The file is empty"),
        ("", b"", "Choose a file"),
    ] {
        let answer = attach(&house, &coordinator, name, bytes).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(answer.text.contains(said), "{name}: {}", answer.text);
        assert!(answer.text.contains("value=\"The law\"") && answer.text.contains("value=\"ru\""), "{name}");
    }
    let untitled =
        house.bring(&page(), &coordinator, &[("act", "x"), ("title", " ")], ("law.pdf", PDF)).await;
    assert!(
        untitled.text.contains("Say what the file is called")
            && untitled.text.contains("Choose the file again")
    );
    assert_eq!(kept(&house), 0);
}

#[tokio::test]
async fn a_file_that_is_too_large_or_does_not_arrive_whole_leaves_nothing() {
    let (house, coordinator) = with_practice().await;
    let large = [PDF, &vec![b'x'; 26 * 1024 * 1024]].concat();
    let answer = attach(&house, &coordinator, "law.pdf", &large).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("larger than 25 MB"), "{}", answer.text);
    let half = b"--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"law.pdf\"\r\n\r\n%PDF-1.7 half of".to_vec();
    let answer = house.send(&page(), &coordinator, half).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("did not arrive whole"), "{}", answer.text);
    assert_eq!(
        house.send(&page(), &coordinator, b"no form at all".to_vec()).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(kept(&house), 0);
}

#[tokio::test]
async fn whoever_may_not_attach_finds_no_form_and_sends_in_vain() {
    let (house, _) = with_practice().await;
    let other = house.sign_in("@party/xbb", "xbb-coordinator").await;
    let reader = house.another("reader", "reader").await;
    assert!(!house.get(&page(), &reader).await.text.contains("type=\"file\""));
    assert_eq!(house.get(&page(), &other).await.status, StatusCode::NOT_FOUND);
    for cookie in [&reader, &other] {
        assert_eq!(attach(&house, cookie, "law.pdf", PDF).await.status, StatusCode::NOT_FOUND);
    }
    let stranger = attach(&house, "", "law.pdf", PDF).await;
    assert!(stranger.location().starts_with("/sign-in?next="));
    assert_eq!(kept(&house), 0);
}

#[tokio::test]
async fn that_others_have_the_same_bytes_is_told_to_nobody() {
    let (house, coordinator) = with_practice().await;
    let other = house.sign_in("@party/xbb", "xbb-coordinator").await;
    attach(&house, &coordinator, "law.pdf", PDF).await;
    let own = json!({
        "party": "@party/xbb", "topic": house::text("Ports"), "title": house::text("Theirs"), "practice": house::text("On the wall"),
        "themes": [], "sources": [],
    });
    house.write(&house.actor("@party/xbb"), "practice", "@practice/theirs", json!("own"), own);
    let act = house.people().person().to_string();
    let fields = [("act", &*act), ("title", "The law"), ("language", "ru")];
    let theirs = format!("/records/{}/files", id("@practice/theirs"));
    let same = house.bring(&theirs, &other, &fields, ("law.pdf", PDF)).await;
    let act = house.people().person().to_string();
    let fields = [("act", &*act), ("title", "The law"), ("language", "ru")];
    let new = house.bring(&theirs, &other, &fields, ("law.pdf", b"%PDF-1.7 other bytes")).await;
    assert_eq!((same.status, same.text, same.headers), (new.status, new.text, new.headers));
    let hash = ledger::id::Hash::of(PDF);
    let claim = json!({
        "act": "file", "id": house.people().person().to_string(), "record": house.people().person().to_string(),
        "body": {"of": id("@practice/theirs"), "title": house::text("x"), "name": "x.pdf", "media": "application/pdf", "size": PDF.len(), "hash": hash},
    });
    let read = review::act::Act::read(review::shorthand::write_out(claim)).unwrap();
    let refused = house.site.desk.perform(&house.actor("@party/xbb"), read).unwrap_err();
    assert_eq!(refused.refusal().key, "refusal-file-not-brought", "who knows a hash does not get the bytes");
}
