//! How an owner writes: one record at a time, whole, for readers that are named, in reconstructions and exercises with
//! the day from which it was known.

use crate::actor::{Actor, Role};
use crate::cleared;
use crate::mark::goes_along;
use crate::noun::{Beside, Noun};
use crate::readers::Readers;
use crate::refusal::Refusal;
use crate::shared;
use ledger::audience::Audience;
use ledger::content::Body;
use ledger::draft::Draft;
use ledger::id::{Hash, RecordId};
use ledger::time::PartialDate;
use ledger::view::{Said, Seen, View};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, de};
use serde_json::Value;
use std::borrow::Cow;

/// The act: say this of that record.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Write<B> {
    /// The record; a new one begins with its first version.
    pub record: RecordId,
    /// What is being edited: its content, so that nobody edits what he has not seen. Absent for a new record.
    #[serde(default)]
    pub base: Option<Base>,
    /// From when on this was known.
    #[serde(default)]
    pub stated_at: Option<PartialDate>,
    /// Who reads it. For an editor by default everybody, for all others the own delegation.
    #[serde(default)]
    pub audience: Option<Readers>,
    /// What is said, whole.
    pub body: B,
}

/// What an edit starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// Whatever is newest when the act runs. For files of acts, which cannot know salted hashes.
    Newest,
    /// That content.
    Content(Hash),
}

impl JsonSchema for Base {
    fn schema_name() -> Cow<'static, str> {
        "Base".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [generator.subschema_for::<Hash>(), { "const": "newest" }] })
    }
}

impl<'de> Deserialize<'de> for Base {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match String::deserialize(deserializer)?.as_str() {
            "newest" => Ok(Base::Newest),
            hash => hash.parse().map(Base::Content).map_err(de::Error::custom),
        }
    }
}

impl<B: Noun> Write<B> {
    /// The rule.
    ///
    /// # Errors
    /// Why it may not be written.
    pub fn perform(self, view: &View<'_>, actor: &Actor) -> Result<Vec<Draft>, Refusal> {
        let Write { record, base, stated_at, audience, body } = self;
        let before = view.find::<B>(record);
        check_translator(before.as_ref(), audience.as_ref(), actor)?;
        let there = check_there::<B>(view, record, actor)?;
        check_base(before.as_ref(), there, base)?;
        check_stated(before.as_ref(), stated_at, actor)?;
        let audience = audience.unwrap_or_else(|| unasked(actor)).resolved(view, actor)?;
        check_writer(before.as_ref(), &body, &audience, actor)?;
        check_readers(view, actor, &audience, &body)?;
        if before.is_some_and(|before| *before.body == body && *before.facts.audience == audience) {
            return Err(Refusal::new("refusal-unchanged").at("body"));
        }
        // A translator changes nothing of what his text refers to: that is there for the delegation is enough.
        let beside = view.beyond_given();
        body.check(&Beside { own: record, view: &beside, actor })?;
        check_origins(&body, &beside, actor)?;
        let marking = goes_along(&beside, record, &audience, stated_at);
        Ok([Draft::new(record, audience, stated_at, body)].into_iter().chain(marking).collect())
    }
}

/// Who reads what an actor writes, unless he says otherwise: for an editor everybody, for an agency its own people, for
/// all others the own delegation.
fn unasked(actor: &Actor) -> Readers {
    match actor.role {
        Role::Editor => Readers::Public,
        Role::Contributor => Readers::Agencies(actor.reader.agencies.clone()),
        _ => Readers::Own,
    }
}

/// What stays inside is told to nobody; what a clearance list is asked for is written as a draft first.
fn check_readers<B: Noun>(
    view: &View<'_>,
    actor: &Actor,
    audience: &Audience,
    body: &B,
) -> Result<(), Refusal> {
    let inside = cleared::stays_inside(B::KIND) || cleared::belongs_inside(view, body.belongs_to());
    if inside && *audience != Audience::Own {
        return Err(Refusal::new("refusal-stays-inside").at("audience"));
    }
    match shared::is_inner(audience) {
        true => Ok(()),
        false => cleared::require_draft(view, actor.owner, B::KIND),
    }
}

/// Those who may write the noun; people of an agency for their agency's eyes; a translator nothing but translations of
/// the texts he was given.
fn check_writer<B: Noun>(
    before: Option<&Seen<B>>,
    body: &B,
    audience: &Audience,
    actor: &Actor,
) -> Result<(), Refusal> {
    match actor.role {
        Role::Contributor if B::DRAFTED_BY_AGENCIES => match audience {
            Audience::Agency { ids } if ids.iter().all(|id| actor.reader.agencies.contains(id)) => Ok(()),
            _ => Err(Refusal::new("refusal-agency-only").at("audience")),
        },
        Role::Translator => {
            match before.is_some_and(|text| untranslated(&*text.body) == untranslated(body)) {
                true => Ok(()),
                false => Err(Refusal::new("refusal-only-translations").at("body")),
            }
        }
        _ => actor.require(B::WRITERS),
    }
}

/// A translator writes nothing but texts that he was given, for the own delegation. Asked before anything else, so that
/// nothing of what he does not see can be tried out.
fn check_translator<B>(
    before: Option<&Seen<B>>,
    audience: Option<&Readers>,
    actor: &Actor,
) -> Result<(), Refusal> {
    if actor.role != Role::Translator {
        return Ok(());
    }
    let given = |text: &&Seen<B>| {
        text.owner.id == actor.owner
            && actor.reader.texts.as_ref().is_some_and(|texts| texts.contains(&text.record))
    };
    before.filter(given).ok_or_else(|| Refusal::new("refusal-text-not-given").at("record"))?;
    match audience.is_none_or(|audience| *audience == Readers::Own) {
        true => Ok(()),
        false => Err(Refusal::new("refusal-only-translations").at("audience")),
    }
}

/// A body without its translations: of each text only the original.
fn untranslated<B: Body>(body: &B) -> Value {
    fn strip(value: &mut Value) {
        if let Value::Object(fields) = value {
            let original = fields.get("original").and_then(Value::as_str).map(str::to_owned);
            if let (Some(original), Some(Value::Object(wordings))) = (original, fields.get_mut("in")) {
                wordings.retain(|tag, _| *tag == original);
            }
            fields.values_mut().for_each(strip);
        } else if let Value::Array(items) = value {
            items.iter_mut().for_each(strip);
        }
    }
    let mut value = serde_json::to_value(body).unwrap_or_default();
    strip(&mut value);
    value
}

/// Records of the exercise and real ones never speak of each other.
fn check_origins<B: Body>(body: &B, view: &View<'_>, actor: &Actor) -> Result<(), Refusal> {
    let mut mixed = false;
    body.about(&mut |record| {
        let other = view.whose(record).map(|(owner, _)| owner.origin.world());
        mixed |= other.is_some_and(|other| other != actor.origin.world());
    });
    match mixed {
        true => Err(Refusal::new("refusal-origins-mixed").at("body")),
        false => Ok(()),
    }
}

/// Whether the record is there already, also where nothing in it can be read any more. It keeps its kind and its owner.
fn check_there<B: Noun>(view: &View<'_>, record: RecordId, actor: &Actor) -> Result<bool, Refusal> {
    match view.whose(record) {
        None => Ok(false),
        Some((_, kind)) if kind.as_str() != B::KIND => {
            Err(Refusal::new("refusal-record-of-other-kind").with("record", record).at("record"))
        }
        Some((owner, _)) if owner.id != actor.owner => Err(Refusal::new("refusal-not-owner").at("record")),
        Some(_) if is_newer_than_this(view, record) => Err(Refusal::new("refusal-record-newer").at("record")),
        Some(_) => Ok(true),
    }
}

/// Whether the newest of what is there has a shape that this program does not know, and must not write over.
fn is_newer_than_this(view: &View<'_>, record: RecordId) -> bool {
    view.history(record).last().is_some_and(|past| matches!(past.said, Said::Unreadable))
}

/// An edit names what it edits; a new record has nothing to name. Where all was withdrawn or erased there is nothing to
/// name either, and it may be begun anew.
fn check_base<B>(before: Option<&Seen<B>>, there: bool, base: Option<Base>) -> Result<(), Refusal> {
    let content = before.and_then(|before| before.facts.content);
    let right = match base {
        None => before.is_none(),
        Some(Base::Newest) => there,
        Some(Base::Content(named)) => content == Some(named),
    };
    match right {
        true => Ok(()),
        false => Err(Refusal::new("refusal-base-stale").at("base")),
    }
}

/// A past may be stated only where the owner's records are reconstructions or exercises, and it does not run back.
fn check_stated<B>(
    before: Option<&Seen<B>>,
    stated_at: Option<PartialDate>,
    actor: &Actor,
) -> Result<(), Refusal> {
    let Some(stated) = stated_at else { return Ok(()) };
    if !actor.origin.may_state_a_past() {
        return Err(Refusal::new("refusal-stated-at-not-allowed").at("stated_at"));
    }
    let earlier = before.and_then(|before| before.facts.stated_at);
    match earlier.is_some_and(|earlier| stated.last_day() < earlier.last_day()) {
        true => Err(Refusal::new("refusal-stated-at-back").at("stated_at")),
        false => Ok(()),
    }
}
