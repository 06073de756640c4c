//! Files of acts: an archive, an exercise, or what a person wrote by hand. They enter by the same door as any act.

use crate::desk::Desk;
use crate::perform::{Done, PerformError, Waiting};
use ledger::canonical::{self, Flaw};
use review::act::Act;
use review::actor::Actor;
use review::refusal::Refusal;
use review::shorthand;
use serde_json::Value;

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
    let value = canonical::check_loose_up_to(bytes, LARGEST).map_err(ImportError::Bytes)?;
    let Value::Object(mut file) = value else { return Err(ImportError::Form) };
    let named = file.get("tamga").and_then(Value::as_str) == Some(ACTS) && file.len() == 2;
    match file.remove("acts") {
        Some(Value::Array(acts)) if named => Ok(acts.into_iter().map(shorthand::write_out).collect()),
        _ => Err(ImportError::Form),
    }
}

/// Performs the acts in order. Each is decided on what the ones before it wrote; the disk is waited for in the end,
/// so that many acts share a commit.
///
/// # Errors
/// The first act that was refused.
pub fn perform(desk: &Desk, actor: &Actor, acts: Vec<Value>) -> Result<Imported, ImportError> {
    let mut imported = Imported::default();
    let mut waiting: Vec<(usize, Waiting)> = Vec::new();
    let mut refused = None;
    for (index, value) in acts.into_iter().enumerate() {
        let number = index + 1;
        let handed_in = read_act(value).and_then(|act| desk.hand_in(actor, act));
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
