//! Signing in: invitations, passwords, the second step, sessions that end, guesses that are slowed.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

use desk::sign_in::{FRESH, IDLE, INVITED, LONGEST, NewAccount, NotIn, SignIn};
use desk::world::{Clock, SystemChance};
use ledger::time::Stamp;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::People;
use totp_rs::Builder;

#[derive(Clone)]
struct Hands(Arc<AtomicI64>);

impl Clock for Hands {
    fn now(&self) -> Stamp {
        Stamp::from_millis(self.0.load(Ordering::SeqCst))
    }
}

impl Hands {
    fn pass(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

const PASSWORD: &str = "a lake between two mountains";

fn house() -> (SignIn, Hands) {
    let hands = Hands(Arc::new(AtomicI64::new(1_800_000_000_000)));
    let people = People::in_memory().unwrap();
    (SignIn::new(people, Box::new(hands.clone()), Box::new(SystemChance)), hands)
}

fn new(login: &str) -> NewAccount {
    NewAccount { login: login.into(), name: "Coordinator".into(), password: PASSWORD.into() }
}

fn invited(house: &SignIn) -> String {
    let link = house.invite(house.person(), false, "for the ministry", None).unwrap();
    house.accept(&link, new("ministry"), "a browser").unwrap()
}

#[test]
fn an_invitation_makes_one_account_once() {
    let (house, _) = house();
    let person = house.person();
    let link = house.invite(person, false, "for the ministry", None).unwrap();
    let session = house.accept(&link, new("ministry"), "a browser").unwrap();
    let signed = house.who(&session).unwrap().unwrap();
    assert_eq!((signed.account.login.as_str(), signed.persons.as_slice()), ("ministry", [person].as_slice()));
    assert!(signed.fresh && !signed.account.operator);
    assert_eq!(house.accept(&link, new("another"), ""), Err(NotIn::Invitation));
}

#[test]
fn an_invitation_runs_out_and_can_be_revoked() {
    let (house, hands) = house();
    let late = house.invite(house.person(), false, "", None).unwrap();
    hands.pass(INVITED);
    assert_eq!(house.accept(&late, new("late"), ""), Err(NotIn::Invitation));
    let revoked = house.invite(house.person(), false, "", None).unwrap();
    let id = house.invitation(&revoked).unwrap().unwrap().id;
    house.people().revoke_invitation(&id, hands.now()).unwrap();
    assert_eq!(house.accept(&revoked, new("revoked"), ""), Err(NotIn::Invitation));
    assert_eq!(house.accept("no such link", new("none"), ""), Err(NotIn::Invitation));
}

#[test]
fn a_login_is_taken_whatever_the_case_of_its_letters_and_the_invitation_stands() {
    let (house, _) = house();
    invited(&house);
    let link = house.invite(house.person(), false, "", None).unwrap();
    assert_eq!(house.accept(&link, new("Ministry"), ""), Err(NotIn::Taken));
    assert!(house.invitation(&link).unwrap().is_some(), "nothing typed is lost: try another login");
    let short = NewAccount { password: "short".into(), ..new("other") };
    assert_eq!(house.accept(&link, short, ""), Err(NotIn::Length("password")));
}

#[test]
fn what_is_wrong_is_not_told() {
    let (house, _) = house();
    invited(&house);
    let wrong = house.sign_in("ministry", "not the password", None, None, "");
    let unknown = house.sign_in("nobody", PASSWORD, None, None, "");
    assert_eq!((wrong, unknown), (Err(NotIn::Wrong), Err(NotIn::Wrong)));
    assert!(house.sign_in("MINISTRY", PASSWORD, None, None, "").is_ok());
}

#[test]
fn who_guesses_waits_and_the_device_that_is_known_does_not() {
    let (house, hands) = house();
    let session = invited(&house);
    let account = house.who(&session).unwrap().unwrap().account;
    let device = house.remember_device(&account).unwrap();
    for _ in 0..9 {
        let _ = house.sign_in("ministry", "a guess", None, None, "");
        hands.pass(20_000);
    }
    let _ = house.sign_in("ministry", "a guess", None, None, "");
    let waits = house.sign_in("ministry", PASSWORD, None, None, "");
    assert!(matches!(waits, Err(NotIn::Wait(seconds)) if seconds <= 60), "{waits:?}");
    assert!(house.sign_in("ministry", PASSWORD, None, Some(&device), "").is_ok());
}

#[test]
fn a_session_ends_when_unused_when_old_and_when_told() {
    let (house, hands) = house();
    let idle = invited(&house);
    hands.pass(IDLE);
    assert!(house.who(&idle).unwrap().is_none());
    let old = house.sign_in("ministry", PASSWORD, None, None, "").unwrap();
    for _ in 0..(LONGEST / (IDLE / 2)) {
        hands.pass(IDLE / 2);
        let _ = house.who(&old).unwrap();
    }
    assert!(house.who(&old).unwrap().is_none(), "however often it is used");
    let [one, two] =
        ["one", "two"].map(|label| house.sign_in("ministry", PASSWORD, None, None, label).unwrap());
    let signed = house.who(&one).unwrap().unwrap();
    house.people().end_sessions(&signed.account.id, Some(&signed.session.id)).unwrap();
    assert!(house.who(&one).unwrap().is_some() && house.who(&two).unwrap().is_none());
}

#[test]
fn a_sign_in_is_fresh_for_a_while_and_again_with_the_password() {
    let (house, hands) = house();
    let session = invited(&house);
    hands.pass(FRESH);
    let signed = house.who(&session).unwrap().unwrap();
    assert!(!signed.fresh);
    assert_eq!(house.refresh(&signed, "wrong"), Err(NotIn::Wrong));
    house.refresh(&signed, PASSWORD).unwrap();
    assert!(house.who(&session).unwrap().unwrap().fresh);
}

#[test]
fn the_second_step_needs_its_code_once_or_a_recovery_code_once() {
    let (house, hands) = house();
    let session = invited(&house);
    let signed = house.who(&session).unwrap().unwrap();
    let (secret, address) = house.propose_totp(&signed, "Tamga").unwrap();
    assert!(address.starts_with("otpauth://totp/"), "{address}");
    let code = |now: Stamp| {
        let totp =
            Builder::new().with_secret(secret.clone()).with_account_name("x".to_owned()).build().unwrap();
        totp.generate((now.millis() / 1000).unsigned_abs()).to_string()
    };
    assert_eq!(house.confirm_totp(&signed, &secret, "000000"), Err(NotIn::Wrong));
    let recovery = house.confirm_totp(&signed, &secret, &code(hands.now())).unwrap();
    assert_eq!(recovery.len(), 10);
    assert_eq!(house.sign_in("ministry", PASSWORD, None, None, ""), Err(NotIn::Code));
    hands.pass(60_000);
    let now = code(hands.now());
    assert!(house.sign_in("ministry", PASSWORD, Some(&now), None, "").is_ok());
    assert_eq!(
        house.sign_in("ministry", PASSWORD, Some(&now), None, ""),
        Err(NotIn::Wrong),
        "a code works once"
    );
    assert!(house.sign_in("ministry", PASSWORD, Some(&recovery[0]), None, "").is_ok());
    assert_eq!(house.sign_in("ministry", PASSWORD, Some(&recovery[0]), None, ""), Err(NotIn::Wrong));
}

#[test]
fn a_changed_password_ends_the_other_sessions() {
    let (house, _) = house();
    let here = invited(&house);
    let there = house.sign_in("ministry", PASSWORD, None, None, "").unwrap();
    let signed = house.who(&here).unwrap().unwrap();
    house.change_password(&signed, PASSWORD, "another lake, another mountain").unwrap();
    assert!(house.who(&there).unwrap().is_none() && house.who(&here).unwrap().is_some());
    assert_eq!(house.sign_in("ministry", PASSWORD, None, None, ""), Err(NotIn::Wrong));
}
