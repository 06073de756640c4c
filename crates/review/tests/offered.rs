//! Which acts are offered to whom: the same answer as the rules give, so that no page offers what would be refused for
//! who asks.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod bench;

use bench::hills::{Hills, Who, id, submission, text};
use ledger::id::RecordId;
use review::act::{offered, open_to};
use review::actor::{Actor, Role};
use review::clearance_list::CLEARABLE;
use serde_json::{Value, json};

const RECORD: &str = "@submission/xal";

fn drafted() -> Hills {
    let mut hills = Hills::begin();
    let act = json!({"act": "submission", "record": RECORD, "body": submission("xal")});
    hills.act(Who::Aldmark, act).unwrap();
    hills
}

fn offers(hills: &Hills, who: Who, record: &str) -> Vec<&'static str> {
    offered(&hills.view(who), &hills.actor(who), id(record))
}

fn as_role(hills: &Hills, role: Role) -> Actor {
    let mut actor = hills.actor(Who::Aldmark);
    actor.reader.coordinates = role.coordinates();
    Actor { role, ..actor }
}

#[test]
fn a_coordinator_is_offered_to_write_share_withdraw_and_erase_what_is_his_states() {
    let hills = drafted();
    assert_eq!(offers(&hills, Who::Aldmark, RECORD), ["submission", "mark", "share", "withdraw", "erase"]);
    assert!(offers(&hills, Who::Brenmor, RECORD).is_empty(), "what he does not see");
    assert!(offers(&hills, Who::Brenmor, "@party/xal").is_empty(), "what he only reads");
}

#[test]
fn to_clear_is_offered_where_a_list_asks_for_it() {
    let mut hills = drafted();
    let step = json!({"id": "@step/a", "sort": "other", "words": text("A")});
    let list = json!({"party": "@party/xal", "name": text("List"), "acts": ["share"], "steps": [step]});
    hills.say(Who::Aldmark, "clearance_list", "@list/1", json!("own"), list).unwrap();
    assert!(offers(&hills, Who::Aldmark, RECORD).contains(&"clear"));
    assert_eq!(
        offers(&hills, Who::Aldmark, "@list/1"),
        ["clearance_list", "mark", "withdraw", "erase"],
        "it stays inside"
    );
}

#[test]
fn a_reader_an_expert_and_a_translator_are_offered_no_sharing() {
    let hills = drafted();
    for role in [Role::Reader, Role::Contributor, Role::Translator] {
        let actor = as_role(&hills, role);
        let view = hills.desk.view(actor.reader.clone(), ledger::view::AsOf::Now);
        assert!(offered(&view, &actor, id(RECORD)).is_empty(), "{role:?}");
    }
}

#[test]
fn what_is_offered_to_a_role_is_what_its_rule_does_not_refuse_for_the_role() {
    let hills = drafted();
    let record: RecordId = id(RECORD);
    for role in [Role::Coordinator, Role::Reader, Role::Contributor, Role::Translator, Role::Organizer] {
        let actor = as_role(&hills, role);
        let share =
            json!({"act": "share", "id": "@act/1", "record": record, "content": "newest", "with": "public"});
        let withdraw = json!({"act": "withdraw", "id": "@act/2", "record": record, "from": {"type": "own"}});
        for (word, act) in [("share", share), ("withdraw", withdraw)] {
            let refused = hills.desk.decide(&actor, act).err().map(|refusal| refusal.key);
            assert_eq!(
                open_to(role).contains(&word),
                refused != Some("refusal-role-needed"),
                "{role:?} {word}"
            );
        }
    }
}

#[test]
fn every_kind_that_a_coordinator_may_write_for_others_can_be_named_in_a_list() {
    let inside = ["mandate", "clearance_list", "approval"];
    let acts = ["mark", "share", "withdraw", "erase", "clear"];
    let written =
        open_to(Role::Coordinator).into_iter().filter(|word| !inside.contains(word) && !acts.contains(word));
    let mut written: Vec<String> = written.map(|word| format!("review.{word}")).collect();
    written.sort();
    let mut named: Vec<&str> = CLEARABLE.to_vec();
    named.sort_unstable();
    assert_eq!(named, written);
}

#[test]
fn a_text_is_offered_to_be_adopted_once_it_is_clean_and_only_to_its_round() {
    let mut hills = Hills::begin();
    hills.tell(Who::Round, "recommendation", "@rec/1", bench::hills::recommendation("a"));
    assert!(offers(&hills, Who::Round, "@rec/1").contains(&"adopt"));
    assert!(offers(&hills, Who::Aldmark, "@rec/1").is_empty());
    let open: Vec<Value> = open_to(Role::Chair).into_iter().map(Value::from).collect();
    assert!(open.contains(&json!("adopt")));
}
