//! The test vectors of `docs/records.md`, frozen in `docs/vectors/records.json`: everything in the file is made
//! again through the ledger's public API and compared. `TAMGA_WRITE_VECTORS=1` writes the file anew; a changed
//! vector is a new format, never a correction.
#![allow(clippy::disallowed_methods, reason = "a test may read its file and its environment")]
#![allow(clippy::unwrap_used, reason = "a vector that cannot be made fails the test")]

use ledger::audience::{Audience, ReadersLabel};
use ledger::canonical::{self, Flaw};
use ledger::content::{Content, Erasure, Ground};
use ledger::entry::{Entry, What};
use ledger::gate::{Barred, From};
use ledger::holding::Holding;
use ledger::id::{ActId, Hash, OwnerId, PersonId, RecordId, hex};
use ledger::journal::{Head, Line, checkpoint};
use ledger::key::{SecretKey, Signature, Verdict};
use ledger::owner::{Founding, HOSTING, Hosting, Origin, OwnerSort, found};
use ledger::plain::TextFlaw;
use ledger::text::words_hash;
use ledger::time::Stamp;
use ledger::version::{By, Header, Lane, VERSION};
use serde_json::{Value, json};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/vectors/records.json");

#[test]
fn the_vectors_are_what_this_ledger_makes() {
    let made = serde_json::to_string_pretty(&vectors()).unwrap() + "\n";
    if std::env::var("TAMGA_WRITE_VECTORS").is_ok_and(|value| value == "1") {
        std::fs::write(FILE, &made).unwrap();
    }
    let frozen = std::fs::read_to_string(FILE).unwrap_or_default();
    let differs = frozen.lines().zip(made.lines()).position(|(frozen, made)| frozen != made);
    assert_eq!(
        differs.map(|line| line + 1),
        None,
        "the first line of docs/vectors/records.json that differs"
    );
    assert_eq!(frozen.len(), made.len());
}

/// The whole file.
fn vectors() -> Value {
    let mut scene = Scene::default();
    let story = Story::tell(&mut scene);
    json!({
        "tamga": "vectors/1",
        "keys": keys(),
        "hashed": hashed(&story),
        "entries": scene.entries,
        "checkpoint": scene.checkpoint(),
        "refused_bytes": refused_bytes(),
        "refused_entries": story.refused_entries(&mut scene),
    })
}

// The actors: keys from seeds of one repeated byte, ids from sixteen of them.

const NODE: (&str, u8) = ("node", 9);
const NEXT_NODE: (&str, u8) = ("next node", 10);
const EDITOR_ROOT: (&str, u8) = ("editor's root", 1);
const PARTY_ROOT: (&str, u8) = ("party's root", 2);

type Named = (&'static str, u8);

fn key(named: Named) -> SecretKey {
    SecretKey::from_bytes([named.1; 32])
}

fn keys() -> Vec<Value> {
    let all = [EDITOR_ROOT, PARTY_ROOT, NODE, NEXT_NODE];
    all.map(|named| json!({"name": named.0, "seed": hex(&[named.1; 32]), "key": key(named).public().key}))
        .to_vec()
}

fn record(seed: u8) -> RecordId {
    RecordId::from_chance([seed; 16])
}

fn act(seed: u8) -> ActId {
    ActId::from_chance([seed; 16])
}

fn at(text: &str) -> Stamp {
    text.parse().unwrap()
}

fn utf8(bytes: impl Into<Vec<u8>>) -> String {
    String::from_utf8(bytes.into()).unwrap()
}

/// A content file with a fixed salt.
fn content<B: serde::Serialize>(kind: &str, salt: u8, body: B) -> String {
    let file = Content {
        tamga: "content/1".into(),
        salt: hex(&[salt; 16]),
        kind: kind.parse().unwrap(),
        schema: 1,
        body,
    };
    utf8(canonical::bytes(&file))
}

fn note(salt: u8, words: &str) -> String {
    content("sample.note", salt, json!({"count": salt, "list": ["a", "b\n\"c\"\\"], "words": words}))
}

/// Accepts entries one after the other and notes each as a vector.
#[derive(Default)]
struct Scene {
    holding: Holding,
    head: Head,
    seen: i64,
    entries: Vec<Value>,
}

impl Scene {
    fn accept(&mut self, name: &str, signer: Named, entry: &Entry) {
        let what = self.holding.accept(entry, From::Elsewhere).unwrap().unwrap();
        self.seen = self.entries.len() as i64 * 1000 + 1_790_000_000_000;
        let (act, seen) = (act(0xa0 + self.entries.len() as u8), Stamp::from_millis(self.seen));
        let line = Line::after(self.head, what, entry.hash(), &entry.signature, act, seen);
        self.head = line.head();
        let mut vector = json!({
            "name": name,
            "what": what.word(),
            "bytes": utf8(entry.bytes.clone()),
            "sha256": entry.hash().to_string(),
            "by": signer.0,
            "signature": utf8(entry.signature.clone()),
            "act": act.to_string(),
            "seen": seen.to_string(),
            "line": utf8(canonical::bytes(&line)),
            "head": self.head.hash.unwrap().to_string(),
        });
        if let Some(bytes) = &entry.content {
            vector["content"] = utf8(bytes.clone()).into();
        }
        if matches!(what, What::Version | What::Fork) {
            let header = ledger::version::read_header(&entry.bytes).unwrap();
            vector["lane"] = header.lane().hash().to_string().into();
        }
        self.entries.push(vector);
    }

    fn checkpoint(&self) -> Value {
        let (bytes, signature) = checkpoint(self.head, Stamp::from_millis(self.seen), &key(NODE)).unwrap();
        assert_eq!(signature.check(&bytes), Verdict::Good);
        let sha256 = Hash::of(&bytes).to_string();
        json!({"name": "checkpoint", "bytes": utf8(bytes), "sha256": sha256, "by": NODE.0, "signature": utf8(signature.bytes())})
    }
}

/// What the vectors tell: an editor with one record in three lanes, and a party that moves to another node.
struct Story {
    editor: Founding,
    party: Founding,
    /// The last version in the editor's own lane.
    draft: Header,
    /// The content that says that another is erased.
    erasure: Hash,
    /// The first version of the party's answer.
    answer: Header,
}

impl Story {
    fn tell(scene: &mut Scene) -> Self {
        let begin = at("2026-01-01T00:00:00.000Z");
        let node = key(NODE).public();
        let editor = found(
            OwnerSort::Editor,
            Origin::Reconstruction,
            &key(EDITOR_ROOT),
            false,
            [0x11; 16],
            node.clone(),
            begin,
        );
        let party = found(OwnerSort::Party, Origin::Real, &key(PARTY_ROOT), true, [0x22; 16], node, begin);
        let [genesis, hosting] = Entry::founding(&editor);
        scene.accept("editor: genesis", EDITOR_ROOT, &genesis);
        scene.accept("editor: hosting", EDITOR_ROOT, &hosting);

        // A draft of two versions, shown to the round and to everybody, and withdrawn from everybody.
        let (first, second) = (note(0x31, "Черновик"), note(0x32, "Minsk round, 2016"));
        let draft = Header {
            stated_at: Some("2016-06".parse().unwrap()),
            ..header(
                &editor,
                record(0x51),
                Audience::Own,
                "sample.note",
                Some(&first),
                "2026-02-01T09:00:00.000Z",
            )
        };
        scene.accept("draft 1", NODE, &version(&draft, Some(&first), NODE));
        let draft = after(&draft, Some(&second), "2026-02-01T09:00:00.001Z");
        scene.accept("draft 2", NODE, &version(&draft, Some(&second), NODE));
        let both = [editor.genesis.owner(), party.genesis.owner()];
        let shown = begins(&draft, Audience::readers(ReadersLabel::Round, both), "2026-02-02T09:00:00.000Z");
        scene.accept("shown to the round; the content is held already", NODE, &version(&shown, None, NODE));
        let published = begins(&draft, Audience::Public, "2026-02-03T09:00:00.000Z");
        scene.accept("published", NODE, &version(&published, Some(&second), NODE));
        let withdrawn = after(&published, None, "2026-02-04T09:00:00.000Z");
        scene.accept("withdrawn", NODE, &version(&withdrawn, None, NODE));

        // The first draft held personal data.
        let erasure = Erasure { content: of(&first), ground: Ground::PersonalData, record: draft.record };
        let erasure = content("ledger.erasure", 0x33, erasure);
        let erases = header(
            &editor,
            record(0x52),
            Audience::Own,
            "ledger.erasure",
            Some(&erasure),
            "2026-02-05T09:00:00.000Z",
        );
        scene.accept("the content of draft 1 is erased", NODE, &version(&erases, Some(&erasure), NODE));

        // A party answers, moves to a node of its own, and goes on there.
        let [genesis, hosting] = Entry::founding(&party);
        scene.accept("party: genesis", PARTY_ROOT, &genesis);
        scene.accept("party: hosting", PARTY_ROOT, &hosting);
        let words = note(0x34, "für zwei Ämter");
        let agencies = Audience::Agency { ids: vec![record(0x61), record(0x62)] };
        let answer =
            header(&party, record(0x53), agencies, "sample.answer", Some(&words), "2026-03-01T09:00:00.000Z");
        let words = words.replace("sample.note", "sample.answer");
        let answer = Header { content: Some(of(&words)), ..answer };
        scene.accept("party: an answer for two agencies", NODE, &version(&answer, Some(&words), NODE));
        let moved = Hosting {
            tamga: HOSTING.into(),
            owner: party.genesis.owner(),
            no: 2,
            prev: Some(hosting.hash()),
            node: key(NEXT_NODE).public(),
            from: at("2026-04-01T00:00:00.000Z"),
            until: Some(at("2028-04-01T00:00:00.000Z")),
        };
        scene.accept("party: hosting by the next node", PARTY_ROOT, &hosting_entry(&moved, PARTY_ROOT));
        let joined = begins(&answer, Audience::Series { series: record(0x71) }, "2026-04-01T00:00:00.000Z");
        scene.accept("party: to its series, by the next node", NEXT_NODE, &version(&joined, None, NEXT_NODE));

        // A second "draft 1" comes from elsewhere: kept as evidence.
        let other = Header { act: act(0x7f), ..draft.clone() };
        scene.accept("a fork of draft 2", NODE, &version(&other, None, NODE));
        Story { editor, party, draft, erasure: of(&erasure), answer }
    }

    /// Entries that may not enter after all the others, and why.
    fn refused_entries(&self, scene: &mut Scene) -> Vec<Value> {
        let late = "2026-03-05T09:00:00.000Z";
        let text = content("sample.answer", 0x41, json!({}));
        let good = Header { content: Some(of(&text)), ..after(&self.answer, Some(&text), late) };
        let sign = |header: &Header| version(header, Some(&text), NODE);
        let raw = |bytes: String| signed(What::Version, bytes.into_bytes(), NODE, Some(&text));
        let plain = utf8(good.bytes());
        let genesis = Entry::founding(&self.party)[0].clone();
        let mut tampered = sign(&good);
        tampered.bytes = plain.replace(late, "2026-03-05T09:00:00.001Z").into_bytes().into();
        let mut unknown = sign(&good);
        unknown.signature = utf8(unknown.signature).replace("ed25519", "ed448").into_bytes().into();
        let stranger = found(
            OwnerSort::Round,
            Origin::Real,
            &key(PARTY_ROOT),
            true,
            [0x23; 16],
            key(NODE).public(),
            Stamp::EPOCH,
        );
        let fifth = Hosting { no: 5, ..self.party.hosting.clone() };
        let unsorted = Audience::Agency { ids: vec![record(0x62), record(0x61)] };
        let first = begins(&good, Audience::Public, late);
        let stopped = after(&self.draft, None, "2026-05-01T00:00:00.000Z");
        let other_kind = Header { kind: "sample.note".parse().unwrap(), ..good.clone() };
        let bad_kind = content("sample.note", 0x41, json!({}));
        let erasure = Erasure { content: self.erasure, ground: Ground::Spill, record: record(0x52) };
        let erasure = content("ledger.erasure", 0x42, erasure);
        let erases =
            header(&self.editor, record(0x54), Audience::Own, "ledger.erasure", Some(&erasure), late);
        let all: Vec<(&str, Entry)> = vec![
            ("a space in the header", raw(plain.replacen(':', ": ", 1))),
            ("a field too many", raw(plain.replace("\"tamga\"", "\"t\":1,\"tamga\""))),
            ("a field too few", raw(plain.replace("\"schema\":1,", ""))),
            ("a type that is not known", raw(plain.replace("version/1", "version/2"))),
            ("an id of UUID version 7", raw(plain.replace("-4", "-7"))),
            ("a stamp without decimals", raw(plain.replace(late, "2026-03-05T09:00:00Z"))),
            ("a kind without a dot", raw(plain.replace("sample.answer", "answer"))),
            ("agencies that are not sorted", sign(&Header { audience: unsorted, ..good.clone() })),
            (
                "no agencies at all",
                sign(&Header { audience: Audience::Agency { ids: vec![] }, ..good.clone() }),
            ),
            ("one digit of the stamp changed after signing", tampered),
            ("an algorithm that is not known", unknown),
            (
                "a genesis signed by another key",
                signed(What::Genesis, genesis.bytes.to_vec(), EDITOR_ROOT, None),
            ),
            ("an owner that is not known", sign(&Header { owner: stranger.genesis.owner(), ..good.clone() })),
            ("the next node before its time", version(&good, Some(&text), NEXT_NODE)),
            (
                "the first node after its time",
                sign(&Header { at: at("2026-04-02T00:00:00.000Z"), ..good.clone() }),
            ),
            (
                "the next node when its time is over",
                version(
                    &Header { at: at("2028-04-01T00:00:00.000Z"), ..good.clone() },
                    Some(&text),
                    NEXT_NODE,
                ),
            ),
            ("a hosting whose number is not the next", hosting_entry(&fifth, PARTY_ROOT)),
            ("another origin than the owner's", sign(&Header { origin: Origin::Exercise, ..good.clone() })),
            (
                "a real record that states a past",
                sign(&Header { stated_at: Some("2013".parse().unwrap()), ..good.clone() }),
            ),
            ("a record of another owner", sign(&Header { record: record(0x51), ..good.clone() })),
            ("a record of another kind", sign(&other_kind)),
            ("the content is not the one named", version(&good, Some(&bad_kind), NODE)),
            ("the content is neither here nor held", version(&good, None, NODE)),
            (
                "the content is of another kind",
                version(&Header { content: Some(of(&bad_kind)), ..good.clone() }, Some(&bad_kind), NODE),
            ),
            (
                "a withdrawal that begins a lane",
                version(&Header { withdraws: Some(true), content: None, ..first }, None, NODE),
            ),
            ("a withdrawal with a content", sign(&Header { withdraws: Some(true), ..good.clone() })),
            ("a number left out", sign(&Header { no: 3, ..good.clone() })),
            ("another version before", sign(&Header { prev: Some(of("x")), ..good.clone() })),
            ("a stamp that does not rise", sign(&Header { at: self.answer.at, ..good.clone() })),
            ("the lane was stopped by a fork", version(&stopped, None, NODE)),
            ("an erasure of an erasure", version(&erases, Some(&erasure), NODE)),
        ];
        all.into_iter().map(|(name, entry)| refused(name, &entry, scene)).collect()
    }
}

fn refused(name: &str, entry: &Entry, scene: &mut Scene) -> Value {
    let barred = scene.holding.accept(entry, From::Elsewhere).expect_err(name);
    let mut vector = json!({
        "name": name,
        "what": entry.what.word(),
        "bytes": utf8(entry.bytes.clone()),
        "signature": utf8(entry.signature.clone()),
        "reason": barred_word(&barred),
    });
    if let Some(bytes) = &entry.content {
        vector["content"] = utf8(bytes.clone()).into();
    }
    vector
}

fn of(text: &str) -> Hash {
    Hash::of(text.as_bytes())
}

/// The first version of a lane.
fn header(
    owner: &Founding,
    record: RecordId,
    audience: Audience,
    kind: &str,
    content: Option<&str>,
    stamp: &str,
) -> Header {
    Header {
        tamga: VERSION.into(),
        record,
        owner: owner.genesis.owner(),
        audience,
        no: 1,
        prev: None,
        act: act(0x7e),
        at: at(stamp),
        stated_at: None,
        by: By {
            person: PersonId::from_chance([0x81; 16]),
            role: "editor".into(),
            mandate: self::record(0x82),
        },
        kind: kind.parse().unwrap(),
        schema: 1,
        content: content.map(of),
        origin: owner.genesis.origin,
        withdraws: content.is_none().then_some(true),
    }
}

/// The version that follows in the lane; without a content it withdraws.
fn after(before: &Header, content: Option<&str>, stamp: &str) -> Header {
    let prev = Some(Hash::of(&before.bytes()));
    let withdraws = content.is_none().then_some(true);
    Header { no: before.no + 1, prev, at: at(stamp), content: content.map(of), withdraws, ..before.clone() }
}

/// The same content for another audience.
fn begins(from: &Header, audience: Audience, stamp: &str) -> Header {
    Header { audience, no: 1, prev: None, at: at(stamp), ..from.clone() }
}

fn signed(what: What, bytes: Vec<u8>, signer: Named, content: Option<&str>) -> Entry {
    let signature: Signature = key(signer).sign(&bytes);
    let content = content.map(|text| text.as_bytes().into());
    Entry { what, bytes: bytes.into(), signature: signature.bytes().into(), content }
}

fn version(header: &Header, content: Option<&str>, signer: Named) -> Entry {
    signed(What::Version, header.bytes(), signer, content)
}

fn hosting_entry(hosting: &Hosting, signer: Named) -> Entry {
    signed(What::Hosting, canonical::bytes(hosting), signer, None)
}

/// What is hashed but not signed: contents, words, and the names of lanes for each sort of audience.
fn hashed(story: &Story) -> Vec<Value> {
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
fn refused_bytes() -> Vec<Value> {
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

fn word_of(flaw: &Flaw) -> &'static str {
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

fn barred_word(barred: &Barred) -> &'static str {
    match barred {
        Barred::Bytes { flaw, .. } => word_of(flaw),
        Barred::Form(_) => "form",
        Barred::BadSignature => "bad_signature",
        Barred::CannotCheckSignature => "cannot_check_signature",
        Barred::NotHost => "not_host",
        Barred::UnknownOwner => "unknown_owner",
        Barred::OtherOrigin => "other_origin",
        Barred::StatedAt => "stated_at",
        Barred::OtherRecord => "other_record",
        Barred::NotNext => "not_next",
        Barred::StampBack => "stamp_back",
        Barred::Stopped => "stopped",
        Barred::OtherContent => "other_content",
        Barred::ErasesErasure => "erases_erasure",
        Barred::Withdrawal => "withdrawal",
    }
}
