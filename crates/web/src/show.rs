//! From a request to an answer: who asks, in which world and as of when; the view; the screen or "not found".

use crate::answer::{Screen, with_screen};
use crate::entry::Entry;
use crate::error::{self, Trouble};
use crate::furniture::frame::{Frame, OwnerName, Past, Reading, ReadingSort, SignedIn};
use crate::furniture::map::Map;
use crate::line::Line;
use crate::log::Log;
use crate::shown;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use desk::passkey::Passkeys;
use desk::people::Standing;
use desk::sign_in::{Account, SignIn, Signed, Token};
use desk::{Desk, Scope};
use ledger::audience::Reader;
use ledger::id::{OwnerId, RecordId};
use ledger::owner::{OwnerSort, World};
use ledger::time::{PartialDate, Stamp};
use ledger::view::{AsOf, View};
use review::actor::{Actor, Role};
use review::agency::Agency;
use review::mandate::Mandate;
use review::noun::Noun;
use review::party::{Party, PartySort};
use review::refusal::Refusal;
use review::round::Round;
use review::series::Series;
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;

/// What the pages of an installation stand on.
#[derive(Clone)]
pub struct Site {
    /// The door to the ledger.
    pub desk: Arc<Desk>,
    /// What the installation is called.
    pub name: Arc<str>,
    /// Whether the exercise may be read as any of its parties: in a demonstration, and nowhere else.
    pub reads_as: bool,
    /// In a demonstration: the moment at which its exercise stands, whatever the clock says. Its round is in session then.
    pub exercise_stands: Option<Stamp>,
    /// The outlines of States, if the operator supplied a file with them.
    pub map: Option<Arc<Map>>,
    /// How people come in; nothing where nobody does.
    pub sign_in: Option<Arc<SignIn>>,
    /// Under which address browsers reach it, without a slash at the end, if the operator said so.
    pub address: Option<Arc<str>>,
    /// Where he did not: the hosts for which links are made all the same, those of this machine.
    pub hosts: Arc<[String]>,
    /// Who knows passkeys; nobody where the program was built without them, or does not know its address.
    pub passkeys: Option<Arc<dyn Passkeys>>,
    /// Whether browsers reach it by https only: then cookies travel by nothing else.
    pub secure: bool,
    /// Whether whoever coordinates, organizes, chairs or operates must have a second step.
    pub second_step: bool,
    /// In a demonstration: the accounts that are ready, by login and name.
    pub ready: Arc<[(String, String)]>,
    /// Where those stand whose password is to be examined.
    pub line: Arc<Line>,
    /// The security log.
    pub log: Log,
}

impl Site {
    /// Pages of that desk for the public alone: nobody signs in.
    pub fn public(desk: Arc<Desk>, name: &str) -> Self {
        Site {
            map: None,
            desk,
            name: name.into(),
            reads_as: false,
            exercise_stands: None,
            sign_in: None,
            passkeys: None,
            address: None,
            hosts: Arc::default(),
            secure: false,
            second_step: false,
            ready: Arc::default(),
            line: Arc::default(),
            log: Log::default(),
        }
    }

    /// What time it is in that world.
    fn now(&self, world: World) -> Stamp {
        self.exercise_stands.filter(|_| world == World::Exercise).unwrap_or_else(|| self.desk.now())
    }
}

impl Site {
    /// The address with which a link to this installation begins. What a request says of its host is believed only where
    /// it is this machine: a link with a secret in it must not lead anywhere else.
    ///
    /// # Errors
    /// `refusal-link-host`.
    pub fn base(&self, entry: &Entry) -> Result<String, Refusal> {
        if let Some(address) = &self.address {
            return Ok(address.to_string());
        }
        let scheme = if self.secure { "https" } else { "http" };
        let known = self.hosts.iter().find(|host| host.eq_ignore_ascii_case(&entry.host));
        let unknown =
            || Refusal::new("refusal-link-host").with("host", review::check::shortened(&entry.host));
        known.map(|host| format!("{scheme}://{host}")).ok_or_else(unknown)
    }
}

/// Who asks, if he is signed in, and for whom he acts.
pub struct Caller {
    /// Who.
    pub signed: Signed,
    /// The mandates that stand for him.
    pub mandates: Vec<Standing>,
    /// For whom he acts, by the mandate he chose, or by the only one he has.
    pub actor: Option<Actor>,
    /// Whether he must begin a second step first: until then he acts for nobody, and reaches his account only.
    pub held: bool,
}

/// Who asks, if he is signed in.
pub fn caller(site: &Site, entry: &Entry) -> Option<Caller> {
    let sign_in = site.sign_in.as_ref()?;
    let signed = sign_in.who(entry.session.as_ref()?).ok()??;
    let mandates = site.desk.mandates(&signed.persons);
    let only = (mandates.len() == 1).then(|| mandates[0].mandate);
    let chosen = signed.session.acting.or(only);
    let held = site.second_step
        && !signed.session.by_passkey
        && lacks_second_step(&signed.account, mandates.iter().map(|standing| standing.role));
    let chosen = chosen.filter(|_| !held);
    let actor = chosen.and_then(|mandate| site.desk.actor_under(&signed.persons, mandate));
    Some(Caller { signed, mandates, actor, held })
}

/// Whether somebody has no second step who coordinates, organizes, chairs or operates.
fn lacks_second_step(account: &Account, roles: impl IntoIterator<Item = Role>) -> bool {
    let weighs = |role: Role| matches!(role, Role::Coordinator | Role::Organizer | Role::Chair);
    account.totp.is_none() && (account.operator || roles.into_iter().any(weighs))
}

/// Whether that address is open to somebody who must begin a second step first.
pub fn is_open_to_held(path: &str) -> bool {
    let below =
        |part: &str| path == part || path.strip_prefix(part).is_some_and(|rest| rest.starts_with('/'));
    ["/account", "/sign-in", "/sign-out", "/static", "/healthz"].into_iter().any(below)
}

/// A program that shows a token: for whom it reads or acts.
pub struct Program {
    /// The token.
    pub token: Token,
    /// For whom.
    pub actor: Actor,
}

/// The program that asks, if it shows a token.
///
/// # Errors
/// [`Trouble::Token`] if it opens nothing: wrong, revoked or run out, of a closed account, or of a mandate that ended.
pub fn program(site: &Site, entry: &Entry) -> Result<Option<Program>, Trouble> {
    let Some(secret) = &entry.bearer else { return Ok(None) };
    let sign_in = site.sign_in.as_ref().ok_or(Trouble::Token)?;
    let token = sign_in.token(secret).map_err(|_| Trouble::Internal)?.ok_or(Trouble::Token)?;
    let actor = site.desk.actor_under(&[token.person], token.mandate).ok_or(Trouble::Token)?;
    let account = sign_in.people().account(&token.account).map_err(|_| Trouble::Internal)?;
    if site.second_step && account.is_none_or(|account| lacks_second_step(&account, [actor.role])) {
        return Err(Trouble::Token);
    }
    Ok(Some(Program { token, actor }))
}

/// Looks with the reader's view and answers with the screen, or with "not found" for both hidden and absent.
pub fn show<S: Screen>(site: &Site, entry: &Entry, look: impl FnOnce(&View<'_>) -> Option<S>) -> Response {
    let caller = caller(site, entry);
    let (scope, past) = match scope_of(site, entry, caller.as_ref()) {
        Ok(found) => found,
        Err(error) => return trouble(site, entry, &error),
    };
    match site.desk.view(&scope, look) {
        Some(screen) => {
            note_reading(site, entry, &scope, &screen);
            with_screen(entry, &frame_of(site, entry, &scope, past, caller), &screen)
        }
        None => trouble(site, entry, &Trouble::NotFound),
    }
}

/// Notes, for the parties that shared something which is shown here, that the reader's party read it today. Nobody reads for
/// a party who only looks through its eyes in a demonstration. What is joint to a round is watched by nobody.
pub fn note_reading<S: Serialize>(site: &Site, entry: &Entry, scope: &Scope, shown: &S) {
    let (Some(people), Some(reader)) = (&site.sign_in, scope.reader.acts_for) else { return };
    if chosen(site, entry).is_some() {
        return;
    }
    let of_few = shown::of_few(shown);
    if of_few.is_empty() {
        return;
    }
    let read: Vec<(OwnerId, RecordId)> = site.desk.view(scope, |view| {
        let whose = |record: RecordId| Some((view.whose(record)?.0, record));
        let owned = of_few.into_iter().filter_map(whose);
        let anothers = owned.filter(|(owner, _)| owner.sort == OwnerSort::Party && owner.id != reader);
        anothers.map(|(owner, record)| (owner.id, record)).collect()
    });
    people.note_readings(reader, read);
}

/// Answers with a screen that shows no view but what its reader does himself: forms of people.
pub fn draw<S: Screen>(site: &Site, entry: &Entry, screen: &S, status: StatusCode) -> Response {
    let (scope, past) = scope(site, entry).unwrap_or((Scope::public(), None));
    let mut frame = frame(site, entry, &scope, past);
    // A person may act for somebody of either world.
    site.desk.view(&Scope::public().of(World::Exercise), |view| frame.owners.extend(owners(view)));
    if frame.reading.is_none() {
        frame.reading = frame.actor.as_ref().and_then(|actor| reading(&frame, actor));
    }
    frame.of_people = true;
    let mut response = with_screen(entry, &frame, screen);
    *response.status_mut() = status;
    // A link's address and what is shown once are kept nowhere either.
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The frame of a page that this scope shows.
pub fn frame(site: &Site, entry: &Entry, scope: &Scope, past: Option<Past>) -> Frame {
    frame_of(site, entry, scope, past, caller(site, entry))
}

/// The same for a caller who was found already: to find him again costs as much as a third of a page.
fn frame_of(site: &Site, entry: &Entry, scope: &Scope, past: Option<Past>, caller: Option<Caller>) -> Frame {
    let mut frame = Frame::new(entry, past, site.now(entry.world), site.name.to_string());
    frame.drawn = site.desk.now();
    frame.has_exercise = site.desk.has(World::Exercise);
    let today = scope.clone().as_of(AsOf::Now);
    frame.signs_in = site.sign_in.is_some();
    frame.signed = caller.as_ref().map(signed_in);
    frame.actor = caller.as_ref().and_then(|caller| caller.actor.clone());
    site.desk.view(&today, |view| {
        frame.moments = closings(view);
        frame.owners = owners(view);
        if site.reads_as && entry.world == World::Exercise {
            let readings = readings(view);
            frame.reading = chosen(site, entry)
                .and_then(|chosen| readings.iter().find(|one| one.record == chosen).cloned());
            frame.readers = readings;
        }
    });
    if frame.reading.is_none() {
        frame.reading = caller.and_then(|caller| caller.actor).and_then(|actor| reading(&frame, &actor));
    }
    frame
}

fn signed_in(caller: &Caller) -> SignedIn {
    let role = caller.actor.as_ref().map(|actor| actor.role);
    SignedIn {
        name: caller.signed.account.name.clone(),
        role: role.map(Role::word),
        operator: caller.signed.account.operator && !caller.held,
        appoints: role.is_some_and(|role| Mandate::WRITERS.contains(&role)),
    }
}

/// For whom a page is read by somebody who acts for that owner.
fn reading(frame: &Frame, actor: &Actor) -> Option<Reading> {
    let owner = frame.owners.get(&actor.owner)?;
    let sort = match (owner.sort, owner.is_state) {
        (OwnerSort::Round, _) => ReadingSort::Round,
        (_, true) => ReadingSort::State,
        (_, false) => ReadingSort::Organization,
    };
    Some(Reading {
        record: owner.record,
        owner: actor.owner,
        label: owner.label.clone(),
        name: owner.name.clone(),
        sort,
    })
}

/// The answer to a request that failed.
pub fn trouble(site: &Site, entry: &Entry, trouble: &Trouble) -> Response {
    let mut frame = Frame::new(entry, None, site.desk.now(), site.name.to_string());
    frame.has_exercise = site.desk.has(World::Exercise);
    error::respond(entry, trouble, frame)
}

/// Who asks, and as of when: `as_of` is a day, a month, a year, or the word of a round.
///
/// # Errors
/// If it is none of these, or has not come yet; or if a token is shown that opens nothing.
pub fn scope(site: &Site, entry: &Entry) -> Result<(Scope, Option<Past>), Trouble> {
    scope_of(site, entry, caller(site, entry).as_ref())
}

fn scope_of(site: &Site, entry: &Entry, caller: Option<&Caller>) -> Result<(Scope, Option<Past>), Trouble> {
    let scope = Scope { reader: reader(site, entry, caller)?, ..Scope::public().of(entry.world) };
    let Some(asked) = &entry.as_of else { return Ok((scope, None)) };
    let past = match asked.parse::<PartialDate>() {
        Ok(day) => {
            let round = site.desk.view(&scope, closings).into_iter().find(|(_, closed)| *closed == day);
            Past { day, asked: asked.clone(), round: round.map(|(round, _)| round) }
        }
        Err(_) => round_past(site, entry, &scope, asked).ok_or_else(|| Trouble::BadDay(asked.clone()))?,
    };
    let moment = Stamp::end_of(past.day.last_day());
    if past.day.first_day() > site.now(entry.world).day() {
        return Err(Trouble::Future(asked.clone()));
    }
    Ok((scope.as_of(AsOf::Instant(moment)), Some(past)))
}

/// The closing day of a round that is named by its slug or symbol: of the series that the page shows, if it has such a
/// round, else of the newest one. A slug is one round's only within its series.
fn round_past(site: &Site, entry: &Entry, scope: &Scope, asked: &str) -> Option<Past> {
    let of_page = entry.path.strip_prefix("/series/").and_then(|rest| rest.split('/').next());
    site.desk.view(scope, |view| {
        let named =
            view.all::<Round>().filter(|round| round.body.slug == asked || round.body.symbol == asked);
        let (_, day, round) = named
            .filter_map(|round| {
                let series = view.find::<Series>(round.body.series).map(|series| series.body.slug.clone());
                let here = of_page.is_some() && series.as_deref() == of_page;
                Some((here, closing(&round.body)?, round.body))
            })
            .max_by_key(|(here, day, _)| (*here, *day))?;
        Some(Past { day, asked: asked.to_owned(), round: Some(round) })
    })
}

/// How many past days are offered at most.
const MOMENTS: usize = 40;

/// The last days of the rounds that were held, newest first: past days worth offering.
fn closings(view: &View<'_>) -> Vec<(Arc<Round>, PartialDate)> {
    let mut closings: Vec<(Arc<Round>, PartialDate)> = (view.all::<Round>())
        .filter(|round| round.body.standing.took_place())
        .filter_map(|round| closing(&round.body).map(|day| (round.body, day)))
        .collect();
    closings.sort_by_key(|(_, day)| std::cmp::Reverse(*day));
    closings.truncate(MOMENTS);
    closings
}

fn closing(round: &Round) -> Option<PartialDate> {
    let period = round.dates.first()?;
    Some(period.to.unwrap_or(period.from))
}

/// The record by which a demonstration's reader was chosen.
fn chosen(site: &Site, entry: &Entry) -> Option<RecordId> {
    let allowed = site.reads_as && entry.world == World::Exercise;
    entry.reader.as_ref().filter(|_| allowed)?.parse().ok()
}

/// Whose eyes the page has: a program's; the public's; in a demonstration's exercise also those of a party, an agency, a
/// round.
fn reader(site: &Site, entry: &Entry, caller: Option<&Caller>) -> Result<Reader, Trouble> {
    if let Some(program) = program(site, entry)? {
        return Ok(program.actor.reader);
    }
    let public = Scope::public().of(entry.world);
    let Some(record) = chosen(site, entry) else {
        let actor = caller.and_then(|caller| caller.actor.as_ref());
        return Ok(actor.map_or(public.reader, |actor| actor.reader.clone()));
    };
    let found = site.desk.view(&public, |view| readings(view).into_iter().find(|one| one.record == record));
    let Some(reading) = found else { return Ok(public.reader) };
    let whole = site.desk.reader_for(reading.owner);
    Ok(match reading.sort {
        ReadingSort::Agency => Reader { coordinates: false, agencies: vec![reading.record], ..whole },
        _ => whole,
    })
}

/// Who owns records here, by name.
fn owners(view: &View<'_>) -> HashMap<OwnerId, OwnerName> {
    let parties = view.all_of::<Party>(OwnerSort::Party).map(|party| {
        let is_state = party.body.sort == PartySort::State;
        (
            party.owner.id,
            OwnerName {
                record: party.record,
                label: party.body.label.clone(),
                name: party.body.name.clone(),
                sort: OwnerSort::Party,
                is_state,
            },
        )
    });
    let rounds = view.all_of::<Round>(OwnerSort::Round).map(|round| {
        (
            round.owner.id,
            OwnerName {
                record: round.record,
                label: round.body.symbol.clone(),
                name: round.body.title.clone(),
                sort: OwnerSort::Round,
                is_state: false,
            },
        )
    });
    parties.chain(rounds).collect()
}

/// For whom the exercise may be read: States with their agencies, organizations, rounds.
fn readings(view: &View<'_>) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::new();
    for party in view.all_of::<Party>(OwnerSort::Party) {
        let sort = match party.body.sort {
            PartySort::State => ReadingSort::State,
            PartySort::Organization => ReadingSort::Organization,
        };
        let label = party.body.label.clone();
        let reading =
            |record, name, sort| Reading { record, owner: party.owner.id, label: label.clone(), name, sort };
        readings.push(reading(party.record, party.body.name.clone(), sort));
        for agency in Agency::of_party(view, party.record) {
            readings.extend(
                agency.body.name().map(|name| reading(agency.record, name.clone(), ReadingSort::Agency)),
            );
        }
    }
    for round in view.all_of::<Round>(OwnerSort::Round) {
        readings.push(Reading {
            record: round.record,
            owner: round.owner.id,
            label: round.body.symbol.clone(),
            name: round.body.title.clone(),
            sort: ReadingSort::Round,
        });
    }
    readings.sort_by(|one, other| {
        (one.sort == ReadingSort::Round, &one.label, one.sort).cmp(&(
            other.sort == ReadingSort::Round,
            &other.label,
            other.sort,
        ))
    });
    readings
}
