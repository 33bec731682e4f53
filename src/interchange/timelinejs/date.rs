//! The dates of TimelineJS: a year, maybe a month, maybe a day.

use crate::calendar::{Bound, Edtf, EdtfDate, Grain, LabelLength, Period, Qualifier};
use crate::event::{Event, Extent};

/// A year with its month and day as far as they are given. Years before our era are negative, and there is no year 0:
/// TimelineJS shows -44 as "44 BCE".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SlideDate {
    pub(super) year: i32,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
}

impl SlideDate {
    /// The first unit of the period that TimelineJS can write.
    pub(super) fn first_of(period: Period) -> Self {
        let (year, month, day) = period.first_day().ymd();
        Self::with_grain(period.grain(), year, month, day)
    }

    /// The last unit of the period that TimelineJS can write: of the 1980s, the year 1989.
    pub(super) fn last_of(period: Period) -> Self {
        let last = period.end_day().plus_days(-1).unwrap_or(period.first_day());
        let (year, month, day) = last.ymd();
        Self::with_grain(period.grain(), year, month, day)
    }

    fn with_grain(grain: Grain, year: i32, month: u8, day: u8) -> Self {
        Self {
            year: if year > 0 { year } else { year - 1 },
            month: (grain < Grain::Year).then_some(month),
            day: (grain < Grain::Month).then_some(day),
        }
    }

    /// The period that it names; `None` where the calendar has none.
    pub(super) fn period(self) -> Option<Period> {
        let year = match self.year {
            0 => return None,
            year if year < 0 => year + 1,
            year => year,
        };
        match (self.month, self.day) {
            (None, _) => Period::year(year),
            (Some(month), None) => Period::month(year, month),
            (Some(month), Some(day)) => Period::ymd(year, month, day),
        }
    }
}

/// When a slide begins and ends, and the text that is to show where these two do not say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SlideDates {
    pub(super) start: SlideDate,
    pub(super) end: Option<SlideDate>,
    pub(super) display: Option<String>,
}

impl SlideDates {
    /// `None` for an event without a date.
    pub(super) fn of(event: &Event) -> Option<Self> {
        let date = event.date?;
        let (first, last) = (date.start().date(), date.end().date());
        let start = SlideDate::first_of(first.or(last)?.period);
        // Only what lasted has an end: a moment in the 1980s did not take ten years.
        let end = match (event.extent, first, last) {
            (Extent::Throughout, Some(_), Some(last)) => Some(SlideDate::last_of(last.period)),
            _ => None,
        };
        let end = end.filter(|end| *end != start);
        let display = event.display_date.clone();
        let display =
            display.or_else(|| (!is_said_by_numbers(date, event.extent)).then(|| event.date_label(LabelLength::Full)));
        Some(Self { start, end, display })
    }
}

/// Whether a start and an end say all that the date says.
fn is_said_by_numbers(date: Edtf, extent: Extent) -> bool {
    let is_plain = |date: EdtfDate| {
        date.qualifier == Qualifier::Exact && matches!(date.period.grain(), Grain::Day | Grain::Month | Grain::Year)
    };
    match (date, extent) {
        (Edtf::Date(date), Extent::Within) => is_plain(date),
        (Edtf::Interval(Bound::Date(start), Bound::Date(end)), Extent::Throughout) => is_plain(start) && is_plain(end),
        _ => false,
    }
}
