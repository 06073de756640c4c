//! A valid form for each act, and the ways in which it is tried. Without one for an act this panics: whoever adds an act
//! says here what its form is.

use super::round::Small;
use ledger::id::Hash;
use serde_json::{Value, json};

/// Whose record a form writes, when it is handed in by the right person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    Editor,
    State,
    /// The other State of the round, where the State cannot do it alone: ask it something.
    OtherState,
    Round,
}

/// Which of the records of an act's kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The one that the round reads.
    Standing,
    /// The one that only its writers read.
    Hidden,
    /// One that is not there yet.
    New,
}

/// A form: whose, which record, and what it says.
pub struct Form {
    pub whose: Whose,
    pub record: String,
    pub body: Value,
}

impl Which {
    fn word(self) -> &'static str {
        match self {
            Which::Standing => "standing",
            Which::Hidden => "hidden",
            Which::New => "new",
        }
    }

    /// One of three, for what must differ.
    fn of<T>(self, [standing, hidden, new]: [T; 3]) -> T {
        match self {
            Which::Standing => standing,
            Which::Hidden => hidden,
            Which::New => new,
        }
    }
}

/// A text in two languages.
fn text(words: &str) -> Value {
    json!({"en": words, "ru": format!("{words} (по-русски)")})
}

pub fn party(label: &str, sort: &str) -> Value {
    json!({"label": label, "sort": sort, "name": text(label), "sources": []})
}

pub fn agency(party: &str) -> Value {
    json!({"party": party, "names": [{"name": text("Customs")}], "note": text("A note"), "sources": ["@source/paper"]})
}

pub fn round(slug: &str) -> Value {
    json!({
        "series": "@series/small", "slug": slug, "symbol": slug.to_uppercase(), "title": text(slug),
        "summary": text("A round"), "standing": "proposed", "dates": [], "initiators": [], "hosts": [], "organizers": [],
        "donors": [{"party": "@party/don", "sources": ["@source/paper"]}], "themes": [], "steps": [], "notes": [],
        "sources": ["@source/paper"],
    })
}

pub fn delegation(round: &str, party: &str, capacity: &str) -> Value {
    json!({
        "round": format!("@round/{round}"), "party": format!("@party/{party}"), "capacity": capacity,
        "note": text("By road"), "sources": ["@source/paper"],
    })
}

pub fn paper(title: &str) -> Value {
    json!({"title": text(title), "sort": "other", "sources": ["@source/paper"]})
}

fn catalogue(edition: &str) -> Value {
    let row = |id: &str, number: u32| json!({"id": id, "number": number, "label": text(id), "axes": [], "kinds": ["rule"], "sure": "seen"});
    json!({
        "instrument": "a-convention", "edition": edition, "title": text("A convention"),
        "codes": [{"code": "full", "meaning": text("In full"), "sign": "reported"}],
        "axes": [], "kinds": [{"id": "rule", "label": text("Rule"), "short": text("R")}],
        "sections": [{"id": "I", "paragraph": text("I"), "title": text("First"), "rows": [row("I.a", 1), row("I.b", 2), row("I.c", 3)]}],
        "sources": ["@source/paper"],
    })
}

/// What the rest builds on: the editor's.
pub fn ground() -> Vec<(&'static str, &'static str, Value)> {
    let source = json!({"title": text("A paper"), "language": "en", "sort": "other"});
    let series = json!({"slug": "small", "title": text("Small"), "about": text("Small"), "sources": ["@source/paper"]});
    vec![
        ("source", "@source/paper", source),
        ("series", "@series/small", series),
        ("catalogue", "@catalogue/earlier", catalogue("earlier")),
    ]
}

/// The form of an act that writes a record.
pub fn form(word: &str, which: Which) -> Option<Form> {
    let (whose, body) = of_editor(word, which)
        .or_else(|| of_round(word, which))
        .or_else(|| of_state(word, which))
        .or_else(|| of_clearance(word, which))
        .or_else(|| of_handling(word, which))?;
    let record = match (word, which) {
        ("round", Which::Standing) => "@round/now".to_owned(),
        ("party", Which::Standing) => "@party/xaa".to_owned(),
        _ => format!("@{}/{}", which.word(), word.replace('_', "-")),
    };
    Some(Form { whose, record, body })
}

fn of_editor(word: &str, which: Which) -> Option<(Whose, Value)> {
    let sourced = json!(["@source/paper"]);
    let low = which.word();
    let label = which.of(["ONE", "TWO", "THREE"]);
    let body = match word {
        "source" => json!({"title": text("Another paper"), "language": "en", "sort": "other"}),
        "theme" => json!({"label": low, "name": text("A theme")}),
        "series" => {
            json!({"slug": low, "title": text("A series"), "about": text("About"), "sources": sourced})
        }
        "disagreement" => json!({
            "about": "@round/now", "question": text("When?"), "sources": sourced,
            "statements": [{"says": text("Now"), "sources": sourced}, {"says": text("Then"), "sources": sourced}],
        }),
        "treaty" => json!({"label": label, "name": text("A treaty"), "sort": "treaty"}),
        "catalogue" => catalogue(low),
        "catalogue_map" => json!({
            "earlier": "@catalogue/earlier", "later": "@standing/catalogue", "sources": sourced,
            "pairs": [{"earlier": "I.a", "later": "I.b", "note": text("Moved")}],
        }),
        "party" if which != Which::Standing => party(label, "state"),
        "round" if which != Which::Standing => round(low),
        _ => return None,
    };
    Some((Whose::Editor, body))
}

fn of_round(word: &str, which: Which) -> Option<(Whose, Value)> {
    let (now, sourced) = ("@round/now", json!(["@source/paper"]));
    let body = match word {
        "round" => round("now"),
        "delegation" => delegation("now", which.of(["xaa", "xcc", "xdd"]), "observer"),
        "session" => json!({"round": now, "title": text("Opening"), "sources": sourced}),
        "visit" => json!({"round": now, "place": text("A laboratory"), "sources": sourced}),
        "outcome" => json!({"round": now, "words": text("They met"), "sources": sourced}),
        "recommendation" => json!({
            "round": now, "sort": "recommendation", "title": text("Act"), "words": text("Act"), "themes": [],
            "addressees": ["@party/xaa", "@party/xbb"], "standing": "clean", "sources": sourced,
            "paragraphs": [{"id": format!("@paragraph/{}", which.word()), "words": text("The States are invited to act.")}],
        }),
        "modalities" => json!({
            "round": now, "aim": text("Learn"), "catalogue": "@standing/catalogue", "scope": ["I"], "authentic": ["en"],
            "decision": "session", "attribution": "unnamed", "organizations": text("Speak"), "publication": text("Later"),
            "custody": text("Here"), "personal_data": text("Erased"),
        }),
        "conclusion" => json!({
            "round": now, "recommendation": "@standing/recommendation", "verdict": "open", "words": text("It stays"),
        }),
        "roadmap" => {
            json!({"series": "@series/small", "round": now, "title": text("A map"), "aim": text("Together")})
        }
        _ => return None,
    };
    Some((Whose::Round, body))
}

fn of_state(word: &str, which: Which) -> Option<(Whose, Value)> {
    let (now, state, sourced) = ("@round/now", "@party/xaa", json!(["@source/paper"]));
    let which_round = which.of([now, "@round/old", "@round/elsewhere"]);
    let body = match word {
        "party" => party("XAA", "state"),
        "proposal" => json!({"round": now, "by": state, "words": text("We propose"), "sources": sourced}),
        "event" => json!({
            "title": text("A day"), "summary": text("A training"), "sort": "training", "dates": [], "states": [state],
            "organizations": [], "sources": sourced,
        }),
        "agency" => agency(state),
        "mandate" => json!({
            "person": format!("@person/{}", which.word()), "role": "reader", "note_verbale": text("No. 1"),
            "from": "2026-11-24T12:00:00.000Z",
        }),
        "treaty_status" => json!({
            "party": state, "treaty": "@standing/treaty", "standing": "party", "note": text("Long ago"), "sources": sourced,
        }),
        "instrument" => json!({"party": state, "title": text("A law"), "sort": "law", "sources": sourced}),
        "submission" => json!({
            "round": which_round, "party": state, "form": "light", "catalogue": "@standing/catalogue", "note": text("Ours"),
        }),
        "part" => json!({
            "submission": "@standing/submission", "part": which.of(["changed", "became", "plan"]), "brief": text("In short"),
        }),
        "answer" => json!({
            "submission": "@standing/submission", "item": which.of(["I.a", "I.b", "I.c"]), "remarks": text("Seen"),
        }),
        "question" => json!({"round": now, "to": "@party/xbb", "words": text("How?")}),
        "reply" => json!({"question": "@asked/of-xaa", "words": text("So.")}),
        "closing" => {
            json!({"question": "@standing/question", "how": "withdrawn", "note": text("Not needed")})
        }
        "observation" => {
            json!({"round": now, "about": "@party/xbb", "sort": "practice", "words": text("Well done")})
        }
        "statement" => json!({"round": now, "by": state, "sort": "statement", "words": text("We state")}),
        "lineage" => json!({
            "later": "@recommendation/second", "earlier": "@standing/recommendation", "relation": "repeats",
            "note": text("Again"), "sources": sourced,
        }),
        "progress" => json!({
            "on": "@standing/recommendation", "by": state, "number": 1, "word": "partly", "words": text("Half"),
        }),
        "plan" => json!({"party": state, "title": text("Our plan"), "sources": sourced}),
        "measure" => json!({
            "of": "@standing/plan", "number": which.of(["1", "2", "3"]), "words": text("Train"), "term": text("2027"),
        }),
        "practice" => json!({
            "party": state, "topic": text("Ports"), "title": text("A list"), "practice": text("On the wall"),
            "themes": [], "sources": sourced,
        }),
        "offer" => {
            json!({"party": state, "title": text("A course"), "words": text("Two weeks"), "themes": [], "sources": sourced})
        }
        "need" => json!({
            "party": state, "title": text("A list"), "words": text("Help with a list"), "themes": [],
            "may_circulate": false, "standing": "open", "sources": sourced,
        }),
        "document" => paper("A paper"),
        "contact" => {
            json!({"party": state, "post": text("Head of licensing"), "themes": [], "sources": sourced})
        }
        _ => return None,
    };
    Some((Whose::State, body))
}

/// What a State asks of itself before it shares.
fn of_clearance(word: &str, which: Which) -> Option<(Whose, Value)> {
    let body = match word {
        "clearance_list" => json!({
            "party": "@party/xaa", "name": text("Before sharing"), "acts": ["share"], "steps": steps(),
            "kinds": [which.of(["review.treaty_status", "review.contact", "review.need"])],
        }),
        "approval" => json!({
            "clearance": "@clearance/standing", "step": which.of(["@step/a", "@step/b", "@step/c"]), "name": "A. Person",
            "post": text("Deputy Minister"), "letter": {"number": "1", "date": "2026-11-20"},
        }),
        _ => return None,
    };
    Some((Whose::State, body))
}

/// The bytes of the file that each person brings along.
pub const BROUGHT: &[u8] = b"%PDF-1.7 a scan";

/// How papers are marked, and what is attached to them. A party has one scheme: the others are other parties'.
fn of_handling(word: &str, which: Which) -> Option<(Whose, Value)> {
    Some(match word {
        "marking_scheme" => {
            let (whose, party) = which.of([
                (Whose::State, "@party/xaa"),
                (Whose::OtherState, "@party/xbb"),
                (Whose::State, "@party/org"),
            ]);
            let level = json!({"id": "@level/restricted", "words": text("Restricted")});
            (whose, json!({"party": party, "levels": [level]}))
        }
        "file" => (
            Whose::State,
            json!({
                "of": "@standing/part", "title": text("A scan"), "name": "scan.pdf", "media": "application/pdf",
                "size": BROUGHT.len(), "hash": Hash::of(BROUGHT),
            }),
        ),
        _ => return None,
    })
}

/// Whom a State asks before it shares.
fn steps() -> Value {
    let step = |id: &str, sort: &str| json!({"id": id, "sort": sort, "words": text(sort)});
    json!([step("@step/a", "agency"), step("@step/b", "lead_ministry"), step("@step/c", "secrets_review")])
}

/// A clearance is begun of the State's record that its list is asked for.
pub fn clear(record: &str, of: &str) -> Value {
    json!({"act": "clear", "record": record, "of": of, "content": "newest", "with": {"named": ["@party/xbb"]}})
}

/// The ways in which an act is tried, each with its name.
///
/// # Panics
/// If the act has no form here yet.
pub fn ways(small: &Small, word: &str) -> Vec<(&'static str, Value)> {
    if let Some(ways) = of_any_record(small, word) {
        return ways.into_iter().map(|(name, act)| (name, whole(word, act))).collect();
    }
    let get = |which| {
        form(word, which).unwrap_or_else(|| {
            panic!("the act \"{word}\" has no sample form: add it in crates/desk/tests/who_may/forms.rs")
        })
    };
    let (new, standing, hidden) = (get(Which::New), get(Which::Standing), get(Which::Hidden));
    let begin = json!({"record": new.record, "body": new.body});
    let change = json!({"record": standing.record, "base": "newest", "body": altered(standing.body.clone(), &["en", "ru"])});
    let translate = json!({"record": standing.record, "base": "newest", "audience": "own", "body": altered(standing.body, &["ru"])});
    let draft =
        json!({"record": hidden.record, "base": "newest", "body": altered(hidden.body, &["en", "ru"])});
    [("begin", begin), ("change", change), ("translate", translate), ("change a draft", draft)]
        .map(|(name, act)| (name, whole(word, act)))
        .to_vec()
}

/// The acts on a record of whatever kind, and the adoption.
fn of_any_record(small: &Small, word: &str) -> Option<Vec<(&'static str, Value)>> {
    let (shared, draft, joint) = ("@standing/part", "@hidden/part", "@standing/session");
    let fresh: Vec<String> = (0..4).map(|n| format!("@erasure/{n}")).collect();
    let of_each = |act: &dyn Fn(&str) -> Value| {
        vec![("shared by XAA", act(shared)), ("agency's draft", act(draft)), ("of the round", act(joint))]
    };
    Some(match word {
        "share" => of_each(&|record| json!({"record": record, "content": "newest", "with": "public"})),
        "withdraw" => of_each(&|record| json!({"record": record, "from": small.newest(record).1})),
        "erase" => of_each(
            &|record| json!({"record": record, "content": small.newest(record).0, "ground": "spill", "erasures": fresh}),
        ),
        "mark" => {
            of_each(&|record| json!({"record": "@marking/new", "of": record, "level": "@level/restricted"}))
                [..2]
                .to_vec()
        }
        "clear" => vec![("under its list", clear("@clearance/new", "@hidden/treaty-status"))],
        "adopt" => vec![(
            "a clean text",
            json!({
                "record": "@adoption/new", "recommendation": "@standing/recommendation", "day": "2026-11-24",
                "how": "session", "adopters": ["@party/xaa", "@party/xbb"], "audience": "public",
            }),
        )],
        _ => return None,
    })
}

fn whole(word: &str, mut act: Value) -> Value {
    act["act"] = word.into();
    act["id"] = "@act/asked".into();
    act
}

/// A body whose texts say something else in those languages.
fn altered(mut body: Value, tags: &[&str]) -> Value {
    fn walk(value: &mut Value, tags: &[&str]) {
        match value {
            Value::Object(fields) if fields.contains_key("en") => {
                for tag in tags {
                    if let Some(words) = fields.get_mut(*tag) {
                        *words = format!("{} (anew)", words.as_str().unwrap_or_default()).into();
                    }
                }
            }
            Value::Object(fields) => fields.values_mut().for_each(|field| walk(field, tags)),
            Value::Array(items) => items.iter_mut().for_each(|item| walk(item, tags)),
            _ => {}
        }
    }
    walk(&mut body, tags);
    body
}

/// The records that an act names by a handle, in whatever field.
pub fn named(act: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(act, &mut found);
    found.sort();
    found.dedup();
    found
        .retain(|handle| ["@act/", "@person/", "@step/", "@level/"].iter().all(|no| !handle.starts_with(no)));
    found
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(words) if words.starts_with('@') => found.push(words.clone()),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, found)),
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        _ => {}
    }
}
