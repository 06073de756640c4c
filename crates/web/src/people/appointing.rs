//! What the forms do by which a party appoints its people, and helps them in again: acts of the party, and links of this
//! installation.

use super::inviting::{field_of, named};
use super::link::{MadeLink, may_be_made};
use super::ours::OurPeople;
use super::threshold::Typed;
use crate::entry::Entry;
use crate::error::Trouble;
use crate::furniture::form::{Posted, refused};
use crate::log::{Facts, noted};
use crate::show::{Caller, Site, caller, draw, trouble};
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use desk::renewal::Maker;
use desk::sign_in::{Renews, SignIn};
use desk::{PerformError, Scope};
use ledger::id::RecordId;
use ledger::time::{PartialDate, Stamp};
use ledger::view::AsOf;
use review::act::Act;
use review::actor::Actor;
use review::mandate::Mandate;
use review::noun::Noun;
use review::refusal::Refusal;
use serde_json::{Value, json};
use std::sync::Arc;

pub(super) fn said(address: &str, said: &'static str) -> Response {
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

fn page_of(asked: &Asked<'_>) -> OurPeople {
    let account = &asked.caller.signed.account;
    asked
        .site
        .desk
        .view(&own_scope(asked.actor), |view| OurPeople::look(view, asked.actor, account, asked.people))
}

/// `GET /people`.
pub async fn ours(entry: Entry, State(site): State<Site>) -> Response {
    match appointing(&site, &entry) {
        Ok((people, caller, actor)) => {
            let asked = Asked { site: &site, people: &people, caller: &caller, actor: &actor };
            draw(&site, &entry, &page_of(&asked), StatusCode::OK)
        }
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
    let asked = Asked { site: &site, people: &people, caller: &caller, actor: &actor };
    let done = may_be_made(&entry, &site, &typed).and_then(|()| {
        match (typed.get("deed"), Renews::from_word(typed.get("deed"))) {
            ("invite", _) => invites(&asked, &typed, entry.language.tag()).map(|secret| Some((secret, None))),
            ("renew", _) => renews(&asked, &typed).map(|secret| Some((secret, None))),
            (_, Some(what)) => renews_account(&asked, &typed, what).map(|secret| Some((secret, Some(what)))),
            ("revoke", _) => revokes(&site, &people, &actor, &typed).map(|()| None),
            ("end", _) => ends(&site, &people, &actor, &typed).map(|()| None),
            (deed, _) => Err(Refusal::new("refusal-act-unknown").with("act", review::check::shortened(deed))),
        }
    });
    let mut page = page_of(&asked);
    let answer = match done {
        Ok(Some((secret, what))) => {
            page.link = Some(MadeLink::new(&entry, &site, &secret, what));
            draw(&site, &entry, &page, StatusCode::OK)
        }
        Ok(None) => said("/people", "people-said-changed"),
        Err(refusal) => {
            if typed.get("deed") == "invite" {
                page.errors.push((field_of(&refusal), refused(&refusal)));
                page.inviting.typed = typed.clone();
            } else {
                page.errors.push(("mandates", refused(&refusal)));
            }
            draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
    };
    noted(answer, "deed", deed(&typed))
}

/// What the log says of a deed with people: one that is known, and nothing else that was typed.
pub(super) fn deed(typed: &Posted) -> Facts {
    const KNOWN: &[&str] = &[
        "create",
        "disable",
        "enable",
        "delete",
        "password",
        "second-step",
        "invite",
        "renew",
        "revoke",
        "end",
    ];
    Facts::default().with("deed", KNOWN.iter().copied().find(|known| *known == typed.get("deed")))
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
    let texts = named(typed.get("texts"))?;
    if !texts.is_empty() {
        body["texts"] = json!(texts);
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
    if people.people().account_of_person(body.person).map_err(|_| busy())?.is_some() {
        return Err(Refusal::new("refusal-person-has-account"));
    }
    let before = people.people().invitations_for(&[body.person]).unwrap_or_default();
    for open in before.iter().filter(|open| open.stands(people.now())) {
        people.people().revoke_invitation(&open.id, people.now()).map_err(|_| busy())?;
    }
    let note = before.first().map_or("", |invitation| invitation.note.as_str());
    people.invite(body.person, false, note, Some(&caller.signed.account)).map_err(|_| busy())
}

/// A link for somebody of the party who has an account and cannot come in.
fn renews_account(asked: &Asked<'_>, typed: &Posted, what: Renews) -> Result<String, Refusal> {
    let Asked { site, people, caller, actor } = asked;
    let (_, body) = mandate(site, actor, typed)?;
    let own = site.desk.view(&own_scope(actor), |view| OurPeople::persons(view, actor));
    let maker = Maker::Coordinator(&caller.signed.account, &own);
    let account = people.people().account_of_person(body.person).map_err(|_| busy())?;
    let account = account.ok_or_else(|| Refusal::new("refusal-person-without-account"))?;
    people.make_renewal(&account, what, maker)
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
    let wrong = |_| {
        Refusal::new("refusal-date-malformed").with("date", review::check::shortened(day)).at("body/until")
    };
    day.parse::<PartialDate>().map(|day| Stamp::end_of(day.last_day())).map_err(wrong)
}

fn perform(site: &Site, actor: &Actor, act: Value) -> Result<(), Refusal> {
    let act = Act::read(review::shorthand::write_out_texts(act))?;
    match site.desk.perform(actor, act) {
        Ok(_) => Ok(()),
        Err(PerformError::Refused(refusal)) => Err(refusal),
        Err(PerformError::Store(_)) => Err(busy()),
    }
}

pub(super) fn busy() -> Refusal {
    Refusal::new("refusal-not-written")
}
