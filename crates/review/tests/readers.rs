//! Stories of who reads: the label that was chosen, resolved to parties and frozen when it was told.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod bench;

use bench::hills::{Hills, Who, id, submission};
use ledger::audience::{Audience, Reader, ReadersLabel};
use ledger::view::AsOf;
use review::submission::Submission;
use serde_json::{Value, json};

fn told(readers: Value) -> Hills {
    let mut hills = Hills::begin();
    let became = hills.say(Who::Aldmark, "submission", "@submission/xal", readers, submission("xal"));
    assert!(became.is_ok(), "{became:?}");
    hills
}

fn refused(readers: Value) -> (&'static str, String) {
    let mut hills = Hills::begin();
    hills.say(Who::Aldmark, "submission", "@submission/xal", readers, submission("xal")).unwrap_err()
}

#[test]
fn what_names_no_readers_is_the_own_delegations() {
    let mut hills = Hills::begin();
    let act = json!({"act": "submission", "record": "@submission/xal", "body": submission("xal")});
    assert!(hills.act(Who::Aldmark, act).is_ok());
    assert!(hills.sees(Who::Aldmark, "@submission/xal"));
    for who in [Who::Brenmor, Who::Round, Who::Editor] {
        assert!(!hills.sees(who, "@submission/xal"), "{who:?}");
    }
}

#[test]
fn the_readers_of_a_round_are_its_states_and_its_own_people_and_are_frozen() {
    let hills = told(json!({"round": "@round/hill-2026"}));
    let seen = hills.view(Who::Brenmor).find::<Submission>(id("@submission/xal")).unwrap();
    let all = [Who::Aldmark, Who::Brenmor, Who::Round].map(|who| hills.actor(who).owner);
    assert_eq!(*seen.facts.audience, Audience::readers(ReadersLabel::Round, all));
    assert!(!hills.sees(Who::Editor, "@submission/xal"));
    assert!(!hills.is_public("@submission/xal"));
}

#[test]
fn who_joins_later_reads_nothing_earlier_unless_the_owner_extends_it() {
    let mut hills = told(json!({"round": "@round/hill-2026"}));
    hills.join_corvia();
    assert!(!hills.sees(Who::Corvia, "@submission/xal"));
    let again = json!({
        "act": "share", "record": "@submission/xal", "content": "newest", "with": {"round": "@round/hill-2026"},
    });
    assert!(hills.act(Who::Aldmark, again).is_ok(), "the list is another one now");
    assert!(hills.sees(Who::Corvia, "@submission/xal"));
}

#[test]
fn who_leaves_keeps_what_was_given_and_gets_nothing_new() {
    let mut hills = told(json!({"round": "@round/hill-2026"}));
    let leave = json!({"act": "withdraw", "record": "@delegation/hill-2026/xbr", "from": {"type": "public"}});
    assert!(hills.act(Who::Round, leave).is_ok());
    assert!(hills.sees(Who::Brenmor, "@submission/xal"));
    let part = json!({"submission": "@submission/xal", "part": "changed", "brief": {"en": "A new law"}});
    hills.tell(Who::Aldmark, "part", "@part/changed", part);
    assert!(!hills.sees(Who::Brenmor, "@part/changed"));
    assert!(hills.sees(Who::Round, "@part/changed"));
}

#[test]
fn a_party_without_people_here_cannot_be_a_reader() {
    let named = refused(json!({"named": ["@party/xbr", "@party/org"]}));
    assert_eq!(named, ("refusal-reader-without-people", "audience".into()));
}

#[test]
fn an_invited_organization_without_people_is_passed_over_among_the_readers_of_a_round() {
    let mut hills = Hills::begin();
    hills.seat("hill-2026", "org", "invited_organization");
    let readers = json!({"round_and_organizations": "@round/hill-2026"});
    let became = hills.say(Who::Aldmark, "submission", "@submission/xal", readers, submission("xal"));
    assert!(became.is_ok(), "{became:?}");
    let seen = hills.view(Who::Brenmor).find::<Submission>(id("@submission/xal")).unwrap();
    let all = [Who::Aldmark, Who::Brenmor, Who::Round].map(|who| hills.actor(who).owner);
    assert_eq!(*seen.facts.audience, Audience::readers(ReadersLabel::RoundAndOrganizations, all));
}

#[test]
fn an_observer_is_no_reader_of_a_round() {
    let mut hills = Hills::begin();
    hills.found(Who::Corvia, ledger::owner::OwnerSort::Party);
    let party = json!({"label": "XCO", "sort": "state", "name": {"en": "Corvia"}, "sources": []});
    hills.publish(Who::Corvia, "party", "@party/xco", party);
    hills.seat("hill-2026", "xco", "observer");
    let readers = json!({"round_and_organizations": "@round/hill-2026"});
    assert!(hills.say(Who::Aldmark, "submission", "@submission/xal", readers, submission("xal")).is_ok());
    assert!(!hills.sees(Who::Corvia, "@submission/xal"));
}

#[test]
fn readers_that_are_not_there_are_refused() {
    let unknown = ("refusal-record-unknown", "audience".to_owned());
    assert_eq!(refused(json!({"round": "@round/nowhere"})), unknown);
    assert_eq!(refused(json!({"series": "@series/nowhere"})), unknown);
    assert_eq!(refused(json!({"named": ["@party/nowhere"]})), unknown);
    let malformed = ("refusal-audience-malformed", "audience".to_owned());
    assert_eq!(refused(json!({"named": []})), malformed);
    assert_eq!(refused(json!({"named": ["@party/xal"]})), malformed, "nobody but oneself");
    assert_eq!(refused(json!({"agencies": []})), malformed);
}

#[test]
fn what_is_told_to_a_series_is_read_by_its_states_also_those_who_join_later() {
    let hills = told(json!({"series": "@series/hills"}));
    let outsider = hills.actor(Who::Brenmor).reader;
    assert!(!hills.sees(Who::Brenmor, "@submission/xal"), "who has not joined yet");
    let joined = Reader { series: vec![id("@series/hills")], ..outsider };
    let view = hills.desk.view(joined, AsOf::Now);
    assert!(view.find::<Submission>(id("@submission/xal")).is_some());
}

#[test]
fn nobody_learns_of_a_newer_draft_or_of_other_readers() {
    let mut hills = told(json!({"round": "@round/hill-2026"}));
    let mut later = submission("xal");
    later["form"] = "matrix".into();
    let draft = json!({"act": "submission", "record": "@submission/xal", "base": "newest", "audience": "own", "body": later});
    assert!(hills.act(Who::Aldmark, draft).is_ok());
    let share = json!({"act": "share", "record": "@submission/xal", "content": "newest", "with": {"named": ["@party/xbr"]}});
    assert_eq!(hills.view(Who::Brenmor).history(id("@submission/xal")).len(), 1);
    assert!(hills.act(Who::Aldmark, share).is_ok());
    assert_eq!(hills.view(Who::Brenmor).history(id("@submission/xal")).len(), 2);
    assert_eq!(hills.view(Who::Round).history(id("@submission/xal")).len(), 1, "told to Brenmor alone");
}

#[test]
fn a_round_stays_in_the_series_for_which_it_was_founded() {
    let mut hills = Hills::begin();
    let other = json!({"slug": "lakes", "title": {"en": "Lakes"}, "about": {"en": "Lakes"}, "sources": []});
    hills.publish(Who::Editor, "series", "@series/lakes", other);
    let mut round = round("hill-2026", "HIL26");
    round["title"] = json!({"en": "Another title"});
    let again = |body: Value| json!({"act": "round", "record": "@round/hill-2026", "base": "newest", "audience": "public", "body": body});
    assert!(hills.act(Who::Round, again(round.clone())).is_ok());
    round["series"] = "@series/lakes".into();
    let kept = Err(("refusal-series-kept", "body/series".to_owned()));
    assert_eq!(hills.act(Who::Round, again(round.clone())), kept);
    let gone = json!({"act": "withdraw", "record": "@round/hill-2026", "from": {"type": "public"}});
    assert!(hills.act(Who::Round, gone).is_ok());
    assert_eq!(hills.act(Who::Round, again(round)), kept, "nor by a way round it");
}

#[test]
fn who_founds_a_round_chooses_its_series_and_nobody_appointed_later() {
    let mut hills = Hills::begin();
    hills.found(Who::Next, ledger::owner::OwnerSort::Round);
    let mandate = json!({"person": "@person/later", "role": "organizer", "from": "2026-01-01T00:00:00.000Z"});
    assert!(hills.say(Who::Next, "mandate", "@mandate/later", json!("own"), mandate).is_ok());
    let founder = hills.actor(Who::Next);
    let mut later = founder.clone();
    later.by.mandate = id("@mandate/later");
    let act = json!({"act": "round", "id": "@act/new", "record": "@round/new", "body": round("new", "NEW")});
    let decided = |actor| hills.desk.decide(actor, act.clone()).map(|_| ()).map_err(|refusal| refusal.key);
    assert_eq!(decided(&later), Err("refusal-series-kept"));
    assert_eq!(decided(&founder), Ok(()));
}

fn round(slug: &str, symbol: &str) -> Value {
    json!({
        "series": "@series/hills", "slug": slug, "symbol": symbol, "title": {"en": slug}, "summary": {"en": "A round"},
        "standing": "announced", "dates": [], "initiators": [], "hosts": [], "organizers": [], "donors": [],
        "themes": [], "steps": [], "notes": [], "sources": [],
    })
}
