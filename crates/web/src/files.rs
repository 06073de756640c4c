//! Files: attached to a record with what must never be entered said before, and given out as downloads and nothing else.

// In reading order: a module uses only those above it.
pub mod one;
pub mod attaching;
pub mod given;
pub mod deeds;
