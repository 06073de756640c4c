//! Reading order: a module uses only those listed above it, and families of screens do not import each other.

use crate::lexed::{Lexed, places};
use crate::tree::{Faults, File, sources};
use std::collections::BTreeMap;

/// A module of a crate: its path from the crate's root, such as `["furniture", "parts"]`.
type Path = Vec<String>;

/// One crate's modules, and the files they stand in.
struct Crate {
    name: String,
    modules: BTreeMap<Path, Module>,
}

struct Module {
    file: String,
    code: Lexed,
    /// The modules it lists, in reading order.
    lists: Vec<String>,
}

/// That a module names something of another one.
struct Use<'c> {
    from: &'c Path,
    module: &'c Module,
    at: usize,
    /// As it is written, resolved from the root: modules, then perhaps an item.
    path: Path,
}

/// The modules of `web` that are no family of screens.
const NO_FAMILY: &[&str] = &[
    "statics",
    "entry",
    "line",
    "log",
    "watch",
    "furniture",
    "answer",
    "problem",
    "error",
    "shown",
    "show",
    "deeds",
    "routes",
    "router",
    "listening",
];

fn crates() -> Vec<Crate> {
    let mut crates: BTreeMap<String, Crate> = BTreeMap::new();
    for file in sources() {
        let name = file.krate().to_owned();
        let path = module_path(&file);
        let code = file.code();
        let lists = listed(&code.code);
        let modules =
            &mut crates.entry(name.clone()).or_insert(Crate { name, modules: BTreeMap::new() }).modules;
        modules.insert(path, Module { file: file.path, code, lists });
    }
    crates.into_values().collect()
}

fn module_path(file: &File) -> Path {
    let (_, inside) = file.path.split_once("/src/").unwrap_or_default();
    let mut path: Path = inside.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    path.pop_if(|last| ["lib", "main", "mod"].contains(&last.as_str()));
    path
}

/// The names after `mod`, where the module stands in a file of its own.
fn listed(code: &str) -> Vec<String> {
    let name =
        |at: usize| code[at + 3..].trim_start().split_once(';').map(|(name, _)| name.trim().to_owned());
    let plain = |name: &String| name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    places(code, "mod").filter_map(name).filter(plain).collect()
}

impl Crate {
    fn uses(&self) -> Vec<Use<'_>> {
        let mut uses = Vec::new();
        for (from, module) in &self.modules {
            let code = &module.code.code;
            for at in places(code, "crate::") {
                written(code, at + "crate::".len(), Vec::new(), &mut |path| {
                    uses.push(Use { from, module, at, path });
                });
            }
            for at in places(code, "super::").filter(|at| !code[..*at].ends_with("super::")) {
                let ups = code[at..].split("super::").take_while(|part| part.is_empty()).count();
                let above = from[..from.len().saturating_sub(ups)].to_vec();
                written(code, at + ups * "super::".len(), above, &mut |path| {
                    uses.push(Use { from, module, at, path });
                });
            }
        }
        uses
    }

    /// The longest beginning of a path that is a module.
    fn module<'p>(&self, path: &'p [String]) -> &'p [String] {
        let known = |length: &usize| self.modules.contains_key(&path[..*length]);
        &path[..(0..=path.len()).rev().find(known).unwrap_or_default()]
    }
}

/// Hands over each path written from there on: `a::b`, or `a::{b, c::d}` as `a::b` and `a::c::d`. Says where it ends.
fn written(code: &str, mut at: usize, mut path: Path, found: &mut dyn FnMut(Path)) -> usize {
    loop {
        at += code[at..].len() - code[at..].trim_start().len();
        if code[at..].starts_with('{') {
            let end = crate::lexed::closing(code, at);
            while at + 1 < end {
                at = written(code, at + 1, path.clone(), found);
                at += code[at..].find([',', '}']).unwrap_or(0);
                if code[at..].starts_with('}') {
                    break;
                }
            }
            return end;
        }
        let word = |letter: char| letter.is_alphanumeric() || letter == '_';
        let end = at + code[at..].find(|letter| !word(letter)).unwrap_or(0);
        path.extend((at < end).then(|| code[at..end].to_owned()));
        match code[end..].starts_with("::") && !code[end..].starts_with("::<") {
            true => at = end + 2,
            false => break at = end,
        }
    }
    found(path);
    at
}

/// What is wrong with a use, if anything is.
fn fault(krate: &Crate, found: &Use<'_>) -> Option<String> {
    let from = found.from.as_slice();
    let used = krate.module(&found.path);
    let common = from.iter().zip(used).take_while(|(one, other)| one == other).count();
    let item = || found.path[used.len()..].join("::");
    if used.is_empty() && !from.is_empty() {
        return Some(format!("`{}` by way of the crate's root", item()));
    }
    let (Some(own), Some(other)) = (from.get(common), used.get(common)) else { return None };
    let lists = &krate.modules[&from[..common]].lists;
    let place = |name: &String| lists.iter().position(|listed| listed == name);
    let above = matches!((place(own), place(other)), (Some(own), Some(other)) if other < own);
    (!above).then(|| format!("`{}` uses `{}`, which is listed below it", from.join("::"), used.join("::")))
}

#[test]
fn a_module_uses_only_those_listed_above_it() {
    let mut faults = Faults::default();
    for krate in crates() {
        for found in krate.uses() {
            if let Some(what) = fault(&krate, &found) {
                faults.at(&found.module.file, found.module.code.line(found.at), what);
            }
        }
    }
    faults.none(
        "list the used module above its user; if each uses the other, move what both need into a third above",
    );
}

#[test]
fn every_file_of_rust_is_listed_by_its_parent() {
    let mut faults = Faults::default();
    for krate in crates() {
        for (path, module) in &krate.modules {
            let Some((name, parent)) = path.split_last() else { continue };
            let lists = krate.modules.get(parent).is_some_and(|parent| parent.lists.contains(name));
            if !lists {
                faults.at(
                    &module.file,
                    1,
                    format!("dead: `{}` of {} is listed nowhere", path.join("::"), krate.name),
                );
            }
        }
    }
    faults.none("list it with `mod`, or delete the file");
}

#[test]
fn families_of_screens_do_not_import_each_other() {
    let mut faults = Faults::default();
    for krate in crates().iter().filter(|krate| krate.name == "web") {
        let family =
            |path: &[String]| path.first().filter(|first| !NO_FAMILY.contains(&first.as_str())).cloned();
        for found in krate.uses() {
            let (Some(own), Some(other)) = (family(found.from), family(krate.module(&found.path))) else {
                continue;
            };
            if own != other {
                let what = format!("the screens of `{own}` import those of `{other}`");
                faults.at(&found.module.file, found.module.code.line(found.at), what);
            }
        }
    }
    faults.none("move what both need into furniture/, or let the router hand it in");
}

#[test]
fn paths_are_read_with_their_braces() {
    let mut paths = Vec::new();
    let code = "crate::{a, b::{c, D}, e::*}; x";
    written(code, "crate::".len(), Vec::new(), &mut |path| paths.push(path.join("::")));
    assert_eq!(paths, ["a", "b::c", "b::D", "e"]);
}
