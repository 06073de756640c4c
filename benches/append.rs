//! Durable acts a second: one by one, and many at once. Yardstick: SQLite writing a row of the same size with the same
//! durability (WAL, synchronous = FULL), one transaction each or a hundred rows together.

mod common;

use common::{node, outcome};
use desk::world::{SystemChance, SystemClock};
use desk::{Budget, Desk, found};
use ledger::chance::Chance;
use ledger::id::{ActId, RecordId};
use ledger::owner::Origin;
use review::act::{Act, Deed};
use review::readers::Readers;
use review::theme::Theme;
use review::write::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use store::keys::Keys;
use store::{Sqlite, Store};

const ONE_BY_ONE: usize = 1000;
const TOGETHER: usize = 20_000;

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    if std::env::var("TAMGA_COUNT").is_ok() {
        return counted(folder.path());
    }
    let plain = yardstick(&folder.path().join("plain.db"), ONE_BY_ONE, 1);
    let plain_grouped = yardstick(&folder.path().join("grouped.db"), TOGETHER, 100);
    let desk = open(folder.path());
    let editor = desk.editor().expect("the editor");
    let start = Instant::now();
    for number in 0..ONE_BY_ONE {
        desk.perform(&editor, theme(number)).expect("performed");
    }
    tell("acts one by one", ONE_BY_ONE as f64 / start.elapsed().as_secs_f64(), plain);
    let start = Instant::now();
    let waiting: Vec<_> =
        (0..TOGETHER).map(|number| desk.hand_in(&editor, source(number)).expect("handed in")).collect();
    waiting.into_iter().for_each(|waiting| {
        desk.wait(waiting).expect("on disk");
    });
    tell("acts handed in together", TOGETHER as f64 / start.elapsed().as_secs_f64(), plain_grouped);
    desk.close().expect("put away");
}

/// Two thousand acts handed in together, for a tool that counts instructions:
///
///     TAMGA_COUNT=1 valgrind --tool=callgrind --toggle-collect='*hand_in_rule*' --toggle-collect='*write_all*' APPEND-BENCH
fn counted(folder: &Path) {
    let desk = open(folder);
    let editor = desk.editor().expect("the editor");
    let waiting: Vec<_> =
        (0..2000).map(|number| desk.hand_in(&editor, source(number)).expect("handed in")).collect();
    waiting.into_iter().for_each(|waiting| {
        desk.wait(waiting).expect("on disk");
    });
}

fn open(folder: &Path) -> Desk {
    let store: Arc<dyn Store> =
        Arc::new(Sqlite::create(&folder.join("tamga.db"), node()).expect("a new database"));
    let keys = Keys::of(folder);
    found::editor(&*store, &keys, &node(), Origin::Reconstruction, &SystemClock, &mut SystemChance)
        .expect("an editor");
    Desk::open(store, node(), Budget::DEFAULT, &mut |_| {}).expect("a desk")
}

fn theme(number: usize) -> Act {
    let words = outcome(RecordId::from_chance([1; 16]), 200, number).words;
    let body = Theme { label: format!("theme-{number}"), name: words };
    act(Deed::Theme(Box::new(Write {
        record: fresh(),
        base: None,
        stated_at: None,
        audience: Some(Readers::Public),
        body,
    })))
}

/// A source: its rule looks nothing up, so that the figure is of writing and not of a rule over all themes.
fn source(number: usize) -> Act {
    let title = outcome(RecordId::from_chance([1; 16]), 400, number).words;
    let sort = review::source::SourceSort::Other;
    let body = review::source::Source {
        title,
        publisher: None,
        published: None,
        url: None,
        language: "en".into(),
        sort,
    };
    act(Deed::Source(Box::new(Write {
        record: fresh(),
        base: None,
        stated_at: None,
        audience: Some(Readers::Public),
        body,
    })))
}

fn act(deed: Deed) -> Act {
    Act { id: ActId::from_chance(SystemChance.sixteen()), deed }
}

fn fresh() -> RecordId {
    RecordId::from_chance(SystemChance.sixteen())
}

/// Rows a second of about the size of a version, so many in one transaction.
fn yardstick(path: &Path, rows: usize, together: usize) -> f64 {
    let mut connection = rusqlite::Connection::open(path).expect("a new database");
    connection.execute_batch("pragma journal_mode = wal; pragma synchronous = full; create table row (n integer primary key, bytes blob) strict")
        .expect("a table");
    let bytes = vec![b'x'; 1600];
    let start = Instant::now();
    for _ in 0..rows / together {
        let transaction = connection.transaction().expect("a transaction");
        for _ in 0..together {
            transaction.execute("insert into row (bytes) values (?1)", [&bytes]).expect("a row");
        }
        transaction.commit().expect("a commit");
    }
    rows as f64 / start.elapsed().as_secs_f64()
}

fn tell(what: &str, rate: f64, yardstick: f64) {
    println!(
        "{what:<28} {rate:>9.0} a second   {:>5.2} × plain rows ({yardstick:.0} a second)",
        rate / yardstick
    );
}
