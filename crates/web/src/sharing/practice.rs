//! One practice.

use super::practices::source;
use super::shelf::{Named, history, speaking, speaking_list};
use crate::answer::Screen;
use crate::furniture::cited::Cited;
use crate::furniture::frame::Frame;
use crate::furniture::linked::{Link, Linked};
use crate::furniture::model::Item;
use crate::furniture::parts;
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use crate::furniture::worth;
use ledger::id::RecordId;
use ledger::view::View;
use maud::{Markup, html};
use review::practice::Practice;
use serde::Serialize;

/// The page of a practice.
#[derive(Serialize)]
pub struct OnePractice {
    practice: Item<Practice>,
    named: Named,
    links: Linked,
    standing_in: Vec<Link>,
    sources: Cited,
}

impl OnePractice {
    /// What the view shows of that practice.
    pub fn look(view: &View<'_>, record: RecordId) -> Option<Self> {
        let practice: Item<Practice> = view.find::<Practice>(record)?.into();
        let body = &practice.body;
        let mut sources = Cited::default();
        sources.take(view, &body.sources);
        Some(OnePractice {
            named: Named::of(view, [body.party].into_iter(), body.themes.iter().copied()),
            links: Linked::of(view, body.instruments.iter().copied()),
            standing_in: speaking(view, record),
            sources,
            practice,
        })
    }
}

impl Screen for OnePractice {
    fn head(&self, frame: &Frame) -> Head {
        let body = &self.practice.body;
        Head {
            title: frame.words(&body.title).into(),
            symbol: body.symbol.clone(),
            lede: Some(frame.text(&body.topic).markup()),
            crumbs: vec![
                (frame.say("sharing-title"), "/sharing".into()),
                (frame.say("sharing-practices"), "/practices".into()),
            ],
            part: Part::Sharing,
            provenance: provenance::page(frame, &self.practice),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let body = &self.practice.body;
        let comment = body.comment.as_ref().map(|comment| frame.text(comment).markup()).unwrap_or_default();
        html! {
            section aria-labelledby="practice" {
                h2.h2 #practice { (frame.say("sharing-practice")) }
                div class=(provenance::edge(&self.practice)) { p.doc { (frame.text(&body.practice)) " " (self.sources.cite(frame, &body.sources)) } (worth::of_shown(frame, &body.practice)) }
                (parts::facts(vec![
                    (super::shelf::whose_head(frame), self.named.whose(frame, &self.practice, Some(body.party))),
                    (frame.say("sharing-source"), source(frame, &self.links, body)),
                    (frame.say("sharing-comment"), comment),
                    (frame.say("sharing-themes"), self.named.theme_list(frame, &body.themes)),
                ]))
            }
            (speaking_list(frame, &self.standing_in))
            (self.sources.list(frame))
            (history(frame, self.practice.record))
        }
    }
}
