//! Follow-up: what became of a recommendation, as far as its reader may see: its text and adoption, what each addressee
//! reported last, what rounds concluded. Texts that States adopted and texts that sources only paraphrase take the same path.

use crate::adoption::Adoption;
use crate::conclusion::{Conclusion, Verdict};
use crate::progress::Progress;
use crate::recommendation::{HowFar, Recommendation};
use crate::round::Round;
use crate::word::stable_words;
use ledger::content::Body;
use ledger::id::RecordId;
use ledger::time::PartialDate;
use ledger::view::{Facts, Seen, View};
use std::collections::{BTreeMap, HashSet};

/// A recommendation as it is followed.
pub enum Followed {
    /// It was adopted: the text is the frozen one. The record in which it was drafted stays with those who drafted it.
    Adopted(Seen<Adoption>),
    /// It is a draft still or, in a review held before, a paraphrase of what sources tell.
    Text(Seen<Recommendation>),
}

stable_words! {
    /// Where a recommendation stands.
    Course {
        /// It is not adopted yet.
        Draft => "draft",
        /// It is followed.
        Open => "open",
        /// A round concluded, or a source says, that it is no longer followed.
        Concluded => "concluded",
    }
}

impl Followed {
    /// A recommendation, if the reader may see its adoption or its text.
    pub fn find(view: &View<'_>, recommendation: RecordId) -> Option<Followed> {
        let adoption = Adoption::of(view, recommendation).map(Followed::Adopted);
        adoption.or_else(|| view.find::<Recommendation>(recommendation).map(Followed::Text))
    }

    /// The recommendations of a round: those adopted by their numbers, then drafts and paraphrases by theirs.
    pub fn of_round(view: &View<'_>, round: RecordId) -> Vec<Followed> {
        let mut all: Vec<Followed> =
            Adoption::of_round(view, round).into_iter().map(Followed::Adopted).collect();
        let adopted: HashSet<RecordId> = all.iter().map(Followed::record).collect();
        let not_adopted = |record| !adopted.contains(&record);
        let mut texts: Vec<Seen<Recommendation>> = (view.about_if::<Recommendation>(round, not_adopted))
            .filter(|seen| seen.body.round == round)
            .collect();
        texts.sort_by_cached_key(|seen| numbers(&seen.body));
        all.extend(texts.into_iter().map(Followed::Text));
        all
    }

    /// The recommendations of a series, round by round.
    pub fn of_series(view: &View<'_>, series: RecordId) -> Vec<Followed> {
        let rounds = Round::of_series(view, series);
        rounds.iter().flat_map(|round| Followed::of_round(view, round.record)).collect()
    }

    /// The record by which it is known throughout: lineage, progress and conclusions name it.
    pub fn record(&self) -> RecordId {
        match self {
            Followed::Adopted(adoption) => adoption.body.recommendation,
            Followed::Text(text) => text.record,
        }
    }

    /// Its text: the frozen one, once it is adopted.
    pub fn text(&self) -> &Recommendation {
        match self {
            Followed::Adopted(adoption) => &adoption.body.text,
            Followed::Text(text) => &text.body,
        }
    }

    /// Its adoption.
    pub fn adoption(&self) -> Option<&Adoption> {
        match self {
            Followed::Adopted(adoption) => Some(&adoption.body),
            Followed::Text(_) => None,
        }
    }

    /// The symbol by which it is quoted: that of its adoption, else that of the draft.
    pub fn symbol(&self) -> Option<&str> {
        match self {
            Followed::Adopted(adoption) => Some(&adoption.body.symbol),
            Followed::Text(text) => text.body.symbol.as_deref(),
        }
    }

    /// Whether it is being drafted. What sources paraphrase has neither a symbol nor a standing.
    pub fn is_draft(&self) -> bool {
        let body = self.text();
        self.adoption().is_none() && (body.symbol.is_some() || body.standing.is_some())
    }

    /// Whom it asks; nothing where no source says.
    pub fn addressees(&self) -> &[RecordId] {
        self.text().addressees.as_deref().unwrap_or_default()
    }

    /// Where it stands, by what rounds concluded of it.
    pub fn course(&self, concluded: &[Seen<Conclusion>]) -> Course {
        if self.is_draft() {
            return Course::Draft;
        }
        let by_source = self.text().became.as_ref().is_some_and(|became| is_over(became.word));
        let addressees = self.addressees();
        let done = match addressees.is_empty() {
            true => last_verdict(concluded, None).is_some_and(closes),
            false => addressees.iter().all(|one| last_verdict(concluded, Some(*one)).is_some_and(closes)),
        };
        if by_source || done { Course::Concluded } else { Course::Open }
    }
}

/// The place of a text that is not adopted among its round's: by the numbers of its symbol, or its letter.
fn numbers(text: &Recommendation) -> (Vec<u32>, Option<String>) {
    let symbol = text.symbol.as_deref().unwrap_or_default();
    let own = symbol.split('/').skip(1).flat_map(|part| part.split(|letter: char| !letter.is_ascii_digit()));
    (own.filter_map(|part| part.parse().ok()).collect(), text.letter.clone())
}

/// What is said of the whole, and of one addressee where it is about that one: the last of them holds.
fn last_verdict(concluded: &[Seen<Conclusion>], addressee: Option<RecordId>) -> Option<Verdict> {
    let concerns = |seen: &&Seen<Conclusion>| seen.body.about.is_none() || seen.body.about == addressee;
    concluded.iter().find(concerns).map(|seen| seen.body.verdict)
}

fn closes(verdict: Verdict) -> bool {
    verdict != Verdict::Open
}

fn is_over(word: HowFar) -> bool {
    matches!(word, HowFar::CarriedOut | HowFar::Overtaken)
}

/// The day a version speaks for: stated in an exercise or a reconstruction, else its owner's stamp.
pub fn day(facts: &Facts) -> PartialDate {
    facts.stated_at.unwrap_or_else(|| PartialDate::of(facts.at.day()))
}

/// What was reported of a recommendation or a measure, newest first.
pub fn reports(view: &View<'_>, on: RecordId) -> Vec<Seen<Progress>> {
    let mut reports: Vec<Seen<Progress>> =
        view.about::<Progress>(on).filter(|seen| seen.body.on == on).collect();
    newest_first(&mut reports, |seen| seen.body.number);
    reports
}

/// The newest report of each party, by party.
pub fn last_reports(view: &View<'_>, on: RecordId) -> BTreeMap<RecordId, Seen<Progress>> {
    let mut last = BTreeMap::new();
    for report in reports(view, on) {
        last.entry(report.body.by).or_insert(report);
    }
    last
}

/// What rounds concluded of a recommendation, newest first.
pub fn conclusions(view: &View<'_>, recommendation: RecordId) -> Vec<Seen<Conclusion>> {
    let mut all: Vec<Seen<Conclusion>> = (view.about::<Conclusion>(recommendation))
        .filter(|seen| seen.body.recommendation == recommendation)
        .collect();
    newest_first(&mut all, |_| 0);
    all
}

fn newest_first<B: Body>(all: &mut [Seen<B>], number: impl Fn(&Seen<B>) -> u32) {
    if all.len() > 1 {
        all.sort_by_cached_key(|seen| {
            std::cmp::Reverse((day(&seen.facts).last_day(), number(seen), seen.facts.at))
        });
    }
}
