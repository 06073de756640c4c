//! Who takes part in a round: the States, and the invited organizations.

use super::OneRound;
use crate::furniture::frame::Frame;
use crate::furniture::model::{Item, anchor};
use crate::furniture::phrase::Phrase;
use crate::furniture::{parts, provenance};
use ledger::id::RecordId;
use maud::{Markup, html};
use review::delegation::{Capacity, Delegation};
use review::party::{Party, PartySort};
use words::Message;

/// A delegation and the State or organization it is from.
type Line<'p> = (&'p Item<Delegation>, &'p Item<Party>);

impl OneRound {
    /// States and organizations, each in the order of the page's language.
    fn lines(&self, frame: &Frame) -> (Vec<Line<'_>>, Vec<Line<'_>>) {
        let (states, organizations): (Vec<Line<'_>>, Vec<Line<'_>>) = (self.delegations.iter())
            .filter_map(|item| Some((item, self.parties.get(&item.body.party)?)))
            .partition(|(_, party)| party.body.sort == PartySort::State);
        let name = |(_, party): &Line<'_>| frame.words(&party.body.name).to_owned();
        (frame.in_order(states, name), frame.in_order(organizations, name))
    }

    /// What an editor compiled: capacities, and notes with their sources.
    pub(super) fn delegations(&self, frame: &Frame) -> Markup {
        let (states, organizations) = self.lines(frame);
        html! {
            section aria-labelledby="states" {
                h2.h2 #states { (frame.say("round-delegations")) }
                @if states.is_empty() { p.mute { (frame.say("round-delegations-none")) } }
                @else { (self.delegation_table(frame, &states)) }
            }
            section aria-labelledby="organizations" {
                h2.h2 #organizations { (frame.say("round-invited-organizations")) }
                @if organizations.is_empty() { p.mute { (frame.say("round-organizations-none")) } }
                @else { (self.organization_list(frame, &organizations)) }
            }
        }
    }

    fn organization_list(&self, frame: &Frame, list: &[Line<'_>]) -> Markup {
        html! {
            ul.list {
                @for (item, party) in list {
                    li id=(anchor(item.record)) {
                        (parts::party(frame, party))
                        p.prov {
                            @if item.body.capacity != Capacity::InvitedOrganization { span { (self.capacity(frame, item)) } }
                            @if let Some(note) = &item.body.note { span { (frame.text(note)) } }
                            (self.sources.cite(frame, &item.body.sources))
                        }
                    }
                }
            }
        }
    }

    fn delegation_table(&self, frame: &Frame, list: &[Line<'_>]) -> Markup {
        html! {
            table.t.t-list {
                thead { tr { th scope="col" { (frame.say("round-delegation")) } th scope="col" { (frame.say("round-capacity")) } } }
                tbody {
                    @for (item, party) in list {
                        tr id=(anchor(item.record)) {
                            th scope="row" { (parts::party(frame, party)) }
                            td.full {
                                (self.capacity(frame, item)) " " (self.sources.cite(frame, &item.body.sources))
                                @if let Some(note) = &item.body.note { span.sub { (frame.text(note)) } }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What delegations say of themselves: head, members, agencies, coordinator.
    pub(super) fn delegation_list(&self, frame: &Frame) -> Markup {
        let (states, organizations) = self.lines(frame);
        let count = |all: &[Line<'_>], key| frame.tell(Message::new(key).with("count", all.len()));
        let mut counted = Vec::new();
        if !states.is_empty() {
            counted.push(count(&states, "round-count-states"));
        }
        if !organizations.is_empty() {
            counted.push(count(&organizations, "round-count-organizations"));
        }
        html! {
            section aria-labelledby="states" {
                h2.h2 #states { (frame.say("round-delegations")) " " span.mute { (counted.join(", ")) } }
                (provenance::readers_of_all(frame, &self.delegations))
                @if self.delegations.is_empty() { p.mute { (frame.say("round-nothing-readable")) } }
                @else {
                    table.t.t-list {
                        caption.vh { (frame.say("round-delegations")) }
                        thead { tr {
                            th scope="col" { (frame.say("round-delegation")) }
                            th scope="col" { (frame.say("round-capacity")) }
                            th scope="col" { (frame.say("round-head")) }
                            th.num scope="col" { (frame.say("round-members")) }
                            th scope="col" { (frame.say("round-agencies")) }
                            th scope="col" { (frame.say("round-coordinator")) }
                        } }
                        tbody {
                            @for line in &states { (self.told(frame, line)) }
                            @if !organizations.is_empty() {
                                tr.grp { th scope="rowgroup" colspan="6" { (frame.say("round-invited-organizations")) } }
                                @for line in &organizations { (self.told(frame, line)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn told(&self, frame: &Frame, (item, party): &Line<'_>) -> Markup {
        let body = &item.body;
        let invited = body.capacity == Capacity::InvitedOrganization;
        html! {
            tr.me[frame.is_mine(party.owner)] id=(anchor(item.record)) {
                th scope="row" { (parts::party(frame, party)) }
                td { (self.capacity(frame, item)) }
                td.full { @if let Some(head) = &body.head { (frame.text(head)) } @else { span.mute aria-hidden="true" { "–" } } }
                td.num data-l=(frame.say("round-members")) { @if let Some(members) = body.members { (members) } }
                td.full {
                    @if invited { span.mute { (frame.say("round-reads-organizations")) } }
                    @else { (self.agency_names(frame, &body.agencies)) }
                    @if let Some(note) = &body.note { span.sub { (frame.text(note)) } }
                    (provenance::other_readers(frame, &self.delegations, item))
                }
                td data-l=[body.coordinator.map(|_| frame.say("round-coordinator"))] {
                    (self.agency_names(frame, body.coordinator.as_slice()))
                }
            }
        }
    }

    fn agency_names(&self, frame: &Frame, agencies: &[RecordId]) -> Markup {
        let names: Vec<&str> = agencies
            .iter()
            .filter_map(|agency| self.agencies.get(agency)?.body.name())
            .map(|name| frame.words(name))
            .collect();
        html! { (names.join("; ")) }
    }

    fn capacity(&self, frame: &Frame, item: &Item<Delegation>) -> Phrase {
        let capacity = frame.say(match item.body.capacity {
            Capacity::Participant => "round-capacity-participant",
            Capacity::Observer => "round-capacity-observer",
            Capacity::InvitedOrganization => "round-capacity-organization",
        });
        let hosts = self.round.body.hosts.iter().any(|host| host.party == Some(item.body.party));
        match hosts {
            true => frame.tell(Message::new("round-capacity-and-host").with("capacity", capacity)),
            false => capacity,
        }
    }
}
