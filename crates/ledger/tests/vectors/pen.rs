//! The pen: keys and ids from seeds, contents with fixed salts, headers and signed entries.

use ledger::audience::Audience;
use ledger::canonical;
use ledger::content::Content;
use ledger::entry::{Entry, What};
use ledger::id::{ActId, Hash, PersonId, RecordId, hex};
use ledger::key::{SecretKey, Signature};
use ledger::owner::{Founding, Hosting};
use ledger::time::Stamp;
use ledger::version::{By, Header, VERSION};
use serde_json::{Value, json};

// The actors: keys from seeds of one repeated byte, ids from sixteen of them.

pub const NODE: (&str, u8) = ("node", 9);
pub const NEXT_NODE: (&str, u8) = ("next node", 10);
pub const EDITOR_ROOT: (&str, u8) = ("editor's root", 1);
pub const PARTY_ROOT: (&str, u8) = ("party's root", 2);

pub type Named = (&'static str, u8);

pub fn key(named: Named) -> SecretKey {
    SecretKey::from_bytes([named.1; 32])
}

pub fn keys() -> Vec<Value> {
    let all = [EDITOR_ROOT, PARTY_ROOT, NODE, NEXT_NODE];
    all.map(|named| json!({"name": named.0, "seed": hex(&[named.1; 32]), "key": key(named).public().key}))
        .to_vec()
}

pub fn record(seed: u8) -> RecordId {
    RecordId::from_chance([seed; 16])
}

pub fn act(seed: u8) -> ActId {
    ActId::from_chance([seed; 16])
}

pub fn at(text: &str) -> Stamp {
    text.parse().unwrap()
}

pub fn utf8(bytes: impl Into<Vec<u8>>) -> String {
    String::from_utf8(bytes.into()).unwrap()
}

/// A content file with a fixed salt.
pub fn content<B: serde::Serialize>(kind: &str, salt: u8, body: B) -> String {
    let file = Content {
        tamga: "content/1".into(),
        salt: hex(&[salt; 16]),
        kind: kind.parse().unwrap(),
        schema: 1,
        body,
    };
    utf8(canonical::bytes(&file))
}

pub fn note(salt: u8, words: &str) -> String {
    content("sample.note", salt, json!({"count": salt, "list": ["a", "b\n\"c\"\\"], "words": words}))
}

pub fn of(text: &str) -> Hash {
    Hash::of(text.as_bytes())
}

/// The first version of a lane.
pub fn header(
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
pub fn after(before: &Header, content: Option<&str>, stamp: &str) -> Header {
    let prev = Some(Hash::of(&before.bytes()));
    let withdraws = content.is_none().then_some(true);
    Header { no: before.no + 1, prev, at: at(stamp), content: content.map(of), withdraws, ..before.clone() }
}

/// The same content for another audience.
pub fn begins(from: &Header, audience: Audience, stamp: &str) -> Header {
    Header { audience, no: 1, prev: None, at: at(stamp), ..from.clone() }
}

pub fn signed(what: What, bytes: Vec<u8>, signer: Named, content: Option<&str>) -> Entry {
    let signature: Signature = key(signer).sign(&bytes);
    let content = content.map(|text| text.as_bytes().into());
    Entry { what, bytes: bytes.into(), signature: signature.bytes().into(), content }
}

pub fn version(header: &Header, content: Option<&str>, signer: Named) -> Entry {
    signed(What::Version, header.bytes(), signer, content)
}

pub fn hosting_entry(hosting: &Hosting, signer: Named) -> Entry {
    signed(What::Hosting, canonical::bytes(hosting), signer, None)
}
