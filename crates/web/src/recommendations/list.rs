//! All recommendations: by symbol or paraphrase, with round, addressees, themes, kind, and where each stands.

use super::asked::{self, Asked, Scope, Spoken};
use super::line::{self, Line, Marks, round_name};
use crate::answer::Screen;
use crate::furniture::csv::Sheet;
use crate::furniture::frame::Frame;
use crate::furniture::listing::{A_PAGE, Choice, Column, Listing, filters};
use crate::furniture::model::{Item, Names};
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::id::RecordId;
use ledger::view::View;
use maud::{Markup, html};
use review::follow_up::Course;
use review::party::Party;
use review::recommendation::FindingSort;
use review::round::Round;
use review::theme::Theme;
use serde::{Serialize, Serializer};
use std::collections::HashMap;
use std::rc::Rc;

/// The page of all recommendations.
#[derive(Serialize)]
pub struct RecommendationList {
    /// How many there are.
    count: usize,
    /// Which page of them follows.
    page: usize,
    /// The recommendations of that page, the newest round first.
    #[serde(serialize_with = "one_page")]
    recommendations: Lines,
    rounds: Names<Round>,
    themes: Names<Theme>,
    parties: Names<Party>,
    #[serde(skip)]
    choices: Scope,
    #[serde(skip)]
    spoken: Spoken,
}

/// The lines that are looked at: all of them where they are to be sorted, else only the page.
struct Lines {
    /// Which page of them is given; none: they are the page.
    page: Option<usize>,
    lines: Vec<Line>,
}

fn one_page<S: Serializer>(lines: &Lines, serializer: S) -> Result<S::Ok, S::Error> {
    let before = lines.page.map_or(0, |page| (page - 1) * A_PAGE);
    serializer.collect_seq(lines.lines.iter().skip(before).take(A_PAGE))
}

impl RecommendationList {
    /// What the view shows of those that are asked for.
    pub fn look(view: &View<'_>, asked: &Asked) -> Self {
        let scope = Scope::of(view, asked);
        let followed = scope.followed(view);
        let spoken = Spoken::of(view, followed.iter().map(|one| one.text()));
        let mut admitted = followed;
        admitted.retain(|one| spoken.admits(asked, one.text()));
        let line = |one| Line::of(view, one);
        let (count, page, lines) = match asked.whole || asked.sorted || asked.course.is_some() {
            true => {
                let lines = admitted.into_iter().map(line).filter(|line| asked::stands(asked, line));
                let lines: Vec<Line> = lines.collect();
                let page = asked.page_of(lines.len());
                (lines.len(), page, Lines { page: Some(page), lines })
            }
            false => {
                let (count, page) = (admitted.len(), asked.page_of(admitted.len()));
                let shown = admitted.into_iter().skip((page - 1) * A_PAGE).take(A_PAGE);
                (count, page, Lines { page: None, lines: shown.map(line).collect() })
            }
        };
        RecommendationList {
            count,
            page,
            recommendations: lines,
            rounds: scope.rounds.iter().map(|round| (round.record, round.clone())).collect(),
            themes: spoken.themes.clone(),
            parties: spoken.parties.clone(),
            choices: scope,
            spoken,
        }
    }

    fn filters(&self, frame: &Frame) -> Markup {
        let mut fields: Vec<(&str, Phrase, Vec<Choice>)> = vec![
            ("round", frame.say("recommendations-round"), self.choices.round_choices(frame)),
            ("theme", frame.say("recommendations-theme"), self.spoken.theme_choices(frame)),
            ("addressee", frame.say("recommendations-addressee"), self.spoken.addressee_choices(frame)),
            ("kind", frame.say("recommendations-kind"), asked::kind_choices(frame)),
            (
                "course",
                frame.say("recommendations-course"),
                asked::course_choices(frame, &[Course::Open, Course::Concluded, Course::Draft]),
            ),
        ];
        if self.choices.series.len() > 1 {
            let series = self.choices.series_choices(frame);
            fields.insert(0, ("series", frame.say("recommendations-series"), series));
        }
        filters(frame, &fields)
    }

    fn listing<'a>(&'a self, frame: &'a Frame) -> Listing<'a, &'a Line> {
        let place = |line: &&Line| self.rounds.get(&line.round()).map(|round| &round.body);
        let names = self.round_names(frame);
        let round = move |line: &&Line| names.get(&line.round()).cloned().unwrap_or_default();
        let marks = Rc::new(Marks::of(frame, &self.parties));
        let drawn = marks.clone();
        let day = |line: &&Line| line.adopted().map(|day| day.to_string()).unwrap_or_default();
        let began = move |line: &&Line| {
            let first = place(line).and_then(|round| round.begins());
            first.map_or(i64::MAX, |day| ordinal(day.first_day()))
        };
        Listing {
            marking: Box::new(|_| None),
            name: "recommendations",
            caption: frame.say("recommendations-title"),
            columns: vec![
                Column::drawn(
                    "symbol",
                    frame.say("recommendations-symbol"),
                    |line: &&Line| html! { span.sym-in { (line.quoted(frame, &self.rounds)) } },
                    |line: &&Line| line.quoted(frame, &self.rounds),
                ),
                Column::drawn(
                    "title",
                    frame.say("recommendations-recommendation"),
                    |line: &&Line| self.title(frame, line),
                    |line: &&Line| frame.words(line.text().called()).to_owned(),
                )
                .naming(),
                Column::words("round", frame.say("recommendations-round"), round).ranked(began),
                Column::drawn(
                    "adopted",
                    frame.say("recommendations-adopted"),
                    |line: &&Line| html! { @if let Some(day) = line.adopted() { span.nb { (frame.date_brief(day)) } } },
                    day,
                )
                .ranked(|line: &&Line| line.adopted().map_or(i64::MAX, |day| ordinal(day.first_day()))),
                Column::drawn(
                    "addressees",
                    frame.say("recommendations-addressees"),
                    move |line: &&Line| self.addressees(frame, line, &drawn),
                    move |line: &&Line| marks.names(frame, line.addressees()),
                ),
                Column::words("themes", frame.say("recommendations-themes"), |line: &&Line| {
                    line::themes(frame, &self.themes, &line.text().themes)
                }),
                Column::words("kind", frame.say("recommendations-kind"), |line: &&Line| {
                    line::sort(frame, line.text().sort)
                }),
                Column::words("course", frame.say("recommendations-course"), |line: &&Line| {
                    self.course(frame, line)
                }),
            ],
            rows: self.recommendations.lines.iter().collect(),
            empty: (frame.say("recommendations-empty"), frame.say("recommendations-empty-why")),
        }
    }

    fn title(&self, frame: &Frame, line: &Line) -> Markup {
        html! {
            a href=(frame.link(&line.address())) { (frame.text(line.text().called())) }
            span.sub.prov { (line.in_short(frame)) }
        }
    }

    fn round_names(&self, frame: &Frame) -> HashMap<RecordId, String> {
        let mut names: HashMap<RecordId, String> = HashMap::new();
        for line in &self.recommendations.lines {
            let named = |round: &Item<Round>| round_name(frame, &round.body);
            let of = line.round();
            names.entry(of).or_insert_with(|| self.rounds.get(&of).map(named).unwrap_or_default().into());
        }
        names
    }

    fn addressees(&self, frame: &Frame, line: &Line, marks: &Marks<'_>) -> Markup {
        match line.text().addressees {
            Some(_) => html! { span.marks { (marks.draw(line.addressees())) } },
            None if line.text().sort == FindingSort::GoodPractice => html! {},
            None => html! { span.mute { (frame.say("recommendations-addressees-unknown")) } },
        }
    }

    /// Where it stands; for a draft, its stage.
    fn course(&self, frame: &Frame, line: &Line) -> Phrase {
        let text = line.text();
        match (line.course, text.standing) {
            (Course::Draft, Some(standing)) => line::stage(frame, standing),
            (Course::Open, _) if text.sort == FindingSort::GoodPractice => frame.say("recommendations-noted"),
            (course, _) => line::course(frame, course),
        }
    }
}

/// A day as a number, for order only.
fn ordinal(day: impl std::fmt::Display) -> i64 {
    let digits: String = day.to_string().chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_default()
}

impl Screen for RecommendationList {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("recommendations-title"),
            symbol: None,
            lede: Some(html! { (frame.say("recommendations-lead")) }),
            crumbs: Vec::new(),
            part: Part::Recommendations,
            provenance: provenance::readable(frame),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            (self.filters(frame))
            section aria-labelledby="all" {
                h2.h2 #all {
                    (frame.say("recommendations-all"))
                    span.end { a href=(frame.link("/follow-up")) { (frame.say("recommendations-to-board")) } }
                }
                @match self.recommendations.page {
                    Some(_) => (self.listing(frame).draw(frame)),
                    None => (self.listing(frame).draw_cut(frame, self.count)),
                }
            }
            p.caveat { (frame.say("recommendations-voluntary")) }
        }
    }

    fn table(&self, frame: &Frame) -> Option<Sheet> {
        Some(self.listing(frame).sheet(frame))
    }
}
