//! Slows down whoever guesses: after some failures each further try of the same login waits, longer and longer, but never
//! longer than a minute, so that no minister is locked out.

use ledger::time::Stamp;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// So many failures cost nothing: people mistype.
const FREE: u32 = 5;

/// The longest wait, in seconds.
const LONGEST: i64 = 60;

/// The most logins that are watched at once; beyond, those that failed longest ago are forgotten.
const WATCHED: usize = 10_000;

/// Failures by login.
#[derive(Default)]
pub struct Throttle(Mutex<HashMap<String, Failures>>);

struct Failures {
    count: u32,
    last: Stamp,
}

impl Throttle {
    /// How many seconds a login has to wait; nothing if it may be tried.
    pub fn wait(&self, login: &str, now: Stamp) -> Option<i64> {
        let watched = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let failures = watched.get(&folded(login))?;
        let beyond = failures.count.checked_sub(FREE)?;
        let whole = 1_i64.checked_shl(beyond.min(10)).unwrap_or(LONGEST).min(LONGEST) * 1000;
        let left = failures.last.millis() + whole - now.millis();
        (left > 0).then(|| (left + 999) / 1000)
    }

    /// A try that failed.
    pub fn failed(&self, login: &str, now: Stamp) {
        let mut watched = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if watched.len() >= WATCHED {
            let hour_ago = now.millis() - 3_600_000;
            watched.retain(|_, failures| failures.last.millis() > hour_ago);
            if watched.len() >= WATCHED {
                watched.clear();
            }
        }
        let failures = watched.entry(folded(login)).or_insert(Failures { count: 0, last: now });
        failures.count = failures.count.saturating_add(1);
        failures.last = now;
    }

    /// A try that was right: the count begins anew.
    pub fn passed(&self, login: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&folded(login));
    }
}

fn folded(login: &str) -> String {
    login.trim().to_lowercase().chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Stamp {
        Stamp::from_millis(seconds * 1000)
    }

    #[test]
    fn who_mistypes_waits_for_nothing_and_who_guesses_waits_longer_each_time() {
        let throttle = Throttle::default();
        for _ in 0..4 {
            throttle.failed("Coordinator", at(0));
        }
        assert_eq!(throttle.wait("coordinator", at(0)), None);
        throttle.failed("coordinator", at(0));
        assert_eq!(throttle.wait("COORDINATOR ", at(0)), Some(1));
        throttle.failed("coordinator", at(1));
        assert_eq!(throttle.wait("coordinator", at(1)), Some(2));
        assert_eq!(throttle.wait("coordinator", at(3)), None);
    }

    #[test]
    fn nobody_waits_longer_than_a_minute_and_a_right_password_ends_the_count() {
        let throttle = Throttle::default();
        for _ in 0..1000 {
            throttle.failed("minister", at(0));
        }
        assert_eq!(throttle.wait("minister", at(0)), Some(60));
        assert_eq!(throttle.wait("another", at(0)), None);
        throttle.passed("minister");
        assert_eq!(throttle.wait("minister", at(0)), None);
    }
}
