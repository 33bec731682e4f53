//! The years of a chronology whose entries say none: "29 January: Two papers appear".
//!
//! Entries tell what was, unless their verb says that it is ahead. A list goes one way, mostly to what is later, and so its
//! entries give each other their year: a stated one, that of a heading, or the latest for which all of it lies before the
//! publication.

use super::super::entry::opens_entry;
use super::super::meaning::{Meaning, Part, Tense, YearRef};
use super::super::model::{Relation, Stated};
use super::parts::period_of;
use super::place::{Origin, Placed, placed};
use crate::calendar::{Day, Period};
use crate::text::TextSpan;

/// Expressions after an entry's date among which the next entry is looked for.
const NEIGHBOURS: usize = 8;

/// An entry of a list is at most so long.
const ENTRY_BYTES: usize = 400;

/// Ends of lines from one entry to the next: its own, and that of an empty line.
const LINE_ENDS: usize = 3;

/// Entries that are given their year together.
const MOST_ENTRIES: usize = 64;

/// The line above a list that names its year is at most so long.
const HEADING_BYTES: usize = 60;

/// A date that opens an entry.
#[derive(Clone, Copy, Debug)]
struct Entry {
    index: usize,
    year: Option<i32>,
    month: u8,
    day: Option<u8>,
    is_ahead: bool,
}

/// The entries of the last list, each with its year.
#[derive(Debug, Default)]
pub(super) struct List {
    years: Vec<(usize, i32)>,
    origin: Option<Origin>,
}

impl List {
    /// The date of the expression at `index`, where it opens an entry without a year among others.
    pub(super) fn place(
        &mut self,
        text: &str,
        stated: &[Stated],
        index: usize,
        days: Option<[Day; 2]>,
    ) -> Option<Placed> {
        let first = entry(text, stated, index)?;
        let is_known = self.years.iter().any(|(at, _)| *at == index);
        if !is_known {
            let entries: Vec<Entry> =
                std::iter::successors(Some(first), |last| next(text, stated, last.index)).take(MOST_ENTRIES).collect();
            *self = Self::of(&entries, heading(text, stated, index), days);
        }
        let (_, year) = self.years.iter().find(|(at, _)| *at == index).filter(|_| first.year.is_none())?;
        Some(placed(first.in_year(*year)?, self.origin?))
    }

    fn of(entries: &[Entry], heading: Option<(i32, usize)>, days: Option<[Day; 2]>) -> Self {
        let steps = || entries.iter().zip(entries.iter().skip(1)).map(|(one, next)| one.step(next));
        let is_back = steps().map(i32::signum).sum::<i32>() < 0;
        // Years from the first entry to each.
        let turns = |step: i32| if is_back { -i32::from(step > 0) } else { i32::from(step < 0) };
        let offsets = || {
            std::iter::once(0).chain(steps()).scan(0, move |years, step| {
                *years += turns(step);
                Some(*years)
            })
        };
        let named = entries.iter().zip(offsets()).find_map(|(one, offset)| Some((one.year? - offset, one.index)));
        let by_day = |now: Day| {
            let each = || {
                entries.iter().zip(offsets()).filter_map(move |(one, years)| Some((one, one.last_year(now)? - years)))
            };
            each()
                .find(|(one, _)| one.is_ahead)
                .map(|(_, year)| year + 1)
                .or_else(|| each().map(|(_, year)| year).min())
        };
        let told = heading.or(named);
        let first = match (told, days) {
            _ if entries.len() < 2 => None,
            (Some((year, at)), _) => Period::year(year).map(|period| (year, Origin::Mention { index: at, period })),
            (None, Some([earliest, latest])) => by_day(latest)
                .filter(|year| earliest == latest || by_day(earliest) == Some(*year))
                .map(|year| (year, Origin::Published)),
            (None, None) => None,
        };
        let Some((mut year, origin)) = first else { return Self::default() };
        let mut before = 0;
        let years = entries.iter().zip(offsets()).map(|(one, offset)| {
            year = one.year.unwrap_or(year + offset - before);
            before = offset;
            (one.index, year)
        });
        Self { years: years.collect(), origin: Some(origin) }
    }
}

impl Entry {
    /// From one entry to the next: above 0 where it stands later in the year.
    fn step(&self, next: &Self) -> i32 {
        let days = |one: &Self, other: &Self| i32::from(one.day.or(other.day).unwrap_or(0));
        (i32::from(next.month) - i32::from(self.month)) * 31 + days(next, self) - days(self, next)
    }

    fn in_year(&self, year: i32) -> Option<Period> {
        period_of(year, self.day.map_or(Part::Month(self.month), |day| Part::Day(self.month, day)))
    }

    /// The last year in which it has come by a day.
    fn last_year(&self, now: Day) -> Option<i32> {
        Some(now.year() - i32::from(self.in_year(now.year())?.first_day() > now))
    }
}

/// The entry that the expression at `index` opens.
fn entry(text: &str, stated: &[Stated], index: usize) -> Option<Entry> {
    let one = stated.get(index)?;
    let Meaning::Calendar { year, part } = one.meaning else { return None };
    let (month, day) = match part {
        Part::Day(month, day) => (month, Some(day)),
        Part::Month(month) => (month, None),
        _ => return None,
    };
    let partner = one.partner.filter(|_| one.relation == Relation::RangeStart);
    let last = partner.and_then(|partner| stated.get(partner)).unwrap_or(one);
    let year = match (year, last.meaning) {
        (YearRef::Stated(year), _) | (YearRef::Missing, Meaning::Calendar { year: YearRef::Stated(year), .. }) => {
            Some(year)
        }
        (YearRef::Missing, _) => None,
        _ => return None,
    };
    let is_ahead = one.tense == Some(Tense::Future);
    opens_entry(text, TextSpan::new(one.span.start, last.span.end)).then_some(Entry {
        index,
        year,
        month,
        day,
        is_ahead,
    })
}

/// The entry that follows in the same list.
fn next(text: &str, stated: &[Stated], before: usize) -> Option<Entry> {
    let from = stated.get(before)?.span.end;
    for at in before + 1..=before + NEIGHBOURS {
        let gap = text.get(from..stated.get(at)?.span.start)?;
        let ends = gap.bytes().filter(|byte| *byte == b'\n').count();
        if gap.len() > ENTRY_BYTES || ends > LINE_ENDS || ends > 0 && year_of_heading(text, stated, at).is_some() {
            return None;
        }
        if let Some(entry) = entry(text, stated, at) {
            return Some(entry);
        }
    }
    None
}

/// The year that the line above an entry names, and its expression.
fn heading(text: &str, stated: &[Stated], index: usize) -> Option<(i32, usize)> {
    let above = index.checked_sub(1)?;
    let end = stated.get(above)?.span.end;
    let is_above =
        text.get(end..stated.get(index)?.span.start)?.trim_start_matches(|sign| sign != '\n').trim().is_empty();
    year_of_heading(text, stated, above).filter(|_| is_above).map(|year| (year, above))
}

/// The year that a short line names.
fn year_of_heading(text: &str, stated: &[Stated], index: usize) -> Option<i32> {
    let one = stated.get(index)?;
    let Meaning::Calendar { year: YearRef::Stated(year), part: Part::Whole } = one.meaning else { return None };
    let (before, after) = (text.get(..one.span.start)?, text.get(one.span.end..)?);
    let start = before.rfind('\n').map_or(before.len(), |at| before.len() - at - 1);
    let end = after.find('\n')?;
    (start + end <= HEADING_BYTES).then_some(year)
}
