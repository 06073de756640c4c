//! Entries that may not enter after all the others, and why.

use crate::bytes::word_of;
use crate::pen::{
    EDITOR_ROOT, NEXT_NODE, NODE, PARTY_ROOT, after, at, begins, content, header, hosting_entry, key, of,
    record, signed, utf8, version,
};
use crate::scene::Scene;
use crate::story::Story;
use ledger::audience::Audience;
use ledger::content::{Erasure, Ground};
use ledger::entry::{Entry, What};
use ledger::examine::Barred;
use ledger::gate::From;
use ledger::owner::{Hosting, Origin, OwnerSort, found};
use ledger::time::Stamp;
use ledger::version::Header;
use serde_json::{Value, json};

/// What the entries are made from: one that would be let in.
struct Good<'s> {
    story: &'s Story,
    header: Header,
    content: String,
}

const LATE: &str = "2026-03-05T09:00:00.000Z";

type Wrong = (&'static str, Entry);

/// Each is tried, and noted with the reason for which it is refused.
pub fn entries(story: &Story, scene: &mut Scene) -> Vec<Value> {
    let content = content("sample.answer", 0x41, json!({}));
    let header = Header { content: Some(of(&content)), ..after(&story.answer, Some(&content), LATE) };
    let good = Good { story, header, content };
    let all = [good.wrong_bytes(), good.wrong_signers(), good.wrong_facts(), good.wrong_places()].concat();
    all.into_iter().map(|(name, entry)| refused(name, &entry, scene)).collect()
}

impl Good<'_> {
    fn sign(&self, header: &Header) -> Entry {
        version(header, Some(&self.content), NODE)
    }

    /// The header's bytes with something replaced, signed as they are.
    fn raw(&self, old: &str, new: &str) -> Entry {
        let bytes = utf8(self.header.bytes()).replace(old, new);
        signed(What::Version, bytes.into_bytes(), NODE, Some(&self.content))
    }

    fn wrong_bytes(&self) -> Vec<Wrong> {
        let spaced = utf8(self.header.bytes()).replacen(':', ": ", 1);
        let spaced = signed(What::Version, spaced.into_bytes(), NODE, Some(&self.content));
        let agencies = |ids| self.sign(&Header { audience: Audience::Agency { ids }, ..self.header.clone() });
        vec![
            ("a space in the header", spaced),
            ("a field too many", self.raw("\"tamga\"", "\"t\":1,\"tamga\"")),
            ("a field too few", self.raw("\"schema\":1,", "")),
            ("a type that is not known", self.raw("version/1", "version/2")),
            ("an id of UUID version 7", self.raw("-4", "-7")),
            ("a stamp without decimals", self.raw(LATE, "2026-03-05T09:00:00Z")),
            ("a kind without a dot", self.raw("sample.answer", "answer")),
            ("agencies that are not sorted", agencies(vec![record(0x62), record(0x61)])),
            ("no agencies at all", agencies(vec![])),
        ]
    }

    fn wrong_signers(&self) -> Vec<Wrong> {
        let Good { story, header: good, content } = self;
        let mut tampered = self.sign(good);
        tampered.bytes = utf8(good.bytes()).replace(LATE, "2026-03-05T09:00:00.001Z").into_bytes().into();
        let mut unknown = self.sign(good);
        unknown.signature = utf8(unknown.signature).replace("ed25519", "ed448").into_bytes().into();
        let genesis = Entry::founding(&story.party)[0].clone();
        let (root, node) = (key(PARTY_ROOT), key(NODE).public());
        let stranger = found(OwnerSort::Round, Origin::Real, &root, true, [0x23; 16], node, Stamp::EPOCH);
        let stamped = |stamp: &str| Header { at: at(stamp), ..good.clone() };
        let over = version(&stamped("2028-04-01T00:00:00.000Z"), Some(content), NEXT_NODE);
        let fifth = Hosting { no: 5, ..story.party.hosting.clone() };
        let before = Entry::hash(&hosting_entry(&story.moved, PARTY_ROOT));
        let earlier = Hosting {
            no: 3,
            prev: Some(before),
            from: at("2026-03-31T00:00:00.000Z"),
            ..story.moved.clone()
        };
        vec![
            ("one digit of the stamp changed after signing", tampered),
            ("an algorithm that is not known", unknown),
            (
                "a genesis signed by another key",
                signed(What::Genesis, genesis.bytes.to_vec(), EDITOR_ROOT, None),
            ),
            (
                "an owner that is not known",
                self.sign(&Header { owner: stranger.genesis.owner(), ..good.clone() }),
            ),
            ("the next node before its time", version(good, Some(content), NEXT_NODE)),
            ("the first node after its time", self.sign(&stamped("2026-04-02T00:00:00.000Z"))),
            ("the next node when its time is over", over),
            ("a hosting whose number is not the next", hosting_entry(&fifth, PARTY_ROOT)),
            ("a hosting that begins before the one before it", hosting_entry(&earlier, PARTY_ROOT)),
        ]
    }

    fn wrong_facts(&self) -> Vec<Wrong> {
        let good = || self.header.clone();
        let bad_kind = content("sample.note", 0x41, json!({}));
        let other_kind =
            Header { kind: "sample.note".parse().unwrap(), content: Some(of(&bad_kind)), ..good() };
        vec![
            ("another origin than the owner's", self.sign(&Header { origin: Origin::Exercise, ..good() })),
            (
                "a real record that states a past",
                self.sign(&Header { stated_at: Some("2013".parse().unwrap()), ..good() }),
            ),
            ("a record of another owner", self.sign(&Header { record: record(0x51), ..good() })),
            ("a record of another kind", version(&other_kind, Some(&bad_kind), NODE)),
            ("the content is not the one named", version(&self.header, Some(&bad_kind), NODE)),
            ("the content is neither here nor held", version(&self.header, None, NODE)),
            (
                "the content is of another kind",
                version(&Header { content: Some(of(&bad_kind)), ..good() }, Some(&bad_kind), NODE),
            ),
        ]
    }

    fn wrong_places(&self) -> Vec<Wrong> {
        let story = self.story;
        let good = || self.header.clone();
        let first = begins(&self.header, Audience::Public, LATE);
        let stopped = after(&story.draft, None, "2026-05-01T00:00:00.000Z");
        let erasure = Erasure { content: story.erasure, ground: Ground::Spill, record: record(0x52) };
        let erasure = content("ledger.erasure", 0x42, erasure);
        let erases =
            header(&story.editor, record(0x54), Audience::Own, "ledger.erasure", Some(&erasure), LATE);
        vec![
            (
                "a withdrawal that begins a lane",
                version(&Header { withdraws: Some(true), content: None, ..first }, None, NODE),
            ),
            ("a withdrawal with a content", self.sign(&Header { withdraws: Some(true), ..good() })),
            ("a number left out", self.sign(&Header { no: 3, ..good() })),
            ("another version before", self.sign(&Header { prev: Some(of("x")), ..good() })),
            ("a stamp that does not rise", self.sign(&Header { at: story.answer.at, ..good() })),
            ("the lane was stopped by a fork", version(&stopped, None, NODE)),
            ("an erasure of an erasure", version(&erases, Some(&erasure), NODE)),
        ]
    }
}

fn refused(name: &str, entry: &Entry, scene: &mut Scene) -> Value {
    let barred = scene.holding.accept(entry, From::Elsewhere).expect_err(name);
    let mut vector = json!({
        "name": name,
        "what": entry.what.word(),
        "bytes": utf8(entry.bytes.clone()),
        "signature": utf8(entry.signature.clone()),
        "reason": barred_word(&barred),
    });
    if let Some(bytes) = &entry.content {
        vector["content"] = utf8(bytes.clone()).into();
    }
    vector
}

fn barred_word(barred: &Barred) -> &'static str {
    match barred {
        Barred::Bytes { flaw, .. } => word_of(flaw),
        Barred::Form(_) => "form",
        Barred::BadSignature => "bad_signature",
        Barred::CannotCheckSignature => "cannot_check_signature",
        Barred::NotHost => "not_host",
        Barred::UnknownOwner => "unknown_owner",
        Barred::OtherOrigin => "other_origin",
        Barred::StatedAt => "stated_at",
        Barred::OtherRecord => "other_record",
        Barred::NotNext => "not_next",
        Barred::StampBack => "stamp_back",
        Barred::Stopped => "stopped",
        Barred::OtherContent => "other_content",
        Barred::ErasesErasure => "erases_erasure",
        Barred::Withdrawal => "withdrawal",
    }
}
