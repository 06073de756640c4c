//! How a record is to be handled, in its owner's words: beside the record wherever it stands, in the margin of every printed
//! page, in a column of every file.

use super::frame::Frame;
use super::phrase::Phrase;
use ledger::id::OwnerId;
use ledger::text::Text;
use maud::{Markup, html};

/// The marking of a record, if it has one. What is drawn so stands in the margin of the printed page too.
pub fn chip(frame: &Frame, owner: OwnerId, marking: Option<&Text>) -> Markup {
    let Some(marking) = marking else { return html! {} };
    frame.note_marking(owner, frame.words(marking));
    html! { span.marking { span.vh { (frame.say("marking-of")) ": " } (frame.text(marking)) } }
}

/// The same in plain words, for files.
pub fn words(frame: &Frame, marking: Option<&Text>) -> Phrase {
    marking.map(|marking| frame.words(marking).into()).unwrap_or_default()
}
