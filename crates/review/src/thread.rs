//! A thread: a question with what followed it, and what became of it. Both are folds over what the reader sees; nothing of
//! it is stored. A draft is no reply, and nobody learns from a state that there is one.

use crate::anchor::Anchor;
use crate::answer::Answer;
use crate::closing::{Closing, Ending};
use crate::observation::Observation;
use crate::question::Question;
use crate::reply::Reply;
use crate::shared::shared;
use crate::word::stable_words;
use ledger::id::{Kind, RecordId};
use ledger::time::{PartialDate, Stamp};
use ledger::view::{Facts, Seen, View};

stable_words! {
    /// What became of a question.
    QuestionState {
        /// It was not put yet: only those who write it read it.
        Draft => "draft",
        /// It is on the list of the State that is asked.
        Open => "open",
        /// A reply was shared.
        Replied => "replied",
        /// It was answered orally in a session.
        Orally => "orally",
        /// The round ended without a reply.
        NoReply => "no_reply",
        /// Who asked withdrew it.
        Withdrawn => "withdrawn",
    }
}

impl QuestionState {
    /// What became of a question, as far as the reader may know. A written reply stands, whatever was closed before it.
    pub fn of(view: &View<'_>, question: RecordId) -> Self {
        let found = view.find::<Question>(question).filter(|_| shared::<Question>(view, question).is_some());
        let Some(question) = found else { return QuestionState::Draft };
        let closing = Closing::of(view, &question)
            .filter_map(|closing| shared::<Closing>(view, closing.record))
            .max_by_key(|(facts, _)| order(facts));
        let replied = Reply::of(view, &question).any(|reply| shared::<Reply>(view, reply.record).is_some());
        match closing.map(|(_, closing)| closing.how) {
            Some(Ending::Withdrawn) => QuestionState::Withdrawn,
            _ if replied => QuestionState::Replied,
            Some(Ending::Orally) => QuestionState::Orally,
            Some(Ending::NoReply) => QuestionState::NoReply,
            None => QuestionState::Open,
        }
    }
}

/// When something was said: the day it speaks for, then its owner's stamp.
pub fn order(facts: &Facts) -> (PartialDate, Stamp) {
    (facts.stated_at.unwrap_or_else(|| PartialDate::of(facts.at.day())), facts.at)
}

/// The place that an anchor names: an answer is its row in the submission, however it is anchored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The record: a submission for whatever is about a row.
    pub record: RecordId,
    /// The row.
    pub item: Option<String>,
}

impl Place {
    /// The place of an anchor.
    pub fn of(view: &View<'_>, anchor: &Anchor) -> Self {
        match view.find::<Answer>(anchor.record) {
            Some(answer) => Place { record: answer.body.submission, item: Some(answer.body.item.clone()) },
            None => Place { record: anchor.record, item: anchor.item.clone() },
        }
    }

    /// Whether an anchor names this place.
    pub fn is(&self, view: &View<'_>, anchor: Option<&Anchor>) -> bool {
        anchor.is_some_and(|anchor| Place::of(view, anchor) == *self)
    }

    /// The questions at this place that begin a thread, in the order in which they were put.
    pub fn questions(&self, view: &View<'_>) -> Vec<Seen<Question>> {
        let mut found: Vec<Seen<Question>> = (self.records(view).into_iter())
            .flat_map(|record| view.about::<Question>(record).collect::<Vec<_>>())
            .filter(|seen| seen.body.follows.is_none() && self.is(view, seen.body.at.as_ref()))
            .collect();
        tidied(&mut found);
        found
    }

    /// The observations at this place.
    pub fn observations(&self, view: &View<'_>) -> Vec<Seen<Observation>> {
        let mut found: Vec<Seen<Observation>> = (self.records(view).into_iter())
            .flat_map(|record| view.about::<Observation>(record).collect::<Vec<_>>())
            .filter(|seen| self.is(view, seen.body.at.as_ref()))
            .collect();
        tidied(&mut found);
        found
    }

    /// What an anchor at this place may name: the record, and for a row its answer.
    fn records(&self, view: &View<'_>) -> Vec<RecordId> {
        let answer = self.item.as_ref().and_then(|item| Answer::at(view, self.record, item));
        std::iter::once(self.record).chain(answer.map(|answer| answer.record)).collect()
    }
}

/// Each once, in the order in which they were said.
fn tidied<B>(found: &mut Vec<Seen<B>>) {
    found.sort_by_key(|seen| (order(&seen.facts), seen.record));
    found.dedup_by_key(|seen| seen.record);
}

/// A thread as far as the reader sees it.
pub struct Thread {
    /// The question that began it.
    pub root: Seen<Question>,
    /// What it is about.
    pub place: Option<Place>,
    /// The questions that follow it up.
    pub follow_ups: Vec<Seen<Question>>,
    /// The replies.
    pub replies: Vec<Seen<Reply>>,
    /// How questions ended without a written reply.
    pub closings: Vec<Seen<Closing>>,
    /// The observations at the same place.
    pub observations: Vec<Seen<Observation>>,
}

impl Thread {
    /// The thread of a question, a reply or a closing.
    pub fn of(view: &View<'_>, record: RecordId) -> Option<Thread> {
        let root = view.find::<Question>(Thread::root(view, record)?)?;
        let mut questions: Vec<Seen<Question>> = vec![root.clone()];
        let mut next = 0;
        while let Some(question) = questions.get(next).map(|seen| seen.record) {
            let after: Vec<_> = (view.about::<Question>(question))
                .filter(|seen| seen.body.follows == Some(question))
                .filter(|seen| questions.iter().all(|known| known.record != seen.record))
                .collect();
            questions.extend(after);
            next += 1;
        }
        let replies = questions.iter().flat_map(|question| Reply::of(view, question)).collect();
        let closings = questions.iter().flat_map(|question| Closing::of(view, question)).collect();
        let mut follow_ups = questions.split_off(1);
        tidied(&mut follow_ups);
        let place = root.body.at.as_ref().map(|anchor| Place::of(view, anchor));
        Some(Thread {
            replies,
            closings,
            observations: place.as_ref().map(|place| place.observations(view)).unwrap_or_default(),
            place,
            follow_ups,
            root,
        })
    }

    /// The question at which a thread begins, from any question, reply or closing in it.
    pub fn root(view: &View<'_>, record: RecordId) -> Option<RecordId> {
        let (_, kind) = view.whose(record)?;
        let mut root = question_of(view, record, &kind)?;
        // Follow-ups of follow-ups are few; a circle is left after as many steps.
        for _ in 0..64 {
            match view.find::<Question>(root)?.body.follows.filter(|id| view.find::<Question>(*id).is_some())
            {
                Some(before) => root = before,
                None => break,
            }
        }
        Some(root)
    }

    /// All its questions, the first one first.
    pub fn questions(&self) -> impl Iterator<Item = &Seen<Question>> {
        std::iter::once(&self.root).chain(&self.follow_ups)
    }
}

fn question_of(view: &View<'_>, record: RecordId, kind: &Kind) -> Option<RecordId> {
    use ledger::content::Body;
    match kind.as_str() {
        Question::KIND => Some(record),
        Reply::KIND => Some(view.find::<Reply>(record)?.body.question),
        Closing::KIND => Some(view.find::<Closing>(record)?.body.question),
        _ => None,
    }
}

/// The questions of a round that are on the list of a State or organization.
pub fn on_the_list(view: &View<'_>, round: RecordId, party: RecordId) -> Vec<Seen<Question>> {
    (view.about::<Question>(party))
        .filter(|seen| seen.body.to == party && seen.body.round == round)
        .filter(|seen| QuestionState::of(view, seen.record) == QuestionState::Open)
        .collect()
}
