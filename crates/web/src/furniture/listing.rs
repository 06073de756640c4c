//! A list of records as a table: sorted by a column, shown by the page, and given as a file for spreadsheets.

use super::csv::Sheet;
use super::frame::Frame;
use super::marking;
use super::model::Item;
use super::parts;
use super::phrase::Phrase;
use ledger::id::OwnerId;
use ledger::text::Text;
use maud::{Markup, html};
use words::Message;

/// How many rows a page shows unless said otherwise.
pub const A_PAGE: usize = 50;

/// How a cell is drawn, said in plain words, or ranked.
type Cell<'a, R, T> = Box<dyn Fn(&R) -> T + 'a>;

/// A column.
pub struct Column<'a, R> {
    /// The word of the column in addresses: `sort=name`, backwards `sort=-name`.
    pub word: &'static str,
    /// Its head.
    pub head: Phrase,
    /// A cell as it is drawn.
    pub draw: Cell<'a, R, Markup>,
    /// A cell in plain words: for files, and for the order unless there is a rank.
    pub plain: Cell<'a, R, Phrase>,
    /// What the column is ordered by, where words would order it wrongly: dates, numbers.
    pub rank: Option<Cell<'a, R, i64>>,
    /// Whether the cell names the row.
    pub names_row: bool,
}

impl<'a, R> Column<'a, R> {
    /// A column of plain words.
    pub fn words<S: Into<Phrase>>(
        word: &'static str,
        head: impl Into<Phrase>,
        plain: impl Fn(&R) -> S + Clone + 'a,
    ) -> Self {
        let drawn = plain.clone();
        Column::drawn(word, head, move |row| html! { (drawn(row).into()) }, plain)
    }

    /// A column whose cells are drawn in another way than they are said.
    pub fn drawn<S: Into<Phrase>>(
        word: &'static str,
        head: impl Into<Phrase>,
        draw: impl Fn(&R) -> Markup + 'a,
        plain: impl Fn(&R) -> S + 'a,
    ) -> Self {
        let plain = move |row: &R| plain(row).into();
        Column {
            word,
            head: head.into(),
            draw: Box::new(draw),
            plain: Box::new(plain),
            rank: None,
            names_row: false,
        }
    }

    /// The same, ordered by a number.
    pub fn ranked(self, rank: impl Fn(&R) -> i64 + 'a) -> Self {
        Column { rank: Some(Box::new(rank)), ..self }
    }

    /// The same; its cell is the head of the row.
    pub fn naming(self) -> Self {
        Column { names_row: true, ..self }
    }
}

/// How the record of a row is to be handled.
pub fn marked<'a, R, B: 'a>(
    of: impl Fn(&R) -> Option<&Item<B>> + 'a,
) -> Cell<'a, R, Option<(OwnerId, Text)>> {
    Box::new(move |row| {
        let item = of(row)?;
        Some((item.owner, item.marking.clone()?))
    })
}

/// Rows and columns.
pub struct Listing<'a, R> {
    /// What the file is called.
    pub name: &'static str,
    /// What the table is called, for those who do not see its heading.
    pub caption: Phrase,
    /// The columns.
    pub columns: Vec<Column<'a, R>>,
    /// The rows, in their first order.
    pub rows: Vec<R>,
    /// How what a row is about is to be handled, and whose words these are.
    pub marking: Cell<'a, R, Option<(OwnerId, Text)>>,
    /// What is said when there is none: what is missing, and why.
    pub empty: (Phrase, Phrase),
}

impl<R> Listing<'_, R> {
    /// The page of the table that the address asks for, with its heads, its pages and its file.
    pub fn draw(mut self, frame: &Frame) -> Markup {
        if self.rows.is_empty() {
            return parts::empty(&self.empty.0, &self.empty.1);
        }
        self.sort(frame);
        let count = self.rows.len();
        let page = asked_page(frame, count);
        self.drawn(frame, self.rows.iter().skip((page - 1) * A_PAGE).take(A_PAGE), page, count)
    }

    /// The same for rows that are the page already, cut out of so many that stand in their first order.
    pub fn draw_cut(self, frame: &Frame, count: usize) -> Markup {
        if self.rows.is_empty() {
            return parts::empty(&self.empty.0, &self.empty.1);
        }
        self.drawn(frame, self.rows.iter(), asked_page(frame, count), count)
    }

    fn drawn<'r>(&self, frame: &Frame, rows: impl Iterator<Item = &'r R>, page: usize, count: usize) -> Markup
    where
        R: 'r,
    {
        html! {
            table.t.t-list {
                caption.vh { (self.caption) }
                thead { tr { @for column in &self.columns { (self.head(frame, column)) } } }
                tbody {
                    @for row in rows { tr { @for column in &self.columns { (self.cell(frame, column, row)) } } }
                }
            }
            (file(frame, count))
            (turn(frame, page, count.div_ceil(A_PAGE)))
        }
    }

    /// The same with a heading over the rows of each group, as long as they stand in their first order.
    pub fn draw_by(mut self, frame: &Frame, group: impl Fn(&R) -> Phrase) -> Markup {
        if frame.asked("sort").is_some() || self.rows.is_empty() {
            return self.draw(frame);
        }
        let pages = self.rows.len().div_ceil(A_PAGE);
        let page = frame.asked("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, pages);
        let count = self.rows.len();
        self.rows = self.rows.into_iter().skip((page - 1) * A_PAGE).take(A_PAGE).collect();
        let groups: Vec<Phrase> = self.rows.iter().map(group).collect();
        html! {
            table.t.t-list {
                caption.vh { (self.caption) }
                thead { tr { @for column in &self.columns { (self.head(frame, column)) } } }
                tbody {
                    @for (index, row) in self.rows.iter().enumerate() {
                        @if index == 0 || groups[index - 1] != groups[index] {
                            tr.grp { th colspan=(self.columns.len()) scope="rowgroup" { (groups[index]) } }
                        }
                        tr { @for column in &self.columns { (self.cell(frame, column, row)) } }
                    }
                }
            }
            (file(frame, count))
            (turn(frame, page, pages))
        }
    }

    /// The first so many rows, without order, pages or file: a glimpse on the page of another thing.
    pub fn glimpse(self, frame: &Frame, most: usize) -> Markup {
        if self.rows.is_empty() {
            return parts::empty(&self.empty.0, &self.empty.1);
        }
        html! {
            table.t.t-list {
                caption.vh { (self.caption) }
                thead { tr { @for column in &self.columns { th scope="col" { (column.head) } } } }
                tbody { @for row in self.rows.iter().take(most) { tr { @for column in &self.columns { (self.cell(frame, column, row)) } } } }
            }
        }
    }

    /// The whole table in plain words, in the order asked for.
    pub fn sheet(mut self, frame: &Frame) -> Sheet {
        self.sort(frame);
        let said = |row: &R| self.columns.iter().map(|column| (column.plain)(row).into()).collect();
        let mut sheet = Sheet {
            name: self.name.to_owned(),
            heads: self.columns.iter().map(|column| column.head.clone()).collect(),
            rows: self.rows.iter().map(said).collect(),
        };
        let markings = self.rows.iter().map(|row| (self.marking)(row).map(|(_, marking)| marking));
        sheet.add_markings(frame, markings.collect());
        sheet
    }

    fn sort(&mut self, frame: &Frame) {
        let Some(asked) = frame.asked("sort") else { return };
        let (word, back) = asked.strip_prefix('-').map_or((asked, false), |word| (word, true));
        let Some(column) = self.columns.iter().find(|column| column.word == word) else { return };
        match &column.rank {
            Some(rank) => self.rows.sort_by_cached_key(|row| rank(row)),
            None => self
                .rows
                .sort_by_cached_key(|row| words::place_in_order(frame.language, &(column.plain)(row))),
        }
        if back {
            self.rows.reverse();
        }
    }

    /// A cell; beside what names the row stands how it is to be handled.
    fn cell(&self, frame: &Frame, column: &Column<'_, R>, row: &R) -> Markup {
        let drawn = (column.draw)(row);
        let marking = (self.marking)(row).filter(|_| column.names_row);
        match marking {
            Some((owner, words)) => {
                cell(column, html! { (drawn) " " (marking::chip(frame, owner, Some(&words))) })
            }
            None => cell(column, drawn),
        }
    }

    fn head(&self, frame: &Frame, column: &Column<'_, R>) -> Markup {
        let asked = frame.asked("sort");
        let back = asked.is_some_and(|asked| asked.strip_prefix('-') == Some(column.word));
        let here = asked == Some(column.word);
        let sorted = if here {
            Some("ascending")
        } else if back {
            Some("descending")
        } else {
            None
        };
        let next = if here { format!("-{}", column.word) } else { column.word.to_owned() };
        html! {
            th scope="col" aria-sort=[sorted] {
                a.sort href=(frame.anew("sort", Some(&next))) { (column.head) }
            }
        }
    }
}

/// How many rows there are, and the file of all of them.
fn file(frame: &Frame, count: usize) -> Markup {
    html! {
        p.more {
            span.mute { (frame.tell(Message::new("listing-count").with("count", count))) } " "
            a href=(frame.here("format", Some("csv"))) { (frame.say("listing-download")) }
        }
    }
}

fn cell<R>(column: &Column<'_, R>, drawn: Markup) -> Markup {
    // A cell without words has no label on a narrow screen either.
    let label = (!drawn.0.is_empty()).then_some(&column.head);
    html! {
        @if column.names_row { th.what scope="row" { (drawn) } }
        @else { td data-l=[label] { (drawn) } }
    }
}

/// The page that the address asks for, of a list of that many rows.
fn asked_page(frame: &Frame, count: usize) -> usize {
    let asked = frame.asked("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    asked.clamp(1, count.div_ceil(A_PAGE).max(1))
}

/// The links to the pages of a list: the first, the last, and those around this one.
pub fn turn(frame: &Frame, page: usize, pages: usize) -> Markup {
    if pages < 2 {
        return html! {};
    }
    let near = |one: &usize| *one == 1 || *one == pages || one.abs_diff(page) <= 2;
    let shown: Vec<usize> = (1..=pages).filter(near).collect();
    html! {
        nav.pages aria-label=(frame.say("listing-pages")) {
            @for (place, one) in shown.iter().enumerate() {
                @if place > 0 && shown[place - 1] + 1 < *one { span aria-hidden="true" { "…" } }
                @if *one == page { b aria-current="page" { (one) } }
                @else { a href=(frame.here("page", Some(&one.to_string()))) { (one) } }
            }
        }
    }
}

/// A choice in a filter: its value in the address and its words.
pub type Choice = (String, Phrase);

/// A filter form: fields that are chosen from lists, and a button. It needs no script, and its address can be shared.
pub fn filters(frame: &Frame, fields: &[(&str, Phrase, Vec<Choice>)]) -> Markup {
    let names: Vec<&str> = fields.iter().map(|(name, _, _)| *name).collect();
    let first = frame.say("listing-all");
    let drawn =
        html! { @for (name, label, choices) in fields { (choose(frame, name, label, &first, choices)) } };
    filter_form(frame, &names, drawn)
}

/// A filter form around fields of those names.
pub fn filter_form(frame: &Frame, names: &[&str], fields: Markup) -> Markup {
    let kept =
        frame.query.iter().filter(|(name, _)| name != "page" && !names.iter().any(|field| field == name));
    html! {
        form.filters method="get" action=(frame.link_plain(&frame.path)) {
            @for (name, value) in kept { input type="hidden" name=(name) value=(value); }
            @if let Some(past) = &frame.past { input type="hidden" name="as_of" value=(past.asked); }
            (fields)
            p.btns { button.btn type="submit" { (frame.say("listing-show")) } }
        }
    }
}

/// A field of a filter form that is chosen from a list; `first` stands for no choice.
pub fn choose(frame: &Frame, name: &str, label: &str, first: &str, choices: &[Choice]) -> Markup {
    html! {
        div.field {
            label for=(format!("f-{name}")) { (label) }
            select id=(format!("f-{name}")) name=(name) {
                option value="" { (first) }
                @for (value, words) in choices {
                    option value=(value) selected[frame.asked(name) == Some(value)] { (words) }
                }
            }
        }
    }
}

/// A field of a filter form into which words are typed.
pub fn typed(frame: &Frame, name: &str, label: &str) -> Markup {
    html! {
        div.field {
            label for=(format!("f-{name}")) { (label) }
            input id=(format!("f-{name}")) type="search" name=(name) value=(frame.asked(name).unwrap_or_default()) autocomplete="off";
        }
    }
}

/// What a filter asks for, if it asks for anything.
pub fn chosen<'f>(frame: &'f Frame, name: &str) -> Option<&'f str> {
    frame.asked(name).map(str::trim).filter(|asked| !asked.is_empty())
}
