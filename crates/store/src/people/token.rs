//! Tokens for programs: named, narrow, until a date, shown once, revocable, with their last use.

use super::{People, kept};
use crate::store::StoreError;
use ledger::id::{PersonId, RecordId};
use ledger::time::Stamp;
use rusqlite::{OptionalExtension, Row, params};

/// A token. Its secret was shown once; here is only the hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// By which it is shown and revoked.
    pub id: String,
    /// Whose.
    pub account: String,
    /// The person of the mandate.
    pub person: PersonId,
    /// The mandate under which it reads or acts: no other.
    pub mandate: RecordId,
    /// What it is called.
    pub name: String,
    /// Whether it may act, or only read.
    pub may_act: bool,
    /// The only acts it may do, by their words; empty: all that its mandate may.
    pub acts: Vec<String>,
    /// Since when.
    pub created: Stamp,
    /// Until when.
    pub until: Stamp,
    /// When it was last used.
    pub used: Option<Stamp>,
    /// When it was revoked.
    pub revoked: Option<Stamp>,
}

impl Token {
    /// Whether it opens anything at that moment.
    pub fn stands(&self, now: Stamp) -> bool {
        self.revoked.is_none() && now < self.until
    }
}

const COLUMNS: &str = "id, account, person, mandate, name, may_act, created, until, used, revoked, acts";

fn read(row: &Row<'_>) -> rusqlite::Result<Token> {
    let (person, mandate): (String, String) = (row.get(2)?, row.get(3)?);
    let stamp = |at: usize| row.get::<_, Option<i64>>(at).map(|millis| millis.map(Stamp::from_millis));
    Ok(Token {
        id: row.get(0)?,
        account: row.get(1)?,
        person: person.parse().map_err(|_| rusqlite::Error::InvalidQuery)?,
        mandate: mandate.parse().map_err(|_| rusqlite::Error::InvalidQuery)?,
        name: row.get(4)?,
        may_act: row.get(5)?,
        created: Stamp::from_millis(row.get(6)?),
        until: Stamp::from_millis(row.get(7)?),
        used: stamp(8)?,
        revoked: stamp(9)?,
        acts: row.get::<_, String>(10)?.split_whitespace().map(str::to_owned).collect(),
    })
}

impl People {
    /// Adds a token with that secret.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn add_token(&self, secret: &str, token: &Token) -> Result<(), StoreError> {
        self.connection().execute(
            "insert into token (hash, id, account, person, mandate, name, may_act, created, until, acts)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                kept(secret).as_bytes(),
                token.id,
                token.account,
                token.person.to_string(),
                token.mandate.to_string(),
                token.name,
                token.may_act,
                token.created.millis(),
                token.until.millis(),
                token.acts.join(" ")
            ],
        )?;
        Ok(())
    }

    /// The token with that secret, whether it stands or not.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn token(&self, secret: &str) -> Result<Option<Token>, StoreError> {
        let query = format!("select {COLUMNS} from token where hash = ?1");
        let connection = self.connection();
        Ok(connection.prepare_cached(&query)?.query_row([kept(secret).as_bytes()], read).optional()?)
    }

    /// Notes that a token was used: once a minute, since each note waits for the disk.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn note_use(&self, token: &Token, now: Stamp) -> Result<(), StoreError> {
        if token.used.is_none_or(|used| now.millis() - used.millis() >= 60_000) {
            self.connection()
                .execute("update token set used = ?2 where id = ?1", params![token.id, now.millis()])?;
        }
        Ok(())
    }

    /// The tokens of an account, newest first.
    ///
    /// # Errors
    /// If they cannot be read.
    pub fn tokens(&self, account: &str) -> Result<Vec<Token>, StoreError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&format!(
            "select {COLUMNS} from token where account = ?1 order by created desc"
        ))?;
        let rows = statement.query_map([account], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Revokes a token of an account.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn revoke_token(&self, account: &str, id: &str, now: Stamp) -> Result<(), StoreError> {
        self.connection().execute(
            "update token set revoked = ?3 where account = ?1 and id = ?2 and revoked is null",
            params![account, id, now.millis()],
        )?;
        Ok(())
    }
}
