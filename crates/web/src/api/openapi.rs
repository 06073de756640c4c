//! The OpenAPI document (3.1), made from the table of operations and from the types themselves.

use super::operation::{Operation, Parameter};
use crate::entry::{Entry, in_world};
use crate::problem::{MEDIA, Problem};
use axum::http::StatusCode;
use ledger::shape::Plain;
use review::act::{WORDS, form};
use schemars::generate::SchemaSettings;
use schemars::transform::Transform;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

/// A schema that stands alone, with what it refers to under `$defs`.
pub fn alone(shape: impl FnOnce(&mut SchemaGenerator) -> Option<Schema>) -> Option<Value> {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let schema = shape(&mut generator)?;
    let definitions = plain_all(generator.take_definitions(true));
    let mut schema = plain(schema);
    if let Some(words) = schema.as_object_mut().filter(|_| !definitions.is_empty()) {
        words.insert("$defs".into(), Value::Object(definitions));
    }
    Some(schema)
}

fn plain(mut schema: Schema) -> Value {
    Plain.transform(&mut schema);
    schema.into()
}

fn plain_all(definitions: Map<String, Value>) -> Map<String, Value> {
    let one =
        |(name, schema): (String, Value)| (name, Schema::try_from(schema).map(plain).unwrap_or_default());
    definitions.into_iter().map(one).collect()
}

/// Any act, by its word.
pub fn any_act(generator: &mut SchemaGenerator) -> Schema {
    let forms: Vec<Schema> = WORDS.iter().filter_map(|word| form(word, generator)).collect();
    json_schema!({ "oneOf": forms })
}

/// The media type of pages.
const PAGE: &str = "text/html";

/// The page of the API.
pub fn text(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string" })
}

/// The document itself.
pub fn object(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "object" })
}

/// The document of these operations, in the language and for the world of whoever asks.
pub fn document(entry: &Entry, table: &[Operation]) -> Value {
    let settings = SchemaSettings::draft2020_12()
        .with(|settings| settings.definitions_path = "/components/schemas".into());
    let mut generator = settings.into_generator();
    let mut paths: Map<String, Value> = Map::new();
    for operation in table {
        let said = described(entry, operation, &mut generator);
        let path = paths.entry(operation.path).or_insert_with(|| json!({}));
        path[operation.verb.word().to_lowercase()] = said;
    }
    generator.subschema_for::<Problem>();
    let say = |key: &str| entry.language.say_key(key).to_string();
    json!({
        "openapi": "3.1.0",
        "info": { "title": say("api-title"), "version": env!("CARGO_PKG_VERSION"), "description": say("api-lede") },
        "servers": [{ "url": in_world(entry.world, "/") }],
        "security": [{}, { "token": [] }, { "session": [] }],
        "paths": paths,
        "components": {
            "schemas": plain_all(generator.take_definitions(true)),
            "securitySchemes": {
                "token": { "type": "http", "scheme": "bearer", "description": say("api-tokens-how") },
                "session": { "type": "apiKey", "in": "cookie", "name": crate::entry::SESSION },
            },
        },
    })
}

fn described(entry: &Entry, operation: &Operation, generator: &mut SchemaGenerator) -> Value {
    let say = |key: &str| entry.language.say_key(key).to_string();
    let mut answers: Map<String, Value> = Map::new();
    for (status, media, shape) in operation.gives {
        let answer = answers
            .entry(status.to_string())
            .or_insert_with(|| json!({ "description": reason(*status), "content": {} }));
        answer["content"][*media] = json!({ "schema": plain(shape(generator)) });
    }
    let problem = json!({ "$ref": "#/components/schemas/Problem" });
    for status in operation.refusals() {
        let mut said = json!({ "description": reason(status), "content": { MEDIA: { "schema": problem } } });
        // What answers with a page refuses with one.
        if operation.gives.iter().any(|(_, media, _)| *media == PAGE) {
            said["content"][PAGE] = json!({ "schema": plain(text(generator)) });
        }
        answers.insert(status.to_string(), said);
    }
    let parameters: Vec<Value> =
        operation.asked.iter().map(|parameter| asked(&say(parameter.said), parameter, generator)).collect();
    let mut said = json!({
        "operationId": operation.name, "summary": say(operation.said), "parameters": parameters, "responses": answers,
    });
    if let Some(takes) = operation.takes {
        let schema = plain(takes(generator));
        said["requestBody"] =
            json!({ "required": true, "content": { "application/json": { "schema": schema } } });
    }
    said
}

fn asked(said: &str, parameter: &Parameter, generator: &mut SchemaGenerator) -> Value {
    json!({
        "name": parameter.name,
        "in": if parameter.in_path { "path" } else { "query" },
        "required": parameter.required,
        "description": said,
        "schema": plain((parameter.shape)(generator)),
    })
}

/// The plain English name of a status.
pub fn reason(status: u16) -> &'static str {
    StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason()).unwrap_or_default()
}
