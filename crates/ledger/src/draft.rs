//! From a rule's drafts to signed entries: numbered, chained, salted and stamped, all by values handed in.

use crate::audience::Audience;
use crate::chance::Chance;
use crate::content::{Body, seal};
use crate::entry::Entry;
use crate::examine::{self, Barred, Examination, Examined, Says};
use crate::id::{ActId, Hash, Kind, OwnerId, RecordId};
use crate::key::{PublicKey, SecretKey};
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
    says: Saying,
}

/// Gives a content its salt.
type Sealing = Box<dyn Fn(&mut dyn Chance) -> Vec<u8> + Send>;

enum Saying {
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
        let says = Saying::New(Box::new(move |chance| seal(&body, chance)));
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
        Draft { record, kind, schema, audience, stated_at, says: Saying::Held(content) }
    }

    /// A version that withdraws what the lane said.
    pub fn withdraw(
        record: RecordId,
        kind: Kind,
        schema: u32,
        audience: Audience,
        stated_at: Option<PartialDate>,
    ) -> Self {
        Draft { record, kind, schema, audience, stated_at, says: Saying::Withdraws }
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

/// A version that this process has just signed itself: only [`sign_own`] makes one, and nothing changes it after. So its
/// signature need not be checked again before it enters (docs/decisions/0011).
#[derive(Debug, Clone)]
pub struct Own {
    entry: Entry,
    hash: Hash,
    says: Examination,
    signer: PublicKey,
    flaw: Option<Barred>,
}

impl Own {
    fn new(entry: Entry, hash: Hash, header: Header, node: &SecretKey) -> Self {
        let flaw = examine::own(&entry, &header).err();
        let says = examine::known(&entry, header);
        Own { entry, hash, says, signer: node.public(), flaw }
    }

    /// The entry.
    pub fn entry(&self) -> &Entry {
        &self.entry
    }

    /// Its hash.
    pub fn hash(&self) -> Hash {
        self.hash
    }

    /// Its header.
    pub fn header(&self) -> &Header {
        &self.says.header
    }

    /// The entry alone, as anybody would hand it in.
    pub fn into_entry(self) -> Entry {
        self.entry
    }

    /// The entry, and what [`examine::examine`] would find of it.
    pub fn into_examined(self) -> (Entry, Result<Examined, Barred>) {
        let Own { entry, hash, says, signer, flaw } = self;
        let examined = Examined { hash, says: Says::Version(says), signer };
        (entry, flaw.map_or(Ok(examined), Err))
    }
}

/// [`sign_own`], for whoever hands the entries in as anybody would.
pub fn sign(
    drafts: Vec<Draft>,
    signing: &Signing<'_>,
    chance: &mut dyn Chance,
    head: LaneHeads<'_>,
) -> Vec<Entry> {
    sign_own(drafts, signing, chance, head).into_iter().map(Own::into_entry).collect()
}

/// Numbers, chains, salts, stamps and signs the drafts of one act, in the order of their stamps. `head`: the last
/// number and hash of a lane.
pub fn sign_own(
    drafts: Vec<Draft>,
    signing: &Signing<'_>,
    chance: &mut dyn Chance,
    head: LaneHeads<'_>,
) -> Vec<Own> {
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
            Saying::New(seal) => {
                let bytes = seal(chance);
                (Some(Hash::of(&bytes)), Some(bytes.into_boxed_slice()))
            }
            Saying::Held(content) => (Some(*content), None),
            Saying::Withdraws => (None, None),
        };
        let header = header(draft, signing, at, before, content);
        let entry = Entry::version(&header, bytes, signing.node);
        let hash = entry.hash();
        written.insert(lane, (header.no, hash));
        entries.push(Own::new(entry, hash, header, signing.node));
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
        withdraws: matches!(draft.says, Saying::Withdraws).then_some(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Erasure, Ground};
    use crate::id::PersonId;
    use schemars::JsonSchema;
    use serde::{Deserialize, Serialize};

    struct Counted(u8);

    impl Chance for Counted {
        fn fill(&mut self, bytes: &mut [u8]) {
            self.0 = self.0.wrapping_add(1);
            bytes.fill(self.0);
        }
    }

    #[derive(Serialize, Deserialize, JsonSchema)]
    struct Note {
        words: String,
    }

    impl Body for Note {
        const KIND: &'static str = "test.note";
    }

    fn signed(drafts: Vec<Draft>, stated_in: Origin, role: &str) -> Vec<Own> {
        let (person, mandate) = (PersonId::from_chance([1; 16]), RecordId::from_chance([2; 16]));
        let signing = Signing {
            owner: Hash::of(b"owner"),
            origin: stated_in,
            by: &By { person, role: role.into(), mandate },
            act: ActId::from_chance([3; 16]),
            now: Stamp::from_millis(1_000_000),
            after: None,
            node: &SecretKey::from_bytes([9; 32]),
        };
        sign_own(drafts, &signing, &mut Counted(0), &|_, _| None)
    }

    #[test]
    fn what_is_known_of_ones_own_version_is_what_anybody_would_find() {
        let record = |byte| RecordId::from_chance([byte; 16]);
        let note = |words: &str| Note { words: words.into() };
        let kind = || kind_of::<Note>();
        let erasure = Erasure { content: Hash::of(b"x"), ground: Ground::Spill, record: record(4) };
        let drafts = || {
            vec![
                Draft::new(record(4), Audience::Own, None, note("one")),
                Draft::new(record(4), Audience::Own, "2018".parse().ok(), note("two")),
                Draft::new(record(5), Audience::Public, None, note("turned \u{202e} round")),
                Draft::new(record(5), Audience::Public, None, note(&"long".repeat(100_000))),
                Draft::share(record(4), kind(), 1, Audience::Public, None, Hash::of(b"held")),
                Draft::withdraw(record(4), kind(), 1, Audience::Own, None),
                Draft::withdraw(record(6), kind(), 1, Audience::Own, None),
                Draft::share(record(6), kind(), 0, Audience::Public, None, Hash::of(b"held")),
                Draft::new(record(7), Audience::Own, None, erasure.clone()),
            ]
        };
        let (mut good, mut bad) = (0, 0);
        for (origin, role) in [
            (Origin::Real, "editor"),
            (Origin::Reconstruction, "editor"),
            (Origin::Exercise, "e\u{301}ditor"),
        ] {
            for own in signed(drafts(), origin, role) {
                let found = examine::examine(own.entry());
                *(if found.is_ok() { &mut good } else { &mut bad }) += 1;
                assert_eq!(own.into_examined().1, found);
            }
        }
        assert!(good > 8 && bad > 8, "{good} good, {bad} bad");
    }
}
