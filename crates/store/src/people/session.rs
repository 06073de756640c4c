//! Sessions: who is signed in, from where, since when, and for whom the person acts.

use super::{People, kept};
use crate::store::StoreError;
use ledger::id::RecordId;
use ledger::time::Stamp;
use rusqlite::{OptionalExtension, Row, params};

/// A session. Its secret is with the browser; here is only the hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// By which it is shown and ended.
    pub id: String,
    /// Whose.
    pub account: String,
    /// Since when.
    pub created: Stamp,
    /// When it was last used.
    pub seen: Stamp,
    /// When the password was last given.
    pub fresh: Stamp,
    /// The mandate's record under which the person acts.
    pub acting: Option<RecordId>,
    /// What the browser said of itself.
    pub label: String,
    /// Whether it began with a passkey: that is two steps in one.
    pub by_passkey: bool,
}

const COLUMNS: &str = "id, account, created, seen, fresh, acting, label, passkey";

fn read(row: &Row<'_>) -> rusqlite::Result<Session> {
    Ok(Session {
        id: row.get(0)?,
        account: row.get(1)?,
        created: Stamp::from_millis(row.get(2)?),
        seen: Stamp::from_millis(row.get(3)?),
        fresh: Stamp::from_millis(row.get(4)?),
        acting: row.get::<_, Option<String>>(5)?.and_then(|acting| acting.parse().ok()),
        label: row.get(6)?,
        by_passkey: row.get(7)?,
    })
}

impl People {
    /// Begins a session with that secret.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn begin_session(&self, secret: &str, session: &Session) -> Result<(), StoreError> {
        self.connection().execute(
            "insert into session (hash, id, account, created, seen, fresh, acting, label, passkey)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                kept(secret).as_bytes(),
                session.id,
                session.account,
                session.created.millis(),
                session.seen.millis(),
                session.fresh.millis(),
                session.acting.map(|acting| acting.to_string()),
                session.label,
                session.by_passkey
            ],
        )?;
        Ok(())
    }

    /// The session with that secret.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn session(&self, secret: &str) -> Result<Option<Session>, StoreError> {
        let query = format!("select {COLUMNS} from session where hash = ?1");
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&query)?;
        Ok(statement.query_row([kept(secret).as_bytes()], read).optional()?)
    }

    /// The sessions of an account, the last used first.
    ///
    /// # Errors
    /// If they cannot be read.
    pub fn sessions(&self, account: &str) -> Result<Vec<Session>, StoreError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&format!(
            "select {COLUMNS} from session where account = ?1 order by seen desc"
        ))?;
        let rows = statement.query_map([account], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Notes that a session was used, that the password was given again, or for whom the person acts now.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn touch_session(&self, session: &Session) -> Result<(), StoreError> {
        self.connection().execute(
            "update session set seen = ?2, fresh = ?3, acting = ?4 where id = ?1",
            params![
                session.id,
                session.seen.millis(),
                session.fresh.millis(),
                session.acting.map(|acting| acting.to_string())
            ],
        )?;
        Ok(())
    }

    /// Gives a session another secret; the one it had opens nothing any more.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn renew_session(&self, id: &str, secret: &str) -> Result<(), StoreError> {
        self.connection()
            .execute("update session set hash = ?2 where id = ?1", params![id, kept(secret).as_bytes()])?;
        Ok(())
    }

    /// Ends the session with that secret, if there is one.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn end_session_with(&self, secret: &str) -> Result<(), StoreError> {
        self.connection().execute("delete from session where hash = ?1", [kept(secret).as_bytes()])?;
        Ok(())
    }

    /// Ends a session of an account.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn end_session(&self, account: &str, id: &str) -> Result<(), StoreError> {
        self.connection()
            .execute("delete from session where account = ?1 and id = ?2", params![account, id])?;
        Ok(())
    }

    /// Ends all sessions of an account, but one.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn end_sessions(&self, account: &str, but: Option<&str>) -> Result<(), StoreError> {
        self.connection()
            .execute("delete from session where account = ?1 and id is not ?2", params![account, but])?;
        Ok(())
    }

    /// Forgets sessions that were not used since one moment, or begun before another.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn forget_sessions(&self, idle_since: Stamp, begun_before: Stamp) -> Result<(), StoreError> {
        self.connection().execute(
            "delete from session where seen < ?1 or created < ?2",
            params![idle_since.millis(), begun_before.millis()],
        )?;
        Ok(())
    }
}
