//! The matrix on one screen: a table a section, the sections in columns, a sign a cell. Rows are the links.

use super::found::Found;
use super::picture::Picture;
use crate::entry::encoded;
use crate::furniture::cells::{key, meanings, sign};
use crate::furniture::frame::Frame;
use crate::furniture::model::Item;
use crate::furniture::parts;
use crate::furniture::phrase::Phrase;
use ledger::text::Text;
use maud::{Markup, html};
use review::answer::Answer;
use review::catalogue::{Catalogue, Heading, Row, Section, Sure};
use std::collections::BTreeMap;
use words::Message;

/// What the matrix is drawn from.
pub struct Matrix<'a> {
    /// The submission.
    pub found: &'a Found,
    /// The catalogue it answers.
    pub catalogue: &'a Catalogue,
    /// Its sections with the rows in scope.
    pub sections: Vec<(&'a Section, Vec<&'a Row>)>,
    /// The answers by row.
    pub answers: &'a BTreeMap<String, Item<Answer>>,
    /// The own delegation's picture.
    pub own: Option<&'a Picture>,
    /// The last round in words.
    pub since: Option<String>,
}

/// How many columns of tables stand beside each other on a wide screen.
const COLUMNS: usize = 4;

impl Matrix<'_> {
    /// The whole section of the page.
    pub fn draw(&self, frame: &Frame) -> Markup {
        let rows: usize = self.sections.iter().map(|(_, rows)| rows.len()).sum();
        let cells: usize = self.sections.iter().flat_map(|(_, rows)| rows).map(|row| row.cells().len()).sum();
        let size = Message::new("submissions-matrix-size")
            .with("catalogue", frame.words(&self.catalogue.title))
            .with("rows", rows)
            .with("cells", cells);
        html! {
            section.ov aria-labelledby="matrix" {
                h2.h2 #matrix {
                    (frame.say("submissions-matrix")) " " span.mute { (frame.tell(size)) }
                }
                div.btns { (self.highlight(frame)) p.key { (key(frame, self.catalogue)) (self.own_key(frame)) } }
                div.mxgrid {
                    @for column in columns(&self.sections) {
                        div { @for (section, rows) in column { (self.table(frame, section, rows)) } }
                    }
                }
                p.caveat { (self.short_forms(frame)) " " (meanings(frame, self.catalogue)) (frame.say("submissions-blank-why")) }
                @if self.sections.iter().flat_map(|(_, rows)| rows).any(|row| row.sure != Sure::Seen) {
                    p.caveat { (frame.say("submissions-recalled-note")) }
                }
                p.caveat {
                    (frame.tell(Message::new("submissions-own-codes").with("state", self.found.state(frame))))
                    " " (frame.say("submissions-not-a-measure"))
                }
            }
        }
    }

    /// The choice of what stands out: the own delegation's only, since only it has something to choose from.
    fn highlight(&self, frame: &Frame) -> Markup {
        if self.own.is_none() {
            return html! {};
        }
        let choice = |id: &str, words: Phrase, checked: bool| {
            html! { label { input type="radio" name="v" id=(id) checked[checked]; (words) } }
        };
        html! {
            p.seg role="radiogroup" aria-label=(frame.say("submissions-highlight")) {
                (choice("v-all", frame.say("submissions-highlight-all"), true))
                @if self.since.is_some() { (choice("v-chg", self.changed_words(frame), false)) }
                (choice("v-dr", frame.say("submissions-highlight-drafts"), false))
                (choice("v-q", frame.say("submissions-highlight-questions"), false))
            }
        }
    }

    fn own_key(&self, frame: &Frame) -> Markup {
        html! {
            @if self.own.is_some() {
                span { i.k.k-dr {} (frame.say("submissions-key-draft")) }
                span { i.k.k-q {} (frame.say("submissions-key-question")) }
                @if self.since.is_some() { span { i.k.k-chg {} (self.changed_words(frame)) } }
            }
        }
    }

    fn changed_words(&self, frame: &Frame) -> Phrase {
        let round = self.since.clone().unwrap_or_default();
        parts::capital(&frame.tell(Message::new("submissions-changed-since").with("round", round)))
    }

    /// What the letters at the heads of columns stand for.
    fn short_forms(&self, frame: &Frame) -> String {
        let used = |heading: &&Heading| {
            self.sections.iter().flat_map(|(_, rows)| rows).any(|row| {
                !row.axes.is_empty() && (row.axes.contains(&heading.id) || row.kinds.contains(&heading.id))
            })
        };
        let kinds: Vec<&Heading> = self.catalogue.kinds.iter().filter(used).collect();
        let axes = self.catalogue.axes.iter().filter(used);
        let axes = axes.map(|axis| (frame.words(&axis.short).to_owned(), frame.words(&axis.label)));
        let letters = letters(frame, &kinds);
        let kinds = letters.into_iter().zip(kinds.iter().map(|kind| frame.words(&kind.label)));
        let said: Vec<String> =
            axes.chain(kinds).map(|(short, label)| format!("{short}\u{a0}– {label}")).collect();
        if said.is_empty() { String::new() } else { format!("{}.", said.join("; ")) }
    }

    fn table(&self, frame: &Frame, section: &Section, rows: &[&Row]) -> Markup {
        let grid = Grid::of(self.catalogue, rows);
        html! {
            table.mx {
                caption { b { (frame.text(&section.paragraph)) } " " (frame.text(&section.title)) }
                colgroup { col; @for _ in 0..grid.width() { col.c; } }
                (grid.head(frame))
                tbody { @for row in rows { (self.row(frame, &grid, row)) } }
            }
        }
    }

    fn row(&self, frame: &Frame, grid: &Grid<'_>, row: &Row) -> Markup {
        let answer = self.answers.get(&row.id);
        let asked = self.own.is_some_and(|own| own.asked.contains(&row.id));
        let address = format!("{}/items/{}", self.found.address(), encoded(&row.id));
        let ids = grid.cells(row);
        let last = ids.iter().rposition(Option::is_some);
        html! {
            tr.asked[asked] {
                th scope="row" {
                    a href=(frame.link(&address)) { i { (row.number) } span { (frame.text(&row.label)) } }
                }
                @for (index, id) in ids.iter().enumerate() {
                    @match id {
                        None => td.ax[grid.opens_axis(index)] {},
                        Some(id) => {
                            @let draft = self.own.is_some_and(|own| own.is_draft(&row.id, id));
                            @let changed = self.own.is_some_and(|own| own.is_changed(&row.id, id));
                            @let corner = asked && last == Some(index);
                            td.ax[grid.opens_axis(index)].dr[draft].chg[changed].qq[corner] {
                                (sign(frame, self.catalogue, answer.and_then(|item| item.body.cell(id)),
                                    &self.also(frame, draft, changed, corner)))
                            }
                        },
                    }
                }
            }
        }
    }

    /// What a screen reader is told of a cell beside its code.
    fn also(&self, frame: &Frame, draft: bool, changed: bool, asked: bool) -> Vec<Phrase> {
        let told = [
            draft.then(|| frame.say("submissions-cell-draft")),
            changed.then(|| self.changed_words(frame)),
            asked.then(|| frame.say("submissions-key-question")),
        ];
        told.into_iter().flatten().collect()
    }
}

/// The columns of a section's table: the axes and kinds that its rows use, or the kinds alone.
struct Grid<'c> {
    axes: Vec<&'c Heading>,
    kinds: Vec<&'c Heading>,
}

impl<'c> Grid<'c> {
    fn of(catalogue: &'c Catalogue, rows: &[&Row]) -> Self {
        let axes = |heading: &&Heading| rows.iter().any(|row| row.axes.contains(&heading.id));
        let kinds = |heading: &&Heading| rows.iter().any(|row| row.kinds.contains(&heading.id));
        Grid {
            axes: catalogue.axes.iter().filter(axes).collect(),
            kinds: catalogue.kinds.iter().filter(kinds).collect(),
        }
    }

    fn width(&self) -> usize {
        self.axes.len().max(1) * self.kinds.len()
    }

    /// The ids of a row's cells, column by column; none where the row has no such cell.
    fn cells(&self, row: &Row) -> Vec<Option<String>> {
        let has = row.cells();
        let there = |id: String| has.contains(&id).then_some(id);
        let plain = || self.kinds.iter().map(|kind| there(kind.id.clone()));
        if self.axes.is_empty() {
            return plain().collect();
        }
        let of_axis = |axis: &&Heading| {
            let axis = axis.id.clone();
            self.kinds.iter().map(move |kind| format!("{axis}.{}", kind.id))
        };
        match row.axes.is_empty() {
            // A row without axes among rows with them has its cells under the first.
            true => plain().chain(std::iter::repeat_n(None, self.width() - self.kinds.len())).collect(),
            false => self.axes.iter().flat_map(of_axis).map(there).collect(),
        }
    }

    fn opens_axis(&self, index: usize) -> bool {
        index > 0 && index.is_multiple_of(self.kinds.len())
    }

    fn head(&self, frame: &Frame) -> Markup {
        let letters = letters(frame, &self.kinds);
        html! {
            @if self.axes.is_empty() && self.kinds.len() < 2 {
                thead.nohead { tr {
                    th scope="col" { span.vh { (frame.say("submissions-item")) } }
                    @for kind in &self.kinds { th scope="col" { span.vh { (frame.text(&kind.label)) } } }
                } }
            } @else {
                thead {
                    @if !self.axes.is_empty() {
                        tr {
                            td rowspan="2" {}
                            @for axis in &self.axes {
                                th.g scope="colgroup" colspan=(self.kinds.len()) { (abbreviated(frame, frame.words(&axis.short), &axis.label)) }
                            }
                        }
                    }
                    tr {
                        @if self.axes.is_empty() { td {} }
                        @for _ in 0..self.axes.len().max(1) {
                            @for (kind, letters) in self.kinds.iter().zip(&letters) { th scope="col" { (abbreviated(frame, letters, &kind.label)) } }
                        }
                    }
                }
            }
        }
    }
}

/// The letters that stand for a heading, with the heading for those who ask.
fn abbreviated(frame: &Frame, letters: &str, label: &Text) -> Markup {
    html! { abbr title=(frame.words(label)) { (letters) } }
}

/// As few letters of each kind as tell it from the others: a column is as wide as a sign.
fn letters(frame: &Frame, kinds: &[&Heading]) -> Vec<String> {
    let all: Vec<&str> = kinds.iter().map(|kind| frame.words(&kind.short)).collect();
    let few = |words: &&str, count: usize| words.chars().take(count).collect::<String>();
    let told = |count: &usize| {
        let short: Vec<String> = all.iter().map(|words| few(words, *count)).collect();
        short.iter().all(|one| short.iter().filter(|other| *other == one).count() == 1)
    };
    let longest = all.iter().map(|words| words.chars().count()).max().unwrap_or(1);
    let count = (1..longest.max(1)).find(told).unwrap_or(longest);
    all.iter().map(|words| few(words, count)).collect()
}

/// The sections in at most [`COLUMNS`] columns, in their order, none much longer than the others.
fn columns<'s, 'c>(
    sections: &'s [(&'c Section, Vec<&'c Row>)],
) -> impl Iterator<Item = &'s [(&'c Section, Vec<&'c Row>)]> {
    let heights: Vec<usize> = sections.iter().map(|(_, rows)| rows.len() + 4).collect();
    let needed = |tallest: usize| {
        let mut ends = Vec::new();
        let mut height = 0;
        for (index, one) in heights.iter().enumerate() {
            if height > 0 && height + one > tallest {
                ends.push(index);
                height = 0;
            }
            height += one;
        }
        ends.push(heights.len());
        ends
    };
    let least = heights.iter().copied().max().unwrap_or_default();
    let most: usize = heights.iter().sum();
    let ends = (least..=most).map(needed).find(|ends| ends.len() <= COLUMNS).unwrap_or_default();
    let mut from = 0;
    ends.into_iter().map(move |end| {
        let column = &sections[from..end];
        from = end;
        column
    })
}
