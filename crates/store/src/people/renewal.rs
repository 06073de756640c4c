//! Renewals: a link for somebody who has an account and cannot come in. Once, within its life, it sets a new password or
//! takes away a second step that was lost.

use super::{People, kept};
use crate::store::StoreError;
use ledger::time::Stamp;
use rusqlite::{OptionalExtension, Row, params};

/// What a link renews.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renews {
    /// It sets a new password; a second step stays.
    Password,
    /// It takes away the second step; the password stays, and is asked for.
    SecondStep,
}

impl Renews {
    /// The stable word.
    pub fn word(self) -> &'static str {
        match self {
            Renews::Password => "password",
            Renews::SecondStep => "second-step",
        }
    }

    /// What that word means.
    pub fn from_word(word: &str) -> Option<Self> {
        [Renews::Password, Renews::SecondStep].into_iter().find(|one| one.word() == word)
    }
}

/// A renewal. Its secret is in the link; here is only the hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renewal {
    /// By which it is known here.
    pub id: String,
    /// Whose account it renews.
    pub account: String,
    /// What it renews.
    pub what: Renews,
    /// Who made it: an account; nobody's if it was made on the machine itself.
    pub made_by: Option<String>,
    /// Whether it was made as the operator, not as a coordinator.
    pub by_operator: bool,
    /// Since when.
    pub created: Stamp,
    /// Until when.
    pub expires: Stamp,
    /// When it was used.
    pub used: Option<Stamp>,
    /// When it was replaced by another one, or made void by a new password.
    pub revoked: Option<Stamp>,
}

impl Renewal {
    /// Whether it can be used at that moment.
    pub fn stands(&self, now: Stamp) -> bool {
        self.used.is_none() && self.revoked.is_none() && now < self.expires
    }
}

const COLUMNS: &str = "id, account, what, made_by, by_operator, created, expires, used, revoked";

fn read(row: &Row<'_>) -> rusqlite::Result<Renewal> {
    let what: String = row.get(2)?;
    let stamp = |at: usize| row.get::<_, Option<i64>>(at).map(|millis| millis.map(Stamp::from_millis));
    Ok(Renewal {
        id: row.get(0)?,
        account: row.get(1)?,
        what: Renews::from_word(&what).ok_or(rusqlite::Error::InvalidQuery)?,
        made_by: row.get(3)?,
        by_operator: row.get(4)?,
        created: Stamp::from_millis(row.get(5)?),
        expires: Stamp::from_millis(row.get(6)?),
        used: stamp(7)?,
        revoked: stamp(8)?,
    })
}

impl People {
    /// Adds a renewal with that secret. Those before it that renew the same are void.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn add_renewal(&self, secret: &str, renewal: &Renewal) -> Result<(), StoreError> {
        self.whole(|connection| {
            connection.execute(
                "update renewal set revoked = ?3
                 where account = ?1 and what = ?2 and used is null and revoked is null",
                params![renewal.account, renewal.what.word(), renewal.created.millis()],
            )?;
            connection.execute(
                "insert into renewal (hash, id, account, what, made_by, by_operator, created, expires)
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![
                    kept(secret).as_bytes(),
                    renewal.id,
                    renewal.account,
                    renewal.what.word(),
                    renewal.made_by,
                    renewal.by_operator,
                    renewal.created.millis(),
                    renewal.expires.millis()
                ],
            )?;
            Ok(())
        })
    }

    /// The renewal with that secret.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn renewal(&self, secret: &str) -> Result<Option<Renewal>, StoreError> {
        let query = format!("select {COLUMNS} from renewal where hash = ?1");
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&query)?;
        Ok(statement.query_row([kept(secret).as_bytes()], read).optional()?)
    }

    /// The renewals of an account, newest first: for its person, and for those who answer for him.
    ///
    /// # Errors
    /// If they cannot be read.
    pub fn renewals_of(&self, account: &str) -> Result<Vec<Renewal>, StoreError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&format!(
            "select {COLUMNS} from renewal where account = ?1 order by created desc"
        ))?;
        let rows = statement.query_map([account], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Marks a renewal as used; false if it was used, made void or has run out meanwhile.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn use_renewal(&self, id: &str, now: Stamp) -> Result<bool, StoreError> {
        let used = self.connection().execute(
            "update renewal set used = ?2 where id = ?1 and used is null and revoked is null and expires > ?2",
            params![id, now.millis()],
        )?;
        Ok(used == 1)
    }

    /// Makes void what was not used of an account's renewals.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn revoke_renewals(&self, account: &str, now: Stamp) -> Result<(), StoreError> {
        self.connection().execute(
            "update renewal set revoked = ?2 where account = ?1 and used is null and revoked is null",
            params![account, now.millis()],
        )?;
        Ok(())
    }

    /// Forgets renewals and invitations that ended before that moment, or were not used until then.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn forget_links(&self, ended_before: Stamp) -> Result<(), StoreError> {
        for table in ["renewal", "invitation"] {
            self.connection().execute(
                &format!("delete from {table} where coalesce(used, revoked, expires) < ?1"),
                [ended_before.millis()],
            )?;
        }
        Ok(())
    }
}
