//! Series and their rounds.

// In reading order: how a round is named is used by the two others.
pub mod round;
pub mod list;
pub mod one;
