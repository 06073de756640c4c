//! What of a record is erased, why, and what that does not reach: said before it is done.

use crate::answer::Screen;
use crate::furniture::about;
use crate::furniture::form::{Errors, Posted, summary};
use crate::furniture::frame::{Frame, plain};
use crate::furniture::linked::{Link, link};
use crate::furniture::model::day;
use crate::furniture::parts::{self, capital, shortened};
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::readers::names;
use crate::furniture::shell::{Head, Part};
use ledger::audience::Audience;
use ledger::id::{Hash, Kind, OwnerId, RecordId};
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::{Said, View};
use maud::{Markup, html};
use review::act::open_to;
use review::actor::Actor;
use review::file::File;
use review::share::Erase;
use serde::Serialize;
use words::Message;

/// The grounds, as a form and an act name them.
pub const GROUNDS: [&str; 2] = ["spill", "personal_data"];

/// The page on which it is said what is erased.
#[derive(Serialize)]
pub struct Erasing {
    /// The record.
    pub record: RecordId,
    kind: Kind,
    owner: OwnerId,
    title: Option<Text>,
    contents: Vec<Content>,
    files: Vec<OwnFile>,
    /// Own records that speak of it.
    speaking: Vec<Link>,
    /// The id of the act, so that it is done once.
    #[serde(skip)]
    pub act: String,
    /// Whether the password was given lately; if not, where it is given again.
    #[serde(skip)]
    pub again: Option<String>,
    #[serde(skip)]
    typed: Option<Posted>,
    #[serde(skip)]
    errors: Errors,
}

/// A content that is still said.
#[derive(Serialize)]
struct Content {
    content: Hash,
    no: u64,
    day: PartialDate,
    audiences: Vec<Audience>,
}

/// A file that is attached to the record, with its contents.
#[derive(Serialize)]
struct OwnFile {
    file: RecordId,
    title: Text,
    contents: Vec<Hash>,
}

impl Erasing {
    /// What of a record the actor may erase; nothing for everybody else. Also of one that was withdrawn from all.
    pub fn look(view: &View<'_>, actor: &Actor, record: RecordId) -> Option<Self> {
        let (owner, kind) = view.whose(record)?;
        if owner.id != actor.owner || !open_to(actor.role).contains(&"erase") {
            return None;
        }
        let files = view.about::<File>(record).filter(|file| file.owner.id == owner.id);
        let own = |other: &RecordId| {
            *other != record
                && view.find::<File>(*other).is_none()
                && view.whose(*other).is_some_and(|(whose, _)| whose.id == owner.id)
        };
        let speaking = view.speaking_of(record).into_iter().map(|(other, _)| other).filter(own);
        Some(Erasing {
            record,
            title: about::title(view, record),
            contents: contents(view, record),
            files: files
                .map(|file| OwnFile {
                    file: file.record,
                    title: file.body.title.clone(),
                    contents: contents(view, file.record).into_iter().map(|one| one.content).collect(),
                })
                .collect(),
            speaking: speaking
                .filter_map(|other| link(view, other))
                .filter(|other| other.address.is_some())
                .collect(),
            owner: owner.id,
            kind,
            act: String::new(),
            again: None,
            typed: None,
            errors: Errors::new(),
        })
    }

    /// With what was typed, and what is wrong.
    pub fn with_typed(mut self, typed: Posted, errors: Errors) -> Self {
        self.typed = Some(typed);
        self.errors = errors;
        self
    }

    /// The contents that a form ticked, each with its record.
    pub fn ticked(&self, typed: &Posted) -> Vec<(RecordId, Hash)> {
        let is = |name: &str, value: String| typed.all(name).contains(&value);
        let own = self.contents.iter().filter(|one| is("content", one.content.to_string()));
        let files = self.files.iter().filter(|file| is("file", file.file.to_string()));
        own.map(|one| (self.record, one.content))
            .chain(files.flat_map(|file| file.contents.iter().map(|content| (file.file, *content))))
            .collect()
    }

    /// How many records of erasures that takes.
    pub fn count(view: &View<'_>, ticked: &[(RecordId, Hash)]) -> usize {
        ticked.iter().map(|(record, content)| Erase::count(view, *record, *content)).sum()
    }

    fn name(&self, frame: &Frame) -> Phrase {
        match &self.title {
            Some(title) => shortened(frame.words(title)).into(),
            None => capital(&frame.say(about::kind_key(&self.kind))),
        }
    }

    /// Whether a box is ticked: all of them, until somebody takes a tick away.
    fn is_ticked(&self, name: &str, value: &str) -> bool {
        self.typed.as_ref().is_none_or(|typed| typed.all(name).iter().any(|one| one == value))
    }

    fn what(&self, frame: &Frame) -> Markup {
        html! {
            fieldset #content {
                legend { (frame.say("erasure-what")) }
                @for (place, one) in self.contents.iter().enumerate() {
                    @let (id, value) = (format!("content-{place}"), one.content.to_string());
                    p.opt {
                        input id=(id) type="checkbox" name="content" value=(value) checked[self.is_ticked("content", &value)];
                        label for=(id) {
                            (frame.tell(Message::new("erasure-version").with("number", one.no).with("date", plain(one.day))))
                            span.sub { (frame.tell(Message::new("erasure-read-by").with("readers", readers(frame, &one.audiences)))) }
                        }
                    }
                }
                @if !self.files.is_empty() {
                    p { b { (frame.say("erasure-files")) } }
                    @for (place, file) in self.files.iter().enumerate() {
                        @let (id, value) = (format!("attached-{place}"), file.file.to_string());
                        p.opt {
                            input id=(id) type="checkbox" name="file" value=(value) checked[self.is_ticked("file", &value)];
                            label for=(id) { (frame.tell(Message::new("erasure-file").with("name", frame.words(&file.title)).with("count", file.contents.len()))) }
                        }
                    }
                }
            }
        }
    }

    fn why(&self, frame: &Frame) -> Markup {
        let chosen = self.typed.as_ref().map_or("", |typed| typed.get("ground"));
        html! {
            fieldset #ground {
                legend { (frame.say("erasure-ground")) }
                @for ground in GROUNDS {
                    @let id = format!("ground-{ground}");
                    p.opt {
                        input id=(id) type="radio" name="ground" value=(ground) checked[chosen == ground] required;
                        label for=(id) { (frame.say(&format!("erasure-ground-{}", ground.replace('_', "-")))) }
                    }
                }
            }
        }
    }

    fn reach(&self, frame: &Frame) -> Markup {
        html! {
            div.note role="note" aria-labelledby="reach" {
                p #reach { b { (frame.say("erasure-reach")) } }
                p { (frame.say("erasure-reach-copies")) }
                @if self.speaking.is_empty() { p { (frame.say("erasure-reach-words")) } }
                @else {
                    p { (frame.say("erasure-reach-records")) }
                    ul.list { @for other in &self.speaking { li { (capital(&frame.say(about::kind_key(&other.kind)))) ": " (other.in_full(frame)) } } }
                }
            }
        }
    }

    fn form(&self, frame: &Frame) -> Markup {
        let record = self.record;
        html! {
            form.narrow method="post" action=(frame.link_plain(&format!("/records/{record}/erase"))) {
                input type="hidden" name="act" value=(self.act);
                (self.what(frame))
                (self.why(frame))
                (self.reach(frame))
                p.opt #confirm { input id="confirmed" type="checkbox" name="confirmed" value="yes" required; label for="confirmed" { b { (frame.say("erasure-confirm")) } } }
                p.btns {
                    button.btn.btn-p type="submit" { (frame.say("erasure-do")) }
                    a href=(frame.link(&format!("/records/{record}/history"))) { (frame.say("releases-cancel")) }
                }
            }
        }
    }
}

/// The contents of a record that are still said, the newest first.
fn contents(view: &View<'_>, record: RecordId) -> Vec<Content> {
    let mut contents: Vec<Content> = Vec::new();
    for past in view.history(record).into_iter().rev() {
        let Some(content) =
            past.facts.content.filter(|_| !matches!(past.said, Said::Erased | Said::Withdrawn))
        else {
            continue;
        };
        let audience = (*past.facts.audience).clone();
        match contents.iter_mut().find(|known| known.content == content) {
            Some(known) if known.audiences.contains(&audience) => {}
            Some(known) => known.audiences.push(audience),
            None => {
                let day = day(&past.facts);
                contents.push(Content { content, no: past.facts.no, day, audiences: vec![audience] });
            }
        }
    }
    contents
}

/// Readers of several audiences, by name where they are few.
pub fn readers(frame: &Frame, audiences: &[Audience]) -> Phrase {
    let said = audiences.iter().map(|audience| reader(frame, audience).to_string());
    said.collect::<Vec<String>>().join("; ").into()
}

/// The readers of one audience: its label, and the names behind it.
pub fn reader(frame: &Frame, audience: &Audience) -> Phrase {
    let label = provenance::audience_words(frame, audience);
    match audience {
        Audience::Readers { label: ledger::audience::ReadersLabel::Named, .. } => label,
        Audience::Readers { parties, .. } => format!("{label}: {}", names(frame, parties)).into(),
        _ => label,
    }
}

impl Screen for Erasing {
    fn head(&self, frame: &Frame) -> Head {
        let name = self.name(frame);
        Head {
            title: frame.tell(Message::new("erasure-title").with("record", name.clone())),
            symbol: None,
            lede: Some(html! { (frame.say("erasure-lede")) }),
            crumbs: vec![(name, format!("/records/{}/history", self.record))],
            part: Part::Nowhere,
            provenance: provenance::owner(frame, self.owner),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            (summary(frame, &self.errors))
            @if self.contents.is_empty() && self.files.is_empty() {
                (parts::empty(&frame.say("erasure-nothing"), &frame.say("erasure-nothing-why")))
            } @else if let Some(again) = &self.again {
                p { (frame.say("erasure-again")) }
                p.btns { a.btn.btn-p href=(again) { (frame.say("people-again")) } }
            } @else { (self.form(frame)) }
        }
    }
}
