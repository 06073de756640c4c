//! The only door. `view` to see, `perform` to act; the register in memory, search, and how an installation begins.
//! It draws nothing and knows nothing of HTTP.

// In reading order: a module uses only those above it.
pub mod world;
pub mod load;
pub mod fold;
pub mod search;
pub mod desk;
pub mod found;
pub mod throttle;
pub mod password;
pub mod reads;
pub mod sign_in;
pub mod second_step;
pub mod passkey;
#[cfg(feature = "passkeys")]
pub mod webauthn;
pub mod invited;
pub mod renewal;
pub mod token;
pub mod people;
pub mod perform;
pub mod files;
pub mod orders;
pub mod import;

pub use desk::{Budget, Desk, DeskError, Scope};
pub use perform::{Done, PerformError};
