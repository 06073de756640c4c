//! The file of people: what was written by an older version is brought to the present shape, and nothing is lost.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

use ledger::time::Stamp;
use rusqlite::Connection;
use store::People;
use store::people::kept;

const FIRST: &str = include_str!("../migrations/sqlite/people_0001.sql");

/// A file as the first version wrote it, with an account and a token.
fn first(path: &std::path::Path) {
    let connection = Connection::open(path).unwrap();
    connection.pragma_update(None, "application_id", 0x544d_4750).unwrap();
    connection.execute_batch(FIRST).unwrap();
    connection.pragma_update(None, "user_version", 1).unwrap();
    let account =
        "insert into account (id, login, name, password, created) values ('a', 'login', 'Name', 'x', 1)";
    connection.execute(account, []).unwrap();
    let token = "insert into token (hash, id, account, person, mandate, name, may_act, created, until)
        values (?1, 't', 'a', ?2, ?2, 'sheet', 1, 1, 100)";
    let id = "b3f1c7a2-6a0e-4d55-9c1b-0f2a4e6d8c10";
    connection.execute(token, rusqlite::params![kept("secret").as_bytes(), id]).unwrap();
}

#[test]
fn a_file_of_the_first_version_is_opened_and_its_tokens_are_as_wide_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.db");
    first(&path);
    for _ in 0..2 {
        let people = People::open(&path).unwrap();
        let token = people.token("secret").unwrap().unwrap();
        assert_eq!((token.name.as_str(), token.may_act, token.acts.len()), ("sheet", true, 0));
        assert!(token.stands(Stamp::from_millis(99)) && !token.stands(Stamp::from_millis(100)));
    }
    let version: u32 =
        Connection::open(&path).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert!(version >= 2);
}

#[test]
fn the_use_of_a_token_is_noted_once_a_minute() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.db");
    first(&path);
    let people = People::open(&path).unwrap();
    let used = || people.token("secret").unwrap().unwrap().used.map(Stamp::millis);
    let note = |millis| {
        let token = people.token("secret").unwrap().unwrap();
        people.note_use(&token, Stamp::from_millis(millis)).unwrap();
    };
    assert_eq!(used(), None);
    note(1_000);
    note(60_999);
    assert_eq!(used(), Some(1_000));
    note(61_000);
    assert_eq!(used(), Some(61_000));
}
