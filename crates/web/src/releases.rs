//! Giving what is one's own to others, and taking it back: who will read it is told by name before anything is sent.

// In reading order: a module uses only those above it.
pub mod choice;
pub mod face;
pub mod choosing;
pub mod telling;
pub mod withdrawing;
pub mod shared;
pub mod reads;
pub mod share;
