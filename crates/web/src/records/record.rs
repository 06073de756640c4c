//! The page of a party, a source, a theme or an event: what is said of it, and where it stands.

use super::mentions::{self, Mention};
use crate::answer::Screen;
use crate::furniture::about;
use crate::furniture::cited::Cited;
use crate::furniture::frame::{Frame, plain};
use crate::furniture::model::{Item, Names, items_about, parties};
use crate::furniture::parts;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::id::{Kind, RecordId};
use ledger::text::Text;
use ledger::view::View;
use maud::{Markup, html};
use review::catalogue::Catalogue;
use review::disagreement::Disagreement;
use review::event::Event;
use review::party::Party;
use review::source::Source;
use review::theme::Theme;
use review::treaty::Treaty;
use serde::Serialize;
use words::Message;

/// The page of a record.
#[derive(Serialize)]
pub struct OneRecord {
    record: RecordId,
    kind: Kind,
    title: Text,
    says: Says,
    /// Where it stands: other records that speak of it.
    standing_in: Vec<Mention>,
    disagreements: Vec<Item<Disagreement>>,
    parties: Names<Party>,
    sources: Cited,
}

/// What the record says, by its kind.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Says {
    Party(Item<Party>),
    Source(Item<Source>),
    Theme(Item<Theme>),
    Event(Item<Event>),
    Treaty(Item<Treaty>),
    Catalogue(Item<Catalogue>),
}

impl OneRecord {
    /// What the view shows of that record, if it is of a kind that has a page of its own.
    pub fn look(view: &View<'_>, record: RecordId) -> Option<Self> {
        let (_, kind) = view.whose(record)?;
        let says = None
            .or_else(|| view.find::<Party>(record).map(|seen| Says::Party(seen.into())))
            .or_else(|| view.find::<Source>(record).map(|seen| Says::Source(seen.into())))
            .or_else(|| view.find::<Theme>(record).map(|seen| Says::Theme(seen.into())))
            .or_else(|| view.find::<Event>(record).map(|seen| Says::Event(seen.into())))
            .or_else(|| view.find::<Treaty>(record).map(|seen| Says::Treaty(seen.into())))
            .or_else(|| view.find::<Catalogue>(record).map(|seen| Says::Catalogue(seen.into())))?;
        let mut sources = Cited::default();
        sources.take(view, says.sources());
        let disagreements: Vec<Item<Disagreement>> = items_about(view, record)
            .into_iter()
            .filter(|item: &Item<Disagreement>| item.body.about == record)
            .collect();
        for item in &disagreements {
            item.body.statements.iter().for_each(|statement| sources.take(view, &statement.sources));
        }
        let title = about::title(view, record)?;
        let parties = parties(view, says.parties());
        Some(OneRecord {
            record,
            kind,
            title,
            standing_in: mentions::mentions(view, record, says.near()),
            says,
            disagreements,
            parties,
            sources,
        })
    }

    fn said(&self, frame: &Frame) -> Markup {
        match &self.says {
            Says::Party(item) => party(frame, &self.parties, item, &self.sources),
            Says::Source(item) => source(frame, &item.body),
            Says::Theme(_) => html! {},
            Says::Event(item) => event(frame, &self.parties, item, &self.sources),
            Says::Treaty(item) => treaty(frame, &item.body, &self.sources),
            Says::Catalogue(item) => catalogue(frame, &item.body, &self.sources),
        }
    }

    fn mentioned(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="standing-in" {
                h2.h2 #standing-in { (frame.say("record-standing-in")) }
                @if self.standing_in.is_empty() { p.mute { (frame.say("record-standing-nowhere")) } }
                @else { (mentions::list(frame, &self.standing_in, &self.title)) }
            }
        }
    }

    fn differences(&self, frame: &Frame) -> Markup {
        if self.disagreements.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="differ" {
                h2.h2 #differ { (frame.say("round-differ")) }
                ul.list { @for item in &self.disagreements { (self.sources.disagreement(frame, item)) } }
            }
        }
    }
}

impl Says {
    fn sources(&self) -> &[RecordId] {
        match self {
            Says::Party(item) => &item.body.sources,
            Says::Event(item) => &item.body.sources,
            Says::Treaty(item) => &item.body.sources,
            Says::Catalogue(item) => &item.body.sources,
            Says::Source(_) | Says::Theme(_) => &[],
        }
    }

    /// The way to sharing, for whoever may share it.
    fn way_to_share(&self, frame: &Frame) -> Markup {
        match self {
            Says::Party(item) => provenance::way_to_share(frame, item),
            Says::Source(item) => provenance::way_to_share(frame, item),
            Says::Theme(item) => provenance::way_to_share(frame, item),
            Says::Event(item) => provenance::way_to_share(frame, item),
            Says::Treaty(item) => provenance::way_to_share(frame, item),
            Says::Catalogue(item) => provenance::way_to_share(frame, item),
        }
    }

    /// The round that an event names as its own.
    fn near(&self) -> Option<RecordId> {
        match self {
            Says::Event(item) => item.body.round,
            Says::Party(_) | Says::Source(_) | Says::Theme(_) | Says::Treaty(_) | Says::Catalogue(_) => None,
        }
    }

    fn parties(&self) -> Vec<RecordId> {
        match self {
            Says::Party(item) => item.body.part_of.into_iter().collect(),
            Says::Event(item) => {
                let place = item.body.place.iter().filter_map(|place| place.state);
                place.chain(item.body.states.iter().chain(&item.body.organizations).copied()).collect()
            }
            Says::Source(_) | Says::Theme(_) | Says::Treaty(_) | Says::Catalogue(_) => Vec::new(),
        }
    }
}

fn party(frame: &Frame, parties: &Names<Party>, item: &Item<Party>, sources: &Cited) -> Markup {
    let body = &item.body;
    let text = |text: Option<&Text>| text.map(|text| frame.text(text).markup()).unwrap_or_default();
    let whole = body.part_of.and_then(|whole| parties.get(&whole)).map(|whole| parts::party(frame, whole));
    let role =
        body.role.as_ref().map(|role| html! { (frame.text(role)) " " (sources.cite(frame, &body.sources)) });
    html! {
        (parts::facts(vec![
            (frame.say("record-formal-name"), text(body.formal.as_ref())),
            (frame.say("record-abbreviation"), text(body.abbreviation.as_ref())),
            (frame.say("record-part-of"), whole.unwrap_or_default()),
            (frame.say("record-role"), role.unwrap_or_default()),
        ]))
    }
}

fn source(frame: &Frame, body: &Source) -> Markup {
    let address = body.url.as_deref().map(|url| {
        html! { a href=(url) rel="noreferrer external" hreflang=(body.language) { (url) } }
    });
    let publisher = body.publisher.as_ref().map(|publisher| frame.text(publisher).markup());
    parts::facts(vec![
        (frame.say("record-publisher"), publisher.unwrap_or_default()),
        (frame.say("record-published"), html! { @if let Some(date) = body.published { (frame.date(date)) } }),
        (frame.say("record-read-at"), address.unwrap_or_default()),
    ])
}

fn treaty(frame: &Frame, body: &Treaty, sources: &Cited) -> Markup {
    let read = body.url.as_deref().map(|url| html! { a href=(url) rel="noreferrer external" { (url) } });
    let note = body.note.as_ref().map(|note| frame.text(note).markup());
    html! {
        (parts::facts(vec![
            (frame.say("record-sort"), html! { (frame.say(&format!("record-treaty-{}", body.sort.word()))) }),
            (frame.say("record-who-joined"), read.unwrap_or_default()),
            (frame.say("round-note"), note.unwrap_or_default()),
            (frame.say("round-sources"), sources.cite(frame, &body.sources)),
        ]))
    }
}

fn catalogue(frame: &Frame, body: &Catalogue, sources: &Cited) -> Markup {
    let note = body.note.as_ref().map(|note| frame.text(note).markup());
    html! {
        (parts::facts(vec![
            (frame.say("record-edition"), html! { (body.edition) }),
            (frame.say("round-note"), note.unwrap_or_default()),
            (frame.say("round-sources"), sources.cite(frame, &body.sources)),
        ]))
        ul.list { @for section in &body.sections {
            li { b { (frame.text(&section.title)) } p.prov { span { (frame.text(&section.paragraph)) } } }
        } }
    }
}

fn event(frame: &Frame, parties: &Names<Party>, item: &Item<Event>, sources: &Cited) -> Markup {
    let body = &item.body;
    let list = |ids: &[RecordId]| {
        let named: Vec<&Item<Party>> = ids.iter().filter_map(|id| parties.get(id)).collect();
        let named = frame.in_order(named, |item| frame.words(&item.body.name).to_owned());
        html! { @for item in named { (parts::party(frame, item)) " " } }
    };
    html! {
        p.doc { (frame.text(&body.summary)) " " (sources.cite(frame, &body.sources)) }
        (parts::facts(vec![
            (frame.say("round-dates"), html! { (parts::when(frame, &body.dates).unwrap_or_default()) }),
            (frame.say("round-place"), parts::place(frame, parties, body.place.as_ref())),
            (frame.say("record-states"), list(&body.states)),
            (frame.say("record-organizations"), list(&body.organizations)),
        ]))
    }
}

impl Screen for OneRecord {
    fn head(&self, frame: &Frame) -> Head {
        let symbol = match &self.says {
            Says::Party(item) => Some(item.body.label.clone()),
            Says::Source(item) => item.body.published.map(|date| {
                frame.tell(Message::new("round-source-published").with("date", plain(date))).into()
            }),
            Says::Treaty(item) => Some(item.body.label.clone()),
            Says::Theme(_) | Says::Event(_) | Says::Catalogue(_) => None,
        };
        let kind = match &self.says {
            Says::Party(item) => about::party_key(item.body.sort),
            _ => about::kind_key(&self.kind),
        };
        Head {
            title: frame.words(&self.title).into(),
            symbol,
            lede: Some(html! { (parts::capital(&frame.say(kind))) }),
            crumbs: vec![(frame.say("series-list-title"), "/series".into())],
            part: Part::Nowhere,
            provenance: html! { (provenance::readable(frame)) (self.says.way_to_share(frame)) },
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            (self.said(frame))
            (self.mentioned(frame))
            (self.differences(frame))
            (self.sources.list(frame))
            p.more { a href=(frame.link(&format!("/records/{}/history", self.record))) { (frame.say("history-title")) } }
        }
    }
}
