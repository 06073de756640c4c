//! The modalities of a round: what its States adopted first, point by point, and what follows from each.

use crate::answer::Screen;
use crate::furniture::frame::Frame;
use crate::furniture::model::{Item, series_address};
use crate::furniture::phrase::Phrase;
use crate::furniture::shell::{Head, Part};
use crate::furniture::{parts, provenance};
use ledger::text::Text;
use ledger::view::View;
use maud::{Markup, html};
use review::catalogue::Catalogue;
use review::modalities::Modalities;
use review::round::Round;
use review::series::Series;
use serde::Serialize;
use words::Message;

/// The page of a round's modalities.
#[derive(Serialize)]
pub struct RoundModalities {
    series: Item<Series>,
    round: Item<Round>,
    modalities: Item<Modalities>,
    #[serde(skip_serializing_if = "Option::is_none")]
    catalogue: Option<Text>,
    scope: Vec<InScope>,
}

/// A section or row in scope, as the catalogue names it.
#[derive(Serialize)]
pub struct InScope {
    item: String,
    paragraph: Text,
    title: Text,
}

impl RoundModalities {
    /// What the view shows of them.
    pub fn look(view: &View<'_>, series: &str, slug: &str) -> Option<Self> {
        let series: Item<Series> = Series::at(view, series)?.into();
        let round: Item<Round> = Round::at(view, series.record, slug)?.into();
        let modalities: Item<Modalities> = Modalities::of_round(view, round.record)?.into();
        let catalogue = modalities.body.catalogue.and_then(|catalogue| view.find::<Catalogue>(catalogue));
        let scope = catalogue.as_ref().map(|catalogue| in_scope(&catalogue.body, &modalities.body.scope));
        Some(RoundModalities {
            catalogue: catalogue.map(|catalogue| catalogue.body.title.clone()),
            scope: scope.unwrap_or_default(),
            series,
            round,
            modalities,
        })
    }

    fn address(&self) -> String {
        format!("{}/rounds/{}", series_address(&self.series.body), self.round.body.slug)
    }

    fn points(&self, frame: &Frame) -> Vec<(Phrase, Markup)> {
        let body = &self.modalities.body;
        let languages: Vec<Phrase> = body.authentic.iter().map(|tag| parts::language(frame, tag)).collect();
        let adopted = body.adopted.map(|day| frame.date(day));
        let decision = frame.say(&format!("round-decision-{}", body.decision.word().replace('_', "-")));
        let attribution = frame.say(&format!("round-attribution-{}", body.attribution.word()));
        let reply = body.reply_days.map(|days| Message::new("modalities-reply-within").with("days", days));
        vec![
            (frame.say("modalities-aim"), html! { p.doc { (frame.text(&body.aim)) } }),
            (
                frame.say("modalities-adopted"),
                html! { @if let Some(adopted) = adopted { p { (adopted) } } @else { p { (frame.say("modalities-not-adopted")) } } },
            ),
            (
                frame.say("modalities-decision"),
                html! { p { (parts::capital(&decision)) "." } p.mute { (frame.say("modalities-decision-means")) } },
            ),
            (
                frame.say("modalities-languages"),
                html! { p { (parts::capital(&frame.list(&languages))) } p.mute { (frame.say("modalities-languages-mean")) } },
            ),
            (
                frame.say("modalities-attribution"),
                html! { p { (parts::capital(&attribution)) "." } p.mute { (frame.say("modalities-attribution-means")) } },
            ),
            (frame.say("modalities-organizations"), html! { p.doc { (frame.text(&body.organizations)) } }),
            (frame.say("modalities-publication"), html! { p.doc { (frame.text(&body.publication)) } }),
            (frame.say("modalities-custody"), html! { p.doc { (frame.text(&body.custody)) } }),
            (frame.say("modalities-personal-data"), html! { p.doc { (frame.text(&body.personal_data)) } }),
            (
                frame.say("modalities-reply"),
                html! { @if let Some(reply) = reply { p { (frame.tell(reply)) } } },
            ),
        ]
    }

    fn scope(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="scope" {
                h2.h2 #scope { (frame.say("round-scope")) @if let Some(catalogue) = &self.catalogue { " " span.mute { (frame.text(catalogue)) } } }
                @if self.scope.is_empty() { p.mute { (frame.say("modalities-scope-none")) } }
                @else {
                    table.t.t-list {
                        caption.vh { (frame.say("round-scope")) }
                        thead { tr {
                            th scope="col" { (frame.say("modalities-paragraph")) }
                            th scope="col" { (frame.say("modalities-about")) }
                        } }
                        tbody { @for item in &self.scope { tr {
                            th scope="row" { (frame.text(&item.paragraph)) }
                            td.full { (frame.text(&item.title)) }
                        } } }
                    }
                }
            }
        }
    }
}

/// The sections and rows in scope, in the catalogue's order.
fn in_scope(catalogue: &Catalogue, scope: &[String]) -> Vec<InScope> {
    let mut found = Vec::new();
    for section in &catalogue.sections {
        let entry = |item: &str, title: &Text| InScope {
            item: item.to_owned(),
            paragraph: section.paragraph.clone(),
            title: title.clone(),
        };
        if scope.contains(&section.id) {
            found.push(entry(&section.id, &section.title));
        }
        let rows = section.rows.iter().filter(|row| scope.contains(&row.id));
        found.extend(rows.map(|row| entry(&row.id, &row.label)));
    }
    found
}

impl Screen for RoundModalities {
    fn head(&self, frame: &Frame) -> Head {
        let series = &self.series.body;
        Head {
            title: frame.say("round-modalities"),
            symbol: self.modalities.body.symbol.clone(),
            lede: Some(html! { (frame.say("modalities-lead")) }),
            crumbs: vec![
                (frame.say("series-list-title"), "/series".into()),
                (frame.words(&series.title).into(), series_address(series)),
                (frame.words(&self.round.body.title).into(), self.address()),
            ],
            part: Part::Series,
            provenance: provenance::page(frame, &self.modalities),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let points = self.points(frame);
        html! {
            dl.points {
                @for (name, value) in points.iter().filter(|(_, value)| !value.0.is_empty()) {
                    div { dt { (name) } dd { (value) } }
                }
            }
            (self.scope(frame))
            p.more { a href=(frame.link(&format!("/records/{}/history", self.modalities.record))) { (frame.say("history-title")) } }
        }
    }
}
