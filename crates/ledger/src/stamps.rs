//! The stamps of one act's versions, drawn so that they say nothing of each other.
//!
//! Stamps rise over all lanes of an owner. Were those of one act counted up, whoever holds the first and the third would
//! know that there is a second, in a lane that he may not know of. So they are drawn: whatever part of an act somebody
//! holds, its stamps are scattered as if there were no others.

use crate::chance::Chance;
use crate::id::RecordId;
use crate::time::Stamp;
use std::collections::{BTreeSet, HashMap};

/// From how many milliseconds before the clock's moment the stamps of an act are drawn.
const WINDOW: i64 = 1024;

/// How many milliseconds there must be for each version. Where acts follow each other faster, stamps run ahead of the
/// clock.
const ROOM: i64 = 16;

/// One stamp for each version of an act, given its record: all different, all later than `after`. Those of one record
/// rise in the order given; those of different records stand in any order. A single version has the clock's moment,
/// unless the owner's stamps are ahead of it.
pub fn stamps(records: &[RecordId], after: Option<Stamp>, now: Stamp, chance: &mut dyn Chance) -> Vec<Stamp> {
    if records.len() == 1 && after.is_none_or(|after| after < now) {
        return vec![now];
    }
    let earliest = now.millis() - WINDOW;
    let first = after.map_or(earliest, |after| earliest.max(after.next().millis()));
    let last = now.millis().max(first + ROOM * records.len() as i64);
    let mut drawn = draw(records.len(), first, last, chance);
    let mut places: HashMap<RecordId, Vec<usize>> = HashMap::new();
    for (place, record) in records.iter().enumerate() {
        places.entry(*record).or_default().push(place);
    }
    for places in places.values().filter(|places| places.len() > 1) {
        let mut of_record: Vec<i64> = places.iter().map(|place| drawn[*place]).collect();
        of_record.sort_unstable();
        places.iter().zip(of_record).for_each(|(place, at)| drawn[*place] = at);
    }
    drawn.into_iter().map(Stamp::from_millis).collect()
}

/// That many different numbers from `first` to `last`, in the order in which they were drawn.
fn draw(count: usize, first: i64, last: i64, chance: &mut dyn Chance) -> Vec<i64> {
    let span = u64::try_from(last - first).unwrap_or_default() + 1;
    let mut taken = BTreeSet::new();
    let mut drawn = Vec::with_capacity(count);
    while drawn.len() < count {
        let mut bytes = [0; 8];
        chance.fill(&mut bytes);
        let at = first + (u64::from_le_bytes(bytes) % span) as i64;
        if taken.insert(at) {
            drawn.push(at);
        }
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Hash;

    const NOW: Stamp = Stamp::EPOCH;

    struct Seeded(u64);

    impl Chance for Seeded {
        fn fill(&mut self, bytes: &mut [u8]) {
            for piece in bytes.chunks_mut(32) {
                self.0 += 1;
                piece.copy_from_slice(&Hash::of(&self.0.to_be_bytes()).as_bytes()[..piece.len()]);
            }
        }
    }

    fn record(number: u8) -> RecordId {
        RecordId::from_chance([number; 16])
    }

    fn seeds() -> impl Iterator<Item = Seeded> {
        (0..4000).map(|seed| Seeded(seed * 1_000_000))
    }

    /// Over many acts: how far apart the first and the last version stand, and how often the first comes first.
    fn scatter(records: &[RecordId]) -> (f64, f64) {
        let acts: Vec<i64> = seeds()
            .map(|mut chance| {
                let stamps = stamps(records, None, NOW, &mut chance);
                stamps[records.len() - 1].millis() - stamps[0].millis()
            })
            .collect();
        let count = acts.len() as f64;
        let apart = acts.iter().map(|gap| gap.abs() as f64).sum::<f64>() / count;
        let forwards = acts.iter().filter(|gap| **gap > 0).count() as f64 / count;
        (apart, forwards)
    }

    #[test]
    fn who_holds_two_versions_of_an_act_cannot_tell_whether_there_is_a_third() {
        let (apart, forwards) = scatter(&[record(1), record(2)]);
        let (apart_with, forwards_with) = scatter(&[record(1), record(3), record(2)]);
        assert!((apart - apart_with).abs() < apart / 20.0, "{apart} {apart_with}");
        assert!((forwards - forwards_with).abs() < 0.03, "{forwards} {forwards_with}");
    }

    #[test]
    fn stamps_differ_are_later_than_all_before_and_rise_within_a_record() {
        let records = [record(1), record(2), record(1), record(1)];
        for (after, mut chance) in (-2000..2000).map(Stamp::from_millis).zip(seeds()) {
            let stamps = stamps(&records, Some(after), NOW, &mut chance);
            assert!(stamps[0] < stamps[2] && stamps[2] < stamps[3], "{stamps:?}");
            assert!(stamps.iter().all(|at| *at > after), "{stamps:?} {after}");
            assert_eq!(stamps.iter().collect::<BTreeSet<_>>().len(), 4, "{stamps:?}");
        }
    }

    #[test]
    fn a_single_version_has_the_clocks_moment_unless_stamps_are_ahead_of_it() {
        let single = |after| stamps(&[record(1)], after, NOW, &mut Seeded(7))[0];
        assert_eq!(single(None), NOW);
        assert_eq!(single(Some(Stamp::from_millis(-1))), NOW);
        assert!(single(Some(NOW)) > NOW);
        assert!(stamps(&[], None, NOW, &mut Seeded(7)).is_empty());
    }
}
