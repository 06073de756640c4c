//! What a record is: ids, owners, audiences, versions, the journal, the register and the view.
//!
//! This crate knows nothing of peer reviews, does no I/O and reads no clock: bytes, moments and chance are handed in.
//! `docs/records.md` specifies the bytes; `docs/decisions/` says why they are so.

// In reading order: a module uses only those above it.
pub mod chance;
pub mod plain;
pub mod canonical;
pub mod shape;
pub mod id;
pub mod time;
pub mod text;
pub mod key;
pub mod owner;
pub mod audience;
pub mod content;
pub mod marking;
pub mod version;
pub mod entry;
pub mod stamps;
pub mod journal;
pub mod examine;
pub mod draft;
pub mod gate;
pub mod holding;
pub mod verify;
pub mod held;
pub mod accepted;
mod lately;
mod growing;
mod marks;
pub mod register;
mod newest;
mod listing;
pub mod view;
pub mod shown;
pub mod order;
