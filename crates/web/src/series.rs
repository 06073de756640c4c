//! Series and their rounds.

// In reading order: how a round is named is used by the others.
pub mod round;
pub mod modalities;
pub mod list;
pub mod one;
