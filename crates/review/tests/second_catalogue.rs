//! A whole small round on a made-up catalogue of another convention: nothing in code knows the one that is shipped.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod bench;

use bench::hills::{Hills, Who, id, recommendation, submission, text};
use ledger::id::Hash;
use review::adoption::Adoption;
use review::answer::Answer;
use review::catalogue::Catalogue;
use review::conclusion::{Conclusion, Verdict};
use review::modalities::Modalities;
use review::progress::Progress;
use review::recommendation::{HowFar, Recommendation};
use review::statement::Statement;
use serde_json::{Value, json};

const ROUND: &str = "@round/hill-2026";
const TEXT: &str = "@recommendation/hill-2026/1";

/// Aldmark submits: two rows answered as its own draft, then shared with the round.
fn submit(hills: &mut Hills) {
    hills.tell(Who::Aldmark, "submission", "@submission/xal", submission("xal"));
    let penalty = json!({
        "submission": "@submission/xal", "item": "IV.penalty",
        "cells": [
            {"cell": "rule", "code": "full", "narrative": text("A law of 2020"), "citations": [
                {"words": text("Law on biological safety"), "article": "7"}], },
            {"cell": "done", "code": "part", "citations": []},
        ],
    });
    let own = hills.say(Who::Aldmark, "answer", "@answer/xal/penalty", json!("own"), penalty);
    assert!(own.is_ok(), "{own:?}");
    assert!(!hills.sees(Who::Brenmor, "@answer/xal/penalty"), "a draft is the own delegation's");
    let with = json!({"round": ROUND});
    let share = json!({"act": "share", "record": "@answer/xal/penalty", "content": "newest", "with": with});
    assert!(hills.act(Who::Aldmark, share).is_ok());
    let labs = json!({"submission": "@submission/xal", "item": "X.labs", "cells": [
        {"cell": "human.done", "code": "full", "citations": []},
        {"cell": "plant.done", "narrative": text("None yet"), "citations": []},
    ]});
    hills.tell(Who::Aldmark, "answer", "@answer/xal/labs", labs);
}

/// Brenmor asks at the answer, Aldmark replies.
fn ask(hills: &mut Hills) {
    let at = json!({"record": "@answer/xal/penalty", "item": "IV.penalty", "lang": "en"});
    let question = json!({
        "round": ROUND, "to": "@party/xal", "symbol": "HIL26/Q.1", "at": at, "words": text("Which penalty?"),
        "invited_by": "2026-06-01",
    });
    hills.tell(Who::Brenmor, "question", "@question/1", question);
    let reply =
        json!({"question": "@question/1", "symbol": "HIL26/R.1", "words": text("A fine"), "refers": []});
    hills.tell(Who::Aldmark, "reply", "@reply/1", reply);
}

/// The round tables a text, Brenmor states, the chair declares that the States adopted it.
fn adopt(hills: &mut Hills) {
    hills.tell(Who::Round, "recommendation", TEXT, recommendation("a"));
    let statement = json!({
        "round": ROUND, "by": "@party/xbr", "symbol": "HIL26/ST.1", "on": TEXT, "sort": "interpretive",
        "words": text("Within its law"),
    });
    hills.tell(Who::Brenmor, "statement", "@statement/xbr", statement);
    let adopted = hills.act(Who::Round, adoption("@adoption/1", TEXT));
    assert!(adopted.is_ok(), "{adopted:?}");
}

fn adoption(record: &str, text: &str) -> Value {
    json!({
        "act": "adopt", "record": record, "recommendation": text, "day": "2026-06-12", "how": "session",
        "adopters": ["@party/xal", "@party/xbr"], "statements": ["@statement/xbr"], "audience": "public",
    })
}

/// Aldmark reports, and the next round concludes.
fn follow_up(hills: &mut Hills) {
    let progress = json!({
        "on": TEXT, "by": "@party/xal", "number": 1, "word": "carried_out", "words": text("A law was passed"),
        "evidence": ["@answer/xal/penalty"],
    });
    hills.tell(Who::Aldmark, "progress", "@progress/xal/1", progress);
    hills.convene(Who::Next, "hill-2029", "HIL29");
    let conclusion = json!({
        "round": "@round/hill-2029", "recommendation": TEXT, "about": "@party/xal", "verdict": "carried_out",
        "words": text("No longer followed"),
    });
    // The next round's people read the adopted text because it is public; the recommendation's drafts they do not.
    let hidden = hills.say(Who::Next, "conclusion", "@conclusion/1", json!("public"), conclusion.clone());
    assert_eq!(hidden, Err(("refusal-record-unknown", "body/recommendation".into())));
    let share = json!({"act": "share", "record": TEXT, "content": "newest", "with": "public"});
    assert!(hills.act(Who::Round, share).is_ok());
    hills.publish(Who::Next, "conclusion", "@conclusion/1", conclusion);
}

fn held() -> Hills {
    let mut hills = Hills::begin();
    submit(&mut hills);
    ask(&mut hills);
    adopt(&mut hills);
    follow_up(&mut hills);
    hills
}

#[test]
fn a_round_on_another_catalogue_goes_from_modalities_to_conclusion() {
    let hills = held();
    let view = hills.view(Who::Brenmor);
    let modalities = Modalities::of_round(&view, id(ROUND)).unwrap();
    let catalogue = view.find::<Catalogue>(modalities.body.catalogue.unwrap()).unwrap();
    assert_eq!(catalogue.body.instrument, "bwc-measures");
    let in_scope = |row: &str| modalities.body.includes(&catalogue.body, row);
    assert!(in_scope("IV.law") && in_scope("IV.penalty") && in_scope("X.labs"));
    let answer = Answer::at(&view, id("@submission/xal"), "IV.penalty").unwrap();
    assert_eq!(answer.body.cell("done").and_then(|cell| cell.code.as_deref()), Some("part"));
    let progress = view.about::<Progress>(id(TEXT)).next().unwrap();
    assert_eq!(progress.body.word, HowFar::CarriedOut);
    let conclusion = view.about::<Conclusion>(id(TEXT)).next().unwrap();
    assert_eq!(conclusion.body.verdict, Verdict::CarriedOut);
}

#[test]
fn an_adoption_freezes_number_text_and_statements() {
    let mut hills = held();
    let adopted = |hills: &Hills| {
        let seen = Adoption::of(&hills.view(Who::Aldmark), id(TEXT)).unwrap();
        (seen.body.number, seen.body.symbol.clone(), seen.body.content, seen.body.text.title.clone())
    };
    let before: (u32, String, Hash, _) = adopted(&hills);
    assert_eq!((before.0, before.1.as_str()), (1, "HIL26/REC.1"));
    let view = hills.view(Who::Aldmark);
    let text_now = view.find::<Recommendation>(id(TEXT)).unwrap();
    assert_eq!(text_now.facts.content, Some(before.2), "it names the content that was adopted");
    let adoption = Adoption::of(&view, id(TEXT)).unwrap();
    assert!(view.find::<Statement>(adoption.body.statements[0]).is_some());

    let mut later = recommendation("a");
    later["title"] = text("Another title");
    let edit = json!({"act": "recommendation", "record": TEXT, "base": "newest", "audience": "public", "body": later});
    assert!(hills.act(Who::Round, edit).is_ok(), "drafting may go on");
    assert_eq!(adopted(&hills), before, "what was adopted stays as it was");
}

#[test]
fn nobody_but_the_round_reads_what_was_told_to_the_round() {
    let hills = held();
    for handle in ["@answer/xal/penalty", "@question/1", "@reply/1", "@statement/xbr", "@progress/xal/1"] {
        assert!(hills.sees(Who::Aldmark, handle) && hills.sees(Who::Brenmor, handle), "{handle}");
        assert!(hills.sees(Who::Round, handle), "{handle}: the round's own people");
        assert!(!hills.is_public(handle) && !hills.sees(Who::Next, handle), "{handle}");
    }
    assert!(hills.is_public("@adoption/1") && hills.is_public("@conclusion/1"));
}

#[test]
fn adopted_texts_are_numbered_without_gaps_and_none_is_adopted_twice() {
    let mut hills = held();
    let twice = hills.act(Who::Round, adoption("@adoption/again", TEXT));
    assert_eq!(twice, Err(("refusal-adopted-already", "body/number".into())));
    hills.tell(Who::Round, "recommendation", "@recommendation/hill-2026/2", recommendation("b"));
    let second = hills.act(Who::Round, adoption("@adoption/2", "@recommendation/hill-2026/2"));
    assert!(second.is_ok(), "{second:?}");
    let numbers: Vec<(u32, String)> = Adoption::of_round(&hills.desk.public(), id(ROUND))
        .iter()
        .map(|seen| (seen.body.number, seen.body.symbol.clone()))
        .collect();
    assert_eq!(numbers, [(1, "HIL26/REC.1".into()), (2, "HIL26/REC.2".into())]);
}

#[test]
fn only_the_round_declares_an_adoption() {
    let mut hills = held();
    hills.publish(Who::Round, "recommendation", "@recommendation/hill-2026/3", recommendation("c"));
    let third = "@recommendation/hill-2026/3";
    let by_a_state = hills.act(Who::Aldmark, adoption("@adoption/3", third));
    assert_eq!(by_a_state, Err(("refusal-role-needed", String::new())));
    let mut without = adoption("@adoption/3", third);
    without["statements"] = json!([]);
    let by_another_round = hills.act(Who::Next, without.clone());
    assert_eq!(by_another_round, Err(("refusal-not-yours", "body/round".into())));
    without["adopters"] = json!([]);
    assert_eq!(hills.act(Who::Round, without), Err(("refusal-list-empty", "body/adopters".into())));
}
