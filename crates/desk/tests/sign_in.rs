//! Signing in: invitations, passwords, the second step, sessions that end, guesses that are slowed.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

use desk::invited::NewAccount;
use desk::renewal::Maker;
use desk::sign_in::{
    Account, Browser, FRESH, IDLE, INVITED, LONGEST, NotIn, REMEMBERED, RENEWED, Renews, SignIn, Signed,
};
use desk::world::{Clock, SystemChance};
use ledger::time::Stamp;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::People;
use store::keys::Keys;
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
    let keys = Keys::of(std::path::Path::new("nowhere"));
    (SignIn::new(people, keys, Box::new(hands.clone()), Box::new(SystemChance)), hands)
}

fn browser() -> Browser {
    Browser { label: "a browser".into(), ..Browser::default() }
}

fn device(secret: &str) -> Browser {
    Browser { device: Some(secret.to_owned()), ..browser() }
}

fn who(house: &SignIn, session: &str) -> Signed {
    house.who(session).unwrap().unwrap()
}

/// The code that an authenticator with that secret shows at that moment.
fn code(secret: &[u8], now: Stamp) -> String {
    let totp = Builder::new().with_secret(secret.to_vec()).with_account_name("x".to_owned()).build().unwrap();
    totp.generate((now.millis() / 1000).unsigned_abs()).to_string()
}

/// Somebody with a second step: his session, its secret, and the recovery codes.
fn with_second_step(house: &SignIn, hands: &Hands) -> (String, Vec<u8>, Vec<String>) {
    let session = invited(house);
    let signed = who(house, &session);
    let (secret, _) = house.propose_totp(&signed, "Tamga").unwrap();
    let recovery = house.confirm_totp(&signed, &secret, &code(&secret, hands.now())).unwrap();
    (session, secret, recovery)
}

/// A link that the operator made.
fn link_for(house: &SignIn, account: &Account, what: Renews) -> String {
    let before = house.people().account_of_login("operator").unwrap();
    let operator = before.unwrap_or_else(|| house.add("operator", "Operator", "", true).unwrap());
    house.make_renewal(account, what, Maker::Operator(&operator)).unwrap()
}

fn new(login: &str) -> NewAccount {
    NewAccount { login: login.into(), name: "Coordinator".into(), password: PASSWORD.into() }
}

fn invited(house: &SignIn) -> String {
    let link = house.invite(house.person(), false, "for the ministry", None).unwrap();
    house.accept(&link, &new("ministry"), &browser()).unwrap()
}

#[test]
fn an_invitation_makes_one_account_once() {
    let (house, _) = house();
    let person = house.person();
    let link = house.invite(person, false, "for the ministry", None).unwrap();
    let session = house.accept(&link, &new("ministry"), &browser()).unwrap();
    let signed = house.who(&session).unwrap().unwrap();
    assert_eq!((signed.account.login.as_str(), signed.persons.as_slice()), ("ministry", [person].as_slice()));
    assert!(signed.fresh && !signed.account.operator);
    assert_eq!(house.accept(&link, &new("another"), &browser()), Err(NotIn::Invitation));
}

#[test]
fn an_invitation_runs_out_and_can_be_revoked() {
    let (house, hands) = house();
    let late = house.invite(house.person(), false, "", None).unwrap();
    hands.pass(INVITED);
    assert_eq!(house.accept(&late, &new("late"), &browser()), Err(NotIn::Invitation));
    let revoked = house.invite(house.person(), false, "", None).unwrap();
    let id = house.invitation(&revoked).unwrap().unwrap().id;
    house.people().revoke_invitation(&id, hands.now()).unwrap();
    assert_eq!(house.accept(&revoked, &new("revoked"), &browser()), Err(NotIn::Invitation));
    assert_eq!(house.accept("no such link", &new("none"), &browser()), Err(NotIn::Invitation));
}

#[test]
fn a_login_is_taken_whatever_the_case_of_its_letters_and_the_invitation_stands() {
    let (house, _) = house();
    invited(&house);
    let link = house.invite(house.person(), false, "", None).unwrap();
    assert_eq!(house.accept(&link, &new("Ministry"), &browser()), Err(NotIn::Taken));
    assert!(house.invitation(&link).unwrap().is_some(), "nothing typed is lost: try another login");
    let short = NewAccount { password: "short".into(), ..new("other") };
    assert_eq!(house.accept(&link, &short, &browser()), Err(NotIn::Length("password")));
    let own = NewAccount { password: "Coordinator2026".into(), ..new("other") };
    assert_eq!(house.accept(&link, &own, &browser()), Err(NotIn::Easy));
}

#[test]
fn what_is_wrong_is_not_told() {
    let (house, _) = house();
    invited(&house);
    let wrong = house.sign_in("ministry", "not the password", None, &browser());
    let unknown = house.sign_in("nobody", PASSWORD, None, &browser());
    assert_eq!((wrong, unknown), (Err(NotIn::Wrong), Err(NotIn::Wrong)));
    assert!(house.sign_in("MINISTRY", PASSWORD, None, &browser()).is_ok());
}

#[test]
fn who_guesses_waits_and_the_device_that_is_known_does_not() {
    let (house, hands) = house();
    let session = invited(&house);
    let account = house.who(&session).unwrap().unwrap().account;
    let device = house.remember_device(&account, &browser()).unwrap();
    for _ in 0..9 {
        let _ = house.sign_in("ministry", "a guess", None, &browser());
        hands.pass(20_000);
    }
    let _ = house.sign_in("ministry", "a guess", None, &browser());
    let waits = house.sign_in("ministry", PASSWORD, None, &browser());
    assert!(matches!(waits, Err(NotIn::Wait(seconds)) if seconds <= 60), "{waits:?}");
    assert!(house.sign_in("ministry", PASSWORD, None, &self::device(&device)).is_ok());
}

#[test]
fn a_device_that_is_known_waits_after_its_own_failures_and_for_itself_alone() {
    let (house, hands) = house();
    let account = who(&house, &invited(&house)).account;
    let known = device(&house.remember_device(&account, &browser()).unwrap());
    for _ in 0..5 {
        assert_eq!(house.sign_in("ministry", "a guess", None, &known), Err(NotIn::Wrong));
    }
    assert_eq!(house.sign_in("ministry", PASSWORD, None, &known), Err(NotIn::Wait(1)));
    assert!(
        house.sign_in("ministry", PASSWORD, None, &browser()).is_ok(),
        "nobody is locked out by a device"
    );
    hands.pass(1000);
    assert!(house.sign_in("ministry", PASSWORD, None, &known).is_ok());
}

#[test]
fn whoever_is_in_already_and_guesses_the_password_waits_and_locks_nobody_out() {
    let (house, hands) = house();
    let session = invited(&house);
    let signed = who(&house, &session);
    for guess in ["one", "two", "three", "four"] {
        assert_eq!(house.refresh(&signed, guess, None), Err(NotIn::Wrong));
    }
    let other = "another lake, another mountain";
    assert_eq!(house.change_password(&signed, "five", other), Err(NotIn::Wrong));
    assert_eq!(house.refresh(&signed, PASSWORD, None), Err(NotIn::Wait(1)), "however it is tried");
    assert_eq!(house.change_password(&signed, PASSWORD, other), Err(NotIn::Wait(1)));
    assert_eq!(house.end_totp(&signed, PASSWORD, None), Err(NotIn::Wait(1)));
    assert!(
        house.sign_in("ministry", PASSWORD, None, &browser()).is_ok(),
        "from outside it is another count"
    );
    hands.pass(1000);
    assert!(house.refresh(&signed, PASSWORD, None).is_ok());
}

#[test]
fn a_device_is_forgotten_when_unused_at_a_new_password_and_when_one_signs_out_everywhere() {
    let (house, hands) = house();
    let session = invited(&house);
    let signed = who(&house, &session);
    let remember = || device(&house.remember_device(&signed.account, &browser()).unwrap());
    let listed = || house.people().devices(&signed.account.id).unwrap().len();
    let known = remember();
    assert!(house.knows(&known) && listed() == 1);
    house.remember_device(&signed.account, &known).unwrap();
    assert!(!house.knows(&known) && listed() == 1, "it has a new secret");
    house.change_password(&signed, PASSWORD, "another lake, another mountain").unwrap();
    assert_eq!(listed(), 0);
    remember();
    house.end_elsewhere(&signed).unwrap();
    assert_eq!(listed(), 0);
    let old = remember();
    hands.pass(REMEMBERED + 1);
    for _ in 0..5 {
        let _ = house.sign_in("ministry", "a guess", None, &browser());
    }
    let waits = house.sign_in("ministry", "another lake, another mountain", None, &old);
    assert_eq!(waits, Err(NotIn::Wait(1)), "no longer known");
    house.tidy().unwrap();
    assert_eq!(listed(), 0);
}

#[test]
fn a_session_ends_when_unused_when_old_and_when_told() {
    let (house, hands) = house();
    let idle = invited(&house);
    hands.pass(IDLE);
    assert!(house.who(&idle).unwrap().is_none());
    let old = house.sign_in("ministry", PASSWORD, None, &browser()).unwrap();
    for _ in 0..(LONGEST / (IDLE / 2)) {
        hands.pass(IDLE / 2);
        let _ = house.who(&old).unwrap();
    }
    assert!(house.who(&old).unwrap().is_none(), "however often it is used");
    let [one, two] = ["one", "two"].map(|_| house.sign_in("ministry", PASSWORD, None, &browser()).unwrap());
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
    assert_eq!(house.refresh(&signed, "wrong", None), Err(NotIn::Wrong));
    let renewed = house.refresh(&signed, PASSWORD, None).unwrap();
    assert!(who(&house, &renewed).fresh);
    assert_eq!(who(&house, &renewed).session.id, signed.session.id, "the same session");
    assert!(
        house.who(&session).unwrap().is_none(),
        "under a new secret: whoever knew the old one has nothing"
    );
}

#[test]
fn signing_in_ends_the_session_that_the_browser_had() {
    let (house, _) = house();
    let before = invited(&house);
    let has = Browser { session: Some(before.clone()), ..browser() };
    let now = house.sign_in("ministry", PASSWORD, None, &has).unwrap();
    assert!(house.who(&before).unwrap().is_none() && house.who(&now).unwrap().is_some());
    assert_eq!(house.people().sessions(&who(&house, &now).account.id).unwrap().len(), 1);
}

#[test]
fn the_second_step_needs_its_code_once_or_a_recovery_code_once() {
    let (house, hands) = house();
    let signed = who(&house, &invited(&house));
    let (secret, address) = house.propose_totp(&signed, "Tamga").unwrap();
    assert!(address.starts_with("otpauth://totp/"), "{address}");
    let sign_in = |code: Option<&str>| house.sign_in("ministry", PASSWORD, code, &browser());
    assert_eq!(house.confirm_totp(&signed, &secret, "000000"), Err(NotIn::Wrong));
    let first = code(&secret, hands.now());
    let recovery = house.confirm_totp(&signed, &secret, &first).unwrap();
    assert_eq!(sign_in(None), Err(NotIn::Code));
    assert_eq!(sign_in(Some(&first)), Err(NotIn::Wrong), "the code that began it is used up");
    hands.pass(60_000);
    let now = code(&secret, hands.now());
    assert!(sign_in(Some(&now)).is_ok());
    assert_eq!(sign_in(Some(&now)), Err(NotIn::Wrong), "a code works once");
    assert_eq!(recovery.len(), 10);
    assert_eq!(recovery[0].split('-').map(str::len).collect::<Vec<_>>(), [4; 8], "128 bits in groups");
    assert!(sign_in(Some(&recovery[0])).is_ok());
    assert_eq!(sign_in(Some(&recovery[0])), Err(NotIn::Wrong));
    assert!(sign_in(Some(&recovery[1].to_uppercase().replace('-', " "))).is_ok(), "as it was written down");
}

#[test]
fn where_there_is_a_second_step_its_code_is_asked_for_again_and_to_end_it() {
    let (house, hands) = house();
    let (session, secret, recovery) = with_second_step(&house, &hands);
    let signed = who(&house, &session);
    assert_eq!(house.refresh(&signed, PASSWORD, None), Err(NotIn::Code));
    assert_eq!(house.refresh(&signed, PASSWORD, Some("000000")), Err(NotIn::Wrong));
    hands.pass(60_000);
    house.refresh(&signed, PASSWORD, Some(&code(&secret, hands.now()))).unwrap();
    assert_eq!(house.end_totp(&signed, PASSWORD, None), Err(NotIn::Code));
    house.end_totp(&signed, PASSWORD, Some(&recovery[0])).unwrap();
    assert!(house.sign_in("ministry", PASSWORD, None, &browser()).is_ok());
}

#[test]
fn a_link_sets_a_new_password_once_ends_all_sessions_and_leaves_the_second_step() {
    let (house, hands) = house();
    let (session, secret, _) = with_second_step(&house, &hands);
    let account = who(&house, &session).account;
    house.remember_device(&account, &browser()).unwrap();
    let [void, link] = [(); 2].map(|()| link_for(&house, &account, Renews::Password));
    let other = "another lake, another mountain";
    assert_eq!(house.renew_password(&void, other), Err(NotIn::Invitation), "the newer one counts");
    assert_eq!(house.renew_password(&link, "short"), Err(NotIn::Length("password")));
    assert_eq!(house.renew_password(&link, "ministry-ministry"), Err(NotIn::Easy));
    assert_eq!(house.lose_second_step(&link, PASSWORD), Err(NotIn::Invitation), "it does nothing else");
    house.renew_password(&link, other).unwrap();
    assert_eq!(house.renew_password(&link, other), Err(NotIn::Invitation), "once");
    assert!(house.who(&session).unwrap().is_none());
    assert!(house.people().devices(&account.id).unwrap().is_empty());
    assert_eq!(house.sign_in("ministry", PASSWORD, None, &browser()), Err(NotIn::Wrong));
    assert_eq!(house.sign_in("ministry", other, None, &browser()), Err(NotIn::Code));
    hands.pass(60_000);
    assert!(house.sign_in("ministry", other, Some(&code(&secret, hands.now())), &browser()).is_ok());
    let late = link_for(&house, &account, Renews::Password);
    hands.pass(RENEWED);
    assert_eq!(house.renew_password(&late, other), Err(NotIn::Invitation));
}

#[test]
fn another_link_takes_away_a_lost_second_step_with_the_password_only() {
    let (house, hands) = house();
    let (session, ..) = with_second_step(&house, &hands);
    let account = who(&house, &session).account;
    let link = link_for(&house, &account, Renews::SecondStep);
    assert_eq!(house.renew_password(&link, "another lake, another mountain"), Err(NotIn::Invitation));
    for _ in 0..5 {
        assert_eq!(house.lose_second_step(&link, "a guess"), Err(NotIn::Wrong), "the maker has no password");
    }
    assert_eq!(house.lose_second_step(&link, PASSWORD), Err(NotIn::Wait(1)));
    hands.pass(1000);
    house.lose_second_step(&link, PASSWORD).unwrap();
    assert!(house.who(&session).unwrap().is_none());
    assert!(house.sign_in("ministry", PASSWORD, None, &browser()).is_ok());
    assert_eq!(house.people().recovery_left(&account.id).unwrap(), 0);
}

#[test]
fn a_coordinator_makes_links_for_those_who_act_for_his_party_alone() {
    let (house, _) = house();
    let make = |login: &str, operator: bool| {
        let person = house.person();
        let link = house.invite(person, operator, "", None).unwrap();
        (person, who(&house, &house.accept(&link, &new(login), &browser()).unwrap()).account)
    };
    let ((first, coordinator), (second, expert), (_, operator)) =
        (make("coordinator", false), make("expert", false), make("operator", true));
    let own = [first, second];
    let may = |account, maker| house.may_renew(account, maker).is_ok();
    assert!(may(&expert, Maker::Coordinator(&coordinator, &own)));
    assert!(!may(&coordinator, Maker::Coordinator(&coordinator, &own)), "not for himself");
    assert!(!may(&operator, Maker::Coordinator(&coordinator, &own)));
    assert!(may(&expert, Maker::Operator(&operator)) && !may(&operator, Maker::Operator(&operator)));
    assert!(may(&operator, Maker::Machine) && !may(&expert, Maker::Machine));
    let elsewhere = house.invite(house.person(), false, "", None).unwrap();
    house.join(&elsewhere, &expert).unwrap();
    assert!(!may(&expert, Maker::Coordinator(&coordinator, &own)), "he acts for others too");
}

#[test]
fn an_invitation_for_somebody_who_has_an_account_makes_no_second_one() {
    let (house, _) = house();
    let person = house.person();
    let [first, second, third] = [(); 3].map(|()| house.invite(person, false, "", None).unwrap());
    let session = house.accept(&first, &new("ministry"), &browser()).unwrap();
    assert_eq!(house.accept(&second, &new("again"), &browser()), Err(NotIn::Invitation));
    assert!(house.people().account_of_login("again").unwrap().is_none(), "all of it, or nothing");
    assert_eq!(house.join(&third, &who(&house, &session).account), Err(NotIn::Invitation));
    assert!(house.invitation(&second).unwrap().is_some(), "and nothing was used up");
}

#[test]
fn a_disabled_account_is_out_at_once_and_a_deleted_one_leaves_nothing_but_its_id_in_the_records() {
    let (house, hands) = house();
    let session = invited(&house);
    let signed = who(&house, &session);
    let id = &signed.account.id;
    let known = device(&house.remember_device(&signed.account, &browser()).unwrap());
    let link = link_for(&house, &signed.account, Renews::Password);
    house.people().set_disabled(id, Some(hands.now())).unwrap();
    assert!(house.who(&session).unwrap().is_none() && !house.knows(&known));
    assert!(house.renewal(&link).unwrap().is_none());
    assert_eq!(house.sign_in("ministry", PASSWORD, None, &browser()), Err(NotIn::Wrong));
    house.people().set_disabled(id, None).unwrap();
    let session = house.sign_in("ministry", PASSWORD, None, &browser()).unwrap();
    assert!(house.who(&session).unwrap().is_some());
    house.people().delete_account(id).unwrap();
    assert!(house.who(&session).unwrap().is_none());
    assert!(house.people().account_of_person(signed.persons[0]).unwrap().is_none());
    assert!(house.people().sessions(id).unwrap().is_empty());
    assert_eq!(house.sign_in("ministry", PASSWORD, None, &browser()), Err(NotIn::Wrong));
}

#[test]
fn what_has_run_out_is_swept_away() {
    let (house, hands) = house();
    let account = who(&house, &invited(&house)).account;
    let link = link_for(&house, &account, Renews::Password);
    hands.pass(IDLE + 1);
    house.tidy().unwrap();
    assert!(house.people().sessions(&account.id).unwrap().is_empty());
    assert_eq!(house.people().renewals_of(&account.id).unwrap().len(), 1, "still told");
    hands.pass(RENEWED + REMEMBERED);
    house.tidy().unwrap();
    assert!(house.people().renewal(&link).unwrap().is_none());
}

#[test]
fn a_changed_password_ends_the_other_sessions() {
    let (house, _) = house();
    let here = invited(&house);
    let there = house.sign_in("ministry", PASSWORD, None, &browser()).unwrap();
    let signed = house.who(&here).unwrap().unwrap();
    assert_eq!(house.change_password(&signed, PASSWORD, "qwertyuiop12"), Err(NotIn::Easy));
    house.change_password(&signed, PASSWORD, "another lake, another mountain").unwrap();
    assert!(house.who(&there).unwrap().is_none() && house.who(&here).unwrap().is_some());
    assert_eq!(house.sign_in("ministry", PASSWORD, None, &browser()), Err(NotIn::Wrong));
}
