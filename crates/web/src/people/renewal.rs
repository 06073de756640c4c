//! The page behind a link for somebody who cannot come in: a new password, or an end to a second step that was lost.

use crate::answer::Screen;
use crate::furniture::form::{Errors, Field, summary};
use crate::furniture::frame::Frame;
use crate::furniture::shell::{Head, Part};
use desk::sign_in::{Account, Renewal, Renews, SHORTEST};
use ledger::time::Stamp;
use maud::{Markup, html};
use serde::Serialize;
use words::Message;

/// The page.
#[derive(Serialize)]
pub struct RenewalPage {
    /// Where the form goes: the link itself.
    #[serde(skip)]
    address: String,
    #[serde(skip)]
    what: Renews,
    /// Until when it stands.
    expires: Stamp,
    login: String,
    /// What is wrong with what was typed.
    #[serde(skip)]
    pub errors: Errors,
}

impl RenewalPage {
    /// The page of that link.
    pub fn of(secret: &str, renewal: &Renewal, account: &Account) -> Self {
        RenewalPage {
            address: format!("/invitations/{secret}"),
            what: renewal.what,
            expires: renewal.expires,
            login: account.login.clone(),
            errors: Errors::new(),
        }
    }

    fn password(&self, frame: &Frame) -> Field<'_> {
        let hint = || frame.tell(Message::new("people-password-hint").with("count", SHORTEST));
        let (label, hint, autocomplete) = match self.what {
            Renews::Password => ("people-password-new", Some(hint()), "new-password"),
            Renews::SecondStep => ("people-password", None, "current-password"),
        };
        let label = frame.say(label);
        Field { name: "password", label, hint, kind: "password", value: "", autocomplete, required: true }
    }
}

impl Screen for RenewalPage {
    fn head(&self, frame: &Frame) -> Head {
        let (title, what) = match self.what {
            Renews::Password => ("people-renewal-password", "people-renewal-password-what"),
            Renews::SecondStep => ("people-renewal-second-step", "people-renewal-second-step-what"),
        };
        let until = Message::new("people-renewal-until").with("date", frame.moment(self.expires));
        Head {
            title: frame.say(title),
            symbol: None,
            lede: Some(html! { (frame.say(what)) " " (frame.tell(until)) }),
            crumbs: Vec::new(),
            part: Part::People,
            provenance: html! {},
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            (summary(frame, &self.errors))
            form.narrow method="post" action=(self.address) {
                p { (frame.say("people-login")) ": " b { (self.login) } }
                // For whatever keeps the passwords of this browser.
                input type="hidden" name="login" value=(self.login) autocomplete="username";
                (self.password(frame).draw(frame, &self.errors))
                p.btns { button.btn.btn-p type="submit" { (frame.say("people-continue")) } }
            }
        }
    }
}
