//! By what the found can be narrowed: its kind, the State or organization, the round and the year. Everything is counted
//! over what the reader sees, and over nothing else.

use crate::furniture::about;
use crate::furniture::frame::Frame;
use crate::furniture::listing::{Choice, choose, filter_form};
use crate::furniture::model::{Item, Names};
use crate::furniture::phrase::Phrase;
use desk::search::{Found, Hit};
use ledger::audience::Audience;
use ledger::id::{Kind, OwnerId, RecordId};
use ledger::owner::Origin;
use ledger::view::View;
use maud::{Markup, html};
use review::party::Party;
use review::round::Round;
use serde::Serialize;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// From how many records at most the choices of the filters are gathered; what is chosen narrows all of them.
const MOST: usize = 2_000;

/// The words of the filter by version in addresses.
const VERSIONS: [&str; 2] = ["draft", "shared"];

/// What the filters ask for.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    kind: Option<String>,
    state: Option<String>,
    round: Option<String>,
    year: Option<String>,
    /// `draft`: what nobody but its owner reads yet; `shared`: all else.
    version: Option<String>,
}

impl Asked {
    /// Reads it from a query.
    pub fn read<'q>(asked: impl Fn(&str) -> Option<&'q str>) -> Self {
        let read = |name: &str| asked(name).filter(|value| !value.is_empty()).map(str::to_owned);
        Asked {
            kind: read("kind"),
            state: read("state"),
            round: read("round"),
            year: read("year"),
            version: read("version").filter(|version| VERSIONS.contains(&version.as_str())),
        }
    }

    /// Whether a State or organization is chosen.
    pub fn names_a_state(&self) -> bool {
        self.state.is_some()
    }

    /// Which kind is asked for.
    pub fn kind(&self) -> Option<&str> {
        self.kind.as_deref()
    }

    /// Whether each of the found must be looked at to know what is left.
    fn narrows(&self) -> bool {
        self.state.is_some() || self.round.is_some() || self.year.is_some() || self.version.is_some()
    }
}

/// By what the found can be narrowed.
#[derive(Serialize)]
pub struct Facets {
    /// How many of each kind, as the other filters leave them.
    kinds: BTreeMap<Kind, usize>,
    /// The States and organizations whose it is or of which it speaks.
    parties: Names<Party>,
    /// The rounds of which it speaks.
    rounds: Names<Round>,
    /// The years in which it was stated or shared.
    years: BTreeSet<i16>,
}

/// What is looked at of a record that was found.
struct Traits {
    /// Whose it is. Nobody's where an editor owns it: an editor owns the records of many parties.
    owner: Option<OwnerId>,
    about: Vec<RecordId>,
    year: i16,
    /// Whether nobody but its owner reads it yet.
    is_draft: bool,
}

/// The hits that the filters leave, and by what they can be narrowed further. No hits where no filter is set but the kind:
/// then it is known how many there are without a look at each.
pub fn narrowed(view: &View<'_>, found: &Found, asked: &Asked) -> (Option<Vec<Hit>>, Facets) {
    let mut facets = Facets {
        kinds: if asked.narrows() { BTreeMap::new() } else { found.kinds() },
        parties: Names::new(),
        rounds: Names::new(),
        years: BTreeSet::new(),
    };
    let mut gathered = Gathered::default();
    let chosen = asked.narrows().then(|| Chosen::of(view, asked));
    let mut left = Vec::new();
    let looked_at = if asked.narrows() { usize::MAX } else { MOST };
    for (place, hit) in found.best(view, looked_at, None).into_iter().enumerate() {
        let Some(traits) = traits(view, hit.record) else { continue };
        if place < MOST {
            facets.take(view, &mut gathered, &traits);
        }
        if chosen.as_ref().is_some_and(|chosen| chosen.leaves(&traits)) {
            *facets.kinds.entry(hit.kind.clone()).or_default() += 1;
            left.push(hit);
        }
    }
    left.retain(|hit| asked.kind().is_none_or(|kind| hit.kind.as_str() == kind));
    (asked.narrows().then_some(left), facets)
}

fn traits(view: &View<'_>, record: RecordId) -> Option<Traits> {
    let seen = view.find_any(record)?;
    let mut about = vec![record];
    seen.body.about(&mut |other| about.push(other));
    let year = seen.facts.stated_at.map_or(seen.facts.at.day().year(), |stated| stated.year());
    let is_draft = matches!(*seen.facts.audience, Audience::Own | Audience::Agency { .. });
    let compiled = seen.owner.origin == Origin::Reconstruction;
    Some(Traits { owner: (!compiled).then_some(seen.owner.id), about, year, is_draft })
}

impl Traits {
    /// Whether the record is of that party: its own, or one that speaks of it.
    fn of_party(&self, party: &Item<Party>) -> bool {
        self.owner == Some(party.owner) || self.about.contains(&party.record)
    }
}

/// The records that the filters name, looked up once. A State or a round that is not there leaves nothing.
struct Chosen {
    parties: Option<Vec<Item<Party>>>,
    rounds: Option<Vec<RecordId>>,
    year: Option<String>,
    drafts: Option<bool>,
}

impl Chosen {
    fn of(view: &View<'_>, asked: &Asked) -> Self {
        let parties = asked.state.as_ref().map(|label| {
            view.all::<Party>().filter(|party| party.body.label == *label).map(Item::from).collect()
        });
        let rounds = asked.round.as_ref().map(|slug| {
            let named = view.all::<Round>().filter(|round| round.body.slug == *slug);
            named.map(|round| round.record).collect()
        });
        Chosen {
            parties,
            rounds,
            year: asked.year.clone(),
            drafts: asked.version.as_ref().map(|version| version == VERSIONS[0]),
        }
    }

    fn leaves(&self, traits: &Traits) -> bool {
        let of_state = |parties: &Vec<Item<Party>>| parties.iter().any(|party| traits.of_party(party));
        let of_round = |rounds: &Vec<RecordId>| rounds.iter().any(|round| traits.about.contains(round));
        self.parties.as_ref().is_none_or(of_state)
            && self.rounds.as_ref().is_none_or(of_round)
            && self.drafts.is_none_or(|drafts| traits.is_draft == drafts)
            && self.year.as_ref().is_none_or(|year| traits.year.to_string() == *year)
    }
}

/// Of whom and of what the choices were asked already: many of the found speak of the same.
#[derive(Default)]
struct Gathered {
    owners: HashSet<OwnerId>,
    records: HashSet<RecordId>,
    parties: OnceCell<Vec<Item<Party>>>,
}

impl Facets {
    fn take(&mut self, view: &View<'_>, gathered: &mut Gathered, traits: &Traits) {
        if let Some(owner) = traits.owner.filter(|owner| gathered.owners.insert(*owner)) {
            let parties = gathered.parties.get_or_init(|| view.all::<Party>().map(Item::from).collect());
            let own = parties.iter().filter(|party| party.owner == owner);
            self.parties.extend(own.map(|party| (party.record, party.clone())));
        }
        for record in traits.about.iter().filter(|record| gathered.records.insert(**record)) {
            self.parties.extend(view.find::<Party>(*record).map(|party| (*record, party.into())));
            self.rounds.extend(view.find::<Round>(*record).map(|round| (*record, round.into())));
        }
        self.years.insert(traits.year);
    }

    /// Whether nothing was found at all.
    pub fn is_empty(&self) -> bool {
        self.years.is_empty()
    }

    /// The filters, and the kinds with how many there are of each.
    pub fn draw(&self, frame: &Frame) -> Markup {
        let all = frame.say("search-all");
        let state = |party: &Item<Party>| (party.body.label.clone(), frame.words(&party.body.name).into());
        let round = |round: &Item<Round>| (round.body.slug.clone(), frame.words(&round.body.title).into());
        let states =
            frame.in_order(self.parties.values().map(state).collect(), |(_, name): &Choice| name.clone());
        let rounds =
            frame.in_order(self.rounds.values().map(round).collect(), |(_, name): &Choice| name.clone());
        let years: Vec<Choice> =
            self.years.iter().rev().map(|year| (year.to_string(), year.to_string().into())).collect();
        html! {
            (self.kinds(frame, &all))
            (filter_form(frame, &["state", "round", "year", "version"], html! {
                (choose(frame, "state", &frame.say("search-state"), &all, &states))
                @if !rounds.is_empty() { (choose(frame, "round", &frame.say("search-round"), &all, &rounds)) }
                (choose(frame, "year", &frame.say("search-year"), &all, &years))
                // The public reads no drafts.
                @if frame.reading.is_some() {
                    (choose(frame, "version", &frame.say("search-version"), &all, &VERSIONS.map(|version| {
                        (version.to_owned(), frame.say(&format!("search-version-{version}")))
                    })))
                }
            }))
        }
    }

    fn kinds(&self, frame: &Frame, all: &str) -> Markup {
        let asked = frame.asked("kind").filter(|kind| !kind.is_empty());
        let total: usize = self.kinds.values().sum();
        let named = self.kinds.iter().map(|(kind, count)| (kind, frame.say(about::group_key(kind)), *count));
        let named = frame.in_order(named.collect(), |(_, name, _): &(&Kind, Phrase, usize)| name.clone());
        html! {
            nav aria-label=(frame.say("search-kinds")) {
                ul.facets {
                    li { a href=(frame.anew("kind", None)) aria-current=[asked.is_none().then_some("true")] { (all) " " span.mute { (total) } } }
                    @for (kind, name, count) in named {
                        li {
                            a href=(frame.anew("kind", Some(kind.as_str()))) aria-current=[(asked == Some(kind.as_str())).then_some("true")] {
                                (name) " " span.mute { (count) }
                            }
                        }
                    }
                }
            }
        }
    }
}
