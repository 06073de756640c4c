//! Entries from rows and back.

use crate::store::StoreError;
use ledger::content::{Body, Content, Erasure};
use ledger::entry::{Entry, What};
use ledger::examine::{Examined, Says};
use ledger::id::{ActId, Hash};
use ledger::journal::Head;
use ledger::key::PublicKey;
use ledger::owner::Hosting;
use ledger::time::Stamp;
use ledger::verify::{Finding, Inspection, Inspector, Kept, Lent};
use ledger::version::{Header, Lane, read_header};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};

const ENTRIES: &str =
    "select entry.n, entry.what, entry.seen, entry.act, entry.head, entry.bytes, entry.signature,
        entry.content, content.bytes, entry.content is not null and exists
            (select 1 from erased where erased.hash = entry.content and erased.owner = entry.owner)
    from entry left join content on content.n = entry.n
    where entry.n > $1 order by entry.n";

const LENT: &str = "select entry.n, entry.what, entry.seen, entry.act, entry.bytes, content.bytes
    from entry left join content on content.n = entry.n
    where entry.n > $1 and entry.n <= $2 order by entry.n";

/// Before the first of all entries: a damaged file may number one 0 or less.
const BEFORE_ALL: i64 = i64::MIN;

/// Where the journal stands.
pub(super) fn head(connection: &Connection) -> rusqlite::Result<Head> {
    let mut last = connection.prepare_cached("select n, head from entry order by n desc limit 1")?;
    let head =
        last.query_row([], |row| Ok(Head { n: unsigned(row, 0)?, hash: Some(hash(row, 1)?) })).optional()?;
    Ok(head.unwrap_or_default())
}

/// The entries after `cursor`.
pub(super) fn since(
    connection: &Connection,
    cursor: u64,
    each: &mut dyn FnMut(Kept),
) -> Result<(), StoreError> {
    entries_after(connection, i64::try_from(cursor).unwrap_or(i64::MAX), each)
}

fn entries_after(connection: &Connection, cursor: i64, each: &mut dyn FnMut(Kept)) -> Result<(), StoreError> {
    let mut entries = connection.prepare(ENTRIES)?;
    let mut rows = entries.query([cursor])?;
    while let Some(row) = rows.next()? {
        each(kept(row)?);
    }
    Ok(())
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let word: String = row.get(1)?;
    let what = What::from_word(&word).ok_or_else(|| unreadable(1))?;
    let content = row.get_ref(8)?.as_blob_or_null()?.map(Box::from);
    let gone: bool = row.get(9)?;
    Ok(Kept {
        n: unsigned(row, 0)?,
        seen: Stamp::from_millis(row.get(2)?),
        act: act(row, 3)?,
        head: hash(row, 4)?,
        entry: Entry { what, bytes: blob(row, 5)?, signature: blob(row, 6)?, content },
        erased: if gone { Some(hash(row, 7)?) } else { None },
    })
}

/// Lends the entries after `cursor`, up to and with `until`.
pub(super) fn lend(
    connection: &Connection,
    cursor: u64,
    until: u64,
    each: &mut dyn FnMut(Lent<'_>),
) -> Result<(), StoreError> {
    let bounds = [cursor, until].map(|bound| i64::try_from(bound).unwrap_or(i64::MAX));
    let mut entries = connection.prepare(LENT)?;
    let mut rows = entries.query(bounds)?;
    while let Some(row) = rows.next()? {
        each(Lent {
            n: unsigned(row, 0)?,
            what: What::from_word(row.get_ref(1)?.as_str()?).ok_or_else(|| unreadable(1))?,
            seen: Stamp::from_millis(row.get(2)?),
            act: act(row, 3)?,
            bytes: row.get_ref(4)?.as_blob()?,
            content: row.get_ref(5)?.as_blob_or_null()?,
        });
    }
    Ok(())
}

/// Checks everything that can be read, and names what cannot.
pub(super) fn inspect(connection: &Connection, node: &PublicKey) -> Result<Inspection, StoreError> {
    let mut inspector = Inspector::default();
    if entries_after(connection, BEFORE_ALL, &mut |kept| inspector.read(&kept)).is_err() {
        inspector.find(Finding::Column { n: 0, column: "entry" });
    }
    check_columns(connection, &mut inspector)?;
    let mut covered = 0;
    let mut points = connection.prepare("select n, bytes, signature from checkpoint order by n")?;
    let mut rows = points.query([])?;
    while let Some(row) = rows.next()? {
        let (n, bytes, signature) = (unsigned(row, 0)?, blob(row, 1)?, blob(row, 2)?);
        inspector.read_checkpoint(n, &bytes, &signature, node);
        covered = n;
    }
    Ok(inspector.finish(covered))
}

/// The columns by which entries are found must repeat the entries' own bytes.
fn check_columns(connection: &Connection, inspector: &mut Inspector) -> Result<(), StoreError> {
    let mut entries = connection.prepare(
        "select n, what, bytes, hash, owner, record, kind, lane, no, at, content from entry order by n",
    )?;
    let names = ["hash", "owner", "record", "kind", "lane", "no", "at", "content"];
    let mut rows = entries.query([])?;
    while let Some(row) = rows.next()? {
        let (n, word, bytes) = (unsigned(row, 0)?, row.get::<_, String>(1)?, blob(row, 2)?);
        let Some(columns) = What::from_word(&word).and_then(|what| Columns::of(what, &bytes)) else {
            inspector.find(Finding::Column { n, column: "bytes" });
            continue;
        };
        for (index, (column, right)) in names.into_iter().zip(columns.values()).enumerate() {
            if row.get::<_, Value>(index + 3)? != right {
                inspector.find(Finding::Column { n, column });
            }
        }
    }
    check_contents(connection, inspector)
}

/// A content's row must repeat its bytes' hash, and be of the entry that brought it.
fn check_contents(connection: &Connection, inspector: &mut Inspector) -> Result<(), StoreError> {
    let mut contents = connection.prepare(
        "select content.n, content.hash, content.bytes, content.owner, entry.content, entry.owner
         from content left join entry on entry.n = content.n",
    )?;
    let mut rows = contents.query([])?;
    while let Some(row) = rows.next()? {
        let named = hash(row, 1)?;
        let right = Hash::of(row.get_ref(2)?.as_blob()?) == named
            && row.get::<_, Value>(4)? == Value::Blob(named.as_bytes().to_vec())
            && row.get::<_, Value>(3)? == row.get::<_, Value>(5)?;
        if !right {
            inspector.find(Finding::Column { n: unsigned(row, 0)?, column: "content" });
        }
    }
    check_erased(connection, inspector)
}

/// What counts as erased must be named by an erasure of its owner.
fn check_erased(connection: &Connection, inspector: &mut Inspector) -> Result<(), StoreError> {
    let mut erased = connection.prepare(
        "select erased.n, erased.hash, erased.owner, entry.owner, entry.kind, content.bytes
         from erased left join entry on entry.n = erased.n
         left join content on content.hash = entry.content and content.owner = entry.owner",
    )?;
    let mut rows = erased.query([])?;
    while let Some(row) = rows.next()? {
        let bytes = row.get_ref(5)?.as_blob_or_null()?;
        let erasure: Option<Content<Erasure>> = bytes.and_then(ledger::canonical::read);
        let named = hash(row, 1)?;
        let right = erasure.is_some_and(|erasure| erasure.body.content == named)
            && row.get::<_, Value>(2)? == row.get::<_, Value>(3)?
            && row.get::<_, Value>(4)? == Value::Text(Erasure::KIND.into());
        if !right {
            inspector.find(Finding::Column { n: unsigned(row, 0)?, column: "erased" });
        }
    }
    Ok(())
}

/// What an entry's bytes say, as columns.
pub(super) struct Columns {
    hash: Hash,
    owner: Hash,
    version: Option<(Box<Header>, Lane)>,
    no: Option<u64>,
}

impl Columns {
    /// Of an entry that was examined just now.
    pub(super) fn examined(examined: Examined) -> Self {
        let hash = examined.hash;
        match examined.says {
            Says::Genesis(_) => Columns { hash, owner: hash, version: None, no: None },
            Says::Hosting(hosting) => {
                Columns { hash, owner: hosting.owner, version: None, no: Some(hosting.no) }
            }
            Says::Version(version) => Columns::version(hash, version.header, version.lane),
        }
    }

    fn version(hash: Hash, header: Box<Header>, lane: Lane) -> Self {
        Columns { hash, owner: header.owner, no: Some(header.no), version: Some((header, lane)) }
    }

    /// Of bytes that a store kept.
    pub(super) fn of(what: What, bytes: &[u8]) -> Option<Self> {
        let hash = Hash::of(bytes);
        Some(match what {
            What::Genesis => Columns { hash, owner: hash, version: None, no: None },
            What::Hosting => {
                let hosting: Hosting = ledger::canonical::read(bytes)?;
                Columns { hash, owner: hosting.owner, version: None, no: Some(hosting.no) }
            }
            What::Version | What::Fork => {
                let header = read_header(bytes)?;
                let lane = header.lane();
                Columns::version(hash, Box::new(header), lane)
            }
        })
    }

    /// The hash of the bytes.
    pub(super) fn hash(&self) -> Hash {
        self.hash
    }

    /// hash, owner, record, kind, lane, no, at, content.
    pub(super) fn values(&self) -> [Value; 8] {
        let blob = |bytes: &[u8]| Value::Blob(bytes.to_vec());
        let header = self.version.as_ref().map(|(header, _)| header);
        let lane = self.version.as_ref().map(|(_, lane)| lane.hash());
        let of = |value: Option<Value>| value.unwrap_or(Value::Null);
        [
            blob(self.hash.as_bytes()),
            blob(self.owner.as_bytes()),
            of(header.map(|header| blob(header.record.as_bytes()))),
            of(header.map(|header| Value::Text(header.kind.as_str().to_owned()))),
            of(lane.map(|lane| blob(lane.as_bytes()))),
            of(self.no.map(|no| Value::Integer(no as i64))),
            of(header.map(|header| Value::Integer(header.at.millis()))),
            of(header.and_then(|header| header.content).map(|content| blob(content.as_bytes()))),
        ]
    }
}

pub(super) fn unsigned(row: &Row<'_>, index: usize) -> rusqlite::Result<u64> {
    let number: i64 = row.get(index)?;
    u64::try_from(number).map_err(|_| unreadable(index))
}

pub(super) fn hash(row: &Row<'_>, index: usize) -> rusqlite::Result<Hash> {
    sized(row, index).map(Hash::from_bytes)
}

pub(super) fn blob(row: &Row<'_>, index: usize) -> rusqlite::Result<Box<[u8]>> {
    Ok(row.get_ref(index)?.as_blob()?.into())
}

/// An act's id, exactly: bits that every id has must be there.
fn act(row: &Row<'_>, index: usize) -> rusqlite::Result<ActId> {
    let bytes: [u8; 16] = sized(row, index)?;
    let act = ActId::from_chance(bytes);
    if *act.as_bytes() == bytes { Ok(act) } else { Err(unreadable(index)) }
}

fn sized<const N: usize>(row: &Row<'_>, index: usize) -> rusqlite::Result<[u8; N]> {
    let bytes = row.get_ref(index)?.as_blob()?;
    bytes.try_into().map_err(|_| unreadable(index))
}

fn unreadable(index: usize) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(index, "not what a store writes".into(), rusqlite::types::Type::Blob)
}
