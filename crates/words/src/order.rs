//! The alphabetical order of names in each language.

use std::cmp::Ordering;
use std::sync::OnceLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale::Locale;

use crate::language::{LANGUAGES, Language};

static COLLATORS: [OnceLock<Option<CollatorBorrowed<'static>>>; LANGUAGES] =
    [const { OnceLock::new() }; LANGUAGES];

/// Which of two names comes first in a language's alphabet. Names that read alike are told apart by their
/// letters, so that the order is the same each time.
pub fn order(language: Language, a: &str, b: &str) -> Ordering {
    let collator = COLLATORS[language.index()].get_or_init(|| {
        let locale: Locale = language.locale().parse().ok()?;
        Collator::try_new(locale.into(), CollatorOptions::default()).ok()
    });
    let alphabetical = collator.as_ref().map_or(Ordering::Equal, |collator| collator.compare(a, b));
    alphabetical.then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use super::Language::{English, Russian};
    use super::*;

    fn sorted(language: Language, mut names: Vec<&str>) -> Vec<&str> {
        names.sort_by(|a, b| order(language, a, b));
        names
    }

    #[test]
    fn states_stand_in_the_order_of_the_pages_language() {
        let states =
            ["Узбекистан", "Беларусь", "Таджикистан", "Казахстан", "Туркменистан", "Кыргызстан", "Монголия"];
        assert_eq!(
            sorted(Russian, states.to_vec()),
            ["Беларусь", "Казахстан", "Кыргызстан", "Монголия", "Таджикистан", "Туркменистан", "Узбекистан"]
        );
        assert_eq!(
            sorted(English, vec!["Zambia", "belarus", "Åland", "Andorra"]),
            ["Åland", "Andorra", "belarus", "Zambia"]
        );
    }

    #[test]
    fn the_letter_yo_stands_with_ye_and_not_after_ya() {
        assert_eq!(
            sorted(Russian, vec!["Япония", "Ёлкино", "Жуково", "Ежово", "Ель"]),
            ["Ежово", "Ёлкино", "Ель", "Жуково", "Япония"]
        );
    }

    #[test]
    fn kazakh_letters_stand_beside_their_russian_kin() {
        assert_eq!(
            sorted(Russian, vec!["Лаос", "Қазақстан", "Пакистан", "Өзбекстан", "Камбоджа", "Оман", "Ирак"]),
            ["Ирак", "Камбоджа", "Қазақстан", "Лаос", "Оман", "Өзбекстан", "Пакистан"]
        );
    }

    #[test]
    fn only_the_same_name_is_equal() {
        assert_eq!(order(Russian, "Монголия", "Монголия"), Ordering::Equal);
        assert_ne!(order(English, "Cote", "Cote\u{200b}"), Ordering::Equal);
        assert_eq!(order(English, "", "\u{0}"), Ordering::Less);
    }
}
