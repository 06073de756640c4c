//! All that is written: nothing left over, nothing of one machine, one title to a page; samples beside every kind.

use crate::lexed::{Lexed, closing};
use crate::tree::{Faults, File, files};
use std::collections::BTreeSet;

/// Reminders that were to go before anybody else reads the file. In two halves, so that this file may hold them.
const LEFT_OVER: &[(&str, &str)] =
    &[("TO", "DO"), ("FIX", "ME"), ("XX", "X"), ("todo", "!("), ("unimpl", "emented!("), ("dbg", "!(")];

/// Folders of one machine. In two halves for the same reason.
const MACHINE: &[(&str, &str)] = &[("/wo", "rk/"), ("/ro", "ot/"), ("/tm", "p/"), ("/ho", "me/")];

/// Hosts of registries: which one is used is the business of a machine, not of the tree.
const REGISTRIES: &[(&str, &str)] = &[
    ("index.cra", "tes.io"),
    ("static.cra", "tes.io"),
    ("registry.npm", "js.org"),
    ("files.python", "hosted.org"),
    ("pypi", ".org/simple"),
    ("proxy.gol", "ang.org"),
];

/// What a tool writes and locks; its hosts are those of the public registries.
const LOCKS: &[&str] = &["package-lock.json"];

fn joined(halves: &[(&str, &str)]) -> Vec<String> {
    halves.iter().map(|(one, other)| format!("{one}{other}")).collect()
}

/// Whether it stands there as a word of its own: not within another word or address.
fn stands_in(line: &str, word: &str) -> bool {
    let letter = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = !line[..at].ends_with(|before: char| letter(before) || before == '.' || before == '-');
        let ends = !word.ends_with(letter) || !line[at + word.len()..].starts_with(letter);
        before && ends
    })
}

#[test]
fn nothing_is_left_over() {
    let mut faults = Faults::default();
    let words = joined(LEFT_OVER);
    for file in files() {
        for (index, line) in file.text.lines().enumerate() {
            for word in words.iter().filter(|word| stands_in(line, word)) {
                faults.at(&file.path, index + 1, word);
            }
        }
    }
    faults.none("do it now, or write it where plans are kept");
}

#[test]
fn nothing_speaks_of_one_machine() {
    let mut faults = Faults::default();
    let folders = joined(MACHINE);
    let registries = joined(REGISTRIES);
    for file in files().iter().filter(|file| !LOCKS.iter().any(|lock| file.path.ends_with(lock))) {
        for (index, line) in file.text.lines().enumerate() {
            let folder = folders.iter().find(|folder| stands_in(line, folder));
            let registry = registries.iter().find(|registry| line.contains(registry.as_str()));
            if let Some(found) = folder.or(registry) {
                faults.at(&file.path, index + 1, found);
            }
        }
    }
    faults.none("name places from the root of the tree, and folders of a test by tempfile");
}

#[test]
fn every_page_of_markdown_has_one_title_and_begins_with_it() {
    let mut faults = Faults::default();
    for file in files().iter().filter(|file| file.path.ends_with(".md")) {
        let mut fenced = false;
        let mut titles = Vec::new();
        for (index, line) in file.text.lines().enumerate() {
            fenced ^= line.trim_start().starts_with("```");
            if !fenced && line.starts_with("# ") {
                titles.push(index + 1);
            }
        }
        let first = file.text.lines().position(|line| !line.trim().is_empty()).map_or(1, |index| index + 1);
        match titles.as_slice() {
            [title] if *title == first => {}
            [] => faults.at(&file.path, 1, "no title"),
            [title] => faults.at(&file.path, *title, "something stands above the title"),
            [_, second, ..] => faults.at(&file.path, *second, "a second title"),
        }
    }
    faults.none("begin with `# `, once; below it `## `");
}

#[test]
fn every_sample_is_read_by_the_test_of_its_kind() {
    let files = files();
    let kept: BTreeSet<String> = (files.iter())
        .filter_map(|file| file.path.strip_prefix("crates/review/samples/")?.strip_suffix(".json"))
        .map(str::to_owned)
        .collect();
    let act = Lexed::read(&named(&files, "crates/review/src/kinds.rs").text);
    let start = act.code.find("samples! {").expect("the list of samples in kinds.rs");
    let list = start..closing(&act.code, act.code[start..].find('{').unwrap() + start);
    let mut kind = "";
    let mut read = BTreeSet::new();
    for quoted in act.quoted.iter().filter(|quoted| list.contains(&quoted.at.start)) {
        match quoted.words.contains('.') {
            true => kind = &quoted.words,
            false => drop(read.insert(format!("{kind}/{}", quoted.words))),
        }
    }
    assert_eq!(
        kept, read,
        "\nCure: crates/review/samples/<kind>/<schema>.json is written once for each shape, never changed after, and \
         named in SAMPLES of crates/review/src/kinds.rs\n"
    );
}

#[test]
fn the_archive_is_loaded_whole_and_in_one_order() {
    let files = files();
    let loaded = |path: &str| -> Vec<String> {
        let quoted = Lexed::read(&named(&files, path).text).quoted;
        quoted.into_iter().map(|quoted| quoted.words).filter(|words| words.ends_with(".json")).collect()
    };
    let (shipped, tried) = ("crates/tamga/src/archive.rs", "crates/review/tests/bench/mod.rs");
    assert_eq!(loaded(shipped), loaded(tried), "\nCure: list the same files in {shipped} and {tried}\n");
    let mut listed = loaded(shipped);
    listed.sort();
    let of_the_record = |path: &&str| path.starts_with("archive/") || path.starts_with("catalogues/");
    let kept: Vec<&str> = files.iter().map(|file| file.path.as_str()).filter(of_the_record).collect();
    let kept: Vec<&str> = kept.into_iter().filter(|name| name.ends_with(".json")).collect();
    assert_eq!(
        listed, kept,
        "\nCure: list every file of archive/ and catalogues/ in {shipped} and {tried}\n"
    );
}

fn named<'f>(files: &'f [File], path: &str) -> &'f File {
    files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("{path} is not there any more"))
}
