//! Erasure: the bytes go, the hash and the chain stay.

use super::pen::{Make, Pen, appended, barred, batch, erasure, founded, is_clean, note, record};
use super::{Case, dump};
use ledger::audience::Audience;
use ledger::examine::Barred;
use ledger::gate::From;
use ledger::id::Hash;

pub(super) const CASES: &[Case] = &[
    ("an erasure destroys the bytes in all lanes, and the check finds nothing wrong", destroys),
    ("an erased content that comes again stays away", comes_again),
    ("an erasure may come before its content", comes_before),
    ("an erasure touches only what its owner owns", only_own),
    ("an erasure is never erased", never_erased),
    ("what a fork says can be erased too", of_a_fork),
];

fn destroys(make: &Make<'_>) {
    let (store, mut pen) = founded(make, 1);
    let secret = Hash::of(&note("secret"));
    let entries = vec![
        pen.write(record("a"), &Audience::Own, note("secret")),
        pen.share(record("a"), &Audience::Public, &note("secret")),
        pen.write(record("a"), &Audience::Own, note("harmless")),
    ];
    appended(&*store, From::Here, batch("write", 2_000, entries));
    let heads = dump(&*store, 0);
    let erased = pen.write(record("e"), &Audience::Own, erasure("e", secret, record("a")));
    appended(&*store, From::Here, batch("erase", 3_000, vec![erased]));
    assert_eq!(store.content(secret).unwrap(), None);
    assert!(store.content(Hash::of(&note("harmless"))).unwrap().is_some());
    let told = dump(&*store, 0);
    assert_eq!(
        told[..5].iter().map(|told| told.erased).collect::<Vec<_>>()[2..],
        [Some(secret), Some(secret), None]
    );
    assert!(told.iter().zip(&heads).all(|(now, then)| now.line == then.line), "the chain stays");
    let found = store.inspect().unwrap();
    assert_eq!((found.erased, found.findings), (1, vec![]));
}

fn comes_again(make: &Make<'_>) {
    let (store, mut pen) = founded(make, 1);
    let secret = Hash::of(&note("secret"));
    let entries = vec![
        pen.write(record("a"), &Audience::Own, note("secret")),
        pen.write(record("e"), &Audience::Own, erasure("e", secret, record("a"))),
        pen.write(record("a"), &Audience::Public, note("secret")),
        pen.share(record("b"), &Audience::Public, &note("secret")),
    ];
    appended(&*store, From::Here, batch("write", 2_000, entries));
    assert_eq!(store.content(secret).unwrap(), None);
    assert!(dump(&*store, 0).iter().all(|told| told.entry.content.as_deref() != Some(&*note("secret"))));
    is_clean(&*store);
}

fn comes_before(make: &Make<'_>) {
    let (store, mut pen) = founded(make, 1);
    let secret = Hash::of(&note("secret"));
    // Written in this order, brought in the other.
    let first = pen.write(record("a"), &Audience::Public, note("secret"));
    let stripped = pen.share(record("b"), &Audience::Public, &note("secret"));
    let erased = pen.write(record("e"), &Audience::Public, erasure("e", secret, record("a")));
    appended(&*store, From::Elsewhere, batch("erase", 2_000, vec![erased]));
    is_clean(&*store);
    appended(&*store, From::Elsewhere, batch("stripped", 3_000, vec![stripped]));
    appended(&*store, From::Elsewhere, batch("late", 4_000, vec![first]));
    assert_eq!(store.content(secret).unwrap(), None, "it was dropped when it came");
    let found = store.inspect().unwrap();
    assert_eq!((found.erased, found.findings), (1, vec![]));
}

fn only_own(make: &Make<'_>) {
    let (store, mut pen) = founded(make, 1);
    let words = Hash::of(&note("words"));
    let mut other = Pen::new(2);
    appended(&*store, From::Here, batch("other", 2_000, other.founding()));
    let foreign = other.write(record("e"), &Audience::Public, erasure("e", words, record("a")));
    appended(&*store, From::Elsewhere, batch("foreign", 2_000, vec![foreign]));
    let entry = pen.write(record("a"), &Audience::Public, note("words"));
    appended(&*store, From::Here, batch("write", 3_000, vec![entry]));
    let foreign = other.write(record("f"), &Audience::Public, erasure("f", words, record("a")));
    appended(&*store, From::Elsewhere, batch("again", 4_000, vec![foreign]));
    assert!(store.content(words).unwrap().is_some(), "neither before it came nor afterwards");
    // A copy is the copier's: it goes by his erasure, and the original by its own.
    let copy = other.write(record("c"), &Audience::Public, note("words"));
    appended(&*store, From::Elsewhere, batch("copy", 5_000, vec![copy]));
    assert!(store.content(words).unwrap().is_some());
    is_clean(&*store);
    let own = pen.write(record("g"), &Audience::Public, erasure("g", words, record("a")));
    appended(&*store, From::Here, batch("own", 6_000, vec![own]));
    assert_eq!(store.content(words).unwrap(), None);
    is_clean(&*store);
}

fn never_erased(make: &Make<'_>) {
    let (store, mut pen) = founded(make, 1);
    let secret = Hash::of(&note("secret"));
    let why = erasure("e", secret, record("a"));
    let entries = vec![
        pen.write(record("a"), &Audience::Own, note("secret")),
        pen.write(record("e"), &Audience::Own, why.clone()),
        pen.write(record("f"), &Audience::Own, erasure("f", secret, record("a"))),
    ];
    appended(&*store, From::Here, batch("erase", 2_000, entries));
    for (of, why) in [("e", &why), ("f", &erasure("f", secret, record("a")))] {
        let again = pen.clone().write(record("g"), &Audience::Own, erasure("g", Hash::of(why), record(of)));
        assert_eq!(barred(&*store, From::Here, again), Barred::ErasesErasure);
    }
    // Nor where the second comes first.
    let later = erasure("h", secret, record("a"));
    let hides = pen.write(record("i"), &Audience::Own, erasure("i", Hash::of(&later), record("h")));
    appended(&*store, From::Here, batch("hides", 3_000, vec![hides]));
    let later = pen.write(record("h"), &Audience::Own, later);
    assert_eq!(barred(&*store, From::Here, later), Barred::ErasesErasure);
    is_clean(&*store);
}

fn of_a_fork(make: &Make<'_>) {
    let (store, mut pen) = founded(make, 1);
    let mut twin = pen.clone();
    let first = pen.write(record("a"), &Audience::Public, note("one"));
    let second = twin.write(record("a"), &Audience::Public, note("spilt"));
    appended(&*store, From::Elsewhere, batch("fork", 2_000, vec![first, second]));
    let spilt = Hash::of(&note("spilt"));
    let erased = pen.write(record("e"), &Audience::Public, erasure("e", spilt, record("a")));
    appended(&*store, From::Elsewhere, batch("erase", 3_000, vec![erased]));
    assert_eq!(store.content(spilt).unwrap(), None);
    let found = store.inspect().unwrap();
    assert_eq!((found.erased, found.forks, found.findings), (1, 1, vec![]));
}
