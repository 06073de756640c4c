//! People: signing in, one's own account, the people of a party, the operator's page.

// In reading order: a module uses only those above it.
pub mod browser;
pub mod passkeys;
pub mod sign_in;
pub mod invitation;
pub mod renewal;
pub mod link;
pub mod tokens;
pub mod account;
pub mod acting;
pub mod inviting;
pub mod ours;
pub mod operator;
pub mod threshold;
pub mod doors;
pub mod ceremony;
pub mod own;
pub mod appointing;
pub mod operating;
