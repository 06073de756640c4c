//! What the forms of markings do: each answers with its page again, or goes on to the record.

use super::marking::Marking;
use super::scheme::{OurMarkings, Row, rows};
use crate::deeds::Acting;
use crate::entry::Entry;
use crate::error::Trouble;
use crate::furniture::form::{Posted, refused};
use crate::show::{Site, trouble};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use ledger::id::RecordId;
use ledger::text::Text;
use review::refusal::Refusal;
use serde_json::{Value, json};
use words::Language;

/// A posted form.
pub type Typed = Form<Vec<(String, String)>>;

fn our_markings(site: &Site, entry: &Entry) -> Result<(Acting, OurMarkings), Box<Response>> {
    let acting = Acting::of(site, entry)?;
    match acting.view(site, |view| OurMarkings::look(view, &acting.actor, entry.language)) {
        Some(mut page) => {
            page.act = acting.fresh_id();
            Ok((acting, page))
        }
        None => Err(Box::new(trouble(site, entry, &Trouble::NotFound))),
    }
}

/// `GET /markings`.
pub async fn ours(entry: Entry, State(site): State<Site>) -> Response {
    match our_markings(&site, &entry) {
        Ok((acting, page)) => acting.draw(&site, &entry, &page, StatusCode::OK),
        Err(answer) => *answer,
    }
}

/// `POST /markings`: says the scheme anew.
pub async fn saves(entry: Entry, State(site): State<Site>, Form(typed): Typed) -> Response {
    let (acting, page) = match our_markings(&site, &entry) {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    let typed = Posted::read(typed);
    match saved(&site, &acting, &entry, &page, &typed) {
        Ok(()) => acting.onward("/markings", "marking-said-scheme"),
        Err(refusal) => {
            let page = page.again(&typed, vec![("levels", refused(&refusal))]);
            acting.draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

fn saved(
    site: &Site,
    acting: &Acting,
    entry: &Entry,
    page: &OurMarkings,
    typed: &Posted,
) -> Result<(), Refusal> {
    let mut given: Vec<Row> = rows(typed).into_iter().filter(|row| !row.is_free()).collect();
    if given.is_empty() {
        return Err(Refusal::new("marking-error-words").at("levels"));
    }
    given.sort_by_key(|row| row.place.parse::<u32>().unwrap_or(u32::MAX));
    let level = |row: &Row| {
        let known = page.levels.iter().find(|level| Some(level.id) == row.id);
        let id = known.map_or_else(|| acting.fresh_id(), |level| level.id.to_string());
        let mut level =
            json!({"id": id, "words": words(known.map(|level| &level.words), row, entry.language)});
        if !row.handling.is_empty() {
            let before = known.and_then(|level| level.handling.as_ref());
            let same = before.filter(|before| before.for_reader(entry.language.tag()).1 == row.handling);
            let tag = entry.language.tag();
            level["handling"] =
                json!(same.cloned().unwrap_or_else(|| Text::new(tag, [(tag, row.handling.as_str())], None)));
        }
        level
    };
    let levels: Vec<Value> = given.iter().map(level).collect();
    let mut act = json!({
        "act": "marking_scheme", "id": typed.get("act"), "body": {"party": page.party, "levels": levels},
    });
    act["record"] = page.scheme.map_or_else(|| acting.fresh_id().into(), |scheme| json!(scheme));
    if page.scheme.is_some() {
        act["base"] = typed.get("base").into();
    }
    acting.perform(site, act)
}

/// The words of a level as they were typed. Languages that are not on the page stay; the original is what it was, else the
/// page's language.
fn words(before: Option<&Text>, row: &Row, language: Language) -> Text {
    let on_page = |tag: &str| row.words.iter().any(|(one, _)| one.tag() == tag);
    let others = before.into_iter().flat_map(|text| text.wordings.iter()).filter(|(tag, _)| !on_page(tag));
    let typed = row.words.iter().filter(|(_, words)| !words.is_empty());
    let all: Vec<(&str, &str)> = others
        .map(|(tag, wording)| (tag.as_str(), wording.words.as_str()))
        .chain(typed.map(|(one, words)| (one.tag(), words.as_str())))
        .collect();
    let wanted = before.map_or(language.tag(), |text| text.original.as_str());
    let original = all.iter().find(|(tag, _)| *tag == wanted).or(all.first()).map_or(wanted, |(tag, _)| *tag);
    Text::new(original, all.iter().copied(), None)
}

fn one_record(
    site: &Site,
    entry: &Entry,
    record: &str,
) -> Result<(Acting, RecordId, Marking), Box<Response>> {
    let acting = Acting::of(site, entry)?;
    let found = record.parse().ok().and_then(|record| {
        acting.view(site, |view| Marking::look(view, &acting.actor, record)).map(|page| (record, page))
    });
    match found {
        Some((record, mut page)) => {
            page.act = acting.fresh_id();
            Ok((acting, record, page))
        }
        None => Err(Box::new(trouble(site, entry, &Trouble::NotFound))),
    }
}

/// `GET /records/{record}/marking`.
pub async fn chooses(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    match one_record(&site, &entry, &record) {
        Ok((acting, _, page)) => acting.draw(&site, &entry, &page, StatusCode::OK),
        Err(answer) => *answer,
    }
}

/// `POST /records/{record}/marking`: marks it, or lifts its marking.
pub async fn marks(
    entry: Entry,
    State(site): State<Site>,
    Path(record): Path<String>,
    Form(typed): Typed,
) -> Response {
    let (acting, record, mut page) = match one_record(&site, &entry, &record) {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    let typed = Posted::read(typed);
    let mut act = json!({"act": "mark", "id": typed.get("act"), "record": acting.fresh_id(), "of": record});
    let done = match typed.get("level") {
        "" => Err(Refusal::new("marking-error-choose").at("level")),
        "none" => acting.perform(&site, act).map(|()| "marking-said-lifted"),
        level => {
            act["level"] = level.into();
            acting.perform(&site, act).map(|()| "marking-said-put")
        }
    };
    match done {
        Ok(said) => acting.onward(&page.address, said),
        Err(refusal) => {
            page.errors.push(("level", refused(&refusal)));
            acting.draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}
