//! Three times that are never compared: the owner's stamp `at`, this node's `seen`, and dates in bodies.

use crate::id::{FromText, NotThat};
use crate::shape::written_as;
use jiff::civil;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A moment in UTC, to the millisecond. Written RFC 3339 with three decimals and `Z`: `2018-06-28T09:00:00.000Z`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(i64);

impl Stamp {
    /// The first moment of 1970.
    pub const EPOCH: Stamp = Stamp(0);

    /// Milliseconds since 1970; out of the years 1 to 9999 is clamped (jiff ends at 30 December 9999, 22:00).
    pub fn from_millis(millis: i64) -> Self {
        Stamp(millis.clamp(-62_135_596_800_000, 253_402_207_199_999))
    }

    /// Milliseconds since 1970.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// The next moment after this one.
    pub fn next(self) -> Self {
        Stamp::from_millis(self.0 + 1)
    }

    /// The day in UTC.
    pub fn day(self) -> civil::Date {
        self.civil().date()
    }

    /// Date and time of day in UTC.
    pub fn civil(self) -> civil::DateTime {
        // Invariant: the range of `from_millis` is within jiff's.
        let stamp = jiff::Timestamp::from_millisecond(self.0).expect("a stamp has a four-digit year");
        jiff::tz::TimeZone::UTC.to_datetime(stamp)
    }

    /// The last moment of a day in UTC: what is meant by "as of 31 December 2017".
    pub fn end_of(day: civil::Date) -> Self {
        let next = day.saturating_add(jiff::Span::new().days(1));
        Stamp::from_millis(Stamp::start_of(next).0 - 1)
    }

    fn start_of(day: civil::Date) -> Self {
        let stamp = jiff::tz::TimeZone::UTC.to_timestamp(day.to_datetime(civil::Time::midnight()));
        Stamp::from_millis(stamp.map_or(0, |stamp| stamp.as_millisecond()))
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let when = self.civil();
        let (date, time) = (when.date(), when.time());
        let millis = time.subsec_nanosecond() / 1_000_000;
        write!(out, "{date}T{:02}:{:02}:{:02}.{millis:03}Z", time.hour(), time.minute(), time.second())
    }
}

impl fmt::Debug for Stamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl FromStr for Stamp {
    type Err = NotThat;

    fn from_str(text: &str) -> Result<Self, NotThat> {
        read_stamp(text.as_bytes())
            .ok_or_else(|| NotThat { what: "a time", text: text.chars().take(40).collect() })
    }
}

/// Only the one form that is written. Loading reads millions of them.
fn read_stamp(text: &[u8]) -> Option<Stamp> {
    const FORM: &[u8; 24] = b"0000-00-00T00:00:00.000Z";
    let fits = |(letter, form): (&u8, &u8)| match form {
        b'0' => letter.is_ascii_digit(),
        mark => letter == mark,
    };
    if text.len() != FORM.len() || !text.iter().zip(FORM).all(fits) {
        return None;
    }
    let number = |from: usize, to: usize| {
        text[from..to].iter().fold(0, |sum, digit| sum * 10 + i32::from(digit - b'0'))
    };
    let [month, day, hour, minute, second] = [5, 8, 11, 14, 17].map(|from| number(from, from + 2) as i8);
    let date = civil::Date::new(number(0, 4) as i16, month, day).ok()?;
    let time = civil::Time::new(hour, minute, second, number(20, 23) * 1_000_000).ok()?;
    let read = jiff::tz::TimeZone::UTC.to_timestamp(date.to_datetime(time)).ok()?.as_millisecond();
    let stamp = Stamp::from_millis(read);
    (stamp.0 == read).then_some(stamp)
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Stamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(FromText::<Self>::new("a time"))
    }
}

written_as!(
    Stamp,
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$",
    "A moment in UTC, to the millisecond, such as 2018-06-28T09:00:00.000Z."
);

/// A date as far as it is known: `2013`, `2013-06` or `2013-06-28`.
///
/// The order is that of the first day it can mean; a year comes before its months.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: i16,
    month: Option<u8>,
    /// Only where the month is known; the day exists.
    day: Option<u8>,
}

impl PartialDate {
    /// A whole day.
    pub fn of(day: civil::Date) -> Self {
        PartialDate { year: day.year(), month: Some(day.month() as u8), day: Some(day.day() as u8) }
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, where known.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, where known.
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// The first day it can mean.
    pub fn first_day(self) -> civil::Date {
        let (month, day) = (self.month.unwrap_or(1) as i8, self.day.unwrap_or(1) as i8);
        // Invariant: `of` and `from_str` are the only makers, and let no day in that does not exist.
        civil::Date::new(self.year, month, day).expect("a partial date names a real day")
    }

    /// The last day it can mean: what a partial date says is surely known from the end of that day on.
    pub fn last_day(self) -> civil::Date {
        let first = self.first_day();
        match (self.month, self.day) {
            (_, Some(_)) => first,
            (Some(_), None) => first.last_of_month(),
            (None, None) => first.last_of_year(),
        }
    }

    /// Whether this was surely known at that moment: the last day it can mean is not after the moment's.
    pub fn known_by(self, moment: Stamp) -> bool {
        self.last_day() <= moment.day()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (month, day) = (self.month.unwrap_or_default(), self.day.unwrap_or_default());
        // Its parts are in their bounds (`PartialDate::new`), so that each digit is one.
        let Ok(year) = u16::try_from(self.year) else { return write!(out, "{:04}", self.year) };
        let digit = |number: u16, unit: u16| b'0' + (number / unit % 10) as u8;
        let mut digits = *b"0000-00-00";
        for (place, unit) in [1000, 100, 10, 1].into_iter().enumerate() {
            digits[place] = digit(year, unit);
        }
        for (place, part) in [(5, month), (8, day)] {
            digits[place] = digit(part.into(), 10);
            digits[place + 1] = digit(part.into(), 1);
        }
        let length = if self.day.is_some() {
            10
        } else if self.month.is_some() {
            7
        } else {
            4
        };
        out.write_str(std::str::from_utf8(&digits[..length]).unwrap_or_default())
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl FromStr for PartialDate {
    type Err = NotThat;

    fn from_str(text: &str) -> Result<Self, NotThat> {
        let wrong = || NotThat {
            what: "a date such as 2013, 2013-06 or 2013-06-28",
            text: text.chars().take(40).collect(),
        };
        let parts: Vec<&str> = text.split('-').collect();
        let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        let digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        if !digits || ![&[4][..], &[4, 2], &[4, 2, 2]].contains(&&widths[..]) {
            return Err(wrong());
        }
        let year: i16 = parts[0].parse().map_err(|_| wrong())?;
        let small =
            |index: usize| parts.get(index).map(|part| part.parse::<u8>()).transpose().map_err(|_| wrong());
        let (month, day) = (small(1)?, small(2)?);
        let exists = civil::Date::new(year, month.unwrap_or(1) as i8, day.unwrap_or(1) as i8).is_ok();
        if exists && year > 0 { Ok(PartialDate { year, month, day }) } else { Err(wrong()) }
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(FromText::<Self>::new("a date"))
    }
}

written_as!(
    PartialDate,
    "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
    "A date as far as it is known: 2013, 2013-06 or 2013-06-28."
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_has_three_decimals_and_ends_in_z() {
        let stamp = Stamp::from_millis(1_530_176_400_007);
        assert_eq!(stamp.to_string(), "2018-06-28T09:00:00.007Z");
        assert_eq!("2018-06-28T09:00:00.007Z".parse(), Ok(stamp));
        for wrong in [
            "9999-12-30T22:00:00.500Z",
            "2018-06-28T09:00:00Z",
            "2018-06-28T09:00:00.007+00:00",
            "2018-06-28",
            "",
        ] {
            assert!(wrong.parse::<Stamp>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_partial_date_is_read_as_it_is_written_and_only_if_it_exists() {
        for right in ["2013", "2013-06", "2013-06-28", "2016-02-29"] {
            assert_eq!(right.parse::<PartialDate>().unwrap().to_string(), right);
        }
        for wrong in
            ["", "13", "2013-6", "2013-13", "2015-02-29", "2013-06-28T", "0000", "２０１３", "2013-06-"]
        {
            assert!(wrong.parse::<PartialDate>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_year_is_surely_known_only_when_it_is_over() {
        let year: PartialDate = "2017".parse().unwrap();
        assert!(!year.known_by("2017-12-30T23:59:59.999Z".parse().unwrap()));
        assert!(year.known_by("2017-12-31T00:00:00.000Z".parse().unwrap()));
    }

    #[test]
    fn as_of_a_day_means_its_last_moment() {
        let day = civil::date(2017, 12, 31);
        assert_eq!(Stamp::end_of(day).to_string(), "2017-12-31T23:59:59.999Z");
    }
}
