//! Key files: the node's key, and root keys that it holds in trust. One file a key, readable by the operator alone.

use crate::private;
use crate::store::StoreError;
use ledger::id::{Hash, OwnerId, hex, unhex};
use ledger::key::SecretKey;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The folder of keys beside a database.
pub struct Keys(PathBuf);

impl Keys {
    /// The keys of that data folder.
    pub fn of(data: &Path) -> Self {
        Keys(data.join("keys"))
    }

    /// The node's key.
    ///
    /// # Errors
    /// If its file is missing or not a key.
    pub fn node(&self) -> Result<SecretKey, StoreError> {
        self.read("node")
    }

    /// The root key held in trust for an owner.
    ///
    /// # Errors
    /// If its file is missing or not a key.
    pub fn root(&self, owner: OwnerId) -> Result<SecretKey, StoreError> {
        self.read(&file_of(owner))
    }

    /// Keeps the node's key in a new file.
    ///
    /// # Errors
    /// If there is one, or the folder cannot be written.
    pub fn keep_node(&self, key: &SecretKey) -> Result<(), StoreError> {
        self.write("node", key)
    }

    /// Keeps a root key in trust.
    ///
    /// # Errors
    /// If there is one, or the folder cannot be written.
    pub fn keep_root(&self, owner: OwnerId, key: &SecretKey) -> Result<(), StoreError> {
        self.write(&file_of(owner), key)
    }

    fn read(&self, name: &str) -> Result<SecretKey, StoreError> {
        let path = self.0.join(name);
        let unusable = |detail: String| StoreError::Key { path: path.display().to_string(), detail };
        let text = fs::read_to_string(&path).map_err(|error| unusable(error.to_string()))?;
        let bytes = unhex::<32>(text.trim()).ok_or_else(|| unusable("not 64 hexadecimal digits".into()))?;
        Ok(SecretKey::from_bytes(bytes))
    }

    fn write(&self, name: &str, key: &SecretKey) -> Result<(), StoreError> {
        let path = self.0.join(name);
        let unusable = |error: std::io::Error| StoreError::Key {
            path: path.display().to_string(),
            detail: error.to_string(),
        };
        private::folder(&self.0).map_err(unusable)?;
        let mut file = private::making().write(true).create_new(true).open(&path).map_err(unusable)?;
        writeln!(file, "{}", hex(&key.to_bytes())).and_then(|()| file.sync_all()).map_err(unusable)
    }
}

fn file_of(owner: OwnerId) -> String {
    format!("root-{}", hex(&Hash::as_bytes(&owner)[..16]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_kept_once_and_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::of(folder.path());
        let key = SecretKey::from_bytes([4; 32]);
        assert!(keys.node().is_err(), "absent");
        keys.keep_node(&key).unwrap();
        assert_eq!(keys.node().unwrap().public(), key.public());
        assert!(keys.keep_node(&key).is_err(), "a key is never overwritten");
    }
}
