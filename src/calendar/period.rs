//! A unit of the calendar at some grain, as an index, so that shifting is addition.

use super::{Day, MAX_YEAR};

/// How fine a date is, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// One day.
    Day,
    /// Monday to Sunday (ISO 8601).
    Week,
    /// A calendar month.
    Month,
    /// Three months; the first quarter begins in January.
    Quarter,
    /// A meteorological season of the northern half: spring is March to May, winter December to February of the
    /// year after.
    Season,
    /// Six months.
    Half,
    /// A calendar year.
    Year,
    /// Ten years, from a year that ends in 0.
    Decade,
    /// A hundred years, from a year that ends in 00.
    Century,
}

/// Names of the seasons by their number, 0 for spring.
pub const SEASON_NAMES: [&str; 4] = ["spring", "summer", "autumn", "winter"];

/// A calendar unit: the `index`th of its grain, counted from the one that holds the start of year 0 (days from 1970).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    grain: Grain,
    index: i32,
}

impl Period {
    /// A day.
    #[must_use]
    pub const fn day(day: Day) -> Self {
        Self { grain: Grain::Day, index: day.ordinal() }
    }

    /// The day of a year, month and day of the month; `None` where there is none.
    #[must_use]
    pub fn ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        Day::from_ymd(year, month, day).map(Self::day)
    }

    /// A month, 1 to 12, of a year.
    #[must_use]
    pub fn month(year: i32, month: u8) -> Option<Self> {
        let index = year.checked_mul(12)?.checked_add(i32::from(month) - 1)?;
        if (1..=12).contains(&month) { Self::checked(Grain::Month, index) } else { None }
    }

    /// A year, astronomical: 0 is 1 BCE.
    #[must_use]
    pub fn year(year: i32) -> Option<Self> {
        Self::checked(Grain::Year, year)
    }

    /// The decade with this tens part: 199 is the 1990s.
    #[must_use]
    pub fn decade(tens: i32) -> Option<Self> {
        Self::checked(Grain::Decade, tens)
    }

    /// The century with this hundreds part: 19 is the years 1900 to 1999.
    #[must_use]
    pub fn century(hundreds: i32) -> Option<Self> {
        Self::checked(Grain::Century, hundreds)
    }

    /// The `index`th unit of `grain`; `None` outside the supported years.
    #[must_use]
    pub fn checked(grain: Grain, index: i32) -> Option<Self> {
        // Where it has a first day it has a last one.
        let period = Self { grain, index };
        period.try_first_day().is_some().then_some(period)
    }

    /// The unit of `grain` that holds `day`.
    #[must_use]
    pub fn containing(day: Day, grain: Grain) -> Self {
        // Days and weeks need no calendar.
        let month_index = || {
            let (year, month, _) = day.ymd();
            year * 12 + i32::from(month) - 1
        };
        let index = match grain {
            Grain::Day => day.ordinal(),
            // 1970-01-01 was a Thursday: shift so that weeks begin on Mondays.
            Grain::Week => (day.ordinal() + 3).div_euclid(7),
            Grain::Month => month_index(),
            Grain::Quarter => month_index().div_euclid(3),
            Grain::Season => (month_index() - 2).div_euclid(3),
            Grain::Half => month_index().div_euclid(6),
            Grain::Year => day.year(),
            Grain::Decade => day.year().div_euclid(10),
            Grain::Century => day.year().div_euclid(100),
        };
        Self { grain, index }
    }

    /// How fine it is.
    #[must_use]
    pub const fn grain(self) -> Grain {
        self.grain
    }

    /// Which one of its grain it is: the year itself for years, `year * 12 + month - 1` for months, and so on.
    #[must_use]
    pub const fn index(self) -> i32 {
        self.index
    }

    /// So many units of its own grain later; `None` past the supported years.
    #[must_use]
    pub fn shifted(self, units: i32) -> Option<Self> {
        Self::checked(self.grain, self.index.checked_add(units)?)
    }

    /// The unit of a coarser (or the same) grain that holds its first day.
    #[must_use]
    pub fn widened(self, grain: Grain) -> Self {
        if grain == self.grain { self } else { Self::containing(self.first_day(), grain) }
    }

    /// The year of its first day.
    #[must_use]
    pub fn first_year(self) -> i32 {
        // Days alone need the calendar for it.
        Self::start_in_months(self.grain, self.index)
            .map_or_else(|| self.first_day().year(), |month_index| month_index.div_euclid(12))
    }

    /// The month of the year, 1 to 12, of its first day.
    #[must_use]
    pub fn first_month(self) -> u8 {
        self.first_day().ymd().1
    }

    /// First day.
    #[must_use]
    pub fn first_day(self) -> Day {
        self.try_first_day().unwrap_or(Day::EPOCH)
    }

    /// The day after its last: periods are half-open.
    #[must_use]
    pub fn end_day(self) -> Day {
        self.try_end_day().unwrap_or(Day::EPOCH)
    }

    /// Whether every day of `other` is a day of this period.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.first_day() <= other.first_day() && other.end_day() <= self.end_day()
    }

    fn try_first_day(self) -> Option<Day> {
        Self::start_of(self.grain, self.index)
    }

    fn try_end_day(self) -> Option<Day> {
        // The last unit of all ends with the last supported year.
        Self::start_of(self.grain, self.index.checked_add(1)?)
            .or_else(|| Day::from_ymd(MAX_YEAR, 12, 31).filter(|_| self.try_first_day().is_some()))
    }

    fn start_of(grain: Grain, index: i32) -> Option<Day> {
        match grain {
            Grain::Day => return Day::from_ordinal(index),
            Grain::Week => return Day::from_ordinal(index.checked_mul(7)?.checked_sub(3)?),
            _ => {}
        }
        let month_index = Self::start_in_months(grain, index)?;
        Day::from_ymd(month_index.div_euclid(12), month_index.rem_euclid(12) as u8 + 1, 1)
    }

    /// The month that a unit of months begins with, counted from the first of year 0; `None` for days and weeks.
    fn start_in_months(grain: Grain, index: i32) -> Option<i32> {
        let (months, offset) = match grain {
            Grain::Day | Grain::Week => return None,
            Grain::Month => (1, 0),
            Grain::Quarter => (3, 0),
            Grain::Season => (3, 2),
            Grain::Half => (6, 0),
            Grain::Year => (12, 0),
            Grain::Decade => (120, 0),
            Grain::Century => (1200, 0),
        };
        index.checked_mul(months)?.checked_add(offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u8, day: u8) -> Day {
        Day::from_ymd(year, month, day).unwrap()
    }

    #[test]
    fn every_grain_holds_the_day_it_was_made_from() {
        let d = day(2021, 8, 17);
        for grain in [
            Grain::Day,
            Grain::Week,
            Grain::Month,
            Grain::Quarter,
            Grain::Season,
            Grain::Half,
            Grain::Year,
            Grain::Decade,
            Grain::Century,
        ] {
            let period = Period::containing(d, grain);
            assert!(period.first_day() <= d && d < period.end_day(), "{grain:?}");
            assert_eq!(Period::checked(grain, period.index()), Some(period));
        }
    }

    #[test]
    fn shifting_crosses_years_and_the_year_zero() {
        assert_eq!(Period::month(2021, 11).unwrap().shifted(3), Period::month(2022, 2));
        assert_eq!(Period::month(0, 1).unwrap().shifted(-1), Period::month(-1, 12));
        assert_eq!(Period::year(MAX_YEAR).unwrap().shifted(1), None);
    }

    #[test]
    fn winter_reaches_into_the_next_year() {
        let winter = Period::containing(day(2004, 1, 10), Grain::Season);
        assert_eq!(winter.first_day(), day(2003, 12, 1));
        assert_eq!(winter.end_day(), day(2004, 3, 1));
    }

    #[test]
    fn weeks_begin_on_monday() {
        let week = Period::containing(day(2016, 11, 20), Grain::Week);
        assert_eq!(week.first_day(), day(2016, 11, 14));
    }
}
