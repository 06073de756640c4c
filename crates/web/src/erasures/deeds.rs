//! What the forms of erasing do: the page again with what is wrong, or on to the certificate.

use super::certificate::Certificate;
use super::erasing::{Erasing, GROUNDS};
use crate::deeds::Acting;
use crate::entry::Entry;
use crate::error::Trouble;
use crate::furniture::form::{Errors, Posted, refused};
use crate::show::{Site, show, trouble};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use ledger::content::Erasure;
use ledger::id::{ActId, RecordId};
use ledger::view::Seen;
use serde_json::{Value, json};
use words::Message;

/// A posted form.
pub type Typed = Form<Vec<(String, String)>>;

fn begun(site: &Site, entry: &Entry, record: &str) -> Result<(Acting, Erasing), Box<Response>> {
    let acting = Acting::of(site, entry)?;
    let record = record.parse::<RecordId>().ok();
    let page = record.and_then(|record| acting.view(site, |view| Erasing::look(view, &acting.actor, record)));
    match page {
        Some(mut page) => {
            page.act = acting.fresh_id();
            page.again = (!acting.is_fresh()).then(|| acting.again(&address(page.record)));
            Ok((acting, page))
        }
        None => Err(Box::new(trouble(site, entry, &Trouble::NotFound))),
    }
}

fn address(record: RecordId) -> String {
    format!("/records/{record}/erase")
}

/// `GET /records/{record}/erase`.
pub async fn chooses(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    match begun(&site, &entry, &record) {
        Ok((acting, page)) => acting.draw(&site, &entry, &page, StatusCode::OK),
        Err(answer) => *answer,
    }
}

/// `POST /records/{record}/erase`: erases what was ticked, in one act.
pub async fn erases(
    entry: Entry,
    State(site): State<Site>,
    Path(record): Path<String>,
    Form(typed): Typed,
) -> Response {
    let (acting, page) = match begun(&site, &entry, &record) {
        Ok(begun) => begun,
        Err(answer) => return *answer,
    };
    if !acting.is_fresh() {
        return Redirect::to(&acting.again(&address(page.record))).into_response();
    }
    let typed = Posted::read(typed);
    match erased(&site, &acting, &page, &typed) {
        Ok(first) => acting.onward(&format!("/erasures/{first}"), "erasure-said"),
        Err(errors) => {
            acting.draw(&site, &entry, &page.with_typed(typed, errors), StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// Erases, and says the first of its records.
fn erased(site: &Site, acting: &Acting, page: &Erasing, typed: &Posted) -> Result<String, Errors> {
    let ticked = page.ticked(typed);
    let mut errors = Errors::new();
    if !GROUNDS.contains(&typed.get("ground")) {
        errors.push(("ground", Message::new("erasure-error-ground")));
    }
    if typed.get("confirmed") != "yes" {
        errors.push(("confirm", Message::new("erasure-error-confirm")));
    }
    let Some(((record, content), also)) = ticked.split_first() else {
        errors.insert(0, ("content", Message::new("erasure-error-what")));
        return Err(errors);
    };
    if !errors.is_empty() {
        return Err(errors);
    }
    let count = acting.view(site, |view| Erasing::count(view, &ticked));
    let ids: Vec<String> = (0..count).map(|_| acting.fresh_id()).collect();
    let also: Vec<Value> =
        also.iter().map(|(record, content)| json!({"record": record, "content": content})).collect();
    let act = json!({
        "act": "erase", "id": typed.get("act"), "record": record, "content": content, "ground": typed.get("ground"),
        "erasures": ids, "also": also,
    });
    acting.perform(site, act).map_err(|refusal| vec![("content", refused(&refusal))])?;
    // Where the form was sent twice, the first time wrote it.
    let done: Option<ActId> = typed.get("act").parse().ok();
    let first = acting.view(site, |view| {
        let by_it = |erasure: &Seen<Erasure>| Some(erasure.facts.act) == done;
        view.of_owner::<Erasure>(acting.actor.owner).find(by_it).map(|erasure| erasure.record)
    });
    Ok(first.map(|first| first.to_string()).unwrap_or_default())
}

/// `GET /erasures/{record}`.
pub async fn certificate(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    show(&site, &entry, |view| Certificate::look(view, record.parse().ok()?))
}
