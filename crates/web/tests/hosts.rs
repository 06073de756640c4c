//! Links with secrets begin with the address that the operator gave, and never with what a request says of its host.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

mod porch;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use porch::{Answer, House, link};

const HOSTILE: [&str; 4] = [
    "evil.example",
    "tamga.example.evil.example",
    "tamga.example@evil.example",
    "localhost:1540.evil.example",
];

impl House {
    async fn asked_as(&self, host: &str, path: &str, cookie: &str, form: &str) -> Answer {
        let request = Request::post(path)
            .header("host", host)
            .header("x-forwarded-host", "evil.example")
            .header("forwarded", "host=evil.example")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("cookie", cookie);
        self.ask(request.body(Body::from(form.to_owned())).unwrap()).await
    }
}

const INVITES: &str = "deed=invite&note=the+reader&role=reader";
const CREATES: &str = "deed=create&label=XBB&name-en=Xbb&name-ru=Xbb&sort=state&note=first";

#[tokio::test]
async fn a_link_begins_with_the_address_that_the_operator_gave_whatever_host_is_claimed() {
    let mut house = House::new();
    let operator = house.operator().await;
    let coordinator = house.state(&operator, "XAA").await;
    house.site.address = Some("https://review.example.org".into());
    for host in HOSTILE.into_iter().chain(["tamga.example"]) {
        let made = house.asked_as(host, "/people", &coordinator, INVITES).await;
        assert_eq!(made.status, StatusCode::OK, "{}", made.text);
        assert!(
            made.text.contains("https://review.example.org/invitations/") && !made.text.contains("evil"),
            "{host}"
        );
    }
}

#[tokio::test]
async fn without_an_address_a_link_is_made_for_this_machine_alone_and_else_nothing_is_made() {
    let mut house = House::new();
    let operator = house.operator().await;
    let coordinator = house.state(&operator, "XAA").await;
    house.site.address = None;
    house.site.hosts = ["localhost:1540".to_owned(), "127.0.0.1:1540".to_owned()].into();
    let made = house.asked_as("localhost:1540", "/people", &coordinator, INVITES).await;
    assert!(made.text.contains("http://localhost:1540/invitations/"), "{}", made.text);
    let open =
        |page: &Answer| page.text.matches("Invited until").count() + page.text.matches("the reader").count();
    let before = open(&house.get("/people", &coordinator).await);
    for host in HOSTILE.into_iter().chain(["tamga.example", "localhost:1541", ""]) {
        for (path, cookie, form) in [("/people", &coordinator, INVITES), ("/operator", &operator, CREATES)] {
            let refused = house.asked_as(host, path, cookie, form).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{host} at {path}");
            assert!(
                refused.text.contains("--address") && !refused.text.contains("/invitations/"),
                "{}",
                refused.text
            );
        }
    }
    assert_eq!(
        open(&house.get("/people", &coordinator).await),
        before,
        "no mandate was granted for a link that was not made"
    );
    let operators = house.get("/operator", &operator).await.text;
    assert!(!operators.contains("Xbb"), "and nobody founded: {operators}");
    let russian = house.asked_as("evil.example", "/people?lang=ru", &coordinator, INVITES).await;
    assert!(russian.text.contains("Установка не знает"), "{}", russian.text);
    assert!(link(&made).starts_with("/invitations/"));
}
