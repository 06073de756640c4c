//! The read log on every page: whatever shows words of what another party shared narrowly is noted for that party, and
//! nothing else is.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

mod bench;

use bench::House;
use bench::ask::{Answer, As};
use bench::kept::{All, Eyes, Kept};
use bench::marks;
use bench::targets::whole;
use bench::visitors::Visitor;
use ledger::id::{OwnerId, RecordId};
use ledger::owner::{OwnerSort, World};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What was noted: whose record, read for whom, which.
type Noted = BTreeSet<(OwnerId, OwnerId, RecordId)>;

fn noted(house: &House) -> Noted {
    let of = |owner: OwnerId| house.people().readings(owner).unwrap();
    let all = house.owners().into_iter().flat_map(of);
    all.map(|reading| (reading.owner, reading.reader, reading.record)).collect()
}

/// The owners that are parties: what is joint to a round is watched by nobody.
fn parties(house: &House) -> BTreeSet<OwnerId> {
    let reading = house.site.desk.reading(World::Exercise);
    let is_party = |(_, record): &(OwnerId, RecordId)| {
        let owner = house.site.desk.actor_of(*record).unwrap();
        owner.role == review::actor::Role::first_of(OwnerSort::Party)
    };
    reading.into_iter().filter(is_party).map(|(owner, _)| owner).collect()
}

/// The versions in a text, by their marks, that are a party's, not this reader's, and not everybody's.
fn told<'a>(
    text: &str,
    all: &'a All,
    eyes: &Eyes,
    parties: &BTreeSet<OwnerId>,
) -> BTreeMap<RecordId, &'a Kept> {
    let mut told = BTreeMap::new();
    for mark in marks::within(text) {
        let versions = all.marks.get(mark).into_iter().flatten().map(|place| &all.versions[*place]);
        let open: Vec<&Kept> = versions.filter(|version| version.is_open_to(eyes)).collect();
        let public = open.iter().any(|version| version.is_open_to(&Eyes::default()));
        for version in open {
            // A marking is a label that stands on other records: whoever reads those reads it.
            let label = version.kind == "ledger.marking";
            if !public && !label && eyes.owner != Some(version.owner) && parties.contains(&version.owner) {
                told.insert(version.record, version);
            }
        }
    }
    told
}

/// What a screen says in its JSON, without what records are called: a link has the title of what it leads to, a closing has
/// that of its question, and to be named is not to be read; nor is the marking that a version carries.
fn said(answer: &Answer) -> String {
    let mut said: Value = serde_json::from_str(&answer.text).unwrap_or_default();
    unnamed(&mut said);
    said.to_string()
}

fn unnamed(said: &mut Value) {
    match said {
        Value::Object(fields) => {
            // A submission by its symbol, in a line that speaks of an answer.
            if fields
                .get("submission")
                .is_some_and(|symbol| symbol.as_str().is_some_and(|symbol| symbol.contains('/')))
            {
                fields.remove("submission");
            }
            fields.retain(|name, _| !["title", "symbol", "on", "marking"].contains(&name.as_str()));
            fields.iter_mut().filter(|(name, _)| *name != "body").for_each(|(_, value)| unnamed(value));
        }
        Value::Array(items) => items.iter_mut().for_each(unnamed),
        _ => {}
    }
}

#[tokio::test]
async fn whatever_shows_words_that_a_party_shared_with_some_is_noted_for_it_and_nothing_else_is() {
    let house = House::new();
    let (visitors, all, parties) = (house.visitors().await, house.all(), parties(&house));
    let step = if whole() { 1 } else { 4 };
    let targets: Vec<String> = house.targets(&all).into_iter().step_by(step).collect();
    let mut before = noted(&house);
    let (mut silent, mut shown) = (BTreeMap::new(), 0);
    for name in ["xrf coordinator", "lak26 organizer", "xal coordinator"] {
        let visitor: &Visitor = visitors.iter().find(|visitor| visitor.name == name).unwrap();
        let reader = visitor.eyes.owner.unwrap();
        for target in &targets {
            for form in [As::Page, As::Json] {
                let answer = visitor.browser.get(target, form).await;
                let after = noted(&house);
                let told = told(&said(&answer), &all, &visitor.eyes, &parties);
                for (record, version) in &told {
                    shown += 1;
                    if !after.contains(&(version.owner, reader, *record)) {
                        silent
                            .entry(version.kind.clone())
                            .or_insert_with(BTreeSet::new)
                            .insert(target.clone());
                    }
                }
                for (owner, of, record) in after.difference(&before) {
                    assert_eq!((*of, parties.contains(owner)), (reader, true), "{name} at {target}");
                    let versions = all.versions.iter().filter(|version| version.record == *record);
                    let open: Vec<&Kept> =
                        versions.filter(|version| version.is_open_to(&visitor.eyes)).collect();
                    assert!(
                        open.iter().any(|version| !version.is_open_to(&Eyes::default())),
                        "{name} at {target}: noted though everybody reads it: {record}"
                    );
                }
                before = after;
            }
        }
    }
    assert!(shown > 200, "{shown}");
    assert!(silent.is_empty(), "shown and not noted: {silent:#?}");
}
