//! When the disk fails once: nothing is acknowledged that is not there, and nobody sees it.

// Helpers of tests stand outside test functions, where clippy does not see that this is a test.
#![allow(clippy::unwrap_used)]

use desk::world::{SystemChance, SystemClock};
use desk::{Budget, Desk, Done, PerformError, Scope, found};
use ledger::entry::Batch;
use ledger::gate::From;
use ledger::id::Hash;
use ledger::journal::Head;
use ledger::key::SecretKey;
use ledger::owner::Origin;
use ledger::verify::{Inspection, Kept, Lent};
use review::act::Act;
use review::shorthand::{record_of, write_out};
use review::theme::Theme;
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use store::keys::Keys;
use store::{Memory, Store, StoreError, Ticket};

/// A store whose disk is full for the next so many batches.
struct Full {
    inner: Memory,
    refuses: AtomicUsize,
}

fn full() -> StoreError {
    StoreError::Unwritable { detail: "no space left on device".into() }
}

impl Store for Full {
    fn head(&self) -> Result<Head, StoreError> {
        self.inner.head()
    }

    fn submit(&self, expected: Option<u64>, from: From, batch: Batch) -> Ticket {
        let less = |left: usize| left.checked_sub(1);
        match self.refuses.fetch_update(Ordering::SeqCst, Ordering::SeqCst, less) {
            Ok(_) => Ticket::answered(Err(full())),
            Err(_) => self.inner.submit(expected, from, batch),
        }
    }

    fn lend(&self, cursor: u64, until: u64, each: &mut dyn FnMut(Lent<'_>)) -> Result<(), StoreError> {
        self.inner.lend(cursor, until, each)
    }

    fn since(&self, cursor: u64, each: &mut dyn FnMut(Kept)) -> Result<(), StoreError> {
        self.inner.since(cursor, each)
    }

    fn content(&self, content: Hash) -> Result<Option<Box<[u8]>>, StoreError> {
        self.inner.content(content)
    }

    fn inspect(&self) -> Result<Inspection, StoreError> {
        self.inner.inspect()
    }

    fn close(&self) -> Result<(), StoreError> {
        self.inner.close()
    }
}

fn theme(label: &str) -> Act {
    Act::read(write_out(json!({
        "act": "theme", "id": format!("@act/{label}"), "record": format!("@theme/{label}"),
        "body": {"label": label, "name": {"en": format!("Theme {label}"), "ru": format!("Тема {label}")}},
    })))
    .unwrap()
}

fn desk_on(refuses: usize) -> (Desk, Arc<Full>) {
    let (folder, node) = (tempfile::tempdir().unwrap(), SecretKey::from_bytes([3; 32]));
    let store = Arc::new(Full { inner: Memory::new(node.clone()), refuses: AtomicUsize::new(0) });
    let (keys, origin) = (Keys::of(folder.path()), Origin::Reconstruction);
    found::editor(&*store, &keys, &node, origin, &SystemClock, &mut SystemChance).unwrap();
    let desk = Desk::open(store.clone(), node, Budget::DEFAULT, &mut |_| {}).unwrap();
    store.refuses.store(refuses, Ordering::SeqCst);
    (desk, store)
}

fn shows(desk: &Desk, label: &str) -> bool {
    desk.view(&Scope::public(), |view| view.find::<Theme>(record_of(&format!("@theme/{label}"))).is_some())
}

#[test]
fn a_double_click_on_an_act_that_failed_is_not_told_that_it_was_done() {
    let (desk, store) = desk_on(1);
    let actor = desk.editor().unwrap();
    let first = desk.hand_in(&actor, theme("a")).unwrap();
    let second = desk.hand_in(&actor, theme("a")).unwrap();
    assert_eq!(desk.wait(second), Ok(None), "it is to be decided again");
    assert_eq!(desk.wait(first), Err(PerformError::Store(full())));
    assert!(!shows(&desk, "a"));
    assert!(matches!(desk.perform(&actor, theme("a")), Ok(Done::Now { written }) if written.len() == 1));
    assert!(shows(&desk, "a"));
    assert_eq!(desk.perform(&actor, theme("a")), Ok(Done::Before));
    assert_eq!(store.inspect().unwrap().findings, []);
}

#[test]
fn what_was_decided_on_a_batch_that_failed_is_decided_again() {
    let (desk, store) = desk_on(1);
    let actor = desk.editor().unwrap();
    let failed = desk.hand_in(&actor, theme("a")).unwrap();
    let next = desk.hand_in(&actor, theme("b")).unwrap();
    assert_eq!(desk.wait(failed), Err(PerformError::Store(full())));
    assert_eq!(desk.wait(next), Ok(None));
    assert!(matches!(desk.perform(&actor, theme("b")), Ok(Done::Now { .. })));
    assert!(!shows(&desk, "a") && shows(&desk, "b"));
    assert_eq!(store.inspect().unwrap().findings, []);
}
