//! The world outside: the clock and the operating system's randomness. Everything below gets them handed in.

use ledger::chance::Chance;
use ledger::time::Stamp;

/// A clock.
pub trait Clock: Send + Sync {
    /// This moment.
    fn now(&self) -> Stamp;
}

/// The machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Stamp {
        Stamp::from_millis(jiff::Timestamp::now().as_millisecond())
    }
}

/// The operating system's randomness.
pub struct SystemChance;

impl Chance for SystemChance {
    fn fill(&mut self, bytes: &mut [u8]) {
        // Invariant: an operating system without randomness cannot run this program at all.
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}
