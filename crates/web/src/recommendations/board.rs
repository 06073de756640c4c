//! The follow-up board: recommendations by theme, States in alphabetical order, and what each addressee last reported. It
//! counts nothing and compares nobody. Of reviews held before it shows what sources say became of each recommendation.

mod draw;

use super::asked::{self, Asked, Scope, Spoken};
use super::line::{self, Line};
use crate::answer::Screen;
use crate::furniture::cited::Cited;
use crate::furniture::csv::Sheet;
use crate::furniture::frame::{Frame, moment};
use crate::furniture::listing::A_PAGE;
use crate::furniture::model::{Item, Names, parties};
use crate::furniture::phrase::Phrase;
use crate::furniture::progress;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::id::RecordId;
use ledger::view::View;
use maud::{Markup, html};
use review::follow_up::{Followed, last_reports};
use review::party::{Party, PartySort};
use review::progress::Progress;
use review::recommendation::FindingSort;
use review::round::Round;
use review::series::Series;
use review::theme::Theme;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use words::Message;

/// The board of a series.
#[derive(Serialize)]
pub struct Board {
    #[serde(skip_serializing_if = "Option::is_none")]
    series: Option<Item<Series>>,
    /// How many recommendations the filters admit.
    count: usize,
    page: usize,
    pages: usize,
    groups: Vec<Group>,
    /// The States of the columns, in no order: a page puts them into that of its language.
    states: Vec<RecordId>,
    rounds: Names<Round>,
    themes: Names<Theme>,
    parties: Names<Party>,
    #[serde(skip)]
    choices: Scope,
    #[serde(skip)]
    sources: Cited,
}

/// The rows under one theme.
#[derive(Serialize)]
struct Group {
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<RecordId>,
    rows: Vec<Row>,
}

/// A recommendation with the newest report of each State that the reader may see.
#[derive(Serialize)]
struct Row {
    line: Line,
    reports: BTreeMap<RecordId, Item<Progress>>,
}

impl Board {
    /// What the view shows of the series that is asked for.
    pub fn look(view: &View<'_>, asked: &Asked) -> Self {
        let scope = Scope::of_one(view, asked);
        let mut followed = scope.followed(view);
        followed.retain(is_followed);
        let spoken = Spoken::of(view, followed.iter().map(|one| one.text()));
        let states = followed.iter().flat_map(|one| one.addressees().iter().copied()).collect();
        followed.retain(|one| spoken.admits(asked, one.text()));
        let places = places(view);
        let theme = |text: &review::recommendation::Recommendation| theme_of(&spoken, asked, &text.themes);
        let place = |one: &Followed| theme(one.text()).and_then(|theme| places.get(&theme)).copied();
        followed.sort_by_cached_key(|one| place(one).unwrap_or(usize::MAX));
        let (page, pages, count, lines) = lines(view, asked, followed);
        let mut board = Board {
            series: scope.chosen.and_then(|series| view.find::<Series>(series)).map(Item::from),
            count,
            page,
            pages,
            groups: Vec::new(),
            states: Vec::new(),
            rounds: scope.rounds.iter().map(|round| (round.record, round.clone())).collect(),
            themes: Names::new(),
            parties: Names::new(),
            choices: scope,
            sources: Cited::default(),
        };
        for line in lines {
            board.sources.take(view, line.text().became.iter().flat_map(|became| &became.sources));
            let of_line = theme(line.text());
            let row = Row { reports: reports(view, &line), line };
            match board.groups.last_mut().filter(|group| group.theme == of_line) {
                Some(group) => group.rows.push(row),
                None => board.groups.push(Group { theme: of_line, rows: vec![row] }),
            }
        }
        board.take_names(view, spoken, states);
        board
    }

    /// The columns: States that were asked for anything in this series, and those that reported without being asked.
    fn take_names(&mut self, view: &View<'_>, spoken: Spoken, mut states: BTreeSet<RecordId>) {
        states.extend(self.rows().flat_map(|row| row.reports.keys().copied()));
        let mut known = spoken.parties;
        let missing: Vec<RecordId> = states.iter().filter(|id| !known.contains_key(*id)).copied().collect();
        known.extend(parties(view, missing));
        let is_state = |id: &RecordId| known.get(id).is_some_and(|party| party.body.sort == PartySort::State);
        self.states = states.into_iter().filter(is_state).collect();
        (self.parties, self.themes) = (known, spoken.themes);
    }

    fn rows(&self) -> impl Iterator<Item = &Row> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    /// Whether States report here; else the board tells what sources say.
    fn has_reports(&self) -> bool {
        self.rows().any(|row| row.line.adoption().is_some() || !row.reports.is_empty())
    }

    /// A cell in plain words: what was reported, and when; nothing for who is not asked.
    fn plain(&self, frame: &Frame, row: &Row, state: RecordId) -> Phrase {
        match row.reports.get(&state) {
            Some(report) => format!("{} ({})", progress::words(frame, report.body.word), report.day()).into(),
            None if row.line.addressees().contains(&state) => progress::none(frame),
            None => Phrase::default(),
        }
    }
}

/// Drafts are not followed yet, and a good practice asks nobody for anything.
fn is_followed(one: &Followed) -> bool {
    !one.is_draft() && one.text().sort != FindingSort::GoodPractice
}

/// The themes in the order in which they were laid down.
fn places(view: &View<'_>) -> HashMap<RecordId, usize> {
    view.all::<Theme>().enumerate().map(|(place, theme)| (theme.record, place)).collect()
}

/// The theme under which a text stands: the one that is asked for, else its first.
fn theme_of(spoken: &Spoken, asked: &Asked, themes: &[RecordId]) -> Option<RecordId> {
    let label = |id: &&RecordId| {
        let known = spoken.themes.get(*id).map(|theme| &theme.body.label);
        asked.theme.is_some() && known == asked.theme.as_ref()
    };
    themes.iter().find(label).or(themes.first()).copied()
}

/// The page that is asked for, how many pages and lines there are, and its lines. Only what is shown is looked at closely.
fn lines(view: &View<'_>, asked: &Asked, followed: Vec<Followed>) -> (usize, usize, usize, Vec<Line>) {
    let paged = |count: usize| (asked.page_of(count), count.div_ceil(A_PAGE).max(1));
    let cut = |page: usize| if asked.whole { (0, usize::MAX) } else { ((page - 1) * A_PAGE, A_PAGE) };
    if asked.course.is_none() {
        let count = followed.len();
        let (page, pages) = paged(count);
        let (from, many) = cut(page);
        let shown = followed.into_iter().skip(from).take(many);
        return (page, pages, count, shown.map(|one| Line::of(view, one)).collect());
    }
    let all = followed.into_iter().map(|one| Line::of(view, one));
    let all: Vec<Line> = all.filter(|line| asked::stands(asked, line)).collect();
    let count = all.len();
    let (page, pages) = paged(count);
    let (from, many) = cut(page);
    (page, pages, count, all.into_iter().skip(from).take(many).collect())
}

fn reports(view: &View<'_>, line: &Line) -> BTreeMap<RecordId, Item<Progress>> {
    last_reports(view, line.recommendation).into_iter().map(|(party, seen)| (party, seen.into())).collect()
}

impl Screen for Board {
    fn head(&self, frame: &Frame) -> Head {
        let now = Message::new("recommendations-board-now").with("moment", moment(frame.now));
        let lede = match &frame.past {
            Some(_) => "recommendations-board-lead-past",
            None if self.has_reports() || self.count == 0 => "recommendations-board-lead",
            None => "recommendations-board-lead-sources",
        };
        Head {
            title: frame.say("recommendations-board"),
            symbol: frame.past.is_none().then(|| frame.tell(now).into()),
            lede: Some(html! { (frame.say(lede)) }),
            crumbs: vec![(frame.say("recommendations-title"), "/recommendations".into())],
            part: Part::Recommendations,
            provenance: provenance::readable(frame),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            (self.filters(frame))
            section aria-labelledby="board" {
                h2.h2 #board {
                    @match &self.series {
                        Some(series) => (frame.text(&series.body.title)),
                        None => (frame.say("recommendations-board")),
                    }
                }
                (self.table_of(frame))
            }
            (self.sources.list(frame))
        }
    }

    fn table(&self, frame: &Frame) -> Option<Sheet> {
        let states = line::in_order(frame, &self.parties, &self.states);
        let columns = [
            "recommendations-symbol",
            "recommendations-recommendation",
            "recommendations-themes",
            "recommendations-round",
            "recommendations-adopted",
            "recommendations-course",
            "recommendations-became",
        ];
        // What sources say is told of reviews held before; where States report themselves, nothing would stand there.
        let by_sources = !self.has_reports();
        let columns = &columns[..columns.len() - usize::from(!by_sources)];
        let mut heads: Vec<Phrase> = columns.iter().map(|column| frame.say(column)).collect();
        heads.extend(states.iter().map(|state| frame.words(&state.body.name).into()));
        let row = |row: &Row| {
            let (line, text) = (&row.line, row.line.text());
            let round = self.rounds.get(&line.round());
            let became = text.became.as_ref().map(|became| progress::words(frame, became.word));
            let mut cells = vec![
                line.quoted(frame, &self.rounds),
                frame.words(text.called()).into(),
                line::themes(frame, &self.themes, &text.themes),
                round.map(|round| line::round_name(frame, &round.body)).unwrap_or_default(),
                line.adopted().map(|day| day.to_string()).unwrap_or_default().into(),
                line::course(frame, line.course),
            ];
            cells.extend(by_sources.then(|| became.unwrap_or_default()));
            cells.extend(states.iter().map(|state| self.plain(frame, row, state.record)));
            cells.into_iter().map(String::from).collect()
        };
        Some(Sheet { name: "follow-up".into(), heads, rows: self.rows().map(row).collect() })
    }
}
