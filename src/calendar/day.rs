//! One day as an integer, with chrono doing the calendar arithmetic.

use chrono::{Datelike, NaiveDate};

/// First year that can be written in four digits: 10000 BCE, year -9999 in astronomical counting.
pub const MIN_YEAR: i32 = -9999;
/// Last year that can be written in four digits.
pub const MAX_YEAR: i32 = 9999;

/// Days from 0001-01-01 (chrono's day 1) to 1970-01-01.
const EPOCH_FROM_COMMON_ERA: i32 = 719_163;

/// The first day of [`MIN_YEAR`] and the last of [`MAX_YEAR`].
const FIRST_ORDINAL: i32 = -4_371_587;
const LAST_ORDINAL: i32 = 2_932_896;

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01. Years are astronomical: 0 is 1 BCE.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// Days of the week, Monday first as ISO 8601 counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say all")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// Monday to Sunday.
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    /// 1 for Monday to 7 for Sunday.
    #[must_use]
    pub const fn iso_number(self) -> u8 {
        self as u8 + 1
    }
}

impl Day {
    /// 1970-01-01.
    pub const EPOCH: Self = Self(0);

    /// The day of a year, month (1 to 12) and day of the month; `None` where the calendar has no such day or the
    /// year is outside [`MIN_YEAR`] to [`MAX_YEAR`].
    #[must_use]
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(MIN_YEAR..=MAX_YEAR).contains(&year) {
            return None;
        }
        let date = NaiveDate::from_ymd_opt(year, month.into(), day.into())?;
        Some(Self(date.num_days_from_ce() - EPOCH_FROM_COMMON_ERA))
    }

    /// The day so many days after (before, where negative) 1970-01-01; `None` outside the supported years.
    #[must_use]
    pub const fn from_ordinal(ordinal: i32) -> Option<Self> {
        if FIRST_ORDINAL <= ordinal && ordinal <= LAST_ORDINAL { Some(Self(ordinal)) } else { None }
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub const fn ordinal(self) -> i32 {
        self.0
    }

    /// Year, month (1 to 12) and day of the month.
    #[must_use]
    pub fn ymd(self) -> (i32, u8, u8) {
        let date = self.date();
        (date.year(), date.month() as u8, date.day() as u8)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.date().year()
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday, the fourth day of its week.
        let number = (self.0 + 3).rem_euclid(7);
        Weekday::ALL.get(number as usize).copied().unwrap_or(Weekday::Monday)
    }

    /// ISO 8601 week: the year it belongs to and its number, 1 to 53.
    #[must_use]
    pub fn iso_week(self) -> (i32, u8) {
        let week = self.date().iso_week();
        (week.year(), week.week() as u8)
    }

    /// So many days later; `None` past the supported years.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Option<Self> {
        Self::from_ordinal(self.0.checked_add(days)?)
    }

    /// Days from `earlier` to this day; negative where this day is the earlier one.
    #[must_use]
    pub const fn days_since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    fn date(self) -> NaiveDate {
        // Every Day was made from a valid date, so the fallback is never taken.
        NaiveDate::from_num_days_from_ce_opt(self.0 + EPOCH_FROM_COMMON_ERA).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_supported_years_end_with_their_last_days() {
        assert_eq!(Day::from_ymd(MIN_YEAR, 1, 1), Day::from_ordinal(FIRST_ORDINAL));
        assert_eq!(Day::from_ymd(MAX_YEAR, 12, 31), Day::from_ordinal(LAST_ORDINAL));
        assert!(Day::from_ordinal(FIRST_ORDINAL).is_some() && Day::from_ordinal(LAST_ORDINAL).is_some());
        assert_eq!(Day::from_ordinal(FIRST_ORDINAL - 1), None);
        assert_eq!(Day::from_ordinal(LAST_ORDINAL + 1), None);
    }

    #[test]
    fn weekdays_are_those_of_the_calendar() {
        for ordinal in (FIRST_ORDINAL..=LAST_ORDINAL).step_by(1009) {
            let day = Day(ordinal);
            assert_eq!(u32::from(day.weekday().iso_number()), day.date().weekday().number_from_monday());
        }
    }

    #[test]
    fn days_count_from_the_unix_epoch() {
        assert_eq!(Day::from_ymd(1970, 1, 1).unwrap().ordinal(), 0);
        assert_eq!(Day::from_ymd(2001, 9, 11).unwrap().ordinal(), 11_576);
        assert_eq!(Day::from_ymd(2021, 8, 17).unwrap().weekday(), Weekday::Tuesday);
        assert_eq!(Day::from_ymd(2016, 11, 14).unwrap().iso_week(), (2016, 46));
    }

    #[test]
    fn impossible_days_are_refused() {
        assert_eq!(Day::from_ymd(2023, 2, 29), None);
        assert_eq!(Day::from_ymd(10_000, 1, 1), None);
        assert_eq!(Day::from_ordinal(i32::MAX), None);
    }
}
