//! Search over what the reader may see. The index is derived from the register, kept per process, and can be
//! dropped at any time; the view filters inside the query, so that counts and order tell of nothing hidden.

use crate::fold::{Folding, Sought, Term, words};
use ledger::content::{Body, Erasure};
use ledger::id::{Kind, RecordId};
use ledger::register::{Register, Shelf, Slot};
use ledger::view::View;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
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
    /// How many versions were taken in.
    upto: usize,
    terms: BTreeMap<Term, Vec<Posting>>,
}

/// A word stands in a version, with that weight.
#[derive(Clone, Copy)]
struct Posting {
    version: u32,
    weight: u16,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The records, best first.
    pub hits: Vec<Hit>,
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The record.
    pub record: RecordId,
    /// What sort of record.
    pub kind: Kind,
    /// How well it fits: only from its own words, so that it tells of no other record.
    pub score: u32,
}

/// The query is longer than [`LONGEST`] characters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{length} characters, at most {LONGEST}")]
pub struct QueryTooLong {
    /// How many it has.
    pub length: usize,
}

impl Search {
    /// Takes in the versions that the register has got since. After an erasure it begins anew: no word of what was
    /// erased stays in it.
    pub fn catch_up(&self, register: &Register) {
        if self.index.read().unwrap_or_else(PoisonError::into_inner).upto >= register.len() {
            return;
        }
        let mut index = self.index.write().unwrap_or_else(PoisonError::into_inner);
        let mut news = register.versions_from(index.upto);
        if index.upto > 0 && news.any(|(shelf, _)| shelf.kind.as_str() == Erasure::KIND) {
            *index = Index::default();
        }
        for (shelf, slot) in register.versions_from(index.upto) {
            let version = index.upto as u32;
            for (term, weight) in self.terms_of(register, &shelf, &slot) {
                index.terms.entry(term).or_default().push(Posting { version, weight });
            }
            index.upto += 1;
        }
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

    /// The records that the view shows and in whose shown version every word of the query stands, best first.
    /// An empty query finds nothing.
    ///
    /// # Errors
    /// If the query is longer than [`LONGEST`] characters.
    pub fn find(&self, view: &View<'_>, query: &str) -> Result<Found, QueryTooLong> {
        let length = query.chars().count();
        if length > LONGEST {
            return Err(QueryTooLong { length });
        }
        let scores = self.scores(query);
        let mut hits: Vec<Hit> = (scores.into_iter())
            .filter_map(|(version, score)| {
                let (record, kind) = view.shown_at(version as usize)?;
                Some(Hit { record, kind, score })
            })
            .collect();
        hits.sort_by(|one, other| other.score.cmp(&one.score).then_with(|| one.record.cmp(&other.record)));
        Ok(Found { hits })
    }

    /// The versions in which every word stands, hidden ones too: nothing of it leaves this module unfiltered. The rarest
    /// word comes first, so that a common one costs only what the others left.
    fn scores(&self, query: &str) -> Vec<(u32, u32)> {
        let index = self.index.read().unwrap_or_else(PoisonError::into_inner);
        let mut words: Vec<Standing<'_>> =
            words(query).take(MOST_WORDS).map(|(_, word)| self.standing(&index, word)).collect();
        words.sort_by_key(Standing::count);
        let mut words = words.into_iter();
        let mut all = words.next().map(|rarest| rarest.scores()).unwrap_or_default();
        for word in words {
            word.narrow(&mut all);
        }
        all
    }

    /// Where a word stands, in each of its forms.
    fn standing<'i>(&self, index: &'i Index, word: &str) -> Standing<'i> {
        let mut lists: Vec<(&[Posting], u32)> = Vec::new();
        for (term, prefix) in self.folding.sought(word) {
            lists.extend(index.terms.get(&term).map(|postings| (postings.as_slice(), 4)));
            if prefix {
                let longer =
                    index.terms.range(term.clone()..).take_while(|(kept, _)| kept.starts_with(&term));
                lists.extend(longer.map(|(_, postings)| (postings.as_slice(), 1)));
            }
        }
        Standing(lists)
    }
}

/// The postings of a word's forms, each in the order of versions, with what a form is worth.
struct Standing<'i>(Vec<(&'i [Posting], u32)>);

impl Standing<'_> {
    fn count(&self) -> usize {
        self.0.iter().map(|(postings, _)| postings.len()).sum()
    }

    /// Each version once, with its best score, in their order.
    fn scores(&self) -> Vec<(u32, u32)> {
        let scored = |(postings, factor): &(&[Posting], u32)| -> Vec<(u32, u32)> {
            postings.iter().map(|one| (one.version, u32::from(one.weight) * factor)).collect()
        };
        let mut scores: Vec<(u32, u32)> = self.0.iter().flat_map(scored).collect();
        scores.sort_unstable_by_key(|(version, score)| (*version, std::cmp::Reverse(*score)));
        scores.dedup_by_key(|(version, _)| *version);
        scores
    }

    /// Keeps the versions in which this word stands too, and adds its score.
    fn narrow(&self, all: &mut Vec<(u32, u32)>) {
        let here = |version: u32, (postings, factor): &(&[Posting], u32)| {
            let place = postings.binary_search_by_key(&version, |one| one.version).ok()?;
            Some(u32::from(postings[place].weight) * factor)
        };
        all.retain_mut(|(version, score)| {
            let best = self.0.iter().filter_map(|list| here(*version, list)).max();
            *score += best.unwrap_or_default();
            best.is_some()
        });
    }
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
