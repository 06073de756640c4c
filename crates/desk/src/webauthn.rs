//! Passkeys as `webauthn-rs` knows them.

use crate::passkey::{Begun, LONGEST_LABEL, MOST, Passkeys};
use crate::sign_in::{MINUTE, NotIn, SignIn, Signed};
use ledger::time::Stamp;
use parking_lot::Mutex;
use std::collections::HashMap;
use store::people::Passkey;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey as Credential, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, WebauthnError,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};
use webauthn_rs_proto::ResidentKeyRequirement;

/// So long a challenge waits for its answer.
const WAITS: i64 = 5 * MINUTE;

/// The most challenges that wait at a time.
const MOST_WAITING: usize = 10_000;

/// What waits for an answer.
enum Waiting {
    /// A new passkey for that account.
    Adding(String, Box<PasskeyRegistration>),
    SigningIn(Box<DiscoverableAuthentication>),
}

/// The passkeys of an installation that browsers reach at one address.
pub struct ByWebauthn {
    webauthn: Webauthn,
    waiting: Mutex<HashMap<String, (Stamp, Waiting)>>,
}

impl ByWebauthn {
    /// For an installation at that address, such as `https://review.example.org`, called so.
    ///
    /// # Errors
    /// If the address is none that passkeys can be bound to: neither https nor `localhost`.
    pub fn at(address: &str, name: &str) -> Result<Self, WebauthnError> {
        let origin = Url::parse(address).map_err(|_| WebauthnError::Configuration)?;
        let host = origin.domain().ok_or(WebauthnError::Configuration)?.to_owned();
        if origin.scheme() != "https" && host != "localhost" {
            return Err(WebauthnError::Configuration);
        }
        let webauthn = WebauthnBuilder::new(&host, &origin)?.rp_name(name).build()?;
        Ok(ByWebauthn { webauthn, waiting: Mutex::default() })
    }

    fn wait(&self, people: &SignIn, waiting: Waiting, options: String) -> Result<Begun, NotIn> {
        let (ticket, now) = (people.secret(), people.now());
        let mut all = self.waiting.lock();
        all.retain(|_, (since, _)| now.millis() - since.millis() < WAITS);
        if all.len() >= MOST_WAITING {
            return Err(NotIn::Passkey);
        }
        all.insert(ticket.clone(), (now, waiting));
        Ok(Begun { ticket, options })
    }

    /// What waits under that ticket: once.
    fn take(&self, people: &SignIn, ticket: &str) -> Result<Waiting, NotIn> {
        let (since, waiting) = self.waiting.lock().remove(ticket).ok_or(NotIn::Passkey)?;
        match people.now().millis() - since.millis() < WAITS {
            true => Ok(waiting),
            false => Err(NotIn::Passkey),
        }
    }
}

fn of_account(people: &SignIn, account: &str) -> Result<Vec<(Passkey, Credential)>, NotIn> {
    let kept = people.people().passkeys(account)?.into_iter();
    Ok(kept.filter_map(|kept| serde_json::from_str(&kept.credential).ok().map(|read| (kept, read))).collect())
}

/// What a device or a browser did wrong is told alike.
fn unfit<E>(_: E) -> NotIn {
    NotIn::Passkey
}

impl Passkeys for ByWebauthn {
    fn begin_adding(&self, people: &SignIn, signed: &Signed) -> Result<Begun, NotIn> {
        let account = &signed.account;
        let before = of_account(people, &account.id)?;
        if before.len() >= MOST {
            return Err(NotIn::Passkey);
        }
        let person = Uuid::parse_str(&account.id).map_err(unfit)?;
        let known = before.iter().map(|(_, credential)| credential.cred_id().clone()).collect();
        let (mut options, state) = self
            .webauthn
            .start_passkey_registration(person, &account.login, &account.name, Some(known))
            .map_err(unfit)?;
        // It has to say itself whose it is: nobody types a login.
        if let Some(asked) = &mut options.public_key.authenticator_selection {
            asked.resident_key = Some(ResidentKeyRequirement::Required);
            asked.require_resident_key = true;
        }
        let options = serde_json::to_string(&options.public_key).map_err(unfit)?;
        self.wait(people, Waiting::Adding(account.id.clone(), Box::new(state)), options)
    }

    fn add(
        &self,
        people: &SignIn,
        signed: &Signed,
        ticket: &str,
        brought: &str,
        label: &str,
    ) -> Result<(), NotIn> {
        let length = label.chars().count();
        if length == 0 || length > LONGEST_LABEL || label.chars().any(char::is_control) {
            return Err(NotIn::Length("passkey"));
        }
        let Waiting::Adding(account, state) = self.take(people, ticket)? else { return Err(NotIn::Passkey) };
        if account != signed.account.id {
            return Err(NotIn::Passkey);
        }
        let brought: RegisterPublicKeyCredential = serde_json::from_str(brought).map_err(unfit)?;
        let credential = self.webauthn.finish_passkey_registration(&brought, &state).map_err(unfit)?;
        let passkey = Passkey {
            id: people.person().to_string(),
            account,
            label: label.to_owned(),
            credential: serde_json::to_string(&credential).map_err(unfit)?,
            created: people.now(),
            used: None,
        };
        Ok(people.people().add_passkey(&passkey)?)
    }

    fn begin_sign_in(&self, people: &SignIn) -> Result<Begun, NotIn> {
        let (options, state) = self.webauthn.start_discoverable_authentication().map_err(unfit)?;
        let options = serde_json::to_string(&options.public_key).map_err(unfit)?;
        self.wait(people, Waiting::SigningIn(Box::new(state)), options)
    }

    fn known(&self, people: &SignIn, ticket: &str, brought: &str) -> Result<Passkey, NotIn> {
        let Waiting::SigningIn(state) = self.take(people, ticket)? else { return Err(NotIn::Passkey) };
        let brought: PublicKeyCredential = serde_json::from_str(brought).map_err(unfit)?;
        let (person, id) = self.webauthn.identify_discoverable_authentication(&brought).map_err(unfit)?;
        let kept = of_account(people, &person.to_string())?;
        let (passkey, mut credential) =
            kept.into_iter().find(|(_, one)| one.cred_id().as_slice() == id).ok_or(NotIn::Passkey)?;
        let shown = self
            .webauthn
            .finish_discoverable_authentication_v2(&brought, *state, &credential)
            .map_err(unfit)?;
        credential.update_credential(&shown);
        let credential = serde_json::to_string(&credential).map_err(unfit)?;
        people.people().use_passkey(&passkey, &credential, people.now())?;
        Ok(passkey)
    }
}
