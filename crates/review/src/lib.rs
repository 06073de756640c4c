//! What a peer review is: one file a noun, in the order in which a review happens, and the closed list of acts.
//!
//! Rules are pure: from what is seen to what shall be written, or to a refusal. Nothing here does I/O, reads a clock,
//! or knows a screen or a language; a refusal is a message's key with its arguments.

// In reading order: a module uses only those above it.
pub mod refusal;
pub mod word;
pub mod actor;
pub mod noun;
pub mod check;
pub mod mandate;
pub mod source;
pub mod party;
pub mod fact;
pub mod anchor;
pub mod shared;
pub mod theme;
pub mod agency;
pub mod treaty;
pub mod treaty_status;
pub mod instrument;
pub mod catalogue;
pub mod catalogue_map;
pub mod series;
pub mod round;
pub mod delegation;
pub mod session;
pub mod visit;
pub mod outcome;
pub mod modalities;
pub mod submission;
pub mod part;
pub mod answer;
pub mod matrix;
pub mod question;
pub mod reply;
pub mod closing;
pub mod observation;
pub mod thread;
pub mod recommendation;
pub mod proposal;
pub mod statement;
pub mod lineage;
pub mod adoption;
pub mod plan;
pub mod roadmap;
pub mod measure;
pub mod progress;
pub mod conclusion;
pub mod practice;
pub mod offer;
pub mod need;
pub mod event;
pub mod document;
pub mod contact;
pub mod disagreement;
pub mod follow_up;
pub mod descent;
pub mod readers;
pub mod write;
pub mod share;
pub mod adopt;
pub mod shorthand;
pub mod act;
