//! Who reads what: one record for each audience, looked at through each person's view.

use super::round::Small;

/// Whose, for whom, and for each person whether he reads it.
pub type Row = (&'static str, &'static str, Vec<bool>);

/// The audiences of a State's and of a round's records.
pub fn rows(small: &Small) -> Vec<Row> {
    let seen = |handle: &str| small.people().iter().map(|person| small.sees(person, handle)).collect();
    small.told.iter().map(|(whose, audience, handle)| (*whose, *audience, seen(handle))).collect()
}
