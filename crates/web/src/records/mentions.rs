//! Where a record stands: the other records that speak of it, gathered by the page they are on.

use crate::furniture::about;
use crate::furniture::frame::Frame;
use crate::furniture::parts::capital;
use ledger::content::Body;
use ledger::id::{Kind, RecordId};
use ledger::text::Text;
use ledger::view::View;
use maud::{Markup, html};
use review::round::Round;
use serde::Serialize;

/// Another record that speaks of this one.
#[derive(Serialize)]
pub struct Mention {
    kind: Kind,
    title: Text,
    address: String,
    /// What the page is called on which it stands with others.
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<Text>,
}

/// The records that speak of a record, each address once; `near` is one that it names itself.
pub fn mentions(view: &View<'_>, record: RecordId, near: Option<RecordId>) -> Vec<Mention> {
    let speaking = view.speaking_of(record).into_iter().map(|(other, _)| other);
    let mut mentions: Vec<Mention> = Vec::new();
    for mention in near.into_iter().chain(speaking).filter_map(|other| mention(view, other)) {
        if !mentions.iter().any(|known| known.address == mention.address) {
            mentions.push(mention);
        }
    }
    mentions
}

fn mention(view: &View<'_>, record: RecordId) -> Option<Mention> {
    let (_, kind) = view.whose(record)?;
    let on = about::page_of(view, record).and_then(|page| about::title(view, page));
    Some(Mention { kind, title: about::title(view, record)?, address: about::address(view, record)?, on })
}

/// The mentions as a list: a round with what stands on its page, and the rest by kind.
pub fn list(frame: &Frame, mentions: &[Mention], own: &Text) -> Markup {
    let mut pages: Vec<(&str, &Text)> = Vec::new();
    for mention in mentions {
        let title = if mention.is_round() { Some(&mention.title) } else { mention.on.as_ref() };
        if let Some(title) = title.filter(|_| !pages.iter().any(|(page, _)| *page == mention.page())) {
            pages.push((mention.page(), title));
        }
    }
    let on = |page: &str| -> Vec<&Mention> {
        mentions.iter().filter(|mention| mention.page() == page && !mention.is_round()).collect()
    };
    let alone: Vec<&Mention> =
        mentions.iter().filter(|mention| !pages.iter().any(|(page, _)| *page == mention.page())).collect();
    html! {
        ul.list.places {
            @for (page, title) in &pages {
                li { b { a href=(frame.link(page)) { (frame.text(title)) } } (by_kind(frame, &on(page), own)) }
            }
            @if !alone.is_empty() { li { (by_kind(frame, &alone, own)) } }
        }
    }
}

impl Mention {
    fn is_round(&self) -> bool {
        self.kind.as_str() == Round::KIND
    }

    /// The address of the page, without the place on it.
    fn page(&self) -> &str {
        self.address.split('#').next().unwrap_or(&self.address)
    }
}

fn by_kind(frame: &Frame, mentions: &[&Mention], own: &Text) -> Markup {
    let mut kinds: Vec<&Kind> = Vec::new();
    mentions.iter().for_each(|mention| {
        if !kinds.contains(&&mention.kind) {
            kinds.push(&mention.kind);
        }
    });
    html! {
        @for kind in kinds {
            @let all: Vec<&&Mention> = mentions.iter().filter(|mention| mention.kind == *kind).collect();
            @let many = frame.say(about::group_key(kind));
            @let one = capital(&frame.say(about::kind_key(kind)));
            p {
                @match all.as_slice() {
                    [only] if only.title == *own => a href=(frame.link(&only.address)) { (one) },
                    all => {
                        span.mute { (if all.len() > 1 { &many } else { &one }) ": " }
                        @for (index, mention) in all.iter().enumerate() {
                            @if index > 0 { "; " }
                            a href=(frame.link(&mention.address)) { (frame.text(&mention.title)) }
                        }
                    }
                }
            }
        }
    }
}
