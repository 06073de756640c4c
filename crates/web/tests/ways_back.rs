//! Ways back in for whoever forgot the password or lost the second step; and what becomes of accounts.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

mod porch;

use axum::http::StatusCode;
use porch::{Answer, House, code, link, second_step, session};

const TYPED: &str = "a+lake+between+two+mountains";
const OTHER: &str = "another+lake+another+mountain";

/// What stands behind that in a page, up to the next quotation mark.
fn after(page: &Answer, mark: &str) -> String {
    let start = page.text.find(mark).unwrap_or_else(|| panic!("no {mark}: {}", page.text)) + mark.len();
    page.text[start..].split('"').next().unwrap().to_owned()
}

/// The mandate of whoever is called so on the page of our people.
async fn mandate_of(house: &House, cookie: &str, name: &str) -> String {
    let page = house.get("/people", cookie).await;
    let row = page.text.find(name).unwrap_or_else(|| panic!("no {name}: {}", page.text));
    let rest = Answer { text: page.text[row..].to_owned(), ..page };
    after(&rest, "name=\"mandate\" value=\"")
}

async fn sign_in(house: &House, login: &str, password: &str, code: &str) -> Answer {
    house.post("/sign-in", "", &format!("login={login}&password={password}&code={code}")).await
}

/// A State with a coordinator and an expert: the operator's cookie, the coordinator's, the expert's.
async fn state(house: &House) -> (String, String, String) {
    let operator = house.operator().await;
    let coordinator = house.state(&operator, "XAA").await;
    let invited = house.post("/people", &coordinator, "deed=invite&note=the+expert&role=reader").await;
    let form = format!("login=expert&name=The+Expert&password={TYPED}");
    let expert = session(&house.post(&link(&invited), "", &form).await);
    (operator, coordinator, expert)
}

#[tokio::test]
async fn a_coordinator_helps_somebody_of_his_party_who_forgot_the_password() {
    let house = House::new();
    let (_, coordinator, expert) = state(&house).await;
    let mandate = mandate_of(&house, &coordinator, "The Expert").await;
    let made = house.post("/people", &coordinator, &format!("deed=password&mandate={mandate}")).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text);
    let told = house.get("/account", &expert).await.text;
    assert!(told.contains("Somebody made a link for a new password, not used, open until"), "{told}");
    let page = house.get(&link(&made), "").await;
    assert!(page.text.contains("expert") && page.headers["cache-control"].to_str().unwrap().contains("no-"));
    let short = house.post(&link(&made), "", "password=short").await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    let set = house.post(&link(&made), "", &format!("password={OTHER}")).await;
    assert_eq!(
        (set.status, set.headers["location"].to_str().unwrap()),
        (StatusCode::SEE_OTHER, "/sign-in?said=people-said-renewed")
    );
    assert_eq!(house.get(&link(&made), "").await.status, StatusCode::NOT_FOUND, "once");
    assert_eq!(house.get("/account", &expert).await.status, StatusCode::SEE_OTHER, "all sessions end");
    assert_eq!(sign_in(&house, "expert", TYPED, "").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(sign_in(&house, "expert", OTHER, "").await.status, StatusCode::SEE_OTHER);
    assert!(house.get("/people", &coordinator).await.text.contains("for a new password, used"));
}

#[tokio::test]
async fn a_lost_second_step_is_taken_away_with_the_password_and_told_to_all_who_answer_for_it() {
    let house = House::new();
    let (_, coordinator, expert) = state(&house).await;
    second_step(&house, &expert).await;
    let mandate = mandate_of(&house, &coordinator, "The Expert").await;
    let made = house.post("/people", &coordinator, &format!("deed=second-step&mandate={mandate}")).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text);
    let guess = house.post(&link(&made), "", "password=a+guess+of+the+maker").await;
    assert_eq!(guess.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = house.post(&link(&made), "", &format!("password={TYPED}")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let expert = session(&sign_in(&house, "expert", TYPED, "").await);
    let line = "Somebody made a link that takes away the second step, used";
    assert!(house.get("/account", &expert).await.text.contains(line));
    assert!(house.get("/people", &coordinator).await.text.contains(line));
}

#[tokio::test]
async fn no_coordinator_makes_a_link_for_himself_for_another_party_or_for_who_acts_for_others_too() {
    let house = House::new();
    let (operator, coordinator, expert) = state(&house).await;
    let own = mandate_of(&house, &coordinator, "Somebody").await;
    let expected = StatusCode::UNPROCESSABLE_ENTITY;
    let deed = |cookie: &str, mandate: &str| {
        let (cookie, form) = (cookie.to_owned(), format!("deed=password&mandate={mandate}"));
        let house = &house;
        async move { house.post("/people", &cookie, &form).await }
    };
    assert_eq!(deed(&coordinator, &own).await.status, expected);
    let stranger = house.state(&operator, "XAB").await;
    assert_eq!(deed(&stranger, &own).await.status, expected);
    let invited = house.post("/people", &stranger, "deed=invite&note=he+too&role=reader").await;
    house.post(&link(&invited), &expert, "join=yes").await;
    let mandate = mandate_of(&house, &coordinator, "The Expert").await;
    let refused = deed(&coordinator, &mandate).await;
    assert_eq!(refused.status, expected);
    assert!(refused.text.contains("only the operator"), "{}", refused.text);
    let again = house.post("/people", &coordinator, &format!("deed=renew&mandate={mandate}")).await;
    assert!(again.text.contains("has an account already"), "no second invitation: {}", again.text);
    let account = after(&house.get("/operator", &operator).await, "name=\"account\" value=\"");
    let made = house.post("/operator", &operator, &format!("deed=password&account={account}")).await;
    assert_eq!(made.status, StatusCode::OK);
    assert_eq!(house.get(&link(&made), "").await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_operator_does_what_he_says_and_nothing_with_his_own_account() {
    let house = House::new();
    let (operator, _, expert) = state(&house).await;
    let account = |login: &str| house.people().people().account_of_login(login).unwrap().unwrap();
    let (his, theirs) = (account("operator").id, account("expert").id);
    let post = |deed: &str, account: &str| {
        let form = format!("deed={deed}&account={account}");
        let (house, operator) = (&house, &operator);
        async move { house.post("/operator", operator, &form).await.status }
    };
    let (done, refused) = (StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(post("disable", &theirs).await, done);
    assert_eq!(house.get("/account", &expert).await.status, StatusCode::SEE_OTHER, "at once");
    assert_eq!(post("dissable", &theirs).await, refused);
    assert_eq!(post("", &theirs).await, refused);
    assert!(account("expert").disabled.is_some(), "an unknown deed enables nobody");
    assert_eq!(post("enable", &theirs).await, done);
    assert_eq!(sign_in(&house, "expert", TYPED, "").await.status, StatusCode::SEE_OTHER);
    for deed in ["disable", "enable", "delete", "password", "second-step"] {
        assert_eq!(post(deed, &his).await, refused, "{deed}");
    }
    assert_eq!(post("disable", "nobody").await, refused);
    assert_eq!(house.get("/operator", &operator).await.status, StatusCode::OK, "he still is");
}

#[tokio::test]
async fn an_account_is_deleted_once_it_is_disabled_and_nobodys_mandate_stands_for_it() {
    let house = House::new();
    let (operator, coordinator, _) = state(&house).await;
    let theirs = house.people().people().account_of_login("expert").unwrap().unwrap().id;
    let mandate = mandate_of(&house, &coordinator, "The Expert").await;
    let post = |deed: &str| {
        let form = format!("deed={deed}&account={theirs}");
        let (house, operator) = (&house, &operator);
        async move { house.post("/operator", operator, &form).await }
    };
    assert!(post("delete").await.text.contains("Disable the account first"));
    post("disable").await;
    assert!(post("delete").await.text.contains("A mandate stands"));
    house.post("/people", &coordinator, &format!("deed=end&mandate={mandate}")).await;
    assert_eq!(post("delete").await.status, StatusCode::SEE_OTHER);
    assert!(house.people().people().account(&theirs).unwrap().is_none());
    let page = house.get("/people", &coordinator).await.text;
    assert!(page.contains(&mandate) || page.contains("nobody yet"), "the mandate stays on record: {page}");
    assert!(!page.contains("The Expert"));
}

#[tokio::test]
async fn a_mandate_that_ends_ends_at_once_in_a_session_that_is_open() {
    let house = House::new();
    let operator = house.operator().await;
    let first = house.state(&operator, "XAA").await;
    let invited = house.post("/people", &first, "deed=invite&note=second&role=coordinator").await;
    let form = format!("login=second&name=The+Second&password={TYPED}");
    let second = session(&house.post(&link(&invited), "", &form).await);
    assert_eq!(house.get("/people", &second).await.status, StatusCode::OK);
    let mandate = mandate_of(&house, &first, "The Second").await;
    house.post("/people", &first, &format!("deed=end&mandate={mandate}")).await;
    assert_eq!(house.get("/people", &second).await.status, StatusCode::NOT_FOUND);
    let acted = house.post("/people", &second, "deed=invite&note=third&role=reader").await;
    assert_eq!(acted.status, StatusCode::NOT_FOUND);
    assert_eq!(house.get("/account", &second).await.status, StatusCode::OK, "he is still himself");
}

#[tokio::test]
async fn a_link_of_the_operator_leaves_the_second_step() {
    let house = House::new();
    let (operator, _, expert) = state(&house).await;
    let secret = second_step(&house, &expert).await;
    let theirs = house.people().people().account_of_login("expert").unwrap().unwrap().id;
    let made = house.post("/operator", &operator, &format!("deed=password&account={theirs}")).await;
    house.post(&link(&made), "", &format!("password={OTHER}")).await;
    let without = sign_in(&house, "expert", OTHER, "").await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    house.hands.pass(60_000);
    let signed = sign_in(&house, "expert", OTHER, &code(&house, &secret)).await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER);
    let told = house.get("/account", &session(&signed)).await.text;
    assert!(told.contains("the operator made a link for a new password, used"), "{told}");
}
