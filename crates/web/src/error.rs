//! Error pages: what happened, in the reader's language, and what to do. None tells whether a thing exists.

use crate::answer::{finish, page};
use crate::entry::Entry;
use crate::furniture::frame::Frame;
use crate::furniture::shell::{Head, Part, as_of_form};
use crate::problem::{Problem, challenge};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use words::Message;

/// What went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// No page at this address, or not for this reader: the same answer.
    NotFound,
    /// A link that opens nothing: never made, used, revoked, or run out. Which of these is not told.
    Invitation,
    /// `as_of` is no day and no round.
    BadDay(String),
    /// `as_of` has not come yet.
    Future(String),
    /// A token that opens nothing: wrong, revoked, run out, or of a mandate that has ended.
    Token,
    /// Not a kind of request that the address takes.
    Method,
    /// The address is too long.
    AddressTooLong,
    /// The request's body is too long.
    TooLarge,
    /// A form that was sent from a page of another site.
    Elsewhere,
    /// The answer takes too long.
    Busy,
    /// A fault of ours.
    Internal,
}

impl Trouble {
    fn status(&self) -> StatusCode {
        match self {
            Trouble::NotFound | Trouble::Invitation => StatusCode::NOT_FOUND,
            Trouble::BadDay(_) | Trouble::Future(_) => StatusCode::BAD_REQUEST,
            Trouble::Token => StatusCode::UNAUTHORIZED,
            Trouble::Method => StatusCode::METHOD_NOT_ALLOWED,
            Trouble::AddressTooLong => StatusCode::URI_TOO_LONG,
            Trouble::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Trouble::Elsewhere => StatusCode::FORBIDDEN,
            Trouble::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Trouble::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn title(&self) -> &'static str {
        match self {
            Trouble::NotFound => "error-not-found-title",
            Trouble::Invitation => "error-invitation-title",
            Trouble::BadDay(_) => "error-as-of-title",
            Trouble::Future(_) => "error-as-of-future-title",
            Trouble::Token => "error-token-title",
            Trouble::Method => "error-method-title",
            Trouble::AddressTooLong => "error-address-too-long-title",
            Trouble::TooLarge => "error-too-large-title",
            Trouble::Elsewhere => "error-elsewhere-title",
            Trouble::Busy => "error-busy-title",
            Trouble::Internal => "error-internal-title",
        }
    }

    fn text(&self) -> Message {
        match self {
            Trouble::NotFound => Message::new("error-not-found-text"),
            Trouble::Invitation => Message::new("people-error-invitation"),
            Trouble::BadDay(given) => Message::new("error-as-of-text").with("given", shortened(given)),
            Trouble::Future(_) => Message::new("error-as-of-future"),
            Trouble::Token => Message::new("error-token-text"),
            Trouble::Method => Message::new("error-method-text"),
            Trouble::AddressTooLong => Message::new("error-address-too-long-text"),
            Trouble::TooLarge => Message::new("error-too-large-text").with("limit", "64 KB"),
            Trouble::Elsewhere => Message::new("error-elsewhere-text"),
            Trouble::Busy => Message::new("error-busy-text"),
            Trouble::Internal => Message::new("error-internal-text"),
        }
    }
}

fn shortened(given: &str) -> String {
    review::check::shortened(given)
}

/// The answer to a request that failed.
pub fn respond(entry: &Entry, trouble: &Trouble, frame: Frame) -> Response {
    let status = trouble.status();
    if entry.json {
        return problem(entry, trouble).into_response();
    }
    let head = Head {
        title: frame.say(trouble.title()),
        symbol: Some(status.as_u16().to_string()),
        lede: Some(html! { (frame.tell(trouble.text())) }),
        crumbs: Vec::new(),
        part: Part::Nowhere,
        provenance: html! {},
    };
    let mut response = page(&frame, &head, body(&frame, trouble));
    *response.status_mut() = status;
    if *trouble == Trouble::Token {
        response.headers_mut().extend([challenge(true)]);
    }
    finish(entry, response)
}

fn body(frame: &Frame, trouble: &Trouble) -> Markup {
    let typed = match trouble {
        Trouble::BadDay(typed) | Trouble::Future(typed) => Some(typed.as_str()),
        _ => None,
    };
    html! {
        div.errp {
            @if typed.is_some() { (as_of_form(frame, "day", typed)) }
            ul.list {
                @if typed.is_some() { li { a href=(frame.here("as_of", None)) { (frame.say("shell-as-of-return")) } } }
                li { a href=(frame.link("/")) { (frame.say("error-home")) } }
                li { a href=(frame.link("/series")) { (frame.say("shell-nav-about")) } }
                li { a href=(frame.link("/search")) { (frame.say("error-search")) } }
            }
        }
    }
}

/// The same for programs.
pub fn problem(entry: &Entry, trouble: &Trouble) -> Problem {
    let problem = Problem::new(entry, trouble.status(), trouble.title(), trouble.text());
    match trouble {
        Trouble::BadDay(given) => problem.at("as_of").with("given", shortened(given)),
        Trouble::Future(given) => problem.at("as_of").with("given", shortened(given)),
        Trouble::Token => {
            let (name, value) = challenge(true);
            problem.header(name, value)
        }
        _ => problem,
    }
}
