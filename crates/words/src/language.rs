//! The languages that Tamga speaks, and which of them a reader wants.

/// The files of one language's folder. A new family of messages is a line here.
macro_rules! folder {
    ($tag:literal) => {
        folder!($tag: "shell", "audience", "kinds", "series", "round", "search", "history", "errors", "refusals", "home", "record", "cli", "provenance", "listing",
            "states", "submissions", "dialogue", "recommendations", "plans", "sharing", "help", "people", "releases", "clearance", "languages", "modalities", "glossary", "progress", "api", "markings", "files", "erasures")
    };
    ($tag:literal: $($family:literal),+) => {
        &[$((concat!($family, ".ftl"), include_str!(concat!("../messages/", $tag, "/", $family, ".ftl")))),+]
    };
}

/// Declares the enum and its table, so that a language is one entry.
macro_rules! languages {
    ($($(#[$doc:meta])* $language:ident $tag:literal { $($traits:tt)+ })+) => {
        /// A language in which pages, papers and messages are written.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Language {
            $($(#[$doc])* $language,)+
        }

        const TABLE: &[Traits] =
            &[$(Traits { language: Language::$language, tag: $tag, folder: folder!($tag), $($traits)+ },)+];
    };
}

// English comes first: it is the default, and stands in for what a language does not say yet.
// Before Tajik is added: Fluent's plural data has none, and would count in it as in English.
languages! {
    /// English, with British dates: day before month.
    English "en" { locale: "en-GB", name: "English", short: "EN", year: "", years: "", digits: false }
    /// Russian.
    Russian "ru" { locale: "ru", name: "Русский", short: "RU", year: "\u{202f}г.", years: "\u{202f}гг.", digits: true }
}

/// How many languages there are.
pub(crate) const LANGUAGES: usize = TABLE.len();

/// What is fixed about a language.
struct Traits {
    language: Language,
    /// The BCP 47 tag, which is also the folder's name.
    tag: &'static str,
    folder: &'static [(&'static str, &'static str)],
    /// The locale that dates and order follow.
    locale: &'static str,
    /// The name in the language itself, and the short label.
    name: &'static str,
    short: &'static str,
    /// What follows a year that stands alone, and a span of years.
    year: &'static str,
    years: &'static str,
    /// Whether short dates are in digits.
    digits: bool,
}

impl Language {
    /// All languages, in the order of the language switch.
    pub fn all() -> impl ExactSizeIterator<Item = Language> {
        TABLE.iter().map(|traits| traits.language)
    }

    /// The BCP 47 tag, as in `lang="ru"`.
    pub fn tag(self) -> &'static str {
        self.traits().tag
    }

    /// The language's name in itself: English, Русский.
    pub fn name(self) -> &'static str {
        self.traits().name
    }

    /// The short label of the language switch: EN, RU.
    pub fn short(self) -> &'static str {
        self.traits().short
    }

    /// The language of a tag; region, script and case do not matter (`ru-RU`, `RU`).
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_']).next()?;
        Language::all().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The language that suits an `Accept-Language` header best. Parts that cannot be read are passed over;
    /// when nothing suits, or everything does (`*`), it is English.
    pub fn negotiate(accept_language: &str) -> Language {
        let mut best: Option<(Language, f32)> = None;
        for (language, weight) in accept_language.split(',').filter_map(wish) {
            if weight > best.map_or(0.0, |(_, heaviest)| heaviest) {
                best = Some((language, weight));
            }
        }
        best.map_or(Language::English, |(language, _)| language)
    }

    /// The locale that dates and order follow.
    pub(crate) fn locale(self) -> &'static str {
        self.traits().locale
    }

    /// What follows a year that stands alone.
    pub(crate) fn year_mark(self) -> &'static str {
        self.traits().year
    }

    /// What follows a span of years.
    pub(crate) fn years_mark(self) -> &'static str {
        self.traits().years
    }

    /// Whether short dates are in digits: not where readers disagree which month 06/07 is.
    pub(crate) fn short_dates_in_digits(self) -> bool {
        self.traits().digits
    }

    /// The message files, by name.
    pub(crate) fn folder(self) -> &'static [(&'static str, &'static str)] {
        self.traits().folder
    }

    /// The place in the table, for what is kept once per language.
    pub(crate) fn index(self) -> usize {
        self as usize
    }

    fn traits(self) -> &'static Traits {
        // The enum and the table come from the same lines of `languages!`, so the place always exists.
        &TABLE[self.index()]
    }
}

/// One wish of an `Accept-Language` header, such as `ru-RU;q=0.8`, if we speak that language.
fn wish(part: &str) -> Option<(Language, f32)> {
    let mut fields = part.split(';').map(str::trim);
    let tag = fields.next()?;
    let language = if tag == "*" { Language::English } else { Language::from_tag(tag)? };
    let weight = match fields.find_map(|field| field.strip_prefix("q=").or_else(|| field.strip_prefix("Q=")))
    {
        None => 1.0,
        Some(digits) => digits.trim().parse::<f32>().ok().filter(|weight| (0.0..=1.0).contains(weight))?,
    };
    Some((language, weight))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_stands_at_its_own_place_in_the_table() {
        for (place, language) in Language::all().enumerate() {
            assert_eq!(language.index(), place);
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        assert_eq!(Language::Russian.name(), "Русский");
        assert_eq!(Language::English.short(), "EN");
    }

    #[test]
    fn region_and_case_of_a_tag_do_not_matter() {
        for tag in ["ru", "RU", "ru-RU", "ru_KG", "ru-Cyrl-KG"] {
            assert_eq!(Language::from_tag(tag), Some(Language::Russian), "{tag}");
        }
        for tag in ["", "-", "russian", "r", "de", "ru ru", "⟨ru⟩"] {
            assert_eq!(Language::from_tag(tag), None, "{tag}");
        }
    }

    #[test]
    fn the_heaviest_wish_wins_and_the_first_of_equals() {
        assert_eq!(Language::negotiate("ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7"), Language::Russian);
        assert_eq!(Language::negotiate("en;q=0.3, ru;q=0.4"), Language::Russian);
        assert_eq!(Language::negotiate("en, ru"), Language::English);
        assert_eq!(Language::negotiate("ru, en"), Language::Russian);
        assert_eq!(Language::negotiate("ky, kk;q=0.9, ru;q=0.8, *;q=0.1"), Language::Russian);
        assert_eq!(Language::negotiate("ru;q=0"), Language::English);
    }

    #[test]
    fn a_header_that_makes_no_sense_means_english() {
        for header in ["", ",", ";;;", "q=1", "ru;q=NaN", "ru;q=-1", "ru;q=9", "ru;q=", "*", "\u{0}ru", "ы"]
        {
            assert_eq!(Language::negotiate(header), Language::English, "{header}");
        }
        assert_eq!(Language::negotiate("xx;q=nonsense;;, ,ru ; q=0.5"), Language::Russian);
        assert_eq!(Language::negotiate(&",".repeat(100_000)), Language::English);
    }

    #[test]
    fn every_file_of_a_folder_is_embedded() {
        for language in Language::all() {
            let folder = format!("{}/messages/{}", env!("CARGO_MANIFEST_DIR"), language.tag());
            let mut on_disk: Vec<String> = std::fs::read_dir(folder)
                .unwrap()
                .map(|file| file.unwrap().file_name().into_string().unwrap())
                .collect();
            let mut embedded: Vec<&str> = language.folder().iter().map(|(name, _)| *name).collect();
            on_disk.sort();
            embedded.sort();
            assert_eq!(on_disk, embedded, "{language:?}");
        }
    }
}
