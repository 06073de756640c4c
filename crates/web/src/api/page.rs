//! The readable page of the API: how to begin, tokens, operations, acts, problems. Each has an anchor, and the type of every
//! problem is one of them.

use super::acts;
use super::fields::{Field, fields, referred, table};
use super::openapi;
use super::operation::{Operation, Parameter, Verb};
use super::problems;
use crate::answer::Screen;
use crate::entry::in_world;
use crate::furniture::frame::Frame;
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::audience::Audience;
use maud::{Markup, html};
use review::act::{self, WORDS};
use schemars::{JsonSchema, SchemaGenerator};
use serde::Serialize;
use serde_json::Value;

/// The field of an act in which stands what a record says.
const BODY: &str = "body";

/// The readable page. Its JSON names the operations and the acts with their fields.
#[derive(Serialize)]
pub struct Readable {
    operations: Vec<Line>,
    acts: Vec<OneAct>,
    problem: Vec<Field>,
    #[serde(skip)]
    host: String,
}

/// An operation.
#[derive(Serialize)]
struct Line {
    /// Its anchor on this page.
    anchor: String,
    method: &'static str,
    path: &'static str,
    parameters: Vec<Asked>,
    /// The statuses with which it answers, and the media types.
    answers: Vec<(u16, &'static str)>,
    /// The statuses with which it may be refused.
    refusals: Vec<u16>,
    #[serde(skip)]
    said: &'static str,
    #[serde(skip)]
    of: &'static Operation,
}

/// A parameter.
#[derive(Serialize)]
struct Asked {
    name: &'static str,
    in_path: bool,
    required: bool,
    shape: Value,
    #[serde(skip)]
    said: &'static str,
}

/// An act with the fields of its form and, where it writes a record, of what the record says.
#[derive(Serialize)]
struct OneAct {
    act: &'static str,
    fields: Vec<Field>,
    body: Vec<Field>,
}

impl Readable {
    /// All operations of that table; `host`: under which name the installation is asked.
    pub fn look(table: &'static [Operation], host: &str) -> Self {
        let problem = openapi::alone(|generator: &mut SchemaGenerator| {
            Some(crate::problem::Problem::json_schema(generator))
        });
        Readable {
            operations: table.iter().map(line).collect(),
            acts: WORDS.iter().filter_map(|word| one_act(word)).collect(),
            problem: fields(&problem.unwrap_or_default()),
            host: host.to_owned(),
        }
    }

    fn address(&self, frame: &Frame, path: &str) -> String {
        format!("{}{}", self.host, in_world(frame.world, path))
    }

    fn begin(&self, frame: &Frame) -> Markup {
        let first = format!("curl '{}'", self.address(frame, "/api/records?kind=review.round&limit=5"));
        let known = format!("curl -H \"Authorization: Bearer $TOKEN\" '{}'", self.address(frame, "/api/me"));
        html! {
            section aria-labelledby="begin" {
                h2.h2 #begin { (frame.say("api-page-begin")) }
                p.doc { (frame.say("api-page-begin-text")) }
                (example(&first))
                p.doc { (frame.say("api-page-lists")) }
                p.more { a href=(frame.link("/api/openapi.json")) { (frame.say("api-page-openapi")) } }
            }
            section aria-labelledby="tokens" {
                h2.h2 #tokens { (frame.say("api-page-tokens")) }
                p.doc { (frame.say("api-page-tokens-make")) " " a href="/account" { (frame.say("people-account")) } }
                p.doc { (frame.say("api-page-tokens-may")) }
                p.doc { (frame.say("api-page-tokens-not")) }
                (example(&known))
            }
        }
    }

    fn operation(&self, frame: &Frame, line: &Line) -> Markup {
        html! {
            section aria-labelledby=(line.anchor) {
                h3.h3 id=(line.anchor) { code { (line.method) " " (line.path) } }
                p.doc { (frame.say(line.said)) }
                @if !line.parameters.is_empty() { (parameters(frame, line)) }
                @if line.of.takes.is_some() { p.doc { (frame.say("api-page-takes")) " " a href="#acts" { (frame.say("api-page-acts")) } } }
                (answers(frame, line))
                (example(&self.curl(frame, line)))
            }
        }
    }

    fn curl(&self, frame: &Frame, line: &Line) -> String {
        let path = line.path.replace("{kind}", "review.practice").replace("{act}", "practice");
        let path = path.replace("{record}", "$RECORD");
        let needed = line.parameters.iter().filter(|asked| asked.required && !asked.in_path);
        let query: Vec<String> = needed.map(|asked| format!("{}=plan", asked.name)).collect();
        let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
        let address = self.address(frame, &path);
        match line.of.verb {
            Verb::Get if line.of.name == "readable" => {
                format!("curl -H 'Accept: application/json' \"{address}\"")
            }
            Verb::Get => format!("curl \"{address}{query}\""),
            Verb::Post => format!(
                "curl -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json' --data @act.json \"{address}\""
            ),
        }
    }

    fn acts(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="acts" {
                h2.h2 #acts { (frame.say("api-page-acts")) }
                p.doc { (frame.say("api-page-acts-text")) }
                p.doc { (frame.say("api-page-fields-english")) }
                @for one in &self.acts {
                    details.said id=(format!("act-{}", one.act)) {
                        summary { code { (one.act) } " " (acts::named(frame.language, one.act)) }
                        (table(frame, &frame.say("api-page-act-fields"), &one.fields))
                        @if !one.body.is_empty() {
                            p { b { code { (BODY) } } }
                            (table(frame, &frame.say("api-page-body-fields"), &one.body))
                        }
                        p.more { a href=(frame.link(&format!("/api/acts/{}", one.act))) { (frame.say("api-page-schema")) } }
                    }
                }
            }
        }
    }

    fn problems(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="problems" {
                h2.h2 #problems { (frame.say("api-page-problems")) }
                p.doc { (frame.say("api-page-problems-text")) }
                (table(frame, &frame.say("api-page-problem-fields"), &self.problem))
                dl.facts.facts-1 {
                    @for (anchor, detail) in problems::all(frame.language) {
                        div id=(anchor) { dt { code { (anchor) } } dd { (detail) } }
                    }
                }
            }
        }
    }
}

fn line(operation: &'static Operation) -> Line {
    let asked = |parameter: &'static Parameter| Asked {
        name: parameter.name,
        in_path: parameter.in_path,
        required: parameter.required,
        shape: openapi::alone(|generator| Some((parameter.shape)(generator))).unwrap_or_default(),
        said: parameter.said,
    };
    Line {
        anchor: format!("op-{}", operation.name),
        method: operation.verb.word(),
        path: operation.path,
        parameters: operation.asked.iter().map(asked).collect(),
        answers: operation.gives.iter().map(|(status, media, _)| (*status, *media)).collect(),
        refusals: operation.refusals(),
        said: operation.said,
        of: operation,
    }
}

fn one_act(word: &'static str) -> Option<OneAct> {
    let form = openapi::alone(|generator| act::form(word, generator))?;
    let definitions = form["$defs"].as_object().cloned().unwrap_or_default();
    let body = referred(&form["properties"]["body"], &definitions);
    Some(OneAct { act: word, fields: fields(&form), body: body.map(fields).unwrap_or_default() })
}

fn parameters(frame: &Frame, line: &Line) -> Markup {
    html! {
        table.t.t-list {
            caption.vh { (frame.say("api-page-parameters")) }
            thead { tr {
                th scope="col" { (frame.say("api-page-parameter")) }
                th scope="col" { (frame.say("api-page-required")) }
                th scope="col" { (frame.say("api-page-meaning")) }
            } }
            tbody { @for asked in &line.parameters { tr {
                th.what scope="row" { code { @if asked.in_path { "{" (asked.name) "}" } @else { (asked.name) "=" } } }
                td data-l=(frame.say("api-page-required")) { @if asked.required { b { (frame.say("api-page-needed")) } } @else { span.mute { (frame.say("api-page-optional")) } } }
                td.full { (frame.say(asked.said)) }
            } } }
        }
    }
}

fn answers(frame: &Frame, line: &Line) -> Markup {
    let refusals: Vec<String> = line.refusals.iter().map(u16::to_string).collect();
    let given = line.answers.iter().map(|(status, media)| format!("{status} {media}"));
    let rows: [(Phrase, Vec<String>); 2] =
        [(frame.say("api-page-gives"), given.collect()), (frame.say("api-page-refuses"), refusals)];
    html! {
        dl.facts.facts-1 {
            @for (name, values) in rows { div { dt { (name) } dd { code { (values.join(", ")) } } } }
        }
    }
}

fn example(command: &str) -> Markup {
    html! { div.said { pre tabindex="0" { code { (command) } } } }
}

impl Screen for Readable {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("api-title"),
            symbol: None,
            lede: Some(html! { (frame.say("api-lede")) }),
            crumbs: vec![(frame.say("shell-nav-help"), "/help".into())],
            part: Part::Nowhere,
            provenance: provenance::audience(frame, &Audience::Public),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let parts = [
            ("begin", "api-page-begin"),
            ("tokens", "api-page-tokens"),
            ("operations", "api-operations"),
            ("acts", "api-page-acts"),
            ("problems", "api-page-problems"),
        ];
        html! {
            nav.toc aria-label=(frame.say("round-on-this-page")) {
                @for (place, heading) in parts { a href={ "#" (place) } { (frame.say(heading)) } }
            }
            (self.begin(frame))
            section aria-labelledby="operations" {
                h2.h2 #operations { (frame.say("api-operations")) }
                ul.list { @for line in &self.operations { li { a href={ "#" (line.anchor) } { code { (line.method) " " (line.path) } } " " (frame.say(line.said)) } } }
            }
            @for line in &self.operations { (self.operation(frame, line)) }
            (self.acts(frame))
            (self.problems(frame))
        }
    }
}
