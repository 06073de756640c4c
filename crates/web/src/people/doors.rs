//! The doors: signing in and out, invitations, and for whom one acts.

use super::acting::Acting;
use super::invitation::InvitationPage;
use super::renewal::RenewalPage;
use super::sign_in::SignInPage;
use super::threshold::{Typed, aside, busy, full, known, onward, problem, within};
use crate::answer::{give_cookie, take_cookie};
use crate::entry::{DEVICE, EXERCISE, Entry, SESSION};
use crate::error::Trouble;
use crate::furniture::form::{Errors, Posted};
use crate::log::{Facts, noted};
use crate::show::{Caller, Site, caller, draw, trouble};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use desk::invited::NewAccount;
use desk::people::Standing;
use desk::sign_in::{Account, NotIn, Renews, SignIn};
use ledger::id::RecordId;
use ledger::owner::World;
use std::sync::Arc;

fn sign_in_page(site: &Site, login: &str, next: &str) -> SignInPage {
    let ready = site.ready.iter().map(|(login, name)| (login.clone(), name.clone())).collect();
    SignInPage {
        login: login.to_owned(),
        next: within(next).to_owned(),
        code: false,
        again: false,
        passkeys: site.passkeys.is_some(),
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
    let (code, browser) = (typed.get("code").to_owned(), entry.browser());
    let told = login.clone();
    let known = people.knows(&browser);
    let work = move || people.sign_in(&login, &password, Some(&code), &browser);
    let tried = aside(&site, &entry, known, work).await;
    let facts = tried_facts(&site, &told, typed.get("code"), tried.as_ref());
    let answer = match tried {
        Some(Ok(secret)) => welcomed(&site, &entry, &secret, within(typed.get("next"))),
        Some(Err(error)) => {
            let mut page = sign_in_page(&site, &told, typed.get("next"));
            page.code = error == NotIn::Code || !typed.get("code").is_empty();
            page.errors.push(problem(&error));
            draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
        None => {
            let mut page = sign_in_page(&site, &told, typed.get("next"));
            page.code = !typed.get("code").is_empty();
            page.errors.push(("password", full()));
            busy(&site, &entry, &page)
        }
    };
    noted(answer, "sign-in", facts)
}

/// What the log says of a sign-in: whose it was, if there is such an account, what came of it, and by what.
fn tried_facts(site: &Site, login: &str, code: &str, tried: Option<&Result<String, NotIn>>) -> Facts {
    let result = match tried {
        None => "busy",
        Some(Ok(_)) => "good",
        Some(Err(NotIn::Code)) => "code",
        Some(Err(NotIn::Wait(_))) => "wait",
        Some(Err(NotIn::Store(_))) => "fault",
        Some(Err(_)) => "wrong",
    };
    let people = site.sign_in.as_ref().filter(|_| site.log.is_kept()).map(|people| people.people());
    let account = people.and_then(|people| people.account_of_login(login).ok()?);
    let second = account.as_ref().is_some_and(|account| account.totp.is_some()) && result == "good";
    let factors = match code.chars().filter(char::is_ascii_alphanumeric).count() {
        _ if !second => vec!["password"],
        0..=6 => vec!["password", "authenticator"],
        _ => vec!["password", "recovery-code"],
    };
    Facts::default()
        .with("result", result)
        .with("account", account.map(|account| account.id))
        .with("factors", (result == "good").then_some(factors))
}

/// Gives the browser its session, and the device a name by which it is known again.
fn welcomed(site: &Site, entry: &Entry, secret: &str, next: &str) -> Response {
    let mut response = onward(home(site, secret).filter(|_| next == "/").unwrap_or(next), None);
    welcomed_to(site, entry, secret, &mut response);
    response
}

/// The cookies of somebody who has just come in.
pub(super) fn welcomed_to(site: &Site, entry: &Entry, secret: &str, response: &mut Response) {
    give_cookie(response, SESSION, secret, site.secure);
    let people = site.sign_in.as_ref();
    let account = people.and_then(|people| people.who(secret).ok()?).map(|signed| signed.account);
    let remembered =
        |(people, account): (&Arc<SignIn>, Account)| people.remember_device(&account, &entry.browser()).ok();
    let device = people.zip(account).and_then(remembered);
    if let Some(device) = device {
        give_cookie(response, DEVICE, &device, site.secure);
    }
}

/// Where somebody begins who came from nowhere: in the exercise, if he acts for nobody but its parties.
fn home(site: &Site, secret: &str) -> Option<&'static str> {
    let signed = site.sign_in.as_ref()?.who(secret).ok()??;
    let mandates = site.desk.mandates(&signed.persons);
    let fictional = |standing: &Standing| standing.owner.origin.world() == World::Exercise;
    (!mandates.is_empty() && mandates.iter().all(fictional)).then_some(EXERCISE)
}

fn again_page(site: &Site, caller: &Caller, next: &str) -> SignInPage {
    let code = caller.signed.account.totp.is_some();
    SignInPage { again: true, code, ..sign_in_page(site, "", next) }
}

/// `GET /sign-in/again`.
pub async fn again(entry: Entry, State(site): State<Site>) -> Response {
    match known(&site, &entry) {
        Ok((_, caller)) => {
            let page = again_page(&site, &caller, entry.asked("next").unwrap_or("/"));
            draw(&site, &entry, &page, StatusCode::OK)
        }
        Err(answer) => *answer,
    }
}

/// `POST /sign-in/again`: the session gets a new secret.
pub async fn signs_in_again(entry: Entry, State(site): State<Site>, Form(typed): Typed) -> Response {
    let (people, caller) = match known(&site, &entry) {
        Ok(known) => known,
        Err(answer) => return *answer,
    };
    let typed = Posted::read(typed);
    let (password, code) = (typed.exact("password").to_owned(), typed.get("code").to_owned());
    let mut page = again_page(&site, &caller, typed.get("next"));
    match aside(&site, &entry, true, move || people.refresh(&caller.signed, &password, Some(&code))).await {
        Some(Ok(secret)) => {
            let mut response = onward(within(typed.get("next")), None);
            give_cookie(&mut response, SESSION, &secret, site.secure);
            response
        }
        Some(Err(error)) => {
            page.errors.push(problem(&error));
            draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
        None => {
            page.errors.push(("password", full()));
            busy(&site, &entry, &page)
        }
    }
}

/// `POST /sign-out`.
pub async fn signs_out(entry: Entry, State(site): State<Site>) -> Response {
    if let Ok((people, caller)) = known(&site, &entry) {
        // A session that cannot be ended now runs out by itself; the browser forgets it in any case.
        let _ = people.people().end_session(&caller.signed.account.id, &caller.signed.session.id);
    }
    let mut response = onward("/", None);
    take_cookie(&mut response, SESSION, site.secure);
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    response
}

/// `GET /invitations/{secret}`.
pub async fn invitation(entry: Entry, State(site): State<Site>, Path(secret): Path<String>) -> Response {
    if let Some(page) = invitation_page(&site, &entry, &secret) {
        return draw(&site, &entry, &page, StatusCode::OK);
    }
    match renewal_page(&site, &secret) {
        Some((page, _)) => draw(&site, &entry, &page, StatusCode::OK),
        None => trouble(&site, &entry, &Trouble::Invitation),
    }
}

fn renewal_page(site: &Site, secret: &str) -> Option<(RenewalPage, Renews)> {
    let (renewal, account) = site.sign_in.as_ref()?.renewal(secret).ok()??;
    Some((RenewalPage::of(secret, &renewal, &account), renewal.what))
}

fn invitation_page(site: &Site, entry: &Entry, secret: &str) -> Option<InvitationPage> {
    let invitation = site.sign_in.as_ref()?.invitation(secret).ok()??;
    Some(InvitationPage {
        address: format!("/invitations/{secret}"),
        standing: site.desk.mandates(&[invitation.person]).first().map(|found| (found.owner.id, found.role)),
        operator: invitation.operator,
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
        return renews(&site, &entry, secret, &typed).await;
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
            Err(_) => trouble(&site, &entry, &Trouble::Invitation),
        };
    }
    let browser = entry.browser();
    match aside(&site, &entry, true, move || people.accept(&secret, &new, &browser)).await {
        Some(Ok(session)) if page.operator => welcomed(&site, &entry, &session, "/operator"),
        Some(Ok(session)) => welcomed(&site, &entry, &session, "/acting"),
        Some(Err(error)) => {
            page.errors.push(problem(&error));
            draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
        None => {
            page.errors.push(("password", full()));
            busy(&site, &entry, &page)
        }
    }
}

/// A new password, or an end to a second step that was lost; then one signs in.
async fn renews(site: &Site, entry: &Entry, secret: String, typed: &Posted) -> Response {
    let Some((mut page, what)) = renewal_page(site, &secret) else {
        return trouble(site, entry, &Trouble::Invitation);
    };
    let Some(people) = site.sign_in.clone() else { return trouble(site, entry, &Trouble::NotFound) };
    let password = typed.exact("password").to_owned();
    let work = move || match what {
        Renews::Password => people.renew_password(&secret, &password),
        Renews::SecondStep => people.lose_second_step(&secret, &password),
    };
    match aside(site, entry, true, work).await {
        Some(Ok(())) => onward("/sign-in", Some("people-said-renewed")),
        Some(Err(error)) => {
            page.errors.push(("password", problem(&error).1));
            draw(site, entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
        None => {
            page.errors.push(("password", full()));
            busy(site, entry, &page)
        }
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
