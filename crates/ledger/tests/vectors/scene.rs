//! The scene: accepts entries one after the other, and notes each as a vector.

use crate::pen::{NODE, Named, act, key, utf8};
use ledger::canonical;
use ledger::entry::{Entry, What};
use ledger::gate::From;
use ledger::holding::Holding;
use ledger::id::Hash;
use ledger::journal::{Head, Line, checkpoint};
use ledger::key::Verdict;
use ledger::time::Stamp;
use serde_json::{Value, json};

/// Accepts entries one after the other and notes each as a vector.
#[derive(Default)]
pub struct Scene {
    pub holding: Holding,
    head: Head,
    seen: i64,
    pub entries: Vec<Value>,
}

impl Scene {
    pub fn accept(&mut self, name: &str, signer: Named, entry: &Entry) {
        let what = self.holding.accept(entry, From::Elsewhere).unwrap().unwrap();
        self.seen = self.entries.len() as i64 * 1000 + 1_790_000_000_000;
        let (act, seen) = (act(0xa0 + self.entries.len() as u8), Stamp::from_millis(self.seen));
        let line = Line::after(self.head, what, entry.hash(), &entry.signature, act, seen);
        self.head = line.head();
        let mut vector = json!({
            "name": name,
            "what": what.word(),
            "bytes": utf8(entry.bytes.clone()),
            "sha256": entry.hash().to_string(),
            "by": signer.0,
            "signature": utf8(entry.signature.clone()),
            "act": act.to_string(),
            "seen": seen.to_string(),
            "line": utf8(canonical::bytes(&line)),
            "head": self.head.hash.unwrap().to_string(),
        });
        if let Some(bytes) = &entry.content {
            vector["content"] = utf8(bytes.clone()).into();
        }
        if matches!(what, What::Version | What::Fork) {
            let header = ledger::version::read_header(&entry.bytes).unwrap();
            vector["lane"] = header.lane().hash().to_string().into();
        }
        self.entries.push(vector);
    }

    pub fn checkpoint(&self) -> Value {
        let (bytes, signature) = checkpoint(self.head, Stamp::from_millis(self.seen), &key(NODE)).unwrap();
        assert_eq!(signature.check(&bytes), Verdict::Good);
        let sha256 = Hash::of(&bytes).to_string();
        json!({"name": "checkpoint", "bytes": utf8(bytes), "sha256": sha256, "by": NODE.0, "signature": utf8(signature.bytes())})
    }
}
