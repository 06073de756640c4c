//! Stories of order: lists stand as their reader came to know what is in them, and tell nothing of drafts.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod bench;

use bench::hills::{Hills, Who, id};
use ledger::id::RecordId;
use ledger::view::{Seen, View};
use review::instrument::Instrument;
use serde_json::json;

#[test]
fn nobody_learns_from_the_order_of_a_list_when_something_was_drafted() {
    let mut hills = Hills::begin();
    let law =
        |title: &str| json!({"party": "@party/xal", "title": {"en": title}, "sort": "law", "sources": []});
    for record in ["first", "second", "third"] {
        let became =
            hills.say(Who::Aldmark, "instrument", &format!("@law/{record}"), json!("own"), law(record));
        assert!(became.is_ok(), "{became:?}");
    }
    for record in ["third", "first", "second"] {
        let share = json!({"act": "share", "record": format!("@law/{record}"), "content": "newest", "with": "public"});
        assert!(hills.act(Who::Aldmark, share).is_ok());
    }
    let (party, owner) = (id("@party/xal"), hills.actor(Who::Aldmark).owner);
    let orders = |view: &View<'_>| -> [Vec<RecordId>; 4] {
        let laws = |seen: &Seen<Instrument>| seen.record;
        let speaking = view.speaking_of(party).into_iter().map(|(record, _)| record);
        let is_law = |record: &RecordId| view.find::<Instrument>(*record).is_some();
        [
            view.all::<Instrument>().map(|seen| laws(&seen)).collect(),
            view.about::<Instrument>(party).map(|seen| laws(&seen)).collect(),
            view.of_owner::<Instrument>(owner).map(|seen| laws(&seen)).collect(),
            speaking.filter(is_law).collect(),
        ]
    };
    let told = ["@law/third", "@law/first", "@law/second"].map(id).to_vec();
    for order in orders(&hills.view(Who::Brenmor)).iter().chain(&orders(&hills.desk.public())) {
        assert_eq!(*order, told, "as they were told");
    }
    let drafted = ["@law/first", "@law/second", "@law/third"].map(id).to_vec();
    for order in orders(&hills.view(Who::Aldmark)) {
        assert_eq!(order, drafted, "their owner sees them as they were drafted");
    }
}

#[test]
fn nobody_learns_from_the_order_of_a_list_that_an_earlier_draft_spoke_of_something_else() {
    let mut hills = Hills::begin();
    let law = |title: &str, party: &str| json!({"party": party, "title": {"en": title}, "sort": "law", "sources": []});
    // The first was drafted before the second, about another State, and told after it.
    let editor = hills.actor(Who::Editor);
    hills.say(Who::Editor, "instrument", "@law/first", json!("own"), law("first", "@party/xbr")).unwrap();
    hills
        .say(Who::Editor, "instrument", "@law/second", json!("public"), law("second", "@party/xal"))
        .unwrap();
    let turned = json!({
        "act": "instrument", "record": "@law/first", "base": "newest", "audience": "public",
        "body": law("first", "@party/xal"),
    });
    hills.act(Who::Editor, turned).unwrap();
    let view = hills.desk.public();
    let all: Vec<RecordId> = view.all::<Instrument>().map(|seen| seen.record).collect();
    let about: Vec<RecordId> = view.about::<Instrument>(id("@party/xal")).map(|seen| seen.record).collect();
    assert_eq!(all, ["@law/second", "@law/first"].map(id));
    assert_eq!(about, all);
    assert_eq!(view.of_owner::<Instrument>(editor.owner).map(|seen| seen.record).collect::<Vec<_>>(), all);
}
