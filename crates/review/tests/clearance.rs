//! Stories of clearance: what a State's own list asks before something leaves its delegation.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod bench;

use bench::hills::{Became, Hills, Who, id, submission, text};
use ledger::audience::Audience;
use ledger::id::Hash;
use review::approval::Approval;
use review::clearance::Clearance;
use review::clearance_list::ClearanceList;
use review::refusal::Refusal;
use review::submission::Submission;
use serde_json::{Value, json};

const RECORD: &str = "@submission/xal";

fn list(kinds: &[&str]) -> Value {
    let step =
        |step: &str, sort: &str| json!({"id": format!("@step/{step}"), "sort": sort, "words": text(step)});
    let steps = json!([
        step("agency", "agency"),
        step("ministry", "foreign_ministry"),
        step("secrets", "secrets_review")
    ]);
    json!({"party": "@party/xal", "name": text("Before sharing"), "acts": ["share"], "kinds": kinds, "steps": steps})
}

fn approval(step: &str) -> Value {
    json!({
        "clearance": "@clearance/1", "step": format!("@step/{step}"), "name": "A. Person", "post": text("Deputy Minister"),
        "letter": {"number": "04-12/345", "date": "2026-10-05"}, "received": {"number": "1178", "date": "2026-10-06"},
    })
}

/// Aldmark has a list, and a draft of its submission.
fn with_list() -> Hills {
    let mut hills = Hills::begin();
    own(&mut hills, "clearance_list", "@list/1", list(&[])).unwrap();
    own(&mut hills, "submission", RECORD, submission("xal")).unwrap();
    hills
}

fn own(hills: &mut Hills, word: &str, handle: &str, body: Value) -> Became {
    hills.say(Who::Aldmark, word, handle, json!("own"), body)
}

fn round() -> Value {
    json!({"round": "@round/hill-2026"})
}

fn begin(hills: &mut Hills, handle: &str, readers: Value) -> Became {
    let act = json!({"act": "clear", "record": handle, "of": RECORD, "content": "newest", "with": readers});
    hills.act(Who::Aldmark, act)
}

fn approve(hills: &mut Hills, step: &str) -> Became {
    own(hills, "approval", &format!("@approval/{step}"), approval(step))
}

fn share(hills: &mut Hills, readers: Value) -> Became {
    hills.act(Who::Aldmark, json!({"act": "share", "record": RECORD, "content": "newest", "with": readers}))
}

fn refusal(hills: &Hills, act: &Value) -> Refusal {
    hills.desk.decide(&hills.actor(Who::Aldmark), act.clone()).map(|_| ()).unwrap_err()
}

/// The steps that are named as missing, in English.
fn missing(hills: &Hills, content: &str) -> Vec<String> {
    let act =
        json!({"act": "share", "id": "@act/try", "record": RECORD, "content": content, "with": round()});
    let refusal = refusal(hills, &act);
    assert_eq!(refusal.key, "refusal-clearance-missing");
    let steps = refusal.names.into_iter().find(|(name, _)| *name == "steps").unwrap().1;
    steps.iter().map(|step| step.for_reader("en").1.to_owned()).collect()
}

fn content(hills: &Hills) -> Hash {
    hills.view(Who::Aldmark).find::<Submission>(id(RECORD)).unwrap().facts.content.unwrap()
}

#[test]
fn where_a_party_has_no_list_nothing_is_needed() {
    let mut hills = Hills::begin();
    own(&mut hills, "submission", RECORD, submission("xal")).unwrap();
    let none = begin(&mut hills, "@clearance/1", round());
    assert_eq!(none, Err(("refusal-clearance-not-needed", "of".into())));
    assert!(share(&mut hills, round()).is_ok());
    assert!(hills.sees(Who::Brenmor, RECORD));
}

#[test]
fn a_content_is_shared_once_every_step_has_approved_it_and_not_before() {
    let mut hills = with_list();
    assert_eq!(missing(&hills, "newest"), ["agency", "ministry", "secrets"]);
    begin(&mut hills, "@clearance/1", round()).unwrap();
    for (step, left) in [("agency", vec!["ministry", "secrets"]), ("ministry", vec!["secrets"])] {
        approve(&mut hills, step).unwrap();
        assert_eq!(missing(&hills, "newest"), left);
        assert!(!hills.sees(Who::Brenmor, RECORD));
    }
    approve(&mut hills, "secrets").unwrap();
    assert!(share(&mut hills, round()).is_ok());
    assert!(hills.sees(Who::Brenmor, RECORD));
}

#[test]
fn a_step_is_not_skipped_nor_approved_twice() {
    let mut hills = with_list();
    begin(&mut hills, "@clearance/1", round()).unwrap();
    assert_eq!(approve(&mut hills, "secrets"), Err(("refusal-step-before", "body/step".into())));
    assert_eq!(approve(&mut hills, "nobody"), Err(("refusal-step-unknown", "body/step".into())));
    approve(&mut hills, "agency").unwrap();
    let again = own(&mut hills, "approval", "@approval/again", approval("agency"));
    assert_eq!(again, Err(("refusal-step-approved", "body/step".into())));
}

#[test]
fn an_approval_taken_back_is_missing_again() {
    let mut hills = with_list();
    begin(&mut hills, "@clearance/1", round()).unwrap();
    ["agency", "ministry", "secrets"].iter().for_each(|step| drop(approve(&mut hills, step).unwrap()));
    let back = json!({"act": "withdraw", "record": "@approval/ministry", "from": {"type": "own"}});
    hills.act(Who::Aldmark, back).unwrap();
    assert_eq!(missing(&hills, "newest"), ["ministry"]);
}

#[test]
fn what_was_written_later_is_not_cleared_and_what_was_cleared_still_is() {
    let mut hills = with_list();
    begin(&mut hills, "@clearance/1", round()).unwrap();
    ["agency", "ministry", "secrets"].iter().for_each(|step| drop(approve(&mut hills, step).unwrap()));
    let cleared = content(&hills);
    let mut later = submission("xal");
    later["form"] = "matrix".into();
    let draft =
        json!({"act": "submission", "record": RECORD, "base": "newest", "audience": "own", "body": later});
    hills.act(Who::Aldmark, draft).unwrap();
    assert_eq!(missing(&hills, "newest").len(), 3);
    let act = json!({"act": "share", "record": RECORD, "content": cleared, "with": round()});
    assert!(hills.act(Who::Aldmark, act).is_ok());
    let seen = hills.view(Who::Brenmor).find::<Submission>(id(RECORD)).unwrap();
    assert_eq!(seen.facts.content, Some(cleared));
}

#[test]
fn other_readers_are_not_cleared_by_it() {
    let mut hills = with_list();
    begin(&mut hills, "@clearance/1", json!({"named": ["@party/xbr"]})).unwrap();
    ["agency", "ministry", "secrets"].iter().for_each(|step| drop(approve(&mut hills, step).unwrap()));
    assert_eq!(missing(&hills, "newest").len(), 3, "the round is not Brenmor alone");
    assert_eq!(share(&mut hills, json!("public")).unwrap_err().0, "refusal-clearance-missing");
    assert!(share(&mut hills, json!({"named": ["@party/xbr"]})).is_ok());
}

#[test]
fn who_joined_later_reads_nothing_before_the_list_is_asked_again() {
    let mut hills = with_list();
    begin(&mut hills, "@clearance/1", round()).unwrap();
    ["agency", "ministry", "secrets"].iter().for_each(|step| drop(approve(&mut hills, step).unwrap()));
    share(&mut hills, round()).unwrap();
    hills.join_corvia();
    assert_eq!(missing(&hills, "newest").len(), 3);
    assert!(!hills.sees(Who::Corvia, RECORD));
}

#[test]
fn a_list_that_is_changed_asks_anew_and_one_that_is_ended_asks_nothing() {
    let mut hills = with_list();
    begin(&mut hills, "@clearance/1", round()).unwrap();
    approve(&mut hills, "agency").unwrap();
    let mut shorter = list(&[]);
    shorter["steps"].as_array_mut().unwrap().remove(2);
    let change = json!({"act": "clearance_list", "record": "@list/1", "base": "newest", "audience": "own", "body": shorter});
    hills.act(Who::Aldmark, change).unwrap();
    assert_eq!(missing(&hills, "newest"), ["agency", "ministry"]);
    assert_eq!(approve(&mut hills, "ministry"), Err(("refusal-clearance-over", "body/clearance".into())));
    begin(&mut hills, "@clearance/2", round()).unwrap();
    let end = json!({"act": "withdraw", "record": "@list/1", "from": {"type": "own"}});
    hills.act(Who::Aldmark, end).unwrap();
    assert!(share(&mut hills, round()).is_ok());
}

#[test]
fn a_list_that_is_only_translated_asks_what_it_asked() {
    let mut hills = with_list();
    begin(&mut hills, "@clearance/1", round()).unwrap();
    approve(&mut hills, "agency").unwrap();
    let mut translated = list(&[]);
    translated["steps"][1]["words"]["ru"] = "Министерство".into();
    let change = json!({"act": "clearance_list", "record": "@list/1", "base": "newest", "audience": "own", "body": translated});
    hills.act(Who::Aldmark, change).unwrap();
    assert_eq!(missing(&hills, "newest"), ["ministry", "secrets"]);
}

#[test]
fn a_list_is_asked_for_the_kinds_it_names_and_before_the_one_for_all() {
    let mut hills = Hills::begin();
    own(&mut hills, "submission", RECORD, submission("xal")).unwrap();
    own(&mut hills, "clearance_list", "@list/parts", list(&["review.part"])).unwrap();
    let mut general = list(&[]);
    general["steps"].as_array_mut().unwrap().truncate(1);
    own(&mut hills, "clearance_list", "@list/all", general).unwrap();
    assert_eq!(missing(&hills, "newest"), ["agency"]);
    let body = json!({"submission": RECORD, "part": "changed", "brief": {"en": "A new law"}});
    own(&mut hills, "part", "@part/1", body).unwrap();
    let act =
        json!({"act": "share", "id": "@act/try", "record": "@part/1", "content": "newest", "with": round()});
    assert_eq!(refusal(&hills, &act).names[1].1.len(), 3);
}

#[test]
fn two_lists_for_the_same_are_refused() {
    let mut hills = with_list();
    own(&mut hills, "clearance_list", "@list/2", list(&["review.part", "review.plan"])).unwrap();
    for kinds in [&[][..], &["review.plan"]] {
        let became = own(&mut hills, "clearance_list", "@list/3", list(kinds));
        assert_eq!(became, Err(("refusal-lists-overlap", "body/kinds".into())));
    }
    assert!(own(&mut hills, "clearance_list", "@list/3", list(&["review.answer"])).is_ok());
}

#[test]
fn nothing_goes_past_the_list_by_being_written_for_others_at_once() {
    let mut hills = with_list();
    let part = json!({"submission": RECORD, "part": "changed", "brief": {"en": "A new law"}});
    let became = hills.say(Who::Aldmark, "part", "@part/1", round(), part.clone());
    assert_eq!(became, Err(("refusal-clearance-first", "audience".into())));
    assert!(own(&mut hills, "part", "@part/1", part).is_ok());
    let theirs = hills.say(Who::Brenmor, "submission", "@submission/xbr", round(), submission("xbr"));
    assert!(theirs.is_ok(), "another State's list asks nothing of Brenmor: {theirs:?}");
}

#[test]
fn lists_and_approvals_stay_inside_and_nobody_else_learns_of_them() {
    let mut hills = with_list();
    begin(&mut hills, "@clearance/1", round()).unwrap();
    approve(&mut hills, "agency").unwrap();
    let told = hills.say(Who::Aldmark, "approval", "@approval/2", round(), approval("ministry"));
    assert_eq!(told, Err(("refusal-stays-inside", "audience".into())));
    for handle in ["@list/1", "@clearance/1", "@approval/agency"] {
        assert!(hills.sees(Who::Aldmark, handle));
        let act = json!({"act": "share", "record": handle, "content": "newest", "with": round()});
        assert_eq!(hills.act(Who::Aldmark, act), Err(("refusal-stays-inside", "with".into())), "{handle}");
        for who in [Who::Brenmor, Who::Round, Who::Editor] {
            assert!(!hills.sees(who, handle), "{who:?} {handle}");
        }
    }
    assert_eq!(begin(&mut hills, "@clearance/2", round()), Err(("refusal-clearance-begun", "of".into())));
}

#[test]
fn nobody_clears_for_another_state() {
    let mut hills = with_list();
    begin(&mut hills, "@clearance/1", round()).unwrap();
    let unknown = hills.refused(Who::Brenmor, "approval", "@approval/1", approval("agency"));
    assert_eq!(unknown, ("refusal-record-unknown", "body/clearance".into()));
    let theirs = hills.refused(Who::Brenmor, "clearance_list", "@list/2", list(&[]));
    assert_eq!(theirs, ("refusal-not-yours", "body/party".into()));
    let act =
        json!({"act": "clear", "record": "@clearance/2", "of": RECORD, "content": "newest", "with": round()});
    assert_eq!(hills.act(Who::Brenmor, act), Err(("refusal-record-unknown", "of".into())));
}

#[test]
fn a_name_is_erased_by_erasing_one_approval() {
    let mut hills = with_list();
    begin(&mut hills, "@clearance/1", round()).unwrap();
    approve(&mut hills, "agency").unwrap();
    let content = hills.view(Who::Aldmark).find::<Approval>(id("@approval/agency")).unwrap().facts.content;
    let erase = json!({
        "act": "erase", "record": "@approval/agency", "content": content, "ground": "personal_data",
        "erasures": ["@erasure/1"],
    });
    hills.act(Who::Aldmark, erase).unwrap();
    let view = hills.view(Who::Aldmark);
    assert!(view.find::<Approval>(id("@approval/agency")).is_none());
    assert!(view.find::<Clearance>(id("@clearance/1")).is_some());
    assert!(view.find::<ClearanceList>(id("@list/1")).is_some());
}

#[test]
fn each_part_of_an_approval_is_checked_and_named() {
    let mut hills = with_list();
    begin(&mut hills, "@clearance/1", round()).unwrap();
    let refused = |field: &str, value: Value| {
        let mut body = approval("agency");
        body[field] = value;
        hills.refused(Who::Aldmark, "approval", "@approval/1", body)
    };
    assert_eq!(refused("name", json!("")), ("refusal-text-empty", "body/name".into()));
    assert_eq!(refused("post", text(&"x".repeat(201))), ("refusal-text-too-long", "body/post".into()));
    let letter = |number: &str, date: &str| json!({"number": number, "date": date});
    assert_eq!(
        refused("letter", letter("", "2026-10-05")),
        ("refusal-text-empty", "body/letter/number".into())
    );
    assert_eq!(refused("letter", letter("1", "2026-10")), ("refusal-day-needed", "body/letter/date".into()));
    assert_eq!(refused("received", letter("1", "2026")), ("refusal-day-needed", "body/received/date".into()));
    assert_eq!(refused("scan", json!("@file/none")), ("refusal-record-unknown", "body/scan".into()));
}

#[test]
fn each_part_of_a_list_is_checked_and_named() {
    let hills = Hills::begin();
    let refused = |field: &str, value: Value| {
        let mut body = list(&[]);
        body[field] = value;
        hills.refused(Who::Aldmark, "clearance_list", "@list/1", body)
    };
    assert_eq!(refused("acts", json!([])), ("refusal-list-empty", "body/acts".into()));
    assert_eq!(refused("steps", json!([])), ("refusal-list-empty", "body/steps".into()));
    assert_eq!(
        refused("kinds", json!(["review.mandate"])),
        ("refusal-kind-not-cleared", "body/kinds".into())
    );
    let step = json!({"id": "@step/a", "sort": "other", "words": text("A")});
    assert_eq!(refused("steps", json!([step, step])), ("refusal-listed-twice", "body/steps".into()));
    assert_eq!(refused("steps", json!(vec![step; 13])), ("refusal-list-too-long", "body/steps".into()));
    let agency = json!({"id": "@step/a", "sort": "agency", "words": text("A"), "agency": "@agency/none"});
    assert_eq!(refused("steps", json!([agency])), ("refusal-record-unknown", "body/steps".into()));
}

#[test]
fn what_was_shown_as_the_readers_is_what_happens_or_nothing_does() {
    let mut hills = Hills::begin();
    own(&mut hills, "submission", RECORD, submission("xal")).unwrap();
    let all = [Who::Aldmark, Who::Brenmor, Who::Round].map(|who| hills.actor(who).owner);
    let shown = Audience::readers(ledger::audience::ReadersLabel::Round, all);
    hills.join_corvia();
    let act = json!({"act": "share", "record": RECORD, "content": "newest", "with": round(), "shown": shown});
    assert_eq!(hills.act(Who::Aldmark, act), Err(("refusal-readers-changed", "with".into())));
    assert!(!hills.sees(Who::Brenmor, RECORD));
}

#[test]
fn an_extension_takes_it_from_nobody_who_has_it() {
    let mut hills = Hills::begin();
    own(&mut hills, "submission", RECORD, submission("xal")).unwrap();
    share(&mut hills, round()).unwrap();
    let before = hills.view(Who::Brenmor).find::<Submission>(id(RECORD)).unwrap().facts.audience;
    hills.join_corvia();
    let leave = json!({"act": "withdraw", "record": "@delegation/hill-2026/xbr", "from": {"type": "public"}});
    hills.act(Who::Round, leave).unwrap();
    let extend = |extends: &Audience, with: Value| json!({"act": "share", "record": RECORD, "content": "newest", "with": with, "extends": extends});
    let narrower = hills.act(Who::Aldmark, extend(&before, json!({"named": ["@party/xco"]})));
    assert_eq!(narrower, Err(("refusal-not-wider", "extends".into())));
    let not_had = hills.act(Who::Aldmark, extend(&Audience::Public, round()));
    assert_eq!(not_had, Err(("refusal-not-wider", "extends".into())));
    hills.act(Who::Aldmark, extend(&before, round())).unwrap();
    let after = hills.view(Who::Corvia).find::<Submission>(id(RECORD)).unwrap().facts.audience;
    assert!(before.widens_to(&after) && *before != *after);
    assert_eq!(hills.view(Who::Brenmor).history(id(RECORD)).len(), 2, "who left keeps it, in both lists");
}
