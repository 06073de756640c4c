//! From a rule's drafts to signed entries: numbered, chained, salted and stamped, all by values handed in.

use crate::audience::Audience;
use crate::chance::Chance;
use crate::content::{Body, seal};
use crate::entry::Entry;
use crate::id::{ActId, Hash, Kind, OwnerId, RecordId};
use crate::key::SecretKey;
use crate::owner::Origin;
use crate::stamps::stamps;
use crate::time::{PartialDate, Stamp};
use crate::version::{By, Header, VERSION};
use std::collections::HashMap;

/// What a rule wants written: one version of one record, in one lane.
pub struct Draft {
    /// The record.
    pub record: RecordId,
    /// What sort of record.
    pub kind: Kind,
    /// The shape of its content.
    pub schema: u32,
    /// Who may read it.
    pub audience: Audience,
    /// From when on it was known; only in reconstructions and exercises.
    pub stated_at: Option<PartialDate>,
    says: Says,
}

/// Gives a content its salt.
type Sealing = Box<dyn Fn(&mut dyn Chance) -> Vec<u8> + Send>;

enum Says {
    /// A new content, once it is given its salt.
    New(Sealing),
    /// A content that stands in another lane already: a release, or its extension to more readers.
    Held(Hash),
    Withdraws,
}

impl Draft {
    /// A version that says something new.
    pub fn new<B: Body>(
        record: RecordId,
        audience: Audience,
        stated_at: Option<PartialDate>,
        body: B,
    ) -> Self {
        let says = Says::New(Box::new(move |chance| seal(&body, chance)));
        Draft { record, kind: kind_of::<B>(), schema: B::SCHEMA, audience, stated_at, says }
    }

    /// A version that repeats a content for other readers.
    pub fn share(
        record: RecordId,
        kind: Kind,
        schema: u32,
        audience: Audience,
        stated_at: Option<PartialDate>,
        content: Hash,
    ) -> Self {
        Draft { record, kind, schema, audience, stated_at, says: Says::Held(content) }
    }

    /// A version that withdraws what the lane said.
    pub fn withdraw(
        record: RecordId,
        kind: Kind,
        schema: u32,
        audience: Audience,
        stated_at: Option<PartialDate>,
    ) -> Self {
        Draft { record, kind, schema, audience, stated_at, says: Says::Withdraws }
    }
}

fn kind_of<B: Body>() -> Kind {
    // Invariant: a test holds every `KIND` against the form of a kind.
    B::KIND.parse().expect("a body's kind is well formed")
}

/// In whose name and when drafts become versions.
pub struct Signing<'a> {
    /// The owner whose records are written.
    pub owner: OwnerId,
    /// Where they come from.
    pub origin: Origin,
    /// Who acts.
    pub by: &'a By,
    /// The act.
    pub act: ActId,
    /// The clock's moment.
    pub now: Stamp,
    /// The newest stamp that the owner has given.
    pub after: Option<Stamp>,
    /// The key of the node that hosts the owner.
    pub node: &'a SecretKey,
}

/// The last number and hash of a lane; nothing where it does not exist yet.
pub type LaneHeads<'a> = &'a dyn Fn(RecordId, &Audience) -> Option<(u64, Hash)>;

/// Numbers, chains, salts, stamps and signs the drafts of one act, in the order of their stamps. `head`: the last
/// number and hash of a lane.
pub fn sign(
    drafts: Vec<Draft>,
    signing: &Signing<'_>,
    chance: &mut dyn Chance,
    head: LaneHeads<'_>,
) -> Vec<Entry> {
    let records: Vec<RecordId> = drafts.iter().map(|draft| draft.record).collect();
    let stamps = stamps(&records, signing.after, signing.now, chance);
    let mut stamped: Vec<(Stamp, Draft)> = stamps.into_iter().zip(drafts).collect();
    stamped.sort_by_key(|(at, _)| *at);
    let mut written: HashMap<(RecordId, Audience), (u64, Hash)> = HashMap::new();
    let mut entries = Vec::with_capacity(stamped.len());
    for (at, draft) in stamped {
        let lane = (draft.record, draft.audience.clone());
        let before = written.get(&lane).copied().or_else(|| head(draft.record, &draft.audience));
        let (content, bytes) = match &draft.says {
            Says::New(seal) => {
                let bytes = seal(chance);
                (Some(Hash::of(&bytes)), Some(bytes.into_boxed_slice()))
            }
            Says::Held(content) => (Some(*content), None),
            Says::Withdraws => (None, None),
        };
        let header = header(draft, signing, at, before, content);
        let entry = Entry::version(&header, bytes, signing.node);
        written.insert(lane, (header.no, entry.hash()));
        entries.push(entry);
    }
    entries
}

fn header(
    draft: Draft,
    signing: &Signing<'_>,
    at: Stamp,
    before: Option<(u64, Hash)>,
    content: Option<Hash>,
) -> Header {
    Header {
        tamga: VERSION.into(),
        record: draft.record,
        owner: signing.owner,
        audience: draft.audience,
        no: before.map_or(1, |(no, _)| no + 1),
        prev: before.map(|(_, hash)| hash),
        act: signing.act,
        at,
        stated_at: draft.stated_at,
        by: signing.by.clone(),
        kind: draft.kind,
        schema: draft.schema,
        content,
        origin: signing.origin,
        withdraws: matches!(draft.says, Says::Withdraws).then_some(true),
    }
}
