//! The sources of a page: numbered in the order in which they are first cited, listed at its foot.

use super::frame::{Frame, plain};
use super::model::{Item, anchor};
use super::phrase::Told;
use ledger::id::RecordId;
use ledger::view::View;
use maud::{Markup, PreEscaped, html};
use review::disagreement::Disagreement;
use review::source::Source;
use serde::Serialize;
use words::Message;

/// How the anchor of a source begins; its number follows.
const SOURCE: PreEscaped<&str> = PreEscaped("source-");

/// The numbered sources of a page.
#[derive(Default, Serialize)]
#[serde(transparent)]
pub struct Cited(Vec<Item<Source>>);

impl Cited {
    /// Numbers these sources after those that were numbered before.
    pub fn take<'a>(&mut self, view: &View<'_>, sources: impl IntoIterator<Item = &'a RecordId>) {
        for source in sources {
            if self.0.iter().any(|cited| cited.record == *source) {
                continue;
            }
            self.0.extend(view.find::<Source>(*source).map(Item::from));
        }
    }

    /// "sources 2, 3", each number a link to the foot of the page. Nothing for none.
    pub fn cite(&self, frame: &Frame, sources: &[RecordId]) -> Markup {
        if sources.is_empty() {
            return html! {};
        }
        let mut numbers: Vec<usize> = sources
            .iter()
            .filter_map(|source| self.0.iter().position(|cited| cited.record == *source))
            .collect();
        numbers.sort_unstable();
        if numbers.is_empty() {
            return html! {};
        }
        let [before, after] = frame.around_numbers(numbers.len());
        html! {
            span.cite-links {
                (before)
                @for (place, number) in numbers.iter().enumerate() {
                    @if place > 0 { ", " }
                    a href={ "#" (SOURCE) (number + 1) } { (number + 1) }
                }
                (after)
            }
        }
    }

    /// A question on which sources differ, and what each of them says.
    pub fn disagreement(&self, frame: &Frame, item: &Item<Disagreement>) -> Markup {
        html! {
            li id=(anchor(item.record)) {
                b { (frame.text(&item.body.question)) }
                ul.says { @for statement in &item.body.statements {
                    li { (frame.text(&statement.says)) " " (self.cite(frame, &statement.sources)) }
                } }
                p.mute { @match &item.body.followed {
                    Some(followed) => (frame.text(followed)),
                    None => (frame.say("round-differ-open")),
                } }
            }
        }
    }

    /// The list at the foot of the page.
    pub fn list(&self, frame: &Frame) -> Markup {
        if self.0.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="sources" {
                h2.h2 #sources { (frame.say("round-sources")) }
                ol.list.srcl {
                    @for (index, source) in self.0.iter().enumerate() {
                        li id={ (SOURCE) (index + 1) } { div { (describe(frame, source)) } }
                    }
                }
            }
        }
    }
}

/// A source in one line: what it is, by whom, when, and where it can be read.
fn describe(frame: &Frame, source: &Item<Source>) -> Markup {
    let body = &source.body;
    let published = body
        .published
        .map(|date| frame.tell(Message::new("round-source-published").with("date", plain(date))));
    let host = body.url.as_deref().and_then(|url| url.split('/').nth(2));
    html! {
        a href=(frame.link(&format!("/records/{}", source.record))) { (frame.text(&body.title)) }
        p.prov {
            @if let Some(publisher) = &body.publisher { span { (frame.text(publisher)) } }
            @if let Some(published) = published { span { (published) } }
            @if let (Some(url), Some(host)) = (&body.url, host) { a href=(Told::from(&**url)) rel="noreferrer external" hreflang=(body.language) { (host) } }
        }
    }
}
