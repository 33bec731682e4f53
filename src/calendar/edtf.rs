//! Dates with their precision and doubts, written as EDTF (ISO 8601-2:2019, level 1, with `198X` and seasons).

use std::fmt;
use std::str::FromStr;

use super::{Day, Grain, Period};
use crate::text::quoted;

/// What the text says about how sure a date is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Qualifier {
    /// Nothing: the date is as good as its grain.
    #[default]
    Exact,
    /// `~`: about then.
    Approximate,
    /// `?`: possibly then.
    Uncertain,
    /// `%`: both.
    ApproximateAndUncertain,
}

/// A single date: a century, decade, year, season, month or day, with its doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EdtfDate {
    /// The unit; its grain is one that EDTF can write without an interval.
    pub period: Period,
    /// The doubt.
    pub qualifier: Qualifier,
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// A date.
    Date(EdtfDate),
    /// `..`: no end, or still going on.
    Open,
    /// Nothing written: there is an end, and it is not known.
    Unknown,
}

/// A date or an interval of dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edtf {
    /// One date.
    Date(EdtfDate),
    /// From one date to another, both included.
    Interval(Bound, Bound),
}

/// Why a text is not a date we can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EdtfError {
    found: String,
}

impl fmt::Display for EdtfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "expected an EDTF date such as 2021, 2021-08, 2021-08-17, 198X, 1989~ or 1979/1989, found {}",
            quoted(&self.found)
        )
    }
}

impl std::error::Error for EdtfError {}

impl EdtfDate {
    /// An exact date.
    #[must_use]
    pub const fn exact(period: Period) -> Self {
        Self { period, qualifier: Qualifier::Exact }
    }

    /// A date about then.
    #[must_use]
    pub const fn about(period: Period) -> Self {
        Self { period, qualifier: Qualifier::Approximate }
    }

    /// Whether the text says "about".
    #[must_use]
    pub const fn is_approximate(self) -> bool {
        matches!(self.qualifier, Qualifier::Approximate | Qualifier::ApproximateAndUncertain)
    }

    fn parse(text: &str) -> Option<Self> {
        let (body, qualifier) = match text.as_bytes().last()? {
            b'~' => (text.get(..text.len() - 1)?, Qualifier::Approximate),
            b'?' => (text.get(..text.len() - 1)?, Qualifier::Uncertain),
            b'%' => (text.get(..text.len() - 1)?, Qualifier::ApproximateAndUncertain),
            _ => (text, Qualifier::Exact),
        };
        Some(Self { period: parse_period(body)?, qualifier })
    }
}

impl Bound {
    /// The date, where there is one.
    #[must_use]
    pub const fn date(self) -> Option<EdtfDate> {
        match self {
            Self::Date(date) => Some(date),
            Self::Open | Self::Unknown => None,
        }
    }
}

impl Edtf {
    /// An exact date of a period; weeks, quarters and halves, which EDTF has no sign for, become intervals.
    #[must_use]
    pub fn from_period(period: Period) -> Self {
        let inner = match period.grain() {
            Grain::Week => Grain::Day,
            Grain::Quarter | Grain::Half => Grain::Month,
            _ => return Self::Date(EdtfDate::exact(period)),
        };
        let last = period.end_day().plus_days(-1).unwrap_or(period.end_day());
        Self::between(Period::containing(period.first_day(), inner), Period::containing(last, inner))
    }

    /// The exact interval from the first period to the last, both included.
    #[must_use]
    pub const fn between(first: Period, last: Period) -> Self {
        Self::Interval(Bound::Date(EdtfDate::exact(first)), Bound::Date(EdtfDate::exact(last)))
    }

    /// A day.
    #[must_use]
    pub const fn day(day: Day) -> Self {
        Self::Date(EdtfDate::exact(Period::day(day)))
    }

    /// First day it can mean; `None` where the start is open or unknown.
    #[must_use]
    pub fn first_day(self) -> Option<Day> {
        match self {
            Self::Date(date) | Self::Interval(Bound::Date(date), _) => Some(date.period.first_day()),
            Self::Interval(..) => None,
        }
    }

    /// The day after the last it can mean; `None` where the end is open or unknown.
    #[must_use]
    pub fn end_day(self) -> Option<Day> {
        match self {
            Self::Date(date) | Self::Interval(_, Bound::Date(date)) => Some(date.period.end_day()),
            Self::Interval(..) => None,
        }
    }

    /// The period of a single date; `None` for an interval.
    #[must_use]
    pub const fn single(self) -> Option<Period> {
        match self {
            Self::Date(date) => Some(date.period),
            Self::Interval(..) => None,
        }
    }

    /// Where it begins: the date itself, or the start of the interval.
    #[must_use]
    pub const fn start(self) -> Bound {
        match self {
            Self::Date(date) => Bound::Date(date),
            Self::Interval(start, _) => start,
        }
    }

    /// Where it ends: the date itself, or the end of the interval.
    #[must_use]
    pub const fn end(self) -> Bound {
        match self {
            Self::Date(date) => Bound::Date(date),
            Self::Interval(_, end) => end,
        }
    }

    /// Whether the date, or an end of the interval, says "about".
    #[must_use]
    pub fn is_approximate(self) -> bool {
        [self.start(), self.end()].into_iter().filter_map(Bound::date).any(EdtfDate::is_approximate)
    }

    /// The same, said to be about then.
    #[must_use]
    pub fn about(self) -> Self {
        let about = |bound| match bound {
            Bound::Date(date) => Bound::Date(EdtfDate::about(date.period)),
            other => other,
        };
        match self {
            Self::Date(date) => Self::Date(EdtfDate::about(date.period)),
            Self::Interval(start, end) => Self::Interval(about(start), about(end)),
        }
    }

    /// Whether some day could be meant by both.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let before =
            |a: Self, b: Self| matches!((a.end_day(), b.first_day()), (Some(end), Some(first)) if end <= first);
        !before(self, other) && !before(other, self)
    }

    /// Whether every day `other` could mean is one that this could mean.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        let starts = match (self.first_day(), other.first_day()) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(outer), Some(inner)) => outer <= inner,
        };
        let ends = match (self.end_day(), other.end_day()) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(outer), Some(inner)) => inner <= outer,
        };
        starts && ends
    }

    /// Days from the first to the last it can mean; `None` where an end is open or unknown.
    #[must_use]
    pub fn days(self) -> Option<i32> {
        Some(self.end_day()?.days_since(self.first_day()?))
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        let error = || EdtfError { found: text.chars().take(60).collect() };
        let Some((start, end)) = text.split_once('/') else {
            return EdtfDate::parse(text).map(Self::Date).ok_or_else(error);
        };
        let start = parse_bound(start).ok_or_else(error)?;
        let end = parse_bound(end).ok_or_else(error)?;
        let interval = Self::Interval(start, end);
        let is_backward =
            matches!((start.date(), end.date()), (Some(a), Some(b)) if b.period.end_day() <= a.period.first_day());
        let is_empty = start.date().is_none() && end.date().is_none();
        if is_backward || is_empty { Err(error()) } else { Ok(interval) }
    }
}

impl fmt::Display for EdtfDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let index = self.period.index();
        let sign = if index < 0 { "-" } else { "" };
        match self.period.grain() {
            Grain::Century => write!(f, "{sign}{:02}XX", index.abs())?,
            Grain::Decade => write!(f, "{sign}{:03}X", index.abs())?,
            Grain::Year => write_year(f, index)?,
            Grain::Season => {
                write_year(f, index.div_euclid(4))?;
                write!(f, "-{}", 21 + index.rem_euclid(4))?;
            }
            Grain::Month => {
                write_year(f, index.div_euclid(12))?;
                write!(f, "-{:02}", index.rem_euclid(12) + 1)?;
            }
            _ => {
                let (year, month, day) = self.period.first_day().ymd();
                write_year(f, year)?;
                write!(f, "-{month:02}-{day:02}")?;
            }
        }
        f.write_str(match self.qualifier {
            Qualifier::Exact => "",
            Qualifier::Approximate => "~",
            Qualifier::Uncertain => "?",
            Qualifier::ApproximateAndUncertain => "%",
        })
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Interval(start, end) => write!(f, "{start}/{end}"),
        }
    }
}

fn write_year(f: &mut fmt::Formatter<'_>, year: i32) -> fmt::Result {
    let sign = if year < 0 { "-" } else { "" };
    write!(f, "{sign}{:04}", year.abs())
}

fn parse_bound(text: &str) -> Option<Bound> {
    match text {
        "" => Some(Bound::Unknown),
        ".." => Some(Bound::Open),
        _ => EdtfDate::parse(text).map(Bound::Date),
    }
}

fn parse_period(text: &str) -> Option<Period> {
    let (sign, body) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    if let Some(hundreds) = body.strip_suffix("XX") {
        return Period::century(sign * digits(hundreds, 2)?);
    }
    if let Some(tens) = body.strip_suffix('X') {
        return Period::decade(sign * digits(tens, 3)?);
    }
    let mut parts = body.split('-');
    let year = sign * digits(parts.next()?, 4)?;
    let Some(second) = parts.next() else { return Period::year(year) };
    let second = u8::try_from(digits(second, 2)?).ok()?;
    let period = match parts.next() {
        Some(day) => Period::ymd(year, second, u8::try_from(digits(day, 2)?).ok()?),
        None if (21..=24).contains(&second) => Period::checked(Grain::Season, year * 4 + i32::from(second) - 21),
        None => Period::month(year, second),
    };
    if parts.next().is_some() { None } else { period }
}

/// Exactly `count` decimal digits.
fn digits(text: &str, count: usize) -> Option<i32> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_read_is_written_back_alike() {
        for text in [
            "1979",
            "2021-08",
            "2001-09-11",
            "198X",
            "19XX",
            "1990~/1993~",
            "2009-01/2009-03",
            "2003-21",
            "1996?",
            "1992%",
            "../1996",
            "1992/..",
            "1992/",
            "-0043-03-15",
            "2025-07-03~",
        ] {
            assert_eq!(text.parse::<Edtf>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date_is_refused_with_what_was_expected() {
        for text in
            ["", "/", "../..", "2021-13", "2021-02-30", "21-08", "2021-8", "1989/1979", "2021-08-17-1", "é~", "1e3"]
        {
            assert!(text.parse::<Edtf>().is_err(), "{text}");
        }
        let message = "soon".parse::<Edtf>().unwrap_err().to_string();
        assert!(message.contains("expected an EDTF date") && message.ends_with("found \"soon\""));
    }

    #[test]
    fn quarters_and_weeks_become_intervals() {
        let quarter = Period::checked(Grain::Quarter, 2009 * 4).unwrap();
        assert_eq!(Edtf::from_period(quarter).to_string(), "2009-01/2009-03");
        let week = Period::containing(Day::from_ymd(2016, 11, 17).unwrap(), Grain::Week);
        assert_eq!(Edtf::from_period(week).to_string(), "2016-11-14/2016-11-20");
    }

    #[test]
    fn a_year_contains_its_months_and_overlaps_its_decade() {
        let year: Edtf = "2021".parse().unwrap();
        assert!(year.contains("2021-08".parse().unwrap()));
        assert!(year.overlaps("202X".parse().unwrap()));
        assert!(!year.contains("2021/..".parse().unwrap()));
        assert!(!year.overlaps("2022".parse().unwrap()));
    }
}
