//! Signing in, and giving the password again before something that weighs.

use super::passkeys::way_in;
use crate::answer::Screen;
use crate::furniture::form::{Errors, Field, flash, summary};
use crate::furniture::frame::Frame;
use crate::furniture::shell::{Head, Part, mark};
use maud::{Markup, html};
use review::actor::Role;
use serde::Serialize;

/// The page on which one signs in.
#[derive(Serialize)]
pub struct SignInPage {
    /// What was typed as login.
    pub login: String,
    /// Where to go afterwards.
    pub next: String,
    /// Whether a code of the second step is asked for.
    pub code: bool,
    /// Whether somebody is signed in who only gives the password again.
    pub again: bool,
    /// Whether passkeys are known here.
    #[serde(skip)]
    pub passkeys: bool,
    /// In a demonstration: the accounts that are ready, by login and name.
    pub ready: Vec<(String, String)>,
    /// Their password.
    pub ready_password: Option<&'static str>,
    /// What is wrong with what was typed.
    #[serde(skip)]
    pub errors: Errors,
}

impl SignInPage {
    fn fields(&self, frame: &Frame) -> Markup {
        let login = Field {
            name: "login",
            label: frame.say("people-login"),
            hint: None,
            kind: "text",
            value: &self.login,
            autocomplete: "username",
            required: true,
        };
        let password = Field {
            name: "password",
            label: frame.say("people-password"),
            hint: None,
            kind: "password",
            value: "",
            autocomplete: "current-password",
            required: true,
        };
        let code = Field {
            name: "code",
            label: frame.say("people-code"),
            hint: Some(frame.say("people-code-hint")),
            kind: "text",
            value: "",
            autocomplete: "one-time-code",
            required: self.code,
        };
        html! {
            @if !self.again { (login.draw(frame, &self.errors)) }
            (password.draw(frame, &self.errors))
            @if self.code { (code.draw(frame, &self.errors)) }
        }
    }

    fn ready(&self, frame: &Frame) -> Markup {
        let Some(password) = self.ready_password else { return html! {} };
        html! {
            h2.h2 { (frame.say("people-ready")) }
            p.small { (frame.say("people-ready-password")) " " code { (password) } }
            table.t {
                thead { tr { th scope="col" { (frame.say("people-login")) } th scope="col" { (frame.say("people-ready-who")) } } }
                tbody { @for (login, name) in &self.ready { tr { td { code { (login) } } td { (who(frame, name)) } } } }
            }
        }
    }
}

/// For whom an account of a demonstration acts and as what, in the language of the page: its name is a label and the word
/// of a role.
fn who(frame: &Frame, name: &str) -> Markup {
    match name.rsplit_once(' ').and_then(|(label, word)| Some((label, Role::from_word(word)?))) {
        Some((label, role)) => html! { (label) " · " (frame.say(&format!("audience-role-{}", role.word()))) },
        None => html! { (frame.say("people-who-operates")) },
    }
}

impl Screen for SignInPage {
    fn head(&self, frame: &Frame) -> Head {
        let (title, lede) = match self.again {
            true => ("people-again", "people-again-why"),
            false => ("people-sign-in", "people-sign-in-lede"),
        };
        Head {
            title: frame.say(title),
            symbol: None,
            lede: Some(html! { (frame.say(lede)) }),
            crumbs: Vec::new(),
            part: Part::People,
            provenance: html! {},
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let action = if self.again { "/sign-in/again" } else { "/sign-in" };
        html! {
            (flash(frame))
            div.login {
                section {
                    (mark("tamga"))
                    (summary(frame, &self.errors))
                    form method="post" action=(action) {
                        input type="hidden" name="next" value=(self.next);
                        (self.fields(frame))
                        p.btns { button.btn.btn-p type="submit" { (frame.say("people-continue")) } }
                    }
                    @if self.passkeys { (way_in(frame, &self.next, self.again)) }
                    p.small.mute { (frame.say("people-sign-in-note")) }
                }
                aside aria-label=(frame.say("people-help")) {
                    h2.h2 { (frame.say("people-help")) }
                    p.small { (frame.say("people-help-text")) }
                    (self.ready(frame))
                }
            }
        }
    }
}
