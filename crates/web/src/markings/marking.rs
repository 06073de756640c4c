//! The marking of one record: which one, and who is told.

use crate::answer::Screen;
use crate::furniture::about;
use crate::furniture::form::{Errors, summary};
use crate::furniture::frame::Frame;
use crate::furniture::model::Item;
use crate::furniture::parts::{capital, shortened};
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::readers::names;
use crate::furniture::shell::{Head, Part};
use ledger::audience::Audience;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::view::{Said, View};
use maud::{Markup, html};
use review::act::offered;
use review::actor::Actor;
use review::mark::marking_of;
use review::marking_scheme::{Level, MarkingScheme};
use review::shared::{ends, is_inner};
use serde::Serialize;
use words::Message;

/// The page on which a record is marked.
#[derive(Serialize)]
pub struct Marking {
    #[serde(flatten)]
    item: Item<()>,
    title: Option<Text>,
    /// Where the record stands.
    pub address: String,
    levels: Vec<Level>,
    chosen: Option<RecordId>,
    /// The others who have the record, and so are told.
    told: Vec<Audience>,
    /// The id of the act, so that it is done once.
    #[serde(skip)]
    pub act: String,
    /// What is wrong.
    #[serde(skip)]
    pub errors: Errors,
}

impl Marking {
    /// A record that the actor may mark; for everybody else there is nothing here.
    pub fn look(view: &View<'_>, actor: &Actor, record: RecordId) -> Option<Self> {
        let seen = view.find_any(record).filter(|_| offered(view, actor, record).contains(&"mark"))?;
        let scheme = MarkingScheme::of(view, actor.owner);
        let ends = ends(view, record).into_iter().filter(|end| !matches!(end.said, Said::Withdrawn));
        let told = ends.map(|end| (*end.facts.audience).clone()).filter(|audience| !is_inner(audience));
        Some(Marking {
            item: Item::face(&seen),
            title: about::title(view, record),
            address: about::somewhere(view, record),
            levels: scheme.map(|scheme| scheme.body.levels.clone()).unwrap_or_default(),
            chosen: marking_of(view, record).map(|marking| marking.body.level),
            told: told.collect(),
            act: String::new(),
            errors: Errors::new(),
        })
    }

    fn name(&self, frame: &Frame) -> Phrase {
        match &self.title {
            Some(title) => shortened(frame.words(title)).into(),
            None => capital(&frame.say(about::kind_key(&self.item.kind))),
        }
    }

    fn told(&self, frame: &Frame) -> Markup {
        let readers: Vec<String> = (self.told.iter())
            .map(|audience| match audience {
                Audience::Readers { parties, .. } => names(frame, parties).into(),
                other => provenance::audience_words(frame, other).into(),
            })
            .collect();
        let said = match readers.is_empty() {
            true => frame.say("marking-told-own"),
            false => frame.tell(Message::new("marking-told-others").with("readers", &*readers.join("; "))),
        };
        html! { dl.facts.facts-1 { div { dt { (frame.say("marking-told")) } dd { p.told { b { (said) } } p { (frame.say("marking-limits")) } } } } }
    }

    fn option(id: &str, value: &str, checked: bool, inner: Markup) -> Markup {
        html! {
            p.opt { input id=(id) type="radio" name="level" value=(value) checked[checked] required; label for=(id) { (inner) } }
        }
    }

    fn form(&self, frame: &Frame) -> Markup {
        html! {
            form.narrow method="post" action=(frame.link_plain(&format!("/records/{}/marking", self.item.record))) {
                input type="hidden" name="act" value=(self.act);
                fieldset #level {
                    legend { (frame.say("marking-choose")) }
                    (Marking::option("level-none", "none", self.chosen.is_none(), html! { (frame.say("marking-choose-none")) }))
                    @for (place, level) in self.levels.iter().enumerate() {
                        (Marking::option(&format!("level-{place}"), &level.id.to_string(), self.chosen == Some(level.id), html! {
                            span.marking { (frame.text(&level.words)) }
                            @if let Some(handling) = &level.handling { span.sub { (frame.text(handling)) } }
                        }))
                    }
                }
                (self.told(frame))
                p.btns { button.btn.btn-p type="submit" { (frame.say("marking-do")) } a href=(frame.link(&self.address)) { (frame.say("releases-cancel")) } }
            }
        }
    }
}

impl Screen for Marking {
    fn head(&self, frame: &Frame) -> Head {
        let name = self.name(frame);
        Head {
            title: frame.tell(Message::new("marking-title").with("record", name.clone())),
            symbol: None,
            lede: Some(html! { (frame.say("marking-lede")) }),
            crumbs: vec![(name, self.address.clone())],
            part: Part::Nowhere,
            provenance: provenance::head(frame, &self.item),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            (summary(frame, &self.errors))
            @if self.levels.is_empty() {
                p.note { (frame.say("marking-no-scheme")) " " a href=(frame.link("/markings")) { (frame.say("marking-to-scheme")) } }
            }
            (self.form(frame))
        }
    }
}
