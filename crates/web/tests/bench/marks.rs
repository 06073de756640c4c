//! Marks: a word of its own in each text, so that wherever it turns up one knows which version was shown.

use serde_json::Value;
use std::collections::BTreeSet;

/// The word that stands in every marked text, to search for them all.
pub const COMMON: &str = "qyxmark";

/// The letters with which each mark begins. They stand in no hash, no id and no word.
const BEGINS: &str = "zq";

/// How long a mark is.
const LENGTH: usize = 7;

/// The mark of the act at that place of the exercise.
pub fn of_act(place: usize) -> String {
    numbered('a', place)
}

/// The mark of the draft that was planted at that place.
pub fn of_draft(place: usize) -> String {
    numbered('b', place)
}

/// The mark of what was planted there for an agency's eyes.
pub fn of_agency(place: usize) -> String {
    numbered('c', place)
}

/// The mark of the hidden record that was planted beside it.
pub fn of_sibling(place: usize) -> String {
    numbered('d', place)
}

fn numbered(sort: char, mut number: usize) -> String {
    let mut letters = String::new();
    for _ in 0..4 {
        letters.push(char::from(b'a' + u8::try_from(number % 20).unwrap()));
        number /= 20;
    }
    format!("{BEGINS}{sort}{letters}")
}

/// The marks that stand in a text.
pub fn within(text: &str) -> BTreeSet<&str> {
    text.match_indices(BEGINS)
        .filter_map(|(at, _)| text.get(at..at + LENGTH))
        .filter(|mark| is_mark(mark))
        .collect()
}

fn is_mark(mark: &str) -> bool {
    mark.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Puts a mark into each text of a body in shorthand, and into its symbol.
pub fn mark(body: &mut Value, mark: &str) {
    walk(body, mark, "");
}

fn walk(value: &mut Value, mark: &str, field: &str) {
    match value {
        Value::Object(fields) if is_text(fields) => {
            let tags = fields.iter_mut().filter(|(tag, _)| !["original", "courtesy"].contains(&tag.as_str()));
            for (_, words) in tags {
                if let Value::String(words) = words {
                    let limit = if field == "abbreviation" { 40 } else { 200 };
                    let longer = words.chars().count() + LENGTH + COMMON.len() + 2;
                    if longer <= limit || words.chars().count() > limit {
                        words.push_str(&format!(" {mark} {COMMON}"));
                    } else if longer - COMMON.len() - 1 <= limit {
                        words.push_str(&format!(" {mark}"));
                    }
                }
            }
        }
        Value::Object(fields) => fields.iter_mut().for_each(|(field, value)| walk(value, mark, field)),
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, mark, field)),
        Value::String(symbol) if field == "symbol" && symbol.contains('/') && symbol.len() < 30 => {
            symbol.push_str(&format!(".{mark}"));
        }
        _ => {}
    }
}

fn is_text(fields: &serde_json::Map<String, Value>) -> bool {
    fields.get("en").is_some_and(Value::is_string) || fields.contains_key("original")
}
