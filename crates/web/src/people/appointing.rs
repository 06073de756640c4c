//! What the forms do by which people are appointed: acts of a party, and invitations of this installation.

use super::operator::OperatorPage;
use super::ours::OurPeople;
use super::threshold::Typed;
use crate::entry::Entry;
use crate::error::Trouble;
use crate::furniture::form::{Posted, refused};
use crate::show::{Caller, Site, caller, draw, trouble};
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use desk::sign_in::SignIn;
use desk::{PerformError, Scope};
use ledger::id::RecordId;
use ledger::owner::{Origin, World};
use ledger::time::{PartialDate, Stamp};
use ledger::view::AsOf;
use review::act::Act;
use review::actor::Actor;
use review::mandate::Mandate;
use review::noun::Noun;
use review::refusal::Refusal;
use serde_json::{Value, json};
use std::sync::Arc;

fn said(address: &str, said: &'static str) -> Response {
    Redirect::to(&format!("{address}?said={said}")).into_response()
}

/// Who appoints: somebody who acts for an owner and may write its mandates. Everybody else finds nothing here.
fn appointing(site: &Site, entry: &Entry) -> Result<(Arc<SignIn>, Caller, Actor), Box<Response>> {
    let found = site.sign_in.clone().zip(caller(site, entry));
    let Some((people, caller)) = found else {
        return Err(Box::new(Redirect::to(&format!("/sign-in?next={}", entry.path)).into_response()));
    };
    match caller.actor.clone().filter(|actor| Mandate::WRITERS.contains(&actor.role)) {
        Some(actor) => Ok((people, caller, actor)),
        None => Err(Box::new(trouble(site, entry, &Trouble::NotFound))),
    }
}

fn own_scope(actor: &Actor) -> Scope {
    Scope { reader: actor.reader.clone(), as_of: AsOf::Now, world: actor.origin.world() }
}

fn page_of(site: &Site, people: &SignIn, actor: &Actor) -> OurPeople {
    site.desk.view(&own_scope(actor), |view| OurPeople::look(view, actor, people))
}

/// `GET /people`.
pub async fn ours(entry: Entry, State(site): State<Site>) -> Response {
    match appointing(&site, &entry) {
        Ok((people, _, actor)) => draw(&site, &entry, &page_of(&site, &people, &actor), StatusCode::OK),
        Err(answer) => *answer,
    }
}

/// `POST /people`: invites, renews, revokes or ends.
pub async fn appoints(entry: Entry, State(site): State<Site>, Form(typed): Typed) -> Response {
    let (people, caller, actor) = match appointing(&site, &entry) {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    if !caller.signed.fresh {
        return Redirect::to("/sign-in/again?next=/people").into_response();
    }
    let typed = Posted::read(typed);
    let done = match typed.get("deed") {
        "invite" => {
            let asked = Asked { site: &site, people: &people, caller: &caller, actor: &actor };
            invites(&asked, &typed, entry.language.tag()).map(Some)
        }
        "renew" => {
            let asked = Asked { site: &site, people: &people, caller: &caller, actor: &actor };
            renews(&asked, &typed).map(Some)
        }
        "revoke" => revokes(&site, &people, &actor, &typed).map(|()| None),
        "end" => ends(&site, &people, &actor, &typed).map(|()| None),
        _ => Err(Refusal::new("refusal-act-unknown").with("act", typed.get("deed"))),
    };
    match done {
        Ok(Some(secret)) => {
            let mut page = page_of(&site, &people, &actor);
            page.link = Some(address_of(&entry, &site, &secret));
            draw(&site, &entry, &page, StatusCode::OK)
        }
        Ok(None) => said("/people", "people-said-changed"),
        Err(refusal) => {
            let mut page = page_of(&site, &people, &actor);
            page.note = typed.get("note").to_owned();
            page.errors.push(("note", refused(&refusal)));
            draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// The whole link, by the host under which the browser asked.
fn address_of(entry: &Entry, site: &Site, secret: &str) -> String {
    let scheme = if site.secure { "https" } else { "http" };
    format!("{scheme}://{}/invitations/{secret}", entry.host)
}

/// Who asks for something, and where.
struct Asked<'a> {
    site: &'a Site,
    people: &'a SignIn,
    caller: &'a Caller,
    actor: &'a Actor,
}

/// A mandate for a new person, and the invitation by which the person makes an account. `language`: that of the page.
fn invites(asked: &Asked<'_>, typed: &Posted, language: &str) -> Result<String, Refusal> {
    let Asked { site, people, caller, actor } = asked;
    let note = typed.get("note");
    if note.is_empty() {
        return Err(Refusal::new("refusal-text-empty"));
    }
    let person = people.person();
    let mut body = json!({"person": person, "role": typed.get("role"), "from": people.now()});
    let agencies: Vec<&String> = typed.all("agency").iter().collect();
    if !agencies.is_empty() {
        body["agencies"] = json!(agencies);
    }
    if !typed.get("note-verbale").is_empty() {
        let tag = language;
        body["note_verbale"] = json!({"original": tag, tag: typed.get("note-verbale")});
    }
    if !typed.get("until").is_empty() {
        body["until"] = json!(end_of(typed.get("until"))?);
    }
    let act = json!({"act": "mandate", "id": people.person(), "record": people.person(), "body": body});
    perform(site, actor, act)?;
    people.invite(person, false, note, Some(&caller.signed.account)).map_err(|_| busy())
}

fn renews(asked: &Asked<'_>, typed: &Posted) -> Result<String, Refusal> {
    let Asked { site, people, caller, actor } = asked;
    let (_, body) = mandate(site, actor, typed)?;
    let before = people.people().invitations_for(&[body.person]).unwrap_or_default();
    for open in before.iter().filter(|open| open.stands(people.now())) {
        people.people().revoke_invitation(&open.id, people.now()).map_err(|_| busy())?;
    }
    let note = before.first().map_or("", |invitation| invitation.note.as_str());
    people.invite(body.person, false, note, Some(&caller.signed.account)).map_err(|_| busy())
}

fn revokes(site: &Site, people: &SignIn, actor: &Actor, typed: &Posted) -> Result<(), Refusal> {
    let (_, body) = mandate(site, actor, typed)?;
    for open in people.people().invitations_for(&[body.person]).unwrap_or_default() {
        people.people().revoke_invitation(&open.id, people.now()).map_err(|_| busy())?;
    }
    Ok(())
}

fn ends(site: &Site, people: &SignIn, actor: &Actor, typed: &Posted) -> Result<(), Refusal> {
    let (record, body) = mandate(site, actor, typed)?;
    let ended = Mandate { until: Some(people.now()), ..body };
    let act = json!({
        "act": "mandate", "id": people.person(), "record": record, "base": "newest", "body": ended,
    });
    perform(site, actor, act)?;
    revokes(site, people, actor, typed)
}

/// The mandate that a form names, if it is the actor's party's.
fn mandate(site: &Site, actor: &Actor, typed: &Posted) -> Result<(RecordId, Mandate), Refusal> {
    let unknown = || {
        Refusal::new("refusal-record-unknown").with("record", review::check::shortened(typed.get("mandate")))
    };
    let record: RecordId = typed.get("mandate").parse().map_err(|_| unknown())?;
    let found = site.desk.view(&own_scope(actor), |view| {
        view.find::<Mandate>(record)
            .filter(|seen| seen.owner.id == actor.owner)
            .map(|seen| (*seen.body).clone())
    });
    found.map(|body| (record, body)).ok_or_else(unknown)
}

fn end_of(day: &str) -> Result<Stamp, Refusal> {
    let wrong = |_| Refusal::new("refusal-date-malformed").with("date", review::check::shortened(day));
    day.parse::<PartialDate>().map(|day| Stamp::end_of(day.last_day())).map_err(wrong)
}

fn perform(site: &Site, actor: &Actor, act: Value) -> Result<(), Refusal> {
    let act = Act::read(review::shorthand::write_out(act))?;
    match site.desk.perform(actor, act) {
        Ok(_) => Ok(()),
        Err(PerformError::Refused(refusal)) => Err(refusal),
        Err(PerformError::Store(_)) => Err(busy()),
    }
}

fn busy() -> Refusal {
    Refusal::new("refusal-not-written")
}

/// Who runs this installation. Everybody else finds nothing here.
fn operating(site: &Site, entry: &Entry) -> Result<(Arc<SignIn>, Caller), Box<Response>> {
    let found = site.sign_in.clone().zip(caller(site, entry));
    let Some((people, caller)) = found else {
        return Err(Box::new(Redirect::to(&format!("/sign-in?next={}", entry.path)).into_response()));
    };
    match caller.signed.account.operator {
        true => Ok((people, caller)),
        false => Err(Box::new(trouble(site, entry, &Trouble::NotFound))),
    }
}

fn operator_page(site: &Site, people: &SignIn) -> OperatorPage {
    site.desk.view(&Scope::public().of(World::Record), |view| OperatorPage::look(view, people))
}

/// `GET /operator`.
pub async fn operator(entry: Entry, State(site): State<Site>) -> Response {
    match operating(&site, &entry) {
        Ok((people, _)) => draw(&site, &entry, &operator_page(&site, &people), StatusCode::OK),
        Err(answer) => *answer,
    }
}

/// `POST /operator`: creates a party with its first coordinator, or disables or enables an account.
pub async fn operates(entry: Entry, State(site): State<Site>, Form(typed): Typed) -> Response {
    let (people, caller) = match operating(&site, &entry) {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    if !caller.signed.fresh {
        return Redirect::to("/sign-in/again?next=/operator").into_response();
    }
    let typed = Posted::read(typed);
    let since = match typed.get("deed") {
        "create" => return creates(&site, &entry, &people, &caller, &typed),
        "disable" if typed.get("account") != caller.signed.account.id => Some(people.now()),
        _ => None,
    };
    match people.people().set_disabled(typed.get("account"), since) {
        Ok(()) => said("/operator", "people-said-changed"),
        Err(_) => trouble(&site, &entry, &Trouble::Internal),
    }
}

fn creates(site: &Site, entry: &Entry, people: &SignIn, caller: &Caller, typed: &Posted) -> Response {
    let mut page = operator_page(site, people);
    page.typed = ["label", "name-en", "name-ru", "note"].map(|field| typed.get(field).to_owned());
    match created(site, people, caller, typed) {
        Ok(secret) => {
            page = operator_page(site, people);
            page.link = Some(address_of(entry, site, &secret));
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
    let act = Act::read(review::shorthand::write_out(act))?;
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
