//! The test vectors of `docs/records.md`, frozen in `docs/vectors/records.json`: everything in the file is made
//! again through the ledger's public API and compared. `TAMGA_WRITE_VECTORS=1` writes the file anew; a changed
//! vector is a new format, never a correction.
#![allow(clippy::disallowed_methods, reason = "a test may read its file and its environment")]
#![allow(clippy::unwrap_used, reason = "a vector that cannot be made fails the test")]

// In reading order: a module uses only those above it.
mod pen;
mod scene;
mod story;
mod bytes;
mod refused;

use scene::Scene;
use serde_json::{Value, json};
use story::Story;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/vectors/records.json");

#[test]
fn the_vectors_are_what_this_ledger_makes() {
    let made = serde_json::to_string_pretty(&vectors()).unwrap() + "\n";
    if std::env::var("TAMGA_WRITE_VECTORS").is_ok_and(|value| value == "1") {
        std::fs::write(FILE, &made).unwrap();
    }
    let frozen = std::fs::read_to_string(FILE).unwrap_or_default();
    let differs = frozen.lines().zip(made.lines()).position(|(frozen, made)| frozen != made);
    assert_eq!(
        differs.map(|line| line + 1),
        None,
        "the first line of docs/vectors/records.json that differs"
    );
    assert_eq!(frozen.len(), made.len());
}

/// The whole file.
fn vectors() -> Value {
    let mut scene = Scene::default();
    let story = Story::tell(&mut scene);
    json!({
        "tamga": "vectors/1",
        "keys": pen::keys(),
        "hashed": bytes::hashed(&story),
        "entries": scene.entries,
        "checkpoint": scene.checkpoint(),
        "refused_bytes": bytes::refused(),
        "refused_entries": refused::entries(&story, &mut scene),
    })
}
