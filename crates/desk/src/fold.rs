//! Words as search compares them: stems for English and Russian, folded letters and prefixes for other languages,
//! and codes in which look-alike Latin and Cyrillic letters are equal.

use frostem::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Stemmers of the languages that have one.
pub struct Folding {
    english: Stemmer,
    russian: Stemmer,
}

impl Default for Folding {
    fn default() -> Self {
        Folding { english: Stemmer::new(Algorithm::English), russian: Stemmer::new(Algorithm::Russian) }
    }
}

/// The forms under which a word is found. The first letter says which: `s` stem, `w` folded word, `c` code.
pub type Term = String;

impl Folding {
    /// The forms under which a word of a text in that language is kept.
    pub fn kept(&self, language: &str, word: &str) -> Vec<Term> {
        let mut terms = Vec::with_capacity(2);
        match language {
            "en" | "ru" => terms.push(format!("s{}", self.stem(word))),
            "und" => {}
            _ => terms.push(format!("w{}", folded(word))),
        }
        if language == "und" || is_code(word) {
            terms.push(format!("c{}", code(word)));
        }
        terms
    }

    /// The forms by which a typed word is looked for; those with `true` also find words that begin with it.
    pub fn sought(&self, word: &str) -> Forms {
        let stem = self.stem(word);
        let long = stem.chars().count() >= 4;
        vec![
            (format!("s{stem}"), long),
            (format!("w{}", folded(word)), true),
            (format!("c{}", code(word)), false),
        ]
    }

    /// The words of a query, ready to be held against many words.
    pub fn seek(&self, query: &str, most: usize) -> Sought {
        let one = |word: &str| (beginning(word), self.sought(word));
        Sought(words(query).take(most).map(|(_, word)| one(word)).collect())
    }

    /// Whether a word of a text is one that was sought. Most are told apart by their first letter.
    pub fn fits(&self, sought: &Sought, word: &str) -> bool {
        let begins = beginning(word);
        let mut alike = sought.0.iter().filter(|(letter, _)| *letter == begins).peekable();
        if alike.peek().is_none() {
            return false;
        }
        let kept =
            [format!("s{}", self.stem(word)), format!("w{}", folded(word)), format!("c{}", code(word))];
        let meets = |(term, prefix): &(Term, bool)| {
            kept.iter().any(|kept| kept == term || *prefix && kept.starts_with(term.as_str()))
        };
        alike.any(|(_, terms)| terms.iter().any(meets))
    }

    /// The stem by the script the word is written in: Russian texts hold English names, and the other way round.
    fn stem(&self, word: &str) -> String {
        let lower = word.to_lowercase().replace('ё', "е");
        match lower.chars().any(is_cyrillic) {
            true => self.russian.stem(&lower).into_owned(),
            false => self.english.stem(&lower).into_owned(),
        }
    }
}

/// The words of a query: how each begins, and the forms by which it is found.
pub struct Sought(Vec<(Option<char>, Forms)>);

impl Sought {
    /// Whether a word begins like one that was sought: most do not.
    pub fn may_fit(&self, word: &str) -> bool {
        let begins = beginning(word);
        self.0.iter().any(|(letter, _)| *letter == begins)
    }
}

/// Forms of a word; those with `true` also find words that begin with it.
pub type Forms = Vec<(Term, bool)>;

/// The first letter as all forms have it: no form changes it otherwise than by case, marks and look-alikes.
fn beginning(word: &str) -> Option<char> {
    let first = word.chars().next()?;
    match first {
        '\0'..='\u{7f}' => return Some(first.to_ascii_lowercase()),
        // Cyrillic letters without a mark, of which Й is the only one with one here.
        'А'..='Я' | 'а'..='я' if !matches!(first, 'Й' | 'й') => {
            return first.to_lowercase().next().map(twin);
        }
        _ => {}
    }
    let plain = first.to_lowercase().nfd().filter(|letter| !is_combining_mark(*letter)).map(simple_letter);
    plain.flat_map(char::to_lowercase).map(twin).next()
}

/// The words of a text with their places in it: runs of letters and digits, in bytes.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut letters = text.char_indices();
    std::iter::from_fn(move || {
        let (from, _) = letters.find(|(_, letter)| is_letter(*letter))?;
        let ends = |letter: char| !is_letter(letter) && (letter.is_ascii() || !is_combining_mark(letter));
        let end = letters.find(|(_, letter)| ends(*letter));
        Some((from, &text[from..end.map_or(text.len(), |(at, _)| at)]))
    })
}

/// A letter or a digit. Latin and Cyrillic are told without looking them up.
fn is_letter(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => true,
        other => other.is_alphanumeric(),
    }
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

/// A word with a digit, or with letters of two scripts: no word of a language.
fn is_code(word: &str) -> bool {
    let cyrillic = word.chars().any(is_cyrillic);
    let latin = word.chars().any(|letter| letter.is_ascii_alphabetic());
    word.chars().any(|letter| letter.is_numeric()) || cyrillic && latin
}

/// Lower case, without marks, and with the letters of Central Asian alphabets as those type them who lack the keys.
fn folded(word: &str) -> String {
    let plain = word.to_lowercase();
    plain.nfd().filter(|letter| !is_combining_mark(*letter)).map(simple_letter).collect()
}

fn simple_letter(letter: char) -> char {
    match letter {
        'ё' => 'е',
        'ә' => 'а',
        'ғ' => 'г',
        'қ' | 'ҡ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' | 'ў' => 'у',
        'һ' | 'ҳ' => 'х',
        'і' => 'и',
        'ҷ' => 'ч',
        'ı' => 'i',
        other => other,
    }
}

/// A code with Cyrillic letters that look like Latin ones written in Latin.
pub fn code(word: &str) -> String {
    word.to_lowercase().chars().map(twin).collect()
}

/// The Latin letter that a Cyrillic one looks like.
fn twin(letter: char) -> char {
    match letter {
        'а' => 'a',
        'в' => 'b',
        'е' | 'ё' => 'e',
        'к' => 'k',
        'м' => 'm',
        'н' => 'h',
        'о' => 'o',
        'р' => 'p',
        'с' => 'c',
        'т' => 't',
        'у' => 'y',
        'х' => 'x',
        'і' => 'i',
        'ј' => 'j',
        'ѕ' => 's',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meets(language: &str, kept: &str, sought: &str) -> bool {
        let folding = Folding::default();
        let kept = folding.kept(language, kept);
        let found = |(term, prefix): &(String, bool)| {
            kept.iter().any(|kept| kept == term || *prefix && kept.starts_with(term.as_str()))
        };
        folding.sought(sought).iter().any(found)
    }

    #[test]
    fn inflected_words_meet_in_english_and_russian() {
        assert!(meets("en", "recommendations", "recommendation"));
        assert!(meets("ru", "рекомендаций", "Рекомендации"));
        assert!(meets("ru", "Душанбинский", "Душанбе"));
        assert!(meets("ru", "учёт", "учета"));
        assert!(!meets("en", "plan", "round"));
    }

    #[test]
    fn look_alike_letters_in_codes_are_equal() {
        assert!(meets("und", "ISK18", "IЅК18"), "Cyrillic К and Ѕ");
        assert!(meets("und", "KGZ", "КGZ"));
        assert!(meets("en", "1C351", "1С351"));
    }

    #[test]
    fn the_first_letter_is_that_of_all_forms() {
        let cyrillic: Vec<String> = ('\u{400}'..='\u{52f}').map(String::from).collect();
        let cyrillic = cyrillic.iter().map(String::as_str).filter(|letter| words(letter).next().is_some());
        let words = [
            "Round",
            "Иссык",
            "Ёлка",
            "йод",
            "Éire",
            "қауіп",
            "Қазақ",
            "І",
            "9",
            "İstanbul",
            "ΣΑΣ",
            "ﬁx",
            "ß",
        ];
        for word in words.into_iter().chain(cyrillic) {
            let first: String = word.chars().take(1).collect();
            assert_eq!(beginning(word), code(&folded(&first)).chars().next(), "{word}");
        }
    }

    #[test]
    fn words_of_other_languages_are_found_by_their_beginning_without_special_keys() {
        assert!(meets("kk", "қауіпсіздік", "кауип"));
        assert!(meets("tg", "ҷумҳурии", "чумхур"));
        assert!(meets("tk", "howpsuzlygyň", "howpsuzlygyn"));
    }

    #[test]
    fn letters_are_those_of_unicode() {
        assert!(('\0'..='\u{1000}').all(|letter| is_letter(letter) == letter.is_alphanumeric()));
    }

    #[test]
    fn a_text_falls_into_runs_of_letters_and_digits() {
        let found: Vec<&str> = words("«2+1»: Иссык-Куль, ISK18/REC.4").map(|(_, word)| word).collect();
        assert_eq!(found, ["2", "1", "Иссык", "Куль", "ISK18", "REC", "4"]);
        assert_eq!(words("").count(), 0);
        assert_eq!(
            words("e\u{301}e, \u{301}x").map(|(_, word)| word).collect::<Vec<_>>(),
            ["e\u{301}e", "x"]
        );
        assert_eq!(words("  конец").next(), Some((2, "конец")));
    }
}
