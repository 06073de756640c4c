//! One's own account: password, second step, sessions, tokens.

use super::browser::told;
use super::link::Told;
use super::passkeys;
use super::tokens::Tokens;
use crate::answer::Screen;
use crate::furniture::form::{Errors, Field, flash, summary};
use crate::furniture::frame::Frame;
use crate::furniture::shell::{Head, Part};
use desk::sign_in::{Device, Passkey, SHORTEST, Session};
use maud::{Markup, PreEscaped, html};
use qrcode::QrCode;
use qrcode::render::svg;
use serde::Serialize;
use words::Message;

/// The page of one's own account.
#[derive(Serialize)]
pub struct AccountPage {
    /// What one signs in with.
    pub login: String,
    /// What one is called.
    pub name: String,
    /// Whether there is a second step.
    pub second_step: bool,
    /// Whether one must begin a second step before one reaches anything else.
    pub held: bool,
    /// How many recovery codes are left.
    pub recovery_left: u32,
    /// A second step that is proposed: the secret in hexadecimal digits, and the address for an authenticator.
    #[serde(skip)]
    pub proposed: Option<(String, String)>,
    /// Recovery codes or a token's secret that have just been made: shown once.
    #[serde(skip)]
    pub once: Vec<String>,
    /// The id of this session.
    pub here: String,
    /// Where one is signed in.
    #[serde(skip)]
    pub sessions: Vec<Session>,
    /// The browsers from which one signed in lately.
    #[serde(skip)]
    pub devices: Vec<Device>,
    /// The links that others made for this account.
    #[serde(skip)]
    pub told: Vec<Told>,
    /// The tokens one has made, and the form of a new one.
    #[serde(skip)]
    pub tokens: Tokens,
    /// One's passkeys, where the installation knows any.
    #[serde(skip)]
    pub passkeys: Option<Vec<Passkey>>,
    /// What is wrong with what was typed.
    #[serde(skip)]
    pub errors: Errors,
}

impl AccountPage {
    fn password(&self, frame: &Frame) -> Markup {
        let old = Field {
            name: "old",
            label: frame.say("people-password-old"),
            hint: None,
            kind: "password",
            value: "",
            autocomplete: "current-password",
            required: true,
        };
        let new = Field {
            name: "new",
            label: frame.say("people-password-new"),
            hint: Some(frame.tell(Message::new("people-password-hint").with("count", SHORTEST))),
            kind: "password",
            value: "",
            autocomplete: "new-password",
            required: true,
        };
        html! {
            section aria-labelledby="password" {
                h2.h2 #password { (frame.say("people-password")) }
                form.narrow method="post" action="/account/password" {
                    (old.draw(frame, &self.errors)) (new.draw(frame, &self.errors))
                    p.btns { button.btn type="submit" { (frame.say("people-password-change")) } }
                }
            }
        }
    }

    fn second_step(&self, frame: &Frame) -> Markup {
        let code = Field {
            name: "code",
            label: frame.say("people-code"),
            hint: None,
            kind: "text",
            value: "",
            autocomplete: "one-time-code",
            required: true,
        };
        html! {
            section aria-labelledby="second-step" {
                h2.h2 #second-step { (frame.say("people-second-step")) }
                @if let Some((secret, address)) = &self.proposed {
                    p { (frame.say("people-second-step-scan")) }
                    div.qr { (drawn(address)) }
                    p.small { code { (address) } }
                    form.narrow method="post" action="/account/second-step/confirm" {
                        input type="hidden" name="secret" value=(secret);
                        (code.draw(frame, &self.errors))
                        p.btns { button.btn.btn-p type="submit" { (frame.say("people-second-step-confirm")) } }
                    }
                } @else if self.second_step {
                    p { (frame.tell(Message::new("people-second-step-on").with("count", self.recovery_left))) }
                    form.narrow method="post" action="/account/second-step/end" {
                        (Field { name: "password", label: frame.say("people-password"), hint: None, kind: "password", value: "", autocomplete: "current-password", required: true }.draw(frame, &self.errors))
                        (Field { hint: Some(frame.say("people-code-hint")), ..code }.draw(frame, &self.errors))
                        p.btns { button.btn type="submit" { (frame.say("people-second-step-end")) } }
                    }
                } @else {
                    p { (frame.say("people-second-step-off")) }
                    form method="post" action="/account/second-step" { p.btns { button.btn type="submit" { (frame.say("people-second-step-begin")) } } }
                }
            }
        }
    }

    fn sessions(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="sessions" {
                h2.h2 #sessions { (frame.say("people-sessions")) }
                table.t.t-list {
                    thead { tr {
                        th scope="col" { (frame.say("people-session-browser")) }
                        th scope="col" { (frame.say("people-session-since")) }
                        th scope="col" { (frame.say("people-session-used")) }
                        th scope="col" { span.vh { (frame.say("people-session-end")) } }
                    } }
                    tbody { @for session in &self.sessions { tr {
                        th scope="row" { span title=(session.label) { (told(&session.label)) } @if session.id == self.here { span.sub { (frame.say("people-session-here")) } } }
                        td data-l=(frame.say("people-session-since")) { (frame.moment(session.created)) }
                        td data-l=(frame.say("people-session-used")) { (frame.moment(session.seen)) }
                        td { form method="post" action="/account/sessions/end" {
                            input type="hidden" name="session" value=(session.id);
                            button.btn type="submit" { (frame.say("people-session-end")) }
                        } }
                    } } }
                }
                div.btns.apart {
                    form method="post" action="/sign-out" { button.btn type="submit" { (frame.say("people-sign-out")) } }
                    form method="post" action="/account/sessions/end" { button.btn type="submit" name="all" value="yes" { (frame.say("people-sessions-end-all")) } }
                }
                @if !self.devices.is_empty() {
                    h3.h3 { (frame.say("people-devices")) }
                    p.small { (frame.say("people-devices-what")) }
                    ul.list { @for device in &self.devices {
                        li { (told(&device.label)) p.prov { span { (frame.tell(Message::new("people-device-used").with("date", frame.moment(device.seen)))) } } }
                    } }
                }
            }
        }
    }
}

/// The address as a drawing that an authenticator reads; black on white in every look.
fn drawn(address: &str) -> Markup {
    let drawing = QrCode::new(address).map(|code| {
        code.render::<svg::Color<'_>>().min_dimensions(220, 220).dark_color(svg::Color("#000000")).build()
    });
    let drawing = drawing.unwrap_or_default();
    let body = drawing.split_once("?>").map_or(drawing.as_str(), |(_, body)| body);
    html! { (PreEscaped(body)) }
}

impl Screen for AccountPage {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("people-account"),
            symbol: Some(self.login.clone()),
            lede: Some(html! { (self.name) }),
            crumbs: Vec::new(),
            part: Part::People,
            provenance: html! {},
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            (flash(frame))
            (summary(frame, &self.errors))
            @if self.held { p.flash role="status" { (frame.say("people-second-step-needed")) } }
            @if !self.once.is_empty() {
                section.once aria-labelledby="once" {
                    h2.h2 #once { (frame.say("people-once")) }
                    p { (frame.say("people-once-why")) }
                    ul.list { @for secret in &self.once { li { code { (secret) } } } }
                }
            }
            @if !self.told.is_empty() {
                section aria-labelledby="told" {
                    h2.h2 #told { (frame.say("people-told")) }
                    p { (frame.say("people-told-what")) }
                    ul.list { @for told in &self.told { li { (told.line(frame)) } } }
                }
            }
            (self.second_step(frame))
            @if let Some(passkeys) = &self.passkeys { (passkeys::section(frame, passkeys, &self.errors)) }
            (self.password(frame))
            (self.sessions(frame))
            (self.tokens.section(frame, &self.errors))
            section aria-labelledby="reads" {
                h2.h2 #reads { (frame.say("people-reads")) }
                p { (frame.say("people-reads-text")) " " a href="/help#reads" { (frame.say("people-reads-more")) } }
            }
        }
    }
}
