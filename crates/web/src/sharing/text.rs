//! One text of the library: what it is, its articles, what changed it, and what cites it.

use super::library::{Citing, Entry, citing, document_sort, force, law_sort};
use super::shelf::{Named, history, speaking, speaking_list, whose_head};
use crate::answer::Screen;
use crate::furniture::attached::Attached;
use crate::furniture::cited::Cited;
use crate::furniture::frame::Frame;
use crate::furniture::linked::{self, Link, Linked};
use crate::furniture::model::Item;
use crate::furniture::parts::{self, capital};
use crate::furniture::provenance;
use crate::furniture::shell::{Head, Part};
use crate::furniture::worth;
use ledger::id::RecordId;
use ledger::view::View;
use maud::{Markup, html};
use review::answer::Answer;
use review::document::Document;
use review::file::File;
use review::instrument::Instrument;
use serde::Serialize;
use words::Message;

/// The page of a text.
#[derive(Serialize)]
pub struct OneText {
    text: Entry,
    named: Named,
    links: Linked,
    /// The laws that this one amended or repealed.
    changes: Vec<Link>,
    cited: Vec<Citing>,
    standing_in: Vec<Link>,
    #[serde(flatten)]
    files: Attached,
    sources: Cited,
}

impl OneText {
    /// What the view shows of that text.
    pub fn look(view: &View<'_>, record: RecordId) -> Option<Self> {
        let text = Entry::find(view, record)?;
        let mut sources = Cited::default();
        let changing = view.about::<Instrument>(record).filter(|law| law.body.changed_by.contains(&record));
        let changes: Vec<Link> = changing.filter_map(|law| linked::link(view, law.record)).collect();
        let (parties, themes, near) = match &text {
            Entry::Instrument(item) => {
                sources.take(view, &item.body.sources);
                (Some(item.body.party), item.body.themes.clone(), item.body.changed_by.clone())
            }
            Entry::Document(item) => {
                sources.take(view, &item.body.sources);
                let near = item.body.round.into_iter().chain(item.body.session).collect();
                (item.body.party, item.body.themes.clone(), near)
            }
        };
        let mut standing_in = speaking(view, record);
        standing_in.retain(|link| {
            view.find::<Answer>(link.record).is_none()
                && view.find::<File>(link.record).is_none()
                && !changes.iter().any(|law| law.record == link.record)
        });
        Some(OneText {
            named: Named::of(view, parties.into_iter(), themes.into_iter()),
            links: Linked::of(view, near),
            cited: citing(view, record),
            changes,
            standing_in,
            files: Attached::look(view, record)?,
            sources,
            text,
        })
    }

    fn law(&self, frame: &Frame, item: &Item<Instrument>) -> Markup {
        let body = &item.body;
        let day = |day: Option<_>| html! { @if let Some(day) = day { (frame.date(day)) } };
        let note = body.note.as_ref().map(|note| frame.text(note).markup()).unwrap_or_default();
        let changed: Vec<&Link> = body.changed_by.iter().filter_map(|law| self.links.get(*law)).collect();
        html! {
            @if let Some(summary) = &body.summary { p.doc { (frame.text(summary)) " " (self.sources.cite(frame, &body.sources)) } (worth::of_shown(frame, summary)) }
            (parts::facts(vec![
                (whose_head(frame), self.named.whose(frame, item, Some(body.party))),
                (frame.say("sharing-sort"), html! { (capital(&law_sort(frame, body.sort))) }),
                (frame.say("sharing-law-number"), html! { @if let Some(number) = &body.number { (number) } }),
                (frame.say("sharing-law-adopted"), day(body.adopted)),
                (frame.say("sharing-law-since"), day(body.in_force)),
                (frame.say("sharing-force"), html! { @if let Some(standing) = body.standing { (force(frame, standing)) } }),
                (frame.say("sharing-changed-by"), lines(frame, &changed)),
                (frame.say("sharing-changes"), lines(frame, &self.changes.iter().collect::<Vec<_>>())),
                (frame.say("sharing-languages"), languages(&body.languages)),
                (frame.say("sharing-read-at"), outside(body.url.as_deref())),
                (frame.say("sharing-themes"), self.named.theme_list(frame, &body.themes)),
                (frame.say("sharing-note"), note),
            ]))
            (self.articles(frame, body))
        }
    }

    fn articles(&self, frame: &Frame, body: &Instrument) -> Markup {
        if body.articles.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="articles" {
                h2.h2 #articles { (frame.say("sharing-articles")) }
                ul.list.two {
                    @for article in &body.articles {
                        li {
                            b { (frame.tell(Message::new("sharing-article").with("number", article.number.as_str()))) }
                            @if let Some(title) = &article.title { " " (frame.text(title)) }
                        }
                    }
                }
            }
        }
    }

    fn document(&self, frame: &Frame, item: &Item<Document>) -> Markup {
        let body = &item.body;
        let near: Vec<&Link> =
            body.round.iter().chain(&body.session).filter_map(|one| self.links.get(*one)).collect();
        let pages = body.pages.map(|pages| frame.tell(Message::new("sharing-pages").with("count", pages)));
        html! {
            @if let Some(summary) = &body.summary { p.doc { (frame.text(summary)) " " (self.sources.cite(frame, &body.sources)) } (worth::of_shown(frame, summary)) }
            (parts::facts(vec![
                (whose_head(frame), self.named.whose(frame, item, body.party)),
                (frame.say("sharing-sort"), html! { (capital(&document_sort(frame, body.sort))) }),
                (frame.say("sharing-date"), html! { @if let Some(date) = body.date { (frame.date(date)) } }),
                (frame.say("sharing-paper-of"), lines(frame, &near)),
                (frame.say("sharing-languages"), languages(&body.languages)),
                (frame.say("sharing-length"), html! { (pages.unwrap_or_default()) }),
                (frame.say("sharing-read-at"), outside(body.url.as_deref())),
                (frame.say("sharing-themes"), self.named.theme_list(frame, &body.themes)),
            ]))
        }
    }

    fn cited(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="cited" {
                h2.h2 #cited { (frame.say("sharing-cited-in")) }
                @if self.cited.is_empty() { p.mute { (frame.say("sharing-cited-nowhere")) } }
                @else {
                    ul.list.two {
                        @for citing in &self.cited { (one_citing(frame, citing)) }
                    }
                }
            }
        }
    }
}

/// An answer that cites the text: the row, the submission, the articles as written.
fn one_citing(frame: &Frame, citing: &Citing) -> Markup {
    let title = citing.title.as_ref().map(|title| frame.text(title).markup()).unwrap_or_default();
    html! {
        li {
            @match &citing.address {
                Some(address) => a href=(frame.link(address)) { (citing.item) " " (title) },
                None => { (citing.item) " " (title) },
            }
            p.prov {
                @if let Some(submission) = &citing.submission { span { (submission) } }
                @if !citing.articles.is_empty() { span { (citing.articles.join("; ")) } }
            }
        }
    }
}

fn lines(frame: &Frame, links: &[&Link]) -> Markup {
    html! { @for link in links { span.line { (link.in_full(frame)) } } }
}

fn languages(tags: &[String]) -> Markup {
    html! { (tags.iter().map(|tag| tag.to_uppercase()).collect::<Vec<_>>().join(", ")) }
}

/// Where a text can be read outside.
fn outside(url: Option<&str>) -> Markup {
    html! { @if let Some(url) = url { a href=(url) rel="noreferrer external" { (url) } } }
}

impl Screen for OneText {
    fn head(&self, frame: &Frame) -> Head {
        Head {
            title: frame.words(self.text.title()).into(),
            symbol: self.text.symbol().map(str::to_owned),
            lede: None,
            crumbs: vec![
                (frame.say("sharing-title"), "/sharing".into()),
                (frame.say("sharing-library"), "/library".into()),
            ],
            part: Part::Sharing,
            provenance: match &self.text {
                Entry::Instrument(item) => provenance::page(frame, item),
                Entry::Document(item) => provenance::page(frame, item),
            },
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            section aria-labelledby="facts" {
                h2.h2 #facts { (capital(&self.text.sort_words(frame))) }
                @match &self.text {
                    Entry::Instrument(item) => (self.law(frame, item)),
                    Entry::Document(item) => (self.document(frame, item)),
                }
            }
            (self.files.section(frame))
            (self.cited(frame))
            (speaking_list(frame, &self.standing_in))
            (self.sources.list(frame))
            (history(frame, self.text.record()))
        }
    }
}
