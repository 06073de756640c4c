//! What the forms of this family do. Its pages are read through the view; whoever is not signed in does so first.

use super::approving::OneClearance;
use super::letter::CoverLetter;
use super::list::{ListForm, Row, rows, sort_key};
use super::ours::OurClearance;
use super::sheet::ApprovalSheet;
use crate::answer::Screen;
use crate::deeds::Acting;
use crate::entry::Entry;
use crate::error::Trouble;
use crate::furniture::form::{Errors, Posted, refused};
use crate::show::{Site, show, trouble};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use ledger::audience::Audience;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::View;
use review::clearance_list::StepSort;
use review::refusal::Refusal;
use serde_json::{Value, json};
use words::{Language, Message};

/// A posted form.
pub type Typed = Form<Vec<(String, String)>>;

/// A page of the own delegation: in a demonstration also for whoever reads it as that party.
fn read<S: Screen>(site: &Site, entry: &Entry, look: impl FnOnce(&View<'_>) -> Option<S>) -> Response {
    if !(site.reads_as && entry.reader.is_some())
        && let Err(answer) = Acting::of(site, entry)
    {
        return *answer;
    }
    show(site, entry, look)
}

fn act_id(site: &Site) -> String {
    site.sign_in.as_ref().map(|people| people.person().to_string()).unwrap_or_default()
}

/// `GET /clearance`.
pub async fn ours(entry: Entry, State(site): State<Site>) -> Response {
    read(&site, &entry, OurClearance::look)
}

/// `GET /clearance/{record}`.
pub async fn one(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    let step = entry.asked("step").and_then(|step| step.parse().ok());
    read(&site, &entry, |view| {
        let mut page = OneClearance::look(view, record.parse().ok()?, step, entry.language)?;
        page.act = act_id(&site);
        Some(page)
    })
}

/// `GET /clearance/{record}/sheet`.
pub async fn sheet(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    read(&site, &entry, |view| ApprovalSheet::look(view, record.parse().ok()?))
}

/// `GET /clearance/{record}/letter`.
pub async fn letter(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    let to = entry.asked("to").and_then(|step| step.parse().ok());
    read(&site, &entry, |view| CoverLetter::look(view, record.parse().ok()?, to))
}

/// `POST /clearance/{record}`: puts down an approval, or takes one back.
pub async fn approves(
    entry: Entry,
    State(site): State<Site>,
    Path(record): Path<String>,
    Form(typed): Typed,
) -> Response {
    let acting = match Acting::of(&site, &entry) {
        Ok(acting) => acting,
        Err(answer) => return *answer,
    };
    let typed = Posted::read(typed);
    let step = typed.get("step").parse().ok();
    let page = record
        .parse()
        .ok()
        .and_then(|record| acting.view(&site, |view| OneClearance::look(view, record, step, entry.language)));
    let Some(mut page) = page.filter(|page| page.asked.clearance.owner == acting.actor.owner) else {
        return trouble(&site, &entry, &Trouble::NotFound);
    };
    let done = match typed.get("deed") {
        "withdraw" => taken_back(&site, &acting, &page, &typed).map(|()| "clearance-said-taken-back"),
        _ => approved(&site, &acting, &entry, &page, &typed).map(|()| "clearance-said-approved"),
    };
    match done {
        Ok(said) => acting.onward(&page.asked.address(""), said),
        Err(errors) => {
            page = page.again(typed, errors);
            page.act = acting.fresh_id();
            acting.draw(&site, &entry, &page, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// What must be given, and what to say where it is not.
const NEEDED: [(&str, &str); 4] = [
    ("name", "clearance-error-name"),
    ("post", "clearance-error-post"),
    ("letter-number", "clearance-error-number"),
    ("letter-day", "clearance-error-day"),
];

fn approved(
    site: &Site,
    acting: &Acting,
    entry: &Entry,
    page: &OneClearance,
    typed: &Posted,
) -> Result<(), Errors> {
    let mut errors: Errors = NEEDED
        .iter()
        .filter(|(field, _)| typed.get(field).is_empty())
        .map(|(field, key)| (*field, Message::new(*key)))
        .collect();
    if typed.get("received-number").is_empty() != typed.get("received-day").is_empty() {
        let empty = if typed.get("received-number").is_empty() { "received-number" } else { "received-day" };
        errors.push((empty, Message::new("clearance-error-received")));
    }
    for field in ["letter-day", "received-day"] {
        if !typed.get(field).is_empty() && day(typed.get(field)).is_none() {
            errors.push((field, Message::new("clearance-error-day-malformed").with("day", typed.get(field))));
        }
    }
    let Some(line) = page.chosen().filter(|_| errors.is_empty()) else {
        if errors.is_empty() {
            errors.push(("step", Message::new("refusal-step-unknown")));
        }
        return Err(errors);
    };
    let given = line.approval.as_ref();
    let letter = |number: &str, date: &str| {
        (!typed.get(number).is_empty())
            .then(|| json!({"number": typed.get(number), "date": day(typed.get(date))}))
    };
    let post = text(given.map(|given| &given.body.post), typed.get("post"), entry.language);
    let mut body = json!({
        "clearance": page.asked.clearance.record, "step": line.step.id, "name": typed.get("name"),
        "post": post, "letter": letter("letter-number", "letter-day"),
    });
    let more = [
        ("received", letter("received-number", "received-day")),
        ("note", (!typed.get("note").is_empty()).then(|| typed.get("note").into())),
        ("scan", given.and_then(|given| given.body.scan).map(|scan| json!(scan))),
    ];
    for (name, value) in more {
        if let Some(value) = value {
            body[name] = value;
        }
    }
    let mut act = json!({"act": "approval", "id": typed.get("act"), "body": body});
    act["record"] = given.map_or_else(|| acting.fresh_id().into(), |given| json!(given.record));
    if let Some(content) = given.and_then(|given| given.content) {
        act["base"] = json!(content);
    }
    acting.perform(site, act).map_err(|refusal| vec![(approval_field(&refusal), refused(&refusal))])
}

/// The field of the form that a refusal is about.
fn approval_field(refusal: &Refusal) -> &'static str {
    let field = refusal.field.as_deref().unwrap_or_default();
    let of = [
        ("body/name", "name"),
        ("body/post", "post"),
        ("body/letter/date", "letter-day"),
        ("body/letter", "letter-number"),
        ("body/received/date", "received-day"),
        ("body/received", "received-number"),
        ("body/note", "note"),
    ];
    of.iter().find(|(start, _)| field.starts_with(start)).map_or("step", |(_, name)| name)
}

fn taken_back(site: &Site, acting: &Acting, page: &OneClearance, typed: &Posted) -> Result<(), Errors> {
    let given = page.asked.steps.iter().filter_map(|line| line.approval.as_ref());
    let named = given.map(|given| given.record).find(|record| record.to_string() == typed.get("approval"));
    let Some(record) = named else { return Err(vec![("step", Message::new("refusal-step-unknown"))]) };
    let act = json!({"act": "withdraw", "id": typed.get("act"), "record": record, "from": Audience::Own});
    acting.perform(site, act).map_err(|refusal| vec![("steps", refused(&refusal))])
}

/// A day as people write it here: 2026-11-30, or 30.11.2026.
fn day(typed: &str) -> Option<PartialDate> {
    let parts: Vec<&str> = typed.split('.').map(str::trim).collect();
    let iso = match parts[..] {
        [day, month, year] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => typed.to_owned(),
    };
    iso.parse().ok().filter(|day: &PartialDate| day.day().is_some())
}

/// A text as it was typed in the page's language: where nothing was changed, its other languages stay.
fn text(before: Option<&Text>, typed: &str, language: Language) -> Text {
    let same = before.filter(|before| before.for_reader(language.tag()).1 == typed);
    same.cloned().unwrap_or_else(|| Text::new(language.tag(), [(language.tag(), typed)], None))
}

fn list_of(page: &str) -> Option<Option<RecordId>> {
    match page {
        "new" => Some(None),
        list => list.parse().ok().map(Some),
    }
}

/// The form of that list, for whoever may change it.
fn form(site: &Site, entry: &Entry, page: &str) -> Result<(Acting, ListForm), Box<Response>> {
    let acting = Acting::of(site, entry)?;
    let found = list_of(page)
        .and_then(|list| acting.view(site, |view| ListForm::look(view, &acting.actor, list, entry.language)));
    match found {
        Some(mut form) => {
            form.act = acting.fresh_id();
            form.sign_in = (!acting.is_fresh()).then(|| acting.again(&format!("/clearance/lists/{page}")));
            Ok((acting, form))
        }
        None => Err(Box::new(trouble(site, entry, &Trouble::NotFound))),
    }
}

/// `GET /clearance/lists/{record}`; `new` for a new one.
pub async fn list(entry: Entry, State(site): State<Site>, Path(page): Path<String>) -> Response {
    match form(&site, &entry, &page) {
        Ok((acting, form)) => acting.draw(&site, &entry, &form, StatusCode::OK),
        Err(answer) => *answer,
    }
}

/// `POST /clearance/lists/{record}`: says the list anew, or ends it.
pub async fn lists(
    entry: Entry,
    State(site): State<Site>,
    Path(page): Path<String>,
    Form(typed): Typed,
) -> Response {
    let (acting, form) = match form(&site, &entry, &page) {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    let typed = Posted::read(typed);
    if !acting.is_fresh() {
        let errors = vec![("name", Message::new("clearance-error-password"))];
        return acting.draw(&site, &entry, &form.again(&typed, errors), StatusCode::UNPROCESSABLE_ENTITY);
    }
    let done = match (typed.get("deed"), form.list) {
        ("end", Some(list)) => {
            let act =
                json!({"act": "withdraw", "id": typed.get("act"), "record": list, "from": Audience::Own});
            acting.perform(&site, act).map(|()| "clearance-said-ended")
        }
        _ => saved(&site, &acting, &entry, &form, &typed).map(|()| "clearance-said-list"),
    };
    match done {
        Ok(said) => acting.onward("/clearance", said),
        Err(refusal) => {
            let errors = vec![(list_field(&refusal), refused(&refusal))];
            acting.draw(&site, &entry, &form.again(&typed, errors), StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

fn list_field(refusal: &Refusal) -> &'static str {
    match refusal.field.as_deref() {
        Some("body/kinds") => "kinds",
        Some("body/steps") => "steps",
        _ => "name",
    }
}

fn saved(
    site: &Site,
    acting: &Acting,
    entry: &Entry,
    form: &ListForm,
    typed: &Posted,
) -> Result<(), Refusal> {
    let before = form.before.as_ref().map(|list| &list.body);
    let mut given: Vec<Row> = rows(typed).into_iter().filter(|row| !row.is_free()).collect();
    given.sort_by_key(|row| row.place.parse::<u32>().unwrap_or(u32::MAX));
    let step = |row: &Row| {
        let known = before.and_then(|list| list.steps.iter().find(|step| Some(step.id) == row.id));
        let sort = StepSort::from_word(&row.sort).unwrap_or(StepSort::Other);
        let words = match row.words.is_empty() {
            true => usual(sort),
            false => text(known.map(|step| &step.words), &row.words, entry.language),
        };
        let id = known.map_or_else(|| acting.fresh_id(), |step| step.id.to_string());
        let mut step = json!({"id": id, "sort": sort, "words": words});
        if let Some(agency) = row.agency {
            step["agency"] = json!(agency);
        }
        step
    };
    let steps: Vec<Value> = given.iter().map(step).collect();
    let name = text(before.map(|list| &list.name), typed.get("name"), entry.language);
    let body = json!({
        "party": form.party, "name": name, "acts": ["share"], "kinds": typed.all("kind"), "steps": steps,
    });
    let mut act = json!({"act": "clearance_list", "id": typed.get("act"), "body": body});
    act["record"] = form.list.map_or_else(|| acting.fresh_id().into(), |list| json!(list));
    if form.list.is_some() {
        act["base"] = typed.get("base").into();
    }
    acting.perform(site, act)
}

/// What a step of that sort is usually called, in every language.
fn usual(sort: StepSort) -> Text {
    let said: Vec<(&str, String)> = Language::all()
        .map(|language| (language.tag(), language.say_key(&sort_key(sort)).to_string()))
        .collect();
    Text::new("en", said.iter().map(|(tag, words)| (*tag, words.as_str())), None)
}
