//! The closed list of acts: everything anyone may do. Each is a pure rule from a view to drafts or a refusal.

use crate::actor::{Actor, Role};
use crate::adopt::Adopt;
use crate::agency::Agency;
use crate::answer::Answer;
use crate::approval::Approval;
use crate::catalogue::Catalogue;
use crate::catalogue_map::CatalogueMap;
use crate::clear::Clear;
use crate::clearance_list::ClearanceList;
use crate::closing::Closing;
use crate::conclusion::Conclusion;
use crate::contact::Contact;
use crate::delegation::Delegation;
use crate::disagreement::Disagreement;
use crate::document::Document;
use crate::event::Event;
use crate::file::File;
use crate::instrument::Instrument;
use crate::lineage::Lineage;
use crate::mandate::Mandate;
use crate::mark::Mark;
use crate::marking_scheme::MarkingScheme;
use crate::measure::Measure;
use crate::modalities::Modalities;
use crate::need::Need;
use crate::observation::Observation;
use crate::offer::Offer;
use crate::offered::Offered;
use crate::outcome::Outcome;
use crate::part::Part;
use crate::party::Party;
use crate::plan::Plan;
use crate::practice::Practice;
use crate::progress::Progress;
use crate::proposal::Proposal;
use crate::question::Question;
use crate::recommendation::Recommendation;
use crate::refusal::Refusal;
use crate::reply::Reply;
use crate::roadmap::Roadmap;
use crate::round::Round;
use crate::series::Series;
use crate::session::Session;
use crate::share::{Erase, Share, Withdraw};
use crate::source::Source;
use crate::statement::Statement;
use crate::submission::Submission;
use crate::theme::Theme;
use crate::treaty::Treaty;
use crate::treaty_status::TreatyStatus;
use crate::visit::Visit;
use crate::write::Write;
use ledger::draft::Draft;
use ledger::id::{ActId, NotThat, RecordId};
use ledger::view::View;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};

pub use crate::kinds::KINDS;

/// One act, as a form, the API, a file or the command line hands it in.
#[derive(Debug, Clone)]
pub struct Act {
    /// Its id, which comes with the form: the same act again does nothing.
    pub id: ActId,
    /// What is to be done.
    pub deed: Deed,
}

macro_rules! deeds {
    ($($(#[$doc:meta])* $word:literal => $name:ident($form:ty)),+ $(,)?) => {
        /// What is to be done.
        #[derive(Debug, Clone)]
        pub enum Deed {
            $($(#[$doc])* $name(Box<$form>)),+
        }

        /// The words of all acts, as `"act"` in their JSON form.
        pub const WORDS: &[&str] = &[$($word),+];

        /// The acts that are offered to an actor on a record that he sees, as their words: what a page puts before him.
        /// To write is to say that record anew.
        pub fn offered(view: &View<'_>, actor: &Actor, record: RecordId) -> Vec<&'static str> {
            let Some(seen) = view.find_any(record) else { return Vec::new() };
            [$(($word, <$form as Offered>::is_offered(view, actor, &seen))),+]
                .into_iter()
                .filter_map(|(word, offered)| offered.then_some(word))
                .collect()
        }

        /// The acts that are open to a role, as their words.
        pub fn open_to(role: Role) -> Vec<&'static str> {
            [$(($word, <$form as Offered>::is_open_to(role))),+]
                .into_iter()
                .filter_map(|(word, open)| open.then_some(word))
                .collect()
        }

        /// The JSON Schema of an act's whole JSON form: its word, its id and the fields of its form.
        pub fn form(word: &str, generator: &mut SchemaGenerator) -> Option<Schema> {
            match word {
                $($word => Some(with_head($word, generator, <$form as JsonSchema>::json_schema)),)+
                _ => None,
            }
        }

        impl Deed {
            fn read(word: &str, form: Value) -> Result<Self, Refusal> {
                match word {
                    $($word => read_form(form).map(|form| Deed::$name(Box::new(form))),)+
                    _ => Err(Refusal::new("refusal-act-unknown").with("act", crate::check::shortened(word)).at("act")),
                }
            }

            /// The rule of this act.
            ///
            /// # Errors
            /// Why it may not be done.
            pub fn perform(self, view: &View<'_>, actor: &Actor) -> Result<Vec<Draft>, Refusal> {
                match self {
                    $(Deed::$name(form) => form.perform(view, actor)),+
                }
            }
        }
    };
}

deeds! {
    /// An editor compiles a source.
    "source" => Source(Write<Source>),
    /// An editor compiles a State or an organization.
    "party" => Party(Write<Party>),
    /// An editor compiles a theme.
    "theme" => Theme(Write<Theme>),
    /// An editor compiles a series.
    "series" => Series(Write<Series>),
    /// An editor compiles a round.
    "round" => Round(Write<Round>),
    /// An editor compiles a delegation.
    "delegation" => Delegation(Write<Delegation>),
    /// An editor compiles a session.
    "session" => Session(Write<Session>),
    /// An editor compiles a familiarization visit.
    "visit" => Visit(Write<Visit>),
    /// An editor compiles an outcome.
    "outcome" => Outcome(Write<Outcome>),
    /// An editor compiles a recommendation that is known from sources.
    "recommendation" => Recommendation(Write<Recommendation>),
    /// An editor compiles a proposal of a delegation.
    "proposal" => Proposal(Write<Proposal>),
    /// An editor compiles an event.
    "event" => Event(Write<Event>),
    /// An editor compiles what sources say differently.
    "disagreement" => Disagreement(Write<Disagreement>),
    /// An editor or a State records an agency.
    "agency" => Agency(Write<Agency>),
    /// A coordinator or organizer grants, changes or ends a mandate.
    "mandate" => Mandate(Write<Mandate>),
    /// An editor records what States may join.
    "treaty" => Treaty(Write<Treaty>),
    /// An editor or a State records where it stands with a treaty.
    "treaty_status" => TreatyStatus(Write<TreatyStatus>),
    /// A State or an editor records a law.
    "instrument" => Instrument(Write<Instrument>),
    /// An editor records a catalogue.
    "catalogue" => Catalogue(Write<Catalogue>),
    /// An editor records a map between editions of a catalogue.
    "catalogue_map" => CatalogueMap(Write<CatalogueMap>),
    /// A round records its modalities.
    "modalities" => Modalities(Write<Modalities>),
    /// A State begins its national submission.
    "submission" => Submission(Write<Submission>),
    /// A State writes a part of its submission.
    "part" => Part(Write<Part>),
    /// A State answers at an item.
    "answer" => Answer(Write<Answer>),
    /// Somebody asks.
    "question" => Question(Write<Question>),
    /// Who was asked replies.
    "reply" => Reply(Write<Reply>),
    /// A question is closed without a written reply.
    "closing" => Closing(Write<Closing>),
    /// Somebody observes.
    "observation" => Observation(Write<Observation>),
    /// A delegation states.
    "statement" => Statement(Write<Statement>),
    /// A later record is linked to an earlier one.
    "lineage" => Lineage(Write<Lineage>),
    /// An addressee reports.
    "progress" => Progress(Write<Progress>),
    /// A round concludes.
    "conclusion" => Conclusion(Write<Conclusion>),
    /// A State records its plan.
    "plan" => Plan(Write<Plan>),
    /// A round records a road map.
    "roadmap" => Roadmap(Write<Roadmap>),
    /// A State or a round records a measure.
    "measure" => Measure(Write<Measure>),
    /// A State records a practice.
    "practice" => Practice(Write<Practice>),
    /// Somebody offers assistance.
    "offer" => Offer(Write<Offer>),
    /// A State states a need.
    "need" => Need(Write<Need>),
    /// Somebody records a document.
    "document" => Document(Write<Document>),
    /// Somebody records whom to call.
    "contact" => Contact(Write<Contact>),
    /// A State or an organization says whom it asks before it shares.
    "clearance_list" => ClearanceList(Write<ClearanceList>),
    /// Somebody on the list approved.
    "approval" => Approval(Write<Approval>),
    /// What the list asks is begun to be collected.
    "clear" => Clear(Clear),
    /// A State or an organization says with which words it marks its papers.
    "marking_scheme" => MarkingScheme(Write<MarkingScheme>),
    /// A record is marked.
    "mark" => Mark(Mark),
    /// A file is attached to a record. Its bytes are brought with it.
    "file" => File(Write<File>),
    /// The chair declares that the States adopted a text.
    "adopt" => Adopt(Adopt),
    /// An owner shares a content with other readers.
    "share" => Share(Share),
    /// An owner withdraws what was shared.
    "withdraw" => Withdraw(Withdraw),
    /// An owner erases a content everywhere it went.
    "erase" => Erase(Erase),
}

impl Act {
    /// Reads an act from its JSON form: `{"act":"round","id":"…", …}` with the fields of its form.
    ///
    /// # Errors
    /// `refusal-act-form` if fields are missing, unknown or of the wrong shape; `refusal-act-unknown`.
    pub fn read(value: Value) -> Result<Self, Refusal> {
        let Value::Object(mut fields) = value else { return Err(malformed("{…}", "act")) };
        let mut take = |name: &'static str| match fields.remove(name) {
            Some(Value::String(word)) => Ok(word),
            Some(_) => Err(malformed("\"…\"", name)),
            None => Err(Refusal::new("refusal-act-field").with("field", name).at(name)),
        };
        let (word, id) = (take("act")?, take("id")?);
        let id = id.parse().map_err(|error: NotThat| malformed(&error.to_string(), "id"))?;
        Ok(Act { id, deed: Deed::read(&word, Value::Object(fields))? })
    }
}

fn read_form<T: serde::de::DeserializeOwned>(form: Value) -> Result<T, Refusal> {
    serde_json::from_value(form).map_err(|error| malformed(&error.to_string(), "body"))
}

/// A form's own schema, with the two fields that every act has. `form`: the schema of the rest.
fn with_head(
    word: &str,
    generator: &mut SchemaGenerator,
    form: impl FnOnce(&mut SchemaGenerator) -> Schema,
) -> Schema {
    let mut schema = form(generator);
    let id = generator.subschema_for::<ActId>();
    let object = schema.ensure_object();
    if let Some(Value::Object(fields)) = object.get_mut("properties") {
        fields.insert("act".into(), json!({ "const": word }));
        fields.insert("id".into(), id.into());
    }
    if let Value::Array(required) = object.entry("required").or_insert_with(|| json!([])) {
        required.splice(0..0, [json!("act"), json!("id")]);
    }
    schema
}

fn malformed(detail: &str, field: &str) -> Refusal {
    Refusal::new("refusal-act-form").with("detail", crate::check::shortened(detail)).at(field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::collections::BTreeSet;

    #[test]
    fn an_act_is_read_from_its_json_form_or_refused_with_the_field() {
        let refused = |act: Value| Act::read(act).map(|act| act.id).unwrap_err();
        let id = "b3f1c7a2-6a0e-4d55-9c1b-0f2a4e6d8c10";
        let share =
            json!({"act": "share", "id": id, "record": id, "content": canonical_hash(), "with": "public"});
        assert!(Act::read(share.clone()).is_ok());
        let mut more = share;
        more["more"] = 1.into();
        assert_eq!(refused(more).field.as_deref(), Some("body"));
        assert_eq!(refused(json!([])).key, "refusal-act-form");
        assert_eq!(refused(json!({"act": "share", "id": "7"})).field.as_deref(), Some("id"));
        assert_eq!(refused(json!({"act": "abolish", "id": id})).key, "refusal-act-unknown");
        let words: BTreeSet<&str> = WORDS.iter().copied().collect();
        assert_eq!(words.len(), WORDS.len(), "two acts have one word");
    }

    fn canonical_hash() -> String {
        ledger::id::Hash::of(b"a content").to_string()
    }
}
