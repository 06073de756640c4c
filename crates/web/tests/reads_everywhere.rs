//! The read log on every page: whatever shows words of what another party shared narrowly is noted for that party, and
//! nothing else is.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

mod bench;

use axum::body::Body;
use axum::http::Request;
use bench::House;
use bench::ask::Answer;
use bench::kept::{All, Eyes, Kept};
use bench::marks;
use bench::targets::whole;
use bench::visitors::Visitor;
use desk::token::NewToken;
use ledger::id::{OwnerId, RecordId};
use ledger::owner::{OwnerSort, World};
use ledger::time::PartialDate;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What was noted: whose record, read for whom, which.
type Noted = BTreeSet<(OwnerId, OwnerId, RecordId)>;

/// What was noted today.
fn noted(house: &House) -> Noted {
    let today = PartialDate::of(house.people().now().day());
    let of = |owner: OwnerId| house.people().readings(owner).unwrap();
    let all = house.owners().into_iter().flat_map(of);
    let all = all.filter(|reading| reading.day == today);
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

/// A program that reads for the first person of a visitor's party for a year, and the day of its last answer.
struct Program<'h> {
    house: &'h House,
    token: String,
    days: i64,
}

impl<'h> Program<'h> {
    /// By the session of a visitor, who signs in anew when a year is over.
    async fn of(house: &'h House, visitor: &Visitor) -> Self {
        let login = visitor.name.replace(' ', "-");
        let browser = house.signed_in(&login).await;
        let signed = house.people().who(browser.cookies.trim_start_matches("session=")).unwrap().unwrap();
        let standing = house.site.desk.mandates(&signed.persons).remove(0);
        let new = NewToken { name: "reads".into(), days: 366, ..NewToken::default() };
        let token = house.people().make_token(&signed, (standing.person, standing.mandate), new).unwrap();
        Program { house, token, days: 0 }
    }

    /// Asks on a day of its own, so that whatever is read is noted anew.
    async fn ask(&mut self, visitor: &Visitor, target: &str) -> Answer {
        self.days += 1;
        if self.days % 300 == 0 {
            self.token = Program::of(self.house, visitor).await.token;
        }
        self.house.hands.pass(24 * 60 * 60 * 1000);
        let request = Request::get(target)
            .header("accept", "application/json")
            .header("authorization", format!("Bearer {}", self.token));
        self.house.browser("").send(request.body(Body::empty()).unwrap()).await
    }
}

#[tokio::test]
async fn whatever_shows_words_that_a_party_shared_with_some_is_noted_for_it_and_nothing_else_is() {
    let house = House::new();
    let (visitors, all, parties) = (house.visitors().await, house.all(), parties(&house));
    let step = if whole() { 1 } else { 4 };
    let targets: Vec<String> = house.targets(&all).into_iter().step_by(step).collect();
    let (mut silent, mut shown) = (BTreeMap::new(), 0);
    for name in ["xrf coordinator", "xal coordinator"] {
        let visitor: &Visitor = visitors.iter().find(|visitor| visitor.name == name).unwrap();
        let reader = visitor.eyes.owner.unwrap();
        let mut program = Program::of(&house, visitor).await;
        for target in &targets {
            let answer = program.ask(visitor, target).await;
            let noted = noted(&house);
            let told = told(&said(&answer), &all, &visitor.eyes, &parties);
            for (record, version) in &told {
                shown += 1;
                if !noted.contains(&(version.owner, reader, *record)) {
                    silent.entry(version.kind.clone()).or_insert_with(BTreeSet::new).insert(target.clone());
                }
            }
            for (owner, of, record) in &noted {
                assert_eq!((*of, parties.contains(owner)), (reader, true), "{name} at {target}");
                let open = |version: &&Kept| version.record == *record && version.is_open_to(&visitor.eyes);
                assert!(
                    all.versions.iter().filter(open).any(|version| !version.is_open_to(&Eyes::default())),
                    "{name} at {target}: noted though everybody reads it: {record}"
                );
            }
        }
    }
    assert!(shown > 200, "{shown}");
    assert!(silent.is_empty(), "shown and not noted: {silent:#?}");
}
