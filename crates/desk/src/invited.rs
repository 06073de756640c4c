//! Invitations: how somebody gets an account, once, and takes a mandate for it.

use crate::sign_in::{Account, Browser, INVITED, Invitation, NotIn, SignIn, fits, fits_password};
use ledger::id::PersonId;
use ledger::time::Stamp;
use store::StoreError;

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
        let (secret, now) = (self.secret(), self.now());
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
        self.people().invite(&secret, &invitation)?;
        Ok(secret)
    }

    /// The invitation behind a link, if it still stands.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn invitation(&self, secret: &str) -> Result<Option<Invitation>, StoreError> {
        let now = self.now();
        Ok(self.people().invitation(secret)?.filter(|invitation| invitation.stands(now)))
    }

    /// Accepts an invitation with a new account, and signs it in: the session's secret. All of it is done, or nothing.
    ///
    /// # Errors
    /// See [`NotIn`].
    pub fn accept(&self, secret: &str, new: &NewAccount, browser: &Browser) -> Result<String, NotIn> {
        let invitation = self.invitation(secret)?.ok_or(NotIn::Invitation)?;
        let (login, name) = (new.login.trim(), new.name.trim());
        fits(login, 3..=80).ok_or(NotIn::Length("login"))?;
        fits(name, 1..=120).ok_or(NotIn::Length("name"))?;
        fits_password(&new.password, &[login, name])?;
        if self.people().account_of_login(login)?.is_some() {
            return Err(NotIn::Taken);
        }
        let password = self.hashed(&new.password);
        self.people().together(|| {
            self.take(&invitation)?;
            let account = self.add(login, name, &password, invitation.operator)?;
            self.people().bind_person(invitation.person, &account.id)?;
            self.begin(&account, browser, false)
        })
    }

    /// Accepts an invitation for an account that is signed in: one person may act for several.
    ///
    /// # Errors
    /// See [`NotIn`].
    pub fn join(&self, secret: &str, account: &Account) -> Result<(), NotIn> {
        let invitation = self.invitation(secret)?.ok_or(NotIn::Invitation)?;
        self.people().together(|| {
            self.take(&invitation)?;
            Ok(self.people().bind_person(invitation.person, &account.id)?)
        })
    }

    /// Uses an invitation up, unless somebody did meanwhile, or the person has an account already.
    fn take(&self, invitation: &Invitation) -> Result<(), NotIn> {
        let alone = self.people().account_of_person(invitation.person)?.is_none();
        match alone && self.people().use_invitation(&invitation.id, self.now())? {
            true => Ok(()),
            false => Err(NotIn::Invitation),
        }
    }
}
