//! The fields of a JSON Schema as a table: their names, whether they must be there, what they are, what they say.

use crate::furniture::frame::Frame;
use maud::{Markup, html};
use serde::Serialize;
use serde_json::{Map, Value};

/// A field.
#[derive(Serialize)]
pub struct Field {
    name: String,
    required: bool,
    /// In the words of JSON Schema, shortened: `string`, `[RecordId]`, `"own" | "public"`.
    shape: String,
    /// What it says, in English: from the program itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    said: Option<String>,
}

/// The fields of an object's schema in the order in which they stand, those that must be there first.
pub fn fields(schema: &Value) -> Vec<Field> {
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let field = |(name, schema): (&String, &Value)| Field {
        name: name.clone(),
        required: required.contains(&name.as_str()),
        shape: shape(schema),
        said: schema["description"].as_str().map(str::to_owned),
    };
    let mut fields: Vec<Field> = schema["properties"].as_object().into_iter().flatten().map(field).collect();
    let place = |field: &Field| required.iter().position(|name| *name == field.name).unwrap_or(usize::MAX);
    fields.sort_by_key(place);
    fields
}

/// What a field refers to, in the definitions beside it.
pub fn referred<'d>(schema: &Value, definitions: &'d Map<String, Value>) -> Option<&'d Value> {
    definitions.get(name_of(schema)?)
}

fn name_of(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.rsplit('/').next()
}

fn shape(schema: &Value) -> String {
    if let Some(name) = name_of(schema) {
        return name.to_owned();
    }
    if let Some(one) = schema.get("const") {
        return one.to_string();
    }
    if let Some(words) = schema["enum"].as_array() {
        return words.iter().map(Value::to_string).collect::<Vec<_>>().join(" | ");
    }
    for either in ["oneOf", "anyOf"] {
        if let Some(branches) = schema[either].as_array() {
            return branches.iter().map(shape).collect::<Vec<_>>().join(" | ");
        }
    }
    match schema["type"].as_str() {
        Some("array") => format!("[{}]", shape(&schema["items"])),
        Some(name) => name.to_owned(),
        None => "…".to_owned(),
    }
}

/// The table of fields; `caption` says of what.
pub fn table(frame: &Frame, caption: &str, fields: &[Field]) -> Markup {
    html! {
        table.t.t-list {
            caption.vh { (caption) }
            thead { tr {
                th scope="col" { (frame.say("api-page-field")) }
                th scope="col" { (frame.say("api-page-required")) }
                th scope="col" { (frame.say("api-page-shape")) }
                th scope="col" { (frame.say("api-page-meaning")) }
            } }
            tbody { @for field in fields { tr {
                th.what scope="row" { code { (field.name) } }
                td data-l=(frame.say("api-page-required")) { @if field.required { b { (frame.say("api-page-needed")) } } @else { span.mute { (frame.say("api-page-optional")) } } }
                td data-l=(frame.say("api-page-shape")) { code { (field.shape) } }
                td.full lang="en" { @if let Some(said) = &field.said { (said) } }
            } } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_must_be_there_stands_first_and_each_field_says_what_it_is() {
        let schema = json!({
            "required": ["record", "act"],
            "properties": {
                "act": {"const": "share"}, "list": {"type": "array", "items": {"$ref": "#/$defs/RecordId"}, "description": "Some."},
                "record": {"$ref": "#/$defs/RecordId"}, "sort": {"enum": ["a", "b"]}, "who": {"oneOf": [{"const": "own"}, {"type": "object"}]},
            },
        });
        let told: Vec<(String, bool, String)> =
            fields(&schema).into_iter().map(|field| (field.name, field.required, field.shape)).collect();
        let expected = [
            ("record", true, "RecordId"),
            ("act", true, "\"share\""),
            ("list", false, "[RecordId]"),
            ("sort", false, "\"a\" | \"b\""),
            ("who", false, "\"own\" | object"),
        ];
        assert_eq!(
            told,
            expected.map(|(name, required, shape)| (name.to_owned(), required, shape.to_owned()))
        );
    }
}
