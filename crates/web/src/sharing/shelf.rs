//! What the lists of this family have in common: whose a record is and who reads it, and the filters.

use crate::furniture::about;
use crate::furniture::frame::Frame;
use crate::furniture::linked::{self, Link};
use crate::furniture::listing::{Choice, Column, choose, chosen, filter_form, typed};
use crate::furniture::model::{Item, Names, parties, themes};
use crate::furniture::parts;
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::owner::World;
use ledger::view::View;
use maud::{Markup, html};
use review::party::Party;
use review::theme::Theme;
use serde::Serialize;

/// Parties and themes that a list names.
#[derive(Serialize, Default)]
pub struct Named {
    /// States and organizations.
    pub parties: Names<Party>,
    /// Themes.
    pub themes: Names<Theme>,
}

impl Named {
    /// Those of these records.
    pub fn of(
        view: &View<'_>,
        party: impl Iterator<Item = RecordId>,
        theme: impl Iterator<Item = RecordId>,
    ) -> Self {
        Named { parties: parties(view, party), themes: themes(view, theme) }
    }

    /// Whose it is: the owner; of what an editor compiled, the party it is about.
    pub fn whose<B>(&self, frame: &Frame, item: &Item<B>, party: Option<RecordId>) -> Markup {
        let about = party.and_then(|party| self.parties.get(&party));
        match (frame.owners.contains_key(&item.owner), about) {
            (false, Some(about)) => {
                html! { (parts::party(frame, about)) span.sub.mute { (frame.say("provenance-editor")) } }
            }
            _ => provenance::owner(frame, item.owner),
        }
    }

    /// The same in plain words.
    pub fn whose_words<B>(&self, frame: &Frame, item: &Item<B>, party: Option<RecordId>) -> Phrase {
        match (frame.owners.contains_key(&item.owner), party) {
            (false, Some(party)) => parts::party_name(frame, &self.parties, party).into(),
            _ => provenance::owner_words(frame, item.owner),
        }
    }

    /// The filters of a list: words, a State or organization, a theme, and what the list has of its own.
    pub fn filters(&self, frame: &Frame, own: &[(&str, Phrase, Vec<Choice>)]) -> Markup {
        let all = frame.say("listing-all");
        let state = |party: &Item<Party>| (party.body.label.clone(), frame.words(&party.body.name).into());
        let theme = |theme: &Item<Theme>| (theme.body.label.clone(), frame.words(&theme.body.name).into());
        let states =
            frame.in_order(self.parties.values().map(state).collect(), |(_, name): &Choice| name.clone());
        let themes =
            frame.in_order(self.themes.values().map(theme).collect(), |(_, name): &Choice| name.clone());
        let names: Vec<&str> =
            ["words", "state", "theme"].into_iter().chain(own.iter().map(|(name, _, _)| *name)).collect();
        filter_form(
            frame,
            &names,
            html! {
                (typed(frame, "words", &frame.say("sharing-filter-words")))
                (choose(frame, "state", &frame.say("sharing-filter-state"), &all, &states))
                @if !themes.is_empty() { (choose(frame, "theme", &frame.say("sharing-filter-theme"), &all, &themes)) }
                @for (name, label, choices) in own { (choose(frame, name, label, &all, choices)) }
            },
        )
    }

    /// Whether the filters leave a record.
    pub fn keeps<B: Body>(&self, frame: &Frame, body: &B, parties: &[RecordId], themes: &[RecordId]) -> bool {
        let state = chosen(frame, "state").is_none_or(|label| {
            parties.iter().filter_map(|party| self.parties.get(party)).any(|party| party.body.label == label)
        });
        let theme = chosen(frame, "theme").is_none_or(|label| {
            themes.iter().filter_map(|theme| self.themes.get(theme)).any(|theme| theme.body.label == label)
        });
        state && theme && chosen(frame, "words").is_none_or(|asked| says(body, asked))
    }

    /// The names of themes, each a link.
    pub fn theme_list(&self, frame: &Frame, themes: &[RecordId]) -> Markup {
        let known: Vec<&Item<Theme>> = themes.iter().filter_map(|theme| self.themes.get(theme)).collect();
        html! {
            @for (index, theme) in known.iter().enumerate() {
                @if index > 0 { "; " }
                a href=(frame.link(&format!("/records/{}", theme.record))) { (frame.text(&theme.body.name)) }
            }
        }
    }
}

/// Whether every word asked for stands in the words of a body, in whatever language.
fn says<B: Body>(body: &B, asked: &str) -> bool {
    let mut said = String::new();
    body.words(&mut |_, words| {
        said.push_str(&words.to_lowercase());
        said.push('\n');
    });
    asked.to_lowercase().split_whitespace().all(|word| said.contains(word))
}

/// The head of the column that says whose a record is.
pub fn whose_head(frame: &Frame) -> Phrase {
    frame.say(match frame.world {
        World::Exercise => "sharing-document-of",
        World::Record => "sharing-filter-state",
    })
}

/// The columns that say whose a record is, who reads it, and whether it is final.
pub fn provenance_columns<'a, R: 'a, B: 'a>(
    frame: &'a Frame,
    named: &'a Named,
    item: impl Fn(&R) -> &'a Item<B> + Copy + 'a,
    party: impl Fn(&R) -> Option<RecordId> + Copy + 'a,
) -> Vec<Column<'a, R>> {
    vec![
        Column::drawn(
            "of",
            whose_head(frame),
            move |row: &R| named.whose(frame, item(row), party(row)),
            move |row: &R| named.whose_words(frame, item(row), party(row)),
        ),
        Column::drawn(
            "readers",
            frame.say("sharing-readers"),
            move |row: &R| provenance::audience(frame, &item(row).audience),
            move |row: &R| provenance::audience_words(frame, &item(row).audience),
        ),
        Column::drawn(
            "version",
            frame.say("sharing-version"),
            move |row: &R| provenance::version(frame, item(row)),
            move |row: &R| provenance::version_words(frame, item(row)),
        )
        .ranked(move |row: &R| ordinal(item(row).day())),
    ]
}

/// A date as a number that orders: years, months, days.
pub fn ordinal(date: ledger::time::PartialDate) -> i64 {
    let day = date.first_day();
    i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day())
}

/// A record's title, linked, with its symbol below.
pub fn titled(frame: &Frame, address: &str, title: &ledger::text::Text, symbol: Option<&str>) -> Markup {
    html! {
        a href=(frame.link(address)) { (frame.text(title)) }
        @if let Some(symbol) = symbol { span.sub { (symbol) } }
    }
}

/// A title and its symbol in plain words.
pub fn titled_words(frame: &Frame, title: &ledger::text::Text, symbol: Option<&str>) -> String {
    match symbol {
        Some(symbol) => format!("{} ({symbol})", frame.words(title)),
        None => frame.words(title).to_owned(),
    }
}

/// The records that speak of a record, each once, by kind.
pub fn speaking(view: &View<'_>, record: RecordId) -> Vec<Link> {
    let mut speaking: Vec<Link> =
        view.speaking_of(record).into_iter().filter_map(|(other, _)| linked::link(view, other)).collect();
    speaking
        .sort_by(|one, other| (one.kind.as_str(), &one.symbol).cmp(&(other.kind.as_str(), &other.symbol)));
    speaking
}

/// The list of what speaks of a record, by kind, each with the mark of whose it is.
pub fn speaking_list(frame: &Frame, speaking: &[Link]) -> Markup {
    html! {
        @if !speaking.is_empty() {
            section aria-labelledby="standing-in" {
                h2.h2 #standing-in { (frame.say("record-standing-in")) }
                @for of_kind in speaking.chunk_by(|one, other| one.kind == other.kind) {
                    h3 { (frame.say(about::group_key(&of_kind[0].kind))) }
                    ul.list { @for link in of_kind { li { (provenance::mark_alone(frame, link.owner)) " " (link.in_full(frame)) } } }
                }
            }
        }
    }
}

/// The link to the history of a record, at the foot of its page.
pub fn history(frame: &Frame, record: RecordId) -> Markup {
    html! { p.more { a href=(frame.link(&format!("/records/{record}/history"))) { (frame.say("history-title")) } } }
}
