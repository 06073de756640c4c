//! One recommendation across rounds, drawn and told in words. The drawing is made of attributes alone: no script, no style.

use crate::furniture::about;
use crate::furniture::frame::Frame;
use crate::furniture::provenance;
use crate::recommendations::line::{self, round_name};
use ledger::audience::Audience;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::view::{Seen, View};
use maud::{Markup, html};
use review::descent::{Descent, Link, What};
use review::follow_up::Followed;
use review::lineage::{Lineage, Relation};
use review::recommendation::Recommendation;
use review::round::Round;
use serde::Serialize;
use std::sync::Arc;
use words::Message;

const BOX_WIDTH: usize = 264;
const COLUMN: usize = 366;
const LINE: usize = 16;
const GAP: usize = 24;
const TOP: usize = 56;
/// How many letters of the text stand on a line of a box, and how many lines.
const LETTERS: usize = 36;
const LINES: usize = 3;

/// The family as the page shows it.
#[derive(Serialize)]
pub struct Family {
    members: Vec<Kin>,
    links: Vec<Tie>,
    #[serde(skip)]
    rounds: Vec<Arc<Round>>,
    /// Whether there was more than could be drawn.
    cut: bool,
}

/// A member of the family.
#[derive(Serialize)]
struct Kin {
    record: RecordId,
    #[serde(skip_serializing_if = "Option::is_none")]
    symbol: Option<String>,
    title: Text,
    /// `recommendation`, `draft`, `measure`, `practice`
    sort: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    column: usize,
    #[serde(skip)]
    text: Option<(Recommendation, Option<Arc<Round>>)>,
}

/// Which goes back to which.
#[derive(Serialize)]
struct Tie {
    /// The record that says so.
    record: RecordId,
    earlier: RecordId,
    later: RecordId,
    relation: Relation,
    /// Who reads that it does.
    audience: Arc<Audience>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Text>,
}

impl Family {
    /// What the view shows of it.
    pub fn of(view: &View<'_>, descent: Descent) -> Self {
        let members = descent.members.into_iter();
        Family {
            members: members.map(|member| kin(view, member.record, member.what, member.column)).collect(),
            links: descent.links.into_iter().filter_map(|link| tie(view, link)).collect(),
            rounds: descent.rounds.into_iter().map(|round| round.body).collect(),
            cut: descent.cut,
        }
    }

    /// The section of the page; nothing for a recommendation without family.
    pub fn draw(&self, frame: &Frame, own: RecordId) -> Markup {
        if self.links.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="lineage" {
                h2.h2 #lineage { (frame.say("recommendations-lineage")) }
                figure {
                    div.wrap tabindex="0" role="region" aria-label=(frame.say("recommendations-lineage-drawing")) {
                        (self.drawing(frame, own))
                    }
                    figcaption.small.mute {
                        p { (frame.say("recommendations-lineage-key")) }
                        @if self.cut { p { (frame.say("recommendations-lineage-cut")) } }
                        details {
                            summary { (frame.say("recommendations-lineage-words")) }
                            ol.list { @for link in &self.links { li {
                                (self.told(frame, link))
                                @if let Some(note) = &link.note { " " (frame.text(note)) }
                                " " (provenance::audience(frame, &link.audience))
                            } } }
                        }
                    }
                }
            }
        }
    }

    fn member(&self, record: RecordId) -> Option<&Kin> {
        self.members.iter().find(|kin| kin.record == record)
    }

    /// One goes back to another, as a sentence around two links.
    fn told(&self, frame: &Frame, link: &Tie) -> Markup {
        let (Some(earlier), Some(later)) = (self.member(link.earlier), self.member(link.later)) else {
            return html! {};
        };
        let key = format!("recommendations-relation-{}", link.relation.word().replace('_', "-"));
        let said = frame.tell(Message::new(key).with("later", "\u{1}").with("earlier", "\u{2}"));
        html! {
            @for piece in said.split_inclusive(['\u{1}', '\u{2}']) {
                @if let Some(words) = piece.strip_suffix('\u{1}') { (words) (later.linked(frame)) }
                @else if let Some(words) = piece.strip_suffix('\u{2}') { (words) (earlier.linked(frame)) }
                @else { (piece) }
            }
        }
    }

    fn drawing(&self, frame: &Frame, own: RecordId) -> Markup {
        let columns = self.members.iter().map(|kin| kin.column).max().unwrap_or_default() + 1;
        let (boxes, height) = self.placed(frame);
        let width = (columns - 1) * COLUMN + BOX_WIDTH + 16;
        let middle = |column: usize| column * COLUMN + 8 + BOX_WIDTH / 2;
        let place = |record: RecordId| boxes.iter().find(|one| one.kin.record == record);
        html! {
            svg.lin viewBox=(format!("0 0 {} {height}", width.max(1376))) role="group" aria-labelledby="lineage-title" {
                title #lineage-title { (frame.say("recommendations-lineage-drawing")) }
                @for column in 0..columns {
                    @let name = self.rounds.get(column).map(|round| round_name(frame, round));
                    line.axis x1=(middle(column)) y1="32" x2=(middle(column)) y2=(height) {}
                    text.tb x=(middle(column)) y="20" text-anchor="middle" { (name.unwrap_or_else(|| frame.say("recommendations-lineage-since"))) }
                }
                @for link in &self.links {
                    @if let (Some(from), Some(to)) = (place(link.earlier), place(link.later)) {
                        path.edge.edge-p[!link.relation.carries_forward()] d=(curve(from, to)) {}
                    }
                }
                @for one in &boxes { (one.draw(frame, own)) }
            }
        }
    }

    /// Where the boxes stand, and how high the drawing is.
    fn placed(&self, frame: &Frame) -> (Vec<Placed<'_>>, usize) {
        let mut ends: Vec<usize> = Vec::new();
        let mut boxes: Vec<Placed<'_>> = Vec::new();
        for kin in &self.members {
            ends.resize(ends.len().max(kin.column + 1), TOP);
            let lines = broken(frame.words(&kin.title));
            let height = 30 + LINE * lines.len();
            // Beside what it goes back to, if there is still room.
            let wish = self.links.iter().filter(|link| link.later == kin.record);
            let wish = wish
                .filter_map(|link| boxes.iter().find(|one| one.kin.record == link.earlier))
                .map(|one| one.top)
                .min();
            let top = ends[kin.column].max(wish.unwrap_or(TOP));
            ends[kin.column] = top + height + GAP;
            boxes.push(Placed { kin, left: kin.column * COLUMN + 8, top, height, lines });
        }
        let height = ends.into_iter().max().unwrap_or(TOP);
        (boxes, height)
    }
}

/// A member with its place in the drawing.
struct Placed<'f> {
    kin: &'f Kin,
    left: usize,
    top: usize,
    height: usize,
    lines: Vec<String>,
}

impl Placed<'_> {
    fn draw(&self, frame: &Frame, own: RecordId) -> Markup {
        let here = self.kin.record == own;
        let link = self.kin.address.as_ref().filter(|_| !here).map(|address| frame.link(address));
        let within = html! {
            title { (self.kin.quoted(frame)) ": " (frame.words(&self.kin.title)) }
            rect.node.node-n[here].node-d[self.kin.sort == "draft"] x=(self.left) y=(self.top) width=(BOX_WIDTH) height=(self.height) {}
            text.tb.tn[here] x=(self.left + 12) y=(self.top + 20) { (self.kin.quoted(frame)) }
            @for (place, line) in self.lines.iter().enumerate() {
                text.t2[!here].tn2[here] x=(self.left + 12) y=(self.top + 37 + LINE * place) { (line) }
            }
        };
        html! { @match link { Some(link) => a href=(link) { (within) }, None => g { (within) } } }
    }
}

/// From the right side of one box to the left side of the other; within a column, around the right side.
fn curve(from: &Placed<'_>, to: &Placed<'_>) -> String {
    let (x1, y1) = (from.left + BOX_WIDTH, from.top + from.height / 2);
    let y2 = to.top + to.height / 2;
    if to.left > from.left {
        let x2 = to.left;
        let bend = (x1 + x2) / 2;
        return format!("M{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}");
    }
    let (x2, bend) = (to.left + BOX_WIDTH, x1.max(to.left + BOX_WIDTH) + 40);
    format!("M{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}")
}

/// A title in lines that fit a box; what does not fit is told in words below the drawing.
fn broken(title: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in title.split_whitespace() {
        let room =
            |line: &String| line.is_empty() || line.chars().count() + 1 + word.chars().count() <= LETTERS;
        match lines.last_mut().filter(|line| room(line)) {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) => line.extend([" ", word]),
            None => lines.push(word.to_owned()),
        }
    }
    if lines.len() > LINES {
        lines.truncate(LINES);
        lines.iter_mut().skip(LINES - 1).for_each(|line| line.push('…'));
    }
    lines
}

fn tie(view: &View<'_>, link: Link) -> Option<Tie> {
    let Seen { facts, body, .. } = view.find::<Lineage>(link.lineage)?;
    let Link { lineage, earlier, later, relation, .. } = link;
    Some(Tie { record: lineage, earlier, later, relation, audience: facts.audience, note: body.note.clone() })
}

fn kin(view: &View<'_>, record: RecordId, what: What, column: usize) -> Kin {
    let address = about::address(view, record).or_else(|| match &what {
        What::Text(_) => Some(line::address(record)),
        _ => None,
    });
    let (symbol, title, sort) = match &what {
        What::Text(text) => {
            let sort = if text.is_draft() { "draft" } else { "recommendation" };
            (text.symbol().map(str::to_owned), text.text().called().clone(), sort)
        }
        What::Measure(seen) => {
            let number = Some(seen.body.symbol.clone().unwrap_or_else(|| seen.body.number.clone()));
            (number, seen.body.words.clone(), "measure")
        }
        What::Practice(seen) => (seen.body.symbol.clone(), seen.body.title.clone(), "practice"),
    };
    let text = match &what {
        What::Text(text) => Some(with_round(view, text)),
        _ => None,
    };
    Kin { record, symbol, title, sort, address, column, text }
}

fn with_round(view: &View<'_>, text: &Followed) -> (Recommendation, Option<Arc<Round>>) {
    let text = text.text();
    (text.clone(), view.find::<Round>(text.round).map(|round| round.body))
}

impl Kin {
    /// By its symbol; a practice and a measure say what they are, a draft that it is one.
    fn quoted(&self, frame: &Frame) -> String {
        let symbol = match &self.text {
            Some((text, round)) => line::quoted(frame, self.symbol.as_deref(), text, round.as_deref()),
            None => self.symbol.clone().unwrap_or_default().into(),
        };
        match self.sort {
            "recommendation" => symbol.into(),
            sort => {
                let key = format!("recommendations-kin-{sort}");
                frame.tell(Message::new(key).with("symbol", symbol)).trim().to_owned()
            }
        }
    }

    fn linked(&self, frame: &Frame) -> Markup {
        let words = html! { (self.quoted(frame)) " (" (frame.text(&self.title)) ")" };
        match &self.address {
            Some(address) => html! { a href=(frame.link(address)) { (words) } },
            None => words,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_broken_into_lines_that_fit_a_box() {
        let title = "Correlation of customs codes with the national control list";
        assert_eq!(broken(title), ["Correlation of customs codes with", "the national control list"]);
        let long = broken(&"слово ".repeat(60));
        assert_eq!(long.len(), LINES);
        assert!(long[LINES - 1].ends_with('…'));
        assert_eq!(broken(""), [""]);
    }
}
