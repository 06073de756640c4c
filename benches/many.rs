//! A ledger of 42,000 recommendations in memory: 60 series of five rounds, 190 States, lineage from round to round,
//! progress of each addressee, conclusions. Everything in it is made up, and the same each time but for keys and ids.
#![allow(dead_code, reason = "each benchmark uses a part")]

use super::common::node;
use desk::world::SystemChance;
use ledger::audience::Audience;
use ledger::chance::Chance;
use ledger::content::Body;
use ledger::draft::{Draft, Signing, sign};
use ledger::entry::Entry;
use ledger::id::{ActId, OwnerId, PersonId, RecordId};
use ledger::key::SecretKey;
use ledger::owner::{Origin, OwnerSort, found};
use ledger::register::{Accepted, Register};
use ledger::text::Text;
use ledger::time::{PartialDate, Stamp};
use ledger::verify::Kept;
use ledger::version::By;
use review::adoption::{Adoption, How};
use review::conclusion::{Conclusion, Verdict};
use review::fact::Period;
use review::lineage::{Lineage, Relation};
use review::party::{Party, PartySort};
use review::progress::Progress;
use review::recommendation::{FindingSort, HowFar, Paragraph, Recommendation};
use review::round::{Round, Standing};
use review::series::Series;
use review::theme::Theme;

pub const SERIES: usize = 60;
pub const ROUNDS: usize = 5;
pub const STATES: usize = 190;
const OF_A_ROUND: usize = 140;
const OF_A_SERIES: usize = 6;
const THEMES: usize = 12;

/// The register, and what stands in it by number.
pub struct Many {
    pub register: Register,
    pub themes: Vec<RecordId>,
    pub states: Vec<(RecordId, OwnerId)>,
    pub series: Vec<RecordId>,
    chance: SystemChance,
    now: Stamp,
}

/// Somebody who writes.
struct Writer {
    owner: OwnerId,
    by: By,
}

/// Records that are written together.
type Batch = Vec<Draft>;

impl Many {
    /// All of it.
    pub fn new() -> Self {
        let register = Register::new(review::act::KINDS);
        let now = Stamp::from_millis(1_700_000_000_000);
        let (themes, states, series) = (Vec::new(), Vec::new(), Vec::new());
        let mut many = Many { register, themes, states, series, chance: SystemChance, now };
        let editor = many.writer(OwnerSort::Editor);
        many.themes = many.each(&editor, 2010, (0..THEMES).map(theme).collect());
        let writers: Vec<Writer> = (0..STATES).map(|_| many.writer(OwnerSort::Party)).collect();
        for (number, writer) in writers.iter().enumerate() {
            let record = many.each(writer, 2010, vec![state(number)])[0];
            many.states.push((record, writer.owner));
        }
        for number in 0..SERIES {
            many.series(number, &editor, &writers);
        }
        many
    }

    /// The States of a series, by number.
    pub fn of_series(number: usize) -> Vec<usize> {
        (0..OF_A_SERIES).map(|place| (number * 3 + place * 7) % STATES).collect()
    }

    fn series(&mut self, number: usize, editor: &Writer, writers: &[Writer]) {
        let series = self.each(editor, 2010, vec![a_series(number)])[0];
        self.series.push(series);
        let joint = self.writer(OwnerSort::Round);
        let mut before: Vec<RecordId> = Vec::new();
        for place in 0..ROUNDS {
            let year = 2012 + place * 3;
            let round = self.each(&joint, year, vec![a_round(series, number, place)])[0];
            let texts: Vec<Recommendation> =
                (0..OF_A_ROUND).map(|text| self.text(round, number, place, text)).collect();
            let records = self.each(&joint, year, texts.clone());
            self.adopt(&joint, year, (number, place), &records, texts.clone());
            self.go_back(&joint, year, &records, &before, round);
            self.report(writers, year, &records, &texts, Audience::Series { series });
            before = records;
        }
    }

    fn text(&mut self, round: RecordId, series: usize, place: usize, number: usize) -> Recommendation {
        let states = Many::of_series(series);
        let addressees = states.iter().take(3 + number % 4).map(|state| self.states[*state].0).collect();
        let words = sentence(series * 7919 + place * 131 + number);
        Recommendation {
            round,
            sort: FindingSort::Recommendation,
            letter: None,
            symbol: None,
            title: Some(title(series * 7919 + place * 131 + number)),
            words: words.clone(),
            paragraphs: vec![Paragraph { id: self.fresh(), words }],
            basis: None,
            rests_on: Vec::new(),
            items: None,
            term: None,
            addressees: Some(addressees),
            tabled_by: None,
            standing: None,
            themes: vec![self.themes[number % THEMES], self.themes[(number + place + 1) % THEMES]],
            became: None,
            note: None,
            sources: Vec::new(),
        }
    }

    fn adopt(
        &mut self,
        joint: &Writer,
        year: usize,
        (series, place): (usize, usize),
        records: &[RecordId],
        texts: Vec<Recommendation>,
    ) {
        let adopters: Vec<RecordId> =
            Many::of_series(series).iter().map(|state| self.states[*state].0).collect();
        let adoption = |(number, (recommendation, text)): (usize, (&RecordId, Recommendation))| Adoption {
            round: text.round,
            recommendation: *recommendation,
            content: ledger::id::Hash::of(recommendation.to_string().as_bytes()),
            number: number as u32 + 1,
            symbol: format!("{}/REC.{}", round_symbol(series, place), number + 1),
            day: date(year, 6),
            how: How::Session,
            adopters: adopters.clone(),
            statements: Vec::new(),
            text,
        };
        let all = records.iter().zip(texts).enumerate().map(adoption).collect();
        self.each(joint, year, all);
    }

    /// Two of three follow from one of the round before, of which the round concludes something.
    fn go_back(
        &mut self,
        joint: &Writer,
        year: usize,
        records: &[RecordId],
        before: &[RecordId],
        round: RecordId,
    ) {
        let pairs = || records.iter().zip(before).enumerate().filter(|(number, _)| number % 3 > 0);
        let lineage = |(number, (later, earlier)): (usize, (&RecordId, &RecordId))| Lineage {
            later: *later,
            earlier: *earlier,
            relation: if number % 2 == 0 { Relation::FollowsFrom } else { Relation::Merges },
            note: None,
            sources: Vec::new(),
        };
        self.each(joint, year, pairs().map(lineage).collect::<Vec<Lineage>>());
        let conclusion = |(number, (_, earlier)): (usize, (&RecordId, &RecordId))| Conclusion {
            round,
            recommendation: *earlier,
            about: None,
            verdict: if number % 4 == 0 { Verdict::Open } else { Verdict::CarriedForward },
            words: sentence(number),
        };
        self.each(joint, year, pairs().map(conclusion).collect::<Vec<Conclusion>>());
    }

    /// Each addressee reports once or twice.
    fn report(
        &mut self,
        writers: &[Writer],
        year: usize,
        records: &[RecordId],
        texts: &[Recommendation],
        audience: Audience,
    ) {
        for times in 1..=2_u32 {
            for (state, writer) in writers.iter().enumerate() {
                let by = self.states[state].0;
                let asked = records.iter().zip(texts).enumerate().filter(|(number, (_, text))| {
                    let addressed = text.addressees.iter().flatten().any(|one| *one == by);
                    addressed && (times == 1 || (number + state) % 3 == 0)
                });
                let report = |(number, (on, _)): (usize, (&RecordId, &Recommendation))| Progress {
                    on: *on,
                    by,
                    round: None,
                    number: times,
                    word: HowFar::ALL[(number + state) % HowFar::ALL.len()],
                    words: sentence(number * 31 + state),
                    evidence: Vec::new(),
                };
                let reports: Vec<Progress> = asked.map(report).collect();
                self.write(writer, year + times as usize, audience.clone(), reports);
            }
        }
    }

    fn fresh(&mut self) -> RecordId {
        RecordId::from_chance(self.chance.sixteen())
    }

    /// Writes public records, a thousand stamps apart.
    fn each<B: Body>(&mut self, writer: &Writer, year: usize, bodies: Vec<B>) -> Vec<RecordId> {
        self.write(writer, year, Audience::Public, bodies)
    }

    fn write<B: Body>(
        &mut self,
        writer: &Writer,
        year: usize,
        audience: Audience,
        bodies: Vec<B>,
    ) -> Vec<RecordId> {
        let records: Vec<RecordId> = bodies.iter().map(|_| self.fresh()).collect();
        let drafts: Batch = (records.iter().zip(bodies))
            .map(|(record, body)| Draft::new(*record, audience.clone(), Some(date(year, 6)), body))
            .collect();
        if drafts.is_empty() {
            return records;
        }
        self.now = Stamp::from_millis(self.now.millis() + 60_000);
        let act = ActId::from_chance(self.chance.sixteen());
        let node = node();
        let signing = Signing {
            owner: writer.owner,
            origin: Origin::Exercise,
            by: &writer.by,
            act,
            now: self.now,
            after: None,
            node: &node,
        };
        let entries = sign(drafts, &signing, &mut self.chance, &|_, _| None);
        entries.into_iter().for_each(|entry| self.feed(act, entry));
        records
    }

    fn writer(&mut self, sort: OwnerSort) -> Writer {
        let root = SecretKey::from_bytes(*ledger::id::Hash::of(&self.chance.sixteen()).as_bytes());
        let salt = self.chance.sixteen();
        let founding = found(sort, Origin::Exercise, &root, true, salt, node().public(), self.now);
        let act = ActId::from_chance(self.chance.sixteen());
        Entry::founding(&founding).into_iter().for_each(|entry| self.feed(act, entry));
        let person = PersonId::from_chance(self.chance.sixteen());
        let by = By { person, role: "coordinator".into(), mandate: self.fresh() };
        Writer { owner: founding.genesis.owner(), by }
    }

    fn feed(&mut self, act: ActId, entry: Entry) {
        let (n, head) = (self.register.head() + 1, entry.hash());
        let kept = Kept { n, seen: self.now, act, head, entry, erased: None };
        let accepted = Accepted::read(&kept.lent(), review::act::KINDS);
        self.register.feed(accepted.expect("what was signed can be read"));
    }
}

/// The symbol of a round.
pub fn round_symbol(series: usize, place: usize) -> String {
    format!("S{series:02}R{place}")
}

/// The word in the address of a series.
pub fn series_slug(series: usize) -> String {
    format!("series-{series}")
}

/// The label of a theme.
pub fn theme_label(number: usize) -> String {
    format!("theme-{}", number % THEMES)
}

fn date(year: usize, month: usize) -> PartialDate {
    format!("{year:04}-{month:02}").parse().expect("a month")
}

fn text(english: &str, russian: &str) -> Text {
    Text::new("en", [("en", english), ("ru", russian)], Some("editor"))
}

fn theme(number: usize) -> Theme {
    Theme {
        label: theme_label(number), name: text(&format!("Theme {number}"), &format!("Тема {number}"))
    }
}

fn state(number: usize) -> Party {
    Party {
        label: format!("X{number:03}"),
        sort: PartySort::State,
        name: text(&format!("State {number}"), &format!("Государство {number}")),
        formal: None,
        abbreviation: None,
        part_of: None,
        role: None,
        sources: Vec::new(),
    }
}

fn a_series(number: usize) -> Series {
    Series {
        slug: series_slug(number),
        title: text(&format!("Series {number}"), &format!("Серия {number}")),
        about: sentence(number),
        sources: Vec::new(),
    }
}

fn a_round(series: RecordId, number: usize, place: usize) -> Round {
    let year = 2012 + place * 3;
    Round {
        series,
        slug: format!("round-{place}"),
        symbol: round_symbol(number, place),
        title: text(&format!("Round {place}"), &format!("Раунд {place}")),
        format: None,
        summary: sentence(place),
        standing: Standing::Held,
        dates: vec![Period { from: date(year, 6), to: None, sources: Vec::new() }],
        place: None,
        initiators: Vec::new(),
        hosts: Vec::new(),
        organizers: Vec::new(),
        donors: Vec::new(),
        chairs: Vec::new(),
        zone: None,
        themes: Vec::new(),
        steps: Vec::new(),
        grew_from: None,
        participants: None,
        notes: Vec::new(),
        sources: Vec::new(),
    }
}

const VERBS: [(&str, &str); 8] = [
    ("Adopt", "Принять"),
    ("Publish", "Опубликовать"),
    ("Review", "Пересмотреть"),
    ("Exchange", "Обменяться"),
    ("License", "Лицензировать"),
    ("Train", "Подготовить"),
    ("Secure", "Обеспечить"),
    ("Report", "Представить"),
];
const THINGS: [(&str, &str); 16] = [
    ("a national plan", "национальный план"),
    ("the control list", "контрольный список"),
    ("customs codes", "коды товаров"),
    ("contact points", "контактные пункты"),
    ("the portal monitors", "радиационные мониторы"),
    ("the inventory of pathogens", "перечень патогенов"),
    ("inspections of sites", "проверки объектов"),
    ("intangible transfers", "нематериальную передачу"),
    ("transit and trans-shipment", "транзит и перегрузку"),
    ("training of officers", "обучение сотрудников"),
    ("outreach to exporters", "работу с экспортёрами"),
    ("penal provisions", "уголовные нормы"),
    ("accounting of materials", "учёт материалов"),
    ("transport of sources", "перевозку источников"),
    ("licences of brokers", "лицензии посредников"),
    ("financial measures", "финансовые меры"),
];

fn title(number: usize) -> Text {
    let (verb, thing) = (VERBS[number % VERBS.len()], THINGS[(number / 8) % THINGS.len()]);
    text(&format!("{} {}, {number}", verb.0, thing.0), &format!("{} {}, {number}", verb.1, thing.1))
}

/// A sentence of about 300 letters in each language.
fn sentence(number: usize) -> Text {
    let pick = |step: usize| (VERBS[(number / step) % VERBS.len()], THINGS[(number * step) % THINGS.len()]);
    let parts: Vec<_> = (1..=8).map(pick).collect();
    let english: Vec<String> = parts.iter().map(|(verb, thing)| format!("{} {}", verb.0, thing.0)).collect();
    let russian: Vec<String> = parts.iter().map(|(verb, thing)| format!("{} {}", verb.1, thing.1)).collect();
    text(&format!("{}.", english.join(", ")), &format!("{}.", russian.join(", ")))
}
