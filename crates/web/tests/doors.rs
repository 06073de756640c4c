//! The doors by which people come in, tried from outside.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

mod house;

use axum::http::StatusCode;
use house::{House, PASSWORD};

#[tokio::test]
async fn whoever_signs_in_stays_on_this_installation() {
    let house = House::new();
    house.operator().await;
    let elsewhere = [
        "//evil.example",
        "/%5Cevil.example",
        "/%09/evil.example",
        "/%0A/evil.example",
        "/%0D/evil.example",
        "%09//evil.example",
        "/%00/evil.example",
        "/%7F/evil.example",
        "/%C2%85/evil.example",
        "https://evil.example",
        "evil.example",
    ];
    for next in elsewhere {
        let form = format!("login=operator&password={}&next={next}", PASSWORD.replace(' ', "+"));
        let signed = house.post("/sign-in", "", &form).await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{next}");
        assert_eq!(signed.headers["location"], "/", "{next}");
        let asked = house.get(&format!("/sign-in?next={next}"), "").await;
        assert!(asked.text.contains("name=\"next\" value=\"/\""), "{next}");
    }
    let form = format!("login=operator&password={}&next=/people%3Flang%3Dru", PASSWORD.replace(' ', "+"));
    assert_eq!(house.post("/sign-in", "", &form).await.headers["location"], "/people?lang=ru");
}
