//! What a version says: a salted file of canonical JSON, and the bodies that nouns read from it.

use crate::canonical;
use crate::chance::Chance;
use crate::id::{Hash, Kind, RecordId, hex};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::any::Any;
use std::sync::Arc;

/// The type of a content file.
pub const CONTENT: &str = "content/1";

/// The file: `{"body":…,"kind":…,"salt":…,"schema":…,"tamga":"content/1"}`. The salt keeps a content that was not
/// disclosed, or that was erased, from being guessed by its hash.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content<B> {
    /// `content/1`.
    pub tamga: String,
    /// 128 bits of chance in hexadecimal digits.
    pub salt: String,
    /// What sort of record.
    pub kind: Kind,
    /// Which shape of it, counted from 1 per kind.
    pub schema: u32,
    /// What is said.
    pub body: B,
}

/// What a noun of a higher floor says of itself, so that its bodies can be kept, indexed and read.
pub trait Body: Serialize + DeserializeOwned + JsonSchema + Send + Sync + 'static {
    /// Its kind: dotted, lower case, never reused.
    const KIND: &'static str;

    /// The newest shape it writes.
    const SCHEMA: u32 = 1;

    /// Whether it stays where it was told: it may be followed by another version or erased, and is never withdrawn.
    const STAYS: bool = false;

    /// Reads a shape it no longer writes. Nothing stored is rewritten.
    fn from_older(_schema: u32, _content: &[u8]) -> Option<Self> {
        None
    }

    /// The records it speaks of or stands under: one finds it by them.
    fn about(&self, _found: &mut dyn FnMut(RecordId)) {}

    /// Its words with their language, for search; the first is what it is called. Codes have the language `und`.
    fn words(&self, _found: &mut dyn FnMut(&str, &str)) {}

    /// In whose name it speaks. A rule asks that when it is written, but what another installation brings was written
    /// under no rule of ours.
    fn voice(&self) -> Voice {
        Voice::Own
    }
}

/// In whose name a body speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// In that of its record's owner, whoever that is.
    Own,
    /// In that of the owner of this record: written by anybody else, it is not said.
    Of(RecordId),
    /// The same, but editors may compile it about others; it is shown as theirs.
    Compiled(RecordId),
}

/// A body whose type is not known where it stands.
pub trait AnyBody: Any + Send + Sync {
    /// The body itself, for a downcast.
    fn as_any(self: Arc<Self>) -> Arc<dyn Any + Send + Sync>;
    /// See [`Body::about`].
    fn about(&self, found: &mut dyn FnMut(RecordId));
    /// See [`Body::words`].
    fn words(&self, found: &mut dyn FnMut(&str, &str));
    /// The body as JSON.
    fn to_json(&self) -> serde_json::Value;
    /// The body alone as bytes, in its newest shape: how the register keeps what is seldom read.
    fn fold(&self) -> Vec<u8>;
}

impl<B: Body> AnyBody for B {
    fn as_any(self: Arc<Self>) -> Arc<dyn Any + Send + Sync> {
        self
    }

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        Body::about(self, found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        Body::words(self, found);
    }

    fn to_json(&self) -> serde_json::Value {
        serde_json::to_value(self).unwrap_or_default()
    }

    fn fold(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}

/// A body, if the bytes are of a shape that is known.
type Read = Option<Arc<dyn AnyBody>>;

/// How one kind is read.
#[derive(Clone, Copy)]
pub struct KindSpec {
    /// The kind's word.
    pub kind: &'static str,
    /// The newest shape known here.
    pub schema: u32,
    /// See [`Body::STAYS`].
    pub stays: bool,
    decode: fn(u32, &[u8]) -> Read,
    unfold: fn(&[u8]) -> Read,
    shape: fn(&mut SchemaGenerator) -> Schema,
}

impl KindSpec {
    /// How `B` is read.
    pub const fn of<B: Body>() -> Self {
        let (decode, unfold) = (decode::<B>, unfold::<B>);
        let shape = SchemaGenerator::subschema_for::<B>;
        KindSpec { kind: B::KIND, schema: B::SCHEMA, stays: B::STAYS, decode, unfold, shape }
    }

    /// The JSON Schema of its bodies, in their newest shape.
    pub fn shape(&self, generator: &mut SchemaGenerator) -> Schema {
        (self.shape)(generator)
    }
}

/// Only the body of a [`Content`]: the gate has seen the rest, and the header repeats what counts of it.
#[derive(Deserialize)]
struct Said<B> {
    body: B,
}

fn decode<B: Body>(schema: u32, content: &[u8]) -> Option<Arc<dyn AnyBody>> {
    if schema == B::SCHEMA {
        let read: Said<B> = serde_json::from_slice(content).ok()?;
        return Some(Arc::new(read.body));
    }
    B::from_older(schema, content).map(|body| Arc::new(body) as Arc<dyn AnyBody>)
}

fn unfold<B: Body>(body: &[u8]) -> Option<Arc<dyn AnyBody>> {
    let body: B = serde_json::from_slice(body).ok()?;
    Some(Arc::new(body))
}

/// The kinds that this program can read. Unknown kinds and newer shapes are kept and passed on all the same.
#[derive(Clone, Copy)]
pub struct Kinds(pub &'static [KindSpec]);

impl Kinds {
    /// The body of a content, or nothing if its kind or shape is not known here.
    pub fn decode(&self, kind: &str, schema: u32, content: &[u8]) -> Option<Arc<dyn AnyBody>> {
        let spec = self.0.iter().find(|spec| spec.kind == kind)?;
        (spec.decode)(schema, content)
    }

    /// Whether that kind and shape is known here.
    pub fn knows(&self, kind: &str, schema: u32) -> bool {
        self.0.iter().any(|spec| spec.kind == kind && schema <= spec.schema)
    }

    /// Whether records of that kind are never withdrawn.
    pub fn stays(&self, kind: &str) -> bool {
        self.0.iter().any(|spec| spec.kind == kind && spec.stays)
    }

    /// The other way from [`AnyBody::fold`].
    pub(crate) fn unfold(&self, kind: &str, body: &[u8]) -> Option<Arc<dyn AnyBody>> {
        let spec = self.0.iter().find(|spec| spec.kind == kind)?;
        (spec.unfold)(body)
    }
}

/// Reads an older shape of a body that only lacks fields which its newest shape may leave out.
pub fn with_fewer_fields<B: DeserializeOwned>(content: &[u8]) -> Option<B> {
    serde_json::from_slice::<Content<B>>(content).ok().map(|read| read.body)
}

/// The bytes of a new content with a fresh salt.
pub fn seal<B: Body>(body: &B, chance: &mut dyn Chance) -> Vec<u8> {
    let salt = hex(&chance.sixteen());
    // Invariant: a test holds every `KIND` against the form of a kind.
    let kind: Kind = B::KIND.parse().expect("a body's kind is well formed");
    canonical::bytes(&Content { tamga: CONTENT.into(), salt, kind, schema: B::SCHEMA, body })
}

/// An erasure: the content goes everywhere the record went; its salted hash stays, and the chain still holds.
/// It is a record of its own, once for each audience that held the content, and travels like any other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Erasure {
    /// The hash of the content that is to go.
    pub content: Hash,
    /// Why.
    pub ground: Ground,
    /// The record whose history held it.
    pub record: RecordId,
}

/// Why a content was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// It held personal data.
    PersonalData,
    /// Something was entered that never should have been.
    Spill,
}

impl Body for Erasure {
    const KIND: &'static str = "ledger.erasure";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.record);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed(u8);

    impl Chance for Fixed {
        fn fill(&mut self, bytes: &mut [u8]) {
            bytes.fill(self.0);
        }
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
    struct Note {
        words: String,
    }

    impl Body for Note {
        const KIND: &'static str = "test.note";
        const SCHEMA: u32 = 2;

        fn from_older(schema: u32, content: &[u8]) -> Option<Self> {
            let old: Content<String> = serde_json::from_slice(content).ok()?;
            (schema == 1).then_some(Note { words: old.body })
        }
    }

    const KINDS: Kinds = Kinds(&[KindSpec::of::<Note>()]);

    #[test]
    fn the_same_words_with_another_salt_have_another_hash() {
        let note = Note { words: "x".into() };
        let (one, two) = (seal(&note, &mut Fixed(1)), seal(&note, &mut Fixed(2)));
        assert_ne!(Hash::of(&one), Hash::of(&two));
        assert!(canonical::check(&one).is_ok());
    }

    #[test]
    fn an_older_shape_is_read_by_its_noun_and_an_unknown_one_by_nobody() {
        let old = br#"{"body":"hello","kind":"test.note","salt":"00","schema":1,"tamga":"content/1"}"#;
        let read = KINDS.decode("test.note", 1, old).unwrap().as_any();
        assert_eq!(read.downcast_ref::<Note>(), Some(&Note { words: "hello".into() }));
        assert!(KINDS.decode("test.note", 3, old).is_none(), "a newer shape");
        assert!(KINDS.decode("test.other", 1, old).is_none());
    }
}
