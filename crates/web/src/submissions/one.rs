//! One national submission: its five parts, and below them, where a catalogue is in scope, the matrix on one screen.

use super::found::Found;
use super::matrix::Matrix;
use super::picture::{Picture, rows_in_scope};
use crate::answer::Screen;
use crate::furniture::attached::Attached;
use crate::furniture::frame::Frame;
use crate::furniture::linked::Linked;
use crate::furniture::model::{Item, anchor, items_about};
use crate::furniture::phrase::Phrase;
use crate::furniture::shell::{Head, Part};
use crate::furniture::{parts, provenance};
use ledger::view::{Seen, View};
use maud::{Markup, html};
use review::answer::Answer;
use review::catalogue::Catalogue;
use review::modalities::Modalities;
use review::part::{Part as LightPart, PartWord};
use review::round::Round;
use review::submission::Submission;
use review::thread::order;
use serde::Serialize;
use std::collections::BTreeMap;
use words::Message;

/// The page of a submission.
#[derive(Serialize)]
pub struct OneSubmission {
    #[serde(flatten)]
    found: Found,
    /// The round of the submission that this one starts from.
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Item<Round>>,
    parts: Vec<Item<LightPart>>,
    /// The submission names it; programs read it once, at its own address.
    #[serde(skip)]
    catalogue: Option<Item<Catalogue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modalities: Option<Item<Modalities>>,
    /// The answers by row.
    answers: BTreeMap<String, Item<Answer>>,
    /// Whether the State has a submission to the last round whose matrix can be compared.
    compares: bool,
    linked: Linked,
    #[serde(flatten)]
    files: Attached,
    /// For its own delegation only.
    #[serde(skip_serializing_if = "Option::is_none")]
    own: Option<Picture>,
}

impl OneSubmission {
    /// What the view shows of that submission.
    pub fn look(view: &View<'_>, series: &str, round: &str, label: &str) -> Option<Self> {
        let found = Found::at(view, series, round, label)?;
        let body = &found.submission.body;
        let record = found.record();
        let catalogue = body.catalogue.and_then(|catalogue| view.find::<Catalogue>(catalogue));
        let modalities = Modalities::of_round(view, found.round.record);
        let since = body.since.and_then(|since| view.find::<Submission>(since));
        let mut parts: Vec<Item<LightPart>> = items_about(view, record);
        parts.retain(|part| part.body.submission == record);
        parts.sort_by_key(|part| part.body.part);
        let answers = answers(view, &found);
        let rows = catalogue.iter().flat_map(|catalogue| {
            let modalities = modalities.as_ref().map(|modalities| &*modalities.body);
            rows_in_scope(&found, modalities, &catalogue.body).into_iter().flat_map(|(_, rows)| rows)
        });
        Some(OneSubmission {
            own: Picture::of(view, &found, rows, &answers),
            linked: Linked::of(view, parts.iter().flat_map(|part| part.body.refers.iter().copied())),
            compares: since.as_ref().is_some_and(|since| since.body.catalogue.is_some()),
            since: since.and_then(|since| view.find::<Round>(since.body.round)).map(Item::from),
            answers: answers.into_iter().map(|(row, answer)| (row, answer.into())).collect(),
            modalities: modalities.map(Item::from),
            catalogue: catalogue.map(Item::from),
            files: Attached::look(view, record)?,
            parts,
            found,
        })
    }

    fn since_words(&self, frame: &Frame) -> Option<String> {
        self.since.as_ref().map(|round| short_title(frame, &round.body).into())
    }

    /// The five parts, each a line.
    fn light(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="light" {
                h2.h2 #light {
                    (frame.say("submissions-parts")) " "
                    span.mute { (frame.say("submissions-parts-note")) }
                    @if self.catalogue.is_some() { a.end href="#matrix" { (frame.say("submissions-to-matrix")) } }
                }
                @if self.parts.is_empty() {
                    (parts::empty(&frame.say("submissions-parts-none"), &frame.say("submissions-parts-none-why")))
                } @else {
                    table.t.t-list {
                        caption.vh { (frame.say("submissions-parts")) }
                        thead { tr {
                            th scope="col" { (frame.say("submissions-part")) }
                            th scope="col" { (frame.say("submissions-brief")) }
                            th scope="col" { (frame.say("submissions-read-by")) }
                            th scope="col" { (frame.say("submissions-version")) }
                        } }
                        tbody { @for part in &self.parts { (self.part(frame, part)) } }
                    }
                }
                @if let Some(note) = &self.found.submission.body.note { p.note { (frame.text(note)) } }
            }
        }
    }

    fn part(&self, frame: &Frame, part: &Item<LightPart>) -> Markup {
        let address = format!("{}/parts/{}", self.found.address(), part.body.part.word());
        html! {
            tr id=(anchor(part.record)) {
                th.what scope="row" {
                    a href=(frame.link(&address)) { (part_title(frame, part.body.part, self.since_words(frame).as_deref())) }
                }
                td.full {
                    (frame.text(&part.body.brief))
                    @if !part.body.refers.is_empty() {
                        span.sub { (named_list(frame, &self.linked, &part.body.refers)) }
                    }
                }
                td { (provenance::audience(frame, &part.audience)) }
                td { (provenance::version(frame, part)) }
            }
        }
    }

    fn matrix(&self, frame: &Frame) -> Markup {
        let Some(catalogue) = &self.catalogue else { return html! {} };
        let modalities = self.modalities.as_ref().map(|modalities| &*modalities.body);
        Matrix {
            sections: rows_in_scope(&self.found, modalities, &catalogue.body),
            catalogue: &catalogue.body,
            answers: &self.answers,
            own: self.own.as_ref(),
            since: self.since_words(frame).filter(|_| self.compares),
            found: &self.found,
        }
        .draw(frame)
    }

    fn has_drafts(&self) -> bool {
        self.parts.iter().any(provenance::is_draft)
            || self.own.as_ref().is_some_and(|own| !own.drafts.is_empty())
    }
}

/// The answers of a submission by row.
fn answers(view: &View<'_>, found: &Found) -> BTreeMap<String, Seen<Answer>> {
    let mut answers: Vec<Seen<Answer>> = (view.about::<Answer>(found.record()))
        .filter(|answer| answer.body.submission == found.record())
        .collect();
    answers.sort_by_key(|answer| order(&answer.facts));
    answers.into_iter().map(|answer| (answer.body.item.clone(), answer)).collect()
}

/// Records by symbol or title, each a link.
pub(super) fn named_list(frame: &Frame, linked: &Linked, records: &[ledger::id::RecordId]) -> Markup {
    let seen: Vec<_> = records.iter().filter(|record| linked.get(**record).is_some()).collect();
    html! { @for (index, record) in seen.iter().enumerate() { @if index > 0 { ", " } (linked.named(frame, **record)) } }
}

/// "Highfield 2023": the place and the year of a round where both are known, else its title.
pub(super) fn short_title(frame: &Frame, round: &Round) -> Phrase {
    let place = round.place.as_ref().and_then(|place| place.name.as_ref());
    match (place, round.begins()) {
        (Some(place), Some(begins)) => {
            let year = words::Arg::Year(begins.year());
            frame.tell(
                Message::new("submissions-round-short").with("place", frame.words(place)).with("year", year),
            )
        }
        _ => frame.words(&round.title).into(),
    }
}

/// What a part is called, with its number; the first says since when, where that is known.
pub(super) fn part_title(frame: &Frame, part: PartWord, since: Option<&str>) -> Phrase {
    let number = PartWord::ALL.iter().position(|one| *one == part).unwrap_or_default() + 1;
    let title = match (part, since) {
        (PartWord::Changed, Some(since)) => {
            frame.tell(Message::new("submissions-part-since").with("round", since))
        }
        _ => frame.say(&format!("submissions-part-{}", part.word())),
    };
    format!("{number}. {title}").into()
}

impl Screen for OneSubmission {
    fn head(&self, frame: &Frame) -> Head {
        let state = self.found.state(frame);
        Head {
            title: frame.tell(Message::new("submissions-of-state").with("state", state.clone())),
            symbol: self.found.submission.body.symbol.clone(),
            lede: None,
            crumbs: self.found.crumbs(frame),
            part: Part::Submissions,
            provenance: html! {
                (provenance::page(frame, &self.found.submission))
                @if self.own.is_some() && self.has_drafts() {
                    span.rel.rel-draft { (frame.tell(Message::new("submissions-drafts-of").with("state", state))) }
                }
            },
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let since = self.since_words(frame).filter(|_| self.compares);
        html! {
            @if let Some(own) = &self.own {
                (own.figures(frame, &self.found, since.as_deref(), self.catalogue.is_some()))
            }
            (self.light(frame))
            (self.files.section(frame))
            (self.matrix(frame))
            @if self.catalogue.is_none() { p.caveat { (frame.say("submissions-no-matrix")) " " (frame.say("submissions-not-a-measure")) } }
        }
    }
}
