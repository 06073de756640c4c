//! What text may be kept: NFC, line feeds only, no control and no direction-overriding characters.
//!
//! The desk [`normalise`]s what people type; the gate [`check`]s and refuses, since it must keep bytes as received.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextFlaw {
    /// A control character other than a line feed (also a carriage return or a tab).
    #[error("a control character")]
    Control,
    /// A character that overrides or isolates writing direction, or is invisible on purpose.
    #[error("a direction-changing or invisible character")]
    Direction,
    /// Not in Unicode normalization form C.
    #[error("text not in NFC")]
    NotNfc,
}

/// Checks a text as it is to be kept.
///
/// # Errors
/// The first [`TextFlaw`] found.
pub fn check(text: &str) -> Result<(), TextFlaw> {
    if text.is_ascii() {
        return match text.bytes().any(|byte| byte != b'\n' && byte.is_ascii_control()) {
            true => Err(TextFlaw::Control),
            false => Ok(()),
        };
    }
    for letter in text.chars() {
        if letter.is_control() && letter != '\n' {
            return Err(TextFlaw::Control);
        }
        if changes_direction(letter) {
            return Err(TextFlaw::Direction);
        }
    }
    let normal = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => true,
        IsNormalized::No => false,
        IsNormalized::Maybe => text.nfc().eq(text.chars()),
    };
    if normal { Ok(()) } else { Err(TextFlaw::NotNfc) }
}

/// Brings what a person typed or pasted into the form that [`check`] accepts, as far as this changes no meaning:
/// NFC, line feeds, tabs to spaces. Direction overrides are left for [`check`] to refuse: somebody put them there.
pub fn normalise(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ").nfc().collect()
}

/// Bidirectional embeddings, overrides and isolates, the byte order mark, and interlinear annotation marks.
fn changes_direction(letter: char) -> bool {
    matches!(letter,
        '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_paste_becomes_plain() {
        assert_eq!(normalise("a\r\nb\tи\u{0306}"), "a\nb й");
        assert_eq!(check(&normalise("a\r\nb\tи\u{0306}")), Ok(()));
    }

    #[test]
    fn decomposed_letters_are_not_kept() {
        assert_eq!(check("и\u{0306}"), Err(TextFlaw::NotNfc));
        assert_eq!(check("й"), Ok(()));
    }

    #[test]
    fn control_and_direction_characters_are_refused() {
        assert_eq!(check("a\u{0}b"), Err(TextFlaw::Control));
        assert_eq!(check("a\rb"), Err(TextFlaw::Control));
        assert_eq!(check("invoice\u{202e}fdp.exe"), Err(TextFlaw::Direction));
        assert_eq!(check("две\nстроки"), Ok(()));
    }
}
