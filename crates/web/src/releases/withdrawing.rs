//! Taking back what was given: from whom, and that it can never be un-read.

use super::choice::LABELS;
use super::choice::label_of;
use super::face::Face;
use crate::answer::Screen;
use crate::furniture::form::{Errors, summary};
use crate::furniture::frame::{Frame, plain};
use crate::furniture::model::day;
use crate::furniture::provenance;
use crate::furniture::readers::names;
use crate::furniture::shell::Head;
use ledger::audience::Audience;
use ledger::id::{Hash, RecordId};
use ledger::time::PartialDate;
use ledger::view::View;
use maud::{Markup, html};
use review::actor::Actor;
use review::share::Withdraw;
use review::shared::is_inner;
use serde::Serialize;
use words::Message;

/// The page on which it is said from whom a record is withdrawn.
#[derive(Serialize)]
pub struct Withdrawing {
    face: Face,
    /// Those who have it, each with the day since when.
    from: Vec<(Audience, PartialDate)>,
    /// The readers that were chosen, by the hash of their audience.
    pub chosen: Option<Hash>,
    /// The id of the act, so that it is done once.
    #[serde(skip)]
    pub act: String,
    /// What is wrong.
    #[serde(skip)]
    pub errors: Errors,
}

impl Withdrawing {
    /// Those who have a record that the actor may withdraw.
    pub fn look(view: &View<'_>, actor: &Actor, record: RecordId) -> Option<Self> {
        let face = Face::of(view, actor, record, "withdraw")?;
        let outer =
            Withdraw::from_whom(view, record).into_iter().filter(|end| !is_inner(&end.facts.audience));
        let mut from: Vec<(Audience, PartialDate)> =
            outer.map(|end| ((*end.facts.audience).clone(), day(&end.facts))).collect();
        from.sort_by_key(|(audience, _)| LABELS.iter().position(|label| *label == label_of(audience)));
        Some(Withdrawing { face, from, chosen: None, act: String::new(), errors: Errors::new() })
    }

    /// The audience with that hash, if it is one of those who have it.
    pub fn audience(&self, hash: &str) -> Option<&Audience> {
        let hash: Hash = hash.parse().ok()?;
        self.from.iter().map(|(audience, _)| audience).find(|audience| audience.hash() == hash)
    }

    /// Where the record stands.
    pub fn address(&self) -> &str {
        &self.face.address
    }
}

impl Screen for Withdrawing {
    fn head(&self, frame: &Frame) -> Head {
        let title = Message::new("releases-withdraw-title").with("record", self.face.name(frame));
        self.face.head(frame, frame.tell(title), html! { (frame.say("releases-withdraw-lede")) })
    }

    fn body(&self, frame: &Frame) -> Markup {
        let action = frame.link_plain(&format!("/records/{}/withdraw", self.face.record));
        html! {
            (summary(frame, &self.errors))
            @if self.from.is_empty() { p { (frame.say("releases-open-to-nobody")) } }
            @else {
                form.narrow method="post" action=(action) {
                    input type="hidden" name="act" value=(self.act);
                    fieldset #from {
                        legend { (frame.say("releases-withdraw-from")) }
                        @for (audience, day) in &self.from {
                            @let hash = audience.hash();
                            @let id = format!("from-{}", label_of(audience));
                            p.opt {
                                input id={ (id) "-" (hash.to_string().chars().rev().take(6).collect::<String>()) } type="radio" name="from" value=(hash)
                                    checked[self.chosen == Some(hash) || self.from.len() == 1] required;
                                label for={ (id) "-" (hash.to_string().chars().rev().take(6).collect::<String>()) } {
                                    (provenance::audience(frame, audience))
                                    span.sub {
                                        (frame.tell(Message::new("releases-since").with("date", plain(*day))))
                                        @if let Audience::Readers { parties, .. } = audience { ": " (names(frame, parties)) }
                                    }
                                }
                            }
                        }
                    }
                    p.caveat { (frame.say("releases-withdraw-never-unread")) }
                    p.btns { button.btn.btn-p type="submit" { (frame.say("releases-withdraw-do")) } a href=(frame.link(&self.face.address)) { (frame.say("releases-cancel")) } }
                }
            }
        }
    }
}
