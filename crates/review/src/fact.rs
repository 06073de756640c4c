//! Facts with their sources: dates that may be partial, places, who did what. Sources may disagree: then a list has
//! more than one entry, and the first is the one that pages follow.

use crate::check;
use crate::noun::Beside;
use crate::party::Party;
use crate::refusal::Refusal;
use crate::source::Source;
use ledger::id::RecordId;
use ledger::text::Text;
use ledger::time::PartialDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// From when to when, as one or more sources say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// The first day, month or year.
    pub from: PartialDate,
    /// The last, where it is another and is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

/// Where, as far as sources say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Town or village, and what helps to find it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// The State in which it lies: it need not take part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<RecordId>,
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

/// Who initiated, hosted, organized or paid: five facts that are kept apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Who {
    /// The body's name, where it is not the party itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// The State or organization, or that of the named body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<RecordId>,
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

/// Words with their sources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The words.
    pub words: Text,
    /// Which sources say so.
    pub sources: Vec<RecordId>,
}

/// Every fact shows its evidence: sources that are there; where facts about others are compiled, at least one.
///
/// # Errors
/// `refusal-source-missing`, or as [`check::refer_all`].
pub fn sourced(beside: &Beside<'_>, sources: &[RecordId], field: &str) -> Result<(), Refusal> {
    match sources.is_empty() && beside.needs_sources() {
        true => Err(Refusal::new("refusal-source-missing").at(field)),
        false => check::refer_all::<Source>(beside.view, sources, field),
    }
}

/// Periods that run forwards, each with its sources.
///
/// # Errors
/// `refusal-dates-order`, or as [`sourced`].
pub fn periods(beside: &Beside<'_>, periods: &[Period], field: &str) -> Result<(), Refusal> {
    check::few(periods, field)?;
    for period in periods {
        if period.to.is_some_and(|to| to.last_day() < period.from.first_day()) {
            return Err(Refusal::new("refusal-dates-order").at(field));
        }
        sourced(beside, &period.sources, field)?;
    }
    Ok(())
}

/// A place with its sources.
///
/// # Errors
/// As [`check::text`], [`check::refers`] and [`sourced`].
pub fn place(beside: &Beside<'_>, place: Option<&Place>, field: &str) -> Result<(), Refusal> {
    let Some(place) = place else { return Ok(()) };
    check::maybe_text(place.name.as_ref(), check::NAME, field)?;
    place.state.map_or(Ok(()), |state| check::refers::<Party>(beside.view, state, field))?;
    sourced(beside, &place.sources, field)
}

/// Those who did something, each with sources; a name, a party, or both.
///
/// # Errors
/// `refusal-who-empty`, or as the checks above.
pub fn all_who(beside: &Beside<'_>, all: &[Who], field: &str) -> Result<(), Refusal> {
    check::few(all, field)?;
    for who in all {
        if who.name.is_none() && who.party.is_none() {
            return Err(Refusal::new("refusal-who-empty").at(field));
        }
        check::maybe_text(who.name.as_ref(), check::NAME, field)?;
        who.party.map_or(Ok(()), |party| check::refers::<Party>(beside.view, party, field))?;
        sourced(beside, &who.sources, field)?;
    }
    Ok(())
}

/// Notes with their sources.
///
/// # Errors
/// As [`check::text`] and [`sourced`].
pub fn notes(beside: &Beside<'_>, notes: &[Note], field: &str) -> Result<(), Refusal> {
    check::few(notes, field)?;
    for note in notes {
        check::text(&note.words, check::PARAGRAPH, field)?;
        sourced(beside, &note.sources, field)?;
    }
    Ok(())
}
