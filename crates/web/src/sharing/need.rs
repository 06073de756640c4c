//! One need: what a State asks for, what it starts from, and which offers it agreed to.

use super::assistance::standing;
use super::shelf::{Named, history, speaking, speaking_list, whose_head};
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
use ledger::text::Text;
use ledger::view::View;
use maud::{Markup, html};
use review::need::Need;
use serde::Serialize;

/// The page of a need.
#[derive(Serialize)]
pub struct OneNeed {
    need: Item<Need>,
    named: Named,
    links: Linked,
    standing_in: Vec<Link>,
    sources: Cited,
}

impl OneNeed {
    /// What the view shows of that need.
    pub fn look(view: &View<'_>, record: RecordId) -> Option<Self> {
        let need: Item<Need> = view.find::<Need>(record)?.into();
        let body = &need.body;
        let mut sources = Cited::default();
        sources.take(view, &body.sources);
        Some(OneNeed {
            named: Named::of(view, [body.party].into_iter(), body.themes.iter().copied()),
            links: Linked::of(view, body.from.iter().chain(&body.agreed).copied()),
            standing_in: speaking(view, record),
            sources,
            need,
        })
    }
}

impl Screen for OneNeed {
    fn head(&self, frame: &Frame) -> Head {
        let body = &self.need.body;
        Head {
            title: frame.words(&body.title).into(),
            symbol: body.symbol.clone(),
            lede: None,
            crumbs: vec![
                (frame.say("sharing-title"), "/sharing".into()),
                (frame.say("sharing-needs"), "/assistance".into()),
            ],
            part: Part::Sharing,
            provenance: provenance::page(frame, &self.need),
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let body = &self.need.body;
        let text = |text: Option<&Text>| text.map(|text| frame.text(text).markup()).unwrap_or_default();
        let lines = |ids: &[RecordId]| html! { @for link in ids.iter().filter_map(|id| self.links.get(*id)) { span.line { (link.in_full(frame)) } } };
        let circulates = if body.may_circulate { "sharing-circulate-yes" } else { "sharing-circulate-no" };
        html! {
            section aria-labelledby="need" {
                h2.h2 #need { (frame.say("sharing-need")) }
                div class=(provenance::edge(&self.need)) { p.doc { (frame.text(&body.words)) " " (self.sources.cite(frame, &body.sources)) } (worth::of_shown(frame, &body.words)) }
                (parts::facts(vec![
                    (whose_head(frame), self.named.whose(frame, &self.need, Some(body.party))),
                    (frame.say("sharing-when"), text(body.when.as_ref())),
                    (frame.say("sharing-extent"), text(body.extent.as_ref())),
                    (frame.say("sharing-starts-from"), lines(&body.from)),
                    (frame.say("sharing-need-standing"), html! { (standing(frame, body.standing)) }),
                    (frame.say("sharing-agreed"), lines(&body.agreed)),
                    (frame.say("sharing-circulate"), html! { (frame.say(circulates)) }),
                    (frame.say("sharing-themes"), self.named.theme_list(frame, &body.themes)),
                ]))
            }
            (speaking_list(frame, &self.standing_in))
            (self.sources.list(frame))
            (history(frame, self.need.record))
        }
    }
}
