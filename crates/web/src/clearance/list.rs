//! A clearance list in a form: what it is called, for which kinds it is asked, who is asked in which order. A step's place is
//! a number that can be typed over, so that the order changes without script.

use super::approving::may;
use super::paper::inside;
use crate::answer::Screen;
use crate::furniture::about;
use crate::furniture::form::{self, Errors, Field, Posted, summary};
use crate::furniture::frame::Frame;
use crate::furniture::parts::capital;
use crate::furniture::shell::{Head, Part};
use ledger::id::{Hash, Kind, OwnerId, RecordId};
use ledger::text::Text;
use ledger::view::{Seen, View};
use maud::{Markup, html};
use review::actor::Actor;
use review::agency::Agency;
use review::clearance_list::{CLEARABLE, ClearanceList, MOST_STEPS, StepSort};
use review::party::Party;
use serde::Serialize;
use words::{Language, Message};

/// Rows that are free for further steps.
const FREE: usize = 3;

/// The page on which a list is made or changed.
#[derive(Serialize)]
pub struct ListForm {
    owner: OwnerId,
    /// The party whose list it is.
    pub party: RecordId,
    /// The list; nothing for a new one.
    pub list: Option<RecordId>,
    /// The list as it stands, which is changed.
    #[serde(skip)]
    pub before: Option<Seen<ClearanceList>>,
    /// The content from which it is changed.
    pub base: Option<Hash>,
    agencies: Vec<(RecordId, Text)>,
    #[serde(skip)]
    name: String,
    #[serde(skip)]
    kinds: Vec<String>,
    /// What stands in the rows.
    #[serde(skip)]
    pub rows: Vec<Row>,
    /// The id of the act, so that it is done once.
    #[serde(skip)]
    pub act: String,
    /// What is wrong.
    #[serde(skip)]
    pub errors: Errors,
    /// Where the password is given again, if it was given too long ago.
    #[serde(skip)]
    pub sign_in: Option<String>,
}

/// A row of the form.
#[derive(Clone, Default)]
pub struct Row {
    /// The id of the step; nothing for a new one.
    pub id: Option<RecordId>,
    /// Its place, as typed.
    pub place: String,
    /// The word of its sort.
    pub sort: String,
    /// What it is called, as typed.
    pub words: String,
    /// The agency.
    pub agency: Option<RecordId>,
}

impl Row {
    /// Whether nothing was put down in it.
    pub fn is_free(&self) -> bool {
        self.sort.is_empty() && self.words.is_empty() && self.agency.is_none()
    }
}

impl ListForm {
    /// The form for a list of the actor's party: that one, or a new one.
    pub fn look(view: &View<'_>, actor: &Actor, list: Option<RecordId>, language: Language) -> Option<Self> {
        if !review::act::open_to(actor.role).contains(&"clearance_list") {
            return None;
        }
        let party = view.of_owner::<Party>(actor.owner).next()?.record;
        let before = match list {
            Some(list) => Some(view.find::<ClearanceList>(list).filter(|list| list.owner.id == actor.owner)?),
            None => None,
        };
        let words = |text: &Text| text.for_reader(language.tag()).1.to_owned();
        let rows =
            before.iter().flat_map(|list| list.body.steps.iter().enumerate()).map(|(place, step)| Row {
                id: Some(step.id),
                place: (place + 1).to_string(),
                sort: step.sort.word().to_owned(),
                words: words(&step.words),
                agency: step.agency,
            });
        Some(ListForm {
            owner: actor.owner,
            party,
            list,
            base: before.as_ref().and_then(|list| list.facts.content),
            agencies: Agency::of_party(view, party)
                .filter_map(|agency| Some((agency.record, agency.body.name()?.clone())))
                .collect(),
            name: before.as_ref().map(|list| words(&list.body.name)).unwrap_or_default(),
            kinds: before.as_ref().map(|list| list.body.kinds.clone()).unwrap_or_default(),
            rows: with_free(rows.collect()),
            before,
            act: String::new(),
            errors: Errors::new(),
            sign_in: None,
        })
    }

    /// The same with what was typed.
    pub fn again(mut self, typed: &Posted, errors: Errors) -> Self {
        self.name = typed.exact("name").to_owned();
        self.kinds = typed.all("kind").to_vec();
        self.rows = with_free(rows(typed));
        self.base = typed.get("base").parse().ok();
        self.errors = errors;
        self
    }

    fn row(&self, frame: &Frame, place: usize, row: &Row) -> Markup {
        let id = |name: &str| format!("{name}-{place}");
        html! {
            fieldset.row {
                legend { (frame.tell(Message::new("clearance-step-number").with("number", place + 1))) }
                (form::place(place, row.id, &frame.say("clearance-place"), &row.place))
                div.field { label for=(id("sort")) { (frame.say("clearance-sort")) }
                    select id=(id("sort")) name="sort" {
                        option value="" selected[row.sort.is_empty()] { (frame.say("clearance-sort-nobody")) }
                        @for sort in StepSort::ALL { option value=(sort.word()) selected[row.sort == sort.word()] { (sort_words(frame, *sort)) } }
                    }
                }
                div.field.words { label for=(id("words")) { (frame.say("clearance-words")) } input id=(id("words")) type="text" name="words" value=(row.words) autocomplete="off"; }
                div.field { label for=(id("agency")) { (frame.say("clearance-agency")) }
                    select id=(id("agency")) name="agency" {
                        option value="" selected[row.agency.is_none()] { (frame.say("clearance-agency-none")) }
                        @for (agency, name) in &self.agencies { option value=(agency) selected[row.agency == Some(*agency)] { (frame.words(name)) } }
                    }
                }
            }
        }
    }

    fn kinds(&self, frame: &Frame) -> Markup {
        let named: Vec<(&str, Kind)> =
            CLEARABLE.iter().filter_map(|kind| Some((*kind, kind.parse().ok()?))).collect();
        let in_order = frame.in_order(named, |(_, kind)| frame.say(about::group_key(kind)));
        html! {
            fieldset #kinds {
                legend { (frame.say("clearance-kinds")) }
                p.hint { (frame.say("clearance-kinds-hint")) }
                div.columns {
                    @for (word, kind) in &in_order {
                        p.opt {
                            input id=(word) type="checkbox" name="kind" value=(word) checked[self.kinds.iter().any(|kind| kind == word)];
                            label for=(word) { (capital(&frame.say(about::group_key(kind)))) }
                        }
                    }
                }
            }
        }
    }

    fn end(&self, frame: &Frame, list: RecordId) -> Markup {
        html! {
            section aria-labelledby="end" {
                h2.h2 #end { (frame.say("clearance-list-end")) }
                p { (frame.say("clearance-list-end-why")) }
                form method="post" action=(frame.link_plain(&format!("/clearance/lists/{list}"))) {
                    input type="hidden" name="act" value=(self.act);
                    p.btns { button.btn type="submit" name="deed" value="end" { (frame.say("clearance-list-end")) } }
                }
            }
        }
    }
}

/// The message with what a sort of step is called.
pub fn sort_words(frame: &Frame, sort: StepSort) -> crate::furniture::phrase::Phrase {
    frame.say(&sort_key(sort))
}

/// The key of that message.
pub fn sort_key(sort: StepSort) -> String {
    format!("clearance-sort-{}", sort.word().replace('_', "-"))
}

/// The rows as they were typed.
pub fn rows(typed: &Posted) -> Vec<Row> {
    let count = typed.all("words").len().min(MOST_STEPS);
    (0..count)
        .map(|place| Row {
            id: typed.nth("id", place).parse().ok(),
            place: typed.nth("place", place),
            sort: typed.nth("sort", place),
            words: typed.nth("words", place),
            agency: typed.nth("agency", place).parse().ok(),
        })
        .collect()
}

/// The rows that say something, and some that are free.
fn with_free(rows: Vec<Row>) -> Vec<Row> {
    let mut rows: Vec<Row> = rows.into_iter().filter(|row| !row.is_free()).collect();
    let most = (rows.len() + FREE).max(FREE * 2).min(MOST_STEPS.max(rows.len()));
    while rows.len() < most {
        rows.push(Row { place: (rows.len() + 1).to_string(), ..Row::default() });
    }
    rows
}

impl Screen for ListForm {
    fn head(&self, frame: &Frame) -> Head {
        let key = if self.list.is_some() { "clearance-list-change" } else { "clearance-list-new" };
        Head {
            title: frame.say(key),
            symbol: None,
            lede: Some(html! { (frame.say("clearance-list-lede")) }),
            crumbs: vec![(frame.say("clearance-title"), "/clearance".to_owned())],
            part: Part::Nowhere,
            provenance: inside(frame, self.owner),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let page = self.list.map_or("new".to_owned(), |list| list.to_string());
        let name = Field {
            name: "name",
            label: frame.say("clearance-list-name"),
            hint: None,
            kind: "text",
            value: &self.name,
            autocomplete: "off",
            required: false,
        };
        html! {
            (summary(frame, &self.errors))
            @if let Some(address) = &self.sign_in {
                p.caveat { (frame.say("clearance-list-password")) " " a href=(address) target="_blank" { (frame.say("people-again")) } }
            }
            form.rows method="post" action=(frame.link_plain(&format!("/clearance/lists/{page}"))) {
                input type="hidden" name="act" value=(self.act);
                input type="hidden" name="base" value=(self.base.map(|base| base.to_string()).unwrap_or_default());
                (name.draw(frame, &self.errors))
                (self.kinds(frame))
                section aria-labelledby="steps" {
                    h2.h2 #steps { (frame.say("clearance-steps")) }
                    p { (frame.say("clearance-steps-how")) }
                    @for (place, row) in self.rows.iter().enumerate() { (self.row(frame, place, row)) }
                }
                @if self.list.is_some() { p.caveat { (frame.say("clearance-list-anew")) } }
                p.btns {
                    button.btn.btn-p type="submit" name="deed" value="save" { (frame.say("clearance-list-save")) }
                    a href=(frame.link("/clearance")) { (frame.say("releases-cancel")) }
                }
            }
            @if let Some(list) = self.list.filter(|_| may(frame, self.owner, "withdraw")) { (self.end(frame, list)) }
        }
    }
}
