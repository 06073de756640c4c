//! Random ledgers, readers and queries: search finds, counts and orders what a plain look at every record finds, and
//! nothing that its reader may not see changes any of it.
#![allow(clippy::unwrap_used, reason = "a ledger that cannot be written fails the test")]

use desk::search::Search;
use ledger::audience::{Audience, Reader, ReadersLabel};
use ledger::chance::Chance;
use ledger::content::{Body, Erasure, Ground, KindSpec, Kinds, seal};
use ledger::draft::{Draft, Signing, sign};
use ledger::entry::Entry;
use ledger::id::{ActId, Hash, OwnerId, PersonId, RecordId};
use ledger::key::SecretKey;
use ledger::owner::{Origin, OwnerSort, World, found};
use ledger::register::{Accepted, Register};
use ledger::shown::Shown;
use ledger::time::{PartialDate, Stamp};
use ledger::verify::Kept;
use ledger::version::By;
use ledger::view::{AsOf, View};
use proptest::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// Two kinds, which differ only in what they are called.
macro_rules! says_words {
    ($name:ident, $kind:literal) => {
        #[derive(Serialize, Deserialize, JsonSchema)]
        struct $name {
            words: String,
        }

        impl Body for $name {
            const KIND: &'static str = $kind;

            fn words(&self, found: &mut dyn FnMut(&str, &str)) {
                found("en", &self.words);
            }
        }
    };
}

says_words!(Note, "test.note");
says_words!(Paper, "test.paper");

const KINDS: Kinds = Kinds(&[KindSpec::of::<Note>(), KindSpec::of::<Paper>(), KindSpec::of::<Erasure>()]);

const VOCABULARY: [&str; 3] = ["customs", "licence", "border"];
const ORIGINS: [Origin; 3] = [Origin::Real, Origin::Reconstruction, Origin::Exercise];
const RECORDS: usize = 4;

/// What is done in one step.
#[derive(Debug, Clone)]
struct Step {
    owner: usize,
    record: usize,
    audience: Audience,
    deed: Deed,
    /// The year it was known in, where the owner may say so.
    stated: Option<i16>,
}

#[derive(Debug, Clone)]
enum Deed {
    Say(String),
    Withdraw,
    Erase(String),
}

fn id(name: &str) -> RecordId {
    RecordId::from_chance(Hash::of(name.as_bytes()).as_bytes()[..16].try_into().unwrap())
}

fn record(owner: usize, record: usize) -> RecordId {
    id(&format!("record {owner} {record}"))
}

fn moment(step: usize) -> Stamp {
    Stamp::from_millis(1_700_000_000_000 + step as i64 * 86_400_000)
}

/// A chance that gives the same content the same salt.
struct Salt(Hash);

impl Chance for Salt {
    fn fill(&mut self, bytes: &mut [u8]) {
        self.0 = Hash::of(self.0.as_bytes());
        bytes.iter_mut().zip(self.0.as_bytes().iter().cycle()).for_each(|(byte, salt)| *byte = *salt);
    }
}

struct Ledger {
    register: Register,
    owners: Vec<OwnerId>,
}

impl Ledger {
    fn of(steps: &[Step], kept: impl Fn(&Step) -> bool) -> Self {
        let mut ledger = Ledger::begin();
        for (number, step) in steps.iter().enumerate().filter(|(_, step)| kept(step)) {
            ledger.perform(number + 1, step);
        }
        ledger
    }

    fn begin() -> Self {
        let mut ledger = Ledger { register: Register::new(KINDS), owners: Vec::new() };
        for (number, origin) in ORIGINS.into_iter().enumerate() {
            let root = SecretKey::from_bytes([number as u8 + 1; 32]);
            let founding = found(OwnerSort::Party, origin, &root, true, [0; 16], node().public(), moment(0));
            ledger.owners.push(founding.genesis.owner());
            Entry::founding(&founding).into_iter().for_each(|entry| ledger.feed(0, entry));
        }
        ledger
    }

    fn perform(&mut self, number: usize, step: &Step) {
        let record = record(step.owner, step.record);
        let origin = ORIGINS[step.owner];
        let stated: Option<PartialDate> =
            step.stated.filter(|_| origin.may_state_a_past()).map(|year| year.to_string().parse().unwrap());
        let of = |paper: bool, words: &str| match paper {
            true => Draft::new(record, step.audience.clone(), stated, Paper { words: words.into() }),
            false => Draft::new(record, step.audience.clone(), stated, Note { words: words.into() }),
        };
        let is_paper = step.record == 0;
        let kind = if is_paper { Paper::KIND } else { Note::KIND };
        let (draft, salt) = match &step.deed {
            Deed::Say(words) => (of(is_paper, words), words.clone()),
            Deed::Withdraw => {
                let kind = kind.parse().unwrap();
                (Draft::withdraw(record, kind, 1, step.audience.clone(), stated), String::new())
            }
            Deed::Erase(words) => {
                let content = Hash::of(&match is_paper {
                    true => seal(&Paper { words: words.clone() }, &mut Salt(Hash::of(words.as_bytes()))),
                    false => seal(&Note { words: words.clone() }, &mut Salt(Hash::of(words.as_bytes()))),
                });
                let erasure = Erasure { content, ground: Ground::Spill, record };
                (Draft::new(id(&format!("erasure {number}")), Audience::Own, None, erasure), String::new())
            }
        };
        let by = By { person: PersonId::from_chance([7; 16]), role: "coordinator".into(), mandate: id("m") };
        let act = ActId::from_chance([number as u8; 16]);
        let (owner, node) = (self.owners[step.owner], node());
        let signing = Signing { owner, origin, by: &by, act, now: moment(number), after: None, node: &node };
        let head = |record, audience: &Audience| self.register.lane_head(record, audience);
        let entries = sign(vec![draft], &signing, &mut Salt(Hash::of(salt.as_bytes())), &head);
        entries.into_iter().for_each(|entry| self.feed(number, entry));
    }

    fn feed(&mut self, step: usize, entry: Entry) {
        let (n, head, act) = (self.register.head() + 1, entry.hash(), ActId::from_chance([step as u8; 16]));
        let kept = Kept { n, seen: moment(step), act, head, entry, erased: None };
        self.register.feed(Accepted::read(&kept.lent(), KINDS).unwrap());
    }

    fn view(&self, asked: &Asked, until: u64) -> View<'_> {
        let as_of = asked.as_of.map_or(AsOf::Now, |step| AsOf::Instant(moment(step)));
        let view = View::until(&self.register, asked.reader.clone(), as_of, until);
        match asked.world {
            Some(world) => view.of(world),
            None => view,
        }
    }
}

fn node() -> SecretKey {
    SecretKey::from_bytes([9; 32])
}

fn owners() -> Vec<OwnerId> {
    Ledger::begin().owners
}

/// Who asks, as of when, for what.
#[derive(Debug, Clone)]
struct Asked {
    reader: Reader,
    as_of: Option<usize>,
    world: Option<World>,
    query: Vec<&'static str>,
}

fn audience() -> impl Strategy<Value = Audience> {
    let owners = owners();
    prop_oneof![
        3 => Just(Audience::Own),
        1 => Just(Audience::Agency { ids: vec![id("agency")] }),
        2 => Just(Audience::readers(ReadersLabel::Named, [owners[0]])),
        2 => Just(Audience::readers(ReadersLabel::Round, owners)),
        1 => Just(Audience::Series { series: id("series") }),
        3 => Just(Audience::Public),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let words = || {
        prop::collection::vec(prop::sample::select(&VOCABULARY[..]), 1..4).prop_map(|words| words.join(" "))
    };
    let deed = prop_oneof![
        12 => words().prop_map(Deed::Say),
        2 => Just(Deed::Withdraw),
        1 => words().prop_map(Deed::Erase),
    ];
    let stated = prop::option::of(2022..2025i16);
    (0..ORIGINS.len(), 0..RECORDS, audience(), deed, stated)
        .prop_map(|(owner, record, audience, deed, stated)| Step { owner, record, audience, deed, stated })
}

fn asked() -> impl Strategy<Value = Asked> {
    let owners = owners();
    let texts = prop::collection::vec((0..ORIGINS.len(), 0..RECORDS), 0..4);
    let texts = texts.prop_map(|texts| texts.into_iter().map(|(one, other)| record(one, other)).collect());
    let reader = (
        prop::option::of(prop::sample::select(owners)),
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        prop::option::weighted(0.2, texts),
    );
    let reader = reader.prop_map(|(acts_for, coordinates, in_agency, in_series, texts)| Reader {
        acts_for,
        coordinates,
        agencies: in_agency.then(|| id("agency")).into_iter().collect(),
        series: in_series.then(|| id("series")).into_iter().collect(),
        texts,
    });
    let world = prop::sample::select(vec![None, Some(World::Record), Some(World::Exercise)]);
    let query = prop::sample::subsequence(VOCABULARY.to_vec(), 1..3);
    (reader, prop::option::weighted(0.3, 0..40usize), world, query)
        .prop_map(|(reader, as_of, world, query)| Asked { reader, as_of, world, query })
}

/// A record with its kind, and how well it fits.
type Line = (RecordId, String, u16);

/// Every version held against the view, every shown one read and its words counted.
fn plainly(ledger: &Ledger, view: &View<'_>, query: &[&str]) -> Vec<Line> {
    let mut lines: Vec<(u16, usize, Line)> = Vec::new();
    for position in 0..ledger.register.len() {
        let Some((record, kind)) = view.shown_at(position) else { continue };
        let mut said = String::new();
        if let Some(seen) = view.find_any(record) {
            seen.body.words(&mut |_, words| said.push_str(words));
        }
        let counts = query.iter().map(|word| said.split(' ').filter(|other| other == word).count() as u16);
        let counts: Vec<u16> = counts.collect();
        if counts.iter().all(|count| *count > 0) {
            // Eight for a word of the title, four times as much for a whole word as for a beginning.
            let score = counts.iter().sum::<u16>() * 8 * 4;
            lines.push((score, position, (record, kind.to_string(), score)));
        }
    }
    lines.sort_by_key(|(score, position, _)| Reverse((*score, *position)));
    lines.into_iter().map(|(_, _, line)| line).collect()
}

fn searched(search: &Search, view: &View<'_>, query: &[&str], most: usize) -> (usize, Vec<Line>) {
    let found = search.find(view, &query.join(" ")).unwrap();
    let kinds = found.kinds();
    assert_eq!(kinds.values().sum::<usize>(), found.count(None));
    for (kind, count) in &kinds {
        assert_eq!(found.count(Some(kind.as_str())), *count);
        assert_eq!(found.best(view, usize::MAX, Some(kind.as_str())).len(), *count);
    }
    let line = |hit: desk::search::Hit| (hit.record, hit.kind.to_string(), hit.score);
    (found.count(None), found.best(view, most, None).into_iter().map(line).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_search_finds_what_a_plain_look_finds(
        steps in prop::collection::vec(step(), 1..40),
        asked in prop::collection::vec(asked(), 8),
        most in 0..12usize,
        behind in 0..4u64,
        gap in 1..6usize,
    ) {
        let (mut ledger, search) = (Ledger::begin(), Search::default());
        let mut until = 0;
        for (number, step) in steps.iter().enumerate() {
            ledger.perform(number + 1, step);
            if number % gap == 0 {
                until = search.catch_up(&ledger.register, ledger.register.head() - behind);
            }
        }
        let mut shown = Shown::default();
        for (shelf, slot) in ledger.register.versions_from(0).take_while(|(_, slot)| slot.n <= until) {
            shown.take(&shelf, &slot);
        }
        shown.came_to(until, ledger.register.erasures());
        // As before a search: what was erased since goes at once, and nothing else changes.
        prop_assert_eq!(search.catch_up(&ledger.register, until), until);
        // The same for a reader who looks a little further back than the index has come.
        for (asked, until) in asked.iter().flat_map(|asked| [(asked, until), (asked, until - 1)]) {
            let view = ledger.view(asked, until);
            let to = shown.to(&view);
            for position in 0..shown.len() {
                prop_assert_eq!(to.shows(position), view.shown_at(position).is_some());
            }
            let mut plain = plainly(&ledger, &view, &asked.query);
            let count = plain.len();
            plain.truncate(most);
            prop_assert_eq!(searched(&search, &view, &asked.query, most), (count, plain));
        }
    }

    #[test]
    fn what_the_reader_may_not_see_changes_nothing_that_he_finds(
        steps in prop::collection::vec(step(), 1..40),
        asked in asked(),
    ) {
        let (whole, owners) = (Ledger::of(&steps, |_| true), owners());
        let open = Ledger::of(&steps, |step| {
            let world = ORIGINS[step.owner].world();
            let open = step.audience.admits(owners[step.owner], &asked.reader)
                && asked.reader.was_given(record(step.owner, step.record), &step.audience)
                && asked.world.is_none_or(|asked| asked == world);
            // An erasure is heard everywhere.
            open || matches!(step.deed, Deed::Erase(_))
        });
        let finds = |ledger: &Ledger| {
            let search = Search::default();
            let until = search.catch_up(&ledger.register, ledger.register.head());
            searched(&search, &ledger.view(&asked, until), &asked.query, usize::MAX)
        };
        prop_assert_eq!(finds(&whole), finds(&open));
    }
}
