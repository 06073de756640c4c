//! How a command ends that could not do what it was asked: a message in the reader's language, and an exit code.

use desk::DeskError;
use desk::import::ImportError;
use desk::perform::PerformError;
use std::process::ExitCode;
use store::StoreError;
use web::furniture::form::refused;
use words::{Language, Message};

/// Why a command could not be done.
#[derive(Debug)]
pub struct Failure {
    code: u8,
    message: Message,
}

/// Something does not fit, was refused, or is not there.
pub const REFUSED: u8 = 1;

/// The data folder cannot be used.
pub const DATA: u8 = 3;

/// The address cannot be listened at.
pub const LISTEN: u8 = 4;

impl Failure {
    /// A failure with that exit code.
    pub fn new(code: u8, message: Message) -> Self {
        Failure { code, message }
    }

    /// Says it on standard error.
    pub fn report(self) -> ExitCode {
        eprintln!("tamga: {}", language().say(&self.message));
        ExitCode::from(self.code)
    }
}

/// The language of the terminal.
pub fn language() -> Language {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default();
    Language::from_tag(locale.split('.').next().unwrap_or_default()).unwrap_or(Language::English)
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Failure::new(DATA, said(&error))
    }
}

impl From<DeskError> for Failure {
    fn from(error: DeskError) -> Self {
        match error {
            DeskError::Store(error) => error.into(),
            DeskError::Budget { needed, budget } => {
                let megabytes = |bytes: usize| bytes.div_ceil(1 << 20);
                Failure::new(
                    DATA,
                    Message::new("cli-budget")
                        .with("needed", megabytes(needed))
                        .with("budget", megabytes(budget)),
                )
            }
        }
    }
}

/// What is wrong with a store, in words.
pub fn said(error: &StoreError) -> Message {
    match error.clone() {
        StoreError::Absent { path } => Message::new("cli-store-absent").with("path", path),
        StoreError::Exists { path } => Message::new("cli-store-exists").with("path", path),
        StoreError::Foreign { path } => Message::new("cli-store-foreign").with("path", path),
        StoreError::Newer { format, known } => {
            Message::new("cli-store-newer").with("format", format).with("known", known)
        }
        StoreError::Damaged { detail } => Message::new("cli-store-damaged").with("detail", detail),
        StoreError::SealBroken { path, seal } => {
            Message::new("cli-store-seal-broken").with("path", path).with("seal", seal)
        }
        StoreError::Unwritable { detail } => Message::new("cli-store-unwritable").with("detail", detail),
        StoreError::Key { path, detail } => {
            Message::new("cli-store-key").with("path", path).with("detail", detail)
        }
        StoreError::Barred { index, barred } => {
            Message::new("cli-store-barred").with("index", index).with("reason", barred.to_string())
        }
        StoreError::Closed => Message::new("cli-store-closed"),
    }
}

/// Why a file of acts stopped, in words.
pub fn import(file: &str, error: ImportError) -> Failure {
    let message = match error {
        ImportError::Bytes(flaw) => {
            Message::new("cli-file-unreadable").with("file", file).with("reason", flaw.to_string())
        }
        ImportError::Form => Message::new("cli-file-form")
            .with("file", file)
            .with("form", "{\"tamga\":\"acts/1\",\"acts\":[…]}"),
        ImportError::Act { number, error: PerformError::Refused(refusal) } => {
            let field = refusal.field.clone().unwrap_or_else(|| "–".into());
            Message::new("cli-act-refused")
                .with("number", number)
                .with("reason", refused(&refusal))
                .with("field", field)
        }
        ImportError::Act { number, error: PerformError::Store(error) } => {
            Message::new("cli-act-failed").with("number", number).with("reason", said(&error))
        }
    };
    Failure::new(REFUSED, message)
}
