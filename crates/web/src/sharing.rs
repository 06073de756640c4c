//! Practices, assistance, library, events, contacts.

// In reading order: a module uses only those above it.
pub mod shelf;
pub mod practices;
pub mod practice;
pub mod assistance;
pub mod need;
pub mod offer;
pub mod library;
pub mod text;
pub mod events;
pub mod contacts;
pub mod overview;
