//! What the forms of this family begin and end with: who asks, whether his sign-in is fresh, and where to go on to.

use crate::answer::Screen;
use crate::entry::Entry;
use crate::error::Trouble;
use crate::show::{Caller, Site, caller, draw, trouble};
use axum::Form;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use desk::sign_in::{NotIn, SHORTEST, SignIn};
use std::sync::Arc;
use words::Message;

/// A posted form.
pub type Typed = Form<Vec<(String, String)>>;

/// On to another page; what was done is said there.
pub fn onward(address: &str, said: Option<&'static str>) -> Response {
    match said {
        Some(said) => Redirect::to(&format!("{address}?said={said}")).into_response(),
        None => Redirect::to(address).into_response(),
    }
}

/// A page of this installation to go to: never another host's. Browsers leave control characters out of an address and
/// take a backslash for a slash, so that neither may stand in it.
pub fn within(next: &str) -> &str {
    let path = next.starts_with('/') && !next.starts_with("//");
    let plain = !next.contains(|letter: char| letter.is_control() || letter == '\\');
    if path && plain { next } else { "/" }
}

/// The one who is signed in, with the door of people; whoever is not is sent to sign in.
pub fn known(site: &Site, entry: &Entry) -> Result<(Arc<SignIn>, Caller), Box<Response>> {
    let Some(sign_in) = site.sign_in.clone() else {
        return Err(Box::new(trouble(site, entry, &Trouble::NotFound)));
    };
    match caller(site, entry) {
        Some(caller) => Ok((sign_in, caller)),
        None => Err(Box::new(Redirect::to(&format!("/sign-in?next={}", entry.path)).into_response())),
    }
}

/// The same, for somebody whose password was given lately; whoever has to give it again goes on to `next`.
pub fn fresh(site: &Site, entry: &Entry, next: &str) -> Result<(Arc<SignIn>, Caller), Box<Response>> {
    let (sign_in, caller) = known(site, entry)?;
    match caller.signed.fresh {
        true => Ok((sign_in, caller)),
        false => Err(Box::new(Redirect::to(&format!("/sign-in/again?next={next}")).into_response())),
    }
}

/// What to tell of it, and at which field.
pub fn problem(error: &NotIn) -> (&'static str, Message) {
    match error {
        NotIn::Wrong => ("password", Message::new("people-error-wrong")),
        NotIn::Code => ("code", Message::new("people-error-code")),
        NotIn::Wait(seconds) => ("password", Message::new("people-error-wait").with("count", *seconds)),
        NotIn::Passkey => ("passkey", Message::new("people-error-passkey")),
        NotIn::Invitation => ("login", Message::new("people-error-invitation")),
        NotIn::Taken => ("login", Message::new("people-error-taken")),
        NotIn::Length("password") => {
            ("password", Message::new("people-error-password-length").with("count", SHORTEST))
        }
        NotIn::Easy => ("password", Message::new("people-error-password-easy")),
        NotIn::Length(field) => (field, Message::new("people-error-length")),
        NotIn::Store(_) => ("login", Message::new("people-error-store")),
    }
}

/// Runs what takes its time on purpose where it holds up nobody else, once its turn has come; nothing if too many wait.
/// `known`: the browser is known here.
pub async fn aside<T: Send + 'static>(
    site: &Site,
    entry: &Entry,
    known: bool,
    work: impl FnOnce() -> T + Send + 'static,
) -> Option<T> {
    let turn = site.line.turn(entry.source, known).await?;
    let work = move || {
        let _turn = turn;
        work()
    };
    tokio::task::spawn_blocking(work).await.ok()
}

/// What to tell whoever found the line full.
pub fn full() -> Message {
    Message::new("people-error-busy")
}

/// A page that says so: nothing is wrong with what was typed, and it can be sent again.
pub fn busy<S: Screen>(site: &Site, entry: &Entry, page: &S) -> Response {
    let mut response = draw(site, entry, page, StatusCode::SERVICE_UNAVAILABLE);
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    response
}
