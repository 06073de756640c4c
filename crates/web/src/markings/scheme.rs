//! The markings of a State or an organization: what its own people see of them, and the form of its coordinator.

use crate::answer::Screen;
use crate::furniture::form::{self, Errors, Posted, summary};
use crate::furniture::frame::Frame;
use crate::furniture::parts;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use ledger::audience::Audience;
use ledger::id::{Hash, OwnerId, RecordId};
use ledger::view::View;
use maud::{Markup, html};
use review::act::open_to;
use review::actor::Actor;
use review::marking_scheme::{Level, MOST_LEVELS, MarkingScheme};
use review::party::Party;
use serde::Serialize;
use words::{Language, Message};

/// How many free rows the form has at least.
const FREE: usize = 2;

/// The page of a party's markings.
#[derive(Serialize)]
pub struct OurMarkings {
    owner: OwnerId,
    /// The party that the scheme is of.
    #[serde(skip)]
    pub party: RecordId,
    /// Its record, where there is one.
    #[serde(skip)]
    pub scheme: Option<RecordId>,
    /// Its content, which an edit names.
    #[serde(skip)]
    pub base: Option<Hash>,
    /// The levels as they stand.
    pub levels: Vec<Level>,
    #[serde(skip)]
    rows: Vec<Row>,
    #[serde(skip)]
    changes: bool,
    /// The id of the act, so that it is done once.
    #[serde(skip)]
    pub act: String,
    /// What is wrong.
    #[serde(skip)]
    pub errors: Errors,
}

/// A row of the form.
#[derive(Default, Clone)]
pub struct Row {
    /// The level's id, where it stood there before.
    pub id: Option<RecordId>,
    /// Its place, as typed.
    pub place: String,
    /// Its words in the languages of the pages, as typed.
    pub words: Vec<(Language, String)>,
    /// What it asks, as typed.
    pub handling: String,
}

impl Row {
    /// Whether no words were put down in it.
    pub fn is_free(&self) -> bool {
        self.words.iter().all(|(_, words)| words.is_empty())
    }
}

impl OurMarkings {
    /// The markings of the actor's party; nothing for whoever acts for none.
    pub fn look(view: &View<'_>, actor: &Actor, language: Language) -> Option<Self> {
        let party = view.of_owner::<Party>(actor.owner).next()?.record;
        let scheme = MarkingScheme::of(view, actor.owner);
        let levels = scheme.as_ref().map(|scheme| scheme.body.levels.clone()).unwrap_or_default();
        let rows = levels.iter().enumerate().map(|(place, level)| Row {
            id: Some(level.id),
            place: (place + 1).to_string(),
            words: Language::all().map(|one| (one, in_language(level, one))).collect(),
            handling: level
                .handling
                .as_ref()
                .map(|text| text.for_reader(language.tag()).1.to_owned())
                .unwrap_or_default(),
        });
        Some(OurMarkings {
            owner: actor.owner,
            party,
            scheme: scheme.as_ref().map(|scheme| scheme.record),
            base: scheme.as_ref().and_then(|scheme| scheme.facts.content),
            rows: with_free(rows.collect()),
            levels,
            changes: open_to(actor.role).contains(&"marking_scheme"),
            act: String::new(),
            errors: Errors::new(),
        })
    }

    /// The same with what was typed.
    pub fn again(mut self, typed: &Posted, errors: Errors) -> Self {
        self.rows = with_free(rows(typed));
        self.errors = errors;
        self
    }

    fn row(&self, frame: &Frame, place: usize, row: &Row) -> Markup {
        let id = |name: &str| format!("{name}-{place}");
        html! {
            fieldset.row {
                legend { (frame.tell(Message::new("marking-level-number").with("number", place + 1))) }
                (form::place(place, row.id, &frame.say("marking-place"), &row.place))
                @for (language, words) in &row.words {
                    @let name = format!("words-{}", language.tag());
                    div.field.words {
                        label for=(id(&name)) { (frame.tell(Message::new("marking-words-in").with("language", parts::language(frame, language.tag())))) }
                        input id=(id(&name)) type="text" name=(name) value=(words) lang=(language.tag()) autocomplete="off";
                    }
                }
                div.field.words { label for=(id("handling")) { (frame.say("marking-handling")) } input id=(id("handling")) type="text" name="handling" value=(row.handling) autocomplete="off"; }
            }
        }
    }

    fn form(&self, frame: &Frame) -> Markup {
        html! {
            form.rows method="post" action=(frame.link_plain("/markings")) {
                input type="hidden" name="act" value=(self.act);
                input type="hidden" name="base" value=(self.base.map(|base| base.to_string()).unwrap_or_default());
                section aria-labelledby="levels" {
                    h2.h2 #levels { (frame.say("marking-levels")) }
                    p { (frame.say("marking-levels-how")) }
                    p.caveat { (frame.say("marking-classified")) }
                    @for (place, row) in self.rows.iter().enumerate() { (self.row(frame, place, row)) }
                }
                p.btns { button.btn.btn-p type="submit" { (frame.say("marking-save")) } }
            }
        }
    }

    fn list(&self, frame: &Frame) -> Markup {
        if self.levels.is_empty() {
            return parts::empty(&frame.say("marking-scheme-none"), &frame.say("marking-scheme-none-why"));
        }
        html! {
            section aria-labelledby="levels" {
                h2.h2 #levels { (frame.say("marking-levels")) }
                ol.list {
                    @for level in &self.levels {
                        li {
                            span.marking { (frame.text(&level.words)) }
                            @if let Some(handling) = &level.handling { span.sub { (frame.text(handling)) } }
                        }
                    }
                }
            }
        }
    }
}

/// The words of a level in one language; nothing where it has none.
fn in_language(level: &Level, language: Language) -> String {
    let words = level.words.wordings.get(language.tag()).map(|wording| wording.words.clone());
    words.unwrap_or_default()
}

/// The rows as they were typed.
pub fn rows(typed: &Posted) -> Vec<Row> {
    let count = typed.all("id").len().min(MOST_LEVELS);
    (0..count)
        .map(|place| Row {
            id: typed.nth("id", place).parse().ok(),
            place: typed.nth("place", place),
            words: Language::all()
                .map(|one| (one, typed.nth(&format!("words-{}", one.tag()), place)))
                .collect(),
            handling: typed.nth("handling", place),
        })
        .collect()
}

/// The rows that say something, and some that are free.
fn with_free(rows: Vec<Row>) -> Vec<Row> {
    let mut rows: Vec<Row> = rows.into_iter().filter(|row| !row.is_free()).collect();
    let most = (rows.len() + FREE).clamp(3, MOST_LEVELS);
    while rows.len() < most {
        let words = Language::all().map(|one| (one, String::new())).collect();
        rows.push(Row { place: (rows.len() + 1).to_string(), words, ..Row::default() });
    }
    rows
}

impl Screen for OurMarkings {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("marking-scheme-title"),
            symbol: None,
            lede: Some(html! { (frame.say("marking-scheme-lede")) }),
            crumbs: Vec::new(),
            part: Part::Nowhere,
            provenance: html! { (provenance::owner(frame, self.owner)) (provenance::audience(frame, &Audience::Own)) },
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            (summary(frame, &self.errors))
            @if self.changes { (self.form(frame)) } @else { (self.list(frame)) }
        }
    }
}
