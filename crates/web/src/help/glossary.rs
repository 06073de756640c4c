//! The glossary: the words of the review in both languages of the pages, each with its meaning and an anchor.

use crate::answer::Screen;
use crate::furniture::csv::Sheet;
use crate::furniture::frame::Frame;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use maud::{Markup, html};
use serde::Serialize;
use words::Language;

/// The terms: the anchor, the message with the term, the message with its meaning.
const TERMS: [(&str, &str, &str); 41] = [
    ("party", "glossary-term-party", "glossary-means-party"),
    ("agency", "glossary-term-agency", "glossary-means-agency"),
    ("mandate", "glossary-term-mandate", "glossary-means-mandate"),
    ("owner", "glossary-term-owner", "glossary-means-owner"),
    ("draft", "glossary-term-draft", "glossary-means-draft"),
    ("shared", "glossary-term-shared", "glossary-means-shared"),
    ("audience", "glossary-term-audience", "glossary-means-audience"),
    ("symbol", "glossary-term-symbol", "glossary-means-symbol"),
    ("catalogue", "glossary-term-catalogue", "glossary-means-catalogue"),
    ("series", "glossary-term-series", "glossary-means-series"),
    ("round", "glossary-term-round", "glossary-means-round"),
    ("modalities", "glossary-term-modalities", "glossary-means-modalities"),
    ("delegation", "glossary-term-delegation", "glossary-means-delegation"),
    ("visit", "glossary-term-visit", "glossary-means-visit"),
    ("submission", "glossary-term-submission", "glossary-means-submission"),
    ("answer", "glossary-term-answer", "glossary-means-answer"),
    ("instrument", "glossary-term-instrument", "glossary-means-instrument"),
    ("question", "glossary-term-question", "glossary-means-question"),
    ("observation", "glossary-term-observation", "glossary-means-observation"),
    ("recommendation", "glossary-term-recommendation", "glossary-means-recommendation"),
    ("statement", "glossary-term-statement", "glossary-means-statement"),
    ("brackets", "glossary-term-brackets", "glossary-means-brackets"),
    ("chairs-text", "glossary-term-chairs-text", "glossary-means-chairs-text"),
    ("position", "glossary-term-position", "glossary-means-position"),
    ("silence", "glossary-term-silence", "glossary-means-silence"),
    ("adoption", "glossary-term-adoption", "glossary-means-adoption"),
    ("confirmation", "glossary-term-confirmation", "glossary-means-confirmation"),
    ("progress", "glossary-term-progress", "glossary-means-progress"),
    ("conclusion", "glossary-term-conclusion", "glossary-means-conclusion"),
    ("lineage", "glossary-term-lineage", "glossary-means-lineage"),
    ("plan", "glossary-term-plan", "glossary-means-plan"),
    ("measure", "glossary-term-measure", "glossary-means-measure"),
    ("road-map", "glossary-term-road-map", "glossary-means-road-map"),
    ("practice", "glossary-term-practice", "glossary-means-practice"),
    ("need", "glossary-term-need", "glossary-means-need"),
    ("offer", "glossary-term-offer", "glossary-means-offer"),
    ("event", "glossary-term-event", "glossary-means-event"),
    ("as-of", "glossary-term-as-of", "glossary-means-as-of"),
    ("installation", "glossary-term-installation", "glossary-means-installation"),
    ("packet", "glossary-term-packet", "glossary-means-packet"),
    ("exercise", "glossary-term-exercise", "glossary-means-exercise"),
];

/// The page of the glossary.
#[derive(Serialize)]
pub struct Glossary {
    terms: Vec<Entry>,
}

/// A term in the languages of the pages.
#[derive(Serialize)]
pub struct Entry {
    /// The place on the page.
    anchor: &'static str,
    english: String,
    russian: String,
    meaning_english: String,
    meaning_russian: String,
}

impl Entry {
    fn of(anchor: &'static str, term: &str, means: &str) -> Self {
        Entry {
            anchor,
            english: Language::English.say_key(term).into(),
            russian: Language::Russian.say_key(term).into(),
            meaning_english: Language::English.say_key(means).into(),
            meaning_russian: Language::Russian.say_key(means).into(),
        }
    }

    /// The term in the page's language, in the other one, the tag of that, and the meaning.
    fn told(&self, frame: &Frame) -> (&str, &str, &'static str, &str) {
        match frame.language {
            Language::English => {
                (&self.english, &self.russian, Language::Russian.tag(), &self.meaning_english)
            }
            Language::Russian => {
                (&self.russian, &self.english, Language::English.tag(), &self.meaning_russian)
            }
        }
    }
}

impl Glossary {
    /// All terms.
    pub fn look() -> Self {
        Glossary { terms: TERMS.iter().map(|(anchor, term, means)| Entry::of(anchor, term, means)).collect() }
    }
}

impl Screen for Glossary {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("shell-nav-glossary"),
            symbol: None,
            lede: Some(html! { (frame.say("glossary-lead")) }),
            crumbs: Vec::new(),
            part: Part::Nowhere,
            provenance: provenance::audience(frame, &ledger::audience::Audience::Public),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let terms =
            frame.in_order(self.terms.iter().collect(), |entry: &&Entry| entry.told(frame).0.to_owned());
        html! {
            section aria-labelledby="terms" {
                h2.h2 #terms { (frame.say("glossary-terms")) }
                table.t.t-list {
                    caption.vh { (frame.say("shell-nav-glossary")) }
                    thead { tr {
                        th scope="col" { (frame.say("glossary-term")) }
                        th scope="col" { (frame.say("glossary-other")) }
                        th scope="col" { (frame.say("glossary-meaning")) }
                    } }
                    tbody { @for entry in terms {
                        @let (term, other, tag, meaning) = entry.told(frame);
                        tr id=(entry.anchor) {
                            th.what scope="row" { a href={ "#" (entry.anchor) } { (term) } }
                            td.full lang=(tag) { (other) }
                            td.full { (meaning) }
                        }
                    } }
                }
                p.more { a href=(frame.here("format", Some("csv"))) { (frame.say("listing-download")) } }
            }
        }
    }

    fn table(&self, frame: &Frame) -> Option<Sheet> {
        let heads = ["glossary-term", "glossary-other", "glossary-meaning"].map(|key| frame.say(key));
        let row = |entry: &Entry| {
            let (term, other, _, meaning) = entry.told(frame);
            [term, other, meaning].map(str::to_owned).to_vec()
        };
        Some(Sheet {
            name: "glossary".to_owned(),
            heads: heads.to_vec(),
            rows: self.terms.iter().map(row).collect(),
        })
    }
}
