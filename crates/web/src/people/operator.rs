//! The operator's page: States and organizations of this installation, and its accounts. Nothing that is not public.

use super::link::{MadeLink, shown};
use crate::answer::Screen;
use crate::furniture::form::{Errors, Field, flash, summary, sure};
use crate::furniture::frame::Frame;
use crate::furniture::shell::{Head, Part};
use desk::sign_in::{Account, SignIn};
use ledger::owner::OwnerSort;
use ledger::view::View;
use maud::{Markup, html};
use review::party::Party;
use serde::Serialize;

/// The operator's page.
#[derive(Serialize)]
pub struct OperatorPage {
    parties: Vec<(String, ledger::text::Text)>,
    #[serde(skip)]
    accounts: Vec<Account>,
    /// The account of the operator himself.
    #[serde(skip)]
    own: String,
    /// What was typed.
    #[serde(skip)]
    pub typed: [String; 4],
    /// A link that was just made: shown once.
    #[serde(skip)]
    pub link: Option<MadeLink>,
    /// What is wrong with what was typed.
    #[serde(skip)]
    pub errors: Errors,
}

impl OperatorPage {
    /// The parties that are public, and the accounts. `own`: that of the operator himself.
    pub fn look(view: &View<'_>, own: &Account, sign_in: &SignIn) -> Self {
        let parties = view.all::<Party>().filter(|party| party.owner.sort == OwnerSort::Party);
        OperatorPage {
            parties: parties.map(|party| (party.body.label.clone(), party.body.name.clone())).collect(),
            accounts: sign_in.people().accounts().unwrap_or_default(),
            own: own.id.clone(),
            typed: Default::default(),
            link: None,
            errors: Errors::new(),
        }
    }

    fn create(&self, frame: &Frame) -> Markup {
        let field = |name, label: &str, hint: Option<&str>, place: usize| Field {
            name,
            label: frame.say(label),
            hint: hint.map(|hint| frame.say(hint)),
            kind: "text",
            value: self.typed[place].as_str(),
            autocomplete: "off",
            required: true,
        };
        html! {
            section aria-labelledby="create" {
                h2.h2 #create { (frame.say("people-party-create")) }
                p { (frame.say("people-party-create-how")) }
                form.narrow method="post" action="/operator" {
                    (field("label", "people-party-label", Some("people-party-label-hint"), 0).draw(frame, &self.errors))
                    (field("name-en", "people-party-name-en", None, 1).draw(frame, &self.errors))
                    (field("name-ru", "people-party-name-ru", None, 2).draw(frame, &self.errors))
                    fieldset {
                        legend { (frame.say("people-party-sort")) }
                        p.opt { input #sort-state type="radio" name="sort" value="state" checked; label for="sort-state" { (frame.say("kind-state")) } }
                        p.opt { input #sort-organization type="radio" name="sort" value="organization"; label for="sort-organization" { (frame.say("kind-organization")) } }
                    }
                    (field("note", "people-party-coordinator", Some("people-invite-whom-hint"), 3).draw(frame, &self.errors))
                    p.btns { button.btn.btn-p type="submit" name="deed" value="create" { (frame.say("people-party-make")) } }
                }
            }
        }
    }

    fn account(&self, frame: &Frame, account: &Account) -> Markup {
        html! {
            tr {
                th scope="row" { (account.login) }
                td data-l=(frame.say("people-person")) { (account.name) }
                td data-l=(frame.say("people-since")) { (frame.moment(account.created)) }
                td data-l=(frame.say("people-second-step")) { @if account.totp.is_some() { (frame.say("people-yes")) } @else { (frame.say("people-no")) } }
                td {
                    @if account.id != self.own { form.btns method="post" action="/operator" {
                        input type="hidden" name="account" value=(account.id);
                        @if account.disabled.is_some() {
                            button.btn type="submit" name="deed" value="enable" { (frame.say("people-enable")) }
                            (sure(frame, "delete", "people-delete", "people-delete-sure"))
                        } @else {
                            button.btn type="submit" name="deed" value="password" { (frame.say("people-renew-password")) }
                            @if account.totp.is_some() { button.btn type="submit" name="deed" value="second-step" { (frame.say("people-renew-second-step")) } }
                            (sure(frame, "disable", "people-disable", "people-disable-sure"))
                        }
                    } }
                }
            }
        }
    }
}

impl Screen for OperatorPage {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("people-operator"),
            symbol: None,
            lede: Some(html! { (frame.say("people-operator-lede")) }),
            crumbs: Vec::new(),
            part: Part::People,
            provenance: html! {},
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            (flash(frame))
            (summary(frame, &self.errors))
            (shown(frame, self.link.as_ref()))
            section aria-labelledby="parties" {
                h2.h2 #parties { (frame.say("people-parties")) }
                @if self.parties.is_empty() { p.mute { (frame.say("people-parties-none")) } }
                ul.list { @for (label, name) in &self.parties { li { span.own { span.tm.iso { (label) } (frame.text(name)) } } } }
            }
            (self.create(frame))
            section aria-labelledby="accounts" {
                h2.h2 #accounts { (frame.say("people-accounts")) }
                p { (frame.say("people-accounts-how")) }
                table.t.t-list {
                    thead { tr {
                        th scope="col" { (frame.say("people-login")) }
                        th scope="col" { (frame.say("people-person")) }
                        th scope="col" { (frame.say("people-since")) }
                        th scope="col" { (frame.say("people-second-step")) }
                        th scope="col" { span.vh { (frame.say("people-disable")) } }
                    } }
                    tbody { @for account in &self.accounts { (self.account(frame, account)) } }
                }
            }
        }
    }
}
