//! Checks that nouns share. Each names the field it refuses.

use crate::noun::Beside;
use crate::refusal::Refusal;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::{Text, TextError};
use ledger::view::{Seen, View};
use std::collections::HashSet;

/// The longest name or title, in characters of each language.
pub const NAME: usize = 200;

/// The longest paragraph, in characters of each language.
pub const PARAGRAPH: usize = 4000;

/// The longest line, in characters.
pub const LINE: usize = 120;

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
    found::<B>(view, record, field).map(|_| ())
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

/// The record as the actor sees it.
///
/// # Errors
/// `refusal-record-unknown`, whether it is hidden, absent or of another kind.
pub fn found<B: Body>(view: &View<'_>, record: RecordId, field: &str) -> Result<Seen<B>, Refusal> {
    view.find::<B>(record).ok_or_else(|| unknown(record, field))
}

/// A record that the actor himself writes as its owner: what is joint, only the round writes, and of a round that has no
/// people of its own the editor who compiles it.
///
/// # Errors
/// As [`found`], and `refusal-not-yours`.
pub fn found_joint<B: Body>(beside: &Beside<'_>, record: RecordId, field: &str) -> Result<Seen<B>, Refusal> {
    let joint = found::<B>(beside.view, record, field)?;
    match joint.owner.id == beside.actor.owner {
        true => Ok(joint),
        false => Err(Refusal::new("refusal-not-yours").at(field)),
    }
}

/// Records of whatever kind that are there for the actor, none twice, and not too many.
///
/// # Errors
/// `refusal-record-unknown`, `refusal-listed-twice`, `refusal-list-too-long`.
pub fn there(view: &View<'_>, records: &[RecordId], field: &str) -> Result<(), Refusal> {
    few(records, field)?;
    let mut listed = HashSet::new();
    for record in records {
        if !listed.insert(*record) {
            return Err(Refusal::new("refusal-listed-twice").with("record", record).at(field));
        }
        view.whose(*record).ok_or_else(|| unknown(*record, field))?;
    }
    Ok(())
}

/// No such record, or not for this reader.
pub fn unknown(record: RecordId, field: &str) -> Refusal {
    Refusal::new("refusal-record-unknown").with("record", record).at(field)
}

/// A list with something in it, and not too much.
///
/// # Errors
/// `refusal-list-empty`, `refusal-list-too-long`.
pub fn some<T>(list: &[T], field: &str) -> Result<(), Refusal> {
    match list.is_empty() {
        true => Err(Refusal::new("refusal-list-empty").at(field)),
        false => few(list, field),
    }
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

/// A symbol as papers carry it, such as `LAK26/NS.XBR/3(d).11`: capital letters, digits and `/ . - ( )`, small letters
/// within brackets and in `Rev`, at most 40.
///
/// # Errors
/// `refusal-symbol-malformed`.
pub fn symbol(symbol: &str, field: &str) -> Result<(), Refusal> {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"/.-()".contains(&byte);
    let begins = symbol.starts_with(|first: char| first.is_ascii_uppercase() || first.is_ascii_digit());
    match symbol.len() <= 40 && begins && symbol.bytes().all(fits) {
        true => Ok(()),
        false => Err(Refusal::new("refusal-symbol-malformed").with("symbol", shortened(symbol)).at(field)),
    }
}

/// A symbol that may be absent.
///
/// # Errors
/// As [`symbol`].
pub fn maybe_symbol(given: Option<&str>, field: &str) -> Result<(), Refusal> {
    given.map_or(Ok(()), |given| symbol(given, field))
}

/// The id of an item of a catalogue: Latin letters, digits, and `. - _ ( )`, at most 60.
///
/// # Errors
/// `refusal-item-unknown`.
pub fn item(item: &str, field: &str) -> Result<(), Refusal> {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b".-_()".contains(&byte);
    match (1..=60).contains(&item.len()) && item.bytes().all(fits) {
        true => Ok(()),
        false => Err(Refusal::new("refusal-item-unknown").with("item", shortened(item)).at(field)),
    }
}

/// A short line without translation, as written: a number, a telephone; at most 120 characters.
///
/// # Errors
/// `refusal-text-empty`, `refusal-text-too-long`.
pub fn line(line: &str, field: &str) -> Result<(), Refusal> {
    written(line, LINE, field)
}

/// Words without translation, as written: a name, a post, a note.
///
/// # Errors
/// `refusal-text-empty`, `refusal-text-too-long`.
pub fn written(words: &str, limit: usize, field: &str) -> Result<(), Refusal> {
    match words.chars().count() {
        0 => Err(Refusal::new("refusal-text-empty").at(field)),
        length if length <= limit => Ok(()),
        _ => Err(Refusal::new("refusal-text-too-long").with("limit", limit).at(field)),
    }
}

/// A line that may be absent.
///
/// # Errors
/// As [`line`].
pub fn maybe_line(given: Option<&str>, field: &str) -> Result<(), Refusal> {
    given.map_or(Ok(()), |given| line(given, field))
}

/// An hour of the day, `00:00` to `23:59`, that may be absent.
///
/// # Errors
/// `refusal-hour-malformed`.
pub fn maybe_hour(given: Option<&str>, field: &str) -> Result<(), Refusal> {
    let Some(hour) = given else { return Ok(()) };
    let (hours, minutes) = hour.split_once(':').unwrap_or_default();
    let within = |part: &str, most: u8| part.len() == 2 && part.parse::<u8>().is_ok_and(|part| part <= most);
    match within(hours, 23) && within(minutes, 59) {
        true => Ok(()),
        false => Err(Refusal::new("refusal-hour-malformed").with("hour", shortened(hour)).at(field)),
    }
}

/// Tags of languages (BCP 47), none twice.
///
/// # Errors
/// `refusal-language-unknown`, `refusal-list-too-long`.
pub fn languages(tags: &[String], field: &str) -> Result<(), Refusal> {
    few(tags, field)?;
    let mut listed = HashSet::new();
    match tags.iter().find(|tag| !ledger::text::is_tag(tag) || !listed.insert(*tag)) {
        Some(tag) => Err(Refusal::new("refusal-language-unknown").with("tag", shortened(tag)).at(field)),
        None => Ok(()),
    }
}

/// An address that may be absent.
///
/// # Errors
/// As [`url`].
pub fn maybe_url(given: Option<&str>, field: &str) -> Result<(), Refusal> {
    given.map_or(Ok(()), |given| url(given, field))
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
