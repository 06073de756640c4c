//! The people of a party: who acts for it, as what, since when; invitations that are open.

use super::inviting::Inviting;
use super::link::{MadeLink, Told, shown};
use crate::answer::Screen;
use crate::furniture::form::{Errors, Posted, flash, summary, sure};
use crate::furniture::frame::Frame;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use desk::renewal::Maker;
use desk::sign_in::{Account, Invitation, SignIn};
use ledger::id::{OwnerId, PersonId, RecordId};
use ledger::owner::OwnerSort;
use ledger::text::Text;
use ledger::time::Stamp;
use ledger::view::View;
use maud::{Markup, html};
use review::actor::{Actor, Role};
use review::agency::Agency;
use review::mandate::Mandate;
use review::party::Party;
use serde::Serialize;
use words::Message;

/// The page of a party's people.
#[derive(Serialize)]
pub struct OurPeople {
    #[serde(skip)]
    owner: OwnerId,
    mandates: Vec<Line>,
    /// The form by which somebody is invited.
    #[serde(flatten)]
    pub inviting: Inviting,
    /// A link that was just made: shown once.
    #[serde(skip)]
    pub link: Option<MadeLink>,
    /// What is wrong with what was typed.
    #[serde(skip)]
    pub errors: Errors,
}

/// A mandate of the party.
#[derive(Serialize)]
struct Line {
    mandate: RecordId,
    role: &'static str,
    /// What the person is called here, if there is an account.
    name: Option<String>,
    agencies: Vec<RecordId>,
    from: Stamp,
    until: Option<Stamp>,
    stands: bool,
    note_verbale: Option<Text>,
    #[serde(skip)]
    invitations: Vec<Invitation>,
    /// Whether the account has a second step.
    second_step: bool,
    /// Whether who looks may make a link by which the person comes in again.
    #[serde(skip)]
    renewable: bool,
    #[serde(skip)]
    told: Vec<Told>,
}

impl OurPeople {
    /// The ids by which the records of an owner know its people.
    pub fn persons(view: &View<'_>, actor: &Actor) -> Vec<PersonId> {
        view.of_owner::<Mandate>(actor.owner).map(|seen| seen.body.person).collect()
    }

    /// What the view of who appoints shows of the people of his party. `own`: his account.
    pub fn look(view: &View<'_>, actor: &Actor, own: &Account, sign_in: &SignIn) -> Self {
        let now = sign_in.now();
        let persons = OurPeople::persons(view, actor);
        let maker = Maker::Coordinator(own, &persons);
        let mandates = view.of_owner::<Mandate>(actor.owner).filter_map(|seen| {
            let body = &seen.body;
            let account = sign_in.people().account_of_person(body.person).ok().flatten();
            let account = account.as_ref();
            Some(Line {
                mandate: seen.record,
                role: Role::from_word(&body.role)?.word(),
                name: account.map(|account| account.name.clone()),
                agencies: body.agencies.clone(),
                from: body.from,
                until: body.until,
                stands: body.stands(now),
                note_verbale: body.note_verbale.clone(),
                invitations: sign_in.people().invitations_for(&[body.person]).unwrap_or_default(),
                second_step: account.is_some_and(|account| account.totp.is_some()),
                renewable: account.is_some_and(|account| sign_in.may_renew(account, maker).is_ok()),
                told: account.map(|account| Told::of(sign_in, &account.id)).unwrap_or_default(),
            })
        });
        let mut mandates: Vec<Line> = mandates.collect();
        mandates.sort_by_key(|line| (!line.stands, line.role, line.from));
        let sort = match actor.role {
            Role::Editor => OwnerSort::Editor,
            Role::Organizer | Role::Chair => OwnerSort::Round,
            _ => OwnerSort::Party,
        };
        let party = view.of_owner::<Party>(actor.owner).next();
        let agencies = party.iter().flat_map(|party| Agency::of_party(view, party.record));
        OurPeople {
            owner: actor.owner,
            inviting: Inviting {
                agencies: agencies
                    .filter_map(|agency| Some((agency.record, agency.body.name()?.clone())))
                    .collect(),
                roles: Role::of(sort),
                typed: Posted::default(),
            },
            mandates,
            link: None,
            errors: Errors::new(),
        }
    }

    fn row(&self, frame: &Frame, line: &Line) -> Markup {
        let now = frame.drawn;
        let open = line.invitations.iter().find(|invitation| invitation.stands(now));
        html! {
            tr {
                th scope="row" {
                    @match (&line.name, open) {
                        (Some(name), _) => (name),
                        (None, Some(open)) => { (open.note) span.sub { (frame.tell(Message::new("people-invited-until").with("date", frame.moment(open.expires)))) } }
                        (None, None) => span.mute { (frame.say("people-nobody-yet")) },
                    }
                    @for told in &line.told { span.sub { (told.line(frame)) } }
                }
                td data-l=(frame.say("people-as")) {
                    (frame.say(&format!("audience-role-{}", line.role)))
                    @for agency in &line.agencies {
                        @if let Some((_, name)) = self.inviting.agencies.iter().find(|(one, _)| one == agency) { span.sub { (frame.text(name)) } }
                    }
                    @if let Some(note) = &line.note_verbale { span.sub { (frame.text(note)) } }
                }
                td data-l=(frame.say("people-since")) { (frame.moment(line.from)) }
                td data-l=(frame.say("people-until")) { @if let Some(until) = line.until { (frame.moment(until)) } }
                td { (self.deeds(frame, line, open)) }
            }
        }
    }

    fn deeds(&self, frame: &Frame, line: &Line, open: Option<&Invitation>) -> Markup {
        if !line.stands {
            return html! { span.mute { (frame.say("people-ended")) } };
        }
        html! {
            form.btns method="post" action="/people" {
                input type="hidden" name="mandate" value=(line.mandate);
                @if line.name.is_none() { button.btn type="submit" name="deed" value="renew" { (frame.say("people-invite-again")) } }
                @if line.renewable {
                    button.btn type="submit" name="deed" value="password" { (frame.say("people-renew-password")) }
                    @if line.second_step { button.btn type="submit" name="deed" value="second-step" { (frame.say("people-renew-second-step")) } }
                }
                @if open.is_some() { (sure(frame, "revoke", "people-invite-revoke", "people-invite-revoke-sure")) }
                (sure(frame, "end", "people-end", "people-end-sure"))
            }
        }
    }
}

impl Screen for OurPeople {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.say("people-ours"),
            symbol: None,
            lede: Some(html! { (frame.say("people-ours-lede")) }),
            crumbs: Vec::new(),
            part: Part::People,
            provenance: html! { (provenance::owner(frame, self.owner)) (provenance::audience(frame, &ledger::audience::Audience::Own)) },
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            (flash(frame))
            (summary(frame, &self.errors))
            (shown(frame, self.link.as_ref()))
            section aria-labelledby="mandates" {
                h2.h2 #mandates { (frame.say("people-mandates")) }
                table.t.t-list {
                    thead { tr {
                        th scope="col" { (frame.say("people-person")) }
                        th scope="col" { (frame.say("people-as")) }
                        th scope="col" { (frame.say("people-since")) }
                        th scope="col" { (frame.say("people-until")) }
                        th scope="col" { span.vh { (frame.say("people-end")) } }
                    } }
                    tbody { @for line in &self.mandates { (self.row(frame, line)) } }
                }
            }
            (self.inviting.draw(frame, &self.errors))
        }
    }
}
