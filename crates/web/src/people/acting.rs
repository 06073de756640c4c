//! For whom a person acts: one party at a time, chosen visibly.

use crate::answer::Screen;
use crate::furniture::form::flash;
use crate::furniture::frame::Frame;
use crate::furniture::shell::{Head, Part};
use desk::people::Standing;
use ledger::id::RecordId;
use maud::{Markup, html};
use serde::Serialize;

/// The page on which a person chooses for whom to act.
#[derive(Serialize)]
pub struct Acting {
    mandates: Vec<Line>,
    chosen: Option<RecordId>,
    #[serde(skip)]
    owners: Vec<(RecordId, ledger::id::OwnerId)>,
}

#[derive(Serialize)]
struct Line {
    mandate: RecordId,
    role: &'static str,
}

impl Acting {
    /// The mandates that stand, and the one that is chosen.
    pub fn of(mandates: &[Standing], chosen: Option<RecordId>) -> Self {
        Acting {
            mandates: mandates
                .iter()
                .map(|standing| Line { mandate: standing.mandate, role: standing.role.word() })
                .collect(),
            owners: mandates.iter().map(|standing| (standing.mandate, standing.owner.id)).collect(),
            chosen,
        }
    }

    fn owner(&self, frame: &Frame, mandate: RecordId) -> Markup {
        let owner = self.owners.iter().find(|(one, _)| *one == mandate).map(|(_, owner)| *owner);
        html! { @if let Some(owner) = owner { (crate::furniture::provenance::owner(frame, owner)) } }
    }
}

impl Screen for Acting {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("people-acting"),
            symbol: None,
            lede: Some(html! { (frame.say("people-acting-lede")) }),
            crumbs: Vec::new(),
            part: Part::People,
            provenance: html! {},
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            (flash(frame))
            @if self.mandates.is_empty() { (crate::furniture::parts::empty(&frame.say("people-acting-none"), &frame.say("people-acting-none-why"))) }
            form method="post" action="/acting" {
                ul.list {
                    @for line in &self.mandates {
                        li {
                            button.btn.btn-p[self.chosen == Some(line.mandate)] type="submit" name="mandate" value=(line.mandate)
                                aria-current=[(self.chosen == Some(line.mandate)).then_some("true")] {
                                (frame.say(&format!("audience-role-{}", line.role)))
                            }
                            " " (self.owner(frame, line.mandate))
                        }
                    }
                }
            }
        }
    }
}
