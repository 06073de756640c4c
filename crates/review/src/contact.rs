//! A contact: whom to call. A post and an office, never a person's name.

use crate::actor::Role;
use crate::agency::Agency;
use crate::check;
use crate::fact::sourced;
use crate::noun::{Beside, Noun};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::source::say;
use crate::theme::Theme;
use ledger::content::{Body, Voice};
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whom to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The State or organization.
    pub party: RecordId,
    /// The agency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<RecordId>,
    /// The post or office.
    pub post: Text,
    /// What one calls it for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function: Option<Text>,
    /// The postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Text>,
    /// The telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The address for electronic mail, of the office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<String>,
    /// Its page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<RecordId>,
    /// When the card was last confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<PartialDate>,
    /// Where that is said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<RecordId>,
}

impl Body for Contact {
    const KIND: &'static str = "review.contact";

    fn about(&self, found: &mut dyn FnMut(RecordId)) {
        found(self.party);
        self.agency.iter().chain(&self.themes).chain(&self.sources).copied().for_each(found);
    }

    fn words(&self, found: &mut dyn FnMut(&str, &str)) {
        say(&self.post, found);
        [&self.function, &self.address].into_iter().flatten().for_each(|text| say(text, found));
    }

    fn voice(&self) -> Voice {
        Voice::Compiled(self.party)
    }
}

impl Noun for Contact {
    const WRITERS: &'static [Role] = &[Role::Editor, Role::Coordinator, Role::Organizer];
    const DRAFTED_BY_AGENCIES: bool = true;

    fn check(&self, beside: &Beside<'_>) -> Result<(), Refusal> {
        let view = beside.view;
        let party = check::found::<Party>(view, self.party, "body/party")?;
        beside.speaks_for(Some(party.owner.id), "body/party")?;
        self.agency.map_or(Ok(()), |agency| check::refers::<Agency>(view, agency, "body/agency"))?;
        check::text(&self.post, check::NAME, "body/post")?;
        check::maybe_text(self.function.as_ref(), check::NAME, "body/function")?;
        check::maybe_text(self.address.as_ref(), 500, "body/address")?;
        check::maybe_line(self.phone.as_deref(), "body/phone")?;
        check::maybe_line(self.mail.as_deref(), "body/mail")?;
        check::maybe_url(self.url.as_deref(), "body/url")?;
        check::refer_all::<Theme>(view, &self.themes, "body/themes")?;
        sourced(beside, &self.sources, "body/sources")
    }
}
