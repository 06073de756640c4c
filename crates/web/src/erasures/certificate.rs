//! The certificate of an erasure, as a sheet of A4 for the security officer: what, when, by whom, where it had gone, and what
//! could not be reached. Whoever received the erasure can print it too, of what he had.

use super::erasing::reader;
use crate::answer::Screen;
use crate::furniture::about;
use crate::furniture::frame::{Frame, plain};
use crate::furniture::parts::{self, capital};
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::audience::Audience;
use ledger::content::{Erasure, Ground};
use ledger::id::{ActId, Hash, Kind, OwnerId, RecordId};
use ledger::owner::World;
use ledger::time::{PartialDate, Stamp};
use ledger::view::{Seen, View};
use maud::{Markup, html};
use review::shared::is_inner;
use serde::Serialize;
use words::Message;

/// The certificate.
#[derive(Serialize)]
pub struct Certificate {
    owner: OwnerId,
    act: ActId,
    at: Stamp,
    role: String,
    ground: Ground,
    erased: Vec<Erased>,
    /// When the first of it was recorded.
    first: Stamp,
}

/// A content that was erased.
#[derive(Serialize)]
struct Erased {
    record: RecordId,
    kind: Kind,
    content: Hash,
    from: Stamp,
    went: Vec<Went>,
}

/// Readers who had it.
#[derive(Serialize)]
struct Went {
    audience: Audience,
    since: Stamp,
    /// Whether it was withdrawn from them before.
    withdrawn: bool,
}

impl Certificate {
    /// The certificate of the act that wrote that erasure, as far as the reader may see what it erased.
    pub fn look(view: &View<'_>, record: RecordId) -> Option<Self> {
        let one = view.find::<Erasure>(record)?;
        let same = |other: &Seen<Erasure>| other.facts.act == one.facts.act;
        let mut erased: Vec<Erased> = Vec::new();
        for erasure in view.of_owner::<Erasure>(one.owner.id).filter(same) {
            if !erased.iter().any(|known| known.content == erasure.body.content) {
                erased.extend(of(view, &erasure));
            }
        }
        let first = erased.iter().map(|erased| erased.from).min()?;
        Some(Certificate {
            owner: one.owner.id,
            act: one.facts.act,
            at: one.facts.at,
            role: one.facts.by.role.clone(),
            ground: one.body.ground,
            erased,
            first,
        })
    }

    fn rows(&self, frame: &Frame) -> Markup {
        html! {
            @for one in &self.erased {
                tr {
                    th scope="row" { (capital(&frame.say(about::kind_key(&one.kind)))) span.sub.hash { (one.record) } }
                    td { span.hash { (one.content) } span.sub { (self.period(frame, "erasure-from-until", one.from)) } }
                    td { (went(frame, &one.went)) }
                }
            }
        }
    }

    fn period(&self, frame: &Frame, key: &'static str, from: Stamp) -> Phrase {
        let day = |stamp: Stamp| plain(PartialDate::of(stamp.day()));
        frame.tell(Message::new(key).with("from", day(from)).with("until", day(self.at)))
    }

    fn sheet(&self, frame: &Frame) -> Markup {
        let say = |key: &str| frame.say(key);
        let role = say(&format!("audience-role-{}", self.role));
        let by = Message::new("erasure-by-role")
            .with("name", provenance::owner_words(frame, self.owner))
            .with("role", role);
        let ground = match self.ground {
            Ground::Spill => "erasure-ground-spill",
            Ground::PersonalData => "erasure-ground-personal-data",
        };
        html! {
            article.paper {
                @if frame.world == World::Exercise { p.fiction { (say("erasure-exercise")) } }
                p.letterhead { (provenance::owner_words(frame, self.owner)) }
                h2 { (say("erasure-certificate")) }
                (parts::facts(vec![
                    (say("erasure-number"), html! { span.hash { (self.act) } }),
                    (say("erasure-when"), html! { (frame.moment(self.at)) }),
                    (say("erasure-by"), html! { (frame.tell(by)) }),
                    (say("erasure-ground"), html! { (say(ground)) }),
                    (say("erasure-installation"), html! { (frame.installation) }),
                ]))
                table.sign.gone {
                    thead { tr { th scope="col" { (say("erasure-kind")) } th scope="col" { (say("erasure-content")) } th scope="col" { (say("erasure-went")) } } }
                    tbody { (self.rows(frame)) }
                }
                (parts::facts(vec![
                    (say("erasure-gone-here"), html! { (say("erasure-gone-here-what")) }),
                    (say("erasure-gone-elsewhere"), html! { (say("erasure-gone-elsewhere-what")) }),
                    (say("erasure-not-reached"), html! {
                        ul {
                            li { (self.period(frame, "erasure-not-reached-backups", self.first)) }
                            li { (say("erasure-not-reached-paper")) }
                            li { (say("erasure-not-reached-people")) }
                            li { (say("erasure-not-reached-disk")) }
                        }
                    }),
                ]))
                p.small { (say("erasure-verify")) }
                @for signs in ["erasure-coordinator", "erasure-officer"] {
                    div.signature {
                        p { (say(signs)) }
                        p { (blank(&say("erasure-signature"))) span.sub { (say("erasure-signature")) } }
                        p { (blank(&say("clearance-name"))) span.sub { (say("clearance-name")) } }
                    }
                }
            }
        }
    }
}

/// What became of one content: whose record, since when, and who had it.
fn of(view: &View<'_>, erasure: &Seen<Erasure>) -> Option<Erased> {
    let Erasure { content, record, .. } = *erasure.body;
    let (_, kind) = view.whose(record)?;
    let history = view.history(record);
    let held: Vec<_> = history.iter().filter(|past| past.facts.content == Some(content)).collect();
    let mut went: Vec<Went> = Vec::new();
    for past in &held {
        let audience = &past.facts.audience;
        if is_inner(audience) || went.iter().any(|known| known.audience == **audience) {
            continue;
        }
        let after =
            |later: &&ledger::view::Past| later.facts.audience == *audience && later.facts.no > past.facts.no;
        let withdrawn = history.iter().filter(after).any(|later| later.facts.content.is_none());
        went.push(Went { audience: (**audience).clone(), since: past.facts.at, withdrawn });
    }
    Some(Erased { record, kind, content, from: held.first()?.facts.at, went })
}

fn went(frame: &Frame, went: &[Went]) -> Markup {
    let said = |one: &Went| {
        let key = if one.withdrawn { "erasure-went-withdrawn" } else { "erasure-went-reader" };
        let since = plain(PartialDate::of(one.since.day()));
        frame.tell(Message::new(key).with("readers", reader(frame, &one.audience)).with("date", since))
    };
    html! {
        @if went.is_empty() { (frame.say("erasure-went-nobody")) }
        @for one in went { span.line { (said(one)) } }
    }
}

/// A line to write on by hand.
fn blank(label: &str) -> Markup {
    html! { span.blank { span.vh { (label) } } }
}

impl Screen for Certificate {
    fn head(&self, frame: &Frame) -> Head {
        let record = self.erased.first().map(|one| one.record);
        let history = record.map(|record| (frame.say("history-title"), format!("/records/{record}/history")));
        Head {
            title: frame.say("erasure-certificate"),
            symbol: None,
            lede: Some(html! { (frame.say("erasure-certificate-lede")) }),
            crumbs: history.into_iter().collect(),
            part: Part::Nowhere,
            provenance: provenance::owner(frame, self.owner),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        self.sheet(frame)
    }
}
