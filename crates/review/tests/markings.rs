//! Stories of markings: a State's own words go wherever what they mark goes, and nowhere else.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod bench;

use bench::hills::{Became, Hills, Who, id, submission, text};
use ledger::audience::Reader;
use ledger::marking::Marking;
use ledger::view::AsOf;
use review::actor::{Actor, Role};
use review::submission::Submission;
use serde_json::{Value, json};

const RECORD: &str = "@submission/xal";

fn scheme() -> Value {
    let level = |word: &str| json!({"id": format!("@level/{word}"), "words": text(word)});
    json!({"party": "@party/xal", "levels": [level("participants"), level("restricted")]})
}

/// Aldmark has markings, and a draft of its submission.
fn with_scheme() -> Hills {
    let mut hills = Hills::begin();
    hills.say(Who::Aldmark, "marking_scheme", "@scheme/xal", json!("own"), scheme()).unwrap();
    hills.say(Who::Aldmark, "submission", RECORD, json!("own"), submission("xal")).unwrap();
    hills
}

fn mark(hills: &mut Hills, level: Option<&str>) -> Became {
    let mut act = json!({"act": "mark", "record": "@marking/1", "of": RECORD});
    if let Some(level) = level {
        act["level"] = format!("@level/{level}").into();
    }
    hills.act(Who::Aldmark, act)
}

fn share(hills: &mut Hills, with: Value) -> Became {
    hills.act(Who::Aldmark, json!({"act": "share", "record": RECORD, "content": "newest", "with": with}))
}

/// How somebody sees the record marked.
fn marked(hills: &Hills, who: Who) -> Option<String> {
    let seen = hills.view(who).find::<Submission>(id(RECORD))?;
    seen.facts.marking.map(|marking| marking.words.for_reader("en").1.to_owned())
}

fn round() -> Value {
    json!({"round": "@round/hill-2026"})
}

fn at(key: &'static str, field: &str) -> Became {
    Err((key, field.to_owned()))
}

#[test]
fn a_marking_is_told_with_what_it_marks_to_the_same_readers_and_to_nobody_else() {
    let mut hills = with_scheme();
    mark(&mut hills, Some("restricted")).unwrap();
    assert_eq!(marked(&hills, Who::Aldmark).as_deref(), Some("restricted"));
    assert!(!hills.sees(Who::Brenmor, "@marking/1"), "nobody learns of a marking of what he cannot see");
    let written = share(&mut hills, round()).unwrap();
    assert_eq!(written.len(), 2, "both in one act");
    assert_eq!(marked(&hills, Who::Brenmor).as_deref(), Some("restricted"));
    assert!(!hills.is_public("@marking/1"));
    let lanes = |handle: &str| -> Vec<_> {
        hills.view(Who::Aldmark).history(id(handle)).iter().map(|past| past.facts.audience.clone()).collect()
    };
    assert_eq!(lanes("@marking/1"), lanes(RECORD), "lane by lane");
}

#[test]
fn a_changed_marking_reaches_everybody_who_has_the_record_and_no_content_changes() {
    let mut hills = with_scheme();
    mark(&mut hills, Some("participants")).unwrap();
    share(&mut hills, round()).unwrap();
    let before = hills.contents(Who::Brenmor, RECORD);
    mark(&mut hills, Some("restricted")).unwrap();
    assert_eq!(marked(&hills, Who::Brenmor).as_deref(), Some("restricted"));
    assert_eq!(
        hills.contents(Who::Brenmor, RECORD),
        before,
        "positions and clearances refer to the same content"
    );
    assert_eq!(mark(&mut hills, Some("restricted")), at("refusal-unchanged", "level"));
    mark(&mut hills, None).unwrap();
    assert_eq!((marked(&hills, Who::Aldmark), marked(&hills, Who::Brenmor)), (None, None));
    assert_eq!(mark(&mut hills, None), at("refusal-not-marked", "level"));
    mark(&mut hills, Some("restricted")).unwrap();
    assert_eq!(marked(&hills, Who::Brenmor).as_deref(), Some("restricted"), "marked anew");
}

#[test]
fn what_is_withdrawn_takes_its_marking_along_and_what_is_written_for_others_brings_it() {
    let mut hills = with_scheme();
    mark(&mut hills, Some("restricted")).unwrap();
    let anew = json!({"act": "submission", "record": RECORD, "base": "newest", "audience": "public", "body": submission("xal")});
    hills.act(Who::Aldmark, anew).unwrap();
    assert!(hills.is_public("@marking/1"));
    hills.withdraw(Who::Aldmark, RECORD).unwrap();
    assert!(!hills.is_public("@marking/1"));
    assert_eq!(marked(&hills, Who::Aldmark).as_deref(), Some("restricted"), "the draft is marked still");
}

#[test]
fn a_marking_is_never_shared_or_withdrawn_without_what_it_marks() {
    let mut hills = with_scheme();
    mark(&mut hills, Some("restricted")).unwrap();
    let alone = json!({"act": "share", "record": "@marking/1", "content": "newest", "with": "public"});
    assert_eq!(hills.act(Who::Aldmark, alone), at("refusal-marking-goes-along", "record"));
    share(&mut hills, json!("public")).unwrap();
    assert_eq!(hills.withdraw(Who::Aldmark, "@marking/1"), at("refusal-marking-goes-along", "record"));
    assert!(hills.is_public("@marking/1"));
}

#[test]
fn the_marking_of_today_stands_on_the_record_of_the_past() {
    let mut hills = with_scheme();
    let past = hills.view(Who::Aldmark).find::<Submission>(id(RECORD)).unwrap().facts.seen;
    mark(&mut hills, Some("restricted")).unwrap();
    let reader = hills.actor(Who::Aldmark).reader;
    let view = hills.desk.view(reader, AsOf::Instant(past));
    assert!(view.find::<Submission>(id(RECORD)).unwrap().facts.marking.is_some());
    assert!(view.history(id(RECORD)).iter().all(|past| past.facts.marking.is_some()));
}

#[test]
fn a_translator_who_was_given_a_text_was_given_its_marking() {
    let mut hills = with_scheme();
    mark(&mut hills, Some("restricted")).unwrap();
    let whole = hills.actor(Who::Aldmark);
    let given =
        |text: &str| Reader { texts: Some(vec![id(text)]), coordinates: false, ..whole.reader.clone() };
    let view = hills.desk.view(given(RECORD), AsOf::Now);
    assert!(view.find::<Submission>(id(RECORD)).unwrap().facts.marking.is_some());
    let other = hills.desk.view(given("@other/text"), AsOf::Now);
    assert!(
        other.find::<Submission>(id(RECORD)).is_none() && other.find::<Marking>(id("@marking/1")).is_none()
    );
}

#[test]
fn nobody_marks_what_is_anothers_not_even_from_another_installation() {
    let mut hills = with_scheme();
    share(&mut hills, round()).unwrap();
    let act = json!({"act": "mark", "record": "@marking/2", "of": RECORD, "level": "@level/restricted"});
    assert_eq!(hills.act(Who::Brenmor, act), at("refusal-record-unknown", "of"));
    let brenmor = hills.actor(Who::Brenmor);
    let foreign = json!({"of": id(RECORD), "level": "@level/x", "words": text("secret")});
    hills.desk.bring::<Marking>(&brenmor, "@marking/foreign", foreign);
    assert_eq!(marked(&hills, Who::Brenmor), None);
    assert!(hills.view(Who::Brenmor).find::<Marking>(id("@marking/foreign")).is_none(), "it is not said");
}

#[test]
fn an_agency_marks_what_nobody_but_its_people_reads() {
    let mut hills = with_scheme();
    let agency = json!({"party": "@party/xal", "names": [{"name": text("Customs")}], "sources": []});
    hills.publish(Who::Aldmark, "agency", "@agency/customs", agency);
    let whole = hills.actor(Who::Aldmark);
    let reader = Reader { coordinates: false, agencies: vec![id("@agency/customs")], ..whole.reader.clone() };
    let expert = Actor { role: Role::Contributor, reader, ..whole };
    let part = json!({
        "act": "part", "id": "@act/part", "record": "@part/1",
        "body": {"submission": RECORD, "part": "changed", "brief": text("Much")},
    });
    hills.desk.perform(&expert, part).unwrap();
    let mark = |of: &str| {
        let own = of.trim_start_matches('@');
        json!({"act": "mark", "id": format!("@act/{own}"), "record": format!("@marking/{own}"), "of": of, "level": "@level/restricted"})
    };
    hills.desk.perform(&expert, mark("@part/1")).unwrap();
    let refused = hills.desk.perform(&expert, mark(RECORD)).unwrap_err();
    assert_eq!(refused.key, "refusal-record-unknown", "the delegation's draft is the coordinator's to mark");
    let taken_over = json!({"act": "part", "record": "@part/1", "base": "newest", "audience": "own",
        "body": {"submission": RECORD, "part": "changed", "brief": text("Much")}});
    hills.act(Who::Aldmark, taken_over).unwrap();
    let lanes = hills.view(Who::Aldmark).history(id("@marking/part/1")).len();
    assert_eq!(lanes, 2, "it went along when the coordinator took the part over");
}

#[test]
fn a_scheme_is_one_and_no_two_of_its_levels_read_alike() {
    let hills = with_scheme();
    let refused = |handle: &str, body: Value| hills.refused(Who::Aldmark, "marking_scheme", handle, body);
    assert_eq!(refused("@scheme/second", scheme()).0, "refusal-scheme-already");
    let mut hills = Hills::begin();
    let level = |n: u8, words: &str| json!({"id": format!("@level/{n}"), "words": {"en": words}});
    let of = |levels: Value| json!({"party": "@party/xal", "levels": levels});
    let refused = |body: Value| hills.refused(Who::Aldmark, "marking_scheme", "@scheme/1", body).0;
    assert_eq!(refused(of(json!([]))), "refusal-list-empty");
    assert_eq!(refused(of(json!([level(1, "Restricted"), level(2, "restricted")]))), "refusal-level-twice");
    assert_eq!(refused(of(json!([level(1, "A"), level(1, "B")]))), "refusal-listed-twice");
    let nine: Vec<Value> = (0..9).map(|n| level(n, &n.to_string())).collect();
    assert_eq!(refused(of(json!(nine))), "refusal-list-too-long");
    assert_eq!(hills.refused(Who::Brenmor, "marking_scheme", "@scheme/1", scheme()).0, "refusal-not-yours");
    hills.say(Who::Aldmark, "submission", RECORD, json!("own"), submission("xal")).unwrap();
    assert_eq!(mark(&mut hills, Some("restricted")), at("refusal-no-scheme", "level"));
}
