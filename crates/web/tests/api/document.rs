//! The OpenAPI document, the router and the readable page say the same.

use crate::house::House;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::Value;
use std::collections::BTreeSet;
use web::api::table::TABLE;

/// Every `$ref` of a document.
fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("$ref").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|field| references(field, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[tokio::test]
async fn the_document_describes_every_operation_and_no_other() {
    let house = House::new();
    for (world, server) in [("", "/"), ("/exercise", "/exercise")] {
        let document = house.get(&format!("{world}/api/openapi.json")).await.json();
        assert_eq!(document["openapi"], "3.1.0");
        assert_eq!(document["servers"][0]["url"], server);
        let mut described = BTreeSet::new();
        for (path, verbs) in document["paths"].as_object().unwrap() {
            described.extend(
                verbs.as_object().unwrap().keys().map(|verb| format!("{} {path}", verb.to_uppercase())),
            );
        }
        let listed: BTreeSet<String> =
            TABLE.iter().map(|operation| format!("{} {}", operation.verb.word(), operation.path)).collect();
        assert_eq!(described, listed);
        let mut found = BTreeSet::new();
        references(&document, &mut found);
        assert!(found.len() > 50);
        for reference in found {
            assert!(
                document.pointer(reference.trim_start_matches('#')).is_some(),
                "{reference} leads nowhere"
            );
        }
    }
}

#[tokio::test]
async fn every_operation_of_the_table_answers_and_no_other_address_below_the_api_does() {
    let house = House::new();
    for operation in &TABLE {
        let path = operation.path.replace("{kind}", "review.round").replace("{act}", "round");
        let path =
            path.replace("{record}", &review::shorthand::record_of("@series/croatia-poland").to_string());
        let path = if path == "/api/search" { format!("{path}?q=round") } else { path };
        let request =
            Request::builder().method(operation.verb.word()).uri(&path).body(Body::empty()).unwrap();
        let answer = house.ask(request).await;
        let expected = if operation.verb.word() == "GET" { StatusCode::OK } else { StatusCode::UNAUTHORIZED };
        assert_eq!(answer.status, expected, "{path}: {}", answer.text);
    }
    for nowhere in ["/api/", "/api/tokens", "/api/account", "/api/records/", "/api/acts/round/form"] {
        assert_eq!(house.get(nowhere).await.status, StatusCode::NOT_FOUND, "{nowhere}");
    }
}

#[tokio::test]
async fn the_document_speaks_the_readers_language() {
    let house = House::new();
    let russian = house.get("/api/openapi.json?lang=ru").await.json();
    assert_eq!(russian["paths"]["/api/kinds"]["get"]["summary"], "Виды записей.");
}

#[tokio::test]
async fn what_an_operation_answers_with_is_all_described_and_nothing_is_needed_that_may_be_left_out() {
    let house = House::new();
    let document = house.get("/api/openapi.json").await.json();
    for status in ["200", "400"] {
        let content = &document["paths"]["/api"]["get"]["responses"][status]["content"];
        let media: Vec<&String> = content.as_object().unwrap().keys().collect();
        assert!(media.iter().any(|media| *media == "text/html") && media.len() == 2, "{status}: {media:?}");
    }
    let needed = document["components"]["schemas"]["Problem"]["required"].as_array().unwrap();
    let needed: Vec<&str> = needed.iter().filter_map(Value::as_str).collect();
    assert_eq!(needed, ["type", "title", "status", "detail"]);
}
