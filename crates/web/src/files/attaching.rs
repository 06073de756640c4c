//! The files of a record, and the form to attach another: what must never be entered, and who will read it, by name, stand
//! before it.

use crate::answer::Screen;
use crate::furniture::about;
use crate::furniture::attached::Attached;
use crate::furniture::form::{Errors, Field, Posted, summary};
use crate::furniture::frame::Frame;
use crate::furniture::model::Item;
use crate::furniture::parts::{capital, shortened};
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::readers::names;
use crate::furniture::shell::{Head, Part};
use ledger::audience::Audience;
use ledger::content::{Body, Erasure};
use ledger::id::RecordId;
use ledger::marking::Marking;
use ledger::text::Text;
use ledger::view::{Said, View};
use maud::{Markup, html};
use review::act::open_to;
use review::actor::{Actor, Role};
use review::cleared::stays_inside;
use review::file::{File, LARGEST};
use review::shared::{ends, is_inner};
use serde::Serialize;
use words::Message;

/// The page of a record's files.
#[derive(Serialize)]
pub struct Files {
    #[serde(flatten)]
    item: Item<()>,
    title: Option<Text>,
    /// Where the record stands.
    pub address: String,
    #[serde(flatten)]
    attached: Attached,
    #[serde(skip)]
    form: Option<Form>,
}

/// The form, for whoever may attach a file.
struct Form {
    /// For an agency's people, the names of their agencies.
    agencies: Option<Vec<Text>>,
    /// Whether what belongs to the record is never shared.
    inside: bool,
    /// The others who read the record.
    others: Vec<Audience>,
    act: String,
    typed: Posted,
    errors: Errors,
}

impl Files {
    /// The files of a record that the reader sees, and the form if he may attach one.
    pub fn look(view: &View<'_>, actor: Option<&Actor>, record: RecordId) -> Option<Self> {
        let seen = view.find_any(record)?;
        if [File::KIND, Marking::KIND, Erasure::KIND].contains(&seen.kind.as_str()) {
            return None;
        }
        let attaches = |actor: &&Actor| actor.owner == seen.owner.id && open_to(actor.role).contains(&"file");
        let form = actor.filter(attaches).map(|actor| Form::of(view, actor, record, seen.kind.as_str()));
        Some(Files {
            item: Item::face(&seen),
            title: about::title(view, record),
            address: about::somewhere(view, record),
            attached: Attached::look(view, record)?,
            form,
        })
    }

    /// Whether the reader may attach a file.
    pub fn attaches(&self) -> bool {
        self.form.is_some()
    }

    /// With the id of the act, so that it is done once.
    pub fn beginning(mut self, act: String) -> Self {
        self.form.iter_mut().for_each(|form| form.act.clone_from(&act));
        self
    }

    /// With what was typed, and what is wrong.
    pub fn again(mut self, typed: &Posted, errors: Errors) -> Self {
        if let Some(form) = &mut self.form {
            (form.typed, form.errors) = (typed.clone(), errors);
        }
        self
    }

    fn name(&self, frame: &Frame) -> Phrase {
        match &self.title {
            Some(title) => shortened(frame.words(title)).into(),
            None => capital(&frame.say(about::kind_key(&self.item.kind))),
        }
    }
}

impl Form {
    fn of(view: &View<'_>, actor: &Actor, record: RecordId, kind: &str) -> Self {
        let names = |agency: &RecordId| about::title(view, *agency);
        let ends = ends(view, record).into_iter().filter(|end| !matches!(end.said, Said::Withdrawn));
        let others = ends.map(|end| (*end.facts.audience).clone()).filter(|audience| !is_inner(audience));
        Form {
            agencies: (actor.role == Role::Contributor)
                .then(|| actor.reader.agencies.iter().filter_map(names).collect()),
            inside: stays_inside(kind),
            others: others.collect(),
            act: String::new(),
            typed: Posted::default(),
            errors: Errors::new(),
        }
    }

    /// Who will read the file, and who will not, by name.
    fn told(&self, frame: &Frame, item: &Item<()>) -> Markup {
        let name = provenance::owner_words(frame, item.owner);
        let said = match (&self.agencies, self.inside) {
            (_, true) => Message::new("file-who-inside").with("name", name),
            (Some(agencies), false) => {
                let agencies: Vec<&str> = agencies.iter().map(|agency| frame.words(agency)).collect();
                Message::new("file-who-agency").with("agencies", &*frame.list(&agencies)).with("name", name)
            }
            (None, false) => Message::new("file-who-own").with("name", name),
        };
        let others: Vec<String> = (self.others.iter())
            .map(|audience| match audience {
                Audience::Readers { parties, .. } => names(frame, parties).into(),
                other => provenance::audience_words(frame, other).into(),
            })
            .collect();
        html! {
            p.told { b { (frame.tell(said)) } }
            @if !others.is_empty() && !self.inside { p { (frame.tell(Message::new("file-who-others").with("readers", &*others.join("; ")))) } }
        }
    }

    fn draw(&self, frame: &Frame, item: &Item<()>) -> Markup {
        let field = |name: &'static str, label: &str, hint: &str| {
            let (label, hint) = (frame.say(label), Some(frame.say(hint)));
            let value = self.typed.exact(name);
            Field { name, label, hint, kind: "text", value, autocomplete: "off", required: false }
        };
        html! {
            section aria-labelledby="attach" {
                h2.h2 #attach { (frame.say("file-attach")) }
                div.note.never role="note" aria-labelledby="never" {
                    p #never { b { (frame.say("file-never-title")) } }
                    p { (frame.say("file-never")) }
                    p { (frame.say("file-never-where")) }
                }
                dl.facts.facts-1 { div { dt { (frame.say("releases-will-read")) } dd { (self.told(frame, item)) } } }
                form.narrow method="post" enctype="multipart/form-data" action=(frame.link_plain(&format!("/records/{}/files", item.record))) {
                    input type="hidden" name="act" value=(self.act);
                    (field("title", "file-what", "file-what-hint").draw(frame, &self.errors))
                    (field("language", "file-language", "file-language-hint").draw(frame, &self.errors))
                    (self.file(frame))
                    p.hint { (frame.say("file-marking-hint")) }
                    p.btns { button.btn.btn-p type="submit" { (frame.say("file-do")) } }
                }
            }
        }
    }

    fn file(&self, frame: &Frame) -> Markup {
        let error = self.errors.iter().find(|(field, _)| *field == "file");
        let endings: Vec<String> =
            review::file::Media::ALL.iter().map(|media| format!(".{}", media.ending())).collect();
        let again = !self.errors.is_empty() && error.is_none();
        let hint = Message::new("file-which-hint").with("limit", LARGEST / (1024 * 1024));
        html! {
            div.field {
                label for="file" { (frame.say("file-which")) }
                span.hint #upload-hint { (frame.tell(hint)) }
                @if let Some((_, message)) = error { p.err #upload-error { (frame.tell(message.clone())) } }
                @if again { p.err #upload-error { (frame.say("file-again")) } }
                input #file type="file" name="file" accept=(endings.join(",")) aria-describedby="upload-hint"
                    aria-invalid=[error.map(|_| "true")] aria-errormessage=[(error.is_some() || again).then_some("upload-error")];
            }
        }
    }
}

impl Screen for Files {
    fn head(&self, frame: &Frame) -> Head {
        let name = self.name(frame);
        Head {
            title: frame.tell(Message::new("file-title").with("record", name.clone())),
            symbol: None,
            lede: Some(html! { (frame.say("file-lede")) }),
            crumbs: vec![(name, self.address.clone())],
            part: Part::Nowhere,
            provenance: provenance::head(frame, &self.item),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let errors = self.form.as_ref().map(|form| summary(frame, &form.errors));
        html! {
            (errors.unwrap_or_default())
            (self.attached.list(frame))
            @if let Some(form) = &self.form { (form.draw(frame, &self.item)) }
        }
    }
}
