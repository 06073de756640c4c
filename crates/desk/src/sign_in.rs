//! Signing in: passwords, the second step, sessions, invitations. Whoever guesses is slowed down; nobody is locked out.

use crate::throttle::{Pace, Throttle};
use crate::world::Clock;
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use ledger::chance::Chance;
use ledger::id::{PersonId, RecordId, hex};
use ledger::time::Stamp;
use std::sync::{LazyLock, Mutex, PoisonError};
use store::StoreError;
use store::keys::Keys;
use store::people::{self, People};
pub use store::people::{Account, Invitation, Session, Token};
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

/// The fewest characters of a password. There are no riddles beside it; long passphrases are welcome.
pub const SHORTEST: usize = 12;

/// The most characters of a password.
pub const LONGEST_PASSWORD: usize = 256;

/// How many passwords are examined at once: each takes memory and time on purpose.
const AT_ONCE: usize = 2;

/// The people of an installation, and how they come in.
pub struct SignIn {
    people: People,
    /// Where root keys are kept in trust.
    pub(crate) keys: Keys,
    clock: Box<dyn Clock>,
    chance: Mutex<Box<dyn Chance + Send>>,
    throttle: Throttle,
    pub(crate) pace: Pace,
    /// Places for those whose password is being examined.
    places: (flume::Sender<()>, flume::Receiver<()>),
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
    /// The invitation is used, revoked, run out, or none.
    #[error("no such invitation")]
    Invitation,
    /// The login is taken.
    #[error("the login is taken")]
    Taken,
    /// The login, the name or the password has not the length it needs.
    #[error("the length of {0}")]
    Length(&'static str),
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

/// What a new account is to be called.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// What the person signs in with.
    pub login: String,
    /// What the person is called.
    pub name: String,
    /// The password.
    pub password: String,
}

impl SignIn {
    /// Signing in to these people, with that clock and that chance. `keys`: where the root keys of owners that are
    /// founded here are kept in trust.
    pub fn new(people: People, keys: Keys, clock: Box<dyn Clock>, chance: Box<dyn Chance + Send>) -> Self {
        let places = flume::bounded(AT_ONCE);
        SignIn {
            people,
            keys,
            clock,
            chance: Mutex::new(chance),
            throttle: Throttle::default(),
            pace: Pace::default(),
            places,
        }
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
        self.chance.lock().unwrap_or_else(PoisonError::into_inner).fill(&mut bytes);
        hex(&bytes)
    }

    /// A new id, known to nobody yet.
    pub fn person(&self) -> PersonId {
        PersonId::from_chance(self.chance.lock().unwrap_or_else(PoisonError::into_inner).sixteen())
    }

    /// Invites a person whom a party's mandate knows by that id: the secret of the link.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn invite(
        &self,
        person: PersonId,
        operator: bool,
        note: &str,
        by: Option<&Account>,
    ) -> Result<String, StoreError> {
        let (secret, now) = (self.secret(), self.clock.now());
        let invitation = Invitation {
            id: self.person().to_string(),
            person,
            operator,
            note: note.chars().take(120).collect(),
            invited_by: by.map(|account| account.id.clone()),
            created: now,
            expires: Stamp::from_millis(now.millis() + INVITED),
            used: None,
            revoked: None,
        };
        self.people.invite(&secret, &invitation)?;
        Ok(secret)
    }

    /// The invitation behind a link, if it still stands.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn invitation(&self, secret: &str) -> Result<Option<Invitation>, StoreError> {
        let now = self.clock.now();
        Ok(self.people.invitation(secret)?.filter(|invitation| invitation.stands(now)))
    }

    /// Accepts an invitation with a new account, and signs it in: the session's secret.
    ///
    /// # Errors
    /// See [`NotIn`].
    pub fn accept(&self, secret: &str, new: NewAccount, label: &str) -> Result<String, NotIn> {
        let invitation = self.invitation(secret)?.ok_or(NotIn::Invitation)?;
        let (login, name) = (new.login.trim(), new.name.trim());
        fits(login, 3..=80).ok_or(NotIn::Length("login"))?;
        fits(name, 1..=120).ok_or(NotIn::Length("name"))?;
        fits(&new.password, SHORTEST..=LONGEST_PASSWORD).ok_or(NotIn::Length("password"))?;
        if self.people.account_of_login(login)?.is_some() {
            return Err(NotIn::Taken);
        }
        let password = self.hashed(&new.password);
        if !self.people.use_invitation(&invitation.id, self.clock.now())? {
            return Err(NotIn::Invitation);
        }
        let account = self.add(login, name, &password, invitation.operator)?;
        self.people.bind_person(invitation.person, &account.id)?;
        Ok(self.begin(&account, label)?)
    }

    /// Accepts an invitation for an account that is signed in: one person may act for several.
    ///
    /// # Errors
    /// See [`NotIn`].
    pub fn join(&self, secret: &str, account: &Account) -> Result<(), NotIn> {
        let invitation = self.invitation(secret)?.ok_or(NotIn::Invitation)?;
        match self.people.use_invitation(&invitation.id, self.clock.now())? {
            true => Ok(self.people.bind_person(invitation.person, &account.id)?),
            false => Err(NotIn::Invitation),
        }
    }

    /// Signs in: the session's secret. `device`: the secret of a device from which the account signed in before, which
    /// an attacker's failures do not slow.
    ///
    /// # Errors
    /// See [`NotIn`].
    pub fn sign_in(
        &self,
        login: &str,
        password: &str,
        code: Option<&str>,
        device: Option<&str>,
        label: &str,
    ) -> Result<String, NotIn> {
        let account =
            self.people.account_of_login(login.trim())?.filter(|account| account.disabled.is_none());
        let known = match (&account, device) {
            (Some(account), Some(device)) => self.people.knows_device(device, &account.id)?,
            _ => false,
        };
        let account = self.examine(login, account, password, known)?;
        if account.totp.is_some() {
            let code = code.map(str::trim).filter(|code| !code.is_empty()).ok_or(NotIn::Code)?;
            if !self.second_step(&account, code)? {
                self.throttle.failed(login, self.clock.now());
                return Err(NotIn::Wrong);
            }
        }
        self.throttle.passed(login);
        Ok(self.begin(&account, label)?)
    }

    /// The password again, for somebody who is signed in: what he does next is done with a fresh sign-in.
    ///
    /// # Errors
    /// See [`NotIn`].
    pub fn refresh(&self, signed: &Signed, password: &str) -> Result<(), NotIn> {
        self.examine(&signed.account.login, Some(signed.account.clone()), password, true)?;
        let session = Session { fresh: self.clock.now(), ..signed.session.clone() };
        Ok(self.people.touch_session(&session)?)
    }

    /// Whether the password fits; the same time passes where there is no such account.
    fn examine(
        &self,
        login: &str,
        account: Option<Account>,
        password: &str,
        known: bool,
    ) -> Result<Account, NotIn> {
        let now = self.clock.now();
        if let Some(seconds) = self.throttle.wait(login, now).filter(|_| !known) {
            return Err(NotIn::Wait(seconds));
        }
        let hash = account.as_ref().map_or(NOBODY.as_str(), |account| account.password.as_str());
        let right = self.verify(hash, password);
        match account.filter(|_| right) {
            Some(account) => Ok(account),
            None => {
                self.throttle.failed(login, now);
                Err(NotIn::Wrong)
            }
        }
    }

    fn second_step(&self, account: &Account, code: &str) -> Result<bool, StoreError> {
        let digits: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
        let Some(totp) = account.totp.as_deref().and_then(totp) else { return Ok(false) };
        match totp.check(&digits, (self.clock.now().millis() / 1000).unsigned_abs()) {
            Some(step) => self.people.use_step(&account.id, i64::try_from(step).unwrap_or(i64::MAX)),
            None => self.people.use_recovery(&account.id, &digits.to_lowercase()),
        }
    }

    fn begin(&self, account: &Account, label: &str) -> Result<String, StoreError> {
        let (secret, now) = (self.secret(), self.clock.now());
        let session = Session {
            id: self.person().to_string(),
            account: account.id.clone(),
            created: now,
            seen: now,
            fresh: now,
            acting: None,
            label: label.chars().filter(|letter| !letter.is_control()).take(120).collect(),
        };
        self.people.begin_session(&secret, &session)?;
        Ok(secret)
    }

    /// Remembers the device of a session that has just begun: the secret to keep there.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn remember_device(&self, account: &Account) -> Result<String, StoreError> {
        let secret = self.secret();
        self.people.remember_device(&secret, &account.id, self.clock.now())?;
        Ok(secret)
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

    /// Replaces the password; all other sessions end.
    ///
    /// # Errors
    /// See [`NotIn`].
    pub fn change_password(&self, signed: &Signed, old: &str, new: &str) -> Result<(), NotIn> {
        fits(new, SHORTEST..=LONGEST_PASSWORD).ok_or(NotIn::Length("password"))?;
        self.examine(&signed.account.login, Some(signed.account.clone()), old, true)?;
        self.people.set_password(&signed.account.id, &self.hashed(new))?;
        Ok(self.people.end_sessions(&signed.account.id, Some(&signed.session.id))?)
    }

    /// A new secret for the second step, to be confirmed by a code, and the address that an authenticator reads.
    pub fn propose_totp(&self, signed: &Signed, installation: &str) -> Option<(Vec<u8>, String)> {
        let mut secret = vec![0; 20];
        self.chance.lock().unwrap_or_else(PoisonError::into_inner).fill(&mut secret);
        let address = self.totp_address(signed, &secret, installation)?;
        Some((secret, address))
    }

    /// The address by which an authenticator takes a secret.
    pub fn totp_address(&self, signed: &Signed, secret: &[u8], installation: &str) -> Option<String> {
        let plain = |text: &str| text.replace(':', " ");
        let built = Builder::new()
            .with_secret(secret.to_vec())
            .with_account_name(plain(&signed.account.login))
            .with_issuer(Some(plain(installation)))
            .build();
        built.ok()?.to_url().ok()
    }

    /// Begins the second step, once a code shows that the authenticator has its secret: the recovery codes, shown once.
    ///
    /// # Errors
    /// [`NotIn::Wrong`] if the code does not fit.
    pub fn confirm_totp(&self, signed: &Signed, secret: &[u8], code: &str) -> Result<Vec<String>, NotIn> {
        let now = (self.clock.now().millis() / 1000).unsigned_abs();
        let totp = totp(secret).ok_or(NotIn::Wrong)?;
        totp.check(code.trim(), now).ok_or(NotIn::Wrong)?;
        let codes: Vec<String> = (0..10).map(|_| self.secret()[..12].to_owned()).collect();
        self.people.set_totp(&signed.account.id, Some(secret), &codes)?;
        Ok(codes)
    }

    /// Ends the second step.
    ///
    /// # Errors
    /// See [`NotIn`].
    pub fn end_totp(&self, signed: &Signed, password: &str) -> Result<(), NotIn> {
        self.examine(&signed.account.login, Some(signed.account.clone()), password, true)?;
        Ok(self.people.set_totp(&signed.account.id, None, &[])?)
    }

    /// Forgets the sessions that have run out.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn tidy(&self) -> Result<(), StoreError> {
        let ago = |millis: i64| Stamp::from_millis(self.clock.now().millis() - millis);
        self.people.forget_sessions(ago(IDLE), ago(LONGEST))
    }

    /// The password's hash, with a place among those that are examined.
    pub fn hashed(&self, password: &str) -> String {
        self.in_place(|| hash_of(password))
    }

    fn verify(&self, hash: &str, password: &str) -> bool {
        let parsed = PasswordHash::new(hash);
        let fits = |hash: PasswordHash| {
            self.in_place(|| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
        };
        password.chars().count() <= LONGEST_PASSWORD && parsed.is_ok_and(fits)
    }

    fn in_place<T>(&self, examine: impl FnOnce() -> T) -> T {
        // The receiver lives as long as this.
        let _ = self.places.0.send(());
        let examined = examine();
        let _ = self.places.1.recv();
        examined
    }
}

/// The hash of a password that nobody has: where there is no account, the same time passes.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash_of(&"-".repeat(SHORTEST)));

fn hash_of(password: &str) -> String {
    // Invariant: default parameters are valid, and the system gives random bytes.
    Argon2::default().hash_password(password.as_bytes()).expect("a password is hashed").to_string()
}

fn totp(secret: &[u8]) -> Option<Totp> {
    Builder::new().with_secret(secret.to_vec()).with_account_name("tamga".to_owned()).build().ok()
}

fn fits(text: &str, measure: std::ops::RangeInclusive<usize>) -> Option<()> {
    let plain = !text.contains(char::is_control);
    (plain && measure.contains(&text.chars().count())).then_some(())
}

/// How a secret is kept; see [`people::kept`].
pub use people::kept;
