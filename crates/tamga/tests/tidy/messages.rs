//! Messages: every key that is used exists with these arguments in every language, and every key that exists is used.

use crate::lexed::{Lexed, closing};
use crate::tree::{Faults, File, files, sources};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::OnceLock;
use words::{Language, keys, variables};

/// Keys that code makes of a prefix and a stable word. A new one is a line here.
const MADE: &[Made] = &[
    Made { prefix: "round-standing-", words: Words::Of("crates/review/src/round.rs", "Standing") },
    Made { prefix: "round-phase-", words: Words::Of("crates/review/src/round.rs", "Phase") },
    Made { prefix: "round-became-", words: Words::Of("crates/review/src/recommendation.rs", "HowFar") },
    Made { prefix: "clearance-sort-", words: Words::Of("crates/review/src/clearance_list.rs", "StepSort") },
    Made { prefix: "round-format-", words: Words::These(&["bilateral", "trilateral"]) },
    Made { prefix: "progress-", words: Words::Of("crates/review/src/recommendation.rs", "HowFar") },
    Made { prefix: "progress-short-", words: Words::Of("crates/review/src/recommendation.rs", "HowFar") },
    Made {
        prefix: "recommendations-sort-",
        words: Words::Of("crates/review/src/recommendation.rs", "FindingSort"),
    },
    Made {
        prefix: "recommendations-stage-",
        words: Words::Of("crates/review/src/recommendation.rs", "TextStanding"),
    },
    Made { prefix: "recommendations-course-", words: Words::Of("crates/review/src/follow_up.rs", "Course") },
    Made {
        prefix: "recommendations-verdict-",
        words: Words::Of("crates/review/src/conclusion.rs", "Verdict"),
    },
    Made {
        prefix: "recommendations-relation-",
        words: Words::Of("crates/review/src/lineage.rs", "Relation"),
    },
    Made {
        prefix: "recommendations-statement-",
        words: Words::Of("crates/review/src/statement.rs", "StatementSort"),
    },
    Made { prefix: "recommendations-kin-", words: Words::These(&["draft", "measure", "practice"]) },
    Made { prefix: "round-decision-", words: Words::Of("crates/review/src/modalities.rs", "Decision") },
    Made { prefix: "round-attribution-", words: Words::Of("crates/review/src/modalities.rs", "Attribution") },
    Made { prefix: "round-weekday-", words: Words::These(WEEKDAYS) },
    Made { prefix: "round-form-", words: Words::Of("crates/review/src/submission.rs", "Form") },
    Made { prefix: "round-adopted-", words: Words::Of("crates/review/src/adoption.rs", "How") },
    Made { prefix: "round-stage-", words: Words::Of("crates/review/src/recommendation.rs", "TextStanding") },
    Made { prefix: "round-finding-", words: Words::These(&["suggestion", "good_practice"]) },
    Made { prefix: "round-verdict-", words: Words::Of("crates/review/src/conclusion.rs", "Verdict") },
    Made { prefix: "round-statement-", words: Words::Of("crates/review/src/statement.rs", "StatementSort") },
    Made { prefix: "states-standing-", words: Words::Of("crates/review/src/treaty_status.rs", "Standing") },
    Made { prefix: "states-step-", words: Words::Of("crates/review/src/treaty_status.rs", "Joining") },
    Made { prefix: "states-sort-", words: Words::Of("crates/review/src/instrument.rs", "InstrumentSort") },
    Made { prefix: "states-force-", words: Words::Of("crates/review/src/instrument.rs", "Force") },
    Made { prefix: "states-plan-", words: Words::Of("crates/review/src/plan.rs", "PlanStanding") },
    Made { prefix: "states-need-", words: Words::Of("crates/review/src/need.rs", "NeedStanding") },
    Made { prefix: "record-treaty-", words: Words::Of("crates/review/src/treaty.rs", "TreatySort") },
    Made { prefix: "language-", words: Words::These(LANGUAGES) },
    Made { prefix: "plans-standing-", words: Words::Of("crates/review/src/plan.rs", "PlanStanding") },
    Made { prefix: "plans-relation-", words: Words::Of("crates/review/src/lineage.rs", "Relation") },
    Made { prefix: "submissions-part-", words: Words::Of("crates/review/src/part.rs", "PartWord") },
    Made { prefix: "submissions-sure-", words: Words::Of("crates/review/src/catalogue.rs", "Sure") },
    Made { prefix: "dialogue-state-", words: Words::Of("crates/review/src/thread.rs", "QuestionState") },
    Made { prefix: "dialogue-ending-", words: Words::Of("crates/review/src/closing.rs", "Ending") },
    Made {
        prefix: "dialogue-sort-",
        words: Words::Of("crates/review/src/observation.rs", "ObservationSort"),
    },
    Made { prefix: "sharing-law-", words: Words::Of("crates/review/src/instrument.rs", "InstrumentSort") },
    Made { prefix: "sharing-paper-", words: Words::Of("crates/review/src/document.rs", "DocumentSort") },
    Made { prefix: "sharing-force-", words: Words::Of("crates/review/src/instrument.rs", "Force") },
    Made { prefix: "sharing-standing-", words: Words::Of("crates/review/src/need.rs", "NeedStanding") },
    Made { prefix: "sharing-event-", words: Words::Of("crates/review/src/event.rs", "EventSort") },
    Made { prefix: "history-field-", words: Words::These(FIELDS) },
    Made { prefix: "history-code-", words: Words::These(CODES) },
    Made { prefix: "search-version-", words: Words::These(&["draft", "shared"]) },
    Made { prefix: "audience-", words: Words::These(LABELS) },
    Made { prefix: "releases-with-", words: Words::These(LABELS) },
    Made { prefix: "releases-pick-", words: Words::These(&["round", "series"]) },
    Made { prefix: "releases-left-", words: Words::Of("crates/review/src/told.rs", "Why") },
    Made {
        prefix: "api-act-",
        words: Words::These(&["adopt", "clear", "share", "withdraw", "erase", "mark"]),
    },
    Made {
        prefix: "file-media-",
        words: Words::These(&["pdf", "docx", "xlsx", "pptx", "odt", "ods", "png", "jpg", "tif"]),
    },
    Made { prefix: "erasure-ground-", words: Words::These(&["spill", "personal-data"]) },
    Made { prefix: "audience-role-", words: Words::Of("crates/review/src/actor.rs", "Role") },
    Made { prefix: "people-role-", words: Words::Of("crates/review/src/actor.rs", "Role") },
];

/// Stored words that a history says in the language of its reader.
const CODES: &[&str] = &[
    "tabled",
    "rolling",
    "clean",
    "silence",
    "ad-referendum",
    "withdrawn",
    "proposed",
    "announced",
    "unconfirmed",
    "held",
    "closed",
    "under-way",
    "partly",
    "carried-out",
    "overtaken",
    "in-session",
    "preparing",
    "follow-up",
    "recommendation",
    "suggestion",
    "good-practice",
    "in-preparation",
    "approved",
    "over",
    "in-force",
    "draft",
    "open",
    "agreed",
    "met",
];

/// The words of readers in forms.
const LABELS: &[&str] = &["named", "round", "organizations", "series", "public"];

const WEEKDAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The languages that a page can name.
const LANGUAGES: &[&str] =
    &["be", "en", "es", "fr", "hr", "kk", "ky", "mn", "pl", "pt", "ru", "tg", "tk", "uz"];

/// The fields of bodies that a history calls by a name of their own.
#[rustfmt::skip]
const FIELDS: &[&str] = &[
    "sources", "note", "title", "symbol", "round", "words", "party", "sort", "themes",
    "url", "number", "standing", "name", "names", "label", "from", "to", "scope",
    "summary", "place", "date", "dates", "by", "when", "languages", "follows", "later",
    "earlier", "adopted", "word", "term", "tasks", "task", "steps", "step", "submission",
    "role", "refers", "part", "paragraphs", "organizations", "states", "on", "item", "items",
    "in-force", "how", "extent", "coordinator", "content", "code", "catalogue", "at", "aim",
    "abbreviation", "with", "with-named", "visit", "verdict", "until", "topic", "text", "tabled-by",
    "submitted", "source", "serves", "result", "rests-on", "relation", "practice", "post", "function",
    "phone", "mail", "needs", "narrative", "may-circulate", "invited-by", "instruments", "instrument", "funding",
    "executor", "executor-named", "evidence", "confirmed", "comment", "citations", "changed-by", "cells", "cell",
    "capacity", "brief", "became", "basis", "remarks", "articles", "article", "approved-on", "approved",
    "agreed", "agencies", "agency", "addressees", "address", "pages", "members", "head", "session",
    "series", "of", "about", "participants", "initiators", "hosts", "organizers", "donors", "notes",
    "format", "form", "slug",
];

struct Made {
    prefix: &'static str,
    words: Words,
}

/// Which stable words a prefix takes.
enum Words {
    /// Those that an enum's variants stand for: `Standing::Held => "held"` in that file.
    Of(&'static str, &'static str),
    /// These.
    These(&'static [&'static str]),
}

/// How a key is named where something is said or refused.
const CALLS: &[&str] = &["Refusal::new(", "Message::new(", "say(", "say_key("];

impl Made {
    fn keys(&self, sources: &[File]) -> Vec<String> {
        let words: Vec<String> = match self.words {
            Words::These(words) => words.iter().map(|word| word.to_string()).collect(),
            Words::Of(path, name) => {
                let file = sources.iter().find(|file| file.path == path);
                words_of(&file.unwrap_or_else(|| panic!("{path} is not there any more")).code(), name)
            }
        };
        assert!(!words.is_empty(), "{}: no words", self.prefix);
        words.iter().map(|word| format!("{}{}", self.prefix, word.replace('_', "-"))).collect()
    }
}

/// The words of an enum: what stands behind `Name::Variant =>`, or behind `Variant =>` in its `stable_words!`.
fn words_of(lexed: &Lexed, name: &str) -> Vec<String> {
    let variant = format!("{name}::");
    let declared = declaration(lexed, name);
    let behind = |quoted: &&crate::lexed::Quoted| {
        let before = lexed.code[..quoted.at.start].trim_end();
        let arm = before.strip_suffix("=>").map(str::trim_end);
        let within = declared.as_ref().is_some_and(|declared| declared.contains(&quoted.at.start));
        arm.is_some_and(|arm| within || arm.trim_end_matches(char::is_alphanumeric).ends_with(&variant))
    };
    lexed.quoted.iter().filter(behind).map(|quoted| quoted.words.clone()).collect()
}

/// Where `stable_words! { Name { … } }` declares an enum, if it does.
fn declaration(lexed: &Lexed, name: &str) -> Option<Range<usize>> {
    let begins = |(at, _): &(usize, &str)| {
        let rest = lexed.code[at + "stable_words!".len()..].trim_start_matches(|letter: char| letter != '{');
        let named = rest.trim_start_matches('{').trim_start();
        let named = named.strip_prefix("#[derive(Default)]").unwrap_or(named).trim_start();
        named.strip_prefix(name).is_some_and(|after| after.trim_start().starts_with('{'))
    };
    let (at, _) = lexed.code.match_indices("stable_words!").find(begins)?;
    let open = at + lexed.code[at..].find('{')?;
    Some(open..closing(&lexed.code, open))
}

/// The first words of keys: one family a file of messages.
fn families() -> &'static BTreeSet<&'static str> {
    static FAMILIES: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    FAMILIES.get_or_init(|| keys(Language::English).filter_map(|key| key.split('-').next()).collect())
}

/// Whether that could be a key, or the beginning of one that is made.
fn is_key(text: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    let family = text.split('-').next().unwrap_or_default();
    text.contains('-') && text.chars().all(plain) && families().contains(family)
}

/// The languages that do not say that key.
fn lacking(key: &str) -> impl Iterator<Item = Language> {
    Language::all().filter(move |language| variables(*language, key).is_none())
}

#[test]
fn every_key_that_is_used_exists_in_every_language() {
    let mut faults = Faults::default();
    for file in sources() {
        let lexed = file.code();
        for quoted in &lexed.quoted {
            let before = &lexed.code[..quoted.at.start];
            let said = CALLS.iter().any(|call| before.ends_with(call));
            if !said && !is_key(&quoted.words) {
                continue;
            }
            for language in lacking(&quoted.words) {
                let what = format!("no message `{}` in {}", quoted.words, language.tag());
                faults.at(&file.path, lexed.line(quoted.at.start), what);
            }
        }
    }
    faults.none("add the key to the file of its family in crates/words/messages/, in every language");
}

#[test]
fn every_key_that_exists_is_used() {
    let sources = sources();
    let mut used: BTreeSet<String> = MADE.iter().flat_map(|made| made.keys(&sources)).collect();
    for file in &sources {
        used.extend(file.code().quoted.into_iter().map(|quoted| quoted.words));
    }
    let mut faults = Faults::default();
    for file in files().iter().filter(|file| file.path.starts_with("crates/words/messages/")) {
        for (index, line) in file.text.lines().enumerate() {
            let key = line.split_once('=').map(|(key, _)| key.trim_end());
            let Some(key) = key.filter(|_| line.starts_with(|first: char| first.is_ascii_lowercase())) else {
                continue;
            };
            if !used.contains(key) {
                faults.at(&file.path, index + 1, format!("nothing says `{key}`"));
            }
        }
    }
    faults.none(
        "delete the key in every language, or say it; a key made of parts gets a line in MADE (messages.rs)",
    );
}

#[test]
fn every_key_that_is_made_of_parts_is_declared_and_exists() {
    let sources = sources();
    let mut faults = Faults::default();
    let mut found: BTreeSet<&str> = BTreeSet::new();
    for file in &sources {
        let lexed = file.code();
        for quoted in &lexed.quoted {
            let Some((prefix, _)) = quoted.words.split_once('{') else { continue };
            if !prefix.ends_with('-') || !is_key(prefix) {
                continue;
            }
            match MADE.iter().find(|made| made.prefix == prefix) {
                Some(made) => drop(found.insert(made.prefix)),
                None => {
                    faults.at(&file.path, lexed.line(quoted.at.start), format!("`{prefix}…` is not declared"))
                }
            }
        }
    }
    for made in MADE {
        if !found.contains(made.prefix) {
            faults.at(
                "crates/tamga/tests/tidy/messages.rs",
                1,
                format!("nothing makes `{}…` any more", made.prefix),
            );
        }
        for key in made.keys(&sources) {
            for language in lacking(&key) {
                faults.at("crates/words/messages", 1, format!("no message `{key}` in {}", language.tag()));
            }
        }
    }
    faults.none("declare the prefix and its words in MADE (messages.rs), and write a message for each in every language");
}

#[test]
fn every_message_gets_the_arguments_it_names() {
    let named: BTreeMap<&str, &BTreeSet<&str>> =
        keys(Language::English).filter_map(|key| Some((key, variables(Language::English, key)?))).collect();
    let mut faults = Faults::default();
    for file in sources() {
        let lexed = file.code();
        for quoted in &lexed.quoted {
            let before = &lexed.code[..quoted.at.start];
            let Some(wanted) = named.get(quoted.words.as_str()) else { continue };
            let given = match CALLS.iter().find(|call| before.ends_with(**call)) {
                Some(&"say(" | &"say_key(") => BTreeSet::new(),
                Some(_) => given(&lexed, quoted.at.end),
                None => continue,
            };
            if given != **wanted {
                let what = format!("`{}` takes {wanted:?} and gets {given:?}", quoted.words);
                faults.at(&file.path, lexed.line(quoted.at.start), what);
            }
        }
    }
    faults.none("give exactly the variables of the message: .with(\"name\", …) for each");
}

/// The names in the chain `).with("name", …).naming("names", …).at(…)` that follows a key.
fn given(lexed: &Lexed, after_key: usize) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    let mut at = lexed.skip_space(after_key) + 1;
    loop {
        at = lexed.skip_space(at);
        let rest = &lexed.code[at..];
        let Some(call) = [".with(", ".naming(", ".at("].into_iter().find(|call| rest.starts_with(call))
        else {
            return names;
        };
        let open = at + call.len() - 1;
        if call != ".at(" {
            names.extend(lexed.quoted_at(lexed.skip_space(open + 1)).map(|name| name.words.as_str()));
        }
        at = closing(&lexed.code, open);
    }
}

#[test]
fn the_arguments_of_a_message_are_read_from_its_chain() {
    let lexed =
        Lexed::read("Refusal::new(\"k\")\n  .with(\"a\", b(\"c\"))\n  .at(\"d\").with(\"e\", f).into(\"g\")");
    assert_eq!(given(&lexed, lexed.quoted[0].at.end), BTreeSet::from(["a", "e"]));
}

#[test]
fn the_words_of_a_declared_enum_are_read_from_its_declaration() {
    let lexed = Lexed::read(
        "stable_words! {\n  /// What.\n  Far {\n  /// a\n  Not => \"not_begun\",\n  Done => \"done\",\n  }\n}\nstable_words! { Other { A => \"a\" } }",
    );
    assert_eq!(words_of(&lexed, "Far"), ["not_begun", "done"]);
    assert_eq!(words_of(&lexed, "Other"), ["a"]);
}
