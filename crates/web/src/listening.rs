//! Connections: how many, and how long each may keep us waiting. A client that sends slowly, takes slowly or says nothing
//! loses its connection, and no place from which connections come takes all there are.

use crate::entry::Source;
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use std::collections::HashMap;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

/// How much patience there is.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// How many connections there are at most; further ones wait.
    pub connections: usize,
    /// How many come from one source at most; further ones are closed. The machine itself is no source.
    pub of_one_source: usize,
    /// For so long the head of a request may take, and a connection between two requests.
    pub head: Duration,
    /// For so long a connection may stand still in either direction.
    pub still: Duration,
    /// For so long answers that have begun may go on after the request to stop.
    pub end: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Patience {
            connections: 512,
            of_one_source: 256,
            head: Duration::from_secs(30),
            // More than the longest answer takes (`passed_through`).
            still: Duration::from_secs(60),
            end: Duration::from_secs(10),
        }
    }
}

/// Answers connections until it is told to stop, and then finishes what has begun.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    patience: Patience,
    stop: impl Future<Output = ()>,
) {
    let places = Arc::new(Semaphore::new(patience.connections));
    let sources = Arc::new(Sources { of: Mutex::default(), most: patience.of_one_source });
    let ending = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let next = async {
            // Invariant: the semaphore is never closed.
            let place = places.clone().acquire_owned().await.expect("places are there");
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            next = next => next,
            () = &mut stop => break,
        };
        let Ok((stream, address)) = accepted else {
            // The other end has gone already, or the machine has no more connections to give: not at full speed.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let source = Source::of(address.ip());
        let Some(share) = sources.share(source) else { continue };
        let held = (place, share);
        tokio::spawn(answer(stream, source, router.clone(), patience, ending.watcher(), held));
    }
    // Who has not finished by then is slow, or is the reason to stop.
    let _ = tokio::time::timeout(patience.end, ending.shutdown()).await;
}

/// Answers one connection; what it holds goes with it.
async fn answer(
    stream: TcpStream,
    source: Source,
    router: Router,
    patience: Patience,
    ending: Watcher,
    held: (OwnedSemaphorePermit, Share),
) {
    // An answer is written at once: waiting to fill a packet only costs time.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_read_timeout(Some(patience.still));
    stream.set_write_timeout(Some(patience.still));
    let service = router.map_request(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(source);
        request.map(Body::new)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience.head)
        .serve_connection(TokioIo::new(Box::pin(stream)), TowerToHyperService::new(service));
    // What goes wrong on a connection is the other end's: it has gone, was too slow, or speaks no HTTP.
    let _ = ending.watch(connection).await;
    drop(held);
}

/// How many connections each source has.
struct Sources {
    of: Mutex<HashMap<Source, usize>>,
    most: usize,
}

impl Sources {
    fn share(self: &Arc<Self>, source: Source) -> Option<Share> {
        if source.is_here() {
            return Some(Share(None));
        }
        let mut of = self.of.lock().unwrap_or_else(PoisonError::into_inner);
        let count = of.entry(source).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(Share(Some((self.clone(), source))))
    }
}

/// A connection as part of its source's share; given back when dropped.
struct Share(Option<(Arc<Sources>, Source)>);

impl Drop for Share {
    fn drop(&mut self) {
        let Some((sources, source)) = &self.0 else { return };
        let mut of = sources.of.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = of.get_mut(source) {
            *count -= 1;
            if *count == 0 {
                of.remove(source);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_source_has_its_share_of_connections_and_gives_it_back() {
        let sources = Arc::new(Sources { of: Mutex::default(), most: 2 });
        let [near, far] = [[192, 0, 2, 1], [192, 0, 2, 2]].map(|address| Source::of(address.into()));
        let held = [sources.share(near), sources.share(near)];
        assert!(held.iter().all(Option::is_some) && sources.share(near).is_none());
        assert!(sources.share(far).is_some(), "another one has its own");
        drop(held);
        assert!(sources.of.lock().unwrap().is_empty());
        let here = Source::of([127, 0, 0, 1].into());
        assert!((0..5).all(|_| sources.share(here).is_some()), "the proxy on the machine");
    }
}
