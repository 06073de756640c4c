//! The first page of each world: of the public record a search and the reviews held; of the exercise the round that is
//! in session, its States, and where everything stands.

pub mod exercise;

use crate::answer::Screen;
use crate::furniture::frame::Frame;
use crate::furniture::parts;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::view::View;
use maud::{Markup, html};
use serde::Serialize;

/// The first page. The list of series is drawn by its own screen and handed in by the router.
#[derive(Serialize)]
pub struct Home<L: Serialize> {
    /// The list of series.
    pub reviews: L,
    #[serde(skip)]
    draw: fn(&L, &Frame) -> Markup,
}

/// Where everything stands: addresses with their names and what is found there.
const DOORS: [(&str, &str, &str); 6] = [
    ("/states", "shell-nav-states", "home-door-states"),
    ("/recommendations", "shell-nav-recommendations", "home-door-recommendations"),
    ("/follow-up", "home-follow-up", "home-door-follow-up"),
    ("/plans", "shell-nav-plans", "home-door-plans"),
    ("/library", "home-library", "home-door-library"),
    ("/events", "home-events", "home-door-events"),
];

impl<L: Serialize> Home<L> {
    /// The first page around a list.
    pub fn look(view: &View<'_>, list: fn(&View<'_>) -> L, draw: fn(&L, &Frame) -> Markup) -> Self {
        Home { reviews: list(view), draw }
    }
}

/// Entry points: a name that is a link, and a sentence.
fn doors(frame: &Frame, doors: &[(&str, &str, &str)]) -> Markup {
    html! {
        ul.doors {
            @for (address, name, about) in doors {
                li { h3 { a href=(frame.link(address)) { (frame.say(name)) } } p { (frame.say(about)) } }
            }
        }
    }
}

impl<L: Serialize> Screen for Home<L> {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("home-title"),
            symbol: Some("1540 (2004)".into()),
            lede: Some(html! { (frame.say("home-lead")) }),
            crumbs: Vec::new(),
            part: Part::Home,
            provenance: provenance::readable(frame),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="find" {
                h2.h2 #find { (frame.say("home-find")) }
                (parts::search_form(frame, ""))
                p.try {
                    span { (frame.say("home-try")) }
                    @for example in ["ISK18", "road map", "дорожная карта"] {
                        a href=(frame.link(&format!("/search?q={}", crate::entry::encoded(example)))) { (example) }
                    }
                }
            }
            section aria-labelledby="reviews" {
                h2.h2 #reviews { (frame.say("series-list-title")) }
                ((self.draw)(&self.reviews, frame))
            }
            section aria-labelledby="doors" {
                h2.h2 #doors { (frame.say("home-doors")) }
                (doors(frame, &DOORS))
            }
            section aria-labelledby="what" {
                h2.h2 #what { (frame.say("home-what")) }
                div.what3 { p { (frame.say("home-what-record")) } p { (frame.say("home-what-sources")) } p { (frame.say("home-what-past")) } }
            }
        }
    }
}
