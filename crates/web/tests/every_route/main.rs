//! Every address of the router as everybody: what is hidden is hidden on each page, in each form, to the byte. The
//! addresses are the router's own list, the records those of the exercise, each with a mark in its words; beside them a
//! hidden draft of every record, and hidden records of every kind. `TAMGA_WHOLE=1` looks at all of them and not at some.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

#[path = "../bench/mod.rs"]
mod bench;

mod doors;
mod forms;
mod hidden;
mod same;
