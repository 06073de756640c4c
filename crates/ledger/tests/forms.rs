//! The gate keeps bytes as received, so it must refuse every second way of writing the same thing.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

use ledger::audience::Audience;
use ledger::entry::{Entry, What};
use ledger::examine::Barred;
use ledger::gate::From;
use ledger::holding::Holding;
use ledger::id::{ActId, Hash, PersonId, RecordId};
use ledger::key::SecretKey;
use ledger::owner::{Founding, Origin, OwnerSort, found};
use ledger::time::Stamp;
use ledger::version::{By, Header, VERSION};

const CONTENT: &str = r#"{"body":{},"kind":"test.note","salt":"00112233445566778899aabbccddeeff","schema":1,"tamga":"content/1"}"#;

fn key() -> SecretKey {
    SecretKey::from_bytes([1; 32])
}

fn founding() -> Founding {
    found(OwnerSort::Editor, Origin::Real, &key(), true, [0; 16], key().public(), Stamp::EPOCH)
}

fn holding() -> Holding {
    let mut holding = Holding::default();
    for paper in Entry::founding(&founding()) {
        holding.accept(&paper, From::Here).unwrap();
    }
    holding
}

fn header(content: &str) -> Header {
    let id = RecordId::from_chance([2; 16]);
    Header {
        tamga: VERSION.into(),
        record: id,
        owner: founding().genesis.owner(),
        audience: Audience::Own,
        no: 1,
        prev: None,
        act: ActId::from_chance([3; 16]),
        at: Stamp::from_millis(1),
        stated_at: None,
        by: By { person: PersonId::from_chance([4; 16]), role: "editor".into(), mandate: id },
        kind: "test.note".parse().unwrap(),
        schema: 1,
        content: Some(Hash::of(content.as_bytes())),
        origin: Origin::Real,
        withdraws: None,
    }
}

/// A version whose header's bytes are written by hand, and rightly signed.
fn by_hand(bytes: &str, content: &str) -> Entry {
    let signature = key().sign(bytes.as_bytes()).bytes().into();
    Entry {
        what: What::Version,
        bytes: bytes.as_bytes().into(),
        signature,
        content: Some(content.as_bytes().into()),
    }
}

fn written() -> String {
    String::from_utf8(header(CONTENT).bytes()).unwrap()
}

fn form(entry: &Entry) -> bool {
    matches!(holding().accept(entry, From::Here), Err(Barred::Form(_)))
}

#[test]
fn the_one_form_is_let_in() {
    assert_eq!(holding().accept(&by_hand(&written(), CONTENT), From::Here), Ok(Some(What::Version)));
}

#[test]
fn a_field_too_many_is_refused_also_where_a_word_stands_alone() {
    let audience = written().replace(r#"{"type":"own"}"#, r#"{"type":"own","x":1}"#);
    assert!(form(&by_hand(&audience, CONTENT)));
    assert!(form(&by_hand(&written().replace(r#""no":1"#, r#""no":1,"note":"x""#), CONTENT)));
}

#[test]
fn a_list_in_the_place_of_named_fields_is_refused() {
    let mut entry = by_hand(&written(), CONTENT);
    let named = key().sign(&entry.bytes);
    entry.signature = format!(r#"["{}","{}","{}"]"#, named.alg, named.key, named.sig).into_bytes().into();
    assert!(form(&entry));
}

#[test]
fn a_withdrawal_says_true_or_nothing() {
    let denied = written().replace(r#""tamga":"version/1""#, r#""tamga":"version/1","withdraws":false"#);
    assert!(form(&by_hand(&denied, CONTENT)));
}

#[test]
fn a_content_has_five_fields_and_a_salt_of_chance() {
    let wrong = [
        CONTENT.replace("00112233", "0011223Z"),
        CONTENT.replace(r#""body":{}"#, r#""body":{},"extra":1"#),
        CONTENT.replace(r#""body":{}"#, r#""body":[]"#),
    ];
    for content in wrong {
        assert!(form(&by_hand(&String::from_utf8(header(&content).bytes()).unwrap(), &content)), "{content}");
    }
}

#[test]
fn a_stamp_beyond_the_calendar_is_refused_and_no_panic() {
    let late = written().replace("1970-01-01T00:00:00.001Z", "9999-12-30T22:00:00.500Z");
    assert!(form(&by_hand(&late, CONTENT)));
}
