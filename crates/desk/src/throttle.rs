//! Slows down whoever guesses: after some failures each further try under the same name waits, longer and longer, but
//! never longer than a minute, so that no minister is locked out.

use ledger::id::OwnerId;
use ledger::time::Stamp;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// So many failures cost nothing: people mistype.
const FREE: u32 = 5;

/// The longest wait, in seconds.
const LONGEST: i64 = 60;

/// The most names that are watched at once; beyond, the half of them that failed longest ago is forgotten.
const WATCHED: usize = 10_000;

/// Failures by the name under which somebody tries: a login, a device, an account.
#[derive(Default)]
pub struct Throttle(Mutex<HashMap<String, Failures>>);

struct Failures {
    count: u32,
    last: Stamp,
}

impl Throttle {
    /// Begins a try. It counts as a failure until it is said otherwise, so that many at once find no gap.
    ///
    /// # Errors
    /// How many seconds to wait before.
    pub fn begin(&self, name: &str, now: Stamp) -> Result<(), i64> {
        let mut watched = self.watched();
        let name = folded(name);
        if let Some(seconds) = watched.get(&name).and_then(|failures| failures.wait(now)) {
            return Err(seconds);
        }
        if watched.len() >= WATCHED && !watched.contains_key(&name) {
            forget_half(&mut watched);
        }
        let failures = watched.entry(name).or_insert(Failures { count: 0, last: now });
        failures.count = failures.count.saturating_add(1);
        failures.last = now;
        Ok(())
    }

    /// The try was right: the count begins anew.
    pub fn passed(&self, name: &str) {
        self.watched().remove(&folded(name));
    }

    /// The try was neither right nor wrong, and does not count.
    pub fn undecided(&self, name: &str) {
        if let Some(failures) = self.watched().get_mut(&folded(name)) {
            failures.count = failures.count.saturating_sub(1);
        }
    }

    fn watched(&self) -> MutexGuard<'_, HashMap<String, Failures>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Failures {
    fn wait(&self, now: Stamp) -> Option<i64> {
        let beyond = self.count.checked_sub(FREE)?;
        let whole = 1_i64.checked_shl(beyond.min(10)).unwrap_or(LONGEST).min(LONGEST) * 1000;
        let left = self.last.millis() + whole - now.millis();
        (left > 0).then(|| (left + 999) / 1000)
    }
}

fn forget_half(watched: &mut HashMap<String, Failures>) {
    let mut times: Vec<Stamp> = watched.values().map(|failures| failures.last).collect();
    times.sort_unstable();
    let middle = times[times.len() / 2];
    watched.retain(|_, failures| failures.last > middle);
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

fn folded(name: &str) -> String {
    name.trim().to_lowercase().chars().take(80).collect()
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
            throttle.begin("Coordinator", at(0)).unwrap();
        }
        assert_eq!(throttle.begin("coordinator", at(0)), Ok(()));
        assert_eq!(throttle.begin("COORDINATOR ", at(0)), Err(1));
        assert_eq!(throttle.begin("coordinator", at(1)), Ok(()));
        assert_eq!(throttle.begin("coordinator", at(1)), Err(2));
        assert_eq!(throttle.begin("coordinator", at(3)), Ok(()));
    }

    #[test]
    fn nobody_waits_longer_than_a_minute_and_a_right_password_ends_the_count() {
        let throttle = Throttle::default();
        for minute in 0..1000 {
            let _ = throttle.begin("minister", at(minute * 60));
        }
        assert_eq!(throttle.begin("minister", at(999 * 60)), Err(60));
        assert_eq!(throttle.begin("another", at(0)), Ok(()));
        throttle.passed("minister");
        assert_eq!(throttle.begin("minister", at(0)), Ok(()));
    }

    #[test]
    fn many_tries_at_once_find_no_gap_and_what_is_undecided_does_not_count() {
        let throttle = Throttle::default();
        let begun = (0..32).filter(|_| throttle.begin("coordinator", at(0)).is_ok()).count();
        assert_eq!(begun, 5);
        throttle.undecided("coordinator");
        assert_eq!(throttle.begin("coordinator", at(0)), Ok(()));
    }

    #[test]
    fn a_crowd_of_names_drives_out_the_oldest_only() {
        let throttle = Throttle::default();
        for second in 0..=WATCHED {
            throttle.begin(&format!("nobody-{second}"), at(i64::try_from(second).unwrap())).unwrap();
        }
        for _ in 0..5 {
            let _ = throttle.begin("nobody-9999", at(9999));
        }
        assert_eq!(throttle.begin("nobody-9999", at(9999)), Err(1), "still watched");
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
