//! What the API answers with. The doc comments are the descriptions in the OpenAPI document.

use crate::furniture::about;
use desk::perform::Written as WrittenVersion;
use ledger::audience::Audience;
use ledger::content::AnyBody;
use ledger::id::{ActId, Hash, Kind, OwnerId, RecordId};
use ledger::owner::{Origin, OwnerSort};
use ledger::register::OwnerFacts;
use ledger::text::Text;
use ledger::time::{PartialDate, Stamp};
use ledger::view::{Facts, Past, Said, Seen, View};
use review::act::KINDS;
use review::party::{Party, PartySort};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::{Value, json};
use std::borrow::Cow;

/// Whose something is.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Owner {
    /// The owner's id.
    pub id: OwnerId,
    /// What sort of owner.
    pub sort: OwnerSort,
    /// Where its records come from.
    pub origin: Origin,
    /// Whether its host keeps its root key for it.
    pub held_in_trust: bool,
}

impl Owner {
    /// What is known of an owner.
    pub fn of(facts: &OwnerFacts) -> Self {
        let OwnerFacts { id, sort, origin, held_in_trust } = *facts;
        Owner { id, sort, origin, held_in_trust }
    }
}

/// A record as its reader sees it: the newest version over what is open to him.
#[derive(Serialize, JsonSchema)]
pub struct Record {
    /// The record.
    pub record: RecordId,
    /// Whose it is.
    pub owner: Owner,
    /// Who may read this version.
    pub audience: Audience,
    /// Its number among the versions for these readers.
    pub no: u64,
    /// The version's hash.
    pub version: Hash,
    /// The content's hash: what answers and positions refer to, and what an edit names as its `base`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Hash>,
    /// The owner's stamp.
    pub at: Stamp,
    /// From when on it was known; only in reconstructions and exercises.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stated_at: Option<PartialDate>,
    /// As what the person acted who wrote it.
    pub role: String,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// The symbol under which it is quoted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// How it is to be handled, in its owner's own words; absent where it is not marked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marking: Option<Text>,
    /// The page on which it stands, within its world.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    #[serde(flatten)]
    says: Says,
}

impl Record {
    /// What the view shows of a record.
    pub fn of(view: &View<'_>, seen: &Seen<dyn AnyBody>) -> Self {
        let Facts { hash, content, no, at, stated_at, audience, by, .. } = &seen.facts;
        Record {
            record: seen.record,
            owner: Owner::of(&seen.owner),
            audience: (**audience).clone(),
            no: *no,
            version: *hash,
            content: *content,
            at: *at,
            stated_at: *stated_at,
            role: by.role.clone(),
            title: about::title(view, seen.record),
            symbol: about::symbol(view, seen.record),
            marking: seen.facts.marking.as_ref().map(|marking| marking.words.clone()),
            address: about::address(view, seen.record),
            says: Says::of(seen.kind.clone(), seen.body.to_json()),
        }
    }
}

/// What a record says, by its kind, always in the newest shape of it.
#[derive(Serialize)]
struct Says {
    kind: Kind,
    schema: u32,
    body: Value,
}

impl Says {
    fn of(kind: Kind, body: Value) -> Self {
        let schema = KINDS.0.iter().find(|spec| spec.kind == kind.as_str()).map_or(0, |spec| spec.schema);
        Says { kind, schema, body }
    }
}

impl JsonSchema for Says {
    fn schema_name() -> Cow<'static, str> {
        "Says".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut one = |spec: &ledger::content::KindSpec| {
            let body = spec.shape(generator);
            json!({
                "type": "object",
                "properties": { "kind": { "const": spec.kind }, "schema": { "const": spec.schema }, "body": body },
                "required": ["kind", "schema", "body"],
            })
        };
        let kinds: Vec<Value> = KINDS.0.iter().map(&mut one).collect();
        json_schema!({ "oneOf": kinds })
    }
}

/// Records, in an order that tells nothing of what is not shown.
#[derive(Serialize, JsonSchema)]
pub struct Records {
    /// The records of this page.
    pub records: Vec<Record>,
    /// The address of the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// What a search found, best first.
#[derive(Serialize, JsonSchema)]
pub struct Hits {
    /// How many records were found.
    pub count: usize,
    /// The records of this page.
    pub records: Vec<Record>,
    /// The address of the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// The history of a record, oldest version first, as far as its reader may see it.
#[derive(Serialize, JsonSchema)]
pub struct RecordHistory {
    /// The record.
    pub record: RecordId,
    /// What sort of record.
    pub kind: Kind,
    /// Whose it is.
    pub owner: Owner,
    /// How it is to be handled, in its owner's own words; absent where it is not marked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marking: Option<Text>,
    /// Its versions.
    pub versions: Vec<Version>,
}

/// A version of a record.
#[derive(Serialize, JsonSchema)]
pub struct Version {
    /// Its number among the versions for these readers.
    pub no: u64,
    /// Its hash.
    pub version: Hash,
    /// The content's hash; absent in a withdrawal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Hash>,
    /// The owner's stamp.
    pub at: Stamp,
    /// From when on it was known; only in reconstructions and exercises.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stated_at: Option<PartialDate>,
    /// Who may read it.
    pub audience: Audience,
    /// As what the person acted who wrote it.
    pub role: String,
    /// What became of its content.
    pub state: State,
    /// What it says, in the newest shape of its kind, while it says something.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Value>,
}

/// What became of a content.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It is said.
    Said,
    /// The version withdraws what was said to these readers.
    Withdrawn,
    /// The content was erased; its hash stays.
    Erased,
    /// It needs a newer version of this program.
    NeedsNewer,
}

impl Version {
    /// A line of a record's history.
    pub fn of(past: Past) -> Self {
        let Facts { hash, content, no, at, stated_at, audience, by, .. } = past.facts;
        let (state, body) = match past.said {
            Said::Body(body) => (State::Said, Some(body.to_json())),
            Said::Withdrawn => (State::Withdrawn, None),
            Said::Erased => (State::Erased, None),
            Said::Unreadable => (State::NeedsNewer, None),
        };
        let (audience, role) = ((*audience).clone(), by.role.clone());
        Version { no, version: hash, content, at, stated_at, audience, role, state, body }
    }
}

/// The States and organizations that are known here.
#[derive(Serialize, JsonSchema)]
pub struct Parties {
    /// By their labels.
    pub parties: Vec<PartyLine>,
}

/// A State or an organization.
#[derive(Serialize, JsonSchema)]
pub struct PartyLine {
    /// Its record: what acts and bodies name.
    pub record: RecordId,
    /// Its label, such as `KGZ`.
    pub label: String,
    /// Its name.
    pub name: Text,
    /// What it is.
    pub sort: PartySort,
    /// Who wrote this record: the party itself, or an editor who compiles what is public about it.
    pub owner: Owner,
}

impl From<Seen<Party>> for PartyLine {
    fn from(seen: Seen<Party>) -> Self {
        let Party { label, name, sort, .. } = (*seen.body).clone();
        PartyLine { record: seen.record, label, name, sort, owner: Owner::of(&seen.owner) }
    }
}

/// Who asks, and what he may do here.
#[derive(Serialize, JsonSchema)]
pub struct Me {
    /// How one is known.
    pub by: KnownBy,
    /// For whom one reads and acts; absent for the public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// What that owner is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// As what: the word of a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The record of the mandate, where one may read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mandate: Option<RecordId>,
    /// Whether acts are taken. What each act needs, its own rule says.
    pub may_act: bool,
    /// The only acts that are taken; absent: all that the mandate may.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acts: Option<Vec<String>>,
    /// What the token is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// When this ends by itself: the token, or the mandate if it ends before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Stamp>,
}

/// How somebody is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KnownBy {
    /// Not at all: the public.
    Nobody,
    /// By a token.
    Token,
    /// By the session of a browser.
    Session,
}

/// The kinds of record there are.
#[derive(Serialize, JsonSchema)]
pub struct KindList {
    /// In the order in which they came to be.
    pub kinds: Vec<KindLine>,
}

/// A kind of record.
#[derive(Serialize, JsonSchema)]
pub struct KindLine {
    /// Its word.
    pub kind: Kind,
    /// What it is called, in the reader's language.
    pub name: String,
    /// The number of its newest shape.
    pub schema: u32,
}

/// A kind of record with its shape.
#[derive(Serialize, JsonSchema)]
pub struct KindShape {
    /// Which.
    #[serde(flatten)]
    pub kind: KindLine,
    /// The JSON Schema of what such a record says.
    pub body: Value,
}

/// The acts there are.
#[derive(Serialize, JsonSchema)]
pub struct ActList {
    /// In the order of a review.
    pub acts: Vec<ActLine>,
}

/// An act.
#[derive(Serialize, JsonSchema)]
pub struct ActLine {
    /// Its word.
    pub act: String,
    /// What it is called, in the reader's language.
    pub name: String,
}

/// An act with its form.
#[derive(Serialize, JsonSchema)]
pub struct ActShape {
    /// Which.
    #[serde(flatten)]
    pub act: ActLine,
    /// The JSON Schema of the whole act, as it is handed in.
    pub form: Value,
}

/// What became of an act.
#[derive(Serialize, JsonSchema)]
pub struct Done {
    /// The act's id.
    pub id: ActId,
    /// Whether it was done now, or before: then nothing was written this time.
    pub done: When,
    /// What was written, now or then, as far as it stands in the actor's own records.
    pub written: Vec<Written>,
}

/// Whether an act was done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// It was done now, and is on disk.
    Now,
    /// It had been done before.
    Before,
}

/// A version that an act wrote.
#[derive(Serialize, JsonSchema)]
pub struct Written {
    /// The record.
    pub record: RecordId,
    /// What sort of record.
    pub kind: Kind,
    /// For whom.
    pub audience: Audience,
    /// The version's hash.
    pub version: Hash,
    /// The content's hash: what the next edit names as its `base`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Hash>,
}

impl From<WrittenVersion> for Written {
    fn from(written: WrittenVersion) -> Self {
        let WrittenVersion { record, kind, audience, version, content } = written;
        Written { record, kind, audience, version, content }
    }
}
