//! A sheet of paper on the screen: what is printed of its page is the sheet and nothing else.

use super::asked::{Asked, short};
use crate::furniture::frame::Frame;
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::audience::Audience;
use ledger::id::OwnerId;
use ledger::owner::World;
use maud::{Markup, html};
use words::Message;

/// The head of a page that shows a paper.
pub fn head(frame: &Frame, asked: &Asked, title: Phrase) -> Head {
    Head {
        title,
        symbol: asked.text.symbol.clone(),
        lede: Some(html! { (frame.say("clearance-paper-lede")) }),
        crumbs: vec![
            (frame.say("clearance-title"), "/clearance".to_owned()),
            (asked.text.name(frame), asked.address("")),
        ],
        part: Part::Nowhere,
        provenance: inside(frame, asked.clearance.owner),
    }
}

/// Whose the pages of this family are, and who reads them: never anybody else.
pub fn inside(frame: &Frame, owner: OwnerId) -> Markup {
    html! { (provenance::owner(frame, owner)) (provenance::audience(frame, &Audience::Own)) }
}

/// The sheet itself.
pub fn sheet(frame: &Frame, inner: Markup) -> Markup {
    html! {
        article.paper {
            @if frame.world == World::Exercise { p.fiction { (frame.say("clearance-paper-exercise")) } }
            (inner)
        }
    }
}

/// Whose paper it is; above it, at the right, how it is to be handled.
pub fn letterhead(frame: &Frame, asked: &Asked) -> Markup {
    html! {
        @if asked.text.marking.is_some() { p.handling { (asked.marking(frame)) } }
        p.letterhead { (provenance::owner_words(frame, asked.clearance.owner)) }
    }
}

/// The content that is meant, in few letters.
pub fn content(frame: &Frame, asked: &Asked) -> Phrase {
    frame.tell(Message::new("clearance-paper-content").with("hash", short(asked.clearance.body.content)))
}

/// A line to write on by hand.
pub fn blank(label: &str) -> Markup {
    html! { span.blank { span.vh { (label) } } }
}
