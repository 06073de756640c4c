//! The commands: one file each.

mod act;
mod operator_link;
mod serve;
mod verify;
mod view;

use crate::config::{Cli, Command};
use crate::failure::{Failure, REFUSED, language};
use crate::installation;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use words::Message;

/// Does what the command line asks.
pub fn run(cli: Cli) -> Result<ExitCode, Failure> {
    match cli.command {
        Command::Demo { data, serving, log } => serve::demo(&data, &serving, log),
        Command::Serve { data, serving } => serve::serve(&data.data, &serving),
        Command::Init { data } => init(&data.data),
        Command::OperatorLink { login, second_step, data } => {
            operator_link::make(&data.data, login.as_deref(), second_step)
        }
        Command::Verify { data, node } => verify::verify(&data.data, node),
        Command::Act { file, data } => act::act(&file, &data.data),
        Command::View { address, as_of, data } => view::view(&address, as_of.as_deref(), &data.data),
    }
}

fn init(data: &Path) -> Result<ExitCode, Failure> {
    // The folder may be there already: then only a lost link is made anew, as long as nobody has an account.
    let begun = installation::database(data).exists();
    if begun {
        installation::recognized(data)?;
    }
    if !begun || !installation::people(data)?.people().accounts()?.is_empty() {
        installation::make(data)?;
        tell(Message::new("cli-made").with("data", data.display().to_string()));
    }
    let people = installation::people(data)?;
    let secret = people.invite(people.person(), true, "", None)?;
    tell(Message::new("cli-operator-link").with("address", format!("/invitations/{secret}")));
    Ok(ExitCode::SUCCESS)
}

/// Says something to the person at the terminal, apart from what a command prints for others to read.
fn tell(message: Message) {
    eprintln!("{}", language().say(&message));
}

/// Prints what others read, one line. Who reads no further, such as `head`, has what he wanted.
///
/// # Errors
/// If it cannot be written for another reason.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            let said = Message::new("cli-not-printed").with("reason", error.to_string());
            Err(Failure::new(REFUSED, said))
        }
        _ => Ok(()),
    }
}
