//! The shelf: every language's messages, read once, and what is on it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::language::{LANGUAGES, Language};
use crate::numbers::number;
use crate::phrase::Phrase;

/// The keys of a language's messages, in alphabetical order.
pub fn keys(language: Language) -> impl Iterator<Item = &'static str> {
    Book::of(language).variables.keys().copied()
}

/// The variables that a language's message of this key uses; none if the language has no such message.
pub fn variables(language: Language, key: &str) -> Option<&'static BTreeSet<&'static str>> {
    Book::of(language).variables.get(key)
}

/// One language's messages.
pub(crate) struct Book {
    /// The messages, ready to be said.
    pub(crate) bundle: FluentBundle<FluentResource>,
    variables: BTreeMap<&'static str, BTreeSet<&'static str>>,
    /// The messages that take no arguments, said already: pages are mostly made of them.
    said: HashMap<&'static str, Phrase, foldhash::fast::RandomState>,
}

static BOOKS: [OnceLock<Book>; LANGUAGES] = [const { OnceLock::new() }; LANGUAGES];

impl Book {
    /// A language's book, read when first asked for.
    pub(crate) fn of(language: Language) -> &'static Book {
        BOOKS[language.index()].get_or_init(|| Book::read(language))
    }

    fn read(language: Language) -> Book {
        let locale: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(grouped));
        let mut variables = BTreeMap::new();
        for (name, source) in language.folder() {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(rest, errors)| {
                debug_assert!(false, "{}/{name}: {errors:?}", language.tag());
                rest
            });
            if let Err(errors) = bundle.add_resource(resource) {
                debug_assert!(false, "{}/{name}: {errors:?}", language.tag());
            }
            contents(source, &mut variables);
        }
        let plain = variables.iter().filter(|(_, variables)| variables.is_empty());
        let said = plain.filter_map(|(key, _)| Some((*key, say_plain(&bundle, key)?))).collect();
        Book { bundle, variables, said }
    }

    /// A message that takes no arguments, if this language has it.
    pub(crate) fn said(&self, key: &str) -> Option<Phrase> {
        self.said.get(key).cloned()
    }
}

/// Says a message that takes no arguments. Its words stay for good, as the book does.
fn say_plain(bundle: &FluentBundle<FluentResource>, key: &str) -> Option<Phrase> {
    let pattern = bundle.get_message(key)?.value()?;
    Some(Phrase::fixed(bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned().leak()))
}

/// Writes whole numbers with grouped thousands; leaves the rest to Fluent.
fn grouped<M>(value: &FluentValue, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(figure) if figure.value.fract() == 0.0 => Some(number(figure.value as i64)),
        _ => None,
    }
}

/// The keys of a message file, each with its variables. A message begins at the margin; what belongs to it is indented.
fn contents(source: &'static str, variables: &mut BTreeMap<&'static str, BTreeSet<&'static str>>) {
    let mut key = None;
    for line in source.lines() {
        if line.starts_with(|first: char| first.is_ascii_lowercase()) {
            key = line.split_once('=').map(|(key, _)| key.trim_end());
        } else if !line.starts_with([' ', '}']) && !line.is_empty() {
            key = None;
        }
        let Some(key) = key else { continue };
        variables.entry(key).or_default().extend(named(line));
    }
}

/// The names after each `$` of a line.
fn named(line: &'static str) -> impl Iterator<Item = &'static str> {
    line.split('$').skip(1).filter_map(|rest| {
        let end =
            rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
        (end > 0).then_some(&rest[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_says_the_same_things_of_the_same_variables() {
        let english: Vec<_> = keys(Language::English).collect();
        for language in Language::all() {
            assert_eq!(keys(language).collect::<Vec<_>>(), english, "{language:?}");
            for key in &english {
                assert_eq!(
                    variables(language, key),
                    variables(Language::English, key),
                    "{language:?}: {key}"
                );
            }
        }
    }

    #[test]
    fn every_key_that_is_listed_can_be_said() {
        for language in Language::all() {
            for key in keys(language) {
                let message = Book::of(language).bundle.get_message(key);
                assert!(message.is_some_and(|message| message.value().is_some()), "{language:?}: {key}");
            }
        }
    }

    #[test]
    fn a_key_begins_with_the_name_of_its_file_and_stands_in_it_once() {
        for language in Language::all() {
            let mut listed = 0;
            for (file, source) in language.folder() {
                let family = file.trim_end_matches("ftl").trim_end_matches('.').trim_end_matches('s');
                let mut found = BTreeMap::new();
                contents(source, &mut found);
                listed += found.len();
                for key in found.keys() {
                    assert!(key.starts_with(family), "{}/{file}: {key}", language.tag());
                    assert!(
                        key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
                        "{key}"
                    );
                }
            }
            assert_eq!(listed, keys(language).count(), "{language:?}");
        }
    }

    #[test]
    fn the_contents_of_a_file_are_read_as_fluent_reads_them() {
        let mut found = BTreeMap::new();
        contents(
            "# $no\na = x { $b }\n\n    { $c-d ->\n        [one] { $e_f }\n       *[other] g\n    }\n## h\nb = y\n",
            &mut found,
        );
        assert_eq!(found["a"].iter().copied().collect::<Vec<_>>(), ["b", "c-d", "e_f"]);
        assert!(found["b"].is_empty());
        assert_eq!(found.len(), 2);
    }
}
