//! Stories of what stays: an adopted text with its number, and somebody who appoints others.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod bench;

use bench::hills::{Became, Hills, Who, id, recommendation};
use review::adoption::Adoption;
use serde_json::json;

fn at(key: &'static str, field: &str) -> (&'static str, String) {
    (key, field.to_owned())
}

/// A world in which the States adopted a text.
fn adopted() -> Hills {
    let mut hills = Hills::begin();
    hills.tell(Who::Round, "recommendation", "@rec/1", recommendation("a"));
    hills.tell(Who::Round, "recommendation", "@rec/2", recommendation("b"));
    adopt(&mut hills, "1").unwrap();
    hills
}

fn adopt(hills: &mut Hills, number: &str) -> Became {
    hills.act(
        Who::Round,
        json!({"act": "adopt", "record": format!("@adoption/{number}"), "recommendation": format!("@rec/{number}"),
            "day": "2026-05-01", "how": "session", "adopters": ["@party/xal", "@party/xbr"], "audience": "public"}),
    )
}

#[test]
fn an_adoption_is_never_withdrawn() {
    let mut hills = adopted();
    assert_eq!(hills.withdraw(Who::Round, "@adoption/1"), Err(at("refusal-stays", "record")));
    assert_eq!(Adoption::of_round(&hills.desk.public(), id("@round/hill-2026")).len(), 1);
}

#[test]
fn the_number_of_an_adoption_that_was_erased_is_never_given_again() {
    let mut hills = adopted();
    let content = hills.contents(Who::Round, "@adoption/1")[0];
    hills.erase(Who::Round, "@adoption/1", content).unwrap();
    adopt(&mut hills, "2").unwrap();
    let adoptions = Adoption::of_round(&hills.desk.public(), id("@round/hill-2026"));
    let symbols: Vec<&str> = adoptions.iter().map(|seen| &*seen.body.symbol).collect();
    assert_eq!(symbols, ["HIL26/REC.2"]);
}

#[test]
fn the_last_coordinators_mandate_is_neither_withdrawn_nor_erased() {
    let mut hills = Hills::begin();
    let mandate = hills.actor(Who::Aldmark).by.mandate.to_string();
    let from_own = json!({"act": "withdraw", "record": mandate, "from": {"type": "own"}});
    assert_eq!(hills.act(Who::Aldmark, from_own), Err(at("refusal-stays", "record")));
    let view = hills.view(Who::Aldmark);
    let content = view.find_any(mandate.parse().unwrap()).unwrap().facts.content.unwrap();
    assert_eq!(hills.erase(Who::Aldmark, &mandate, content), Err(at("refusal-last-coordinator", "record")));
    let second =
        json!({"person": "@person/second", "role": "coordinator", "from": "2026-01-01T00:00:00.000Z"});
    hills.say(Who::Aldmark, "mandate", "@mandate/second", json!("own"), second).unwrap();
    assert!(hills.erase(Who::Aldmark, &mandate, content).is_ok());
}
