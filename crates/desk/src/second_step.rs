//! The second step of signing in: codes of an authenticator (RFC 6238), and recovery codes for the day it is lost.

use crate::sign_in::{NotIn, SignIn, Signed, step_of, totp};
use ledger::id::hex;
use totp_rs::Builder;

/// So many recovery codes are made.
const RECOVERY: usize = 10;

impl SignIn {
    /// A new secret for the second step, to be confirmed by a code, and the address that an authenticator reads.
    pub fn propose_totp(&self, signed: &Signed, installation: &str) -> Option<(Vec<u8>, String)> {
        let mut secret = vec![0; 20];
        self.chance().fill(&mut secret);
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
    /// The code is used up by that.
    ///
    /// # Errors
    /// [`NotIn::Wrong`] if the code does not fit.
    pub fn confirm_totp(&self, signed: &Signed, secret: &[u8], code: &str) -> Result<Vec<String>, NotIn> {
        let totp = totp(secret).ok_or(NotIn::Wrong)?;
        let step = totp.check(code.trim(), self.seconds()).ok_or(NotIn::Wrong)?;
        let codes: Vec<String> = (0..RECOVERY).map(|_| hex(&self.chance().sixteen())).collect();
        self.people().set_totp(&signed.account.id, secret, step_of(step), &codes)?;
        Ok(codes.iter().map(|code| in_groups(code)).collect())
    }

    /// Ends the second step, with the password and a code of it.
    ///
    /// # Errors
    /// See [`NotIn`].
    pub fn end_totp(&self, signed: &Signed, password: &str, code: Option<&str>) -> Result<(), NotIn> {
        self.examine_again(&signed.account, password, Some(code))?;
        Ok(self.people().end_totp(&signed.account.id)?)
    }
}

/// A code as it is shown: groups of four, which are not typed wrongly so easily.
fn in_groups(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}
