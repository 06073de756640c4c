//! Planting what nobody else may notice: a hidden draft of every record there is, and hidden records of every kind.

use super::House;
use super::marks;
use ledger::id::{Hash, OwnerId, RecordId};
use review::actor::Actor;
use review::shorthand::record_of;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What was planted.
#[derive(Default)]
pub struct Planted {
    /// The acts of which a hidden draft stands over a record that others may read.
    pub drafts: BTreeSet<String>,
    /// The acts by which a record began that is hidden whole.
    pub records: BTreeSet<String>,
    /// How many versions.
    pub count: usize,
    /// What was refused, and why.
    pub refused: Vec<String>,
}

/// How many hidden records of one kind an owner gets.
const SIBLINGS: usize = 3;

impl House {
    /// Plants for the owners that are wanted.
    pub fn plant(&self, wanted: impl Fn(OwnerId) -> bool) -> Planted {
        let mut planted = Planted::default();
        let mut siblings: BTreeMap<(OwnerId, String), usize> = BTreeMap::new();
        for (place, act) in self.newest_writes() {
            let actor = self.acts_for(act);
            let word = act["act"].as_str().unwrap();
            if wanted(actor.owner) {
                self.draft(place, act, &actor, &mut planted);
            }
            // A party and a round have one record of their own; only the editor can begin another.
            let alone = ["party", "round"].contains(&word);
            let actor = if alone { self.editor() } else { actor };
            let already = siblings.entry((actor.owner, word.to_owned())).or_default();
            if wanted(actor.owner)
                && *already < SIBLINGS
                && self.sibling(place, act, &actor, *already, &mut planted)
            {
                *already += 1;
            }
        }
        if wanted(self.editor().owner) {
            self.of_the_editor(&mut planted);
        }
        self.clearances(&wanted, &mut planted);
        self.handling(&wanted, &mut planted);
        planted
    }

    /// What a State asks of itself before it shares: its list, a clearance under way, and who approved it. Last, since it
    /// bars what is not cleared.
    pub fn clearances(&self, wanted: &impl Fn(OwnerId) -> bool, planted: &mut Planted) {
        let mark = format!("{} {}", marks::of_sibling(7998), marks::COMMON);
        let words = |words: &str| json!({"en": format!("{words} {mark}")});
        for (_, contact) in self.newest_writes().into_iter().filter(|(_, act)| act["act"] == "contact") {
            let actor = self.acts_for(contact);
            let party = contact["as"].as_str().unwrap_or_default().trim_start_matches("@party/");
            let list = format!("@planted/list/{party}");
            if party.is_empty() || !wanted(actor.owner) || self.site.desk.actor_of(record_of(&list)).is_some()
            {
                continue;
            }
            let step = json!({"id": "@planted/step", "sort": "agency", "words": words("The agency")});
            let body = json!({
                "party": contact["as"], "name": words("Before sharing"), "acts": ["share"], "kinds": ["review.contact"],
                "steps": [step],
            });
            let listed = json!({"act": "clearance_list", "record": list, "body": body});
            self.put(&actor, listed, planted, |planted| &mut planted.records);
            let clearance = format!("@planted/clearance/{party}");
            let third = if party == "xco" { "@party/xdu" } else { "@party/xco" };
            let begun = json!({
                "act": "clear", "record": clearance, "of": contact["record"], "content": "newest", "with": {"named": [third]},
            });
            self.put(&actor, begun, planted, |planted| &mut planted.records);
            let body = json!({
                "clearance": clearance, "step": "@planted/step", "name": "A. Person", "post": words("Deputy Minister"),
                "letter": {"number": format!("1 {mark}"), "date": "2026-11-20"},
            });
            let approved =
                json!({"act": "approval", "record": format!("@planted/approval/{party}"), "body": body});
            self.put(&actor, approved, planted, |planted| &mut planted.records);
        }
    }

    /// How a State's papers are to be handled, and what is attached to them: a scheme, where it has none, a marking and a file
    /// of what only its own people read.
    pub fn handling(&self, wanted: &impl Fn(OwnerId) -> bool, planted: &mut Planted) {
        let mark = format!("{} {}", marks::of_sibling(7997), marks::COMMON);
        let words = |words: &str| json!({"en": format!("{words} {mark}")});
        for (place, paper) in self.newest_writes().into_iter().filter(|(_, act)| act["act"] == "contact") {
            let actor = self.acts_for(paper);
            let party = paper["as"].as_str().unwrap_or_default().trim_start_matches("@party/");
            if party.is_empty() || !wanted(actor.owner) {
                continue;
            }
            let level = json!({"id": format!("@planted/level/{party}"), "words": words("Restricted")});
            let scheme = json!({"party": paper["as"], "levels": [level]});
            let (record, base) =
                match self.acts.iter().find(|act| act["act"] == "marking_scheme" && act["as"] == paper["as"])
                {
                    Some(act) => (act["record"].clone(), Some("newest")),
                    None => (format!("@planted/scheme/{party}").into(), None),
                };
            let mut listed = json!({"act": "marking_scheme", "record": record, "body": scheme});
            if let Some(base) = base {
                listed["base"] = base.into();
            }
            self.put(&actor, listed, planted, |planted| &mut planted.records);
            let hidden = json!({
                "act": "document", "record": format!("@planted/paper/{party}"), "audience": "own",
                "body": {"title": words("A paper"), "sort": "other", "sources": []},
            });
            self.put(&actor, hidden, planted, |planted| &mut planted.records);
            let marked = json!({
                "act": "mark", "record": format!("@planted/marking/{party}"), "of": format!("@planted/paper/{party}"),
                "level": format!("@planted/level/{party}"),
            });
            self.put(&actor, marked, planted, |planted| &mut planted.records);
            let bytes = format!("%PDF-1.7 {place}");
            let brings = Actor { brings: Some(Hash::of(bytes.as_bytes())), ..actor };
            let file = json!({
                "act": "file", "record": format!("@planted/file/{party}"), "audience": "own",
                "body": {
                    "of": format!("@planted/paper/{party}"), "title": words("A scan"), "name": "scan.pdf",
                    "media": "application/pdf", "size": bytes.len(), "hash": brings.brings,
                },
            });
            self.put(&brings, file, planted, |planted| &mut planted.records);
        }
    }

    /// A draft over a record: the owner's own and, now and then, for an agency's eyes.
    fn draft(&self, place: usize, act: &Value, actor: &Actor, planted: &mut Planted) {
        let own = over(act, json!("own"), &marks::of_draft(place));
        self.put(actor, own, planted, |planted| &mut planted.drafts);
        if let Some(agency) = self.an_agency_of(act).filter(|_| place.is_multiple_of(3)) {
            let drafted = over(act, json!({"agencies": [agency]}), &marks::of_agency(place));
            self.put(actor, drafted, planted, |planted| &mut planted.drafts);
        }
    }

    /// Plants over the records of one State, for the eyes of one of its agencies.
    pub fn plant_for(&self, owner: OwnerId, agency: RecordId) -> Planted {
        let mut planted = Planted::default();
        for (place, act) in self.newest_writes() {
            let actor = self.acts_for(act);
            if actor.owner == owner {
                let drafted = over(act, json!({"agencies": [agency]}), &marks::of_agency(place));
                self.put(&actor, drafted, &mut planted, |planted| &mut planted.drafts);
            }
        }
        planted
    }

    /// A record of the same kind that is hidden whole: from all, or from all but a third State.
    fn sibling(
        &self,
        place: usize,
        act: &Value,
        actor: &Actor,
        already: usize,
        planted: &mut Planted,
    ) -> bool {
        let word = act["act"].as_str().unwrap();
        let third = if act["as"] == "@party/xco" { "@party/xdu" } else { "@party/xco" };
        let audience = if already == 1 { json!({"named": [third]}) } else { json!("own") };
        let mut body = unique(act["body"].clone(), word, place);
        let mut record = format!("@planted/{place}");
        let own = act["as"].as_str().unwrap_or_default().replace('@', "@planted/");
        if word == "submission" {
            body["round"] = "@round/x/lindholm-2019".into();
            body["catalogue"] = "@catalogue/x/unscr-1540-older".into();
            record = own;
        } else if body.get("submission").is_some() {
            body["submission"] = own.into();
        }
        let sibling = json!({"act": word, "record": record, "audience": audience, "body": body});
        self.put(actor, sibling, planted, |planted| &mut planted.records)
    }

    /// What the exercise has none of, or has from elsewhere.
    fn of_the_editor(&self, planted: &mut Planted) {
        let words =
            |words: &str| json!({"en": format!("{words} {} {}", marks::of_draft(7999), marks::COMMON)});
        let catalogue = std::fs::read(super::root("catalogues/unscr-1540-older.json")).unwrap();
        let catalogue: Value = serde_json::from_slice(&catalogue).unwrap();
        let mut body = catalogue["acts"][0]["body"].clone();
        body.as_object_mut().unwrap().remove("sources");
        body["title"] = words("A catalogue");
        let draft = json!({
            "act": "catalogue", "record": "@catalogue/x/unscr-1540-older", "base": "newest", "audience": "own", "body": body,
        });
        self.put(&self.editor(), draft, planted, |planted| &mut planted.drafts);
        body["edition"] = "planted".into();
        let whole = [
            ("catalogue", body),
            (
                "catalogue_map",
                json!({"earlier": "@catalogue/x/unscr-1540-older", "later": "@planted/catalogue", "pairs": []}),
            ),
            ("source", json!({"title": words("A source"), "language": "en", "sort": "other"})),
            (
                "disagreement",
                json!({
                    "about": "@round/x/lakeside-2026", "question": words("When?"), "sources": [],
                    "statements": [{"says": words("Now"), "sources": []}, {"says": words("Then"), "sources": []}],
                }),
            ),
        ];
        for (word, body) in whole {
            let handle = format!("@planted/{}", word.replace('_', "-"));
            let act = json!({"act": word, "record": handle, "audience": "own", "body": body});
            self.put(&self.editor(), act, planted, |planted| &mut planted.records);
        }
    }

    fn editor(&self) -> Actor {
        self.site.desk.first_editor(ledger::owner::World::Exercise).unwrap()
    }

    fn put(
        &self,
        actor: &Actor,
        act: Value,
        planted: &mut Planted,
        list: impl Fn(&mut Planted) -> &mut BTreeSet<String>,
    ) -> bool {
        let (word, handle) = (act["act"].as_str().unwrap().to_owned(), act["record"].clone());
        match self.perform(actor, act) {
            Ok(()) => {
                planted.count += 1;
                list(planted).insert(word);
                true
            }
            Err(error) => {
                planted.refused.push(format!("{word} {handle}: {error}"));
                false
            }
        }
    }

    /// The last act that wrote each record, with its place.
    fn newest_writes(&self) -> Vec<(usize, &Value)> {
        let mut newest: BTreeMap<&str, (usize, &Value)> = BTreeMap::new();
        for (place, act) in self.acts.iter().enumerate().filter(|(_, act)| act.get("body").is_some()) {
            newest.insert(act["record"].as_str().unwrap(), (place, act));
        }
        let mut writes: Vec<(usize, &Value)> = newest.into_values().collect();
        writes.sort_by_key(|(place, _)| *place);
        writes
    }

    fn acts_for(&self, act: &Value) -> Actor {
        match act["as"].as_str() {
            Some(handle) => self.site.desk.actor_of(record_of(handle)).unwrap(),
            None => self.editor(),
        }
    }

    /// An agency of the State that acts, if it is one.
    fn an_agency_of(&self, act: &Value) -> Option<String> {
        let party = act["as"].as_str()?;
        let of_it = |act: &&Value| act["act"] == "agency" && act["body"]["party"] == party;
        self.acts.iter().find(of_it).map(|agency| agency["record"].as_str().unwrap().to_owned())
    }
}

/// A further version of what an act wrote, for these readers.
fn over(act: &Value, audience: Value, mark: &str) -> Value {
    let mut body = act["body"].clone();
    marks::mark(&mut body, mark);
    json!({"act": act["act"], "record": act["record"], "base": "newest", "audience": audience, "body": body})
}

/// The body with other words where only one record may have them.
fn unique(mut body: Value, word: &str, place: usize) -> Value {
    marks::mark(&mut body, &marks::of_sibling(place));
    for field in ["slug", "label", "symbol", "number"] {
        let small = field == "slug" || word == "theme";
        let more = if small { format!("{place}") } else { format!("Z{place}") };
        if let Some(Value::String(words)) = body.get_mut(field) {
            words.push_str(&more);
        }
    }
    if word == "part" {
        body["part"] = ["changed", "became", "plan", "practices", "needs"][place % 5].into();
    }
    body
}
