//! What was said: words that are handed on without being copied.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

/// Words as a language said them. To hand them on costs nothing: most of a page is the same few hundred messages.
#[derive(Clone)]
pub struct Phrase {
    words: Words,
    plain: bool,
}

#[derive(Clone)]
enum Words {
    /// A message that takes no arguments, said once for all.
    Fixed(&'static str),
    /// Words with something in them, which may be said again.
    Shared(Arc<str>),
}

impl Phrase {
    /// A message that is said once for all, and looked through once for all.
    pub(crate) fn fixed(words: &'static str) -> Self {
        Phrase { plain: is_plain(words), words: Words::Fixed(words) }
    }

    /// Whether the words hold none of `& < > "`, so that they stand in markup as they are.
    pub fn is_plain(&self) -> bool {
        self.plain
    }
}

/// Whether words hold none of `& < > "`, so that they stand in markup as they are. Looked at sixteen letters at a time:
/// this runs over all that is said and over every text on a page.
pub fn is_plain(words: &str) -> bool {
    let (stretches, rest) = words.as_bytes().as_chunks::<16>();
    let mut last = [0; 16];
    last[..rest.len()].copy_from_slice(rest);
    !stretches.iter().chain([&last]).any(is_marked)
}

#[inline]
fn is_marked(stretch: &[u8; 16]) -> bool {
    let marks = |byte: &u8| (*byte == b'&') | (*byte == b'<') | (*byte == b'>') | (*byte == b'"');
    stretch.iter().fold(0, |found, byte| found | u8::from(marks(byte))) != 0
}

impl Deref for Phrase {
    type Target = str;
    fn deref(&self) -> &str {
        match &self.words {
            Words::Fixed(words) => words,
            Words::Shared(words) => words,
        }
    }
}

impl From<String> for Phrase {
    fn from(words: String) -> Self {
        Phrase { plain: is_plain(&words), words: Words::Shared(words.into()) }
    }
}

impl From<&str> for Phrase {
    fn from(words: &str) -> Self {
        Phrase { plain: is_plain(words), words: Words::Shared(words.into()) }
    }
}

impl From<Phrase> for String {
    fn from(said: Phrase) -> Self {
        said.to_string()
    }
}

impl Default for Phrase {
    fn default() -> Self {
        Phrase::fixed("")
    }
}

impl AsRef<str> for Phrase {
    fn as_ref(&self) -> &str {
        self
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(out)
    }
}

impl fmt::Debug for Phrase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(out)
    }
}

// Words are the same whoever holds them.
impl PartialEq for Phrase {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Phrase {}

impl PartialEq<&str> for Phrase {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl Hash for Phrase {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_plain_unless_markup_would_have_to_escape_them() {
        for plain in ["", "открыто", "Libya’s", "a; b", &"x".repeat(16), &"x".repeat(100)] {
            assert!(Phrase::from(plain).is_plain(), "{plain}");
        }
        for marked in ["&", "a<b", ">", "say \"no\"", &("x".repeat(99) + "<")] {
            assert!(!Phrase::from(marked).is_plain(), "{marked}");
            assert!(!Phrase::from(marked.to_owned()).is_plain(), "{marked}");
        }
        for place in 0..40 {
            assert!(!is_plain(&format!("{}&{}", "x".repeat(place), "x".repeat(39 - place))), "{place}");
        }
    }
}
