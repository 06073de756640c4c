//! The public archive of real reviews, in the binary: files of acts, in the order in which they build on each other.

use crate::failure::{self, Failure, REFUSED};
use desk::Desk;
use desk::import::{self, Imported};
use words::Message;

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../", $name)))),+]
    };
}

/// The files, in order.
pub const FILES: &[(&str, &[u8])] = files![
    "archive/sources.json",
    "archive/parties.json",
    "archive/themes.json",
    "catalogues/unscr-1540-older.json",
    "archive/series.json",
    "archive/croatia-poland.json",
    "archive/central-asia.json",
    "archive/chile-colombia.json",
    "archive/dominican-republic-panama.json",
    "archive/paraguay-uruguay.json",
    "archive/brazil-chile-mexico.json",
    "archive/philippines-singapore.json",
    "archive/events.json",
    "archive/treaties.json",
    "archive/states/blr.json",
    "archive/states/kaz.json",
    "archive/states/kgz.json",
    "archive/states/mng.json",
    "archive/states/tjk.json",
    "archive/states/tkm.json",
    "archive/states/uzb.json",
    "archive/states/others.json",
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
