//! One part of a light submission as a document, language beside language.

use super::found::Found;
use super::one::{part_title, short_title};
use crate::answer::Screen;
use crate::furniture::attached::Attached;
use crate::furniture::frame::Frame;
use crate::furniture::linked::Linked;
use crate::furniture::model::{Item, items_about};
use crate::furniture::phrase::Phrase;
use crate::furniture::shell::{Head, Part};
use crate::furniture::worth::worth;
use crate::furniture::{parts, provenance};
use ledger::text::{Text, Wording};
use ledger::view::View;
use maud::{Markup, html};
use review::observation::Observation;
use review::part::{Part as LightPart, PartWord};
use review::question::Question;
use review::round::Round;
use review::submission::Submission;
use review::thread::Place;
use serde::Serialize;
use words::Message;

/// The page of a part.
#[derive(Serialize)]
pub struct OnePart {
    #[serde(flatten)]
    found: Found,
    part: Item<LightPart>,
    /// The parts that the reader may see, in their order.
    parts: Vec<PartWord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Item<Round>>,
    questions: Vec<Item<Question>>,
    observations: Vec<Item<Observation>>,
    #[serde(flatten)]
    files: Attached,
    linked: Linked,
}

impl OnePart {
    /// What the view shows of that part.
    pub fn look(view: &View<'_>, series: &str, round: &str, label: &str, part: &str) -> Option<Self> {
        let found = Found::at(view, series, round, label)?;
        let word = PartWord::from_word(part)?;
        let mut all: Vec<Item<LightPart>> = items_about(view, found.record());
        all.retain(|part| part.body.submission == found.record());
        all.sort_by_key(|part| part.body.part);
        let parts = all.iter().map(|part| part.body.part).collect();
        let part = all.into_iter().find(|part| part.body.part == word)?;
        let place = Place { record: part.record, item: None };
        let since = found.submission.body.since.and_then(|since| view.find::<Submission>(since));
        Some(OnePart {
            linked: Linked::of(view, part.body.refers.iter().copied()),
            since: since.and_then(|since| view.find::<Round>(since.body.round)).map(Item::from),
            questions: place.questions(view).into_iter().map(Item::from).collect(),
            observations: place.observations(view).into_iter().map(Item::from).collect(),
            files: Attached::look(view, part.record)?,
            parts,
            part,
            found,
        })
    }

    fn title(&self, frame: &Frame, part: PartWord) -> Phrase {
        let since = self.since.as_ref().map(|round| short_title(frame, &round.body));
        part_title(frame, part, since.as_deref())
    }

    /// The languages of the text: the page's first, then the others.
    fn languages(&self, frame: &Frame) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        for text in &self.part.body.paragraphs {
            for (tag, _) in text.wordings.iter() {
                if !tags.contains(tag) {
                    tags.push(tag.clone());
                }
            }
        }
        tags.sort_by_key(|tag| (tag != frame.language.tag(), tag.clone()));
        tags.truncate(2);
        tags
    }

    fn text(&self, frame: &Frame) -> Markup {
        let tags = self.languages(frame);
        html! {
            section.text aria-labelledby="words" {
                h2.vh #words { (frame.say("submissions-text")) }
                div.para.para-h.para-1[tags.len() < 2] {
                    span {}
                    @for tag in &tags { span { (parts::capital(&parts::language(frame, tag))) } }
                }
                @for (index, paragraph) in self.part.body.paragraphs.iter().enumerate() {
                    div.para.para-1[tags.len() < 2] {
                        p.n { (index + 1) "." }
                        @for tag in &tags { div { (wording(frame, paragraph, tag)) } }
                    }
                }
            }
        }
    }

    fn dialogue(&self, frame: &Frame) -> Markup {
        if self.questions.is_empty() && self.observations.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="dialogue" {
                h2.h2 #dialogue { (frame.say("submissions-dialogue")) }
                ul.list {
                    @for item in &self.questions {
                        li {
                            a href=(frame.link(&format!("/threads/{}", item.record))) {
                                @if let Some(symbol) = &item.body.symbol { (symbol) " " } (frame.text(&item.body.words))
                            }
                            p.prov { (provenance::head(frame, item)) }
                        }
                    }
                    @for item in &self.observations {
                        li {
                            @if let Some(symbol) = &item.body.symbol { b { (symbol) } " " }
                            (frame.text(&item.body.words))
                            p.prov { (provenance::head(frame, item)) }
                        }
                    }
                }
            }
        }
    }

    fn neighbours(&self, frame: &Frame) -> Markup {
        let here = self.parts.iter().position(|part| *part == self.part.body.part).unwrap_or_default();
        let before = here.checked_sub(1).map(|before| self.parts[before]);
        let after = self.parts.get(here + 1).copied();
        let link = |part: PartWord, rel: &str| {
            let address = format!("{}/parts/{}", self.found.address(), part.word());
            html! { a rel=(rel) href=(frame.link(&address)) { (self.title(frame, part)) } }
        };
        html! {
            nav.pn aria-label=(frame.say("submissions-parts")) {
                @if let Some(before) = before { (link(before, "prev")) } @else { span {} }
                @if let Some(after) = after { (link(after, "next")) }
            }
        }
    }
}

/// A paragraph in one language, with what the words are worth; told where there are none.
fn wording(frame: &Frame, text: &Text, tag: &str) -> Markup {
    let found: Option<&Wording> = text.wordings.get(tag);
    html! {
        @match found {
            Some(wording) => {
                p.doc lang=(tag) { (wording.words) }
                (worth(frame, text, tag, wording.state))
            },
            None => p.small.mute { (frame.say("submissions-not-in-language")) },
        }
    }
}

impl Screen for OnePart {
    fn head(&self, frame: &Frame) -> Head {
        let state = self.found.state(frame);
        let mut crumbs = self.found.crumbs(frame);
        crumbs.push((
            frame.tell(Message::new("submissions-of-state").with("state", state)),
            self.found.address(),
        ));
        Head {
            title: self.title(frame, self.part.body.part),
            symbol: self.found.submission.body.symbol.clone(),
            lede: Some(frame.text(&self.part.body.brief).markup()),
            crumbs,
            part: Part::Submissions,
            provenance: html! {
                (provenance::page(frame, &self.part)) (self.found.marking(frame, self.part.marking.as_ref()))
            },
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let refers: Vec<_> =
            self.part.body.refers.iter().filter(|id| self.linked.get(**id).is_some()).collect();
        html! {
            @if self.part.body.paragraphs.is_empty() {
                (parts::empty(&frame.say("submissions-text-none"), &frame.say("submissions-text-none-why")))
            } @else { (self.text(frame)) }
            @if !refers.is_empty() {
                section aria-labelledby="refers" {
                    h2.h2 #refers { (frame.say("submissions-refers")) }
                    ul.list { @for record in refers {
                        @let link = self.linked.get(*record);
                        li {
                            (self.linked.named(frame, *record))
                            @if let Some((Some(_), Some(title))) = link.map(|link| (&link.symbol, &link.title)) { " " (frame.text(title)) }
                        }
                    } }
                }
            }
            (self.files.section(frame))
            (self.dialogue(frame))
            (self.neighbours(frame))
        }
    }
}
