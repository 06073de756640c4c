//! Every other problem: malformed, too large, the wrong method, media type or parameter.

use crate::house::House;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use axum::routing::get;
use ledger::owner::Origin;
use serde_json::{Value, json};
use std::time::Duration;
use tower::ServiceExt;
use web::passed_through;

#[tokio::test]
async fn what_is_no_act_is_told_with_its_place() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let bearer = format!("Bearer {}", house.wide(&state));
    let id = house.people().person();
    for (body, status, key, at) in [
        (String::new(), 400, "api-not-json", None),
        ("{".to_owned(), 400, "api-not-json", None),
        ("{\"act\":null}".to_owned(), 400, "api-null", Some("/act")),
        ("{\"a\":[1.5]}".to_owned(), 400, "api-number", Some("/a/0")),
        ("{\"a\":\"x\\u202ey\"}".to_owned(), 400, "api-characters", Some("/a")),
        (format!("{}{}", "[".repeat(40), "]".repeat(40)), 400, "api-too-deep", None),
        ("[]".to_owned(), 422, "refusal-act-form", Some("/act")),
        ("{}".to_owned(), 422, "refusal-act-field", Some("/act")),
        (json!({"act": "abolish", "id": id}).to_string(), 422, "refusal-act-unknown", Some("/act")),
        (json!({"act": "share", "id": "7"}).to_string(), 422, "refusal-act-form", Some("/id")),
        (json!({"act": "share", "id": id}).to_string(), 422, "refusal-act-form", Some("/body")),
    ] {
        let answer = house.post("/api/acts", &[("authorization", &bearer)], body.clone()).await;
        assert_eq!((answer.status.as_u16(), answer.problem().as_str()), (status, key), "{body}");
        let told = answer.json();
        assert!(at.is_none() || told["at"].as_str() == at, "{body}: {told}");
    }
}

#[tokio::test]
async fn too_much_is_told_as_too_much_and_a_large_act_is_taken() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let bearer = format!("Bearer {}", house.wide(&state));
    let headers = [("authorization", bearer.as_str())];
    let large = house.post("/api/acts", &headers, " ".repeat(300 * 1024)).await;
    assert_eq!((large.status, large.problem().as_str()), (StatusCode::PAYLOAD_TOO_LARGE, "error-too-large"));
    let mut act = house.contact(&state, "@contact/a", "Office");
    act["nothing"] = json!("x".repeat(100 * 1024));
    let read = house.post("/api/acts", &headers, act.to_string()).await;
    assert_eq!(read.problem(), "refusal-act-form", "it was read");
    let form = Request::post("/sign-in")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("accept", "application/json")
        .body(Body::from(format!("login={}", "a".repeat(100 * 1024))))
        .unwrap();
    let form = house.ask(form).await;
    assert_eq!((form.status, form.problem().as_str()), (StatusCode::PAYLOAD_TOO_LARGE, "error-too-large"));
}

#[tokio::test]
async fn a_wrong_method_and_a_wrong_media_type_are_told() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let bearer = format!("Bearer {}", house.wide(&state));
    for (method, path, allow) in [
        ("DELETE", "/api/records", "GET,HEAD"),
        ("PUT", "/api/acts", "GET,HEAD,POST"),
        ("POST", "/api/me", "GET,HEAD"),
    ] {
        let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
        let answer = house.ask(request).await;
        assert_eq!(
            (answer.status, answer.problem().as_str()),
            (StatusCode::METHOD_NOT_ALLOWED, "error-method")
        );
        let mut allowed: Vec<&str> = answer.headers["allow"].to_str().unwrap().split(',').collect();
        allowed.sort_unstable();
        assert_eq!(allowed.join(","), allow, "{method} {path}");
    }
    let headers = [("authorization", bearer.as_str()), ("content-type", "application/xml")];
    let xml = house.post("/api/acts", &headers, "<act/>".into()).await;
    assert_eq!((xml.status, xml.problem().as_str()), (StatusCode::UNSUPPORTED_MEDIA_TYPE, "api-media"));
}

#[tokio::test]
async fn a_parameter_that_is_unknown_given_twice_missing_or_of_no_value_is_named() {
    let house = House::new();
    for (path, key, at) in [
        ("/api/records?kinds=review.round", "api-parameter-unknown", "kinds"),
        ("/api/records?limit=5&limit=6", "api-parameter-twice", "limit"),
        ("/api/records?limit=0", "api-parameter-value", "limit"),
        ("/api/records?limit=201", "api-parameter-value", "limit"),
        ("/api/records?limit=+5", "api-parameter-value", "limit"),
        ("/api/records?owner=KGZ", "api-parameter-value", "owner"),
        ("/api/records?after=%ff", "api-parameter-value", "after"),
        ("/api/kinds?lang=xx", "api-parameter-value", "lang"),
        ("/api/search", "api-parameter-missing", "q"),
        ("/api/me?as_of=2017", "api-parameter-unknown", "as_of"),
    ] {
        let answer = house.get(path).await;
        assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::BAD_REQUEST, key), "{path}");
        assert_eq!(answer.json()["at"], at, "{path}");
    }
}

#[tokio::test]
async fn a_problem_is_told_as_json_whatever_is_accepted() {
    let house = House::new();
    for accept in ["text/html", "*/*", "application/xml"] {
        let answer = house.get_with("/api/records/x", &[("accept", accept), ("accept-language", "ru")]).await;
        assert_eq!(answer.problem(), "error-not-found");
        assert_eq!(answer.headers["content-language"], "ru");
    }
}

#[tokio::test(start_paused = true)]
async fn a_fault_and_a_halt_of_ours_are_told_in_the_readers_language_to_programs_and_on_pages() {
    async fn falls_over() {
        panic!("on purpose");
    }
    async fn takes_long() {
        tokio::time::sleep(Duration::from_secs(60)).await;
    }
    let house = House::new();
    let addresses = Router::new()
        .route("/api/falls", get(falls_over))
        .route("/api/long", get(takes_long))
        .route("/falls", get(falls_over))
        .route("/long", get(takes_long));
    let router = passed_through(house.site.clone(), addresses);
    for (path, status, key, said) in [
        ("/api/falls", 500, "/api#error-internal", "произошёл сбой"),
        ("/api/long", 503, "/api#error-busy", "Повторите"),
        ("/falls", 500, "", "<html lang=\"ru\""),
        ("/long", 503, "", "<html lang=\"ru\""),
    ] {
        let request = Request::get(path).header("accept-language", "ru").body(Body::empty()).unwrap();
        let answer = router.clone().oneshot(request).await.unwrap();
        assert_eq!(answer.status().as_u16(), status, "{path}");
        let text =
            String::from_utf8(to_bytes(answer.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap();
        assert!(text.contains(said) && !text.contains("on purpose"), "{path}: {text}");
        let told: Value = serde_json::from_str(&text).unwrap_or_default();
        assert_eq!(told["type"].as_str().unwrap_or_default(), key, "{path}");
    }
}

#[tokio::test]
async fn the_type_of_a_problem_leads_to_where_it_is_explained() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let bearer = format!("Bearer {}", house.wide(&state));
    let headers = [("authorization", bearer.as_str())];
    let mut types: Vec<String> = Vec::new();
    for path in [
        "/api/records?x=1",
        "/api/records/x",
        "/api/records?as_of=x",
        "/api/records?as_of=2999",
        "/api/search",
    ] {
        types.push(house.get(path).await.problem());
    }
    for body in ["{", "{}", "[1.5]", "{\"act\":\"share\",\"id\":\"7\"}"] {
        types.push(house.post("/api/acts", &headers, body.into()).await.problem());
    }
    types.push(house.post("/api/acts", &[], "{}".into()).await.problem());
    types.push(house.post("/api/acts", &headers, " ".repeat(300 * 1024)).await.problem());
    types.push(house.get_as("/api/me", "tamga_wrong").await.problem());
    for language in ["en", "ru"] {
        let page = house.get(&format!("/api?lang={language}")).await.text;
        for problem in &types {
            assert!(page.contains(&format!("id=\"{problem}\"")), "{problem} is not explained in {language}");
        }
        assert!(page.contains("id=\"refusal-base-stale\"") && page.contains("id=\"error-busy\""));
    }
}

#[tokio::test]
async fn the_page_names_each_operation_with_its_parameters_and_each_act_with_what_it_needs() {
    let house = House::new();
    let page = house.get("/exercise/api").await.text;
    for operation in &web::api::table::TABLE {
        assert!(page.contains(&format!("id=\"op-{}\"", operation.name)), "{}", operation.name);
        for parameter in operation.asked {
            assert!(page.contains(parameter.name), "{}", parameter.name);
        }
    }
    for word in review::act::WORDS {
        assert!(page.contains(&format!("id=\"act-{word}\"")), "{word}");
    }
    assert!(
        page.contains("curl &quot;") || page.contains("curl \"http://tamga.example/exercise/api/kinds\""),
        "{page}"
    );
    let json = house.get_with("/api", &[("accept", "application/json")]).await.json();
    let share = json["acts"].as_array().unwrap().iter().find(|act| act["act"] == "share").unwrap();
    let needed: Vec<&str> = (share["fields"].as_array().unwrap().iter())
        .filter(|field| field["required"] == true)
        .map(|field| field["name"].as_str().unwrap())
        .collect();
    assert_eq!(needed, ["act", "id", "record", "content", "with"]);
}
