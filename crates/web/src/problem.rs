//! What went wrong, for programs: problem details (RFC 9457) in the reader's language. Each names its type by an address
//! on the readable page of the API, where it is explained.

use crate::entry::Entry;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use review::refusal::Refusal;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use words::Message;

/// The anchor on the readable page at which a problem is explained whose detail has that key.
pub fn anchor(key: &str) -> &str {
    key.trim_end_matches("-text")
}

/// The media type of problem details.
pub const MEDIA: &str = "application/problem+json";

/// What went wrong.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Problem {
    /// Which problem: an address on this installation that explains it, on the page of the API. It stays the same in every
    /// language.
    pub r#type: String,
    /// What sort of problem, in the reader's language.
    pub title: String,
    /// The status of the answer.
    pub status: u16,
    /// What is wrong and what would be right, in the reader's language.
    pub detail: String,
    /// The field or parameter it concerns: in an act a JSON pointer such as `/body/title`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// What the detail was made of, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub arguments: BTreeMap<String, String>,
    #[serde(skip)]
    headers: Vec<(HeaderName, HeaderValue)>,
    #[serde(skip)]
    language: &'static str,
}

impl Problem {
    /// A problem: `title` and `detail` are messages; the detail's key, or that of the title, is its type.
    pub fn new(entry: &Entry, status: StatusCode, title: &'static str, detail: Message) -> Self {
        Problem {
            r#type: format!("/api#{}", anchor(detail.key())),
            title: entry.language.say_key(title).into(),
            status: status.as_u16(),
            detail: entry.language.say(&detail).into(),
            at: None,
            arguments: BTreeMap::new(),
            headers: Vec::new(),
            language: entry.language.tag(),
        }
    }

    /// A refused act: its message, the field as a JSON pointer, and the arguments.
    pub fn refused(entry: &Entry, status: StatusCode, refusal: &Refusal) -> Self {
        let detail = crate::furniture::form::refused(refusal);
        let arguments = refusal.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        Problem {
            at: refusal.field.as_ref().map(|field| format!("/{field}")),
            arguments: arguments.collect(),
            ..Problem::new(entry, status, "api-refused", detail)
        }
    }

    /// About that field or parameter.
    pub fn at(self, at: impl Into<String>) -> Self {
        Problem { at: Some(at.into()), ..self }
    }

    /// With one of the things that the detail was made of.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.arguments.insert(name.to_owned(), value.into());
        self
    }

    /// With a header that belongs to its status.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }
}

impl IntoResponse for Problem {
    fn into_response(mut self) -> Response {
        let headers = std::mem::take(&mut self.headers);
        let (status, language) = (StatusCode::from_u16(self.status), self.language);
        // Strings, a number and a map of strings: always JSON.
        let text = serde_json::to_string(&self).unwrap_or_default();
        let mut response = (status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), text).into_response();
        let own = response.headers_mut();
        own.insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA));
        own.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language));
        own.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        own.insert(header::VARY, HeaderValue::from_static("accept, accept-language, authorization, cookie"));
        own.extend(headers);
        response
    }
}

impl IntoResponse for Box<Problem> {
    fn into_response(self) -> Response {
        (*self).into_response()
    }
}

/// Whether an answer tells a problem already: nothing below it says it in other words.
pub fn is_told(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|media| media == MEDIA)
}

/// The challenge of an answer to somebody who showed no token, or a wrong one (RFC 6750).
pub fn challenge(wrong: bool) -> (HeaderName, HeaderValue) {
    let value =
        if wrong { "Bearer realm=\"tamga\", error=\"invalid_token\"" } else { "Bearer realm=\"tamga\"" };
    (header::WWW_AUTHENTICATE, HeaderValue::from_static(value))
}
