//! Checks that nouns share. Each names the field it refuses.

use crate::refusal::Refusal;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::{Text, TextError};
use ledger::view::View;
use std::collections::HashSet;

/// The longest name or title, in characters of each language.
pub const NAME: usize = 200;

/// The longest paragraph, in characters of each language.
pub const PARAGRAPH: usize = 4000;

/// The most entries in a list of a body.
pub const LIST: usize = 200;

/// A text within its measure, with right tags and an original.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn text(text: &Text, limit: usize, field: &str) -> Result<(), Refusal> {
    text.check(limit).map_err(|error| refuse_text(error).at(field))
}

fn refuse_text(error: TextError) -> Refusal {
    match error {
        TextError::NoOriginal(tag) => Refusal::new("refusal-language-missing").with("language", tag),
        TextError::Empty(_) => Refusal::new("refusal-text-empty"),
        TextError::Tag(tag) => Refusal::new("refusal-language-unknown").with("tag", tag),
        TextError::TooLong { limit, .. } => Refusal::new("refusal-text-too-long").with("limit", limit),
        TextError::NotOf(tag) => Refusal::new("refusal-translation-of").with("language", tag),
    }
}

/// A text that may be absent.
///
/// # Errors
/// As [`text`].
pub fn maybe_text(given: Option<&Text>, limit: usize, field: &str) -> Result<(), Refusal> {
    given.map_or(Ok(()), |given| text(given, limit, field))
}

/// The record is there for the actor, and of that kind.
///
/// # Errors
/// `refusal-record-unknown`, whether it is hidden, absent or of another kind.
pub fn refers<B: Body>(view: &View<'_>, record: RecordId, field: &str) -> Result<(), Refusal> {
    match view.find::<B>(record) {
        Some(_) => Ok(()),
        None => Err(Refusal::new("refusal-record-unknown").with("record", record).at(field)),
    }
}

/// Each record of a list is there and of that kind, none twice, and there are not too many.
///
/// # Errors
/// As [`refers`], `refusal-listed-twice` or `refusal-list-too-long`.
pub fn refer_all<B: Body>(view: &View<'_>, records: &[RecordId], field: &str) -> Result<(), Refusal> {
    few(records, field)?;
    let mut listed = HashSet::new();
    for record in records {
        if !listed.insert(*record) {
            return Err(Refusal::new("refusal-listed-twice").with("record", record).at(field));
        }
        refers::<B>(view, *record, field)?;
    }
    Ok(())
}

/// A list that is not too long.
///
/// # Errors
/// `refusal-list-too-long`.
pub fn few<T>(list: &[T], field: &str) -> Result<(), Refusal> {
    match list.len() <= LIST {
        true => Ok(()),
        false => Err(Refusal::new("refusal-list-too-long").with("limit", LIST).at(field)),
    }
}

/// A word for addresses: lower-case letters, digits and single hyphens, at most 60.
///
/// # Errors
/// `refusal-slug-malformed`.
pub fn slug(slug: &str, field: &str) -> Result<(), Refusal> {
    let part = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    match slug.len() <= 60 && slug.split('-').all(part) {
        true => Ok(()),
        false => Err(Refusal::new("refusal-slug-malformed").with("slug", shortened(slug)).at(field)),
    }
}

/// A label or a symbol: capital letters, digits and hyphens, at most 20, beginning with a letter or digit.
///
/// # Errors
/// `refusal-label-malformed`.
pub fn label(label: &str, field: &str) -> Result<(), Refusal> {
    let fits = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
    match (1..=20).contains(&label.len()) && label.bytes().all(fits) && !label.starts_with('-') {
        true => Ok(()),
        false => Err(Refusal::new("refusal-label-malformed").with("label", shortened(label)).at(field)),
    }
}

/// An address on the public web: http or https, a host, no spaces, at most 1000 characters.
///
/// # Errors
/// `refusal-url-malformed`.
pub fn url(url: &str, field: &str) -> Result<(), Refusal> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let plain = |rest: &str| {
        !rest.is_empty()
            && !rest.starts_with('/')
            && !rest.contains(|letter: char| letter.is_whitespace() || "<>\"`".contains(letter))
    };
    match url.len() <= 1000 && rest.is_some_and(plain) {
        true => Ok(()),
        false => Err(Refusal::new("refusal-url-malformed").with("url", shortened(url)).at(field)),
    }
}

/// A word that is free, or taken by the record itself. `holder`: who has it now.
///
/// # Errors
/// The refusal given.
pub fn free(holder: Option<RecordId>, own: RecordId, refusal: Refusal) -> Result<(), Refusal> {
    match holder.is_none_or(|holder| holder == own) {
        true => Ok(()),
        false => Err(refusal),
    }
}

/// What was typed, short enough to be said back.
pub fn shortened(typed: &str) -> String {
    match typed.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &typed[..end]),
        None => typed.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_fit_for_an_address() {
        for right in ["central-asia", "issyk-kul-2018", "a"] {
            assert_eq!(slug(right, "slug"), Ok(()), "{right}");
        }
        for wrong in ["", "-a", "a--b", "A", "a b", "иссык", "a/b", &"a".repeat(61)] {
            assert!(slug(wrong, "slug").is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_address_is_on_the_public_web() {
        assert_eq!(url("https://www.osce.org/x?y=1", "url"), Ok(()));
        for wrong in
            ["javascript:alert(1)", "https://", "ftp://x", "https:///x", "https://x y", "https://x\"onload"]
        {
            assert!(url(wrong, "url").is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_was_typed_is_said_back_in_short() {
        assert_eq!(shortened(&"ж".repeat(100)).chars().count(), 61);
        assert_eq!(shortened("ж"), "ж");
    }
}
