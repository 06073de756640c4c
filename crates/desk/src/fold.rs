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
    if first.is_ascii() {
        return Some(first.to_ascii_lowercase());
    }
    let plain = first.to_lowercase().nfd().filter(|letter| !is_combining_mark(*letter)).map(simple_letter);
    plain.flat_map(char::to_lowercase).map(twin).next()
}

/// The words of a text with their places in it: runs of letters and digits, in bytes.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = None;
    let ends = text.char_indices().map(Some).chain([None]);
    ends.filter_map(move |next| match (next, start) {
        (Some((at, letter)), None) if letter.is_alphanumeric() => {
            start = Some(at);
            None
        }
        (Some((_, letter)), Some(_)) if letter.is_alphanumeric() || is_combining_mark(letter) => None,
        (end, Some(from)) => {
            start = None;
            let to = end.map_or(text.len(), |(at, _)| at);
            Some((from, &text[from..to]))
        }
        _ => None,
    })
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
        for word in [
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
        ] {
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
    fn a_text_falls_into_runs_of_letters_and_digits() {
        let found: Vec<&str> = words("«2+1»: Иссык-Куль, ISK18/REC.4").map(|(_, word)| word).collect();
        assert_eq!(found, ["2", "1", "Иссык", "Куль", "ISK18", "REC", "4"]);
        assert_eq!(words("").count(), 0);
        assert_eq!(words("  конец").next(), Some((2, "конец")));
    }
}
