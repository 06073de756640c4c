//! The repeated pieces of pages: the frame around each, and the parts within.

// In reading order: a module uses only those above it.
pub mod phrase;
pub mod frame;
pub mod marking;
pub mod local;
pub mod csv;
pub mod shell;
pub mod model;
pub mod provenance;
pub mod about;
pub mod linked;
pub mod differences;
pub mod progress;
pub mod worth;
pub mod parts;
pub mod attached;
pub mod readers;
pub mod form;
pub mod cells;
pub mod listing;
pub mod cited;
pub mod map;
