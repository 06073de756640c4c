//! How far a State's own matrix has come: shown to its own delegation and to nobody else, in the page as in its JSON.

use super::found::Found;
use crate::furniture::frame::Frame;
use crate::furniture::shell::mark;
use ledger::view::{Seen, View};
use maud::{Markup, html};
use review::answer::Answer;
use review::catalogue::{Catalogue, Row};
use review::matrix::{before, changed, drafts};
use review::shared::shared;
use review::thread::{Place, QuestionState, Thread, on_the_list};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use words::Message;

/// The own delegation's picture of its submission.
#[derive(Default, Serialize)]
pub struct Picture {
    /// How many cells the rows in scope have.
    pub cells: usize,
    /// How many of them have an entry.
    pub entries: usize,
    /// How many of them others may read.
    pub shared: usize,
    /// How many questions are on the State's list.
    pub questions: usize,
    /// The cells in draft, by row.
    pub drafts: BTreeMap<String, BTreeSet<String>>,
    /// The cells that changed since the submission it starts from, by row.
    pub changed: BTreeMap<String, BTreeSet<String>>,
    /// The rows with an open question.
    pub asked: BTreeSet<String>,
}

impl Picture {
    /// The picture of the rows in scope; nothing for anybody but the own delegation.
    pub fn of<'c>(
        view: &View<'_>,
        found: &Found,
        rows: impl IntoIterator<Item = &'c Row>,
        answers: &BTreeMap<String, Seen<Answer>>,
    ) -> Option<Self> {
        if !found.is_own(view) {
            return None;
        }
        let mut picture = Picture {
            questions: on_the_list(view, found.round.record, found.party.record).len(),
            ..Picture::default()
        };
        let compared = found.submission.body.since.is_some();
        for row in rows {
            let cells = row.cells();
            picture.cells += cells.len();
            if has_open_question(view, found, &row.id) {
                picture.asked.insert(row.id.clone());
            }
            let Some(answer) = answers.get(&row.id) else { continue };
            let entered = |body: &Answer| cells.iter().filter(|id| body.cell(id).is_some()).count();
            picture.entries += entered(&answer.body);
            picture.shared += shared::<Answer>(view, answer.record).map_or(0, |(_, body)| entered(&body));
            picture.drafts.insert(row.id.clone(), drafts(view, answer));
            let earlier = before(view, &found.submission.body, &row.id);
            if compared && !earlier.is_empty() {
                picture.changed.insert(row.id.clone(), changed(&answer.body, &earlier));
            }
        }
        picture.drafts.retain(|_, cells| !cells.is_empty());
        picture.changed.retain(|_, cells| !cells.is_empty());
        Some(picture)
    }

    /// Whether a cell is in draft.
    pub fn is_draft(&self, row: &str, cell: &str) -> bool {
        self.drafts.get(row).is_some_and(|cells| cells.contains(cell))
    }

    /// Whether a cell changed since the last round.
    pub fn is_changed(&self, row: &str, cell: &str) -> bool {
        self.changed.get(row).is_some_and(|cells| cells.contains(cell))
    }

    /// The figures at the head of the page. `since`: the last round in words, if the matrix can be compared with it.
    pub fn figures(&self, frame: &Frame, found: &Found, since: Option<&str>, matrix: bool) -> Markup {
        let count = |all: &BTreeMap<String, BTreeSet<String>>| all.values().map(BTreeSet::len).sum::<usize>();
        let state = found.state(frame);
        let note = frame.tell(Message::new("submissions-own-note").with("state", state.clone()));
        html! {
            dl.figs {
                @if matrix {
                    div {
                        dt { (frame.say("submissions-cells")) }
                        dd { (self.entries) " " small { (frame.tell(Message::new("submissions-of").with("count", self.cells))) } }
                    }
                    div { dt { (frame.say("submissions-cells-shared")) } dd { (self.shared) } }
                    @if let Some(since) = since {
                        div {
                            dt { (frame.tell(Message::new("submissions-changed-since").with("round", since))) }
                            dd { (count(&self.changed)) }
                        }
                    }
                    div { dt { (frame.say("submissions-in-draft")) } dd { (count(&self.drafts)) } }
                }
                div {
                    dt { (frame.tell(Message::new("submissions-on-list").with("state", state))) }
                    dd { a href=(frame.link(&format!("{}/questions?to={}&state=open", found.round_address(), found.party.body.label))) { (self.questions) } }
                }
            }
            p.small.mute.own-only {
                span.aud.aud-own { (mark("a-own")) (frame.say("audience-own")) } " " (note)
            }
        }
    }
}

/// Whether any question of the threads at a row is open.
fn has_open_question(view: &View<'_>, found: &Found, row: &str) -> bool {
    let place = Place { record: found.record(), item: Some(row.to_owned()) };
    let open = |record| QuestionState::of(view, record) == QuestionState::Open;
    (place.questions(view).iter())
        .filter_map(|question| Thread::of(view, question.record))
        .any(|thread| thread.questions().any(|question| open(question.record)))
}

/// The sections of a catalogue with the rows in scope of a submission.
pub fn rows_in_scope<'c>(
    found: &Found,
    modalities: Option<&review::modalities::Modalities>,
    catalogue: &'c Catalogue,
) -> Vec<(&'c review::catalogue::Section, Vec<&'c Row>)> {
    let in_scope =
        |row: &&Row| review::matrix::in_scope(&found.submission.body, modalities, catalogue, &row.id);
    (catalogue.sections.iter())
        .map(|section| (section, section.rows.iter().filter(in_scope).collect::<Vec<_>>()))
        .filter(|(_, rows)| !rows.is_empty())
        .collect()
}
