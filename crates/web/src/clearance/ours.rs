//! The party's own lists, and what is being cleared by them.

use super::approving::may;
use super::asked::Asked;
use super::paper::inside;
use crate::answer::Screen;
use crate::furniture::about;
use crate::furniture::frame::Frame;
use crate::furniture::model::{Item, anchor};
use crate::furniture::parts::{self, capital};
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::id::{Kind, OwnerId};
use ledger::view::View;
use maud::{Markup, html};
use review::clearance::Clearance;
use review::clearance_list::ClearanceList;
use serde::Serialize;
use words::Message;

/// The page of a party's clearances.
#[derive(Serialize)]
pub struct OurClearance {
    owner: OwnerId,
    /// Those that still wait for somebody.
    open: Vec<Asked>,
    /// Those that are complete and whose text can be shared.
    complete: Vec<Asked>,
    /// Those that are done or count no more.
    past: Vec<Asked>,
    lists: Vec<Item<ClearanceList>>,
}

impl OurClearance {
    /// What the view of somebody who acts for an owner shows; nothing for everybody else.
    pub fn look(view: &View<'_>) -> Option<Self> {
        let owner = view.reader().acts_for?;
        let all = view.of_owner::<Clearance>(owner).filter_map(|seen| Asked::of(view, seen));
        let (past, live): (Vec<Asked>, Vec<Asked>) = all.partition(|one| one.text.is_shared || !one.counts);
        let (open, complete) = live.into_iter().partition(|one| one.next().is_some());
        let lists = ClearanceList::of(view, owner).map(Item::from).collect();
        Some(OurClearance { owner, open, complete, past, lists })
    }

    fn row(frame: &Frame, one: &Asked) -> Markup {
        let far =
            Message::new("clearance-how-far").with("approved", one.approved()).with("all", one.steps.len());
        html! {
            tr {
                th.what scope="row" { a href=(frame.link(&one.address(""))) { (one.text.name(frame)) } " " (one.marking(frame)) span.sub { (capital(&one.text.facts(frame))) } }
                td data-l=(frame.say("clearance-readers")) { (provenance::audience(frame, &one.clearance.body.readers)) }
                td data-l=(frame.say("clearance-steps")) { (frame.tell(far)) }
                td data-l=(frame.say("clearance-asked-now")) {
                    @match one.next() {
                        Some(line) => (frame.text(&line.step.words)),
                        None => (frame.say("clearance-nobody-missing")),
                    }
                }
            }
        }
    }

    fn table(frame: &Frame, id: &str, title: &str, all: &[Asked]) -> Markup {
        if all.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby=(id) {
                h2.h2 id=(id) { (frame.say(title)) }
                table.t.t-list {
                    thead { tr {
                        th scope="col" { (frame.say("clearance-text")) }
                        th scope="col" { (frame.say("clearance-readers")) }
                        th scope="col" { (frame.say("clearance-steps")) }
                        th scope="col" { (frame.say("clearance-asked-now")) }
                    } }
                    tbody { @for one in all { (OurClearance::row(frame, one)) } }
                }
            }
        }
    }

    fn list(&self, frame: &Frame, list: &Item<ClearanceList>) -> Markup {
        let called = |kind: &String| {
            let kind: Option<Kind> = kind.parse().ok();
            kind.map(|kind| frame.say(about::group_key(&kind)).to_string())
        };
        let kinds = frame.in_order(list.body.kinds.iter().filter_map(called).collect(), String::clone);
        html! {
            li id=(anchor(list.record)) {
                h3 { (frame.text(&list.body.name)) }
                p.small {
                    @if kinds.is_empty() { (frame.say("clearance-for-all")) }
                    @else { (frame.tell(Message::new("clearance-for-kinds").with("kinds", &*frame.list(&kinds)))) }
                }
                ol.order { @for step in &list.body.steps { li { (frame.text(&step.words)) } } }
                p.prov {
                    @if may(frame, self.owner, "clearance_list") { a href=(frame.link(&format!("/clearance/lists/{}", list.record))) { (frame.say("clearance-list-change-link")) } }
                    a href=(frame.link(&format!("/records/{}/history", list.record))) { (frame.say("clearance-list-history")) }
                }
            }
        }
    }
}

impl Screen for OurClearance {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("clearance-title"),
            symbol: None,
            lede: Some(html! { (frame.say("clearance-lede")) }),
            crumbs: Vec::new(),
            part: Part::Nowhere,
            provenance: inside(frame, self.owner),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let none = self.open.is_empty() && self.complete.is_empty() && self.past.is_empty();
        html! {
            (OurClearance::table(frame, "open", "clearance-open", &self.open))
            (OurClearance::table(frame, "complete", "clearance-ready", &self.complete))
            @if none { (parts::empty(&frame.say("clearance-none"), &frame.say("clearance-none-why"))) }
            section aria-labelledby="lists" {
                h2.h2 #lists { (frame.say("clearance-lists")) }
                @if self.lists.is_empty() { (parts::empty(&capital(&frame.say("clearance-lists-none")), &frame.say("clearance-lists-none-why"))) }
                ul.list { @for list in &self.lists { (self.list(frame, list)) } }
                @if may(frame, self.owner, "clearance_list") {
                    p.btns { a.btn href=(frame.link("/clearance/lists/new")) { (frame.say("clearance-list-new")) } }
                }
            }
            (OurClearance::table(frame, "past", "clearance-past", &self.past))
        }
    }
}
