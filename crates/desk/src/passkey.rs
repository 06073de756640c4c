//! Passkeys: signing in with a key that a device keeps and uses once it knows its person, by WebAuthn. The cryptography is
//! that of `webauthn-rs`; what is kept of a passkey is its public half.
//!
//! A ceremony has two halves: the browser gets a challenge, and brings what its device made of it. Between them a
//! challenge waits here, under a ticket, for five minutes, and serves once.

use crate::sign_in::{Browser, NotIn, SignIn, Signed};
use store::people::Passkey;

/// The longest name of a passkey, in characters.
pub const LONGEST_LABEL: usize = 60;

/// The most passkeys of an account.
pub const MOST: usize = 10;

/// What a browser is handed to begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// Under which the challenge waits.
    pub ticket: String,
    /// What the device is asked, as JSON.
    pub options: String,
}

/// What knows passkeys: there is none where the program was built without them or does not know its own address.
pub trait Passkeys: Send + Sync {
    /// Begins to add a passkey to the account of somebody who is signed in.
    ///
    /// # Errors
    /// [`NotIn::Passkey`] if he has [`MOST`] already or too many wait.
    fn begin_adding(&self, people: &SignIn, signed: &Signed) -> Result<Begun, NotIn>;

    /// Adds it, under the name that its person gives it.
    ///
    /// # Errors
    /// [`NotIn::Passkey`] if what the device brought does not fit; [`NotIn::Length`] for its name.
    fn add(
        &self,
        people: &SignIn,
        signed: &Signed,
        ticket: &str,
        brought: &str,
        label: &str,
    ) -> Result<(), NotIn>;

    /// Begins a sign-in. Nobody says who he is: the device does, in the end, so that nobody learns who has a passkey.
    ///
    /// # Errors
    /// [`NotIn::Passkey`] if too many wait.
    fn begin_sign_in(&self, people: &SignIn) -> Result<Begun, NotIn>;

    /// The passkey with which a device answered.
    ///
    /// # Errors
    /// [`NotIn::Passkey`] if it is none that is known, or what the device brought does not fit.
    fn known(&self, people: &SignIn, ticket: &str, brought: &str) -> Result<Passkey, NotIn>;
}

impl SignIn {
    /// Signs in with a passkey that was just shown: the session's secret. It is two steps in one.
    ///
    /// # Errors
    /// [`NotIn::Passkey`] if the account is disabled.
    pub fn sign_in_with(&self, passkey: &Passkey, browser: &Browser) -> Result<String, NotIn> {
        let account = self.people().account(&passkey.account)?;
        let account = account.filter(|account| account.disabled.is_none()).ok_or(NotIn::Passkey)?;
        self.begin(&account, browser, true)
    }

    /// The same for somebody who is signed in: what he does next is done with a fresh sign-in.
    ///
    /// # Errors
    /// [`NotIn::Passkey`] if it is another account's.
    pub fn refresh_with(&self, signed: &Signed, passkey: &Passkey) -> Result<String, NotIn> {
        match passkey.account == signed.account.id {
            true => self.freshen(signed),
            false => Err(NotIn::Passkey),
        }
    }
}
