//! What a page knows of itself while it is drawn: its language, its moment, its address.

use super::phrase::{Address, Phrase, Told};
use crate::entry::{Appearance, Entry, encode_into, in_world};
use ledger::id::{OwnerId, RecordId};
use ledger::owner::{OwnerSort, World};
use ledger::text::Text;
use ledger::time::{PartialDate, Stamp};
use maud::{PreEscaped, Render};
use review::actor::Actor;
use review::round::Round;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;
use words::{Language, Message, Moment};

/// The frame of one page.
pub struct Frame {
    /// The page's language.
    pub language: Language,
    /// Light or dark.
    pub appearance: Appearance,
    /// The past day the page shows, if it shows one.
    pub past: Option<Past>,
    /// The path, without query.
    pub path: String,
    /// The query, without what the frame itself reads.
    pub query: Vec<(String, String)>,
    /// The moment at which the world of the page stands.
    pub now: Stamp,
    /// The moment the page is drawn: another one only where a demonstration's exercise stands still.
    pub drawn: Stamp,
    /// The name of this installation.
    pub installation: String,
    /// Past days worth offering: a round and its last day, newest first.
    pub moments: Vec<(Arc<Round>, PartialDate)>,
    /// The world the page lies in.
    pub world: World,
    /// Whether the installation holds an exercise.
    pub has_exercise: bool,
    /// Who owns records here, by name.
    pub owners: HashMap<OwnerId, OwnerName>,
    /// For whom the page is read, where it is not the public.
    pub reading: Option<Reading>,
    /// Who is signed in.
    pub signed: Option<SignedIn>,
    /// Who acts, for the acts that a page offers.
    pub actor: Option<Actor>,
    /// Whether the page shows no records but accounts and people: it belongs to neither world.
    pub of_people: bool,
    /// What was just done, as the key of a message.
    pub said: Option<String>,
    /// Whether people can sign in here.
    pub signs_in: bool,
    /// For whom a demonstration may be read, in the order of its States, organizations and rounds.
    pub readers: Vec<Reading>,
    /// What stands before and after the numbers of that many sources: a page cites many times.
    around_numbers: RefCell<Vec<(usize, Around)>>,
    /// The markings of what was drawn, with those whose they are: for the margin of the printed page.
    markings: RefCell<Vec<(OwnerId, String)>>,
}

/// What stands before and after something, as it stands in the page.
pub type Around = [PreEscaped<Arc<str>>; 2];

/// An owner as pages name it.
#[derive(Debug, Clone)]
pub struct OwnerName {
    /// The record in which it names itself.
    pub record: RecordId,
    /// The letters of its mark.
    pub label: String,
    /// Its name.
    pub name: Text,
    /// What sort of owner.
    pub sort: OwnerSort,
    /// Whether it is a State, whose mark is a square.
    pub is_state: bool,
}

/// For whom a page is read.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The record by which it is chosen: a State, an organization, an agency, a round.
    pub record: RecordId,
    /// The owner for whom it is read.
    pub owner: OwnerId,
    /// The letters of the mark.
    pub label: String,
    /// The name.
    pub name: Text,
    /// As what.
    pub sort: ReadingSort,
}

/// Who is signed in, as the pages say it to him.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// What the person is called.
    pub name: String,
    /// As what the person acts: the stable word of a role.
    pub role: Option<&'static str>,
    /// Whether the person runs this installation.
    pub operator: bool,
    /// Whether the person appoints others.
    pub appoints: bool,
}

/// As what a page is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReadingSort {
    /// For a State.
    State,
    /// For an agency of a State.
    Agency,
    /// For an organization.
    Organization,
    /// As the chair and organizer of a round.
    Round,
}

/// A past day.
#[derive(Debug, Clone)]
pub struct Past {
    /// The day.
    pub day: PartialDate,
    /// What stood in the address.
    pub asked: String,
    /// The round that closed on that day.
    pub round: Option<Arc<Round>>,
}

impl Frame {
    /// The frame of the page that this entry asks for.
    pub fn new(entry: &Entry, past: Option<Past>, now: Stamp, installation: String) -> Self {
        let own = |name: &str| ["as_of", "lang", "appearance", "reader", "format", "said"].contains(&name);
        Frame {
            language: entry.language,
            appearance: entry.appearance,
            past,
            path: entry.path.clone(),
            query: entry.query.iter().filter(|(name, _)| !own(name)).cloned().collect(),
            now,
            drawn: now,
            installation,
            moments: Vec::new(),
            world: entry.world,
            has_exercise: false,
            owners: HashMap::new(),
            reading: None,
            signed: None,
            actor: None,
            of_people: false,
            said: entry.asked("said").map(str::to_owned),
            signs_in: false,
            readers: Vec::new(),
            around_numbers: RefCell::default(),
            markings: RefCell::default(),
        }
    }

    /// Notes that something with that marking was drawn.
    pub fn note_marking(&self, owner: OwnerId, words: &str) {
        let mut noted = self.markings.borrow_mut();
        if !noted.iter().any(|(of, said)| *of == owner && said == words) {
            noted.push((owner, words.to_owned()));
        }
    }

    /// The markings of what was drawn so far, each with the letters of those whose it is.
    pub fn markings(&self) -> Vec<String> {
        let letters = |owner: &OwnerId| self.owners.get(owner).map(|known| format!(" ({})", known.label));
        let noted = self.markings.borrow();
        noted.iter().map(|(owner, words)| format!("{words}{}", letters(owner).unwrap_or_default())).collect()
    }

    /// A message without arguments.
    pub fn say(&self, key: &str) -> Phrase {
        self.language.say_key(key).into()
    }

    /// A message.
    pub fn tell(&self, message: Message) -> Phrase {
        self.language.say(&message).into()
    }

    /// Names in a row.
    pub fn list<T: AsRef<str>>(&self, names: &[T]) -> Phrase {
        self.language.list(names).into()
    }

    /// A text for this page's reader; marked where it is in another language.
    pub fn text<'t>(&self, text: &'t Text) -> Told<'t> {
        let (tag, words) = text.for_reader(self.language.tag());
        Told::new(words, (tag != self.language.tag()).then_some(tag))
    }

    /// The words of a text for this page's reader, where markup cannot stand.
    pub fn words<'t>(&self, text: &'t Text) -> &'t str {
        text.for_reader(self.language.tag()).1
    }

    /// A message around the numbers of some sources, which are links and so no argument. `count`: how many.
    pub fn around_numbers(&self, count: usize) -> Around {
        let mut known = self.around_numbers.borrow_mut();
        if let Some((_, around)) = known.iter().find(|(of, _)| *of == count) {
            return around.clone();
        }
        let said = self.tell(Message::new("round-cited").with("count", count).with("numbers", "\u{1}"));
        let (before, after) = said.split_once('\u{1}').unwrap_or((&said, ""));
        let around = [before, after].map(|words| PreEscaped(words.render().into_string().into()));
        known.push((count, around.clone()));
        around
    }

    /// A date, long.
    pub fn date(&self, date: PartialDate) -> Phrase {
        words::date(self.language, date.year(), date.month(), date.day(), words::Length::Long).into()
    }

    /// A date, short where that does not mislead.
    pub fn date_short(&self, date: PartialDate) -> Phrase {
        words::date(self.language, date.year(), date.month(), date.day(), words::Length::Short).into()
    }

    /// A date for dense cells, with its month abbreviated or in digits.
    pub fn date_brief(&self, date: PartialDate) -> Phrase {
        words::date(self.language, date.year(), date.month(), date.day(), words::Length::Brief).into()
    }

    /// From one date to another.
    pub fn dates(&self, from: PartialDate, to: Option<PartialDate>) -> Phrase {
        match to {
            Some(to) if to != from => words::date_range(self.language, plain(from), plain(to)).into(),
            _ => self.date(from),
        }
    }

    /// A moment, to the minute, in UTC.
    pub fn moment(&self, stamp: Stamp) -> Phrase {
        let at = moment(stamp);
        words::date_time(self.language, at.year, at.month, at.day, at.hour, at.minute).into()
    }

    /// The address of another page for a form, which brings its own query.
    pub fn link_plain(&self, path: &str) -> String {
        in_world(self.world, path)
    }

    /// The world whose labels and menu the page has: a page of people who act for somebody of the exercise has the
    /// exercise's.
    pub fn labelled(&self) -> World {
        let acts_in = || self.actor.as_ref().map(|actor| actor.origin.world());
        self.of_people.then(acts_in).flatten().unwrap_or(self.world)
    }

    /// The address of a page of the world whose menu this page has, as of the same day.
    pub fn menu_link(&self, path: &str) -> Address {
        self.link_within(self.labelled(), path)
    }

    /// The address of another page as of the same day.
    pub fn link(&self, path: &str) -> Address {
        self.link_within(self.world, path)
    }

    fn link_within(&self, world: World, path: &str) -> Address {
        let mut address = in_world(world, path);
        let Some(past) = &self.past else { return Address(address) };
        let fragment = address.find('#').map(|at| address.split_off(at));
        address.push_str(if address.contains('?') { "&as_of=" } else { "?as_of=" });
        encode_into(&mut address, &past.asked);
        address.push_str(fragment.as_deref().filter(|fragment| *fragment != "#").unwrap_or_default());
        Address(address)
    }

    /// The address of this same page with one thing changed: its language, its day, its appearance, its sheet.
    pub fn here(&self, name: &str, value: Option<&str>) -> Address {
        self.changed(name, value, None)
    }

    /// The same from the first sheet on: what changes puts other things on each sheet.
    pub fn anew(&self, name: &str, value: Option<&str>) -> Address {
        self.changed(name, value, Some("page"))
    }

    fn changed(&self, name: &str, value: Option<&str>, without: Option<&str>) -> Address {
        let kept = self.query.iter().map(|(key, value)| (key.as_str(), value.as_str()));
        let past = self.past.iter().map(|past| ("as_of", past.asked.as_str()));
        let others = kept.chain(past).filter(|(key, _)| *key != name && Some(*key) != without);
        let mut address = String::with_capacity(self.path.len() + 64);
        address.push_str(&in_world(self.world, &self.path));
        let mut joint = '?';
        for (key, value) in others.chain(value.map(|value| (name, value))) {
            address.push(joint);
            encode_into(&mut address, key);
            address.push('=');
            encode_into(&mut address, value);
            joint = '&';
        }
        Address(address)
    }

    /// Whether that owner is the one for whom the page is read.
    pub fn is_mine(&self, owner: OwnerId) -> bool {
        self.reading.as_ref().is_some_and(|reading| reading.owner == owner)
    }

    /// The value of a parameter of the query.
    pub fn asked(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Names in the order of this page's language.
    pub fn in_order<T, N: AsRef<str>>(&self, mut named: Vec<T>, name: impl Fn(&T) -> N) -> Vec<T> {
        named.sort_by_cached_key(|one| words::place_in_order(self.language, name(one).as_ref()));
        named
    }
}

/// A partial date as `words` takes it.
pub fn plain(date: PartialDate) -> words::PartialDate {
    words::PartialDate { year: date.year(), month: date.month(), day: date.day() }
}

/// A moment as `words` takes it.
pub fn moment(stamp: Stamp) -> Moment {
    let at = stamp.civil();
    let (date, time) = (at.date(), at.time());
    Moment {
        year: date.year(),
        month: date.month() as u8,
        day: date.day() as u8,
        hour: time.hour() as u8,
        minute: time.minute() as u8,
    }
}
