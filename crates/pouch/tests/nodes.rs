//! Nodes that exchange pouches by a courier who loses, repeats and reorders them: in the end everyone holds what he
//! may read and nothing else, and what he may not read has left no trace in anything that he ever got.

// Helpers of tests stand outside test functions, where clippy does not see that this is a test.
#![allow(clippy::unwrap_used)]

mod world;

use ledger::audience::{Audience, ReadersLabel};
use ledger::entry::What;
use ledger::id::{Hash, OwnerId, RecordId};
use ledger::owner::Origin;
use ledger::version::{Lane, read_header};
use pouch::{Pouch, Receipt};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use store::Store;
use store::conformance::dump;
use world::{Lots, Node, record, series};

/// One thing that somebody does.
#[derive(Debug, Clone)]
enum Deed {
    Say { record: RecordId, label: String, audience: Audience },
    Withdraw { record: RecordId, audience: Audience },
    Erase { record: RecordId, label: String, audiences: Vec<Audience> },
    Send { to: usize },
}

/// What happens, step by step: who does what.
type Script = Vec<(usize, Deed)>;

/// A record as its author remembers it while the script is written.
struct Remembered {
    record: RecordId,
    /// The contents that were not erased, with the audiences to which each was said.
    said: Vec<(String, Vec<Audience>)>,
    /// The lanes that can be withdrawn.
    open: Vec<Audience>,
}

/// Writes the script of a seed: drafts, parts of agencies, releases to few, to more and to all, withdrawals, erasures.
fn script(seed: u64, owners: &[OwnerId], steps: usize) -> Script {
    let mut lots = Lots::of(format!("script {seed}"));
    let mut records: Vec<Vec<Remembered>> = owners.iter().map(|_| Vec::new()).collect();
    let mut script = Script::new();
    for step in 0..steps {
        let who = lots.below(owners.len());
        let deed = match lots.below(100) {
            0..45 => {
                let to = (who + 1 + lots.below(owners.len() - 1)) % owners.len();
                Deed::Send { to }
            }
            45..65 => draft(&mut lots, &mut records[who], format!("{who}/{step}")),
            65..90 => release(&mut lots, &mut records[who], owners, format!("{who}/{step}")),
            90..95 => {
                withdraw(&mut lots, &mut records[who]).unwrap_or(Deed::Send { to: (who + 1) % owners.len() })
            }
            _ => erase(&mut lots, &mut records[who]).unwrap_or(Deed::Send { to: (who + 1) % owners.len() }),
        };
        script.push((who, deed));
    }
    script
}

fn draft(lots: &mut Lots, records: &mut Vec<Remembered>, label: String) -> Deed {
    if records.is_empty() || lots.happens(40) {
        records.push(Remembered { record: record(&label), said: Vec::new(), open: Vec::new() });
    }
    let at = lots.below(records.len());
    let audience = match lots.happens(30) {
        true => Audience::Agency { ids: vec![record("an agency")] },
        false => Audience::Own,
    };
    records[at].said.push((label.clone(), vec![audience.clone()]));
    Deed::Say { record: records[at].record, label, audience }
}

fn release(lots: &mut Lots, records: &mut Vec<Remembered>, owners: &[OwnerId], label: String) -> Deed {
    let some: Vec<OwnerId> = owners.iter().filter(|_| lots.happens(40)).copied().collect();
    let named = if some.is_empty() { vec![lots.one_of(owners)] } else { some };
    let audience = match lots.below(6) {
        0 | 1 => Audience::readers(ReadersLabel::Named, named),
        2 => Audience::readers(ReadersLabel::Round, owners[..owners.len().div_ceil(2)].to_vec()),
        3 => Audience::readers(ReadersLabel::RoundAndOrganizations, owners.to_vec()),
        4 => Audience::Series { series: series() },
        _ => Audience::Public,
    };
    let drafted = records.iter_mut().filter(|remembered| !remembered.said.is_empty());
    let mut drafted: Vec<&mut Remembered> = drafted.collect();
    if drafted.is_empty() {
        let said = vec![(label.clone(), vec![audience.clone()])];
        let (record, open) = (record(&label), vec![audience.clone()]);
        records.push(Remembered { record, said, open });
        return Deed::Say { record, label, audience };
    }
    let at = lots.below(drafted.len());
    let remembered = &mut drafted[at];
    let at = lots.below(remembered.said.len());
    let (label, audiences) = &mut remembered.said[at];
    if !audiences.contains(&audience) {
        audiences.push(audience.clone());
    }
    if !remembered.open.contains(&audience) {
        remembered.open.push(audience.clone());
    }
    Deed::Say { record: remembered.record, label: label.clone(), audience }
}

fn withdraw(lots: &mut Lots, records: &mut [Remembered]) -> Option<Deed> {
    let mut open: Vec<&mut Remembered> = records.iter_mut().filter(|one| !one.open.is_empty()).collect();
    let at = lots.below(open.len().max(1));
    let remembered = open.get_mut(at)?;
    let at = lots.below(remembered.open.len());
    Some(Deed::Withdraw { record: remembered.record, audience: remembered.open.remove(at) })
}

fn erase(lots: &mut Lots, records: &mut [Remembered]) -> Option<Deed> {
    let mut said: Vec<&mut Remembered> = records.iter_mut().filter(|one| !one.said.is_empty()).collect();
    let at = lots.below(said.len().max(1));
    let remembered = said.get_mut(at)?;
    let at = lots.below(remembered.said.len());
    let (label, audiences) = remembered.said.remove(at);
    Some(Deed::Erase { record: remembered.record, label, audiences })
}

/// What the courier carries.
#[derive(Clone)]
enum Load {
    Pouch(Pouch),
    Receipt(Receipt),
}

/// Loses, repeats and reorders, by lots of its own.
struct Courier {
    lots: Lots,
    carries: Vec<(usize, usize, Load)>,
}

impl Courier {
    fn deliver(&mut self, nodes: &mut [Node], step: usize) {
        let carried = std::mem::take(&mut self.carries);
        for (from, to, load) in carried {
            match self.lots.below(100) {
                0..15 => {}
                15..45 => self.carries.push((from, to, load)),
                fate => {
                    let answer = hand_over(nodes, from, to, &load, step);
                    self.carries.extend(answer);
                    if fate < 60 {
                        self.carries.push((from, to, load));
                    }
                }
            }
        }
        for one in (1..self.carries.len()).rev() {
            let other = self.lots.below(one + 1);
            self.carries.swap(one, other);
        }
    }
}

/// Hands something over, and gives what goes back.
fn hand_over(
    nodes: &mut [Node],
    from: usize,
    to: usize,
    load: &Load,
    step: usize,
) -> Option<(usize, usize, Load)> {
    match load {
        Load::Receipt(receipt) => {
            nodes[to].learn(receipt);
            None
        }
        Load::Pouch(pouch) => Some((to, from, Load::Receipt(nodes[to].receive(pouch, step)))),
    }
}

/// The parties of a world: the first half takes part in the series.
fn founded(count: usize) -> Vec<Node> {
    (0..count).map(|index| Node::new(index, Origin::Real, index < count.div_ceil(2))).collect()
}

/// Plays a script. `only_for`: everything is left out that this party may not read.
fn play(seed: u64, script: &Script, count: usize, only_for: Option<usize>) -> Vec<Node> {
    let mut nodes = founded(count);
    let mut courier = Courier { lots: Lots::of(format!("courier {seed}")), carries: Vec::new() };
    for (step, (who, deed)) in script.iter().enumerate() {
        let (step, author) = (step + 1, nodes[*who].owner);
        let reader = only_for.map(|only| nodes[only].reader());
        let happens =
            |audience: &Audience| reader.as_ref().is_none_or(|reader| audience.admits(author, reader));
        match deed {
            Deed::Say { record, label, audience } if happens(audience) => {
                nodes[*who].say(step, *record, label, audience);
            }
            Deed::Withdraw { record, audience } if happens(audience) => {
                nodes[*who].withdraw(step, *record, audience);
            }
            Deed::Erase { record, label, audiences } => {
                let audiences: Vec<(usize, Audience)> =
                    audiences.iter().cloned().enumerate().filter(|(_, audience)| happens(audience)).collect();
                if !audiences.is_empty() {
                    nodes[*who].erase(step, *record, label, &audiences);
                }
            }
            Deed::Send { to } => {
                let receiver = nodes[*to].reader();
                let pouch = nodes[*who].pack_for(receiver);
                courier.carries.push((*who, *to, Load::Pouch(pouch)));
            }
            Deed::Say { .. } | Deed::Withdraw { .. } => {}
        }
        courier.deliver(&mut nodes, step);
    }
    deliver_everything(&mut nodes, courier, script.len() + 1);
    nodes
}

/// The courier delivers what it still carries, and everybody sends everybody everything a last time.
fn deliver_everything(nodes: &mut [Node], mut courier: Courier, step: usize) {
    while let Some((from, to, load)) = courier.carries.pop() {
        courier.carries.extend(hand_over(nodes, from, to, &load, step));
    }
    for from in 0..nodes.len() {
        for to in (0..nodes.len()).filter(|to| *to != from) {
            let pouch = nodes[from].pack_for(nodes[to].reader());
            let receipt = nodes[to].receive(&pouch, step);
            nodes[from].learn(&receipt);
        }
    }
}

/// A lane as a node holds it: each version's bytes and signature, and its content unless that is gone.
type Held = Vec<(Box<[u8]>, Box<[u8]>, Option<Box<[u8]>>)>;

fn lanes(node: &Node) -> BTreeMap<Lane, (OwnerId, Audience, Held)> {
    let mut lanes = BTreeMap::new();
    for told in dump(&node.store, 0).into_iter().filter(|told| told.entry.what == What::Version) {
        let header = read_header(&told.entry.bytes).unwrap();
        let content = header.content.and_then(|content: Hash| node.store.content(content).unwrap());
        let lane = lanes.entry(header.lane()).or_insert((header.owner, header.audience, Held::new()));
        lane.2.push((told.entry.bytes, told.entry.signature, content));
    }
    lanes
}

/// Everyone holds what he may read, as its owner holds it, and nothing else; and nothing is wrong with any store.
fn all_hold_what_they_may(nodes: &[Node]) {
    let held: Vec<_> = nodes.iter().map(lanes).collect();
    for (node, holds) in nodes.iter().zip(&held) {
        for (owner, audience, _) in holds.values() {
            assert!(audience.admits(*owner, &node.reader()), "a lane that the party may not read");
        }
        for (other, owns) in nodes.iter().zip(&held) {
            let own = owns.iter().filter(|(_, (owner, ..))| *owner == other.owner);
            let open = own.filter(|(_, (owner, audience, _))| audience.admits(*owner, &node.reader()));
            for (lane, right) in open {
                assert!(holds.get(lane) == Some(right), "a lane differs from its owner's");
            }
        }
        assert_eq!(node.store.inspect().unwrap().findings, []);
        for receipt in &node.told {
            assert_eq!((&receipt.forks, &receipt.refused), (&vec![], &vec![]));
        }
    }
}

/// Fewer for many nodes, where one seed takes seconds; `TAMGA_SEEDS` says how many for all.
fn seeds(count: usize) -> std::ops::Range<u64> {
    let usual = if count > 2 { 8 } else { 24 };
    0..std::env::var("TAMGA_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(usual)
}

/// All seeds, on two threads; names every seed that fails.
fn for_all_seeds(count: usize, holds: impl Fn(u64) + Sync + std::panic::RefUnwindSafe) {
    let failed = std::sync::Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for part in 0..2 {
            let (holds, failed) = (&holds, &failed);
            scope.spawn(move || {
                for seed in seeds(count).filter(|seed| seed % 2 == part) {
                    if std::panic::catch_unwind(|| holds(seed)).is_err() {
                        failed.lock().unwrap().push(seed);
                    }
                }
            });
        }
    });
    assert_eq!(failed.into_inner().unwrap(), Vec::<u64>::new(), "seeds that fail");
}

fn owners(count: usize) -> Vec<OwnerId> {
    founded(count).iter().map(|node| node.owner).collect()
}

/// How long the scripts are: every pair of nodes should meet a few times.
fn steps(count: usize) -> usize {
    60 + 6 * count
}

#[test]
fn in_the_end_two_nodes_hold_what_each_may_read_and_nothing_else() {
    for_all_seeds(2, |seed| {
        all_hold_what_they_may(&play(seed, &script(seed, &owners(2), steps(2)), 2, None))
    });
}

#[test]
fn in_the_end_ten_nodes_hold_what_each_may_read_and_nothing_else() {
    for_all_seeds(10, |seed| {
        all_hold_what_they_may(&play(seed, &script(seed, &owners(10), steps(10)), 10, None))
    });
}

/// The same script once as it is, and once without everything that one party may not read: that party's whole store
/// with its journal, every pouch and every receipt it ever got are the same to the last byte.
fn nothing_tells(seed: u64, count: usize, party: usize) -> usize {
    let script = script(seed, &owners(count), steps(count));
    let with = &play(seed, &script, count, None)[party];
    let without = &play(seed, &script, count, Some(party))[party];
    assert!(with.got == without.got, "seed {seed}: a pouch tells of what may not be read");
    assert!(with.told == without.told, "seed {seed}: a receipt tells of it");
    assert!(dump(&with.store, 0) == dump(&without.store, 0), "seed {seed}: the store tells of it");
    assert_eq!(with.store.head(), without.store.head());
    let reader = with.reader();
    let secret = |(who, deed): &&(usize, Deed)| matches!(deed, Deed::Say { audience, .. } if !audience.admits(owners(count)[*who], &reader));
    script.iter().filter(secret).count()
}

/// The party of each seed; much was left out over all of them.
fn nothing_tells_for_all_seeds(count: usize) {
    let left_out = AtomicUsize::new(0);
    for_all_seeds(count, |seed| {
        let secrets = nothing_tells(seed, count, seed as usize % count);
        left_out.fetch_add(secrets, Ordering::Relaxed);
    });
    assert!(left_out.into_inner() > 5 * seeds(count).count(), "hardly anything was left out");
}

#[test]
fn between_two_nodes_nothing_tells_of_what_one_may_not_read() {
    nothing_tells_for_all_seeds(2);
}

#[test]
fn among_ten_nodes_nothing_tells_of_what_one_may_not_read() {
    nothing_tells_for_all_seeds(10);
}
