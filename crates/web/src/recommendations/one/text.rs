//! The text, paragraph by paragraph in two languages; the statements printed with it; the bar above a draft.

use super::OneRecommendation;
use crate::furniture::frame::{Frame, plain};
use crate::furniture::model::anchor;
use crate::furniture::phrase::Phrase;
use crate::furniture::provenance;
use crate::recommendations::line;
use ledger::text::{Standing, Text};
use maud::{Markup, html};
use review::recommendation::TextStanding;
use words::{Language, Message};

/// The languages that stand side by side: the original first, then the others that pages speak.
pub fn columns(text: &Text) -> [String; 2] {
    let original = text.original.clone();
    let others = Language::all().map(|language| language.tag().to_owned());
    let second = others.into_iter().find(|tag| *tag != original).unwrap_or_default();
    // English to the left of Russian, whichever was written first.
    match original.as_str() > second.as_str() {
        true => [second, original],
        false => [original, second],
    }
}

/// The name of a language, in itself.
fn language_name(tag: &str) -> String {
    Language::from_tag(tag).map_or_else(|| tag.to_owned(), |language| language.name().to_owned())
}

impl OneRecommendation {
    pub(super) fn draft_bar(&self, frame: &Frame) -> Markup {
        let text = self.line.text();
        let since = match &self.line.stands {
            crate::recommendations::line::Stands::Text(item) => Some(item.day()),
            _ => None,
        };
        html! {
            p.draftbar {
                b { (frame.say("recommendations-draft")) }
                @if let Some(standing) = text.standing { span { (line::stage(frame, standing)) } }
                @if let Some(since) = since {
                    span { (frame.tell(Message::new("recommendations-text-of").with("date", plain(since)))) }
                }
                span { (frame.say("recommendations-not-adopted")) }
                @if let Some(note) = &text.note { span { b.due { (frame.text(note)) } } }
            }
        }
    }

    pub(super) fn text(&self, frame: &Frame) -> Markup {
        let text = self.line.text();
        let adopted = self.line.adoption().is_some();
        let label = if adopted { "recommendations-adopted-text" } else { "recommendations-text" };
        let brackets = text.standing == Some(TextStanding::Rolling);
        let first = text.paragraphs.first().map_or(&text.words, |paragraph| &paragraph.words);
        let [left, right] = columns(first);
        html! {
            section.adopted aria-label=(frame.say(label)) {
                div.para.para-h {
                    span {}
                    (self.column_head(frame, first, &left)) (self.column_head(frame, first, &right))
                }
                @if text.paragraphs.is_empty() { (paragraph(frame, "", &text.words, [&left, &right], brackets)) }
                @for (place, one) in text.paragraphs.iter().enumerate() {
                    (paragraph(frame, &format!("{}.", place + 1), &one.words, [&left, &right], brackets))
                }
            }
            @if brackets { p.small.mute { (frame.say("recommendations-brackets")) } }
            @if self.is_paraphrase() { p.caveat { (frame.say("recommendations-paraphrased")) } }
            @else if adopted { p.caveat { (frame.say("recommendations-voluntary")) } }
            @else if text.standing == Some(TextStanding::Silence) { p.small { (frame.say("recommendations-silence-rule")) " " (frame.say("recommendations-silence-end")) } }
        }
    }

    fn column_head(&self, frame: &Frame, text: &Text, tag: &str) -> Markup {
        html! {
            span {
                span lang=(tag) { (language_name(tag)) }
                @if text.original == tag { " " span.mute { "(" (frame.say("recommendations-original")) ")" } }
            }
        }
    }

    pub(super) fn printed_statements(&self, frame: &Frame) -> Markup {
        html! {
            @for item in &self.statements {
                div.note id=(anchor(item.record)) {
                    p.prov {
                        b { (self.statement_head(frame, item)) }
                        (provenance::audience(frame, &item.audience))
                        (provenance::version(frame, item))
                    }
                    p.doc { (frame.text(&item.body.words)) }
                }
            }
        }
    }

    fn statement_head(
        &self,
        frame: &Frame,
        item: &crate::furniture::model::Item<review::statement::Statement>,
    ) -> Phrase {
        let by = crate::furniture::parts::party_name(frame, &self.parties, item.body.by);
        let key = format!("recommendations-statement-{}", item.body.sort.word());
        let told = frame.tell(Message::new(key).with("party", by));
        match &item.body.symbol {
            Some(symbol) => format!("{told} ({symbol})").into(),
            None => told,
        }
    }
}

/// One paragraph in two languages. A language that is missing, behind, or only a courtesy translation says so.
fn paragraph(frame: &Frame, number: &str, text: &Text, tags: [&str; 2], brackets: bool) -> Markup {
    html! {
        div.para {
            p.n { (number) }
            @for tag in tags { (wording(frame, text, tag, brackets)) }
        }
    }
}

fn wording(frame: &Frame, text: &Text, tag: &str, brackets: bool) -> Markup {
    let Some(wording) = text.wordings.get(tag) else {
        return html! { p.small.mute { (frame.say("recommendations-language-missing")) } };
    };
    html! {
        div {
            p.doc lang=(tag) { @if brackets { (bracketed(&wording.words)) } @else { (wording.words) } }
            @if text.is_behind(tag) { p.small.behind { (frame.say("recommendations-behind")) } }
            @else if wording.state == Standing::Courtesy { p.small.behind { (frame.say("recommendations-courtesy")) } }
        }
    }
}

/// A rolling text: what stands in brackets is marked, with the letters of who proposed it: `[XEA, XAL: by 2028]`.
pub fn bracketed(words: &str) -> Markup {
    let mut rest = words;
    let mut pieces: Vec<(bool, &str)> = Vec::new();
    while let Some((before, after)) = rest.split_once('[') {
        let Some((within, behind)) = after.split_once(']') else { break };
        pieces.push((false, before));
        pieces.push((true, within));
        rest = behind;
    }
    pieces.push((false, rest));
    html! {
        @for (inside, piece) in pieces {
            @if inside {
                @let (by, said) = proposed(piece);
                ins.br { (said) } @if let Some(by) = by { span.by { (by) } }
            } @else { (piece) }
        }
    }
}

/// Who proposed a bracket, and what it says. Letters of States are capitals, and a colon follows them.
fn proposed(piece: &str) -> (Option<&str>, &str) {
    let letters =
        |by: &&str| by.chars().all(|letter| letter.is_ascii_uppercase() || letter == ',' || letter == ' ');
    match piece.split_once(": ").filter(|(by, _)| letters(by)) {
        Some((by, said)) => (Some(by), said),
        None => (None, piece),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_are_marked_with_who_proposed_them() {
        assert_eq!(
            bracketed("with [two] [XCO, XAL: up to <three>] experts").0,
            "with <ins class=\"br\">two</ins> <ins class=\"br\">up to &lt;three&gt;</ins><span class=\"by\">XCO, XAL</span> experts"
        );
        assert_eq!(bracketed("an open [ bracket").0, "an open [ bracket");
        assert_eq!(bracketed("[note: lower case]").0, "<ins class=\"br\">note: lower case</ins>");
    }
}
