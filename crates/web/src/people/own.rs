//! What the forms of one's own account do.

use super::account::AccountPage;
use super::link::Told;
use super::threshold::{Typed, aside, busy, fresh, full, known, onward, problem};
use super::tokens::{self, TokenLine, TokenTyped, Tokens};
use crate::entry::Entry;
use crate::error::Trouble;
use crate::furniture::form::{Errors, Posted};
use crate::show::{Caller, Site, draw, trouble};
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use desk::sign_in::{NotIn, SignIn};
use desk::token::{LONGEST_DAYS, LONGEST_NAME, NewToken};
use ledger::id::{hex, unhex};
use words::Message;

fn account_page(site: &Site, people: &SignIn, caller: &Caller) -> AccountPage {
    let account = &caller.signed.account;
    AccountPage {
        login: account.login.clone(),
        name: account.name.clone(),
        second_step: account.totp.is_some(),
        held: caller.held,
        recovery_left: people.people().recovery_left(&account.id).unwrap_or_default(),
        proposed: None,
        once: Vec::new(),
        here: caller.signed.session.id.clone(),
        sessions: people.people().sessions(&account.id).unwrap_or_default(),
        devices: people.people().devices(&account.id).unwrap_or_default(),
        told: Told::of(people, &account.id),
        tokens: Tokens {
            lines: token_lines(people, caller),
            now: people.now(),
            acts: caller.actor.is_some(),
            typed: TokenTyped::default(),
        },
        passkeys: site.passkeys.as_ref().map(|_| people.people().passkeys(&account.id).unwrap_or_default()),
        errors: Errors::new(),
    }
}

fn token_lines(people: &SignIn, caller: &Caller) -> Vec<TokenLine> {
    let tokens = people.people().tokens(&caller.signed.account.id).unwrap_or_default();
    let standing = |mandate| caller.mandates.iter().find(|standing| standing.mandate == mandate).cloned();
    tokens.into_iter().map(|token| TokenLine { standing: standing(token.mandate), token }).collect()
}

/// `GET /account`.
pub async fn account(entry: Entry, State(site): State<Site>) -> Response {
    match known(&site, &entry) {
        Ok((people, caller)) => draw(&site, &entry, &account_page(&site, &people, &caller), StatusCode::OK),
        Err(answer) => *answer,
    }
}

/// `POST /account/password`.
pub async fn changes_password(entry: Entry, State(site): State<Site>, Form(typed): Typed) -> Response {
    let (people, caller) = match known(&site, &entry) {
        Ok(known) => known,
        Err(answer) => return *answer,
    };
    let typed = Posted::read(typed);
    let (old, new) = (typed.exact("old").to_owned(), typed.exact("new").to_owned());
    let (door, signed) = (people.clone(), caller.signed.clone());
    match aside(&site, &entry, true, move || door.change_password(&signed, &old, &new)).await {
        Some(Ok(())) => onward("/account", Some("people-said-password")),
        Some(Err(error)) => {
            let mut page = account_page(&site, &people, &caller);
            let field = if error == NotIn::Wrong { "old" } else { "new" };
            page.errors.push((field, problem(&error).1));
            draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
        None => {
            let mut page = account_page(&site, &people, &caller);
            page.errors.push(("old", full()));
            busy(&site, &entry, &page)
        }
    }
}

/// `POST /account/second-step`: proposes one.
pub async fn proposes_second_step(entry: Entry, State(site): State<Site>) -> Response {
    let (people, caller) = match fresh(&site, &entry, "/account") {
        Ok(known) => known,
        Err(answer) => return *answer,
    };
    let mut page = account_page(&site, &people, &caller);
    page.proposed =
        people.propose_totp(&caller.signed, &site.name).map(|(secret, address)| (hex(&secret), address));
    draw(&site, &entry, &page, StatusCode::OK)
}

/// `POST /account/second-step/confirm`.
pub async fn confirms_second_step(entry: Entry, State(site): State<Site>, Form(typed): Typed) -> Response {
    let (people, caller) = match fresh(&site, &entry, "/account") {
        Ok(known) => known,
        Err(answer) => return *answer,
    };
    let typed = Posted::read(typed);
    let Some(secret) = unhex::<20>(typed.get("secret")) else { return onward("/account", None) };
    let mut page = account_page(&site, &people, &caller);
    match people.confirm_totp(&caller.signed, &secret, typed.get("code")) {
        Ok(codes) => {
            page.once = codes;
            page.second_step = true;
            page.held = false;
            page.recovery_left = 10;
            draw(&site, &entry, &page, StatusCode::OK)
        }
        Err(_) => {
            page.errors.push(("code", Message::new("people-error-wrong")));
            let address = people.totp_address(&caller.signed, &secret, &site.name);
            page.proposed = address.map(|address| (hex(&secret), address));
            draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// `POST /account/second-step/end`.
pub async fn ends_second_step(entry: Entry, State(site): State<Site>, Form(typed): Typed) -> Response {
    let (people, caller) = match known(&site, &entry) {
        Ok(known) => known,
        Err(answer) => return *answer,
    };
    let typed = Posted::read(typed);
    let (password, code) = (typed.exact("password").to_owned(), typed.get("code").to_owned());
    let (door, signed) = (people.clone(), caller.signed.clone());
    match aside(&site, &entry, true, move || door.end_totp(&signed, &password, Some(&code))).await {
        Some(Ok(())) => onward("/account", Some("people-said-second-step-ended")),
        Some(Err(error)) => {
            let mut page = account_page(&site, &people, &caller);
            page.errors.push(problem(&error));
            draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
        None => {
            let mut page = account_page(&site, &people, &caller);
            page.errors.push(("password", full()));
            busy(&site, &entry, &page)
        }
    }
}

/// `POST /account/sessions/end`.
pub async fn ends_sessions(entry: Entry, State(site): State<Site>, Form(typed): Typed) -> Response {
    let (people, caller) = match fresh(&site, &entry, "/account") {
        Ok(known) => known,
        Err(answer) => return *answer,
    };
    let typed = Posted::read(typed);
    let account = &caller.signed.account.id;
    let ended = match typed.get("all") {
        "yes" => people.end_elsewhere(&caller.signed),
        _ => people.people().end_session(account, typed.get("session")),
    };
    match ended {
        Ok(()) => onward("/account", Some("people-said-sessions")),
        Err(_) => trouble(&site, &entry, &Trouble::Internal),
    }
}

/// `POST /account/tokens`.
pub async fn makes_token(entry: Entry, State(site): State<Site>, Form(typed): Typed) -> Response {
    let (people, caller) = match fresh(&site, &entry, "/account") {
        Ok(known) => known,
        Err(answer) => return *answer,
    };
    let typed = Posted::read(typed);
    let Some(actor) = &caller.actor else { return onward("/acting", None) };
    let mut page = account_page(&site, &people, &caller);
    page.tokens.typed = TokenTyped {
        name: typed.get("token-name").to_owned(),
        days: typed.get("days").to_owned(),
        may_act: typed.get("may-act") == "yes",
        acts: typed.get("acts").to_owned(),
    };
    let new = match new_token(&page.tokens.typed) {
        Ok(new) => new,
        Err(error) => {
            page.errors.push(error);
            return draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    match people.make_token(&caller.signed, (actor.by.person, actor.by.mandate), new) {
        Ok(secret) => {
            page = account_page(&site, &people, &caller);
            page.once = vec![secret];
            draw(&site, &entry, &page, StatusCode::OK)
        }
        Err(_) => trouble(&site, &entry, &Trouble::Internal),
    }
}

/// What a new token is to be, or which field is wrong.
fn new_token(typed: &TokenTyped) -> Result<NewToken, (&'static str, Message)> {
    if !(1..=LONGEST_NAME).contains(&typed.name.chars().count()) {
        return Err(("token-name", Message::new("people-error-length")));
    }
    let days = tokens::days(&typed.days)
        .ok_or_else(|| ("days", Message::new("people-error-days").with("count", LONGEST_DAYS)))?;
    let acts = tokens::acts(&typed.acts)
        .map_err(|word| ("acts", Message::new("refusal-act-unknown").with("act", word)))?;
    Ok(NewToken { name: typed.name.clone(), may_act: typed.may_act, acts, days })
}

/// `POST /account/tokens/revoke`.
pub async fn revokes_token(entry: Entry, State(site): State<Site>, Form(typed): Typed) -> Response {
    let (people, caller) = match known(&site, &entry) {
        Ok(known) => known,
        Err(answer) => return *answer,
    };
    let token = Posted::read(typed).get("token").to_owned();
    match people.people().revoke_token(&caller.signed.account.id, &token, people.now()) {
        Ok(()) => onward("/account", Some("people-said-token-revoked")),
        Err(_) => trouble(&site, &entry, &Trouble::Internal),
    }
}
