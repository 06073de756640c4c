//! What the security log says of a request: which ones are told, and as what.

use crate::entry::Entry;
use crate::log::{Facts, Noted};
use crate::show::{Site, caller};
use axum::extract::{MatchedPath, Request};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use std::time::Duration;

/// The longest answer: the layer below gives up then, and it is told as a fault.
const LONGEST_ANSWER: Duration = Duration::from_secs(20);

/// The longest time in which a file may come: 25 MB over a line of 128 kbit/s.
const LONGEST_UPLOAD: Duration = Duration::from_secs(30 * 60);

/// How long the answer to a request may take.
pub fn longest(request: &Request) -> Duration {
    let brings = request.headers().get(header::CONTENT_TYPE).and_then(|media| media.to_str().ok());
    let brings = brings.is_some_and(|media| media.starts_with("multipart/form-data"));
    match brings && *request.method() == Method::POST && request.uri().path().ends_with("/files") {
        true => LONGEST_UPLOAD,
        false => LONGEST_ANSWER,
    }
}

/// Addresses of people and accounts: what is done there is told, and what is refused.
const DOORS: &[&str] =
    &["/sign-in", "/sign-out", "/invitations", "/acting", "/account", "/people", "/operator"];

/// Answers a request, and tells of it what is to be told.
pub async fn watched(site: &Site, entry: &Entry, request: Request, next: Next) -> Response {
    if !site.log.is_kept() {
        return next.run(request).await;
    }
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let is_door = route.as_deref().is_some_and(|route| DOORS.iter().any(|door| route.starts_with(door)));
    let acts = *request.method() == Method::POST;
    // Signing out ends what would say who it was.
    let before = if is_door { account(site, entry) } else { None };
    let told = Told { site, entry, route, method: request.method().clone() };
    let mut response = next.run(request).await;
    let status = response.status();
    let noted = response.extensions_mut().remove::<Noted>();
    let refused = matches!(
        status,
        StatusCode::UNAUTHORIZED
            | StatusCode::FORBIDDEN
            | StatusCode::PAYLOAD_TOO_LARGE
            | StatusCode::TOO_MANY_REQUESTS
    );
    let event = match &noted {
        Some(noted) => noted.event,
        None if status.is_server_error() => "fault",
        None if refused || (is_door && status == StatusCode::NOT_FOUND) => "refused",
        None if is_door && acts => "deed",
        None => return response,
    };
    let who = before.or_else(|| account(site, entry));
    let facts = Facts::default().with("account", who).and(noted.map(|noted| noted.facts).unwrap_or_default());
    told.tell(event, status, facts);
    response
}

/// The account that is signed in.
fn account(site: &Site, entry: &Entry) -> Option<String> {
    caller(site, entry).map(|caller| caller.signed.account.id)
}

/// A request while it is answered.
struct Told<'a> {
    site: &'a Site,
    entry: &'a Entry,
    route: Option<String>,
    method: Method,
}

impl Told<'_> {
    fn tell(&self, event: &str, status: StatusCode, facts: Facts) {
        let source = self.entry.source.filter(|source| !source.is_here());
        let facts = Facts::default()
            .with("route", self.route.clone())
            .with("method", self.method.as_str())
            .with("status", status.as_u16())
            .with("source", source.map(|source| source.to_string()))
            .and(facts);
        self.site.log.tell(self.site.desk.now(), event, facts);
    }
}
