//! Stories of files: they are attached to what is one's own, with their bytes, and stay with what stays inside; and what is
//! erased in one act.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod bench;

use bench::hills::{Became, Hills, Who, id, submission, text};
use ledger::audience::Reader;
use ledger::content::Erasure;
use ledger::id::Hash;
use review::actor::{Actor, Role};
use review::file::{File, LARGEST};
use review::refusal::Refusal;
use serde_json::{Value, json};

const RECORD: &str = "@submission/xal";

fn with_draft() -> Hills {
    let mut hills = Hills::begin();
    hills.say(Who::Aldmark, "submission", RECORD, json!("own"), submission("xal")).unwrap();
    hills
}

fn file(of: &str, bytes: &[u8]) -> Value {
    json!({
        "of": of, "title": text("A scan"), "name": "scan.pdf", "media": "application/pdf", "size": bytes.len(),
        "hash": Hash::of(bytes), "language": "ru",
    })
}

/// Attaches, with these bytes in hand.
fn attach(hills: &mut Hills, who: Who, brings: Option<&[u8]>, act: Value) -> Result<Vec<Hash>, Refusal> {
    let actor = Actor { brings: brings.map(Hash::of), ..hills.actor(who) };
    hills.desk.perform(&actor, act)
}

fn write(n: u8, body: Value) -> Value {
    json!({"act": "file", "id": format!("@act/file/{n}"), "record": format!("@file/{n}"), "body": body})
}

#[test]
fn whoever_knows_a_hash_does_not_have_the_bytes() {
    let mut hills = with_draft();
    let refused = attach(&mut hills, Who::Aldmark, None, write(1, file(RECORD, b"a"))).unwrap_err();
    assert_eq!(refused.key, "refusal-file-not-brought");
    attach(&mut hills, Who::Aldmark, Some(b"a"), write(1, file(RECORD, b"a"))).unwrap();
    let refused = attach(&mut hills, Who::Aldmark, None, write(2, file(RECORD, b"a"))).unwrap_err();
    assert_eq!(refused.key, "refusal-file-not-brought", "nor by another record of one's own");
    let mut retitled = write(1, file(RECORD, b"a"));
    (retitled["id"], retitled["base"]) = ("@act/retitled".into(), "newest".into());
    retitled["body"]["title"] = text("Another title");
    attach(&mut hills, Who::Aldmark, None, retitled).unwrap();
}

#[test]
fn a_file_is_what_it_is_and_belongs_to_what_is_ones_own() {
    let mut hills = with_draft();
    let mut refused = |change: &dyn Fn(&mut Value)| {
        let mut body = file(RECORD, b"a");
        change(&mut body);
        attach(&mut hills, Who::Aldmark, Some(b"a"), write(1, body)).unwrap_err().key
    };
    assert_eq!(refused(&|body| body["name"] = "../scan.pdf".into()), "refusal-file-name");
    assert_eq!(refused(&|body| body["name"] = "scan.exe".into()), "refusal-file-name");
    assert_eq!(refused(&|body| body["name"] = "scan\u{202e}fdp.pdf".into()), "refusal-file-name");
    assert_eq!(refused(&|body| body["size"] = 0.into()), "refusal-file-empty");
    assert_eq!(refused(&|body| body["size"] = (LARGEST + 1).into()), "refusal-file-too-large");
    assert_eq!(refused(&|body| body["language"] = "russian!".into()), "refusal-language-unknown");
    assert_eq!(refused(&|body| body["of"] = "@record/absent".into()), "refusal-record-unknown");
    assert_eq!(refused(&|body| body["of"] = "@party/xbr".into()), "refusal-not-yours");
    attach(&mut hills, Who::Aldmark, Some(b"a"), write(1, file(RECORD, b"a"))).unwrap();
    let of_file = attach(&mut hills, Who::Aldmark, Some(b"a"), write(2, file("@file/1", b"a"))).unwrap_err();
    assert_eq!(of_file.key, "refusal-file-of-file");
    assert!(!hills.sees(Who::Brenmor, "@file/1"), "it begins as a draft");
}

#[test]
fn the_scan_of_an_approval_stays_with_its_approval() {
    let mut hills = with_draft();
    let step = json!({"id": "@step/a", "sort": "agency", "words": text("Agency")});
    let list = json!({"party": "@party/xal", "name": text("Before"), "acts": ["share"], "steps": [step]});
    hills.say(Who::Aldmark, "clearance_list", "@list/1", json!("own"), list).unwrap();
    let clear = json!({"act": "clear", "record": "@clearance/1", "of": RECORD, "content": "newest", "with": "public"});
    hills.act(Who::Aldmark, clear).unwrap();
    let wide = json!({"act": "file", "id": "@act/w", "record": "@file/w", "audience": "public", "body": file("@clearance/1", b"a")});
    assert_eq!(attach(&mut hills, Who::Aldmark, Some(b"a"), wide).unwrap_err().key, "refusal-stays-inside");
    attach(&mut hills, Who::Aldmark, Some(b"a"), write(1, file("@clearance/1", b"a"))).unwrap();
    let share = json!({"act": "share", "record": "@file/1", "content": "newest", "with": "public"});
    assert_eq!(hills.act(Who::Aldmark, share), Err(("refusal-stays-inside", "with".into())));
}

#[test]
fn what_was_spilt_goes_in_one_act_everywhere_or_not_at_all() {
    let mut hills = with_draft();
    attach(&mut hills, Who::Aldmark, Some(b"a"), write(1, file(RECORD, b"a"))).unwrap();
    for record in [RECORD, "@file/1"] {
        let share = json!({"act": "share", "record": record, "content": "newest", "with": {"round": "@round/hill-2026"}});
        hills.act(Who::Aldmark, share).unwrap();
    }
    let (text, scan) = (hills.contents(Who::Aldmark, RECORD)[0], hills.contents(Who::Aldmark, "@file/1")[0]);
    let spill = |ids: &[&str], also: Hash| -> Value {
        json!({
            "act": "erase", "record": RECORD, "content": text, "ground": "spill", "erasures": ids,
            "also": [{"record": "@file/1", "content": also}],
        })
    };
    let four = ["@erasure/1", "@erasure/2", "@erasure/3", "@erasure/4"];
    let refused = |became: Became| became.unwrap_err().0;
    assert_eq!(refused(hills.act(Who::Aldmark, spill(&four[..3], scan))), "refusal-erasure-ids");
    assert_eq!(refused(hills.act(Who::Aldmark, spill(&["@erasure/1"; 4], scan))), "refusal-erasure-ids");
    assert_eq!(refused(hills.act(Who::Aldmark, spill(&four, Hash::of(b"x")))), "refusal-content-unknown");
    assert!(hills.view(Who::Brenmor).find::<File>(id("@file/1")).is_some(), "nothing of it was done");
    hills.act(Who::Aldmark, spill(&four, scan)).unwrap();
    for who in [Who::Aldmark, Who::Brenmor] {
        assert!(!hills.sees(who, RECORD) && !hills.sees(who, "@file/1"));
    }
    assert_eq!(hills.view(Who::Brenmor).all::<Erasure>().count(), 2, "told to those who had it");
    assert_eq!(hills.view(Who::Aldmark).all::<Erasure>().count(), 4);
}

#[test]
fn a_translator_translates_a_text_that_refers_to_what_he_was_not_given() {
    let mut hills = with_draft();
    let need = json!({
        "party": "@party/xal", "title": text("A list"), "words": text("Help"), "themes": [], "may_circulate": false,
        "standing": "open", "sources": [],
    });
    hills.say(Who::Aldmark, "need", "@need/1", json!("own"), need).unwrap();
    let body =
        json!({"submission": RECORD, "part": "needs", "brief": text("In short"), "refers": ["@need/1"]});
    hills.say(Who::Aldmark, "part", "@part/1", json!("own"), body.clone()).unwrap();
    let whole = hills.actor(Who::Aldmark);
    let reader = Reader { coordinates: false, texts: Some(vec![id("@part/1")]), ..whole.reader.clone() };
    let translator = Actor { role: Role::Translator, reader, ..whole };
    assert!(
        hills.desk.view(translator.reader.clone(), ledger::view::AsOf::Now).whose(id("@need/1")).is_none()
    );
    let act = |n: u8, record: &str, body: Value| json!({"act": "part", "id": format!("@act/t/{n}"), "record": record, "base": "newest", "body": body});
    let mut translated = body.clone();
    translated["brief"]["ru"] = "Кратко".into();
    hills.desk.perform(&translator, act(1, "@part/1", translated.clone())).unwrap();
    let mut refers = translated.clone();
    refers["refers"] = json!([]);
    let refused = |said: Result<Vec<Hash>, Refusal>| said.unwrap_err().key;
    assert_eq!(
        refused(hills.desk.perform(&translator, act(2, "@part/1", refers))),
        "refusal-only-translations"
    );
    let mut long = translated;
    long["brief"]["ru"] = "ж".repeat(500).into();
    assert_eq!(refused(hills.desk.perform(&translator, act(3, "@part/1", long))), "refusal-text-too-long");
    for not_given in [RECORD, "@need/1", "@record/absent"] {
        let said = hills.desk.perform(&translator, act(4, not_given, body.clone()));
        assert_eq!(refused(said), "refusal-text-not-given", "{not_given}");
    }
}
