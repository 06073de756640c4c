//! The API through the router, as programs ask it.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

mod acting;
mod document;
mod house;
mod problems;
mod reading;
mod tokens;
