//! National submissions to a round, as far as the reader may see them.

use super::OneRound;
use crate::furniture::frame::Frame;
use crate::furniture::model::{Item, anchor, items_about};
use crate::furniture::{parts, provenance};
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::view::View;
use maud::{Markup, html};
use review::need::Need;
use review::offer::Offer;
use review::part::Part;
use review::practice::Practice;
use review::submission::Submission;
use serde::Serialize;

/// A submission, and the practices, needs and offers that it speaks of.
#[derive(Serialize)]
pub struct Submitted {
    /// The submission.
    pub submission: Item<Submission>,
    /// What it speaks of.
    pub also: Vec<RecordId>,
}

/// The submissions to a round.
pub(super) fn of_round(view: &View<'_>, round: RecordId) -> Vec<Submitted> {
    super::of_round(view, round, |body: &Submission| body.round)
        .into_iter()
        .map(|submission| Submitted { also: also(view, submission.record), submission })
        .collect()
}

/// The practices, needs and offers that the parts of a submission refer to.
fn also(view: &View<'_>, submission: RecordId) -> Vec<RecordId> {
    let parts: Vec<Item<Part>> = items_about(view, submission);
    let wanted = |record: &RecordId| {
        let kind = view.whose(*record).map(|(_, kind)| kind);
        kind.is_some_and(|kind| [Practice::KIND, Need::KIND, Offer::KIND].contains(&kind.as_str()))
    };
    let mut also: Vec<RecordId> = Vec::new();
    for record in parts.iter().flat_map(|part| &part.body.refers).filter(|record| wanted(record)) {
        if !also.contains(record) {
            also.push(*record);
        }
    }
    also
}

impl OneRound {
    pub(super) fn submission_list(&self, frame: &Frame) -> Markup {
        let named = self
            .submissions
            .iter()
            .filter_map(|submitted| Some((submitted, self.parties.get(&submitted.submission.body.party)?)));
        let page = self.address(&self.round.body);
        let lines = frame.in_order(named.collect(), |(_, party)| frame.words(&party.body.name).to_owned());
        html! {
            section aria-labelledby="submissions" {
                h2.h2 #submissions { (frame.say("round-submissions")) " " span.mute { (frame.say("round-submissions-note")) } }
                @if lines.is_empty() {
                    (parts::empty(&frame.say("round-submissions-none"), &frame.say("round-submissions-none-why")))
                } @else {
                    table.t.t-list {
                        caption.vh { (frame.say("round-submissions")) }
                        thead { tr {
                            th scope="col" { (frame.say("series-state")) }
                            th scope="col" { (frame.say("round-form")) }
                            th scope="col" { (frame.say("round-shared")) }
                            th scope="col" { (frame.say("round-read-by")) }
                            th scope="col" { (frame.say("round-languages")) }
                            th scope="col" { (frame.say("round-also")) }
                        } }
                        tbody { @for (submitted, party) in &lines {
                            tr.me[frame.is_mine(party.owner)] id=(anchor(submitted.submission.record)) {
                                th scope="row" { (self.submitter(frame, submitted, party)) }
                                (self.submitted(frame, submitted))
                            }
                        } }
                    }
                    p.caveat { (frame.say("round-submissions-rule")) }
                }
                p.more {
                    a href=(frame.link(&format!("/submissions?round={}", self.round.body.slug))) { (frame.say("round-to-submissions")) } " "
                    a href=(frame.link(&format!("{page}/questions"))) { (frame.say("round-to-questions")) } " "
                    a href=(frame.link(&format!("{page}/observations"))) { (frame.say("round-to-observations")) }
                }
            }
        }
    }

    /// The State as a link to its submission.
    fn submitter(&self, frame: &Frame, submitted: &Submitted, party: &Item<review::party::Party>) -> Markup {
        let mark = html! {
            span.own.own-me[frame.is_mine(party.owner)] {
                span.tm.iso aria-hidden="true" { (party.body.label) } (frame.text(&party.body.name))
            }
        };
        self.linked.around(frame, submitted.submission.record, mark)
    }

    fn submitted(&self, frame: &Frame, submitted: &Submitted) -> Markup {
        let item = &submitted.submission;
        let body = &item.body;
        let tags: Vec<String> = body.languages.iter().map(|tag| tag.to_uppercase()).collect();
        html! {
            td.full {
                (frame.say(&format!("round-form-{}", body.form.word().replace('_', "-"))))
                @if let Some(note) = &body.note { span.sub { (frame.text(note)) } }
            }
            td data-l=(frame.say("round-shared")) { (provenance::version(frame, item)) }
            td { (provenance::audience(frame, &item.audience)) }
            td data-l=(frame.say("round-languages")) { (tags.join(", ")) }
            td.full {
                @for (index, record) in submitted.also.iter().enumerate() {
                    @if index > 0 { ", " }
                    (self.linked.named(frame, *record))
                }
            }
        }
    }
}
