//! Passkeys on the pages of signing in and of one's account, where the installation knows them.

use crate::furniture::form::{Errors, Field, sure};
use crate::furniture::frame::Frame;
use crate::statics;
use desk::sign_in::Passkey;
use maud::{Markup, html};
use words::Message;

/// The button that signs in with a passkey, or shows who one is once more. It is hidden until a script knows that the
/// browser can do it.
pub fn way_in(frame: &Frame, next: &str, again: bool) -> Markup {
    html! {
        form.narrow.passkey method="post" action="/sign-in" {
            input type="hidden" name="next" value=(next);
            p.btns { button.btn type="button" data-passkey=(if again { "again" } else { "sign-in" }) hidden { (frame.say("people-passkey-use")) } }
            (told_here(frame))
        }
        (script())
    }
}

/// The passkeys of an account, and the form of a new one.
pub fn section(frame: &Frame, passkeys: &[Passkey], errors: &Errors) -> Markup {
    let name = Field {
        name: "passkey",
        label: frame.say("people-passkey-name"),
        hint: Some(frame.say("people-passkey-name-hint")),
        kind: "text",
        value: "",
        autocomplete: "off",
        required: true,
    };
    html! {
        section aria-labelledby="passkeys" {
            h2.h2 #passkeys { (frame.say("people-passkeys")) }
            p { (frame.say("people-passkeys-what")) }
            @if !passkeys.is_empty() {
                ul.list { @for passkey in passkeys { li { (line(frame, passkey)) } } }
            }
            form.narrow.passkey method="post" action="/account" {
                (name.draw(frame, errors))
                p.btns { button.btn type="button" data-passkey="add" hidden { (frame.say("people-passkey-add")) } }
                (told_here(frame))
            }
            (script())
        }
    }
}

fn line(frame: &Frame, passkey: &Passkey) -> Markup {
    html! {
        b { (passkey.label) }
        p.prov {
            span { (frame.say("people-since")) " " (frame.moment(passkey.created)) }
            @if let Some(used) = passkey.used { span { (frame.tell(Message::new("people-device-used").with("date", frame.moment(used)))) } }
        }
        form.btns method="post" action="/account/passkeys/end" {
            input type="hidden" name="passkey" value=(passkey.id);
            (sure(frame, "end", "people-passkey-end", "people-passkey-end-sure"))
        }
    }
}

/// Where the script says what went wrong.
fn told_here(frame: &Frame) -> Markup {
    html! { p.err role="alert" data-passkey-told=(frame.say("people-passkey-stopped")) {} }
}

fn script() -> Markup {
    html! { script type="module" src=(statics::passkeys()) {} }
}
