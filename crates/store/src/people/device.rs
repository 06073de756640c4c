//! Devices: browsers from which an account signed in before. Failures elsewhere do not slow them.

use super::{People, kept};
use crate::store::StoreError;
use ledger::time::Stamp;
use rusqlite::{OptionalExtension, Row, params};

/// A device. Its secret is with the browser; here is only the hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// By which it is shown and forgotten.
    pub id: String,
    /// Whose.
    pub account: String,
    /// When somebody last signed in from it.
    pub seen: Stamp,
    /// What the browser said of itself.
    pub label: String,
}

const COLUMNS: &str = "id, account, seen, label";

fn read(row: &Row<'_>) -> rusqlite::Result<Device> {
    Ok(Device {
        id: row.get(0)?,
        account: row.get(1)?,
        seen: Stamp::from_millis(row.get(2)?),
        label: row.get(3)?,
    })
}

impl People {
    /// Remembers a device with that secret.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn remember_device(&self, secret: &str, device: &Device) -> Result<(), StoreError> {
        self.connection().execute(
            "insert into device (hash, id, account, seen, label) values (?1, ?2, ?3, ?4, ?5)",
            params![kept(secret).as_bytes(), device.id, device.account, device.seen.millis(), device.label],
        )?;
        Ok(())
    }

    /// The device with that secret.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn device(&self, secret: &str) -> Result<Option<Device>, StoreError> {
        let query = format!("select {COLUMNS} from device where hash = ?1");
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&query)?;
        Ok(statement.query_row([kept(secret).as_bytes()], read).optional()?)
    }

    /// The devices of an account, the last used first.
    ///
    /// # Errors
    /// If they cannot be read.
    pub fn devices(&self, account: &str) -> Result<Vec<Device>, StoreError> {
        let connection = self.connection();
        let mut statement = connection
            .prepare_cached(&format!("select {COLUMNS} from device where account = ?1 order by seen desc"))?;
        let rows = statement.query_map([account], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Forgets the device with that secret, if there is one.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn forget_device_with(&self, secret: &str) -> Result<(), StoreError> {
        self.connection().execute("delete from device where hash = ?1", [kept(secret).as_bytes()])?;
        Ok(())
    }

    /// Forgets all devices of an account.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn forget_devices_of(&self, account: &str) -> Result<(), StoreError> {
        self.connection().execute("delete from device where account = ?1", [account])?;
        Ok(())
    }

    /// Forgets devices from which nobody signed in since that moment.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn forget_devices(&self, unused_since: Stamp) -> Result<(), StoreError> {
        self.connection().execute("delete from device where seen < ?1", [unused_since.millis()])?;
        Ok(())
    }
}
