//! Who read of whom: which party read which record of which owner on which day, and never which person.

use super::People;
use crate::store::StoreError;
use ledger::id::{OwnerId, RecordId};
use ledger::time::PartialDate;
use rusqlite::params;

/// That a party read a record that another one had shared with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reading {
    /// On which day, UTC.
    pub day: PartialDate,
    /// Whose record.
    pub owner: OwnerId,
    /// For whom the person acted who read it.
    pub reader: OwnerId,
    /// Which record.
    pub record: RecordId,
}

impl People {
    /// Notes that these were read; what was noted before stays as it is.
    ///
    /// # Errors
    /// If it cannot be written; then none of them is.
    pub fn note_readings(&self, readings: &[Reading]) -> Result<(), StoreError> {
        self.whole(|connection| {
            let mut statement = connection.prepare_cached(
                "insert or ignore into reading (day, owner, reader, record) values (?1, ?2, ?3, ?4)",
            )?;
            for Reading { day, owner, reader, record } in readings {
                let row = params![day.to_string(), owner.to_string(), reader.to_string(), record.to_string()];
                statement.execute(row)?;
            }
            Ok(())
        })
    }

    /// What was read of an owner, newest day first.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn readings(&self, owner: OwnerId) -> Result<Vec<Reading>, StoreError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "select day, reader, record from reading where owner = ?1 order by day desc, reader, record",
        )?;
        let mut rows = statement.query([owner.to_string()])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (day, reader, record): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            if let (Ok(day), Ok(reader), Ok(record)) = (day.parse(), reader.parse(), record.parse()) {
                found.push(Reading { day, owner, reader, record });
            }
        }
        Ok(found)
    }

    /// Forgets what was read before that day.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn forget_readings(&self, before: PartialDate) -> Result<(), StoreError> {
        self.connection().execute("delete from reading where day < ?1", [before.to_string()])?;
        Ok(())
    }
}
