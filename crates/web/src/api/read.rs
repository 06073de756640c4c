//! Reading: kinds, records, histories, searches, parties, and who asks. Through the same views as pages.

use super::answers::{
    Hits, KindLine, KindList, KindShape, KnownBy, Me, Owner, Parties, PartyLine, Record, RecordHistory,
    Records, Version,
};
use super::openapi;
use super::operation::{Within, answer, given};
use crate::entry::{Entry, encoded, in_world};
use crate::error::{Trouble, problem};
use crate::furniture::about;
use crate::problem::Problem;
use crate::show::{Program, Site, caller, note_reading, program, scope};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use desk::Scope;
use desk::search::{Found, Hit};
use desk::sign_in::Signed;
use ledger::id::{Kind, RecordId};
use ledger::text::Text;
use ledger::view::{AsOf, Listing, View};
use review::act::KINDS;
use review::actor::Actor;
use review::party::Party;
use review::round::Round;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::convert::Infallible;
use std::str::FromStr;
use words::Message;

/// How many records a page has, unless another number is asked for.
pub const USUAL: u32 = 50;

/// The most records of a page.
pub const MOST: u32 = 200;

/// An answer, or the problem that stands in its place.
pub type Answered = Result<Response, Box<Problem>>;

/// Looks with the reader's view; what is hidden and what is absent get the same answer.
fn looked<T: serde::Serialize>(
    site: &Site,
    entry: &Entry,
    look: impl FnOnce(&View<'_>) -> Option<T>,
) -> Answered {
    let (scope, _) = scope(site, entry).map_err(|trouble| problem(entry, &trouble))?;
    let found = site.desk.view(&scope, look);
    let found = found.ok_or_else(|| problem(entry, &Trouble::NotFound))?;
    note_reading(site, entry, &scope, &found);
    Ok(answer(entry, StatusCode::OK, &found))
}

/// This same address from another place on.
fn onward(entry: &Entry, name: &str, value: &str) -> String {
    let kept = entry.query.iter().filter(|(key, _)| key != name);
    let pairs: Vec<String> = kept
        .map(|(key, value)| (key.as_str(), value.as_str()))
        .chain([(name, value)])
        .map(|(key, value)| format!("{}={}", encoded(key), encoded(value)))
        .collect();
    format!("{}?{}", in_world(entry.world, &entry.path), pairs.join("&"))
}

fn limit(entry: &Entry) -> usize {
    let asked = given::<Within<1, MOST>>(entry, "limit").map_or(USUAL, |limit| limit.0);
    usize::try_from(asked).unwrap_or_default()
}

/// `GET /api/kinds`.
pub async fn kinds(entry: Entry, State(site): State<Site>) -> Answered {
    looked(&site, &entry, |_| {
        Some(KindList { kinds: KINDS.0.iter().filter_map(|spec| kind_line(&entry, spec.kind)).collect() })
    })
}

fn kind_line(entry: &Entry, word: &str) -> Option<KindLine> {
    let spec = KINDS.0.iter().find(|spec| spec.kind == word)?;
    let kind = word.parse().ok()?;
    let name = entry.language.say_key(about::kind_key(&kind)).into();
    Some(KindLine { kind, name, schema: spec.schema })
}

/// `GET /api/kinds/{kind}`.
pub async fn one_kind(entry: Entry, State(site): State<Site>, Path(kind): Path<String>) -> Answered {
    looked(&site, &entry, |_| {
        let kind = kind_line(&entry, &kind)?;
        let body = openapi::alone(|generator| {
            KINDS.0.iter().find(|spec| spec.kind == kind.kind.as_str()).map(|spec| spec.shape(generator))
        })?;
        Some(KindShape { kind, body })
    })
}

/// `GET /api/records`.
pub async fn records(entry: Entry, State(site): State<Site>) -> Answered {
    let listing = Listing {
        kind: given(&entry, "kind"),
        owner: given(&entry, "owner"),
        about: given(&entry, "about"),
        after: given(&entry, "after"),
    };
    let limit = limit(&entry);
    looked(&site, &entry, |view| {
        let mut listed = view.listed(&listing).peekable();
        let mut records: Vec<Record> = Vec::new();
        while records.len() < limit
            && let Some(seen) = listed.next()
        {
            records.push(Record::of(view, &seen));
        }
        let last = records.last().map(|last| last.record);
        let next = last.filter(|_| listed.peek().is_some());
        Some(Records { records, next: next.map(|last| onward(&entry, "after", &last.to_string())) })
    })
}

/// `GET /api/records/{record}`.
pub async fn one_record(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Answered {
    looked(&site, &entry, |view| {
        let seen = view.find_any(record.parse().ok()?)?;
        Some(Record::of(view, &seen))
    })
}

/// `GET /api/records/{record}/history`.
pub async fn history(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Answered {
    looked(&site, &entry, |view| {
        let record: RecordId = record.parse().ok()?;
        let (owner, kind) = view.whose(record)?;
        let versions = view.history(record).into_iter().map(Version::of).collect();
        let marking = view.marking_words(record);
        Some(RecordHistory { record, kind, owner: Owner::of(&owner), marking, versions })
    })
}

/// `GET /api/search`.
pub async fn search(entry: Entry, State(site): State<Site>) -> Answered {
    let (scope, _) = scope(&site, &entry).map_err(|trouble| problem(&entry, &trouble))?;
    let query = entry.asked("q").unwrap_or_default();
    let kind: Option<Kind> = given(&entry, "kind");
    let kind = kind.as_ref().map(Kind::as_str);
    let page = given::<Within<1, 10_000>>(&entry, "page").map_or(1, |page| page.0);
    let limit = limit(&entry);
    let from = usize::try_from(page - 1).unwrap_or_default() * limit;
    let look = |view: &View<'_>, found: Found| {
        let count = found.count(kind);
        let whole = |hit: Hit| view.find_any(hit.record).map(|seen| Record::of(view, &seen));
        let best = found.best(view, from + limit, kind);
        let records = best.into_iter().skip(from).filter_map(whole).collect();
        let next = (count > from + limit).then(|| onward(&entry, "page", &(page + 1).to_string()));
        Hits { count, records, next }
    };
    let looked = |view: &View<'_>, found: Result<Found, _>| found.map(|found| look(view, found));
    let hits = site.desk.search(&scope, query, looked).map_err(|_| too_long(&entry))?;
    note_reading(&site, &entry, &scope, &hits);
    Ok(answer(&entry, StatusCode::OK, &hits))
}

fn too_long(entry: &Entry) -> Problem {
    let limit = desk::search::LONGEST;
    Problem::new(
        entry,
        StatusCode::BAD_REQUEST,
        "api-parameter",
        Message::new("refusal-text-too-long").with("limit", limit),
    )
    .at("q")
    .with("limit", limit.to_string())
}

/// What is searched for. One that is too long is told in words of its own.
pub struct Sought;

impl FromStr for Sought {
    type Err = Infallible;

    fn from_str(_: &str) -> Result<Self, Infallible> {
        Ok(Sought)
    }
}

impl JsonSchema for Sought {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Sought".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "maxLength": desk::search::LONGEST })
    }
}

/// `GET /api/parties`.
pub async fn parties(entry: Entry, State(site): State<Site>) -> Answered {
    looked(&site, &entry, |view| {
        let mut parties: Vec<PartyLine> = view.all::<Party>().map(PartyLine::from).collect();
        parties.sort_by(|one, other| (&one.label, one.record).cmp(&(&other.label, other.record)));
        Some(Parties { parties })
    })
}

/// `GET /api/me`.
pub async fn me(entry: Entry, State(site): State<Site>) -> Answered {
    let by_token = program(&site, &entry).map_err(|trouble| problem(&entry, &trouble))?;
    let me = match (by_token, caller(&site, &entry)) {
        (Some(Program { token, actor }), _) => {
            let me = known(&site, &actor, KnownBy::Token);
            let until = me.until.map_or(token.until, |until| until.min(token.until));
            let acts = Some(token.acts).filter(|acts| !acts.is_empty());
            Me { may_act: token.may_act, acts, token: Some(token.name), until: Some(until), ..me }
        }
        (None, Some(caller)) => match caller.actor {
            Some(actor) => known(&site, &actor, KnownBy::Session),
            None => unknown(Some(caller.signed)),
        },
        (None, None) => unknown(None),
    };
    Ok(answer(&entry, StatusCode::OK, &me))
}

/// Somebody who acts for nobody.
fn unknown(signed: Option<Signed>) -> Me {
    let by = if signed.is_some() { KnownBy::Session } else { KnownBy::Nobody };
    let (owner, name, role, mandate) = (None, None, None, None);
    Me { by, owner, name, role, mandate, may_act: false, acts: None, token: None, until: None }
}

fn known(site: &Site, actor: &Actor, by: KnownBy) -> Me {
    let scope = Scope { reader: actor.reader.clone(), as_of: AsOf::Now, world: actor.origin.world() };
    let (name, mandate) = site.desk.view(&scope, |view| {
        // A translator's view does not hold the mandate itself.
        let mandate = view.whose(actor.by.mandate).map(|_| actor.by.mandate);
        (called(view, actor), mandate)
    });
    let mandates = site.desk.mandates(&[actor.by.person]);
    let standing = mandates.into_iter().find(|standing| standing.mandate == actor.by.mandate);
    Me {
        by,
        owner: standing.as_ref().map(|standing| Owner::of(&standing.owner)),
        name,
        role: Some(actor.role.word().to_owned()),
        mandate,
        may_act: true,
        acts: None,
        token: None,
        until: standing.and_then(|standing| standing.until),
    }
}

/// What the owner is called for whom somebody acts.
fn called(view: &View<'_>, actor: &Actor) -> Option<Text> {
    let party = view.of_owner::<Party>(actor.owner).next().map(|party| party.body.name.clone());
    party.or_else(|| view.of_owner::<Round>(actor.owner).next().map(|round| round.body.title.clone()))
}

/// `GET /api/openapi.json`, for that table.
pub fn document(entry: &Entry, table: &[super::operation::Operation]) -> Response {
    answer(entry, StatusCode::OK, &openapi::document(entry, table)).into_response()
}
