//! What may not enter, each with its own reason.

use super::Case;
use super::pen::{
    Make, Pen, appended, barred, batch, count, founded, is_clean, node, note, note_kind, record,
};
use ledger::audience::{Audience, ReadersLabel};
use ledger::canonical::Flaw;
use ledger::entry::{Entry, What};
use ledger::examine::Barred;
use ledger::gate::From;
use ledger::id::Hash;
use ledger::key::SecretKey;
use ledger::owner::Origin;
use ledger::time::Stamp;
use ledger::version::Header;

pub(super) const CASES: &[Case] = &[
    ("a wrong number or a wrong previous hash is not the next version", not_next),
    ("a changed byte is not what was signed", bad_signature),
    ("an unknown algorithm cannot be checked and does not enter", unknown_algorithm),
    ("only the node that hosts an owner signs for it, and only while it does", not_host),
    ("an owner must be known, and known once", unknown_owner),
    ("a version has its owner's origin, and a real one states no past", origin),
    ("a record has one owner and one kind", other_record),
    ("a content is there, and is the one that the header names", other_content),
    ("a withdrawal has no content and begins no lane", withdrawal),
    ("bytes that are not canonical, or not of their form, do not enter", not_canonical),
    ("stamps rise over all lanes of what is written here, and in each lane of what comes", stamp_back),
    ("a fork from elsewhere is kept once as evidence and stops its lane", fork),
    ("a fork is never made here", fork_here),
    ("what is no fork is not taken for one", no_fork),
    ("a paper has no content", paper_with_content),
];

/// A store with one version of the record "a", and its owner's pen.
fn begun(make: &Make<'_>) -> (Box<dyn crate::store::Store>, Pen) {
    let (store, mut pen) = founded(make, 1);
    let entry = pen.write(record("a"), &Audience::Own, note("one"));
    appended(&*store, From::Here, batch("begun", 2_000, vec![entry]));
    (store, pen)
}

/// The reason for which the next version may not enter once its header was changed.
fn changed(make: &Make<'_>, from: From, change: impl FnOnce(&mut Header)) -> Barred {
    let (store, pen) = begun(make);
    let content = note("two");
    let mut header = pen.next(record("a"), &Audience::Own, Some(&content));
    change(&mut header);
    barred(&*store, from, pen.sign(&header, Some(content)))
}

fn not_next(make: &Make<'_>) {
    for from in [From::Here, From::Elsewhere] {
        assert_eq!(changed(make, from, |header| header.no = 3), Barred::NotNext);
        assert_eq!(changed(make, from, |header| header.prev = None), Barred::NotNext);
        assert_eq!(changed(make, from, |header| header.prev = Some(Hash::of(b"x"))), Barred::NotNext);
        let other_lane = changed(make, from, |header| header.audience = Audience::Public);
        assert_eq!(other_lane, Barred::NotNext, "numbers count inside a lane");
    }
}

fn bad_signature(make: &Make<'_>) {
    let (store, mut pen) = begun(make);
    let good = pen.write(record("a"), &Audience::Own, note("two"));
    let text = String::from_utf8(good.bytes.to_vec()).unwrap();
    let bytes = text.replace("coordinator", "coordinatrix").into_bytes().into();
    assert_eq!(barred(&*store, From::Here, Entry { bytes, ..good.clone() }), Barred::BadSignature);
    let other = pen.write(record("a"), &Audience::Own, note("three"));
    let signature = other.signature;
    assert_eq!(barred(&*store, From::Here, Entry { signature, ..good.clone() }), Barred::BadSignature);
    let [mut genesis, _] = <[Entry; 2]>::try_from(Pen::new(2).founding()).unwrap();
    genesis.signature = SecretKey::from_bytes([3; 32]).sign(&genesis.bytes).bytes().into();
    assert_eq!(barred(&*store, From::Here, genesis), Barred::BadSignature, "not its root key");
    appended(&*store, From::Here, batch("good", 3_000, vec![good]));
}

fn unknown_algorithm(make: &Make<'_>) {
    let (store, mut pen) = begun(make);
    let good = pen.write(record("a"), &Audience::Own, note("two"));
    let text = String::from_utf8(good.signature.to_vec()).unwrap();
    let signature = text.replace("ed25519", "ed448").into_bytes().into();
    assert_eq!(barred(&*store, From::Here, Entry { signature, ..good }), Barred::CannotCheckSignature);
}

fn not_host(make: &Make<'_>) {
    let (store, mut pen) = begun(make);
    let mut foreign = pen.clone();
    foreign.node = SecretKey::from_bytes([8; 32]);
    let forged = foreign.write(record("a"), &Audience::Own, note("two"));
    for from in [From::Here, From::Elsewhere] {
        assert_eq!(barred(&*store, from, forged.clone()), Barred::NotHost);
    }
    let mut early = pen.next(record("b"), &Audience::Own, Some(&note("two")));
    early.at = Stamp::from_millis(999);
    let early = pen.sign(&early, Some(note("two")));
    assert_eq!(barred(&*store, From::Elsewhere, early), Barred::NotHost, "before the hosting began");
    let entry = pen.write(record("a"), &Audience::Own, note("two"));
    appended(&*store, From::Here, batch("good", 3_000, vec![entry]));
}

fn unknown_owner(make: &Make<'_>) {
    let (store, mut pen) = (make(), Pen::new(1));
    let entry = pen.write(record("a"), &Audience::Own, note("one"));
    assert_eq!(barred(&*store, From::Here, entry), Barred::UnknownOwner);
    let [genesis, hosting] = <[Entry; 2]>::try_from(pen.founding()).unwrap();
    assert_eq!(barred(&*store, From::Here, hosting.clone()), Barred::UnknownOwner);
    appended(&*store, From::Here, batch("found", 1_000, vec![genesis.clone(), hosting, genesis]));
    assert_eq!(count(&*store, What::Genesis), 1);
}

fn origin(make: &Make<'_>) {
    let other = changed(make, From::Here, |header| header.origin = Origin::Exercise);
    assert_eq!(other, Barred::OtherOrigin);
    let past = changed(make, From::Here, |header| header.stated_at = "2013".parse().ok());
    assert_eq!(past, Barred::StatedAt);
    let (store, pen) = (make(), Pen::of(2, Origin::Reconstruction, node()));
    appended(&*store, From::Here, batch("found", 1_000, pen.founding()));
    let mut header = pen.next(record("a"), &Audience::Own, Some(&note("one")));
    header.stated_at = "2013".parse().ok();
    appended(&*store, From::Here, batch("past", 2_000, vec![pen.sign(&header, Some(note("one")))]));
    is_clean(&*store);
}

fn other_record(make: &Make<'_>) {
    let (store, pen) = begun(make);
    let mut other = Pen::new(2);
    appended(&*store, From::Here, batch("found", 2_000, other.founding()));
    let taken = other.write(record("a"), &Audience::Public, note("mine"));
    assert_eq!(barred(&*store, From::Here, taken), Barred::OtherRecord);
    let content = String::from_utf8(note("two")).unwrap().replace("test.note", "test.other").into_bytes();
    let mut header = pen.next(record("a"), &Audience::Own, Some(&content));
    header.kind = "test.other".parse().unwrap();
    assert_eq!(barred(&*store, From::Here, pen.sign(&header, Some(content))), Barred::OtherRecord);
}

fn other_content(make: &Make<'_>) {
    let (store, pen) = begun(make);
    let content = note("two");
    let header = pen.next(record("a"), &Audience::Own, Some(&content));
    let with = |content| pen.sign(&header, content);
    assert_eq!(barred(&*store, From::Here, with(None)), Barred::OtherContent, "not here");
    assert_eq!(barred(&*store, From::Here, with(Some(note("three")))), Barred::OtherContent);
    let mut other = Pen::new(2);
    let copied = other.share(record("b"), &Audience::Own, &note("one"));
    appended(&*store, From::Here, batch("found", 2_000, other.founding()));
    let copied = barred(&*store, From::Here, copied);
    assert_eq!(copied, Barred::OtherContent, "another's content is not at hand for him who knows its hash");
    let kind = changed(make, From::Here, |header| {
        header.record = record("b");
        header.no = 1;
        header.prev = None;
        header.kind = "test.other".parse().unwrap();
    });
    assert_eq!(kind, Barred::Form("content/1"), "the content is of another kind than the header says");
}

fn withdrawal(make: &Make<'_>) {
    let (store, mut pen) = begun(make);
    let begins = pen.clone().withdraw(record("b"), &Audience::Own);
    assert_eq!(barred(&*store, From::Here, begins), Barred::Withdrawal);
    let speaks = changed(make, From::Here, |header| header.withdraws = Some(true));
    assert_eq!(speaks, Barred::Withdrawal);
    let silent = changed(make, From::Here, |header| header.content = None);
    assert_eq!(silent, Barred::Withdrawal);
    let entry = pen.withdraw(record("a"), &Audience::Own);
    appended(&*store, From::Here, batch("withdraw", 3_000, vec![entry]));
    is_clean(&*store);
}

fn not_canonical(make: &Make<'_>) {
    let (store, pen) = begun(make);
    let header = pen.next(record("a"), &Audience::Own, Some(&note("two")));
    let good = pen.sign(&header, Some(note("two")));
    let spaced = [b" ", &*good.bytes].concat();
    let signature = pen.node.sign(&spaced).bytes().into();
    let spaced = Entry { bytes: spaced.into(), signature, ..good.clone() };
    let flaw = Flaw::NotCanonical;
    assert_eq!(barred(&*store, From::Here, spaced), Barred::Bytes { what: "header", flaw });
    let unlike = changed(make, From::Here, |header| header.tamga = "version/2".into());
    assert_eq!(unlike, Barred::Form("version/1"));
    let parties = vec![Hash::of(b"b"), Hash::of(b"a"), Hash::of(b"a")];
    let unsorted = Audience::Readers { label: ReadersLabel::Named, parties };
    assert_eq!(changed(make, From::Here, |header| header.audience = unsorted), Barred::Form("version/1"));
    let bare = br#"{"tamga":"content/1"}"#.to_vec();
    let header = Header { content: Some(Hash::of(&bare)), kind: note_kind(), ..header };
    assert_eq!(barred(&*store, From::Here, pen.sign(&header, Some(bare))), Barred::Form("content/1"));
}

fn stamp_back(make: &Make<'_>) {
    let (store, mut pen) = begun(make);
    let mut second = pen.next(record("a"), &Audience::Own, Some(&note("two")));
    second.at = Stamp::from_millis(9_000);
    pen.keep(&second);
    let entry = pen.sign(&second, Some(note("two")));
    appended(&*store, From::Here, batch("second", 3_000, vec![entry]));
    let mut earlier = pen.next(record("b"), &Audience::Own, Some(&note("three")));
    earlier.at = Stamp::from_millis(8_000);
    let entry = pen.sign(&earlier, Some(note("three")));
    assert_eq!(barred(&*store, From::Here, entry.clone()), Barred::StampBack);
    let mut same = pen.next(record("a"), &Audience::Own, Some(&note("four")));
    same.at = Stamp::from_millis(9_000);
    let same = pen.sign(&same, Some(note("four")));
    assert_eq!(barred(&*store, From::Elsewhere, same), Barred::StampBack);
    appended(&*store, From::Elsewhere, batch("elsewhere", 3_000, vec![entry]));
    is_clean(&*store);
}

fn fork(make: &Make<'_>) {
    let (store, mut pen) = begun(make);
    let mut twin = pen.clone();
    let first = pen.write(record("a"), &Audience::Own, note("two"));
    let second = twin.write(record("a"), &Audience::Own, note("zwei"));
    let third = pen.write(record("a"), &Audience::Own, note("three"));
    appended(&*store, From::Elsewhere, batch("first", 3_000, vec![first]));
    let forks = appended(&*store, From::Elsewhere, batch("second", 4_000, vec![second.clone()]));
    assert_eq!((forks, count(&*store, What::Fork)), (1, 1));
    let evidence = store.content(Hash::of(&note("zwei"))).unwrap();
    assert!(evidence.is_some(), "what was said twice is kept with its words");
    for from in [From::Here, From::Elsewhere] {
        assert_eq!(barred(&*store, from, third.clone()), Barred::Stopped);
    }
    let forks = appended(&*store, From::Elsewhere, batch("again", 5_000, vec![second]));
    assert_eq!((forks, count(&*store, What::Fork)), (0, 1), "the same evidence once");
    let other = pen.write(record("b"), &Audience::Own, note("four"));
    appended(&*store, From::Elsewhere, batch("other", 6_000, vec![other]));
    let found = store.inspect().unwrap();
    assert_eq!((found.forks, found.findings), (1, vec![]));
}

fn fork_here(make: &Make<'_>) {
    let (store, mut pen) = begun(make);
    let mut twin = pen.clone();
    let first = pen.write(record("a"), &Audience::Own, note("two"));
    let second = twin.write(record("a"), &Audience::Own, note("zwei"));
    appended(&*store, From::Here, batch("first", 3_000, vec![first]));
    assert_eq!(barred(&*store, From::Here, second), Barred::NotNext);
    is_clean(&*store);
}

fn no_fork(make: &Make<'_>) {
    let (store, mut pen) = begun(make);
    let next = pen.write(record("a"), &Audience::Own, note("two"));
    for from in [From::Here, From::Elsewhere] {
        assert_eq!(barred(&*store, from, Entry { what: What::Fork, ..next.clone() }), Barred::NotNext);
    }
    appended(&*store, From::Here, batch("next", 3_000, vec![next]));
    assert_eq!(count(&*store, What::Fork), 0);
}

fn paper_with_content(make: &Make<'_>) {
    let store = make();
    let [genesis, hosting] = <[Entry; 2]>::try_from(Pen::new(1).founding()).unwrap();
    let content = Some(note("one").into_boxed_slice());
    let with = |paper: &Entry| Entry { content: content.clone(), ..paper.clone() };
    assert_eq!(barred(&*store, From::Here, with(&genesis)), Barred::OtherContent);
    appended(&*store, From::Here, batch("genesis", 1_000, vec![genesis]));
    assert_eq!(barred(&*store, From::Here, with(&hosting)), Barred::OtherContent);
}
