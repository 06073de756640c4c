//! Invitations: a link by which a person makes an account, once, within its life.

use super::{People, kept};
use crate::store::StoreError;
use ledger::id::PersonId;
use ledger::time::Stamp;
use rusqlite::{OptionalExtension, Row, params};

/// An invitation. Its secret is in the link; here is only the hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// By which it is shown, renewed and revoked.
    pub id: String,
    /// The id under which a party's mandate knows the invited person.
    pub person: PersonId,
    /// Whether it invites the operator.
    pub operator: bool,
    /// For whom, as the inviting person wrote it.
    pub note: String,
    /// Whose invitation it is: an account, or the installation's own.
    pub invited_by: Option<String>,
    /// Since when.
    pub created: Stamp,
    /// Until when.
    pub expires: Stamp,
    /// When it was accepted.
    pub used: Option<Stamp>,
    /// When it was revoked.
    pub revoked: Option<Stamp>,
}

impl Invitation {
    /// Whether it can be accepted at that moment.
    pub fn stands(&self, now: Stamp) -> bool {
        self.used.is_none() && self.revoked.is_none() && now < self.expires
    }
}

const COLUMNS: &str = "id, person, operator, note, invited_by, created, expires, used, revoked";

fn read(row: &Row<'_>) -> rusqlite::Result<Invitation> {
    let person: String = row.get(1)?;
    let stamp = |at: usize| row.get::<_, Option<i64>>(at).map(|millis| millis.map(Stamp::from_millis));
    Ok(Invitation {
        id: row.get(0)?,
        person: person.parse().map_err(|_| rusqlite::Error::InvalidQuery)?,
        operator: row.get(2)?,
        note: row.get(3)?,
        invited_by: row.get(4)?,
        created: Stamp::from_millis(row.get(5)?),
        expires: Stamp::from_millis(row.get(6)?),
        used: stamp(7)?,
        revoked: stamp(8)?,
    })
}

impl People {
    /// Adds an invitation with that secret.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn invite(&self, secret: &str, invitation: &Invitation) -> Result<(), StoreError> {
        self.connection().execute(
            "insert into invitation (hash, id, person, operator, note, invited_by, created, expires)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                kept(secret).as_bytes(),
                invitation.id,
                invitation.person.to_string(),
                invitation.operator,
                invitation.note,
                invitation.invited_by,
                invitation.created.millis(),
                invitation.expires.millis()
            ],
        )?;
        Ok(())
    }

    /// The invitation with that secret.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn invitation(&self, secret: &str) -> Result<Option<Invitation>, StoreError> {
        let query = format!("select {COLUMNS} from invitation where hash = ?1");
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&query)?;
        Ok(statement.query_row([kept(secret).as_bytes()], read).optional()?)
    }

    /// The invitations for persons of a party's mandates, newest first.
    ///
    /// # Errors
    /// If they cannot be read.
    pub fn invitations_for(&self, persons: &[PersonId]) -> Result<Vec<Invitation>, StoreError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&format!(
            "select {COLUMNS} from invitation where person = ?1 order by created desc"
        ))?;
        let mut found = Vec::new();
        for person in persons {
            for row in statement.query_map([person.to_string()], read)? {
                found.push(row?);
            }
        }
        Ok(found)
    }

    /// Marks an invitation as accepted; false if it was accepted, revoked or has run out meanwhile.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn use_invitation(&self, id: &str, now: Stamp) -> Result<bool, StoreError> {
        let used = self.connection().execute(
            "update invitation set used = ?2 where id = ?1 and used is null and revoked is null and expires > ?2",
            params![id, now.millis()],
        )?;
        Ok(used == 1)
    }

    /// Revokes an invitation that was not accepted yet.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn revoke_invitation(&self, id: &str, now: Stamp) -> Result<(), StoreError> {
        self.connection().execute(
            "update invitation set revoked = ?2 where id = ?1 and used is null",
            params![id, now.millis()],
        )?;
        Ok(())
    }
}
