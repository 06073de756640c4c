//! One offer of assistance, and the needs that agreed to it.

use super::shelf::{Named, history, speaking, speaking_list, whose_head};
use crate::answer::Screen;
use crate::furniture::cited::Cited;
use crate::furniture::frame::Frame;
use crate::furniture::linked::Link;
use crate::furniture::model::Item;
use crate::furniture::parts;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use crate::furniture::worth;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::view::View;
use maud::{Markup, html};
use review::offer::Offer;
use serde::Serialize;

/// The page of an offer.
#[derive(Serialize)]
pub struct OneOffer {
    offer: Item<Offer>,
    named: Named,
    standing_in: Vec<Link>,
    sources: Cited,
}

impl OneOffer {
    /// What the view shows of that offer.
    pub fn look(view: &View<'_>, record: RecordId) -> Option<Self> {
        let offer: Item<Offer> = view.find::<Offer>(record)?.into();
        let body = &offer.body;
        let mut sources = Cited::default();
        sources.take(view, &body.sources);
        Some(OneOffer {
            named: Named::of(view, [body.party].into_iter(), body.themes.iter().copied()),
            standing_in: speaking(view, record),
            sources,
            offer,
        })
    }
}

impl Screen for OneOffer {
    fn head(&self, frame: &Frame) -> Head {
        let body = &self.offer.body;
        Head {
            title: frame.words(&body.title).into(),
            symbol: body.symbol.clone(),
            lede: None,
            crumbs: vec![
                (frame.say("sharing-title"), "/sharing".into()),
                (frame.say("sharing-offers"), "/assistance?show=offers".into()),
            ],
            part: Part::Sharing,
            provenance: provenance::page(frame, &self.offer),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let body = &self.offer.body;
        let text = |text: Option<&Text>| text.map(|text| frame.text(text).markup()).unwrap_or_default();
        html! {
            section aria-labelledby="offer" {
                h2.h2 #offer { (frame.say("sharing-offer")) }
                div class=(provenance::edge(&self.offer)) { p.doc { (frame.text(&body.words)) " " (self.sources.cite(frame, &body.sources)) } (worth::of_shown(frame, &body.words)) }
                (parts::facts(vec![
                    (whose_head(frame), self.named.whose(frame, &self.offer, Some(body.party))),
                    (frame.say("sharing-extent"), text(body.extent.as_ref())),
                    (frame.say("sharing-until"), html! { @if let Some(until) = body.until { (frame.date(until)) } }),
                    (frame.say("sharing-themes"), self.named.theme_list(frame, &body.themes)),
                ]))
            }
            (speaking_list(frame, &self.standing_in))
            (self.sources.list(frame))
            (history(frame, self.offer.record))
        }
    }
}
