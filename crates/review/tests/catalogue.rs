//! The catalogue that is shipped: whole, in two languages, and honest about what was seen.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod bench;

use bench::{PaperDesk, archived};
use ledger::owner::Origin;
use review::catalogue::{Catalogue, Row, Sure};
use review::shorthand::write_out;
use serde_json::Value;

const ACT: &str = "@act/catalogue/unscr-1540-older/1";

fn shipped() -> Catalogue {
    serde_json::from_value(write_out(archived(ACT)["body"].clone())).unwrap()
}

fn rows(catalogue: &Catalogue) -> impl Iterator<Item = &Row> {
    catalogue.sections.iter().flat_map(|section| &section.rows)
}

#[test]
fn the_older_template_has_7_sections_126_rows_and_389_cells() {
    let catalogue = shipped();
    assert_eq!((catalogue.instrument.as_str(), catalogue.edition.as_str()), ("unscr-1540", "older"));
    assert_eq!(catalogue.sections.len(), 7);
    assert_eq!(rows(&catalogue).count(), 126);
    assert_eq!(rows(&catalogue).map(|row| row.cells().len()).sum::<usize>(), 389);
    let codes: Vec<&str> = catalogue.codes.iter().map(|code| code.code.as_str()).collect();
    assert_eq!(codes, ["X", "?", "NA"], "blank is no code");
}

#[test]
fn it_says_of_each_row_how_sure_it_is() {
    let catalogue = shipped();
    let count = |sure: Sure| rows(&catalogue).filter(|row| row.sure == sure).count();
    assert_eq!((count(Sure::Seen), count(Sure::SeenInPart), count(Sure::Recalled)), (9, 1, 116));
    assert!(catalogue.note.is_some());
}

#[test]
fn every_section_row_code_and_heading_has_english_and_russian_words() {
    let catalogue = shipped();
    let sections = catalogue.sections.iter().flat_map(|section| [&section.title, &section.paragraph]);
    let headings = catalogue.axes.iter().chain(&catalogue.kinds);
    let texts = (sections.chain(headings.flat_map(|heading| [&heading.label, &heading.short])))
        .chain(catalogue.codes.iter().map(|code| &code.meaning))
        .chain(rows(&catalogue).map(|row| &row.label));
    for text in texts {
        let tags: Vec<&String> = text.wordings.iter().map(|(tag, _)| tag).collect();
        assert_eq!(tags, ["en", "ru"], "{text:?}");
    }
}

#[test]
fn rows_are_numbered_within_their_section() {
    for section in shipped().sections {
        let numbers: Vec<u32> = section.rows.iter().map(|row| row.number).collect();
        assert!(numbers.iter().copied().eq(1..=section.rows.len() as u32), "{}: {numbers:?}", section.id);
    }
}

/// Why a catalogue that was changed is refused, on an empty desk.
fn refused(change: impl FnOnce(&mut Value)) -> (&'static str, Option<String>) {
    let mut desk = PaperDesk::new();
    let editor = desk.found_editor(Origin::Exercise);
    let mut act = archived(ACT);
    act["body"].as_object_mut().unwrap().remove("sources");
    assert!(desk.decide(&editor, act.clone()).is_ok(), "unchanged, it is accepted");
    change(&mut act["body"]);
    let refusal = desk.decide(&editor, act).map(|_| ()).unwrap_err();
    (refusal.key, refusal.field)
}

#[test]
fn a_catalogue_whose_rows_do_not_fit_it_is_refused() {
    let at = |key: &'static str, field: &str| (key, Some(field.to_owned()));
    let row = |body: &mut Value, field: &str, value: Value| body["sections"][1]["rows"][0][field] = value;
    let unknown = at("refusal-item-unknown", "body/sections");
    assert_eq!(refused(|body| row(body, "axes", ["XW"].as_slice().into())), unknown);
    assert_eq!(refused(|body| row(body, "kinds", Value::Array(Vec::new()))), unknown);
    assert_eq!(refused(|body| row(body, "id", "OP2 manufacture".into())), unknown);
    let twice = refused(|body| row(body, "id", "OP1.npt".into()));
    assert_eq!(twice, at("refusal-listed-twice", "body/sections"));
    let none = refused(|body| body["codes"] = Value::Array(Vec::new()));
    assert_eq!(none, at("refusal-list-empty", "body/codes"));
    let edition = refused(|body| body["edition"] = "Older".into());
    assert_eq!(edition, at("refusal-slug-malformed", "body/edition"));
}

#[test]
fn only_an_editor_records_a_catalogue_and_an_edition_only_once() {
    let (mut desk, editor) = PaperDesk::with_the_archive();
    let mut again = archived(ACT);
    again["record"] = "@catalogue/again".into();
    let refusal = desk.decide(&editor, again.clone()).map(|_| ()).unwrap_err();
    assert_eq!((refusal.key, refusal.field.as_deref()), ("refusal-slug-taken", Some("body/edition")));
    let state = desk.found(ledger::owner::OwnerSort::Party, Origin::Reconstruction);
    let refusal = desk.decide(&state, again).map(|_| ()).unwrap_err();
    assert_eq!(refusal.key, "refusal-role-needed");
}
