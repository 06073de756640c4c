//! What search still finds after an erasure, and after a restart.

// Helpers of tests stand outside test functions, where clippy does not see that this is a test.
#![allow(clippy::unwrap_used)]

use desk::world::{SystemChance, SystemClock};
use desk::{Budget, Desk, Scope, found};
use ledger::key::SecretKey;
use ledger::owner::Origin;
use ledger::time::Stamp;
use ledger::view::AsOf;
use review::act::Act;
use review::shorthand::{record_of, write_out};
use review::theme::Theme;
use serde_json::{Value, json};
use std::sync::Arc;
use store::keys::Keys;
use store::{Memory, Store};

fn node() -> SecretKey {
    SecretKey::from_bytes([3; 32])
}

fn founded() -> (Desk, Arc<dyn Store>) {
    let folder = tempfile::tempdir().unwrap();
    let store: Arc<dyn Store> = Arc::new(Memory::new(node()));
    let (keys, origin) = (Keys::of(folder.path()), Origin::Reconstruction);
    found::editor(&*store, &keys, &node(), origin, &SystemClock, &mut SystemChance).unwrap();
    (open(&store), store)
}

fn open(store: &Arc<dyn Store>) -> Desk {
    Desk::open(store.clone(), node(), Budget::DEFAULT, &mut |_| {}).unwrap()
}

fn perform(desk: &Desk, act: Value) {
    desk.perform(&desk.editor().unwrap(), Act::read(write_out(act)).unwrap()).unwrap();
}

fn says(number: u8, stated_at: &str, words: &str) -> Value {
    let mut act = json!({
        "act": "theme", "id": format!("@act/slip/{number}"), "record": "@theme/slip", "stated_at": stated_at,
        "body": {"label": "slip", "name": {"en": words, "ru": "Описка"}},
    });
    if number > 1 {
        act["base"] = json!("newest");
    }
    act
}

fn hits(desk: &Desk, scope: &Scope, query: &str) -> usize {
    desk.search(scope, query, |_, found| found.unwrap().count(None))
}

#[test]
fn a_word_that_was_erased_finds_nothing_not_even_its_record() {
    let (desk, store) = founded();
    perform(&desk, says(1, "2014", "Ambassador Zorgblatt"));
    let public = Scope::public();
    assert_eq!(hits(&desk, &public, "zorgblatt"), 1);
    let content = desk
        .view(&public, |view| view.find::<Theme>(record_of("@theme/slip")).unwrap().facts.content.unwrap());
    perform(
        &desk,
        json!({"act": "erase", "id": "@act/erase", "record": "@theme/slip", "ground": "personal_data",
            "content": content.to_string(), "erasures": ["@erasure/slip"]}),
    );
    let own = Scope { reader: desk.editor().unwrap().reader, ..Scope::public() };
    for desk in [&desk, &open(&store)] {
        assert_eq!((hits(desk, &public, "zorgblatt"), hits(desk, &own, "zorgblatt")), (0, 0));
    }
}

#[test]
fn a_search_as_of_then_finds_the_words_of_then_also_after_a_restart() {
    let (desk, store) = founded();
    perform(&desk, says(1, "2014", "Licensing"));
    perform(&desk, says(2, "2016", "Permits"));
    let then: Stamp = "2015-06-01T00:00:00.000Z".parse().unwrap();
    let then = Scope::public().as_of(AsOf::Instant(then));
    for desk in [&desk, &open(&store)] {
        assert_eq!((hits(desk, &then, "licensing"), hits(desk, &then, "permits")), (1, 0));
        assert_eq!(
            (hits(desk, &Scope::public(), "licensing"), hits(desk, &Scope::public(), "permits")),
            (0, 1)
        );
    }
}
