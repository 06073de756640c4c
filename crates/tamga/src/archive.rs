//! The public archive of real reviews, in the binary: files of acts, in the order in which they build on each other.

use crate::failure::{self, Failure, REFUSED};
use desk::Desk;
use desk::import::{self, Imported};
use words::Message;

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../archive/", $name)))),+]
    };
}

/// The files, in order.
pub const FILES: &[(&str, &[u8])] = files![
    "sources.json",
    "parties.json",
    "themes.json",
    "series.json",
    "croatia-poland.json",
    "central-asia.json",
    "chile-colombia.json",
    "dominican-republic-panama.json",
    "paraguay-uruguay.json",
    "brazil-chile-mexico.json",
    "philippines-singapore.json",
    "events.json",
];

/// Records the archive; what was recorded before is passed over.
pub fn record(desk: &Desk) -> Result<Imported, Failure> {
    let editor = desk.editor().ok_or_else(|| Failure::new(REFUSED, Message::new("cli-no-editor")))?;
    let mut total = Imported::default();
    for (name, bytes) in FILES {
        let imported = import::read(bytes)
            .and_then(|acts| import::perform(desk, &editor, acts))
            .map_err(|error| failure::import(name, error))?;
        total.done += imported.done;
        total.before += imported.before;
    }
    Ok(total)
}
