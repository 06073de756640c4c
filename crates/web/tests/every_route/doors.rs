//! The doors of people and of the installation: closed to strangers unless a list here says otherwise.

use super::bench::House;
use super::bench::targets::{EXERCISE, doors, parameters, patterns};

/// The addresses that are no pages of a world and are open to strangers, each with why.
const OPEN: &[(&str, &str)] = &[
    ("/sign-in", "here one comes in"),
    ("/invitations/{secret}", "the secret is the key; a wrong one leads nowhere"),
    ("/healthz", "says that the service answers, and nothing of what it holds"),
    ("/sign-in/passkey", "who shows a passkey is nobody yet; nothing is there where none are known"),
    ("/sign-in/passkey/begin", "the same"),
    ("/account/passkeys", "a script asks, and is told where to go; nothing is there where none are known"),
    ("/account/passkeys/begin", "the same"),
    ("/static/{name}", "the style sheet and the sprite, which are in the binary"),
];

fn filled(pattern: &str) -> String {
    let word = "0000000000000000000000000000000000000000000000000000000000000000";
    parameters(pattern).iter().fold(pattern.to_owned(), |at, name| at.replace(&format!("{{{name}}}"), word))
}

#[tokio::test]
async fn every_door_of_people_sends_strangers_to_sign_in_whatever_they_send() {
    let house = House::new();
    let stranger = house.browser("");
    for pattern in doors().iter().filter(|pattern| !OPEN.iter().any(|(open, _)| open == *pattern)) {
        let methods = stranger.methods(&filled(pattern)).await;
        assert!(!methods.is_empty(), "{pattern}: no methods are told");
        for method in methods.split(',').filter(|method| *method != "HEAD") {
            let answer = match method {
                "GET" => stranger.page(&filled(pattern)).await,
                "POST" => stranger.post(&filled(pattern), "deed=invite&mandate=x").await,
                other => panic!("{pattern}: say here what a stranger gets for {other}"),
            };
            let shut = answer.status == 401 || answer.status == 303;
            assert!(
                shut,
                "{method} {pattern}: {} to a stranger; if it is to be open, list it with why",
                answer.status
            );
            if answer.status == 303 {
                let to = answer.header("location");
                assert!(
                    to.starts_with("/sign-in?next=/") || (pattern == "/sign-out" && to == "/"),
                    "{pattern}: {to}"
                );
            }
        }
    }
}

#[tokio::test]
async fn a_door_that_is_open_to_strangers_is_there_and_no_door_answers_with_a_fault() {
    let house = House::new();
    let all = doors();
    for (open, _) in OPEN {
        assert!(all.contains(&(*open).to_owned()), "{open} is no address any more");
    }
    for visitor in house.visitors().await {
        for pattern in &all {
            let answer = visitor.browser.page(&filled(pattern)).await;
            assert!(!answer.status.is_server_error(), "{} at {pattern}: {}", visitor.name, answer.status);
        }
    }
}

#[tokio::test]
async fn what_is_asked_on_a_page_of_the_exercise_is_asked_of_the_exercise() {
    let house = House::new();
    for pattern in patterns().into_iter().filter(|pattern| parameters(pattern).is_empty()) {
        let page = house.browser("").page(&pattern).await.text;
        let asking = page.split("<form").skip(1).filter(|form| form.contains("method=\"get\""));
        for action in asking.filter_map(|form| form.split("action=\"").nth(1)?.split('"').next()) {
            assert!(action.starts_with(EXERCISE), "{pattern}: a form that asks {action}");
        }
    }
}

#[tokio::test]
async fn each_sees_the_doors_of_his_own_role_and_no_others() {
    let house = House::new();
    let appoints =
        ["xbr coordinator", "xal coordinator", "xfe coordinator", "xrf coordinator", "lak26 organizer"];
    for visitor in house.visitors().await {
        let name = visitor.name.as_str();
        let expected = |open: bool| match (name == "stranger", open) {
            (true, _) => 303,
            (false, true) => 200,
            (false, false) => 404,
        };
        for (door, open) in [
            ("/people", appoints.contains(&name)),
            ("/operator", name == "operator"),
            ("/account", true),
            ("/acting", true),
            // Who has read what of ours is for a party's coordinators alone.
            ("/exercise/reads", name.ends_with("coordinator")),
        ] {
            let answer = visitor.browser.page(door).await;
            assert_eq!(answer.status, expected(open), "{name} at {door}");
        }
    }
}
