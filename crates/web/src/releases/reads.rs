//! Who has read what of ours: by day and by party, for those who coordinate. Readers are told of it in advance.

use crate::answer::Screen;
use crate::deeds::Acting;
use crate::entry::Entry;
use crate::error::Trouble;
use crate::furniture::about;
use crate::furniture::csv::Sheet;
use crate::furniture::frame::Frame;
use crate::furniture::listing::{Column, Listing};
use crate::furniture::parts::capital;
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::readers::names;
use crate::furniture::shell::{Head, Part};
use crate::show::{Site, trouble};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use desk::sign_in::{READS_KEPT, Reading};
use ledger::audience::Audience;
use ledger::id::{Kind, OwnerId, RecordId};
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::View;
use maud::{Markup, html};
use review::actor::Actor;
use serde::Serialize;
use std::collections::BTreeMap;
use words::Message;

/// The page of what was read of a party.
#[derive(Serialize)]
pub struct Reads {
    owner: OwnerId,
    /// For how many days it is kept.
    kept_days: i64,
    readings: Vec<Line>,
    /// What was read.
    records: BTreeMap<RecordId, Read>,
}

/// That a party read a record on a day.
#[derive(Serialize)]
struct Line {
    day: PartialDate,
    reader: OwnerId,
    record: RecordId,
}

/// A record that was read, as its owner sees it now.
#[derive(Serialize)]
struct Read {
    kind: Kind,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    symbol: Option<String>,
    address: String,
}

impl Reads {
    /// What was read of the actor's party, if he coordinates for one.
    pub fn look(view: &View<'_>, actor: &Actor, readings: Vec<Reading>) -> Option<Self> {
        if !actor.role.sees_readings() {
            return None;
        }
        let mut records = BTreeMap::new();
        for record in readings.iter().map(|reading| reading.record) {
            let own = view.whose(record).filter(|(owner, _)| owner.id == actor.owner);
            if let Some((_, kind)) = own.filter(|_| !records.contains_key(&record)) {
                let (title, symbol) = (about::title(view, record), about::symbol(view, record));
                records.insert(record, Read { kind, title, symbol, address: about::somewhere(view, record) });
            }
        }
        let of_ours = readings.into_iter().filter(|reading| records.contains_key(&reading.record));
        let line = |Reading { day, reader, record, .. }| Line { day, reader, record };
        let day = 24 * 60 * 60 * 1000;
        Some(Reads {
            owner: actor.owner,
            kept_days: READS_KEPT / day,
            readings: of_ours.map(line).collect(),
            records,
        })
    }

    fn listing<'a>(&'a self, frame: &'a Frame) -> Listing<'a, &'a Line> {
        let what = |line: &&Line| self.called(frame, line);
        let drawn = |line: &&Line| {
            let read = &self.records[&line.record];
            html! {
                a href=(frame.link(&read.address)) { (self.called(frame, line)) }
                @if let Some(symbol) = &read.symbol { span.sub { (symbol) } }
            }
        };
        let kind = |line: &&Line| capital(&frame.say(about::kind_key(&self.records[&line.record].kind)));
        let rank = |line: &&Line| day_rank(line.day);
        Listing {
            name: "reads",
            caption: frame.say("releases-log-title"),
            columns: vec![
                Column::words("day", frame.say("releases-log-day"), |line: &&Line| frame.date(line.day))
                    .ranked(rank),
                Column::words("reader", frame.say("releases-log-reader"), |line: &&Line| {
                    names(frame, &[line.reader])
                }),
                Column::drawn("record", frame.say("releases-log-record"), drawn, what).naming(),
                Column::words("kind", frame.say("releases-log-kind"), kind),
            ],
            marking: Box::new(|_| None),
            rows: self.readings.iter().collect(),
            empty: (frame.say("releases-log-none"), frame.say("releases-log-none-why")),
        }
    }

    fn called(&self, frame: &Frame, line: &Line) -> Phrase {
        let title = self.records[&line.record].title.as_ref();
        title.map_or_else(|| frame.say("releases-log-untitled"), |title| frame.words(title).into())
    }
}

fn day_rank(day: PartialDate) -> i64 {
    let (month, day_of_month) = (day.month().unwrap_or(0), day.day().unwrap_or(0));
    i64::from(day.year()) * 10_000 + i64::from(month) * 100 + i64::from(day_of_month)
}

impl Screen for Reads {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("releases-log-title"),
            symbol: None,
            lede: Some(html! { (frame.say("releases-log-lede")) }),
            crumbs: Vec::new(),
            part: Part::Nowhere,
            provenance: html! { (provenance::owner(frame, self.owner)) (provenance::audience(frame, &Audience::Own)) },
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            (self.listing(frame).draw(frame))
            p.small { (frame.tell(Message::new("releases-log-kept").with("count", self.kept_days))) }
            p.more { a href=(frame.link("/shared")) { (frame.say("releases-shared-title")) } }
        }
    }

    fn table(&self, frame: &Frame) -> Option<Sheet> {
        Some(self.listing(frame).sheet(frame))
    }
}

/// `GET /reads`: what was read of the actor's party.
pub async fn ours(entry: Entry, State(site): State<Site>) -> Response {
    let acting = match Acting::of(&site, &entry) {
        Ok(acting) => acting,
        Err(answer) => return *answer,
    };
    let Ok(readings) = acting.people.readings(acting.actor.owner) else {
        return trouble(&site, &entry, &Trouble::Internal);
    };
    match acting.view(&site, |view| Reads::look(view, &acting.actor, readings)) {
        Some(page) => acting.draw(&site, &entry, &page, StatusCode::OK),
        None => trouble(&site, &entry, &Trouble::NotFound),
    }
}
