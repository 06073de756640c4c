//! Habits of the code: what is never written, and what never goes without its reason.

use crate::floors::{dependencies, manifests};
use crate::lexed::{Lexed, places};
use crate::tree::{Faults, File, files, root, rust, sources};

/// What stops the program. Each is allowed where a comment says which invariant makes it impossible.
const STOPS: &[&str] =
    &[".unwrap()", ".expect(", "panic!(", "unreachable!(", ".unwrap_err()", ".expect_err("];

/// Suites for tests that stand among the sources so that other crates may run them: they fail by stopping.
const SUITES: &[&str] = &["crates/store/src/conformance"];

/// Words that say nothing of what a thing is.
const EMPTY_WORDS: &[&str] =
    &["manager", "service", "handler", "helper", "helpers", "util", "utils", "data", "info", "context"];

#[test]
fn nothing_stops_the_program_without_its_invariant() {
    let mut faults = Faults::default();
    let suite = |file: &File| SUITES.iter().any(|suite| file.path.starts_with(suite));
    for file in sources().into_iter().filter(|file| !suite(file)) {
        let lexed = file.code();
        let lines: Vec<&str> = file.text.lines().collect();
        for stop in STOPS {
            for at in places(&lexed.code, stop) {
                let line = lexed.line(at);
                let reason = |line: &&str| line.trim_start().starts_with("//") && line.contains("Invariant");
                if !lines[line.saturating_sub(4)..line].iter().any(reason) {
                    faults.at(&file.path, line, *stop);
                }
            }
        }
    }
    faults.none("return what may be missing, or write `// Invariant: …` above: why it cannot happen");
}

#[test]
fn nothing_is_unsafe() {
    let mut faults = Faults::default();
    for file in rust() {
        let lexed = Lexed::read(&file.text);
        for at in places(&lexed.code, "unsafe") {
            faults.at(&file.path, lexed.line(at), "unsafe");
        }
    }
    faults.none("find a crate that proves it, and give it a line in Cargo.toml");
}

#[test]
fn every_file_of_rust_begins_by_saying_what_it_is() {
    let mut faults = Faults::default();
    for file in rust() {
        if !file.text.starts_with("//! ") {
            faults.at(&file.path, 1, "no `//!` on the first line");
        }
    }
    faults.none("begin the file with a sentence: what it is, and what it is not");
}

#[test]
fn no_type_and_no_file_is_called_by_an_empty_word() {
    let mut faults = Faults::default();
    for file in files() {
        let parts = file.stem().split(['_', '-']);
        for word in parts.map(str::to_lowercase).filter(|word| EMPTY_WORDS.contains(&word.as_str())) {
            faults.at(&file.path, 1, format!("a file called `{word}`"));
        }
    }
    for file in rust() {
        let lexed = Lexed::read(&file.text);
        for keyword in ["struct", "enum", "trait", "type", "mod"] {
            for at in places(&lexed.code, keyword) {
                let name = name_after(&lexed.code[at + keyword.len()..]);
                for word in word_parts(name).filter(|word| EMPTY_WORDS.contains(&word.as_str())) {
                    faults.at(
                        &file.path,
                        lexed.line(at),
                        format!("`{keyword} {name}`: `{word}` says nothing"),
                    );
                }
            }
        }
    }
    faults.none("name the thing by what it is in a peer review, or by what it does");
}

fn name_after(rest: &str) -> &str {
    let rest = rest.trim_start();
    &rest[..rest.find(|letter: char| !(letter.is_alphanumeric() || letter == '_')).unwrap_or(rest.len())]
}

/// `OldShelf` and `old_shelf` as `old`, `shelf`.
fn word_parts(name: &str) -> impl Iterator<Item = String> {
    let mut parts = vec![String::new()];
    for letter in name.chars() {
        if letter.is_uppercase() || letter == '_' {
            parts.push(String::new());
        }
        parts.last_mut().unwrap().extend(letter.to_lowercase().filter(|letter| *letter != '_'));
    }
    parts.into_iter()
}

#[test]
fn every_crate_keeps_the_lints_of_the_workspace() {
    let mut faults = Faults::default();
    for manifest in manifests() {
        let text = manifest.text.replace("\r\n", "\n");
        if !text.contains("[lints]\nworkspace = true") {
            faults.at(&manifest.path, 1, "no `[lints] workspace = true`");
        }
    }
    faults.none("add `[lints]` with `workspace = true`");
}

#[test]
fn every_dependency_comes_from_the_workspace_with_its_reason() {
    let mut faults = Faults::default();
    for manifest in manifests() {
        for dependency in dependencies(&manifest.text) {
            let inherited = dependency.rest.starts_with(".workspace = true")
                || dependency.rest.replace(' ', "").contains("workspace=true");
            if !inherited {
                faults.at(
                    &manifest.path,
                    dependency.line,
                    format!("{} does not come from the workspace", dependency.name),
                );
            }
        }
    }
    let workspace = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    for dependency in dependencies(&workspace) {
        let ours = dependency.rest.contains("path = \"crates/");
        let reason = dependency.rest.split_once(" # ").is_some_and(|(_, reason)| reason.trim().contains(' '));
        if !ours && !reason {
            faults.at("Cargo.toml", dependency.line, format!("{} does not say why", dependency.name));
        }
    }
    faults.none("give it one line in [workspace.dependencies] of Cargo.toml, ending in `# why`; members write `.workspace = true`");
}

#[test]
fn names_fall_into_words() {
    let parts = |name| word_parts(name).filter(|part| !part.is_empty()).collect::<Vec<_>>();
    assert_eq!(parts("OldShelf"), ["old", "shelf"]);
    assert_eq!(parts("old_shelf"), ["old", "shelf"]);
    assert_eq!(name_after(" Shelf<'a> {"), "Shelf");
}
