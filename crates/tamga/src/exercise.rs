//! The exercise: a fictional region for training and trying, in the binary. Only `demo` records it.

use crate::failure::{self, Failure};
use desk::Desk;
use desk::import::{self, Imported};
use ledger::time::Stamp;
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
    "14-clearance.json",
    "15-markings.json",
];

/// The catalogue that its States answer: the archive's, recorded once more by the exercise's own editor.
const CATALOGUE: (&str, &[u8]) =
    ("catalogues/unscr-1540-older.json", include_bytes!("../../../catalogues/unscr-1540-older.json"));

/// The moment at which the exercise of a demonstration stands, so that its round is in session whenever somebody tries it:
/// 24 November 2026, 07:30 UTC, half past one of the round's second day.
pub fn stands() -> Stamp {
    Stamp::from_millis(1_795_505_400_000)
}

/// Records the exercise; what was recorded before is passed over.
pub fn record(desk: &Desk, keys: &Keys) -> Result<Imported, Failure> {
    let mut total = Imported::default();
    let catalogue = (CATALOGUE.0, import::read_for_exercise(CATALOGUE.1));
    let files = FILES.iter().map(|(name, bytes)| (*name, import::read(bytes)));
    for (name, acts) in std::iter::once(catalogue).chain(files) {
        let imported = acts
            .and_then(|acts| import::perform_exercise(desk, keys, acts))
            .map_err(|error| failure::import(name, error))?;
        total.done += imported.done;
        total.before += imported.before;
    }
    Ok(total)
}
