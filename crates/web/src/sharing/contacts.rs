//! Points of contact: posts and offices, never persons. Each State keeps its cards.

use super::shelf::{Named, ordinal, whose_head};
use crate::answer::Screen;
use crate::furniture::cited::Cited;
use crate::furniture::csv::Sheet;
use crate::furniture::frame::Frame;
use crate::furniture::linked::Linked;
use crate::furniture::listing::{self, Column, Listing};
use crate::furniture::model::{Item, anchor};
use crate::furniture::parts;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::view::View;
use maud::{Markup, html};
use review::contact::Contact;
use serde::Serialize;

/// The list of contacts.
#[derive(Serialize)]
pub struct Contacts {
    contacts: Vec<Item<Contact>>,
    named: Named,
    links: Linked,
    sources: Cited,
}

impl Contacts {
    /// The contacts that the view shows.
    pub fn look(view: &View<'_>) -> Self {
        let contacts: Vec<Item<Contact>> = view.all::<Contact>().map(Item::from).collect();
        let bodies = || contacts.iter().map(|item| &item.body);
        let named =
            Named::of(view, bodies().map(|body| body.party), bodies().flat_map(|body| body.themes.clone()));
        let links = Linked::of(view, bodies().filter_map(|body| body.agency));
        let mut sources = Cited::default();
        bodies().for_each(|body| sources.take(view, &body.sources));
        Contacts { contacts, named, links, sources }
    }

    /// The table, with what the filters leave, in the order of the names of States.
    pub fn listing<'a>(&'a self, frame: &'a Frame) -> Listing<'a, &'a Item<Contact>> {
        let keep = |item: &&Item<Contact>| {
            self.named.keeps(frame, &*item.body, &[item.body.party], &item.body.themes)
        };
        let name = |item: &&Item<Contact>| parts::party_name(frame, &self.named.parties, item.body.party);
        Listing {
            marking: listing::marked(|row: &&Item<Contact>| Some(*row)),
            name: "contacts",
            caption: frame.say("sharing-contacts"),
            rows: frame.in_order(self.contacts.iter().filter(keep).collect(), name),
            empty: (frame.say("sharing-contacts-none"), frame.say("sharing-none-why")),
            columns: vec![
                Column::drawn(
                    "of",
                    whose_head(frame),
                    |row: &&Item<Contact>| html! { span id=(anchor(row.record)) { (self.named.whose(frame, row, Some(row.body.party))) } },
                    name,
                ),
                Column::words("post", frame.say("sharing-post"), |row: &&Item<Contact>| {
                    frame.words(&row.body.post).to_owned()
                })
                .naming(),
                Column::drawn(
                    "function",
                    frame.say("sharing-function"),
                    |row: &&Item<Contact>| self.function(frame, &row.body),
                    |row| self.function_words(frame, &row.body),
                ),
                Column::drawn(
                    "reach",
                    frame.say("sharing-reach"),
                    |row: &&Item<Contact>| reach(frame, &row.body),
                    |row| reach_words(frame, &row.body),
                ),
                Column::drawn(
                    "readers",
                    frame.say("sharing-card-readers"),
                    |row: &&Item<Contact>| html! { (provenance::audience(frame, &row.audience)) span.sub { (provenance::version(frame, row)) } },
                    |row| provenance::audience_words(frame, &row.audience),
                ),
                Column::drawn(
                    "confirmed",
                    frame.say("sharing-confirmed"),
                    |row: &&Item<Contact>| {
                        html! {
                            @if let Some(day) = row.body.confirmed { (frame.date(day)) }
                            " " (self.sources.cite(frame, &row.body.sources))
                        }
                    },
                    |row| row.body.confirmed.map(|day| frame.date(day)).unwrap_or_default(),
                )
                .ranked(|row| row.body.confirmed.map_or(0, ordinal)),
            ],
        }
    }

    fn function(&self, frame: &Frame, body: &Contact) -> Markup {
        let agency = body.agency.and_then(|agency| self.links.get(agency));
        html! {
            @if let Some(function) = &body.function { (frame.text(function)) }
            @if let Some(agency) = agency { span.sub { (agency.called(frame)) } }
        }
    }

    fn function_words(&self, frame: &Frame, body: &Contact) -> String {
        let agency =
            body.agency.and_then(|agency| self.links.get(agency)).and_then(|agency| agency.title.as_ref());
        let texts = body.function.iter().chain(agency).map(|text| frame.words(text));
        texts.collect::<Vec<_>>().join("; ")
    }
}

fn reach(frame: &Frame, body: &Contact) -> Markup {
    html! {
        @if let Some(phone) = &body.phone { span.line.nb { (phone) } }
        @if let Some(mail) = &body.mail { span.line { a href=(format!("mailto:{mail}")) { (mail) } } }
        @if let Some(url) = &body.url { span.line { a href=(url) rel="noreferrer external" { (url.split('/').nth(2).unwrap_or(url)) } } }
        @if let Some(address) = &body.address { span.sub { (frame.text(address)) } }
    }
}

fn reach_words(frame: &Frame, body: &Contact) -> String {
    let codes = [&body.phone, &body.mail, &body.url].into_iter().flatten().cloned();
    let address = body.address.as_ref().map(|address| frame.words(address).to_owned());
    codes.chain(address).collect::<Vec<_>>().join("; ")
}

impl Screen for Contacts {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("sharing-contacts"),
            symbol: None,
            lede: Some(html! { (frame.say("sharing-contacts-lead")) }),
            crumbs: vec![(frame.say("sharing-title"), "/sharing".into())],
            part: Part::Sharing,
            provenance: provenance::readable(frame),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            (self.named.filters(frame, &[]))
            section { (self.listing(frame).draw(frame)) }
            (self.sources.list(frame))
        }
    }

    fn table(&self, frame: &Frame) -> Option<Sheet> {
        Some(self.listing(frame).sheet(frame))
    }
}
