//! `verify`.

use crate::failure::{Failure, REFUSED, language};
use crate::installation;
use ledger::key::PublicKey;
use ledger::verify::Finding;
use std::path::Path;
use std::process::ExitCode;
use store::Sqlite;
use store::keys::Keys;
use store::sqlite::{FileInspection, Seal};
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
    let counts = Message::new("cli-verify-counts")
        .with("entries", found.ledger.entries)
        .with("versions", found.ledger.versions)
        .with("erased", found.ledger.erased)
        .with("forks", found.ledger.forks)
        .with("head", head);
    say(&counts);
    let misfits = misfits(&found);
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
