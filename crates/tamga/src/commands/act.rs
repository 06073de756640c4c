//! `act FILE`.

use super::tell;
use crate::failure::{self, Failure, REFUSED};
use crate::installation;
use desk::{Budget, import};
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;
use words::Message;

/// Performs the acts of a file as the editor of public facts.
pub fn act(file: &Path, data: &Path) -> Result<ExitCode, Failure> {
    let name = file.display().to_string();
    let bytes = read(file).map_err(|error| {
        Failure::new(
            REFUSED,
            Message::new("cli-file-unreadable").with("file", name.as_str()).with("reason", error.to_string()),
        )
    })?;
    let acts = import::read(&bytes).map_err(|error| failure::import(&name, error))?;
    let desk = installation::open(data, Budget::DEFAULT)?;
    let editor = desk.editor().ok_or_else(|| Failure::new(REFUSED, Message::new("cli-no-editor")))?;
    let imported = import::perform(&desk, &editor, acts);
    desk.close()?;
    let imported = imported.map_err(|error| failure::import(&name, error))?;
    tell(Message::new("cli-acts-done").with("done", imported.done).with("before", imported.before));
    Ok(ExitCode::SUCCESS)
}

/// The bytes of the file, or of standard input; one byte more than allowed is enough to refuse it.
fn read(file: &Path) -> std::io::Result<Vec<u8>> {
    let limit = import::LARGEST as u64 + 1;
    let mut bytes = Vec::new();
    match file.as_os_str() == "-" {
        true => std::io::stdin().take(limit).read_to_end(&mut bytes)?,
        false => std::fs::File::open(file)?.take(limit).read_to_end(&mut bytes)?,
    };
    Ok(bytes)
}
