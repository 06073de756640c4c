//! Opening, checking and putting away the file. Nothing is written to a file before it is known to be ours.

use super::{APPLICATION, FORMAT, Seal};
use crate::private;
use crate::store::StoreError;
use ledger::id::Hashing;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

const LEDGER: &str = include_str!("../../migrations/sqlite/0001_ledger.sql");

/// Makes the file with its tables.
pub(super) fn create(path: &Path) -> Result<(), StoreError> {
    // What lies beside it while it is in use gets the rights of the file.
    let unwritable = |error: std::io::Error| StoreError::Unwritable { detail: error.to_string() };
    private::making().append(true).create(true).open(path).map_err(unwritable)?;
    let connection = Connection::open(path)?;
    connection.pragma_update(None, "page_size", 8192)?;
    connection.pragma_update(None, "application_id", APPLICATION)?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.execute_batch(&format!("begin; {LEDGER} pragma user_version = {FORMAT}; commit;"))?;
    connection.close().map_err(|(_, error)| StoreError::from(error))
}

/// The writer's connection. A file that is not the one that was put away is not touched, and keeps the seal that says so.
pub(super) fn for_writing(path: &Path) -> Result<Connection, StoreError> {
    recognise(path)?;
    if check_seal(path)? == Seal::Broken {
        let [path, seal] = [path, &seal_of(path)].map(|path| path.display().to_string());
        return Err(StoreError::SealBroken { path, seal });
    }
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    // From here on the file may change, and the seal would say that it is damaged.
    let _ = fs::remove_file(seal_of(path));
    connection.pragma_update(None, "synchronous", "full")?;
    // An erased content must not linger in free pages.
    connection.pragma_update(None, "secure_delete", "on")?;
    connection.pragma_update(None, "cache_size", -32_768)?;
    // Plans do not depend on what is asked: otherwise the engine plans the same statements anew for each entry.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(64);
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    Ok(connection)
}

/// A connection that only reads.
pub(super) fn for_reading(path: &Path) -> Result<Connection, StoreError> {
    recognise(path)?;
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.pragma_update(None, "query_only", "on")?;
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    Ok(connection)
}

/// A connection that leaves no trace beside the file: for checking a copy, also on a read-only medium.
pub(super) fn for_inspection(path: &Path) -> Result<Connection, StoreError> {
    recognise(path)?;
    if has_log(path) {
        let connection = for_reading(path)?;
        // Looking at a file that a killed process left must not tidy it up.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        return Ok(connection);
    }
    let address = format!("file:{}?immutable=1", escaped(path));
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(address, flags)?)
}

/// Whether the file is ours, read without the engine so that nothing can be changed by looking.
pub(super) fn recognise(path: &Path) -> Result<(), StoreError> {
    let shown = path.display().to_string();
    let mut header = [0; 100];
    let mut file = match fs::File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(StoreError::Absent { path: shown });
        }
        Err(error) => return Err(StoreError::Unwritable { detail: error.to_string() }),
    };
    let whole = file.read_exact(&mut header).is_ok();
    let number = |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    if !whole || !header.starts_with(b"SQLite format 3\0") || number(68) != APPLICATION as u32 {
        return Err(StoreError::Foreign { path: shown });
    }
    match number(60) {
        FORMAT => check_length(path, &file, &header),
        0 => Err(StoreError::Foreign { path: shown }),
        format => Err(StoreError::Newer { format, known: FORMAT }),
    }
}

/// Whether the file is as long as its header says. While the log beside it holds pages, it may rightly be shorter.
fn check_length(path: &Path, file: &fs::File, header: &[u8; 100]) -> Result<(), StoreError> {
    let number = |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    let page = match u64::from(u16::from_be_bytes([header[16], header[17]])) {
        1 => 65_536,
        size => size,
    };
    let said = u64::from(number(28)) * page;
    let found = file.metadata().map_or(0, |file| file.len());
    match found < said && !has_log(path) {
        true => Err(StoreError::Damaged { detail: format!("{found} bytes of {said}") }),
        false => Ok(()),
    }
}

/// Whether there is a log with pages that are not in the file yet.
fn has_log(path: &Path) -> bool {
    fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0)
}

/// What the engine itself finds wrong, and where the tables are not those that were made; empty if nothing.
pub(super) fn engine_check(connection: &Connection) -> Vec<String> {
    let check = || -> rusqlite::Result<Vec<String>> {
        let made = Connection::open_in_memory()?;
        made.execute_batch(LEDGER)?;
        if schema(connection)? != schema(&made)? {
            return Ok(vec!["sqlite_schema".into()]);
        }
        let mut rows = connection.prepare("pragma integrity_check")?;
        let said = rows.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<String>, _>>()?;
        Ok(said.into_iter().filter(|line| line != "ok").collect())
    };
    check().unwrap_or_else(|error| vec![error.to_string()])
}

/// The tables and indexes, as they were declared.
fn schema(connection: &Connection) -> rusqlite::Result<Vec<(String, String, Option<String>)>> {
    let mut declared = connection.prepare("select type, name, sql from sqlite_schema order by name")?;
    declared.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
}

/// Takes part in the use of the file. Waits while another process seals it.
pub(super) fn lock(path: &Path) -> Result<fs::File, StoreError> {
    recognise(path)?;
    let unwritable = |error: std::io::Error| StoreError::Unwritable { detail: error.to_string() };
    let lock = private::making().create(true).append(true).open(beside(path, ".lock")).map_err(unwritable)?;
    lock.lock_shared().map_err(unwritable)?;
    Ok(lock)
}

/// Writes the seal of a file that was just put away, in the form of the `sha256sum` tool, unless another process
/// still has it open.
pub(super) fn seal(path: &Path, lock: &fs::File) -> Result<(), StoreError> {
    let unwritable = |error: std::io::Error| StoreError::Unwritable { detail: error.to_string() };
    let alone = lock.unlock().is_ok() && lock.try_lock().is_ok();
    if !alone || has_log(path) {
        return Ok(());
    }
    let line = seal_line(path).map_err(unwritable)?;
    // Whole or not at all: half a seal would say that the file is damaged.
    let unfinished = beside(path, ".sha256.new");
    let mut file =
        private::making().write(true).create(true).truncate(true).open(&unfinished).map_err(unwritable)?;
    file.write_all(line.as_bytes()).and_then(|()| file.sync_all()).map_err(unwritable)?;
    fs::rename(unfinished, seal_of(path)).map_err(unwritable)?;
    lock.unlock().map_err(unwritable)
}

/// Compares a file with the seal beside it.
pub(super) fn check_seal(path: &Path) -> Result<Seal, StoreError> {
    let Ok(seal) = fs::read(seal_of(path)) else { return Ok(Seal::Absent) };
    let line = seal_line(path).map_err(|error| StoreError::Unwritable { detail: error.to_string() })?;
    Ok(if seal == line.as_bytes() { Seal::Whole } else { Seal::Broken })
}

/// What the seal of the file as it is would say. The file is read piece by piece: it may be larger than the memory.
fn seal_line(path: &Path) -> std::io::Result<String> {
    let mut file = fs::File::open(path)?;
    let (mut hashing, mut piece) = (Hashing::default(), vec![0; 1 << 18]);
    loop {
        match file.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => hashing.take(&piece[..length]),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    let digits = hashing.hash().to_string().replacen("sha256:", "", 1);
    Ok(format!("{digits}  {}\n", path.file_name().unwrap_or_default().to_string_lossy()))
}

fn seal_of(path: &Path) -> PathBuf {
    beside(path, ".sha256")
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// A path as part of a `file:` address.
fn escaped(path: &Path) -> String {
    path.display().to_string().replace('%', "%25").replace('?', "%3f").replace('#', "%23")
}
