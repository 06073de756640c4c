//! A refusal: why an act may not be done, as a message's key and its arguments. Pages, API and command line each say
//! it in the reader's language.

use ledger::text::Text;

/// Why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The key of the message, such as `refusal-slug-taken`.
    pub key: &'static str,
    /// The message's arguments by name.
    pub args: Vec<(&'static str, String)>,
    /// Arguments that are lists of names, which each reader gets in his language.
    pub names: Vec<(&'static str, Vec<Text>)>,
    /// Arguments that people get as lists of messages, by their keys; programs get the argument of the same name.
    pub words: Vec<(&'static str, Vec<String>)>,
    /// The field it concerns, as a path in the act, such as `body/title`.
    pub field: Option<String>,
}

impl Refusal {
    /// A refusal with that message.
    pub fn new(key: &'static str) -> Self {
        Refusal { key, args: Vec::new(), names: Vec::new(), words: Vec::new(), field: None }
    }

    /// With an argument of the message.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// With names as an argument of the message.
    pub fn naming(mut self, name: &'static str, names: impl IntoIterator<Item = Text>) -> Self {
        self.names.push((name, names.into_iter().collect()));
        self
    }

    /// With messages as an argument of the message, by their keys.
    pub fn saying(mut self, name: &'static str, keys: impl IntoIterator<Item = String>) -> Self {
        self.words.push((name, keys.into_iter().collect()));
        self
    }

    /// About that field.
    pub fn at(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }
}
