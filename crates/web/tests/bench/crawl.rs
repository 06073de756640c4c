//! Going everywhere as somebody, and holding what is shown against what he may read.

use super::ask::{Answer, As};
use super::kept::{All, Eyes};
use super::targets::{EXERCISE, whole};
use super::visitors::Visitor;
use ledger::id::RecordId;
use std::collections::BTreeSet;

/// How many addresses beyond the known ones are followed, unless all are.
const FURTHER: usize = 60;

/// What somebody found that he must not.
#[derive(Default)]
pub struct Found {
    pub pages: usize,
    pub wrong: Vec<String>,
}

/// Goes to every target, and on to what its pages lead to.
pub async fn crawl(visitor: &Visitor, all: &All, targets: &[String]) -> Found {
    let mut found = Found::default();
    let hidden = all.hidden_records(&visitor.eyes);
    let named = named_openly(all, &visitor.eyes);
    let mut ahead: BTreeSet<String> = BTreeSet::new();
    for target in targets {
        for form in [As::Page, As::Json] {
            let answer = visitor.browser.get(target, form).await;
            look(visitor, all, (&hidden, &named), target, &answer, &mut found);
            ahead.extend(links(&answer.text));
        }
    }
    let known: BTreeSet<&String> = targets.iter().collect();
    let most = if whole() { usize::MAX } else { FURTHER };
    // What narrows, sorts or turns a page first: it is there that counts are made.
    let mut ahead: Vec<String> = ahead.into_iter().filter(|link| !known.contains(link)).collect();
    ahead.sort_by_key(|link| (!link.contains('?'), link.len()));
    for link in ahead.into_iter().take(most) {
        let answer = visitor.browser.get(&link, As::Page).await;
        look(visitor, all, (&hidden, &named), &link, &answer, &mut found);
    }
    found
}

fn look(
    visitor: &Visitor,
    all: &All,
    (hidden, named): (&BTreeSet<RecordId>, &BTreeSet<String>),
    address: &str,
    answer: &Answer,
    found: &mut Found,
) {
    found.pages += 1;
    let shown = format!("{}{:?}", answer.text, answer.headers);
    for mark in all.hidden_in(&shown, &visitor.eyes) {
        found.wrong.push(format!("{} at {address}: the words of a hidden version ({mark})", visitor.name));
    }
    for id in ids(&shown).into_iter().filter(|id| !address.contains(id) && !named.contains(*id)) {
        if id.parse().is_ok_and(|id| hidden.contains(&id)) {
            found.wrong.push(format!("{} at {address}: the id of a hidden record ({id})", visitor.name));
        }
    }
    if answer.status.is_server_error() {
        found.wrong.push(format!("{} at {address}: {}", visitor.name, answer.status));
    }
}

/// The ids that stand in the bodies that these eyes may read: whoever wrote them told them himself.
fn named_openly(all: &All, eyes: &Eyes) -> BTreeSet<String> {
    let open = all.versions.iter().filter(|version| version.is_open_to(eyes));
    open.flat_map(|version| ids(&version.body).into_iter().map(str::to_owned)).collect()
}

/// Everything in a text that has the form of an id.
pub fn ids(text: &str) -> BTreeSet<&str> {
    let bytes = text.as_bytes();
    let starts =
        (0..bytes.len().saturating_sub(35)).filter(|at| bytes[at + 8] == b'-' && bytes[at + 13] == b'-');
    let candidates = starts.filter_map(|at| text.get(at..at + 36));
    candidates.filter(|id| id.parse::<RecordId>().is_ok()).collect()
}

/// The addresses of the exercise to which a page leads.
pub fn links(page: &str) -> BTreeSet<String> {
    let hrefs = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let plain = |href: &str| href.split('#').next().unwrap_or_default().replace("&amp;", "&");
    hrefs.filter(|href| href.starts_with(EXERCISE)).map(plain).collect()
}
