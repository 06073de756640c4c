//! Whose is it, who reads it, is it final: three answers on every object, in that order.

use super::frame::Frame;
use super::marking;
use super::model::Item;
use super::phrase::Phrase;
use super::shell::mark;
use ledger::audience::{Audience, ReadersLabel};
use ledger::id::{Kind, OwnerId};
use ledger::owner::{Origin, OwnerSort};
use maud::{Markup, html};
use review::act::open_to;
use review::actor::Actor;
use review::share::Share;
use words::Message;

/// All three for a record, in one line.
pub fn line<B>(frame: &Frame, item: &Item<B>) -> Markup {
    html! { p.prov { (page(frame, item)) } }
}

/// The same for the head of a page.
pub fn head<B>(frame: &Frame, item: &Item<B>) -> Markup {
    html! {
        (owner(frame, item.owner)) (audience(frame, &item.audience)) (version(frame, item))
        (marking::chip(frame, item.owner, item.marking.as_ref()))
    }
}

/// The head of a record's own page: for whoever may share it also the way there.
pub fn page<B>(frame: &Frame, item: &Item<B>) -> Markup {
    html! { (head(frame, item)) (read_log(frame, item)) (way_to_share(frame, item)) }
}

/// That the party which shared this sees on which days the reader's party reads it: said to the reader beforehand.
fn read_log<B>(frame: &Frame, item: &Item<B>) -> Markup {
    let is_noted = frame.actor.as_ref().is_some_and(|actor| frame.is_mine(actor.owner))
        && !frame.is_mine(item.owner)
        && *item.audience != Audience::Public;
    let owner = frame.owners.get(&item.owner).filter(|owner| is_noted && owner.sort == OwnerSort::Party);
    html! {
        @if let Some(owner) = owner {
            a.mute href=(frame.link("/help#reads")) { (frame.tell(Message::new("provenance-read-log").with("owner", frame.words(&owner.name)))) }
        }
    }
}

/// The way to sharing, for whoever may share the record today.
pub fn way_to_share<B>(frame: &Frame, item: &Item<B>) -> Markup {
    html! {
        @if offers(frame, item.owner, &item.kind) {
            a.deed href=(frame.link(&format!("/records/{}/share", item.record))) { (frame.say("releases-share-link")) }
        }
        // People of an agency mark what only their agency reads.
        @if may(frame, item.owner, "mark") && (may(frame, item.owner, "share") || matches!(*item.audience, Audience::Agency { .. })) {
            a.deed href=(frame.link(&format!("/records/{}/marking", item.record))) { (frame.say("marking-link")) }
        }
    }
}

/// Whether an act is open to the page's reader on what is that owner's: never in the past, which is read only.
pub fn may(frame: &Frame, owner: OwnerId, act: &str) -> bool {
    let actor = frame.actor.as_ref().filter(|actor| frame.past.is_none() && actor.owner == owner);
    actor.is_some_and(|actor| open_to(actor.role).contains(&act))
}

/// Whether the page offers its reader to share records of that owner and kind: never in the past, which is read only.
pub fn offers(frame: &Frame, owner: OwnerId, kind: &Kind) -> bool {
    let open = |actor: &Actor| Share::is_open(actor, owner, kind.as_str());
    frame.past.is_none() && frame.actor.as_ref().is_some_and(open)
}

/// The head of a page that shows records of many owners: what its reader may read.
pub fn readable(frame: &Frame) -> Markup {
    match &frame.reading {
        Some(reading) => html! {
            (owner(frame, reading.owner))
            span.mute { (frame.tell(Message::new("provenance-may-read").with("reader", frame.words(&reading.name)))) }
        },
        None => html! {
            (audience(frame, &Audience::Public))
            @if frame.world == ledger::owner::World::Record { span.rel { (frame.say("shell-as-of-reconstructed")) } }
        },
    }
}

/// Whose it is: mark and name. An editor has no mark: what it compiles is nobody's statement.
pub fn owner(frame: &Frame, owner: OwnerId) -> Markup {
    let Some(known) = frame.owners.get(&owner) else {
        return html! { span.mute { (frame.say("provenance-editor")) } };
    };
    html! { (owner_mark(frame, owner)) @if known.sort == OwnerSort::Party { " " } }
}

fn owner_mark(frame: &Frame, owner: OwnerId) -> Markup {
    let Some(known) = frame.owners.get(&owner) else { return html! {} };
    let round = !known.is_state;
    html! {
        span.own.own-org[round].own-me[frame.is_mine(owner)] {
            span.tm.iso aria-hidden="true" { (known.label) }
            @if known.sort == OwnerSort::Round { (frame.tell(Message::new("provenance-joint").with("round", frame.words(&known.name)))) }
            @else { (frame.text(&known.name)) }
        }
    }
}

/// The mark alone, for dense cells, with an accessible name.
pub fn mark_alone(frame: &Frame, owner: OwnerId) -> Markup {
    let Some(known) = frame.owners.get(&owner) else { return html! {} };
    html! {
        span.own.own-org[!known.is_state].own-me[frame.is_mine(owner)] {
            span.tm.iso title=(frame.words(&known.name)) { (known.label) }
        }
    }
}

/// Who reads it, with the sign whose rings widen with the audience, always in words. Named readers are named.
pub fn audience(frame: &Frame, audience: &Audience) -> Markup {
    let (class, drawing) = match audience {
        Audience::Agency { .. } | Audience::Own => ("aud aud-own", "a-own"),
        Audience::Readers { label: ReadersLabel::Named, .. } => ("aud aud-named", "a-named"),
        Audience::Readers { label: ReadersLabel::Round, .. } => ("aud aud-round", "a-round"),
        Audience::Readers { label: ReadersLabel::RoundAndOrganizations, .. } => ("aud aud-org", "a-org"),
        Audience::Series { .. } => ("aud aud-all", "a-all"),
        Audience::Public => ("aud aud-public", "a-public"),
    };
    html! { span class=(class) { (mark(drawing)) (audience_words(frame, audience)) } }
}

/// The same in plain words, for files.
pub fn audience_words(frame: &Frame, audience: &Audience) -> Phrase {
    let said = frame.say(match audience {
        Audience::Agency { .. } => "audience-agency",
        Audience::Own => "audience-own",
        Audience::Readers { label: ReadersLabel::Named, .. } => "audience-named",
        Audience::Readers { label: ReadersLabel::Round, .. } => "audience-round",
        Audience::Readers { label: ReadersLabel::RoundAndOrganizations, .. } => "audience-organizations",
        Audience::Series { .. } => "audience-series",
        Audience::Public => "audience-public",
    });
    let Audience::Readers { label: ReadersLabel::Named, parties } = audience else { return said };
    let names = parties.iter().filter_map(|party| frame.owners.get(party));
    let named =
        frame.in_order(names.map(|known| frame.words(&known.name).to_owned()).collect(), String::clone);
    if named.is_empty() { said } else { format!("{said}: {}", frame.list(&named)).into() }
}

/// Whether it is a draft or shared, which revision, and when; what an editor compiled is a reconstruction.
pub fn version<B>(frame: &Frame, item: &Item<B>) -> Markup {
    html! { span.rel.rel-draft[is_draft(item)] { (version_words(frame, item)) } }
}

/// The same in plain words, for files.
pub fn version_words<B>(frame: &Frame, item: &Item<B>) -> Phrase {
    if is_draft(item) {
        frame.tell(Message::new("provenance-draft").with("number", item.no))
    } else if item.origin == Origin::Reconstruction {
        frame.say("shell-as-of-reconstructed")
    } else {
        let day = frame.date_short(item.day());
        frame.tell(Message::new("provenance-shared").with("number", item.no).with("date", day))
    }
}

/// Whether nobody but its owner reads it.
pub fn is_draft<B>(item: &Item<B>) -> bool {
    matches!(*item.audience, Audience::Own | Audience::Agency { .. })
}

/// Whose it is, in plain words, for files.
pub fn owner_words(frame: &Frame, owner: OwnerId) -> Phrase {
    match frame.owners.get(&owner) {
        Some(known) if known.sort == OwnerSort::Round => {
            frame.tell(Message::new("provenance-joint").with("round", frame.words(&known.name)))
        }
        Some(known) => frame.words(&known.name).into(),
        None => frame.say("provenance-editor"),
    }
}

/// Who reads all of these: said once over a list whose records mostly have the same readers.
pub fn readers_of_all<B>(frame: &Frame, items: &[Item<B>]) -> Markup {
    match items.first() {
        Some(first) => html! { p.prov { (audience(frame, &first.audience)) } },
        None => html! {},
    }
}

/// Who reads this one of them, where it is not who reads the first.
pub fn other_readers<B>(frame: &Frame, items: &[Item<B>], item: &Item<B>) -> Markup {
    match items.first() {
        Some(first) if first.audience != item.audience => {
            html! { p.prov { (audience(frame, &item.audience)) (version(frame, item)) (marking::chip(frame, item.owner, item.marking.as_ref())) } }
        }
        _ if item.marking.is_some() => {
            html! { p.prov { (marking::chip(frame, item.owner, item.marking.as_ref())) } }
        }
        _ => html! {},
    }
}

/// The class of a block that is bound to a version: dashed edge for a draft.
pub fn edge<B>(item: &Item<B>) -> &'static str {
    if is_draft(item) { "obj obj-draft" } else { "obj" }
}
