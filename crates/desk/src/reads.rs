//! Who read of whom, until it is written: noted in memory, so that no page waits for the disk, and written in groups.
//!
//! The owner of what was shared sees which party read it on which day, and never which person (record.md, "Acts").

use ledger::id::{OwnerId, RecordId};
use ledger::time::{PartialDate, Stamp};
use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};
use store::StoreError;
use store::people::{People, Reading};

/// So many readings are kept in memory at most; beyond, what was written is noted and written once more.
const REMEMBERED: usize = 100_000;

/// Readings that are noted.
#[derive(Default)]
pub struct Reads(Mutex<Noted>);

#[derive(Default)]
struct Noted {
    /// What need not be noted once more: all of one day.
    before: HashSet<Reading>,
    unwritten: Vec<Reading>,
}

impl Reads {
    /// Notes that a party read these records of these owners.
    pub fn note(&self, now: Stamp, reader: OwnerId, read: impl IntoIterator<Item = (OwnerId, RecordId)>) {
        let day = PartialDate::of(now.day());
        let mut noted = self.noted();
        for (owner, record) in read {
            let reading = Reading { day, owner, reader, record };
            if noted.unwritten.len() < REMEMBERED && noted.before.insert(reading) {
                noted.unwritten.push(reading);
            }
        }
    }

    /// Writes what is not written yet; if that fails, it is tried again the next time.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(&self, people: &People) -> Result<(), StoreError> {
        let unwritten = std::mem::take(&mut self.noted().unwritten);
        let Some(last) = unwritten.last() else { return Ok(()) };
        // The line of readers is not held up meanwhile.
        let written = people.note_readings(&unwritten);
        let mut noted = self.noted();
        match &written {
            Ok(()) if noted.before.len() >= REMEMBERED => noted.before.clear(),
            Ok(()) => noted.before.retain(|reading| reading.day >= last.day),
            Err(_) => noted.unwritten.splice(0..0, unwritten).for_each(drop),
        }
        written
    }

    fn noted(&self) -> MutexGuard<'_, Noted> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::id::Hash;

    const DAY: i64 = 24 * 60 * 60 * 1000;

    fn party(seed: u8) -> OwnerId {
        Hash::of(&[seed])
    }

    fn record(seed: u8) -> RecordId {
        RecordId::from_chance([seed; 16])
    }

    #[test]
    fn what_is_read_ten_times_on_a_day_is_noted_once_and_again_on_the_next() {
        let (reads, people) = (Reads::default(), People::in_memory().unwrap());
        for millis in [1, 2, DAY - 1, DAY, DAY + 1] {
            for _ in 0..2 {
                reads.note(Stamp::from_millis(millis), party(2), [(party(1), record(1))]);
            }
            reads.write(&people).unwrap();
        }
        let days: Vec<String> =
            people.readings(party(1)).unwrap().iter().map(|reading| reading.day.to_string()).collect();
        assert_eq!(days, ["1970-01-02", "1970-01-01"]);
    }

    #[test]
    fn nothing_is_written_by_noting_and_each_owner_finds_what_was_read_of_his_own_alone() {
        let (reads, people) = (Reads::default(), People::in_memory().unwrap());
        reads.note(Stamp::from_millis(1), party(3), [(party(1), record(1)), (party(2), record(2))]);
        assert_eq!(people.readings(party(1)).unwrap(), []);
        reads.write(&people).unwrap();
        let read: Vec<RecordId> =
            people.readings(party(1)).unwrap().iter().map(|reading| reading.record).collect();
        assert_eq!(read, [record(1)]);
        assert_eq!(people.readings(party(3)).unwrap(), [], "what one has read oneself is nowhere told");
    }

    #[test]
    fn what_could_not_be_written_is_written_later() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("people.db");
        let (reads, people) = (Reads::default(), People::open(&path).unwrap());
        let other = rusqlite::Connection::open(&path).unwrap();
        other.execute_batch("alter table reading rename to away").unwrap();
        reads.note(Stamp::from_millis(1), party(2), [(party(1), record(1))]);
        assert!(reads.write(&people).is_err());
        reads.note(Stamp::from_millis(2), party(2), [(party(1), record(2))]);
        other.execute_batch("alter table away rename to reading").unwrap();
        reads.write(&people).unwrap();
        drop(people);
        assert_eq!(People::open(&path).unwrap().readings(party(1)).unwrap().len(), 2, "and stays written");
    }
}
