//! No sentence for people stands in code: it is a message, in every language.

use crate::lexed::{Lexed, Quoted, closing, places};
use crate::tree::{Faults, sources};
use std::ops::Range;

/// What may stand in code all the same, by file. This list may only shrink.
const EXCEPTIONS: &[(&str, &str)] = &[
    // Examples of a search, in whatever language: each finds something in the archive.
    ("crates/web/src/home.rs", "дорожная карта"),
    // The help of the command line is English throughout: it is made of the comments in this file.
    ("crates/tamga/src/config.rs", "Exit codes:"),
    // The detail in an error of the store stands beside those of the operating system, in English like them.
    ("crates/desk/src/perform.rs", "other writers are faster"),
];

/// Attributes that are read to people.
const READ_OUT: &[&str] = &["aria-label", "aria-description", "title", "placeholder", "alt", "label"];

/// What is said to developers, in logs or by a panic, and not to the people at a page.
const FOR_DEVELOPERS: &[&str] =
    &["#[error(", ".expect(", "panic!(", "unreachable!(", "debug_assert!(", "concat!("];

/// The crates that could speak to people. Below them nobody does; `words` holds the messages.
const SPEAKERS: &[&str] = &["review", "desk", "report", "pouch", "web", "tamga"];

#[test]
fn no_words_for_people_stand_in_a_template() {
    let mut faults = Faults::default();
    for file in sources() {
        let lexed = file.code();
        for block in templates(&lexed) {
            let inside = |quoted: &&Quoted| block.contains(&quoted.at.start);
            for quoted in lexed.quoted.iter().filter(inside) {
                if has_words(&quoted.words) && is_shown(&lexed, &block, quoted) {
                    faults.at(&file.path, lexed.line(quoted.at.start), format!("\"{}\"", quoted.words));
                }
            }
        }
    }
    faults.none("make it a message: a key in crates/words/messages/*, said with frame.say(\"…\")");
}

#[test]
fn no_sentence_for_people_stands_in_code() {
    let mut faults = Faults::default();
    for file in sources().iter().filter(|file| SPEAKERS.contains(&file.krate())) {
        let lexed = file.code();
        for quoted in lexed.quoted.iter().filter(|quoted| is_sentence(&quoted.words)) {
            let excepted =
                |(path, words): &(&str, &str)| file.path == *path && quoted.words.starts_with(words);
            if !EXCEPTIONS.iter().any(excepted) && !is_for_developers(&lexed, quoted) {
                faults.at(&file.path, lexed.line(quoted.at.start), format!("\"{}\"", quoted.words));
            }
        }
    }
    faults.none(
        "make it a message: a key in crates/words/messages/*, said by whoever knows the reader's language",
    );
}

/// The insides of `html! { … }`.
fn templates(lexed: &Lexed) -> Vec<Range<usize>> {
    let code = &lexed.code;
    let block = |at: usize| {
        let open = lexed.skip_space(at + "html!".len());
        open + 1..closing(code, open) - 1
    };
    places(code, "html!").map(block).collect()
}

/// Two letters next to each other.
fn has_words(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.windows(2).any(|pair| pair.iter().all(|letter| letter.is_alphabetic()))
}

/// Whether a quotation of a template is shown as it stands: a text of its own, or an attribute that is read out.
fn is_shown(lexed: &Lexed, block: &Range<usize>, quoted: &Quoted) -> bool {
    let before = &lexed.code[block.start..quoted.at.start];
    let depth = before.matches(['(', '[']).count() - before.matches([')', ']']).count();
    let control = before.rfind('@').is_some_and(|at| !before[at..].contains(['{', '}', ';']));
    let pattern = lexed.code[quoted.at.end..].trim_start().starts_with("=>");
    if depth > 0 || control || pattern {
        return false;
    }
    let Some(named) = before.trim_end().strip_suffix('=') else { return true };
    let start =
        named.rfind(|letter: char| !(letter.is_alphanumeric() || letter == '-')).map_or(0, |at| at + 1);
    READ_OUT.contains(&&named[start..])
}

/// Three words in a row, two after a capital letter, or one of Cyrillic letters.
fn is_sentence(text: &str) -> bool {
    let cyrillic = |letter: char| ('\u{400}'..='\u{52f}').contains(&letter);
    let word = |word: &&str| {
        let plain = word.trim_end_matches([',', '.', ';', ':', '!', '?']);
        plain.chars().count() > 1 && plain.chars().all(char::is_alphabetic)
    };
    let mut longest = 0;
    let mut row = 0;
    for piece in text.split(' ') {
        row = if word(&piece) { row + 1 } else { 0 };
        longest = longest.max(row);
    }
    let capital = text.starts_with(|first: char| first.is_uppercase());
    let letters: Vec<char> = text.chars().collect();
    let russian = letters.windows(2).any(|pair| pair.iter().copied().all(cyrillic));
    longest >= 3 || capital && longest >= 2 || russian
}

fn is_for_developers(lexed: &Lexed, quoted: &Quoted) -> bool {
    let before = lexed.code[..quoted.at.start].trim_end();
    FOR_DEVELOPERS.iter().any(|call| before.ends_with(call))
}

#[test]
fn a_template_is_read_as_people_see_it() {
    let shown = |template: &str| {
        let lexed = Lexed::read(template);
        let block = templates(&lexed).remove(0);
        lexed.quoted.iter().filter(|quoted| is_shown(&lexed, &block, quoted)).count()
    };
    assert_eq!(shown("html! { p.small { \"Hello\" } }"), 1);
    assert_eq!(shown("html! { p class=\"small\" title=\"Hello\" { (say(\"key\")) } }"), 1);
    assert_eq!(shown("html! { @if x == \"a\" { \"b\" } @else { \"c\" } }"), 2);
    assert_eq!(shown("html! { @match x { \"a\" => b { (c) }, _ => {} } }"), 0);
}

#[test]
fn a_sentence_is_told_from_a_code() {
    for sentence in ["Nothing found", "no such record", "История"] {
        assert!(is_sentence(sentence), "{sentence}");
    }
    for code in ["aud aud-own", "road map", "default-src 'none'; base-uri 'none'", "ISK18", "shell-nav-home"]
    {
        assert!(!is_sentence(code), "{code}");
    }
}
