//! Asking over HTTP on this machine, on connections that stay open.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

/// How often an address was answered, with how many bytes.
pub type Answered = (usize, usize);

/// Asks for an address again and again on one connection. `cookie`: of whoever is signed in, or empty.
pub fn keep_asking(address: SocketAddr, path: &str, cookie: &str, lasts: Duration) -> Answered {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.set_nodelay(true).expect("no delay");
    let request = get(path, cookie);
    let (start, mut answers, mut bytes) = (Instant::now(), 0, 0);
    let mut buffer = vec![0; 1 << 20];
    while start.elapsed() < lasts {
        stream.write_all(request.as_bytes()).expect("asked");
        bytes += read_answer(&mut stream, &mut buffer, "200");
        answers += 1;
    }
    (answers, bytes)
}

/// Answers and megabytes a second over two such connections.
pub fn ask(address: SocketAddr, path: &str, cookie: &str, lasts: Duration) -> (f64, f64) {
    let start = Instant::now();
    let asking: Vec<_> = (0..2)
        .map(|_| {
            let (path, cookie) = (path.to_owned(), cookie.to_owned());
            std::thread::spawn(move || keep_asking(address, &path, &cookie, lasts))
        })
        .collect();
    let (answers, bytes) = asking
        .into_iter()
        .map(|one| one.join().expect("asked"))
        .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    let seconds = start.elapsed().as_secs_f64();
    (answers as f64 / seconds, bytes as f64 / 1e6 / seconds)
}

/// A request for an address.
pub fn get(path: &str, cookie: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nhost: tamga\r\ncookie: {cookie}\r\n\r\n")
}

/// Reads one answer of that status whole: its head says how long its body is. How many bytes it had; the head is at the
/// beginning of the buffer.
pub fn read_answer(stream: &mut TcpStream, buffer: &mut [u8], status: &str) -> usize {
    let mut filled = 0;
    loop {
        filled += stream.read(&mut buffer[filled..]).expect("an answer");
        let Some(head) = buffer[..filled].windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let text = String::from_utf8_lossy(&buffer[..head]).to_lowercase();
        let length: usize = text
            .lines()
            .find_map(|line| line.strip_prefix("content-length: ")?.trim().parse().ok())
            .expect("a length");
        assert!(text.starts_with(&format!("http/1.1 {status}")), "{text}");
        let whole = head + 4 + length;
        while filled < whole {
            filled += stream.read(&mut buffer[filled..]).expect("the rest");
        }
        return whole;
    }
}
