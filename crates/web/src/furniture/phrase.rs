//! Words on their way into a page.

use maud::Render;
use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use words::Arg;

/// What a language said. It stands in markup as it is where nothing in it has to be escaped, which was found out when it
/// was said: a page holds some hundred of these.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Phrase(words::Phrase);

impl Render for Phrase {
    fn render_to(&self, page: &mut String) {
        match self.0.is_plain() {
            true => page.push_str(self),
            false => (**self).render_to(page),
        }
    }
}

impl Deref for Phrase {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

// Phrase words hash and compare as words.
impl Borrow<str> for Phrase {
    fn borrow(&self) -> &str {
        self
    }
}

impl AsRef<str> for Phrase {
    fn as_ref(&self) -> &str {
        self
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl<T: Into<words::Phrase>> From<T> for Phrase {
    fn from(said: T) -> Self {
        Phrase(said.into())
    }
}

impl From<Phrase> for String {
    fn from(said: Phrase) -> Self {
        said.0.into()
    }
}

impl From<Phrase> for Arg {
    fn from(said: Phrase) -> Self {
        said.0.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_escaped_where_it_has_to_be() {
        assert_eq!(Phrase::from("открыто").render().into_string(), "открыто");
        assert_eq!(Phrase::from("<b> & \"c\"").render().into_string(), "&lt;b&gt; &amp; &quot;c&quot;");
    }
}
