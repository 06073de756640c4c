//! States: the list, the map, one State.

// In reading order: a module uses only those above it.
pub mod list;
pub mod state;
