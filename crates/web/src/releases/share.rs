//! What the forms of this family do: each answers with its page again, or goes on to the record.

use super::choice::{Choice, label_of};
use super::choosing::Choosing;
use super::shared::Shared;
use super::telling::{self, Telling};
use super::withdrawing::Withdrawing;
use crate::deeds::Acting;
use crate::entry::Entry;
use crate::error::Trouble;
use crate::furniture::about;
use crate::furniture::form::{Posted, refused};
use crate::show::{Site, trouble};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use ledger::audience::Audience;
use ledger::id::RecordId;
use review::refusal::Refusal;
use serde_json::{Value, json};

/// A posted form.
pub type Typed = Form<Vec<(String, String)>>;

/// The record of an address, and who acts on it.
fn begun(site: &Site, entry: &Entry, record: &str) -> Result<(RecordId, Acting), Box<Response>> {
    let acting = Acting::of(site, entry)?;
    let record = record.parse().map_err(|_| Box::new(trouble(site, entry, &Trouble::NotFound)))?;
    Ok((record, acting))
}

/// `GET /records/{record}/share`: what to choose, or who will read what was chosen.
pub async fn chooses(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    let (record, acting) = match begun(&site, &entry, &record) {
        Ok(begun) => begun,
        Err(answer) => return *answer,
    };
    let typed = Posted::read(entry.query.clone());
    let choice = Choice::read(&typed);
    match choice.with.is_none() || typed.get("choose") == "yes" {
        true => choosing(&site, &entry, &acting, record, choice, None),
        false => tells(&site, &entry, &acting, record, choice, None),
    }
}

/// The page of what can be chosen, with what is wrong with the choice.
fn choosing(
    site: &Site,
    entry: &Entry,
    acting: &Acting,
    record: RecordId,
    choice: Choice,
    refusal: Option<&Refusal>,
) -> Response {
    match acting.view(site, |view| Choosing::look(view, &acting.actor, record, choice)) {
        Some(mut page) => {
            page.errors.extend(refusal.map(|refusal| (field(refusal), refused(refusal))));
            acting.draw(site, entry, &page, status(refusal))
        }
        None => trouble(site, entry, &Trouble::NotFound),
    }
}

/// The page that tells who will read it. What cannot be shared so at all leads back to the choice.
fn tells(
    site: &Site,
    entry: &Entry,
    acting: &Acting,
    record: RecordId,
    choice: Choice,
    refusal: Option<&Refusal>,
) -> Response {
    let told = acting.view(site, |view| Telling::look(view, &acting.actor, record, choice.clone()));
    match told {
        Some(Ok(mut page)) => {
            page.act = acting.fresh_id();
            page.again = (!acting.is_fresh()).then(|| acting.again(&page.choice.address(record, "share")));
            page.errors.extend(refusal.map(|refusal| ("with", refused(refusal))));
            acting.draw(site, entry, &page, status(refusal))
        }
        Some(Err(refusal)) => choosing(site, entry, acting, record, choice, Some(&refusal)),
        None => trouble(site, entry, &Trouble::NotFound),
    }
}

fn status(refusal: Option<&Refusal>) -> StatusCode {
    if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
}

/// The field of the choice that a refusal is about.
fn field(refusal: &Refusal) -> &'static str {
    if refusal.field.as_deref() == Some("content") { "content" } else { "with" }
}

/// `POST /records/{record}/share`: shares, or begins the clearance that is asked before.
pub async fn shares(
    entry: Entry,
    State(site): State<Site>,
    Path(record): Path<String>,
    Form(typed): Typed,
) -> Response {
    let (record, acting) = match begun(&site, &entry, &record) {
        Ok(begun) => begun,
        Err(answer) => return *answer,
    };
    let typed = Posted::read(typed);
    let choice = Choice::read(&typed);
    if typed.get("deed") == "clear" {
        return clears(&site, &entry, &acting, record, &typed);
    }
    if !acting.is_fresh() {
        return Redirect::to(&acting.again(&choice.address(record, "share"))).into_response();
    }
    match shared(&site, &acting, record, &typed, &choice) {
        Ok((address, said)) => acting.onward(&address, said),
        Err(refusal) => tells(&site, &entry, &acting, record, choice, Some(&refusal)),
    }
}

/// What sharing and clearing have in common, in the JSON form of an act.
fn act_of(
    site: &Site,
    acting: &Acting,
    record: RecordId,
    typed: &Posted,
    choice: &Choice,
) -> Result<Value, Refusal> {
    let readers = choice.readers().ok_or_else(|| Refusal::new("releases-error-readers").at("with"))?;
    let mut act = json!({"id": typed.get("act"), "content": choice.content, "with": readers});
    if choice.extends.is_some() {
        let extends = acting.view(site, |view| telling::extends(view, &acting.actor, record, choice));
        act["extends"] = json!(extends.ok_or_else(|| Refusal::new("refusal-not-wider").at("with"))?);
    }
    Ok(act)
}

/// Shares exactly what was told: where the record stands, and what is said there.
fn shared(
    site: &Site,
    acting: &Acting,
    record: RecordId,
    typed: &Posted,
    choice: &Choice,
) -> Result<(String, &'static str), Refusal> {
    let changed = || Refusal::new("refusal-readers-changed").at("with");
    let shown: Audience = serde_json::from_str(typed.get("shown")).map_err(|_| changed())?;
    let mut act = act_of(site, acting, record, typed, choice)?;
    act["act"] = "share".into();
    act["record"] = json!(record);
    act["shown"] = json!(shown);
    acting.perform(site, act)?;
    let address = acting.view(site, |view| about::somewhere(view, record));
    Ok((address, said_of(&shown)))
}

/// What is said once it is done.
fn said_of(audience: &Audience) -> &'static str {
    match label_of(audience) {
        "named" => "releases-said-named",
        "round" => "releases-said-round",
        "organizations" => "releases-said-organizations",
        "series" => "releases-said-series",
        _ => "releases-said-public",
    }
}

/// Begins the clearance, and goes on to it.
fn clears(site: &Site, entry: &Entry, acting: &Acting, record: RecordId, typed: &Posted) -> Response {
    let choice = Choice::read(typed);
    let clearance = acting.fresh_id();
    let begun = act_of(site, acting, record, typed, &choice).and_then(|mut act| {
        act["act"] = "clear".into();
        act["record"] = json!(clearance);
        act["of"] = json!(record);
        acting.perform(site, act)
    });
    match begun {
        Ok(()) => acting.onward(&format!("/clearance/{clearance}"), "releases-said-clearance"),
        Err(refusal) => tells(site, entry, acting, record, choice, Some(&refusal)),
    }
}

/// `GET /records/{record}/withdraw`.
pub async fn asks_to_withdraw(
    entry: Entry,
    State(site): State<Site>,
    Path(record): Path<String>,
) -> Response {
    let (record, acting) = match begun(&site, &entry, &record) {
        Ok(begun) => begun,
        Err(answer) => return *answer,
    };
    withdrawing(&site, &entry, &acting, record, entry.asked("from").unwrap_or_default(), None)
}

fn withdrawing(
    site: &Site,
    entry: &Entry,
    acting: &Acting,
    record: RecordId,
    from: &str,
    refusal: Option<&Refusal>,
) -> Response {
    match acting.view(site, |view| Withdrawing::look(view, &acting.actor, record)) {
        Some(mut page) => {
            page.act = acting.fresh_id();
            page.chosen = from.parse().ok();
            page.errors.extend(refusal.map(|refusal| ("from", refused(refusal))));
            acting.draw(site, entry, &page, status(refusal))
        }
        None => trouble(site, entry, &Trouble::NotFound),
    }
}

/// `POST /records/{record}/withdraw`.
pub async fn withdraws(
    entry: Entry,
    State(site): State<Site>,
    Path(record): Path<String>,
    Form(typed): Typed,
) -> Response {
    let (record, acting) = match begun(&site, &entry, &record) {
        Ok(begun) => begun,
        Err(answer) => return *answer,
    };
    let typed = Posted::read(typed);
    let from = typed.get("from");
    if !acting.is_fresh() {
        let page = format!("/records/{record}/withdraw?from={}", crate::entry::encoded(from));
        return Redirect::to(&acting.again(&page)).into_response();
    }
    let Some(page) = acting.view(&site, |view| Withdrawing::look(view, &acting.actor, record)) else {
        return trouble(&site, &entry, &Trouble::NotFound);
    };
    let done = match page.audience(from) {
        Some(audience) => acting.perform(
            &site,
            json!({"act": "withdraw", "id": typed.get("act"), "record": record, "from": audience}),
        ),
        None => Err(Refusal::new("refusal-not-shared").at("from")),
    };
    match done {
        Ok(()) => {
            let address = acting.view(&site, |view| about::somewhere(view, record));
            acting.onward(&address, "releases-said-withdrawn")
        }
        Err(refusal) => withdrawing(&site, &entry, &acting, record, from, Some(&refusal)),
    }
}

/// `GET /shared`: what the actor's party has shared with whom.
pub async fn ours(entry: Entry, State(site): State<Site>) -> Response {
    let acting = match Acting::of(&site, &entry) {
        Ok(acting) => acting,
        Err(answer) => return *answer,
    };
    match acting.view(&site, |view| Shared::look(view, &acting.actor)) {
        Some(page) => acting.draw(&site, &entry, &page, StatusCode::OK),
        None => trouble(&site, &entry, &Trouble::NotFound),
    }
}
