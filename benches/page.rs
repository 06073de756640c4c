//! Pages from the register, without a page cache, over HTTP on this machine. Yardstick: a ready file of the page's own
//! length from the same server.

mod common;
mod http;

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use common::node;
use desk::world::{SystemChance, SystemClock};
use desk::{Budget, Desk, found, import};
use ledger::owner::Origin;
use std::sync::Arc;
use std::time::Duration;
use store::keys::Keys;
use store::{Sqlite, Store};

/// How long each address is asked.
const EACH: Duration = Duration::from_secs(3);

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store: Arc<dyn Store> =
        Arc::new(Sqlite::create(&folder.path().join("tamga.db"), node()).expect("a new database"));
    found::editor(
        &*store,
        &Keys::of(folder.path()),
        &node(),
        Origin::Reconstruction,
        &SystemClock,
        &mut SystemChance,
    )
    .expect("an editor");
    let desk = Arc::new(Desk::open(store, node(), Budget::DEFAULT, &mut |_| {}).expect("a desk"));
    record_archive(&desk);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let site = web::Site::public(desk, "Tamga");
    if let Ok(path) = std::env::var("TAMGA_COUNT") {
        return counted(&site, &path);
    }
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).expect("a port");
    let address = listener.local_addr().expect("an address");
    let addresses = web::addresses().route("/ready/{length}", axum::routing::get(ready));
    let pages = web::passed_through(site, addresses);
    runtime.spawn(async move { axum::serve(listener, pages).await });
    for path in [
        "/",
        "/series",
        "/series/central-asia",
        "/series/central-asia/rounds/issyk-kul-2018",
        "/series/central-asia/rounds/issyk-kul-2018?as_of=2018-07-01&lang=ru",
        "/search?q=recommendations",
    ] {
        let page = http::ask(address, path, "", EACH);
        let length = (page.1 * 1e6 / page.0) as usize;
        let file = http::ask(address, &format!("/ready/{length}"), "", EACH);
        println!(
            "{path:<62} {length:>6} bytes {:>8.0} a second {:>7.1} MB a second {:>6.2} × a ready file",
            page.0,
            page.1,
            page.1 / file.1
        );
    }
    runtime.shutdown_background();
}

/// Two hundred answers on this thread alone, without a connection, for a tool that counts instructions:
///
///     TAMGA_COUNT=/series valgrind --tool=callgrind --toggle-collect='*two_hundred*' PAGE-BENCH
fn counted(site: &web::Site, path: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let pages = web::passed_through(site.clone(), web::addresses());
    // What is worked out once is worked out before.
    ask_within(&runtime, &pages, path, 20);
    let bytes = two_hundred(&runtime, &pages, path);
    println!("{path}: {bytes} bytes");
}

#[inline(never)]
fn two_hundred(runtime: &tokio::runtime::Runtime, pages: &axum::Router, path: &str) -> usize {
    ask_within(runtime, pages, path, 200)
}

fn ask_within(runtime: &tokio::runtime::Runtime, pages: &axum::Router, path: &str, times: usize) -> usize {
    use tower::ServiceExt;
    let ask = async || {
        let request = axum::http::Request::get(path).header(header::HOST, "tamga");
        let request = request.body(axum::body::Body::empty()).expect("a request");
        let Ok(response) = pages.clone().oneshot(request).await;
        assert_eq!(response.status(), 200);
        axum::body::to_bytes(response.into_body(), 1 << 20).await.expect("a body").len()
    };
    runtime.block_on(async {
        let mut bytes = 0;
        for _ in 0..times {
            bytes = ask().await;
        }
        bytes
    })
}

fn record_archive(desk: &Desk) {
    let editor = desk.editor().expect("the editor");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../archive");
    for name in [
        "sources",
        "parties",
        "themes",
        "series",
        "croatia-poland",
        "central-asia",
        "chile-colombia",
        "dominican-republic-panama",
        "paraguay-uruguay",
        "brazil-chile-mexico",
        "philippines-singapore",
        "events",
    ] {
        let bytes = std::fs::read(format!("{folder}/{name}.json")).expect("a file of the archive");
        import::perform(desk, &editor, import::read(&bytes).expect("acts")).expect("recorded");
    }
}

/// A file of that length, ready in memory.
async fn ready(Path(length): Path<usize>) -> impl IntoResponse {
    static FILE: [u8; 1 << 18] = [b'x'; 1 << 18];
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], &FILE[..length.min(FILE.len())])
}
