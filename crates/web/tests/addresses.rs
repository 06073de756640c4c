//! Every address, asked through the router as a browser or a program would ask it.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use desk::world::{Clock, SystemChance};
use desk::{Budget, Desk, found, import};
use ledger::key::SecretKey;
use ledger::owner::Origin;
use ledger::time::Stamp;
use serde_json::{Value, json};
use std::sync::Arc;
use store::keys::Keys;
use store::{Memory, Store};
use tower::ServiceExt;
use web::{Site, router};

struct Noon;

impl Clock for Noon {
    fn now(&self) -> Stamp {
        "2026-11-22T12:00:00.000Z".parse().unwrap()
    }
}

const FILES: [&str; 14] = [
    "sources",
    "parties",
    "themes",
    "series",
    "croatia-poland",
    "central-asia",
    "chile-colombia",
    "dominican-republic-panama",
    "paraguay-uruguay",
    "brazil-chile-mexico",
    "philippines-singapore",
    "events",
    "treaties",
    "states/kgz",
];

/// A site with the whole archive.
fn site() -> Site {
    let folder = tempfile::tempdir().unwrap();
    let node = SecretKey::from_bytes([6; 32]);
    let store: Arc<dyn Store> = Arc::new(Memory::new(node.clone()));
    found::editor(&*store, &Keys::of(folder.path()), &node, Origin::Reconstruction, &Noon, &mut SystemChance)
        .unwrap();
    let desk =
        Desk::open_with(store, node, Budget::DEFAULT, Box::new(Noon), Box::new(SystemChance), &mut |_| {})
            .unwrap();
    let editor = desk.editor().unwrap();
    let archive = concat!(env!("CARGO_MANIFEST_DIR"), "/../../archive");
    for name in FILES {
        let bytes = std::fs::read(format!("{archive}/{name}.json")).unwrap();
        import::perform(&desk, &editor, import::read(&bytes).unwrap()).unwrap();
    }
    Site::public(Arc::new(desk), "Tamga")
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

async fn ask(site: &Site, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = router(site.clone()).oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    Answer { status, headers, text: String::from_utf8(bytes.to_vec()).unwrap() }
}

const PAGES: [&str; 14] = [
    "/",
    "/series",
    "/series/central-asia",
    "/series/central-asia/rounds/issyk-kul-2018",
    "/series/central-asia/rounds/issyk-kul-2018?as_of=2017-12-31",
    "/series/brazil-chile-mexico/rounds/mexico-2023?as_of=santiago-2024",
    "/series/croatia-poland?as_of=2014",
    "/search?q=road+map",
    "/search",
    "/states",
    "/states/KGZ",
    "/states/kgz?as_of=2016",
    "/glossary",
    "/help",
];

#[tokio::test]
async fn every_page_answers_in_both_languages_and_as_json() {
    let site = site();
    for page in PAGES {
        for (language, word) in [("en", "Skip to content"), ("ru", "Перейти к содержанию")]
        {
            let answer = ask(&site, page, &[("accept-language", language)]).await;
            assert_eq!(answer.status, StatusCode::OK, "{page}");
            assert!(answer.text.contains(word) && !answer.text.contains('⟨'), "{page} {language}");
            assert_eq!(answer.headers["content-language"], language);
        }
        let answer = ask(&site, page, &[("accept", "application/json")]).await;
        assert_eq!(answer.headers["content-type"], "application/json", "{page}");
        assert!(serde_json::from_str::<Value>(&answer.text).is_ok(), "{page}");
    }
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_protect_its_reader() {
    let site = site();
    for path in PAGES.iter().chain(&["/healthz", "/nowhere", "/series?as_of=x", web::statics::style()]) {
        let headers = ask(&site, path, &[]).await.headers;
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(headers["referrer-policy"], "same-origin", "{path}");
    }
}

#[tokio::test]
async fn issyk_kul_as_of_2017_is_only_a_recommendation_of_dushanbe() {
    let site = site();
    let then =
        ask(&site, "/series/central-asia/rounds/issyk-kul-2018?as_of=2017-12-31&lang=en", &[]).await.text;
    assert!(then.contains("As of 31 December 2017") && then.contains("Recommended at Dushanbe"));
    assert!(!then.contains("Kosh-Kol") && !then.contains("28–30 June"));
    let now = ask(&site, "/series/central-asia/rounds/issyk-kul-2018?lang=en", &[]).await.text;
    assert!(now.contains("Kosh-Kol") && now.contains("28–30 June 2018") && now.contains("Uzbekistan"));
    let before = ask(&site, "/series/central-asia/rounds/issyk-kul-2018?as_of=2017-08-03", &[]).await;
    assert_eq!(before.status, StatusCode::NOT_FOUND, "nobody knew of it");
}

#[tokio::test]
async fn what_cannot_be_found_reads_the_same_whether_hidden_or_absent() {
    let site = site();
    let editor = site.desk.editor().unwrap();
    let own = json!({"tamga":"acts/1","acts":[{"act":"series","id":"@act/s","record":"@series/concealed","audience":"own",
        "body":{"slug":"concealed","title":{"en":"Hidden","ru":"Скрыто"},"about":{"en":"x","ru":"х"},"sources":["@source/cnpec-report-2018"]}}]});
    import::perform(&site.desk, &editor, import::read(own.to_string().as_bytes()).unwrap()).unwrap();
    let hidden = ask(&site, "/series/concealed?lang=en", &[]).await;
    let absent = ask(&site, "/series/absent?lang=en", &[]).await;
    assert_eq!((hidden.status, absent.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    assert_eq!(hidden.text.replace("concealed", "absent"), absent.text);
    let record = review::shorthand::record_of("@series/concealed");
    let other = review::shorthand::record_of("@series/absent");
    for place in ["", "/history"] {
        let hidden = ask(&site, &format!("/records/{record}{place}"), &[]).await;
        let absent = ask(&site, &format!("/records/{other}{place}"), &[]).await;
        assert_eq!(hidden.status, StatusCode::NOT_FOUND);
        assert_eq!(hidden.text.replace(&record.to_string(), &other.to_string()), absent.text);
    }
}

#[tokio::test]
async fn drafts_change_no_byte_of_what_the_public_is_shown() {
    let site = site();
    let mut before = Vec::new();
    let history = format!("/records/{}/history", review::shorthand::record_of("@theme/export-control"));
    let all: Vec<&str> =
        PAGES.into_iter().chain([history.as_str(), "/search?q=draft", "/search?q=export+control"]).collect();
    for page in &all {
        before.push(ask(&site, page, &[]).await.text);
    }
    let editor = site.desk.editor().unwrap();
    let drafts = json!({"tamga":"acts/1","acts":[
        {"act":"theme","id":"@act/d/1","record":"@theme/export-control","base":"newest","audience":"own","stated_at":"2026",
         "body":{"label":"export-control","name":{"en":"Draft of export control","ru":"Проект"}}},
        {"act":"theme","id":"@act/d/2","record":"@theme/draft","audience":"own","stated_at":"2014",
         "body":{"label":"draft","name":{"en":"Draft","ru":"Проект"}}},
    ]});
    import::perform(&site.desk, &editor, import::read(drafts.to_string().as_bytes()).unwrap()).unwrap();
    for (page, before) in all.iter().zip(before) {
        assert_eq!(ask(&site, page, &[]).await.text, before, "{page}");
    }
}

#[tokio::test]
async fn bad_input_gets_a_clear_answer_and_nothing_typed_is_lost() {
    let site = site();
    let long = format!("/search?q={}", "a".repeat(10_000));
    let answer = ask(&site, &long, &[]).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.text.contains(&"a".repeat(10_000)), "the field still holds it");
    for (path, status) in [
        ("/series?as_of=yesterday", 400),
        ("/series?as_of=2017-13-01", 400),
        ("/series?as_of=9999-01-01", 400),
        ("/series/nowhere", 404),
        ("/series/central-asia/rounds/nowhere", 404),
        ("/records/not-an-id", 404),
        ("/records/not-an-id/history", 404),
        ("/%ff%fe", 404),
        ("/static/../Cargo.toml", 404),
    ] {
        let answer = ask(&site, path, &[("accept-language", "ru")]).await;
        assert_eq!(answer.status.as_u16(), status, "{path}");
        assert!(answer.text.contains("lang=\"ru\"") && !answer.text.contains('⟨'), "{path}");
    }
    let script = ask(&site, "/search?q=%3Cscript%3Ealert(1)%3C/script%3E", &[]).await.text;
    assert!(!script.contains("<script"), "what was typed is text");
    let typed = ask(&site, "/series?as_of=2017-13-01&lang=en", &[]).await.text;
    assert!(typed.contains("2017-13-01"));
}

#[tokio::test]
async fn a_problem_is_told_to_programs_in_their_form() {
    let answer = ask(&site(), "/series/nowhere", &[("accept", "application/json")]).await;
    assert_eq!(answer.headers["content-type"], "application/problem+json");
    let problem: Value = serde_json::from_str(&answer.text).unwrap();
    assert_eq!(problem["status"], 404);
}

#[tokio::test]
async fn the_language_switch_keeps_the_page_and_the_day() {
    let page = ask(&site(), "/series/central-asia?as_of=2018-07-01&lang=en", &[]).await;
    assert!(page.text.contains("/series/central-asia?as_of=2018-07-01&amp;lang=ru"));
    assert!(page.headers["set-cookie"].to_str().unwrap().starts_with("lang=en;"));
}

#[tokio::test]
async fn health_tells_nothing_of_what_is_held() {
    let answer = ask(&site(), "/healthz", &[]).await;
    let health: Value = serde_json::from_str(&answer.text).unwrap();
    assert_eq!(health.as_object().unwrap().keys().collect::<Vec<_>>(), ["status", "version"]);
}

#[tokio::test]
async fn a_day_is_read_as_russians_write_it_and_a_day_to_come_is_said_to_be_one() {
    let site = site();
    let typed = ask(&site, "/series?as_of=30.06.2018", &[]).await;
    let stored = ask(&site, "/series?as_of=2018-06-30", &[]).await;
    assert_eq!((typed.status, &typed.text), (StatusCode::OK, &stored.text));
    let to_come = ask(&site, "/series?as_of=2099&lang=ru", &[]).await.text;
    assert!(to_come.contains("Этот день ещё не наступил") && !to_come.contains("нельзя прочитать"));
}

#[tokio::test]
async fn the_recommendations_of_a_state_are_found_though_sources_name_no_addressees() {
    let site = site();
    let own = ask(&site, "/recommendations?addressee=KGZ&lang=en", &[]).await.text;
    let rows = own.split("<tbody>").nth(1).unwrap();
    assert!(rows.contains("Issyk-Kul") && !rows.contains("Mexico"), "of its rounds alone");
    assert!(own.contains("value=\"KGZ\" selected"), "the filter says what is shown");
    let page = ask(&site, "/states/KGZ?lang=en", &[]).await.text;
    assert!(page.contains("Recommendations of rounds in which Kyrgyzstan took part"));
}

#[tokio::test]
async fn a_state_page_says_where_a_round_was_held_and_begins_with_what_the_state_did() {
    let page = ask(&site(), "/states/KGZ?lang=en", &[]).await.text;
    assert!(page.contains("held here"));
    let place = |id: &str| page.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("{id}"));
    let order = ["rounds", "recommendations", "plans", "laws", "agencies", "treaties"].map(place);
    assert!(order.is_sorted(), "{order:?}");
}

#[tokio::test]
async fn as_of_a_past_day_what_was_published_since_is_said_to_be_later() {
    let site = site();
    let past = ask(&site, "/states/KGZ?as_of=2016-01-01&lang=en", &[]).await.text;
    assert!(past.contains("source of a later day"));
    let now = ask(&site, "/states/KGZ?lang=en", &[]).await.text;
    assert!(!now.contains("source of a later day"));
}

#[tokio::test]
async fn a_cell_of_a_treaty_without_a_date_is_empty_so_that_a_phone_shows_no_label_for_it() {
    let page = ask(&site(), "/states/KGZ?lang=en", &[]).await.text;
    assert!(page.contains("<td></td>") && !page.contains("<span class=\"nb\"></span>"));
}

#[tokio::test]
async fn every_round_that_was_held_can_be_chosen_as_a_past_day() {
    let page = ask(&site(), "/states/KGZ?lang=en", &[]).await.text;
    assert!(page.contains("All earlier rounds"));
    for day in ["2013-06", "2014-12-18", "2016-08-05", "2017-08-04"] {
        assert!(page.contains(&format!("as_of={day}")), "{day}");
    }
}

#[tokio::test]
async fn a_law_that_is_found_says_whose_it_is() {
    let found = ask(&site(), "/search?q=law&kind=review.instrument&lang=en", &[]).await.text;
    assert!(found.contains("<span>Kyrgyzstan</span>"), "{found}");
}

#[tokio::test]
async fn a_file_is_called_by_its_world_its_page_and_its_day() {
    let site = site();
    for (path, name) in [
        ("/states?format=csv", "record-states-2026-11-22.csv"),
        ("/states?format=csv&as_of=2017", "record-states-2017.csv"),
    ] {
        let headers = ask(&site, path, &[]).await.headers;
        assert_eq!(headers["content-disposition"], format!("attachment; filename=\"{name}\""));
    }
}
