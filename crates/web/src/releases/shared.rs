//! What we have shared with whom: the owner's own list, by readers.

use super::choice::{LABELS, label_of};
use super::choosing::joined;
use crate::answer::Screen;
use crate::furniture::about;
use crate::furniture::frame::{Frame, plain};
use crate::furniture::marking;
use crate::furniture::model::day;
use crate::furniture::parts::{self, capital};
use crate::furniture::provenance;
use crate::furniture::readers::names;
use crate::furniture::shell::{Head, Part};
use ledger::audience::Audience;
use ledger::id::{Kind, OwnerId, RecordId};
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::View;
use maud::{Markup, html};
use review::actor::Actor;
use review::share::{Share, Withdraw};
use review::shared::is_inner;
use serde::Serialize;
use std::collections::BTreeSet;
use words::Message;

/// The page of what was shared.
#[derive(Serialize)]
pub struct Shared {
    owner: OwnerId,
    groups: Vec<Group>,
}

/// What the same readers have.
#[derive(Serialize)]
struct Group {
    audience: Audience,
    lines: Vec<Line>,
}

/// A record that they have.
#[derive(Serialize)]
struct Line {
    record: RecordId,
    kind: Kind,
    title: Option<Text>,
    symbol: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    marking: Option<Text>,
    address: String,
    day: PartialDate,
    /// Those who joined since, and the address at which it is extended to them.
    joined: Option<(Vec<OwnerId>, String)>,
}

impl Shared {
    /// What the actor's party has shared, if it is his to share.
    pub fn look(view: &View<'_>, actor: &Actor) -> Option<Self> {
        if !review::act::open_to(actor.role).contains(&"share") {
            return None;
        }
        let outer = view.versions().filter(|(_, facts)| !is_inner(&facts.audience));
        let records: BTreeSet<RecordId> = outer.map(|(record, _)| record).collect();
        let mut groups: Vec<Group> = Vec::new();
        for record in records {
            let Some((owner, kind)) = view.whose(record) else { continue };
            if !Share::is_open(actor, owner.id, kind.as_str()) {
                continue;
            }
            let ends = Withdraw::from_whom(view, record);
            for end in ends.iter().filter(|end| !is_inner(&end.facts.audience)) {
                let line = Line {
                    record,
                    kind: kind.clone(),
                    title: about::title(view, record),
                    symbol: about::symbol(view, record),
                    marking: view.marking_words(record),
                    address: about::somewhere(view, record),
                    day: day(&end.facts),
                    joined: end
                        .facts
                        .content
                        .and_then(|content| joined(view, actor, record, content, &end.facts.audience)),
                };
                match groups.iter_mut().find(|group| group.audience == *end.facts.audience) {
                    Some(group) => group.lines.push(line),
                    None => groups.push(Group { audience: (*end.facts.audience).clone(), lines: vec![line] }),
                }
            }
        }
        groups.sort_by_key(|group| LABELS.iter().position(|label| *label == label_of(&group.audience)));
        Some(Shared { owner: actor.owner, groups })
    }

    fn group(&self, frame: &Frame, place: usize, group: &Group) -> Markup {
        let (id, of) = (format!("group-{place}"), format!("group-{place}-of"));
        let name = |line: &Line| line.title.as_ref().map_or("", |title| frame.words(title)).to_owned();
        let lines =
            frame.in_order(group.lines.iter().collect(), |line| format!("{}{}", line.kind, name(line)));
        html! {
            section aria-labelledby=(format!("{id} {of}")) {
                h2.h2 id=(id) { (provenance::audience(frame, &label_only(&group.audience))) }
                p.small id=(of) {
                    @if let Audience::Readers { parties, .. } = &group.audience { (names(frame, parties)) ": " }
                    (frame.tell(Message::new("releases-records").with("count", lines.len())))
                }
                details open[lines.len() <= 12] {
                    summary { (frame.say("releases-records-see")) }
                    ul.list {
                        @for line in lines {
                            li {
                                a href=(frame.link(&line.address)) { @if let Some(title) = &line.title { (frame.text(title)) } @else { (capital(&frame.say(about::kind_key(&line.kind)))) } }
                                p.prov {
                                    (marking::chip(frame, self.owner, line.marking.as_ref()))
                                    @if let Some(symbol) = &line.symbol { span { (symbol) } }
                                    span { (frame.say(about::kind_key(&line.kind))) }
                                    span { (frame.tell(Message::new("releases-since").with("date", plain(line.day)))) }
                                    a href=(frame.link(&format!("/records/{}/withdraw", line.record))) { (frame.say("releases-withdraw-link")) }
                                }
                                @if let Some((joined, address)) = &line.joined {
                                    p.small { (frame.tell(Message::new("releases-joined").with("names", &*names(frame, joined)))) " " a href=(frame.link(address)) { (frame.say("releases-extend")) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The same label without names, for a heading.
fn label_only(audience: &Audience) -> Audience {
    match audience {
        Audience::Readers { label, .. } => Audience::Readers { label: *label, parties: Vec::new() },
        other => other.clone(),
    }
}

impl Screen for Shared {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("releases-shared-title"),
            symbol: None,
            lede: Some(html! { (frame.say("releases-shared-lede")) }),
            crumbs: Vec::new(),
            part: Part::Nowhere,
            provenance: html! { (provenance::owner(frame, self.owner)) (provenance::audience(frame, &Audience::Own)) },
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            @if self.groups.is_empty() { (parts::empty(&frame.say("releases-shared-none"), &frame.say("releases-shared-none-why"))) }
            @for (place, group) in self.groups.iter().enumerate() { (self.group(frame, place, group)) }
        }
    }
}
