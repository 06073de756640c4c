//! How a screen answers: as a page or as JSON, with the headers that every answer has.

use crate::entry::{DEVICE, Entry, secret_cookie};
use crate::furniture::csv::Sheet;
use crate::furniture::form::flash;
use crate::furniture::frame::Frame;
use crate::furniture::shell::{Head, sheet};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::sign_in::{LONGEST, REMEMBERED};
use ledger::id::RecordId;
use maud::{Markup, html};
use serde::Serialize;

/// A screen: what it shows is its JSON; how it looks is its head and body.
pub trait Screen: Serialize {
    /// The head of its page.
    fn head(&self, frame: &Frame) -> Head;
    /// The body of its page.
    fn body(&self, frame: &Frame) -> Markup;
    /// The table of its page, for those who ask for it as CSV.
    fn table(&self, _frame: &Frame) -> Option<Sheet> {
        None
    }
}

/// Answers with a screen.
pub fn with_screen<S: Screen>(entry: &Entry, frame: &Frame, screen: &S) -> Response {
    let table = entry.csv.then(|| screen.table(frame)).flatten();
    let response = match (table, entry.json) {
        (Some(table), _) => table.download(frame),
        (None, true) => json(screen),
        (None, false) => page(frame, &screen.head(frame), html! { (said(frame)) (screen.body(frame)) }),
    };
    finish(entry, response)
}

/// What was just done with a record, on the page to which it led. Pages of people say themselves what was done there.
fn said(frame: &Frame) -> Markup {
    if frame.of_people {
        html! {}
    } else {
        flash(frame)
    }
}

fn json<S: Serialize>(screen: &S) -> Response {
    let media = HeaderValue::from_static("application/json");
    match serde_json::to_string(screen) {
        Ok(text) => (StatusCode::OK, [(header::CONTENT_TYPE, media)], text).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// A page with its own content policy: nothing from another host, no script but ours, one style by its hash.
pub fn page(frame: &Frame, head: &Head, body: Markup) -> Response {
    let sheet = sheet(frame, head, body);
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self' '{}'; img-src 'self'; connect-src 'self'; \
         form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        sheet.style_hash
    );
    let mut headers = HeaderMap::new();
    // The hash is base64, and the rest is fixed: always a header value.
    if let Ok(policy) = HeaderValue::try_from(policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    (StatusCode::OK, headers, sheet.markup).into_response()
}

/// What every answer of a screen carries: its language, what it depends on, and what the reader chose.
pub fn finish(entry: &Entry, mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(entry.language.tag()));
    headers.insert(header::VARY, HeaderValue::from_static("accept, accept-language, authorization, cookie"));
    // What somebody reads who is signed in is kept nowhere.
    let kept =
        if entry.session.is_some() || entry.bearer.is_some() { "no-store" } else { "private, no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    if entry.chose_language {
        remember(headers, "lang", entry.language.tag());
    }
    if let Some(reader) = entry.reader.as_ref().filter(|_| entry.chose_reader) {
        // An id or nothing: whatever else was typed is not kept.
        let known: Option<RecordId> = reader.parse().ok();
        remember(headers, "reader", &known.map(|known| known.to_string()).unwrap_or_default());
    }
    if entry.chose_appearance {
        remember(headers, "appearance", entry.appearance.word());
    }
    response
}

/// A choice that is no secret and names nobody, for a year.
fn remember(headers: &mut HeaderMap, name: &str, value: &str) {
    let cookie = format!("{name}={value}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        headers.append(header::SET_COOKIE, cookie);
    }
}

/// Gives the browser a secret that no script reads and no other site sends, for as long as it is of use.
pub fn give_cookie(response: &mut Response, name: &str, secret: &str, https: bool) {
    let life = if name == DEVICE { REMEMBERED } else { LONGEST } / 1000;
    set_secret(response, name, secret, life, https);
}

/// Takes a secret back.
pub fn take_cookie(response: &mut Response, name: &str, https: bool) {
    set_secret(response, name, "", 0, https);
}

fn set_secret(response: &mut Response, name: &str, secret: &str, life: i64, https: bool) {
    let name = secret_cookie(name, https);
    let cookie = format!("{name}={secret}; Path=/; Max-Age={life}; SameSite=Lax; HttpOnly");
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

/// Where browsers come by https only: they shall come by nothing else, and send no cookie by anything else.
pub fn by_https_only<B>(response: &mut Response<B>) {
    let headers = response.headers_mut();
    let always = HeaderValue::from_static("max-age=63072000; includeSubDomains");
    headers.insert(header::STRICT_TRANSPORT_SECURITY, always);
    let given: Vec<HeaderValue> = headers.get_all(header::SET_COOKIE).iter().cloned().collect();
    headers.remove(header::SET_COOKIE);
    for cookie in given {
        let mut secure = cookie.as_bytes().to_vec();
        secure.extend(b"; Secure");
        headers.append(header::SET_COOKIE, HeaderValue::from_bytes(&secure).unwrap_or(cookie));
    }
}
