//! What an installation does by itself: it takes in what others wrote, and carries out the orders that people gave. On a
//! thread of its own, so that no order ever waits behind pages and passwords.

use desk::Desk;
use desk::sign_in::SignIn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// How often it looks.
const TICK: Duration = Duration::from_secs(1);

/// Every so many looks it sweeps away what has run out among the people: sessions, devices, links.
const SWEEP: u32 = 3600;

/// Every so many looks it writes who read of whom: one wait for the disk for many pages.
const WRITES_READINGS: u32 = 5;

/// The clockwork, while it runs.
pub struct Clockwork {
    /// Closed in order to stop.
    stop: Sender<()>,
    thread: JoinHandle<()>,
}

impl Clockwork {
    /// Starts it. First of all it makes search ready.
    pub fn start(desk: Arc<Desk>, people: Arc<SignIn>) -> Self {
        let (stop, stopped) = channel();
        let thread = std::thread::spawn(move || {
            desk.warm_up();
            let mut looks = 0;
            while stopped.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
                // What cannot be done now, or falls over, is tried again in a second; acts say it loudly.
                let _ = catch_unwind(AssertUnwindSafe(|| {
                    let sweeps = looks % SWEEP == 0 && people.tidy().is_ok();
                    let wrote = looks % WRITES_READINGS != 0 || people.write_readings().is_ok();
                    sweeps | wrote | (desk.catch_up().is_ok() && desk.carry_out_orders().is_ok())
                }));
                looks = looks.wrapping_add(1);
            }
            // What was read since the last look; what cannot be written now is lost with this process.
            let _ = people.write_readings();
        });
        Clockwork { stop, thread }
    }

    /// Lets it finish what it is at.
    pub fn stop(self) {
        drop(self.stop);
        // A clockwork that fell over has stopped too.
        let _ = self.thread.join();
    }
}
