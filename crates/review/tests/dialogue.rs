//! Stories of a submission and the dialogue on it: who learns what of a draft, what became of a question, what changed.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod bench;

use bench::PaperDesk;
use ledger::owner::{Origin, OwnerSort};
use ledger::view::{AsOf, View};
use review::actor::Actor;
use review::answer::Answer;
use review::matrix::{before, changed, drafts};
use review::shared::shared;
use review::shorthand::record_of;
use review::submission::Submission;
use review::thread::{Place, QuestionState, Thread, on_the_list};
use serde_json::{Value, json};

/// Two States, two rounds, two editions of a catalogue; State 0 submitted its matrix to both rounds.
struct Room {
    desk: PaperDesk,
    states: Vec<Actor>,
}

impl Room {
    fn new() -> Self {
        let mut desk = PaperDesk::new();
        let editor = desk.found_editor(Origin::Exercise);
        let states = (0..2).map(|_| desk.found(OwnerSort::Party, Origin::Exercise)).collect();
        let rounds: Vec<Actor> = (0..2).map(|_| desk.found(OwnerSort::Round, Origin::Exercise)).collect();
        let mut room = Room { desk, states };
        room.public(
            &editor,
            "series",
            "@series/x",
            json!({"slug": "x", "title": {"en": "X"}, "about": {"en": "X."}, "sources": []}),
        );
        for edition in ["first", "second"] {
            room.public(&editor, "catalogue", &format!("@catalogue/{edition}"), catalogue(edition));
        }
        room.public(
            &editor,
            "catalogue_map",
            "@map",
            json!({"earlier": "@catalogue/first",
            "later": "@catalogue/second", "pairs": [{"earlier": "first.1", "later": "second.1"}]}),
        );
        for (place, label) in ["XAA", "XBB"].into_iter().enumerate() {
            let actor = room.states[place].clone();
            room.public(
                &actor,
                "party",
                &format!("@party/{place}"),
                json!({"label": label, "sort": "state", "name": {"en": label}, "sources": []}),
            );
        }
        for (place, slug) in ["first", "second"].into_iter().enumerate() {
            room.public(&rounds[place], "round", &format!("@round/{slug}"), json!({"series": "@series/x",
                "slug": slug, "symbol": format!("RX{place}"), "title": {"en": slug}, "summary": {"en": "A round."},
                "standing": "announced", "dates": [], "initiators": [], "hosts": [], "organizers": [],
                "donors": [], "themes": [], "steps": [], "notes": [], "sources": []}));
            for state in 0..2 {
                room.public(&rounds[place], "delegation", &format!("@delegation/{slug}/{state}"), json!({
                    "round": format!("@round/{slug}"), "party": format!("@party/{state}"), "capacity": "participant",
                    "sources": []}));
            }
            let mut body = json!({"round": format!("@round/{slug}"), "party": "@party/0", "form": "matrix",
                "catalogue": format!("@catalogue/{slug}")});
            if place == 1 {
                body["since"] = json!("@submission/first");
            }
            room.state(0, "submission", &format!("@submission/{slug}"), named(), body);
        }
        room.state(0, "answer", "@answer/first", named(), answer("first", "Once a year.", "X"));
        room.state(0, "answer", "@answer/second", named(), answer("second", "Twice a year.", "X"));
        room
    }

    fn act(&mut self, actor: &Actor, mut act: Value) {
        act["id"] = json!(format!("@act/{}", self.desk.versions()));
        let told = act.to_string();
        self.desk.perform(actor, act).unwrap_or_else(|refusal| panic!("{refusal:?}: {told}"));
    }

    fn write(&mut self, actor: &Actor, word: &str, record: &str, audience: Value, body: Value) {
        let mut act = json!({"act": word, "record": record, "stated_at": "2026-01-01",
            "audience": audience, "body": body});
        if self.view_of(actor).whose(record_of(record)).is_some() {
            act["base"] = json!("newest");
        }
        self.act(actor, act);
    }

    fn public(&mut self, actor: &Actor, word: &str, record: &str, body: Value) {
        self.write(actor, word, record, json!("public"), body);
    }

    fn state(&mut self, place: usize, word: &str, record: &str, audience: Value, body: Value) {
        self.write(&self.states[place].clone(), word, record, audience, body);
    }

    fn view_of(&self, actor: &Actor) -> View<'_> {
        self.desk.view(actor.reader.clone(), AsOf::Now)
    }

    /// State 1 asks State 0 at the row of its answer.
    fn ask(&mut self, record: &str, audience: Value, follows: Option<&str>) {
        let mut body = json!({"round": "@round/second", "to": "@party/0", "words": {"en": "How often?"}});
        match follows {
            Some(before) => body["follows"] = json!(before),
            None => body["at"] = json!({"record": "@answer/second", "item": "second.1"}),
        }
        self.state(1, "question", record, audience, body);
    }

    fn state_of(&self, reader: usize, question: &str) -> QuestionState {
        QuestionState::of(&self.view_of(&self.states[reader]), record_of(question))
    }
}

fn named() -> Value {
    json!({"named": ["@party/0", "@party/1"]})
}

fn catalogue(edition: &str) -> Value {
    json!({"instrument": "made-up", "edition": edition, "title": {"en": "Made up"},
        "codes": [{"code": "X", "meaning": {"en": "reported"}, "sign": "reported"}],
        "kinds": [{"id": "law", "label": {"en": "Law"}, "short": {"en": "L"}},
            {"id": "practice", "label": {"en": "Practice"}, "short": {"en": "P"}}],
        "sections": [{"id": edition, "paragraph": {"en": "1"}, "title": {"en": "One"}, "rows": [
            {"id": format!("{edition}.1"), "number": 1, "label": {"en": "Drills"},
                "kinds": ["law", "practice"], "sure": "recalled"}]}]})
}

fn answer(round: &str, practice: &str, law: &str) -> Value {
    json!({"submission": format!("@submission/{round}"), "item": format!("{round}.1"), "cells": [
        {"cell": "law", "code": law}, {"cell": "practice", "narrative": {"en": practice}}]})
}

#[test]
fn an_answer_is_read_beside_that_of_the_last_round_through_the_map_of_editions() {
    let room = Room::new();
    let view = room.view_of(&room.states[1]);
    let submission = view.find::<Submission>(record_of("@submission/second")).unwrap();
    let now = view.find::<Answer>(record_of("@answer/second")).unwrap();
    let then = before(&view, &submission.body, "second.1");
    assert_eq!(then.len(), 1);
    assert_eq!(changed(&now.body, &then).into_iter().collect::<Vec<_>>(), ["practice"]);
}

#[test]
fn of_a_newer_draft_only_the_own_delegation_learns_and_only_the_cells_that_differ() {
    let mut room = Room::new();
    room.state(0, "answer", "@answer/second", json!("own"), answer("second", "Four times a year.", "X"));
    let own = room.view_of(&room.states[0]);
    let other = room.view_of(&room.states[1]);
    let record = record_of("@answer/second");
    let draft = own.find::<Answer>(record).unwrap();
    assert_eq!(drafts(&own, &draft).into_iter().collect::<Vec<_>>(), ["practice"]);
    let open = other.find::<Answer>(record).unwrap();
    assert!(drafts(&other, &open).is_empty());
    assert_eq!(shared::<Answer>(&own, record).unwrap().0.hash, open.facts.hash);
    assert_eq!(shared::<Answer>(&other, record).unwrap().0.hash, open.facts.hash);
}

#[test]
fn a_question_is_open_until_a_reply_is_shared_and_a_draft_is_no_reply() {
    let mut room = Room::new();
    let reply = || json!({"question": "@question/1", "words": {"en": "Twice."}});
    room.ask("@question/1", json!("own"), None);
    assert_eq!(room.state_of(1, "@question/1"), QuestionState::Draft);
    room.ask("@question/1", named(), None);
    assert_eq!(room.state_of(0, "@question/1"), QuestionState::Open);
    room.state(0, "reply", "@reply/1", json!("own"), reply());
    assert_eq!(room.state_of(0, "@question/1"), QuestionState::Open);
    let list = |room: &Room| {
        on_the_list(&room.view_of(&room.states[0]), record_of("@round/second"), record_of("@party/0")).len()
    };
    assert_eq!(list(&room), 1);
    room.state(0, "reply", "@reply/1", named(), reply());
    assert_eq!(room.state_of(1, "@question/1"), QuestionState::Replied);
    assert_eq!(list(&room), 0);
}

#[test]
fn a_question_that_ended_orally_may_still_be_answered_in_writing_and_a_withdrawn_one_stays_withdrawn() {
    let mut room = Room::new();
    room.ask("@question/1", named(), None);
    room.state(0, "closing", "@closing/1", named(), json!({"question": "@question/1", "how": "orally"}));
    assert_eq!(room.state_of(1, "@question/1"), QuestionState::Orally);
    room.state(
        0,
        "reply",
        "@reply/1",
        named(),
        json!({"question": "@question/1", "words": {"en": "Twice."}}),
    );
    assert_eq!(room.state_of(1, "@question/1"), QuestionState::Replied);
    room.state(1, "closing", "@closing/2", named(), json!({"question": "@question/1", "how": "withdrawn"}));
    assert_eq!(room.state_of(0, "@question/1"), QuestionState::Withdrawn);
}

#[test]
fn a_thread_is_found_from_any_of_its_records_and_at_its_row() {
    let mut room = Room::new();
    room.ask("@question/1", named(), None);
    room.ask("@question/2", named(), Some("@question/1"));
    room.state(
        0,
        "reply",
        "@reply/2",
        named(),
        json!({"question": "@question/2", "words": {"en": "Twice."}}),
    );
    room.state(1, "observation", "@observation/1", named(), json!({"round": "@round/second", "about": "@party/0",
        "at": {"record": "@submission/second", "item": "second.1"}, "sort": "practice", "words": {"en": "Good drills."}}));
    let view = room.view_of(&room.states[1]);
    for record in ["@question/1", "@question/2", "@reply/2"] {
        let thread = Thread::of(&view, record_of(record)).unwrap();
        assert_eq!(thread.root.record, record_of("@question/1"), "{record}");
        assert_eq!((thread.follow_ups.len(), thread.replies.len(), thread.observations.len()), (1, 1, 1));
    }
    let place = Place { record: record_of("@submission/second"), item: Some("second.1".into()) };
    assert_eq!(place.questions(&view).len(), 1, "a follow-up begins no thread of its own");
}
