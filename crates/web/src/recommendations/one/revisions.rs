//! Earlier revisions of the text, compared with it word by word: for those who may read them.

use super::OneRecommendation;
use super::text::columns;
use crate::furniture::differences::marked;
use crate::furniture::frame::{Frame, plain};
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::recommendations::line::{self, Line};
use ledger::audience::Audience;
use ledger::id::Hash;
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::{Said, View};
use maud::{Markup, html};
use review::follow_up::day;
use review::recommendation::{Paragraph, Recommendation};
use serde::Serialize;
use std::collections::HashSet;
use std::sync::Arc;
use words::Message;

/// An earlier revision.
#[derive(Serialize)]
pub struct Revision {
    /// Its version.
    pub version: Hash,
    /// The day it speaks for.
    pub day: PartialDate,
    /// Who reads it.
    pub audience: Arc<Audience>,
    /// The text.
    pub text: Arc<Recommendation>,
}

/// The earlier revisions that the view shows, the newest first; those that say the same as the text are left out.
pub fn of(view: &View<'_>, line: &Line) -> Vec<Revision> {
    let mut seen: HashSet<Option<Hash>> = HashSet::new();
    let mut revisions = Vec::new();
    for past in view.history(line.recommendation).into_iter().rev() {
        let Said::Body(body) = past.said else { continue };
        let Ok(text) = body.as_any().downcast::<Recommendation>() else { continue };
        let same = text.paragraphs == line.text().paragraphs && text.title == line.text().title;
        if same || !seen.insert(past.facts.content) {
            continue;
        }
        let day = day(&past.facts);
        revisions.push(Revision { version: past.facts.hash, day, audience: past.facts.audience, text });
    }
    revisions
}

impl OneRecommendation {
    pub(super) fn compared(&self, frame: &Frame) -> Markup {
        if self.revisions.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="compared" {
                h2.h2 #compared { (frame.say("recommendations-compared")) }
                p.small.mute { (frame.say("recommendations-compared-note")) }
                @for (place, revision) in self.revisions.iter().enumerate() {
                    details open[place == 0 && self.line.adoption().is_none()] {
                        summary { (self.revision_head(frame, revision)) }
                        p.prov { (provenance::audience(frame, &revision.audience)) span.rel { (self.revision_stage(frame, revision)) } }
                        (self.difference(frame, &revision.text))
                    }
                }
            }
        }
    }

    fn revision_head(&self, frame: &Frame, revision: &Revision) -> Phrase {
        let quoted = line::quoted(
            frame,
            revision.text.symbol.as_deref(),
            &revision.text,
            self.round().map(|round| &*round.body),
        );
        let date = plain(revision.day);
        frame.tell(Message::new("recommendations-against").with("revision", quoted).with("date", date))
    }

    fn revision_stage(&self, frame: &Frame, revision: &Revision) -> Phrase {
        match revision.text.standing {
            Some(standing) => line::stage(frame, standing),
            None => frame.date_brief(revision.day),
        }
    }

    /// Paragraph by paragraph in both languages: what is new since is underlined, what is gone is struck through.
    fn difference(&self, frame: &Frame, before: &Recommendation) -> Markup {
        let now = self.line.text();
        let first = now.paragraphs.first().map_or(&now.words, |paragraph| &paragraph.words);
        let [left, right] = columns(first);
        let gone = before.paragraphs.iter().filter(|old| now.paragraphs.iter().all(|new| new.id != old.id));
        let old =
            |new: &Paragraph| before.paragraphs.iter().find(|old| old.id == new.id).map(|old| &old.words);
        html! {
            @for (place, new) in now.paragraphs.iter().enumerate() {
                div.para {
                    p.n { (place + 1) "." }
                    @for tag in [&left, &right] { (compared(frame, old(new), Some(&new.words), tag)) }
                }
            }
            @for old in gone {
                div.para {
                    p.n { "–" }
                    @for tag in [&left, &right] { (compared(frame, Some(&old.words), None, tag)) }
                }
            }
        }
    }
}

fn compared(frame: &Frame, before: Option<&Text>, now: Option<&Text>, tag: &str) -> Markup {
    let words = |text: Option<&Text>| {
        text.and_then(|text| text.wordings.get(tag)).map(|wording| wording.words.clone())
    };
    match (words(before), words(now)) {
        (None, None) => html! { p.small.mute { (frame.say("recommendations-language-missing")) } },
        (before, now) => html! {
            p.doc lang=(tag) { (marked(&before.unwrap_or_default(), &now.unwrap_or_default())) }
        },
    }
}
