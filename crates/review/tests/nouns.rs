//! Stories of the nouns of a review: what each refuses, and on which field. A small exercise of two States.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod bench;

use bench::hills::{Hills, Who, catalogue, id, modalities, recommendation, submission, text};
use bench::{PaperDesk, archived};
use ledger::audience::Reader;
use ledger::owner::{Origin, OwnerSort};
use review::actor::{Actor, Role};
use review::measure::Measure;
use serde_json::{Value, json};

fn at(key: &'static str, field: &str) -> (&'static str, String) {
    (key, field.to_owned())
}

/// The body with another value in a field.
fn with(mut body: Value, field: &str, value: Value) -> Value {
    body[field] = value;
    body
}

/// A world in which Aldmark has submitted, and Brenmor asked.
fn dialogue() -> Hills {
    let mut hills = Hills::begin();
    hills.tell(Who::Aldmark, "submission", "@submission/xal", submission("xal"));
    let question = json!({"round": "@round/hill-2026", "to": "@party/xal", "words": text("Which penalty?")});
    hills.tell(Who::Brenmor, "question", "@question/1", question);
    hills
}

const NOT_YOURS: &str = "refusal-not-yours";

#[test]
fn a_coordinator_writes_of_his_own_state_only() {
    let hills = dialogue();
    let party = "@party/xal";
    let names = json!([{"name": text("Customs")}]);
    let bodies = [
        ("submission", "body/party", submission("xal")),
        ("agency", "body/party", json!({"party": party, "names": names})),
        ("instrument", "body/party", json!({"party": party, "title": text("Law"), "sort": "law"})),
        ("plan", "body/party", json!({"party": party, "title": text("Plan")})),
        ("contact", "body/party", json!({"party": party, "post": text("Desk")})),
        ("practice", "body/party", {
            json!({"party": party, "topic": text("Labs"), "title": text("One"), "practice": text("Two")})
        }),
        ("offer", "body/party", json!({"party": party, "title": text("Training"), "words": text("A week")})),
        ("need", "body/party", {
            let words = text("Detectors");
            json!({"party": party, "title": words, "words": words, "may_circulate": true, "standing": "open"})
        }),
        ("statement", "body/by", {
            json!({"round": "@round/hill-2026", "by": party, "sort": "statement", "words": text("We agree")})
        }),
        ("proposal", "body/by", {
            json!({"round": "@round/hill-2026", "by": party, "words": text("A portal"), "sources": []})
        }),
    ];
    for (word, field, body) in bodies {
        let refused = hills.refused(Who::Brenmor, word, "@new/1", body.clone());
        assert_eq!(refused, at(NOT_YOURS, field), "{word}");
        if word != "submission" {
            let own = hills.refused(Who::Aldmark, word, "@new/1", body);
            assert_eq!(own, at("accepted", ""), "{word}");
        }
    }
}

#[test]
fn each_writes_only_what_is_his_to_write() {
    let hills = dialogue();
    let refused = |who, word, body| hills.refused(who, word, "@new/1", body);
    let needed = at("refusal-role-needed", "");
    assert_eq!(refused(Who::Aldmark, "modalities", modalities()), needed);
    assert_eq!(refused(Who::Aldmark, "recommendation", recommendation("a")), needed);
    assert_eq!(refused(Who::Aldmark, "catalogue", catalogue()), needed);
    assert_eq!(refused(Who::Editor, "submission", submission("xbr")), needed);
    assert_eq!(refused(Who::Round, "submission", submission("xbr")), needed);
    let reply = json!({"question": "@question/1", "words": text("A fine")});
    assert_eq!(refused(Who::Round, "reply", reply.clone()), needed);
    assert_eq!(refused(Who::Brenmor, "reply", reply.clone()), at(NOT_YOURS, "body/question"));
    assert_eq!(refused(Who::Aldmark, "reply", reply), at("accepted", ""));
}

#[test]
fn a_party_and_a_round_have_one_record_of_themselves() {
    let hills = Hills::begin();
    let party = json!({"label": "XAB", "sort": "state", "name": text("Another"), "sources": []});
    assert_eq!(hills.refused(Who::Aldmark, "party", "@party/xab", party), at(NOT_YOURS, "record"));
    let round = json!({
        "series": "@series/hills", "slug": "hill-2030", "symbol": "HIL30", "title": text("Another"),
        "summary": text("Another"), "standing": "announced", "dates": [], "initiators": [], "hosts": [],
        "organizers": [], "donors": [], "themes": [], "steps": [], "notes": [], "sources": [],
    });
    assert_eq!(hills.refused(Who::Round, "round", "@round/hill-2030", round), at(NOT_YOURS, "record"));
}

#[test]
fn what_is_joint_only_the_round_itself_writes() {
    let mut hills = Hills::begin();
    hills.convene(Who::Next, "hill-2029", "HIL29");
    let of_another = [
        ("modalities", modalities()),
        ("recommendation", recommendation("a")),
        ("session", json!({"round": "@round/hill-2026", "title": text("Opening"), "sources": []})),
        ("roadmap", {
            json!({
                "series": "@series/hills", "round": "@round/hill-2026", "title": text("Road map"),
                "aim": text("Together"),
            })
        }),
    ];
    for (word, body) in of_another {
        let refused = hills.refused(Who::Next, word, "@new/1", body);
        assert_eq!(refused, at(NOT_YOURS, "body/round"), "{word}");
    }
}

#[test]
fn scope_names_items_of_the_catalogue() {
    let hills = Hills::begin();
    let unknown = at("refusal-item-unknown", "body/scope");
    let scope = json!(["IV", "IV.nothing"]);
    let modalities = with(modalities(), "scope", scope.clone());
    assert_eq!(hills.refused(Who::Round, "modalities", "@new/1", modalities), unknown);
    let submission = with(submission("xal"), "scope", scope);
    assert_eq!(hills.refused(Who::Aldmark, "submission", "@new/1", submission), unknown);
}

#[test]
fn modalities_have_an_authentic_language_and_a_known_rule() {
    let hills = Hills::begin();
    let refused =
        |field, value| hills.refused(Who::Round, "modalities", "@new/1", with(modalities(), field, value));
    assert_eq!(refused("authentic", json!([])), at("refusal-list-empty", "body/authentic"));
    assert_eq!(refused("authentic", json!(["en", "en"])), at("refusal-language-unknown", "body/authentic"));
    assert_eq!(refused("decision", json!("majority")), at("refusal-act-form", "body"), "never by vote");
}

#[test]
fn a_state_submits_once_to_a_round_and_answers_a_row_once() {
    let mut hills = dialogue();
    let again = hills.refused(Who::Aldmark, "submission", "@submission/again", submission("xal"));
    assert_eq!(again, at("refusal-submitted-already", "body/round"));
    let answer = json!({"submission": "@submission/xal", "item": "IV.law", "cells": []});
    hills.tell(Who::Aldmark, "answer", "@answer/law", answer.clone());
    let again = hills.refused(Who::Aldmark, "answer", "@answer/again", answer);
    assert_eq!(again, at("refusal-submitted-already", "body/item"));
    let part = json!({"submission": "@submission/xal", "part": "changed", "brief": text("A new law")});
    hills.tell(Who::Aldmark, "part", "@part/changed", part.clone());
    let again = hills.refused(Who::Aldmark, "part", "@part/again", part);
    assert_eq!(again, at("refusal-submitted-already", "body/part"));
}

#[test]
fn an_answer_keeps_to_rows_cells_and_codes_of_its_catalogue() {
    let mut hills = dialogue();
    let answer = |item: &str, cells: Value| {
        let body = json!({"submission": "@submission/xal", "item": item, "cells": cells});
        hills.refused(Who::Aldmark, "answer", "@answer/new", body)
    };
    let cell = |cell: &str, code: &str| json!({"cell": cell, "code": code, "citations": []});
    assert_eq!(answer("IV.penalty", json!([cell("rule", "full")])), at("accepted", ""));
    assert_eq!(answer("OP2.use", json!([])), at("refusal-item-unknown", "body/item"));
    assert_eq!(answer("IV", json!([])), at("refusal-item-unknown", "body/item"), "a section is no row");
    let unknown = at("refusal-item-unknown", "body/cells");
    assert_eq!(answer("IV.law", json!([cell("done", "full")])), unknown, "a kind of another row");
    assert_eq!(answer("IV.law", json!([cell("rule", "X")])), unknown, "a code of another catalogue");
    assert_eq!(answer("X.labs", json!([cell("done", "full")])), unknown, "the axis is missing");
    assert_eq!(answer("IV.law", json!([cell("rule", "full"), cell("rule", "part")])), unknown);
    let empty = json!([{"cell": "rule", "citations": [{"article": "7"}]}]);
    assert_eq!(answer("IV.law", empty), at("refusal-evidence-empty", "body/cells"));

    let anothers = json!({"submission": "@submission/xal", "item": "IV.law", "cells": []});
    let refused = hills.refused(Who::Brenmor, "answer", "@answer/new", anothers);
    assert_eq!(refused, at(NOT_YOURS, "body/submission"));
    let mut light = submission("xbr");
    light.as_object_mut().unwrap().retain(|field, _| field != "catalogue" && field != "scope");
    hills.tell(Who::Brenmor, "submission", "@submission/xbr", light);
    let matrix = json!({"submission": "@submission/xbr", "item": "IV.law", "cells": []});
    let refused = hills.refused(Who::Brenmor, "answer", "@answer/new", matrix);
    assert_eq!(refused, at("refusal-item-unknown", "body/item"), "a light submission has no rows");
}

#[test]
fn a_question_is_anchored_at_what_is_there() {
    let hills = dialogue();
    let ask = |at: Value| {
        let body = json!({"round": "@round/hill-2026", "to": "@party/xal", "at": at, "words": text("Why?")});
        hills.refused(Who::Brenmor, "question", "@question/2", body)
    };
    assert_eq!(ask(json!({"record": "@submission/xal", "item": "IV.law", "lang": "ru"})), at("accepted", ""));
    assert_eq!(ask(json!({"record": "@answer/hidden"})), at("refusal-record-unknown", "body/at"));
    let item = json!({"record": "@submission/xal", "item": "IV law"});
    assert_eq!(ask(item), at("refusal-item-unknown", "body/at"));
    let language = json!({"record": "@submission/xal", "lang": "Russian language"});
    assert_eq!(ask(language), at("refusal-language-unknown", "body/at"));
}

#[test]
fn a_question_is_closed_by_those_it_concerns_and_withdrawn_by_who_asked() {
    let mut hills = dialogue();
    hills.join_corvia();
    let widen = json!({"act": "share", "record": "@question/1", "content": "newest", "with": {"named": ["@party/xco"]}});
    assert!(hills.act(Who::Brenmor, widen).is_ok());
    let close = |who, how: &str| {
        hills.refused(who, "closing", "@closing/1", json!({"question": "@question/1", "how": how}))
    };
    let (fine, not_yours) = (at("accepted", ""), at(NOT_YOURS, "body/question"));
    for who in [Who::Brenmor, Who::Aldmark, Who::Round] {
        assert_eq!(close(who, "orally"), fine, "{who:?}");
    }
    assert_eq!(close(Who::Brenmor, "withdrawn"), fine);
    assert_eq!(close(Who::Aldmark, "withdrawn"), not_yours);
    assert_eq!(close(Who::Round, "withdrawn"), not_yours);
    assert_eq!(close(Who::Corvia, "no_reply"), not_yours, "a third State");
}

#[test]
fn a_record_goes_back_to_an_earlier_recommendation_and_never_to_itself() {
    let mut hills = Hills::begin();
    hills.publish(Who::Round, "recommendation", "@recommendation/1", recommendation("a"));
    hills.publish(Who::Round, "recommendation", "@recommendation/2", recommendation("b"));
    let link = |later: &str, earlier: &str| {
        let body = json!({"later": later, "earlier": earlier, "relation": "follows_from"});
        hills.refused(Who::Round, "lineage", "@lineage/1", body)
    };
    assert_eq!(link("@recommendation/2", "@recommendation/1"), at("accepted", ""));
    let itself = link("@recommendation/1", "@recommendation/1");
    assert_eq!(itself, at("refusal-lineage-self", "body/earlier"));
    let unknown = "refusal-record-unknown";
    assert_eq!(link("@recommendation/2", "@party/xal"), at(unknown, "body/earlier"), "of another kind");
    assert_eq!(link("@recommendation/3", "@recommendation/1"), at(unknown, "body/later"));
}

#[test]
fn paragraphs_symbols_and_letters_keep_their_form() {
    let hills = Hills::begin();
    let table = |field: &str, value: Value| {
        let body = with(recommendation("a"), field, value);
        hills.refused(Who::Round, "recommendation", "@recommendation/1", body)
    };
    let paragraph = json!({"id": "@paragraph/a", "words": text("Twice")});
    let twice = table("paragraphs", json!([paragraph, paragraph]));
    assert_eq!(twice, at("refusal-listed-twice", "body/paragraphs"));
    for wrong in ["lak26/D.4", "HIL26 D.1", "", &"H".repeat(41)] {
        assert_eq!(table("symbol", json!(wrong)), at("refusal-symbol-malformed", "body/symbol"), "{wrong}");
    }
    for right in ["HIL26/D.4/Rev.2", "LAK26/NS.XBR/3(d).11"] {
        assert_eq!(table("symbol", json!(right)), at("accepted", ""), "{right}");
    }
    assert_eq!(table("letter", json!("ab")), at("refusal-label-malformed", "body/letter"));
    let stranger = table("addressees", json!(["@series/hills"]));
    assert_eq!(stranger, at("refusal-record-unknown", "body/addressees"));
}

#[test]
fn hours_are_hours_of_a_day() {
    let hills = Hills::begin();
    let session = |hour: &str| {
        let body =
            json!({"round": "@round/hill-2026", "title": text("Opening"), "hour": hour, "sources": []});
        hills.refused(Who::Round, "session", "@session/1", body)
    };
    for right in ["00:00", "09:30", "23:59"] {
        assert_eq!(session(right), at("accepted", ""), "{right}");
    }
    for wrong in ["24:00", "9:30", "09.30", "09:60", "noon", ""] {
        assert_eq!(session(wrong), at("refusal-hour-malformed", "body/hour"), "{wrong}");
    }
}

#[test]
fn an_agencys_names_stand_in_the_order_in_which_they_were_used() {
    let hills = Hills::begin();
    let agency = |names: Value| {
        hills.refused(Who::Aldmark, "agency", "@agency/1", json!({"party": "@party/xal", "names": names}))
    };
    let name = |name: &str, from: &str| json!({"name": text(name), "from": from});
    assert_eq!(agency(json!([name("Old", "2009"), name("New", "2021-02")])), at("accepted", ""));
    let back = agency(json!([name("New", "2021-02"), name("Old", "2009")]));
    assert_eq!(back, at("refusal-names-order", "body/names"));
    assert_eq!(agency(json!([])), at("refusal-list-empty", "body/names"));
}

#[test]
fn a_measure_belongs_to_a_plan_of_its_owner_and_its_term_runs_forwards() {
    let mut hills = Hills::begin();
    hills.publish(Who::Aldmark, "plan", "@plan/xal", json!({"party": "@party/xal", "title": text("Plan")}));
    let measure = |of: &str, number: &str| {
        let (words, term) = (text("Draft a law"), text("II quarter"));
        json!({"of": of, "number": number, "words": words, "term": term, "from": "2026-04", "to": "2026-06"})
    };
    let anothers = hills.refused(Who::Brenmor, "measure", "@measure/1", measure("@plan/xal", "1"));
    assert_eq!(anothers, at(NOT_YOURS, "body/of"));
    let no_plan = hills.refused(Who::Aldmark, "measure", "@measure/1", measure("@party/xal", "1"));
    assert_eq!(no_plan, at("refusal-record-unknown", "body/of"));
    let back = with(measure("@plan/xal", "1"), "to", json!("2025"));
    let back = hills.refused(Who::Aldmark, "measure", "@measure/1", back);
    assert_eq!(back, at("refusal-dates-order", "body/to"));
    for (handle, number) in [("@measure/a", "2.10"), ("@measure/b", "2.9"), ("@measure/c", "1")] {
        hills.publish(Who::Aldmark, "measure", handle, measure("@plan/xal", number));
    }
    let numbers: Vec<String> = Measure::of(&hills.desk.public(), id("@plan/xal"))
        .iter()
        .map(|seen| seen.body.number.clone())
        .collect();
    assert_eq!(numbers, ["1", "2.9", "2.10"]);
}

#[test]
fn progress_is_of_a_recommendation_or_a_measure_and_told_by_the_state_itself() {
    let mut hills = Hills::begin();
    hills.publish(Who::Round, "recommendation", "@recommendation/1", recommendation("a"));
    let report = |who, on: &str, by: &str| {
        let body = json!({"on": on, "by": by, "number": 1, "word": "partly", "words": text("Half")});
        hills.refused(who, "progress", "@progress/1", body)
    };
    assert_eq!(report(Who::Aldmark, "@recommendation/1", "@party/xal"), at("accepted", ""));
    assert_eq!(report(Who::Brenmor, "@recommendation/1", "@party/xal"), at(NOT_YOURS, "body/by"));
    let by_the_round = report(Who::Round, "@recommendation/1", "@party/xal");
    assert_eq!(by_the_round, at("refusal-role-needed", ""), "States report, not the organizer");
    let of_a_party = report(Who::Aldmark, "@party/xbr", "@party/xal");
    assert_eq!(of_a_party, at("refusal-record-unknown", "body/on"));
}

#[test]
fn an_agency_reports_no_progress_in_the_name_of_another_state() {
    let mut hills = Hills::begin();
    hills.publish(Who::Round, "recommendation", "@recommendation/1", recommendation("a"));
    let agency = json!({"party": "@party/xbr", "names": [{"name": text("Customs")}]});
    hills.publish(Who::Brenmor, "agency", "@agency/customs", agency);
    let whole = hills.actor(Who::Brenmor);
    let reader = Reader { coordinates: false, agencies: vec![id("@agency/customs")], ..whole.reader.clone() };
    let expert = Actor { role: Role::Contributor, reader, ..whole };
    let report = |by: &str| {
        let body = json!({"on": "@recommendation/1", "by": by, "number": 1, "word": "partly", "words": text("Half")});
        let act = json!({"act": "progress", "id": "@act/report", "record": "@progress/1", "body": body});
        hills.desk.decide(&expert, act).map(|_| ()).map_err(|refusal| refusal.key)
    };
    assert_eq!(report("@party/xbr"), Ok(()));
    assert_eq!(report("@party/xal"), Err(NOT_YOURS));
}

#[test]
fn addresses_and_lines_of_a_contact_keep_their_form() {
    let hills = Hills::begin();
    let contact = |field: &str, value: &str| {
        let body = with(json!({"party": "@party/xal", "post": text("Desk")}), field, json!(value));
        hills.refused(Who::Aldmark, "contact", "@contact/1", body)
    };
    assert_eq!(contact("url", "javascript:alert(1)"), at("refusal-url-malformed", "body/url"));
    assert_eq!(contact("phone", &"1".repeat(121)), at("refusal-text-too-long", "body/phone"));
    assert_eq!(contact("mail", ""), at("refusal-text-empty", "body/mail"));
}

#[test]
fn a_map_joins_rows_of_two_editions() {
    let mut hills = Hills::begin();
    let later = with(catalogue(), "edition", json!("second"));
    hills.publish(Who::Editor, "catalogue", "@catalogue/second", later);
    let map = |earlier: &str, later: &str| {
        let pairs = json!([{"earlier": earlier, "later": later}]);
        let body = json!({"earlier": "@catalogue/made-up", "later": "@catalogue/second", "pairs": pairs});
        hills.refused(Who::Editor, "catalogue_map", "@map/1", body)
    };
    assert_eq!(map("IV.law", "X.labs"), at("accepted", ""));
    assert_eq!(map("IV.law", "X.none"), at("refusal-item-unknown", "body/pairs"));
    assert_eq!(map("IV", "X.labs"), at("refusal-item-unknown", "body/pairs"), "a section is no row");
}

#[test]
fn a_treatys_label_is_its_own() {
    let mut hills = Hills::begin();
    let treaty = json!({"label": "NPT", "name": text("Treaty"), "sort": "treaty"});
    hills.publish(Who::Editor, "treaty", "@treaty/npt", treaty.clone());
    let taken = hills.refused(Who::Editor, "treaty", "@treaty/again", treaty);
    assert_eq!(taken, at("refusal-label-taken", "body/label"));
}

#[test]
fn the_exercise_and_the_record_never_speak_of_each_other() {
    let (mut desk, _) = PaperDesk::with_the_archive();
    let state = desk.found(OwnerSort::Party, Origin::Exercise);
    let plan = json!({
        "act": "plan", "id": "@act/plan", "record": "@plan/mixed",
        "body": {"party": "@party/kgz", "title": text("Plan")},
    });
    let refusal = desk.decide(&state, plan).map(|_| ()).unwrap_err();
    assert_eq!((refusal.key, refusal.field.as_deref()), ("refusal-record-unknown", Some("body/party")));
    let editor = desk.found_editor(Origin::Exercise);
    let mut theme = archived("@act/theme/cwc/1");
    theme["record"] = "@theme/x/cwc".into();
    assert!(desk.decide(&editor, theme).is_ok(), "labels are taken in one world only");
}

#[test]
fn who_does_not_take_part_in_a_round_neither_submits_nor_states_asks_or_observes() {
    let mut hills = Hills::begin();
    hills.found(Who::Corvia, OwnerSort::Party);
    let corvia = json!({"label": "XCO", "sort": "state", "name": text("Corvia"), "sources": []});
    hills.publish(Who::Corvia, "party", "@party/xco", corvia);
    let round = "@round/hill-2026";
    let bodies = [
        ("submission", submission("xco")),
        (
            "statement",
            json!({"round": round, "by": "@party/xco", "sort": "statement", "words": text("We agree")}),
        ),
        ("proposal", json!({"round": round, "by": "@party/xco", "words": text("A portal"), "sources": []})),
        ("question", json!({"round": round, "to": "@party/xal", "words": text("Which?")})),
        ("observation", json!({"round": round, "sort": "comment", "words": text("Well done")})),
    ];
    let said = |hills: &Hills, who| {
        bodies.clone().map(|(word, body)| (word, hills.refused(who, word, "@new/1", body).0))
    };
    let all = |key| bodies.clone().map(|(word, _)| (word, key));
    assert_eq!(said(&hills, Who::Corvia), all("refusal-not-taking-part"));
    hills.seat("hill-2026", "xco", "observer");
    assert_eq!(said(&hills, Who::Corvia), all("refusal-not-taking-part"), "an observer looks on");
    let seat = json!({"act": "delegation", "record": "@delegation/hill-2026/xco", "base": "newest", "audience": "public",
        "body": {"round": round, "party": "@party/xco", "capacity": "invited_organization", "sources": []}});
    hills.act(Who::Round, seat.clone()).unwrap();
    let mut invited = all("accepted");
    invited[0].1 = "refusal-not-taking-part";
    assert_eq!(said(&hills, Who::Corvia), invited, "who is invited speaks and submits nothing");
    let participant = with(seat["body"].clone(), "capacity", json!("participant"));
    hills.act(Who::Round, with(seat, "body", participant)).unwrap();
    assert_eq!(said(&hills, Who::Corvia), all("accepted"));
    let by_the_round = ["question", "observation"].map(|word| {
        let (_, body) = bodies.iter().find(|(other, _)| *other == word).unwrap();
        hills.refused(Who::Round, word, "@new/1", body.clone()).0
    });
    assert_eq!(by_the_round, ["accepted"; 2], "the round itself");
}
