//! Files at the desk: attached with their bytes or not at all, and gone with their record, from every byte of the folder.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

use desk::files::{FileCheck, FilesFound};
use desk::world::{SystemChance, SystemClock};
use desk::{Budget, Desk, Done, PerformError, found};
use ledger::audience::Reader;
use ledger::id::{Hash, RecordId};
use ledger::key::SecretKey;
use ledger::owner::{Origin, OwnerSort};
use ledger::view::AsOf;
use review::act::Act;
use review::actor::Actor;
use review::file::File;
use review::shorthand::{record_of, write_out};
use serde_json::{Value, json};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use store::keys::Keys;
use store::{Files, Sqlite};

const SECRET: &str = "the combination of the store is 4711";

fn node() -> SecretKey {
    SecretKey::from_bytes([7; 32])
}

fn open(folder: &Path) -> Desk {
    let path = folder.join("tamga.db");
    let store = if path.exists() { Sqlite::open(&path, node()) } else { Sqlite::create(&path, node()) };
    let desk = Desk::open(Arc::new(store.unwrap()), node(), Budget::DEFAULT, &mut |_| {}).unwrap();
    desk.with_files(Files::of(folder)).unwrap()
}

/// A State with a document of its own.
fn begin(folder: &Path) -> (Desk, Actor) {
    let keys = Keys::of(folder);
    drop(open(folder));
    let store = Sqlite::open(&folder.join("tamga.db"), node()).unwrap();
    let editor =
        found::editor(&store, &keys, &node(), Origin::Reconstruction, &SystemClock, &mut SystemChance);
    editor.unwrap();
    drop(store);
    let desk = open(folder);
    let state = desk.found(&keys, OwnerSort::Party, Origin::Real).unwrap();
    let text = |words: &str| json!({"en": words});
    let party = json!({"label": "XAA", "sort": "state", "name": text("Aland"), "sources": []});
    act(&desk, &state, json!({"act": "party", "record": "@party/xaa", "audience": "public", "body": party}))
        .unwrap();
    let paper = json!({"title": text("A paper"), "summary": text(SECRET), "sort": "other", "sources": []});
    act(&desk, &state, json!({"act": "document", "record": "@document/1", "body": paper})).unwrap();
    let other = json!({"title": text("Another"), "sort": "other", "sources": []});
    act(&desk, &state, json!({"act": "document", "record": "@document/2", "body": other})).unwrap();
    let actor = desk.actor_of(record_of("@party/xaa")).unwrap();
    (desk, actor)
}

fn read(mut act: Value) -> Act {
    if act["id"].is_null() {
        act["id"] = format!("@act/{}", Hash::of(act.to_string().as_bytes()).short()).into();
    }
    Act::read(write_out(act)).unwrap()
}

fn act(desk: &Desk, actor: &Actor, value: Value) -> Result<Done, PerformError> {
    desk.perform(actor, read(value))
}

fn bytes() -> Vec<u8> {
    format!("%PDF-1.7\n{SECRET}\n").into_bytes()
}

fn attach(desk: &Desk, actor: &Actor, record: &str, of: &str, bytes: &[u8]) -> Result<Done, PerformError> {
    let mut upload = desk.begin_upload().unwrap();
    bytes.chunks(7).for_each(|piece| upload.take(piece).unwrap());
    let brought = upload.end().unwrap();
    let body = json!({
        "of": of, "title": {"en": SECRET}, "name": "scan.pdf", "media": "application/pdf", "size": brought.size,
        "hash": brought.hash,
    });
    desk.attach(actor, brought, read(json!({"act": "file", "record": record, "body": body})))
}

fn file(desk: &Desk, reader: &Reader, record: &str) -> Option<Vec<u8>> {
    let scope = desk::Scope { reader: reader.clone(), as_of: AsOf::Now, world: ledger::owner::World::Record };
    let (owner, file) = desk
        .view(&scope, |view| view.find::<File>(record_of(record)).map(|seen| (seen.owner.id, seen.body)))?;
    let mut read = Vec::new();
    desk.file(owner, &file)?.read_to_end(&mut read).unwrap();
    Some(read)
}

fn erase(desk: &Desk, actor: &Actor, records: &[&str]) -> Result<Done, PerformError> {
    let scope =
        desk::Scope { reader: actor.reader.clone(), as_of: AsOf::Now, world: ledger::owner::World::Record };
    let content = |record: &str| {
        desk.view(&scope, |view| view.find_any(record_of(record)).unwrap().facts.content.unwrap())
    };
    let also: Vec<Value> =
        records[1..].iter().map(|record| json!({"record": record, "content": content(record)})).collect();
    let ids: Vec<RecordId> =
        records.iter().map(|record| record_of(&format!("@erasure{}", &record[1..]))).collect();
    act(
        desk,
        actor,
        json!({"act": "erase", "record": records[0], "content": content(records[0]), "ground": "spill", "also": also, "erasures": ids}),
    )
}

/// Every file below a folder.
fn all_below(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(all_below(&path)) } else { found.push(path) }
    }
    found
}

fn holding(folder: &Path, words: &str) -> Vec<std::path::PathBuf> {
    let mut found = all_below(folder);
    found.retain(|path| {
        std::fs::read(path).unwrap().windows(words.len()).any(|there| there == words.as_bytes())
    });
    found
}

fn check(folder: &Path) -> FilesFound {
    let mut check = FileCheck::default();
    Sqlite::lend_file(&folder.join("tamga.db"), &mut |lent| check.read(&lent)).unwrap();
    check.finish(&Files::of(folder)).unwrap()
}

#[test]
fn a_file_is_kept_with_its_record_and_a_refused_or_interrupted_one_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, state) = begin(folder.path());
    attach(&desk, &state, "@file/1", "@document/1", &bytes()).unwrap();
    assert_eq!(file(&desk, &state.reader, "@file/1"), Some(bytes()));
    assert_eq!(file(&desk, &Reader::public(), "@file/1"), None);
    let before = all_below(&folder.path().join("files")).len();
    assert!(attach(&desk, &state, "@file/2", "@document/absent", b"%PDF-1.7 other").is_err());
    let mut upload = desk.begin_upload().unwrap();
    upload.take(b"%PDF-1.7 half").unwrap();
    drop(upload);
    assert!(desk.begin_upload().unwrap().end().is_err(), "an empty one");
    assert_eq!(all_below(&folder.path().join("files")).len(), before);
    assert_eq!(check(folder.path()).whole, 1);
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, _) = begin(folder.path());
    let mut upload = desk.begin_upload().unwrap();
    let piece = vec![b'x'; 1 << 20];
    let taken = (0..).take_while(|_| upload.take(&piece).is_ok()).count() as u64;
    assert_eq!(taken, review::file::LARGEST >> 20);
    drop(upload);
    assert_eq!(all_below(&folder.path().join("files")), Vec::<std::path::PathBuf>::new());
}

#[test]
fn many_bring_files_at_once_and_each_is_kept_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, state) = begin(folder.path());
    std::thread::scope(|scope| {
        for n in 0..8_u8 {
            let (desk, state) = (&desk, &state);
            scope.spawn(move || {
                // Half of them bring the same bytes.
                let own = format!("%PDF-1.7 {}", n / 2);
                attach(desk, state, &format!("@file/{n}"), "@document/1", own.as_bytes()).unwrap();
                assert_eq!(file(desk, &state.reader, &format!("@file/{n}")).as_deref(), Some(own.as_bytes()));
            });
        }
    });
    let found = check(folder.path());
    assert_eq!((found.whole, found.extra.len(), found.missing.len()), (4, 0, 0));
}

#[test]
fn after_a_spill_nothing_in_the_folder_has_a_word_of_it_and_verify_counts_it_erased() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, state) = begin(folder.path());
    attach(&desk, &state, "@file/1", "@document/1", &bytes()).unwrap();
    let named = json!({"act": "share", "record": "@file/1", "content": "newest", "with": "public"});
    desk.perform(&state, read(named)).unwrap();
    desk.warm_up();
    assert!(!holding(folder.path(), SECRET).is_empty());
    let ids = ["@erasure/a", "@erasure/b", "@erasure/c"];
    let scope =
        desk::Scope { reader: state.reader.clone(), as_of: AsOf::Now, world: ledger::owner::World::Record };
    let content = |record: &str| {
        desk.view(&scope, |view| view.find_any(record_of(record)).unwrap().facts.content.unwrap())
    };
    let also = json!([{"record": "@file/1", "content": content("@file/1")}]);
    let spill = json!({
        "act": "erase", "record": "@document/1", "content": content("@document/1"), "ground": "spill", "also": also, "erasures": ids,
    });
    desk.perform(&state, read(spill)).unwrap();
    assert_eq!(
        holding(folder.path(), SECRET),
        Vec::<std::path::PathBuf>::new(),
        "also not in the log beside the file"
    );
    assert_eq!(holding(folder.path(), "combination"), Vec::<std::path::PathBuf>::new());
    assert_eq!(file(&desk, &state.reader, "@file/1"), None);
    for reader in [state.reader.clone(), Reader::public()] {
        let scope = desk::Scope { reader, as_of: AsOf::Now, world: ledger::owner::World::Record };
        let count = desk.search(&scope, "combination", |_, found| found.unwrap().count(None));
        assert_eq!(count, 0);
    }
    assert_eq!(check(folder.path()), FilesFound::default());
    desk.close().unwrap();
    let inspected = Sqlite::inspect_file(&folder.path().join("tamga.db"), &node().public()).unwrap();
    assert_eq!((inspected.ledger.erased, inspected.ledger.findings), (2, vec![]));
}

#[test]
fn the_bytes_stay_while_another_record_names_them() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, state) = begin(folder.path());
    attach(&desk, &state, "@file/1", "@document/1", &bytes()).unwrap();
    attach(&desk, &state, "@file/2", "@document/2", &bytes()).unwrap();
    erase(&desk, &state, &["@file/1"]).unwrap();
    assert_eq!(file(&desk, &state.reader, "@file/2"), Some(bytes()));
    erase(&desk, &state, &["@file/2"]).unwrap();
    assert_eq!(check(folder.path()), FilesFound::default());
    assert_eq!(all_below(&folder.path().join("files")), Vec::<std::path::PathBuf>::new());
}

#[test]
fn what_a_crash_left_half_done_is_finished_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, state) = begin(folder.path());
    attach(&desk, &state, "@file/1", "@document/1", &bytes()).unwrap();
    attach(&desk, &state, "@file/2", "@document/2", b"%PDF-1.7 stays").unwrap();
    let files = Files::of(folder.path());
    let kept = |hash: Hash| {
        let owner = state.owner;
        files.check(owner, hash).unwrap() == store::files::Found::Whole
    };
    // Erased, and the program ended before the bytes were gone.
    files.note_leaving(state.owner, Hash::of(b"%PDF-1.7 stays")).unwrap();
    erase(&desk, &state, &["@file/1"]).unwrap();
    let mut back = files.begin([1; 16]).unwrap();
    back.take(&bytes()).unwrap();
    let hash = back.end().unwrap();
    files.place(back, state.owner, hash).unwrap();
    files.note_leaving(state.owner, hash).unwrap();
    assert!(kept(hash));
    drop(desk);
    let desk = open(folder.path());
    assert!(!kept(hash), "its record is erased");
    assert!(kept(Hash::of(b"%PDF-1.7 stays")), "its record is not");
    assert_eq!(holding(folder.path(), "combination").len(), 1, "only the document itself");
    drop(desk);
}

#[test]
fn verify_names_what_is_missing_altered_or_extra() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, state) = begin(folder.path());
    for n in [1, 2] {
        let own = format!("%PDF-1.7 {n}");
        attach(&desk, &state, &format!("@file/{n}"), "@document/1", own.as_bytes()).unwrap();
    }
    let mut kept = all_below(&folder.path().join("files"));
    kept.sort();
    let extra = kept[0].with_file_name("0".repeat(64));
    std::fs::write(&extra, b"x").unwrap();
    std::fs::write(&kept[0], b"%PDF-1.7 forged").unwrap();
    std::fs::remove_file(&kept[1]).unwrap();
    let found = check(folder.path());
    assert_eq!((found.whole, found.altered.len(), found.missing.len(), found.extra.len()), (0, 1, 1, 1));
}
