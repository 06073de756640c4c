//! A closing: how a question ended without a written reply. To say nothing is no fault; the record only says what was.

use crate::actor::Role;
use crate::check;
use crate::noun::{Beside, Noun};
use crate::question::Question;
use crate::refusal::Refusal;
use crate::session::Session;
use crate::source::say;
use crate::word::stable_words;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use serde::{Deserialize, Serialize};

/// How a question ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
        check::refers::<Question>(view, self.question, "body/question")?;
        self.session.map_or(Ok(()), |session| check::refers::<Session>(view, session, "body/session"))?;
        check::maybe_text(self.note.as_ref(), check::PARAGRAPH, "body/note")
    }
}
