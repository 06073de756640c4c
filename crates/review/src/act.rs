//! The closed list of acts: everything anyone may do. Each is a pure rule from a view to drafts or a refusal.

use crate::actor::Actor;
use crate::compile::Compile;
use crate::delegation::Delegation;
use crate::disagreement::Disagreement;
use crate::event::Event;
use crate::mandate::Mandate;
use crate::outcome::Outcome;
use crate::party::Party;
use crate::proposal::Proposal;
use crate::recommendation::Recommendation;
use crate::refusal::Refusal;
use crate::round::Round;
use crate::series::Series;
use crate::session::Session;
use crate::share::{Erase, Share, Withdraw};
use crate::source::Source;
use crate::theme::Theme;
use crate::visit::Visit;
use ledger::content::{Erasure, KindSpec, Kinds};
use ledger::draft::Draft;
use ledger::id::{ActId, NotThat};
use ledger::order::{Carried, Order};
use ledger::view::View;
use serde_json::Value;

/// The kinds of record there are. Append only: a kind is never reused (a test holds the list).
pub const KINDS: Kinds = Kinds(&[
    KindSpec::of::<Erasure>(),
    KindSpec::of::<Order>(),
    KindSpec::of::<Carried>(),
    KindSpec::of::<Mandate>(),
    KindSpec::of::<Source>(),
    KindSpec::of::<Party>(),
    KindSpec::of::<Theme>(),
    KindSpec::of::<Series>(),
    KindSpec::of::<Round>(),
    KindSpec::of::<Delegation>(),
    KindSpec::of::<Session>(),
    KindSpec::of::<Visit>(),
    KindSpec::of::<Outcome>(),
    KindSpec::of::<Recommendation>(),
    KindSpec::of::<Proposal>(),
    KindSpec::of::<Event>(),
    KindSpec::of::<Disagreement>(),
]);

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
    "source" => Source(Compile<Source>),
    /// An editor compiles a State or an organization.
    "party" => Party(Compile<Party>),
    /// An editor compiles a theme.
    "theme" => Theme(Compile<Theme>),
    /// An editor compiles a series.
    "series" => Series(Compile<Series>),
    /// An editor compiles a round.
    "round" => Round(Compile<Round>),
    /// An editor compiles a delegation.
    "delegation" => Delegation(Compile<Delegation>),
    /// An editor compiles a session.
    "session" => Session(Compile<Session>),
    /// An editor compiles a familiarization visit.
    "visit" => Visit(Compile<Visit>),
    /// An editor compiles an outcome.
    "outcome" => Outcome(Compile<Outcome>),
    /// An editor compiles a recommendation that is known from sources.
    "recommendation" => Recommendation(Compile<Recommendation>),
    /// An editor compiles a proposal of a delegation.
    "proposal" => Proposal(Compile<Proposal>),
    /// An editor compiles an event.
    "event" => Event(Compile<Event>),
    /// An editor compiles what sources say differently.
    "disagreement" => Disagreement(Compile<Disagreement>),
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
            _ => Err(malformed("\"…\"", name)),
        };
        let (word, id) = (take("act")?, take("id")?);
        let id = id.parse().map_err(|error: NotThat| malformed(&error.to_string(), "id"))?;
        Ok(Act { id, deed: Deed::read(&word, Value::Object(fields))? })
    }
}

fn read_form<T: serde::de::DeserializeOwned>(form: Value) -> Result<T, Refusal> {
    serde_json::from_value(form).map_err(|error| malformed(&error.to_string(), "body"))
}

fn malformed(detail: &str, field: &str) -> Refusal {
    Refusal::new("refusal-act-form").with("detail", crate::check::shortened(detail)).at(field)
}
