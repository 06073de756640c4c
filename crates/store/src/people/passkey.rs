//! Passkeys: keys in a person's device with which it signs in without a password. Here are only their public halves.

use super::People;
use crate::store::StoreError;
use ledger::time::Stamp;
use rusqlite::{Row, params};

/// A passkey of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// By which it is shown and ended.
    pub id: String,
    /// Whose.
    pub account: String,
    /// As its person calls it.
    pub label: String,
    /// What is needed to know it again, as JSON.
    pub credential: String,
    /// Since when.
    pub created: Stamp,
    /// When somebody last signed in with it.
    pub used: Option<Stamp>,
}

const COLUMNS: &str = "id, account, label, credential, created, used";

fn read(row: &Row<'_>) -> rusqlite::Result<Passkey> {
    Ok(Passkey {
        id: row.get(0)?,
        account: row.get(1)?,
        label: row.get(2)?,
        credential: row.get(3)?,
        created: Stamp::from_millis(row.get(4)?),
        used: row.get::<_, Option<i64>>(5)?.map(Stamp::from_millis),
    })
}

impl People {
    /// Keeps a passkey.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn add_passkey(&self, passkey: &Passkey) -> Result<(), StoreError> {
        self.connection().execute(
            "insert into passkey (id, account, label, credential, created, used) values (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                passkey.id,
                passkey.account,
                passkey.label,
                passkey.credential,
                passkey.created.millis(),
                passkey.used.map(Stamp::millis)
            ],
        )?;
        Ok(())
    }

    /// The passkeys of an account, the oldest first.
    ///
    /// # Errors
    /// If they cannot be read.
    pub fn passkeys(&self, account: &str) -> Result<Vec<Passkey>, StoreError> {
        let connection = self.connection();
        let query = format!("select {COLUMNS} from passkey where account = ?1 order by created, id");
        let mut statement = connection.prepare_cached(&query)?;
        let rows = statement.query_map([account], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Notes that somebody signed in with it, and what its device said then.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn use_passkey(&self, passkey: &Passkey, credential: &str, now: Stamp) -> Result<(), StoreError> {
        self.connection().execute(
            "update passkey set credential = ?2, used = ?3 where id = ?1",
            params![passkey.id, credential, now.millis()],
        )?;
        Ok(())
    }

    /// Forgets a passkey of that account, if it is one.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn end_passkey(&self, account: &str, id: &str) -> Result<(), StoreError> {
        self.connection()
            .execute("delete from passkey where account = ?1 and id = ?2", params![account, id])?;
        Ok(())
    }
}
