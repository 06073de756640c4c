//! Where a State stands with treaties: four dates that are kept apart, the day for which sources speak, depositaries.

use super::{Joined, OneState};
use crate::furniture::frame::{Frame, plain};
use crate::furniture::listing::{self, Column, Listing};
use crate::furniture::model::anchor;
use crate::furniture::phrase::Phrase;
use ledger::time::PartialDate;
use maud::{Markup, html};
use review::treaty_status::{Deposit, TreatyStatus};
use words::Message;

/// A date out of a standing.
type Dated = fn(&TreatyStatus) -> Option<PartialDate>;

impl OneState {
    pub(super) fn treaty_section(&self, frame: &Frame) -> Markup {
        if self.treaties.is_empty() {
            return self.nothing(frame);
        }
        html! {
            (self.treaty_table(frame).draw(frame))
            p.caveat { (frame.say("states-treaties-note")) }
        }
    }

    pub(super) fn treaty_table<'a>(&'a self, frame: &'a Frame) -> Listing<'a, &'a Joined> {
        let name = |joined: &&Joined| {
            format!("{} {}", joined.treaty.body.label, frame.words(&joined.treaty.body.name))
        };
        let standing = |joined: &&Joined| said(frame, &joined.status.body);
        let mut columns = vec![
            Column::drawn(
                "treaty",
                frame.say("states-treaty"),
                |joined: &&Joined| self.treaty(frame, joined),
                name,
            )
            .naming(),
            Column::drawn(
                "standing",
                frame.say("states-standing"),
                |joined: &&Joined| self.standing(frame, joined),
                standing,
            ),
        ];
        let dates: [(&'static str, &str, Dated); 5] = [
            ("law", "states-law", |body| body.law),
            ("signed", "states-signed", |body| body.signed),
            ("deposited", "states-deposited", |body| body.deposited),
            ("in-force", "states-in-force", |body| body.in_force),
            ("as-of", "states-as-of", |body| body.as_of),
        ];
        for (word, key, date) in dates {
            let shown = move |joined: &&Joined| {
                date(&joined.status.body).map(|day| frame.date_short(day)).unwrap_or_default()
            };
            let drawn = move |joined: &&Joined| {
                let later =
                    word == "as-of" && date(&joined.status.body).is_some_and(|day| is_later(frame, day));
                let shown = shown(joined);
                html! {
                    @if later { span.mute { (frame.say("states-source-later")) } }
                    @else if !shown.is_empty() { span.nb { (shown) } }
                }
            };
            let stable = move |joined: &&Joined| {
                date(&joined.status.body).map(|day| day.to_string()).unwrap_or_default()
            };
            columns.push(Column::drawn(word, frame.say(key), drawn, stable));
        }
        columns.push(Column::drawn(
            "evidence",
            frame.say(match frame.world {
                ledger::owner::World::Record => "round-sources",
                ledger::owner::World::Exercise => "round-read-by",
            }),
            |joined: &&Joined| self.evidence(frame, &joined.status, &joined.status.body.sources),
            |joined: &&Joined| joined.status.body.confirm.clone().unwrap_or_default(),
        ));
        Listing {
            marking: listing::marked(|joined: &&Joined| Some(&joined.status)),
            name: "treaty-status",
            caption: frame.say("states-treaties"),
            columns,
            rows: frame.in_order(self.treaties.iter().collect(), |joined: &&Joined| {
                frame.words(&joined.treaty.body.name).to_owned()
            }),
            empty: (Phrase::default(), Phrase::default()),
        }
    }

    fn treaty(&self, frame: &Frame, joined: &Joined) -> Markup {
        let treaty = &joined.treaty;
        html! {
            span id=(anchor(joined.status.record)) { (self.linked.around(frame, treaty.record, frame.text(&treaty.body.name))) }
            span.sub { (treaty.body.label) }
        }
    }

    /// The standing in words; what each depositary says, where to confirm, and a note below.
    fn standing(&self, frame: &Frame, joined: &Joined) -> Markup {
        let body = &joined.status.body;
        html! {
            (said(frame, body))
            @if differ(body) { @for deposit in &body.deposits { span.sub { (deposited(frame, deposit)) } } }
            @if let Some(note) = &body.note { span.sub { (frame.text(note)) } }
            @if let Some(confirm) = &body.confirm {
                span.sub { (frame.say("states-confirm")) " " (confirmed_at(confirm)) }
            }
        }
    }
}

/// Whether depositaries give another day than the column does: only then each is told.
fn differ(body: &TreatyStatus) -> bool {
    let days: Vec<PartialDate> =
        body.deposits.iter().map(|deposit| deposit.date).chain(body.deposited).collect();
    days.windows(2).any(|pair| pair[0] != pair[1])
}

/// Whether the source speaks of a day that lies after the one the page shows.
fn is_later(frame: &Frame, day: PartialDate) -> bool {
    frame.past.as_ref().is_some_and(|past| day.first_day() > past.day.last_day())
}

fn said(frame: &Frame, body: &TreatyStatus) -> Phrase {
    let standing = frame.say(&format!("states-standing-{}", body.standing.word().replace('_', "-")));
    match body.step {
        Some(step) => {
            let step = frame.say(&format!("states-step-{}", step.word().replace('_', "-")));
            format!("{standing} ({step})").into()
        }
        None => standing,
    }
}

/// "London: ratification, 12 June 1994".
fn deposited(frame: &Frame, deposit: &Deposit) -> Markup {
    let step = frame.say(&format!("states-step-{}", deposit.step.word().replace('_', "-")));
    let said = Message::new("states-deposit").with("step", step).with("date", plain(deposit.date));
    html! {
        @if let Some(place) = &deposit.place { (frame.text(place)) ": " }
        (frame.tell(said))
    }
}

/// Where a standing is to be confirmed: an address as a link, shown by its host, or words.
fn confirmed_at(confirm: &str) -> Markup {
    match confirm.split('/').nth(2).filter(|_| confirm.starts_with("https://")) {
        Some(host) => html! { a href=(confirm) rel="noreferrer external" { (host) } },
        None => html! { (confirm) },
    }
}
