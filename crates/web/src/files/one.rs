//! The page of one file: what it is, to what it belongs, and the way to its bytes.

use crate::answer::Screen;
use crate::furniture::attached::{download, media, size};
use crate::furniture::frame::Frame;
use crate::furniture::linked::{Link, link};
use crate::furniture::model::Item;
use crate::furniture::parts;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::id::RecordId;
use ledger::view::View;
use maud::{Markup, html};
use review::file::File;
use serde::Serialize;

/// The page of a file.
#[derive(Serialize)]
pub struct OneFile {
    file: Item<File>,
    /// The record to which it belongs, if the reader may see that.
    of: Option<Link>,
}

impl OneFile {
    /// What the view shows of that file.
    pub fn look(view: &View<'_>, record: RecordId) -> Option<Self> {
        let file: Item<File> = view.find::<File>(record)?.into();
        Some(OneFile { of: link(view, file.body.of), file })
    }
}

impl Screen for OneFile {
    fn head(&self, frame: &Frame) -> Head {
        let crumb = |link: &Link| Some((link.title_words(frame).to_owned().into(), link.address.clone()?));
        Head {
            title: frame.words(&self.file.body.title).into(),
            symbol: Some(media(frame, &self.file.body).to_string()),
            lede: None,
            crumbs: self.of.iter().filter_map(crumb).collect(),
            part: Part::Nowhere,
            provenance: provenance::page(frame, &self.file),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let file = &*self.file.body;
        let language = file.language.as_deref().map(|tag| parts::language(frame, tag)).unwrap_or_default();
        let of = self.of.as_ref().map(|of| of.in_full(frame)).unwrap_or_default();
        html! {
            (parts::facts(vec![
                (frame.say("file-belongs-to"), of),
                (frame.say("file-name"), html! { (file.name) }),
                (frame.say("file-media"), html! { (media(frame, file)) }),
                (frame.say("file-size"), html! { (size(frame, file.size)) }),
                (frame.say("file-language"), html! { (language) }),
                (frame.say("file-sha"), html! { span.hash { (file.hash) } }),
            ]))
            p.btns { (download(frame, &self.file)) }
            p.more { a href=(frame.link(&format!("/records/{}/history", self.file.record))) { (frame.say("history-title")) } }
        }
    }
}
