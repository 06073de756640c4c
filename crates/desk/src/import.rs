//! Files of acts: an archive, an exercise, or what a person wrote by hand. They enter by the same door as any act.

use crate::desk::Desk;
use crate::perform::{Done, PerformError, Waiting};
use ledger::canonical::{self, Flaw};
use ledger::id::RecordId;
use ledger::owner::{Origin, OwnerSort, World};
use review::act::Act;
use review::actor::Actor;
use review::refusal::Refusal;
use review::shorthand;
use serde_json::Value;
use std::collections::HashMap;
use store::StoreError;
use store::keys::Keys;

/// The largest file of acts, in bytes.
pub const LARGEST: usize = 16 * 1024 * 1024;

/// The type of a file of acts.
pub const ACTS: &str = "acts/1";

/// What became of a file of acts.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// How many acts were done.
    pub done: usize,
    /// How many had been done before.
    pub before: usize,
}

/// Why a file of acts stopped. The acts before the one that is named were done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The bytes are not what may be read.
    #[error("{0}")]
    Bytes(Flaw),
    /// Not `{"tamga":"acts/1","acts":[…]}`.
    #[error("not a file of acts")]
    Form,
    /// An act was refused, or could not be written.
    #[error("act {number}: {error}")]
    Act {
        /// Which, from 1.
        number: usize,
        /// Why.
        error: PerformError,
    },
}

/// Reads a file of acts, in shorthand or whole.
///
/// # Errors
/// If the bytes or their form are not right.
pub fn read(bytes: &[u8]) -> Result<Vec<Value>, ImportError> {
    Ok(as_written(bytes)?.into_iter().map(shorthand::write_out).collect())
}

/// Reads a file of catalogues as the editor of an exercise records them: the same catalogue, under a handle that begins
/// `@catalogue/x/`, and without its sources, which are real ones.
///
/// # Errors
/// As [`read`].
pub fn read_for_exercise(bytes: &[u8]) -> Result<Vec<Value>, ImportError> {
    let own = |mut act: Value| {
        for field in ["id", "record"] {
            let handle = act[field].as_str().unwrap_or_default();
            act[field] = handle.replacen("catalogue/", "catalogue/x/", 1).into();
        }
        act["body"].as_object_mut().and_then(|body| body.remove("sources"));
        shorthand::write_out(act)
    };
    Ok(as_written(bytes)?.into_iter().map(own).collect())
}

/// The acts of a file, with their shorthand.
fn as_written(bytes: &[u8]) -> Result<Vec<Value>, ImportError> {
    let value = canonical::check_loose_up_to(bytes, LARGEST).map_err(ImportError::Bytes)?;
    let Value::Object(mut file) = value else { return Err(ImportError::Form) };
    let named = file.get("tamga").and_then(Value::as_str) == Some(ACTS) && file.len() == 2;
    match file.remove("acts") {
        Some(Value::Array(acts)) if named => Ok(acts),
        _ => Err(ImportError::Form),
    }
}

/// Performs the acts in order, as one actor. Each is decided on what the ones before it wrote; the disk is waited for in
/// the end, so that many acts share a commit.
///
/// # Errors
/// The first act that was refused.
pub fn perform(desk: &Desk, actor: &Actor, acts: Vec<Value>) -> Result<Imported, ImportError> {
    perform_each(desk, acts, |_| Some(actor.clone()))
}

/// Performs the acts of an exercise in order, each for the owner it names: `"as": "@party/xbr"` is the State, the
/// organization or the round that owns that record; without `as` the exercise's editor acts. An owner that is not there
/// yet is founded.
///
/// # Errors
/// As [`perform`], or what is wrong with the store.
pub fn perform_exercise(desk: &Desk, keys: &Keys, acts: Vec<Value>) -> Result<Imported, ImportError> {
    let founded = found_owners(desk, keys, &acts)
        .map_err(|error| ImportError::Act { number: 1, error: PerformError::Store(error) })?;
    perform_each(desk, acts, |owned| match owned {
        Some(record) => desk.actor_of(record).or_else(|| founded.get(&record).cloned()),
        None => desk.first_editor(World::Exercise),
    })
}

/// Founds the editor of the exercise, and the owners whose first record these acts write, by that record.
fn found_owners(desk: &Desk, keys: &Keys, acts: &[Value]) -> Result<HashMap<RecordId, Actor>, StoreError> {
    if desk.first_editor(World::Exercise).is_none() {
        desk.found(keys, OwnerSort::Editor, Origin::Exercise)?;
    }
    let mut founded: HashMap<RecordId, Actor> = HashMap::new();
    for act in acts {
        let sort = match act["act"].as_str() {
            Some("party") => OwnerSort::Party,
            Some("round") => OwnerSort::Round,
            _ => continue,
        };
        let own = named(act, "as").filter(|owned| Some(*owned) == named(act, "record"));
        let Some(record) = own.filter(|own| !founded.contains_key(own)) else { continue };
        if desk.actor_of(record).is_none() {
            founded.insert(record, desk.found(keys, sort, Origin::Exercise)?);
        }
    }
    Ok(founded)
}

fn named(act: &Value, field: &str) -> Option<RecordId> {
    act[field].as_str()?.parse().ok()
}

/// Performs acts in order, each as the actor that is found for the record it names under `as`.
fn perform_each(
    desk: &Desk,
    acts: Vec<Value>,
    actor: impl Fn(Option<RecordId>) -> Option<Actor>,
) -> Result<Imported, ImportError> {
    let mut imported = Imported::default();
    let mut waiting: Vec<(usize, Waiting)> = Vec::new();
    let mut refused = None;
    for (index, mut value) in acts.into_iter().enumerate() {
        let number = index + 1;
        let owned = value.as_object_mut().and_then(|fields| fields.remove("as"));
        let owned = owned.and_then(|owned| owned.as_str()?.parse().ok());
        let nobody = || PerformError::Refused(Refusal::new("refusal-nobody-acts").at("as"));
        let handed_in = (actor(owned).ok_or_else(nobody))
            .and_then(|actor| read_act(value).and_then(|act| desk.hand_in(&actor, act)));
        match handed_in {
            Ok(handed_in) => waiting.push((number, handed_in)),
            Err(error) => {
                refused = Some(ImportError::Act { number, error });
                break;
            }
        }
    }
    for (number, handed_in) in waiting {
        match desk.wait(handed_in) {
            Ok(Some(Done::Now { .. })) => imported.done += 1,
            Ok(Some(Done::Before)) => imported.before += 1,
            Ok(None) => {
                let error = PerformError::Refused(Refusal::new("refusal-written-meanwhile"));
                return Err(ImportError::Act { number, error });
            }
            Err(error) => return Err(ImportError::Act { number, error }),
        }
    }
    refused.map_or(Ok(imported), Err)
}

fn read_act(value: Value) -> Result<Act, PerformError> {
    Act::read(value).map_err(PerformError::Refused)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_catalogue_is_read_for_the_exercise_under_a_handle_of_its_own_and_without_sources() {
        let file = br#"{"tamga":"acts/1","acts":[{"act":"catalogue","id":"@act/catalogue/a/1",
            "record":"@catalogue/a","body":{"edition":"older","sources":["@source/b"]}}]}"#;
        let acts = read_for_exercise(file).unwrap();
        assert_eq!(acts[0]["record"], shorthand::record_of("@catalogue/x/a").to_string());
        assert_eq!(acts[0]["id"], shorthand::record_of("@act/catalogue/x/a/1").to_string());
        assert_eq!(acts[0]["body"], serde_json::json!({"edition": "older"}));
        assert_eq!(read(file).unwrap()[0]["record"], shorthand::record_of("@catalogue/a").to_string());
    }
}
