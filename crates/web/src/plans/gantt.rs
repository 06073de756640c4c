//! The time-line of measures: planned light, reported by a quarter, a half or the whole, the term a stroke, today dotted.
//! Its geometry stands in the drawing's own attributes.

use crate::furniture::frame::Frame;
use crate::furniture::phrase::Phrase;
use crate::furniture::progress;
use ledger::time::PartialDate;
use maud::{Markup, html};
use review::measure::Measure;
use review::recommendation::HowFar;
use words::Message;

/// How wide the drawing is, in its own units.
const WIDTH: f64 = 360.0;

/// The longest time that is drawn, in years.
const MOST: i16 = 8;

/// The years that are drawn.
#[derive(Debug, Clone, Copy)]
pub struct Years {
    first: i16,
    count: i16,
}

/// The day that counts as today: on a page of the past, that day.
pub fn today(frame: &Frame) -> PartialDate {
    match &frame.past {
        Some(past) => PartialDate::of(past.day.last_day()),
        None => PartialDate::of(frame.now.day()),
    }
}

/// Whether a measure's term is over and it was not reported as done. Shown to its owner alone.
pub fn is_past(measure: &Measure, reported: Option<HowFar>, today: PartialDate) -> bool {
    let done = matches!(reported, Some(HowFar::CarriedOut | HowFar::Overtaken));
    !done && measure.to.is_some_and(|to| to.last_day() < today.first_day())
}

impl Years {
    /// The years of a plan, widened to the terms of its measures; none if no date is known.
    pub fn of<'m>(
        from: Option<PartialDate>,
        to: Option<PartialDate>,
        measures: impl Iterator<Item = &'m Measure> + Clone,
    ) -> Option<Self> {
        let known = measures.flat_map(|measure| [measure.from, measure.to]).chain([from, to]).flatten();
        let (first, last) =
            (known.clone().map(|date| date.year()).min()?, known.map(|date| date.year()).max()?);
        Some(Years { first, count: (last - first + 1).min(MOST) })
    }

    /// The first and the last year.
    pub fn ends(self) -> (i16, i16) {
        (self.first, self.first + self.count - 1)
    }

    /// The heads of the years.
    pub fn head(self) -> Markup {
        let width = WIDTH / f64::from(self.count);
        html! {
            svg.gantt.gh viewBox="0 0 360 20" preserveAspectRatio="xMinYMid meet" aria-hidden="true" {
                @for year in 0..self.count {
                    text x=(number(f64::from(year) * width + 4.0)) y="14" { (self.first + year) }
                }
            }
        }
    }

    /// The bar of a measure. `past`: the outline from its term to today, for its owner only.
    pub fn bar(self, frame: &Frame, measure: &Measure, reported: Option<HowFar>, past: bool) -> Markup {
        let begin = measure.from.map_or(0.0, |from| self.place(from, false));
        let end = measure.to.map_or(WIDTH, |to| self.place(to, true)).max(begin + 2.0);
        let done = (end - begin) * share(reported);
        let today = self.place(today(frame), false);
        let grid = format!("gantt q{}", self.count * 4);
        html! {
            svg class=(grid) viewBox="0 0 360 24" preserveAspectRatio="none" role="img" aria-label=(self.label(frame, measure, reported, past)) {
                rect.gb x=(number(begin)) y="8" width=(number(end - begin)) height="9" {}
                @if done > 0.0 { rect.gd x=(number(begin)) y="8" width=(number(done)) height="9" {} }
                @if past && today > end { rect.go x=(number(end)) y="8" width=(number(today - end)) height="9" {} }
                @if measure.to.is_some() { rect.dl x=(number((end - 1.0).min(WIDTH - 2.0))) y="4" width="2" height="17" {} }
                @if today > 0.0 && today < WIDTH { line.now x1=(number(today)) x2=(number(today)) y1="0" y2="24" {} }
            }
        }
    }

    /// The same in words.
    fn label(self, frame: &Frame, measure: &Measure, reported: Option<HowFar>, past: bool) -> Phrase {
        let told = reported.map_or_else(|| frame.say("plans-no-report"), |word| progress::words(frame, word));
        let key = if past { "plans-bar-past" } else { "plans-bar" };
        let message = Message::new(key).with("number", measure.number.as_str());
        frame.tell(message.with("term", frame.words(&measure.term)).with("progress", told))
    }

    /// Where a date lies: the beginning of the first day it can mean, or the end of the last.
    fn place(self, date: PartialDate, end: bool) -> f64 {
        let day = if end { date.last_day() } else { date.first_day() };
        let days = f64::from(day.day_of_year() - 1) + if end { 1.0 } else { 0.0 };
        let years = f64::from(day.year() - self.first) + days / f64::from(day.days_in_year());
        (years / f64::from(self.count) * WIDTH).clamp(0.0, WIDTH)
    }
}

/// How much of a bar is filled: the progress word, never a percentage.
fn share(reported: Option<HowFar>) -> f64 {
    match reported {
        Some(HowFar::UnderWay) => 0.25,
        Some(HowFar::Partly) => 0.5,
        Some(HowFar::CarriedOut) => 1.0,
        Some(HowFar::NotStarted | HowFar::Overtaken) | None => 0.0,
    }
}

fn number(value: f64) -> String {
    format!("{value:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_term_ends_with_its_last_day_and_a_time_line_begins_with_its_first() {
        let years = Years { first: 2025, count: 3 };
        assert_eq!(years.place(date("2025"), false), 0.0);
        assert_eq!(years.place(date("2025"), true), 120.0);
        assert_eq!(years.place(date("2027-12-31"), true), 360.0);
        assert_eq!(years.place(date("2019"), false), 0.0, "nothing is drawn outside");
    }
}
