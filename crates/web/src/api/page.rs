//! The readable page of the API.

use super::operation::Operation;
use crate::answer::Screen;
use crate::furniture::frame::Frame;
use crate::furniture::shell::{Head, Part};
use maud::{Markup, html};
use serde::Serialize;

/// The readable page. Its JSON names the operations.
#[derive(Serialize)]
pub struct Readable {
    operations: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    method: &'static str,
    path: &'static str,
    #[serde(skip)]
    said: &'static str,
}

impl Readable {
    /// All operations of that table.
    pub fn look(table: &'static [Operation]) -> Self {
        let line = |operation: &'static Operation| Line {
            method: operation.verb.word(),
            path: operation.path,
            said: operation.said,
        };
        Readable { operations: table.iter().map(line).collect() }
    }
}

impl Screen for Readable {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("api-title"),
            symbol: None,
            lede: Some(html! { (frame.say("api-lede")) }),
            crumbs: Vec::new(),
            part: Part::Nowhere,
            provenance: html! {},
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="operations" {
                h2.h2 #operations { (frame.say("api-operations")) }
                ul.list { @for line in &self.operations { li { code { (line.method) " " (line.path) } " " (frame.say(line.said)) } } }
            }
        }
    }
}
