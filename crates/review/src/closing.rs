//! A closing: how a question ended without a written reply. To say nothing is no fault; the record only says what was.

use crate::actor::Role;
use crate::check;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::question::Question;
use crate::refusal::Refusal;
use crate::round::Round;
use crate::session::Session;
use crate::source::say;
use crate::word::stable_words;
use ledger::content::Body;
use ledger::id::{OwnerId, RecordId};
use ledger::text::Text;
use ledger::view::{Seen, View};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a question ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// The question.
    pub question: RecordId,
    /// How it ended.
    pub how: Ending,
    /// The session in which it was answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<RecordId>,
    /// What else should be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

stable_words! {
    /// How a question ended.
    Ending {
        /// It was answered orally in a session.
        Orally => "orally",
        /// The round ended without a reply.
        NoReply => "no_reply",
        /// Who asked withdrew it.
        Withdrawn => "withdrawn",
    }
}

impl Body for Closing {
    const KIND: &'static str = "review.closing";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.question);
        self.session.into_iter().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        self.note.iter().for_each(|note| say(note, found));
    }
}

impl Noun for Closing {
    const WRITERS: &'static [Role] = &[Role::Coordinator, Role::Organizer, Role::Chair];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let question = check::found::<Question>(view, self.question, "body/question")?;
        if !self.may_be_said_by(view, &question, beside.actor.owner) {
            return Err(Refusal::new("refusal-not-yours").at("body/question"));
        }
        self.session.map_or(Ok(()), |session| check::refers::<Session>(view, session, "body/session"))?;
        check::maybe_text(self.note.as_ref(), check::PARAGRAPH, "body/note")
    }
}

impl Closing {
    /// Who asked withdraws; that it was answered orally, or ended without a reply, the round may say too, and who was
    /// asked.
    fn may_be_said_by(&self, view: &View<'_>, question: &Seen<Question>, owner: OwnerId) -> bool {
        let asked = || view.find::<Party>(question.body.to).map(|party| party.owner.id);
        let round = || view.find::<Round>(question.body.round).map(|round| round.owner.id);
        question.owner.id == owner
            || self.how != Ending::Withdrawn && (asked() == Some(owner) || round() == Some(owner))
    }

    /// The closings of a question by those who may say so, whoever else wrote one elsewhere.
    pub fn of<'v>(
        view: &'v View<'v>,
        question: &'v Seen<Question>,
    ) -> impl Iterator<Item = Seen<Closing>> + 'v {
        (view.about::<Closing>(question.record))
            .filter(|seen| seen.body.question == question.record)
            .filter(|seen| seen.body.may_be_said_by(view, question, seen.owner.id))
    }
}
