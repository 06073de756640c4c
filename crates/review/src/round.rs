//! A round: one meeting of a series. Initiator, host, organizers, place and donors are five facts; "2+1" and "5+1" are
//! labels in a title; dates may be partial, and sources may disagree.

use crate::actor::Role;
use crate::check;
use crate::fact::{self, Note, Period, Place, Who, sourced};
use crate::mandate::Mandate;
use crate::noun::{Beside, Noun};
use crate::refusal::Refusal;
use crate::series::Series;
use crate::source::say;
use crate::theme::Theme;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::{Said, Seen, View};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One meeting of a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// The series it belongs to.
    pub series: RecordId,
    /// The word in its address, such as `issyk-kul-2018`.
    pub slug: String,
    /// The symbol under which its papers are quoted, such as `ISK18`.
    pub symbol: String,
    /// What it is called, without its dates.
    pub title: Text,
    /// The label of its format, as titles carry it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<Format>,
    /// What it was, in a sentence or two.
    pub summary: Text,
    /// How far it came, as far as is known.
    pub standing: Standing,
    /// When; the first entry is followed.
    pub dates: Vec<Period>,
    /// Where: it may lie outside all participating States.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// On whose initiative.
    pub initiators: Vec<Who>,
    /// Who hosted it.
    pub hosts: Vec<Who>,
    /// Who organized it.
    pub organizers: Vec<Who>,
    /// Who paid.
    pub donors: Vec<Who>,
    /// Who chairs it, as a post.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chairs: Vec<Who>,
    /// The IANA name of the time zone in which its hours are given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// What it was about.
    pub themes: Vec<RecordId>,
    /// The phases it went through.
    pub steps: Vec<Step>,
    /// What it grew from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grew_from: Option<GrewFrom>,
    /// How many people took part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participants: Option<Participants>,
    /// What else should be known.
    pub notes: Vec<Note>,
    /// Where all that is said.
    pub sources: Vec<RecordId>,
}

/// The label of a format. It cannot be computed from the number of parties: "5+1" means a region and a guest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Format {
    /// `2+1`, `5+1`, `bilateral`, `trilateral` …
    pub label: String,
    /// What it stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// How far a round came, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "RoundStanding")]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Somebody proposed it.
    Proposed,
    /// It was announced and lay ahead.
    Announced,
    /// It was announced; no source shows that it took place.
    Unconfirmed,
    /// It took place.
    Held,
    /// It took place, and a later round looked at what became of it.
    Closed,
}

impl Standing {
    /// The stable word.
    pub fn word(self) -> &'static str {
        match self {
            Standing::Proposed => "proposed",
            Standing::Announced => "announced",
            Standing::Unconfirmed => "unconfirmed",
            Standing::Held => "held",
            Standing::Closed => "closed",
        }
    }

    /// Whether it took place.
    pub fn took_place(self) -> bool {
        matches!(self, Standing::Held | Standing::Closed)
    }
}

/// A phase that a round went through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Which.
    pub step: Phase,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<PartialDate>,
    /// What happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

/// The phases of a round, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Proposed by somebody.
    Proposed,
    /// Being prepared: invitations, national work.
    Preparing,
    /// The meeting itself.
    InSession,
    /// A text was adopted or prepared.
    Adopted,
    /// What became of the results was looked at.
    FollowUp,
    /// Read-only.
    Closed,
}

impl Phase {
    /// All phases in order.
    pub const ALL: [Phase; 6] =
        [Phase::Proposed, Phase::Preparing, Phase::InSession, Phase::Adopted, Phase::FollowUp, Phase::Closed];

    /// The stable word.
    pub fn word(self) -> &'static str {
        match self {
            Phase::Proposed => "proposed",
            Phase::Preparing => "preparing",
            Phase::InSession => "in_session",
            Phase::Adopted => "adopted",
            Phase::FollowUp => "follow_up",
            Phase::Closed => "closed",
        }
    }
}

/// What a round grew from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GrewFrom {
    /// In words.
    pub note: Text,
    /// The recommendation, event or round, where it is recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordId>,
}

/// How many people took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Participants {
    /// How many.
    pub count: u32,
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

impl Round {
    /// The round at that address of a series.
    pub fn at(view: &View<'_>, series: RecordId, slug: &str) -> Option<Seen<Round>> {
        view.about::<Round>(series).find(|round| round.body.slug == slug)
    }

    /// The rounds of a series by date, those without one last.
    pub fn of_series(view: &View<'_>, series: RecordId) -> Vec<Seen<Round>> {
        let mut rounds: Vec<Seen<Round>> =
            view.about::<Round>(series).filter(|round| round.body.series == series).collect();
        rounds.sort_by_key(|round| round.body.order());
        rounds
    }

    /// Its place among the rounds of a series: by date, a month or a year counting from its end (what was proposed
    /// in a month comes after what was held in it); without a date last.
    pub fn order(&self) -> impl Ord + use<> {
        let day = self.begins().map(|begins| begins.last_day());
        (day.is_none(), day)
    }

    /// The first day it can have begun, for order only: where no date is known, the earliest of its steps.
    pub fn begins(&self) -> Option<PartialDate> {
        let dated = self.dates.first().map(|period| period.from);
        dated.or_else(|| self.steps.iter().filter_map(|step| step.when).min())
    }

    /// The phase it has come to.
    pub fn phase(&self) -> Option<Phase> {
        self.steps.iter().map(|step| step.step).max()
    }

    /// Everybody who did something for it.
    fn all_who(&self) -> [&Vec<Who>; 5] {
        [&self.initiators, &self.hosts, &self.organizers, &self.donors, &self.chairs]
    }

    /// The sources of its facts, in the order of the page, each once.
    pub fn all_sources(&self) -> Vec<RecordId> {
        let mut sources: Vec<RecordId> = Vec::new();
        for source in self.each_source() {
            if !sources.contains(source) {
                sources.push(*source);
            }
        }
        sources
    }

    /// The same as often as they are named.
    fn each_source(&self) -> impl Iterator<Item = &RecordId> {
        let lists = (self.steps.iter().map(|step| &step.sources))
            .chain(self.dates.iter().map(|period| &period.sources))
            .chain(self.place.iter().map(|place| &place.sources))
            .chain(self.all_who().into_iter().flatten().map(|who| &who.sources))
            .chain(self.participants.iter().map(|participants| &participants.sources))
            .chain(self.notes.iter().map(|note| &note.sources))
            .chain([&self.sources]);
        lists.flatten()
    }
}

impl Body for Round {
    const KIND: &'static str = "review.round";
    const SCHEMA: u32 = 2;

    fn from_older(schema: u32, content: &[u8]) -> Option<Self> {
        (schema == 1).then(|| ledger::content::with_fewer_fields(content)).flatten()
    }

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.series);
        self.themes.iter().copied().for_each(&mut *found);
        let who = self.all_who();
        who.into_iter().flatten().filter_map(|who| who.party).for_each(&mut *found);
        self.place.iter().filter_map(|place| place.state).for_each(&mut *found);
        self.grew_from.iter().filter_map(|grew| grew.record).for_each(&mut *found);
        self.each_source().copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.title, found);
        say(&self.summary, found);
        found("und", &self.symbol);
        self.format.iter().for_each(|format| found("und", &format.label));
        self.place.iter().filter_map(|place| place.name.as_ref()).for_each(|name| say(name, found));
        let who = self.all_who();
        who.into_iter().flatten().filter_map(|who| who.name.as_ref()).for_each(|name| say(name, found));
        self.steps.iter().filter_map(|step| step.note.as_ref()).for_each(|note| say(note, found));
        self.notes.iter().for_each(|note| say(&note.words, found));
    }
}

impl Noun for Round {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Organizer];

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let own = beside.own;
        let itself = view.of_owner::<Round>(beside.actor.owner).next().map(|round| round.record);
        if beside.actor.role != Role::Editor && itself.is_some_and(|itself| itself != own) {
            return Err(Refusal::new("refusal-not-yours").at("record"));
        }
        check::refers::<Series>(view, self.series, "body/series")?;
        self.check_series(beside)?;
        check::slug(&self.slug, "body/slug")?;
        check::label(&self.symbol, "body/symbol")?;
        self.check_free(own, view)?;
        check::text(&self.title, check::NAME, "body/title")?;
        check::text(&self.summary, check::PARAGRAPH, "body/summary")?;
        fact::periods(beside, &self.dates, "body/dates")?;
        fact::place(beside, self.place.as_ref(), "body/place")?;
        fact::all_who(beside, &self.initiators, "body/initiators")?;
        fact::all_who(beside, &self.hosts, "body/hosts")?;
        fact::all_who(beside, &self.organizers, "body/organizers")?;
        fact::all_who(beside, &self.donors, "body/donors")?;
        fact::all_who(beside, &self.chairs, "body/chairs")?;
        check::maybe_line(self.zone.as_deref(), "body/zone")?;
        check::refer_all::<Theme>(view, &self.themes, "body/themes")?;
        self.check_steps(beside)?;
        self.participants
            .as_ref()
            .map_or(Ok(()), |some| sourced(beside, &some.sources, "body/participants"))?;
        fact::notes(beside, &self.notes, "body/notes")?;
        sourced(beside, &self.sources, "body/sources")
    }
}

impl Round {
    /// A round reads what is told to the States of its series. So it stays in the series for which it was founded, also
    /// where what it said was withdrawn or erased, and nobody who is appointed later chooses one.
    fn check_series(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let first = (beside.view.history(beside.own).into_iter()).find_map(|past| match past.said {
            Said::Body(body) => body.as_any().downcast::<Round>().ok().map(|round| round.series),
            _ => None,
        });
        let right = match first {
            Some(first) => first == self.series,
            None => beside.actor.role == Role::Editor || Mandate::is_founders(beside),
        };
        match right {
            true => Ok(()),
            false => Err(Refusal::new("refusal-series-kept").at("body/series")),
        }
    }

    /// The address is free in the series, the symbol everywhere.
    fn check_free(&self, own: RecordId, view: &View<'_>) -> Result<(), Refusal> {
        let slug = Refusal::new("refusal-slug-taken").with("slug", &self.slug).at("body/slug");
        check::free(Round::at(view, self.series, &self.slug).map(|other| other.record), own, slug)?;
        let symbol = Refusal::new("refusal-symbol-taken").with("symbol", &self.symbol).at("body/symbol");
        let holder =
            view.all::<Round>().find(|other| other.body.symbol == self.symbol).map(|other| other.record);
        check::free(holder, own, symbol)
    }

    /// Phases stand in order, with their sources (results may be looked at more than once); a format's label is short.
    fn check_steps(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        if !self.steps.is_sorted_by_key(|step| step.step) {
            return Err(Refusal::new("refusal-steps-order").at("body/steps"));
        }
        for step in &self.steps {
            check::maybe_text(step.note.as_ref(), check::NAME, "body/steps")?;
            sourced(beside, &step.sources, "body/steps")?;
        }
        if let Some(format) = &self.format {
            check::maybe_text(format.note.as_ref(), check::NAME, "body/format")?;
            if format.label.is_empty() || format.label.chars().count() > 20 {
                return Err(Refusal::new("refusal-label-malformed")
                    .with("label", check::shortened(&format.label))
                    .at("body/format"));
            }
        }
        self.grew_from
            .as_ref()
            .map_or(Ok(()), |grew| check::text(&grew.note, check::PARAGRAPH, "body/grew_from"))
    }
}
