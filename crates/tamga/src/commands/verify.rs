//! `verify`.

use crate::failure::{Failure, REFUSED, language};
use crate::installation;
use desk::files::{FileCheck, FilesFound};
use ledger::id::{Hash, OwnerId, hex};
use ledger::key::PublicKey;
use ledger::verify::Finding;
use std::path::Path;
use std::process::ExitCode;
use store::keys::Keys;
use store::sqlite::{FileInspection, Seal};
use store::{Files, Sqlite, StoreError};
use words::Message;

/// Checks a data folder and names what does not fit. Writes nothing.
pub fn verify(data: &Path, node: Option<String>) -> Result<ExitCode, Failure> {
    installation::recognized(data)?;
    let node = match node {
        Some(key) => PublicKey { alg: "ed25519".into(), key },
        None => Keys::of(data).node()?.public(),
    };
    let found = Sqlite::inspect_file(&installation::database(data), &node)?;
    let head = found.ledger.head.hash.map(|hash| hash.to_string()).unwrap_or_default();
    let mut misfits = misfits(&found);
    let files = files(data, misfits.is_empty())?;
    misfits.extend(of_files(&files));
    let counts = Message::new("cli-verify-counts")
        .with("entries", found.ledger.entries)
        .with("versions", found.ledger.versions)
        .with("erased", found.ledger.erased)
        .with("forks", found.ledger.forks)
        .with("files", files.whole)
        .with("head", head);
    say(&counts);
    if misfits.is_empty() {
        say(&Message::new("cli-verify-good"));
        say(&Message::new(match found.seal {
            Seal::Whole => "cli-verify-seal-whole",
            Seal::Absent | Seal::Broken => "cli-verify-seal-absent",
        }));
        return Ok(ExitCode::SUCCESS);
    }
    say(&Message::new("cli-verify-bad").with("count", misfits.len()));
    misfits.iter().for_each(say);
    Ok(ExitCode::from(REFUSED))
}

fn say(message: &Message) {
    // Who reads no further loses nothing: the exit code tells the end.
    let _ = super::print(&language().say(message));
}

fn misfits(found: &FileInspection) -> Vec<Message> {
    let mut misfits: Vec<Message> = found.ledger.findings.iter().map(said).collect();
    misfits.extend(
        found.engine.iter().map(|said| Message::new("cli-verify-engine").with("said", said.as_str())),
    );
    if found.seal == Seal::Broken {
        misfits.push(Message::new("cli-verify-seal-broken"));
    }
    misfits
}

/// Holds the files against the ledger. `whole`: whether the ledger is; what cannot be read of another is known already.
fn files(data: &Path, whole: bool) -> Result<FilesFound, Failure> {
    let mut check = FileCheck::default();
    match Sqlite::lend_file(&installation::database(data), &mut |lent| check.read(&lent)) {
        Ok(()) => {}
        Err(_) if !whole => return Ok(FilesFound::default()),
        Err(error) => return Err(error.into()),
    }
    let unreadable = |error: std::io::Error| StoreError::Unwritable { detail: error.to_string() };
    Ok(check.finish(&Files::of(data)).map_err(unreadable)?)
}

/// What does not fit between the ledger and the files beside it.
fn of_files(found: &FilesFound) -> Vec<Message> {
    let named = |key: &'static str, files: &[(OwnerId, Hash)]| -> Vec<Message> {
        let said =
            |(owner, hash): &(OwnerId, Hash)| format!("{}/{}", hex(owner.as_bytes()), hex(hash.as_bytes()));
        files.iter().map(|file| Message::new(key).with("file", said(file))).collect()
    };
    let strange = found.strange.iter().map(|path| path.display().to_string());
    [("cli-verify-file-missing", &found.missing), ("cli-verify-file-altered", &found.altered)]
        .into_iter()
        .chain([("cli-verify-file-extra", &found.extra)])
        .flat_map(|(key, files)| named(key, files))
        .chain(strange.map(|path| Message::new("cli-verify-file-extra").with("file", path)))
        .collect()
}

fn said(finding: &Finding) -> Message {
    match finding {
        Finding::Entry { n, barred } => {
            Message::new("cli-verify-entry").with("n", *n).with("reason", barred.to_string())
        }
        Finding::Gap { expected, found } => {
            Message::new("cli-verify-gap").with("expected", *expected).with("found", *found)
        }
        Finding::Chain { n } => Message::new("cli-verify-chain").with("n", *n),
        Finding::SeenBack { n } => Message::new("cli-verify-seen").with("n", *n),
        Finding::Lost { n } => Message::new("cli-verify-lost").with("n", *n),
        Finding::NotErased { content } => {
            Message::new("cli-verify-not-erased").with("content", content.to_string())
        }
        Finding::Checkpoint { n } => Message::new("cli-verify-checkpoint").with("n", *n),
        Finding::Column { n, column } => {
            Message::new("cli-verify-column").with("n", *n).with("column", *column)
        }
        Finding::NoCheckpoint => Message::new("cli-verify-no-checkpoint"),
    }
}
