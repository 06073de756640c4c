//! Search over what the reader may see: found by words or by symbol, narrowed by kind, State, round and year.

pub mod facets;
pub mod within;

use crate::answer::Screen;
use crate::furniture::about;
use crate::furniture::frame::Frame;
use crate::furniture::listing::turn;
use crate::furniture::model::Item;
use crate::furniture::parts;
use crate::furniture::parts::capital;
use crate::furniture::phrase::Told;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use desk::fold::{code, words};
use desk::search::{Found, Hit, LONGEST, Marker};
use facets::{Asked, Facets};
use ledger::audience::Audience;
use ledger::content::AnyBody;
use ledger::id::{Kind, OwnerId, RecordId};
use ledger::owner::Origin;
use ledger::text::Text;
use ledger::view::View;
use maud::{Markup, html};
use review::party::Party;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use within::Within;
use words::Message;

/// How many records a page shows.
const A_PAGE: usize = 25;

/// Among how many records at most one is looked for by its symbol.
const MOST_BY_SYMBOL: usize = 500;

/// The longest extract around what was found, in characters.
const EXTRACT: usize = 240;

/// The page of a search.
#[derive(Serialize)]
pub struct Searched {
    query: String,
    /// The query has more characters than are searched.
    too_long: bool,
    /// How many records were found, as the filters leave them.
    count: usize,
    /// By what they can be narrowed.
    facets: Facets,
    /// Which page of them, from 1.
    page: usize,
    hits: Vec<Line>,
    /// The State that the question names.
    #[serde(skip_serializing_if = "Option::is_none")]
    within: Option<Within>,
}

/// A record that was found.
#[derive(Serialize)]
pub struct Line {
    record: RecordId,
    kind: Kind,
    owner: OwnerId,
    audience: Arc<Audience>,
    title: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    symbol: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    /// What the page is called on which it stands with others.
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<Text>,
    /// The State or organization of which a record that an editor compiled speaks, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<Text>,
    /// What it says, from which the extract is taken.
    #[serde(skip)]
    body: Arc<dyn AnyBody>,
    /// Whose it is, who reads it, which revision.
    #[serde(skip)]
    face: Item<()>,
}

impl Searched {
    /// What was found, for the page asked for. `None`: the query was too long.
    pub fn look(view: &View<'_>, query: &str, found: Option<Found>, asked: &Asked, page: usize) -> Self {
        let too_long = found.is_none();
        let found = found.unwrap_or_default();
        let (narrowed, facets) = facets::narrowed(view, &found, asked);
        let count = narrowed.as_ref().map_or_else(|| found.count(asked.kind()), Vec::len);
        let page = page.clamp(1, count.div_ceil(A_PAGE).max(1));
        let most = if count <= MOST_BY_SYMBOL { count } else { page * A_PAGE };
        let mut hits = narrowed.unwrap_or_else(|| found.best(view, most, asked.kind()));
        if count <= MOST_BY_SYMBOL {
            first_by_symbol(view, query, &mut hits);
        }
        let within = Within::of(view, query).filter(|_| !too_long && !asked.names_a_state());
        let lines = hits
            .iter()
            .skip((page - 1) * A_PAGE)
            .take(A_PAGE)
            .filter_map(|hit| line(view, hit.record))
            .collect();
        Searched { query: query.to_owned(), too_long, count, facets, page, hits: lines, within }
    }

    /// The query was too long: the answer is a page, and a bad request.
    pub fn is_too_long(&self) -> bool {
        self.too_long
    }

    fn results(&self, frame: &Frame) -> Markup {
        let marker = Marker::new(&self.query);
        html! {
            section aria-labelledby="results" aria-live="polite" {
                h2.h2 #results { (frame.tell(Message::new("search-results").with("count", self.count))) }
                ol.list.hits {
                    @for line in &self.hits {
                        li {
                            p.prov {
                                span { (capital(&frame.say(about::kind_key(&line.kind)))) }
                                @if let Some(on) = line.on.as_ref().filter(|on| **on != line.title) { span { (frame.text(on)) } }
                                @if let Some(of) = &line.of { span { (frame.text(of)) } }
                                (provenance::head(frame, &line.face))
                            }
                            h3 {
                                @let title = marked(&marker, frame.words(&line.title));
                                @if let Some(symbol) = &line.symbol { span.nb { (symbol) } " " }
                                @match &line.address { Some(address) => a href=(frame.link(address)) { (title) }, None => (title) }
                            }
                            (extract(frame, &marker, line))
                        }
                    }
                }
                (turn(frame, self.page, self.count.div_ceil(A_PAGE)))
            }
        }
    }
}

/// A query that is a symbol, such as `HIG23/REC.3`, finds first what is quoted by it; look-alike letters are equal.
fn first_by_symbol(view: &View<'_>, query: &str, hits: &mut Vec<Hit>) {
    let sought = code(query.trim());
    let is_symbol =
        !sought.contains(char::is_whitespace) && sought.contains(|letter: char| letter.is_ascii_digit());
    if !is_symbol {
        return;
    }
    let named = |hit: &Hit| about::symbol(view, hit.record).is_some_and(|symbol| code(&symbol) == sought);
    let (first, rest): (Vec<Hit>, Vec<Hit>) = hits.drain(..).partition(named);
    *hits = first.into_iter().chain(rest).collect();
}

fn line(view: &View<'_>, record: RecordId) -> Option<Line> {
    let seen = view.find_any(record)?;
    // What stands under a record that the reader does not see has no title there: it is called by its own words, so
    // that whatever was counted is listed.
    let title = about::title(view, record).or_else(|| first_words(&*seen.body))?;
    let on = about::page_of(view, record).and_then(|page| about::title(view, page));
    Some(Line {
        record,
        owner: seen.owner.id,
        audience: seen.facts.audience.clone(),
        title,
        symbol: about::symbol(view, record),
        address: about::address(view, record),
        on,
        of: of_whom(view, &*seen.body).filter(|_| seen.owner.origin == Origin::Reconstruction),
        face: Item::face(&seen),
        body: seen.body,
        kind: seen.kind,
    })
}

/// The only party of which a record speaks: whose law, whose agency.
fn of_whom(view: &View<'_>, body: &dyn AnyBody) -> Option<Text> {
    let mut ids: Vec<RecordId> = Vec::new();
    body.about(&mut |id| ids.push(id));
    ids.sort_unstable();
    ids.dedup();
    let mut parties = ids.into_iter().filter_map(|id| view.find::<Party>(id));
    let first = parties.next()?;
    parties.next().is_none().then(|| first.body.name.clone())
}

/// The first words of a record, as a text.
fn first_words(body: &dyn AnyBody) -> Option<Text> {
    let mut said: BTreeMap<String, String> = BTreeMap::new();
    body.words(&mut |tag, text| {
        said.entry(tag.to_owned()).or_insert_with(|| text.to_owned());
    });
    let original = said.keys().next()?;
    Some(Text::new(original, said.iter().map(|(tag, words)| (tag.as_str(), words.as_str())), None))
}

/// The piece of the text that holds what was sought, with the words marked: in the page's language, if it stands there.
fn extract(frame: &Frame, marker: &Marker, line: &Line) -> Markup {
    let title = frame.words(&line.title);
    let mut found: Option<(bool, String)> = None;
    let mut piece = String::new();
    line.body.words(&mut |tag, text| {
        let elsewhere = tag != frame.language.tag();
        let better = found.as_ref().is_none_or(|found| (elsewhere, tag) < (found.0, found.1.as_str()));
        if !better || text == title {
            return;
        }
        if let Some(first) = marker.first(text) {
            piece = around(first, text).to_owned();
            found = Some((elsewhere, tag.to_owned()));
        }
    });
    html! { @if found.is_some() { p { (marked(marker, &piece)) } } }
}

/// At most [`EXTRACT`] characters around the first word that was found.
fn around(first: usize, text: &str) -> &str {
    let start = if first < EXTRACT { 0 } else { words_before(text, first, 12) };
    let end = text[start..].char_indices().nth(EXTRACT).map_or(text.len(), |(at, _)| start + at);
    let whole = if end < text.len() { text[start..end].rfind(char::is_whitespace) } else { None };
    &text[start..whole.map_or(end, |last| start + last)]
}

/// Where the word stands that is so many words before that place; the beginning, if there are fewer.
fn words_before(text: &str, place: usize, back: usize) -> usize {
    let places: Vec<usize> = words(text).map(|(at, _)| at).take_while(|at| *at <= place).collect();
    places.len().checked_sub(back + 1).map_or(0, |index| places[index])
}

fn marked(marker: &Marker, text: &str) -> Markup {
    html! { @for (hit, piece) in marker.mark(text) { @if hit { mark { (piece) } } @else { (Told::from(piece)) } } }
}

impl Screen for Searched {
    fn head(&self, frame: &Frame) -> Head {
        let typed = self.query.trim();
        let title = match typed.is_empty() || self.too_long {
            true => frame.say("search-title"),
            false => frame.tell(Message::new("search-heading").with("query", typed)),
        };
        Head {
            title,
            symbol: None,
            lede: Some(html! { (frame.say("search-scope")) }),
            crumbs: Vec::new(),
            part: Part::Search,
            provenance: html! {},
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            @if self.too_long {
                div.errsum role="alert" {
                    p { a href="#q" { (frame.tell(Message::new("search-too-long").with("limit", LONGEST))) } }
                }
            }
            (parts::search_form(frame, &self.query))
            @if let Some(within) = &self.within { (within.draw(frame)) }
            @if self.too_long {}
            @else if self.query.trim().is_empty() { p.mute { (frame.say("search-empty")) } }
            @else if self.facets.is_empty() { (parts::empty(&frame.say("search-nothing"), &frame.say("search-nothing-hint"))) }
            @else {
                (self.facets.draw(frame))
                @if self.count == 0 { (parts::empty(&frame.say("search-nothing-here"), &frame.say("search-nothing-here-why"))) }
                @else { (self.results(frame)) }
            }
        }
    }
}
