//! What a peer review is: one file a noun, in the order in which a review happens, and the closed list of acts.
//!
//! Rules are pure: from what is seen to what shall be written, or to a refusal. Nothing here does I/O, reads a clock,
//! or knows a screen or a language; a refusal is a message's key with its arguments.

// In reading order: a module uses only those above it.
pub mod refusal;
pub mod actor;
pub mod check;
pub mod compile;
pub mod mandate;
pub mod source;
pub mod party;
pub mod fact;
pub mod theme;
pub mod series;
pub mod round;
pub mod delegation;
pub mod session;
pub mod visit;
pub mod outcome;
pub mod recommendation;
pub mod proposal;
pub mod event;
pub mod disagreement;
pub mod share;
pub mod shorthand;
pub mod act;
