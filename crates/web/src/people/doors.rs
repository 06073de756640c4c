//! What the forms of this family do: each answers with its page again, or goes on to the next.

use super::account::AccountPage;
use super::acting::Acting;
use super::invitation::InvitationPage;
use super::sign_in::SignInPage;
use super::tokens::{self, TokenLine, TokenTyped, Tokens};
use crate::answer::give_cookie;
use crate::entry::{DEVICE, Entry, SESSION};
use crate::error::Trouble;
use crate::furniture::form::{Errors, Posted};
use crate::show::{Caller, Site, caller, draw, trouble};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use desk::sign_in::{NewAccount, NotIn, SHORTEST, SignIn};
use desk::token::{LONGEST_DAYS, LONGEST_NAME, NewToken};
use ledger::id::{RecordId, hex, unhex};
use std::sync::Arc;
use words::Message;

/// A posted form.
pub type Typed = Form<Vec<(String, String)>>;

/// On to another page; what was done is said there.
fn onward(address: &str, said: Option<&'static str>) -> Response {
    match said {
        Some(said) => Redirect::to(&format!("{address}?said={said}")).into_response(),
        None => Redirect::to(address).into_response(),
    }
}

/// A page of this installation to go to: never another host's.
fn within(next: &str) -> &str {
    let plain = next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\r', '\n']);
    if plain { next } else { "/" }
}

/// The one who is signed in, with the door of people; whoever is not is sent to sign in.
fn known(site: &Site, entry: &Entry) -> Result<(Arc<SignIn>, Caller), Box<Response>> {
    let Some(sign_in) = site.sign_in.clone() else {
        return Err(Box::new(trouble(site, entry, &Trouble::NotFound)));
    };
    match caller(site, entry) {
        Some(caller) => Ok((sign_in, caller)),
        None => Err(Box::new(Redirect::to(&format!("/sign-in?next={}", entry.path)).into_response())),
    }
}

/// The same, for somebody whose password was given lately.
fn fresh(site: &Site, entry: &Entry) -> Result<(Arc<SignIn>, Caller), Box<Response>> {
    let (sign_in, caller) = known(site, entry)?;
    match caller.signed.fresh {
        true => Ok((sign_in, caller)),
        false => Err(Box::new(Redirect::to(&format!("/sign-in/again?next={}", entry.path)).into_response())),
    }
}

fn problem(error: &NotIn) -> (&'static str, Message) {
    match error {
        NotIn::Wrong => ("password", Message::new("people-error-wrong")),
        NotIn::Code => ("code", Message::new("people-error-code")),
        NotIn::Wait(seconds) => ("password", Message::new("people-error-wait").with("count", *seconds)),
        NotIn::Invitation => ("login", Message::new("people-error-invitation")),
        NotIn::Taken => ("login", Message::new("people-error-taken")),
        NotIn::Length("password") => {
            ("password", Message::new("people-error-password-length").with("count", SHORTEST))
        }
        NotIn::Length(field) => (field, Message::new("people-error-length")),
        NotIn::Store(_) => ("login", Message::new("people-error-store")),
    }
}

/// Runs what takes its time on purpose where it holds up nobody else.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    tokio::task::spawn_blocking(work).await.ok()
}

fn sign_in_page(site: &Site, login: &str, next: &str) -> SignInPage {
    let ready = site.ready.iter().map(|(login, name)| (login.clone(), name.clone())).collect();
    SignInPage {
        login: login.to_owned(),
        next: within(next).to_owned(),
        code: false,
        again: false,
        ready,
        ready_password: (!site.ready.is_empty()).then_some(READY_PASSWORD),
        errors: Errors::new(),
    }
}

/// The password of the accounts that a demonstration has ready, said on its page.
pub const READY_PASSWORD: &str = "exercise-on-the-lake";

/// `GET /sign-in`.
pub async fn sign_in(entry: Entry, State(site): State<Site>) -> Response {
    if site.sign_in.is_none() {
        return trouble(&site, &entry, &Trouble::NotFound);
    }
    let page = sign_in_page(&site, "", entry.asked("next").unwrap_or("/"));
    draw(&site, &entry, &page, StatusCode::OK)
}

/// `POST /sign-in`.
pub async fn signs_in(entry: Entry, State(site): State<Site>, Form(typed): Typed) -> Response {
    let Some(people) = site.sign_in.clone() else { return trouble(&site, &entry, &Trouble::NotFound) };
    let typed = Posted::read(typed);
    let (login, password) = (typed.get("login").to_owned(), typed.exact("password").to_owned());
    let (code, device, agent) = (typed.get("code").to_owned(), entry.device.clone(), entry.agent.clone());
    let told = login.clone();
    let tried =
        aside(move || people.sign_in(&login, &password, Some(&code), device.as_deref(), &agent)).await;
    match tried {
        Some(Ok(secret)) => welcomed(&site, &secret, within(typed.get("next"))),
        Some(Err(error)) => {
            let mut page = sign_in_page(&site, &told, typed.get("next"));
            page.code = error == NotIn::Code || !typed.get("code").is_empty();
            page.errors.push(problem(&error));
            draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
        None => trouble(&site, &entry, &Trouble::Busy),
    }
}

/// Gives the browser its session, and the device a name by which it is known again.
fn welcomed(site: &Site, secret: &str, next: &str) -> Response {
    let mut response = onward(next, None);
    give_cookie(&mut response, SESSION, secret, site.secure);
    let people = site.sign_in.as_ref();
    let account = people.and_then(|people| people.who(secret).ok()?).map(|signed| signed.account);
    let device = people.zip(account).and_then(|(people, account)| people.remember_device(&account).ok());
    if let Some(device) = device {
        give_cookie(&mut response, DEVICE, &device, site.secure);
    }
    response
}

/// `GET /sign-in/again`.
pub async fn again(entry: Entry, State(site): State<Site>) -> Response {
    match known(&site, &entry) {
        Ok(_) => {
            let page =
                SignInPage { again: true, ..sign_in_page(&site, "", entry.asked("next").unwrap_or("/")) };
            draw(&site, &entry, &page, StatusCode::OK)
        }
        Err(answer) => *answer,
    }
}

/// `POST /sign-in/again`.
pub async fn signs_in_again(entry: Entry, State(site): State<Site>, Form(typed): Typed) -> Response {
    let (people, caller) = match known(&site, &entry) {
        Ok(known) => known,
        Err(answer) => return *answer,
    };
    let typed = Posted::read(typed);
    let password = typed.exact("password").to_owned();
    match aside(move || people.refresh(&caller.signed, &password)).await {
        Some(Ok(())) => onward(within(typed.get("next")), None),
        Some(Err(error)) => {
            let mut page = SignInPage { again: true, ..sign_in_page(&site, "", typed.get("next")) };
            page.errors.push(problem(&error));
            draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
        None => trouble(&site, &entry, &Trouble::Busy),
    }
}

/// `POST /sign-out`.
pub async fn signs_out(entry: Entry, State(site): State<Site>) -> Response {
    if let Ok((people, caller)) = known(&site, &entry) {
        // A session that cannot be ended now runs out by itself; the browser forgets it in any case.
        let _ = people.people().end_session(&caller.signed.account.id, &caller.signed.session.id);
    }
    let mut response = onward("/", None);
    give_cookie(&mut response, SESSION, "", site.secure);
    response
}

/// `GET /invitations/{secret}`.
pub async fn invitation(entry: Entry, State(site): State<Site>, Path(secret): Path<String>) -> Response {
    match invitation_page(&site, &entry, &secret) {
        Some(page) => draw(&site, &entry, &page, StatusCode::OK),
        None => trouble(&site, &entry, &Trouble::NotFound),
    }
}

fn invitation_page(site: &Site, entry: &Entry, secret: &str) -> Option<InvitationPage> {
    let invitation = site.sign_in.as_ref()?.invitation(secret).ok()??;
    Some(InvitationPage {
        address: format!("/invitations/{secret}"),
        note: invitation.note,
        expires: invitation.expires,
        login: String::new(),
        name: String::new(),
        signed_in_as: caller(site, entry).map(|caller| caller.signed.account.name),
        errors: Errors::new(),
    })
}

/// `POST /invitations/{secret}`.
pub async fn accepts(
    entry: Entry,
    State(site): State<Site>,
    Path(secret): Path<String>,
    Form(typed): Typed,
) -> Response {
    let typed = Posted::read(typed);
    let Some(mut page) = invitation_page(&site, &entry, &secret) else {
        return trouble(&site, &entry, &Trouble::NotFound);
    };
    // A page without people has no invitation either.
    let Some(people) = site.sign_in.clone() else { return trouble(&site, &entry, &Trouble::NotFound) };
    let new = NewAccount {
        login: typed.get("login").to_owned(),
        name: typed.get("name").to_owned(),
        password: typed.exact("password").to_owned(),
    };
    (page.login, page.name) = (new.login.clone(), new.name.clone());
    if let Some(caller) = caller(&site, &entry).filter(|_| typed.get("join") == "yes") {
        return match people.join(&secret, &caller.signed.account) {
            Ok(()) => onward("/acting", Some("people-said-joined")),
            Err(_) => trouble(&site, &entry, &Trouble::NotFound),
        };
    }
    let agent = entry.agent.clone();
    match aside(move || people.accept(&secret, new, &agent)).await {
        Some(Ok(session)) => welcomed(&site, &session, "/acting"),
        Some(Err(error)) => {
            page.errors.push(problem(&error));
            draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
        None => trouble(&site, &entry, &Trouble::Busy),
    }
}

/// `GET /acting`.
pub async fn acting(entry: Entry, State(site): State<Site>) -> Response {
    match known(&site, &entry) {
        Ok((_, caller)) => {
            let chosen = caller.actor.as_ref().map(|actor| actor.by.mandate);
            draw(&site, &entry, &Acting::of(&caller.mandates, chosen), StatusCode::OK)
        }
        Err(answer) => *answer,
    }
}

/// `POST /acting`.
pub async fn chooses(entry: Entry, State(site): State<Site>, Form(typed): Typed) -> Response {
    let (people, caller) = match known(&site, &entry) {
        Ok(known) => known,
        Err(answer) => return *answer,
    };
    let asked = Posted::read(typed).get("mandate").parse::<RecordId>().ok();
    let chosen = asked.filter(|asked| caller.mandates.iter().any(|standing| standing.mandate == *asked));
    let Some(standing) = chosen else { return trouble(&site, &entry, &Trouble::NotFound) };
    match people.choose(&caller.signed, Some(standing)) {
        Ok(()) => onward("/acting", Some("people-said-acting")),
        Err(_) => trouble(&site, &entry, &Trouble::Internal),
    }
}

fn account_page(people: &SignIn, caller: &Caller) -> AccountPage {
    let account = &caller.signed.account;
    AccountPage {
        login: account.login.clone(),
        name: account.name.clone(),
        second_step: account.totp.is_some(),
        recovery_left: people.people().recovery_left(&account.id).unwrap_or_default(),
        proposed: None,
        once: Vec::new(),
        here: caller.signed.session.id.clone(),
        sessions: people.people().sessions(&account.id).unwrap_or_default(),
        tokens: Tokens {
            lines: token_lines(people, caller),
            now: people.now(),
            acts: caller.actor.is_some(),
            typed: TokenTyped::default(),
        },
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
        Ok((people, caller)) => draw(&site, &entry, &account_page(&people, &caller), StatusCode::OK),
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
    match aside(move || door.change_password(&signed, &old, &new)).await {
        Some(Ok(())) => onward("/account", Some("people-said-password")),
        Some(Err(error)) => {
            let mut page = account_page(&people, &caller);
            let field = if error == NotIn::Wrong { "old" } else { "new" };
            page.errors.push((field, problem(&error).1));
            draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
        None => trouble(&site, &entry, &Trouble::Busy),
    }
}

/// `POST /account/second-step`: proposes one.
pub async fn proposes_second_step(entry: Entry, State(site): State<Site>) -> Response {
    let (people, caller) = match fresh(&site, &entry) {
        Ok(known) => known,
        Err(answer) => return *answer,
    };
    let mut page = account_page(&people, &caller);
    page.proposed =
        people.propose_totp(&caller.signed, &site.name).map(|(secret, address)| (hex(&secret), address));
    draw(&site, &entry, &page, StatusCode::OK)
}

/// `POST /account/second-step/confirm`.
pub async fn confirms_second_step(entry: Entry, State(site): State<Site>, Form(typed): Typed) -> Response {
    let (people, caller) = match fresh(&site, &entry) {
        Ok(known) => known,
        Err(answer) => return *answer,
    };
    let typed = Posted::read(typed);
    let Some(secret) = unhex::<20>(typed.get("secret")) else { return onward("/account", None) };
    let mut page = account_page(&people, &caller);
    match people.confirm_totp(&caller.signed, &secret, typed.get("code")) {
        Ok(codes) => {
            page.once = codes;
            page.second_step = true;
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
    let password = Posted::read(typed).exact("password").to_owned();
    let (door, signed) = (people.clone(), caller.signed.clone());
    match aside(move || door.end_totp(&signed, &password)).await {
        Some(Ok(())) => onward("/account", Some("people-said-second-step-ended")),
        _ => {
            let mut page = account_page(&people, &caller);
            page.errors.push(("password", Message::new("people-error-wrong")));
            draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// `POST /account/sessions/end`.
pub async fn ends_sessions(entry: Entry, State(site): State<Site>, Form(typed): Typed) -> Response {
    let (people, caller) = match known(&site, &entry) {
        Ok(known) => known,
        Err(answer) => return *answer,
    };
    let typed = Posted::read(typed);
    let account = &caller.signed.account.id;
    let ended = match typed.get("all") {
        "yes" => people.people().end_sessions(account, Some(&caller.signed.session.id)),
        _ => people.people().end_session(account, typed.get("session")),
    };
    match ended {
        Ok(()) => onward("/account", Some("people-said-sessions")),
        Err(_) => trouble(&site, &entry, &Trouble::Internal),
    }
}

/// `POST /account/tokens`.
pub async fn makes_token(entry: Entry, State(site): State<Site>, Form(typed): Typed) -> Response {
    let (people, caller) = match fresh(&site, &entry) {
        Ok(known) => known,
        Err(answer) => return *answer,
    };
    let typed = Posted::read(typed);
    let Some(actor) = &caller.actor else { return onward("/acting", None) };
    let mut page = account_page(&people, &caller);
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
            page = account_page(&people, &caller);
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
