//! The texts of a round: adopted and drafts, conclusions on earlier ones, statements and proposals.

use super::OneRound;
use crate::entry::encoded;
use crate::furniture::frame::Frame;
use crate::furniture::model::{Item, anchor};
use crate::furniture::{parts, provenance};
use ledger::id::RecordId;
use maud::{Markup, html};
use review::adoption::Adoption;
use review::proposal::Proposal;
use review::recommendation::{FindingSort, Recommendation, TextStanding};
use review::statement::Statement;

impl OneRound {
    pub(super) fn texts(&self, frame: &Frame) -> Markup {
        let adopted = |record: RecordId| self.adoptions.iter().any(|item| item.body.recommendation == record);
        let noted = |item: &Item<Recommendation>| {
            item.body.standing.is_none() && item.body.sort != FindingSort::Recommendation
        };
        let others = self.recommendations.iter().filter(|item| !adopted(item.record));
        let (noted, mut drafts): (Vec<_>, Vec<_>) = others.partition(|item| noted(item));
        drafts.sort_by(|one, other| one.body.symbol.cmp(&other.body.symbol));
        let nothing =
            self.adoptions.is_empty() && self.recommendations.is_empty() && self.outcomes.is_empty();
        let over = self.round.body.standing.took_place();
        html! {
            section aria-labelledby="outcome" {
                h2.h2 #outcome { (frame.say(if over { "round-outcome" } else { "round-outcome-so-far" })) }
                @if nothing { p.mute { (frame.say("round-nothing-readable")) } }
                @if !self.outcomes.is_empty() { (self.results(frame)) }
                @if !self.adoptions.is_empty() { (self.adopted(frame)) }
                @if !noted.is_empty() { (self.noted(frame, &noted)) }
                @if !drafts.is_empty() { (self.drafts(frame, &drafts)) }
                p.caveat { (frame.say("round-consensus")) }
                @if !self.recommendations.is_empty() {
                    p.more { a href=(frame.link(&format!("/recommendations?round={}", encoded(&self.round.body.symbol)))) { (frame.say("round-to-recommendations")) } }
                }
            }
        }
    }

    fn adopted(&self, frame: &Frame) -> Markup {
        html! {
            h3.h3 #adopted { (frame.say("round-adopted-texts")) }
            table.t.t-list {
                caption.vh { (frame.say("round-adopted-texts")) }
                thead { tr {
                    th scope="col" { (frame.say("round-text")) }
                    th scope="col" { (frame.say("round-symbol")) }
                    th scope="col" { (frame.say("round-adopted")) }
                    th scope="col" { (frame.say("round-addressees")) }
                    th scope="col" { (frame.say("round-read-by")) }
                } }
                tbody { @for item in &self.adoptions { (self.adoption(frame, item)) } }
            }
        }
    }

    fn adoption(&self, frame: &Frame, item: &Item<Adoption>) -> Markup {
        let body = &item.body;
        let addressees = body.text.addressees.iter().flatten();
        let names: Vec<&str> = addressees.map(|id| parts::party_name(frame, &self.parties, *id)).collect();
        let names = frame.in_order(names, |name| *name);
        let how = frame.say(&format!("round-adopted-{}", body.how.word()));
        html! {
            tr id=(anchor(item.record)) {
                th.what scope="row" {
                    (self.linked.around(frame, body.recommendation, frame.text(body.text.called())))
                    (sort(frame, body.text.sort))
                }
                td.nb { (body.symbol) }
                td data-l=(frame.say("round-adopted")) { span.rel.rel-seal { (frame.date_short(body.day)) } " " span.sub { (how) } }
                td.full { (names.join(", ")) }
                td { (provenance::audience(frame, &item.audience)) }
            }
        }
    }

    /// Suggestions and good practices that the round noted: nothing to adopt in them.
    fn noted(&self, frame: &Frame, noted: &[&Item<Recommendation>]) -> Markup {
        html! {
            h3.h3 #noted { (frame.say("round-noted")) }
            ul.list { @for item in noted {
                li id=(anchor(item.record)) {
                    b { (self.linked.around(frame, item.record, frame.text(item.body.called()))) }
                    (sort(frame, item.body.sort))
                    (provenance::line(frame, item))
                }
            } }
        }
    }

    fn drafts(&self, frame: &Frame, drafts: &[&Item<Recommendation>]) -> Markup {
        html! {
            h3.h3 #drafts { (frame.say("round-drafts")) }
            table.t.t-list {
                caption.vh { (frame.say("round-drafts")) }
                thead { tr {
                    th scope="col" { (frame.say("round-draft")) }
                    th scope="col" { (frame.say("round-symbol")) }
                    th scope="col" { (frame.say("round-tabled-by")) }
                    th scope="col" { (frame.say("round-stage")) }
                    th scope="col" { (frame.say("round-read-by")) }
                } }
                tbody { @for item in drafts { (self.draft(frame, item)) } }
            }
        }
    }

    fn draft(&self, frame: &Frame, item: &Item<Recommendation>) -> Markup {
        let body = &item.body;
        let tabled = body.tabled_by.and_then(|party| self.parties.get(&party));
        html! {
            tr id=(anchor(item.record)) {
                th.what scope="row" {
                    (self.linked.around(frame, item.record, frame.text(body.called())))
                    (sort(frame, body.sort))
                }
                td.nb { @if let Some(symbol) = &body.symbol { (symbol) } }
                td {
                    @match tabled {
                        Some(party) => (parts::party(frame, party)),
                        None => span.own.own-org { span.tm.iso aria-hidden="true" { (frame.say("round-chair-mark")) } (frame.say("round-the-chair")) },
                    }
                }
                td.full.stage data-l=(frame.say("round-stage")) {
                    @if let Some(stage) = body.standing { (frame.say(&format!("round-stage-{}", stage.word().replace('_', "-")))) }
                    @if body.standing == Some(TextStanding::Silence) { span.sub { b { (frame.say("round-silence-so-far")) } } }
                    @if let Some(note) = &body.note { span.sub { (frame.text(note)) } }
                }
                td { (provenance::audience(frame, &item.audience)) " " (provenance::version(frame, item)) }
            }
        }
    }

    /// What this round concluded on earlier recommendations.
    pub(super) fn conclusions(&self, frame: &Frame) -> Markup {
        if self.conclusions.is_empty() {
            return html! {};
        }
        let symbol = |record: RecordId| self.linked.get(record).and_then(|link| link.symbol.clone());
        let mut items: Vec<_> = self.conclusions.iter().collect();
        items.sort_by_cached_key(|item| {
            let about = item.body.about.map(|about| parts::party_name(frame, &self.parties, about));
            (symbol(item.body.recommendation), about.map(|name| words::place_in_order(frame.language, name)))
        });
        html! {
            section aria-labelledby="conclusions" {
                h2.h2 #conclusions { (frame.say("round-conclusions")) }
                table.t.t-list {
                    caption.vh { (frame.say("round-conclusions")) }
                    thead { tr {
                        th scope="col" { (frame.say("round-earlier")) }
                        th scope="col" { (frame.say("round-addressee")) }
                        th scope="col" { (frame.say("round-concluded")) }
                        th scope="col" { (frame.say("round-in-words")) }
                        th scope="col" { (frame.say("round-read-by")) }
                    } }
                    tbody { @for item in items {
                        @let body = &item.body;
                        tr id=(anchor(item.record)) {
                            th.what scope="row" {
                                (self.linked.named(frame, body.recommendation))
                                @if let Some(title) = self.linked.get(body.recommendation).and_then(|link| link.title.as_ref()) { span.sub { (frame.text(title)) } }
                            }
                            td data-l=(frame.say("round-addressee")) {
                                @match body.about.and_then(|about| self.parties.get(&about)) {
                                    Some(party) => (parts::party(frame, party)),
                                    None => (frame.say("round-all-addressees")),
                                }
                            }
                            td { (frame.say(&format!("round-verdict-{}", body.verdict.word().replace('_', "-")))) }
                            td.full { (frame.text(&body.words)) }
                            td { (provenance::audience(frame, &item.audience)) }
                        }
                    } }
                }
            }
        }
    }

    /// Statements and proposals: what one delegation says, and is never taken for a recommendation.
    pub(super) fn statements_and_proposals(&self, frame: &Frame) -> Markup {
        if self.statements.is_empty() && self.proposals.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="statements" {
                h2.h2 #statements { (frame.say("round-statements")) " " span.mute { (frame.say("round-statements-note")) } }
                ul.list {
                    @for item in &self.statements { (self.statement(frame, item)) }
                    @for item in &self.proposals { (self.proposed(frame, item)) }
                }
            }
        }
    }

    fn statement(&self, frame: &Frame, item: &Item<Statement>) -> Markup {
        let sort = frame.say(&format!("round-statement-{}", item.body.sort.word()));
        html! {
            li class=(provenance::edge(item)) id=(anchor(item.record)) {
                p { b { (sort) }
                    @if let Some(symbol) = &item.body.symbol { " " span.mute { (symbol) } }
                    @if let Some(on) = item.body.on { " " (frame.say("round-statement-on")) " " (self.linked.named(frame, on)) }
                }
                p.doc { (frame.text(&item.body.words)) }
                (provenance::line(frame, item))
            }
        }
    }

    fn proposed(&self, frame: &Frame, item: &Item<Proposal>) -> Markup {
        html! {
            li class=(provenance::edge(item)) id=(anchor(item.record)) {
                p { b { (frame.say("round-proposal")) } }
                p.doc { (frame.text(&item.body.words)) }
                @if let Some(note) = &item.body.note { p.mute { (frame.text(note)) } }
                (provenance::line(frame, item))
            }
        }
    }

    /// Papers of the round.
    pub(super) fn documents(&self, frame: &Frame) -> Markup {
        if self.documents.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="documents" {
                h2.h2 #documents { (frame.say("round-documents")) }
                ul.list { @for item in &self.documents {
                    @let body = &item.body;
                    li id=(anchor(item.record)) {
                        @match &body.url {
                            Some(url) => a href=(url) rel="noreferrer external" { (frame.text(&body.title)) },
                            None => (self.linked.around(frame, item.record, frame.text(&body.title))),
                        }
                        p.prov {
                            (provenance::owner(frame, item.owner))
                            @if let Some(symbol) = &body.symbol { span { (symbol) } }
                            @if let Some(date) = body.date { span { (frame.date(date)) } }
                            (provenance::audience(frame, &item.audience))
                            (provenance::version(frame, item))
                            (self.sources.cite(frame, &body.sources))
                        }
                    }
                } }
            }
        }
    }
}

/// A suggestion or a good practice says that it is one.
fn sort(frame: &Frame, sort: FindingSort) -> Markup {
    match sort {
        FindingSort::Recommendation => html! {},
        other => {
            html! { span.sub { (frame.say(&format!("round-finding-{}", other.word().replace('_', "-")))) } }
        }
    }
}
