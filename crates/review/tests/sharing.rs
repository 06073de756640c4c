//! Stories of taking back: what was withdrawn or erased can still be erased, and begun anew.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod bench;

use bench::hills::{Hills, Who, id, text};
use ledger::content::Body;
use ledger::id::Hash;
use review::theme::Theme;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

fn theme(name: &str) -> Value {
    json!({"label": "labs", "name": text(name)})
}

/// A world in which the editor wrote of a theme twice, for everybody.
fn twice() -> Hills {
    let mut hills = Hills::begin();
    hills.publish(Who::Editor, "theme", "@theme/labs", theme("Laboratories, A. N. Other"));
    let again = json!({"act": "theme", "record": "@theme/labs", "base": "newest", "body": theme("Laboratories of A. N. Other")});
    hills.act(Who::Editor, again).unwrap();
    hills
}

fn at(key: &'static str, field: &str) -> (&'static str, String) {
    (key, field.to_owned())
}

#[test]
fn what_was_withdrawn_from_everybody_can_still_be_erased() {
    let mut hills = twice();
    hills.withdraw(Who::Editor, "@theme/labs").unwrap();
    for content in hills.contents(Who::Editor, "@theme/labs") {
        assert!(hills.erase(Who::Editor, "@theme/labs", content).is_ok());
    }
    assert!(hills.erase(Who::Round, "@theme/labs", Hash::of(b"x")).is_err(), "another's");
}

#[test]
fn after_the_newest_content_was_erased_an_older_one_can_be_too() {
    let mut hills = twice();
    let contents = hills.contents(Who::Editor, "@theme/labs");
    for content in contents.iter().rev() {
        assert!(hills.erase(Who::Editor, "@theme/labs", *content).is_ok());
    }
    let share = json!({"act": "share", "record": "@theme/labs", "content": "newest", "with": "own"});
    assert_eq!(hills.act(Who::Editor, share), Err(at("refusal-not-shared", "content")), "nothing is left");
}

#[test]
fn a_record_of_which_nothing_is_left_is_begun_anew_by_its_owner_and_in_its_kind() {
    for base in [json!(null), json!("newest")] {
        let mut hills = twice();
        hills.withdraw(Who::Editor, "@theme/labs").unwrap();
        let series = json!({"slug": "labs", "title": text("Labs"), "about": text("Labs"), "sources": []});
        let other = hills.refused(Who::Editor, "series", "@theme/labs", series);
        assert_eq!(other, at("refusal-record-of-other-kind", "record"));
        let mut act = json!({"act": "theme", "record": "@theme/labs", "body": theme("Laboratories")});
        if !base.is_null() {
            act["base"] = base;
        }
        hills.act(Who::Editor, act).unwrap();
        let seen = hills.desk.public().find::<Theme>(id("@theme/labs")).unwrap();
        assert_eq!(seen.body.name.for_reader("en").1, "Laboratories");
    }
}

#[test]
fn what_was_withdrawn_may_be_told_to_the_same_readers_again() {
    let mut hills = twice();
    let contents = hills.contents(Who::Editor, "@theme/labs");
    let tell = |content: Hash| json!({"act": "share", "record": "@theme/labs", "content": content, "with": "public"});
    let already = Err(at("refusal-shared-already", "with"));
    assert_eq!(hills.act(Who::Editor, tell(contents[1])), already);
    hills.withdraw(Who::Editor, "@theme/labs").unwrap();
    assert!(hills.act(Who::Editor, tell(contents[0])).is_ok(), "or what was said before it");
    assert_eq!(hills.act(Who::Editor, tell(contents[0])), already);
}

#[test]
fn an_edit_of_what_was_withdrawn_meanwhile_is_an_edit_of_something_else() {
    let mut hills = twice();
    let content = hills.contents(Who::Editor, "@theme/labs")[1];
    hills.withdraw(Who::Editor, "@theme/labs").unwrap();
    let act =
        json!({"act": "theme", "record": "@theme/labs", "base": content, "body": theme("Laboratories")});
    assert_eq!(hills.act(Who::Editor, act), Err(at("refusal-base-stale", "base")));
}

/// A theme as a later program might write it.
#[derive(Serialize, Deserialize, schemars::JsonSchema)]
struct LaterTheme {
    colour: String,
}

impl Body for LaterTheme {
    const KIND: &'static str = Theme::KIND;
    const SCHEMA: u32 = 9;
}

#[test]
fn what_a_newer_program_wrote_is_not_written_over() {
    let mut hills = Hills::begin();
    let editor = hills.actor(Who::Editor);
    hills.desk.bring::<LaterTheme>(&editor, "@theme/labs", json!({"colour": "green"}));
    for base in [json!("newest"), json!(null)] {
        let mut act = json!({"act": "theme", "record": "@theme/labs", "body": theme("Laboratories")});
        if !base.is_null() {
            act["base"] = base;
        }
        assert_eq!(hills.act(Who::Editor, act), Err(at("refusal-record-newer", "record")));
    }
}
