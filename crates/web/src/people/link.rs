//! Links: one that was just made, shown once; and what is told of those made for an account.

use crate::entry::Entry;
use crate::furniture::form::Posted;
use crate::furniture::frame::Frame;
use crate::furniture::phrase::Phrase;
use crate::show::Site;
use desk::sign_in::{Renewal, Renews, SignIn};
use maud::{Markup, html};
use review::refusal::Refusal;
use words::Message;

/// A link that was just made.
pub struct MadeLink {
    address: String,
    /// What it renews; an invitation renews nothing.
    what: Option<Renews>,
}

impl MadeLink {
    /// The whole link. Where the installation does not know its own address, the secret alone is worth nothing elsewhere:
    /// [`may_be_made`] has looked before it was made.
    pub fn new(entry: &Entry, site: &Site, secret: &str, what: Option<Renews>) -> Self {
        let base = site.base(entry).unwrap_or_default();
        MadeLink { address: format!("{base}/invitations/{secret}"), what }
    }
}

/// Whether a link can be made, if what was typed asks for one.
///
/// # Errors
/// `refusal-link-host`.
pub fn may_be_made(entry: &Entry, site: &Site, typed: &Posted) -> Result<(), Refusal> {
    let deed = typed.get("deed");
    match ["invite", "renew", "create"].contains(&deed) || Renews::from_word(deed).is_some() {
        true => site.base(entry).map(|_| ()),
        false => Ok(()),
    }
}

/// The link, shown once.
pub fn shown(frame: &Frame, link: Option<&MadeLink>) -> Markup {
    let Some(link) = link else { return html! {} };
    let why = match link.what {
        None => "people-link-why",
        Some(Renews::Password) => "people-link-why-password",
        Some(Renews::SecondStep) => "people-link-why-second-step",
    };
    html! {
        section.once aria-labelledby="link" {
            h2.h2 #link { (frame.say("people-link")) }
            p { (frame.say(why)) }
            p { code { (link.address) } }
        }
    }
}

/// A renewal, with the name of whoever made it.
pub struct Told {
    renewal: Renewal,
    by: Option<String>,
}

impl Told {
    /// What is told of the links made for an account, newest first.
    pub fn of(people: &SignIn, account: &str) -> Vec<Self> {
        let name = |id: &String| people.people().account(id).ok().flatten().map(|account| account.name);
        let renewals = people.people().renewals_of(account).unwrap_or_default();
        let told = |renewal: Renewal| Told { by: renewal.made_by.as_ref().and_then(name), renewal };
        renewals.into_iter().map(told).collect()
    }

    /// The line that tells it.
    pub fn line(&self, frame: &Frame) -> Phrase {
        let key = match self.renewal.what {
            Renews::Password => "people-told-password",
            Renews::SecondStep => "people-told-second-step",
        };
        let by = match &self.by {
            Some(name) if !self.renewal.by_operator => Phrase::from(name.clone()),
            _ => frame.say("people-told-operator"),
        };
        let became = match (self.renewal.used, self.renewal.stands(frame.drawn)) {
            (Some(used), _) => frame.tell(Message::new("people-told-used").with("date", frame.moment(used))),
            (None, true) => {
                let until = frame.moment(self.renewal.expires);
                frame.tell(Message::new("people-told-open").with("date", until))
            }
            (None, false) => frame.say("people-told-unused"),
        };
        let made = frame.moment(self.renewal.created);
        frame.tell(Message::new(key).with("date", made).with("who", by).with("became", became))
    }
}
