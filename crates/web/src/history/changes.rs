//! What a version says otherwise than the one before it: texts word by word and language by language, other fields as
//! they were and as they are.

use crate::furniture::differences;
use crate::furniture::frame::Frame;
use crate::furniture::linked::{self, Link};
use crate::furniture::parts::capital;
use crate::furniture::phrase::Phrase;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::View;
use maud::{Markup, html};
use serde::Serialize;
use serde_json::Value;

/// A field that changed.
#[derive(Debug, Serialize)]
pub struct Change {
    /// The field, as it is stored: `paragraphs 2 / words`.
    field: String,
    /// The language, where it is a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    /// What it said before.
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<Leaf>,
    /// What it says since.
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<Leaf>,
}

/// What a field says.
#[derive(Debug, Clone, Serialize)]
pub struct Leaf {
    words: String,
    /// The record it names, if the reader may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    names: Option<Link>,
}

/// A field and its language, and what it says.
type Field = ((String, Option<String>), String);

/// What changed from one body to the next.
pub fn between(view: &View<'_>, before: &Value, after: &Value) -> Vec<Change> {
    let (before, after) = (fields(before), fields(after));
    let said = |fields: &[Field], place: &(String, Option<String>)| {
        fields.iter().find(|(known, _)| known == place).map(|(_, words)| words.clone())
    };
    let gone = before.iter().filter(|(place, _)| !after.iter().any(|(known, _)| known == place));
    let places: Vec<&(String, Option<String>)> = after.iter().chain(gone).map(|(place, _)| place).collect();
    let mut changes: Vec<Change> = Vec::new();
    for place in places {
        let (was, is) = (said(&before, place), said(&after, place));
        // Ids hold parts of a text together and tell nobody anything.
        if was == is || place.0 == "id" || place.0.ends_with(" / id") {
            continue;
        }
        let leaf = |words: String| leaf(view, place.1.is_some(), words);
        changes.push(Change {
            field: place.0.clone(),
            language: place.1.clone(),
            before: was.map(leaf),
            after: is.map(leaf),
        });
    }
    changes
}

fn leaf(view: &View<'_>, is_text: bool, words: String) -> Leaf {
    let record: Option<RecordId> = words.parse().ok().filter(|_| !is_text);
    Leaf { names: record.and_then(|record| linked::link(view, record)), words }
}

/// The fields of a body in their order: texts by language, lists of plain values each value by itself.
fn fields(body: &Value) -> Vec<Field> {
    let mut found = Vec::new();
    walk(body, String::new(), &mut found);
    found
}

fn walk(value: &Value, path: String, found: &mut Vec<Field>) {
    if let Some(text) = as_text(value) {
        found.extend(
            text.wordings.iter().map(|(tag, said)| ((path.clone(), Some(tag.clone())), said.words.clone())),
        );
        return;
    }
    match value {
        Value::Object(inner) => {
            for (name, inner) in inner {
                walk(inner, if path.is_empty() { name.clone() } else { format!("{path} / {name}") }, found);
            }
        }
        Value::Array(list) => {
            for (index, inner) in list.iter().enumerate() {
                walk(inner, format!("{path} {}", index + 1), found);
            }
        }
        Value::String(words) => found.push(((path, None), words.clone())),
        Value::Null => {}
        other => found.push(((path, None), other.to_string())),
    }
}

fn as_text(value: &Value) -> Option<Text> {
    let shape = value.as_object()?;
    (shape.contains_key("original") && shape.contains_key("in"))
        .then(|| serde_json::from_value(value.clone()).ok())?
}

/// The changes as a list.
pub fn list(frame: &Frame, changes: &[Change]) -> Markup {
    html! {
        dl.facts.facts-1.changes {
            @for change in changes {
                div {
                    dt { (called(frame, &change.field)) @if let Some(tag) = &change.language { " (" (tag.to_uppercase()) ")" } }
                    dd lang=[change.language.as_deref()] { (change.draw(frame)) }
                }
            }
        }
    }
}

/// A field in words: each part of it by its name, or as it is stored where it has none; places in lists stay numbers.
fn called(frame: &Frame, field: &str) -> String {
    let part = |part: &str| {
        let (name, place) = part.split_once(' ').unwrap_or((part, ""));
        let key = format!("history-field-{}", name.replace('_', "-"));
        let name = if frame.language.knows(&key) { frame.say(&key) } else { name.into() };
        format!("{name} {place}").trim_end().to_owned()
    };
    capital(&field.split(" / ").map(part).collect::<Vec<_>>().join(" / ")).into()
}

impl Change {
    fn draw(&self, frame: &Frame) -> Markup {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) if self.language.is_some() => {
                differences::marked(&before.words, &after.words)
            }
            (before, after) => html! {
                @if let Some(before) = before { del.ch { (before.draw(frame)) } }
                @if before.is_some() && after.is_some() { span aria-hidden="true" { " → " } }
                @if let Some(after) = after { ins.ch { (after.draw(frame)) } }
            },
        }
    }
}

/// A word as it is stored, in the words of the page where they are known.
fn spoken(frame: &Frame, stored: &str) -> Phrase {
    let is_word = stored.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let key = format!("history-code-{}", stored.replace('_', "-"));
    if is_word && frame.language.knows(&key) { frame.say(&key) } else { stored.into() }
}

impl Leaf {
    fn draw(&self, frame: &Frame) -> Markup {
        let date: Option<PartialDate> = self.words.parse().ok().filter(|_| self.words.len() > 4);
        match (&self.names, date) {
            (Some(named), _) => named.in_full(frame),
            (None, Some(date)) => html! { (frame.date(date)) },
            (None, None) => html! { (spoken(frame, &self.words)) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn texts_are_taken_apart_by_language_and_lists_by_their_entries() {
        let said = |words: &str, state: &str| json!({"words": words, "state": state});
        let body = json!({
            "title": {"original": "en", "in": {"en": said("Law", "original")}},
            "languages": ["en", "ru"],
            "articles": [{"number": "9 (2)"}],
            "pages": 3,
        });
        let places: Vec<String> = fields(&body)
            .into_iter()
            .map(|((field, tag), words)| format!("{field}|{}|{words}", tag.unwrap_or_default()))
            .collect();
        for place in
            ["title|en|Law", "languages 1||en", "languages 2||ru", "articles 1 / number||9 (2)", "pages||3"]
        {
            assert!(places.iter().any(|known| known == place), "{place} in {places:?}");
        }
        assert_eq!(places.len(), 5);
    }
}
