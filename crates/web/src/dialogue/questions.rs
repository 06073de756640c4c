//! The questions of a round: to whom, at which item, and what became of each.

use super::place::{InRound, asker, asker_words, rank, state, word};
use crate::answer::Screen;
use crate::furniture::csv::Sheet;
use crate::furniture::frame::Frame;
use crate::furniture::linked::Linked;
use crate::furniture::listing::{self, Choice, Column, Listing, chosen, filters};
use crate::furniture::model::{Item, Names, parties};
use crate::furniture::parts::party_name;
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::id::RecordId;
use ledger::view::View;
use maud::{Markup, html};
use review::part::PartWord;
use review::party::Party;
use review::question::Question;
use review::thread::{QuestionState, Thread, order};
use serde::Serialize;
use std::collections::BTreeSet;
use words::Message;

/// The page of a round's questions.
#[derive(Serialize)]
pub struct Questions {
    #[serde(flatten)]
    place: InRound,
    questions: Vec<Asked>,
    parties: Names<Party>,
    linked: Linked,
}

/// A question, what became of it, and what it is about: a follow-up is about what its thread is about.
#[derive(Serialize)]
struct Asked {
    #[serde(flatten)]
    item: Item<Question>,
    state: QuestionState,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<RecordId>,
    /// The word of the place in the address of a filter.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
}

impl Questions {
    /// What the view shows of that round's questions.
    pub fn look(view: &View<'_>, series: &str, round: &str) -> Option<Self> {
        let place = InRound::at(view, series, round)?;
        let round = place.round.record;
        let mut seen: Vec<_> =
            view.about::<Question>(round).filter(|seen| seen.body.round == round).collect();
        seen.sort_by_key(|seen| order(&seen.facts));
        let questions: Vec<Asked> = seen
            .into_iter()
            .map(|seen| {
                let root = Thread::root(view, seen.record).and_then(|root| view.find::<Question>(root));
                let anchor = seen.body.at.clone().or_else(|| root?.body.at.clone());
                Asked {
                    state: QuestionState::of(view, seen.record),
                    about: anchor.as_ref().map(|anchor| anchor.record),
                    at: anchor.as_ref().map(|anchor| word(view, anchor)),
                    item: seen.into(),
                }
            })
            .collect();
        Some(Questions {
            parties: parties(view, questions.iter().map(|asked| asked.item.body.to)),
            linked: Linked::of(view, questions.iter().filter_map(|asked| asked.about)),
            questions,
            place,
        })
    }

    fn to(&self, frame: &Frame, asked: &Asked) -> &str {
        party_name(frame, &self.parties, asked.item.body.to)
    }

    /// The rows that the filters leave.
    fn rows(&self, frame: &Frame) -> Vec<&Asked> {
        let label =
            |asked: &Asked| self.parties.get(&asked.item.body.to).map(|party| party.body.label.clone());
        let to = chosen(frame, "to");
        let at = chosen(frame, "item");
        let state = chosen(frame, "state");
        (self.questions.iter())
            .filter(|asked| to.is_none_or(|to| label(asked).as_deref() == Some(to)))
            .filter(|asked| at.is_none_or(|at| asked.at.as_deref() == Some(at)))
            .filter(|asked| state.is_none_or(|state| asked.state.word() == state))
            .collect()
    }

    fn choices(&self, frame: &Frame) -> [Vec<Choice>; 3] {
        let parties =
            frame.in_order(self.parties.values().collect(), |party| frame.words(&party.body.name).to_owned());
        let to = |party: &Item<Party>| (party.body.label.clone(), frame.words(&party.body.name).into());
        let mut at: Vec<Choice> = Vec::new();
        for asked in &self.questions {
            let (Some(word), Some(about)) = (&asked.at, asked.about) else { continue };
            if at.iter().all(|(known, _)| known != word) {
                at.push((word.clone(), self.about_words(frame, asked, about)));
            }
        }
        at.retain(|(_, words)| !words.is_empty());
        let states: BTreeSet<QuestionState> = self.questions.iter().map(|asked| asked.state).collect();
        let state = |state: QuestionState| {
            (
                state.word().to_owned(),
                frame.say(&format!("dialogue-state-{}", state.word().replace('_', "-"))),
            )
        };
        [
            parties.into_iter().map(to).collect(),
            frame.in_order(at, |(_, words)| words.clone()),
            states.into_iter().map(state).collect(),
        ]
    }

    /// The row, the part or the title of what a question is about.
    fn about_words(&self, frame: &Frame, asked: &Asked, about: RecordId) -> Phrase {
        if let Some(part) = asked.at.as_deref().and_then(PartWord::from_word) {
            return frame.say(&format!("submissions-part-{}", part.word()));
        }
        let title = self.linked.get(about).and_then(|link| link.title.as_ref());
        title.map(|title| frame.words(title).into()).unwrap_or_default()
    }

    fn listing<'a>(&'a self, frame: &'a Frame) -> Listing<'a, &'a Asked> {
        let told =
            move |asked: &Asked| state(frame, asked.state, self.to(frame, asked), asked.item.body.invited_by);
        let symbol = |asked: &Asked| asked.item.body.symbol.clone().unwrap_or_default();
        Listing {
            marking: listing::marked(|row: &&Asked| Some(&row.item)),
            name: "questions",
            caption: frame.say("dialogue-questions"),
            columns: vec![
                Column::drawn(
                    "question",
                    frame.say("dialogue-question"),
                    move |asked: &&Asked| question(frame, asked),
                    move |asked| format!("{} {}", symbol(asked), frame.words(&asked.item.body.words)),
                )
                .naming(),
                Column::drawn(
                    "by",
                    frame.say("dialogue-by"),
                    move |asked: &&Asked| asker(frame, asked.item.owner),
                    move |asked| asker_words(frame, asked.item.owner),
                ),
                Column::words("to", frame.say("dialogue-to"), move |asked: &&Asked| self.to(frame, asked)),
                Column::drawn(
                    "about",
                    frame.say("dialogue-about"),
                    move |asked: &&Asked| self.about(frame, asked),
                    move |asked| {
                        asked.about.map(|about| self.about_words(frame, asked, about)).unwrap_or_default()
                    },
                ),
                Column::words("state", frame.say("dialogue-state"), move |asked: &&Asked| told(asked)),
                Column::drawn(
                    "put",
                    frame.say("dialogue-put"),
                    move |asked: &&Asked| html! { span.nb { (frame.date_short(asked.item.day())) } },
                    move |asked| frame.date_short(asked.item.day()),
                )
                .ranked(|asked| rank(asked.item.day())),
                Column::drawn(
                    "readers",
                    frame.say("dialogue-read-by"),
                    move |asked: &&Asked| {
                        html! {
                            (provenance::audience(frame, &asked.item.audience))
                            @if provenance::is_draft(&asked.item) { " " (provenance::version(frame, &asked.item)) }
                        }
                    },
                    move |asked| provenance::audience_words(frame, &asked.item.audience),
                ),
            ],
            rows: self.rows(frame),
            empty: (frame.say("dialogue-questions-none"), frame.say("dialogue-questions-none-why")),
        }
    }

    fn about(&self, frame: &Frame, asked: &Asked) -> Markup {
        let Some(record) = asked.about else { return html! {} };
        self.linked.around(frame, record, html! { (self.about_words(frame, asked, record)) })
    }
}

/// The question with its symbol, linked to its thread.
fn question(frame: &Frame, asked: &Asked) -> Markup {
    let body = &asked.item.body;
    html! {
        @if let Some(symbol) = &body.symbol { span.sym-s { (symbol) } " " }
        @if body.follows.is_some() { span.mute.small { (frame.say("dialogue-follow-up")) ". " } }
        a.wordy href=(frame.link(&format!("/threads/{}", asked.item.record))) { (frame.text(&body.words)) }
    }
}

impl Screen for Questions {
    fn head(&self, frame: &Frame) -> Head {
        let title = frame.words(&self.place.round.body.title);
        Head {
            title: frame.tell(Message::new("dialogue-questions-of").with("round", title)),
            symbol: Some(self.place.round.body.symbol.clone()),
            lede: Some(html! { (frame.say("dialogue-questions-lead")) }),
            crumbs: self.place.crumbs(frame),
            part: Part::Submissions,
            provenance: provenance::readable(frame),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let [to, at, states] = self.choices(frame);
        let fields = [
            ("to", frame.say("dialogue-to"), to),
            ("item", frame.say("dialogue-about"), at),
            ("state", frame.say("dialogue-state"), states),
        ];
        html! {
            @if !self.questions.is_empty() { (filters(frame, &fields)) }
            (self.listing(frame).draw(frame))
            p.more { a href=(frame.link(&format!("{}/observations", self.place.address()))) { (frame.say("dialogue-to-observations")) } }
            p.caveat { (frame.say("dialogue-rule")) }
        }
    }

    fn table(&self, frame: &Frame) -> Option<Sheet> {
        Some(self.listing(frame).sheet(frame))
    }
}
