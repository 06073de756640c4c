//! The JSON Schemas that the API shows are those of what is stored and of what is handed in.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]
#![allow(clippy::disallowed_methods, reason = "the samples and the archive are files")]

use ledger::shape::Plain;
use regex_lite::Regex;
use review::act::{KINDS, WORDS, form};
use review::shorthand::write_out;
use schemars::transform::Transform;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// What does not fit a schema: where, and which of its words is not met. Only the words that our schemas use are known;
/// another one stops the test, so that nothing is passed over.
struct Checker {
    definitions: Map<String, Value>,
}

impl Checker {
    fn new(generator: &mut SchemaGenerator) -> Self {
        let definitions = generator.take_definitions(true);
        let plain = |(name, schema): (String, Value)| (name, plain(schema.try_into().unwrap()));
        Checker { definitions: definitions.into_iter().map(plain).collect() }
    }

    fn faults(&self, schema: &Value, value: &Value, at: &str) -> Vec<String> {
        let words = match schema {
            Value::Bool(true) => return Vec::new(),
            Value::Object(words) => words,
            other => panic!("no schema: {other}"),
        };
        let mut faults = Vec::new();
        for (word, asked) in words {
            let met = match word.as_str() {
                "description" | "title" | "format" | "default" => true,
                "$ref" => {
                    let name = asked.as_str().unwrap().rsplit('/').next().unwrap();
                    faults.extend(self.faults(&self.definitions[name], value, at));
                    true
                }
                "type" => types(asked).iter().any(|name| is_of(value, name)),
                "const" => value == asked,
                "enum" => asked.as_array().unwrap().contains(value),
                "pattern" => value
                    .as_str()
                    .is_none_or(|text| Regex::new(asked.as_str().unwrap()).unwrap().is_match(text)),
                "minimum" => value.as_i64().is_none_or(|number| number >= asked.as_i64().unwrap()),
                "maximum" => value.as_i64().is_none_or(|number| number <= asked.as_i64().unwrap()),
                "anyOf" | "oneOf" => {
                    let fits = |one: &&Value| self.faults(one, value, at).is_empty();
                    let fitting = asked.as_array().unwrap().iter().filter(fits).count();
                    if word == "oneOf" { fitting == 1 } else { fitting > 0 }
                }
                "required" => {
                    asked.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some())
                }
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        faults.extend(self.faults(asked, item, &format!("{at}/{index}")));
                    }
                    true
                }
                "properties" => {
                    for (name, field) in value.as_object().into_iter().flatten() {
                        let known =
                            asked.get(name).map(|asked| self.faults(asked, field, &format!("{at}/{name}")));
                        faults.extend(known.unwrap_or_default());
                    }
                    true
                }
                "additionalProperties" => {
                    let known =
                        |name: &String| words.get("properties").and_then(|known| known.get(name)).is_some();
                    for (name, field) in
                        value.as_object().into_iter().flatten().filter(|(name, _)| !known(name))
                    {
                        match asked {
                            Value::Bool(false) => faults.push(format!("{at}/{name} is not known")),
                            schema => faults.extend(self.faults(schema, field, &format!("{at}/{name}"))),
                        }
                    }
                    true
                }
                other => panic!("a word that this test does not know: {other} in {schema}"),
            };
            if !met {
                faults.push(format!("{at}: {word} {asked} is not met by {value}"));
            }
        }
        faults
    }
}

fn plain(mut schema: Schema) -> Value {
    Plain.transform(&mut schema);
    schema.into()
}

fn types(asked: &Value) -> Vec<&str> {
    asked
        .as_str()
        .map_or_else(|| asked.as_array().unwrap().iter().filter_map(Value::as_str).collect(), |one| vec![one])
}

fn is_of(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("a type that this test does not know: {other}"),
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn json_of(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false if path.extension().is_some_and(|extension| extension == "json") => found.push(path),
            false => {}
        }
    }
    found.sort();
    found
}

#[test]
fn every_sample_of_the_newest_shape_of_a_kind_fits_its_schema_and_nothing_may_be_added() {
    let mut generator = SchemaGenerator::default();
    let schemas: Vec<(&str, u32, Value)> =
        KINDS.0.iter().map(|kind| (kind.kind, kind.schema, plain(kind.shape(&mut generator)))).collect();
    let checker = Checker::new(&mut generator);
    for (kind, newest, schema) in schemas {
        let samples = files(&root().join("crates/review/samples").join(kind));
        let of_newest = |path: &&PathBuf| {
            let name = path.file_stem().unwrap().to_str().unwrap();
            name.split('-').next().unwrap() == newest.to_string()
        };
        assert!(samples.iter().any(|path| of_newest(&path)), "{kind} has no sample");
        for path in samples.iter().filter(of_newest) {
            let mut sample = json_of(path);
            assert_eq!(checker.faults(&schema, &sample, ""), [""; 0], "{}", path.display());
            sample["more"] = json!(1);
            assert_eq!(checker.faults(&schema, &sample, ""), ["/more is not known"], "{kind}");
        }
    }
}

#[test]
fn every_act_of_the_archive_and_of_the_exercise_fits_the_schema_of_its_form() {
    let mut generator = SchemaGenerator::default();
    let forms: Vec<(&str, Value)> =
        WORDS.iter().map(|word| (*word, plain(form(word, &mut generator).unwrap()))).collect();
    let checker = Checker::new(&mut generator);
    let mut seen = 0;
    for path in files(&root().join("archive")).into_iter().chain(files(&root().join("exercise"))) {
        let file = json_of(&path);
        for act in file["acts"].as_array().unwrap() {
            let mut act = write_out(act.clone());
            act.as_object_mut().unwrap().remove("as");
            let word = act["act"].as_str().unwrap();
            let (_, schema) = forms.iter().find(|(name, _)| *name == word).unwrap();
            assert_eq!(checker.faults(schema, &act, ""), [""; 0], "{} {}", path.display(), act["id"]);
            seen += 1;
        }
    }
    assert!(seen > 500, "{seen} acts");
}

#[test]
fn the_schema_of_a_form_asks_for_the_act_and_its_id() {
    let mut generator = SchemaGenerator::default();
    let form = plain(form("withdraw", &mut generator).unwrap());
    let checker = Checker::new(&mut generator);
    let id = "b3f1c7a2-6a0e-4d55-9c1b-0f2a4e6d8c10";
    let act = json!({"act": "withdraw", "id": id, "record": id, "from": {"type": "public"}});
    assert_eq!(checker.faults(&form, &act, ""), [""; 0]);
    for field in ["act", "id", "record", "from"] {
        let mut less = act.clone();
        less.as_object_mut().unwrap().remove(field);
        assert!(!checker.faults(&form, &less, "").is_empty(), "without {field}");
    }
    let other = json!({"act": "share", "id": id, "record": id, "from": {"type": "public"}});
    assert!(!checker.faults(&form, &other, "").is_empty(), "another word");
}

#[test]
fn no_two_shapes_have_one_name() {
    let mut generator = SchemaGenerator::default();
    WORDS.iter().for_each(|word| drop(form(word, &mut generator)));
    KINDS.0.iter().for_each(|kind| drop(kind.shape(&mut generator)));
    for name in Checker::new(&mut generator).definitions.keys() {
        assert!(
            !name.ends_with(|last: char| last.is_ascii_digit()),
            "{name}: rename one with #[schemars(rename)]"
        );
    }
}
