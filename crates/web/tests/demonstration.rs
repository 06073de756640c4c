//! The exercise of a demonstration stands still: whoever tries it next year finds its round in session.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

mod bench;

use bench::House;

#[tokio::test]
async fn the_round_of_a_demonstration_is_in_session_whatever_the_clock_says() {
    let mut house = House::new();
    let stands = house.people().now();
    house.hands.pass(400 * 86_400_000);
    let ends = "in session now";
    let of_serve = house.browser("").page("/exercise?lang=en").await.text.to_lowercase();
    assert!(!of_serve.contains(ends), "a served exercise goes by the clock: {of_serve}");
    house.site.exercise_stands = Some(stands);
    let of_demo = house.browser("").page("/exercise?lang=en").await.text;
    assert!(of_demo.to_lowercase().contains(ends), "{of_demo}");
    assert!(of_demo.contains("stands still on 24 November 2026") && !of_serve.contains("stands still"));
    let later = house.browser("").get("/exercise/series?as_of=2027-06-01", bench::ask::As::Page).await;
    assert_eq!(later.status, 400, "that day has not come in the exercise");
}
