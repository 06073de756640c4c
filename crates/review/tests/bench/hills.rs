//! A small world of exercise: two States with people, an organization without, a series, and a round that works on a
//! made-up catalogue of another convention.

use super::PaperDesk;
use ledger::id::{Hash, RecordId};
use ledger::owner::{Origin, OwnerSort};
use ledger::view::{AsOf, View};
use review::actor::Actor;
use review::shorthand::record_of;
use serde_json::{Value, json};

/// What became of an act: the hashes written, or the key and the field of the refusal.
pub type Became = Result<Vec<Hash>, (&'static str, String)>;

/// For whom somebody acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Editor,
    Aldmark,
    Brenmor,
    Corvia,
    Round,
    /// The round after.
    Next,
}

/// The desk and those who act at it.
pub struct Hills {
    pub desk: PaperDesk,
    actors: Vec<(Who, Actor)>,
    acts: u32,
}

/// A text in two languages, for whatever says the same in both.
pub fn text(words: &str) -> Value {
    json!({"en": words, "ru": format!("{words} (по-русски)")})
}

/// The made-up catalogue: two sections, three rows, codes, axes and kinds of its own.
pub fn catalogue() -> Value {
    let heading = |id: &str| json!({"id": id, "label": text(id), "short": text(id)});
    let row = |id: &str, number: u32, axes: &[&str], kinds: &[&str]| {
        let label = text(&format!("Row {id}"));
        json!({"id": id, "number": number, "label": label, "axes": axes, "kinds": kinds, "sure": "seen"})
    };
    json!({
        "instrument": "bwc-measures", "edition": "made-up", "title": text("National measures under a convention"),
        "codes": [
            {"code": "full", "meaning": text("In full"), "sign": "reported"},
            {"code": "part", "meaning": text("In part"), "sign": "unclear"},
        ],
        "axes": [heading("human"), heading("plant")],
        "kinds": [heading("rule"), heading("done")],
        "sections": [
            {"id": "IV", "paragraph": text("Article IV"), "title": text("Prohibition"), "rows": [
                row("IV.law", 1, &[], &["rule"]), row("IV.penalty", 2, &[], &["rule", "done"]),
            ]},
            {"id": "X", "paragraph": text("Article X"), "title": text("Cooperation"), "rows": [
                row("X.labs", 1, &["human", "plant"], &["done"]),
            ]},
        ],
    })
}

impl Hills {
    /// The world with nothing submitted yet: series, catalogue, parties, round, delegations, modalities.
    pub fn begin() -> Self {
        let mut hills = Hills { desk: PaperDesk::new(), actors: Vec::new(), acts: 0 };
        hills.found(Who::Editor, OwnerSort::Editor);
        let series =
            json!({"slug": "hills", "title": text("Hills"), "about": text("Two States"), "sources": []});
        hills.publish(Who::Editor, "series", "@series/hills", series);
        hills.publish(Who::Editor, "catalogue", "@catalogue/made-up", catalogue());
        hills.publish(Who::Editor, "party", "@party/org", party("ORG", "organization"));
        hills.found(Who::Aldmark, OwnerSort::Party);
        hills.publish(Who::Aldmark, "party", "@party/xal", party("XAL", "state"));
        hills.found(Who::Brenmor, OwnerSort::Party);
        hills.publish(Who::Brenmor, "party", "@party/xbr", party("XBR", "state"));
        hills.convene(Who::Round, "hill-2026", "HIL26");
        hills.seat("hill-2026", "xal", "participant");
        hills.seat("hill-2026", "xbr", "participant");
        hills.publish(Who::Round, "modalities", "@modalities/hill-2026", modalities());
        hills
    }

    /// Founds an owner, with the mandate of its first person.
    pub fn found(&mut self, who: Who, sort: OwnerSort) {
        let actor = self.desk.found(sort, Origin::Exercise);
        self.actors.push((who, actor));
    }

    /// A third State, which joins later.
    pub fn join_corvia(&mut self) {
        self.found(Who::Corvia, OwnerSort::Party);
        self.publish(Who::Corvia, "party", "@party/xco", party("XCO", "state"));
        self.seat("hill-2026", "xco", "participant");
    }

    /// A round of the series, with an owner of its own.
    pub fn convene(&mut self, who: Who, slug: &str, symbol: &str) {
        self.found(who, OwnerSort::Round);
        let body = json!({
            "series": "@series/hills", "slug": slug, "symbol": symbol, "title": text(slug), "summary": text("A round"),
            "standing": "announced", "dates": [], "initiators": [], "hosts": [], "organizers": [], "donors": [],
            "themes": [], "steps": [], "notes": [], "sources": [],
        });
        self.publish(who, "round", &format!("@round/{slug}"), body);
    }

    /// A delegation at the first round.
    pub fn seat(&mut self, round: &str, party: &str, capacity: &str) {
        let body = json!({
            "round": format!("@round/{round}"), "party": format!("@party/{party}"), "capacity": capacity, "sources": [],
        });
        self.publish(Who::Round, "delegation", &format!("@delegation/{round}/{party}"), body);
    }

    /// Somebody writes, for readers.
    pub fn say(&mut self, who: Who, word: &str, handle: &str, readers: Value, body: Value) -> Became {
        self.act(who, json!({"act": word, "record": handle, "audience": readers, "body": body}))
    }

    /// Somebody writes for everybody; it has to be accepted.
    pub fn publish(&mut self, who: Who, word: &str, handle: &str, body: Value) {
        let became = self.say(who, word, handle, json!("public"), body);
        assert!(became.is_ok(), "{handle}: {became:?}");
    }

    /// Somebody writes for the round; it has to be accepted.
    pub fn tell(&mut self, who: Who, word: &str, handle: &str, body: Value) {
        let became = self.say(who, word, handle, json!({"round": "@round/hill-2026"}), body);
        assert!(became.is_ok(), "{handle}: {became:?}");
    }

    /// Whatever act, with an id of its own.
    pub fn act(&mut self, who: Who, mut act: Value) -> Became {
        self.acts += 1;
        act["id"] = format!("@act/{}", self.acts).into();
        let actor = self.actor(who);
        let done = self.desk.perform(&actor, act);
        done.map_err(|refusal| (refusal.key, refusal.field.unwrap_or_default()))
    }

    /// The contents of a record, oldest first.
    pub fn contents(&self, who: Who, handle: &str) -> Vec<Hash> {
        self.view(who).history(id(handle)).iter().filter_map(|past| past.facts.content).collect()
    }

    /// Somebody erases a content.
    pub fn erase(&mut self, who: Who, record: &str, content: Hash) -> Became {
        let fresh = ["a", "b"].map(|n| format!("@erasure/{}/{n}", &content.to_string()[7..]));
        let act = json!({"act": "erase", "record": record, "content": content, "ground": "personal_data", "erasures": fresh});
        self.act(who, act)
    }

    /// Somebody withdraws from everybody.
    pub fn withdraw(&mut self, who: Who, record: &str) -> Became {
        self.act(who, json!({"act": "withdraw", "record": record, "from": {"type": "public"}}))
    }

    /// Why an act is refused: key and field. Nothing is written.
    pub fn refused(&self, who: Who, word: &str, handle: &str, body: Value) -> (&'static str, String) {
        let act = json!({"act": word, "id": "@act/refused", "record": handle, "body": body});
        match self.desk.decide(&self.actor(who), act) {
            Ok(_) => ("accepted", String::new()),
            Err(refusal) => (refusal.key, refusal.field.unwrap_or_default()),
        }
    }

    /// The person who acts.
    pub fn actor(&self, who: Who) -> Actor {
        self.actors.iter().find(|(known, _)| *known == who).map(|(_, actor)| actor.clone()).unwrap()
    }

    /// What he sees.
    pub fn view(&self, who: Who) -> View<'_> {
        self.desk.view(self.actor(who).reader, AsOf::Now)
    }

    /// Whether he sees that record.
    pub fn sees(&self, who: Who, handle: &str) -> bool {
        self.view(who).find_any(record_of(handle)).is_some()
    }

    /// Whether everybody sees it.
    pub fn is_public(&self, handle: &str) -> bool {
        self.desk.public().find_any(record_of(handle)).is_some()
    }
}

fn party(label: &str, sort: &str) -> Value {
    json!({"label": label, "sort": sort, "name": text(label), "sources": []})
}

/// The modalities of the first round: one section and one row of the made-up catalogue are in scope.
pub fn modalities() -> Value {
    json!({
        "round": "@round/hill-2026", "symbol": "HIL26/MOD", "aim": text("Learn from each other"),
        "catalogue": "@catalogue/made-up", "scope": ["IV", "X.labs"], "authentic": ["en", "ru"],
        "decision": "session", "attribution": "unnamed", "organizations": text("Speak when invited"),
        "publication": text("After adoption"), "custody": text("Until the next round"), "personal_data": text("Erased"),
    })
}

/// A submission that follows the made-up catalogue.
pub fn submission(party: &str) -> Value {
    json!({
        "round": "@round/hill-2026", "party": format!("@party/{party}"), "symbol": "HIL26/NS.XAL",
        "form": "light_and_matrix", "catalogue": "@catalogue/made-up", "scope": ["IV"], "languages": ["en"],
    })
}

/// A recommendation of the first round.
pub fn recommendation(letter: &str) -> Value {
    let paragraph =
        json!({"id": format!("@paragraph/{letter}"), "words": text("The States are invited to act.")});
    json!({
        "round": "@round/hill-2026", "sort": "recommendation", "symbol": "HIL26/D.1", "title": text("Penalties"),
        "words": text("Provide for penalties"), "paragraphs": [paragraph], "basis": text("Answers at IV.penalty"),
        "addressees": ["@party/xal", "@party/xbr"], "standing": "clean", "themes": [], "sources": [],
    })
}

/// The id that a handle stands for.
pub fn id(handle: &str) -> RecordId {
    record_of(handle)
}
