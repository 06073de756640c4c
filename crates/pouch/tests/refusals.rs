//! What may not enter, forks and erasures: one bad lane does not hold up the others, and both sides are told.

// Helpers of tests stand outside test functions, where clippy does not see that this is a test.
#![allow(clippy::unwrap_used)]

mod world;

use ledger::audience::{Audience, Reader, ReadersLabel};
use ledger::draft::Draft;
use ledger::entry::{Batch, Entry, What};
use ledger::examine::Barred;
use ledger::gate::From;
use ledger::id::Hash;
use ledger::owner::Origin;
use ledger::version::{Lane, read_header};
use ledger::view::{AsOf, View};
use pouch::open::OpenError;
use pouch::pack::PackError;
use pouch::receipt::{Place, Refused, Why};
use pouch::{Known, Pouch, Sent, World, open, pack};
use store::Store;
use store::conformance::dump;
use world::{Node, Note, act, moment, record};

fn two() -> (Node, Node) {
    (Node::new("one", Origin::Real, false), Node::new("two", Origin::Real, false))
}

fn note(words: &str) -> Note {
    Note { words: words.into() }
}

/// Where and why something was refused.
fn refusals(refused: &[Refused]) -> Vec<(Place, Why)> {
    refused.iter().map(|refused| (refused.place, refused.why.clone())).collect()
}

fn lane(label: &str, audience: &Audience) -> Lane {
    Lane::of(record(label), audience)
}

fn versions(node: &Node, what: What) -> usize {
    dump(&node.store, 0).iter().filter(|told| told.entry.what == what).count()
}

#[test]
fn a_pouch_that_comes_again_does_nothing_and_gives_the_same_receipt() {
    let (one, mut two) = two();
    one.say(1, record("a"), "first", &Audience::Public);
    one.say(2, record("a"), "second", &Audience::Public);
    one.erase(3, record("a"), "first", &[(0, Audience::Public)]);
    let pouch = one.pack_for(two.reader());
    let receipt = two.receive(&pouch, 4);
    let after = dump(&two.store, 0);
    assert_eq!(two.receive(&pouch, 5), receipt);
    assert_eq!(dump(&two.store, 0), after);
    assert_eq!(receipt.held[&lane("a", &Audience::Public)].no, 2);
}

#[test]
fn after_the_receipt_only_what_is_new_is_packed() {
    let (mut one, mut two) = two();
    one.say(1, record("a"), "first", &Audience::Public);
    let receipt = two.receive(&one.pack_for(two.reader()), 2);
    one.learn(&receipt);
    assert!(one.pack_for(two.reader()).is_empty());
    one.say(3, record("a"), "second", &Audience::Public);
    one.say(4, record("b"), "draft", &Audience::Own);
    let pouch = one.pack_for(two.reader());
    assert_eq!((pouch.lanes.len(), pouch.lanes[0].versions.len(), pouch.contents.len()), (1, 1, 1));
    // A node that begins anew says so by its receipt, and gets everything again.
    let mut anew = Node::new("two", Origin::Real, false);
    let receipt = anew.receive(&pouch, 5);
    assert_eq!(
        refusals(&receipt.refused),
        [(Place::Lane(lane("a", &Audience::Public)), Why::Barred(Barred::NotNext))]
    );
    one.learn(&receipt);
    let receipt = anew.receive(&one.pack_for(anew.reader()), 6);
    assert_eq!((receipt.held[&lane("a", &Audience::Public)].no, receipt.refused), (2, vec![]));
}

#[test]
fn a_node_that_signs_for_an_owner_it_does_not_host_is_refused_and_both_sides_are_told() {
    let (one, mut two) = two();
    one.say(1, record("a"), "what one says", &Audience::Public);
    two.receive(&one.pack_for(two.reader()), 2);
    // The second node forges a version of the first one's lane, and one of a record of its own making.
    let mut three = Node::new("three", Origin::Real, false);
    three.receive(&one.pack_for(three.reader()), 2);
    two.say(3, record("b"), "what two says", &Audience::Public);
    let draft = |label| Draft::new(record(label), Audience::Public, None, note("what one never said"));
    let forged = ["a", "c"].map(|label| two.sign(one.owner, 4, 0, draft(label), label));
    let mut pouch = two.pack_for(three.reader());
    for (label, entry) in ["a", "c"].into_iter().zip(forged) {
        pouch.lanes.retain(|sent| sent.lane != lane(label, &Audience::Public));
        pouch.contents.insert(Hash::of(entry.content.as_ref().unwrap()), entry.content.clone().unwrap());
        pouch.lanes.push(Sent {
            lane: lane(label, &Audience::Public),
            versions: vec![Entry { content: None, ..entry }],
        });
    }
    let receipt = three.receive(&pouch, 5);
    let public = |label| Place::Lane(lane(label, &Audience::Public));
    let not_host = || Why::Barred(Barred::NotHost);
    assert_eq!(refusals(&receipt.refused), [(public("a"), not_host()), (public("c"), not_host())]);
    assert_eq!(receipt.held[&lane("b", &Audience::Public)].no, 1, "the good lane was taken");
    assert_eq!(receipt.held[&lane("a", &Audience::Public)].no, 1, "what one said stands");
    assert!(!receipt.held.contains_key(&lane("c", &Audience::Public)));
    assert_eq!(three.store.inspect().unwrap().findings, []);
    two.learn(&receipt);
    assert_eq!(two.told, [receipt]);
}

#[test]
fn a_forged_header_in_a_good_pouch_is_refused_with_what_follows_it_and_the_rest_is_taken() {
    let (one, mut two) = two();
    for (step, label) in [(1, "a"), (2, "a"), (3, "a"), (4, "b")] {
        one.say(step, record(label), &format!("said {step}"), &Audience::Public);
    }
    let mut pouch = one.pack_for(two.reader());
    let at = pouch.lanes.iter().position(|sent| sent.lane == lane("a", &Audience::Public)).unwrap();
    let bytes = &mut pouch.lanes[at].versions[1].bytes;
    let text = String::from_utf8(bytes.to_vec()).unwrap().replace("coordinator", "coordinatrix");
    *bytes = text.into_bytes().into();
    let forged = Hash::of(bytes);
    let receipt = two.receive(&pouch, 5);
    let place = Place::Lane(lane("a", &Audience::Public));
    let why = Why::Barred(Barred::BadSignature);
    assert_eq!(receipt.refused, [Refused { place, entry: forged, why }]);
    assert_eq!(receipt.held[&lane("a", &Audience::Public)].no, 1);
    assert_eq!(receipt.held[&lane("b", &Audience::Public)].no, 1);
    // The true pouch mends it.
    let receipt = two.receive(&one.pack_for(two.reader()), 6);
    assert_eq!((receipt.held[&lane("a", &Audience::Public)].no, receipt.refused), (3, vec![]));
}

#[test]
fn a_forked_lane_stops_the_evidence_is_kept_and_both_sides_are_told() {
    let (mut one, mut two) = two();
    one.say(1, record("a"), "first", &Audience::Public);
    // The same party, restored from a copy, says something else under the same number.
    let restored = Node::new("one", Origin::Real, false);
    restored.say(1, record("a"), "first", &Audience::Public);
    one.say(2, record("a"), "second", &Audience::Public);
    one.say(3, record("b"), "other", &Audience::Public);
    restored.say(2, record("a"), "zwei", &Audience::Public);
    restored.say(4, record("a"), "drei", &Audience::Public);
    let public = lane("a", &Audience::Public);
    let first = two.receive(&one.pack_for(two.reader()), 5);
    assert_eq!((first.held[&public].no, first.forks), (2, vec![]));
    let pouch = restored.pack_for(two.reader());
    let receipt = two.receive(&pouch, 6);
    let sent = pouch.lanes.iter().find(|sent| sent.lane == public).unwrap();
    let evidence = sent.versions[1].hash();
    assert_eq!(
        receipt.forks.iter().map(|fork| (fork.lane, fork.no, fork.came)).collect::<Vec<_>>(),
        [(public, 2, evidence)]
    );
    assert_eq!(refusals(&receipt.refused), [(Place::Lane(public), Why::Barred(Barred::Stopped))]);
    assert_eq!(receipt.held[&public].no, 2, "what came first stands");
    assert_eq!(versions(&two, What::Fork), 1);
    assert_eq!(two.receive(&pouch, 7), receipt, "told again, and kept once");
    assert_eq!(versions(&two, What::Fork), 1);
    one.learn(&receipt);
    one.say(8, record("a"), "third", &Audience::Public);
    one.say(9, record("b"), "goes on", &Audience::Public);
    let after = two.receive(&one.pack_for(two.reader()), 10);
    assert_eq!(refusals(&after.refused), [(Place::Lane(public), Why::Barred(Barred::Stopped))]);
    assert_eq!(after.held[&lane("b", &Audience::Public)].no, 2);
    let found = two.store.inspect().unwrap();
    assert_eq!((found.forks, found.findings), (1, vec![]));
}

#[test]
fn an_erasure_drops_the_content_where_it_went_and_the_receipt_says_so() {
    let (mut one, mut two) = two();
    let named = Audience::readers(ReadersLabel::Named, [two.owner]);
    one.say(1, record("a"), "spilt", &Audience::Own);
    one.say(2, record("a"), "spilt", &named);
    let before = one.pack_for(two.reader());
    let receipt = two.receive(&before, 3);
    one.learn(&receipt);
    let header = read_header(&before.lanes[0].versions[0].bytes).unwrap();
    let spilt = header.content.unwrap();
    assert!(two.store.content(spilt).unwrap().is_some());
    one.erase(4, record("a"), "spilt", &[(0, Audience::Own), (1, named.clone())]);
    let receipt = two.receive(&one.pack_for(two.reader()), 5);
    assert_eq!((receipt.dropped, receipt.refused), (vec![spilt], vec![]));
    assert_eq!(two.store.content(spilt).unwrap(), None);
    // A pouch from before the erasure, which the courier brings late, does not bring it back.
    two.receive(&before, 6);
    assert_eq!(two.store.content(spilt).unwrap(), None);
    let found = two.store.inspect().unwrap();
    assert_eq!((found.erased, found.findings), (1, vec![]));
    // Who hears of it only now gets the erasure and the bare lane.
    let mut late = Node::new("two", Origin::Real, false);
    one.known.clear();
    let receipt = late.receive(&one.pack_for(late.reader()), 7);
    assert_eq!((receipt.held.len(), receipt.dropped, receipt.refused), (2, vec![spilt], vec![]));
}

#[test]
fn what_was_erased_for_others_waits_until_it_can_be_accounted_for() {
    let (mut one, mut two) = two();
    let mut three = Node::new("three", Origin::Real, false);
    let few = Audience::readers(ReadersLabel::Named, [two.owner]);
    one.say(1, record("a"), "spilt", &few);
    one.say(2, record("a"), "spilt", &Audience::Public);
    two.receive(&one.pack_for(two.reader()), 3);
    one.erase(4, record("a"), "spilt", &[(0, few.clone()), (1, Audience::Public)]);
    // Only the erasure for the few has come to the second node, which drops the content at once.
    let mut pouch = one.pack_for(two.reader());
    pouch.lanes.retain(|sent| read_header(&sent.versions[0].bytes).unwrap().audience == few);
    two.receive(&pouch, 5);
    assert!(two.pack_for(three.reader()).is_empty(), "it would tell that somebody else had read it");
    one.known.clear();
    two.receive(&one.pack_for(two.reader()), 6);
    let receipt = three.receive(&two.pack_for(three.reader()), 7);
    assert_eq!((receipt.held.len(), receipt.refused), (2, vec![]));
}

#[test]
fn a_lane_that_the_party_may_not_read_is_refused_even_if_it_is_sent() {
    let (one, mut two) = two();
    one.say(1, record("a"), "draft", &Audience::Own);
    one.say(2, record("b"), "said", &Audience::Public);
    let astray = Pouch { to: two.owner, ..one.pack_for(one.reader()) };
    let receipt = two.receive(&astray, 3);
    assert_eq!(refusals(&receipt.refused), [(Place::Lane(lane("a", &Audience::Own)), Why::NotForUs)]);
    assert_eq!(versions(&two, What::Version), 1);
}

#[test]
fn a_lane_under_another_name_and_papers_under_another_owner_are_refused() {
    let (one, mut two) = two();
    one.say(1, record("a"), "said", &Audience::Public);
    one.say(2, record("b"), "said too", &Audience::Public);
    let mut pouch = one.pack_for(two.reader());
    let (a, b) = (lane("a", &Audience::Public), lane("b", &Audience::Public));
    pouch.lanes.iter_mut().filter(|sent| sent.lane == b).for_each(|sent| sent.lane = a);
    let papers = pouch.papers.remove(&one.owner).unwrap();
    pouch.papers.insert(two.owner, papers);
    let receipt = two.receive(&pouch, 3);
    assert_eq!(refusals(&receipt.refused)[0], (Place::Papers(two.owner), Why::OtherOwner));
    assert!(receipt.refused.iter().any(|refused| refused.why == Why::OtherLane));
    assert!(receipt.refused.iter().any(|refused| refused.why == Why::Barred(Barred::UnknownOwner)));
    assert!(receipt.held.is_empty());
}

#[test]
fn exercises_and_the_rest_never_travel_together() {
    let (mut two, exercise) =
        (Node::new("two", Origin::Real, false), Node::new("game", Origin::Exercise, false));
    exercise.say(1, record("a"), "fiction", &Audience::Public);
    let real = pack(&exercise.store, &exercise.view(two.reader()), World::Real, &Known::default());
    assert!(real.unwrap().is_empty());
    let mixed = Pouch { world: World::Real, ..exercise.pack_for(two.reader()) };
    let receipt = two.receive(&mixed, 2);
    let papers = (Place::Papers(exercise.owner), Why::OtherWorld);
    assert_eq!(
        refusals(&receipt.refused),
        [papers, (Place::Lane(lane("a", &Audience::Public)), Why::OtherWorld)]
    );
    assert_eq!(two.store.head().unwrap().n, 2, "nothing but its own founding");
}

#[test]
fn only_a_partys_view_of_today_is_packed_and_only_its_own_pouch_is_opened() {
    let (one, two) = two();
    one.say(1, record("a"), "said", &Audience::Public);
    let packed = |reader: Reader, as_of| {
        let view = View::new(&one.register, reader, as_of);
        pack(&one.store, &view, World::Real, &Known::default()).err()
    };
    assert_eq!(packed(Reader::public(), AsOf::Now), Some(PackError::NotAPartysView));
    let past = AsOf::Instant(moment(1));
    assert_eq!(packed(two.reader(), past), Some(PackError::NotAPartysView));
    let pouch = one.pack_for(one.reader());
    let opened = open(&two.store, &two.view(two.reader()), &pouch, moment(2));
    assert_eq!(opened, Err(OpenError::NotForThisParty));
}

#[test]
fn the_order_of_a_pouch_does_not_follow_the_order_of_writing() {
    let labels = ["a", "b", "c", "d", "e", "f"];
    let packed = |order: &[&str]| {
        let (one, two) = two();
        for label in order {
            // Each has its own moment, whenever it is written: only the place in the journal differs.
            let step = 1 + labels.iter().position(|other| other == label).unwrap();
            let draft = Draft::new(record(label), Audience::Public, None, note(label));
            let entry = one.sign(one.owner, step, 0, draft, label);
            one.append(From::Elsewhere, Batch { act: act(step), seen: moment(9), entries: vec![entry] });
        }
        one.pack_for(two.reader())
    };
    let (mut there, back) = (labels, labels.map(|label| label));
    there.reverse();
    assert_eq!(packed(&there), packed(&back));
}
