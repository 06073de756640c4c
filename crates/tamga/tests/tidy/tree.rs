//! The tree: which files there are, and how a fault is named.

use crate::lexed::Lexed;
use std::path::{Path, PathBuf};

/// A file of the tree.
pub struct File {
    /// Its path from the root, with slashes.
    pub path: String,
    /// What it says.
    pub text: String,
}

impl File {
    /// The crate it belongs to.
    pub fn krate(&self) -> &str {
        self.path.strip_prefix("crates/").and_then(|rest| rest.split('/').next()).unwrap_or_default()
    }

    /// Its name without folders and ending.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.split('.').next().unwrap_or_default()
    }

    /// Whether it is compiled into what we ship, rather than into a test.
    pub fn is_source(&self) -> bool {
        self.path.contains("/src/") && self.path.ends_with(".rs")
    }

    /// The file as Rust, without what is for tests only.
    pub fn code(&self) -> Lexed {
        Lexed::read(&self.text).without_tests()
    }
}

/// The root of the tree. Cargo says where this crate stands; said otherwise, the tests judge another tree.
pub fn root() -> PathBuf {
    let here = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    Path::new(&here).join("../..")
}

/// What is made and not written: it is not in the repository.
const MADE: &[&str] = &["target", ".git", "node_modules", "tamga-demo", "tamga-data", "__pycache__"];

/// Endings of files that people read and write.
const WRITTEN: &[&str] = &[
    "rs", "toml", "md", "ftl", "sql", "json", "css", "js", "mjs", "ts", "svg", "html", "py", "sh", "yml",
    "yaml", "txt",
];

/// Every text file that people write, sorted by path.
pub fn files() -> Vec<File> {
    let mut found = Vec::new();
    walk(&root(), "", &mut found);
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// The files of Rust in our crates: sources, tests and benchmarks.
pub fn rust() -> Vec<File> {
    let ours = |path: &str| path.starts_with("crates/") || path.starts_with("benches/");
    files().into_iter().filter(|file| ours(&file.path) && file.path.ends_with(".rs")).collect()
}

/// The files of Rust that we ship.
pub fn sources() -> Vec<File> {
    rust().into_iter().filter(File::is_source).collect()
}

fn walk(folder: &Path, path: &str, found: &mut Vec<File>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let below = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
        let sort = entry.file_type().unwrap();
        if sort.is_dir() && !MADE.contains(&name.as_str()) {
            walk(&entry.path(), &below, found);
        }
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        if sort.is_file() && WRITTEN.contains(&ending) {
            // Somebody may delete a file while the tests look.
            let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
            found.push(File { path: below, text });
        }
    }
}

/// What a test found.
#[derive(Default)]
pub struct Faults(Vec<String>);

impl Faults {
    /// A fault at a line of a file.
    pub fn at(&mut self, path: &str, line: usize, what: impl AsRef<str>) {
        self.0.push(format!("{path}:{line}: {}", what.as_ref()));
    }

    /// Ends the test: with the faults and their cure, if there are any.
    #[track_caller]
    pub fn none(self, cure: &str) {
        assert!(self.0.is_empty(), "\n{}\nCure: {cure}\n", self.0.join("\n"));
    }
}
