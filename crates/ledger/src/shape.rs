//! Shapes in JSON Schema. Most are derived from the types themselves; what is written as a string of one form (ids,
//! hashes, kinds, times) says its pattern here.

use schemars::{Schema, transform::Transform, transform::transform_subschemas};
use serde_json::Value;

/// Says of a type that it is written as a string that fits a pattern.
macro_rules! written_as {
    ($name:ident, $pattern:literal, $what:literal) => {
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern, "description": $what })
            }
        }
    };
}

pub(crate) use written_as;

/// Takes from a schema, at all depths, what derives from Rust and is not so here: there is no `null` (a field that may be
/// absent is left out), and a description names no path in code.
#[derive(Debug, Clone, Copy)]
pub struct Plain;

impl Transform for Plain {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let Some(words) = schema.as_object_mut() else { return };
        if let Some(Value::Array(types)) = words.get_mut("type") {
            types.retain(|name| name != "null");
            if let [only] = types.as_slice() {
                let only = only.clone();
                words.insert("type".into(), only);
            }
        }
        if let Some(Value::Array(list)) = words.get_mut("enum") {
            list.retain(|value| !value.is_null());
        }
        for either in ["anyOf", "oneOf"] {
            let Some(Value::Array(branches)) = words.get_mut(either) else { continue };
            branches.retain(|branch| branch.get("type").is_none_or(|name| name != "null"));
            if let [Value::Object(only)] = branches.as_slice() {
                let only = only.clone();
                words.remove(either);
                for (word, asked) in only {
                    words.entry(word).or_insert(asked);
                }
            }
        }
        words.retain(|word, asked| !(word == "default" && asked.is_null()));
        if let Some(Value::String(said)) = words.get_mut("description") {
            *said = without_paths(said);
        }
    }
}

/// A doc comment as one paragraph, with what it links to by its bare name.
fn without_paths(said: &str) -> String {
    let mut plain = said.split_whitespace().collect::<Vec<_>>().join(" ");
    while let Some((start, end)) =
        plain.find("[`").and_then(|from| Some((from, from + plain[from..].find("`]")?)))
    {
        let name = plain[start + 2..end].rsplit("::").next().unwrap_or_default().to_owned();
        plain.replace_range(start..end + 2, &format!("`{name}`"));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use schemars::{JsonSchema, SchemaGenerator};
    use serde_json::json;

    /// What is there.
    ///
    /// See [`crate::owner::Genesis`].
    #[derive(JsonSchema)]
    struct There {
        #[expect(dead_code, reason = "only its schema is looked at")]
        name: Option<String>,
    }

    #[test]
    fn what_may_be_absent_is_never_null_and_no_path_in_code_is_named() {
        let mut schema = There::json_schema(&mut SchemaGenerator::default());
        Plain.transform(&mut schema);
        assert_eq!(schema.get("properties"), Some(&json!({"name": {"type": "string"}})));
        assert_eq!(schema.get("description"), Some(&json!("What is there. See `Genesis`.")));
    }
}
