//! A file: a document, a scan, a law's text, attached to a record of its owner. Its bytes stand beside the ledger; the record
//! holds their hash, in its content and so salted, and nothing of them travels without it.

use crate::actor::Role;
use crate::check;
use crate::noun::{Beside, Noun};
use crate::refusal::Refusal;
use crate::source::say;
use crate::word::stable_words;
use ledger::content::{Body, Erasure, Voice};
use ledger::id::{Hash, RecordId};
use ledger::marking::Marking;
use ledger::plain;
use ledger::text::Text;
use ledger::view::{Said, View};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A file and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// The record to which it belongs.
    pub of: RecordId,
    /// What it is called.
    pub title: Text,
    /// Under which name it is given out: plain, with the ending of what it is.
    pub name: String,
    /// What it is, as its bytes show.
    pub media: Media,
    /// How many bytes.
    pub size: u64,
    /// The SHA-256 of its bytes.
    pub hash: Hash,
    /// In which language it is (BCP 47).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

stable_words! {
    /// What a file may be. Nothing among them is run, or read by a browser as a page.
    Media {
        /// PDF.
        Pdf => "application/pdf",
        /// Word (OOXML), without macros.
        Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        /// Excel (OOXML), without macros.
        Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        /// PowerPoint (OOXML), without macros.
        Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        /// OpenDocument text.
        Odt => "application/vnd.oasis.opendocument.text",
        /// OpenDocument spreadsheet.
        Ods => "application/vnd.oasis.opendocument.spreadsheet",
        /// A picture or scan.
        Png => "image/png",
        /// A photograph or scan.
        Jpeg => "image/jpeg",
        /// A scan.
        Tiff => "image/tiff",
    }
}

impl Media {
    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Media::Pdf => "pdf",
            Media::Docx => "docx",
            Media::Xlsx => "xlsx",
            Media::Pptx => "pptx",
            Media::Odt => "odt",
            Media::Ods => "ods",
            Media::Png => "png",
            Media::Jpeg => "jpg",
            Media::Tiff => "tif",
        }
    }
}

/// The largest file, in bytes: a law as a good scan, and no more than a slow line brings in an hour.
pub const LARGEST: u64 = 25 * 1024 * 1024;

/// The longest name, in characters, with its ending.
const LONGEST_NAME: usize = 120;

/// Characters that some system takes for something else than a name.
const NO_NAME: &str = "/\\:*?\"<>|";

impl File {
    /// The plain name of what was brought under some name: only its last part, without control and direction characters
    /// and what systems take for more than a name; with the ending of what it is.
    pub fn plain_name(brought: &str, media: Media) -> String {
        let last = brought.rsplit(['/', '\\']).next().unwrap_or_default();
        let fits = |letter: &char| {
            !NO_NAME.contains(*letter) && plain::check(letter.encode_utf8(&mut [0; 4])).is_ok()
        };
        let kept: String = plain::normalise(last).replace('\n', " ").chars().filter(fits).collect();
        let stem = kept.rsplit_once('.').map_or(&*kept, |(stem, _)| stem);
        let ending = media.ending();
        let stem: String = stem.chars().take(LONGEST_NAME - ending.len() - 1).collect();
        let stem = stem.trim_matches(|letter: char| letter == '.' || letter.is_whitespace());
        // Names of devices on Windows, whatever their ending.
        let device = ["con", "prn", "aux", "nul"].contains(&stem.to_lowercase().as_str())
            || (stem.len() == 4 && ["com", "lpt"].iter().any(|one| stem.to_lowercase().starts_with(one)));
        match stem.is_empty() || device {
            true => format!("file.{ending}"),
            false => format!("{stem}.{ending}"),
        }
    }

    /// Whether the record's own history holds bytes with that hash.
    fn held_before(view: &View<'_>, own: RecordId, hash: Hash) -> bool {
        view.history(own).iter().any(|past| match &past.said {
            Said::Body(body) => body.clone().as_any().downcast::<File>().is_ok_and(|file| file.hash == hash),
            _ => false,
        })
    }
}

impl Body for File {
    const KIND: &'static str = "review.file";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.of);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.title, found);
        found("und", &self.name);
    }

    /// Nobody attaches to what is another's.
    fn voice(&self) -> Voice {
        Voice::Of(self.of)
    }
}

impl Noun for File {
    const WRITERS: &'static [Role] = &[Role::Coordinator, Role::Organizer, Role::Chair];
    const DRAFTED_BY_AGENCIES: bool = true;

    fn belongs_to(&self) -> Option<RecordId> {
        Some(self.of)
    }

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let (owner, kind) = view.whose(self.of).ok_or_else(|| check::unknown(self.of, "body/of"))?;
        beside.speaks_for(Some(owner.id), "body/of")?;
        if [File::KIND, Marking::KIND, Erasure::KIND].contains(&kind.as_str()) {
            return Err(Refusal::new("refusal-file-of-file").at("body/of"));
        }
        check::text(&self.title, check::NAME, "body/title")?;
        if self.name != File::plain_name(&self.name, self.media) {
            return Err(Refusal::new("refusal-file-name")
                .with("name", check::shortened(&self.name))
                .with("plain", File::plain_name(&self.name, self.media))
                .at("body/name"));
        }
        match self.size {
            0 => return Err(Refusal::new("refusal-file-empty").at("body/size")),
            size if size > LARGEST => {
                let limit = LARGEST / (1024 * 1024);
                return Err(Refusal::new("refusal-file-too-large").with("limit", limit).at("body/size"));
            }
            _ => {}
        }
        self.language
            .as_ref()
            .map_or(Ok(()), |tag| check::languages(std::slice::from_ref(tag), "body/language"))?;
        // Whoever knows a hash does not have the bytes: they are brought, or stand in this record already.
        let brought = beside.actor.brings == Some(self.hash);
        match brought || File::held_before(view, beside.own, self.hash) {
            true => Ok(()),
            false => Err(Refusal::new("refusal-file-not-brought").at("body/hash")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_name_and_nothing_else() {
        let plain = |brought: &str| File::plain_name(brought, Media::Pdf);
        assert_eq!(plain("Закон об экспортном контроле.pdf"), "Закон об экспортном контроле.pdf");
        assert_eq!(plain("../../etc/passwd"), "passwd.pdf");
        assert_eq!(plain("C:\\Users\\a\\law.pdf"), "law.pdf");
        assert_eq!(plain("invoice\u{202e}fdp.exe"), "invoicefdp.pdf");
        assert_eq!(plain("a\u{0}b\r\nc.pdf"), "ab c.pdf");
        assert_eq!(plain("law.pdf.html"), "law.pdf.pdf");
        for nothing in ["", ".", "..", "...", ".pdf", " . ", "/", "con.pdf", "LPT1", "\u{202e}"] {
            assert_eq!(plain(nothing), "file.pdf", "{nothing:?}");
        }
        assert_eq!(plain(&"ж".repeat(500)).chars().count(), LONGEST_NAME);
        for name in ["Закон.pdf", "../x", "a\u{202e}b", &"ж".repeat(500), "a. .pdf", "и\u{306}.pdf"] {
            assert_eq!(plain(&plain(name)), plain(name), "what is plain stays so");
        }
    }
}
