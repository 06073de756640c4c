//! An operation: its address, what may be asked, what it gives, and with which problems it may be refused. What is asked
//! is checked here, by the same table that the OpenAPI document shows.

use crate::entry::Entry;
use crate::problem::Problem;
use crate::show::Site;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use std::borrow::Cow;
use std::str::FromStr;
use words::{Language, Message};

/// The schema of something.
pub type Shape = fn(&mut SchemaGenerator) -> Schema;

/// What a request does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// It reads.
    Get,
    /// It acts.
    Post,
}

impl Verb {
    /// As it stands in a request.
    pub fn word(self) -> &'static str {
        match self {
            Verb::Get => "GET",
            Verb::Post => "POST",
        }
    }
}

/// An operation of the API.
pub struct Operation {
    /// What a request does.
    pub verb: Verb,
    /// The address within a world, with its places in braces.
    pub path: &'static str,
    /// Its name in the OpenAPI document.
    pub name: &'static str,
    /// The message that says what it does.
    pub said: &'static str,
    /// What stands in its address.
    pub asked: &'static [Parameter],
    /// The body it takes.
    pub takes: Option<Shape>,
    /// What it answers with when it is done: status, media type, schema.
    pub gives: &'static [(u16, &'static str, Shape)],
    /// With which statuses it may be refused, beside those of every operation.
    pub refuses: &'static [u16],
    /// What answers.
    pub answers: fn() -> MethodRouter<Site>,
}

/// The statuses with which every operation may be refused: a parameter or day that cannot be read, a token that opens
/// nothing, too long an address, a fault or a halt of ours.
pub const ALWAYS: [u16; 5] = [400, 401, 414, 500, 503];

impl Operation {
    /// The statuses with which it may be refused, in order.
    pub fn refusals(&self) -> Vec<u16> {
        let mut all: Vec<u16> = ALWAYS.iter().chain(self.refuses).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// What answers, behind the check of what is asked.
    pub fn route(&self) -> MethodRouter<Site> {
        let asked = self.asked;
        let check = move |entry: Entry, request: Request, next: Next| async move {
            match fault(&entry, asked) {
                Some(problem) => problem.into_response(),
                None => next.run(request).await,
            }
        };
        (self.answers)().layer(middleware::from_fn(check))
    }
}

/// Something in an address.
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// Whether it stands in the path, or after the question mark.
    pub in_path: bool,
    /// Whether it must be there.
    pub required: bool,
    /// The message that says what it does.
    pub said: &'static str,
    /// Its schema.
    pub shape: Shape,
    fits: fn(&str) -> bool,
}

impl Parameter {
    /// One that may stand after the question mark and is read as `T`.
    pub const fn query<T: FromStr + JsonSchema>(name: &'static str, said: &'static str) -> Self {
        let shape = SchemaGenerator::subschema_for::<T>;
        Parameter {
            name,
            in_path: false,
            required: false,
            said,
            shape,
            fits: |given| given.parse::<T>().is_ok(),
        }
    }

    /// One that stands in the path. What does not fit leads nowhere, like what is not there.
    pub const fn path<T: FromStr + JsonSchema>(name: &'static str, said: &'static str) -> Self {
        Parameter { in_path: true, required: true, ..Parameter::query::<T>(name, said) }
    }

    /// The same, but it must be there.
    pub const fn needed(self) -> Self {
        Parameter { required: true, ..self }
    }
}

/// What is wrong with what is asked: an unknown name, one given twice, a value that does not fit, one that is missing.
fn fault(entry: &Entry, asked: &[Parameter]) -> Option<Problem> {
    let in_query = || asked.iter().filter(|parameter| !parameter.in_path);
    for (index, (name, value)) in entry.query.iter().enumerate() {
        let Some(parameter) = in_query().find(|parameter| parameter.name == name) else {
            return Some(wrong(
                entry,
                Message::new("api-parameter-unknown").with("name", shortened(name)),
                name,
            ));
        };
        if entry.query[..index].iter().any(|(before, _)| before == name) {
            return Some(wrong(
                entry,
                Message::new("api-parameter-twice").with("name", parameter.name),
                name,
            ));
        }
        if !(parameter.fits)(value) {
            let said = Message::new("api-parameter-value")
                .with("name", parameter.name)
                .with("given", shortened(value));
            return Some(wrong(entry, said, name).with("given", shortened(value)));
        }
    }
    let missing = in_query().find(|parameter| parameter.required && entry.asked(parameter.name).is_none())?;
    Some(wrong(entry, Message::new("api-parameter-missing").with("name", missing.name), missing.name))
}

fn wrong(entry: &Entry, said: Message, name: &str) -> Problem {
    Problem::new(entry, StatusCode::BAD_REQUEST, "api-parameter", said)
        .at(shortened(name))
        .with("name", shortened(name))
}

fn shortened(given: &str) -> String {
    review::check::shortened(given)
}

/// The value of a parameter, which fits: [`Operation::route`] has looked.
pub fn given<T: FromStr>(entry: &Entry, name: &str) -> Option<T> {
    entry.asked(name)?.parse().ok()
}

/// An answer as JSON.
pub fn answer<T: Serialize>(entry: &Entry, status: StatusCode, said: &T) -> Response {
    let Ok(text) = serde_json::to_string(said) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut response = (status, text).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(entry.language.tag()));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("accept, accept-language, authorization, cookie"));
    response
}

/// A whole number within a measure, as it stands in an address.
pub struct Within<const LEAST: u32, const MOST: u32>(pub u32);

impl<const LEAST: u32, const MOST: u32> FromStr for Within<LEAST, MOST> {
    type Err = ();

    fn from_str(given: &str) -> Result<Self, ()> {
        let plain = given.bytes().all(|byte| byte.is_ascii_digit());
        let number = given.parse().ok().filter(|number| plain && (LEAST..=MOST).contains(number));
        number.map(Within).ok_or(())
    }
}

impl<const LEAST: u32, const MOST: u32> JsonSchema for Within<LEAST, MOST> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Within{LEAST}To{MOST}").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": LEAST, "maximum": MOST })
    }
}

/// The tag of a language that the pages speak.
pub struct Tag;

impl FromStr for Tag {
    type Err = ();

    fn from_str(given: &str) -> Result<Self, ()> {
        Language::all().any(|language| language.tag() == given).then_some(Tag).ok_or(())
    }
}

impl JsonSchema for Tag {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Tag".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let tags: Vec<&str> = Language::all().map(Language::tag).collect();
        json_schema!({ "type": "string", "enum": tags })
    }
}
