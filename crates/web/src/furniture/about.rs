//! What a record of any kind is called, what its kind is called, and at which address it stands.

use super::model::{anchor, round_address, series_address};
use ledger::content::Body;
use ledger::id::{Kind, RecordId};
use ledger::text::Text;
use ledger::view::View;
use review::delegation::Delegation;
use review::disagreement::Disagreement;
use review::event::Event;
use review::outcome::Outcome;
use review::party::{Party, PartySort};
use review::proposal::Proposal;
use review::recommendation::Recommendation;
use review::round::Round;
use review::series::Series;
use review::session::Session;
use review::source::Source;
use review::theme::Theme;
use review::visit::Visit;

/// The message with a kind's name.
pub fn kind_key(kind: &Kind) -> &'static str {
    match kind.as_str() {
        Source::KIND => "kind-source",
        Party::KIND => "kind-party",
        Theme::KIND => "kind-theme",
        Series::KIND => "kind-series",
        Round::KIND => "kind-round",
        Delegation::KIND => "kind-delegation",
        Session::KIND => "kind-session",
        Visit::KIND => "kind-site-visit",
        Outcome::KIND => "kind-outcome",
        Recommendation::KIND => "kind-recommendation",
        Proposal::KIND => "kind-proposal",
        Event::KIND => "kind-event",
        Disagreement::KIND => "kind-disagreement",
        _ => "kind-unknown",
    }
}

/// The message with the name of what a party is.
pub fn party_key(sort: PartySort) -> &'static str {
    match sort {
        PartySort::State => "kind-state",
        PartySort::Organization => "kind-organization",
    }
}

/// What a record is called, if the view shows it.
pub fn title(view: &View<'_>, record: RecordId) -> Option<Text> {
    let (_, kind) = view.whose(record)?;
    match kind.as_str() {
        Source::KIND => view.find::<Source>(record).map(|seen| seen.body.title.clone()),
        Party::KIND => view.find::<Party>(record).map(|seen| seen.body.name.clone()),
        Theme::KIND => view.find::<Theme>(record).map(|seen| seen.body.name.clone()),
        Series::KIND => view.find::<Series>(record).map(|seen| seen.body.title.clone()),
        Round::KIND => view.find::<Round>(record).map(|seen| seen.body.title.clone()),
        Delegation::KIND => title(view, view.find::<Delegation>(record)?.body.party),
        Session::KIND => view.find::<Session>(record).map(|seen| seen.body.title.clone()),
        Visit::KIND => view.find::<Visit>(record).map(|seen| seen.body.place.clone()),
        Outcome::KIND => view.find::<Outcome>(record).map(|seen| seen.body.words.clone()),
        Recommendation::KIND => view.find::<Recommendation>(record).map(|seen| seen.body.words.clone()),
        Proposal::KIND => view.find::<Proposal>(record).map(|seen| seen.body.words.clone()),
        Event::KIND => view.find::<Event>(record).map(|seen| seen.body.title.clone()),
        Disagreement::KIND => view.find::<Disagreement>(record).map(|seen| seen.body.question.clone()),
        _ => None,
    }
}

/// The address at which a record stands, if the view shows it.
pub fn address(view: &View<'_>, record: RecordId) -> Option<String> {
    let (_, kind) = view.whose(record)?;
    let of_round = |round: RecordId| Some(format!("{}#{}", address(view, round)?, anchor(record)));
    match kind.as_str() {
        Series::KIND => view.find::<Series>(record).map(|seen| series_address(&seen.body)),
        Round::KIND => round_address(view, &view.find::<Round>(record)?.body),
        Delegation::KIND => of_round(view.find::<Delegation>(record)?.body.round),
        Session::KIND => of_round(view.find::<Session>(record)?.body.round),
        Visit::KIND => of_round(view.find::<Visit>(record)?.body.round),
        Outcome::KIND => of_round(view.find::<Outcome>(record)?.body.round),
        Recommendation::KIND => of_round(view.find::<Recommendation>(record)?.body.round),
        Proposal::KIND => of_round(view.find::<Proposal>(record)?.body.round),
        Disagreement::KIND => {
            let about = address(view, view.find::<Disagreement>(record)?.body.about)?;
            Some(format!("{}#{}", about.split('#').next().unwrap_or(&about), anchor(record)))
        }
        Source::KIND | Party::KIND | Theme::KIND | Event::KIND => {
            view.find_any(record).map(|_| format!("/records/{record}"))
        }
        _ => None,
    }
}
