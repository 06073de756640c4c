//! A text in several languages: one is the original, and a translation names the words it was made from,
//! so that "behind its original" is computed and never stored.

use crate::canonical;
use crate::id::Hash;
use litemap::LiteMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a translation is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "WordingStanding")]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// These are the words that were written first.
    Original,
    /// Equal in rank to the original (an authentic language of the round).
    Authentic,
    /// A translation that its owner stands by.
    Translation,
    /// A courtesy translation: its conformity is still to be confirmed.
    Courtesy,
}

/// The words in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The words.
    pub words: String,
    /// What they were translated from: [`words_hash`] of the original's words then. Absent for the original.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Hash>,
    /// By whom, as a stable word such as `editor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// What they are worth.
    pub state: Standing,
}

/// A text in several languages (BCP 47 tags).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The tag of the original.
    pub original: String,
    /// The words by tag; the original is among them. Most texts have two languages, so this is a list.
    #[serde(rename = "in")]
    #[schemars(with = "BTreeMap<String, Wording>")]
    pub wordings: LiteMap<String, Wording>,
}

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// The original language has no words.
    #[error("the original ({0}) is missing")]
    NoOriginal(String),
    /// A tag that BCP 47 would not have.
    #[error("not a language tag: {0}")]
    Tag(String),
    /// No words at all in a language that is listed.
    #[error("no words in {0}")]
    Empty(String),
    /// More characters than the field may have.
    #[error("{length} characters in {tag}, at most {limit}")]
    TooLong {
        /// The language.
        tag: String,
        /// How many there are.
        length: usize,
        /// How many there may be.
        limit: usize,
    },
    /// A translation without `of`, or an original with one.
    #[error("{0} does not say what it was translated from")]
    NotOf(String),
}

/// The hash by which a translation names the words it was made from.
pub fn words_hash(words: &str) -> Hash {
    #[derive(Serialize)]
    struct Words<'a> {
        tamga: &'static str,
        words: &'a str,
    }
    Hash::of(&canonical::bytes(&Words { tamga: "words/1", words }))
}

impl Text {
    /// A text of ours: the words of the original and of its translations, by tag.
    pub fn new<'a>(
        original: &str,
        words: impl IntoIterator<Item = (&'a str, &'a str)>,
        by: Option<&str>,
    ) -> Self {
        let all: BTreeMap<&str, &str> = words.into_iter().collect();
        let of = all.get(original).map(|words| words_hash(words));
        let wording = |(tag, words): (&&str, &&str)| {
            let original = *tag == original;
            let state = if original { Standing::Original } else { Standing::Translation };
            let by = by.filter(|_| !original).map(str::to_owned);
            let of = of.filter(|_| !original);
            (tag.to_string(), Wording { words: words.to_string(), of, by, state })
        };
        Text { original: original.to_owned(), wordings: all.iter().map(wording).collect() }
    }

    /// Checks tags, lengths (characters, in each language) and what translations say of themselves.
    ///
    /// # Errors
    /// The first [`TextError`] found.
    pub fn check(&self, limit: usize) -> Result<(), TextError> {
        if !self.wordings.contains_key(&self.original) {
            return Err(TextError::NoOriginal(self.original.clone()));
        }
        for (tag, wording) in &self.wordings {
            if !is_tag(tag) {
                return Err(TextError::Tag(tag.clone()));
            }
            if wording.words.trim().is_empty() {
                return Err(TextError::Empty(tag.clone()));
            }
            let length = wording.words.chars().count();
            if length > limit {
                return Err(TextError::TooLong { tag: tag.clone(), length, limit });
            }
            let original = *tag == self.original;
            if wording.of.is_some() == original || (wording.state == Standing::Original) != original {
                return Err(TextError::NotOf(tag.clone()));
            }
        }
        Ok(())
    }

    /// The words for a reader of that language, and the language they are in: that one, else the original.
    pub fn for_reader(&self, tag: &str) -> (&str, &str) {
        let of = |tag: &str| self.wordings.find_index(tag).ok().and_then(|at| self.wordings.get_indexed(at));
        let chosen = of(tag).or_else(|| of(&self.original));
        chosen.map_or(("und", ""), |(tag, wording)| (tag.as_str(), wording.words.as_str()))
    }

    /// Whether the words in that language were made from other words than the original has now.
    pub fn is_behind(&self, tag: &str) -> bool {
        let of = self.wordings.get(tag).and_then(|wording| wording.of);
        let now = self.wordings.get(&self.original).map(|original| words_hash(&original.words));
        of.is_some() && of != now
    }
}

/// A plain BCP 47 tag: a language of two or three letters, then subtags of two to eight letters or digits.
pub fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let lower = (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    lower
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bilingual() -> Text {
        Text::new("en", [("en", "Minsk round"), ("ru", "Минский раунд")], Some("editor"))
    }

    #[test]
    fn a_translation_is_behind_once_the_original_changes() {
        let mut text = bilingual();
        assert_eq!(text.check(20), Ok(()));
        assert!(!text.is_behind("ru"));
        text.wordings.get_mut("en").unwrap().words = "Minsk meeting".into();
        assert!(text.is_behind("ru"));
        assert!(!text.is_behind("en"));
    }

    #[test]
    fn a_reader_without_a_translation_gets_the_original_and_is_told_its_language() {
        assert_eq!(bilingual().for_reader("kk"), ("en", "Minsk round"));
        assert_eq!(bilingual().for_reader("ru"), ("ru", "Минский раунд"));
    }

    #[test]
    fn a_text_needs_its_original_right_tags_and_a_measure() {
        let mut text = bilingual();
        text.original = "tg".into();
        assert_eq!(text.check(99), Err(TextError::NoOriginal("tg".into())));
        let tagged = Text::new("en", [("en", "x"), ("RU", "y")], None);
        assert_eq!(tagged.check(99), Err(TextError::Tag("RU".into())));
        assert!(matches!(bilingual().check(5), Err(TextError::TooLong { length: 11, .. })));
    }

    #[test]
    fn the_hash_of_words_is_in_the_specification() {
        let written = "{\"tamga\":\"words/1\",\"words\":\"Minsk round\"}";
        assert_eq!(words_hash("Minsk round"), Hash::of(written.as_bytes()));
    }
}
