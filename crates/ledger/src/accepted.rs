//! An accepted entry on its way into the register: read from what a store keeps, or taken over from who just wrote it.

use crate::canonical;
use crate::content::Kinds;
use crate::draft::Own;
use crate::entry::What;
use crate::held::{Held, Unread};
use crate::id::{ActId, Hash};
use crate::owner::Genesis;
use crate::time::Stamp;
use crate::verify::Lent;
use crate::version::{Header, read_header};

/// One accepted entry, as a store hands it over: what the register needs and nothing of SQL.
pub struct Accepted {
    /// Its number in the journal.
    pub n: u64,
    /// When this node saw it.
    pub seen: Stamp,
    /// The act it came with.
    pub act: ActId,
    /// What it is, read.
    pub paper: Paper,
}

impl Accepted {
    /// Reads what a store keeps. Load trusts the file: signatures are checked by append, by open and by `verify`.
    /// `None` if the bytes are not what the gate lets in.
    pub fn read(lent: &Lent<'_>, kinds: Kinds) -> Option<Self> {
        let Lent { n, seen, act, what, bytes, content } = *lent;
        let paper = match what {
            What::Genesis => Paper::Genesis(canonical::read(bytes)?),
            What::Hosting | What::Fork => Paper::Other,
            What::Version => {
                let header = read_header(bytes)?;
                let brought = content.map(|content| Brought::unread(&header, content, kinds));
                Paper::Version(Box::new(header), Hash::of(bytes), brought)
            }
        };
        Some(Accepted { n, seen, act, paper })
    }

    /// The same of a version that was just signed here, whose header and hash are at hand.
    pub fn own(n: u64, seen: Stamp, own: &Own, kinds: Kinds) -> Self {
        let header = own.header();
        let brought = own.entry().content.as_ref().map(|content| Brought::read(header, content, kinds));
        let paper = Paper::Version(Box::new(header.clone()), own.hash(), brought);
        Accepted { n, seen, act: header.act, paper }
    }
}

/// What was accepted.
pub enum Paper {
    /// A new owner.
    Genesis(Genesis),
    /// A version: its header, its hash, and its content unless that is erased or was handed over before.
    Version(Box<Header>, Hash, Option<Brought>),
    /// A hosting or a fork: nothing that is read on a page.
    Other,
}

/// A content that came with its version.
pub struct Brought {
    pub(crate) held: Held,
    /// How many bytes it has.
    pub(crate) length: usize,
}

impl Brought {
    /// As it came: most of a ledger is not looked at for long.
    fn unread(header: &Header, content: &[u8], kinds: Kinds) -> Self {
        let Header { kind, schema, .. } = header;
        let held = match kinds.knows(kind.as_str(), *schema) {
            true => Held::Unread(Unread::Content { schema: *schema, bytes: content.into() }),
            false => Held::Unreadable,
        };
        Brought { held, length: content.len() }
    }

    /// Read at once: whoever wrote it looks at it next.
    fn read(header: &Header, content: &[u8], kinds: Kinds) -> Self {
        let body = kinds.decode(header.kind.as_str(), header.schema, content);
        Brought { held: body.map_or(Held::Unreadable, Held::Read), length: content.len() }
    }
}
