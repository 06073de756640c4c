//! Loading the register: how long, how much memory. Yardstick: SQLite reading the same bytes and adding up their lengths.
//!
//!     cargo bench --bench load              20,000 versions
//!     TAMGA_BENCH=long cargo bench --bench load     also 1,000,000
//!     TAMGA_BENCH=100000 cargo bench --bench load   so many, of 600 bytes: to look where the time goes

mod common;

use common::{fill, line, median, node, processor, resident};
use std::time::Instant;
use store::{Sqlite, Store};

fn main() {
    let asked = std::env::var("TAMGA_BENCH").unwrap_or_default();
    if let Ok(versions) = asked.parse() {
        return measure(versions, 600);
    }
    let sizes: &[usize] = if asked == "long" { &[20_000, 1_000_000] } else { &[20_000] };
    for versions in sizes {
        for bytes in [600, 3000] {
            measure(*versions, bytes);
        }
    }
}

fn measure(versions: usize, bytes: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("tamga.db");
    let filling = Instant::now();
    let store = Sqlite::create(&path, node()).expect("a new database");
    fill(&store, versions, bytes);
    store.close().expect("put away");
    let filled = filling.elapsed();
    let yardstick = median(3, || {
        let connection = rusqlite::Connection::open(&path).expect("the database");
        let sum = "select sum(length(entry.bytes) + length(signature) + coalesce(length(content.bytes), 0))
            from entry left join content using (n)";
        connection.query_row(sum, [], |row| row.get::<_, i64>(0)).expect("a sum");
    });
    let store = Sqlite::open(&path, node()).expect("the database");
    let before = resident();
    let (start, processor_before) = (Instant::now(), processor());
    let register = desk::load::register(&store, review::act::KINDS, &mut |_| {}).expect("a register");
    let (loaded, processor) = (start.elapsed(), processor() - processor_before);
    let memory = resident().saturating_sub(before);
    line(&format!("load {versions} versions of {bytes} bytes"), loaded, "reading the rows", yardstick);
    let weight = register.weight() / (1 << 20);
    println!(
        "    {processor:.2} s of processor time; {memory} MB of memory, {weight} MB by its own count; filled in {:.1} s",
        filled.as_secs_f64()
    );
}
