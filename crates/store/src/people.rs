//! People of this installation: accounts, sessions, invitations, tokens, and who read of whom. They are local: no part of
//! the ledger, in a file of their own, and never sent anywhere. Secrets are kept as hashes; nothing here knows a password.

mod account;
mod invitation;
mod session;
mod token;

pub use account::Account;
pub use invitation::Invitation;
pub use session::Session;
pub use token::Token;

use crate::store::StoreError;
use ledger::id::{Hash, OwnerId, RecordId};
use ledger::time::Stamp;
use rusqlite::{Connection, OpenFlags, params};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How the file came to its shape: each brings a file of the format before it to the next.
const STEPS: &[&str] = &[
    include_str!("../migrations/sqlite/people_0001.sql"),
    include_str!("../migrations/sqlite/people_0002.sql"),
];

/// `TMGP`: which program the file belongs to.
const APPLICATION: i32 = 0x544d_4750;

/// The shape of the file: how many steps led to it.
const FORMAT: u32 = STEPS.len() as u32;

/// The people of one installation.
pub struct People {
    connection: Mutex<Connection>,
}

impl People {
    /// Opens the file, or makes it.
    ///
    /// # Errors
    /// If it is another program's, of a newer version, damaged, or cannot be written.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let new = !path.exists();
        if new {
            private(path).map_err(|error| StoreError::Unwritable { detail: error.to_string() })?;
        }
        let connection = Connection::open_with_flags(
            path,
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?;
        if !new {
            let application: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
            let format: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
            if application != APPLICATION {
                return Err(StoreError::Foreign { path: path.display().to_string() });
            }
            if format > FORMAT {
                return Err(StoreError::Newer { format, known: FORMAT });
            }
        }
        People::on(connection, new)
    }

    /// People who are forgotten when the program ends: for tests.
    ///
    /// # Errors
    /// If the engine fails.
    pub fn in_memory() -> Result<Self, StoreError> {
        People::on(Connection::open_in_memory()?, true)
    }

    fn on(connection: Connection, new: bool) -> Result<Self, StoreError> {
        connection.pragma_update(None, "foreign_keys", "on")?;
        connection.busy_timeout(Duration::from_secs(10))?;
        if new {
            connection.pragma_update(None, "application_id", APPLICATION)?;
            connection.pragma_update(None, "journal_mode", "wal")?;
        }
        let format: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        for (step, statements) in (format + 1..).zip(STEPS.iter().skip(format as usize)) {
            connection
                .execute_batch(&format!("begin; {statements} pragma user_version = {step}; commit;"))?;
        }
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "secure_delete", "on")?;
        Ok(People { connection: Mutex::new(connection) })
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does several things in one go: all of them, or none. Nothing else is done meanwhile.
    ///
    /// # Errors
    /// The work's own, or if it cannot be written.
    pub fn together<E: From<StoreError>>(&self, work: impl FnOnce() -> Result<(), E>) -> Result<(), E> {
        let run = |statement: &str| self.connection().execute_batch(statement).map_err(StoreError::from);
        run("begin immediate")?;
        match work() {
            Ok(()) => Ok(run("commit")?),
            Err(error) => {
                run("rollback")?;
                Err(error)
            }
        }
    }

    /// Remembers that somebody read a record of an owner on that day, for that owner to see.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn note_reading(
        &self,
        at: Stamp,
        owner: OwnerId,
        reader: OwnerId,
        records: &[RecordId],
    ) -> Result<(), StoreError> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        for record in records {
            transaction.execute(
                "insert or ignore into reading (day, owner, reader, record) values (?1, ?2, ?3, ?4)",
                params![at.day().to_string(), owner.to_string(), reader.to_string(), record.to_string()],
            )?;
        }
        transaction.commit().map_err(StoreError::from)
    }

    /// What was read of an owner, newest day first: the day, who read, and which record.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn readings(&self, owner: OwnerId) -> Result<Vec<(String, OwnerId, RecordId)>, StoreError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "select day, reader, record from reading where owner = ?1 order by day desc, reader, record limit 5000",
        )?;
        let rows = statement.query_map([owner.to_string()], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
        })?;
        let mut found = Vec::new();
        for row in rows {
            let (day, reader, record) = row?;
            if let (Ok(reader), Ok(record)) = (reader.parse(), record.parse()) {
                found.push((day, reader, record));
            }
        }
        Ok(found)
    }
}

/// How a secret that a person holds is kept: its hash. Secrets are 256 bits of chance, so a plain hash is enough.
pub fn kept(secret: &str) -> Hash {
    Hash::of(secret.as_bytes())
}

/// A new file that only its owner may read.
fn private(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}
