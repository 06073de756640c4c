//! The form by which a party invites somebody: as what, for which agencies or texts, until when.

use crate::furniture::form::{Errors, Field, Posted};
use crate::furniture::frame::Frame;
use ledger::id::RecordId;
use ledger::text::Text;
use maud::{Markup, html};
use review::actor::Role;
use review::refusal::Refusal;
use serde::Serialize;

/// What the form offers, and what was typed into it.
#[derive(Serialize)]
pub struct Inviting {
    /// The agencies for which a contributor may draft.
    pub agencies: Vec<(RecordId, Text)>,
    /// As what somebody may be invited, the most first.
    #[serde(skip)]
    pub roles: &'static [Role],
    /// What was typed.
    #[serde(skip)]
    pub typed: Posted,
}

/// At which field of the form to tell why a mandate is refused.
pub fn field_of(refusal: &Refusal) -> &'static str {
    match refusal.field.as_deref().and_then(|field| field.strip_prefix("body/")) {
        Some(field) if field.starts_with("agencies") => "agencies",
        Some(field) if field.starts_with("texts") => "texts",
        Some(field) if field.starts_with("note_verbale") => "note-verbale",
        Some("until") => "until",
        Some("role") => "role",
        _ => "note",
    }
}

/// The records that somebody names by the addresses of their pages, one in a line or with spaces between.
///
/// # Errors
/// `refusal-text-address`, with what names no record.
pub fn named(addresses: &str) -> Result<Vec<RecordId>, Refusal> {
    let named = |address: &str| {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let found = path.rsplit('/').find_map(|part| part.parse().ok());
        let unknown = || {
            Refusal::new("refusal-text-address")
                .with("address", review::check::shortened(address))
                .at("body/texts")
        };
        found.ok_or_else(unknown)
    };
    addresses.split_whitespace().map(named).collect()
}

impl Inviting {
    /// The form, with what is wrong in it.
    pub fn draw(&self, frame: &Frame, errors: &Errors) -> Markup {
        html! {
            section aria-labelledby="invite" {
                h2.h2 #invite { (frame.say("people-invite")) }
                p { (frame.say("people-invite-how")) }
                form.narrow method="post" action="/people" {
                    (self.field(frame, "note").draw(frame, errors))
                    (self.as_what(frame, errors))
                    @if !self.agencies.is_empty() { (self.for_agencies(frame, errors)) }
                    @if self.roles.contains(&Role::Translator) { (self.field(frame, "texts").draw(frame, errors)) }
                    (self.field(frame, "note-verbale").draw(frame, errors))
                    (self.field(frame, "until").draw(frame, errors))
                    p.btns { button.btn.btn-p type="submit" name="deed" value="invite" { (frame.say("people-invite-make")) } }
                }
            }
        }
    }

    fn field<'a>(&'a self, frame: &Frame, name: &'static str) -> Field<'a> {
        let (label, hint, kind) = match name {
            "note" => ("people-invite-whom", Some("people-invite-whom-hint"), "text"),
            "texts" => ("people-texts", Some("people-texts-hint"), "area"),
            "until" => ("people-until", Some("people-until-hint"), "date"),
            _ => ("people-note-verbale", Some("people-note-verbale-hint"), "text"),
        };
        Field {
            name,
            label: frame.say(label),
            hint: hint.map(|hint| frame.say(hint)),
            kind,
            value: self.typed.get(name),
            autocomplete: "off",
            required: name == "note",
        }
    }

    /// Whoever does not choose invites to the least.
    fn as_what(&self, frame: &Frame, errors: &Errors) -> Markup {
        let chosen = Role::from_word(self.typed.get("role")).unwrap_or(Role::Reader);
        html! {
            fieldset #role {
                legend { (frame.say("people-as")) }
                (wrong(frame, errors, "role"))
                @for role in self.roles {
                    @let id = format!("role-{}", role.word());
                    p.opt {
                        input id=(id) type="radio" name="role" value=(role.word()) checked[*role == chosen];
                        label for=(id) { (frame.say(&format!("audience-role-{}", role.word()))) span.sub { (frame.say(&format!("people-role-{}", role.word()))) } }
                    }
                }
            }
        }
    }

    fn for_agencies(&self, frame: &Frame, errors: &Errors) -> Markup {
        let chosen = |agency: &RecordId| self.typed.all("agency").contains(&agency.to_string());
        html! {
            fieldset #agencies {
                legend { (frame.say("people-agencies")) }
                (wrong(frame, errors, "agencies"))
                @for (agency, name) in &self.agencies {
                    p.opt { input id=(agency) type="checkbox" name="agency" value=(agency) checked[chosen(agency)]; label for=(agency) { (frame.text(name)) } }
                }
            }
        }
    }
}

fn wrong(frame: &Frame, errors: &Errors, name: &str) -> Markup {
    let error = errors.iter().find(|(field, _)| *field == name);
    html! { @if let Some((_, message)) = error { p.err { (frame.tell(message.clone())) } } }
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn texts_are_named_by_the_addresses_of_their_pages() {
        let id = "3f2b1c4d-5e6f-4a1b-8c2d-0123456789ab";
        let typed = format!(
            "http://tamga.example/records/{id}/history?lang=ru\n  {id} /recommendations/{id}#paragraphs"
        );
        let named_all: Vec<String> = named(&typed).unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(named_all, [id, id, id]);
        assert_eq!(named("/records/").unwrap_err().key, "refusal-text-address");
        assert!(named("  ").unwrap().is_empty());
    }
}
