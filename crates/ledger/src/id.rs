//! Names of things: random ids for records, people and acts; hashes for what was said; dotted kinds.

use crate::shape::written_as;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};
use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// A text is not the id, hash or kind it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not {what}: {text}")]
pub struct NotThat {
    /// What was expected, for a log.
    pub what: &'static str,
    /// What was found, shortened.
    pub text: String,
}

impl NotThat {
    fn new(what: &'static str, text: &str) -> Self {
        NotThat { what, text: text.chars().take(80).collect() }
    }
}

macro_rules! random_id {
    ($(#[$doc:meta])* $name:ident, $what:literal, $shape:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(uuid::Uuid);

        impl $name {
            /// From 128 bits of chance; the version and variant bits of UUID version 4 are set.
            pub fn from_chance(bits: [u8; 16]) -> Self {
                Self(uuid::Builder::from_random_bytes(bits).into_uuid())
            }

            /// The sixteen bytes.
            pub fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(out)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(out, "{}({})", stringify!($name), self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotThat;

            /// Only the one form that is written: lower case, with hyphens, version 4.
            fn from_str(text: &str) -> Result<Self, NotThat> {
                let id = uuid::Uuid::try_parse(text).map_err(|_| NotThat::new($what, text))?;
                let written = *id.hyphenated().encode_lower(&mut [0; uuid::fmt::Hyphenated::LENGTH]) == *text;
                let random = id.get_version_num() == 4;
                if written && random { Ok(Self(id)) } else { Err(NotThat::new($what, text)) }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(FromText::<Self>::new($what))
            }
        }

        written_as!(
            $name,
            "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$",
            $shape
        );
    };
}

random_id!(
    /// A record: a thing with an owner and a history. UUID version 4: no time in it.
    RecordId,
    "a record id",
    "A record: a UUID of version 4, lower case."
);
random_id!(
    /// A person, as the party's record names him: random, without meaning elsewhere.
    PersonId,
    "a person id",
    "A person, as one owner's records name him: a UUID of version 4, lower case."
);
random_id!(
    /// One act. It comes with the form, so that a double click or a crash before the answer does nothing twice.
    ActId,
    "an act id",
    "An act: a UUID of version 4, lower case, drawn by whoever acts. The same act again does nothing twice."
);

/// SHA-256 of exact bytes. Written `sha256:` and 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Hash(Sha256::digest(bytes).into())
    }

    /// From the 32 bytes of a digest made elsewhere (a store's column).
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Hash(bytes)
    }

    /// The 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The first eight hexadecimal digits, for people's eyes only.
    pub fn short(&self) -> String {
        hex(&self.0[..4])
    }
}

/// A hash in the making, of bytes that come piece by piece.
#[derive(Default)]
pub struct Hashing(Sha256);

impl Hashing {
    /// Takes in the next piece.
    pub fn take(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// The hash of all pieces as one.
    pub fn hash(self) -> Hash {
        Hash(self.0.finalize().into())
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "sha256:{}", hex(&self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Hash({})", self.short())
    }
}

impl FromStr for Hash {
    type Err = NotThat;

    fn from_str(text: &str) -> Result<Self, NotThat> {
        let digits = text.strip_prefix("sha256:").and_then(unhex::<32>);
        digits.map(Hash).ok_or_else(|| NotThat::new("a sha256 hash", text))
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(FromText::<Self>::new("a sha256 hash"))
    }
}

written_as!(Hash, "^sha256:[0-9a-f]{64}$", "The SHA-256 of exact bytes.");

/// An owner: the hash of the genesis that names its root key (see [`crate::owner`]).
pub type OwnerId = Hash;

/// What sort of record: dotted, lower case, never reused, such as `review.round`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind(Arc<str>);

impl Kind {
    /// The kind's word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// So that a kind is looked up by its word.
impl Borrow<str> for Kind {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Debug for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Kind({})", self.0)
    }
}

impl FromStr for Kind {
    type Err = NotThat;

    fn from_str(text: &str) -> Result<Self, NotThat> {
        let letters = |part: &str| {
            part.starts_with(|first: char| first.is_ascii_lowercase())
                && part.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_')
        };
        let dotted = text.contains('.') && text.len() <= 64 && text.split('.').all(letters);
        if dotted { Ok(Kind(Arc::from(text))) } else { Err(NotThat::new("a kind", text)) }
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(FromText::<Self>::new("a kind"))
    }
}

written_as!(Kind, "^[a-z][a-z_]*(\\.[a-z][a-z_]*)+$", "A kind of record.");

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        out.push(DIGITS[usize::from(byte >> 4)] as char);
        out.push(DIGITS[usize::from(byte & 15)] as char);
    }
    out
}

/// What a letter is worth as a lower-case hexadecimal digit; `NO_DIGIT` for all others.
const WORTH: [u8; 256] = {
    let mut worth = [NO_DIGIT; 256];
    let mut value = 0;
    while value < 16 {
        worth[b"0123456789abcdef"[value] as usize] = value as u8;
        value += 1;
    }
    worth
};

const NO_DIGIT: u8 = 0xff;

/// Exactly `N` bytes from lower-case hexadecimal digits; anything else is `None`. Every header has half a dozen hashes
/// and ids, so this is written to be quick: the digits are judged once, at the end.
pub fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != N * 2 {
        return None;
    }
    let (mut out, mut seen) = ([0; N], 0);
    for (byte, pair) in out.iter_mut().zip(digits.chunks_exact(2)) {
        let (high, low) = (WORTH[usize::from(pair[0])], WORTH[usize::from(pair[1])]);
        seen |= high | low;
        *byte = high << 4 | low & 15;
    }
    (seen < 16).then_some(out)
}

/// Reads a string-written type without a copy of the string.
pub(crate) struct FromText<T>(&'static str, std::marker::PhantomData<T>);

impl<T> FromText<T> {
    pub(crate) fn new(what: &'static str) -> Self {
        FromText(what, std::marker::PhantomData)
    }
}

impl<T: FromStr<Err = NotThat>> de::Visitor<'_> for FromText<T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.0)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_only_in_the_form_it_is_written() {
        let id = RecordId::from_chance([0xab; 16]);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert!(id.to_string().to_uppercase().parse::<RecordId>().is_err());
        assert!(
            "018f4e3e-0000-7000-8000-000000000000".parse::<RecordId>().is_err(),
            "version 7 tells a time"
        );
    }

    #[test]
    fn a_hash_is_that_of_any_sha256_tool() {
        let written = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(Hash::of(b"abc").to_string(), written);
        let mut hashing = Hashing::default();
        [&b"a"[..], b"", b"bc"].into_iter().for_each(|piece| hashing.take(piece));
        assert_eq!(hashing.hash(), Hash::of(b"abc"));
        assert_eq!(written.parse(), Ok(Hash::of(b"abc")));
        assert!(written.to_uppercase().parse::<Hash>().is_err());
    }

    #[test]
    fn kinds_are_dotted_and_lower_case() {
        assert!("review.site_visit".parse::<Kind>().is_ok());
        for wrong in ["review", "Review.round", "review..round", "review.round2", "", "review. round"] {
            assert!(wrong.parse::<Kind>().is_err(), "{wrong}");
        }
    }
}
