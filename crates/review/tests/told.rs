//! Stories of what is told before something is shared: who will read it, by name, and who will not.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod bench;

use bench::hills::{Hills, Who, id, text};
use ledger::id::OwnerId;
use ledger::owner::OwnerSort;
use review::readers::Readers;
use review::round::Round;
use review::told::{Told, Why, chosen_as};
use serde_json::{Value, json};

/// A round with a third State that looks on, an invited organization, and a donor; a second round to which the fourth
/// State came.
fn region() -> Hills {
    let mut hills = Hills::begin();
    hills.found(Who::Corvia, OwnerSort::Party);
    let party =
        |label: &str, sort: &str| json!({"label": label, "sort": sort, "name": text(label), "sources": []});
    hills.publish(Who::Corvia, "party", "@party/xco", party("XCO", "state"));
    hills.publish(Who::Editor, "party", "@party/xdu", party("XDU", "state"));
    hills.publish(Who::Editor, "party", "@party/fund", party("FUND", "organization"));
    hills.seat("hill-2026", "xco", "observer");
    hills.seat("hill-2026", "org", "invited_organization");
    hills.convene(Who::Next, "hill-2023", "HIL23");
    let body =
        json!({"round": "@round/hill-2023", "party": "@party/xdu", "capacity": "participant", "sources": []});
    hills.publish(Who::Next, "delegation", "@delegation/hill-2023/xdu", body);
    let round = hills.view(Who::Round).find::<Round>(id("@round/hill-2026")).unwrap();
    let mut body = serde_json::to_value(&*round.body).unwrap();
    body["donors"] =
        json!([{"party": "@party/fund", "sources": []}, {"name": text("A foundation"), "sources": []}]);
    let act = json!({"act": "round", "record": "@round/hill-2026", "base": "newest", "audience": "public", "body": body});
    hills.act(Who::Round, act).unwrap();
    hills
}

fn told(hills: &Hills, readers: Value) -> Told {
    let readers: Readers = serde_json::from_value(review::shorthand::write_out(readers)).unwrap();
    let (view, actor) = (hills.view(Who::Aldmark), hills.actor(Who::Aldmark));
    let audience = readers.resolved(&view, &actor).unwrap();
    Told::of(&view, actor.owner, &readers, &audience)
}

fn owners(hills: &Hills, all: &[Who]) -> Vec<OwnerId> {
    let mut owners: Vec<OwnerId> = all.iter().map(|who| hills.actor(*who).owner).collect();
    owners.sort_unstable();
    owners
}

/// Who is left out, by name, and why.
fn left(told: &Told) -> Vec<(&str, Why)> {
    let mut left: Vec<(&str, Why)> =
        told.left_out.iter().map(|left| (left.name.for_reader("en").1, left.why)).collect();
    left.sort_unstable();
    left
}

#[test]
fn the_states_of_the_round_read_it_and_all_others_of_the_series_are_named_as_left_out() {
    let hills = region();
    let told = told(&hills, json!({"round": "@round/hill-2026"}));
    assert_eq!(told.reads, owners(&hills, &[Who::Brenmor, Who::Round]));
    assert!(!told.also_later);
    let expected = [
        ("A foundation", Why::Donor),
        ("FUND", Why::Donor),
        ("ORG", Why::Organization),
        ("XCO", Why::Observer),
        ("XDU", Why::State),
    ];
    assert_eq!(left(&told), expected);
}

#[test]
fn an_invited_organization_for_which_nobody_acts_here_is_not_passed_over_in_silence() {
    let hills = region();
    let told = told(&hills, json!({"round_and_organizations": "@round/hill-2026"}));
    assert!(left(&told).contains(&("ORG", Why::WithoutPeople)));
}

#[test]
fn named_readers_leave_out_every_other_state_of_the_series_one_takes_part_in() {
    let hills = region();
    let told = told(&hills, json!({"named": ["@party/xco"]}));
    assert_eq!(told.reads, owners(&hills, &[Who::Corvia]));
    let expected =
        [("FUND", Why::Donor), ("ORG", Why::Organization), ("XBR", Why::State), ("XDU", Why::State)];
    assert_eq!(left(&told), expected);
}

#[test]
fn who_joins_later_reads_what_is_told_to_the_series_and_to_everybody() {
    let hills = region();
    let series = told(&hills, json!({"series": "@series/hills"}));
    assert!(series.also_later);
    assert_eq!(series.reads, owners(&hills, &[Who::Brenmor, Who::Round, Who::Next]));
    assert!(
        left(&series).contains(&("XDU", Why::WithoutPeople))
            && left(&series).contains(&("ORG", Why::Organization))
    );
    let everybody = told(&hills, json!("public"));
    assert!(everybody.also_later && everybody.reads.is_empty() && everybody.left_out.is_empty());
}

#[test]
fn a_frozen_list_tells_the_round_it_was_chosen_for() {
    let hills = region();
    let (view, actor) = (hills.view(Who::Aldmark), hills.actor(Who::Aldmark));
    for readers in
        [Readers::Round(id("@round/hill-2026")), Readers::RoundAndOrganizations(id("@round/hill-2026"))]
    {
        let frozen = readers.resolved(&view, &actor).unwrap();
        assert_eq!(chosen_as(&view, &frozen), Some(readers));
    }
    let named = Readers::Named(vec![id("@party/xbr")]).resolved(&view, &actor).unwrap();
    assert_eq!(chosen_as(&view, &named), None);
}
