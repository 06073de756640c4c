//! Floors: our crates lean only on what lies below them, as ARCHITECTURE.md draws it.

use crate::lexed::places;
use crate::tree::{Faults, File, files, sources};

/// A crate, the floor it stands on, and the crates it may use.
struct Floor(&'static str, u8, &'static [&'static str]);

/// The house, lowest floor first. A wall is lowered here and in ARCHITECTURE.md, in one commit, with its reason.
const HOUSE: &[Floor] = &[
    Floor("ledger", 1, &[]),
    Floor("words", 1, &[]),
    Floor("review", 2, &["ledger"]),
    Floor("store", 2, &["ledger"]),
    Floor("desk", 3, &["ledger", "review", "store"]),
    Floor("report", 3, &["ledger", "review", "words"]),
    Floor("pouch", 4, &["ledger", "review", "store", "desk"]),
    Floor("web", 5, &["ledger", "words", "review", "desk", "report", "pouch"]),
    Floor("tamga", 6, &["ledger", "words", "review", "store", "desk", "report", "pouch", "web"]),
];

/// A line of a manifest that names a dependency.
pub struct Dependency {
    /// Under which heading, such as `dependencies` or `dev-dependencies`.
    pub section: String,
    /// On which line.
    pub line: usize,
    /// What it names.
    pub name: String,
    /// What stands behind the name.
    pub rest: String,
}

/// The manifests of our crates.
pub fn manifests() -> Vec<File> {
    files()
        .into_iter()
        .filter(|file| file.path.starts_with("crates/") && file.path.ends_with("/Cargo.toml"))
        .collect()
}

/// The dependencies that a manifest lists.
pub fn dependencies(manifest: &str) -> Vec<Dependency> {
    let mut section = String::new();
    let mut found = Vec::new();
    for (index, line) in manifest.lines().enumerate() {
        let line = line.trim();
        if let Some(heading) = line.strip_prefix('[') {
            section = heading.trim_end_matches(']').to_owned();
        } else if section.ends_with("dependencies") && !line.is_empty() && !line.starts_with('#') {
            let end = line.find(['.', ' ', '=']).unwrap_or(line.len());
            let (name, rest) = line.split_at(end);
            found.push(Dependency {
                section: section.clone(),
                line: index + 1,
                name: name.into(),
                rest: rest.into(),
            });
        }
    }
    found
}

fn floor(name: &str) -> Option<&'static Floor> {
    HOUSE.iter().find(|floor| floor.0 == name)
}

#[test]
fn every_crate_leans_only_on_floors_below_it() {
    let mut faults = Faults::default();
    for manifest in manifests() {
        let Some(Floor(name, height, below)) = floor(manifest.krate()) else {
            faults.at(&manifest.path, 1, "a crate without a floor");
            continue;
        };
        for Dependency { section, line, name: other, .. } in dependencies(&manifest.text) {
            let Some(Floor(_, other_height, _)) = floor(&other) else { continue };
            let for_tests = section == "dev-dependencies" && other_height < height;
            if !for_tests && !below.contains(&other.as_str()) {
                faults.at(&manifest.path, line, format!("{name} may not use {other} ([{section}])"));
            }
        }
    }
    faults.none(
        "move what is shared to a floor below both; a crate without a floor gets a line in HOUSE (floors.rs)",
    );
}

#[test]
fn no_wall_of_the_house_leads_upward() {
    for Floor(name, height, below) in HOUSE {
        for other in *below {
            let Floor(_, other_height, _) = floor(other).unwrap_or_else(|| panic!("{other} has no floor"));
            assert!(
                other_height < height,
                "{name} on floor {height} may not use {other} on floor {other_height}"
            );
        }
    }
    let never = [("web", "store"), ("review", "store"), ("store", "review"), ("report", "desk")];
    for (one, other) in never {
        assert!(!floor(one).unwrap().2.contains(&other), "never: {one} → {other}");
    }
}

#[test]
fn no_page_reaches_past_the_desk_to_a_store() {
    let mut faults = Faults::default();
    for file in sources().iter().filter(|file| file.krate() == "web") {
        let code = file.code();
        for at in places(&code.code, "store::") {
            faults.at(&file.path, code.line(at), "a page that knows a store");
        }
    }
    faults.none("ask the desk: `view` to see, `perform` to act");
}
