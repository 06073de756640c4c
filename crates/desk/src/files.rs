//! Files: taken in piece by piece, looked at, attached by an act; given out to whoever's view holds their record; and gone
//! when that is erased.

use crate::desk::Desk;
use crate::perform::{Done, PerformError};
use ledger::audience::Reader;
use ledger::content::{AnyBody, Body};
use ledger::entry::What;
use ledger::id::{Hash, OwnerId, RecordId};
use ledger::register::Register;
use ledger::verify::Lent;
use ledger::version::read_header;
use ledger::view::{AsOf, Said, View};
use review::act::{Act, Deed, KINDS};
use review::actor::Actor;
use review::file::{File, LARGEST, Media};
use review::refusal::Refusal;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError};
use store::StoreError;
use store::files::{Files, Found, Incoming, OnTheWay};

/// How much of a file's beginning shows what it is.
const HEAD: usize = 8 * 1024;

/// How much of its end: there a container lists what is in it.
const TAIL: usize = 256 * 1024;

/// A file that is being brought. What is dropped before it is attached leaves nothing behind.
pub struct Upload {
    incoming: Incoming,
    size: u64,
    head: Vec<u8>,
    tail: Vec<u8>,
}

/// A file that was brought whole, and what it is.
pub struct Brought {
    incoming: Incoming,
    /// The SHA-256 of its bytes.
    pub hash: Hash,
    /// How many bytes.
    pub size: u64,
    /// What it is, as its bytes show.
    pub media: Media,
}

impl Upload {
    /// Takes the next piece.
    ///
    /// # Errors
    /// If the file is too large, or cannot be written.
    pub fn take(&mut self, piece: &[u8]) -> Result<(), Refusal> {
        self.size += piece.len() as u64;
        if self.size > LARGEST {
            let limit = LARGEST / (1024 * 1024);
            return Err(Refusal::new("refusal-file-too-large").with("limit", limit).at("file"));
        }
        let wanted = HEAD.saturating_sub(self.head.len()).min(piece.len());
        self.head.extend_from_slice(&piece[..wanted]);
        self.tail.extend_from_slice(piece);
        if self.tail.len() > 2 * TAIL {
            self.tail.drain(..self.tail.len() - TAIL);
        }
        self.incoming.take(piece).map_err(unwritten)
    }

    /// Ends the file and looks what it is.
    ///
    /// # Errors
    /// If it is empty, of a sort that is not taken, or cannot be written.
    pub fn end(mut self) -> Result<Brought, Refusal> {
        if self.size == 0 {
            return Err(Refusal::new("refusal-file-empty").at("file"));
        }
        let media = sort(&self.head, &self.tail)?;
        let hash = self.incoming.end().map_err(unwritten)?;
        Ok(Brought { incoming: self.incoming, hash, size: self.size, media })
    }
}

fn unwritten(_: StoreError) -> Refusal {
    Refusal::new("refusal-not-written").at("file")
}

/// What a file is, by its bytes. Containers are not opened: what is in them stands in their list, at their end.
fn sort(head: &[u8], tail: &[u8]) -> Result<Media, Refusal> {
    let holds = |name: &str| tail.windows(name.len()).any(|there| there == name.as_bytes());
    let found = infer::get(head).map(|found| found.mime_type()).unwrap_or_default();
    let media = match Media::from_word(found) {
        Some(media @ (Media::Pdf | Media::Png | Media::Jpeg | Media::Tiff | Media::Odt | Media::Ods)) => {
            Some(media)
        }
        _ if !head.starts_with(b"PK\x03\x04") || !holds("[Content_Types].xml") => None,
        _ if holds("word/document.xml") => Some(Media::Docx),
        _ if holds("xl/workbook.xml") => Some(Media::Xlsx),
        _ if holds("ppt/presentation.xml") => Some(Media::Pptx),
        _ => None,
    };
    // Macros are programs, in whatever they stand.
    let runs = ["vbaProject.bin", "Basic/script-lc.xml", "Scripts/"].iter().any(|program| holds(program));
    match media {
        Some(Media::Pdf | Media::Png | Media::Jpeg | Media::Tiff) | None => {
            media.ok_or_else(|| Refusal::new("refusal-file-sort").at("file"))
        }
        Some(_) if runs => Err(Refusal::new("refusal-file-macros").at("file")),
        Some(media) => Ok(media),
    }
}

impl Desk {
    /// A desk that keeps files in that folder. What was on its way when the program ended last is brought to its end.
    ///
    /// # Errors
    /// If something of that cannot be written.
    pub fn with_files(mut self, files: Files) -> Result<Self, StoreError> {
        let register = self.register();
        for found in files.were_coming() {
            match names(&register, found.owner, found.hash) {
                true => files.place_late(&found)?,
                false => found.forget(),
            }
        }
        for leaving in files.were_leaving() {
            finish_leaving(&files, &register, &leaving)?;
        }
        self.files = Some(files);
        Ok(self)
    }

    /// Begins to take a file in.
    ///
    /// # Errors
    /// If no files are kept here, or it cannot be written.
    pub fn begin_upload(&self) -> Result<Upload, Refusal> {
        let files = self.files.as_ref().ok_or_else(|| Refusal::new("refusal-not-written").at("file"))?;
        let name = self.stand_in_line().chance.sixteen();
        let incoming = files.begin(name).map_err(unwritten)?;
        Ok(Upload { incoming, size: 0, head: Vec::new(), tail: Vec::new() })
    }

    /// Performs the act that attaches a file, and keeps its bytes if it is done.
    ///
    /// # Errors
    /// As [`Desk::perform`].
    pub fn attach(&self, actor: &Actor, mut brought: Brought, act: Act) -> Result<Done, PerformError> {
        let files = self.files.as_ref().ok_or(StoreError::Closed)?;
        // What is erased meanwhile must not take with it what is attached anew.
        let _one_by_one = self.filing.lock().unwrap_or_else(PoisonError::into_inner);
        let Brought { hash, .. } = brought;
        brought.incoming.name(actor.owner, hash)?;
        let actor = Actor { brings: Some(hash), ..actor.clone() };
        let done = self.perform_rule(&actor, act.id, &|view| act.deed.clone().perform(view, &actor))?;
        // An act that was done before may have brought another file.
        if names(&self.register(), actor.owner, hash) {
            files.place(brought.incoming, actor.owner, hash)?;
        }
        Ok(done)
    }

    /// The bytes of a file that somebody sees: whoever has the record in his view may have them.
    pub fn file(&self, owner: OwnerId, file: &File) -> Option<std::fs::File> {
        self.files.as_ref()?.open(owner, file.hash).ok()
    }

    /// An act that erases: the bytes of files go with their records.
    pub(crate) fn perform_erasing(&self, actor: &Actor, act: Act) -> Result<Done, PerformError> {
        let perform = || self.perform_rule(actor, act.id, &|view| act.deed.clone().perform(view, actor));
        let Some(files) = &self.files else { return perform() };
        let _one_by_one = self.filing.lock().unwrap_or_else(PoisonError::into_inner);
        let hashes = self.look_as(actor, |view| of_files(view, &act));
        let leaving: Result<Vec<OnTheWay>, StoreError> =
            hashes.into_iter().map(|hash| files.note_leaving(actor.owner, hash)).collect();
        let leaving = leaving?;
        let done = perform();
        // Whatever became of the act: a file stays as long as a record names it.
        let register = self.register();
        leaving.iter().try_for_each(|leaving| finish_leaving(files, &register, leaving))?;
        done
    }

    /// Drops the files of records that were erased elsewhere, once that is known here. `before`: what was named.
    pub(crate) fn drop_erased(&self, before: BTreeSet<(OwnerId, Hash)>) -> Result<(), StoreError> {
        let Some(files) = &self.files else { return Ok(()) };
        let _one_by_one = self.filing.lock().unwrap_or_else(PoisonError::into_inner);
        let after = all_named(&self.register());
        before.difference(&after).try_for_each(|(owner, hash)| files.destroy(*owner, *hash))
    }

    /// The files that are named now; nothing where no files are kept.
    pub(crate) fn named_files(&self) -> BTreeSet<(OwnerId, Hash)> {
        self.files.as_ref().map(|_| all_named(&self.register())).unwrap_or_default()
    }
}

fn finish_leaving(files: &Files, register: &Register, leaving: &OnTheWay) -> Result<(), StoreError> {
    if !names(register, leaving.owner, leaving.hash) {
        files.destroy(leaving.owner, leaving.hash)?;
    }
    leaving.forget();
    Ok(())
}

/// The hashes of the files that an act erases.
fn of_files(view: &View<'_>, act: &Act) -> Vec<Hash> {
    let Deed::Erase(erase) = &act.deed else { return Vec::new() };
    let also = erase.also.iter().map(|also| (also.record, also.content));
    let erased = [(erase.record, erase.content)].into_iter().chain(also);
    erased.filter_map(|(record, content)| file_of(view, record, content)).map(|file| file.hash).collect()
}

/// The file that a content of a record says.
fn file_of(view: &View<'_>, record: RecordId, content: Hash) -> Option<Arc<File>> {
    view.history(record).into_iter().filter(|past| past.facts.content == Some(content)).find_map(|past| {
        match past.said {
            Said::Body(body) => body.as_any().downcast().ok(),
            _ => None,
        }
    })
}

/// The files that an owner's records name in whatever version that was not erased.
fn named_by(register: &Register, owner: OwnerId) -> BTreeSet<Hash> {
    let view = View::new(register, Reader::coordinator_of(owner), AsOf::Now);
    let mut named = BTreeSet::new();
    for record in view.records_of::<File>(owner) {
        for past in view.history(record) {
            if let Said::Body(body) = past.said
                && let Ok(file) = body.as_any().downcast::<File>()
            {
                named.insert(file.hash);
            }
        }
    }
    named
}

fn names(register: &Register, owner: OwnerId, hash: Hash) -> bool {
    named_by(register, owner).contains(&hash)
}

fn all_named(register: &Register) -> BTreeSet<(OwnerId, Hash)> {
    let owners = register.owners().into_iter();
    owners
        .flat_map(|owner| named_by(register, owner.id).into_iter().map(move |hash| (owner.id, hash)))
        .collect()
}

/// What does not fit between a ledger and the files beside it.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct FilesFound {
    /// How many are whole.
    pub whole: u64,
    /// Named by a record, and not there.
    pub missing: Vec<(OwnerId, Hash)>,
    /// There with other bytes.
    pub altered: Vec<(OwnerId, Hash)>,
    /// There, and named by no record.
    pub extra: Vec<(OwnerId, Hash)>,
    /// Among the files, and none.
    pub strange: Vec<PathBuf>,
}

/// Holds the files beside a ledger against what its contents name, read from the store itself.
#[derive(Default)]
pub struct FileCheck {
    named: BTreeMap<(OwnerId, Hash), u64>,
}

impl FileCheck {
    /// Reads the next entry.
    pub fn read(&mut self, lent: &Lent<'_>) {
        let (What::Version | What::Fork, Some(content)) = (lent.what, lent.content) else { return };
        let Some(header) = read_header(lent.bytes).filter(|header| header.kind.as_str() == File::KIND) else {
            return;
        };
        let body: Option<Arc<dyn AnyBody>> = KINDS.decode(File::KIND, header.schema, content);
        if let Some(Ok(file)) = body.map(|body| body.as_any().downcast::<File>()) {
            self.named.insert((header.owner, file.hash), lent.n);
        }
    }

    /// What is found in the folder.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub fn finish(self, files: &Files) -> std::io::Result<FilesFound> {
        let mut found = FilesFound { strange: files.strangers(), ..FilesFound::default() };
        for (owner, hash) in self.named.keys().copied() {
            match files.check(owner, hash)? {
                Found::Whole => found.whole += 1,
                Found::Missing => found.missing.push((owner, hash)),
                Found::Altered => found.altered.push((owner, hash)),
            }
        }
        found.extra = files.all().into_iter().filter(|file| !self.named.contains_key(file)).collect();
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(bytes: &[u8]) -> Result<Media, &'static str> {
        sort(bytes, bytes).map_err(|refusal| refusal.key)
    }

    /// A container as far as its list of names goes.
    fn container(names: &[&str]) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04".to_vec();
        bytes.extend([0; 60]);
        names.iter().for_each(|name| bytes.extend(name.as_bytes()));
        bytes
    }

    #[test]
    fn a_file_is_what_its_bytes_show_and_not_what_it_is_called() {
        assert_eq!(said(b"%PDF-1.7\n"), Ok(Media::Pdf));
        assert_eq!(said(b"\x89PNG\r\n\x1a\n0000"), Ok(Media::Png));
        assert_eq!(said(&[0xff, 0xd8, 0xff, 0xe0]), Ok(Media::Jpeg));
        assert_eq!(said(&container(&["[Content_Types].xml", "word/document.xml"])), Ok(Media::Docx));
        assert_eq!(said(&container(&["xl/workbook.xml", "[Content_Types].xml"])), Ok(Media::Xlsx));
        for wrong in [
            &b"MZ\x90\x00"[..],
            b"\x7fELF\x02",
            b"<!DOCTYPE html><script>alert(1)</script>",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            b"<?xml version='1.0'?><svg/>",
            b"#!/bin/sh\nrm -rf /",
            b"plain words",
            b"GIF89a",
            b"\x00",
            &container(&["evil.exe"]),
            &[0x1f, 0x8b, 8, 0],
            &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
        ] {
            assert_eq!(said(wrong), Err("refusal-file-sort"), "{wrong:?}");
        }
        let macros = container(&["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]);
        assert_eq!(said(&macros), Err("refusal-file-macros"));
    }
}
