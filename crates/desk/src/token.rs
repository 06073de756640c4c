//! Tokens: how a program reads or acts for a person. Each is named, narrow, of one mandate, and ends by itself.

use crate::sign_in::{DAY, SignIn, Signed, Token};
use ledger::id::{OwnerId, PersonId, RecordId};
use ledger::time::Stamp;
use store::StoreError;

/// The longest life of a token, in days.
pub const LONGEST_DAYS: i64 = 366;

/// The most characters of a token's name.
pub const LONGEST_NAME: usize = 80;

/// What a new token is to be.
#[derive(Debug, Clone, Default)]
pub struct NewToken {
    /// What it is called.
    pub name: String,
    /// Whether it may act, or only read.
    pub may_act: bool,
    /// The only acts it may do, by their words; empty: all that its mandate may.
    pub acts: Vec<String>,
    /// For how many days.
    pub days: i64,
}

impl SignIn {
    /// A token for a program, under the mandate under which the person acts: its secret, shown once.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn make_token(
        &self,
        signed: &Signed,
        (person, mandate): (PersonId, RecordId),
        new: NewToken,
    ) -> Result<String, StoreError> {
        let (secret, now) = (format!("tamga_{}", self.secret()), self.now());
        let token = Token {
            id: self.person().to_string(),
            account: signed.account.id.clone(),
            person,
            mandate,
            name: new.name.chars().filter(|letter| !letter.is_control()).take(LONGEST_NAME).collect(),
            may_act: new.may_act,
            acts: new.acts,
            created: now,
            until: Stamp::from_millis(now.millis() + new.days.clamp(1, LONGEST_DAYS) * DAY),
            used: None,
            revoked: None,
        };
        self.people().add_token(&secret, &token)?;
        Ok(secret)
    }

    /// The token with that secret, if it opens anything: it stands, its account is not closed, and the person of its
    /// mandate is still the account's. Whether the mandate stands, the desk knows. Its use is noted once a minute.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn token(&self, secret: &str) -> Result<Option<Token>, StoreError> {
        let now = self.now();
        let Some(token) = self.people().token(secret)?.filter(|token| token.stands(now)) else {
            return Ok(None);
        };
        let open = self.people().account(&token.account)?.is_some_and(|account| account.disabled.is_none());
        if !open || !self.people().persons_of(&token.account)?.contains(&token.person) {
            return Ok(None);
        }
        self.people().note_use(&token, now)?;
        Ok(Some(token))
    }

    /// How many seconds the programs of an owner have to wait before their next act; nothing if they need not.
    pub fn pace(&self, owner: OwnerId) -> Option<i64> {
        self.pace.wait(owner, self.now())
    }

    /// A program has acted for an owner.
    pub fn acted(&self, owner: OwnerId) {
        self.pace.acted(owner, self.now());
    }
}
