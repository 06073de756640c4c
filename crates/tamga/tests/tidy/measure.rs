//! Measure: a file has at most 500 lines, a function at most 70.

use crate::lexed::{Lexed, body, closing, places};
use crate::tree::{Faults, rust};

/// The most lines of a file.
const FILE: usize = 500;

/// The most lines of a function, from its name to its last bracket.
const FUNCTION: usize = 70;

#[test]
fn no_file_is_longer_than_500_lines() {
    let mut faults = Faults::default();
    for file in rust() {
        let lines = file.text.lines().count();
        if lines > FILE {
            faults.at(&file.path, FILE + 1, format!("{lines} lines"));
        }
    }
    faults.none("split the file by what it speaks of: a folder of its name, one file a part");
}

#[test]
fn no_function_is_longer_than_70_lines() {
    let mut faults = Faults::default();
    for file in rust() {
        let lexed = Lexed::read(&file.text);
        for (at, name, lines) in functions(&lexed) {
            if lines > FUNCTION {
                faults.at(&file.path, lexed.line(at), format!("`{name}` has {lines} lines"));
            }
        }
    }
    faults.none("keep the branching in the parent, and push pure steps into functions of their own");
}

/// Each function with a body: where it begins, its name, and how many lines it has.
fn functions(lexed: &Lexed) -> Vec<(usize, String, usize)> {
    let code = &lexed.code;
    let mut found = Vec::new();
    for at in places(code, "fn") {
        let rest = code[at + 2..].trim_start();
        let name: String =
            rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
        let open = body(code, at);
        if name.is_empty() || !code[open..].starts_with('{') {
            continue;
        }
        let end = closing(code, open);
        found.push((at, name, lexed.line(end - 1) - lexed.line(at) + 1));
    }
    found
}

#[test]
fn a_function_is_measured_by_its_brackets() {
    let lexed = Lexed::read("trait T { fn a(); }\nfn b(f: fn(u8)) {\n  if x { '}' }\n  \"}\"\n}\n");
    let found: Vec<(String, usize)> =
        functions(&lexed).into_iter().map(|(_, name, lines)| (name, lines)).collect();
    assert_eq!(found, [("b".to_owned(), 4)]);
}
