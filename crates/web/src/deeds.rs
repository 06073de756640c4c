//! From a form to an act: who acts, in which world, with a password given lately; and a page of what he alone may see.

use crate::answer::{Screen, with_screen};
use crate::entry::{Entry, encoded, in_world};
use crate::error::Trouble;
use crate::show::{Caller, Site, caller, frame, trouble};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use desk::sign_in::SignIn;
use desk::{PerformError, Scope};
use ledger::view::{AsOf, View};
use review::act::Act;
use review::actor::Actor;
use review::refusal::Refusal;
use serde_json::Value;
use std::sync::Arc;

/// Somebody who acts for an owner of this world.
pub struct Acting {
    /// Who.
    pub caller: Caller,
    /// For whom, and as what.
    pub actor: Actor,
    /// The door of people, which also gives fresh ids.
    pub people: Arc<SignIn>,
}

impl Acting {
    /// Who acts. Whoever is not signed in does so first and comes back; whoever acts for nobody here finds nothing.
    ///
    /// # Errors
    /// The answer that is given instead.
    pub fn of(site: &Site, entry: &Entry) -> Result<Self, Box<Response>> {
        let nothing = || Box::new(trouble(site, entry, &Trouble::NotFound));
        let people = site.sign_in.clone().ok_or_else(nothing)?;
        let Some(caller) = caller(site, entry) else {
            let next = encoded(&entry.carried(&entry.path));
            return Err(Box::new(Redirect::to(&format!("/sign-in?next={next}")).into_response()));
        };
        let actor = caller.actor.clone().filter(|actor| actor.origin.world() == entry.world);
        Ok(Acting { actor: actor.ok_or_else(nothing)?, caller, people })
    }

    /// What he sees.
    pub fn view<T>(&self, site: &Site, look: impl FnOnce(&View<'_>) -> T) -> T {
        site.desk.view(&self.scope(), look)
    }

    fn scope(&self) -> Scope {
        Scope { reader: self.actor.reader.clone(), as_of: AsOf::Now, world: self.actor.origin.world() }
    }

    /// Whether the password was given lately.
    pub fn is_fresh(&self) -> bool {
        self.caller.signed.fresh
    }

    /// The page on which the password is given again; it leads on to that address of this world.
    pub fn again(&self, address: &str) -> String {
        let next = in_world(self.actor.origin.world(), address);
        format!("/sign-in/again?next={}", encoded(&next))
    }

    /// An id that nobody had before.
    pub fn fresh_id(&self) -> String {
        self.people.person().to_string()
    }

    /// Performs an act in its JSON form.
    ///
    /// # Errors
    /// Why it is not done.
    pub fn perform(&self, site: &Site, act: Value) -> Result<(), Refusal> {
        let act = Act::read(review::shorthand::write_out_texts(act))?;
        match site.desk.perform(&self.actor, act) {
            Ok(_) => Ok(()),
            Err(PerformError::Refused(refusal)) => Err(refusal),
            Err(PerformError::Store(_)) => Err(Refusal::new("refusal-not-written")),
        }
    }

    /// Answers with a page as he sees it today, for whomever the exercise is read otherwise.
    pub fn draw<S: Screen>(&self, site: &Site, entry: &Entry, screen: &S, status: StatusCode) -> Response {
        let own = Entry { reader: None, as_of: None, ..entry.clone() };
        let frame = frame(site, &own, &self.scope(), None);
        let mut response = with_screen(&own, &frame, screen);
        *response.status_mut() = status;
        response
    }

    /// On to a page of this world, where it is said what was done.
    pub fn onward(&self, address: &str, said: &'static str) -> Response {
        let address = in_world(self.actor.origin.world(), address);
        let (path, place) = address.split_once('#').unwrap_or((&address, ""));
        let (joint, hash) =
            (if path.contains('?') { '&' } else { '?' }, if place.is_empty() { "" } else { "#" });
        Redirect::to(&format!("{path}{joint}said={said}{hash}{place}")).into_response()
    }
}
