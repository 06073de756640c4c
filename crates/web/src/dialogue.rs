//! The dialogue on submissions: questions, threads, observations.

// In reading order: a module uses only those above it.
pub mod place;
pub mod questions;
pub mod thread;
pub mod observations;
