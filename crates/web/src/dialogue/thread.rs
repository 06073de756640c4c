//! One thread: a question, what followed it up, the replies, how it ended, and what was observed at the same place.

use super::anchored::Anchored;
use super::place::{InRound, asker, state};
use crate::answer::Screen;
use crate::furniture::frame::Frame;
use crate::furniture::linked::Linked;
use crate::furniture::model::{Item, Names, anchor, parties};
use crate::furniture::parts::party_name;
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::{PartialDate, Stamp};
use ledger::view::View;
use maud::{Markup, html};
use review::closing::Closing;
use review::observation::Observation;
use review::party::Party;
use review::question::Question;
use review::reply::Reply;
use review::round::Round;
use review::series::Series;
use review::thread::{QuestionState, Thread};
use serde::Serialize;
use words::Message;

/// The page of a thread.
#[derive(Serialize)]
pub struct OneThread {
    #[serde(flatten)]
    place: InRound,
    /// The questions; the first one began the thread.
    questions: Vec<Asked>,
    replies: Vec<Item<Reply>>,
    closings: Vec<Item<Closing>>,
    observations: Vec<Item<Observation>>,
    /// What the thread is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<RecordId>,
    /// What the State that is asked says there.
    #[serde(skip_serializing_if = "Option::is_none")]
    anchored: Option<Anchored>,
    /// Other threads at the same place.
    beside: Vec<Item<Question>>,
    parties: Names<Party>,
    linked: Linked,
}

/// A question and what became of it.
#[derive(Serialize)]
struct Asked {
    #[serde(flatten)]
    item: Item<Question>,
    state: QuestionState,
}

/// What stands in a thread, at its time.
enum Said<'a> {
    Question(&'a Asked),
    Reply(&'a Item<Reply>),
    Closing(&'a Item<Closing>),
    Observation(&'a Item<Observation>),
}

impl OneThread {
    /// What the view shows of the thread in which that question, reply or closing stands.
    pub fn look(view: &View<'_>, record: RecordId) -> Option<Self> {
        let thread = Thread::of(view, record)?;
        let round = view.find::<Round>(thread.root.body.round)?;
        let series = view.find::<Series>(round.body.series)?;
        let at = thread.root.body.at.as_ref();
        let about = at.map(|at| at.record);
        let anchored = at.map(|at| Anchored::of(view, at.record, at.item.as_deref()));
        let beside = thread.place.iter().flat_map(|place| place.questions(view));
        let beside = beside.filter(|seen| seen.record != thread.root.record).map(Item::from).collect();
        let questions: Vec<Asked> = (thread.questions())
            .map(|seen| Asked { state: QuestionState::of(view, seen.record), item: seen.clone().into() })
            .collect();
        let refers = thread.replies.iter().flat_map(|reply| reply.body.refers.clone());
        let sessions = thread.closings.iter().filter_map(|closing| closing.body.session);
        Some(OneThread {
            place: InRound { series: series.into(), round: round.into() },
            parties: parties(view, questions.iter().map(|asked| asked.item.body.to)),
            linked: Linked::of(view, about.into_iter().chain(refers).chain(sessions)),
            replies: thread.replies.into_iter().map(Item::from).collect(),
            closings: thread.closings.into_iter().map(Item::from).collect(),
            observations: thread.observations.into_iter().map(Item::from).collect(),
            questions,
            about,
            anchored,
            beside,
        })
    }

    /// Everything in the order in which it was said; a reply never stands before its question.
    fn said(&self) -> Vec<Said<'_>> {
        let mut said: Vec<((PartialDate, u8, Stamp), Said<'_>)> = Vec::new();
        said.extend(self.questions.iter().map(|one| (when(&one.item, 0), Said::Question(one))));
        said.extend(self.replies.iter().map(|one| (when(one, 1), Said::Reply(one))));
        said.extend(self.closings.iter().map(|one| (when(one, 2), Said::Closing(one))));
        said.extend(self.observations.iter().map(|one| (when(one, 3), Said::Observation(one))));
        said.sort_by_key(|(when, _)| *when);
        said.into_iter().map(|(_, said)| said).collect()
    }

    fn to(&self, frame: &Frame, asked: &Asked) -> Phrase {
        party_name(frame, &self.parties, asked.item.body.to).into()
    }

    fn draw(&self, frame: &Frame, said: &Said<'_>) -> Markup {
        match said {
            Said::Question(asked) => self.question(frame, asked),
            Said::Reply(item) => {
                let refers = html! { (self.refers(frame, &item.body.refers)) };
                entry(frame, item, "dialogue-reply", item.body.symbol.as_deref(), &item.body.words, refers)
            }
            Said::Closing(item) => self.closing(frame, item),
            Said::Observation(item) => {
                let key = "dialogue-observation";
                entry(frame, item, key, item.body.symbol.as_deref(), &item.body.words, html! {})
            }
        }
    }

    fn question(&self, frame: &Frame, asked: &Asked) -> Markup {
        let body = &asked.item.body;
        let key = if body.follows.is_some() { "dialogue-follow-up" } else { "dialogue-question" };
        let to = self.to(frame, asked);
        let also =
            html! { span { (frame.tell(Message::new("dialogue-to-state").with("state", to.clone()))) } };
        let drafted = self.replies.iter().any(|reply| reply.body.question == asked.item.record);
        html! {
            (entry(frame, &asked.item, key, body.symbol.as_deref(), &body.words, also))
            @if asked.state == QuestionState::Open && !drafted {
                li {
                    (awaited(frame, self.parties.get(&body.to)))
                    article.await {
                        p.meta {
                            span.kind { (frame.say("dialogue-reply")) } span { (to) }
                        }
                        p.mute { (state(frame, asked.state, &to, body.invited_by)) }
                    }
                }
            }
        }
    }

    fn closing(&self, frame: &Frame, item: &Item<Closing>) -> Markup {
        let body = &item.body;
        html! {
            li id=(anchor(item.record)) {
                (provenance::mark_alone(frame, item.owner))
                article class=[provenance::is_draft(item).then_some("obj obj-draft")] {
                    p.meta {
                        span.kind { (frame.say(&format!("dialogue-ending-{}", body.how.word().replace('_', "-")))) }
                        span { (provenance::owner_words(frame, item.owner)) }
                        span.mute { (frame.date(item.day())) }
                    }
                    @if let Some(note) = &body.note { p.doc { (frame.text(note)) } }
                    p.prov {
                        (provenance::audience(frame, &item.audience)) (provenance::version(frame, item))
                        @if let Some(session) = body.session { span { (self.linked.named(frame, session)) } }
                    }
                }
            }
        }
    }

    fn refers(&self, frame: &Frame, records: &[RecordId]) -> Markup {
        let seen: Vec<&RecordId> = records.iter().filter(|id| self.linked.get(**id).is_some()).collect();
        html! { @if !seen.is_empty() {
            span {
                (frame.say("dialogue-refers")) ": "
                @for (index, record) in seen.iter().enumerate() { @if index > 0 { ", " } (self.linked.named(frame, **record)) }
            }
        } }
    }

    /// What the thread is about, and the other threads at the same place.
    fn about(&self, frame: &Frame) -> Markup {
        let link = self.about.and_then(|about| Some((about, self.linked.get(about)?)));
        html! {
            section.answers aria-labelledby="about" {
                h2.h2 #about { (frame.say("dialogue-about")) }
                @match link {
                    Some((record, link)) => {
                        p.doc { @match &link.title {
                            Some(title) => (self.linked.around(frame, record, frame.text(title))),
                            None => (self.linked.named(frame, record)),
                        } }
                    },
                    None => p.mute { (frame.say("dialogue-about-nothing")) },
                }
                @if let Some(anchored) = &self.anchored { (anchored.draw(frame)) }
                @if !self.beside.is_empty() {
                    h3.axis { (frame.say("dialogue-beside")) }
                    ul.list { @for item in &self.beside {
                        li {
                            a href=(frame.link(&format!("/threads/{}", item.record))) {
                                @if let Some(symbol) = &item.body.symbol { (symbol) " " } (frame.text(&item.body.words))
                            }
                            p.prov { (asker(frame, item.owner)) (provenance::audience(frame, &item.audience)) (provenance::version(frame, item)) }
                        }
                    } }
                }
                p.caveat { (frame.say("dialogue-rule")) }
            }
        }
    }
}

/// When it was said, then by rank.
fn when<B>(item: &Item<B>, rank: u8) -> (PartialDate, u8, Stamp) {
    (item.day(), rank, item.at)
}

/// The mark of the State from which a reply may come.
fn awaited(frame: &Frame, party: Option<&Item<Party>>) -> Markup {
    match party.filter(|party| frame.owners.contains_key(&party.owner)) {
        Some(party) => provenance::mark_alone(frame, party.owner),
        None => html! { span.own {} },
    }
}

/// One thing that was said: by whom, when, the words, who reads it and in which version.
fn entry<B>(
    frame: &Frame,
    item: &Item<B>,
    kind: &'static str,
    symbol: Option<&str>,
    words: &Text,
    also: Markup,
) -> Markup {
    html! {
        li id=(anchor(item.record)) {
            (provenance::mark_alone(frame, item.owner))
            article class=[provenance::is_draft(item).then_some("obj obj-draft")] {
                p.meta {
                    span.kind { (frame.say(kind)) }
                    @if let Some(symbol) = symbol { span.sym { (symbol) } }
                    span { (super::place::asker_words(frame, item.owner)) }
                    span.mute { (frame.date(item.day())) }
                }
                p.doc { (frame.text(words)) }
                p.prov {
                    (provenance::audience(frame, &item.audience)) (also) (provenance::version(frame, item))
                }
            }
        }
    }
}

impl Screen for OneThread {
    fn head(&self, frame: &Frame) -> Head {
        // Invariant: a thread is never without its first question.
        let root = &self.questions[0];
        let to = self.to(frame, root);
        let mut crumbs = self.place.crumbs(frame);
        crumbs.push((frame.say("dialogue-questions"), format!("{}/questions", self.place.address())));
        Head {
            title: frame.tell(Message::new("dialogue-question-to").with("state", to.clone())),
            symbol: root.item.body.symbol.clone(),
            lede: Some(html! { (state(frame, root.state, &to, root.item.body.invited_by)) }),
            crumbs,
            part: Part::Submissions,
            provenance: html! {
                (asker(frame, root.item.owner))
                (provenance::audience(frame, &root.item.audience))
                (provenance::version(frame, &root.item))
                (provenance::way_to_share(frame, &root.item))
            },
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            div.cols.cols-2.rev {
                (self.about(frame))
                section aria-labelledby="thread" {
                    h2.h2 #thread { (frame.say("dialogue-thread")) }
                    ol.thread { @for said in self.said() { (self.draw(frame, &said)) } }
                }
            }
        }
    }
}
