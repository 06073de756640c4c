//! What the operator's forms do: parties with their first coordinators, accounts, and links for those who cannot come in.

use super::appointing::{busy, deed, said};
use super::link::{MadeLink, may_be_made};
use super::operator::OperatorPage;
use super::threshold::Typed;
use crate::entry::Entry;
use crate::error::Trouble;
use crate::furniture::form::{Posted, refused};
use crate::log::noted;
use crate::show::{Caller, Site, caller, draw, trouble};
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use desk::renewal::Maker;
use desk::sign_in::{Account, Renews, SignIn};
use desk::{PerformError, Scope};
use ledger::owner::{Origin, World};
use review::act::Act;
use review::refusal::Refusal;
use serde_json::json;
use std::sync::Arc;

/// Who runs this installation. Everybody else finds nothing here.
fn operating(site: &Site, entry: &Entry) -> Result<(Arc<SignIn>, Caller), Box<Response>> {
    let found = site.sign_in.clone().zip(caller(site, entry));
    let Some((people, caller)) = found else {
        return Err(Box::new(Redirect::to(&format!("/sign-in?next={}", entry.path)).into_response()));
    };
    match caller.signed.account.operator && !caller.held {
        true => Ok((people, caller)),
        false => Err(Box::new(trouble(site, entry, &Trouble::NotFound))),
    }
}

fn operator_page(site: &Site, people: &SignIn, caller: &Caller) -> OperatorPage {
    let own = &caller.signed.account;
    site.desk.view(&Scope::public().of(World::Record), |view| OperatorPage::look(view, own, people))
}

/// `GET /operator`.
pub async fn operator(entry: Entry, State(site): State<Site>) -> Response {
    match operating(&site, &entry) {
        Ok((people, caller)) => draw(&site, &entry, &operator_page(&site, &people, &caller), StatusCode::OK),
        Err(answer) => *answer,
    }
}

/// `POST /operator`: creates a party with its first coordinator, or does something with an account.
pub async fn operates(entry: Entry, State(site): State<Site>, Form(typed): Typed) -> Response {
    let (people, caller) = match operating(&site, &entry) {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    if !caller.signed.fresh {
        return Redirect::to("/sign-in/again?next=/operator").into_response();
    }
    let typed = Posted::read(typed);
    if typed.get("deed") == "create" {
        let answer = creates(&site, &entry, &people, &caller, &typed);
        return noted(answer, "operator", deed(&typed));
    }
    let mut page = operator_page(&site, &people, &caller);
    let facts = deed(&typed).with("about", about(&people, &typed));
    let answer = match may_be_made(&entry, &site, &typed)
        .and_then(|()| with_account(&site, &people, &caller, &typed))
    {
        Ok(None) => said("/operator", "people-said-changed"),
        Ok(Some((secret, what))) => {
            page.link = Some(MadeLink::new(&entry, &site, &secret, Some(what)));
            draw(&site, &entry, &page, StatusCode::OK)
        }
        Err(refusal) => {
            page.errors.push(("accounts", refused(&refusal)));
            draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
    };
    noted(answer, "operator", facts)
}

/// The account that a form names, if there is one.
fn about(people: &SignIn, typed: &Posted) -> Option<String> {
    people.people().account(typed.get("account")).ok()?.map(|account| account.id)
}

/// What is done with an account; the secret of a link, if one is made. Nobody does it with his own.
fn with_account(
    site: &Site,
    people: &SignIn,
    caller: &Caller,
    typed: &Posted,
) -> Result<Option<(String, Renews)>, Refusal> {
    let unknown = || Refusal::new("refusal-account-unknown");
    let own = &caller.signed.account;
    let account: Account =
        people.people().account(typed.get("account")).map_err(|_| busy())?.ok_or_else(unknown)?;
    if account.id == own.id {
        return Err(Refusal::new("refusal-account-own"));
    }
    let done = match (typed.get("deed"), Renews::from_word(typed.get("deed"))) {
        ("disable", _) => people.people().set_disabled(&account.id, Some(people.now())).map_err(|_| busy()),
        ("enable", _) => people.people().set_disabled(&account.id, None).map_err(|_| busy()),
        ("delete", _) => site.desk.delete_account(people, &account),
        (_, Some(what)) => {
            let secret = people.make_renewal(&account, what, Maker::Operator(own))?;
            return Ok(Some((secret, what)));
        }
        (deed, _) => Err(Refusal::new("refusal-act-unknown").with("act", review::check::shortened(deed))),
    };
    done.map(|()| None)
}

fn creates(site: &Site, entry: &Entry, people: &SignIn, caller: &Caller, typed: &Posted) -> Response {
    let mut page = operator_page(site, people, caller);
    page.typed = ["label", "name-en", "name-ru", "note"].map(|field| typed.get(field).to_owned());
    match may_be_made(entry, site, typed).and_then(|()| created(site, people, caller, typed)) {
        Ok(secret) => {
            page = operator_page(site, people, caller);
            page.link = Some(MadeLink::new(entry, site, &secret, None));
            draw(site, entry, &page, StatusCode::OK)
        }
        Err(refusal) => {
            page.errors.push(("label", refused(&refusal)));
            draw(site, entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// The party says its name, once; from then on only its own people act for it.
fn created(site: &Site, people: &SignIn, caller: &Caller, typed: &Posted) -> Result<String, Refusal> {
    let body = json!({
        "label": typed.get("label"), "sort": typed.get("sort"), "sources": [],
        "name": {"en": typed.get("name-en"), "ru": typed.get("name-ru")},
    });
    let act = json!({
        "act": "party", "id": people.person(), "record": people.person(), "audience": "public", "body": body,
    });
    let act = Act::read(review::shorthand::write_out_texts(act))?;
    // Decided before the party is founded, so that what is refused founds nobody.
    site.desk.decide_as_new(Origin::Real, &act)?;
    let actor = site.desk.found_party(people, Origin::Real).map_err(|_| busy())?;
    match site.desk.perform(&actor, act) {
        Ok(_) => {}
        Err(PerformError::Refused(refusal)) => return Err(refusal),
        Err(PerformError::Store(_)) => return Err(busy()),
    }
    let note = if typed.get("note").is_empty() { typed.get("label") } else { typed.get("note") };
    people.invite(actor.by.person, false, note, Some(&caller.signed.account)).map_err(|_| busy())
}
