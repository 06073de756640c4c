//! What the reader of a list asks for: the series, the round, the theme, the addressee, the kind, where it stands. The words
//! in the address are those that people quote: `round=HIG23`, `addressee=XBR`.

use super::line::{self, Line, round_name};
use crate::entry::Entry;
use crate::furniture::frame::Frame;
use crate::furniture::listing::{A_PAGE, Choice};
use crate::furniture::model::{Item, Names, parties, themes};
use ledger::id::RecordId;
use ledger::view::View;
use review::delegation::{Capacity, Delegation};
use review::follow_up::{Course, Followed};
use review::party::Party;
use review::recommendation::{FindingSort, Recommendation};
use review::round::Round;
use review::series::Series;
use review::theme::Theme;
use std::collections::{HashMap, HashSet};

/// What stands in the address; an unknown word asks for nothing.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The slug of a series.
    pub series: Option<String>,
    /// The symbol of a round.
    pub round: Option<String>,
    /// The label of a theme.
    pub theme: Option<String>,
    /// The label of a State or an organization.
    pub addressee: Option<String>,
    /// What sort of text.
    pub kind: Option<FindingSort>,
    /// Where it stands.
    pub course: Option<Course>,
    /// Which page, from 1.
    pub page: usize,
    /// Whether another order than the first is asked for.
    pub sorted: bool,
    /// Whether the whole is asked for, as a file.
    pub whole: bool,
}

impl Asked {
    /// Reads the address.
    pub fn of(entry: &Entry) -> Self {
        let word = |name: &str| entry.asked(name).filter(|word| !word.is_empty());
        Asked {
            series: word("series").map(str::to_owned),
            round: word("round").map(str::to_owned),
            theme: word("theme").map(str::to_owned),
            addressee: word("addressee").map(str::to_owned),
            kind: word("kind").and_then(FindingSort::from_word),
            course: word("course").and_then(Course::from_word),
            page: word("page").and_then(|page| page.parse().ok()).unwrap_or(1).max(1),
            sorted: word("sort").is_some(),
            whole: entry.csv,
        }
    }

    /// The page that is asked for, of that many lines.
    pub fn page_of(&self, count: usize) -> usize {
        self.page.min(count.div_ceil(A_PAGE).max(1))
    }
}

/// The series and rounds in which is looked.
pub struct Scope {
    /// All series.
    pub series: Vec<Item<Series>>,
    /// The one that is asked for.
    pub chosen: Option<RecordId>,
    /// The rounds of the chosen series, or of all, the earliest first.
    pub rounds: Vec<Item<Round>>,
    /// The one that is asked for.
    pub round: Option<RecordId>,
}

impl Scope {
    /// All series, or the one that is asked for.
    pub fn of(view: &View<'_>, asked: &Asked) -> Self {
        let series: Vec<Item<Series>> = view.all::<Series>().map(Item::from).collect();
        let slug = asked.series.as_deref();
        let chosen = series.iter().find(|one| Some(one.body.slug.as_str()) == slug).map(|one| one.record);
        let mut scope = Scope { series, chosen, rounds: Vec::new(), round: None };
        scope.look_at_rounds(view, asked);
        scope
    }

    /// One series: the one that is asked for, that of the round that is asked for, else the one that met last.
    pub fn of_one(view: &View<'_>, asked: &Asked) -> Self {
        let mut scope = Scope::of(view, asked);
        if scope.chosen.is_none() {
            let of_round = scope.rounds.iter().find(|round| Some(round.record) == scope.round);
            let met =
                |round: &&Item<Round>| round.body.standing.took_place() || round.body.begins().is_some();
            let last = || scope.rounds.iter().filter(met).max_by_key(|round| round.body.begins());
            let with_texts = scope.rounds.iter().filter(|round| has_texts(view, round.record));
            let best = with_texts.max_by_key(|round| round.body.begins());
            scope.chosen = of_round.or(best).or_else(last).map(|round| round.body.series);
            scope.look_at_rounds(view, asked);
        }
        scope
    }

    fn look_at_rounds(&mut self, view: &View<'_>, asked: &Asked) {
        let wanted = self.series.iter().filter(|one| self.chosen.is_none_or(|chosen| one.record == chosen));
        self.rounds = wanted.flat_map(|one| Round::of_series(view, one.record)).map(Item::from).collect();
        let symbol = asked.round.as_deref();
        self.round =
            self.rounds.iter().find(|one| Some(one.body.symbol.as_str()) == symbol).map(|one| one.record);
    }

    /// The recommendations of the rounds that are looked at, the newest round first.
    pub fn followed(&self, view: &View<'_>) -> Vec<Followed> {
        let wanted =
            self.rounds.iter().rev().filter(|one| self.round.is_none_or(|round| one.record == round));
        wanted.flat_map(|one| Followed::of_round(view, one.record)).collect()
    }

    /// Series to choose from; none if there is only one.
    pub fn series_choices(&self, frame: &Frame) -> Vec<Choice> {
        let choice = |one: &Item<Series>| (one.body.slug.clone(), frame.words(&one.body.title).into());
        self.series.iter().map(choice).collect()
    }

    /// Rounds to choose from, the newest first.
    pub fn round_choices(&self, frame: &Frame) -> Vec<Choice> {
        self.rounds.iter().rev().map(|one| (one.body.symbol.clone(), round_name(frame, &one.body))).collect()
    }
}

fn participants(view: &View<'_>, round: RecordId) -> Vec<RecordId> {
    let seats = view.about::<Delegation>(round);
    let seats = seats.filter(|seat| seat.body.round == round && seat.body.capacity == Capacity::Participant);
    seats.map(|seat| seat.body.party).collect()
}

fn has_texts(view: &View<'_>, round: RecordId) -> bool {
    view.about::<Recommendation>(round).any(|seen| seen.body.round == round)
}

/// What the texts of a list speak of, by name: what one may choose among.
#[derive(Default)]
pub struct Spoken {
    /// Their addressees.
    pub parties: Names<Party>,
    /// Their themes.
    pub themes: Names<Theme>,
    /// Who took part in rounds for whose texts sources name no addressee.
    took_part: HashMap<RecordId, Vec<RecordId>>,
}

impl Spoken {
    /// Of these texts.
    pub fn of<'t>(view: &View<'_>, texts: impl Iterator<Item = &'t Recommendation>) -> Self {
        let (mut addressees, mut about): (HashSet<RecordId>, HashSet<RecordId>) = Default::default();
        let mut took_part: HashMap<RecordId, Vec<RecordId>> = HashMap::new();
        for text in texts {
            addressees.extend(text.addressees.iter().flatten().copied());
            if text.addressees.is_none() {
                took_part.entry(text.round).or_insert_with(|| participants(view, text.round));
            }
            about.extend(text.themes.iter().copied());
        }
        addressees.extend(took_part.values().flatten().copied());
        Spoken { parties: parties(view, addressees), themes: themes(view, about), took_part }
    }

    /// Whether a text is about the theme and for the addressee and of the kind that are asked for. Where sources name no
    /// addressee, the text is for whoever took part in its round.
    pub fn admits(&self, asked: &Asked, text: &Recommendation) -> bool {
        let theme = |label: &String| {
            text.themes.iter().any(|id| self.themes.get(id).is_some_and(|theme| theme.body.label == *label))
        };
        let addressee = |label: &String| {
            let took_part = || self.took_part.get(&text.round).map(Vec::as_slice).unwrap_or_default();
            let addressees = text.addressees.as_deref().unwrap_or_else(took_part).iter();
            addressees.filter_map(|id| self.parties.get(id)).any(|party| party.body.label == *label)
        };
        asked.theme.as_ref().is_none_or(theme)
            && asked.addressee.as_ref().is_none_or(addressee)
            && asked.kind.is_none_or(|kind| text.sort == kind)
    }

    /// Themes to choose from, in the order of the language.
    pub fn theme_choices(&self, frame: &Frame) -> Vec<Choice> {
        let choice = |one: &Item<Theme>| (one.body.label.clone(), frame.words(&one.body.name).into());
        frame.in_order(self.themes.values().map(choice).collect(), |(_, name)| name.clone())
    }

    /// Addressees to choose from, in the order of the language.
    pub fn addressee_choices(&self, frame: &Frame) -> Vec<Choice> {
        let choice = |one: &Item<Party>| (one.body.label.clone(), frame.words(&one.body.name).into());
        frame.in_order(self.parties.values().map(choice).collect(), |(_, name)| name.clone())
    }
}

/// Kinds of texts to choose from.
pub fn kind_choices(frame: &Frame) -> Vec<Choice> {
    FindingSort::ALL.iter().map(|sort| (sort.word().to_owned(), line::sort(frame, *sort))).collect()
}

/// Where texts stand, to choose from.
pub fn course_choices(frame: &Frame, courses: &[Course]) -> Vec<Choice> {
    courses.iter().map(|course| (course.word().to_owned(), line::course(frame, *course))).collect()
}

/// Whether a line stands where it is asked for.
pub fn stands(asked: &Asked, line: &Line) -> bool {
    asked.course.is_none_or(|course| line.course == course)
}
