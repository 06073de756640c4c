//! What a wording is worth: the original, a translation that fell behind it, or one made as a courtesy.

use super::frame::Frame;
use ledger::text::{Standing, Text};
use maud::{Markup, html};

/// Told beside the words in that language. A translation that is neither is told to be nothing.
pub fn worth(frame: &Frame, text: &Text, tag: &str, state: Standing) -> Markup {
    let key = match state {
        Standing::Original => Some("submissions-original"),
        Standing::Courtesy => Some("submissions-courtesy"),
        _ => None,
    };
    html! {
        @if let Some(key) = key { p.small.mute { (frame.say(key)) } }
        @if text.is_behind(tag) { p.small.mute { (frame.say("submissions-behind")) } }
    }
}

/// Told beside the words that this page's reader reads, if they are no more than a translation that fell behind or a
/// courtesy: of an original nothing need be told.
pub fn of_shown(frame: &Frame, text: &Text) -> Markup {
    let (tag, _) = text.for_reader(frame.language.tag());
    match text.wordings.get(tag) {
        Some(wording) if wording.state != Standing::Original => worth(frame, text, tag, wording.state),
        _ => html! {},
    }
}
