//! The bytes of everything that is hashed or signed: RFC 8785 JSON, and the gate that refuses anything else.
//!
//! Numbers are integers within ±2^53, there is no `null` (absent means unknown), text is plain (see [`crate::plain`]).

use crate::plain::{self, TextFlaw};
use serde::Serialize;
use serde_json::Value;

/// The largest JSON a record's content may have, in bytes. A body is text that people read; files are blobs.
pub const LARGEST: usize = 256 * 1024;

/// How deep a JSON value may nest. Our deepest body has seven levels.
pub const DEEPEST: usize = 24;

/// The largest integer that every JSON reader keeps exact: 2^53 - 1.
pub const LARGEST_INTEGER: i64 = 9_007_199_254_740_991;

/// Why bytes are not what may be kept. `at` is a path such as `body/title/in/en`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// More than [`LARGEST`] bytes.
    #[error("more than {LARGEST} bytes")]
    TooLarge,
    /// Not UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// Not JSON at all; what the reader said.
    #[error("not JSON: {0}")]
    NotJson(String),
    /// Nested deeper than [`DEEPEST`].
    #[error("nested too deep at {at}")]
    TooDeep {
        /// Where.
        at: String,
    },
    /// A `null`: leave the field out instead.
    #[error("null at {at}")]
    Null {
        /// Where.
        at: String,
    },
    /// A number that is no integer, or larger than ±2^53.
    #[error("not an integer within 2^53 at {at}")]
    Number {
        /// Where.
        at: String,
    },
    /// Text with control or direction characters, or not in NFC.
    #[error("{flaw} at {at}")]
    Text {
        /// Where.
        at: String,
        /// What is wrong with it.
        flaw: TextFlaw,
    },
    /// Right JSON, but not in the one canonical form (RFC 8785).
    #[error("not canonical JSON (RFC 8785)")]
    NotCanonical,
}

/// The canonical bytes of a value of ours.
///
/// # Panics
/// Never for the types of this crate: they hold only strings, integers, lists and maps with string keys.
pub fn bytes<T: Serialize>(value: &T) -> Vec<u8> {
    // Invariant: our types hold only strings, integers, lists and string-keyed maps, which RFC 8785 can write.
    serde_jcs::to_vec(value).expect("our types have canonical bytes")
}

/// Reads bytes that passed the gate before as a type of ours; `None` if they are of another type.
pub fn read<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    serde_json::from_slice(bytes).ok()
}

/// Checks what a person or a program typed: right JSON within the limits, though not yet canonical.
///
/// # Errors
/// The first [`Flaw`] found.
pub fn check_loose(bytes: &[u8]) -> Result<Value, Flaw> {
    check_loose_up_to(bytes, LARGEST)
}

/// [`check_loose`] with a limit of the caller's: a file of many acts is larger than one of them.
///
/// # Errors
/// The first [`Flaw`] found.
pub fn check_loose_up_to(bytes: &[u8], largest: usize) -> Result<Value, Flaw> {
    if bytes.len() > largest {
        return Err(Flaw::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Flaw::NotUtf8)?;
    let value: Value = serde_json::from_str(text).map_err(|error| Flaw::NotJson(error.to_string()))?;
    check_value(&value, &mut Vec::new())?;
    Ok(value)
}

/// Checks bytes that came from outside and are to be kept as they are: everything of [`check_loose`], and canonical.
///
/// # Errors
/// The first [`Flaw`] found.
pub fn check(bytes: &[u8]) -> Result<Value, Flaw> {
    let value = check_loose(bytes)?;
    if self::bytes(&value) == bytes { Ok(value) } else { Err(Flaw::NotCanonical) }
}

fn check_value(value: &Value, path: &mut Vec<String>) -> Result<(), Flaw> {
    if path.len() > DEEPEST {
        return Err(Flaw::TooDeep { at: at(path) });
    }
    match value {
        Value::Null => Err(Flaw::Null { at: at(path) }),
        Value::Bool(_) => Ok(()),
        Value::Number(number) => match number.as_i64() {
            Some(integer) if integer.unsigned_abs() <= LARGEST_INTEGER as u64 => Ok(()),
            _ => Err(Flaw::Number { at: at(path) }),
        },
        Value::String(text) => check_text(text, path),
        Value::Array(items) => items.iter().enumerate().try_for_each(|(index, item)| {
            path.push(index.to_string());
            let checked = check_value(item, path);
            path.pop();
            checked
        }),
        Value::Object(fields) => fields.iter().try_for_each(|(name, field)| {
            check_text(name, path)?;
            path.push(name.clone());
            let checked = check_value(field, path);
            path.pop();
            checked
        }),
    }
}

fn check_text(text: &str, path: &[String]) -> Result<(), Flaw> {
    plain::check(text).map_err(|flaw| Flaw::Text { at: at(path), flaw })
}

fn at(path: &[String]) -> String {
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_and_nothing_is_between_them() {
        let value: Value = serde_json::from_str(r#"{ "b": 1, "a": ["x"] }"#).unwrap();
        assert_eq!(bytes(&value), br#"{"a":["x"],"b":1}"#);
    }

    #[test]
    fn the_gate_refuses_what_is_not_canonical() {
        assert_eq!(check(br#"{ "a":1}"#), Err(Flaw::NotCanonical));
        assert_eq!(check(br#"{"b":1,"a":1}"#), Err(Flaw::NotCanonical));
        assert_eq!(check(br#"{"a":1,"a":2}"#), Err(Flaw::NotCanonical));
        assert_eq!(check(r#"{"a":"\u0041"}"#.as_bytes()), Err(Flaw::NotCanonical));
        assert!(check(br#"{"a":1}"#).is_ok());
    }

    #[test]
    fn floats_nulls_and_huge_numbers_are_named_with_their_place() {
        assert_eq!(check(br#"{"a":{"b":null}}"#), Err(Flaw::Null { at: "a/b".into() }));
        assert_eq!(check(br#"{"a":[1.5]}"#), Err(Flaw::Number { at: "a/0".into() }));
        assert_eq!(check(br#"{"a":9007199254740993}"#), Err(Flaw::Number { at: "a".into() }));
        assert_eq!(check(br#"{"a":-9223372036854775808}"#), Err(Flaw::Number { at: "a".into() }));
        assert_eq!(check(br#"{"a":1e400}"#).unwrap_err().to_string().split(':').next(), Some("not JSON"));
    }

    #[test]
    fn deep_nesting_and_bad_utf8_are_refused_without_a_panic() {
        let deep = format!("{}{}", "[".repeat(40), "]".repeat(40));
        assert!(matches!(check(deep.as_bytes()), Err(Flaw::TooDeep { .. })));
        let abyss = "[".repeat(100_000);
        assert!(matches!(check(abyss.as_bytes()), Err(Flaw::NotJson(_))));
        assert_eq!(check(b"\"\xff\""), Err(Flaw::NotUtf8));
    }

    #[test]
    fn text_that_turns_direction_is_refused() {
        let flawed = check("{\"a\":\"x\u{202e}y\"}".as_bytes());
        assert_eq!(flawed, Err(Flaw::Text { at: "a".into(), flaw: TextFlaw::Direction }));
    }
}
