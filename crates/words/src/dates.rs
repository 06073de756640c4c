//! Dates as each language writes them: whole or partial, alone or as a span, with or without the hour.

use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{M, MD, YM, YMD};
use icu_datetime::options::YearStyle;
use icu_locale::Locale;

use crate::language::{LANGUAGES, Language};
use crate::memo::Memo;
use crate::phrase::Phrase;

/// A date as far as it is known: a year, a month of it, or a day. Nothing says that such a day exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// The year of the Gregorian calendar.
    pub year: i16,
    /// The month, 1 to 12, if known.
    pub month: Option<u8>,
    /// The day of the month, if known.
    pub day: Option<u8>,
}

impl PartialDate {
    /// A date of which only the year is known.
    pub const fn year(year: i16) -> Self {
        Self { year, month: None, day: None }
    }

    /// A date of which the month is known.
    pub const fn month(year: i16, month: u8) -> Self {
        Self { year, month: Some(month), day: None }
    }

    /// A whole date.
    pub const fn day(year: i16, month: u8, day: u8) -> Self {
        Self { year, month: Some(month), day: Some(day) }
    }

    /// The digits alone, for what is no date: 2018-13-40.
    fn digits(self) -> String {
        match (self.month, self.day) {
            (None, None) => format!("{:04}", self.year),
            (Some(month), None) => format!("{:04}-{month:02}", self.year),
            (None, Some(day)) => format!("{:04}-??-{day:02}", self.year),
            (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", self.year),
        }
    }

    /// The date if it exists, with the first month and day in place of unknown ones.
    fn civil(self) -> Option<Date<Gregorian>> {
        if !(1..=9999).contains(&self.year) || (self.month.is_none() && self.day.is_some()) {
            return None;
        }
        Date::try_new_gregorian(self.year.into(), self.month.unwrap_or(1), self.day.unwrap_or(1)).ok()
    }
}

/// A moment in Universal Time, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The year of the Gregorian calendar.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month.
    pub day: u8,
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
}

/// How much room a date may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Length {
    /// In words: 28 June 2018, 28 июня 2018 г.
    Long,
    /// In digits where the language's readers expect them: 28.06.2018; in English the long form, since 06/07 misleads.
    Short,
    /// For dense cells: months abbreviated, 28 Jun 2018, or in digits where the language's readers expect them.
    Brief,
}

/// A date, whole or partial: 28 June 2018, June 2018, 2018. What is no date comes back as its digits.
pub fn date(language: Language, year: i16, month: Option<u8>, day: Option<u8>, length: Length) -> Phrase {
    static DATES: Memo<(Language, PartialDate, Length), Phrase> = Memo::new();
    let partial = PartialDate { year, month, day };
    DATES.get_or(&(language, partial, length), || {
        Calendar::with(language, |calendar| calendar.partial(partial, length))
            .unwrap_or_else(|| partial.digits())
            .into()
    })
}

/// A span of dates, without saying twice what both ends share: 28–30 June 2018, 30 June – 2 July 2018, 2017–2019.
pub fn date_range(language: Language, from: PartialDate, to: PartialDate) -> Phrase {
    if from == to {
        return date(language, from.year, from.month, from.day, Length::Long);
    }
    static SPANS: Memo<(Language, PartialDate, PartialDate), Phrase> = Memo::new();
    SPANS.get_or(&(language, from, to), || {
        let said = Calendar::with(language, |calendar| calendar.shared_span(from, to)).unwrap_or_else(|| {
            let [from, to] = [from, to].map(|end| date(language, end.year, end.month, end.day, Length::Long));
            format!("{from} – {to}")
        });
        said.into()
    })
}

/// A moment: 22 November 2026, 16:12 UTC.
pub fn date_time(language: Language, year: i16, month: u8, day: u8, hour: u8, minute: u8) -> String {
    let day = date(language, year, Some(month), Some(day), Length::Long);
    format!("{day}, {hour:02}:{minute:02} UTC")
}

type Formatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// One language's ways of writing dates.
struct Calendar {
    language: Language,
    day: Formatter<YMD>,
    day_in_digits: Formatter<YMD>,
    day_in_brief: Formatter<YMD>,
    month: Formatter<YM>,
    month_in_digits: Formatter<YM>,
    month_in_brief: Formatter<YM>,
    day_and_month: Formatter<MD>,
    month_alone: Formatter<M>,
}

thread_local! {
    /// Kept once per thread, since the formatters cannot be shared between threads.
    static CALENDARS: [Option<Calendar>; LANGUAGES] = {
        let mut languages = Language::all();
        std::array::from_fn(|_| languages.next().and_then(Calendar::new))
    };
}

impl Calendar {
    fn new(language: Language) -> Option<Self> {
        let locale: Locale = language.locale().parse().ok()?;
        let full = YearStyle::Full;
        Some(Self {
            language,
            day: Formatter::try_new((&locale).into(), YMD::long().with_year_style(full)).ok()?,
            day_in_digits: Formatter::try_new((&locale).into(), YMD::short().with_year_style(full)).ok()?,
            day_in_brief: Formatter::try_new((&locale).into(), YMD::medium().with_year_style(full)).ok()?,
            month: Formatter::try_new((&locale).into(), YM::long().with_year_style(full)).ok()?,
            month_in_digits: Formatter::try_new((&locale).into(), YM::short().with_year_style(full)).ok()?,
            month_in_brief: Formatter::try_new((&locale).into(), YM::medium().with_year_style(full)).ok()?,
            day_and_month: Formatter::try_new((&locale).into(), MD::long()).ok()?,
            month_alone: Formatter::try_new((&locale).into(), M::long()).ok()?,
        })
    }

    /// Lends this thread's calendar of a language.
    fn with<T>(language: Language, tell: impl FnOnce(&Self) -> Option<T>) -> Option<T> {
        CALENDARS.with(|calendars| calendars.get(language.index())?.as_ref().and_then(tell))
    }

    /// A date in the given length, if there is such a date.
    fn partial(&self, date: PartialDate, length: Length) -> Option<String> {
        let civil = date.civil()?;
        let in_digits = length != Length::Long && self.language.short_dates_in_digits();
        if length == Length::Brief && !in_digits {
            return Some(match (date.month, date.day) {
                (None, _) => date.year.to_string(),
                (Some(_), None) => self.month_in_brief.format(&civil).to_string(),
                (Some(_), Some(_)) => self.day_in_brief.format(&civil).to_string(),
            });
        }
        Some(match (date.month, date.day, in_digits) {
            (None, _, true) => date.year.to_string(),
            (None, _, false) => format!("{}{}", date.year, self.language.year_mark()),
            (Some(_), None, true) => self.month_in_digits.format(&civil).to_string(),
            (Some(_), None, false) => self.month.format(&civil).to_string(),
            (Some(_), Some(_), true) => self.day_in_digits.format(&civil).to_string(),
            (Some(_), Some(_), false) => self.day.format(&civil).to_string(),
        })
    }

    /// A span that names once what both ends share; none if they share nothing, or the language's order does not allow it.
    fn shared_span(&self, from: PartialDate, to: PartialDate) -> Option<String> {
        let (first, last) = (from.civil()?, to.civil()?);
        match (from.month, from.day, to.month, to.day) {
            (None, None, None, None) => {
                Some(format!("{}–{}{}", from.year, to.year, self.language.years_mark()))
            }
            _ if from.year != to.year => None,
            (Some(_), Some(day), Some(_), Some(last_day)) => {
                let end = self.day.format(&last).to_string();
                // Only where the day leads can the rest of the date serve for both ends.
                end.strip_prefix(&last_day.to_string())?;
                if from.month == to.month {
                    return Some(format!("{day}–{end}"));
                }
                Some(format!("{} – {end}", self.day_and_month.format(&first)))
            }
            (Some(_), None, Some(_), None) => {
                let end = self.month.format(&last).to_string();
                // Likewise where the month leads.
                end.strip_prefix(&self.month_alone.format(&last).to_string())?;
                Some(format!("{} – {end}", self.month_alone.format(&first)))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{English, Russian};
    use super::*;

    /// The date in a language, with the narrow space before «г.» made a plain one.
    fn long(language: Language, date: PartialDate) -> String {
        super::date(language, date.year, date.month, date.day, Length::Long).replace('\u{202f}', " ")
    }

    fn short(language: Language, date: PartialDate) -> Phrase {
        super::date(language, date.year, date.month, date.day, Length::Short)
    }

    fn range(language: Language, from: PartialDate, to: PartialDate) -> String {
        date_range(language, from, to).replace('\u{202f}', " ")
    }

    #[test]
    fn a_date_says_as_much_as_is_known() {
        let [day, month, year] =
            [PartialDate::day(2018, 6, 28), PartialDate::month(2013, 6), PartialDate::year(2013)];
        assert_eq!([day, month, year].map(|d| long(English, d)), ["28 June 2018", "June 2013", "2013"]);
        assert_eq!(
            [day, month, year].map(|d| long(Russian, d)),
            ["28 июня 2018 г.", "июнь 2013 г.", "2013 г."]
        );
        assert_eq!([day, month, year].map(|d| short(English, d)), ["28 June 2018", "June 2013", "2013"]);
        assert_eq!([day, month, year].map(|d| short(Russian, d)), ["28.06.2018", "06.2013", "2013"]);
        let brief = |language, d: PartialDate| super::date(language, d.year, d.month, d.day, Length::Brief);
        let november = PartialDate::day(2018, 11, 28);
        assert_eq!([november, month, year].map(|d| brief(English, d)), ["28 Nov 2018", "Jun 2013", "2013"]);
        assert_eq!([november, month, year].map(|d| brief(Russian, d)), ["28.11.2018", "06.2013", "2013"]);
    }

    #[test]
    fn no_line_breaks_between_a_year_and_its_mark() {
        assert_eq!(super::date(Russian, 2013, None, None, Length::Long), "2013\u{202f}г.");
        assert_eq!(super::date(Russian, 2018, Some(6), Some(2), Length::Long), "2 июня 2018\u{202f}г.");
    }

    #[test]
    fn days_of_one_month_share_it() {
        let (from, to) = (PartialDate::day(2018, 6, 28), PartialDate::day(2018, 6, 30));
        assert_eq!(range(English, from, to), "28–30 June 2018");
        assert_eq!(range(Russian, from, to), "28–30 июня 2018 г.");
        assert_eq!(range(English, from, from), "28 June 2018");
    }

    #[test]
    fn months_of_one_year_share_it() {
        let (from, to) = (PartialDate::day(2018, 6, 30), PartialDate::day(2018, 7, 2));
        assert_eq!(range(English, from, to), "30 June – 2 July 2018");
        assert_eq!(range(Russian, from, to), "30 июня – 2 июля 2018 г.");
        let (from, to) = (PartialDate::month(2018, 6), PartialDate::month(2018, 8));
        assert_eq!(range(English, from, to), "June – August 2018");
        assert_eq!(range(Russian, from, to), "июнь – август 2018 г.");
    }

    #[test]
    fn a_span_across_years_names_both() {
        let (from, to) = (PartialDate::day(2018, 12, 30), PartialDate::day(2019, 1, 2));
        assert_eq!(range(English, from, to), "30 December 2018 – 2 January 2019");
        assert_eq!(range(Russian, from, to), "30 декабря 2018 г. – 2 января 2019 г.");
        assert_eq!(
            range(English, PartialDate::month(2018, 12), PartialDate::month(2019, 1)),
            "December 2018 – January 2019"
        );
        let (from, to) = (PartialDate::year(2017), PartialDate::year(2019));
        assert_eq!(range(English, from, to), "2017–2019");
        assert_eq!(range(Russian, from, to), "2017–2019 гг.");
    }

    #[test]
    fn ends_known_differently_are_each_said_in_full() {
        let (from, to) = (PartialDate::month(2013, 6), PartialDate::day(2013, 11, 27));
        assert_eq!(range(English, from, to), "June 2013 – 27 November 2013");
        assert_eq!(range(Russian, PartialDate::year(2013), to), "2013 г. – 27 ноября 2013 г.");
    }

    #[test]
    fn a_moment_says_the_hour_in_universal_time() {
        assert_eq!(date_time(English, 2026, 11, 22, 16, 12), "22 November 2026, 16:12 UTC");
        assert_eq!(date_time(Russian, 2026, 11, 22, 6, 2), "22 ноября 2026\u{202f}г., 06:02 UTC");
        assert_eq!(date_time(English, 2026, 13, 22, 99, 0), "2026-13-22, 99:00 UTC");
    }

    #[test]
    fn what_is_no_date_comes_back_as_its_digits() {
        assert_eq!(long(English, PartialDate::day(2018, 13, 40)), "2018-13-40");
        assert_eq!(short(Russian, PartialDate::day(2018, 2, 29)), "2018-02-29");
        assert_eq!(long(Russian, PartialDate::month(2018, 0)), "2018-00");
        assert_eq!(long(Russian, PartialDate { year: 2018, month: None, day: Some(3) }), "2018-??-03");
        assert_eq!(long(English, PartialDate::year(0)), "0000");
        assert_eq!(
            range(English, PartialDate::day(2018, 6, 31), PartialDate::day(2018, 6, 30)),
            "2018-06-31 – 30 June 2018"
        );
    }

    #[test]
    fn no_digits_make_a_date_panic() {
        for language in Language::all() {
            for year in [i16::MIN, -1, 0, 1, 9999, 10_000, i16::MAX] {
                for part in [None, Some(0), Some(1), Some(31), Some(u8::MAX)] {
                    let odd = PartialDate { year, month: part, day: part };
                    assert!(!long(language, odd).is_empty() && !short(language, odd).is_empty());
                    assert!(!range(language, odd, PartialDate::day(2018, 6, 28)).is_empty());
                }
            }
        }
    }
}
