//! A recommendation as the pages of this family speak of it: its symbol, its text, whose it is, where it stands.

use crate::furniture::frame::{Frame, plain};
use crate::furniture::model::{Item, Names};
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use ledger::audience::Audience;
use ledger::id::{OwnerId, RecordId};
use ledger::owner::World;
use ledger::time::PartialDate;
use ledger::view::View;
use maud::{Markup, html};
use review::adoption::Adoption;
use review::follow_up::{Course, Followed, conclusions};
use review::party::Party;
use review::recommendation::{FindingSort, Recommendation};
use review::round::Round;
use review::theme::Theme;
use serde::Serialize;
use std::sync::Arc;
use words::{Arg, Message};

/// A recommendation.
#[derive(Serialize)]
pub struct Line {
    /// The record by which it is known throughout.
    pub recommendation: RecordId,
    /// The symbol by which it is quoted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// Where it stands.
    pub course: Course,
    /// Its text or its adoption.
    pub stands: Stands,
}

/// What is shown of it: the frozen text once it is adopted, else the newest one.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stands {
    /// Its adoption, with the text.
    Adopted(Item<Adoption>),
    /// Its text: a draft or, of a review held before, a paraphrase.
    Text(Item<Recommendation>),
}

impl Line {
    /// What is followed, with what rounds concluded of it.
    pub fn of(view: &View<'_>, followed: Followed) -> Self {
        let recommendation = followed.record();
        let course = followed.course(&conclusions(view, recommendation));
        let symbol = followed.symbol().map(str::to_owned);
        let stands = match followed {
            Followed::Adopted(seen) => Stands::Adopted(seen.into()),
            Followed::Text(seen) => Stands::Text(seen.into()),
        };
        Line { recommendation, symbol, course, stands }
    }

    /// The text.
    pub fn text(&self) -> &Recommendation {
        match &self.stands {
            Stands::Adopted(item) => &item.body.text,
            Stands::Text(item) => &item.body,
        }
    }

    /// The adoption.
    pub fn adoption(&self) -> Option<&Adoption> {
        match &self.stands {
            Stands::Adopted(item) => Some(&item.body),
            Stands::Text(_) => None,
        }
    }

    /// The round that made it, or works on it.
    pub fn round(&self) -> RecordId {
        self.text().round
    }

    /// When it was adopted.
    pub fn adopted(&self) -> Option<PartialDate> {
        self.adoption().map(|adoption| adoption.day)
    }

    /// Whom it asks.
    pub fn addressees(&self) -> &[RecordId] {
        self.text().addressees.as_deref().unwrap_or_default()
    }

    fn owner(&self) -> OwnerId {
        match &self.stands {
            Stands::Adopted(item) => item.owner,
            Stands::Text(item) => item.owner,
        }
    }

    /// Who reads it.
    pub fn audience(&self) -> &Arc<Audience> {
        match &self.stands {
            Stands::Adopted(item) => &item.audience,
            Stands::Text(item) => &item.audience,
        }
    }

    /// Where its page is.
    pub fn address(&self) -> String {
        address(self.recommendation)
    }

    /// The symbol; where there is none, its round, year and letter: "Dushanbe round 2017, (a)".
    pub fn quoted(&self, frame: &Frame, rounds: &Names<Round>) -> Phrase {
        let round = rounds.get(&self.round()).map(|item| &*item.body);
        quoted(frame, self.symbol.as_deref(), self.text(), round)
    }

    /// Whose it is, who reads it, and whether it is final.
    pub fn provenance(&self, frame: &Frame) -> Markup {
        html! { (provenance::owner(frame, self.owner())) (provenance::audience(frame, self.audience())) (self.version(frame)) }
    }

    /// The same for the head of its own page: for whoever may share it also the way there.
    pub fn provenance_of_page(&self, frame: &Frame) -> Markup {
        let way = match &self.stands {
            Stands::Adopted(item) => provenance::way_to_share(frame, item),
            Stands::Text(item) => provenance::way_to_share(frame, item),
        };
        html! { (self.provenance(frame)) (way) }
    }

    /// The same without the owner, for rows under the name of their round.
    pub fn in_short(&self, frame: &Frame) -> Markup {
        html! { (provenance::mark_alone(frame, self.owner())) " " (provenance::audience(frame, self.audience())) }
    }

    /// Adopted in madder; a draft dashed, with its stage; what sources paraphrase says so.
    pub fn version(&self, frame: &Frame) -> Markup {
        match &self.stands {
            Stands::Adopted(item) => {
                let told = Message::new("recommendations-adopted-on").with("date", plain(item.body.day));
                html! { span.rel.rel-seal { (frame.tell(told)) } }
            }
            Stands::Text(item) => match item.body.standing {
                Some(standing) => html! {
                    span.rel.rel-draft { (stage(frame, standing)) }
                    span.mute { (frame.say("recommendations-no-number")) }
                },
                None => provenance::version(frame, item),
            },
        }
    }
}

/// Where the page of a recommendation is.
pub fn address(recommendation: RecordId) -> String {
    format!("/recommendations/{recommendation}")
}

/// The symbol or, where there is none, round, year and letter.
pub fn quoted(frame: &Frame, symbol: Option<&str>, text: &Recommendation, round: Option<&Round>) -> Phrase {
    if let Some(symbol) = symbol {
        return symbol.into();
    }
    let Some(round) = round else { return Phrase::default() };
    let title = round_name(frame, round);
    match &text.letter {
        Some(letter) => frame.tell(
            Message::new("recommendations-lettered").with("round", title).with("letter", letter.as_str()),
        ),
        None => title,
    }
}

/// A round by its title and the year in which it began.
pub fn round_name(frame: &Frame, round: &Round) -> Phrase {
    let title = frame.words(&round.title).to_owned();
    match round.dates.first() {
        Some(period) => frame.tell(
            Message::new("recommendations-round-of")
                .with("round", title)
                .with("year", Arg::Year(period.from.year())),
        ),
        None => title.into(),
    }
}

/// How far a text that is not adopted has come.
pub fn stage(frame: &Frame, standing: review::recommendation::TextStanding) -> Phrase {
    frame.say(&format!("recommendations-stage-{}", standing.word().replace('_', "-")))
}

/// What sort of text it is.
pub fn sort(frame: &Frame, sort: FindingSort) -> Phrase {
    frame.say(&format!("recommendations-sort-{}", sort.word().replace('_', "-")))
}

/// Where it stands. Who reads what is public alone may not know that a round concluded it.
pub fn course(frame: &Frame, course: Course) -> Phrase {
    if course == Course::Open && frame.world == World::Exercise && frame.reading.is_none() {
        return frame.say("recommendations-course-open-public");
    }
    frame.say(&format!("recommendations-course-{}", course.word()))
}

/// The marks of parties: three letters, each with its name for those who do not see them.
pub struct Marks<'p>(Vec<(&'p Item<Party>, Markup)>);

impl<'p> Marks<'p> {
    /// Of all parties of a page, in the order of the language: a row takes its own from them.
    pub fn of(frame: &Frame, parties: &'p Names<Party>) -> Self {
        let mark = |party: &'p Item<Party>| {
            let name = frame.words(&party.body.name);
            let drawn = html! {
                span.own.own-org[is_organization(party)].own-me[frame.is_mine(party.owner)] {
                    span.tm.iso role="img" aria-label=(name) title=(name) { (party.body.label) }
                } " "
            };
            (party, drawn)
        };
        let all =
            frame.in_order(parties.values().collect(), |party| frame.words(&party.body.name).to_owned());
        Marks(all.into_iter().map(mark).collect())
    }

    /// Those of some parties.
    pub fn draw(&self, ids: &[RecordId]) -> Markup {
        html! { @for (_, mark) in self.0.iter().filter(|(party, _)| ids.contains(&party.record)) { (mark) } }
    }

    /// Their names in a sentence.
    pub fn names(&self, frame: &Frame, ids: &[RecordId]) -> Phrase {
        let own = self.0.iter().filter(|(party, _)| ids.contains(&party.record));
        let names: Vec<&str> = own.map(|(party, _)| frame.words(&party.body.name)).collect();
        frame.list(&names)
    }
}

/// Whether it is an organization: its mark is rounded.
pub fn is_organization(party: &Item<Party>) -> bool {
    party.body.sort == review::party::PartySort::Organization
}

/// Parties by name, in the order of the language.
pub fn in_order<'p>(frame: &Frame, parties: &'p Names<Party>, ids: &[RecordId]) -> Vec<&'p Item<Party>> {
    let known = ids.iter().filter_map(|id| parties.get(id)).collect();
    frame.in_order(known, |party| frame.words(&party.body.name).to_owned())
}

/// The names of parties in a sentence, in the order of the language.
pub fn names(frame: &Frame, parties: &Names<Party>, ids: &[RecordId]) -> Phrase {
    let names: Vec<&str> =
        in_order(frame, parties, ids).into_iter().map(|party| frame.words(&party.body.name)).collect();
    frame.list(&names)
}

/// The names of themes, as they are listed.
pub fn themes(frame: &Frame, themes: &Names<Theme>, ids: &[RecordId]) -> Phrase {
    let names: Vec<&str> =
        ids.iter().filter_map(|id| themes.get(id)).map(|theme| frame.words(&theme.body.name)).collect();
    names.join("; ").into()
}

/// Whether only its owner's delegation reads it yet.
pub fn is_draft<B>(item: &Item<B>) -> bool {
    matches!(*item.audience, Audience::Own | Audience::Agency { .. })
}

/// The dashed mark of what is not shared yet.
pub fn draft<B>(frame: &Frame, item: &Item<B>) -> Markup {
    html! { @if is_draft(item) { " " span.rel.rel-draft { (frame.say("recommendations-draft")) } } }
}

/// To the public: that only public reports stand on the page.
pub fn public_only(frame: &Frame) -> Phrase {
    match frame.reading {
        None => frame.say("recommendations-public-only"),
        Some(_) => Phrase::default(),
    }
}
