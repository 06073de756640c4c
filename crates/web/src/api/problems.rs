//! The types of problems, each explained where its address leads: on the readable page.

use crate::furniture::phrase::Phrase;
use crate::problem::anchor;
use words::{Language, Message, keys, variables};

/// Problems of what is asked, of what is sent, of who asks, and of the installation, by the keys of their details.
const OWN: &[&str] = &[
    "api-parameter-unknown",
    "api-parameter-twice",
    "api-parameter-value",
    "api-parameter-missing",
    "api-media",
    "api-not-utf8",
    "api-not-json",
    "api-too-deep",
    "api-null",
    "api-number",
    "api-characters",
    "api-nobody",
    "api-not-fresh",
    "api-token-reads",
    "api-token-narrow",
    "api-other-world",
    "api-too-fast",
    "error-not-found-text",
    "error-as-of-text",
    "error-as-of-future",
    "error-token-text",
    "error-method-text",
    "error-address-too-long-text",
    "error-too-large-text",
    "error-elsewhere-text",
    "error-busy-text",
    "error-internal-text",
];

/// All types of problems: the anchor to which the type leads, and what is said, with dots where it differs. After those of
/// requests come the refusals of acts.
pub fn all(language: Language) -> Vec<(&'static str, Phrase)> {
    let refusals = keys(language).filter(|key| key.split('-').next() == Some("refusal"));
    OWN.iter().copied().chain(refusals).map(|key| (anchor(key), said(language, key))).collect()
}

fn said(language: Language, key: &'static str) -> Phrase {
    let names = variables(language, key).into_iter().flatten();
    let message = names.fold(Message::new(key), |message, name| message.with(name, "…"));
    language.say(&message).into()
}
