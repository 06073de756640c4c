//! Search over what the reader may see. The index is derived from the register, kept per process, and can be
//! dropped at any time; the view filters inside the query, so that counts and order tell of nothing hidden.

use crate::fold::{Folding, Sought, Term, words};
use ledger::id::{Kind, RecordId};
use ledger::register::{Register, Shelf, Slot};
use ledger::shown::Shown;
use ledger::view::View;
use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap};
use std::ops::Bound;
use std::sync::{PoisonError, RwLock};

/// The longest query, in characters.
pub const LONGEST: usize = 200;

/// The most words of a query that are looked at.
const MOST_WORDS: usize = 12;

/// An inverted index of all versions the register holds.
#[derive(Default)]
pub struct Search {
    folding: Folding,
    index: RwLock<Index>,
}

#[derive(Default)]
struct Index {
    terms: BTreeMap<Term, Vec<Posting>>,
    shown: Shown,
    /// Of each version, which of [`Index::kinds`] it has.
    kind_of: Vec<u16>,
    kinds: Vec<Kind>,
}

/// A word stands in a version, with that weight.
#[derive(Clone, Copy)]
struct Posting {
    version: u32,
    weight: u16,
}

/// What was found: all of it is counted, and only as much put in order as is asked for.
#[derive(Default)]
pub struct Found {
    /// In the order of versions.
    scored: Vec<Scored>,
    /// How many there are of each kind, in the order of [`Index::kinds`].
    kinds: Vec<(Kind, usize)>,
}

/// A version in which the words stand. There can be very many, so it is small.
#[derive(Clone, Copy)]
struct Scored {
    version: u32,
    /// How well it fits: only from its own words, so that it tells of no other record.
    score: u16,
    kind: u16,
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The record.
    pub record: RecordId,
    /// What sort of record.
    pub kind: Kind,
    /// How well it fits.
    pub score: u16,
}

impl Found {
    /// How many records of each kind were found.
    pub fn kinds(&self) -> BTreeMap<Kind, usize> {
        self.kinds.iter().filter(|(_, count)| *count > 0).cloned().collect()
    }

    /// How many records were found, of one kind or of all.
    pub fn count(&self, kind: Option<&str>) -> usize {
        let Some(word) = kind else { return self.scored.len() };
        self.kinds.iter().find(|(kind, _)| kind.as_str() == word).map_or(0, |(_, count)| *count)
    }

    /// The best so many of them, of one kind or of all. Of those that fit equally well, what was said last comes first.
    pub fn best(&self, view: &View<'_>, most: usize, kind: Option<&str>) -> Vec<Hit> {
        let kind = kind.map(|word| self.kinds.iter().position(|(kind, _)| kind.as_str() == word));
        let of_kind = |one: &&Scored| kind.is_none_or(|kind| kind == Some(usize::from(one.kind)));
        let mut best: BinaryHeap<Reverse<(u16, u32)>> = BinaryHeap::new();
        // From the end: of a hundred thousand that fit equally well none after the first is put in its place.
        for Scored { score, version, .. } in self.scored.iter().rev().filter(of_kind) {
            if best.len() < most {
                best.push(Reverse((*score, *version)));
            } else if let Some(mut worst) = best.peek_mut().filter(|worst| worst.0 < (*score, *version)) {
                *worst = Reverse((*score, *version));
            }
        }
        let hit = |Reverse((score, version)): Reverse<(u16, u32)>| {
            let (record, kind) = view.shown_at(version as usize)?;
            Some(Hit { record, kind, score })
        };
        best.into_sorted_vec().into_iter().filter_map(hit).collect()
    }
}

/// The query is longer than [`LONGEST`] characters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{length} characters, at most {LONGEST}")]
pub struct QueryTooLong {
    /// How many it has.
    pub length: usize,
}

impl Search {
    /// Takes in the versions that the register has got since, up to a line of the journal, and drops the words of what was
    /// erased. Tells how far it has come: no less, unless the register ends before.
    pub fn catch_up(&self, register: &Register, until: u64) -> u64 {
        let until = until.min(register.head());
        {
            let index = self.index.read().unwrap_or_else(PoisonError::into_inner);
            if index.shown.is_abreast(register, until) {
                return index.shown.until();
            }
        }
        let mut index = self.index.write().unwrap_or_else(PoisonError::into_inner);
        // Counted before they are looked for: one that comes meanwhile is looked for again.
        let erasures = register.erasures();
        index.forget_erased(register);
        let news = register.versions_from(index.shown.len()).take_while(|(_, slot)| slot.n <= until);
        for (shelf, slot) in news {
            let version = index.shown.len() as u32;
            for (term, weight) in self.terms_of(register, &shelf, &slot) {
                index.terms.entry(term).or_default().push(Posting { version, weight });
            }
            index.take(&shelf, &slot);
        }
        let until = until.max(index.shown.until());
        index.shown.came_to(until, erasures);
        until
    }

    /// The terms of a version. What stands first (a name, a title) weighs more.
    fn terms_of(&self, register: &Register, shelf: &Shelf, slot: &Slot) -> HashMap<Term, u16> {
        let mut terms: HashMap<Term, u16> = HashMap::new();
        let mut titles: Vec<String> = Vec::new();
        register.words(shelf, slot, &mut |language, text| {
            let first = !titles.iter().any(|title| title == language);
            if first {
                titles.push(language.to_owned());
            }
            for (_, word) in words(text) {
                for term in self.folding.kept(language, word) {
                    let weight = terms.entry(term).or_default();
                    *weight = weight.saturating_add(if first { 8 } else { 1 });
                }
            }
        });
        terms
    }

    /// The records that the view shows and in whose shown version every word of the query stands. An empty query finds
    /// nothing.
    ///
    /// # Errors
    /// If the query is longer than [`LONGEST`] characters.
    pub fn find(&self, view: &View<'_>, query: &str) -> Result<Found, QueryTooLong> {
        let length = query.chars().count();
        if length > LONGEST {
            return Err(QueryTooLong { length });
        }
        let index = self.index.read().unwrap_or_else(PoisonError::into_inner);
        let shown = index.shown.to(view);
        let mut scored = self.scored(&index, query);
        let mut kinds: Vec<(Kind, usize)> = index.kinds.iter().map(|kind| (kind.clone(), 0)).collect();
        scored.retain_mut(|one| {
            let shows = shown.shows(one.version as usize);
            one.kind = index.kind_of[one.version as usize];
            kinds[usize::from(one.kind)].1 += usize::from(shows);
            shows
        });
        Ok(Found { scored, kinds })
    }

    /// The versions in which every word stands, hidden ones too: nothing of it leaves this module unfiltered. The rarest
    /// word comes first, so that a common one costs only what the others left.
    fn scored(&self, index: &Index, query: &str) -> Vec<Scored> {
        let mut words: Vec<Standing<'_>> =
            words(query).take(MOST_WORDS).map(|(_, word)| self.standing(index, word)).collect();
        words.sort_by_key(Standing::count);
        let mut words = words.into_iter();
        let mut all = words.next().map(|rarest| rarest.scored()).unwrap_or_default();
        for word in words {
            word.narrow(&mut all);
        }
        all
    }

    /// Where a word stands, in each of its forms.
    fn standing<'i>(&self, index: &'i Index, word: &str) -> Standing<'i> {
        let mut lists: Vec<(&[Posting], u16)> = Vec::new();
        for (term, prefix) in self.folding.sought(word) {
            lists.extend(index.terms.get(&term).map(|postings| (postings.as_slice(), 4)));
            if prefix {
                // Not the word itself, which was just taken.
                let after = (Bound::Excluded(&term), Bound::Unbounded);
                let longer = index.terms.range::<Term, _>(after);
                let longer = longer.take_while(|(kept, _)| kept.starts_with(&term));
                lists.extend(longer.map(|(_, postings)| (postings.as_slice(), 1)));
            }
        }
        Standing(lists)
    }
}

impl Index {
    fn take(&mut self, shelf: &Shelf, slot: &Slot) {
        self.shown.take(shelf, slot);
        let kind = self.kinds.iter().position(|kind| *kind == shelf.kind).unwrap_or_else(|| {
            self.kinds.push(shelf.kind.clone());
            self.kinds.len() - 1
        });
        self.kind_of.push(kind as u16);
    }

    /// Drops the words of all that was erased, and those that nothing else says.
    fn forget_erased(&mut self, register: &Register) {
        if self.shown.is_abreast(register, self.shown.until()) {
            return;
        }
        let erased = self.shown.erased(register);
        self.terms.retain(|_, postings| {
            postings.retain(|one| !erased[one.version as usize]);
            !postings.is_empty()
        });
    }
}

/// The postings of a word's forms, each in the order of versions, with what a form is worth.
struct Standing<'i>(Vec<(&'i [Posting], u16)>);

impl Standing<'_> {
    fn count(&self) -> usize {
        self.0.iter().map(|(postings, _)| postings.len()).sum()
    }

    /// Each version once, with its best score, in their order. Their kind is not looked up yet.
    fn scored(&self) -> Vec<Scored> {
        let mut all: Vec<Scored> = Vec::with_capacity(self.count());
        for (postings, factor) in &self.0 {
            let scored = |one: &Posting| Scored {
                version: one.version,
                score: one.weight.saturating_mul(*factor),
                kind: 0,
            };
            all.extend(postings.iter().map(scored));
        }
        if self.0.len() > 1 {
            // This sort knows what is in order already: each form is.
            all.sort_by_key(|one| (one.version, Reverse(one.score)));
            all.dedup_by_key(|one| one.version);
        }
        all
    }

    /// Keeps the versions in which this word stands too, and adds its score.
    fn narrow(mut self, all: &mut Vec<Scored>) {
        all.retain_mut(|one| {
            let here = |(postings, factor): &mut (&[Posting], u16)| {
                Some(seek(postings, one.version)?.weight.saturating_mul(*factor))
            };
            let best = self.0.iter_mut().filter_map(here).max();
            one.score = one.score.saturating_add(best.unwrap_or_default());
            best.is_some()
        });
    }
}

/// Goes on in a list to a version, in longer and longer steps: of a common word the next is near, of a rare one far.
fn seek(rest: &mut &[Posting], version: u32) -> Option<Posting> {
    let mut step = 1;
    while rest.get(step).is_some_and(|one| one.version < version) {
        step *= 2;
    }
    let near = &rest[..rest.len().min(step + 1)];
    *rest = &rest[near.partition_point(|one| one.version < version)..];
    rest.first().filter(|one| one.version == version).copied()
}

/// Marks in a text what a query found. For people's eyes only: what is found is decided by [`Search::find`].
pub struct Marker {
    folding: Folding,
    sought: Sought,
    /// The words that were held against the query before: texts repeat theirs.
    known: RefCell<HashMap<String, bool>>,
}

impl Marker {
    /// For that query.
    pub fn new(query: &str) -> Self {
        let folding = Folding::default();
        Marker { sought: folding.seek(query, MOST_WORDS), folding, known: RefCell::default() }
    }

    /// The text in pieces; `true` marks words that the query found.
    pub fn mark<'t>(&self, text: &'t str) -> Vec<(bool, &'t str)> {
        let fits = |word: &str| self.sought.may_fit(word) && self.fits(word);
        let mut pieces = Vec::new();
        let mut from = 0;
        for (at, word) in words(text).filter(|(_, word)| fits(word)) {
            pieces.push((false, &text[from..at]));
            pieces.push((true, &text[at..at + word.len()]));
            from = at + word.len();
        }
        pieces.push((false, &text[from..]));
        pieces.retain(|(_, piece)| !piece.is_empty());
        pieces
    }

    /// Where in the text the first word stands that the query found.
    pub fn first(&self, text: &str) -> Option<usize> {
        words(text).find(|(_, word)| self.sought.may_fit(word) && self.fits(word)).map(|(at, _)| at)
    }

    fn fits(&self, word: &str) -> bool {
        let mut known = self.known.borrow_mut();
        if let Some(fits) = known.get(word) {
            return *fits;
        }
        let fits = self.folding.fits(&self.sought, word);
        known.insert(word.to_owned(), fits);
        fits
    }
}
