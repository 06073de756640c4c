//! The list of recommendations and the follow-up board over 42,000 recommendations of 190 States in memory, and the pages
//! of the exercise: the processor time to look and to draw, without HTTP. Yardstick: going once through all adoptions.
//!
//!     cargo bench --bench board

mod common;
mod many;

use axum::http::Request;
use common::{line, median, node, resident};
use desk::world::{SystemChance, SystemClock};
use desk::{Budget, Desk, Scope, found, import};
use ledger::audience::Reader;
use ledger::owner::{Origin, World};
use ledger::view::{AsOf, View};
use many::{Many, ROUNDS, SERIES};
use review::adoption::Adoption;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::keys::Keys;
use store::{Sqlite, Store};
use web::answer::{Screen, page};
use web::entry::Entry;
use web::furniture::frame::Frame;
use web::recommendations::asked::Asked;
use web::recommendations::board::Board;
use web::recommendations::list::RecommendationList;
use web::recommendations::one::OneRecommendation;
use web::search::{Searched, facets};
use web::series::round::OneRound;

/// How many records a page of search results shows.
const A_PAGE: usize = 25;

fn main() {
    exercise();
    let (before, start) = (resident(), Instant::now());
    let many = Many::new();
    let (versions, memory) = (many.register.len(), resident() - before);
    println!(
        "42,000 recommendations: {versions} versions in {:.0} s, {memory} MB: {:.2} KB a version",
        start.elapsed().as_secs_f64(),
        memory as f64 * 1024.0 / versions as f64
    );
    let (state, owner) = many.states[Many::of_series(0)[0]];
    let series = many.series.clone();
    let reader = Reader { series, ..Reader::coordinator_of(owner) };
    let view = View::new(&many.register, reader, AsOf::Now).of(World::Exercise);
    black_box(state);
    let yardstick = median(5, || {
        black_box(view.all::<Adoption>().count());
    });
    tell("board, 50 rows, all filters in turn", boards(), yardstick, |entry| {
        draw(entry, &Board::look(&view, &Asked::of(entry)));
    });
    tell("    of which looking", boards(), yardstick, |entry| {
        black_box(Board::look(&view, &Asked::of(entry)));
    });
    tell("list of a round, 50 rows", lists(), yardstick, |entry| {
        draw(entry, &RecommendationList::look(&view, &Asked::of(entry)));
    });
    tell("    of which looking", lists(), yardstick, |entry| {
        black_box(RecommendationList::look(&view, &Asked::of(entry)));
    });
    tell("list of everything", vec!["/recommendations".into(); 9], yardstick, |entry| {
        draw(entry, &RecommendationList::look(&view, &Asked::of(entry)));
    });
    let some: Vec<_> = view.all::<Adoption>().step_by(211).map(|seen| seen.body.recommendation).collect();
    let addresses = some.iter().map(|record| format!("/recommendations/{record}")).collect();
    let mut next = some.iter().cycle();
    tell("one recommendation with lineage and reports", addresses, yardstick, |entry| {
        let one = OneRecommendation::look(&view, *next.next().expect("some")).expect("it is there");
        draw(entry, &one);
    });
    search(&many, &view);
}

fn search(many: &Many, view: &View<'_>) {
    let search = desk::search::Search::default();
    let (before, start) = (resident(), Instant::now());
    search.catch_up(&many.register, many.register.head());
    println!("search index: {:.1} s, {} MB", start.elapsed().as_secs_f64(), resident() - before);
    let scan = |sought: &str| {
        let mut found = 0;
        for (shelf, slot) in many.register.versions_from(0) {
            many.register.words(&shelf, &slot, &mut |_, words| found += usize::from(words.contains(sought)));
        }
        black_box(found);
    };
    for query in ["S17R3/REC.77", "55438", "pathogens 55438", "контактные", "transit"] {
        let mut hits = 0;
        let found = median_spent(9, || {
            let found = search.find(view, query).expect("short enough");
            hits = found.count(None);
            black_box((found.kinds(), found.best(view, A_PAGE, None)));
        });
        let scanned = median_spent(3, || scan(query));
        line(&format!("search “{query}”, {hits} records"), found, "looking through all words", scanned);
        let address = entry(&format!("/search?q={}", query.replace(' ', "+")));
        let asked = facets::Asked::read(|name| address.asked(name));
        let drawn = median_spent(9, || {
            let found = search.find(view, query).ok();
            draw(&address, &Searched::look(view, query, found, &asked, 1));
        });
        line("    its page, with all it can be narrowed by", drawn, "looking through all words", scanned);
    }
}

/// Boards of every series: plain, by theme, by round, open, concluded, later pages.
fn boards() -> Vec<String> {
    let of = |series: usize| {
        let slug = many::series_slug(series);
        let more = [
            String::new(),
            format!("&theme={}", many::theme_label(series)),
            format!("&round={}", many::round_symbol(series, series % ROUNDS)),
            "&course=open".into(),
            "&course=concluded&page=3".into(),
            "&page=9".into(),
        ];
        more.map(|more| format!("/follow-up?series={slug}{more}"))
    };
    (0..SERIES).flat_map(of).collect()
}

/// Lists of every round.
fn lists() -> Vec<String> {
    let of = |series: usize| {
        let slug = many::series_slug(series);
        (0..ROUNDS).map(move |place| {
            format!("/recommendations?series={slug}&round={}", many::round_symbol(series, place))
        })
    };
    (0..SERIES).flat_map(of).collect()
}

/// Looks and draws each address; tells the median and the 99th percentile of the processor time it takes.
fn tell(what: &str, addresses: Vec<String>, yardstick: Duration, mut show: impl FnMut(&Entry)) {
    let entries: Vec<Entry> = addresses.iter().map(|address| entry(address)).collect();
    entries.iter().take(3).for_each(&mut show);
    let mut times: Vec<Duration> = entries
        .iter()
        .map(|entry| {
            let start = spent();
            show(entry);
            spent().saturating_sub(start)
        })
        .collect();
    times.sort_unstable();
    line(&format!("{what}, median"), times[times.len() / 2], "all adoptions", yardstick);
    line(
        &format!("{what}, 99th"),
        times[(times.len() * 99 / 100).min(times.len() - 1)],
        "all adoptions",
        yardstick,
    );
}

/// The median of some runs in processor time.
fn median_spent(runs: usize, mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = spent();
            run();
            spent().saturating_sub(start)
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

/// The processor time of this thread: pages are drawn by one, and other work on the machine does not count.
fn spent() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec.unsigned_abs() as u32)
}

fn entry(address: &str) -> Entry {
    let request = Request::builder().uri(address).body(()).expect("an address");
    Entry { world: World::Exercise, ..Entry::read(&request.into_parts().0) }
}

fn draw(entry: &Entry, screen: &impl Screen) {
    let frame = Frame::new(entry, None, ledger::time::Stamp::from_millis(1_800_000_000_000), "Tamga".into());
    black_box(page(&frame, &screen.head(&frame), screen.body(&frame)));
}

/// The exercise as the binary has it: its round now in session, and its board.
fn exercise() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store: Arc<dyn Store> =
        Arc::new(Sqlite::create(&folder.path().join("tamga.db"), node()).expect("a new database"));
    let keys = Keys::of(folder.path());
    found::editor(&*store, &keys, &node(), Origin::Reconstruction, &SystemClock, &mut SystemChance)
        .expect("an editor");
    let desk = Desk::open(store, node(), Budget::DEFAULT, &mut |_| {}).expect("a desk");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../exercise");
    let catalogue =
        std::fs::read(format!("{path}/../catalogues/unscr-1540-older.json")).expect("a catalogue");
    let catalogue = import::read_for_exercise(&catalogue).expect("acts");
    import::perform_exercise(&desk, &keys, catalogue).expect("recorded");
    let mut files: Vec<_> =
        std::fs::read_dir(path).expect("the exercise").map(|file| file.expect("a file").path()).collect();
    files.sort();
    for file in files {
        let bytes = std::fs::read(&file).expect("a file of acts");
        import::perform_exercise(&desk, &keys, import::read(&bytes).expect("acts")).expect("recorded");
    }
    let scope = Scope::public().of(World::Exercise);
    let yardstick = median(9, || {
        desk.view(&scope, |view| black_box(view.all::<Adoption>().count()));
    });
    tell("exercise: board", vec!["/follow-up".into(); 300], yardstick, |entry| {
        let board = desk.view(&scope, |view| Board::look(view, &Asked::of(entry)));
        draw(entry, &board);
    });
    tell("exercise: round in session", vec!["/".into(); 300], yardstick, |entry| {
        let round = desk.view(&scope, |view| OneRound::look(view, "lake-region", "lakeside-2026"));
        draw(entry, &round.expect("the round"));
    });
    desk.close().expect("put away");
}
