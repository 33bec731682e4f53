//! Parts of a year as periods of the calendar: arithmetic without a document.

use super::super::meaning::Part;
use crate::calendar::{Day, Grain, Period, Weekday};

/// The part of a year as a period.
pub(super) fn period_of(year: i32, part: Part) -> Option<Period> {
    let index =
        |grain, per_year: i32, number: u8| Period::checked(grain, year.checked_mul(per_year)? + i32::from(number));
    match part {
        Part::Whole => Period::year(year),
        Part::Half(half) => index(Grain::Half, 2, half.checked_sub(1)?),
        Part::Quarter(quarter) => index(Grain::Quarter, 4, quarter.checked_sub(1)?),
        Part::Season(season) => index(Grain::Season, 4, season),
        Part::Month(month) => Period::month(year, month),
        Part::Day(month, day) => Period::ymd(year, month, day),
        Part::WeekOfDay(month, day) => Some(Period::ymd(year, month, day)?.widened(Grain::Week)),
        Part::WeekOf(month, number) => week_of(Period::month(year, month)?, number),
        Part::NthWeekday(month, weekday, number) => nth_weekday(Period::month(year, month)?, weekday, number),
        Part::AfterNthWeekday(month, weekday, number) => {
            nth_weekday(Period::month(year, month)?, weekday, number)?.shifted(1)
        }
        Part::Easter(days) => Some(Period::day(easter(year)?.plus_days(days.into())?)),
        Part::SameQuarter | Part::SameMonth | Part::DayOfMonth(_) => None,
    }
}

/// The nth week of a month, 0 for the last. As in ISO 8601, a week belongs to the month that has its Thursday.
fn week_of(month: Period, number: u8) -> Option<Period> {
    let thursday = nth_weekday(month, Weekday::Thursday, number)?;
    Some(Period::containing(thursday.first_day(), Grain::Week))
}

fn nth_weekday(month: Period, weekday: Weekday, number: u8) -> Option<Period> {
    let day = if number == 0 {
        let last = month.end_day().plus_days(-1)?;
        last.plus_days(-i32::from((last.weekday().iso_number() + 7 - weekday.iso_number()) % 7))?
    } else {
        let first = month.first_day();
        let to_first = i32::from((weekday.iso_number() + 7 - first.weekday().iso_number()) % 7);
        first.plus_days(to_first + 7 * (i32::from(number) - 1))?
    };
    Some(Period::day(day))
}

/// Easter Sunday of the Gregorian calendar (Meeus, "Astronomical Algorithms", chapter 8).
fn easter(year: i32) -> Option<Day> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let f = (b + 8).div_euclid(25);
    let g = (b - f + 1).div_euclid(3);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c.div_euclid(4), c.rem_euclid(4));
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l).div_euclid(451);
    let days = h + l - 7 * m + 114;
    Day::from_ymd(year, days.div_euclid(31) as u8, (days.rem_euclid(31) + 1) as u8)
}

/// The month that a part of the year is in or begins in, where it has one.
pub(super) const fn month_of(part: Part) -> Option<u8> {
    match part {
        Part::Month(month) | Part::Day(month, _) => Some(month),
        Part::Quarter(quarter @ 1..=4) => Some(quarter * 3 - 2),
        // Spring begins in March.
        Part::Season(season) => Some(season * 3 + 3),
        _ => None,
    }
}

/// Two digits mean the latest such year up to a few ahead of the document; without one, 1950 to 2049.
pub(super) fn year_from_two_digits(digits: u8, now: Option<Day>) -> i32 {
    let latest = now.map_or(2049, |now| now.year() + 10);
    let year = latest - latest.rem_euclid(100) + i32::from(digits);
    if year > latest { year - 100 } else { year }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_day(year: i32, part: Part) -> Option<(i32, u8, u8)> {
        Some(period_of(year, part)?.first_day().ymd())
    }

    #[test]
    fn easter_falls_where_the_almanac_has_it() {
        for (year, month, day) in [(1818, 3, 22), (1943, 4, 25), (1998, 4, 12), (2021, 4, 4), (2038, 4, 25)] {
            assert_eq!(first_day(year, Part::Easter(0)), Some((year, month, day)));
        }
    }

    #[test]
    fn weekdays_and_weeks_of_a_month_are_counted_from_either_end() {
        assert_eq!(first_day(2020, Part::NthWeekday(11, Weekday::Thursday, 4)), Some((2020, 11, 26)));
        assert_eq!(first_day(1998, Part::NthWeekday(5, Weekday::Monday, 0)), Some((1998, 5, 25)));
        assert_eq!(first_day(1994, Part::AfterNthWeekday(11, Weekday::Monday, 1)), Some((1994, 11, 8)));
        assert_eq!(first_day(1998, Part::WeekOf(5, 1)), Some((1998, 5, 4)));
        assert_eq!(first_day(2009, Part::WeekOf(3, 0)), Some((2009, 3, 23)));
    }

    #[test]
    fn two_digits_are_the_latest_such_year_up_to_a_few_ahead() {
        let now = Day::from_ymd(1998, 3, 6);
        assert_eq!(year_from_two_digits(98, now), 1998);
        assert_eq!(year_from_two_digits(5, now), 2005);
        assert_eq!(year_from_two_digits(12, now), 1912);
        assert_eq!(year_from_two_digits(68, None), 1968);
    }
}
