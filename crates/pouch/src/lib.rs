//! What travels between nodes: whole lanes that the receiving party may read, and nothing else.
//!
//! `pack` puts into a pouch what one party's view holds and the party is not known to hold; `open` hands each lane to
//! the receiving store by itself, so that one bad lane does not hold up the others; the receipt says what is held
//! now, and both sides keep it. No rule of a review runs: what its owner wrote stands.
//!
//! A pouch is a value in memory. Its form in bytes, its seal and its encryption for the receiver come with the first
//! way of sending it; what is in it will stay as it is here.

// In reading order: a module uses only those above it.
pub mod pouch;
pub mod receipt;
pub mod pack;
pub mod open;

pub use open::{OpenError, open};
pub use pack::{PackError, pack};
pub use pouch::{Pouch, Sent, World};
pub use receipt::{Known, Receipt};
