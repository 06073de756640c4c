//! The exercise: a fictional region for training and trying, in the binary. Only `demo` records it.

use crate::failure::{self, Failure};
use desk::Desk;
use desk::import::{self, Imported};
use store::keys::Keys;

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../exercise/", $name)))),+]
    };
}

/// The files, in order.
const FILES: &[(&str, &[u8])] = files![
    "01-region.json",
    "02-agencies.json",
    "03-catalogue.json",
    "04-laws.json",
    "05-rounds.json",
    "06-events.json",
    "07-recommendations.json",
    "08-plans.json",
    "09-sharing.json",
    "10-progress.json",
    "11-submissions-2023.json",
    "12-submissions-2026.json",
    "13-dialogue.json",
];

/// Records the exercise; what was recorded before is passed over.
pub fn record(desk: &Desk, keys: &Keys) -> Result<Imported, Failure> {
    let mut total = Imported::default();
    for (name, bytes) in FILES {
        let imported = import::read(bytes)
            .and_then(|acts| import::perform_exercise(desk, keys, acts))
            .map_err(|error| failure::import(name, error))?;
        total.done += imported.done;
        total.before += imported.before;
    }
    Ok(total)
}
