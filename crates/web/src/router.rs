//! Every address on one page, and what each answer passes through.

use crate::answer::{by_https_only, with_screen};
use crate::api;
use crate::clearance::deeds as clearance;
use crate::dialogue::{observations::Observations, questions::Questions, thread::OneThread};
use crate::entry::{ByHttpsOnly, Entry};
use crate::erasures::deeds as erasures;
use crate::error::Trouble;
use crate::files::deeds as files;
use crate::furniture::about;
use crate::help::{glossary::Glossary, guide::Guide};
use crate::history::History;
use crate::home::Home;
use crate::home::exercise::ExerciseHome;
use crate::markings::deeds as markings;
use crate::people::{appointing, ceremony, doors, operating, own};
use crate::plans::{list::Plans, measure::OneMeasure, plan::OnePlan, roadmap::OneRoadmap};
use crate::problem;
use crate::recommendations::{asked::Asked, board::Board, list::RecommendationList, one::OneRecommendation};
use crate::records::record::OneRecord;
use crate::releases::{reads, share};
use crate::routes::Routes;
use crate::search::{Searched, facets};
use crate::series::{list::SeriesList, modalities::RoundModalities, one::OneSeries, round::OneRound};
use crate::sharing::{
    assistance::Assistance, contacts::Contacts, events::Events, library::Library, need::OneNeed,
    offer::OneOffer, overview::Sharing, practice::OnePractice, practices::Practices, text::OneText,
};
use crate::show::{Site, caller, frame, is_open_to_held, note_reading, scope, show, trouble};
use crate::states::{list::StateList, state::OneState};
use crate::statics;
use crate::submissions::{item::OneItem, list::Submissions, one::OneSubmission, part::OnePart};
use crate::watch::{longest, watched};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodRouter, get, post};
use desk::search::Found;
use ledger::id::RecordId;
use ledger::owner::World;
use ledger::view::View;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;

/// The largest body of a form, in bytes; a file and an act of the API have measures of their own.
const LARGEST_BODY: usize = 64 * 1024;

/// The longest address, in bytes: a search of 10,000 letters still gets an answer in words.
const LONGEST_ADDRESS: usize = 128 * 1024;

/// All addresses.
pub fn router(site: Site) -> Router {
    passed_through(site, addresses())
}

/// Every page, still without what its answers pass through.
pub fn addresses() -> Router<Site> {
    routes().into_router().fallback(nowhere).method_not_allowed_fallback(wrong_method)
}

/// All addresses there are, as a list and as a router.
pub fn routes() -> Routes {
    Routes::new()
        .merge(pages())
        .merge_in_exercise(pages())
        .merge(doors_of_people())
        .route("/healthz", get(health))
        .route("/static/{name}", get(static_file))
}

/// Where people come in, and what they do with their accounts.
fn doors_of_people() -> Routes {
    Routes::new()
        .route("/sign-in", get(doors::sign_in).post(doors::signs_in))
        .route("/sign-in/again", get(doors::again).post(doors::signs_in_again))
        .route("/sign-in/passkey", post(ceremony::signs_in))
        .route("/sign-in/passkey/begin", post(ceremony::begins))
        .route("/sign-out", post(doors::signs_out))
        .route("/invitations/{secret}", get(doors::invitation).post(doors::accepts))
        .route("/acting", get(doors::acting).post(doors::chooses))
        .route("/account", get(own::account))
        .route("/account/password", post(own::changes_password))
        .route("/account/second-step", post(own::proposes_second_step))
        .route("/account/second-step/confirm", post(own::confirms_second_step))
        .route("/account/second-step/end", post(own::ends_second_step))
        .route("/account/sessions/end", post(own::ends_sessions))
        .route("/account/passkeys", post(ceremony::adds))
        .route("/account/passkeys/begin", post(ceremony::begins_adding))
        .route("/account/passkeys/end", post(ceremony::ends))
        .route("/account/tokens", post(own::makes_token))
        .route("/account/tokens/revoke", post(own::revokes_token))
        .route("/people", get(appointing::ours).post(appointing::appoints))
        .route("/operator", get(operating::operator).post(operating::operates))
}

/// The pages of one world.
fn pages() -> Routes {
    Routes::new()
        .route("/", get(home))
        .route("/series", get(all_series))
        .route("/series/{series}", get(one_series))
        .route("/series/{series}/rounds/{round}", get(one_round))
        .route("/recommendations", get(recommendations))
        .route("/recommendations/{recommendation}", get(one_recommendation))
        .route("/follow-up", get(follow_up))
        .route("/series/{series}/rounds/{round}/modalities", get(modalities))
        .route("/glossary", get(glossary))
        .route("/help", get(help))
        .route("/states", get(states))
        .route("/states/{label}", get(one_state))
        .route("/plans", get(plans))
        .route("/plans/{record}", get(one_plan))
        .route("/road-maps/{record}", get(one_road_map))
        .route("/measures/{record}", get(one_measure))
        .route("/submissions", get(submissions))
        .route("/series/{series}/rounds/{round}/submissions/{label}", get(one_submission))
        .route("/series/{series}/rounds/{round}/submissions/{label}/items/{item}", get(one_item))
        .route("/series/{series}/rounds/{round}/submissions/{label}/parts/{part}", get(one_part))
        .route("/series/{series}/rounds/{round}/questions", get(questions))
        .route("/series/{series}/rounds/{round}/observations", get(observations))
        .route("/threads/{record}", get(one_thread))
        .route("/sharing", get(sharing))
        .route("/practices", get(practices))
        .route("/practices/{record}", get(one_practice))
        .route("/assistance", get(assistance))
        .route("/needs/{record}", get(one_need))
        .route("/offers/{record}", get(one_offer))
        .route("/library", get(library))
        .route("/library/{record}", get(one_text))
        .route("/events", get(events))
        .route("/contacts", get(contacts))
        .route("/search", get(search))
        .route("/records/{record}", get(one_record))
        .route("/records/{record}/history", get(history))
        .route("/records/{record}/share", get(share::chooses).post(share::shares))
        .route("/records/{record}/withdraw", get(share::asks_to_withdraw).post(share::withdraws))
        .route("/records/{record}/marking", get(markings::chooses).post(markings::marks))
        .route("/records/{record}/files", files_of_a_record())
        .route("/records/{record}/erase", get(erasures::chooses).post(erasures::erases))
        .route("/erasures/{record}", get(erasures::certificate))
        .route("/files/{record}", get(files::one))
        .route("/files/{record}/download", get(files::download))
        .route("/markings", get(markings::ours).post(markings::saves))
        .route("/shared", get(share::ours))
        .route("/reads", get(reads::ours))
        .route("/clearance", get(clearance::ours))
        .route("/clearance/{record}", get(clearance::one).post(clearance::approves))
        .route("/clearance/{record}/sheet", get(clearance::sheet))
        .route("/clearance/{record}/letter", get(clearance::letter))
        .route("/clearance/lists/{record}", get(clearance::list).post(clearance::lists))
        .merge(api::table::routes())
}

/// The files of a record: the one form whose body is larger than others'.
fn files_of_a_record() -> MethodRouter<Site> {
    get(files::of_record).post(files::attaches).layer(DefaultBodyLimit::max(files::LARGEST_REQUEST))
}

/// What every request and every answer passes through: limits, compression, headers.
pub fn passed_through(site: Site, addresses: Router<Site>) -> Router {
    let https = site.secure;
    // In one piece, the outermost first: layers that are put on one by one are cloned one by one at each request.
    let layers = ServiceBuilder::new()
        .map_request(move |request| entered(request, https))
        .map_response(move |response| guarded(response, https))
        .layer(CatchPanicLayer::new())
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state(site.clone(), limits))
        // Below that which says it in the reader's language.
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn(in_time))
        .layer(CsrfLayer::new())
        .layer(DefaultBodyLimit::max(LARGEST_BODY));
    addresses.layer(layers).with_state(site)
}

/// The headers that every answer has, unless it brought its own.
const GUARDS: [(HeaderName, &str); 7] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"),
];

/// Marks what enters where browsers come by https only.
fn entered<B>(mut request: axum::http::Request<B>, https: bool) -> axum::http::Request<B> {
    if https {
        request.extensions_mut().insert(ByHttpsOnly);
    }
    request
}

fn guarded<B>(mut response: Response<B>, https: bool) -> Response<B> {
    if https {
        by_https_only(&mut response);
    }
    let headers = response.headers_mut();
    headers.reserve(GUARDS.len());
    for (name, value) in GUARDS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

async fn home(entry: Entry, State(site): State<Site>) -> Response {
    match entry.world {
        World::Record => {
            show(&site, &entry, |view| Some(Home::look(view, SeriesList::look, SeriesList::table)))
        }
        World::Exercise => show(&site, &entry, |view| Some(ExerciseHome::look(view))),
    }
}

async fn all_series(entry: Entry, State(site): State<Site>) -> Response {
    show(&site, &entry, |view| Some(SeriesList::look(view)))
}

async fn one_series(entry: Entry, State(site): State<Site>, Path(series): Path<String>) -> Response {
    show(&site, &entry, |view| OneSeries::look(view, &series))
}

async fn one_round(
    entry: Entry,
    State(site): State<Site>,
    Path((series, round)): Path<(String, String)>,
) -> Response {
    show(&site, &entry, |view| OneRound::look(view, &series, &round))
}

async fn recommendations(entry: Entry, State(site): State<Site>) -> Response {
    show(&site, &entry, |view| Some(RecommendationList::look(view, &Asked::of(&entry))))
}

async fn one_recommendation(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    show(&site, &entry, |view| OneRecommendation::look(view, record.parse().ok()?))
}

async fn follow_up(entry: Entry, State(site): State<Site>) -> Response {
    show(&site, &entry, |view| Some(Board::look(view, &Asked::of(&entry))))
}

async fn modalities(
    entry: Entry,
    State(site): State<Site>,
    Path((series, round)): Path<(String, String)>,
) -> Response {
    show(&site, &entry, |view| RoundModalities::look(view, &series, &round))
}

async fn glossary(entry: Entry, State(site): State<Site>) -> Response {
    show(&site, &entry, |_| Some(Glossary::look()))
}

async fn help(entry: Entry, State(site): State<Site>) -> Response {
    show(&site, &entry, |_| Some(Guide::look()))
}

async fn states(entry: Entry, State(site): State<Site>) -> Response {
    show(&site, &entry, |view| Some(StateList::look(view, site.map.clone())))
}

async fn one_state(entry: Entry, State(site): State<Site>, Path(label): Path<String>) -> Response {
    show(&site, &entry, |view| OneState::look(view, &label))
}

async fn plans(entry: Entry, State(site): State<Site>) -> Response {
    show(&site, &entry, |view| Some(Plans::look(view)))
}

async fn one_plan(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    show(&site, &entry, |view| OnePlan::look(view, record.parse().ok()?))
}

async fn one_road_map(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    show(&site, &entry, |view| OneRoadmap::look(view, record.parse().ok()?))
}

async fn one_measure(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    show(&site, &entry, |view| OneMeasure::look(view, record.parse().ok()?))
}

async fn sharing(entry: Entry, State(site): State<Site>) -> Response {
    show(&site, &entry, |view| Some(Sharing::look(view)))
}

async fn practices(entry: Entry, State(site): State<Site>) -> Response {
    show(&site, &entry, |view| Some(Practices::look(view)))
}

async fn assistance(entry: Entry, State(site): State<Site>) -> Response {
    show(&site, &entry, |view| Some(Assistance::look(view)))
}

async fn library(entry: Entry, State(site): State<Site>) -> Response {
    show(&site, &entry, |view| Some(Library::look(view)))
}

async fn events(entry: Entry, State(site): State<Site>) -> Response {
    show(&site, &entry, |view| Some(Events::look(view)))
}

async fn contacts(entry: Entry, State(site): State<Site>) -> Response {
    show(&site, &entry, |view| Some(Contacts::look(view)))
}

async fn one_practice(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    show(&site, &entry, |view| OnePractice::look(view, record.parse().ok()?))
}

async fn one_need(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    show(&site, &entry, |view| OneNeed::look(view, record.parse().ok()?))
}

async fn one_offer(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    show(&site, &entry, |view| OneOffer::look(view, record.parse().ok()?))
}

async fn one_text(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    show(&site, &entry, |view| OneText::look(view, record.parse().ok()?))
}

async fn one_record(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    let Ok(record) = record.parse::<RecordId>() else { return trouble(&site, &entry, &Trouble::NotFound) };
    let own = format!("/records/{record}");
    let stands_at = |view: &View<'_>| about::address(view, record).filter(|address| *address != own);
    let elsewhere = scope(&site, &entry).ok().and_then(|(scope, _)| site.desk.view(&scope, stands_at));
    match elsewhere {
        Some(address) => Redirect::to(&entry.carried(&address)).into_response(),
        None => show(&site, &entry, |view| OneRecord::look(view, record)),
    }
}

async fn history(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    let Ok(record) = record.parse::<RecordId>() else { return trouble(&site, &entry, &Trouble::NotFound) };
    show(&site, &entry, |view| History::look(view, record))
}

async fn submissions(entry: Entry, State(site): State<Site>) -> Response {
    show(&site, &entry, |view| Some(Submissions::look(view)))
}

async fn one_submission(
    entry: Entry,
    State(site): State<Site>,
    Path((series, round, label)): Path<(String, String, String)>,
) -> Response {
    show(&site, &entry, |view| OneSubmission::look(view, &series, &round, &label))
}

async fn one_item(
    entry: Entry,
    State(site): State<Site>,
    Path((series, round, label, item)): Path<(String, String, String, String)>,
) -> Response {
    show(&site, &entry, |view| OneItem::look(view, &series, &round, &label, &item))
}

async fn one_part(
    entry: Entry,
    State(site): State<Site>,
    Path((series, round, label, part)): Path<(String, String, String, String)>,
) -> Response {
    show(&site, &entry, |view| OnePart::look(view, &series, &round, &label, &part))
}

async fn questions(
    entry: Entry,
    State(site): State<Site>,
    Path((series, round)): Path<(String, String)>,
) -> Response {
    show(&site, &entry, |view| Questions::look(view, &series, &round))
}

async fn observations(
    entry: Entry,
    State(site): State<Site>,
    Path((series, round)): Path<(String, String)>,
) -> Response {
    show(&site, &entry, |view| Observations::look(view, &series, &round))
}

async fn one_thread(entry: Entry, State(site): State<Site>, Path(record): Path<String>) -> Response {
    show(&site, &entry, |view| OneThread::look(view, record.parse().ok()?))
}

async fn search(entry: Entry, State(site): State<Site>) -> Response {
    let (scope, past) = match scope(&site, &entry) {
        Ok(found) => found,
        Err(error) => return trouble(&site, &entry, &error),
    };
    let query = entry.asked("q").unwrap_or_default();
    let page = entry.asked("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    let asked = facets::Asked::read(|name| entry.asked(name));
    let look =
        |view: &View<'_>, found: Result<Found, _>| Searched::look(view, query, found.ok(), &asked, page);
    let searched = site.desk.search(&scope, query, look);
    note_reading(&site, &entry, &scope, &searched);
    let mut response = with_screen(&entry, &frame(&site, &entry, &scope, past), &searched);
    if searched.is_too_long() {
        *response.status_mut() = StatusCode::BAD_REQUEST;
    }
    response
}

/// Says that the service answers, and nothing of what it holds.
async fn health() -> Response {
    let media = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (media, concat!("{\"status\":\"ok\",\"version\":\"", env!("CARGO_PKG_VERSION"), "\"}")).into_response()
}

async fn static_file(entry: Entry, State(site): State<Site>, Path(name): Path<String>) -> Response {
    statics::serve(&name).unwrap_or_else(|| trouble(&site, &entry, &Trouble::NotFound))
}

async fn nowhere(entry: Entry, State(site): State<Site>) -> Response {
    trouble(&site, &entry, &Trouble::NotFound)
}

async fn wrong_method(entry: Entry, State(site): State<Site>) -> Response {
    trouble(&site, &entry, &Trouble::Method)
}

/// Gives up on an answer that takes too long. A file may come slowly, as long as it comes.
async fn in_time(request: Request, next: Next) -> Response {
    let answered = tokio::time::timeout(longest(&request), next.run(request)).await;
    answered.unwrap_or_else(|_| StatusCode::SERVICE_UNAVAILABLE.into_response())
}

/// Refuses what is too long, holds back who must begin a second step first, and gives the answers of the layers below a
/// page in the reader's language.
async fn limits(State(site): State<Site>, entry: Entry, request: Request, next: Next) -> Response {
    if request.uri().to_string().len() > LONGEST_ADDRESS {
        return trouble(&site, &entry, &Trouble::AddressTooLong);
    }
    if site.second_step && !is_open_to_held(&entry.path) && caller(&site, &entry).is_some_and(|one| one.held)
    {
        return Redirect::to("/account").into_response();
    }
    let response = watched(&site, &entry, request, next).await;
    match response.status() {
        _ if problem::is_told(&response) => response,
        StatusCode::INTERNAL_SERVER_ERROR if !is_page(&response) => {
            trouble(&site, &entry, &Trouble::Internal)
        }
        StatusCode::SERVICE_UNAVAILABLE if !is_page(&response) => trouble(&site, &entry, &Trouble::Busy),
        StatusCode::PAYLOAD_TOO_LARGE => trouble(&site, &entry, &Trouble::TooLarge),
        StatusCode::FORBIDDEN => trouble(&site, &entry, &Trouble::Elsewhere),
        _ => response,
    }
}

/// Whether an answer is a page already, which says in its own words what went wrong.
fn is_page(response: &Response) -> bool {
    let media = response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    media.is_some_and(|media| media.starts_with(b"text/html"))
}
