//! The closed list of kinds: what sorts of record there are, and the shapes in which each was ever stored.

use crate::adoption::Adoption;
use crate::agency::Agency;
use crate::answer::Answer;
use crate::approval::Approval;
use crate::catalogue::Catalogue;
use crate::catalogue_map::CatalogueMap;
use crate::clearance::Clearance;
use crate::clearance_list::ClearanceList;
use crate::closing::Closing;
use crate::conclusion::Conclusion;
use crate::contact::Contact;
use crate::delegation::Delegation;
use crate::disagreement::Disagreement;
use crate::document::Document;
use crate::event::Event;
use crate::file::File;
use crate::instrument::Instrument;
use crate::lineage::Lineage;
use crate::mandate::Mandate;
use crate::marking_scheme::MarkingScheme;
use crate::measure::Measure;
use crate::modalities::Modalities;
use crate::need::Need;
use crate::observation::Observation;
use crate::offer::Offer;
use crate::outcome::Outcome;
use crate::part::Part;
use crate::party::Party;
use crate::plan::Plan;
use crate::practice::Practice;
use crate::progress::Progress;
use crate::proposal::Proposal;
use crate::question::Question;
use crate::recommendation::Recommendation;
use crate::reply::Reply;
use crate::roadmap::Roadmap;
use crate::round::Round;
use crate::series::Series;
use crate::session::Session;
use crate::source::Source;
use crate::statement::Statement;
use crate::submission::Submission;
use crate::theme::Theme;
use crate::treaty::Treaty;
use crate::treaty_status::TreatyStatus;
use crate::visit::Visit;
use ledger::content::{Erasure, KindSpec, Kinds};
use ledger::marking::Marking;
use ledger::order::{Carried, Order};

/// The kinds of record there are. Append only: a kind is never reused (a test holds the list).
pub const KINDS: Kinds = Kinds(&[
    KindSpec::of::<Erasure>(),
    KindSpec::of::<Order>(),
    KindSpec::of::<Carried>(),
    KindSpec::of::<Mandate>(),
    KindSpec::of::<Source>(),
    KindSpec::of::<Party>(),
    KindSpec::of::<Theme>(),
    KindSpec::of::<Series>(),
    KindSpec::of::<Round>(),
    KindSpec::of::<Delegation>(),
    KindSpec::of::<Session>(),
    KindSpec::of::<Visit>(),
    KindSpec::of::<Outcome>(),
    KindSpec::of::<Recommendation>(),
    KindSpec::of::<Proposal>(),
    KindSpec::of::<Event>(),
    KindSpec::of::<Disagreement>(),
    KindSpec::of::<Agency>(),
    KindSpec::of::<Treaty>(),
    KindSpec::of::<TreatyStatus>(),
    KindSpec::of::<Instrument>(),
    KindSpec::of::<Catalogue>(),
    KindSpec::of::<CatalogueMap>(),
    KindSpec::of::<Modalities>(),
    KindSpec::of::<Submission>(),
    KindSpec::of::<Part>(),
    KindSpec::of::<Answer>(),
    KindSpec::of::<Question>(),
    KindSpec::of::<Reply>(),
    KindSpec::of::<Closing>(),
    KindSpec::of::<Observation>(),
    KindSpec::of::<Statement>(),
    KindSpec::of::<Lineage>(),
    KindSpec::of::<Adoption>(),
    KindSpec::of::<Progress>(),
    KindSpec::of::<Conclusion>(),
    KindSpec::of::<Plan>(),
    KindSpec::of::<Roadmap>(),
    KindSpec::of::<Measure>(),
    KindSpec::of::<Practice>(),
    KindSpec::of::<Offer>(),
    KindSpec::of::<Need>(),
    KindSpec::of::<Document>(),
    KindSpec::of::<Contact>(),
    KindSpec::of::<ClearanceList>(),
    KindSpec::of::<Clearance>(),
    KindSpec::of::<Approval>(),
    KindSpec::of::<Marking>(),
    KindSpec::of::<MarkingScheme>(),
    KindSpec::of::<File>(),
]);

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::canonical;
    use ledger::id::{Kind, RecordId};
    use serde_json::{Value, json};
    use std::collections::BTreeSet;

    /// Append only: a kind is added at the end; a number rises when its first sample was added.
    const FROZEN: &[(&str, u32)] = &[
        ("ledger.erasure", 1),
        ("ledger.order", 1),
        ("ledger.carried", 1),
        ("review.mandate", 2),
        ("review.source", 1),
        ("review.party", 1),
        ("review.theme", 1),
        ("review.series", 1),
        ("review.round", 2),
        ("review.delegation", 2),
        ("review.session", 2),
        ("review.visit", 2),
        ("review.outcome", 1),
        ("review.recommendation", 2),
        ("review.proposal", 1),
        ("review.event", 1),
        ("review.disagreement", 1),
        ("review.agency", 1),
        ("review.treaty", 1),
        ("review.treaty_status", 1),
        ("review.instrument", 1),
        ("review.catalogue", 1),
        ("review.catalogue_map", 1),
        ("review.modalities", 1),
        ("review.submission", 1),
        ("review.part", 1),
        ("review.answer", 1),
        ("review.question", 1),
        ("review.reply", 1),
        ("review.closing", 1),
        ("review.observation", 1),
        ("review.statement", 1),
        ("review.lineage", 1),
        ("review.adoption", 1),
        ("review.progress", 1),
        ("review.conclusion", 1),
        ("review.plan", 1),
        ("review.roadmap", 1),
        ("review.measure", 1),
        ("review.practice", 1),
        ("review.offer", 1),
        ("review.need", 1),
        ("review.document", 1),
        ("review.contact", 1),
        ("review.clearance_list", 1),
        ("review.clearance", 1),
        ("review.approval", 1),
        ("ledger.marking", 1),
        ("review.marking_scheme", 1),
        ("review.file", 1),
    ];

    macro_rules! samples {
        ($($kind:literal: $($sample:literal),+;)+) => {
            &[$($(($kind, $sample, include_str!(concat!("../samples/", $kind, "/", $sample, ".json")))),+),+]
        };
    }

    /// Bodies as they were stored once. `<schema>`, or `<schema>-<what it shows>` for fields that the first one lacks.
    const SAMPLES: &[(&str, &str, &str)] = samples! {
        "ledger.erasure": "1";
        "ledger.order": "1";
        "ledger.carried": "1";
        "review.mandate": "1", "2";
        "review.source": "1";
        "review.party": "1", "1-state";
        "review.theme": "1";
        "review.series": "1";
        "review.round": "1", "1-participants", "2";
        "review.delegation": "1", "2";
        "review.session": "1", "2";
        "review.visit": "1", "2";
        "review.outcome": "1";
        "review.recommendation": "1", "2";
        "review.proposal": "1";
        "review.event": "1";
        "review.disagreement": "1";
        "review.agency": "1";
        "review.treaty": "1";
        "review.treaty_status": "1", "1-not-found";
        "review.instrument": "1";
        "review.catalogue": "1";
        "review.catalogue_map": "1";
        "review.modalities": "1";
        "review.submission": "1";
        "review.part": "1";
        "review.answer": "1";
        "review.question": "1";
        "review.reply": "1";
        "review.closing": "1";
        "review.observation": "1";
        "review.statement": "1";
        "review.lineage": "1";
        "review.adoption": "1";
        "review.progress": "1";
        "review.conclusion": "1";
        "review.plan": "1";
        "review.roadmap": "1";
        "review.measure": "1";
        "review.practice": "1";
        "review.offer": "1";
        "review.need": "1";
        "review.document": "1";
        "review.contact": "1";
        "review.clearance_list": "1";
        "review.clearance": "1";
        "review.approval": "1";
        "ledger.marking": "1";
        "review.marking_scheme": "1";
        "review.file": "1";
    };

    #[test]
    fn the_list_of_kinds_only_grows() {
        let kinds: Vec<(&str, u32)> = KINDS.0.iter().map(|spec| (spec.kind, spec.schema)).collect();
        assert_eq!(kinds, FROZEN);
        for (kind, _) in FROZEN {
            assert!(kind.parse::<Kind>().is_ok(), "{kind}");
        }
        let distinct: BTreeSet<&str> = FROZEN.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(distinct.len(), FROZEN.len(), "a kind stands there twice");
    }

    #[test]
    fn every_shape_ever_written_is_read_and_its_newest_written_back_the_same() {
        let mut shown = BTreeSet::new();
        for (kind, sample, text) in SAMPLES {
            let schema: u32 = sample.split('-').next().unwrap_or_default().parse().expect(sample);
            let stored: Value = serde_json::from_str(text).expect(kind);
            let salt = "0".repeat(32);
            let content =
                json!({"tamga": "content/1", "salt": salt, "kind": kind, "schema": schema, "body": stored});
            let content = canonical::bytes(&content);
            let read = KINDS.decode(kind, schema, &content);
            let read = read.unwrap_or_else(|| panic!("{kind}/{sample} cannot be read any more"));
            // By these it is found before anybody has read it.
            let named: BTreeSet<RecordId> = ledger::held::ids(&content).collect();
            read.about(&mut |about| assert!(named.contains(&about), "{kind}/{sample} is about {about}"));
            if FROZEN.contains(&(kind, schema)) {
                let written = canonical::bytes(&read.to_json());
                assert_eq!(String::from_utf8_lossy(&written), text.trim_end(), "{kind}/{sample}");
            }
            shown.insert((*kind, schema));
        }
        let all = FROZEN.iter().flat_map(|(kind, newest)| (1..=*newest).map(move |schema| (*kind, schema)));
        assert_eq!(shown, all.collect(), "every kind and shape has a sample");
    }
}
