//! The line before the passwords. Each is examined at a cost on purpose, two at a time; whoever floods the door with them
//! finds the line full, and nobody else waits for long.

use crate::entry::Source;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// So many passwords are examined at once.
const AT_ONCE: usize = 2;

/// So many stand in line at most, those whose turn it is among them.
const LONGEST: usize = 32;

/// Of these, so many places are kept for browsers that are known here: signed in, or from which somebody was before.
const FOR_THE_KNOWN: usize = 8;

/// So many come from one source at most. The machine itself is no source: behind a proxy there, all come from it.
const OF_ONE_SOURCE: usize = 8;

/// The line.
pub struct Line {
    turns: Arc<Semaphore>,
    standing: Mutex<Standing>,
}

#[derive(Default)]
struct Standing {
    all: usize,
    of: HashMap<Source, usize>,
}

impl Default for Line {
    fn default() -> Self {
        Line { turns: Arc::new(Semaphore::new(AT_ONCE)), standing: Mutex::default() }
    }
}

impl Line {
    /// Waits for one's turn; nothing if the line is full. `known`: the browser is known here.
    pub async fn turn(self: &Arc<Self>, source: Option<Source>, known: bool) -> Option<Turn> {
        let place = self.place(source, known)?;
        let turn = self.turns.clone().acquire_owned().await.ok()?;
        Some(Turn { _turn: turn, _place: place })
    }

    fn place(self: &Arc<Self>, source: Option<Source>, known: bool) -> Option<Place> {
        let source = source.filter(|source| !source.is_here());
        let mut standing = self.standing();
        let of_source = source.map_or(0, |source| standing.of.get(&source).copied().unwrap_or_default());
        let most = if known { LONGEST } else { LONGEST - FOR_THE_KNOWN };
        if standing.all >= most || of_source >= OF_ONE_SOURCE {
            return None;
        }
        standing.all += 1;
        if let Some(source) = source {
            standing.of.insert(source, of_source + 1);
        }
        Some(Place { line: self.clone(), source })
    }

    fn standing(&self) -> MutexGuard<'_, Standing> {
        self.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A turn: whoever holds it examines a password. It goes with the work, also when nobody waits for the answer any more.
pub struct Turn {
    _turn: OwnedSemaphorePermit,
    _place: Place,
}

/// A place in the line; left when dropped.
struct Place {
    line: Arc<Line>,
    source: Option<Source>,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut standing = self.line.standing();
        standing.all -= 1;
        let Some(source) = self.source else { return };
        match standing.of.get_mut(&source) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(standing.of.remove(&source)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(last: u8) -> Option<Source> {
        Some(Source::of([203, 0, 113, last].into()))
    }

    fn places(line: &Arc<Line>, known: bool, source: impl Fn(u8) -> Option<Source>) -> Vec<Place> {
        (0..200).map_while(|number| line.place(source(number), known)).collect()
    }

    #[test]
    fn one_source_does_not_fill_the_line_and_the_known_find_places_kept() {
        let line = Arc::new(Line::default());
        let flood = places(&line, false, |_| source(1));
        assert_eq!(flood.len(), OF_ONE_SOURCE);
        let crowd = places(&line, false, |number| source(number / 4 + 2));
        assert_eq!(flood.len() + crowd.len(), LONGEST - FOR_THE_KNOWN);
        assert!(line.place(source(250), false).is_none());
        let known = places(&line, true, |number| source(number / 4 + 100));
        assert_eq!(known.len(), FOR_THE_KNOWN);
        drop((flood, crowd, known));
        assert!(line.standing().of.is_empty() && line.standing().all == 0);
    }

    #[test]
    fn behind_a_proxy_on_the_machine_all_share_the_whole_line() {
        let line = Arc::new(Line::default());
        let here = Some(Source::of([127, 0, 0, 1].into()));
        assert_eq!(places(&line, false, |_| here).len(), LONGEST - FOR_THE_KNOWN);
    }
}
