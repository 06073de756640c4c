//! Who will read it and who will not, by name, and what is cleared: told before anything is sent. What is told here is what
//! happens, or nothing does.

use super::choice::Choice;
use super::face::Face;
use crate::answer::Screen;
use crate::furniture::about;
use crate::furniture::form::{Errors, summary};
use crate::furniture::frame::{Frame, plain};
use crate::furniture::parts::capital;
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::readers::names;
use crate::furniture::shell::Head;
use ledger::audience::Audience;
use ledger::id::{Hash, Kind, RecordId};
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::{Said, View};
use maud::{Markup, html};
use review::actor::Actor;
use review::cleared::Needed;
use review::file::File;
use review::refusal::Refusal;
use review::share::Chosen;
use review::shared::{ends, is_inner};
use review::told::{LeftOut, Told, Why};
use review::write::Base;
use serde::Serialize;
use words::Message;

/// The page that tells who will read it.
#[derive(Serialize)]
pub struct Telling {
    face: Face,
    /// What was chosen.
    pub choice: Choice,
    content: Hash,
    /// The readers as they are frozen now.
    audience: Audience,
    #[serde(flatten)]
    told: Told,
    needed: Option<Asked>,
    /// Records of one's own that it speaks of and that these readers do not read.
    stays: Vec<Stays>,
    /// The id of the act, so that it is done once.
    #[serde(skip)]
    pub act: String,
    /// Whether the password was given lately; if not, where it is given again.
    #[serde(skip)]
    pub again: Option<String>,
    /// What is wrong.
    #[serde(skip)]
    pub errors: Errors,
}

/// A record that stays with the delegation.
#[derive(Serialize)]
struct Stays {
    kind: Kind,
    title: Text,
    address: String,
}

/// What the party's list asks, and how far that is.
#[derive(Serialize)]
struct Asked {
    list: Text,
    clearance: Option<RecordId>,
    steps: Vec<(Text, Option<PartialDate>)>,
}

impl Asked {
    fn is_complete(&self) -> bool {
        self.steps.iter().all(|(_, approved)| approved.is_some())
    }
}

impl Telling {
    /// What is told of that choice, if the actor may share the record.
    ///
    /// # Errors
    /// If that cannot be shared with those readers at all.
    pub fn look(
        view: &View<'_>,
        actor: &Actor,
        record: RecordId,
        choice: Choice,
    ) -> Option<Result<Self, Refusal>> {
        let face = Face::of(view, actor, record, "share")?;
        Some(Telling::told(view, actor, face, choice))
    }

    fn told(view: &View<'_>, actor: &Actor, face: Face, choice: Choice) -> Result<Self, Refusal> {
        let readers = choice.readers().ok_or_else(|| Refusal::new("releases-error-readers").at("with"))?;
        let base = choice.content.map_or(Base::Newest, Base::Content);
        let chosen = Chosen::of(view, actor, face.record, base)?;
        let extends = extended(&choice, &chosen)?;
        let audience = chosen.audience(view, actor, &readers, extends.as_ref())?;
        if chosen.is_told(view, &audience) {
            return Err(Refusal::new("refusal-shared-already").at("with"));
        }
        let needed = Needed::of(view, &chosen.wish(actor, &audience)).filter(|_| !is_inner(&audience));
        Ok(Telling {
            told: Told::of(view, actor.owner, &readers, &audience),
            needed: needed.map(asked),
            stays: stays(view, actor, &chosen, &audience),
            content: chosen.content,
            choice: Choice { content: Some(chosen.content), ..choice },
            face,
            audience,
            act: String::new(),
            again: None,
            errors: Errors::new(),
        })
    }

    fn reads(&self, frame: &Frame) -> Markup {
        let said = match &self.audience {
            Audience::Public => frame.say("releases-reads-everybody"),
            _ if self.told.reads.is_empty() => frame.say("releases-reads-nobody-yet"),
            _ => frame.tell(Message::new("releases-reads").with("names", &*names(frame, &self.told.reads))),
        };
        let later = match self.told.also_later {
            true => "releases-later-too",
            false => "releases-later-not",
        };
        html! { p.told { b { (said) } } p { (frame.say(later)) } }
    }

    fn left_out(&self, frame: &Frame) -> Markup {
        if self.audience == Audience::Public {
            return html! { p { (frame.say("releases-left-nobody")) } };
        }
        let of = |why: Why| {
            let those = self.told.left_out.iter().filter(move |left| left.why == why);
            let names = those.map(|left: &LeftOut| frame.words(&left.name).to_owned()).collect();
            frame.in_order(names, String::clone)
        };
        html! {
            p.told { b { (frame.say("releases-left-public")) } }
            @for why in Why::ALL {
                @let names = of(*why);
                @if !names.is_empty() {
                    p { (frame.tell(Message::new(format!("releases-left-{}", why.word().replace('_', "-"))).with("names", &*frame.list(&names)))) }
                }
            }
        }
    }

    fn cleared(&self, frame: &Frame) -> Markup {
        let Some(asked) = &self.needed else { return html! { p { (frame.say("releases-clearance-none")) } } };
        html! {
            p { (frame.tell(Message::new("releases-clearance-list").with("list", frame.words(&asked.list)))) }
            ol.steps {
                @for (step, approved) in &asked.steps {
                    li {
                        (frame.text(step)) ": "
                        @match approved {
                            Some(date) => b { (frame.tell(Message::new("releases-step-approved").with("date", plain(*date)))) },
                            None => b { (frame.say("releases-step-missing")) },
                        }
                    }
                }
            }
            @if let Some(clearance) = asked.clearance { p { a href=(frame.link(&format!("/clearance/{clearance}"))) { (frame.say("releases-clearance-see")) } } }
        }
    }

    fn button(&self, frame: &Frame) -> Phrase {
        match &self.audience {
            Audience::Public => frame.say("releases-do-public"),
            Audience::Series { .. } => frame.say("releases-do-series"),
            _ => frame.tell(Message::new("releases-do").with("count", self.told.reads.len())),
        }
    }

    /// The form that does it, or what has to be done before.
    fn deed(&self, frame: &Frame) -> Markup {
        let action = frame.link_plain(&format!("/records/{}/share", self.face.record));
        let form = |deed: &str, inner: Markup| {
            html! {
                form method="post" action=(action) {
                    (self.choice.hidden())
                    input type="hidden" name="deed" value=(deed);
                    input type="hidden" name="act" value=(self.act);
                    input type="hidden" name="shown" value=(serde_json::to_string(&self.audience).unwrap_or_default());
                    p.btns { (inner) (self.back(frame)) }
                }
            }
        };
        let missing = self.needed.as_ref().filter(|asked| !asked.is_complete());
        match (missing, &self.again) {
            (Some(Asked { clearance: None, .. }), _) => form(
                "clear",
                html! { button.btn.btn-p type="submit" { (frame.say("releases-clearance-begin")) } },
            ),
            (Some(_), _) => html! { p.btns { (self.back(frame)) } },
            (None, Some(again)) => html! {
                p { (frame.say("releases-again")) }
                p.btns { a.btn.btn-p href=(again) { (frame.say("people-again")) } (self.back(frame)) }
            },
            (None, None) => form("share", html! { button.btn.btn-p type="submit" { (self.button(frame)) } }),
        }
    }

    fn back(&self, frame: &Frame) -> Markup {
        let record = self.face.record;
        html! {
            a.btn href=(frame.link(&format!("{}&choose=yes", self.choice.address(record, "share")))) { (frame.say("releases-choose-again")) }
            a href=(frame.link(&self.face.address)) { (frame.say("releases-cancel")) }
        }
    }
}

/// The audience that is extended, if one is: of those that have the content.
fn extended(choice: &Choice, chosen: &Chosen) -> Result<Option<Audience>, Refusal> {
    let Some(hash) = choice.extends else { return Ok(None) };
    let had = chosen.held.iter().map(|past| &past.facts.audience).find(|audience| audience.hash() == hash);
    had.map(|audience| Some((**audience).clone())).ok_or_else(|| Refusal::new("refusal-not-wider").at("with"))
}

/// The audience that a posted form extends.
pub fn extends(view: &View<'_>, actor: &Actor, record: RecordId, choice: &Choice) -> Option<Audience> {
    let base = choice.content.map(Base::Content)?;
    let chosen = Chosen::of(view, actor, record, base).ok()?;
    extended(choice, &chosen).ok().flatten()
}

fn asked(needed: Needed) -> Asked {
    let approved =
        |step: &(review::clearance_list::Step, Option<ledger::view::Seen<review::approval::Approval>>)| {
            (step.0.words.clone(), step.1.as_ref().map(|approval| approval.body.letter.date))
        };
    Asked {
        list: needed.list.body.name.clone(),
        clearance: needed.clearance.as_ref().map(|clearance| clearance.record),
        steps: needed.steps.iter().map(approved).collect(),
    }
}

/// The actor's own records that the content speaks of, and its files, where these readers do not read them.
fn stays(view: &View<'_>, actor: &Actor, chosen: &Chosen, audience: &Audience) -> Vec<Stays> {
    let Some(Said::Body(body)) = chosen.held.first().map(|past| &past.said) else { return Vec::new() };
    let files = view.about::<File>(chosen.record).map(|file| file.record);
    let mut spoken_of: Vec<RecordId> = files.collect();
    body.about(&mut |record| spoken_of.push(record));
    spoken_of.sort_unstable();
    spoken_of.dedup();
    let read = |record: RecordId| {
        ends(view, record)
            .iter()
            .any(|end| matches!(end.said, Said::Body(_)) && audience.widens_to(&end.facts.audience))
    };
    let stays = |record: RecordId| {
        let seen = view.find_any(record).filter(|seen| seen.owner.id == actor.owner && !read(record))?;
        Some(Stays {
            kind: seen.kind,
            title: about::title(view, record)?,
            address: about::somewhere(view, record),
        })
    };
    spoken_of.into_iter().filter_map(stays).collect()
}

impl Screen for Telling {
    fn head(&self, frame: &Frame) -> Head {
        let title = Message::new("releases-tell-title").with("record", self.face.name(frame));
        self.face.head(frame, frame.tell(title), html! { (provenance::audience(frame, &self.audience)) })
    }

    fn body(&self, frame: &Frame) -> Markup {
        let row = |name: &str, value: Markup| html! { div { dt { (frame.say(name)) } dd { (value) } } };
        html! {
            (summary(frame, &self.errors))
            dl.facts.facts-1 #with {
                (row("releases-will-read", self.reads(frame)))
                (row("releases-will-not-read", self.left_out(frame)))
                (row("releases-clearance", self.cleared(frame)))
                @if !self.stays.is_empty() {
                    (row("releases-stays", html! {
                        p { (frame.say("releases-stays-why")) }
                        ul.list { @for stays in &self.stays { li { (capital(&frame.say(about::kind_key(&stays.kind)))) ": " a href=(frame.link(&stays.address)) { (frame.text(&stays.title)) } } } }
                    }))
                }
                (row("releases-what", html! { p.hash { (self.content) } }))
            }
            p.caveat { (frame.say("releases-never-unread")) }
            (self.deed(frame))
        }
    }
}
