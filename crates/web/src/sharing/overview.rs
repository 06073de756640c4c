//! What is shared, at a glance: the latest of each list, and the way to the whole of it.

use super::assistance::Assistance;
use super::contacts::Contacts;
use super::library::Library;
use super::practices::Practices;
use crate::answer::Screen;
use crate::furniture::frame::Frame;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::view::View;
use maud::{Markup, html};
use serde::Serialize;

/// How many rows of each list are shown.
const LATEST: usize = 4;

/// The overview.
#[derive(Serialize)]
pub struct Sharing {
    practices: Practices,
    assistance: Assistance,
    library: Library,
    contacts: Contacts,
}

impl Sharing {
    /// What the view shows of everything that is shared.
    pub fn look(view: &View<'_>) -> Self {
        Sharing {
            practices: Practices::look(view),
            assistance: Assistance::look(view),
            library: Library::look(view),
            contacts: Contacts::look(view),
        }
    }
}

/// A section: its heading, the way to the whole list, and its table.
fn section(frame: &Frame, id: &str, title: &str, all: (&str, &str), table: Markup) -> Markup {
    let (address, words) = all;
    html! {
        section aria-labelledby=(id) {
            h2.h2 id=(id) { (frame.say(title)) a.end href=(frame.link(address)) { (frame.say(words)) } }
            (table)
        }
    }
}

impl Screen for Sharing {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("sharing-title"),
            symbol: None,
            lede: Some(html! { (frame.say("sharing-lead")) }),
            crumbs: Vec::new(),
            part: Part::Sharing,
            provenance: provenance::readable(frame),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let practices = self.practices.listing(frame).glimpse(frame, LATEST);
        let needs = self.assistance.needs(frame).glimpse(frame, LATEST);
        let offers = self.assistance.offers(frame).glimpse(frame, LATEST);
        let library = self.library.listing(frame).glimpse(frame, LATEST);
        let contacts = self.contacts.listing(frame).glimpse(frame, 2 * LATEST);
        html! {
            nav.toc aria-label=(frame.say("sharing-title")) {
                a href="#practices" { (frame.say("sharing-practices")) }
                a href="#needs" { (frame.say("sharing-needs")) }
                a href="#offers" { (frame.say("sharing-offers")) }
                a href="#library" { (frame.say("sharing-library")) }
                a href=(frame.link("/events")) { (frame.say("sharing-events")) }
                a href="#contacts" { (frame.say("sharing-contacts")) }
            }
            (section(frame, "practices", "sharing-practices", ("/practices", "sharing-all-practices"), practices))
            (section(frame, "needs", "sharing-needs", ("/assistance", "sharing-all-needs"), needs))
            (section(frame, "offers", "sharing-offers", ("/assistance?show=offers", "sharing-all-offers"), offers))
            (section(frame, "library", "sharing-library", ("/library", "sharing-all-library"), library))
            (section(frame, "contacts", "sharing-contacts", ("/contacts", "sharing-all-contacts"), contacts))
        }
    }
}
