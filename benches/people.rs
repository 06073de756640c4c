//! What people cost who are signed in: their pages beside those of everybody, a sign-in, and two hundred of them at once.
//! Asked of the program itself in its demonstration, over HTTP on this machine.

#[allow(dead_code, reason = "each benchmark uses a part")]
mod http;

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const EACH: Duration = Duration::from_secs(3);

/// How many people there are at once.
const PEOPLE: usize = 200;

/// For how long somebody reads a page before asking for the next.
const READS: Duration = Duration::from_secs(1);

/// For how long they are watched.
const WATCHED: Duration = Duration::from_secs(10);

const ROUND: &str = "/exercise/series/lake-region/rounds/lakeside-2026";

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut program, address) = start(folder.path());
    let started = Instant::now();
    let logins = ["xal", "xbr", "xco", "xdu", "xea", "xfe"].iter().flat_map(|label| {
        ["coordinator", "contributor", "reader", "translator"].map(|role| format!("{label}-{role}"))
    });
    let cookies: Vec<String> = logins.map(|login| sign_in(address, &login)).collect();
    let one = started.elapsed().as_secs_f64() * 1e3 / cookies.len() as f64;
    println!("a sign-in {one:>53.0} ms");
    for path in
        ["/", "/series/central-asia", "/exercise", ROUND, "/exercise/recommendations", "/exercise/follow-up"]
    {
        let public = http::ask(address, path, "", EACH);
        let signed = http::ask(address, path, &cookies[1], EACH);
        println!(
            "{path:<52} public {:>6.0} a second, {:>6.1} MB; signed in {:>6.0} a second, {:>6.1} MB: {:.2} × the bytes",
            public.0,
            public.1,
            signed.0,
            signed.1,
            signed.1 / public.1
        );
    }
    at_once(address, &cookies, Duration::ZERO);
    at_once(address, &cookies, READS);
    program.kill().expect("it ends");
    program.wait().expect("it ended");
}

/// The demonstration on a port that the system chooses.
fn start(data: &std::path::Path) -> (Child, SocketAddr) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_tamga"))
        .args(["demo", "--listen", "127.0.0.1:0", "--data"])
        .arg(data)
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program");
    let said = BufReader::new(program.stderr.take().expect("what it says"));
    let address = said.lines().map_while(Result::ok).find_map(|line| {
        let rest = line.split("http://").nth(1)?;
        rest.split('/').next()?.parse().ok()
    });
    (program, address.expect("it says where it answers"))
}

/// Signs in: the session's cookie.
fn sign_in(address: SocketAddr, login: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("a connection");
    let form = format!("login={login}&password=exercise-on-the-lake");
    let request = format!(
        "POST /sign-in HTTP/1.1\r\nhost: tamga\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
        form.len()
    );
    stream.write_all(request.as_bytes()).expect("asked");
    let mut buffer = vec![0; 1 << 16];
    let length = http::read_answer(&mut stream, &mut buffer, "303");
    let head = String::from_utf8_lossy(&buffer[..length]).into_owned();
    let cookie = head.lines().find_map(|line| line.strip_prefix("set-cookie: session=")?.split(';').next());
    format!("session={}", cookie.expect("a session"))
}

/// All of them read pages of the round, each with a pause of that length between two.
fn at_once(address: SocketAddr, cookies: &[String], pause: Duration) {
    let reading: Vec<_> = (0..PEOPLE)
        .map(|person| {
            let cookie = cookies[person % cookies.len()].clone();
            std::thread::spawn(move || reads(address, person, &cookie, pause))
        })
        .collect();
    let mut waits: Vec<Duration> = reading.into_iter().flat_map(|one| one.join().expect("read")).collect();
    waits.sort_unstable();
    let at = |hundredth: usize| waits[waits.len() * hundredth / 100].as_secs_f64() * 1e3;
    println!(
        "{PEOPLE} people, {:>2} s between two pages {:>20.0} pages a second, a page within {:.0} ms (median), {:.0} ms (99th)",
        pause.as_secs(),
        waits.len() as f64 / WATCHED.as_secs_f64(),
        at(50),
        at(99)
    );
}

/// How long somebody waited for each page.
fn reads(address: SocketAddr, person: usize, cookie: &str, pause: Duration) -> Vec<Duration> {
    let pages = [
        ROUND,
        "/exercise/recommendations",
        "/exercise/follow-up",
        "/exercise/plans",
        "/exercise/submissions",
    ];
    let mut stream = TcpStream::connect(address).expect("a connection");
    let (start, mut waits) = (Instant::now(), Vec::new());
    let mut buffer = vec![0; 1 << 20];
    // They do not all begin in the same moment.
    std::thread::sleep(pause * person as u32 / PEOPLE as u32);
    for page in (person..).map(|turn| pages[turn % pages.len()]) {
        if start.elapsed() >= WATCHED {
            break;
        }
        let asked = Instant::now();
        stream.write_all(http::get(page, cookie).as_bytes()).expect("asked");
        http::read_answer(&mut stream, &mut buffer, "200");
        waits.push(asked.elapsed());
        std::thread::sleep(pause);
    }
    waits
}
