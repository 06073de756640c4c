//! The history of a record: its versions as far as the reader may see them, with their hashes.

use crate::answer::Screen;
use crate::furniture::about;
use crate::furniture::frame::Frame;
use crate::furniture::parts::capital;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::audience::Audience;
use ledger::id::{Hash, Kind, RecordId};
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
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Value>,
}

impl History {
    /// What the view shows of that record's history; nothing if no version of it is open to the reader.
    pub fn look(view: &View<'_>, record: RecordId) -> Option<Self> {
        let (_, kind) = view.whose(record)?;
        let versions: Vec<Line> = view.history(record).into_iter().map(line).collect();
        Some(History {
            record,
            kind,
            title: about::title(view, record),
            address: about::address(view, record),
            versions,
        })
    }

    fn name(&self, frame: &Frame) -> String {
        self.title.as_ref().map_or_else(|| self.record.to_string(), |title| frame.words(title).to_owned())
    }

    fn row(&self, frame: &Frame, line: &Line, newest: bool) -> Markup {
        html! {
            tr id=(format!("v-{}", line.no)) {
                th scope="row" {
                    (frame.tell(Message::new("history-version").with("number", line.no)))
                    @if newest { span.sub { (frame.say("history-newest")) } }
                }
                td data-l=(frame.say("history-stated")) { (line.stated_at.map(|date| frame.date(date)).unwrap_or_default()) }
                td data-l=(frame.say("history-recorded")) { (frame.moment(line.at)) }
                td data-l=(frame.say("history-by")) { (role(frame, &line.role)) }
                td data-l=(frame.say("history-audience")) { (provenance::audience(frame, &line.audience)) }
                td.full { (said(frame, line)) }
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
        body,
    }
}

fn role(frame: &Frame, role: &str) -> String {
    let key = format!("audience-role-{role}");
    if frame.language.knows(&key) { frame.say(&key) } else { role.to_owned() }
}

fn said(frame: &Frame, line: &Line) -> Markup {
    html! {
        @match line.state {
            "withdrawn" => b { (frame.say("history-withdrawn")) },
            "erased" => { b { (frame.say("history-erased")) } span.sub { (frame.say("history-erased-why")) } },
            "needs_newer" => span.mute { (frame.say("history-needs-newer")) },
            _ => {},
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

impl Screen for History {
    fn head(&self, frame: &Frame) -> Head {
        let crumbs = self.address.iter().map(|address| (self.name(frame), address.clone()));
        Head {
            title: frame.tell(Message::new("history-of").with("record", self.name(frame))),
            symbol: Some(frame.tell(Message::new("history-versions").with("count", self.versions.len()))),
            lede: Some(html! { (frame.say("history-lead")) }),
            crumbs: crumbs.collect(),
            part: Part::Nowhere,
            provenance: provenance::readable(frame),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let newest = self.versions.len();
        html! {
            section aria-labelledby="versions" {
                h2.h2 #versions { (capital(&frame.say(about::kind_key(&self.kind)))) }
                table.t.t-list {
                    thead { tr {
                        th scope="col" { (frame.say("history-version-column")) }
                        th scope="col" { (frame.say("history-stated")) }
                        th scope="col" { (frame.say("history-recorded")) }
                        th scope="col" { (frame.say("history-by")) }
                        th scope="col" { (frame.say("history-audience")) }
                        th scope="col" { (frame.say("history-said")) }
                    } }
                    tbody { @for (index, line) in self.versions.iter().enumerate().rev() { (self.row(frame, line, index + 1 == newest)) } }
                }
            }
        }
    }
}
