//! Acting: the acts there are, and any of them handed in, in the form that files of acts have.

use super::answers::{ActLine, ActList, ActShape, Done, When};
use super::openapi;
use super::operation::answer;
use super::read::Answered;
use crate::entry::Entry;
use crate::error::{Trouble, problem};
use crate::furniture::about;
use crate::problem::{Problem, challenge};
use crate::show::{Caller, Program, Site, caller, program};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use desk::perform::{Done as Performed, Written};
use desk::{Desk, PerformError};
use ledger::canonical::{self, Flaw};
use ledger::id::ActId;
use review::act::{self, Act};
use review::actor::Actor;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;
use std::borrow::Cow;
use std::str::FromStr;
use words::{Language, Message};

/// The word of an act.
pub struct Word;

impl FromStr for Word {
    type Err = ();

    fn from_str(given: &str) -> Result<Self, ()> {
        act::WORDS.contains(&given).then_some(Word).ok_or(())
    }
}

impl JsonSchema for Word {
    fn schema_name() -> Cow<'static, str> {
        "Word".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": act::WORDS })
    }
}

/// `GET /api/acts`.
pub async fn acts(entry: Entry) -> Answered {
    let acts = act::WORDS.iter().map(|word| line(&entry, word)).collect();
    Ok(answer(&entry, StatusCode::OK, &ActList { acts }))
}

/// An act by what it is called: one that writes a kind of record by that kind.
pub fn line(entry: &Entry, word: &str) -> ActLine {
    ActLine { act: word.to_owned(), name: named(entry.language, word) }
}

/// The name of an act.
pub fn named(language: Language, word: &str) -> String {
    let key = match format!("review.{word}").parse() {
        Ok(kind) if about::kind_key(&kind) != "kind-unknown" => about::kind_key(&kind).to_owned(),
        _ => format!("api-act-{}", word.replace('_', "-")),
    };
    if language.knows(&key) { language.say_key(&key).into() } else { word.to_owned() }
}

/// `GET /api/acts/{act}`.
pub async fn one_act(entry: Entry, Path(word): Path<String>) -> Answered {
    let form = openapi::alone(|generator| act::form(&word, generator));
    let form = form.ok_or_else(|| problem(&entry, &Trouble::NotFound))?;
    Ok(answer(&entry, StatusCode::OK, &ActShape { act: line(&entry, &word), form }))
}

/// `POST /api/acts`.
pub async fn perform(
    entry: Entry,
    State(site): State<Site>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Answered {
    let asking = Asking::of(&site, &entry)?;
    let act = handed_in(&entry, &headers, body)?;
    asking.may(&entry, &act)?;
    unhurried(&site, &entry, &asking)?;
    let id = act.read.id;
    let (desk, actor) = (site.desk.clone(), asking.actor.clone());
    // What waits for the disk holds up nobody else.
    let done = tokio::task::spawn_blocking(move || performed(&desk, &actor, act.read)).await;
    let (done, written) = done
        .map_err(|_| problem(&entry, &Trouble::Internal))?
        .map_err(|error| not_performed(&entry, &error))?;
    if let Some(people) = site.sign_in.as_ref().filter(|_| done == When::Now) {
        people.acted(asking.actor.owner);
    }
    let status = if done == When::Now { StatusCode::CREATED } else { StatusCode::OK };
    let written = written.into_iter().map(Into::into).collect();
    Ok(answer(&entry, status, &Done { id, done, written }))
}

fn performed(desk: &Desk, actor: &Actor, act: Act) -> Result<(When, Vec<Written>), PerformError> {
    let id: ActId = act.id;
    Ok(match desk.perform(actor, act)? {
        Performed::Now { written } => (When::Now, written),
        Performed::Before => (When::Before, desk.written_by(actor, id)),
    })
}

/// Who asks for an act to be done.
struct Asking {
    actor: Actor,
    /// A token may be narrower than its mandate.
    token: Option<desk::sign_in::Token>,
}

impl Asking {
    /// By a token, or by the session of somebody whose password was given lately.
    fn of(site: &Site, entry: &Entry) -> Result<Self, Box<Problem>> {
        if let Some(Program { token, actor }) =
            program(site, entry).map_err(|trouble| problem(entry, &trouble))?
        {
            return Ok(Asking { actor, token: Some(token) });
        }
        match caller(site, entry) {
            Some(Caller { signed, actor: Some(actor), .. }) if signed.fresh => {
                Ok(Asking { actor, token: None })
            }
            Some(Caller { actor: Some(_), .. }) => Err(forbidden(entry, "api-not-fresh")),
            _ => {
                let (name, value) = challenge(false);
                let nobody = Message::new("api-nobody");
                let problem = Problem::new(entry, StatusCode::UNAUTHORIZED, "api-not-taken", nobody);
                Err(Box::new(problem.header(name, value)))
            }
        }
    }

    /// Whether this act is taken from him here. What he may do with it, its rule says.
    fn may(&self, entry: &Entry, act: &HandedIn) -> Result<(), Box<Problem>> {
        if self.actor.origin.world() != entry.world {
            return Err(forbidden(entry, "api-other-world"));
        }
        match &self.token {
            Some(token) if !token.may_act => Err(forbidden(entry, "api-token-reads")),
            Some(token) if !token.acts.is_empty() && !token.acts.contains(&act.word) => {
                let acts = token.acts.join(", ");
                let said = Message::new("api-token-narrow").with("acts", acts.as_str());
                let problem = Problem::new(entry, StatusCode::FORBIDDEN, "api-not-taken", said);
                Err(Box::new(problem.at("/act").with("acts", acts)))
            }
            _ => Ok(()),
        }
    }
}

/// Who hands in very many acts at once waits: others write to the same journal.
fn unhurried(site: &Site, entry: &Entry, asking: &Asking) -> Result<(), Box<Problem>> {
    let Some(seconds) = site.sign_in.as_ref().and_then(|people| people.pace(asking.actor.owner)) else {
        return Ok(());
    };
    let said = Message::new("api-too-fast").with("count", seconds);
    let problem = Problem::new(entry, StatusCode::TOO_MANY_REQUESTS, "api-not-taken", said);
    let problem = problem.header(header::RETRY_AFTER, HeaderValue::from(seconds));
    Err(Box::new(problem.with("count", seconds.to_string())))
}

fn forbidden(entry: &Entry, key: &'static str) -> Box<Problem> {
    Box::new(Problem::new(entry, StatusCode::FORBIDDEN, "api-not-taken", Message::new(key)))
}

/// An act that was handed in.
struct HandedIn {
    word: String,
    read: Act,
}

/// The act in a request's body: its media type, its measure, its JSON and its form.
fn handed_in(
    entry: &Entry,
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<HandedIn, Box<Problem>> {
    let media = headers.get(header::CONTENT_TYPE).and_then(|media| media.to_str().ok()).unwrap_or_default();
    let media = media.split(';').next().unwrap_or_default().trim();
    if !media.eq_ignore_ascii_case("application/json") {
        let said = Message::new("api-media").with("given", review::check::shortened(media));
        let problem = Problem::new(entry, StatusCode::UNSUPPORTED_MEDIA_TYPE, "api-not-read", said);
        let accept = HeaderValue::from_static("application/json");
        return Err(Box::new(problem.header(header::ACCEPT, accept)));
    }
    let bytes = body.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => too_large(entry),
        _ => problem(entry, &Trouble::Internal),
    })?;
    let value = canonical::check_loose(&bytes).map_err(|flaw| flawed(entry, &flaw))?;
    let word = value.get("act").and_then(Value::as_str).unwrap_or_default().to_owned();
    let read = Act::read(review::shorthand::write_out(value));
    let read = read.map_err(|refusal| Problem::refused(entry, StatusCode::UNPROCESSABLE_ENTITY, &refusal))?;
    Ok(HandedIn { word, read })
}

fn too_large(entry: &Entry) -> Problem {
    let said = Message::new("error-too-large-text").with("limit", "256 KB");
    Problem::new(entry, StatusCode::PAYLOAD_TOO_LARGE, "error-too-large-title", said)
}

/// What is wrong with the bytes of an act.
fn flawed(entry: &Entry, flaw: &Flaw) -> Problem {
    let (said, at) = match flaw {
        Flaw::TooLarge => return too_large(entry),
        Flaw::NotUtf8 => (Message::new("api-not-utf8"), ""),
        Flaw::NotJson(detail) => {
            (Message::new("api-not-json").with("detail", review::check::shortened(detail)), "")
        }
        Flaw::NotCanonical => (Message::new("api-not-json").with("detail", ""), ""),
        Flaw::TooDeep { at } => (Message::new("api-too-deep"), at.as_str()),
        Flaw::Null { at } => (Message::new("api-null"), at.as_str()),
        Flaw::Number { at } => (Message::new("api-number"), at.as_str()),
        Flaw::Text { at, .. } => (Message::new("api-characters"), at.as_str()),
    };
    let problem = Problem::new(entry, StatusCode::BAD_REQUEST, "api-not-read", said);
    if at.is_empty() { problem } else { problem.at(format!("/{at}")) }
}

/// Why an act was not done.
fn not_performed(entry: &Entry, error: &PerformError) -> Problem {
    let refusal = error.refusal();
    let status = match refusal.key {
        "refusal-base-stale" | "refusal-id-taken" => StatusCode::CONFLICT,
        "refusal-memory-budget" | "refusal-not-written" => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Problem::refused(entry, status, &refusal)
}
