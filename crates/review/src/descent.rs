//! Descent: one recommendation across rounds, both ways: what it goes back to, and what came of it. A text, a measure or a
//! practice that the reader may not see is not in it, nor is what leads there.

use crate::follow_up::{Followed, day};
use crate::lineage::{Lineage, Relation};
use crate::measure::Measure;
use crate::plan::Plan;
use crate::practice::Practice;
use crate::roadmap::Roadmap;
use crate::round::Round;
use ledger::id::RecordId;
use ledger::time::PartialDate;
use ledger::view::{Seen, View};
use std::collections::BTreeMap;

/// How many records a descent shows at most: more could not be drawn on one page.
pub const AT_MOST: usize = 60;

/// A family of records, in columns by rounds.
#[derive(Default)]
pub struct Descent {
    /// Its members, column by column from left to right; within a column near to what they go back to.
    pub members: Vec<Member>,
    /// Which goes back to which.
    pub links: Vec<Link>,
    /// The rounds of the columns, in their order.
    pub rounds: Vec<Seen<Round>>,
    /// Whether there was more than could be drawn.
    pub cut: bool,
}

/// A record of the family.
pub struct Member {
    /// The record.
    pub record: RecordId,
    /// What it is.
    pub what: What,
    /// Its column: the place of its round among the rounds; what is of no round stands at the round that follows its
    /// day, or behind the last.
    pub column: usize,
}

/// What a record of the family is.
pub enum What {
    /// A recommendation, adopted or not.
    Text(Followed),
    /// A measure of a plan or of a road map.
    Measure(Seen<Measure>),
    /// A practice.
    Practice(Seen<Practice>),
}

/// That one goes back to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The record that says so.
    pub lineage: RecordId,
    /// The earlier record.
    pub earlier: RecordId,
    /// The later one.
    pub later: RecordId,
    /// How it goes back to it.
    pub relation: Relation,
}

impl What {
    fn find(view: &View<'_>, record: RecordId) -> Option<What> {
        let text = Followed::find(view, record).map(What::Text);
        let measure = || view.find::<Measure>(record).map(What::Measure);
        let practice = || view.find::<Practice>(record).map(What::Practice);
        text.or_else(measure).or_else(practice)
    }

    /// The round it belongs to, and else its day.
    fn place(&self, view: &View<'_>) -> (Option<RecordId>, PartialDate) {
        match self {
            What::Text(Followed::Adopted(seen)) => (Some(seen.body.round), day(&seen.facts)),
            What::Text(Followed::Text(seen)) => (Some(seen.body.round), day(&seen.facts)),
            What::Measure(seen) => {
                let joint = view.find::<Roadmap>(seen.body.of).map(|roadmap| roadmap.body.round);
                let approved = view.find::<Plan>(seen.body.of).and_then(|plan| plan.body.approved_on);
                (joint, approved.unwrap_or_else(|| day(&seen.facts)))
            }
            What::Practice(seen) => (None, day(&seen.facts)),
        }
    }
}

impl Descent {
    /// The family of a recommendation. Without any lineage it has one member: itself.
    pub fn of(view: &View<'_>, recommendation: RecordId) -> Option<Descent> {
        let mut found: BTreeMap<RecordId, What> = BTreeMap::new();
        found.insert(recommendation, What::find(view, recommendation)?);
        let mut family = Descent::default();
        let mut open = vec![recommendation];
        while let Some(record) = open.pop() {
            for link in links_of(view, record) {
                let other = if link.earlier == record { link.later } else { link.earlier };
                if !found.contains_key(&other) {
                    if found.len() == AT_MOST {
                        family.cut = true;
                        continue;
                    }
                    let Some(what) = What::find(view, other) else { continue };
                    found.insert(other, what);
                    open.push(other);
                }
                if !family.links.iter().any(|known| known.lineage == link.lineage) {
                    family.links.push(link);
                }
            }
        }
        family.arrange(view, found);
        Some(family)
    }

    /// Puts the members into columns: by their rounds, and never left of what they go back to.
    fn arrange(&mut self, view: &View<'_>, found: BTreeMap<RecordId, What>) {
        let places: BTreeMap<RecordId, (Option<RecordId>, PartialDate)> =
            found.iter().map(|(record, what)| (*record, what.place(view))).collect();
        let mut ids: Vec<RecordId> = places.values().filter_map(|(round, _)| *round).collect();
        ids.sort_unstable();
        ids.dedup();
        self.rounds = ids.into_iter().filter_map(|round| view.find::<Round>(round)).collect();
        self.rounds.sort_by_key(|round| round.body.order());
        let column = |(round, day): &(Option<RecordId>, PartialDate)| {
            let own = round.and_then(|round| self.rounds.iter().position(|seen| seen.record == round));
            let ended = |seen: &Seen<Round>| seen.body.begins().is_some_and(|begins| begins < *day);
            own.unwrap_or_else(|| self.rounds.iter().take_while(|seen| ended(seen)).count())
        };
        let mut columns: BTreeMap<RecordId, usize> =
            places.iter().map(|(record, place)| (*record, column(place))).collect();
        // A chain has at most as many links as there are members.
        for _ in 0..found.len() {
            for link in &self.links {
                let after = columns[&link.earlier] + 1;
                let free = places[&link.later].0.is_none();
                columns.entry(link.later).and_modify(|own| *own = if free { after.max(*own) } else { *own });
            }
        }
        self.members = found
            .into_iter()
            .map(|(record, what)| Member { record, what, column: columns[&record] })
            .collect();
        self.order(&places);
    }

    /// Within a column members stand in the order of what they go back to, then of their days.
    fn order(&mut self, places: &BTreeMap<RecordId, (Option<RecordId>, PartialDate)>) {
        self.members.sort_by_key(|member| (member.column, places[&member.record].1));
        let mut rank: BTreeMap<RecordId, usize> = BTreeMap::new();
        let last = self.members.iter().map(|member| member.column).max().unwrap_or_default();
        for column in 0..=last {
            let (links, ranks) = (&self.links, &rank);
            let before = |record: RecordId| {
                let earlier = links.iter().filter(|link| link.later == record);
                earlier.filter_map(|link| ranks.get(&link.earlier)).min().copied().unwrap_or(usize::MAX)
            };
            let name = |member: &Member| match &member.what {
                What::Text(text) => text.symbol().unwrap_or_default().to_owned(),
                What::Measure(seen) => seen.body.symbol.clone().unwrap_or_default(),
                What::Practice(seen) => seen.body.symbol.clone().unwrap_or_default(),
            };
            let from = self.members.partition_point(|member| member.column < column);
            let to = self.members.partition_point(|member| member.column <= column);
            let here = &mut self.members[from..to];
            here.sort_by_cached_key(|member| {
                (before(member.record), !matches!(member.what, What::Text(_)), name(member))
            });
            let placed: Vec<RecordId> = here.iter().map(|member| member.record).collect();
            rank.extend(placed.into_iter().enumerate().map(|(place, record)| (record, place)));
        }
    }

    /// A member by its record.
    pub fn member(&self, record: RecordId) -> Option<&Member> {
        self.members.iter().find(|member| member.record == record)
    }
}

fn links_of(view: &View<'_>, record: RecordId) -> Vec<Link> {
    let link = |seen: Seen<Lineage>| {
        let Lineage { later, earlier, relation, .. } = *seen.body;
        Link { lineage: seen.record, earlier, later, relation }
    };
    let speaks = |link: &Link| link.earlier == record || link.later == record;
    view.about::<Lineage>(record).map(link).filter(speaks).collect()
}
