//! What a party's own list asks before something leaves its delegation: the lists, the clearances in progress, and the papers
//! that go round to be signed. Nobody but the own delegation finds these pages.

// In reading order: a module uses only those above it.
pub mod asked;
pub mod paper;
pub mod sheet;
pub mod letter;
pub mod approving;
pub mod list;
pub mod ours;
pub mod deeds;
