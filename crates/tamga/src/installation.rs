//! A data folder: the database, its seal, and the keys beside it.

use crate::failure::{DATA, Failure, language};
use desk::sign_in::SignIn;
use desk::world::{SystemChance, SystemClock};
use desk::{Budget, Desk, found};
use ledger::owner::Origin;
use std::fs::{File, TryLockError};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::keys::Keys;
use store::{Files, People, Sqlite, Store, StoreError};
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

/// Whether the database in a data folder is one of ours, asked before anything is written beside it.
///
/// # Errors
/// If it is another program's, too new, damaged, or not there.
pub fn recognized(data: &Path) -> Result<(), Failure> {
    Ok(Sqlite::recognize(&database(data))?)
}

/// Takes the data folder for the one process that serves it, until that process ends: two of them would show different
/// states of the same record. Commands beside it are no matter. The system gives it free after a crash as well.
///
/// # Errors
/// If another process serves the folder, or the lock cannot be made.
pub fn served_once(data: &Path) -> Result<File, Failure> {
    let unwritable = |error: std::io::Error| StoreError::Unwritable { detail: error.to_string() };
    let path = data.join("serving.lock");
    let lock = store::private::making().create(true).append(true).open(path).map_err(unwritable)?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => {
            let said = Message::new("cli-served-already").with("data", data.display().to_string());
            Err(Failure::new(DATA, said))
        }
        Err(TryLockError::Error(error)) => Err(unwritable(error).into()),
    }
}

/// Opens an installation.
pub fn open(data: &Path, budget: Budget) -> Result<Desk, Failure> {
    let path = database(data);
    if !path.exists() {
        return Err(StoreError::Absent { path: path.display().to_string() }.into());
    }
    recognized(data)?;
    let node = Keys::of(data).node()?;
    let store: Arc<dyn Store> = Arc::new(Sqlite::open(&path, node.clone())?);
    Ok(Desk::open(store, node, budget, &mut progress())?)
}

/// The same with the files beside it: for the one process that serves the folder.
pub fn open_with_files(data: &Path, budget: Budget) -> Result<Desk, Failure> {
    Ok(open(data, budget)?.with_files(Files::of(data))?)
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
    use super::*;

    #[test]
    fn one_process_serves_a_folder_and_the_next_one_may_after_it() {
        let folder = tempfile::tempdir().unwrap();
        let first = served_once(folder.path()).unwrap();
        assert!(served_once(folder.path()).is_err(), "it is being served");
        drop(first);
        assert!(served_once(folder.path()).is_ok());
    }

    #[test]
    fn a_file_of_another_program_is_said_to_be_none_of_ours_and_nothing_is_made_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(database(folder.path()), [b"SQLite format 3\0".as_slice(), &[0; 200]].concat())
            .unwrap();
        assert!(recognized(folder.path()).is_err());
        assert!(matches!(Sqlite::recognize(&database(folder.path())), Err(StoreError::Foreign { .. })));
        assert!(open(folder.path(), Budget::DEFAULT).is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_made_is_for_the_account_alone_that_makes_it() {
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
