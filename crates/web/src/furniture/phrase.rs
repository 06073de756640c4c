//! Words on their way into a page: they go straight into it, and as they are where nothing in them has to be escaped.

use maud::{Markup, Render, html};
use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use words::{Arg, is_plain};

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

/// Words of a record, marked where they are in another language than the page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Told<'t> {
    words: &'t str,
    /// The other language's tag.
    tag: Option<&'t str>,
}

impl<'t> Told<'t> {
    /// Words in that language, if it is another than the page's.
    pub fn new(words: &'t str, tag: Option<&'t str>) -> Self {
        Told { words, tag }
    }

    /// As markup of its own, where something else may stand instead.
    pub fn markup(self) -> Markup {
        self.render()
    }
}

impl<'t> From<&'t str> for Told<'t> {
    fn from(words: &'t str) -> Self {
        Told { words, tag: None }
    }
}

impl Render for Told<'_> {
    fn render_to(&self, page: &mut String) {
        match self.tag {
            Some(tag) => html! { span lang=(tag) { (Told::from(self.words)) } }.render_to(page),
            None if is_plain(self.words) => page.push_str(self.words),
            None => self.words.render_to(page),
        }
    }
}

/// Room for so many letters more, made at once: a long page is not moved again and again while it grows.
pub struct Room(pub usize);

impl Render for Room {
    fn render_to(&self, page: &mut String) {
        page.reserve(self.0);
    }
}

/// An address with its query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(pub String);

impl Render for Address {
    fn render_to(&self, page: &mut String) {
        Told::from(&*self.0).render_to(page);
    }
}

impl Deref for Address {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
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
        let address = Address("/search?q=a&as_of=2018".into());
        assert_eq!(address.render().into_string(), "/search?q=a&amp;as_of=2018");
    }

    #[test]
    fn a_text_in_another_language_says_so() {
        let told = |words, tag| Told::new(words, tag).render().into_string();
        assert_eq!(told("открыто & видно", None), "открыто &amp; видно");
        assert_eq!(told("a<b", Some("en")), "<span lang=\"en\">a&lt;b</span>");
    }
}
