//! Signing in: passwords, sessions, devices. Whoever guesses is slowed down; nobody is locked out.

pub use crate::password::SHORTEST;
use crate::password::{LONGEST as LONGEST_PASSWORD, Passwords, is_easy};
use crate::reads::Reads;
use crate::throttle::{Pace, Throttle};
use crate::world::Clock;
use ledger::chance::Chance;
use ledger::id::{OwnerId, PersonId, RecordId, hex};
use ledger::time::{PartialDate, Stamp};
use std::sync::{Mutex, MutexGuard, PoisonError};
use store::StoreError;
use store::keys::Keys;
use store::people::{self, People};
pub use store::people::{Account, Device, Invitation, Passkey, Reading, Renewal, Renews, Session, Token};
use totp_rs::{Builder, Totp};

pub(crate) const MINUTE: i64 = 60_000;
pub(crate) const DAY: i64 = 24 * 60 * MINUTE;

/// A session that was not used for so long is over.
pub const IDLE: i64 = 12 * 60 * MINUTE;

/// No session is longer.
pub const LONGEST: i64 = 14 * DAY;

/// For so long after the password was given, positions may be taken and things shared.
pub const FRESH: i64 = 30 * MINUTE;

/// The life of an invitation.
pub const INVITED: i64 = 14 * DAY;

/// The life of a link that sets a new password or takes away a second step.
pub const RENEWED: i64 = 3 * DAY;

/// A device from which nobody signed in for so long is forgotten; so are links that ended.
pub const REMEMBERED: i64 = 90 * DAY;

/// For so long it is kept which party read what on which day.
pub const READS_KEPT: i64 = 366 * DAY;

/// The people of an installation, and how they come in.
pub struct SignIn {
    people: People,
    /// Where root keys are kept in trust.
    pub(crate) keys: Keys,
    clock: Box<dyn Clock>,
    chance: Mutex<Box<dyn Chance + Send>>,
    passwords: Passwords,
    /// Failures of whoever comes from outside, by login.
    outside: Throttle,
    /// Failures of those who are in already, or from a device that is known, by account and device.
    inside: Throttle,
    pub(crate) pace: Pace,
    reads: Reads,
}

/// Why somebody is not signed in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotIn {
    /// Login, password or code are wrong; which of them is not told.
    #[error("wrong")]
    Wrong,
    /// The password is right; a code of the second step is needed.
    #[error("a code is needed")]
    Code,
    /// There were too many failures: try again in so many seconds.
    #[error("wait {0} seconds")]
    Wait(i64),
    /// A passkey that is not known, or an answer that does not fit; which of them is not told.
    #[error("no such passkey")]
    Passkey,
    /// The invitation is used, revoked, run out, or none.
    #[error("no such invitation")]
    Invitation,
    /// The login is taken.
    #[error("the login is taken")]
    Taken,
    /// The login, the name or the password has not the length it needs.
    #[error("the length of {0}")]
    Length(&'static str),
    /// The password is easy to guess.
    #[error("the password is easy to guess")]
    Easy,
    /// People cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Somebody who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The account.
    pub account: Account,
    /// The session.
    pub session: Session,
    /// The ids by which parties' records know the account.
    pub persons: Vec<PersonId>,
    /// Whether the password was given lately.
    pub fresh: bool,
}

/// What a browser brings along.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Browser {
    /// The secret of a session that it has.
    pub session: Option<String>,
    /// The secret of a device from which somebody signed in before.
    pub device: Option<String>,
    /// What it says of itself.
    pub label: String,
}

impl Browser {
    /// As it is listed to the person.
    fn listed(&self) -> String {
        self.label.chars().filter(|letter| !letter.is_control()).take(120).collect()
    }
}

/// Under what a try is counted.
struct Counted<'a> {
    by: &'a Throttle,
    name: String,
}

impl SignIn {
    /// Signing in to these people, with that clock and that chance. `keys`: where the root keys of owners that are
    /// founded here are kept in trust.
    pub fn new(people: People, keys: Keys, clock: Box<dyn Clock>, chance: Box<dyn Chance + Send>) -> Self {
        let chance = Mutex::new(chance);
        let (passwords, pace) = (Passwords::default(), Pace::default());
        let (outside, inside) = (Throttle::default(), Throttle::default());
        let reads = Reads::default();
        SignIn { people, keys, clock, chance, passwords, outside, inside, pace, reads }
    }

    /// The people: sessions to list and end, invitations to renew and revoke, tokens, who read of whom.
    pub fn people(&self) -> &People {
        &self.people
    }

    /// The moment by this clock.
    pub fn now(&self) -> Stamp {
        self.clock.now()
    }

    /// Adds an account that nobody had to be invited to: for the exercise of a demonstration. `password`: a hash.
    ///
    /// # Errors
    /// [`NotIn::Taken`].
    pub fn add(&self, login: &str, name: &str, password: &str, operator: bool) -> Result<Account, NotIn> {
        let account = Account {
            id: self.person().to_string(),
            login: login.to_owned(),
            name: name.to_owned(),
            password: password.to_owned(),
            totp: None,
            totp_step: 0,
            operator,
            created: self.clock.now(),
            disabled: None,
        };
        match self.people.add_account(&account) {
            Ok(()) => Ok(account),
            Err(StoreError::Exists { .. }) => Err(NotIn::Taken),
            Err(error) => Err(NotIn::Store(error)),
        }
    }

    /// A new secret: 256 bits of chance in hexadecimal digits.
    pub fn secret(&self) -> String {
        let mut bytes = [0; 32];
        self.chance().fill(&mut bytes);
        hex(&bytes)
    }

    /// A new id, known to nobody yet.
    pub fn person(&self) -> PersonId {
        PersonId::from_chance(self.chance().sixteen())
    }

    pub(crate) fn chance(&self) -> MutexGuard<'_, Box<dyn Chance + Send>> {
        self.chance.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Signs in: the session's secret. The session that the browser had ends. From a device from which the account
    /// signed in before, others' failures do not slow; its own do.
    ///
    /// # Errors
    /// See [`NotIn`].
    pub fn sign_in(
        &self,
        login: &str,
        password: &str,
        code: Option<&str>,
        browser: &Browser,
    ) -> Result<String, NotIn> {
        let account =
            self.people.account_of_login(login.trim())?.filter(|account| account.disabled.is_none());
        let counted = match self.known_device(account.as_ref(), browser)? {
            Some(device) => Counted { by: &self.inside, name: format!("device {}", device.id) },
            None => Counted { by: &self.outside, name: login.to_owned() },
        };
        let account = self.examine(&counted, account, password)?;
        self.examine_code(&counted, &account, code)?;
        self.begin(&account, browser, false)
    }

    /// The password again, and the code where there is a second step, for somebody who is signed in: what he does next is
    /// done with a fresh sign-in. The session gets a new secret, which is handed out.
    ///
    /// # Errors
    /// See [`NotIn`].
    pub fn refresh(&self, signed: &Signed, password: &str, code: Option<&str>) -> Result<String, NotIn> {
        self.examine_again(&signed.account, password, Some(code))?;
        self.freshen(signed)
    }

    /// A new secret for a session whose person has just shown who he is.
    pub(crate) fn freshen(&self, signed: &Signed) -> Result<String, NotIn> {
        let (secret, now) = (self.secret(), self.clock.now());
        let session = Session { fresh: now, seen: now, ..signed.session.clone() };
        self.people.together(|| {
            self.people.touch_session(&session)?;
            self.people.renew_session(&session.id, &secret)?;
            Ok(secret)
        })
    }

    /// The password, and the code if `code` says so, of somebody who is known already. Guesses are counted by account,
    /// apart from those of whoever comes from outside: nobody is locked out by others.
    pub(crate) fn examine_again(
        &self,
        account: &Account,
        password: &str,
        code: Option<Option<&str>>,
    ) -> Result<(), NotIn> {
        let counted = Counted { by: &self.inside, name: format!("account {}", account.id) };
        let account = self.examine(&counted, Some(account.clone()), password)?;
        match code {
            Some(code) => self.examine_code(&counted, &account, code),
            None => {
                counted.by.passed(&counted.name);
                Ok(())
            }
        }
    }

    /// Whether the password fits; the same time passes where there is no such account. It stays counted as a failure
    /// until the whole try is known to be right.
    fn examine(
        &self,
        counted: &Counted<'_>,
        account: Option<Account>,
        password: &str,
    ) -> Result<Account, NotIn> {
        counted.by.begin(&counted.name, self.clock.now()).map_err(NotIn::Wait)?;
        let hash = account.as_ref().map(|account| account.password.as_str());
        let right = self.passwords.fits(hash, password);
        account.filter(|_| right).ok_or(NotIn::Wrong)
    }

    /// Whether the code fits, where there is a second step: the last part of a try whose password was right.
    fn examine_code(
        &self,
        counted: &Counted<'_>,
        account: &Account,
        code: Option<&str>,
    ) -> Result<(), NotIn> {
        if account.totp.is_some() {
            let Some(code) = code.map(str::trim).filter(|code| !code.is_empty()) else {
                counted.by.undecided(&counted.name);
                return Err(NotIn::Code);
            };
            if !self.fits_second_step(account, code)? {
                return Err(NotIn::Wrong);
            }
        }
        counted.by.passed(&counted.name);
        Ok(())
    }

    fn fits_second_step(&self, account: &Account, code: &str) -> Result<bool, StoreError> {
        let digits: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
        let Some(totp) = account.totp.as_deref().and_then(totp) else { return Ok(false) };
        match totp.check(&digits, self.seconds()) {
            Some(step) => self.people.use_step(&account.id, step_of(step)),
            None => self.people.use_recovery(&account.id, &digits.to_lowercase()),
        }
    }

    pub(crate) fn seconds(&self) -> u64 {
        (self.clock.now().millis() / 1000).unsigned_abs()
    }

    /// Begins a session; the one that the browser had ends.
    pub(crate) fn begin(
        &self,
        account: &Account,
        browser: &Browser,
        by_passkey: bool,
    ) -> Result<String, NotIn> {
        let (secret, now) = (self.secret(), self.clock.now());
        let session = Session {
            id: self.person().to_string(),
            account: account.id.clone(),
            created: now,
            seen: now,
            fresh: now,
            acting: None,
            label: browser.listed(),
            by_passkey,
        };
        if let Some(before) = &browser.session {
            self.people.end_session_with(before)?;
        }
        self.people.begin_session(&secret, &session)?;
        Ok(secret)
    }

    /// Remembers the device of a session that has just begun, under a new secret: what is to be kept there.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn remember_device(&self, account: &Account, browser: &Browser) -> Result<String, StoreError> {
        let secret = self.secret();
        let device = Device {
            id: self.person().to_string(),
            account: account.id.clone(),
            seen: self.clock.now(),
            label: browser.listed(),
        };
        self.people.together(|| {
            if let Some(before) = &browser.device {
                self.people.forget_device_with(before)?;
            }
            self.people.remember_device(&secret, &device)?;
            Ok(secret)
        })
    }

    /// The device, if that account signed in from it in the last ninety days.
    fn known_device(&self, account: Option<&Account>, browser: &Browser) -> Result<Option<Device>, NotIn> {
        let (Some(account), Some(secret)) = (account, &browser.device) else { return Ok(None) };
        let since = self.ago(REMEMBERED);
        let known = |device: &Device| device.account == account.id && device.seen >= since;
        Ok(self.people.device(secret)?.filter(known))
    }

    /// Whether a browser is known here: somebody is signed in with it, or was.
    pub fn knows(&self, browser: &Browser) -> bool {
        let signed_in = || self.who(browser.session.as_deref()?).ok()?;
        let was_here = || self.people.device(browser.device.as_deref()?).ok()?;
        signed_in().is_some() || was_here().is_some()
    }

    /// Who is signed in with that secret, if the session has not run out. Its use is noted once a minute.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn who(&self, secret: &str) -> Result<Option<Signed>, StoreError> {
        let now = self.clock.now();
        let lives = |session: &Session| {
            now.millis() - session.seen.millis() < IDLE && now.millis() - session.created.millis() < LONGEST
        };
        let Some(mut session) = self.people.session(secret)?.filter(lives) else { return Ok(None) };
        let account = self.people.account(&session.account)?.filter(|account| account.disabled.is_none());
        let Some(account) = account else { return Ok(None) };
        if now.millis() - session.seen.millis() >= MINUTE {
            session.seen = now;
            self.people.touch_session(&session)?;
        }
        let persons = self.people.persons_of(&account.id)?;
        let fresh = now.millis() - session.fresh.millis() < FRESH;
        Ok(Some(Signed { account, session, persons, fresh }))
    }

    /// From now on the person acts under that mandate.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn choose(&self, signed: &Signed, mandate: Option<RecordId>) -> Result<(), StoreError> {
        self.people.touch_session(&Session { acting: mandate, ..signed.session.clone() })
    }

    /// Replaces the password. All other sessions end, all devices are forgotten, and links for the account are void.
    ///
    /// # Errors
    /// See [`NotIn`].
    pub fn change_password(&self, signed: &Signed, old: &str, new: &str) -> Result<(), NotIn> {
        let account = &signed.account;
        fits_password(new, &[&account.login, &account.name])?;
        self.examine_again(account, old, None)?;
        let hash = self.hashed(new);
        self.people.together(|| {
            self.people.set_password(&account.id, &hash)?;
            self.people.revoke_renewals(&account.id, self.clock.now())?;
            self.people.end_sessions(&account.id, Some(&signed.session.id))?;
            Ok(self.people.forget_devices_of(&account.id)?)
        })
    }

    /// Ends all sessions but this one, and forgets all devices.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn end_elsewhere(&self, signed: &Signed) -> Result<(), StoreError> {
        self.people.together(|| {
            self.people.end_sessions(&signed.account.id, Some(&signed.session.id))?;
            self.people.forget_devices_of(&signed.account.id)
        })
    }

    /// Notes that a party read records that their owners had shared with it. It waits for nothing.
    pub fn note_readings(&self, reader: OwnerId, read: impl IntoIterator<Item = (OwnerId, RecordId)>) {
        self.reads.note(self.clock.now(), reader, read);
    }

    /// Writes what was noted of readings.
    ///
    /// # Errors
    /// If it cannot be written; it is tried again the next time.
    pub fn write_readings(&self) -> Result<(), StoreError> {
        self.reads.write(&self.people)
    }

    /// Which party read what of an owner on which day, newest day first.
    ///
    /// # Errors
    /// If it cannot be written or read.
    pub fn readings(&self, owner: OwnerId) -> Result<Vec<Reading>, StoreError> {
        self.write_readings()?;
        self.people.readings(owner)
    }

    /// Forgets sessions that have run out, devices that were not used, links that ended and readings of long ago.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn tidy(&self) -> Result<(), StoreError> {
        self.people.forget_sessions(self.ago(IDLE), self.ago(LONGEST))?;
        self.people.forget_devices(self.ago(REMEMBERED))?;
        self.people.forget_readings(PartialDate::of(self.ago(READS_KEPT).day()))?;
        self.people.forget_links(self.ago(REMEMBERED))
    }

    pub(crate) fn ago(&self, millis: i64) -> Stamp {
        Stamp::from_millis(self.clock.now().millis() - millis)
    }

    /// The password's hash, with a place among those that are examined.
    pub fn hashed(&self, password: &str) -> String {
        self.passwords.hashed(password)
    }
}

/// Whether a password may be one. `own`: words that others know of the person.
pub(crate) fn fits_password(password: &str, own: &[&str]) -> Result<(), NotIn> {
    fits(password, SHORTEST..=LONGEST_PASSWORD).ok_or(NotIn::Length("password"))?;
    if is_easy(password, own) { Err(NotIn::Easy) } else { Ok(()) }
}

/// The codes of a second step with that secret.
pub(crate) fn totp(secret: &[u8]) -> Option<Totp> {
    Builder::new().with_secret(secret.to_vec()).with_account_name("tamga".to_owned()).build().ok()
}

/// A step of thirty seconds as it is kept.
pub(crate) fn step_of(step: u64) -> i64 {
    i64::try_from(step).unwrap_or(i64::MAX)
}

/// Whether a line has that measure, and no control characters.
pub(crate) fn fits(text: &str, measure: std::ops::RangeInclusive<usize>) -> Option<()> {
    let plain = !text.contains(char::is_control);
    (plain && measure.contains(&text.chars().count())).then_some(())
}

/// How a secret is kept; see [`people::kept`].
pub use people::kept;
