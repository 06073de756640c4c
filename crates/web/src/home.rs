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
use review::round::Round;
use serde::Serialize;
use words::{Arg, Message};

/// The first page. The list of series is drawn by its own screen and handed in by the router.
#[derive(Serialize)]
pub struct Home<L: Serialize> {
    /// The list of series.
    pub reviews: L,
    /// The year of the first round on record.
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<i16>,
    /// What may be searched for, and would be found.
    #[serde(skip)]
    examples: Vec<String>,
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
        let rounds: Vec<_> = view.all::<Round>().collect();
        Home {
            reviews: list(view),
            since: rounds.iter().filter_map(|round| round.body.begins()).map(|day| day.year()).min(),
            examples: examples(rounds.iter().map(|round| &*round.body)),
            draw,
        }
    }
}

/// The round of the archive whose road map is worth looking for, with that; without the archive the latest round.
fn examples<'r>(rounds: impl Iterator<Item = &'r Round>) -> Vec<String> {
    let rounds: Vec<&Round> = rounds.collect();
    match rounds.iter().find(|round| round.symbol == "ISK18") {
        Some(round) => vec![round.symbol.clone(), "road map".into(), "дорожная карта".into()],
        None => rounds
            .iter()
            .max_by_key(|round| round.begins())
            .map(|round| round.symbol.clone())
            .into_iter()
            .collect(),
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
                @if !self.examples.is_empty() { p.try {
                    span { (frame.say("home-try")) }
                    @for example in &self.examples {
                        a href=(frame.link(&format!("/search?q={}", crate::entry::encoded(example)))) { (example) }
                    }
                } }
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
                div.what3 { @if let Some(year) = self.since { p { (frame.tell(Message::new("home-what-record").with("year", Arg::Year(year)))) } } p { (frame.say("home-what-sources")) } p { (frame.say("home-what-past")) } }
            }
        }
    }
}
