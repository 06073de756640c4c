//! What a record of any kind is called, what its kind is called, and at which address it stands.

use super::model::{anchor, party_address, round_address, series_address};
use ledger::content::Body;
use ledger::id::{Kind, RecordId};
use ledger::text::Text;
use ledger::view::View;
use review::agency::Agency;
use review::conclusion::Conclusion;
use review::delegation::Delegation;
use review::disagreement::Disagreement;
use review::event::Event;
use review::modalities::Modalities;
use review::outcome::Outcome;
use review::party::{Party, PartySort};
use review::proposal::Proposal;
use review::recommendation::Recommendation;
use review::round::Round;
use review::series::Series;
use review::session::Session;
use review::source::Source;
use review::statement::Statement;
use review::theme::Theme;
use review::treaty::Treaty;
use review::treaty_status::TreatyStatus;
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
        Agency::KIND => "kind-agency",
        Conclusion::KIND => "kind-conclusion",
        Modalities::KIND => "kind-modalities",
        Statement::KIND => "kind-statement",
        Treaty::KIND => "kind-treaty",
        TreatyStatus::KIND => "kind-treaty-status",
        _ => "kind-unknown",
    }
}

/// The message with the name of several records of a kind.
pub fn group_key(kind: &Kind) -> &'static str {
    match kind.as_str() {
        Source::KIND => "search-group-source",
        Party::KIND => "search-group-party",
        Theme::KIND => "search-group-theme",
        Series::KIND => "search-group-series",
        Round::KIND => "search-group-round",
        Delegation::KIND => "search-group-delegation",
        Session::KIND => "search-group-session",
        Visit::KIND => "search-group-site-visit",
        Outcome::KIND => "search-group-outcome",
        Recommendation::KIND => "search-group-recommendation",
        Proposal::KIND => "search-group-proposal",
        Event::KIND => "search-group-event",
        Disagreement::KIND => "search-group-disagreement",
        Agency::KIND => "search-group-agency",
        Conclusion::KIND => "search-group-conclusion",
        Modalities::KIND => "search-group-modalities",
        Statement::KIND => "search-group-statement",
        Treaty::KIND => "search-group-treaty",
        TreatyStatus::KIND => "search-group-treaty-status",
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
        Agency::KIND => view.find::<Agency>(record)?.body.name().cloned(),
        Conclusion::KIND => view.find::<Conclusion>(record).map(|seen| seen.body.words.clone()),
        Modalities::KIND => view.find::<Modalities>(record).map(|seen| seen.body.aim.clone()),
        Statement::KIND => view.find::<Statement>(record).map(|seen| seen.body.words.clone()),
        Treaty::KIND => view.find::<Treaty>(record).map(|seen| seen.body.name.clone()),
        TreatyStatus::KIND => title(view, view.find::<TreatyStatus>(record)?.body.treaty),
        _ => None,
    }
}

/// The record on whose page a record stands, where it has no page of its own.
pub fn page_of(view: &View<'_>, record: RecordId) -> Option<RecordId> {
    let (_, kind) = view.whose(record)?;
    match kind.as_str() {
        Delegation::KIND => view.find::<Delegation>(record).map(|seen| seen.body.round),
        Session::KIND => view.find::<Session>(record).map(|seen| seen.body.round),
        Visit::KIND => view.find::<Visit>(record).map(|seen| seen.body.round),
        Outcome::KIND => view.find::<Outcome>(record).map(|seen| seen.body.round),
        Recommendation::KIND => view.find::<Recommendation>(record).map(|seen| seen.body.round),
        Proposal::KIND => view.find::<Proposal>(record).map(|seen| seen.body.round),
        Statement::KIND => view.find::<Statement>(record).map(|seen| seen.body.round),
        Conclusion::KIND => view.find::<Conclusion>(record).map(|seen| seen.body.round),
        Agency::KIND => view.find::<Agency>(record).map(|seen| seen.body.party),
        TreatyStatus::KIND => view.find::<TreatyStatus>(record).map(|seen| seen.body.party),
        Disagreement::KIND => {
            let about = view.find::<Disagreement>(record)?.body.about;
            page_of(view, about).or(Some(about))
        }
        _ => None,
    }
}

/// The address at which a record stands, if the view shows it.
pub fn address(view: &View<'_>, record: RecordId) -> Option<String> {
    if let Some(page) = page_of(view, record) {
        return Some(format!("{}#{}", address(view, page)?, anchor(record)));
    }
    let (_, kind) = view.whose(record)?;
    match kind.as_str() {
        Series::KIND => view.find::<Series>(record).map(|seen| series_address(&seen.body)),
        Round::KIND => round_address(view, &view.find::<Round>(record)?.body),
        Modalities::KIND => {
            let round = view.find::<Round>(view.find::<Modalities>(record)?.body.round)?;
            Some(format!("{}/modalities", round_address(view, &round.body)?))
        }
        Party::KIND => view.find::<Party>(record).map(|seen| party_address(record, &seen.body)),
        Source::KIND | Theme::KIND | Treaty::KIND | Event::KIND => {
            view.find_any(record).map(|_| format!("/records/{record}"))
        }
        _ => None,
    }
}
