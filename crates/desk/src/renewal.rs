//! When somebody who has an account cannot come in: a link, once, that sets a new password or takes away a second step
//! that was lost. Neither does both, so that whoever made one link cannot come in with it where there is a second step.

use crate::sign_in::{Account, NotIn, RENEWED, Renewal, Renews, SignIn, fits_password};
use ledger::id::PersonId;
use ledger::time::Stamp;
use review::refusal::Refusal;
use store::StoreError;

/// Who makes a link.
#[derive(Debug, Clone, Copy)]
pub enum Maker<'a> {
    /// A coordinator; the ids by which the records of his party know its people.
    Coordinator(&'a Account, &'a [PersonId]),
    /// The operator.
    Operator(&'a Account),
    /// Somebody at the machine itself.
    Machine,
}

impl SignIn {
    /// Whether the maker may make a link for that account. A coordinator may for people of his party who act for nobody
    /// else: with such a link he answers for all that the account opens. Nobody may for himself: he has his password.
    ///
    /// # Errors
    /// Why not.
    pub fn may_renew(&self, account: &Account, maker: Maker<'_>) -> Result<(), Refusal> {
        match maker {
            Maker::Coordinator(by, _) | Maker::Operator(by) if by.id == account.id => {
                Err(Refusal::new("refusal-account-own"))
            }
            Maker::Coordinator(_, own) => {
                let persons = self.people().persons_of(&account.id).map_err(unwritten)?;
                let ours = !account.operator && persons.iter().all(|person| own.contains(person));
                if ours { Ok(()) } else { Err(Refusal::new("refusal-account-of-others")) }
            }
            Maker::Operator(_) => Ok(()),
            Maker::Machine if account.operator => Ok(()),
            Maker::Machine => Err(Refusal::new("refusal-account-of-others")),
        }
    }

    /// Makes a link for that account: its secret. One before it that renews the same is void.
    ///
    /// # Errors
    /// As [`SignIn::may_renew`]; or if it cannot be written.
    pub fn make_renewal(&self, account: &Account, what: Renews, maker: Maker<'_>) -> Result<String, Refusal> {
        self.may_renew(account, maker)?;
        let (secret, now) = (self.secret(), self.now());
        let made_by = match maker {
            Maker::Coordinator(by, _) | Maker::Operator(by) => Some(by.id.clone()),
            Maker::Machine => None,
        };
        let renewal = Renewal {
            id: self.person().to_string(),
            account: account.id.clone(),
            what,
            made_by,
            by_operator: !matches!(maker, Maker::Coordinator(..)),
            created: now,
            expires: Stamp::from_millis(now.millis() + RENEWED),
            used: None,
            revoked: None,
        };
        self.people().add_renewal(&secret, &renewal).map_err(unwritten)?;
        Ok(secret)
    }

    /// The renewal behind a link, if it still stands, and whose account it renews.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn renewal(&self, secret: &str) -> Result<Option<(Renewal, Account)>, StoreError> {
        let now = self.now();
        let Some(renewal) = self.people().renewal(secret)?.filter(|renewal| renewal.stands(now)) else {
            return Ok(None);
        };
        let account = self.people().account(&renewal.account)?.filter(|account| account.disabled.is_none());
        Ok(account.map(|account| (renewal, account)))
    }

    /// Sets a new password. All sessions end, and all devices are forgotten; a second step stays.
    ///
    /// # Errors
    /// See [`NotIn`].
    pub fn renew_password(&self, secret: &str, new: &str) -> Result<(), NotIn> {
        let (renewal, account) = self.standing(secret, Renews::Password)?;
        fits_password(new, &[&account.login, &account.name])?;
        let hash = self.hashed(new);
        self.people().together(|| {
            self.take_renewal(&renewal)?;
            self.people().set_password(&account.id, &hash)?;
            self.all_end(&account)
        })
    }

    /// Takes away the second step, with the password. All sessions end.
    ///
    /// # Errors
    /// See [`NotIn`].
    pub fn lose_second_step(&self, secret: &str, password: &str) -> Result<(), NotIn> {
        let (renewal, account) = self.standing(secret, Renews::SecondStep)?;
        self.examine_again(&account, password, None)?;
        self.people().together(|| {
            self.take_renewal(&renewal)?;
            self.people().end_totp(&account.id)?;
            self.all_end(&account)
        })
    }

    fn standing(&self, secret: &str, what: Renews) -> Result<(Renewal, Account), NotIn> {
        self.renewal(secret)?.filter(|(renewal, _)| renewal.what == what).ok_or(NotIn::Invitation)
    }

    fn take_renewal(&self, renewal: &Renewal) -> Result<(), NotIn> {
        match self.people().use_renewal(&renewal.id, self.now())? {
            true => Ok(()),
            false => Err(NotIn::Invitation),
        }
    }

    fn all_end(&self, account: &Account) -> Result<(), NotIn> {
        self.people().end_sessions(&account.id, None)?;
        Ok(self.people().forget_devices_of(&account.id)?)
    }
}

fn unwritten(_: StoreError) -> Refusal {
    Refusal::new("refusal-not-written")
}
