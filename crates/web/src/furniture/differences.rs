//! What changed between two wordings, word by word: what is new is underlined, what is gone is struck through.

use super::frame::Frame;
use ledger::text::Text;
use maud::{Markup, html};
use similar::{ChangeTag, TextDiff};

/// A stretch of a text that stayed, is new, or is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stretch {
    /// It stands in both.
    Same(String),
    /// It stands only in the later one.
    New(String),
    /// It stood only in the earlier one.
    Gone(String),
}

/// The stretches of two wordings in the order of reading; what is gone stands before what came in its place.
pub fn stretches(before: &str, now: &str) -> Vec<Stretch> {
    let diff = TextDiff::from_unicode_words(before, now);
    let mut found = Found::default();
    for change in diff.iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => found.held.push_str(change.value()),
            ChangeTag::Delete => found.changing().gone.push_str(change.value()),
            ChangeTag::Insert => found.changing().new.push_str(change.value()),
        }
    }
    found.close_change();
    found.same.push_str(&std::mem::take(&mut found.held));
    found.close_same();
    found.stretches
}

/// The later wording with what changed in it marked.
pub fn marked(before: &str, now: &str) -> Markup {
    html! {
        @for stretch in stretches(before, now) {
            @match stretch {
                Stretch::Same(words) => (words),
                Stretch::New(words) => ins.ch { (words) },
                Stretch::Gone(words) => del.ch { (words) },
            }
        }
    }
}

/// A text for this page's reader, marked against what it was; unmarked if the earlier one lacks that language.
pub fn text(frame: &Frame, before: &Text, now: &Text) -> Markup {
    let (tag, words) = now.for_reader(frame.language.tag());
    match before.for_reader(tag) {
        (earlier, before) if earlier == tag => {
            let other = (tag != frame.language.tag()).then_some(tag);
            let marked = marked(before, words);
            html! { @match other { Some(tag) => span lang=(tag) { (marked) }, None => (marked) } }
        }
        _ => frame.text(now).markup(),
    }
}

/// Stretches while they are found. A space or a small word between two changes belongs to the change: a text that is
/// marked word for word cannot be read.
#[derive(Default)]
struct Found {
    stretches: Vec<Stretch>,
    same: String,
    gone: String,
    new: String,
    /// Words of both, of which the next change decides whether they stayed.
    held: String,
}

/// Up to how many letters between two changes belong to them.
const SMALL: usize = 3;

impl Found {
    /// A change follows: what was held joins the change before it, or closes it.
    fn changing(&mut self) -> &mut Self {
        let held = std::mem::take(&mut self.held);
        let letters = held.chars().filter(|letter| letter.is_alphanumeric()).count();
        let ends = held.contains(['.', ';', ':', '?', '!', '\n']);
        match self.has_change() && letters <= SMALL && !ends {
            true => {
                self.gone.push_str(&held);
                self.new.push_str(&held);
            }
            false => {
                self.close_change();
                self.same.push_str(&held);
            }
        }
        self
    }

    fn has_change(&self) -> bool {
        !self.gone.is_empty() || !self.new.is_empty()
    }

    fn close_same(&mut self) {
        if !self.same.is_empty() {
            self.stretches.push(Stretch::Same(std::mem::take(&mut self.same)));
        }
    }

    fn close_change(&mut self) {
        if !self.has_change() {
            return;
        }
        self.close_same();
        let (gone, new) = (std::mem::take(&mut self.gone), std::mem::take(&mut self.new));
        let is_there = |words: &String| !words.is_empty();
        self.stretches.extend(Some(gone).filter(is_there).map(Stretch::Gone));
        self.stretches.extend(Some(new).filter(is_there).map(Stretch::New));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(words: &str) -> Stretch {
        Stretch::Same(words.into())
    }

    fn put_together(stretches: &[Stretch], later: bool) -> String {
        let words = |stretch: &Stretch| match stretch {
            Stretch::Same(words) => words.clone(),
            Stretch::New(words) if later => words.clone(),
            Stretch::Gone(words) if !later => words.clone(),
            _ => String::new(),
        };
        stretches.iter().map(words).collect()
    }

    #[test]
    fn words_that_follow_each_other_are_one_change_and_the_full_stop_stays() {
        let found = stretches(
            "Transit requires notification to the customs authority.",
            "Transit requires a permit of the Ministry of Trade.",
        );
        assert_eq!(found.first(), Some(&same("Transit requires ")));
        assert_eq!(found.last(), Some(&same(".")));
        let changes = found.iter().filter(|stretch| !matches!(stretch, Stretch::Same(_))).count();
        assert_eq!(changes, 2, "{found:?}");
    }

    #[test]
    fn both_wordings_can_be_read_out_of_the_stretches() {
        for (before, now) in [
            ("", ""),
            ("", "новое слово"),
            ("старое слово", ""),
            ("  a b  c ", "a  b c d"),
            ("Проверка печатей раз в год.", "Выборочная проверка печатей два раза в год, с 2025 г."),
        ] {
            let found = stretches(before, now);
            // Spaces around a change may change sides; the words never do.
            let words = |text: String| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(words(put_together(&found, false)), words(before.into()), "{found:?}");
            assert_eq!(words(put_together(&found, true)), words(now.into()), "{found:?}");
        }
    }

    #[test]
    fn what_did_not_change_is_not_marked_and_what_is_marked_is_escaped() {
        assert_eq!(stretches("a law", "a law"), [same("a law")]);
        assert_eq!(marked("a", "a <b>").0, "a<ins class=\"ch\"> &lt;b&gt;</ins>");
    }
}
