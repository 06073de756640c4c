//! Assistance: what States need, what others offer, and what was agreed.

use super::shelf::{Named, provenance_columns, titled, titled_words};
use crate::answer::Screen;
use crate::furniture::csv::Sheet;
use crate::furniture::frame::Frame;
use crate::furniture::linked::Linked;
use crate::furniture::listing::{self, Choice, Column, Listing, chosen};
use crate::furniture::model::Item;
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::text::Text;
use ledger::view::View;
use maud::{Markup, html};
use review::need::{Need, NeedStanding};
use review::offer::Offer;
use serde::Serialize;

/// Needs and offers.
#[derive(Serialize)]
pub struct Assistance {
    needs: Vec<Item<Need>>,
    offers: Vec<Item<Offer>>,
    named: Named,
    links: Linked,
}

impl Assistance {
    /// The needs and offers that the view shows, the newest first.
    pub fn look(view: &View<'_>) -> Self {
        let mut needs: Vec<Item<Need>> = view.all::<Need>().map(Item::from).collect();
        needs.sort_by_key(|item| std::cmp::Reverse((item.day(), item.at)));
        let mut offers: Vec<Item<Offer>> = view.all::<Offer>().map(Item::from).collect();
        offers.sort_by_key(|item| std::cmp::Reverse((item.day(), item.at)));
        let parties =
            needs.iter().map(|item| item.body.party).chain(offers.iter().map(|item| item.body.party));
        let themes = needs.iter().flat_map(|item| item.body.themes.clone());
        let themes = themes.chain(offers.iter().flat_map(|item| item.body.themes.clone()));
        let named = Named::of(view, parties, themes);
        let links = Linked::of(view, needs.iter().flat_map(|item| item.body.agreed.clone()));
        Assistance { needs, offers, named, links }
    }

    /// The table of needs, with what the filters leave.
    pub fn needs<'a>(&'a self, frame: &'a Frame) -> Listing<'a, &'a Item<Need>> {
        let asked = chosen(frame, "standing");
        let keep = |item: &&Item<Need>| {
            self.named.keeps(frame, &*item.body, &[item.body.party], &item.body.themes)
                && asked.is_none_or(|word| item.body.standing.word() == word)
        };
        let mut columns = vec![
            Column::drawn(
                "need",
                frame.say("sharing-need"),
                |row: &&Item<Need>| {
                    titled(
                        frame,
                        &format!("/needs/{}", row.record),
                        &row.body.title,
                        row.body.symbol.as_deref(),
                    )
                },
                |row| titled_words(frame, &row.body.title, row.body.symbol.as_deref()),
            )
            .naming(),
            Column::words("when", frame.say("sharing-when"), |row: &&Item<Need>| {
                words(frame, row.body.when.as_ref())
            }),
            Column::drawn(
                "agreed",
                frame.say("sharing-agreed"),
                |row: &&Item<Need>| agreed(frame, &self.links, &row.body),
                |row| agreed_words(frame, &self.links, &row.body),
            ),
        ];
        columns.extend(provenance_columns(
            frame,
            &self.named,
            |row: &&'a Item<Need>| *row,
            |row| Some(row.body.party),
        ));
        Listing {
            marking: listing::marked(|row: &&'a Item<Need>| Some(*row)),
            name: "needs",
            caption: frame.say("sharing-needs"),
            columns,
            rows: self.needs.iter().filter(keep).collect(),
            empty: (frame.say("sharing-needs-none"), frame.say("sharing-none-why")),
        }
    }

    /// The table of offers, with what the filters leave.
    pub fn offers<'a>(&'a self, frame: &'a Frame) -> Listing<'a, &'a Item<Offer>> {
        let keep =
            |item: &&Item<Offer>| self.named.keeps(frame, &*item.body, &[item.body.party], &item.body.themes);
        let mut columns = vec![
            Column::drawn(
                "offer",
                frame.say("sharing-offer"),
                |row: &&Item<Offer>| {
                    titled(
                        frame,
                        &format!("/offers/{}", row.record),
                        &row.body.title,
                        row.body.symbol.as_deref(),
                    )
                },
                |row| titled_words(frame, &row.body.title, row.body.symbol.as_deref()),
            )
            .naming(),
            Column::words("extent", frame.say("sharing-extent"), |row: &&Item<Offer>| {
                words(frame, row.body.extent.as_ref())
            }),
            Column::words("until", frame.say("sharing-until"), |row: &&Item<Offer>| {
                row.body.until.map(|until| frame.date(until)).unwrap_or_default()
            })
            .ranked(|row| row.body.until.map_or(0, super::shelf::ordinal)),
        ];
        columns.extend(provenance_columns(
            frame,
            &self.named,
            |row: &&'a Item<Offer>| *row,
            |row| Some(row.body.party),
        ));
        Listing {
            marking: listing::marked(|row: &&'a Item<Offer>| Some(*row)),
            name: "offers",
            caption: frame.say("sharing-offers"),
            columns,
            rows: self.offers.iter().filter(keep).collect(),
            empty: (frame.say("sharing-offers-none"), frame.say("sharing-none-why")),
        }
    }

    /// Needs or offers: which of the two tables is asked for.
    fn shows_offers(frame: &Frame) -> bool {
        chosen(frame, "show") == Some("offers")
    }
}

fn words(frame: &Frame, text: Option<&Text>) -> String {
    text.map(|text| frame.words(text).to_owned()).unwrap_or_default()
}

/// How a need stands, in words.
pub fn standing(frame: &Frame, standing: NeedStanding) -> Phrase {
    frame.say(&format!("sharing-standing-{}", standing.word().replace('_', "-")))
}

/// The offers that a State agreed to, and how its need stands.
pub fn agreed(frame: &Frame, links: &Linked, need: &Need) -> Markup {
    html! {
        @for offer in need.agreed.iter().filter_map(|offer| links.get(*offer)) { (offer.quoted(frame)) " " }
        span.mute { (standing(frame, need.standing)) }
    }
}

fn agreed_words(frame: &Frame, links: &Linked, need: &Need) -> String {
    let offers =
        need.agreed.iter().filter_map(|offer| links.get(*offer)).map(|offer| offer.in_words(frame).into());
    let said = offers.chain([standing(frame, need.standing)]);
    said.collect::<Vec<_>>().join(", ")
}

impl Screen for Assistance {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("sharing-assistance"),
            symbol: None,
            lede: Some(html! { (frame.say("sharing-assistance-lead")) }),
            crumbs: vec![(frame.say("sharing-title"), "/sharing".into())],
            part: Part::Sharing,
            provenance: provenance::readable(frame),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let offers = Assistance::shows_offers(frame);
        let standings: Vec<Choice> =
            NeedStanding::ALL.iter().map(|one| (one.word().to_owned(), standing(frame, *one))).collect();
        let own = [("standing", frame.say("sharing-need-standing"), standings)];
        let here = |on: bool| on.then_some("page");
        html! {
            nav.toc aria-label=(frame.say("sharing-assistance")) {
                a href=(frame.link("/assistance")) aria-current=[here(!offers)] { (frame.say("sharing-needs")) }
                a href=(frame.link("/assistance?show=offers")) aria-current=[here(offers)] { (frame.say("sharing-offers")) }
            }
            @if offers { (self.named.filters(frame, &[])) section { (self.offers(frame).draw(frame)) } }
            @else { (self.named.filters(frame, &own)) section { (self.needs(frame).draw(frame)) } }
            p.caveat { (frame.say("sharing-assistance-note")) }
        }
    }

    fn table(&self, frame: &Frame) -> Option<Sheet> {
        Some(match Assistance::shows_offers(frame) {
            true => self.offers(frame).sheet(frame),
            false => self.needs(frame).sheet(frame),
        })
    }
}
