//! The table of operations: the router, the OpenAPI document and the readable page are made from it, so that none of them
//! can say what is not so.

use super::answers::{
    ActList, ActShape, Done, Hits, KindList, KindShape, Me, Parties, Record, RecordHistory, Records,
};
use super::operation::{Operation, Parameter, Shape, Tag, Verb, Within};
use super::read::{MOST, document};
use super::{acts, openapi, page, read};
use crate::entry::Entry;
use crate::routes::Routes;
use crate::show::{Site, show};
use axum::extract::{DefaultBodyLimit, State};
use axum::response::Response;
use axum::routing::{get, post};
use ledger::canonical::LARGEST;
use ledger::id::{Hash, Kind, RecordId};
use schemars::{JsonSchema, SchemaGenerator};

const JSON: &str = "application/json";

const LANG: Parameter = Parameter::query::<Tag>("lang", "api-asked-lang");
const AS_OF: Parameter = Parameter::query::<String>("as_of", "api-asked-as-of");
const KIND: Parameter = Parameter::query::<Kind>("kind", "api-asked-kind");
const LIMIT: Parameter = Parameter::query::<Within<1, MOST>>("limit", "api-asked-limit");
const RECORD: Parameter = Parameter::path::<RecordId>("record", "api-asked-record");

/// The schema of an answer.
const fn shape<T: JsonSchema>() -> Shape {
    SchemaGenerator::subschema_for::<T>
}

/// An operation that only reads: what it is, without parameters of its own.
const fn reads(path: &'static str, name: &'static str, said: &'static str) -> Operation {
    let answers = || get(nothing);
    let asked = &[LANG];
    Operation { verb: Verb::Get, path, name, said, asked, takes: None, gives: &[], refuses: &[], answers }
}

async fn nothing() {}

/// All operations.
pub static TABLE: [Operation; 13] = [
    Operation {
        asked: &[LANG, AS_OF],
        gives: &[(200, "text/html", openapi::text), (200, JSON, openapi::object)],
        answers: || get(readable),
        ..reads("/api", "readable", "api-op-readable")
    },
    Operation {
        gives: &[(200, JSON, openapi::object)],
        answers: || get(described),
        ..reads("/api/openapi.json", "openapi", "api-op-openapi")
    },
    Operation {
        gives: &[(200, JSON, shape::<Me>())],
        answers: || get(read::me),
        ..reads("/api/me", "me", "api-op-me")
    },
    Operation {
        asked: &[LANG, AS_OF],
        gives: &[(200, JSON, shape::<KindList>())],
        answers: || get(read::kinds),
        ..reads("/api/kinds", "kinds", "api-op-kinds")
    },
    Operation {
        asked: &[Parameter::path::<Kind>("kind", "api-asked-kind-of"), LANG, AS_OF],
        gives: &[(200, JSON, shape::<KindShape>())],
        refuses: &[404],
        answers: || get(read::one_kind),
        ..reads("/api/kinds/{kind}", "kind", "api-op-kind")
    },
    Operation {
        asked: &[
            KIND,
            Parameter::query::<Hash>("owner", "api-asked-owner"),
            Parameter::query::<RecordId>("about", "api-asked-about"),
            Parameter::query::<RecordId>("after", "api-asked-after"),
            LIMIT,
            LANG,
            AS_OF,
        ],
        gives: &[(200, JSON, shape::<Records>())],
        answers: || get(read::records),
        ..reads("/api/records", "records", "api-op-records")
    },
    Operation {
        asked: &[RECORD, LANG, AS_OF],
        gives: &[(200, JSON, shape::<Record>())],
        refuses: &[404],
        answers: || get(read::one_record),
        ..reads("/api/records/{record}", "record", "api-op-record")
    },
    Operation {
        asked: &[RECORD, LANG, AS_OF],
        gives: &[(200, JSON, shape::<RecordHistory>())],
        refuses: &[404],
        answers: || get(read::history),
        ..reads("/api/records/{record}/history", "history", "api-op-history")
    },
    Operation {
        asked: &[
            Parameter::query::<read::Sought>("q", "api-asked-q").needed(),
            KIND,
            Parameter::query::<Within<1, 10_000>>("page", "api-asked-page"),
            LIMIT,
            LANG,
            AS_OF,
        ],
        gives: &[(200, JSON, shape::<Hits>())],
        answers: || get(read::search),
        ..reads("/api/search", "search", "api-op-search")
    },
    Operation {
        asked: &[LANG, AS_OF],
        gives: &[(200, JSON, shape::<Parties>())],
        answers: || get(read::parties),
        ..reads("/api/parties", "parties", "api-op-parties")
    },
    Operation {
        gives: &[(200, JSON, shape::<ActList>())],
        answers: || get(acts::acts),
        ..reads("/api/acts", "acts", "api-op-acts")
    },
    Operation {
        asked: &[Parameter::path::<acts::Word>("act", "api-asked-act"), LANG],
        gives: &[(200, JSON, shape::<ActShape>())],
        refuses: &[404],
        answers: || get(acts::one_act),
        ..reads("/api/acts/{act}", "act", "api-op-act")
    },
    Operation {
        verb: Verb::Post,
        takes: Some(openapi::any_act),
        gives: &[(201, JSON, shape::<Done>()), (200, JSON, shape::<Done>())],
        refuses: &[403, 409, 413, 415, 422, 429],
        // A little more than the largest content: what is too large is told by its own measure.
        answers: || post(acts::perform).layer(DefaultBodyLimit::max(LARGEST + 1)),
        ..reads("/api/acts", "perform", "api-op-perform")
    },
];

/// The addresses of the table.
pub fn routes() -> Routes {
    TABLE.iter().fold(Routes::new(), |routes, operation| routes.route(operation.path, operation.route()))
}

async fn readable(entry: Entry, State(site): State<Site>) -> Response {
    let base = site.base(&entry).unwrap_or_else(|_| "http://127.0.0.1:1540".to_owned());
    show(&site, &entry, |_| Some(page::Readable::look(&TABLE, &base)))
}

async fn described(entry: Entry) -> Response {
    document(&entry, &TABLE)
}
