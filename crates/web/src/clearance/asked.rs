//! One clearance as its pages and papers show it: what is to be shared, with whom, and who approved so far.

use crate::furniture::about;
use crate::furniture::attached::Attached;
use crate::furniture::frame::{Frame, plain};
use crate::furniture::marking;
use crate::furniture::model::{Item, day};
use crate::furniture::parts::{capital, shortened};
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::furniture::readers::names;
use ledger::audience::{Audience, ReadersLabel};
use ledger::id::{Hash, Kind, OwnerId, RecordId};
use ledger::owner::OwnerSort;
use ledger::text::Text;
use ledger::time::PartialDate;
use ledger::view::{Seen, View};
use maud::{Markup, html};
use review::agency::Agency;
use review::approval::Approval;
use review::clearance::Clearance;
use review::clearance_list::{ClearanceList, Step};
use review::shared::ends;
use serde::Serialize;
use words::Message;

/// A clearance with its steps.
#[derive(Serialize)]
pub struct Asked {
    /// The clearance.
    pub clearance: Item<Clearance>,
    /// What its list is called.
    pub list: Option<Text>,
    /// Whether it still counts: its list is in force and asks the same.
    pub counts: bool,
    /// What is to be shared.
    pub text: Cleared,
    /// Who is asked, in order.
    pub steps: Vec<Line>,
}

/// The record that is to be shared, as it stands.
#[derive(Serialize)]
pub struct Cleared {
    /// Of what kind.
    pub kind: Kind,
    /// What it is called.
    pub title: Option<Text>,
    /// Its symbol.
    pub symbol: Option<String>,
    /// How it is to be handled, in its owner's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marking: Option<Text>,
    /// Where it stands.
    pub address: String,
    /// The number and the day of the version that is to be shared.
    pub version: Option<(u64, PartialDate)>,
    /// Whether something else was written since.
    pub written_since: bool,
    /// Whether these readers have it.
    pub is_shared: bool,
}

/// A step, and who approved.
#[derive(Serialize)]
pub struct Line {
    /// The step.
    pub step: Step,
    /// The agency that is asked, where one is recorded.
    pub agency: Option<Text>,
    /// The approval that was given.
    pub approval: Option<Item<Approval>>,
    /// The scans of its letter.
    pub scans: Option<Attached>,
}

impl Asked {
    /// That clearance, if the view shows it.
    pub fn find(view: &View<'_>, record: RecordId) -> Option<Self> {
        Asked::of(view, view.find::<Clearance>(record)?)
    }

    /// The same for one that was seen.
    pub fn of(view: &View<'_>, seen: Seen<Clearance>) -> Option<Self> {
        let line = |(step, approval): (Step, Option<Seen<Approval>>)| Line {
            agency: step.agency.and_then(|agency| view.find::<Agency>(agency)?.body.name().cloned()),
            scans: approval.as_ref().and_then(|approval| Attached::look(view, approval.record)),
            approval: approval.map(Item::from),
            step,
        };
        Some(Asked {
            list: view.find::<ClearanceList>(seen.body.list).map(|list| list.body.name.clone()),
            counts: seen.body.counts(view),
            text: Cleared::of(view, &seen.body)?,
            steps: Approval::given(view, &seen).into_iter().map(line).collect(),
            clearance: seen.into(),
        })
    }

    /// The first step that has not approved.
    pub fn next(&self) -> Option<&Line> {
        self.steps.iter().find(|line| line.approval.is_none())
    }

    /// How what is to be shared is to be handled.
    pub fn marking(&self, frame: &Frame) -> Markup {
        marking::chip(frame, self.clearance.owner, self.text.marking.as_ref())
    }

    /// How many have approved.
    pub fn approved(&self) -> usize {
        self.steps.iter().filter(|line| line.approval.is_some()).count()
    }

    /// The address of a page about it.
    pub fn address(&self, page: &str) -> String {
        format!("/clearance/{}{page}", self.clearance.record)
    }

    /// The page that tells who will read it, with these readers and this content chosen.
    pub fn share_address(&self, frame: &Frame) -> String {
        let Clearance { record, content, readers, .. } = &*self.clearance.body;
        let of = |sort: OwnerSort, owner: &OwnerId| {
            frame.owners.get(owner).filter(|known| known.sort == sort).map(|known| known.record)
        };
        let with = match readers {
            Audience::Readers { label: ReadersLabel::Named, parties } => {
                let named = parties.iter().filter_map(|party| of(OwnerSort::Party, party));
                named.fold("named".to_owned(), |row, party| format!("{row}&party={party}"))
            }
            Audience::Readers { label, parties } => {
                let word = if *label == ReadersLabel::Round { "round" } else { "organizations" };
                let round = parties.iter().find_map(|party| of(OwnerSort::Round, party));
                round.map_or(word.to_owned(), |round| format!("{word}&round={round}"))
            }
            Audience::Series { series } => format!("series&series={series}"),
            Audience::Public | Audience::Own | Audience::Agency { .. } => "public".to_owned(),
        };
        let content = crate::entry::encoded(&content.to_string());
        format!("/records/{record}/share?content={content}&with={with}")
    }

    /// Who shall read it: the label, and the names behind it.
    pub fn readers(&self, frame: &Frame) -> Markup {
        let readers = &self.clearance.body.readers;
        html! {
            (provenance::audience(frame, readers))
            @if let Some(names) = self.reader_names(frame) { p.small { (names) } }
        }
    }

    /// The names of the readers, where the label alone does not say them.
    pub fn reader_names(&self, frame: &Frame) -> Option<Phrase> {
        match &self.clearance.body.readers {
            Audience::Readers { label, parties } if *label != ReadersLabel::Named => {
                let own = self.clearance.owner;
                let others: Vec<OwnerId> = parties.iter().copied().filter(|party| *party != own).collect();
                Some(names(frame, &others))
            }
            _ => None,
        }
    }
}

impl Cleared {
    fn of(view: &View<'_>, clearance: &Clearance) -> Option<Self> {
        let record = clearance.record;
        let (_, kind) = view.whose(record)?;
        let held = view.history(record);
        let version = held.iter().find(|past| past.facts.content == Some(clearance.content));
        let newest = view.find_any(record).and_then(|seen| seen.facts.content);
        let has = |end: &ledger::view::Past| {
            *end.facts.audience == clearance.readers && end.facts.content == Some(clearance.content)
        };
        Some(Cleared {
            title: about::title(view, record),
            symbol: about::symbol(view, record),
            marking: view.marking_words(record),
            address: about::somewhere(view, record),
            version: version.map(|past| (past.facts.no, day(&past.facts))),
            written_since: newest.is_some_and(|newest| newest != clearance.content),
            is_shared: ends(view, record).iter().any(has),
            kind,
        })
    }

    /// What it is called.
    pub fn name(&self, frame: &Frame) -> Phrase {
        match &self.title {
            Some(title) => shortened(frame.words(title)).into(),
            None => capital(&frame.say(about::kind_key(&self.kind))),
        }
    }

    /// What it is, under which symbol, which version: in one row.
    pub fn facts(&self, frame: &Frame) -> Phrase {
        let version = self.version.map(|(number, day)| {
            let said = Message::new("clearance-version").with("number", number).with("date", plain(day));
            frame.tell(said).to_string()
        });
        let kind = frame.say(about::kind_key(&self.kind)).to_string();
        let row: Vec<String> = [Some(kind), self.symbol.clone(), version].into_iter().flatten().collect();
        row.join(", ").into()
    }
}

impl Line {
    /// What the step is called, and the agency if its name says more.
    pub fn name(&self, frame: &Frame) -> Markup {
        let words = frame.words(&self.step.words);
        let agency = self.agency.as_ref().filter(|agency| frame.words(agency) != words);
        html! { (frame.text(&self.step.words)) @if let Some(agency) = agency { span.sub { (frame.text(agency)) } } }
    }
}

/// A content in few letters, enough to compare it by eye.
pub fn short(content: Hash) -> String {
    const SHOWN: usize = "sha256:".len() + 16;
    content.to_string().chars().take(SHOWN).chain(['…']).collect()
}
