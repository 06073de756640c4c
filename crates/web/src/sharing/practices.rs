//! Effective practices: topic, practice, source, comment, as the compilations of the 1540 Committee have them.

use super::shelf::{Named, provenance_columns, titled, titled_words};
use crate::answer::Screen;
use crate::furniture::csv::Sheet;
use crate::furniture::frame::Frame;
use crate::furniture::linked::Linked;
use crate::furniture::listing::{self, Column, Listing};
use crate::furniture::model::Item;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::text::Text;
use ledger::view::View;
use maud::{Markup, html};
use review::practice::Practice;
use serde::Serialize;

/// The list of practices.
#[derive(Serialize)]
pub struct Practices {
    practices: Vec<Item<Practice>>,
    named: Named,
    links: Linked,
}

impl Practices {
    /// The practices that the view shows, the newest first.
    pub fn look(view: &View<'_>) -> Self {
        let mut practices: Vec<Item<Practice>> = view.all::<Practice>().map(Item::from).collect();
        practices.sort_by_key(|item| std::cmp::Reverse((item.day(), item.at)));
        let bodies = || practices.iter().map(|item| &item.body);
        let named =
            Named::of(view, bodies().map(|body| body.party), bodies().flat_map(|body| body.themes.clone()));
        let links = Linked::of(view, bodies().flat_map(|body| body.instruments.clone()));
        Practices { practices, named, links }
    }

    /// The table, with what the filters leave.
    pub fn listing<'a>(&'a self, frame: &'a Frame) -> Listing<'a, &'a Item<Practice>> {
        let keep = |item: &&Item<Practice>| {
            self.named.keeps(frame, &*item.body, &[item.body.party], &item.body.themes)
        };
        let words = |text: Option<&Text>| text.map(|text| frame.words(text).to_owned()).unwrap_or_default();
        let mut columns = vec![
            Column::words("topic", frame.say("sharing-topic"), move |row: &&Item<Practice>| {
                words(Some(&row.body.topic))
            }),
            Column::drawn(
                "practice",
                frame.say("sharing-practice"),
                |row: &&Item<Practice>| {
                    titled(
                        frame,
                        &format!("/practices/{}", row.record),
                        &row.body.title,
                        row.body.symbol.as_deref(),
                    )
                },
                |row| titled_words(frame, &row.body.title, row.body.symbol.as_deref()),
            )
            .naming(),
            Column::drawn(
                "source",
                frame.say("sharing-source"),
                |row: &&Item<Practice>| source(frame, &self.links, &row.body),
                |row| source_words(frame, &self.links, &row.body),
            ),
            Column::words("comment", frame.say("sharing-comment"), move |row: &&Item<Practice>| {
                words(row.body.comment.as_ref())
            }),
        ];
        columns.extend(provenance_columns(
            frame,
            &self.named,
            |row: &&'a Item<Practice>| *row,
            |row| Some(row.body.party),
        ));
        Listing {
            marking: listing::marked(|row: &&'a Item<Practice>| Some(*row)),
            name: "practices",
            caption: frame.say("sharing-practices"),
            columns,
            rows: self.practices.iter().filter(keep).collect(),
            empty: (frame.say("sharing-practices-none"), frame.say("sharing-none-why")),
        }
    }
}

/// Where a practice is laid down: instruments of the library, else as written.
pub fn source(frame: &Frame, links: &Linked, body: &Practice) -> Markup {
    let known: Vec<_> = body.instruments.iter().filter_map(|law| links.get(*law)).collect();
    html! {
        @for (index, law) in known.iter().enumerate() { @if index > 0 { ", " } (law.quoted(frame)) }
        @if known.is_empty() && let Some(source) = &body.source { (frame.text(source)) }
    }
}

fn source_words(frame: &Frame, links: &Linked, body: &Practice) -> String {
    let known: Vec<&str> =
        body.instruments.iter().filter_map(|law| links.get(*law)).map(|law| law.in_words(frame)).collect();
    match (known.is_empty(), &body.source) {
        (true, Some(source)) => frame.words(source).to_owned(),
        _ => known.join(", "),
    }
}

impl Screen for Practices {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("sharing-practices"),
            symbol: None,
            lede: Some(html! { (frame.say("sharing-practices-lead")) }),
            crumbs: vec![(frame.say("sharing-title"), "/sharing".into())],
            part: Part::Sharing,
            provenance: provenance::readable(frame),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! { (self.named.filters(frame, &[])) section { (self.listing(frame).draw(frame)) } }
    }

    fn table(&self, frame: &Frame) -> Option<Sheet> {
        Some(self.listing(frame).sheet(frame))
    }
}
