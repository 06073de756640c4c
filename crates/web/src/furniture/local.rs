//! The hour where a round meets: its days and hours are given in its own zone, and the clock tells UTC.

use jiff::Timestamp;
use jiff::civil;
use jiff::tz::TimeZone;
use ledger::time::Stamp;
use review::round::Round;

/// The day and the hour in an IANA zone; in UTC where the zone is not known.
pub fn moment(now: Stamp, zone: Option<&str>) -> civil::DateTime {
    let known = zone.and_then(|zone| TimeZone::get(zone).ok()).unwrap_or(TimeZone::UTC);
    let at = Timestamp::from_millisecond(now.millis()).unwrap_or_default();
    known.to_datetime(at)
}

/// How far the zone is from UTC at that moment, such as `UTC+6` or `UTC−3:30`; nothing for an unknown zone.
pub fn offset(now: Stamp, zone: &str) -> Option<String> {
    let zone = TimeZone::get(zone).ok()?;
    let at = Timestamp::from_millisecond(now.millis()).ok()?;
    let minutes = zone.to_offset(at).seconds() / 60;
    let sign = if minutes < 0 { "−" } else { "+" };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    Some(match (hours, rest) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    })
}

/// A day as one of the days on which a round meets: the second of three. Nothing on other days.
pub fn day_of(today: civil::Date, round: &Round) -> Option<(i64, i64)> {
    let period = round.dates.first()?;
    let (first, last) = (period.from.first_day(), period.to.unwrap_or(period.from).last_day());
    let count = |until: civil::Date| i64::from((until - first).get_days() + 1);
    (first..=last).contains(&today).then(|| (count(today), count(last)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hour_of_a_round_is_that_of_its_place() {
        let noon: Stamp = "2026-11-24T12:00:00.000Z".parse().unwrap();
        assert_eq!(moment(noon, Some("Asia/Bishkek")).hour(), 18);
        assert_eq!(moment(noon, Some("nowhere")).hour(), 12);
        assert_eq!(offset(noon, "Etc/GMT-6").as_deref(), Some("UTC+6"));
        assert_eq!(offset(noon, "America/Asuncion").as_deref(), Some("UTC−3"));
        assert_eq!(offset(noon, "nowhere"), None);
    }
}
