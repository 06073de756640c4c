//! What a browser's script asks when a passkey is added or used: each answer is JSON, and says where to go on or what is
//! wrong in the reader's language.

use super::doors::welcomed_to;
use super::threshold::{Typed, aside, fresh, full, known, onward, problem, within};
use crate::entry::Entry;
use crate::error::Trouble;
use crate::furniture::form::Posted;
use crate::log::{Facts, noted};
use crate::show::{Site, trouble};
use axum::Form;
use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use desk::passkey::{Begun, Passkeys};
use desk::sign_in::{NotIn, SignIn};
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;
use words::Message;

/// What a device made of a challenge.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Brought {
    ticket: String,
    /// What the device answered, as JSON.
    answer: String,
    /// How a new passkey is called.
    label: String,
    /// Where to go on to.
    next: String,
    /// Whether somebody is signed in who only shows who he is.
    again: bool,
}

type Doors = (Arc<dyn Passkeys>, Arc<SignIn>);

impl Brought {
    /// From what a script sent; what is none answers no challenge, and is told so.
    fn read(body: &[u8]) -> Self {
        serde_json::from_slice(body).unwrap_or_default()
    }
}

/// Those who know passkeys, and people. Elsewhere there is nothing at these addresses.
fn doors(site: &Site, entry: &Entry) -> Result<Doors, Box<Response>> {
    let found = site.passkeys.clone().zip(site.sign_in.clone());
    found.ok_or_else(|| Box::new(trouble(site, entry, &Trouble::NotFound)))
}

fn wrong(entry: &Entry, message: &Message) -> Response {
    let error = entry.language.say(message).to_string();
    (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "error": error }))).into_response()
}

fn begun(entry: &Entry, begun: Result<Begun, NotIn>) -> Response {
    match begun {
        Ok(begun) => Json(json!({"ticket": begun.ticket, "options": begun.options})).into_response(),
        Err(error) => wrong(entry, &problem(&error).1),
    }
}

fn to(address: &str) -> Response {
    Json(json!({ "to": address })).into_response()
}

/// `POST /sign-in/passkey/begin`.
pub async fn begins(entry: Entry, State(site): State<Site>) -> Response {
    match doors(&site, &entry) {
        Ok((passkeys, people)) => begun(&entry, passkeys.begin_sign_in(&people)),
        Err(answer) => *answer,
    }
}

/// `POST /sign-in/passkey`: signs in, or makes the sign-in fresh.
pub async fn signs_in(entry: Entry, State(site): State<Site>, body: Bytes) -> Response {
    let brought = Brought::read(&body);
    let (passkeys, people) = match doors(&site, &entry) {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    let signed = known(&site, &entry).ok().filter(|_| brought.again).map(|(_, caller)| caller.signed);
    let (browser, next) = (entry.browser(), within(&brought.next).to_owned());
    let work = move || -> Result<(String, String), NotIn> {
        let passkey = passkeys.known(&people, &brought.ticket, &brought.answer)?;
        let secret = match &signed {
            Some(signed) => people.refresh_with(signed, &passkey)?,
            None if brought.again => return Err(NotIn::Passkey),
            None => people.sign_in_with(&passkey, &browser)?,
        };
        Ok((secret, passkey.account))
    };
    let known_browser = site.sign_in.as_ref().is_some_and(|people| people.knows(&entry.browser()));
    let facts = Facts::default();
    let answer = match aside(&site, &entry, known_browser, work).await {
        Some(Ok((secret, account))) => {
            let facts =
                facts.with("result", "good").with("account", account).with("factors", vec!["passkey"]);
            let mut answer = to(&next);
            welcomed_to(&site, &entry, &secret, &mut answer);
            return noted(answer, "sign-in", facts);
        }
        Some(Err(error)) => wrong(&entry, &problem(&error).1),
        None => wrong(&entry, &full()),
    };
    noted(answer, "sign-in", facts.with("result", "wrong"))
}

/// `POST /account/passkeys/begin`.
pub async fn begins_adding(entry: Entry, State(site): State<Site>) -> Response {
    let (passkeys, people) = match doors(&site, &entry) {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    match known(&site, &entry) {
        Ok((_, caller)) if !caller.signed.fresh => to("/sign-in/again?next=/account"),
        Ok((_, caller)) => begun(&entry, passkeys.begin_adding(&people, &caller.signed)),
        Err(_) => to("/sign-in?next=/account"),
    }
}

/// `POST /account/passkeys`.
pub async fn adds(entry: Entry, State(site): State<Site>, body: Bytes) -> Response {
    let brought = Brought::read(&body);
    let (passkeys, people) = match doors(&site, &entry) {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    let Ok((_, caller)) = known(&site, &entry) else { return to("/sign-in?next=/account") };
    if !caller.signed.fresh {
        return to("/sign-in/again?next=/account");
    }
    let added = passkeys.add(&people, &caller.signed, &brought.ticket, &brought.answer, brought.label.trim());
    let answer = match &added {
        Ok(()) => to("/account?said=people-said-passkey"),
        Err(error) => wrong(&entry, &problem(error).1),
    };
    noted(answer, "account", Facts::default().with("deed", "passkey"))
}

/// `POST /account/passkeys/end`.
pub async fn ends(entry: Entry, State(site): State<Site>, Form(typed): Typed) -> Response {
    let (people, caller) = match fresh(&site, &entry, "/account") {
        Ok(known) => known,
        Err(answer) => return *answer,
    };
    let passkey = Posted::read(typed).get("passkey").to_owned();
    let answer = match people.people().end_passkey(&caller.signed.account.id, &passkey) {
        Ok(()) => onward("/account", Some("people-said-passkey-ended")),
        Err(_) => trouble(&site, &entry, &Trouble::Internal),
    };
    noted(answer, "account", Facts::default().with("deed", "passkey-end"))
}
