//! The security log: one line of JSON for each sign-in, deed at the doors, refusal and fault. It says who, by the id of an
//! account, and where, by the pattern of an address: never what was typed, nothing of records.

use axum::response::Response;
use ledger::time::Stamp;
use serde_json::{Map, Value, json};
use std::sync::Arc;

type Writer = dyn Fn(&str) + Send + Sync;

/// Where the lines go; nowhere by default.
#[derive(Clone, Default)]
pub struct Log(Option<Arc<Writer>>);

impl Log {
    /// To whoever takes lines.
    pub fn to(write: impl Fn(&str) + Send + Sync + 'static) -> Self {
        Log(Some(Arc::new(write)))
    }

    /// Whether anybody takes them.
    pub fn is_kept(&self) -> bool {
        self.0.is_some()
    }

    /// Writes a line.
    pub fn tell(&self, at: Stamp, event: &str, facts: Facts) {
        let Some(write) = &self.0 else { return };
        let mut line = Map::new();
        line.insert("at".into(), json!(at));
        line.insert("event".into(), json!(event));
        line.extend(facts.0);
        write(&Value::Object(line).to_string());
    }
}

/// What a line says beside its moment and its event.
#[derive(Clone, Debug, Default)]
pub struct Facts(Map<String, Value>);

impl Facts {
    /// With one more; what is nothing is left out.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        if !value.is_null() {
            self.0.insert(name.into(), value);
        }
        self
    }

    /// With those of another one.
    #[must_use]
    pub fn and(mut self, other: Facts) -> Self {
        self.0.extend(other.0);
        self
    }
}

/// What a page wants said of its answer in the log: it goes with the answer as far as the doors.
#[derive(Clone, Debug)]
pub struct Noted {
    /// The event.
    pub event: &'static str,
    /// What the doors do not know by themselves.
    pub facts: Facts,
}

/// An answer with what is to be said of it.
pub fn noted(mut response: Response, event: &'static str, facts: Facts) -> Response {
    response.extensions_mut().insert(Noted { event, facts });
    response
}
