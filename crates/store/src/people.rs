//! People of this installation: accounts, sessions, invitations, tokens, and who read of whom. They are local: no part of
//! the ledger, in a file of their own, and never sent anywhere. Secrets are kept as hashes; nothing here knows a password.

mod account;
mod device;
mod invitation;
mod passkey;
mod reading;
mod renewal;
mod session;
mod token;

pub use account::Account;
pub use device::Device;
pub use invitation::Invitation;
pub use passkey::Passkey;
pub use reading::Reading;
pub use renewal::{Renewal, Renews};
pub use session::Session;
pub use token::Token;

use crate::private;
use crate::store::StoreError;
use ledger::id::Hash;
use parking_lot::{ReentrantMutex, ReentrantMutexGuard};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use std::path::Path;
use std::time::Duration;

/// How the file came to its shape: each brings a file of the format before it to the next.
const STEPS: &[&str] = &[
    include_str!("../migrations/sqlite/people_0001.sql"),
    include_str!("../migrations/sqlite/people_0002.sql"),
    include_str!("../migrations/sqlite/people_0003.sql"),
    include_str!("../migrations/sqlite/people_0004.sql"),
];

/// `TMGP`: which program the file belongs to.
const APPLICATION: i32 = 0x544d_4750;

/// The shape of the file: how many steps led to it.
const FORMAT: u32 = STEPS.len() as u32;

/// The people of one installation.
pub struct People {
    connection: ReentrantMutex<Connection>,
}

impl People {
    /// Opens the file, or makes it.
    ///
    /// # Errors
    /// If it is another program's, of a newer version, damaged, or cannot be written.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let new = !path.exists();
        if new {
            let unwritable = |error: std::io::Error| StoreError::Unwritable { detail: error.to_string() };
            private::making().write(true).create_new(true).open(path).map_err(unwritable)?;
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
        Ok(People { connection: ReentrantMutex::new(connection) })
    }

    fn connection(&self) -> ReentrantMutexGuard<'_, Connection> {
        self.connection.lock()
    }

    /// Does several things in one go: all of them, or none. Nobody else reads or writes meanwhile.
    ///
    /// # Errors
    /// The work's own, or if it cannot be written.
    pub fn together<T, E: From<StoreError>>(&self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let connection = self.connection();
        let together = Transaction::new_unchecked(&connection, TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        // What is not committed is taken back when it is dropped.
        let done = work()?;
        together.commit().map_err(StoreError::from)?;
        Ok(done)
    }

    /// The same within this crate, also in the midst of something that is done together.
    fn whole(&self, work: impl FnOnce(&Connection) -> Result<(), StoreError>) -> Result<(), StoreError> {
        let connection = self.connection();
        match connection.is_autocommit() {
            true => self.together(|| work(&connection)),
            false => work(&connection),
        }
    }
}

/// How a secret that a person holds is kept: its hash. Secrets are 256 bits of chance, so a plain hash is enough.
pub fn kept(secret: &str) -> Hash {
    Hash::of(secret.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::time::Stamp;

    #[test]
    fn a_file_of_the_first_format_is_brought_to_this_one_with_all_that_is_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("people.db");
        let old = Connection::open(&path).unwrap();
        old.pragma_update(None, "application_id", APPLICATION).unwrap();
        old.execute_batch(&format!(
            "{} pragma user_version = 1;
             insert into account (id, login, name, password, created) values ('a', 'ministry', 'M', '', 1);
             insert into device (hash, account, seen) values (x'01', 'a', 5), (x'02', 'a', 4);",
            STEPS[0]
        ))
        .unwrap();
        drop(old);
        for _ in 0..2 {
            let people = People::open(&path).unwrap();
            let devices = people.devices("a").unwrap();
            assert_eq!((devices.len(), devices[0].seen), (2, Stamp::from_millis(5)));
            assert_ne!(devices[0].id, devices[1].id);
        }
    }

    #[test]
    fn what_is_done_together_is_done_whole_and_nobody_comes_in_between() {
        let people = People::in_memory().unwrap();
        let add = |login: &str| {
            people.add_account(&Account {
                id: login.into(),
                login: login.into(),
                name: login.into(),
                password: String::new(),
                totp: None,
                totp_step: 0,
                operator: false,
                created: Stamp::from_millis(1),
                disabled: None,
            })
        };
        let failed: Result<(), StoreError> = people.together(|| {
            add("one")?;
            people.set_disabled("one", Some(Stamp::from_millis(2)))?;
            Err(StoreError::Closed)
        });
        assert_eq!(failed, Err(StoreError::Closed));
        assert!(people.accounts().unwrap().is_empty());
        std::thread::scope(|scope| {
            for number in 0..4 {
                let (add, people) = (&add, &people);
                scope.spawn(move || {
                    people.together(|| {
                        let before = people.accounts()?.len();
                        std::thread::sleep(Duration::from_millis(5));
                        add(&format!("account-{number}"))?;
                        assert_eq!(people.accounts()?.len(), before + 1);
                        Ok::<(), StoreError>(())
                    })
                });
            }
        });
        assert_eq!(people.accounts().unwrap().len(), 4);
    }
}
