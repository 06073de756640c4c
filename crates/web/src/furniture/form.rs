//! Forms: a label above, a hint below it, the error above the field in words and once more in a summary that links to it.
//! Nothing typed is lost but passwords.

use super::frame::Frame;
use super::phrase::Phrase;
use ledger::id::RecordId;
use ledger::text::Text;
use maud::{Markup, html};
use review::refusal::Refusal;
use std::collections::HashMap;
use words::{Message, Name};

/// What was posted.
#[derive(Debug, Default, Clone)]
pub struct Posted(HashMap<String, Vec<String>>);

impl Posted {
    /// From the pairs of a form.
    pub fn read(pairs: Vec<(String, String)>) -> Self {
        let mut fields: HashMap<String, Vec<String>> = HashMap::new();
        pairs.into_iter().for_each(|(name, value)| fields.entry(name).or_default().push(value));
        Posted(fields)
    }

    /// The first value of a field, without space around it; empty if it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.all(name).first().map_or("", |value| value.trim())
    }

    /// The value in that row of a form of rows, without space around it; empty if it was not sent.
    pub fn nth(&self, name: &str, row: usize) -> String {
        self.all(name).get(row).map_or("", |value| value.trim()).to_owned()
    }

    /// The first value as it was typed.
    pub fn exact(&self, name: &str) -> &str {
        self.all(name).first().map_or("", String::as_str)
    }

    /// All values of a field.
    pub fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map(Vec::as_slice).unwrap_or_default()
    }
}

/// What is wrong: the field, and what to do.
pub type Errors = Vec<(&'static str, Message)>;

/// A refusal as a message.
pub fn refused(refusal: &Refusal) -> Message {
    let start = Message::new(refusal.key);
    let with_args = refusal.args.iter().fold(start, |message, (name, value)| match value.parse::<i64>() {
        Ok(number) => message.with(name, number),
        Err(_) => message.with(name, value.as_str()),
    });
    let named = |names: &[Text]| names.iter().map(name).collect::<Vec<Name>>();
    let with_words = refusal.words.iter().fold(with_args, |message, (name, keys)| {
        message.with(name, keys.iter().map(|key| Message::new(key.clone())).collect::<Vec<Message>>())
    });
    refusal.names.iter().fold(with_words, |message, (name, names)| message.with(name, named(names)))
}

/// A text as a name within a message.
pub fn name(text: &Text) -> Name {
    let words = text.wordings.iter().map(|(tag, wording)| (tag.clone(), wording.words.clone()));
    Name { original: text.original.clone(), words: words.collect() }
}

/// A field.
pub struct Field<'a> {
    /// Its name and id.
    pub name: &'static str,
    /// The label.
    pub label: Phrase,
    /// What helps to fill it in.
    pub hint: Option<Phrase>,
    /// `text`, `password`, `date` …, or `area` for several lines.
    pub kind: &'static str,
    /// What stands in it.
    pub value: &'a str,
    /// What the browser may fill in.
    pub autocomplete: &'static str,
    /// Whether it must be filled in.
    pub required: bool,
}

impl Field<'_> {
    /// The field, with its error if it has one.
    pub fn draw(&self, frame: &Frame, errors: &Errors) -> Markup {
        let error = errors.iter().find(|(field, _)| *field == self.name);
        let described = match (&self.hint, error) {
            (Some(_), Some(_)) => Some(format!("{0}-hint {0}-error", self.name)),
            (Some(_), None) => Some(format!("{}-hint", self.name)),
            (None, Some(_)) => Some(format!("{}-error", self.name)),
            (None, None) => None,
        };
        html! {
            div.field {
                label for=(self.name) { (self.label) }
                @if let Some(hint) = &self.hint { span.hint id=(format!("{}-hint", self.name)) { (hint) } }
                @if let Some((_, message)) = error { p.err id=(format!("{}-error", self.name)) { (frame.tell(message.clone())) } }
                @if self.kind == "area" {
                    textarea id=(self.name) name=(self.name) autocomplete=(self.autocomplete)
                        aria-invalid=[error.map(|_| "true")] aria-describedby=[described] required[self.required] { (self.value) }
                } @else {
                    input id=(self.name) name=(self.name) type=(self.kind) value=(self.value) autocomplete=(self.autocomplete)
                        aria-invalid=[error.map(|_| "true")] aria-describedby=[described] required[self.required];
                }
            }
        }
    }
}

/// What a row of an ordered form begins with: which it was, and its place in the order. `row`: its number on the page.
pub fn place(row: usize, was: Option<RecordId>, label: &Phrase, typed: &str) -> Markup {
    let id = format!("place-{row}");
    html! {
        input type="hidden" name="id" value=(was.map(|was| was.to_string()).unwrap_or_default());
        div.field.place { label for=(id) { (label) } input id=(id) type="text" inputmode="numeric" name="place" value=(typed) autocomplete="off"; }
    }
}

/// What is wrong with a form, at its top, each line a link to the field.
pub fn summary(frame: &Frame, errors: &Errors) -> Markup {
    if errors.is_empty() {
        return html! {};
    }
    html! {
        div.errsum role="alert" {
            @for (field, message) in errors { p { a href={ "#" (field) } { (frame.tell(message.clone())) } } }
        }
    }
}

/// A button that does at the second press what cannot be undone, and says before what it will do.
pub fn sure(frame: &Frame, deed: &str, label: &str, why: &str) -> Markup {
    html! {
        details.sure {
            summary.btn { (frame.say(label)) }
            p { (frame.say(why)) }
            button.btn.btn-p type="submit" name="deed" value=(deed) { (frame.say(label)) }
        }
    }
}

/// What an address may say was done: nothing else that stands there is said.
const SAID: &[&str] = &[
    "people-said-joined",
    "people-said-acting",
    "people-said-password",
    "people-said-renewed",
    "people-said-second-step-ended",
    "people-said-sessions",
    "people-said-passkey",
    "people-said-passkey-ended",
    "people-said-token-revoked",
    "people-said-changed",
    "releases-said-named",
    "releases-said-round",
    "releases-said-organizations",
    "releases-said-series",
    "releases-said-public",
    "releases-said-withdrawn",
    "releases-said-clearance",
    "clearance-said-approved",
    "clearance-said-taken-back",
    "clearance-said-list",
    "clearance-said-ended",
    "marking-said-scheme",
    "marking-said-put",
    "marking-said-lifted",
    "file-said-attached",
    "erasure-said",
];

/// What was just done: it stands until the next page.
pub fn flash(frame: &Frame) -> Markup {
    let said = frame.said.as_deref().filter(|said| SAID.contains(said));
    html! { @if let Some(key) = said { p.flash role="status" { (frame.say(key)) } } }
}
