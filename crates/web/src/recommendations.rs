//! Recommendations: all of them, one with its family and its reports, and the board of what became of them.

pub mod line;
pub mod asked;
pub mod list;
pub mod one;
pub mod board;
