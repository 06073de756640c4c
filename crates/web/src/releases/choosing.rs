//! Which content, and for whom: the first of two pages on the way to sharing.

use super::choice::{Choice, LABELS, label_of};
use super::face::Face;
use crate::answer::Screen;
use crate::furniture::form::{Errors, summary};
use crate::furniture::frame::{Frame, plain};
use crate::furniture::model::day;
use crate::furniture::provenance;
use crate::furniture::readers::names;
use crate::furniture::shell::Head;
use ledger::audience::Audience;
use ledger::id::{Hash, OwnerId, RecordId};
use ledger::owner::OwnerSort;
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::{Past, Said, View};
use maud::{Markup, html};
use review::actor::Actor;
use review::party::{Party, PartySort};
use review::readers::Readers;
use review::share::{Chosen, Withdraw};
use review::shared::is_inner;
use review::told;
use review::write::Base;
use serde::Serialize;
use words::Message;

/// The page on which content and readers are chosen.
#[derive(Serialize)]
pub struct Choosing {
    face: Face,
    contents: Vec<Content>,
    /// Those who have a content of it now.
    open_to: Vec<Open>,
    parties: Vec<Reader>,
    rounds: Vec<(RecordId, Text)>,
    series: Vec<(RecordId, Text)>,
    choice: Choice,
    /// What is wrong with what was chosen.
    #[serde(skip)]
    pub errors: Errors,
}

/// A content of the record, and in which lanes it stands.
#[derive(Serialize)]
struct Content {
    content: Hash,
    no: u64,
    day: PartialDate,
    role: String,
    audiences: Vec<Audience>,
}

/// Readers who have it.
#[derive(Serialize)]
struct Open {
    audience: Audience,
    day: PartialDate,
    /// Those who joined since, and the address at which it is extended to them.
    #[serde(skip_serializing_if = "Option::is_none")]
    joined: Option<(Vec<OwnerId>, String)>,
}

/// A State or an organization that can be named.
#[derive(Serialize)]
struct Reader {
    party: RecordId,
    name: Text,
    is_state: bool,
}

impl Choosing {
    /// What can be chosen for a record that the actor may share.
    pub fn look(view: &View<'_>, actor: &Actor, record: RecordId, choice: Choice) -> Option<Self> {
        let face = Face::of(view, actor, record, "share")?;
        let contents = contents(view.history(record));
        let rounds = told::rounds_of(view, actor.owner);
        let parties = view.all_of::<Party>(OwnerSort::Party).filter(|party| party.owner.id != actor.owner);
        Some(Choosing {
            contents,
            open_to: open_to(view, actor, record),
            parties: parties
                .map(|party| Reader {
                    party: party.record,
                    name: party.body.name.clone(),
                    is_state: party.body.sort == PartySort::State,
                })
                .collect(),
            rounds: rounds.iter().map(|round| (round.record, round.body.title.clone())).collect(),
            series: told::series_of(view, actor.owner)
                .into_iter()
                .map(|series| (series.record, series.body.title.clone()))
                .collect(),
            face,
            choice,
            errors: Errors::new(),
        })
    }

    fn content(&self, frame: &Frame, place: usize, content: &Content) -> Markup {
        let id = format!("content-{place}");
        let chosen = self.choice.content.map_or(place == 0, |chosen| chosen == content.content);
        let draft = content.audiences.iter().all(is_inner);
        let said = Message::new(if draft { "provenance-draft" } else { "history-revision" });
        html! {
            p.opt {
                input id=(id) type="radio" name="content" value=(content.content) checked[chosen];
                label for=(id) {
                    span.rel.rel-draft[draft] { (frame.tell(said.with("number", content.no))) } " "
                    (frame.date(content.day)) ", " (frame.say(&format!("audience-role-{}", content.role)))
                    @if place == 0 { " " span.mute { "(" (frame.say("history-newest")) ")" } }
                    @if !draft {
                        span.sub {
                            @for audience in content.audiences.iter().filter(|one| !is_inner(one)) { (provenance::audience(frame, audience)) " " }
                        }
                    }
                }
            }
        }
    }

    fn readers(&self, frame: &Frame) -> Markup {
        let possible = |label: &&str| match *label {
            "named" => !self.parties.is_empty(),
            "round" | "organizations" => !self.rounds.is_empty(),
            "series" => !self.series.is_empty(),
            _ => true,
        };
        html! {
            fieldset {
                legend { (frame.say("releases-readers")) }
                @for label in LABELS.into_iter().filter(|label| possible(label)) {
                    @let id = format!("with-{label}");
                    p.opt {
                        input id=(id) type="radio" name="with" value=(label) checked[self.choice.with == Some(label)] required;
                        label for=(id) { b { (frame.say(&format!("audience-{label}"))) } span.sub { (frame.say(&format!("releases-with-{label}"))) } }
                    }
                }
            }
            (pick(frame, "round", &self.rounds, self.choice.round))
            (pick(frame, "series", &self.series, self.choice.series))
            @if !self.parties.is_empty() { (self.named(frame)) }
        }
    }

    fn named(&self, frame: &Frame) -> Markup {
        let in_order = |states: bool| {
            let those = self.parties.iter().filter(|party| party.is_state == states).collect::<Vec<_>>();
            frame.in_order(those, |party| frame.words(&party.name).to_owned())
        };
        html! {
            fieldset {
                legend { (frame.say("releases-named")) }
                div.columns {
                    @for party in in_order(true).into_iter().chain(in_order(false)) {
                        p.opt {
                            input id=(party.party) type="checkbox" name="party" value=(party.party) checked[self.choice.parties.contains(&party.party)];
                            label for=(party.party) { (frame.text(&party.name)) }
                        }
                    }
                }
            }
        }
    }

    fn has_it(&self, frame: &Frame) -> Markup {
        let record = self.face.record;
        html! {
            section aria-labelledby="open-to" {
                h2.h2 #open-to { (frame.say("releases-open-to")) }
                @if self.open_to.is_empty() { p { (frame.say("releases-open-to-nobody")) } }
                ul.list {
                    @for open in &self.open_to {
                        li {
                            p.prov { (provenance::audience(frame, &open.audience)) span { (frame.tell(Message::new("releases-since").with("date", plain(open.day)))) } }
                            @if let Audience::Readers { parties, .. } = &open.audience { p.small { (names(frame, parties)) } }
                            @if let Some((joined, address)) = &open.joined {
                                p { (frame.tell(Message::new("releases-joined").with("names", &*names(frame, joined)))) " " a href=(frame.link(address)) { (frame.say("releases-extend")) } }
                            }
                        }
                    }
                }
                @if !self.open_to.is_empty() { p.more { a href=(frame.link(&format!("/records/{record}/withdraw"))) { (frame.say("releases-withdraw-link")) } } }
            }
        }
    }
}

/// A menu of rounds or series; nothing where there is none.
fn pick(frame: &Frame, name: &'static str, all: &[(RecordId, Text)], chosen: Option<RecordId>) -> Markup {
    html! {
        @if !all.is_empty() {
            div.field {
                label for=(name) { (frame.say(&format!("releases-pick-{name}"))) }
                select id=(name) name=(name) {
                    @for (record, title) in all { option value=(record) selected[chosen == Some(*record)] { (frame.words(title)) } }
                }
            }
        }
    }
}

/// The contents that still say something, the newest first, each once.
fn contents(history: Vec<Past>) -> Vec<Content> {
    let mut contents: Vec<Content> = Vec::new();
    for Past { facts, said } in history.into_iter().rev() {
        let (Some(content), Said::Body(_)) = (facts.content, said) else { continue };
        match contents.iter_mut().find(|known| known.content == content) {
            Some(known) => known.audiences.push((*facts.audience).clone()),
            None => contents.push(Content {
                content,
                no: facts.no,
                day: day(&facts),
                role: facts.by.role.clone(),
                audiences: vec![(*facts.audience).clone()],
            }),
        }
    }
    contents.iter_mut().for_each(|content| content.audiences.dedup());
    contents
}

fn open_to(view: &View<'_>, actor: &Actor, record: RecordId) -> Vec<Open> {
    let outer = Withdraw::from_whom(view, record).into_iter().filter(|end| !is_inner(&end.facts.audience));
    let mut open: Vec<Open> = outer
        .map(|end| Open {
            joined: end
                .facts
                .content
                .and_then(|content| joined(view, actor, record, content, &end.facts.audience)),
            day: day(&end.facts),
            audience: (*end.facts.audience).clone(),
        })
        .collect();
    open.sort_by_key(|open| LABELS.iter().position(|label| *label == label_of(&open.audience)));
    open
}

/// Who belongs to the label by now and does not have it, with the address at which it is extended to them.
pub fn joined(
    view: &View<'_>,
    actor: &Actor,
    record: RecordId,
    content: Hash,
    before: &Audience,
) -> Option<(Vec<OwnerId>, String)> {
    let readers: Readers = told::chosen_as(view, before)?;
    let chosen = Chosen::of(view, actor, record, Base::Content(content)).ok()?;
    let now = chosen.audience(view, actor, &readers, Some(before)).ok()?;
    let (Audience::Readers { parties, .. }, Audience::Readers { parties: had, .. }) = (&now, before) else {
        return None;
    };
    let has_it = chosen.is_told(view, &now);
    let more: Vec<OwnerId> = parties.iter().filter(|party| !had.contains(party)).copied().collect();
    let address = Choice::extending(content, &readers, before).address(record, "share");
    (!more.is_empty() && !has_it).then_some((more, address))
}

impl Screen for Choosing {
    fn head(&self, frame: &Frame) -> Head {
        let title = Message::new("releases-share-title").with("record", self.face.name(frame));
        self.face.head(frame, frame.tell(title), html! { (frame.say("releases-share-lede")) })
    }

    fn body(&self, frame: &Frame) -> Markup {
        let action = frame.link_plain(&format!("/records/{}/share", self.face.record));
        html! {
            (summary(frame, &self.errors))
            form.narrow method="get" action=(action) {
                fieldset #content {
                    legend { (frame.say("releases-content")) }
                    @for (place, content) in self.contents.iter().enumerate() { (self.content(frame, place, content)) }
                }
                div.readers #with { (self.readers(frame)) }
                p.btns { button.btn.btn-p type="submit" { (frame.say("releases-see-names")) } a href=(frame.link(&self.face.address)) { (frame.say("releases-cancel")) } }
            }
            (self.has_it(frame))
        }
    }
}
