//! The alphabetical order of names in each language.

use std::sync::{Arc, OnceLock};

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale::Locale;

use crate::language::{LANGUAGES, Language};
use crate::memo::Memo;

static COLLATORS: [OnceLock<Option<CollatorBorrowed<'static>>>; LANGUAGES] =
    [const { OnceLock::new() }; LANGUAGES];

/// Where a name stands in a language's alphabet: places are compared, names come in their order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(Arc<(Vec<u8>, String)>);

/// The place of a name in a language's alphabet. Names that read alike are told apart by their letters, so that the
/// order is the same each time.
pub fn place_in_order(language: Language, name: &str) -> Place {
    static PLACES: [Memo<String, Place>; LANGUAGES] = [const { Memo::new() }; LANGUAGES];
    PLACES[language.index()].get_or(name, || {
        let collator = COLLATORS[language.index()].get_or_init(|| {
            let locale: Locale = language.locale().parse().ok()?;
            Collator::try_new(locale.into(), CollatorOptions::default()).ok()
        });
        let mut key = Vec::new();
        if let Some(collator) = collator {
            let Ok(()) = collator.write_sort_key_to(name, &mut key);
        }
        Place(Arc::new((key, name.to_owned())))
    })
}

#[cfg(test)]
mod tests {
    use super::Language::{English, Russian};
    use super::*;

    fn sorted(language: Language, mut names: Vec<&str>) -> Vec<&str> {
        names.sort_by_key(|name| place_in_order(language, name));
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
        let place = |name| place_in_order(English, name);
        assert_eq!(place_in_order(Russian, "Монголия"), place_in_order(Russian, "Монголия"));
        assert_ne!(place("Cote"), place("Cote\u{200b}"));
        assert!(place("") < place("\u{0}"));
    }
}
