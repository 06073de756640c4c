//! Words: messages in every language, dates, numbers, plurals, order of names.
//!
//! This crate knows nothing but words: no record, no reader, no page. Whoever wants to say something
//! names a [`Message`] by its key and lets a [`Language`] say it.
//!
//! A new language is a folder in `messages/` and a line in `language.rs`; what the folder does not say
//! yet is said in English.
//!
//! ```
//! use words::{Language, Message};
//!
//! let rounds = Message::new("series-rounds").with("count", 5);
//! assert_eq!(Language::English.say(&rounds), "5 rounds");
//! assert_eq!(Language::Russian.say(&rounds), "5 раундов");
//! ```

// In reading order: a module uses only those above it.
mod memo;
mod phrase;
mod language;
mod numbers;
mod dates;
mod shelf;
mod message;
mod order;

pub use dates::{Length, Moment, PartialDate, date, date_range, date_time};
pub use language::Language;
pub use message::{Arg, Message, Name};
pub use numbers::number;
pub use order::{Place, place_in_order};
pub use phrase::{Phrase, is_plain};
pub use shelf::{keys, variables};
