//! The bytes of files, beside the ledger: a folder for each owner, and in it each file once, under the SHA-256 of its bytes.
//!
//! Nobody's bytes are another's, even where they are the same: so nobody learns from the store what others hold, and what
//! an owner erases is gone whatever others keep. What comes in stands apart until its record is written, and what goes out
//! is noted before its record is erased; whoever opens the folder after a crash finishes both.

use crate::private;
use crate::store::StoreError;
use ledger::id::{Hash, Hashing, OwnerId, hex, unhex};
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The files of an installation.
#[derive(Debug, Clone)]
pub struct Files {
    root: PathBuf,
}

/// A file that is on its way in. What is dropped before it is placed leaves nothing behind.
pub struct Incoming {
    path: PathBuf,
    file: File,
    hashing: Option<Hashing>,
}

/// A file that was on its way when the program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnTheWay {
    path: PathBuf,
    /// Whose.
    pub owner: OwnerId,
    /// The hash of its bytes.
    pub hash: Hash,
}

/// What is found of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Its bytes are those that it is named by.
    Whole,
    /// They are not.
    Altered,
    /// It is not there.
    Missing,
}

const KEPT: &str = "kept";
const INCOMING: &str = "incoming";
const LEAVING: &str = "leaving";

fn unwritable(error: io::Error) -> StoreError {
    StoreError::Unwritable { detail: error.to_string() }
}

impl Files {
    /// The files in a data folder; nothing is made yet.
    pub fn of(data: &Path) -> Self {
        Files { root: data.join("files") }
    }

    /// Begins to take a file in. `name`: chance, so that no two are in each other's way.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn begin(&self, name: [u8; 16]) -> Result<Incoming, StoreError> {
        let folder = self.root.join(INCOMING);
        private::folder(&folder).map_err(unwritable)?;
        let path = folder.join(hex(&name));
        let file = private::making().create_new(true).write(true).open(&path).map_err(unwritable)?;
        Ok(Incoming { path, file, hashing: Some(Hashing::default()) })
    }

    /// Puts a whole file where it stays. One that is there already has the same bytes, and stays.
    ///
    /// # Errors
    /// If it cannot be moved.
    pub fn place(&self, incoming: Incoming, owner: OwnerId, hash: Hash) -> Result<(), StoreError> {
        self.put(&incoming.path, owner, hash)
    }

    /// The same for one that was on its way when the program ended.
    ///
    /// # Errors
    /// As [`Files::place`].
    pub fn place_late(&self, found: &OnTheWay) -> Result<(), StoreError> {
        self.put(&found.path, found.owner, found.hash)
    }

    fn put(&self, from: &Path, owner: OwnerId, hash: Hash) -> Result<(), StoreError> {
        let place = self.path(owner, hash);
        let folder = place.parent().unwrap_or(&self.root);
        private::folder(folder).map_err(unwritable)?;
        fs::rename(from, &place).map_err(unwritable)?;
        sync(folder);
        Ok(())
    }

    /// The bytes of a file, to be read.
    ///
    /// # Errors
    /// If it is not there, or cannot be read.
    pub fn open(&self, owner: OwnerId, hash: Hash) -> io::Result<File> {
        File::open(self.path(owner, hash))
    }

    /// Notes that a file is to go, before its record is erased.
    ///
    /// # Errors
    /// If that cannot be written.
    pub fn note_leaving(&self, owner: OwnerId, hash: Hash) -> Result<OnTheWay, StoreError> {
        let folder = self.root.join(LEAVING);
        private::folder(&folder).map_err(unwritable)?;
        let path = folder.join(named(owner, hash));
        let note = private::making().create(true).append(true).open(&path).map_err(unwritable)?;
        note.sync_all().map_err(unwritable)?;
        sync(&folder);
        Ok(OnTheWay { path, owner, hash })
    }

    /// Destroys a file: its bytes are overwritten before its name goes, as far as the disk lets itself be overwritten.
    ///
    /// # Errors
    /// If it is there and cannot be destroyed.
    pub fn destroy(&self, owner: OwnerId, hash: Hash) -> Result<(), StoreError> {
        let path = self.path(owner, hash);
        match File::options().write(true).open(&path) {
            Ok(file) => overwrite(file).map_err(unwritable)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(unwritable(error)),
        }
        fs::remove_file(&path).map_err(unwritable)?;
        path.parent().into_iter().for_each(sync);
        Ok(())
    }

    /// What was whole and on its way in when the program ended. What was not whole is removed.
    pub fn were_coming(&self) -> Vec<OnTheWay> {
        let (whole, parts): (Vec<_>, Vec<_>) = entries(&self.root.join(INCOMING))
            .into_iter()
            .map(|path| (read_name(&path), path))
            .partition(|(found, _)| found.is_some());
        for (_, part) in parts {
            // What cannot be removed now is removed at the next start.
            let _ = fs::remove_file(part);
        }
        whole.into_iter().filter_map(|(found, _)| found).collect()
    }

    /// What was to go when the program ended.
    pub fn were_leaving(&self) -> Vec<OnTheWay> {
        entries(&self.root.join(LEAVING)).iter().filter_map(|path| read_name(path)).collect()
    }

    /// Every file that is kept.
    pub fn all(&self) -> Vec<(OwnerId, Hash)> {
        let owned = |folder: PathBuf| {
            let owner = file_name(&folder).and_then(unhex::<32>).map(Hash::from_bytes);
            let hashes = entries(&folder).into_iter().filter_map(|path| unhex::<32>(file_name(&path)?));
            let hashes: Vec<Hash> = hashes.map(Hash::from_bytes).collect();
            owner.into_iter().flat_map(move |owner| hashes.clone().into_iter().map(move |hash| (owner, hash)))
        };
        entries(&self.root.join(KEPT)).into_iter().flat_map(owned).collect()
    }

    /// What lies among the files that are kept and is none.
    pub fn strangers(&self) -> Vec<PathBuf> {
        let (folders, mut strange): (Vec<_>, Vec<_>) =
            entries(&self.root.join(KEPT)).into_iter().partition(|path| is_named(path));
        strange.extend(folders.iter().flat_map(|folder| entries(folder)).filter(|path| !is_named(path)));
        strange
    }

    /// Whether a file is there with the bytes that it is named by.
    ///
    /// # Errors
    /// If it is there and cannot be read.
    pub fn check(&self, owner: OwnerId, hash: Hash) -> io::Result<Found> {
        let mut file = match self.open(owner, hash) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Missing),
            Err(error) => return Err(error),
        };
        let (mut hashing, mut piece) = (Hashing::default(), vec![0; 1 << 16]);
        loop {
            match file.read(&mut piece)? {
                0 => break,
                count => hashing.take(&piece[..count]),
            }
        }
        Ok(if hashing.hash() == hash { Found::Whole } else { Found::Altered })
    }

    fn path(&self, owner: OwnerId, hash: Hash) -> PathBuf {
        self.root.join(KEPT).join(hex(owner.as_bytes())).join(hex(hash.as_bytes()))
    }
}

impl Incoming {
    /// Takes the next piece.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn take(&mut self, piece: &[u8]) -> Result<(), StoreError> {
        self.file.write_all(piece).map_err(unwritable)?;
        if let Some(hashing) = &mut self.hashing {
            hashing.take(piece);
        }
        Ok(())
    }

    /// Ends the file and says its hash.
    ///
    /// # Errors
    /// If it was ended before, or cannot be brought to the disk.
    pub fn end(&mut self) -> Result<Hash, StoreError> {
        let hash = self.hashing.take().ok_or(StoreError::Closed)?.hash();
        self.file.sync_all().map_err(unwritable)?;
        Ok(hash)
    }

    /// Says whose it will be, so that it is found again should the program end before it is placed.
    ///
    /// # Errors
    /// If it cannot be renamed.
    pub fn name(&mut self, owner: OwnerId, hash: Hash) -> Result<(), StoreError> {
        let chance = file_name(&self.path).unwrap_or_default();
        let path = self.path.with_file_name(format!("{}-{chance}", named(owner, hash)));
        fs::rename(&self.path, &path).map_err(unwritable)?;
        self.path = path;
        self.path.parent().into_iter().for_each(sync);
        Ok(())
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        // Gone already where it was placed.
        let _ = fs::remove_file(&self.path);
    }
}

impl OnTheWay {
    /// Forgets that it was on its way: it has arrived, or shall not.
    pub fn forget(&self) {
        // What stays is looked at again at the next start.
        let _ = fs::remove_file(&self.path);
    }
}

fn named(owner: OwnerId, hash: Hash) -> String {
    format!("{}-{}", hex(owner.as_bytes()), hex(hash.as_bytes()))
}

fn read_name(path: &Path) -> Option<OnTheWay> {
    let mut parts = file_name(path)?.split('-');
    let mut next = || parts.next().and_then(unhex::<32>).map(Hash::from_bytes);
    let (owner, hash) = (next()?, next()?);
    Some(OnTheWay { path: path.to_owned(), owner, hash })
}

fn file_name(path: &Path) -> Option<&str> {
    path.file_name()?.to_str()
}

fn is_named(path: &Path) -> bool {
    file_name(path).and_then(unhex::<32>).is_some()
}

/// What lies in a folder, in the order of its names; nothing if there is none.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let read = fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let mut found: Vec<PathBuf> = read.collect();
    found.sort();
    found
}

fn overwrite(mut file: File) -> io::Result<()> {
    let mut left = file.metadata()?.len();
    file.seek(SeekFrom::Start(0))?;
    let nothing = [0; 1 << 16];
    while left > 0 {
        let piece = usize::try_from(left).unwrap_or(usize::MAX).min(nothing.len());
        file.write_all(&nothing[..piece])?;
        left -= piece as u64;
    }
    file.sync_all()
}

/// Brings a folder's names to the disk, where the system can do that.
fn sync(folder: &Path) {
    #[cfg(unix)]
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    #[cfg(not(unix))]
    let _ = folder;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owner(seed: u8) -> OwnerId {
        Hash::of(&[seed])
    }

    fn files() -> (tempfile::TempDir, Files) {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::of(folder.path());
        (folder, files)
    }

    fn coming(files: &Files, seed: u8, bytes: &[u8]) -> (Incoming, Hash) {
        let mut incoming = files.begin([seed; 16]).unwrap();
        bytes.chunks(3).for_each(|piece| incoming.take(piece).unwrap());
        let hash = incoming.end().unwrap();
        (incoming, hash)
    }

    fn leftovers(files: &Files) -> usize {
        entries(&files.root.join(INCOMING)).len()
    }

    #[test]
    fn a_file_is_kept_once_for_each_owner_and_given_back_as_it_came() {
        let (_folder, files) = files();
        for seed in [1, 2] {
            let (incoming, hash) = coming(&files, seed, b"a law");
            assert_eq!(hash, Hash::of(b"a law"));
            files.place(incoming, owner(1), hash).unwrap();
        }
        assert_eq!(files.all(), [(owner(1), Hash::of(b"a law"))]);
        let mut read = Vec::new();
        files.open(owner(1), Hash::of(b"a law")).unwrap().read_to_end(&mut read).unwrap();
        assert_eq!(read, b"a law");
        assert!(files.open(owner(2), Hash::of(b"a law")).is_err(), "another's is not there");
        assert_eq!(leftovers(&files), 0);
    }

    #[test]
    fn what_one_owner_destroys_another_keeps() {
        let (_folder, files) = files();
        for seed in [1, 2] {
            let (incoming, hash) = coming(&files, seed, b"a law");
            files.place(incoming, owner(seed), hash).unwrap();
        }
        files.destroy(owner(1), Hash::of(b"a law")).unwrap();
        files.destroy(owner(1), Hash::of(b"a law")).unwrap();
        assert_eq!(files.all(), [(owner(2), Hash::of(b"a law"))]);
    }

    #[test]
    fn what_is_interrupted_leaves_nothing() {
        let (_folder, files) = files();
        let mut part = files.begin([1; 16]).unwrap();
        part.take(b"half of").unwrap();
        drop(part);
        let (mut whole, hash) = coming(&files, 2, b"a law");
        whole.name(owner(1), hash).unwrap();
        drop(whole);
        assert_eq!(leftovers(&files), 0);
    }

    #[test]
    fn what_was_on_its_way_when_the_program_ended_is_found_again() {
        let (_folder, files) = files();
        let part = files.begin([1; 16]).unwrap();
        fs::copy(&part.path, part.path.with_file_name("0f")).unwrap();
        let (mut whole, hash) = coming(&files, 2, b"a law");
        whole.name(owner(1), hash).unwrap();
        fs::copy(&whole.path, whole.path.with_file_name(format!("{}-0e", named(owner(1), hash)))).unwrap();
        drop((part, whole));
        let found = files.were_coming();
        assert_eq!(found.iter().map(|one| (one.owner, one.hash)).collect::<Vec<_>>(), [(owner(1), hash)]);
        files.place_late(&found[0]).unwrap();
        assert_eq!((files.all(), leftovers(&files)), (vec![(owner(1), hash)], 0), "the half one is gone");
        let leaving = files.note_leaving(owner(1), hash).unwrap();
        assert_eq!(files.were_leaving(), std::slice::from_ref(&leaving));
        leaving.forget();
        assert_eq!(files.were_leaving(), []);
    }

    #[test]
    fn a_check_tells_whole_altered_missing_and_strange() {
        let (_folder, files) = files();
        let (incoming, hash) = coming(&files, 1, b"a law");
        files.place(incoming, owner(1), hash).unwrap();
        assert_eq!(files.check(owner(1), hash).unwrap(), Found::Whole);
        assert_eq!(files.check(owner(1), Hash::of(b"x")).unwrap(), Found::Missing);
        fs::write(files.path(owner(1), hash), b"a lie").unwrap();
        assert_eq!(files.check(owner(1), hash).unwrap(), Found::Altered);
        assert_eq!(files.strangers(), Vec::<PathBuf>::new());
        let stranger = files.path(owner(1), hash).with_file_name("readme.html");
        fs::write(&stranger, b"x").unwrap();
        assert_eq!(files.strangers(), [stranger]);
    }
}
