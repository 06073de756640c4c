//! What a person may write by hand in a file of acts, instead of ids and whole texts.
//!
//! `"@party/kgz"` stands for the record id made from that handle; `{"en":"…","ru":"…"}` stands for a text whose
//! original is English (or the language named by `"original"`), the others being translations; `"courtesy":"ru"` says that
//! the Russian one is a courtesy translation whose conformity is still to be confirmed.

use ledger::canonical;
use ledger::id::{Hash, RecordId};
use ledger::plain;
use ledger::text::{Standing, Text};
use serde::Serialize;
use serde_json::{Map, Value};

/// Writes out the shorthand in a JSON value, at all depths. What is no shorthand stays as it is.
pub fn write_out(value: Value) -> Value {
    written_out(value, &|words| match is_handle(&words) {
        true => record_of(&words).to_string(),
        false => plain::normalise(&words),
    })
}

/// The same for what people typed into a form: texts only. Whoever is called `@petrov` there is no record.
pub fn write_out_texts(value: Value) -> Value {
    written_out(value, &|words| plain::normalise(&words))
}

fn written_out(value: Value, word: &impl Fn(String) -> String) -> Value {
    match value {
        Value::String(words) => Value::String(word(words)),
        Value::Array(items) => Value::Array(items.into_iter().map(|item| written_out(item, word)).collect()),
        Value::Object(fields) => match text_of(&fields) {
            Some(text) => serde_json::to_value(text).unwrap_or_default(),
            None => {
                let whole = |(name, field): (String, Value)| (name, written_out(field, word));
                Value::Object(fields.into_iter().map(whole).collect())
            }
        },
        other => other,
    }
}

/// The id that a handle stands for: the first 128 bits of its hash, as a UUID of version 4.
pub fn record_of(handle: &str) -> RecordId {
    #[derive(Serialize)]
    struct Handle<'a> {
        tamga: &'static str,
        handle: &'a str,
    }
    let hash = Hash::of(&canonical::bytes(&Handle { tamga: "handle/1", handle }));
    let mut bits = [0; 16];
    bits.copy_from_slice(&hash.as_bytes()[..16]);
    RecordId::from_chance(bits)
}

fn is_handle(words: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"./-".contains(&byte);
    words.len() > 1 && words.len() <= 120 && words.starts_with('@') && words.bytes().skip(1).all(letter)
}

/// A text in shorthand: all values are words, and the original is named or is English.
fn text_of(fields: &Map<String, Value>) -> Option<Text> {
    let original = fields.get("original").map_or(Some("en"), Value::as_str)?;
    fields.get(original)?;
    let mut words = Vec::new();
    for (tag, field) in fields.iter().filter(|(tag, _)| !["original", "courtesy"].contains(&tag.as_str())) {
        words.push((tag.as_str(), plain::normalise(field.as_str()?)));
    }
    let mut text =
        Text::new(original, words.iter().map(|(tag, words)| (*tag, words.as_str())), Some("editor"));
    let courtesy = fields.get("courtesy").and_then(Value::as_str).filter(|tag| *tag != original);
    if let Some(wording) = courtesy.and_then(|tag| text.wordings.get_mut(tag)) {
        wording.state = Standing::Courtesy;
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_handle_is_always_the_same_record() {
        let written = write_out(json!({"round": "@round/minsk-2016", "words": "@ Minsk", "mail": "@МИД"}));
        assert_eq!(written["round"], record_of("@round/minsk-2016").to_string());
        assert_eq!(written["words"], "@ Minsk", "a sentence is no handle");
        assert_eq!(written["mail"], "@МИД");
    }

    #[test]
    fn what_was_typed_into_a_form_is_never_a_handle() {
        let typed = json!({"name": "@petrov", "letter": {"number": "@11/2206"}, "post": {"en": "@head"}});
        let written = write_out_texts(typed.clone());
        assert_eq!((&written["name"], &written["letter"]), (&typed["name"], &typed["letter"]));
        assert_eq!(written["post"]["in"]["en"]["words"], "@head");
        assert_ne!(write_out(typed)["name"], "@petrov", "in a file of acts it is one");
    }

    #[test]
    fn a_text_in_shorthand_names_its_original() {
        let text = write_out(json!({"en": "Minsk", "ru": "Минск"}));
        assert_eq!(text["original"], "en");
        assert_eq!(text["in"]["ru"]["state"], "translation");
        assert_eq!(text["in"]["en"]["words"], "Minsk");
        let russian = write_out(json!({"original": "ru", "ru": "Минск", "en": "Minsk"}));
        assert_eq!(russian["in"]["en"]["state"], "translation");
    }

    #[test]
    fn what_is_no_shorthand_stays() {
        let period = json!({"from": "2018-06-28", "to": "2018-06-30", "sources": []});
        assert_eq!(write_out(period.clone()), period);
    }
}
