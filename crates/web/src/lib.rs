//! Screens and JSON over HTTP. A screen is one file: what it shows (which is also its JSON), and how it is drawn.
//!
//! Whatever a screen shows it has from a view; nothing here reads a store or decides who may see.

// In reading order: a module uses only those above it. Families of screens do not import each other.
pub mod statics;
pub mod entry;
pub mod line;
pub mod log;
pub mod furniture;
pub mod answer;
pub mod problem;
pub mod error;
pub mod shown;
pub mod show;
pub mod watch;
pub mod deeds;
pub mod home;
pub mod series;
pub mod states;
pub mod submissions;
pub mod dialogue;
pub mod recommendations;
pub mod plans;
pub mod sharing;
pub mod help;
pub mod people;
pub mod releases;
pub mod clearance;
pub mod markings;
pub mod files;
pub mod erasures;
pub mod search;
pub mod records;
pub mod history;
pub mod routes;
pub mod api;
pub mod router;
pub mod listening;

pub use router::{addresses, passed_through, router, routes};
pub use show::Site;
