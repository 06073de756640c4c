//! Who may do and read what: every act as every person, by really asking its rule, written to `docs/who-may.txt`.
//!
//! The world is small and made up: one round with its States, an organization, a donor, a State that does not take part.
//! What is asked of each act stands in `forms`: an act without a form there fails this test. The file is written anew
//! with `TAMGA_WRITE=1 cargo test -p desk --test who_may`; a changed line is a changed right, to be read by a person.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

mod forms;
mod people;
mod read;
mod round;
mod table;

use people::Person;
use review::act::{Act, Deed, WORDS, offered};
use review::refusal::Refusal;
use review::shorthand::{self, record_of};
use round::{Small, Stage};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use table::Asked;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/who-may.txt");

/// What the rule of an act says to a person; nothing is written.
fn rule(small: &Small, person: &Person, act: &Value) -> Result<(), Refusal> {
    let deed: Deed = Act::read(shorthand::write_out(act.clone()))?.deed;
    small.see(person, |view| deed.perform(view, &person.actor)).map(|_| ())
}

/// Everything that is asked, in the order of the acts, once for all tests.
static ASKED: LazyLock<Vec<Asked>> = LazyLock::new(all_asked);

/// The same: what is asked at every stage of the round.
fn all_asked() -> Vec<Asked> {
    let mut asked: BTreeMap<(usize, usize), Asked> = BTreeMap::new();
    let mut small = Small::begin();
    for stage in Stage::all() {
        small.bring_to(stage);
        for (place, word) in WORDS.iter().enumerate() {
            for (way, (name, act)) in forms::ways(&small, word).into_iter().enumerate() {
                let said: Vec<Result<(), Refusal>> =
                    small.people().iter().map(|person| rule(&small, person, &act)).collect();
                let line = asked.entry((place, way)).or_insert_with(|| Asked::new(word, name));
                line.at.push((stage.word(), said));
            }
        }
    }
    asked.into_values().collect()
}

#[test]
fn the_table_of_who_may_do_what_is_what_the_code_does() {
    let small = Small::begin();
    let text = table::drawn(&small, &read::rows(&small), &ASKED);
    if std::env::var_os("TAMGA_WRITE").is_some() {
        std::fs::write(FILE, &text).unwrap();
    }
    let stored = std::fs::read_to_string(FILE).unwrap_or_default();
    let differs = text.lines().zip(stored.lines()).find(|(now, then)| now != then);
    assert!(
        text == stored,
        "docs/who-may.txt differs ({differs:?}). If the right was changed on purpose, write it anew with TAMGA_WRITE=1 \
         and have somebody read the difference."
    );
}

#[test]
fn every_act_has_a_form_that_somebody_may_hand_in() {
    for asked in ASKED.iter() {
        let somebody = asked.at.iter().any(|(_, said)| said.iter().any(Result::is_ok));
        let why = asked.at.first().map(|(_, said)| said.iter().find(|said| said.is_err()));
        assert!(somebody, "{} ({}): nobody may, so the form is not valid: {why:?}", asked.word, asked.way);
    }
}

#[test]
fn what_is_hidden_from_a_person_is_refused_to_him_as_if_it_were_absent() {
    let small = Small::begin();
    let mut tried = 0;
    for word in WORDS {
        for (way, act) in forms::ways(&small, word) {
            for person in small.people() {
                // A translator knows what the text he was given speaks of.
                let known = small.named_in(person, act["record"].as_str().unwrap_or_default());
                let hidden = |named: &String| !small.sees(person, named) && !known(named);
                for hidden in forms::named(&act).into_iter().filter(hidden) {
                    let written = act.to_string();
                    let absent = written.replace(&format!("\"{hidden}\""), "\"@record/that/is/absent\"");
                    let absent = rule(&small, person, &serde_json::from_str(&absent).unwrap());
                    let keys =
                        |said: Result<(), Refusal>| said.map_err(|refusal| (refusal.key, refusal.field));
                    let hidden_said = keys(rule(&small, person, &act));
                    assert_eq!(hidden_said, keys(absent), "{word} ({way}) as {person:?}, {hidden}");
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 500, "{tried}: too little is hidden for this to say anything");
}

#[test]
fn what_a_rule_allows_on_a_record_is_offered_and_what_is_offered_some_form_of_it_is_allowed() {
    let small = Small::begin();
    for word in WORDS {
        let on = |act: &Value| {
            act[if ["clear", "mark"].contains(word) { "of" } else { "record" }].as_str().map(str::to_owned)
        };
        for person in small.people() {
            let mut said: BTreeMap<String, bool> = BTreeMap::new();
            for (_, act) in forms::ways(&small, word) {
                let Some(record) = on(&act).filter(|record| small.sees(person, record)) else { continue };
                *said.entry(record).or_default() |= rule(&small, person, &act).is_ok();
            }
            for (record, allowed) in said {
                let offered = small.see(person, |view| offered(view, &person.actor, record_of(&record)));
                let offered = offered.contains(word);
                assert_eq!(offered, allowed, "{word} on {record} as {person:?}");
            }
        }
    }
}

#[test]
fn nobody_changes_shares_withdraws_or_erases_what_is_another_owners() {
    let small = Small::begin();
    for word in WORDS {
        for (way, act) in forms::ways(&small, word) {
            let Some(record) = act["record"].as_str().and_then(|handle| small.owner_of(handle)) else {
                continue;
            };
            for person in small.people().iter().filter(|person| person.actor.owner != record) {
                assert!(rule(&small, person, &act).is_err(), "{word} ({way}) as {person:?}");
            }
        }
    }
}
