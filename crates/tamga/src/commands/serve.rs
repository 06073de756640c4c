//! `demo` and `serve`.

use super::tell;
use crate::clockwork::Clockwork;
use crate::config::Serving;
use crate::failure::{Failure, LISTEN};
use crate::{archive, exercise, exercise_people, installation};
use desk::passkey::Passkeys;
use desk::sign_in::SignIn;
use desk::world::{Clock, SystemClock};
use desk::{Budget, Desk};
use std::io::Write;
use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use store::keys::Keys;
use web::Site;
use web::furniture::map::{self, Map};
use web::listening::Patience;
use web::log::{Facts, Log};
use words::Message;

/// Makes an installation if there is none, records the archive, and serves it.
pub fn demo(data: &Path, serving: &Serving, log: bool) -> Result<ExitCode, Failure> {
    if !installation::database(data).exists() {
        installation::make(data)?;
        tell(Message::new("cli-made").with("data", data.display().to_string()));
    }
    installation::recognized(data)?;
    let _serving = installation::served_once(data)?;
    let desk = open(data, serving)?;
    let imported = archive::record(&desk)?;
    tell(Message::new("cli-archive").with("done", imported.done).with("before", imported.before));
    let imported = exercise::record(&desk, &Keys::of(data))?;
    tell(Message::new("cli-exercise").with("done", imported.done).with("before", imported.before));
    let people = installation::people(data)?;
    let ready = exercise_people::ready(&desk, &people)?;
    let log = if log { security_log() } else { Log::default() };
    listen(desk, people, serving, log, (map(data), Some(ready)))
}

/// Serves an installation.
pub fn serve(data: &Path, serving: &Serving) -> Result<ExitCode, Failure> {
    installation::recognized(data)?;
    let _serving = installation::served_once(data)?;
    let people = installation::people(data)?;
    listen(open(data, serving)?, people, serving, security_log(), (map(data), None))
}

/// The security log on standard error. A panic is a line of it too: where it was, and not what it said.
fn security_log() -> Log {
    // A log that cannot be written is no reason to stop.
    let log = Log::to(|line| drop(writeln!(std::io::stderr().lock(), "{line}")));
    let panics = log.clone();
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line()));
        panics.tell(SystemClock.now(), "panic", Facts::default().with("place", place));
    }));
    log
}

fn open(data: &Path, serving: &Serving) -> Result<Desk, Failure> {
    installation::open_with_files(data, Budget(serving.memory << 20))
}

/// The outlines of States, if the data folder has a file with them. One that cannot be drawn is told and passed over.
fn map(data: &Path) -> Option<Arc<Map>> {
    let path = data.join(map::FILE);
    let file = path.display().to_string();
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
        Err(error) => {
            tell(Message::new("cli-file-unreadable").with("file", file).with("reason", error.to_string()));
            return None;
        }
    };
    match Map::read(&text) {
        Ok(map) => Some(Arc::new(map)),
        Err(error) => {
            tell(Message::new(error.key()).with("file", file));
            None
        }
    }
}

/// Who knows passkeys, if the installation knows under which address browsers reach it: they are bound to it for ever.
#[cfg(feature = "passkeys")]
fn passkeys(serving: &Serving) -> Option<Arc<dyn Passkeys>> {
    let address = serving.address.as_deref()?;
    match desk::webauthn::ByWebauthn::at(address, &serving.name) {
        Ok(known) => Some(Arc::new(known)),
        Err(_) => {
            tell(Message::new("cli-no-passkeys").with("address", address));
            None
        }
    }
}

/// Nobody: the program was built without them.
#[cfg(not(feature = "passkeys"))]
fn passkeys(_: &Serving) -> Option<Arc<dyn Passkeys>> {
    None
}

/// Accounts by login and name.
type Ready = Vec<(String, String)>;

/// `ready`: the accounts of a demonstration, which may also be read as any party of its exercise, and whose exercise stands
/// still in the middle of a round.
fn listen(
    desk: Desk,
    people: SignIn,
    serving: &Serving,
    log: Log,
    (map, ready): (Option<Arc<Map>>, Option<Ready>),
) -> Result<ExitCode, Failure> {
    let desk = Arc::new(desk);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let address = serving.listen;
    let cannot = |error: std::io::Error| {
        let message = Message::new("cli-cannot-listen")
            .with("address", address.to_string())
            .with("reason", error.to_string());
        Failure::new(LISTEN, message)
    };
    let runtime = runtime.map_err(cannot)?;
    let people = Arc::new(people);
    let site = Site {
        map,
        reads_as: ready.is_some(),
        exercise_stands: ready.as_ref().map(|_| exercise::stands()),
        sign_in: Some(people.clone()),
        passkeys: passkeys(serving),
        secure: serving.https
            || serving.address.as_ref().is_some_and(|address| address.starts_with("https:")),
        address: serving.address.as_deref().map(Into::into),
        second_step: serving.second_step,
        ready: ready.unwrap_or_default().into(),
        log,
        ..Site::public(desk.clone(), &serving.name)
    };
    let served_at = |listening: SocketAddr| Site { hosts: own_hosts(listening).into(), ..site };
    let clockwork = Clockwork::start(desk.clone(), people);
    let served = runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(address).await?;
        let listening = listener.local_addr()?;
        tell(Message::new("cli-listening").with("address", format!("http://{listening}/")));
        web::listening::serve(
            listener,
            web::router(served_at(listening)),
            Patience::default(),
            asked_to_stop(),
        )
        .await;
        Ok(())
    });
    clockwork.stop();
    runtime.shutdown_timeout(Duration::from_secs(5));
    served.map_err(cannot)?;
    desk.close()?;
    tell(Message::new("cli-stopped"));
    Ok(ExitCode::SUCCESS)
}

/// Under which hosts a browser on this machine asks, and one that names the address at which it listens.
fn own_hosts(listening: SocketAddr) -> Vec<String> {
    let port = listening.port();
    let mut hosts: Vec<String> =
        ["localhost", "127.0.0.1", "[::1]"].map(|host| format!("{host}:{port}")).into();
    if !listening.ip().is_unspecified() && !listening.ip().is_loopback() {
        hosts.push(listening.to_string());
    }
    if port == 80 {
        let bare: Vec<String> = hosts.iter().map(|host| host.trim_end_matches(":80").to_owned()).collect();
        hosts.extend(bare);
    }
    hosts
}

/// Ctrl-C, or the system's polite request.
async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
        let Ok(mut terminate) = terminate else { return drop(interrupt.await) };
        tokio::select! {
            _ = interrupt => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    drop(interrupt.await);
}
