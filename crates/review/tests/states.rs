//! Stories of the archive's facts about States: four dates kept apart, what was known when, and names.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod bench;

use bench::{PaperDesk, archive};
use ledger::id::RecordId;
use ledger::view::{Seen, View};
use review::agency::Agency;
use review::instrument::{Force, Instrument};
use review::party::{Party, PartySort};
use review::plan::{Plan, PlanStanding};
use review::shorthand::record_of;
use review::treaty::Treaty;
use review::treaty_status::{Standing, TreatyStatus};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::OnceLock;

const STATES: [&str; 7] = ["blr", "kaz", "kgz", "mng", "tjk", "tkm", "uzb"];

fn told() -> &'static PaperDesk {
    static TOLD: OnceLock<PaperDesk> = OnceLock::new();
    TOLD.get_or_init(|| PaperDesk::with_the_archive().0)
}

fn status(view: &View<'_>, handle: &str) -> Option<Seen<TreatyStatus>> {
    view.find(record_of(&format!("@treaty-status/{handle}")))
}

fn day(date: Option<ledger::time::PartialDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

#[test]
fn where_depositaries_differ_all_are_told_and_the_earliest_is_followed() {
    let status = status(&told().public(), "blr/npt").unwrap();
    assert_eq!(day(status.body.deposited), "1993-02-09");
    let days: Vec<String> = status.body.deposits.iter().map(|deposit| deposit.date.to_string()).collect();
    assert_eq!(days, ["1993-02-09", "1993-07-22", "1993-07-23"]);
    assert!(status.body.confirm.is_some(), "it says where it is to be confirmed");
    assert_eq!(day(status.body.as_of), "2026-08-22");
}

#[test]
fn law_signature_deposit_and_entry_into_force_are_never_mixed() {
    let view = told().public();
    let geneva = status(&view, "kgz/geneva-1925").unwrap();
    assert_eq!(geneva.body.standing, Standing::Acceded);
    assert_eq!(day(geneva.body.law), "2019-02-13");
    assert_eq!((geneva.body.signed, geneva.body.deposited, geneva.body.in_force), (None, None, None));
    let protocol = status(&view, "kaz/iaea-ap").unwrap();
    assert_eq!(
        (day(protocol.body.signed), day(protocol.body.in_force)),
        ("2004-02-06".into(), "2007-05-09".into())
    );
    assert_eq!(protocol.body.deposited, None);
}

#[test]
fn a_treaty_is_signed_before_a_law_is_passed_before_an_instrument_is_deposited() {
    let standing = |day: &str| status(&told().public_on(day), "kgz/icsant").map(|seen| seen.body.standing);
    assert_eq!(standing("2006-05-04"), None);
    assert_eq!(standing("2006-05-05"), Some(Standing::Signed));
    assert_eq!(standing("2007-04-28"), Some(Standing::Ratified));
    assert_eq!(standing("2007-10-02"), Some(Standing::Party));
}

#[test]
fn what_was_not_read_is_absent_and_what_sources_did_not_say_is_not_found() {
    let view = told().public();
    assert!(status(&view, "kgz/cppnm-amendment").is_none());
    assert!(status(&view, "uzb/wassenaar").is_none());
    let not_found: Vec<_> =
        view.all::<TreatyStatus>().filter(|seen| seen.body.standing == Standing::NotFound).collect();
    assert!(!not_found.is_empty());
    for seen in not_found {
        assert!(!seen.body.sources.is_empty() && seen.body.note.is_some(), "{:?}", seen.record);
    }
}

#[test]
fn every_status_is_of_one_of_the_seven_states_and_of_a_treaty_that_is_there_once() {
    let view = told().public();
    let states: BTreeSet<RecordId> =
        STATES.iter().map(|state| record_of(&format!("@party/{state}"))).collect();
    let mut seen = BTreeSet::new();
    for status in view.all::<TreatyStatus>() {
        assert!(states.contains(&status.body.party));
        assert!(view.find::<Treaty>(status.body.treaty).is_some());
        assert!(seen.insert((status.body.party, status.body.treaty)), "told twice: {:?}", status.record);
    }
    assert!(seen.len() > 130, "{}", seen.len());
}

#[test]
fn a_law_is_in_force_until_the_day_on_which_it_ceased_to_be() {
    let law = record_of("@instrument/kaz/export-control-2007");
    let standing =
        |day: &str| told().public_on(day).find::<Instrument>(law).and_then(|seen| seen.body.standing);
    assert_eq!(standing("2023-02-27"), None);
    assert_eq!(standing("2023-02-28"), Some(Force::Repealed));
}

#[test]
fn plans_follow_each_other() {
    let view = told().public();
    let plan = |slug: &str| view.find::<Plan>(record_of(&format!("@plan/kgz/{slug}"))).unwrap();
    assert_eq!(plan("2026").body.standing, Some(PlanStanding::InPreparation));
    assert_eq!(plan("2026").body.follows, Some(plan("2022").record));
    assert_eq!(plan("2017").body.follows, Some(plan("2013").record));
    let then = told().public_on("2023-12-31");
    assert_eq!(then.find::<Plan>(plan("2022").record).unwrap().body.standing, Some(PlanStanding::Approved));
}

#[test]
fn an_agency_keeps_its_earlier_name() {
    let agency = record_of("@agency/kgz/economy");
    let names = |view: View<'_>| -> Vec<String> {
        let agency = view.find::<Agency>(agency).unwrap();
        agency.body.names.iter().map(|naming| naming.name.for_reader("en").1.to_owned()).collect()
    };
    assert_eq!(names(told().public_on("2018-12-31")), ["Ministry of Economy"]);
    assert_eq!(names(told().public()), ["Ministry of Economy", "Ministry of Economy and Commerce"]);
}

#[test]
fn the_states_of_the_region_are_named_in_english_russian_and_their_seven_languages() {
    let view = told().public();
    for state in STATES {
        let party = view.find::<Party>(record_of(&format!("@party/{state}"))).unwrap();
        let tags: BTreeSet<&str> = party.body.name.wordings.iter().map(|(tag, _)| tag.as_str()).collect();
        let expected = BTreeSet::from(["be", "en", "kk", "ky", "mn", "ru", "tg", "tk", "uz"]);
        assert_eq!(tags, expected, "{state}");
        assert_eq!(party.body.sort, PartySort::State);
        let formal = party.body.formal.as_ref().unwrap();
        assert!(["en", "ru"].iter().all(|tag| formal.wordings.get(*tag).is_some()), "{state}");
    }
    let kyrgyzstan = view.find::<Party>(record_of("@party/kgz")).unwrap();
    for tag in ["ru", "mn", "be", "ky"] {
        assert_eq!(kyrgyzstan.body.name.for_reader(tag).1, "Кыргызстан");
    }
}

#[test]
fn the_archive_writes_names_as_the_united_nations_does() {
    for (place, act) in archive() {
        let written = act.to_string().to_lowercase();
        for wrong in ["киргиз", "белоруссия", "белоруссии", "туркмения", "kirghiz", "byelorussia"]
        {
            assert!(!written.contains(wrong), "{place}: {wrong}");
        }
    }
}

#[test]
fn every_text_of_the_archive_is_there_in_english_and_in_russian() {
    fn texts(value: &Value, place: &str) {
        match value {
            Value::Object(fields) if fields.contains_key("en") => {
                assert!(fields.contains_key("ru"), "{place}: {value}");
            }
            Value::Object(fields) => fields.values().for_each(|field| texts(field, place)),
            Value::Array(items) => items.iter().for_each(|item| texts(item, place)),
            _ => {}
        }
    }
    archive().for_each(|(place, act)| texts(&act["body"], &place));
}
