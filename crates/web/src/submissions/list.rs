//! All national submissions that the reader may see, the newest round first.

use crate::answer::Screen;
use crate::furniture::about;
use crate::furniture::csv::Sheet;
use crate::furniture::frame::Frame;
use crate::furniture::listing::{self, Choice, Column, Listing, filters};
use crate::furniture::model::{Item, Names, named, parties};
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::time::PartialDate;
use ledger::view::View;
use maud::{Markup, html};
use review::party::Party;
use review::round::Round;
use review::submission::Submission;
use serde::Serialize;
use std::cmp::Reverse;

/// The page of all submissions.
#[derive(Serialize)]
pub struct Submissions {
    submissions: Vec<Submitted>,
    rounds: Names<Round>,
    parties: Names<Party>,
}

/// A submission and where it stands.
#[derive(Serialize)]
struct Submitted {
    #[serde(flatten)]
    item: Item<Submission>,
    address: String,
}

/// A row: with the round and the State that the page knows.
type Row<'a> = (&'a Submitted, &'a Item<Round>, &'a Item<Party>);

impl Submissions {
    /// What the view shows.
    pub fn look(view: &View<'_>) -> Self {
        let submissions: Vec<Submitted> = view
            .all::<Submission>()
            .filter_map(|seen| {
                let address = about::address(view, seen.record)?;
                Some(Submitted { item: seen.into(), address })
            })
            .collect();
        Submissions {
            rounds: named(view, submissions.iter().map(|one| one.item.body.round)),
            parties: parties(view, submissions.iter().map(|one| one.item.body.party)),
            submissions,
        }
    }

    /// The rows that the filters leave, the newest round first, States in the order of the page's language.
    fn rows(&self, frame: &Frame) -> Vec<Row<'_>> {
        let wanted =
            |asked: Option<&str>, is: &str| asked.is_none_or(|asked| asked.is_empty() || asked == is);
        let rows = self.submissions.iter().filter_map(|one| {
            Some((one, self.rounds.get(&one.item.body.round)?, self.parties.get(&one.item.body.party)?))
        });
        let rows = rows
            .filter(|(_, round, party)| {
                wanted(frame.asked("round"), &round.body.slug)
                    && wanted(frame.asked("state"), &party.body.label)
            })
            .collect();
        let mut rows =
            frame.in_order(rows, |(_, _, party): &Row<'_>| frame.words(&party.body.name).to_owned());
        rows.sort_by_key(|(_, round, _)| Reverse(round.body.order()));
        rows
    }

    fn listing<'a>(&'a self, frame: &'a Frame) -> Listing<'a, Row<'a>> {
        let form = |one: &Submitted| {
            frame.say(&format!("round-form-{}", one.item.body.form.word().replace('_', "-")))
        };
        let tags = |one: &Submitted| {
            let tags: Vec<String> = one.item.body.languages.iter().map(|tag| tag.to_uppercase()).collect();
            tags.join(", ")
        };
        Listing {
            marking: listing::marked(|row: &Row<'a>| Some(&row.0.item)),
            name: "submissions",
            caption: frame.say("submissions-title"),
            columns: vec![
                Column::drawn(
                    "state",
                    frame.say("submissions-state"),
                    move |(one, _, party): &Row<'_>| state(frame, one, party),
                    move |(_, _, party)| frame.words(&party.body.name).to_owned(),
                )
                .naming(),
                Column::words("round", frame.say("submissions-round"), move |(_, round, _): &Row<'_>| {
                    frame.words(&round.body.title).to_owned()
                }),
                Column::words("form", frame.say("submissions-form"), move |(one, _, _): &Row<'_>| form(one)),
                Column::drawn(
                    "version",
                    frame.say("submissions-version"),
                    move |(one, _, _): &Row<'_>| provenance::version(frame, &one.item),
                    move |(one, _, _)| provenance::version_words(frame, &one.item),
                )
                .ranked(|(one, _, _)| day_rank(one.item.day())),
                Column::drawn(
                    "readers",
                    frame.say("submissions-read-by"),
                    move |(one, _, _): &Row<'_>| provenance::audience(frame, &one.item.audience),
                    move |(one, _, _)| provenance::audience_words(frame, &one.item.audience),
                ),
                Column::words(
                    "languages",
                    frame.say("submissions-languages"),
                    move |(one, _, _): &Row<'_>| tags(one),
                ),
            ],
            rows: self.rows(frame),
            empty: (frame.say("submissions-none"), frame.say("submissions-none-why")),
        }
    }

    fn choices(&self, frame: &Frame) -> (Vec<Choice>, Vec<Choice>) {
        let mut rounds: Vec<&Item<Round>> = self.rounds.values().collect();
        rounds.sort_by_key(|round| Reverse(round.body.order()));
        let round = |round: &Item<Round>| (round.body.slug.clone(), frame.words(&round.body.title).into());
        let states =
            frame.in_order(self.parties.values().collect(), |party| frame.words(&party.body.name).to_owned());
        let state = |party: &Item<Party>| (party.body.label.clone(), frame.words(&party.body.name).into());
        (rounds.into_iter().map(round).collect(), states.into_iter().map(state).collect())
    }
}

/// A day as a number, in the order of days.
fn day_rank(day: PartialDate) -> i64 {
    let first = day.first_day();
    i64::from(first.year()) * 400 + i64::from(first.day_of_year())
}

/// The State as a link to its submission.
fn state(frame: &Frame, one: &Submitted, party: &Item<Party>) -> Markup {
    html! {
        span.own.own-me[frame.is_mine(party.owner)] {
            span.tm.iso aria-hidden="true" { (party.body.label) }
            a href=(frame.link(&one.address)) { (frame.text(&party.body.name)) }
        }
    }
}

impl Screen for Submissions {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("submissions-title"),
            symbol: None,
            lede: Some(html! { (frame.say("submissions-lead")) }),
            crumbs: Vec::new(),
            part: Part::Submissions,
            provenance: provenance::readable(frame),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let (rounds, states) = self.choices(frame);
        let fields = [
            ("round", frame.say("submissions-round"), rounds),
            ("state", frame.say("submissions-state"), states),
        ];
        html! {
            @if !self.submissions.is_empty() { (filters(frame, &fields)) }
            (self.listing(frame).draw(frame))
            p.caveat { (frame.say("submissions-rule")) }
        }
    }

    fn table(&self, frame: &Frame) -> Option<Sheet> {
        Some(self.listing(frame).sheet(frame))
    }
}
