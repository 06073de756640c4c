//! The history of a record: its versions as far as the reader may see them, what each changed, and their hashes.

pub mod changes;

use crate::answer::Screen;
use crate::entry::encoded;
use crate::furniture::about;
use crate::furniture::frame::Frame;
use crate::furniture::marking;
use crate::furniture::parts::{self, capital};
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use changes::Change;
use ledger::audience::Audience;
use ledger::id::{Hash, Kind, OwnerId, RecordId};
use ledger::text::Text;
use ledger::time::{PartialDate, Stamp};
use ledger::view::{Past, Said, View};
use maud::{Markup, html};
use serde::Serialize;
use serde_json::Value;
use words::Message;

/// The page of a record's history.
#[derive(Serialize)]
pub struct History {
    record: RecordId,
    kind: Kind,
    owner: OwnerId,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    symbol: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    /// How it is to be handled, in its owner's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    marking: Option<Text>,
    versions: Vec<Line>,
}

/// One version.
#[derive(Serialize)]
pub struct Line {
    no: u64,
    version: Hash,
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<Hash>,
    at: Stamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    stated_at: Option<PartialDate>,
    audience: Audience,
    role: String,
    /// `said`, `withdrawn`, `erased` or `needs_newer`.
    state: &'static str,
    /// What it says otherwise than the version before it; absent where there is none, or nothing to hold it against.
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<Vec<Change>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Value>,
}

impl History {
    /// What the view shows of that record's history; nothing if no version of it is open to the reader.
    pub fn look(view: &View<'_>, record: RecordId) -> Option<Self> {
        let (owner, kind) = view.whose(record)?;
        let mut versions: Vec<Line> = view.history(record).into_iter().map(line).collect();
        let mut before: Option<Value> = None;
        for line in &mut versions {
            let Some(body) = &line.body else { continue };
            line.changes = before.as_ref().map(|before| changes::between(view, before, body));
            before = Some(body.clone());
        }
        Some(History {
            record,
            kind,
            owner: owner.id,
            title: about::title(view, record),
            symbol: about::symbol(view, record),
            address: about::address(view, record),
            marking: view.marking_words(record),
            versions,
        })
    }

    fn name(&self, frame: &Frame) -> String {
        self.title.as_ref().map_or_else(|| self.record.to_string(), |title| frame.words(title).to_owned())
    }

    fn version(&self, frame: &Frame, place: usize, line: &Line) -> Markup {
        let newest = place == self.versions.len();
        let draft = matches!(line.audience, Audience::Own | Audience::Agency { .. });
        html! {
            li id=(format!("v-{place}")) {
                h3 {
                    (frame.tell(Message::new("history-version").with("number", place)))
                    @if newest { " " span.mute { "(" (frame.say("history-newest")) ")" } }
                }
                p.prov {
                    (provenance::owner(frame, self.owner))
                    (provenance::audience(frame, &line.audience))
                    span.rel.rel-draft[draft] { (frame.tell(Message::new(if draft { "provenance-draft" } else { "history-revision" }).with("number", line.no))) }
                }
                (parts::facts(vec![
                    (frame.say("history-by"), html! { (role(frame, &line.role)) }),
                    (frame.say("history-stated"), html! { (line.stated_at.map(|date| frame.date(date)).unwrap_or_default()) }),
                    (frame.say("history-recorded"), html! { (frame.moment(line.at)) }),
                ]))
                (said(frame, line))
                (self.deeds(frame, line))
            }
        }
    }

    /// To share this very version, or to withdraw what others have, for whoever may.
    fn deeds(&self, frame: &Frame, line: &Line) -> Markup {
        let record = self.record;
        let content = line
            .content
            .filter(|_| line.state == "said" && provenance::offers(frame, self.owner, &self.kind));
        let draft = matches!(line.audience, Audience::Own | Audience::Agency { .. });
        html! {
            @if let Some(content) = content {
                p.btns {
                    a.btn href=(frame.link(&format!("/records/{record}/share?content={}", encoded(&content.to_string())))) { (frame.say("releases-share-version")) }
                    @if !draft { a.btn href=(frame.link(&format!("/records/{record}/withdraw?from={}", encoded(&line.audience.hash().to_string())))) { (frame.say("releases-withdraw-link")) } }
                }
            }
        }
    }
}

fn line(past: Past) -> Line {
    let Past { facts, said } = past;
    let (state, body) = match said {
        Said::Body(body) => ("said", Some(body.to_json())),
        Said::Withdrawn => ("withdrawn", None),
        Said::Erased => ("erased", None),
        Said::Unreadable => ("needs_newer", None),
    };
    Line {
        no: facts.no,
        version: facts.hash,
        content: facts.content,
        at: facts.at,
        stated_at: facts.stated_at,
        audience: (*facts.audience).clone(),
        role: facts.by.role.clone(),
        state,
        changes: None,
        body,
    }
}

fn role(frame: &Frame, role: &str) -> Phrase {
    let key = format!("audience-role-{role}");
    if frame.language.knows(&key) { frame.say(&key) } else { role.into() }
}

fn said(frame: &Frame, line: &Line) -> Markup {
    html! {
        @match line.state {
            "withdrawn" => p { b { (frame.say("history-withdrawn")) } },
            "erased" => p { b { (frame.say("history-erased")) } span.sub { (frame.say("history-erased-why")) } },
            "needs_newer" => p.mute { (frame.say("history-needs-newer")) },
            _ => (changed(frame, line)),
        }
        details.said {
            summary { (frame.say("history-see")) }
            dl.facts.facts-1 {
                div { dt { (frame.say("history-version-hash")) } dd.hash { (line.version) } }
                @if let Some(content) = line.content { div { dt { (frame.say("history-content-hash")) } dd.hash { (content) } } }
            }
            @if let Some(body) = &line.body {
                pre tabindex="0" { code { (serde_json::to_string_pretty(body).unwrap_or_default()) } }
            }
        }
    }
}

/// What a version changed; of the first that its reader may see, that it is the first.
fn changed(frame: &Frame, line: &Line) -> Markup {
    match line.changes.as_deref() {
        None => html! { p.mute { (frame.say("history-first")) } },
        Some([]) => html! { p.mute { (frame.say("history-unchanged")) } },
        Some(changes) => changes::list(frame, changes),
    }
}

impl Screen for History {
    fn head(&self, frame: &Frame) -> Head {
        let crumbs = self.address.iter().map(|address| (self.name(frame).into(), address.clone()));
        let count = frame.tell(Message::new("history-versions").with("count", self.versions.len()));
        Head {
            title: frame.tell(Message::new("history-of").with("record", self.name(frame))),
            symbol: Some(
                self.symbol.as_ref().map_or(count.clone().into(), |symbol| format!("{symbol} · {count}")),
            ),
            lede: Some(html! { (frame.say("history-lead")) }),
            crumbs: crumbs.collect(),
            part: Part::Nowhere,
            provenance: html! { (provenance::owner(frame, self.owner)) (marking::chip(frame, self.owner, self.marking.as_ref())) },
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let record = self.record;
        html! {
            section aria-labelledby="versions" {
                h2.h2 #versions {
                    (capital(&frame.say(about::kind_key(&self.kind))))
                    span.end.key { span { ins.ch { (frame.say("history-key-new")) } } span { del.ch { (frame.say("history-key-gone")) } } }
                }
                ol.list.versions reversed {
                    @for (index, line) in self.versions.iter().enumerate().rev() { (self.version(frame, index + 1, line)) }
                }
                @if provenance::may(frame, self.owner, "erase") {
                    p.btns { a.btn href=(frame.link(&format!("/records/{record}/erase"))) { (frame.say("erasure-link")) } }
                }
            }
        }
    }
}
