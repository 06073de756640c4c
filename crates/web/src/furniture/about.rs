//! What a record of any kind is called, what its kind is called, and at which address it stands.

use super::model::{anchor, round_address, series_address};
use crate::entry::encoded;
use ledger::content::{Body, Erasure};
use ledger::id::{Kind, RecordId};
use ledger::marking::Marking;
use ledger::text::Text;
use ledger::view::View;
use review::adoption::Adoption;
use review::agency::Agency;
use review::answer::Answer;
use review::approval::Approval;
use review::catalogue::Catalogue;
use review::catalogue_map::CatalogueMap;
use review::clearance::Clearance;
use review::clearance_list::ClearanceList;
use review::closing::Closing;
use review::conclusion::Conclusion;
use review::contact::Contact;
use review::delegation::Delegation;
use review::disagreement::Disagreement;
use review::document::Document;
use review::event::Event;
use review::file::File;
use review::instrument::Instrument;
use review::lineage::Lineage;
use review::marking_scheme::MarkingScheme;
use review::measure::Measure;
use review::modalities::Modalities;
use review::need::Need;
use review::observation::Observation;
use review::offer::Offer;
use review::outcome::Outcome;
use review::part::Part;
use review::party::{Party, PartySort};
use review::plan::Plan;
use review::practice::Practice;
use review::progress::Progress;
use review::proposal::Proposal;
use review::question::Question;
use review::recommendation::Recommendation;
use review::reply::Reply;
use review::roadmap::Roadmap;
use review::round::Round;
use review::series::Series;
use review::session::Session;
use review::source::Source;
use review::statement::Statement;
use review::submission::Submission;
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
        Treaty::KIND => "kind-treaty",
        TreatyStatus::KIND => "kind-treaty-status",
        Instrument::KIND => "kind-instrument",
        Catalogue::KIND => "kind-catalogue",
        CatalogueMap::KIND => "kind-catalogue-map",
        Modalities::KIND => "kind-modalities",
        Submission::KIND => "kind-submission",
        Part::KIND => "kind-part",
        Answer::KIND => "kind-answer",
        Question::KIND => "kind-question",
        Reply::KIND => "kind-reply",
        Closing::KIND => "kind-closing",
        Observation::KIND => "kind-observation",
        Statement::KIND => "kind-statement",
        Lineage::KIND => "kind-lineage",
        Adoption::KIND => "kind-adoption",
        Progress::KIND => "kind-progress",
        Conclusion::KIND => "kind-conclusion",
        Plan::KIND => "kind-plan",
        Roadmap::KIND => "kind-roadmap",
        Measure::KIND => "kind-measure",
        Practice::KIND => "kind-practice",
        Offer::KIND => "kind-offer",
        Need::KIND => "kind-need",
        Document::KIND => "kind-document",
        Contact::KIND => "kind-contact",
        ClearanceList::KIND => "kind-clearance-list",
        Clearance::KIND => "kind-clearance",
        Approval::KIND => "kind-approval",
        Marking::KIND => "kind-marking",
        MarkingScheme::KIND => "kind-marking-scheme",
        File::KIND => "kind-file",
        Erasure::KIND => "kind-erasure",
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
        Treaty::KIND => "search-group-treaty",
        TreatyStatus::KIND => "search-group-treaty-status",
        Instrument::KIND => "search-group-instrument",
        Catalogue::KIND => "search-group-catalogue",
        CatalogueMap::KIND => "search-group-catalogue-map",
        Modalities::KIND => "search-group-modalities",
        Submission::KIND => "search-group-submission",
        Part::KIND => "search-group-part",
        Answer::KIND => "search-group-answer",
        Question::KIND => "search-group-question",
        Reply::KIND => "search-group-reply",
        Closing::KIND => "search-group-closing",
        Observation::KIND => "search-group-observation",
        Statement::KIND => "search-group-statement",
        Lineage::KIND => "search-group-lineage",
        Adoption::KIND => "search-group-adoption",
        Progress::KIND => "search-group-progress",
        Conclusion::KIND => "search-group-conclusion",
        Plan::KIND => "search-group-plan",
        Roadmap::KIND => "search-group-roadmap",
        Measure::KIND => "search-group-measure",
        Practice::KIND => "search-group-practice",
        Offer::KIND => "search-group-offer",
        Need::KIND => "search-group-need",
        Document::KIND => "search-group-document",
        Contact::KIND => "search-group-contact",
        ClearanceList::KIND => "search-group-clearance-list",
        Clearance::KIND => "search-group-clearance",
        Approval::KIND => "search-group-approval",
        Marking::KIND => "search-group-marking",
        MarkingScheme::KIND => "search-group-marking-scheme",
        File::KIND => "search-group-file",
        Erasure::KIND => "search-group-erasure",
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
    let Some((_, kind)) = view.whose(record) else {
        return Adoption::of(view, record).map(|adoption| adoption.body.text.called().clone());
    };
    let kind = kind.as_str();
    match kind {
        Source::KIND => view.find::<Source>(record).map(|seen| seen.body.title.clone()),
        Party::KIND => view.find::<Party>(record).map(|seen| seen.body.name.clone()),
        Theme::KIND => view.find::<Theme>(record).map(|seen| seen.body.name.clone()),
        Series::KIND => view.find::<Series>(record).map(|seen| seen.body.title.clone()),
        Round::KIND => view.find::<Round>(record).map(|seen| seen.body.title.clone()),
        Delegation::KIND => title(view, view.find::<Delegation>(record)?.body.party),
        Session::KIND => view.find::<Session>(record).map(|seen| seen.body.title.clone()),
        Visit::KIND => view.find::<Visit>(record).map(|seen| seen.body.place.clone()),
        Outcome::KIND => view.find::<Outcome>(record).map(|seen| seen.body.words.clone()),
        Recommendation::KIND => view.find::<Recommendation>(record).map(|seen| seen.body.called().clone()),
        Proposal::KIND => view.find::<Proposal>(record).map(|seen| seen.body.words.clone()),
        Event::KIND => view.find::<Event>(record).map(|seen| seen.body.title.clone()),
        Disagreement::KIND => view.find::<Disagreement>(record).map(|seen| seen.body.question.clone()),
        Agency::KIND => view.find::<Agency>(record)?.body.name().cloned(),
        Treaty::KIND => view.find::<Treaty>(record).map(|seen| seen.body.name.clone()),
        TreatyStatus::KIND => title(view, view.find::<TreatyStatus>(record)?.body.treaty),
        Instrument::KIND => view.find::<Instrument>(record).map(|seen| seen.body.title.clone()),
        Catalogue::KIND => view.find::<Catalogue>(record).map(|seen| seen.body.title.clone()),
        CatalogueMap::KIND => title(view, view.find::<CatalogueMap>(record)?.body.later),
        Plan::KIND => view.find::<Plan>(record).map(|seen| seen.body.title.clone()),
        Roadmap::KIND => view.find::<Roadmap>(record).map(|seen| seen.body.title.clone()),
        Measure::KIND => view.find::<Measure>(record).map(|seen| seen.body.words.clone()),
        Practice::KIND => view.find::<Practice>(record).map(|seen| seen.body.title.clone()),
        Offer::KIND => view.find::<Offer>(record).map(|seen| seen.body.title.clone()),
        Need::KIND => view.find::<Need>(record).map(|seen| seen.body.title.clone()),
        Document::KIND => view.find::<Document>(record).map(|seen| seen.body.title.clone()),
        Contact::KIND => view.find::<Contact>(record).map(|seen| seen.body.post.clone()),
        ClearanceList::KIND => view.find::<ClearanceList>(record).map(|seen| seen.body.name.clone()),
        Clearance::KIND => title(view, view.find::<Clearance>(record)?.body.record),
        Approval::KIND => title(view, view.find::<Approval>(record)?.body.clearance),
        Marking::KIND => title(view, view.find::<Marking>(record)?.body.of),
        MarkingScheme::KIND => title(view, view.find::<MarkingScheme>(record)?.body.party),
        File::KIND => view.find::<File>(record).map(|seen| seen.body.title.clone()),
        _ => title_in_dialogue(view, record, kind),
    }
}

/// The same for what belongs to a submission, to the dialogue on it, or to a recommendation.
fn title_in_dialogue(view: &View<'_>, record: RecordId, kind: &str) -> Option<Text> {
    match kind {
        Modalities::KIND => title(view, view.find::<Modalities>(record)?.body.round),
        Submission::KIND => title(view, view.find::<Submission>(record)?.body.party),
        Part::KIND => view.find::<Part>(record).map(|seen| seen.body.brief.clone()),
        Answer::KIND => {
            let answer = view.find::<Answer>(record)?;
            let submission = view.find::<Submission>(answer.body.submission)?;
            let catalogue = view.find::<Catalogue>(submission.body.catalogue?)?;
            catalogue.body.row(&answer.body.item).map(|(_, row)| row.label.clone())
        }
        Question::KIND => view.find::<Question>(record).map(|seen| seen.body.words.clone()),
        Reply::KIND => view.find::<Reply>(record).map(|seen| seen.body.words.clone()),
        Closing::KIND => title(view, view.find::<Closing>(record)?.body.question),
        Observation::KIND => view.find::<Observation>(record).map(|seen| seen.body.words.clone()),
        Statement::KIND => view.find::<Statement>(record).map(|seen| seen.body.words.clone()),
        Lineage::KIND => title(view, view.find::<Lineage>(record)?.body.later),
        Adoption::KIND => view.find::<Adoption>(record).map(|seen| seen.body.text.called().clone()),
        Progress::KIND => title(view, view.find::<Progress>(record)?.body.on),
        Conclusion::KIND => title(view, view.find::<Conclusion>(record)?.body.recommendation),
        _ => None,
    }
}

/// The symbol under which a record is quoted, if it has one. What was adopted is quoted by its number.
pub fn symbol(view: &View<'_>, record: RecordId) -> Option<String> {
    let (_, kind) = view.whose(record)?;
    match kind.as_str() {
        Party::KIND => view.find::<Party>(record).map(|seen| seen.body.label.clone()),
        Round::KIND => view.find::<Round>(record).map(|seen| seen.body.symbol.clone()),
        Recommendation::KIND => {
            let adopted = Adoption::of(view, record).map(|adoption| adoption.body.symbol.clone());
            adopted.or_else(|| view.find::<Recommendation>(record)?.body.symbol.clone())
        }
        Adoption::KIND => view.find::<Adoption>(record).map(|seen| seen.body.symbol.clone()),
        Treaty::KIND => view.find::<Treaty>(record).map(|seen| seen.body.label.clone()),
        Instrument::KIND => view.find::<Instrument>(record)?.body.symbol.clone(),
        Modalities::KIND => view.find::<Modalities>(record)?.body.symbol.clone(),
        Submission::KIND => view.find::<Submission>(record)?.body.symbol.clone(),
        Question::KIND => view.find::<Question>(record)?.body.symbol.clone(),
        Reply::KIND => view.find::<Reply>(record)?.body.symbol.clone(),
        Observation::KIND => view.find::<Observation>(record)?.body.symbol.clone(),
        Statement::KIND => view.find::<Statement>(record)?.body.symbol.clone(),
        Plan::KIND => view.find::<Plan>(record)?.body.symbol.clone(),
        Roadmap::KIND => view.find::<Roadmap>(record)?.body.symbol.clone(),
        Measure::KIND => view.find::<Measure>(record)?.body.symbol.clone(),
        Practice::KIND => view.find::<Practice>(record)?.body.symbol.clone(),
        Offer::KIND => view.find::<Offer>(record)?.body.symbol.clone(),
        Need::KIND => view.find::<Need>(record)?.body.symbol.clone(),
        Document::KIND => view.find::<Document>(record)?.body.symbol.clone(),
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
        Proposal::KIND => view.find::<Proposal>(record).map(|seen| seen.body.round),
        Statement::KIND => view.find::<Statement>(record).map(|seen| seen.body.round),
        Agency::KIND => view.find::<Agency>(record).map(|seen| seen.body.party),
        TreatyStatus::KIND => view.find::<TreatyStatus>(record).map(|seen| seen.body.party),
        CatalogueMap::KIND => view.find::<CatalogueMap>(record).map(|seen| seen.body.later),
        Reply::KIND => view.find::<Reply>(record).map(|seen| seen.body.question),
        Closing::KIND => view.find::<Closing>(record).map(|seen| seen.body.question),
        Lineage::KIND => view.find::<Lineage>(record).map(|seen| seen.body.later),
        Adoption::KIND => view.find::<Adoption>(record).map(|seen| seen.body.recommendation),
        Progress::KIND => view.find::<Progress>(record).map(|seen| seen.body.on),
        Conclusion::KIND => view.find::<Conclusion>(record).map(|seen| seen.body.recommendation),
        Approval::KIND => view.find::<Approval>(record).map(|seen| seen.body.clearance),
        Marking::KIND => view.find::<Marking>(record).map(|seen| seen.body.of),
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
        let address = address(view, page)?;
        let page = address.split('#').next().unwrap_or(&address);
        return Some(format!("{page}#{}", anchor(record)));
    }
    let Some((_, kind)) = view.whose(record) else {
        // Whoever may not read how a text was drafted may still read it as it was adopted.
        return Adoption::of(view, record).map(|_| format!("/recommendations/{record}"));
    };
    let folder = match kind.as_str() {
        Party::KIND => {
            let party = view.find::<Party>(record)?.body;
            match party.sort {
                PartySort::State => return Some(format!("/states/{}", encoded(&party.label))),
                PartySort::Organization => "records",
            }
        }
        Source::KIND | Theme::KIND | Event::KIND | Treaty::KIND | Catalogue::KIND => "records",
        Recommendation::KIND => "recommendations",
        Question::KIND => "threads",
        Plan::KIND => "plans",
        Roadmap::KIND => "road-maps",
        Measure::KIND => "measures",
        Practice::KIND => "practices",
        Need::KIND => "needs",
        Offer::KIND => "offers",
        Instrument::KIND | Document::KIND => "library",
        Clearance::KIND => "clearance",
        File::KIND => "files",
        Erasure::KIND => "erasures",
        other => return address_in_series(view, record, other),
    };
    view.find_any(record).map(|_| format!("/{folder}/{record}"))
}

/// Where a record stands; at least it has a history.
pub fn somewhere(view: &View<'_>, record: RecordId) -> String {
    address(view, record).unwrap_or_else(|| format!("/records/{record}/history"))
}

/// The same for what stands below a series or a round.
fn address_in_series(view: &View<'_>, record: RecordId, kind: &str) -> Option<String> {
    let round = |round: RecordId| round_address(view, &view.find::<Round>(round)?.body);
    match kind {
        Series::KIND => view.find::<Series>(record).map(|seen| series_address(&seen.body)),
        Round::KIND => round(record),
        Modalities::KIND => {
            Some(format!("{}/modalities", round(view.find::<Modalities>(record)?.body.round)?))
        }
        Observation::KIND => {
            let page = round(view.find::<Observation>(record)?.body.round)?;
            Some(format!("{page}/observations#{}", anchor(record)))
        }
        Submission::KIND => {
            let body = view.find::<Submission>(record)?.body;
            let party = view.find::<Party>(body.party)?.body;
            Some(format!("{}/submissions/{}", round(body.round)?, encoded(&party.label)))
        }
        Part::KIND => {
            let body = view.find::<Part>(record)?.body;
            Some(format!("{}/parts/{}", address(view, body.submission)?, body.part.word()))
        }
        Answer::KIND => {
            let body = view.find::<Answer>(record)?.body;
            Some(format!("{}/items/{}", address(view, body.submission)?, encoded(&body.item)))
        }
        Contact::KIND => view.find::<Contact>(record).map(|_| format!("/contacts#{}", anchor(record))),
        MarkingScheme::KIND => view.find::<MarkingScheme>(record).map(|_| "/markings".to_owned()),
        ClearanceList::KIND => {
            view.find::<ClearanceList>(record).map(|_| format!("/clearance#{}", anchor(record)))
        }
        _ => None,
    }
}
