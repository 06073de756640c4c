//! Slows down whoever guesses: after some failures each further try of the same login waits, longer and longer, but never
//! longer than a minute, so that no minister is locked out.

use ledger::id::OwnerId;
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

/// So many acts of one owner may come at once.
const AT_ONCE: i64 = 200;

/// How many more each second allows. An owner who acts for long faster than this lets his stamps run ahead of the clock
/// (docs/decisions/0008).
const A_SECOND: i64 = 20;

/// The pace at which programs act for an owner: each act takes from a measure that fills by itself.
#[derive(Default)]
pub struct Pace(Mutex<HashMap<OwnerId, Measure>>);

/// What is left, in thousandths of an act, and when that was so.
#[derive(Clone, Copy)]
struct Measure {
    left: i64,
    then: Stamp,
}

impl Pace {
    /// How many seconds an owner's programs have to wait; nothing if they may act.
    pub fn wait(&self, owner: OwnerId, now: Stamp) -> Option<i64> {
        let measures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let left = measures.get(&owner).map_or(AT_ONCE * 1000, |measure| measure.at(now));
        (left < 1000).then(|| (1000 - left + A_SECOND * 1000 - 1) / (A_SECOND * 1000))
    }

    /// An act that was done.
    pub fn acted(&self, owner: OwnerId, now: Stamp) {
        let mut measures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Owners are few, and what is full again need not be remembered.
        measures.retain(|_, measure| measure.at(now) < AT_ONCE * 1000);
        let left = measures.get(&owner).map_or(AT_ONCE * 1000, |measure| measure.at(now));
        measures.insert(owner, Measure { left: left - 1000, then: now });
    }
}

impl Measure {
    fn at(self, now: Stamp) -> i64 {
        let filled = (now.millis() - self.then.millis()).max(0).saturating_mul(A_SECOND);
        self.left.saturating_add(filled).min(AT_ONCE * 1000)
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

    #[test]
    fn programs_act_fast_for_a_while_and_then_at_a_pace_and_nobody_slows_another_owner() {
        let (pace, owner, other) = (Pace::default(), OwnerId::of(b"one"), OwnerId::of(b"other"));
        for _ in 0..AT_ONCE {
            assert_eq!(pace.wait(owner, at(0)), None);
            pace.acted(owner, at(0));
        }
        assert_eq!(pace.wait(owner, at(0)), Some(1));
        assert_eq!(pace.wait(other, at(0)), None);
        assert_eq!(pace.wait(owner, at(1)), None, "a second later some more");
        for _ in 0..A_SECOND {
            pace.acted(owner, at(1));
        }
        assert_eq!(pace.wait(owner, at(1)), Some(1));
    }
}
