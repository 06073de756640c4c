//! Which version of a record is shown, asked once for all records that are alike: of the same owner, with the same lanes
//! in the same order of newness. Derived from the register; who counts a hundred thousand records asks a few hundred times.

use crate::audience::Audience;
use crate::id::OwnerId;
use crate::register::{OwnerFacts, Register, Shelf, Slot};
use crate::view::View;
use std::cell::Cell;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

/// The group of a version that nobody is shown today: a newer one stands in its lane, the lane is withdrawn, or the content
/// erased.
const NOBODY: u32 = 0;

/// The group of every version that was taken in, in the order of the register.
#[derive(Default)]
pub struct Shown {
    until: u64,
    erasures: usize,
    /// The number of each version in the journal.
    numbers: Vec<u64>,
    /// Its group, counted from 1.
    places: Vec<u32>,
    groups: Vec<Group>,
    known: HashMap<(OwnerId, Vec<Arc<Audience>>), u32>,
}

/// Versions that are shown to the same readers.
struct Group {
    owner: Arc<OwnerFacts>,
    /// The lane of the version, last, and before it those of its record that say something newer.
    lanes: Vec<Arc<Audience>>,
}

impl Shown {
    /// How many versions it has taken in.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether it has taken in none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// How far in the journal it has been told everything.
    pub fn until(&self) -> u64 {
        self.until
    }

    /// Whether it knows everything up to there, and every erasure.
    pub fn is_abreast(&self, register: &Register, until: u64) -> bool {
        self.until >= until && self.erasures == register.erasures()
    }

    /// That it was given every version up to there, and that whoever uses it knows so many erasures.
    pub fn came_to(&mut self, until: u64, erasures: usize) {
        (self.until, self.erasures) = (until, erasures);
    }

    /// Which of the versions that it has taken in were erased: from now on nobody is shown them.
    pub fn erased(&mut self, register: &Register) -> Vec<bool> {
        let taken = register.versions_from(0).take(self.len());
        let erased: Vec<bool> = taken.map(|(_, slot)| slot.is_erased()).collect();
        self.places
            .iter_mut()
            .zip(&erased)
            .filter(|(_, erased)| **erased)
            .for_each(|(place, _)| *place = NOBODY);
        erased
    }

    /// Takes in the next version of the register.
    pub fn take(&mut self, shelf: &Shelf, newest: &Slot) {
        self.numbers.push(newest.n);
        self.places.push(NOBODY);
        let mut ends: Vec<Arc<Slot>> = Vec::new();
        shelf.slots.look(|slots| {
            for slot in slots.iter().rev().filter(|slot| slot.n <= newest.n) {
                if !ends.iter().any(|end| end.audience == slot.audience) {
                    ends.push(slot.clone());
                } else if slot.no + 1 == newest.no && slot.audience == newest.audience {
                    self.place(slot, NOBODY);
                }
            }
        });
        ends.retain(|end| !end.is_withdrawal());
        // Of two with the same stamp the later comes first, as in `View::newest`.
        ends.sort_by_key(|end| Reverse(end.at));
        for rank in 0..ends.len() {
            let lanes = ends[..=rank].iter().map(|end| end.audience.clone()).collect();
            let group = self.group(&shelf.owner, lanes);
            // What was erased hides what is older, and is not shown itself.
            self.place(&ends[rank], if ends[rank].is_erased() { NOBODY } else { group });
        }
    }

    fn place(&mut self, slot: &Slot, group: u32) {
        if let Ok(position) = self.numbers.binary_search(&slot.n) {
            self.places[position] = group;
        }
    }

    fn group(&mut self, owner: &Arc<OwnerFacts>, lanes: Vec<Arc<Audience>>) -> u32 {
        let Shown { groups, known, .. } = self;
        *known.entry((owner.id, lanes)).or_insert_with_key(|(_, lanes)| {
            groups.push(Group { owner: owner.clone(), lanes: lanes.clone() });
            groups.len() as u32
        })
    }

    /// The same for one reader, each group asked when it is first met.
    pub fn to<'s>(&'s self, view: &'s View<'s>) -> ShownTo<'s> {
        let met = vec![Cell::new(Answer::Unasked); self.groups.len() + 1];
        if view.shows_the_newest_of(self.until, self.erasures) {
            met[NOBODY as usize].set(Answer::No);
        } else {
            met.iter().for_each(|answer| answer.set(Answer::OneByOne));
        }
        ShownTo { shown: self, view, met }
    }
}

/// Which versions one reader is shown: what [`View::shown_at`] says.
pub struct ShownTo<'s> {
    shown: &'s Shown,
    view: &'s View<'s>,
    met: Vec<Cell<Answer>>,
}

#[derive(Clone, Copy)]
enum Answer {
    Unasked,
    Yes,
    No,
    /// The group does not decide it: of a past day, for a translator.
    OneByOne,
}

impl ShownTo<'_> {
    /// Whether the reader is shown the version at that position of the register.
    pub fn shows(&self, position: usize) -> bool {
        let Some(group) = self.shown.places.get(position) else { return false };
        let met = &self.met[*group as usize];
        if let Answer::Unasked = met.get() {
            met.set(self.ask(&self.shown.groups[*group as usize - 1]));
        }
        match met.get() {
            Answer::Yes => true,
            Answer::No => false,
            Answer::OneByOne | Answer::Unasked => self.view.shown_at(position).is_some(),
        }
    }

    fn ask(&self, group: &Group) -> Answer {
        match self.view.shows_last(&group.owner, &group.lanes) {
            None => Answer::OneByOne,
            Some(true) => Answer::Yes,
            Some(false) => Answer::No,
        }
    }
}
