//! Clients that send or take slowly, over a real connection.
#![allow(clippy::unwrap_used, reason = "a step that fails, fails the test")]

mod porch;

use porch::House;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use web::listening::{Patience, serve};
use web::router;

const SOON: Duration = Duration::from_millis(300);
const NEVER: Duration = Duration::from_secs(30);

/// Serves with that patience: the address, and what stops it.
async fn served(
    patience: Patience,
) -> (std::net::SocketAddr, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let served = tokio::spawn(async move {
        let house = House::new();
        serve(listener, router(house.site.clone()), patience, async { drop(stopped.await) }).await;
    });
    (address, stop, served)
}

/// All that comes until the other end closes.
async fn rest(stream: &mut TcpStream) -> String {
    let mut text = Vec::new();
    let read = tokio::time::timeout(NEVER / 2, stream.read_to_end(&mut text)).await;
    // A connection that is reset has ended too.
    let _ = read.expect("the connection ends");
    String::from_utf8_lossy(&text).into_owned()
}

async fn send(stream: &mut TcpStream, text: &str) {
    stream.write_all(text.as_bytes()).await.unwrap();
}

#[tokio::test]
async fn whoever_says_nothing_or_never_finishes_loses_the_connection() {
    let (address, _stop, _) = served(Patience { head: SOON, ..Patience::default() }).await;
    let begun = Instant::now();
    let [mut silent, mut dribbling, mut idle] =
        [(); 3].map(|()| std::net::TcpStream::connect(address).unwrap()).map(|stream| {
            stream.set_nonblocking(true).unwrap();
            TcpStream::from_std(stream).unwrap()
        });
    send(&mut dribbling, "GET /healthz HTTP/1.1\r\nhost: here\r\nx: ").await;
    send(&mut idle, "GET /healthz HTTP/1.1\r\nhost: here\r\n\r\n").await;
    assert_eq!(rest(&mut silent).await, "");
    rest(&mut dribbling).await;
    assert!(rest(&mut idle).await.contains("200 OK"), "answered, and closed between two requests");
    assert!(begun.elapsed() < NEVER / 2);
}

#[tokio::test]
async fn whoever_takes_nothing_or_stands_still_in_a_form_loses_the_connection() {
    let (address, _stop, _) = served(Patience { still: SOON, ..Patience::default() }).await;
    let mut form = TcpStream::connect(address).await.unwrap();
    send(&mut form, "POST /sign-in HTTP/1.1\r\nhost: here\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 100\r\n\r\nlogin=").await;
    rest(&mut form).await;
    let mut taking = TcpStream::connect(address).await.unwrap();
    // Far more answers than the machine keeps for a reader who takes none.
    let asked = "GET /help HTTP/1.1\r\nhost: here\r\n\r\n".repeat(200);
    let taken = async { while taking.write_all(asked.as_bytes()).await.is_ok() {} };
    tokio::time::timeout(NEVER, taken).await.expect("the connection ends while nothing is taken");
}

#[tokio::test]
async fn with_all_connections_taken_the_next_one_waits_for_the_slowest_to_be_closed() {
    let (address, _stop, _) = served(Patience { connections: 2, head: SOON, ..Patience::default() }).await;
    let (_one, _two) =
        (TcpStream::connect(address).await.unwrap(), TcpStream::connect(address).await.unwrap());
    let mut third = TcpStream::connect(address).await.unwrap();
    send(&mut third, "GET /healthz HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n").await;
    assert!(rest(&mut third).await.contains("200 OK"));
}

#[tokio::test]
async fn a_slow_client_does_not_keep_the_program_from_stopping() {
    let (address, stop, served) = served(Patience { end: SOON, ..Patience::default() }).await;
    let mut slow = TcpStream::connect(address).await.unwrap();
    send(&mut slow, "GET / HTTP/1.1\r\n").await;
    tokio::time::sleep(Duration::from_millis(50)).await;
    stop.send(()).unwrap();
    tokio::time::timeout(NEVER / 2, served).await.expect("it stops").unwrap();
}
