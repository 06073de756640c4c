//! Bytes that are hashed, and bytes that are not kept.

use crate::pen::{note, of, record, utf8};
use crate::story::Story;
use ledger::audience::{Audience, ReadersLabel};
use ledger::canonical::{self, Flaw};
use ledger::id::{Hash, OwnerId, hex};
use ledger::plain::TextFlaw;
use ledger::text::words_hash;
use ledger::version::Lane;
use serde_json::{Value, json};

/// What is hashed but not signed: contents, words, and the names of lanes for each sort of audience.
pub fn hashed(story: &Story) -> Vec<Value> {
    let vector = |name: &str, bytes: String, hash: Hash| {
        assert_eq!(Hash::of(bytes.as_bytes()), hash, "{name}");
        assert_eq!(canonical::check(bytes.as_bytes()).err(), None, "{name}");
        json!({"name": name, "bytes": bytes, "sha256": hash.to_string()})
    };
    let words = |words: &str| {
        let bytes = utf8(canonical::bytes(&json!({"tamga": "words/1", "words": words})));
        vector("words/1", bytes, words_hash(words))
    };
    let lane = |name: &str, audience: Audience| {
        let named = json!({"tamga": "lane/1", "record": record(0x51), "audience": audience});
        vector(name, utf8(canonical::bytes(&named)), Lane::of(record(0x51), &audience).hash())
    };
    let parties: [OwnerId; 2] = [story.party.genesis.owner(), story.editor.genesis.owner()];
    let plain = note(0x31, "Черновик");
    // Keys are sorted by UTF-16 units: the first two stand the other way round in UTF-8.
    let sorted = utf8(canonical::bytes(
        &json!({"\u{ff21}": 1, "\u{1f600}": 2, "é": -9_007_199_254_740_991_i64, "": {}}),
    ));
    let hash = of(&sorted);
    vec![
        vector("content/1", plain.clone(), of(&plain)),
        vector("the order of keys, and the least integer", sorted, hash),
        words("Minsk round"),
        words("Минский раунд\n«две строки»"),
        lane("lane/1: agency", Audience::Agency { ids: vec![record(0x61), record(0x62)] }),
        lane("lane/1: own", Audience::Own),
        lane("lane/1: readers, named", Audience::readers(ReadersLabel::Named, parties)),
        lane("lane/1: readers, of the round", Audience::readers(ReadersLabel::Round, parties)),
        lane(
            "lane/1: readers, with organizations",
            Audience::readers(ReadersLabel::RoundAndOrganizations, parties),
        ),
        lane("lane/1: series", Audience::Series { series: record(0x71) }),
        lane("lane/1: public", Audience::Public),
    ]
}

/// Bytes that are not kept, and the word for why.
pub fn refused() -> Vec<Value> {
    let texts = [
        ("a space", r#"{"a": 1}"#),
        ("keys out of order", r#"{"b":1,"a":1}"#),
        ("keys in the order of UTF-8, not of UTF-16", "{\"\u{ff21}\":1,\"\u{1f600}\":2}"),
        ("a key twice", r#"{"a":1,"a":1}"#),
        ("a letter escaped without need", r#"{"a":"\u0041"}"#),
        ("a solidus escaped without need", r#"{"a":"\/"}"#),
        ("a line feed escaped at length", r#"{"a":"\u000a"}"#),
        ("a line feed at the end", "{\"a\":1}\n"),
        ("null", r#"{"a":{"b":null}}"#),
        ("a decimal", r#"{"a":[1.5]}"#),
        ("a whole number written as a decimal", r#"{"a":1.0}"#),
        ("an exponent", r#"{"a":1e2}"#),
        ("minus nought", r#"{"a":-0}"#),
        ("2^53", r#"{"a":9007199254740992}"#),
        ("-2^53", r#"{"a":-9007199254740992}"#),
        ("a number of thirty digits", r#"{"a":123456789012345678901234567890}"#),
        ("a number that begins with nought", r#"{"a":01}"#),
        ("a trailing comma", r#"{"a":[1,]}"#),
        ("nothing", ""),
        ("two values", "1 1"),
        ("half a surrogate pair", r#"{"a":"\ud800"}"#),
        ("a bare tab in a string", "{\"a\":\"\t\"}"),
        ("a tab", r#"{"a":"\t"}"#),
        ("a carriage return", r#"{"a":"\r\n"}"#),
        ("NUL", r#"{"a":"\u0000"}"#),
        ("DEL", "{\"a\":\"\u{7f}\"}"),
        ("a control character above ASCII", "{\"a\":\"й\u{85}\"}"),
        ("a direction override", "{\"a\":\"invoice\u{202e}fdp.exe\"}"),
        ("a direction mark in a key", "{\"a\u{200f}\":1}"),
        ("a line separator", "{\"a\":\"\u{2028}\"}"),
        ("a byte order mark in a text", "{\"a\":\"\u{feff}\"}"),
        ("a decomposed letter", "{\"a\":\"и\u{306}\"}"),
        ("a letter whose canonical form is another", "{\"a\":\"\u{212b}\"}"),
    ];
    let deep = "[".repeat(26) + &"]".repeat(26);
    let nearly = "[".repeat(25) + "1" + &"]".repeat(25);
    let large = format!("\"{}\"", "x".repeat(canonical::LARGEST - 1));
    assert_eq!(canonical::check(large.as_bytes()), Err(Flaw::TooLarge));
    assert!(canonical::check(&large.as_bytes()[..large.len() - 1]).is_err_and(|flaw| flaw != Flaw::TooLarge));
    let long =
        [("twenty-six lists", deep.as_str()), ("a value twenty-five steps below the top", nearly.as_str())];
    let vector = |(name, text): &(&str, &str)| json!({"name": name, "bytes": text, "reason": flaw_word(text.as_bytes())});
    let mut all: Vec<Value> = texts.iter().chain(&long).map(vector).collect();
    for (name, bytes) in [
        ("a byte that UTF-8 never has", &b"\"\xff\""[..]),
        ("an overlong solidus", b"\"\xc0\xaf\""),
        ("half a pair as bytes", b"\"\xed\xa0\x80\""),
    ] {
        all.push(json!({"name": name, "hex": hex(bytes), "reason": flaw_word(bytes)}));
    }
    all
}

fn flaw_word(bytes: &[u8]) -> &'static str {
    word_of(&canonical::check(bytes).expect_err(&String::from_utf8_lossy(bytes)))
}

/// The stable word for what is wrong with bytes.
pub fn word_of(flaw: &Flaw) -> &'static str {
    match flaw {
        Flaw::TooLarge => "too_large",
        Flaw::NotUtf8 => "not_utf8",
        Flaw::NotJson(_) => "not_json",
        Flaw::TooDeep { .. } => "too_deep",
        Flaw::Null { .. } => "null",
        Flaw::Number { .. } => "number",
        Flaw::Text { flaw: TextFlaw::Control, .. } => "control",
        Flaw::Text { flaw: TextFlaw::Direction, .. } => "direction",
        Flaw::Text { flaw: TextFlaw::NotNfc, .. } => "not_nfc",
        Flaw::NotCanonical => "not_canonical",
    }
}
