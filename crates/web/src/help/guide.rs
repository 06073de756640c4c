//! Help: what this is, how a page is read, and whom to ask. One page, short.

use crate::answer::Screen;
use crate::furniture::frame::Frame;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::audience::{Audience, ReadersLabel};
use ledger::owner::World;
use maud::{Markup, html};
use serde::Serialize;

/// The page of help. Its JSON names its sections: the addresses of its parts.
#[derive(Serialize)]
pub struct Guide {
    sections: Vec<&'static str>,
}

/// The sections: their place on the page, their heading, their paragraphs.
const SECTIONS: [(&str, &str, &[&str]); 10] = [
    ("what", "help-what", &["help-what-text", "help-what-voluntary"]),
    ("page", "help-page", &["help-page-text"]),
    ("past", "help-past", &["help-past-text"]),
    ("exercise", "help-exercise", &["help-exercise-text"]),
    ("reads", "help-reads", &["help-reads-text", "help-reads-not"]),
    ("search", "help-search", &["help-search-text"]),
    ("print", "help-print", &["help-print-text"]),
    ("keyboard", "help-keyboard", &["help-keyboard-text"]),
    ("programs", "help-programs", &["help-programs-text"]),
    ("ask", "help-ask", &["help-ask-text"]),
];

impl Guide {
    /// All sections.
    pub fn look() -> Self {
        Guide { sections: SECTIONS.iter().map(|(place, _, _)| *place).collect() }
    }
}

/// The signs as they stand on pages, each with what it means.
fn signs(frame: &Frame) -> Markup {
    let audiences = [
        (Audience::Own, "help-sign-own"),
        (Audience::readers(ReadersLabel::Named, []), "help-sign-named"),
        (Audience::readers(ReadersLabel::Round, []), "help-sign-round"),
        (Audience::readers(ReadersLabel::RoundAndOrganizations, []), "help-sign-organizations"),
        (Audience::Series { series: review::shorthand::record_of("help") }, "help-sign-series"),
        (Audience::Public, "help-sign-public"),
    ];
    html! {
        table.t.t-list.narrow {
            caption.vh { (frame.say("help-page")) }
            tbody {
                tr {
                    th scope="row" { span.own { span.tm.iso aria-hidden="true" { (frame.say("help-letters-state")) } (frame.say("help-mark-state")) } }
                    td.full { (frame.say("help-mark-state-text")) }
                }
                tr {
                    th scope="row" { span.own.own-org { span.tm.iso aria-hidden="true" { (frame.say("help-letters-organization")) } (frame.say("help-mark-organization")) } }
                    td.full { (frame.say("help-mark-organization-text")) }
                }
                @for (audience, key) in &audiences {
                    tr { th scope="row" { (provenance::audience(frame, audience)) } td.full { (frame.say(key)) } }
                }
                tr {
                    th scope="row" { span.rel.rel-draft { (frame.say("help-rel-draft")) } }
                    td.full { (frame.say("help-rel-draft-text")) }
                }
                tr {
                    th scope="row" { span.rel { (frame.say("help-rel-shared")) } }
                    td.full { (frame.say("help-rel-shared-text")) }
                }
            }
        }
    }
}

impl Screen for Guide {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("shell-nav-help"),
            symbol: None,
            lede: Some(html! { (frame.say("help-lead")) }),
            crumbs: Vec::new(),
            part: Part::Nowhere,
            provenance: provenance::audience(frame, &Audience::Public),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            nav.toc aria-label=(frame.say("round-on-this-page")) {
                @for (place, heading, _) in SECTIONS { a href={ "#" (place) } { (frame.say(heading)) } }
            }
            @for (place, heading, paragraphs) in SECTIONS {
                section aria-labelledby=(place) {
                    h2.h2 id=(place) { (frame.say(heading)) }
                    @for key in paragraphs { p.doc { (frame.say(key)) } }
                    @if place == "page" { (signs(frame)) }
                    @if place == "exercise" && frame.has_exercise && frame.world == World::Record {
                        p.more { a href=(crate::entry::EXERCISE) { (frame.say("shell-strip-to-exercise")) } }
                    }
                    @if place == "programs" { p.more { a href=(frame.link("/api")) { (frame.say("help-programs-page")) } } }
                    @if place == "what" { p.more { a href=(frame.link("/glossary")) { (frame.say("shell-nav-glossary")) } } }
                }
            }
        }
    }
}
