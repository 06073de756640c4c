//! Where versions are kept: a plain model in memory, and SQLite. A store never interprets a body and never decides
//! who may see; it asks the ledger's gate before it writes, and writes each batch whole or not at all.

// In reading order: a module uses only those above it.
pub mod store;
pub mod private;
pub mod memory;
pub mod sqlite;
pub mod keys;
pub mod files;
pub mod people;
pub mod conformance;

pub use files::Files;
pub use memory::Memory;
pub use people::People;
pub use sqlite::Sqlite;
pub use store::{Outcome, Store, StoreError, Ticket};
