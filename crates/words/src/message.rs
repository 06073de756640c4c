//! A message: a key and what belongs into it, said by a language.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::dates::{Length, Moment, PartialDate, date, date_range, date_time};
use crate::language::{LANGUAGES, Language};
use crate::memo::Memo;
use crate::phrase::Phrase;
use crate::shelf::Book;

/// Something to be said to people: a key of the message files, with arguments.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Message {
    key: Cow<'static, str>,
    /// By name, in alphabetical order: two or three, so that a list is less than a tree.
    args: Vec<(&'static str, Arg)>,
}

/// What can be put into a message. Each language writes it in its own way.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Arg {
    /// Words or a code, as they are.
    Text(Phrase),
    /// A count: chooses the plural, and is written with grouped thousands.
    Number(i64),
    /// A year in running text, in plain digits.
    Year(i16),
    /// A date in its long form.
    Date(PartialDate),
    /// A span of dates.
    Dates(PartialDate, PartialDate),
    /// A moment in Universal Time.
    Moment(Moment),
    /// Another message, such as the name of a kind.
    Message(Message),
    /// Other messages in a row, such as the names of several kinds.
    Messages(Vec<Message>),
    /// Names in a row, each of which has words of its own in several languages.
    Names(Vec<Name>),
}

/// A name with words of its own: those in the page's language are said, else those of its original.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    /// The tag of the original.
    pub original: String,
    /// The words by tag.
    pub words: BTreeMap<String, String>,
}

impl Name {
    fn said_in(&self, language: Language) -> &str {
        let said = self.words.get(language.tag()).or_else(|| self.words.get(&self.original));
        said.map_or("", String::as_str)
    }
}

impl Message {
    /// A message without arguments yet.
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self { key: key.into(), args: Vec::new() }
    }

    /// The same message with one argument more.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        let arg = arg.into();
        match self.args.binary_search_by_key(&name, |(name, _)| *name) {
            Ok(place) => self.args[place].1 = arg,
            Err(place) => self.args.insert(place, (name, arg)),
        }
        self
    }

    /// The key under which the message files hold it.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The arguments, in the order of their names.
    pub fn args(&self) -> &[(&'static str, Arg)] {
        &self.args
    }
}

impl Language {
    /// Says a message; in English if this language does not have it, and as ⟨key⟩ if none has.
    pub fn say(self, message: &Message) -> Phrase {
        static SAID: [Memo<Message, Phrase>; LANGUAGES] = [const { Memo::new() }; LANGUAGES];
        match message.args.iter().all(|(_, arg)| arg.comes_back()) {
            true => SAID[self.index()].get_or(message, || self.say_anew(message)),
            false => self.say_anew(message),
        }
    }

    fn say_anew(self, message: &Message) -> Phrase {
        let said = self.try_say(message).unwrap_or_else(|| {
            debug_assert!(false, "no message {}", message.key);
            format!("⟨{}⟩", message.key)
        });
        said.into()
    }

    /// Says a message that takes no arguments.
    pub fn say_key(self, key: &str) -> Phrase {
        Book::of(self).said(key).unwrap_or_else(|| self.say(&Message::new(key.to_owned())))
    }

    /// Whether there is a message of this key, here or in English. Ask before saying a key made from data.
    pub fn knows(self, key: &str) -> bool {
        [self, Language::English].iter().any(|language| Book::of(*language).bundle.has_message(key))
    }

    /// Names in a row: Belarus, Kyrgyzstan and Tajikistan.
    pub fn list<T: AsRef<str>>(self, items: &[T]) -> Phrase {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        match items.as_slice() {
            [] => Phrase::default(),
            [only] => (*only).into(),
            [first @ .., last] => {
                self.say(&Message::new("shell-list").with("items", first.join(", ")).with("last", *last))
            }
        }
    }

    /// The message's words, unless no language has them.
    fn try_say(self, message: &Message) -> Option<String> {
        [self, Language::English].into_iter().find_map(|language| {
            let bundle = &Book::of(language).bundle;
            let pattern = bundle.get_message(&message.key)?.value()?;
            let args: FluentArgs =
                message.args.iter().map(|(name, arg)| (*name, arg.said_in(language))).collect();
            let mut errors = Vec::new();
            let said = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
            debug_assert!(errors.is_empty(), "{}: {errors:?}", message.key);
            Some(said)
        })
    }
}

impl Arg {
    /// Whether it is likely to be said again: not what people type, not the moment.
    fn comes_back(&self) -> bool {
        match self {
            Arg::Text(words) => words.len() <= 160,
            Arg::Moment(_) | Arg::Message(_) | Arg::Messages(_) | Arg::Names(_) => false,
            Arg::Number(_) | Arg::Year(_) | Arg::Date(_) | Arg::Dates(..) => true,
        }
    }

    fn said_in(&self, language: Language) -> FluentValue<'_> {
        match self {
            Arg::Text(words) => (&**words).into(),
            Arg::Number(count) => (*count).into(),
            Arg::Year(year) => year.to_string().into(),
            Arg::Date(day) => date(language, day.year, day.month, day.day, Length::Long).to_string().into(),
            Arg::Dates(from, to) => date_range(language, *from, *to).to_string().into(),
            Arg::Moment(at) => date_time(language, at.year, at.month, at.day, at.hour, at.minute).into(),
            Arg::Message(message) => language.say(message).to_string().into(),
            Arg::Messages(messages) => {
                let said: Vec<Phrase> = messages.iter().map(|message| language.say(message)).collect();
                language.list(&said).to_string().into()
            }
            Arg::Names(names) => {
                let names: Vec<&str> = names.iter().map(|name| name.said_in(language)).collect();
                language.list(&names).to_string().into()
            }
        }
    }
}

/// Each of these becomes an argument as it is.
macro_rules! args {
    ($($from:ty => $arg:ident,)+) => {
        $(impl From<$from> for Arg {
            fn from(value: $from) -> Self {
                Self::$arg(value.into())
            }
        })+
    };
}

args! {
    String => Text,
    &str => Text,
    Phrase => Text,
    i64 => Number,
    i32 => Number,
    u32 => Number,
    PartialDate => Date,
    Moment => Moment,
    Message => Message,
    Vec<Message> => Messages,
    Vec<Name> => Names,
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<u64> for Arg {
    fn from(count: u64) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{English, Russian};
    use super::*;

    fn say(language: Language, message: Message) -> Phrase {
        language.say(&message)
    }

    #[test]
    fn russian_counts_rounds_in_three_forms() {
        let rounds = |count: i64| say(Russian, Message::new("series-rounds").with("count", count));
        assert_eq!(rounds(1), "1 раунд");
        assert_eq!(rounds(2), "2 раунда");
        assert_eq!(rounds(5), "5 раундов");
        assert_eq!(rounds(11), "11 раундов");
        assert_eq!(rounds(21), "21 раунд");
        assert_eq!(rounds(1912), "1\u{202f}912 раундов");
        assert_eq!(say(English, Message::new("series-rounds").with("count", 1)), "1 round");
    }

    #[test]
    fn dates_inside_a_message_follow_its_language() {
        let as_of = Message::new("shell-as-of").with("date", PartialDate::day(2023, 6, 16));
        assert_eq!(English.say(&as_of), "As of 16 June 2023");
        assert_eq!(Russian.say(&as_of), "На 16 июня 2023\u{202f}г.");
        let since = Message::new("series-since").with("year", Arg::Year(2014));
        assert_eq!(English.say(&since), "since 2014");
    }

    #[test]
    fn a_message_inside_a_message_is_said_in_the_same_language() {
        let host = Message::new("round-capacity-and-host")
            .with("capacity", Message::new("round-capacity-participant"));
        assert_eq!(say(English, host.clone()), "Participating State, host");
        let inside = Russian.say_key("round-capacity-participant");
        assert!(say(Russian, host).starts_with(&*inside));
    }

    #[test]
    fn names_in_a_row_are_said_in_the_language_of_the_page_or_as_they_were_written() {
        let name = |words: &[(&str, &str)]| Name {
            original: words[0].0.to_owned(),
            words: words.iter().map(|(tag, words)| (tag.to_string(), words.to_string())).collect(),
        };
        let both = name(&[("ru", "Таможня"), ("en", "Customs")]);
        let only = name(&[("ru", "МИД")]);
        let taken = Message::new("refusal-label-taken").with("label", vec![both, only]);
        assert!(say(English, taken.clone()).contains("Customs and МИД"));
        assert!(say(Russian, taken).contains("Таможня и МИД"));
    }

    #[test]
    fn hostile_text_is_put_in_as_it_is() {
        let label = "<b>{ $label }\u{202e}⟨x⟩";
        let said = say(English, Message::new("refusal-label-taken").with("label", label));
        assert!(said.contains(label), "{said}");
        assert!(!said.contains('\u{2068}'), "{said}");
    }

    #[test]
    fn what_no_language_says_is_known_to_be_missing() {
        assert_eq!(Russian.try_say(&Message::new("no-such-key")), None);
        assert!(!English.knows("no-such-key") && !English.knows("") && !English.knows("{ $x }"));
        assert!(Russian.knows("shell-skip"));
    }

    #[test]
    #[cfg(debug_assertions)]
    #[should_panic(expected = "no message no-such-key")]
    fn a_missing_message_stops_a_test() {
        English.say_key("no-such-key");
    }

    #[test]
    #[cfg(not(debug_assertions))]
    fn a_missing_message_shows_its_key() {
        assert_eq!(English.say_key("no-such-key"), "⟨no-such-key⟩");
    }

    #[test]
    fn states_in_a_row_end_with_and() {
        assert_eq!(
            English.list(&["Belarus", "Kyrgyzstan", "Tajikistan"]),
            "Belarus, Kyrgyzstan and Tajikistan"
        );
        assert_eq!(Russian.list(&["Беларусь", "Кыргызстан"]), "Беларусь и Кыргызстан");
        assert_eq!(English.list(&["Belarus"]), "Belarus");
        assert_eq!(English.list::<&str>(&[]), "");
    }

    #[test]
    fn every_message_can_be_said_with_its_variables() {
        for language in Language::all() {
            for key in crate::shelf::keys(language) {
                let mut message = Message::new(key);
                for name in crate::shelf::variables(language, key).unwrap() {
                    message = message.with(name, 3);
                }
                let said = language.say(&message);
                assert!(!said.is_empty() && !said.contains(['{', '}', '⟨']), "{key}: {said}");
                assert_eq!(said.trim(), &*said, "{key}");
            }
        }
    }

    #[test]
    fn messages_can_be_said_from_any_thread() {
        fn shared<T: Send + Sync>() {}
        shared::<Message>();
        let said = std::thread::spawn(|| Russian.say_key("kind-round")).join().unwrap();
        assert_eq!(said, Russian.say_key("kind-round"));
    }
}
