//! Tidy: rules of the house that a compiler does not hold, each a test that reads the source tree as text.
//!
//! A failure names file and line, and the cure. Lists of exceptions stand beside the rule they belong to, and may
//! only shrink. `cargo test -p tamga --test tidy` runs them all in a few seconds.
#![allow(clippy::unwrap_used, reason = "a tree that cannot be read fails the test")]

// In reading order: a module uses only those above it.
mod lexed;
mod tree;
mod floors;
mod order;
mod measure;
mod sentences;
mod messages;
mod habits;
mod papers;
