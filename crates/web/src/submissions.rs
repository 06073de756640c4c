//! National submissions: all of them, one with its matrix, an item, a part.

// In reading order: a module uses only those above it.
pub mod found;
pub mod list;
pub mod picture;
pub mod cells;
pub mod matrix;
pub mod one;
pub mod item;
pub mod part;
