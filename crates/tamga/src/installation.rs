//! A data folder: the database, its seal, and the keys beside it.

use crate::failure::{Failure, language};
use desk::sign_in::SignIn;
use desk::world::{SystemChance, SystemClock};
use desk::{Budget, Desk, found};
use ledger::owner::Origin;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::keys::Keys;
use store::{People, Sqlite, Store, StoreError};
use words::Message;

/// The database in a data folder.
pub fn database(data: &Path) -> PathBuf {
    data.join("tamga.db")
}

/// The people of a data folder, and how they come in. Made at the first look.
pub fn people(data: &Path) -> Result<SignIn, Failure> {
    let people = People::open(&data.join("people.db"))?;
    Ok(SignIn::new(people, Keys::of(data), Box::new(SystemClock), Box::new(SystemChance)))
}

/// Makes a new installation: its key, its database, its editor.
pub fn make(data: &Path) -> Result<(), Failure> {
    let path = database(data);
    if path.exists() {
        return Err(StoreError::Exists { path: path.display().to_string() }.into());
    }
    store::private::folder(data).map_err(|error| StoreError::Unwritable { detail: error.to_string() })?;
    let keys = Keys::of(data);
    let mut chance = SystemChance;
    let node = match keys.node() {
        Ok(node) => node,
        Err(_) => {
            let node = found::new_key(&mut chance);
            keys.keep_node(&node)?;
            node
        }
    };
    let store = Sqlite::create(&path, node.clone())?;
    found::editor(&store, &keys, &node, Origin::Reconstruction, &SystemClock, &mut chance)?;
    store.close()?;
    Ok(())
}

/// Opens an installation.
pub fn open(data: &Path, budget: Budget) -> Result<Desk, Failure> {
    let path = database(data);
    if !path.exists() {
        return Err(StoreError::Absent { path: path.display().to_string() }.into());
    }
    let node = Keys::of(data).node()?;
    let store: Arc<dyn Store> = Arc::new(Sqlite::open(&path, node.clone())?);
    Ok(Desk::open(store, node, budget, &mut progress())?)
}

/// Says how far long work has come, where somebody is looking.
fn progress() -> impl FnMut(u64) {
    let looking = std::io::stderr().is_terminal();
    let mut said = 0;
    move |count| {
        if looking && count >= said + 50_000 {
            said = count;
            let line = language().say(&Message::new("cli-reading").with("count", count));
            // A terminal that went away is no reason to stop.
            let _ = write!(std::io::stderr(), "\r{line} ");
        }
    }
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    #[test]
    fn what_is_made_is_for_the_account_alone_that_makes_it() {
        use super::*;
        use std::os::unix::fs::PermissionsExt;
        let above = tempfile::tempdir().unwrap();
        let data = above.path().join("data");
        make(&data).unwrap();
        people(&data).unwrap();
        let opened = open(&data, Budget::DEFAULT).unwrap();
        let mut looked_at = 0;
        for folder in [data.clone(), data.join("keys")] {
            assert_eq!(folder.metadata().unwrap().permissions().mode() & 0o777, 0o700, "{folder:?}");
            for file in std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap()) {
                if file.file_type().unwrap().is_file() {
                    let mode = file.metadata().unwrap().permissions().mode() & 0o777;
                    assert_eq!(mode, 0o600, "{:?}", file.path());
                    looked_at += 1;
                }
            }
        }
        assert!(looked_at >= 6, "the ledger with its log, people, keys: {looked_at}");
        opened.close().unwrap();
        let seal = data.join("tamga.db.sha256");
        assert_eq!(seal.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
}
