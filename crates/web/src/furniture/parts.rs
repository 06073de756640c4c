//! Parts of pages: whose it is, facts, lists that may be empty, links to names, the form with which one searches.

use super::frame::Frame;
use super::model::{Item, Names, party_address};
use super::phrase::{Phrase, Told};
use ledger::id::RecordId;
use maud::{Markup, html};
use review::fact::{Period, Place, Who};
use review::party::{Party, PartySort};
use review::round::{Phase, Round, Standing};

/// A party by its mark and name, linked to its page.
pub fn party(frame: &Frame, item: &Item<Party>) -> Markup {
    let organization = item.body.sort == PartySort::Organization;
    let label = short_label(frame, &item.body);
    html! {
        span.own.own-org[organization] {
            span.tm.iso aria-hidden="true" { (Told::from(label)) }
            a href=(frame.link(&party_address(item.record, &item.body))) { (frame.text(&item.body.name)) }
        }
    }
}

/// The three letters of a State, or an organization's abbreviation as far as it is short.
fn short_label<'p>(frame: &Frame, party: &'p Party) -> &'p str {
    let abbreviation = party.abbreviation.as_ref().filter(|_| party.sort == PartySort::Organization);
    let abbreviation = abbreviation.map(|text| frame.words(text));
    abbreviation.filter(|letters| letters.chars().count() <= 10).unwrap_or(&party.label)
}

/// The name of a party that a page knows.
pub fn party_name<'p>(frame: &Frame, parties: &'p Names<Party>, id: RecordId) -> &'p str {
    parties.get(&id).map(|item| frame.words(&item.body.name)).unwrap_or_default()
}

/// The name of a language; its tag where the page's language has no name for it.
pub fn language(frame: &Frame, tag: &str) -> Phrase {
    let known = ["be", "en", "es", "fr", "hr", "kk", "ky", "mn", "pl", "pt", "ru", "tg", "tk", "uz"];
    match known.contains(&tag) {
        true => frame.say(&format!("language-{tag}")),
        false => tag.into(),
    }
}

/// A list of facts; those without words are left out.
pub fn facts(list: Vec<(Phrase, Markup)>) -> Markup {
    html! {
        dl.facts {
            @for (name, value) in list.into_iter().filter(|(_, value)| !value.0.is_empty()) {
                div { dt { (name) } dd { (value) } }
            }
        }
    }
}

/// A word at the beginning of a line.
pub fn capital(word: &str) -> Phrase {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect::<String>().into())
        .unwrap_or_default()
}

/// Words short enough for a title: what has none of its own is called by its text.
pub fn shortened(words: &str) -> String {
    const LONGEST: usize = 90;
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}

/// When, by the first of the periods; nothing if there is none.
pub fn when(frame: &Frame, periods: &[Period]) -> Option<Phrase> {
    periods.first().map(|period| frame.dates(period.from, period.to))
}

/// How far a round came, in words; of one that was announced and has begun, its phase.
pub fn standing(frame: &Frame, round: &Round) -> Phrase {
    let begun = round.phase().filter(|phase| *phase >= Phase::InSession);
    match (round.standing, begun) {
        (Standing::Proposed | Standing::Announced, Some(phase)) => phase_name(frame, phase),
        (standing, _) => frame.say(&format!("round-standing-{}", standing.word())),
    }
}

/// A phase of a round, in words.
pub fn phase_name(frame: &Frame, phase: Phase) -> Phrase {
    frame.say(&format!("round-phase-{}", phase.word().replace('_', "-")))
}

/// Where: the place, and the State in which it lies.
pub fn place(frame: &Frame, parties: &Names<Party>, place: Option<&Place>) -> Markup {
    let Some(place) = place else { return html! {} };
    let state = place.state.map(|state| party_name(frame, parties, state)).filter(|state| !state.is_empty());
    html! {
        @if let Some(name) = &place.name { (frame.text(name)) }
        @if place.name.is_some() && state.is_some() { ", " }
        @if let Some(state) = state { (state) }
    }
}

/// Who did something, each on a line.
pub fn who(
    frame: &Frame,
    parties: &Names<Party>,
    all: &[Who],
    cite: impl Fn(&[RecordId]) -> Markup,
) -> Markup {
    html! {
        @for who in all {
            span.line {
                @match (&who.name, who.party) {
                    (Some(name), _) => (frame.text(name)),
                    (None, Some(party)) => (party_name(frame, parties, party)),
                    (None, None) => {},
                }
                " " (cite(&who.sources))
            }
        }
    }
}

/// What is missing, why, and who can add it.
pub fn empty(title: &str, why: &str) -> Markup {
    html! { div.empty { b { (title) } p { (why) } } }
}

/// The form with which one searches.
pub fn search_form(frame: &Frame, query: &str) -> Markup {
    html! {
        form role="search" method="get" action=(frame.link_plain("/search")) {
            @if let Some(past) = &frame.past { input type="hidden" name="as_of" value=(past.asked); }
            div.field {
                label for="q" { (frame.say("shell-search-label")) }
                span.hint #q-hint { (frame.say("search-hint")) }
                div.searchbar {
                    input #q type="search" name="q" value=(query) aria-describedby="q-hint" autocomplete="off";
                    button.btn.btn-p type="submit" { (frame.say("search-button")) }
                }
            }
        }
    }
}
