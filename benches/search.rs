//! Search over 20,000 records. Yardstick: going through all words of all records and looking for the piece of text.

mod common;

use common::{fill, line, median, node};
use ledger::audience::Reader;
use ledger::view::{AsOf, View};
use std::hint::black_box;
use std::time::Instant;

fn main() {
    let versions = 20_000;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = store::Sqlite::create(&folder.path().join("tamga.db"), node()).expect("a new database");
    fill(&file, versions, 600);
    let register = desk::load::register(&file, review::act::KINDS, &mut |_| {}).expect("a register");
    let search = desk::search::Search::default();
    let start = Instant::now();
    search.catch_up(&register, register.head());
    println!("index of {versions} versions: {:.0} ms", start.elapsed().as_secs_f64() * 1000.0);
    let view = View::new(&register, Reader::public(), AsOf::Now);
    let scan = |sought: &str| {
        let mut found = 0;
        for (shelf, slot) in register.versions_from(0) {
            register.words(&shelf, &slot, &mut |_, words| found += usize::from(words.contains(sought)));
        }
        black_box(found);
    };
    for (query, piece) in
        [("777", "777"), ("recommendations", "recommendations"), ("рекомендация", "рекомендаций")]
    {
        let found = median(9, || {
            let found = search.find(&view, query).expect("short enough");
            black_box((found.kinds(), found.best(&view, 25, None)));
        });
        let scanned = median(3, || scan(piece));
        line(&format!("search “{query}”"), found, "looking through all words", scanned);
    }
}
