//! Series and their rounds.

pub mod list;
pub mod one;
pub mod round;
