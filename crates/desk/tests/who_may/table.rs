//! The table as text: legend first, then who reads, then who may.

use super::people::{Group, Person, letters};
use super::read::Row;
use super::round::Small;
use review::actor::Role;
use review::refusal::Refusal;
use std::collections::BTreeSet;
use std::fmt::Write;

/// What was asked of all people, at every stage of the round.
pub struct Asked {
    pub word: &'static str,
    pub way: &'static str,
    /// The stage, and what each person was told.
    pub at: Vec<(&'static str, Vec<Result<(), Refusal>>)>,
}

impl Asked {
    pub fn new(word: &'static str, way: &'static str) -> Self {
        Asked { word, way, at: Vec::new() }
    }
}

/// The letter of each refusal. A refusal that is met for the first time gets one here.
const REFUSALS: &[(&str, char, &str)] = &[
    ("refusal-role-needed", 'r', "not in this role"),
    ("refusal-not-yours", 'y', "the body speaks for somebody else"),
    ("refusal-not-owner", 'o', "the record is another's"),
    ("refusal-base-stale", 'b', "no such record to start from: absent, or hidden from the person"),
    ("refusal-record-unknown", 'u', "no such record: absent, hidden from the person, or another's"),
    ("refusal-agency-only", 'a', "an agency writes for its own eyes only"),
    ("refusal-text-not-given", 't', "a text that the translator was not given"),
    ("refusal-only-translations", 'l', "a translator changes translations only"),
    ("refusal-submitted-already", 's', "stands there once already"),
    ("refusal-not-taking-part", 'n', "takes no part in the round, or not in such a capacity"),
    ("refusal-audience-malformed", 'm', "nobody would read it"),
    ("refusal-last-coordinator", 'c', "who appoints others cannot be lost"),
];

const WIDTH: usize = 21;

/// The whole file.
pub fn drawn(small: &Small, reads: &[Row], asked: &[Asked]) -> String {
    let people = small.people();
    let mut out = String::from(
        "WHO READS AND WHO MAY\n\n\
         Written by the test crates/desk/tests/who_may from what the code does: each cell is the rule of that act, asked for\n\
         that person in a made-up small round (TAMGA_WRITE=1 cargo test -p desk --test who_may writes it anew). A changed\n\
         line is a changed right. What a person may not see is refused to him as if it were not there.\n\n",
    );
    legend(&mut out, people);
    out.push_str("\n\n1. WHO READS a record of State XAA, or of the round, by its audience\n\n");
    heads(&mut out, people);
    for (whose, audience, seen) in reads {
        let cells: Vec<char> = seen.iter().map(|seen| if *seen { '+' } else { '.' }).collect();
        row(&mut out, people, &format!("{whose}: {audience}"), &cells);
    }
    out.push_str("\n\n2. WHO MAY DO WHAT\n\n");
    let stages: BTreeSet<&str> = asked.iter().filter(|one| one.depends()).map(|one| one.word).collect();
    match stages.is_empty() {
        true => out.push_str("   No rule depends on the stage of the round: each was asked at every stage with the same answer.\n"),
        false => out.push_str("   Where a rule depends on the stage of the round, each stage has its line.\n"),
    }
    for (words, lines) in grouped(asked) {
        let _ = write!(out, "\n{}\n", wrapped(&words.join(", "), 110));
        heads(&mut out, people);
        for (name, cells) in lines {
            row(&mut out, people, &name, &cells);
        }
    }
    let used: BTreeSet<&str> = asked.iter().flat_map(Asked::keys).collect();
    out.push_str("\n\n3. WHY NOT\n\n   +  allowed\n");
    for (key, letter, meaning) in REFUSALS.iter().filter(|(key, ..)| used.contains(key)) {
        let _ = writeln!(out, "   {letter}  {meaning} ({key})");
    }
    out
}

impl Asked {
    fn depends(&self) -> bool {
        let mut letters = self.at.iter().map(|(_, said)| cells(said));
        let first = letters.next();
        letters.any(|other| Some(other) != first)
    }

    fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.at
            .iter()
            .flat_map(|(_, said)| said.iter().filter_map(|said| said.as_ref().err().map(|why| why.key)))
    }

    fn lines(&self) -> Vec<(String, Vec<char>)> {
        match self.depends() {
            false => {
                self.at.first().map(|(_, said)| (self.way.to_owned(), cells(said))).into_iter().collect()
            }
            true => self.at.iter().map(|(at, said)| (format!("{} {at}", self.way), cells(said))).collect(),
        }
    }
}

fn cells(said: &[Result<(), Refusal>]) -> Vec<char> {
    said.iter().map(|said| said.as_ref().map_or_else(|why| letter(why.key), |()| '+')).collect()
}

fn letter(key: &str) -> char {
    let known = REFUSALS.iter().find(|(known, ..)| *known == key).map(|(_, letter, _)| *letter);
    known.unwrap_or_else(|| panic!("{key} is met for the first time: give it a letter in who_may/table.rs"))
}

/// The lines of an act: in which way, and the cells.
type Lines = Vec<(String, Vec<char>)>;

/// Acts whose lines are the same stand together, in the order of the acts.
fn grouped(asked: &[Asked]) -> Vec<(Vec<&'static str>, Lines)> {
    let mut of_words: Vec<(&'static str, Lines)> = Vec::new();
    for one in asked {
        match of_words.last_mut().filter(|(word, _)| *word == one.word) {
            Some((_, lines)) => lines.extend(one.lines()),
            None => of_words.push((one.word, one.lines())),
        }
    }
    let mut groups: Vec<(Vec<&'static str>, Lines)> = Vec::new();
    for (word, lines) in of_words {
        match groups.iter_mut().find(|(_, same)| *same == lines) {
            Some((words, _)) => words.push(word),
            None => groups.push((vec![word], lines)),
        }
    }
    groups
}

fn heads(out: &mut String, people: &[Person]) {
    let mut over = format!("{:WIDTH$}", "");
    let mut under = over.clone();
    for group in Group::ALL {
        let columns: Vec<&str> =
            people.iter().filter(|person| person.group == group).map(|person| person.letters).collect();
        let wide = columns.len() * 3;
        let _ = write!(over, "| {:wide$}", group.head());
        let _ = write!(under, "| {:wide$}", columns.join(" "));
    }
    let _ = writeln!(out, "{}\n{}", over.trim_end(), under.trim_end());
}

fn row(out: &mut String, people: &[Person], name: &str, cells: &[char]) {
    let mut line = format!("{name:WIDTH$}");
    for group in Group::ALL {
        line.push_str("| ");
        for (_, cell) in people.iter().zip(cells).filter(|(person, _)| person.group == group) {
            let _ = write!(line, "{cell}  ");
        }
    }
    let _ = writeln!(out, "{}", line.trim_end());
}

fn legend(out: &mut String, people: &[Person]) {
    out.push_str("For whom a person acts:\n");
    for group in Group::ALL {
        let _ = writeln!(out, "   {:10} {}", group.head(), group.meaning());
    }
    out.push_str("As what:\n");
    let mut shown = BTreeSet::new();
    for second in [false, true] {
        for role in
            people.iter().map(|person| person.actor.role).filter(|role| !second || *role == Role::Contributor)
        {
            let (letters, meaning) = letters(role, second);
            if shown.insert(letters) {
                let _ = writeln!(out, "   {letters:10} {meaning}");
            }
        }
    }
    out.push_str("An operator of the installation has no column: he acts for nobody, and reads what the public reads.\n");
    let log: Vec<&str> = (people.iter().filter(|person| person.actor.role.sees_readings()))
        .map(|person| letters(person.actor.role, false).0)
        .collect();
    let log = BTreeSet::from_iter(log).into_iter().collect::<Vec<_>>().join(" ");
    let _ = writeln!(
        out,
        "Which parties read what an owner has shared, by day, sees of its own people only: {log}."
    );
}

fn wrapped(text: &str, width: usize) -> String {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        if lines.last().is_some_and(|line| line.len() + word.len() + 1 > width) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.join("\n")
}
