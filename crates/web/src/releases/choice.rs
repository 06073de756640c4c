//! What was chosen on the way to sharing: which content, for whom. It stands in the address, so that nothing is lost by
//! going back, by signing in again, or by an error.

use crate::entry::encoded;
use crate::furniture::form::Posted;
use ledger::audience::{Audience, ReadersLabel};
use ledger::id::{Hash, RecordId};
use maud::{Markup, html};
use review::readers::Readers;
use serde::Serialize;

/// The words of readers in forms, in the order in which they widen.
pub const LABELS: [&str; 5] = ["named", "round", "organizations", "series", "public"];

/// What was chosen.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Choice {
    /// The content.
    pub content: Option<Hash>,
    /// The word of the readers.
    pub with: Option<&'static str>,
    /// Those who are named.
    pub parties: Vec<RecordId>,
    /// The round whose States are meant.
    pub round: Option<RecordId>,
    /// The series whose States are meant.
    pub series: Option<RecordId>,
    /// The hash of the audience that has it already, where it is extended.
    pub extends: Option<Hash>,
}

impl Choice {
    /// What a form or an address says; what cannot be read is not chosen.
    pub fn read(typed: &Posted) -> Self {
        Choice {
            content: typed.get("content").parse().ok(),
            with: LABELS.into_iter().find(|label| *label == typed.get("with")),
            parties: typed.all("party").iter().filter_map(|party| party.parse().ok()).collect(),
            round: typed.get("round").parse().ok(),
            series: typed.get("series").parse().ok(),
            extends: typed.get("extends").parse().ok(),
        }
    }

    /// The same content for readers under a label that a list was frozen with.
    pub fn extending(content: Hash, readers: &Readers, before: &Audience) -> Self {
        let (with, round) = match readers {
            Readers::Round(round) => (Some("round"), Some(*round)),
            Readers::RoundAndOrganizations(round) => (Some("organizations"), Some(*round)),
            _ => (None, None),
        };
        Choice { content: Some(content), with, round, extends: Some(before.hash()), ..Choice::default() }
    }

    /// The readers as acts name them, if they are chosen.
    pub fn readers(&self) -> Option<Readers> {
        match self.with? {
            "named" => Some(Readers::Named(self.parties.clone())),
            "round" => self.round.map(Readers::Round),
            "organizations" => self.round.map(Readers::RoundAndOrganizations),
            "series" => self.series.map(Readers::Series),
            _ => Some(Readers::Public),
        }
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let one = |name, value: Option<String>| value.map(|value| (name, value));
        let single = [
            one("content", self.content.map(|content| content.to_string())),
            one("with", self.with.map(str::to_owned)),
            one("round", self.round.map(|round| round.to_string())),
            one("series", self.series.map(|series| series.to_string())),
            one("extends", self.extends.map(|extends| extends.to_string())),
        ];
        let named = self.parties.iter().map(|party| ("party", party.to_string()));
        single.into_iter().flatten().chain(named).collect()
    }

    /// The address of a page below that record with what was chosen.
    pub fn address(&self, record: RecordId, page: &str) -> String {
        let pairs: Vec<String> =
            self.pairs().iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        format!("/records/{record}/{page}?{}", pairs.join("&"))
    }

    /// What was chosen, as hidden fields of a form.
    pub fn hidden(&self) -> Markup {
        html! { @for (name, value) in self.pairs() { input type="hidden" name=(name) value=(value); } }
    }
}

/// The word of the readers of an audience.
pub fn label_of(audience: &Audience) -> &'static str {
    match audience {
        Audience::Readers { label: ReadersLabel::Named, .. } => "named",
        Audience::Readers { label: ReadersLabel::Round, .. } => "round",
        Audience::Readers { label: ReadersLabel::RoundAndOrganizations, .. } => "organizations",
        Audience::Series { .. } => "series",
        Audience::Public => "public",
        Audience::Own | Audience::Agency { .. } => "own",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_comes_back_from_its_own_address() {
        let id = |seed| RecordId::from_chance([seed; 16]);
        let chosen = Choice {
            content: Some(Hash::of(b"a content")),
            with: Some("named"),
            parties: vec![id(1), id(2)],
            round: Some(id(3)),
            ..Choice::default()
        };
        let address = chosen.address(id(9), "share");
        let pairs = address.split_once('?').unwrap().1.replace("%3A", ":");
        let pairs = pairs.split('&').filter_map(|pair| pair.split_once('='));
        let typed = Posted::read(pairs.map(|(name, value)| (name.into(), value.into())).collect());
        let read = Choice::read(&typed);
        assert_eq!(read.readers(), Some(Readers::Named(vec![id(1), id(2)])));
        assert_eq!((read.content, read.round), (chosen.content, chosen.round));
    }

    #[test]
    fn what_cannot_be_read_is_not_chosen() {
        let typed = [("with", "everybody"), ("content", "sha256:0"), ("round", "x"), ("party", "@party/xal")];
        let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let read = Choice::read(&Posted::read(typed));
        assert!(read.readers().is_none() && read.content.is_none() && read.parties.is_empty());
    }
}
