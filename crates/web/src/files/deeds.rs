//! What is asked of files: their pages, their bytes, and the form that brings one.

use super::attaching::Files;
use super::given;
use super::one::OneFile;
use crate::deeds::Acting;
use crate::entry::Entry;
use crate::error::Trouble;
use crate::furniture::form::{Errors, Posted, refused};
use crate::furniture::model::Item;
use crate::show::{Site, note_reading, scope, show, trouble};
use axum::extract::multipart::{Field, MultipartError, MultipartRejection};
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use desk::files::{Brought, Upload};
use ledger::id::RecordId;
use ledger::plain::normalise;
use ledger::text::Text;
use review::act::Act;
use review::actor::Role;
use review::file::{File, LARGEST};
use review::refusal::Refusal;
use serde_json::json;
use words::Message;

/// The longest field of the form that is no file, in bytes: what is longer has no measure here.
const LONGEST_FIELD: usize = 4096;

/// The largest request that brings a file: the file, and the other fields of its form.
pub const LARGEST_REQUEST: usize = LARGEST as usize + 64 * 1024;

/// `GET /files/{record}`.
pub async fn one(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    show(&site, &entry, |view| OneFile::look(view, record.parse().ok()?))
}

/// `GET /files/{record}/download`: the bytes, for whoever has the record in his view.
pub async fn download(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    let (scope, _) = match scope(&site, &entry) {
        Ok(found) => found,
        Err(error) => return trouble(&site, &entry, &error),
    };
    let record = record.parse::<RecordId>().ok();
    let seen = record.and_then(|record| site.desk.view(&scope, |view| view.find::<File>(record)));
    let bytes = seen.as_ref().and_then(|seen| site.desk.file(seen.owner.id, &seen.body));
    match (seen, bytes) {
        (Some(seen), Some(bytes)) => {
            note_reading(&site, &entry, &scope, &Item::from(seen.clone()));
            crate::answer::finish(&entry, given::answer(&seen.body, bytes))
        }
        _ => trouble(&site, &entry, &Trouble::NotFound),
    }
}

/// `GET /records/{record}/files`.
pub async fn of_record(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    let record = record.parse().ok();
    let acting = Acting::of(&site, &entry).ok().filter(|_| entry.as_of.is_none() && entry.bearer.is_none());
    if let Some(acting) = acting {
        let page = record
            .and_then(|record| acting.view(&site, |view| Files::look(view, Some(&acting.actor), record)));
        if let Some(page) = page.filter(Files::attaches) {
            return acting.draw(&site, &entry, &page.beginning(acting.fresh_id()), StatusCode::OK);
        }
    }
    show(&site, &entry, |view| Files::look(view, None, record?))
}

/// `POST /records/{record}/files`: takes a file in and attaches it.
pub async fn attaches(
    entry: Entry,
    State(site): State<Site>,
    Path(record): Path<String>,
    sent: Result<Multipart, MultipartRejection>,
) -> Response {
    let acting = match Acting::of(&site, &entry) {
        Ok(acting) => acting,
        Err(answer) => return *answer,
    };
    let record = record.parse::<RecordId>().ok();
    let page =
        record.and_then(|record| acting.view(&site, |view| Files::look(view, Some(&acting.actor), record)));
    let (Some(record), Some(page)) = (record, page.filter(Files::attaches)) else {
        return trouble(&site, &entry, &Trouble::NotFound);
    };
    // Nothing of the body was read yet: whoever may not attach has sent it for nothing.
    let mut form = Sent::default();
    let read = match sent {
        Ok(mut sent) => form.read(&site, &mut sent).await,
        Err(_) => Ok(()),
    };
    let done = read.and_then(|()| attached(&site, &acting, &entry, record, &mut form));
    match done {
        Ok(()) => acting.onward(&page.address, "file-said-attached"),
        Err(errors) => {
            let page = page.again(&Posted::read(form.typed), errors).beginning(acting.fresh_id());
            acting.draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// What was sent.
#[derive(Default)]
struct Sent {
    typed: Vec<(String, String)>,
    /// The name under which the file was sent, and the file.
    file: Option<(String, Brought)>,
}

impl Sent {
    async fn read(&mut self, site: &Site, sent: &mut Multipart) -> Result<(), Errors> {
        let mut wrong: Option<Refusal> = None;
        while let Some(mut field) = sent.next_field().await.map_err(|error| interrupted(&error))? {
            let name = field.name().unwrap_or_default().to_owned();
            if name != "file" {
                let value = short(&mut field).await.map_err(|error| interrupted(&error))?;
                self.typed.push((name, normalise(&value)));
                continue;
            }
            let called = field.file_name().unwrap_or_default().to_owned();
            match taken(site, &mut field).await.map_err(|error| interrupted(&error))? {
                // A form without a file sends one without a name and without bytes.
                Ok(None) if called.is_empty() => {}
                Ok(None) => wrong = Some(Refusal::new("refusal-file-empty").at("file")),
                Ok(Some(brought)) => self.file = Some((called, brought)),
                Err(refusal) => wrong = Some(refusal),
            }
        }
        wrong.map_or(Ok(()), |refusal| Err(vec![("file", refused(&refusal))]))
    }
}

/// A field that is no file.
async fn short(field: &mut Field<'_>) -> Result<String, MultipartError> {
    let mut value = Vec::new();
    while let Some(piece) = field.chunk().await? {
        value.extend_from_slice(&piece);
        value.truncate(LONGEST_FIELD);
    }
    Ok(String::from_utf8_lossy(&value).into_owned())
}

/// The file of a field, piece by piece to the disk; nothing where there were no bytes. What is refused is read no further
/// than the largest request.
async fn taken(
    site: &Site,
    field: &mut Field<'_>,
) -> Result<Result<Option<Brought>, Refusal>, MultipartError> {
    let mut upload: Result<Option<Upload>, Refusal> = Ok(None);
    while let Some(piece) = field.chunk().await? {
        upload = match upload {
            Ok(None) if piece.is_empty() => Ok(None),
            Ok(begun) => begun
                .map_or_else(|| site.desk.begin_upload(), Ok)
                .and_then(|mut upload| upload.take(&piece).map(|()| Some(upload))),
            refused => refused,
        };
    }
    Ok(upload.and_then(|upload| upload.map(Upload::end).transpose()))
}

fn interrupted(error: &MultipartError) -> Errors {
    let key = match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => {
            Message::new("refusal-file-too-large").with("limit", LARGEST / (1024 * 1024))
        }
        _ => Message::new("file-error-interrupted"),
    };
    vec![("file", key)]
}

fn attached(
    site: &Site,
    acting: &Acting,
    entry: &Entry,
    record: RecordId,
    form: &mut Sent,
) -> Result<(), Errors> {
    let typed = Posted::read(form.typed.clone());
    let mut errors = Errors::new();
    if typed.get("title").is_empty() {
        errors.push(("title", Message::new("file-error-title")));
    }
    if form.file.is_none() {
        errors.push(("file", Message::new("file-error-none")));
    }
    let Some((called, brought)) = form.file.take().filter(|_| errors.is_empty()) else { return Err(errors) };
    let tag = entry.language.tag();
    let mut body = json!({
        "of": record, "title": Text::new(tag, [(tag, typed.get("title"))], None),
        "name": File::plain_name(&called, brought.media), "media": brought.media, "size": brought.size,
        "hash": brought.hash,
    });
    if !typed.get("language").is_empty() {
        body["language"] = typed.get("language").to_lowercase().into();
    }
    let mut act = json!({"act": "file", "id": typed.get("act"), "record": acting.fresh_id(), "body": body});
    if acting.actor.role != Role::Contributor {
        act["audience"] = "own".into();
    }
    let told = |refusal: &Refusal| vec![(field_of(refusal), refused(refusal))];
    let act = Act::read(act).map_err(|refusal| told(&refusal))?;
    match site.desk.attach(&acting.actor, brought, act) {
        Ok(_) => Ok(()),
        Err(error) => Err(told(&error.refusal())),
    }
}

/// The field of the form that a refusal is about.
fn field_of(refusal: &Refusal) -> &'static str {
    match refusal.field.as_deref() {
        Some("body/title") => "title",
        Some("body/language") => "language",
        _ => "file",
    }
}
