//! The board drawn: filters, legend, the cells; and the table of what sources say.

use super::{Board, Group, Row};
use crate::furniture::frame::Frame;
use crate::furniture::listing::{Choice, turn};
use crate::furniture::model::{Item, anchor};
use crate::furniture::shell::mark;
use crate::furniture::{parts, progress};
use crate::recommendations::asked::course_choices;
use crate::recommendations::line::{self, in_order, round_name};
use ledger::time::PartialDate;
use maud::{Markup, html};
use review::follow_up::Course;
use review::party::{Party, PartySort};

impl Board {
    /// The filters: as of when, of which series, adopted at, theme, open or concluded.
    pub(super) fn filters(&self, frame: &Frame) -> Markup {
        let themes = self.themes.values();
        let theme =
            |one: &Item<review::theme::Theme>| (one.body.label.clone(), frame.words(&one.body.name).into());
        let themes = frame.in_order(themes.map(theme).collect(), |(_, name): &Choice| name.clone());
        let courses = course_choices(frame, &[Course::Open, Course::Concluded]);
        html! {
            form.filters method="get" action=(frame.link_plain(&frame.path)) aria-label=(frame.say("recommendations-filters")) {
                (as_of(frame))
                @if self.choices.series.len() > 1 { (self.series_field(frame)) }
                (field(frame, "round", "recommendations-adopted-at", "recommendations-any-round", &self.choices.round_choices(frame)))
                (field(frame, "theme", "recommendations-theme", "recommendations-all-themes", &themes))
                (field(frame, "course", "recommendations-which", "recommendations-which-all", &courses))
                p.btns {
                    button.btn.btn-p type="submit" { (frame.say("listing-show")) }
                    a.btn href=(frame.here("format", Some("csv"))) { (frame.say("listing-download")) }
                }
            }
        }
    }

    /// One series is always shown: there is no choice of all.
    fn series_field(&self, frame: &Frame) -> Markup {
        let chosen = self.series.as_ref().map(|series| series.body.slug.as_str());
        html! {
            div.field {
                label for="f-series" { (frame.say("recommendations-series")) }
                select #f-series name="series" {
                    @for (value, words) in self.choices.series_choices(frame) {
                        option value=(value) selected[chosen == Some(value.as_str())] { (words) }
                    }
                }
            }
        }
    }

    pub(super) fn table_of(&self, frame: &Frame) -> Markup {
        if self.count == 0 {
            let why = if frame.past.is_some() {
                "recommendations-board-empty-past"
            } else {
                "recommendations-empty-why"
            };
            return parts::empty(&frame.say("recommendations-board-empty"), &frame.say(why));
        }
        html! {
            @if self.has_reports() { (self.by_state(frame)) } @else { (self.by_sources(frame)) }
            (turn(frame, self.page, self.pages))
        }
    }

    fn by_state(&self, frame: &Frame) -> Markup {
        let states = in_order(frame, &self.parties, &self.states);
        html! {
            p.key {
                (progress::legend(frame))
                span { "· " (frame.say("recommendations-not-addressee")) }
                span { (frame.say("recommendations-date-is")) }
            }
            div.wrap tabindex="0" role="region" aria-label=(frame.say("recommendations-board-region")) {
                table.t.heat.board {
                    thead { tr {
                        th.stick scope="col" { (frame.say("recommendations-recommendation")) }
                        @for state in &states { th scope="col" { (column(frame, state)) } }
                    } }
                    tbody { @for group in &self.groups { (self.group(frame, group, &states)) } }
                }
            }
            p.caveat { (frame.say("recommendations-board-caveat")) " " (line::public_only(frame)) }
        }
    }

    fn group(&self, frame: &Frame, group: &Group, states: &[&Item<Party>]) -> Markup {
        let theme = group.theme.and_then(|theme| self.themes.get(&theme));
        html! {
            tr.grp {
                th colspan=(states.len() + 1) scope="rowgroup" {
                    @match theme {
                        Some(theme) => (frame.text(&theme.body.name)),
                        None => (frame.say("recommendations-no-theme")),
                    }
                }
            }
            @for row in &group.rows { (self.row(frame, row, states)) }
        }
    }

    fn row(&self, frame: &Frame, row: &Row, states: &[&Item<Party>]) -> Markup {
        let line = &row.line;
        let address = frame.link(&line.address());
        let (path, query) = address.split_once('?').unwrap_or((&address, ""));
        let query = if query.is_empty() { String::new() } else { format!("?{query}") };
        let other = line.addressees().iter().filter_map(|id| self.parties.get(id));
        let other: Vec<&str> = other
            .filter(|party| party.body.sort == PartySort::Organization)
            .map(|party| frame.words(&party.body.name))
            .collect();
        html! {
            tr {
                th.what.stick scope="row" {
                    div {
                        span {
                            a href=(address) { (frame.text(line.text().called())) }
                            @if line.course == Course::Concluded { span.sub { (line::course(frame, line.course)) } }
                            @if line.text().addressees.is_none() { span.sub { (frame.say("recommendations-addressees-unknown")) } }
                            @if !other.is_empty() { span.sub { (frame.say("recommendations-addressees")) ": " (frame.list(&other)) } }
                        }
                        span.sub { span.nb[line.symbol.is_some()] { (line.quoted(frame, &self.rounds)) } }
                    }
                }
                @for state in states { td { (self.cell(frame, row, state, path, &query)) } }
            }
        }
    }

    fn cell(&self, frame: &Frame, row: &Row, state: &Item<Party>, path: &str, query: &str) -> Markup {
        let report = row.reports.get(&state.record);
        let table = format!("{path}{query}#reported");
        html! {
            @match report {
                Some(report) => {
                    a href={ (path) (query) "#" (anchor(report.record)) } {
                        (mark(progress::sign(report.body.word)))
                        span.w { (progress::short(frame, report.body.word)) }
                        span.vh { ", " (frame.say("recommendations-last-report-short")) ": " }
                        span.when { (frame.date_brief(month(report.day()))) }
                        (line::draft(frame, report))
                    }
                },
                None if row.line.addressees().contains(&state.record) => {
                    a.h9 href=(table) { (mark(progress::NO_REPORT)) span.w { (progress::none(frame)) } }
                },
                None => span.mute { span aria-hidden="true" { "·" } span.vh { (frame.say("recommendations-not-addressee")) } },
            }
        }
    }

    /// Of reviews held before no State has reported here: what sources say became of each.
    fn by_sources(&self, frame: &Frame) -> Markup {
        html! {
            table.t.t-list {
                caption.vh { (frame.say("recommendations-board")) }
                thead { tr {
                    th scope="col" { (frame.say("recommendations-recommendation")) }
                    th scope="col" { (frame.say("recommendations-round")) }
                    th scope="col" { (frame.say("recommendations-addressees")) }
                    th scope="col" { (frame.say("recommendations-became")) }
                } }
                tbody { @for row in self.rows() { (self.source_row(frame, row)) } }
            }
            p.caveat { (frame.say("recommendations-board-sources")) }
        }
    }

    fn source_row(&self, frame: &Frame, row: &Row) -> Markup {
        let text = row.line.text();
        let round =
            |id: &ledger::id::RecordId| self.rounds.get(id).map(|round| round_name(frame, &round.body));
        html! {
            tr {
                th.what scope="row" {
                    a href=(frame.link(&row.line.address())) { (frame.text(text.called())) }
                    span.sub { (row.line.quoted(frame, &self.rounds)) }
                }
                td data-l=(frame.say("recommendations-round")) { (round(&text.round).unwrap_or_default()) }
                td data-l=(frame.say("recommendations-addressees")) {
                    @if text.addressees.is_some() { (line::names(frame, &self.parties, row.line.addressees())) }
                    @else { span.mute { (frame.say("recommendations-addressees-unknown")) } }
                }
                td.full { @match &text.became {
                    Some(became) => {
                        (progress::token(frame, became.word))
                        @if let Some(by) = became.by.as_ref().and_then(round) { span.sub { (by) } }
                        @if let Some(when) = became.when { span.sub { (frame.date(when)) } }
                        " " (self.sources.cite(frame, &became.sources))
                    },
                    None => span.mute { (frame.say("recommendations-became-unknown")) },
                } }
            }
        }
    }
}

/// The head of a column: mark and name; solid for the reader's own State.
fn column(frame: &Frame, state: &Item<Party>) -> Markup {
    html! {
        span.own.own-me[frame.is_mine(state.owner)] {
            span.tm.iso title=(frame.words(&state.body.name)) aria-hidden="true" { (state.body.label) } (frame.text(&state.body.name))
        }
    }
}

/// Today, the rounds that closed, and the day that is shown if it is none of theirs.
fn as_of(frame: &Frame) -> Markup {
    let asked = frame.past.as_ref().map(|past| past.asked.as_str()).unwrap_or_default();
    let known = frame.moments.iter().any(|(_, day)| day.to_string() == asked);
    let others = frame.past.as_ref().filter(|_| !known);
    html! {
        div.field {
            label for="f-as-of" { (frame.say("recommendations-as-of")) }
            select #f-as-of name="as_of" {
                option value="" { (parts::capital(&frame.say("shell-today"))) }
                @if let Some(past) = others { option value=(past.asked) selected { (frame.date(past.day)) } }
                @for (round, day) in &frame.moments {
                    @let day = day.to_string();
                    option value=(day) selected[day == asked] { (round_name(frame, round)) }
                }
            }
        }
    }
}

fn field(frame: &Frame, name: &str, label: &str, first: &str, choices: &[Choice]) -> Markup {
    html! {
        div.field {
            label for=(format!("f-{name}")) { (frame.say(label)) }
            select id=(format!("f-{name}")) name=(name) {
                option value="" { (frame.say(first)) }
                @for (value, words) in choices {
                    option value=(value) selected[frame.asked(name) == Some(value)] { (words) }
                }
            }
        }
    }
}

/// A day without its day of the month, for cells.
fn month(day: PartialDate) -> PartialDate {
    let month = day.month().map(|month| format!("{:04}-{month:02}", day.year()));
    month.and_then(|month| month.parse().ok()).unwrap_or(day)
}
