//! What a State wrote, or what is recorded of it: laws, plans, papers, practices, needs, offers, contacts.

use super::OneState;
use crate::entry::encoded;
use crate::furniture::frame::{Frame, plain};
use crate::furniture::model::{Item, anchor};
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use ledger::id::RecordId;
use ledger::text::Text;
use maud::{Markup, html};
use review::contact::Contact;
use review::instrument::Instrument;
use review::plan::Plan;
use words::Message;

/// How many laws and papers stand on the page; the library has all.
const SHOWN: usize = 15;

impl OneState {
    /// A record in a list: its title as a link, what is said of it, and its evidence.
    fn line<B>(
        &self,
        frame: &Frame,
        item: &Item<B>,
        title: &Text,
        sources: &[RecordId],
        said: Vec<Phrase>,
    ) -> Markup {
        let symbol = self.linked.get(item.record).and_then(|link| link.symbol.as_deref());
        html! {
            li class=[draft(item)] id=(anchor(item.record)) {
                (self.linked.around(frame, item.record, frame.text(title)))
                p.prov {
                    @if let Some(symbol) = symbol { span { (symbol) } }
                    @for said in said.iter().filter(|said| !said.is_empty()) { span { (said) } }
                    (self.evidence(frame, item, sources))
                }
            }
        }
    }

    pub(super) fn law_list(&self, frame: &Frame) -> Markup {
        if self.laws.is_empty() {
            return self.nothing(frame);
        }
        html! {
            ul.list { @for item in self.laws.iter().take(SHOWN) { (self.law(frame, item)) } }
            (self.library(frame, self.laws.len()))
        }
    }

    fn law(&self, frame: &Frame, item: &Item<Instrument>) -> Markup {
        let body = &item.body;
        let adopted = body.adopted.map(|day| Message::new("states-law-adopted").with("date", plain(day)));
        let in_force = body.in_force.map(|day| Message::new("states-law-from").with("date", plain(day)));
        let standing = body
            .standing
            .map(|standing| frame.say(&format!("states-force-{}", standing.word().replace('_', "-"))));
        let said = vec![
            frame.say(&format!("states-sort-{}", body.sort.word().replace('_', "-"))),
            body.number.clone().unwrap_or_default().into(),
            adopted.map(|said| frame.tell(said)).unwrap_or_default(),
            in_force.map(|said| frame.tell(said)).unwrap_or_default(),
            standing.unwrap_or_default(),
            body.languages.iter().map(|tag| tag.to_uppercase()).collect::<Vec<_>>().join(", ").into(),
        ];
        self.line(frame, item, &body.title, &body.sources, said)
    }

    /// More of them stand in the library.
    fn library(&self, frame: &Frame, count: usize) -> Markup {
        if count <= SHOWN {
            return html! {};
        }
        let address = format!("/library?state={}", encoded(&self.state.body.label));
        html! { p.more { a href=(frame.link(&address)) { (frame.say("states-in-the-library")) } } }
    }

    pub(super) fn plan_list(&self, frame: &Frame) -> Markup {
        if self.plans.is_empty() {
            return self.nothing(frame);
        }
        html! { ul.list { @for item in &self.plans { (self.plan(frame, item)) } } }
    }

    fn plan(&self, frame: &Frame, item: &Item<Plan>) -> Markup {
        let body = &item.body;
        let period = match (body.from, body.to) {
            (Some(from), to) => frame.dates(from, to),
            (None, Some(to)) => frame.date(to),
            (None, None) => Phrase::default(),
        };
        let standing = body
            .standing
            .map(|standing| frame.say(&format!("states-plan-{}", standing.word().replace('_', "-"))));
        let submitted =
            body.submitted.map(|day| Message::new("states-plan-submitted").with("date", plain(day)));
        let said = vec![
            period,
            body.approved.as_ref().map(|approved| frame.words(approved).into()).unwrap_or_default(),
            standing.unwrap_or_default(),
            submitted.map(|said| frame.tell(said)).unwrap_or_default(),
        ];
        self.line(frame, item, &body.title, &body.sources, said)
    }

    pub(super) fn document_list(&self, frame: &Frame) -> Markup {
        if self.documents.is_empty() {
            return self.nothing(frame);
        }
        html! {
            ul.list { @for item in self.documents.iter().take(SHOWN) {
                @let date = item.body.date.map(|day| frame.date(day)).unwrap_or_default();
                (self.line(frame, item, &item.body.title, &item.body.sources, vec![date]))
            } }
            (self.library(frame, self.documents.len()))
        }
    }

    pub(super) fn practice_list(&self, frame: &Frame) -> Markup {
        if self.practices.is_empty() {
            return self.nothing(frame);
        }
        html! {
            ul.list { @for item in &self.practices {
                @let topic = frame.words(&item.body.topic).to_owned();
                (self.line(frame, item, &item.body.title, &item.body.sources, vec![topic.into()]))
            } }
        }
    }

    /// Needs and offers.
    pub(super) fn assistance(&self, frame: &Frame) -> Markup {
        if self.needs.is_empty() && self.offers.is_empty() {
            return self.nothing(frame);
        }
        html! {
            ul.list {
                @for item in &self.needs {
                    @let standing = frame.say(&format!("states-need-{}", item.body.standing.word().replace('_', "-")));
                    (self.line(frame, item, &item.body.title, &item.body.sources, vec![frame.say("kind-need"), standing]))
                }
                @for item in &self.offers {
                    (self.line(frame, item, &item.body.title, &item.body.sources, vec![frame.say("kind-offer")]))
                }
            }
        }
    }

    pub(super) fn contact_list(&self, frame: &Frame) -> Markup {
        if self.contacts.is_empty() {
            return self.nothing(frame);
        }
        html! { ul.list { @for item in &self.contacts { (self.contact(frame, item)) } } }
    }

    /// A card: offices and posts, no persons.
    fn contact(&self, frame: &Frame, item: &Item<Contact>) -> Markup {
        let body = &item.body;
        let agency = body.agency.and_then(|agency| self.linked.get(agency)?.title.as_ref());
        let confirmed = body.confirmed.map(|day| Message::new("states-confirmed").with("date", plain(day)));
        html! {
            li id=(anchor(item.record)) {
                b { (frame.text(&body.post)) } @if let Some(agency) = agency { ", " (frame.text(agency)) }
                @if let Some(function) = &body.function { p { (frame.text(function)) } }
                @if let Some(address) = &body.address { p { (frame.text(address)) } }
                p.prov {
                    @if let Some(phone) = &body.phone { span { (phone) } }
                    @if let Some(mail) = &body.mail { a href=(format!("mailto:{mail}")) { (mail) } }
                    @if let Some(url) = &body.url { a href=(url) rel="noreferrer external" { (url.split('/').nth(2).unwrap_or(url)) } }
                    @if let Some(confirmed) = confirmed { span { (frame.tell(confirmed)) } }
                    (self.evidence(frame, item, &body.sources))
                }
            }
        }
    }
}

/// The class of a draft in a list; what is shared needs none.
fn draft<B>(item: &Item<B>) -> Option<&'static str> {
    Some(provenance::edge(item)).filter(|edge| edge.contains("draft"))
}
