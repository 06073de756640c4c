//! How papers are to be handled: a party's own markings, and the marking of one record.

// In reading order: a module uses only those above it.
pub mod scheme;
pub mod marking;
pub mod deeds;
