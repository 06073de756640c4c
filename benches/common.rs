//! What the benchmarks share: a ledger of made-up outcomes of a given size, and figures with a yardstick beside them.
#![allow(dead_code, reason = "each benchmark uses a part")]

use desk::world::SystemChance;
use ledger::audience::Audience;
use ledger::chance::Chance;
use ledger::draft::{Draft, Signing, sign};
use ledger::entry::{Batch, Entry};
use ledger::gate::From;
use ledger::id::{ActId, Hash, PersonId, RecordId};
use ledger::key::SecretKey;
use ledger::owner::{Origin, OwnerSort, found};
use ledger::text::Text;
use ledger::time::Stamp;
use ledger::version::By;
use review::outcome::Outcome;
use std::collections::HashMap;
use std::time::{Duration, Instant};
use store::Store;

/// The node's key of all benchmark ledgers.
pub fn node() -> SecretKey {
    SecretKey::from_bytes([7; 32])
}

/// A body of about so many bytes: half English, half Russian.
pub fn outcome(round: RecordId, bytes: usize, number: usize) -> Outcome {
    let english = format!(
        "Outcome {number}: the delegations examined in detail what had become of the recommendations. "
    );
    let russian = format!("Итог {number}: делегации подробно рассмотрели выполнение рекомендаций. ");
    let half = bytes.saturating_sub(330) / 2;
    let fill = |sentence: &str| {
        sentence
            .chars()
            .cycle()
            .scan(0, |length, letter| {
                *length += letter.len_utf8();
                (*length <= half.max(20)).then_some(letter)
            })
            .collect::<String>()
    };
    let words =
        Text::new("en", [("en", fill(&english).trim()), ("ru", fill(&russian).trim())], Some("editor"));
    Outcome { round, words, sources: vec![] }
}

/// Fills a store with that many versions, two a record, a thousand a batch.
pub fn fill(store: &dyn Store, versions: usize, bytes: usize) {
    let (node, mut chance) = (node(), SystemChance);
    let mut at = Stamp::from_millis(1_700_000_000_000);
    let founding = found(
        OwnerSort::Editor,
        Origin::Reconstruction,
        &SecretKey::from_bytes([8; 32]),
        true,
        [0; 16],
        node.public(),
        at,
    );
    let owner = founding.genesis.owner();
    append(store, &mut chance, at, Entry::founding(&founding).to_vec());
    let (round, mandate) = (RecordId::from_chance([1; 16]), RecordId::from_chance([2; 16]));
    let by = By { person: PersonId::from_chance([3; 16]), role: "editor".into(), mandate };
    let mut heads: HashMap<RecordId, (u64, Hash)> = HashMap::new();
    let mut number = 0;
    while number < versions {
        let left = versions - number;
        let records: Vec<RecordId> = (0..500).map(|_| RecordId::from_chance(chance.sixteen())).collect();
        let again = records.iter().chain(&records);
        let drafts = again.map(|record| {
            number += 1;
            Draft::new(*record, Audience::Public, None, outcome(round, bytes, number))
        });
        let drafts: Vec<Draft> = drafts.take(left).collect();
        let act = ActId::from_chance(chance.sixteen());
        let signing = Signing {
            owner,
            origin: Origin::Reconstruction,
            by: &by,
            act,
            now: at,
            after: Some(at),
            node: &node,
        };
        let entries = sign(drafts, &signing, &mut chance, &|record, _| heads.get(&record).copied());
        // More than the stamps of a thousand versions take.
        at = Stamp::from_millis(at.millis() + 20_000);
        append(store, &mut chance, at, entries);
        heads.clear();
    }
}

fn append(store: &dyn Store, chance: &mut SystemChance, seen: Stamp, entries: Vec<Entry>) {
    let act = ActId::from_chance(chance.sixteen());
    store.append(None, From::Here, Batch { act, seen, entries }).expect("a benchmark's batch is good");
}

/// The median of some runs.
pub fn median(runs: usize, mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

/// One line: what was measured, and how it stands to the yardstick measured beside it.
pub fn line(what: &str, figure: Duration, yardstick: &str, beside: Duration) {
    let ratio = figure.as_secs_f64() / beside.as_secs_f64().max(1e-9);
    println!(
        "{what:<58} {:>10.3} ms   {ratio:>8.2} × {yardstick} ({:.3} ms)",
        millis(figure),
        millis(beside)
    );
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// How many seconds of processor time this process has had, over all threads (Linux; 0 elsewhere): on a shared machine
/// it says more than the clock.
pub fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks =
        |field: usize| after_name.split_whitespace().nth(field).and_then(|ticks| ticks.parse::<f64>().ok());
    (ticks(11).unwrap_or_default() + ticks(12).unwrap_or_default()) / 100.0
}

/// How much memory this process occupies, in megabytes (Linux; 0 elsewhere).
pub fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or_default()
        / 1024
}
