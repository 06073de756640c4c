//! The sheet around a page: strip, header, as-of band, head line, footer, print mark.

use super::frame::{Frame, Reading, ReadingSort, plain};
use super::phrase::{Phrase, Room, Told};
use crate::entry::{Appearance, EXERCISE, encoded, in_world};
use crate::statics;
use base64::Engine;
use ledger::id::Hash;
use ledger::owner::World;
use ledger::time::PartialDate;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use review::act::open_to;
use review::round::Round;
use std::sync::Arc;
use words::{Language, Message};

/// What a page is called, and where it stands.
pub struct Head {
    /// The title, as `h1` and in the window.
    pub title: Phrase,
    /// The symbol, top right.
    pub symbol: Option<String>,
    /// The sentence under the title.
    pub lede: Option<Markup>,
    /// The way here: names and addresses.
    pub crumbs: Vec<(Phrase, String)>,
    /// Which item of the menu this page belongs to.
    pub part: Part,
    /// Whose it is, who reads it, whether it is final.
    pub provenance: Markup,
}

/// The items of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The first page.
    Home,
    /// Series and rounds.
    Series,
    /// National submissions and the dialogue on them.
    Submissions,
    /// Recommendations and what became of them.
    Recommendations,
    /// National action plans and the road map.
    Plans,
    /// Practices, assistance, library, events, contacts.
    Sharing,
    /// States.
    States,
    /// Search.
    Search,
    /// Accounts and people of this installation.
    People,
    /// None of them.
    Nowhere,
}

/// A whole page, and the hash of its one inline style, which the content policy names.
pub struct Sheet {
    /// The page.
    pub markup: Markup,
    /// `sha256-…`
    pub style_hash: String,
}

/// About how many bytes a sheet has around its body.
const AROUND: usize = 10_240;

/// Draws a page.
pub fn sheet(frame: &Frame, head: &Head, body: Markup) -> Sheet {
    let mark = print_mark(frame, head);
    let style = format!("@page{{@bottom-left{{content:\"{}\"}}}}", css_string(&mark));
    let style_hash = format!(
        "sha256-{}",
        base64::engine::general_purpose::STANDARD.encode(Hash::of(style.as_bytes()).as_bytes())
    );
    let title = Message::new("shell-title")
        .with("page", head.title.clone())
        .with("installation", frame.installation.as_str());
    let theme = (frame.appearance != Appearance::System).then_some(frame.appearance.word());
    let markup = html! {
        (Room(body.0.len() + AROUND))
        (DOCTYPE)
        html lang=(frame.language.tag()) data-theme=[theme] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (frame.tell(title)) }
                link rel="stylesheet" href=(Told::from(statics::style()));
                link rel="icon" href=(Told::from(statics::emblem())) type="image/svg+xml";
                @for language in Language::all() {
                    link rel="alternate" hreflang=(language.tag()) href=(frame.here("lang", Some(language.tag())));
                }
                style { (PreEscaped(style)) }
            }
            body {
                a.skip href="#main" { (frame.say("shell-skip")) }
                p.printmark aria-hidden="true" { (mark) }
                (as_of_band(frame))
                (strip(frame))
                (top(frame, head.part))
                (as_of_menu(frame))
                (readers_menu(frame))
                main #main {
                    (crumbs(frame, head))
                    (head_line(frame, head))
                    (body)
                }
                (foot(frame))
            }
        }
    };
    Sheet { markup, style_hash }
}

/// What data this is. The exercise says so on every page, and the other world is one link away.
fn strip(frame: &Frame) -> Markup {
    let (word, note) = match frame.labelled() {
        World::Record if frame.of_people => ("shell-strip-people", "shell-strip-people-note"),
        World::Record => ("shell-strip-public", "shell-strip-public-note"),
        World::Exercise => ("shell-strip-exercise", "shell-strip-exercise-note"),
    };
    html! {
        aside.strip aria-label=(frame.say(word)) {
            p {
                b { (frame.say(word)) } span { (frame.say(note)) }
                @if frame.labelled() == World::Exercise { a href="/" { (frame.say("shell-strip-to-public")) } }
                @else if frame.has_exercise { a href=(EXERCISE) { (frame.say("shell-strip-to-exercise")) } }
            }
        }
    }
}

fn as_of_band(frame: &Frame) -> Markup {
    let Some(past) = &frame.past else { return html! {} };
    let said = frame.tell(Message::new("shell-as-of").with("date", plain(past.day)));
    html! {
        aside.asof aria-label=(frame.say("shell-as-of-label")) {
            b { (said) }
            span {
                @if let Some(round) = &past.round {
                    (frame.tell(Message::new("shell-as-of-close").with("round", frame.words(&round.title)))) ". "
                }
                @if frame.world == World::Record { (frame.say("shell-as-of-reconstructed")) ". " }
                (frame.say("shell-as-of-read-only"))
            }
            a href=(frame.here("as_of", None)) { (frame.say("shell-as-of-return")) }
        }
    }
}

/// The items of the menu. The public record knows of no submissions.
fn menu(world: World) -> Vec<(Part, &'static str, &'static str)> {
    let mut items = vec![
        (Part::Home, "/", "shell-nav-home"),
        (Part::Series, "/series", "shell-nav-series"),
        (Part::Submissions, "/submissions", "shell-nav-submissions"),
        (Part::Recommendations, "/recommendations", "shell-nav-recommendations"),
        (Part::Plans, "/plans", "shell-nav-plans"),
        (Part::Sharing, "/sharing", "shell-nav-sharing"),
        (Part::States, "/states", "shell-nav-states"),
        (Part::Search, "/search", "shell-nav-search"),
    ];
    items.retain(|(part, _, _)| world == World::Exercise || *part != Part::Submissions);
    items
}

fn top(frame: &Frame, part: Part) -> Markup {
    let items = menu(frame.labelled());
    let day = frame.past.as_ref().map_or_else(|| frame.say("shell-as-of-today"), |past| frame.date(past.day));
    html! {
        header.top {
            a.brand href=(frame.menu_link("/")) { (mark("tamga")) (frame.installation) }
            nav.nav #nav popover aria-label=(frame.say("shell-navigation")) {
                ul {
                    @for (item, path, key) in items {
                        li { a href=(frame.menu_link(path)) aria-current=[(item == part).then_some("page")] { (frame.say(key)) } }
                    }
                }
            }
            div.tools {
                button.btn.btn-q type="button" popovertarget="asof" title=(frame.say("shell-as-of-label")) {
                    span.asof-word { (frame.say("shell-as-of-label")) (PreEscaped("&nbsp;")) }
                    (day) span aria-hidden="true" { "▾" }
                }
                p.lang role="group" aria-label=(frame.say("shell-language")) {
                    @for language in Language::all() {
                        @if language == frame.language { span aria-current="true" { (language.short()) } }
                        @else {
                            a href=(frame.here("lang", Some(language.tag()))) lang=(language.tag()) hreflang=(language.tag())
                                aria-label=(switch_label(language)) { (language.short()) }
                        }
                    }
                }
                @if !frame.readers.is_empty() { (reader_button(frame)) }
                (person(frame))
            }
            button.btn.menu-btn type="button" popovertarget="nav" { (frame.say("shell-menu")) }
        }
    }
}

/// In the language it switches to: who needs it reads that one. It begins with the letters that are shown.
fn switch_label(language: Language) -> String {
    let said = language.say(&Message::new("shell-language-switch").with("language", language.name()));
    format!("{}: {said}", language.short())
}

/// The way to sign in and back to this page.
fn sign_in(frame: &Frame) -> String {
    match frame.of_people {
        true => "/sign-in".to_owned(),
        false => format!("/sign-in?next={}", encoded(&frame.link_plain(&frame.path))),
    }
}

/// Who is signed in, and what he can do with that; or the way to sign in.
fn person(frame: &Frame) -> Markup {
    let Some(signed) = &frame.signed else {
        return html! { @if frame.signs_in { a.btn.sign-in href=(sign_in(frame)) { (frame.say("people-sign-in")) } } };
    };
    let role = signed.role.map(|role| frame.say(&format!("audience-role-{role}")));
    html! {
        details.person {
            summary.btn.btn-q {
                span.vh { (frame.say("people-account")) ": " }
                @match &frame.reading {
                    Some(reading) => span.own.own-me { span.tm.iso { (reading.label) } },
                    // A narrow header leaves the role out, and something must be there to press.
                    None => span.on-phone aria-hidden="true" { (frame.say("people-account")) },
                }
                // Beside the mark his role is enough: his name stands in the menu, and the header on one line.
                span.user-name { (role.clone().unwrap_or_else(|| signed.name.as_str().into())) }
            }
            ul {
                @if role.is_some() { li { b { (signed.name) } } }
                li { a href="/acting" { (frame.say("people-acting")) } }
                li { a href="/account" { (frame.say("people-account")) } }
                @if let Some(actor) = frame.actor.as_ref().filter(|actor| open_to(actor.role).contains(&"share")) {
                    li { a href=(in_world(actor.origin.world(), "/shared")) { (frame.say("releases-shared-title")) } }
                }
                @if let Some(actor) = frame.actor.as_ref().filter(|actor| actor.role.sees_readings()) {
                    li { a href=(in_world(actor.origin.world(), "/reads")) { (frame.say("releases-log-title")) } }
                }
                @if let Some(actor) = frame.actor.as_ref().filter(|actor| open_to(actor.role).contains(&"clear")) {
                    li { a href=(in_world(actor.origin.world(), "/clearance")) { (frame.say("clearance-title")) } }
                }
                @if let Some(actor) = frame.actor.as_ref().filter(|actor| open_to(actor.role).contains(&"marking_scheme")) {
                    li { a href=(in_world(actor.origin.world(), "/markings")) { (frame.say("marking-scheme-title")) } }
                }
                @if signed.appoints { li { a href="/people" { (frame.say("people-ours")) } } }
                @if signed.operator { li { a href="/operator" { (frame.say("people-operator")) } } }
                li { form method="post" action="/sign-out" { button.btn type="submit" { (frame.say("people-sign-out")) } } }
            }
        }
    }
}

/// In a demonstration: for whom the exercise is read now, and the way to read it for another.
fn reader_button(frame: &Frame) -> Markup {
    // On a phone only the mark is seen, or nothing: what the button is for is said all the same.
    html! {
        button.btn.btn-q.reader type="button" popovertarget="reader" {
            span.vh { (frame.say("shell-reader-choose")) ": " }
            @match &frame.reading {
                Some(_) if reads_for_himself(frame) => span.user-name { (frame.say("shell-reader-own")) },
                Some(reading) => {
                    span.own.own-me.own-org[matches!(reading.sort, ReadingSort::Organization | ReadingSort::Round)] { span.tm.iso { (reading.label) } }
                    span.user-name { (reading_as(frame, reading)) }
                }
                None => span.user-name { (frame.say("shell-reader-public")) },
            }
            span aria-hidden="true" { "▾" }
        }
    }
}

/// Whether who is signed in reads for those for whom he acts: his mark and his role stand beside already.
fn reads_for_himself(frame: &Frame) -> bool {
    frame.actor.as_ref().is_some_and(|actor| frame.is_mine(actor.owner))
}

fn reading_as(frame: &Frame, reading: &Reading) -> Phrase {
    match reading.sort {
        ReadingSort::State | ReadingSort::Organization => frame.say("audience-role-coordinator"),
        ReadingSort::Agency => frame.words(&reading.name).into(),
        ReadingSort::Round => frame.say("audience-role-organizer"),
    }
}

fn readers_menu(frame: &Frame) -> Markup {
    if frame.readers.is_empty() {
        return html! {};
    }
    let chosen = frame.reading.as_ref().map(|reading| reading.record);
    html! {
        aside.pop #reader popover aria-labelledby="reader-title" {
            h2 #reader-title { (frame.say("shell-reader-choose")) }
            p.small.mute { (frame.say("shell-reader-note")) }
            ul {
                li { a href=(frame.here("reader", Some("public"))) aria-current=[chosen.is_none().then_some("true")] { (frame.say("shell-reader-public")) } }
                @for reading in &frame.readers {
                    li.agency[reading.sort == ReadingSort::Agency] {
                        a href=(frame.here("reader", Some(&reading.record.to_string()))) aria-current=[(chosen == Some(reading.record)).then_some("true")] {
                            @if reading.sort == ReadingSort::Round { (frame.tell(Message::new("shell-reader-round").with("round", frame.words(&reading.name)))) }
                            @else { (frame.text(&reading.name)) }
                        }
                    }
                }
            }
        }
    }
}

/// How many rounds the menu of days shows before it is opened further.
const NEWEST: usize = 8;

/// The last day of a round, to be chosen.
fn moment_line(frame: &Frame, (round, day): &(Arc<Round>, PartialDate), asked: Option<&str>) -> Markup {
    let address = day.to_string();
    html! {
        li {
            a href=(frame.here("as_of", Some(&address))) aria-current=[(asked == Some(address.as_str())).then_some("true")] {
                span { (frame.text(&round.title)) } time datetime=(address) { (frame.date(*day)) }
            }
        }
    }
}

fn as_of_menu(frame: &Frame) -> Markup {
    let asked = frame.past.as_ref().map(|past| past.asked.as_str());
    html! {
        aside.pop #asof popover aria-labelledby="asof-title" {
            h2 #asof-title { (frame.say("shell-as-of-choose")) }
            ul {
                li { a href=(frame.here("as_of", None)) aria-current=[asked.is_none().then_some("true")] { span { (frame.say("shell-today")) } } }
                @for moment in frame.moments.iter().take(NEWEST) { (moment_line(frame, moment, asked)) }
            }
            @if frame.moments.len() > NEWEST {
                details {
                    summary { (frame.say("shell-as-of-earlier")) }
                    ul { @for moment in frame.moments.iter().skip(NEWEST) { (moment_line(frame, moment, asked)) } }
                }
            }
            (as_of_form(frame, "as-of-day", asked))
            p.small.mute { (frame.say("shell-as-of-rule")) }
        }
    }
}

/// The form in which a day is typed; also on the page that says that the one in the address cannot be read.
pub fn as_of_form(frame: &Frame, id: &str, typed: Option<&str>) -> Markup {
    html! {
        form.asof-form method="get" action=(frame.link_plain(&frame.path)) {
            @for (name, value) in &frame.query { input type="hidden" name=(name) value=(value); }
            div.field {
                label for=(id) { (frame.say("shell-as-of-day")) }
                input id=(id) type="text" name="as_of" value=[typed] placeholder=(frame.say("shell-as-of-example")) autocomplete="off" required;
            }
            button.btn type="submit" { (frame.say("shell-as-of-show")) }
        }
    }
}

fn crumbs(frame: &Frame, head: &Head) -> Markup {
    if head.crumbs.is_empty() {
        return html! {};
    }
    html! {
        nav.crumb aria-label=(frame.say("shell-breadcrumb")) {
            ol { @for (name, address) in &head.crumbs { li { a href=(frame.link(address)) { (name) } } } }
        }
    }
}

fn head_line(frame: &Frame, head: &Head) -> Markup {
    let as_of =
        frame.past.as_ref().map(|past| frame.tell(Message::new("shell-as-of").with("date", plain(past.day))));
    html! {
        header.head {
            div.head-line {
                p.prov { (head.provenance) }
                p.sym { @if let Some(symbol) = &head.symbol { (symbol) } @else if let Some(as_of) = as_of { (as_of) } }
            }
            h1 { (head.title) }
            @if let Some(lede) = &head.lede { p.lede { (lede) } }
        }
    }
}

fn foot(frame: &Frame) -> Markup {
    let looks = [
        (Appearance::System, "shell-appearance-system"),
        (Appearance::Light, "shell-appearance-light"),
        (Appearance::Dark, "shell-appearance-dark"),
    ];
    html! {
        footer.foot {
            @if frame.of_people { p { (frame.say("shell-footer-people")) } }
            @else if frame.world == World::Record { p { (frame.say("shell-footer-archive")) " " (frame.say("shell-footer-names")) } }
            @else { p { (frame.say("shell-footer-exercise")) } }
            ul {
                li { a href=(frame.link("/glossary")) { (frame.say("shell-nav-glossary")) } }
                li { a href=(frame.link("/help")) { (frame.say("shell-nav-help")) } }
            }
            ul aria-label=(frame.say("shell-appearance")) {
                li { (frame.say("shell-appearance")) ":" }
                @for (look, key) in looks {
                    li {
                        @if look == frame.appearance { span aria-current="true" { (frame.say(key)) } }
                        @else { a href=(frame.here("appearance", Some(look.word()))) { (frame.say(key)) } }
                    }
                }
            }
        }
    }
}

/// A drawing by its name, hidden from screen readers: words stand beside it.
pub fn mark(name: &str) -> Markup {
    html! { svg aria-hidden="true" focusable="false" { use href={ (Told::from(statics::marks())) "#" (name) } {} } }
}

fn print_mark(frame: &Frame, head: &Head) -> Phrase {
    let symbol = head.symbol.as_deref().unwrap_or(&head.title);
    let marked = frame.markings().into_iter().map(|marking| format!("{marking} · "));
    let symbol = &format!("{}{symbol}", marked.collect::<String>());
    let symbol = match frame.labelled() {
        World::Record => symbol.to_owned(),
        World::Exercise => format!("{} · {symbol}", frame.say("shell-strip-exercise")),
    };
    let reader = match &frame.reading {
        Some(reading) => {
            frame.tell(Message::new("shell-print-reader").with("reader", frame.words(&reading.name)))
        }
        None => frame.say("audience-public"),
    };
    let key = if frame.past.is_some() { "shell-print-mark-as-of" } else { "shell-print-mark" };
    let mut message = Message::new(key)
        .with("symbol", symbol)
        .with("audience", reader)
        .with("moment", super::frame::moment(frame.drawn));
    if let Some(past) = &frame.past {
        message = message.with("date", plain(past.day));
    }
    frame.tell(message)
}

/// A text within a string of a stylesheet: everything but letters, digits and plain marks is written as an escape.
fn css_string(text: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || " .,:;·()–-".contains(letter);
    let mut string = String::with_capacity(text.len());
    for letter in text.chars() {
        match plain(letter) {
            true => string.push(letter),
            false => string.push_str(&format!("\\{:x} ", letter as u32)),
        }
    }
    string
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_out_of_the_print_margin() {
        assert_eq!(css_string("ISK18 · открыто"), "ISK18 · открыто");
        let hostile = css_string("\"}</style><script>\\");
        assert!(!hostile.contains(['"', '<', '>', '}']), "{hostile}");
    }
}
