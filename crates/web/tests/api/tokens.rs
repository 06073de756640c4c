//! Tokens: named, narrow, of one mandate, until a date, revocable; a token that opens nothing says no more than that.

use crate::house::{House, State};
use axum::http::StatusCode;
use desk::token::NewToken;
use ledger::owner::Origin;
use serde_json::json;

fn reading() -> NewToken {
    NewToken { name: "reads".into(), days: 30, ..NewToken::default() }
}

async fn opens_nothing(house: &House, token: &str) {
    for path in ["/api/records", "/api/me", "/series", "/exercise/api/kinds"] {
        let bearer = format!("Bearer {token}");
        let answer =
            house.get_with(path, &[("authorization", &bearer), ("accept", "application/json")]).await;
        assert_eq!(
            (answer.status, answer.problem().as_str()),
            (StatusCode::UNAUTHORIZED, "error-token"),
            "{path}"
        );
        assert_eq!(answer.headers["www-authenticate"], "Bearer realm=\"tamga\", error=\"invalid_token\"");
    }
    let act = json!({"act": "share"});
    assert_eq!(house.act(token, &act).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn who_i_am_says_for_whom_a_token_acts_as_what_and_until_when() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let token = house.token(&state, NewToken { may_act: true, acts: vec!["contact".into()], ..reading() });
    let me = house.get_as("/api/me", &token).await.json();
    assert_eq!(me["by"], "token");
    assert_eq!(me["owner"]["id"], state.actor.owner.to_string());
    assert_eq!(me["name"]["in"]["en"]["words"], "XAA");
    assert_eq!((&me["role"], &me["may_act"]), (&json!("coordinator"), &json!(true)));
    assert_eq!((&me["acts"], &me["token"]), (&json!(["contact"]), &json!("reads")));
    assert_eq!(me["until"], "2026-12-24T12:00:00.000Z");
    assert!(!me.to_string().contains("Somebody"), "nothing about the account");
    assert_eq!(house.get("/api/me").await.json(), json!({"by": "nobody", "may_act": false}));
    let session = house.get_with("/api/me", &[("cookie", &state.session)]).await.json();
    assert_eq!((&session["by"], &session["role"]), (&json!("session"), &json!("coordinator")));
}

#[tokio::test]
async fn a_translator_is_told_as_what_he_acts_but_no_record_that_he_may_not_read() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let text = house.draft(&state, "@contact/a", "Office");
    let hidden = house.draft(&state, "@contact/b", "Chancery");
    let (person, mandate) = (house.people().person(), house.people().person());
    let body = json!({"person": person, "role": "translator", "texts": [text], "from": house.people().now(), "until": "2027-11-24T12:00:00.000Z"});
    house.acts(&state.actor, json!({"act": "mandate", "record": mandate, "body": body}));
    house.people().people().bind_person(person, &state.signed.account.id).unwrap();
    let mandate = mandate.to_string().parse().unwrap();
    let token = house.people().make_token(&state.signed, (person, mandate), reading()).unwrap();
    let me = house.get_as("/api/me", &token).await;
    assert_eq!(me.json()["role"], "translator");
    assert!(!me.text.contains(&mandate.to_string()));
    assert_eq!(house.get_as(&format!("/api/records/{text}"), &token).await.status, StatusCode::OK);
    assert_eq!(house.get_as(&format!("/api/records/{hidden}"), &token).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_wrong_token_opens_nothing_not_even_what_is_public() {
    let house = House::new();
    opens_nothing(&house, "tamga_0000").await;
    opens_nothing(&house, "").await;
    let other_scheme = house.get_with("/api/records", &[("authorization", "Basic eDp5")]).await;
    assert_eq!(other_scheme.status, StatusCode::OK, "that of a proxy before us");
}

#[tokio::test]
async fn a_token_ends_when_it_runs_out_is_revoked_or_its_account_is_closed() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let (long, short) = (house.wide(&state), house.token(&state, NewToken { days: 1, ..reading() }));
    assert_eq!(house.get_as("/api/records", &short).await.status, StatusCode::OK);
    house.clock.forward(2);
    opens_nothing(&house, &short).await;
    assert_eq!(house.get_as("/api/records", &long).await.status, StatusCode::OK);
    let account = &state.signed.account.id;
    house.people().people().set_disabled(account, Some(house.people().now())).unwrap();
    opens_nothing(&house, &long).await;
    house.people().people().set_disabled(account, None).unwrap();
    opens_nothing(&house, &long).await;
    let another = house.wide(&state);
    assert_eq!(house.get_as("/api/records", &another).await.status, StatusCode::OK);
    let tokens = house.people().people().tokens(account).unwrap();
    for token in tokens {
        house.people().people().revoke_token(account, &token.id, house.people().now()).unwrap();
    }
    opens_nothing(&house, &another).await;
}

/// Ends the mandate of a State's first coordinator, after a second one is appointed.
fn ended(house: &House, state: &State) {
    let now = house.people().now();
    let second = json!({"person": house.people().person(), "role": "coordinator", "from": now});
    let record = house.people().person();
    house.acts(&state.actor, json!({"act": "mandate", "record": record, "body": second}));
    let first = json!({"person": state.actor.by.person, "role": "coordinator",
        "from": "2026-01-01T00:00:00.000Z", "until": now});
    let mandate = state.actor.by.mandate;
    house.acts(&state.actor, json!({"act": "mandate", "record": mandate, "base": "newest", "body": first}));
}

#[tokio::test]
async fn a_token_ends_with_the_mandate_under_which_it_was_made() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let token = house.wide(&state);
    assert_eq!(house.get_as("/api/me", &token).await.status, StatusCode::OK);
    ended(&house, &state);
    opens_nothing(&house, &token).await;
}

#[tokio::test]
async fn a_narrow_token_reads_but_does_not_act_or_does_only_some_acts() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let act = house.contact(&state, "@contact/a", "Office");
    let only_reads = house.token(&state, reading());
    let refused = house.act(&only_reads, &act).await;
    assert_eq!((refused.status, refused.problem().as_str()), (StatusCode::FORBIDDEN, "api-token-reads"));
    let narrow = house.token(&state, NewToken { may_act: true, acts: vec!["contact".into()], ..reading() });
    let share = json!({"act": "share", "id": house.people().person(), "record": state.party, "content": "newest",
        "with": "public"});
    let refused = house.act(&narrow, &share).await;
    assert_eq!((refused.status, refused.problem().as_str()), (StatusCode::FORBIDDEN, "api-token-narrow"));
    assert_eq!(refused.json()["arguments"], json!({"acts": "contact"}));
    assert_eq!(house.act(&narrow, &act).await.status, StatusCode::CREATED);
    let nobody = house.post("/api/acts", &[], act.to_string()).await;
    assert_eq!((nobody.status, nobody.problem().as_str()), (StatusCode::UNAUTHORIZED, "api-nobody"));
    assert_eq!(nobody.headers["www-authenticate"], "Bearer realm=\"tamga\"");
}

#[tokio::test]
async fn a_token_opens_pages_as_json_and_nothing_about_the_account() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    house.draft(&state, "@contact/a", "Chancery of the lake");
    let bearer = format!("Bearer {}", house.wide(&state));
    let headers = [("authorization", bearer.as_str()), ("accept", "application/json")];
    let own = house.get_with("/contacts", &headers).await;
    assert!(own.text.contains("Chancery of the lake"));
    assert!(!house.get_with("/contacts", &headers[1..]).await.text.contains("Chancery"));
    for place in ["/account", "/acting", "/people", "/operator", "/sign-in/again"] {
        let answer = house.get_with(place, &headers).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{place}: sign in first");
    }
}

#[tokio::test]
async fn the_last_use_of_a_token_is_kept_and_its_secret_is_not() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let secret = house.wide(&state);
    let kept = || house.people().people().tokens(&state.signed.account.id).unwrap().remove(0);
    assert_eq!(kept().used, None);
    house.get_as("/api/records", &secret).await;
    assert_eq!(kept().used, Some(house.people().now()));
    assert!(!format!("{:?}", kept()).contains(&secret));
}

#[tokio::test]
async fn a_token_is_made_on_the_account_page_and_what_was_typed_is_kept_when_it_is_not() {
    let house = House::new();
    let state = house.state("XAA", Origin::Real);
    let headers = [
        ("cookie", state.session.as_str()),
        ("origin", "http://tamga.example"),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let form = |acts: &str, days: &str| format!("token-name=the+sheet&days={days}&may-act=yes&acts={acts}");
    for (body, told) in [(form("question+abolish", "10"), "abolish"), (form("question", "1000"), "366")] {
        let refused = house.post("/account/tokens", &headers, body).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains(told) && refused.text.contains("value=\"the sheet\""));
    }
    let made = house.post("/account/tokens", &headers, form("question,+reply", "10")).await;
    assert_eq!(made.status, StatusCode::OK);
    let start = made.text.find("tamga_").unwrap();
    let secret = &made.text[start..start + 70];
    assert_eq!(house.get_as("/api/me", secret).await.json()["acts"], json!(["question", "reply"]));
    let again = house.get_with("/account", &[("cookie", &state.session)]).await;
    assert!(!again.text.contains("tamga_"), "it was shown once");
    assert!(again.text.contains("only: question, reply") && again.text.contains("last used"));
    ended(&house, &state);
    let after = house.get_with("/account", &[("cookie", &state.session)]).await;
    assert!(after.text.contains("its mandate has ended"));
}
