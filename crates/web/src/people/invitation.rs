//! Accepting an invitation: an account of one's own, with a password that only its person knows.

use crate::answer::Screen;
use crate::furniture::form::{Errors, Field, summary};
use crate::furniture::frame::Frame;
use crate::furniture::shell::{Head, Part};
use desk::sign_in::SHORTEST;
use ledger::id::OwnerId;
use ledger::time::Stamp;
use maud::{Markup, html};
use review::actor::Role;
use serde::Serialize;
use words::Message;

/// The page behind an invitation's link.
#[derive(Serialize)]
pub struct InvitationPage {
    /// Where the form goes: the link itself.
    #[serde(skip)]
    pub address: String,
    /// For whom the person would act, and as what; nothing where the invitation is the operator's.
    #[serde(skip)]
    pub standing: Option<(OwnerId, Role)>,
    /// Whether it invites who runs the installation.
    pub operator: bool,
    /// For whom, as the inviting person wrote it.
    pub note: String,
    /// Until when it stands.
    pub expires: Stamp,
    /// What was typed.
    pub login: String,
    /// What was typed.
    pub name: String,
    /// Who is signed in and may simply take it: one person can act for several.
    pub signed_in_as: Option<String>,
    /// What is wrong with what was typed.
    #[serde(skip)]
    pub errors: Errors,
}

impl InvitationPage {
    /// Who invites, and to what.
    fn who_invites(&self, frame: &Frame) -> Markup {
        let named = self.standing.and_then(|(owner, role)| Some((frame.owners.get(&owner)?, role)));
        html! {
            @match named {
                Some((owner, role)) => {
                    (frame.tell(Message::new("people-invitation-from").with("party", frame.words(&owner.name)).with("role", frame.say(&format!("audience-role-{}", role.word())))))
                },
                None if self.operator => (frame.say("people-invitation-operator")),
                None => {},
            }
        }
    }

    fn field<'a>(&self, frame: &Frame, name: &'static str, value: &'a str) -> Field<'a> {
        let (label, kind, autocomplete) = match name {
            "login" => ("people-login", "text", "username"),
            "name" => ("people-name", "text", "name"),
            _ => ("people-password", "password", "new-password"),
        };
        let hint = match name {
            "login" => Some(frame.say("people-login-hint")),
            "name" => Some(frame.say("people-name-hint")),
            _ => Some(frame.tell(Message::new("people-password-hint").with("count", SHORTEST))),
        };
        Field { name, label: frame.say(label), hint, kind, value, autocomplete, required: true }
    }
}

impl Screen for InvitationPage {
    fn head(&self, frame: &Frame) -> Head {
        let until = Message::new("people-invitation-until").with("date", frame.moment(self.expires));
        Head {
            title: frame.say("people-invitation"),
            symbol: None,
            lede: Some(html! { (self.who_invites(frame)) " " (frame.tell(until)) }),
            crumbs: Vec::new(),
            part: Part::People,
            provenance: html! {},
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            @if !self.note.is_empty() { p { (frame.tell(Message::new("people-invitation-note").with("note", self.note.as_str()))) } }
            (summary(frame, &self.errors))
            @if let Some(name) = &self.signed_in_as {
                form.narrow method="post" action=(self.address) {
                    p { (frame.tell(Message::new("people-invitation-join").with("name", name.as_str()))) }
                    p.btns { button.btn.btn-p type="submit" name="join" value="yes" { (frame.say("people-invitation-take")) } }
                }
            }
            form.narrow method="post" action=(self.address) {
                (self.field(frame, "login", &self.login).draw(frame, &self.errors))
                (self.field(frame, "name", &self.name).draw(frame, &self.errors))
                (self.field(frame, "password", "").draw(frame, &self.errors))
                p.btns { button.btn.btn-p type="submit" { (frame.say("people-invitation-accept")) } }
            }
            p.small { (frame.say("people-reads-text")) " " a href="/help#reads" { (frame.say("people-reads-more")) } }
        }
    }
}
