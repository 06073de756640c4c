//! The story that the vectors tell.

use crate::pen::{
    EDITOR_ROOT, NEXT_NODE, NODE, PARTY_ROOT, act, after, at, begins, content, header, hosting_entry, key,
    note, of, record, version,
};
use crate::scene::Scene;
use ledger::audience::{Audience, ReadersLabel};
use ledger::content::{Erasure, Ground};
use ledger::entry::Entry;
use ledger::id::Hash;
use ledger::owner::{Founding, HOSTING, Hosting, Origin, OwnerSort, found};
use ledger::version::Header;

/// What the vectors tell: an editor with one record in three lanes, and a party that moves to another node.
pub struct Story {
    pub editor: Founding,
    pub party: Founding,
    /// The last version in the editor's own lane.
    pub draft: Header,
    /// The content that says that another is erased.
    pub erasure: Hash,
    /// The first version of the party's answer.
    pub answer: Header,
    /// The party's second hosting.
    pub moved: Hosting,
}

impl Story {
    pub fn tell(scene: &mut Scene) -> Self {
        let begin = at("2026-01-01T00:00:00.000Z");
        let node = key(NODE).public();
        let root = key(EDITOR_ROOT);
        let editor =
            found(OwnerSort::Editor, Origin::Reconstruction, &root, false, [0x11; 16], node.clone(), begin);
        let party = found(OwnerSort::Party, Origin::Real, &key(PARTY_ROOT), true, [0x22; 16], node, begin);
        let (draft, erasure) = tell_of_the_editor(scene, &editor, &party);
        let (answer, moved) = tell_of_the_party(scene, &party);

        // A second "draft 1" comes from elsewhere: kept as evidence.
        let other = Header { act: act(0x7f), ..draft.clone() };
        scene.accept("a fork of draft 2", NODE, &version(&other, None, NODE));
        Story { editor, party, draft, erasure, answer, moved }
    }
}

/// A draft of two versions, shown to the round and to everybody, and withdrawn from everybody; then its first content
/// is erased. Gives the second draft, and the content that erases.
fn tell_of_the_editor(scene: &mut Scene, editor: &Founding, party: &Founding) -> (Header, Hash) {
    let [genesis, hosting] = Entry::founding(editor);
    scene.accept("editor: genesis", EDITOR_ROOT, &genesis);
    scene.accept("editor: hosting", EDITOR_ROOT, &hosting);
    let (first, second) = (note(0x31, "Черновик"), note(0x32, "Minsk round, 2016"));
    let stamp = "2026-02-01T09:00:00.000Z";
    let draft = Header {
        stated_at: Some("2016-06".parse().unwrap()),
        ..header(editor, record(0x51), Audience::Own, "sample.note", Some(&first), stamp)
    };
    scene.accept("draft 1", NODE, &version(&draft, Some(&first), NODE));
    let draft = after(&draft, Some(&second), "2026-02-01T09:00:00.001Z");
    scene.accept("draft 2", NODE, &version(&draft, Some(&second), NODE));
    let both = [editor.genesis.owner(), party.genesis.owner()];
    let shown = begins(&draft, Audience::readers(ReadersLabel::Round, both), "2026-02-02T09:00:00.000Z");
    scene.accept("shown to the round; the content is held already", NODE, &version(&shown, None, NODE));
    let published = begins(&draft, Audience::Public, "2026-02-03T09:00:00.000Z");
    scene.accept("published", NODE, &version(&published, Some(&second), NODE));
    let withdrawn = after(&published, None, "2026-02-04T09:00:00.000Z");
    scene.accept("withdrawn", NODE, &version(&withdrawn, None, NODE));

    // The first draft held personal data.
    let erasure = Erasure { content: of(&first), ground: Ground::PersonalData, record: draft.record };
    let erasure = content("ledger.erasure", 0x33, erasure);
    let stamp = "2026-02-05T09:00:00.000Z";
    let erases = header(editor, record(0x52), Audience::Own, "ledger.erasure", Some(&erasure), stamp);
    scene.accept("the content of draft 1 is erased", NODE, &version(&erases, Some(&erasure), NODE));
    (draft, of(&erasure))
}

/// A party answers, moves to a node of its own, and goes on there. Gives the first version of its answer.
fn tell_of_the_party(scene: &mut Scene, party: &Founding) -> (Header, Hosting) {
    let [genesis, hosting] = Entry::founding(party);
    scene.accept("party: genesis", PARTY_ROOT, &genesis);
    scene.accept("party: hosting", PARTY_ROOT, &hosting);
    let words = note(0x34, "für zwei Ämter");
    let agencies = Audience::Agency { ids: vec![record(0x61), record(0x62)] };
    let answer =
        header(party, record(0x53), agencies, "sample.answer", Some(&words), "2026-03-01T09:00:00.000Z");
    let words = words.replace("sample.note", "sample.answer");
    let answer = Header { content: Some(of(&words)), ..answer };
    scene.accept("party: an answer for two agencies", NODE, &version(&answer, Some(&words), NODE));
    let moved = Hosting {
        tamga: HOSTING.into(),
        owner: party.genesis.owner(),
        no: 2,
        prev: Some(hosting.hash()),
        node: key(NEXT_NODE).public(),
        from: at("2026-04-01T00:00:00.000Z"),
        until: Some(at("2028-04-01T00:00:00.000Z")),
    };
    scene.accept("party: hosting by the next node", PARTY_ROOT, &hosting_entry(&moved, PARTY_ROOT));
    let joined = begins(&answer, Audience::Series { series: record(0x71) }, "2026-04-01T00:00:00.000Z");
    scene.accept("party: to its series, by the next node", NEXT_NODE, &version(&joined, None, NEXT_NODE));
    (answer, moved)
}
