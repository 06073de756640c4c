//! Slows down whoever guesses: after some failures each further try under the same name waits, longer and longer, but
//! never longer than a minute, so that no minister is locked out.

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
}
