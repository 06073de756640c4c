//! The files that are attached to a record, on its page: what each is, and the way to its bytes; for its owner's people also
//! the way to attach another.

use super::frame::Frame;
use super::model::{Item, anchor};
use super::parts;
use super::phrase::Phrase;
use super::provenance;
use ledger::id::{OwnerId, RecordId};
use ledger::view::View;
use maud::{Markup, html};
use review::file::File;
use serde::Serialize;
use words::Message;

/// The files of a record.
#[derive(Serialize)]
pub struct Attached {
    #[serde(skip)]
    of: RecordId,
    #[serde(skip)]
    owner: OwnerId,
    files: Vec<Item<File>>,
}

impl Attached {
    /// The files of a record that the reader may read; nothing where he does not see the record.
    pub fn look(view: &View<'_>, of: RecordId) -> Option<Self> {
        let (owner, _) = view.whose(of)?;
        Some(Attached { of, owner: owner.id, files: view.about::<File>(of).map(Item::from).collect() })
    }

    /// Whether there is any.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The section of a page; nothing where there is no file and nobody to attach one.
    pub fn section(&self, frame: &Frame) -> Markup {
        let attaches = provenance::may(frame, self.owner, "file");
        if self.files.is_empty() && !attaches {
            return html! {};
        }
        html! {
            section aria-labelledby="files" {
                h2.h2 #files { (frame.say("file-files")) }
                (self.list(frame))
                @if attaches { p.more { a href=(frame.link(&format!("/records/{}/files", self.of))) { (frame.say("file-attach")) } } }
            }
        }
    }

    /// The list alone.
    pub fn list(&self, frame: &Frame) -> Markup {
        html! {
            @if self.files.is_empty() { (parts::empty(&frame.say("file-none"), &frame.say("file-none-why"))) }
            @else { ul.list { @for file in &self.files { (line(frame, file)) } } }
        }
    }

    /// The names alone, each a link to its file: for a cell.
    pub fn names(&self, frame: &Frame) -> Markup {
        html! { @for file in &self.files { span.line { a href=(frame.link(&format!("/files/{}", file.record))) { (frame.text(&file.body.title)) } } } }
    }
}

fn line(frame: &Frame, file: &Item<File>) -> Markup {
    html! {
        li id=(anchor(file.record)) {
            a href=(frame.link(&format!("/files/{}", file.record))) { (frame.text(&file.body.title)) }
            p.prov {
                (provenance::head(frame, file))
                span { (media(frame, &file.body)) ", " (size(frame, file.body.size)) }
                (download(frame, file))
            }
        }
    }
}

/// The link to the bytes of a file, which says what one gets.
pub fn download(frame: &Frame, file: &Item<File>) -> Markup {
    let what = Message::new("file-download-what")
        .with("name", file.body.name.as_str())
        .with("media", media(frame, &file.body))
        .with("size", size(frame, file.body.size));
    html! {
        a.deed href=(frame.link(&format!("/files/{}/download", file.record))) download aria-label=(frame.tell(what)) { (frame.say("file-download")) }
    }
}

/// What a file is, in words.
pub fn media(frame: &Frame, file: &File) -> Phrase {
    frame.say(&format!("file-media-{}", file.media.ending()))
}

/// How large something is, in words.
pub fn size(frame: &Frame, bytes: u64) -> Phrase {
    const KB: u64 = 1024;
    match bytes {
        bytes if bytes < KB * KB => {
            frame.tell(Message::new("file-size-kb").with("count", bytes.div_ceil(KB)))
        }
        bytes => frame.tell(Message::new("file-size-mb").with("count", bytes.div_ceil(KB * KB))),
    }
}
