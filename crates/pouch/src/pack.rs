//! Packing: what the view of the receiving party holds, from the numbers on that it is not known to hold.

use crate::pouch::{Pouch, Sent, World};
use crate::receipt::Known;
use ledger::audience::Audience;
use ledger::canonical;
use ledger::content::{Body, Erasure};
use ledger::entry::{Entry, What};
use ledger::id::{Hash, OwnerId, RecordId};
use ledger::owner::Hosting;
use ledger::verify::Kept;
use ledger::version::{Lane, read_header};
use ledger::view::{AsOf, View};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;
use store::{Store, StoreError};

/// Why nothing was packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackError {
    /// The store cannot be read.
    Store(StoreError),
    /// The view is not that of a party as of today: only such a view holds whole lanes.
    NotAPartysView,
}

impl std::convert::From<StoreError> for PackError {
    fn from(error: StoreError) -> Self {
        PackError::Store(error)
    }
}

/// One version that is to be sent.
struct Picked {
    lane: Lane,
    no: u64,
    owner: OwnerId,
    erasure: bool,
}

/// Packs every version of `world` that `view` holds and its reader is not known to hold, with what is needed to
/// check it. `view` is that of the receiving party, as of now, over what `store` holds.
///
/// # Errors
/// If the view is of nobody or of the past, or the store cannot be read.
pub fn pack(store: &dyn Store, view: &View<'_>, world: World, known: &Known) -> Result<Pouch, PackError> {
    let to = view.reader().acts_for.filter(|_| view.as_of() == AsOf::Now).ok_or(PackError::NotAPartysView)?;
    let picked = pick(view, world, known);
    let owners: BTreeSet<OwnerId> = picked.values().map(|picked| picked.owner).collect();
    let mut papers: BTreeMap<OwnerId, Vec<(u64, Entry)>> = BTreeMap::new();
    let mut lanes: BTreeMap<(bool, Lane), Vec<(u64, Entry)>> = BTreeMap::new();
    if !picked.is_empty() {
        store.since(0, &mut |kept| {
            let Kept { n, entry, .. } = kept;
            if let Some(Picked { lane, no, erasure, .. }) = picked.get(&n) {
                lanes.entry((!erasure, *lane)).or_default().push((*no, bare(entry)));
            } else if let Some((owner, no)) = paper_of(&entry).filter(|(owner, _)| owners.contains(owner)) {
                papers.entry(owner).or_default().push((no, entry));
            }
        })?;
    }
    let lanes = lanes.into_iter().map(|((_, lane), versions)| Sent { lane, versions: by_number(versions) });
    let papers = papers.into_iter().map(|(owner, papers)| (owner, by_number(papers))).collect();
    let mut pouch = Pouch { to, world, papers, lanes: lanes.collect(), contents: BTreeMap::new() };
    fill(store, view, &mut pouch)?;
    Ok(pouch)
}

/// Adds the contents, and leaves out what cannot be accounted for to this receiver.
///
/// A content that its owner erased for some readers is dropped here at once, in all lanes. Until the erasure for this
/// receiver's lane has come too, that lane waits: sent without its content it would be refused, and would tell that
/// somebody else had read it.
fn fill(store: &dyn Store, view: &View<'_>, pouch: &mut Pouch) -> Result<(), StoreError> {
    let erased: HashSet<(OwnerId, Hash)> =
        view.all::<Erasure>().map(|erasure| (erasure.owner.id, erasure.body.content)).collect();
    let mut owners = BTreeSet::new();
    for sent in &mut pouch.lanes {
        let mut sendable = 0;
        for entry in &sent.versions {
            let Some(header) = read_header(&entry.bytes) else { break };
            if let Some(content) = header.content.filter(|content| !pouch.contents.contains_key(content)) {
                match store.content(content)? {
                    Some(bytes) => drop(pouch.contents.insert(content, bytes)),
                    None if erased.contains(&(header.owner, content)) => {}
                    None => break,
                }
            }
            owners.insert(header.owner);
            sendable += 1;
        }
        sent.versions.truncate(sendable);
    }
    pouch.lanes.retain(|sent| !sent.versions.is_empty());
    pouch.papers.retain(|owner, _| owners.contains(owner));
    Ok(())
}

/// The versions to be sent, by their place in the sender's journal, which goes no further than this function's caller.
fn pick(view: &View<'_>, world: World, known: &Known) -> HashMap<u64, Picked> {
    let mut picked = HashMap::new();
    let mut lanes: HashMap<(RecordId, Arc<Audience>), Lane> = HashMap::new();
    for (record, facts) in view.versions() {
        let lane = *lanes
            .entry((record, facts.audience))
            .or_insert_with_key(|(record, audience)| Lane::of(*record, audience));
        let Some((owner, kind)) = view.whose(record) else { continue };
        if facts.no <= known.upto(lane) || World::of(owner.origin) != world {
            continue;
        }
        let erasure = kind.as_str() == Erasure::KIND;
        picked.insert(facts.n, Picked { lane, no: facts.no, owner: owner.id, erasure });
    }
    picked
}

/// Whose paper it is, and where it stands among them: the genesis, then the hostings by number.
fn paper_of(entry: &Entry) -> Option<(OwnerId, u64)> {
    match entry.what {
        What::Genesis => Some((entry.hash(), 0)),
        What::Hosting => canonical::read::<Hosting>(&entry.bytes).map(|hosting| (hosting.owner, hosting.no)),
        What::Version | What::Fork => None,
    }
}

/// A version without its content, which is in the pouch once however many lanes it stands in.
fn bare(entry: Entry) -> Entry {
    Entry { content: None, ..entry }
}

fn by_number(mut entries: Vec<(u64, Entry)>) -> Vec<Entry> {
    entries.sort_by_key(|(no, _)| *no);
    entries.into_iter().map(|(_, entry)| entry).collect()
}
