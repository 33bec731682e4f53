//! Expressions that share a part: "April 24 and 25", "15 and 16 December 1995", "1994-98", "July 4-6, 1944".

use super::super::meaning::{Amount, Meaning, Part, Unit, YearRef};
use super::super::model::Modifier;
use super::super::scan::Figure;
use super::dates::{month, year_after_month};
use super::lengths::length;
use super::lex::Lex;
use super::numbers::{ordinal, whole};
use super::years::{era_year, figure_year};
use super::{Found, Shared, Tokens, found};
use crate::gather::Gather;

/// What joins two items: "and", "or", "to", a comma, a dash; `true` for those that make a range.
fn joint(t: &Tokens<'_>, i: usize) -> Option<(bool, usize)> {
    match t.lex(i) {
        Lex::And | Lex::Or => Some((false, i + 1)),
        Lex::Sign(b',') if !t.is_glued(i + 1) => {
            let and = usize::from(matches!(t.lex(i + 1), Lex::And | Lex::Or));
            Some((false, i + 1 + and))
        }
        Lex::To | Lex::Through | Lex::Until | Lex::Sign(b'=' | b'-') => Some((true, i + 1)),
        _ => None,
    }
}

/// All forms.
pub(super) fn shared(t: &Tokens<'_>, i: usize) -> Option<Shared> {
    match t.lex(i) {
        Lex::Figure(_) | Lex::Ordinal(_) => {
            years(t, i).or_else(|| days_before_month(t, i)).or_else(|| numbered_units(t, i)).or_else(|| lengths(t, i))
        }
        Lex::Spelt(_) => lengths(t, i),
        Lex::Early | Lex::Late | Lex::Mid => numbered_units(t, i),
        Lex::The => {
            let after = if t.lex(i + 1) == Lex::Units(Unit::Year) { years(t, i + 2) } else { None };
            let mut shared = after.or_else(|| days_before_month(t, i + 1))?;
            shared.items.first_mut()?.0 = i;
            Some(shared)
        }
        Lex::Month(_) | Lex::WordMonth(_) | Lex::ShortMonth(_) => days_after_month(t, i),
        _ => None,
    }
}

/// "between 60 and 90 days": the unit stands after the second number.
/// Not: "five or six years", which is one length.
fn lengths(t: &Tokens<'_>, i: usize) -> Option<Shared> {
    if t.before(i) != Lex::Between {
        return None;
    }
    let (first @ Amount::Count(..1000), and) = whole(t, i)? else { return None };
    let (second, unit, end) = length(t, and + 1).filter(|_| t.lex(and) == Lex::And)?;
    let items = vec![
        (i, found(and, Meaning::Length(first, unit), "length")),
        (and + 1, found(end, Meaning::Length(second, unit), "length")),
    ];
    Some(Shared { items, is_range: false })
}

/// "the 19th and 20th centuries", "the late 19th and early 20th centuries", "the second and fourth quarters".
fn numbered_units(t: &Tokens<'_>, i: usize) -> Option<Shared> {
    let numbered = |i| {
        let (modifier, at) = part_before(t, i);
        ordinal(t, at).map(|(number, end)| (number, modifier, end))
    };
    let (first, first_part, after) = numbered(i)?;
    let (is_range, second_at) = joint(t, after)?;
    // "from the 16th to the 18th centuries"
    let second_at = second_at + usize::from(is_range && t.lex(second_at) == Lex::The);
    let (second, second_part, unit_at) = numbered(second_at)?;
    let meaning = |number: u8| match t.lex(unit_at) {
        Lex::Unit(Unit::Century) | Lex::Units(Unit::Century) => Some(Meaning::Century(i32::from(number) - 1)),
        Lex::Unit(Unit::Quarter) | Lex::Units(Unit::Quarter) if number <= 4 => {
            let (year, _) = year_after_month(t, unit_at + 1);
            Some(Meaning::Calendar { year, part: Part::Quarter(number) })
        }
        _ => None,
    };
    let (_, end) = year_after_month(t, unit_at + 1);
    let item = |number, modifier, end| Some(Found { modifier, ..found(end, meaning(number)?, "numbered-units") });
    let items = vec![(i, item(first, first_part, after)?), (second_at, item(second, second_part, end)?)];
    Some(Shared { items, is_range })
}

/// "early", "late", "mid-" before a number, and where that stands.
fn part_before(t: &Tokens<'_>, i: usize) -> (Option<Modifier>, usize) {
    match t.lex(i) {
        Lex::Early => (Some(Modifier::Start), i + 1),
        Lex::Late => (Some(Modifier::End), i + 1),
        Lex::Mid => (Some(Modifier::Mid), i + 1 + usize::from(t.is_hyphen(i + 1))),
        _ => (None, i),
    }
}

/// A day of a list, with nothing after it that makes it a number of something.
fn day(t: &Tokens<'_>, i: usize) -> Option<u8> {
    match t.lex(i) {
        Lex::Figure(Figure::Whole { value: value @ 1..=31, digits: ..=2 }) => Some(value as u8),
        Lex::Ordinal(value @ 1..=31) => Some(value),
        _ => None,
    }
}

fn on_day(year: YearRef, month: u8, day: u8, end: usize) -> Found {
    found(end, Meaning::Calendar { year, part: Part::Day(month, day) }, "shared-month")
}

/// "1994-98", "1939–1945", "1998/99".
fn years(t: &Tokens<'_>, i: usize) -> Option<Shared> {
    let whole =
        |year, end| found(end, Meaning::Calendar { year: YearRef::Stated(year), part: Part::Whole }, "year-range");
    if let Some((first, second_at, second, end)) = years_of_era(t, i) {
        return Some(Shared { items: vec![(i, whole(first, i + 1)), (second_at, whole(second, end))], is_range: true });
    }
    if let Lex::Figure(Figure::Pair { first: first @ 1000..=2199, second }) = t.lex(i) {
        // One token: the season of 1998/99 is the stretch of both years, told by its first.
        let is_next = second == (first + 1) % 100 || second == first + 1;
        return is_next.then(|| Shared { items: vec![(i, whole(i32::from(first), i + 1))], is_range: false });
    }
    let (first, end) = figure_year(t, i)?;
    if !matches!(t.lex(end), Lex::Sign(b'-' | b'=')) || end != i + 1 {
        return None;
    }
    let Lex::Figure(Figure::Whole { value, digits: 2 }) = t.lex(end + 1) else { return None };
    let second = first - first.rem_euclid(100) + value as i32;
    let is_free = !t.is_glued(end + 2) || matches!(t.lex(end + 2), Lex::Sign(sign) if sign != b'-');
    (second > first && is_free)
        .then(|| Shared { items: vec![(i, whole(first, end)), (end + 1, whole(second, end + 2))], is_range: true })
}

/// "264-241 BC", "264 to 241 BC", "between 14 and 37 AD": the era stands after the second year.
fn years_of_era(t: &Tokens<'_>, i: usize) -> Option<(i32, usize, i32, usize)> {
    let Lex::Figure(Figure::Whole { value, digits: ..=4 }) = t.lex(i) else { return None };
    let (is_range, at) = joint(t, i + 1)?;
    let (second, end) = era_year(t, at)?;
    let first = if second > 0 { value as i32 } else { 1 - value as i32 };
    ((is_range || t.before(i) == Lex::Between) && first < second).then_some((first, at, second, end))
}

/// "15 and 16 December 1995", "3, 4 and 5 May", "10–12 May": the month stands after the last day.
fn days_before_month(t: &Tokens<'_>, i: usize) -> Option<Shared> {
    let first = day(t, i)?;
    // Most days stand alone, and no list is made for them.
    joint(t, i + 1)?;
    let mut days = vec![(i, first)];
    let mut is_range = false;
    let month_at = loop {
        let (ranges, at) = joint(t, days.last()?.0 + 1)?;
        let at = if t.lex(at) == Lex::The { at + 1 } else { at };
        is_range |= ranges;
        days.push((at, day(t, at)?));
        let after = if t.lex(at + 1) == Lex::Of { at + 2 } else { at + 1 };
        if month(t, after).is_some() {
            break after;
        }
        // A list of days is short; one of numbers may be long.
        if days.len() == MAX_DAYS {
            return None;
        }
    };
    let month = month(t, month_at)?;
    let (year, end) = year_after_month(t, month_at + 1);
    let (year, end) = with_comma_year(t, year, end);
    let last = days.len() - 1;
    let item = |(place, (at, day)): (usize, (usize, u8))| {
        (at, on_day(year, month, day, if place == last { end } else { at + 1 }))
    };
    let items = days.into_iter().enumerate().map(item).collect();
    Some(Shared { items, is_range: is_range && last == 1 })
}

/// Days of one month listed before it.
const MAX_DAYS: usize = 6;

/// "April 24 and 25", "July 4-6, 1944", "June 1, 2 and 3": the month stands before the first day.
fn days_after_month(t: &Tokens<'_>, i: usize) -> Option<Shared> {
    let month = month(t, i)?;
    let first = day(t, i + 1)?;
    joint(t, i + 2)?;
    let mut days = vec![(i, first, i + 2)];
    let mut is_range = false;
    while let Some((ranges, at)) = joint(t, days.last()?.2) {
        let at = if t.lex(at) == Lex::The { at + 1 } else { at };
        // "Sept. 30, the first half": a day after its month is written in digits.
        let Some(next) = day(t, at).filter(|_| t.is_digit(at) && !is_number_of_something(t, at)) else { break };
        is_range |= ranges;
        days.push((at, next, at + 1));
    }
    if days.len() < 2 {
        return None;
    }
    let last_end = days.last()?.2;
    let (year, end) = with_comma_year(t, YearRef::Missing, last_end);
    let count = days.len();
    let items = days
        .into_iter()
        .enumerate()
        .map(|(place, (at, day, day_end))| {
            (at, on_day(year, month, day, if place + 1 == count { end } else { day_end }))
        })
        .gather();
    Some(Shared { items, is_range: is_range && count == 2 })
}

/// "April 24 and 25 people": the second number counts what follows.
fn is_number_of_something(t: &Tokens<'_>, i: usize) -> bool {
    let next = t.lex(i + 1);
    let is_noun = next == Lex::Other && !t.is_capital(i + 1) && !t.is_glued(i + 1) && t.word(i + 1).ends_with('s');
    is_noun
        || month(t, i + 1).is_some()
        || matches!(
            next,
            Lex::Counted | Lex::Units(_) | Lex::Unit(_) | Lex::Sign(b'%') | Lex::Meridiem(_) | Lex::Scale(_)
        )
        || t.is_hyphen(i + 1)
}

fn with_comma_year(t: &Tokens<'_>, year: YearRef, end: usize) -> (YearRef, usize) {
    if year != YearRef::Missing {
        return (year, end);
    }
    let comma = usize::from(t.lex(end) == Lex::Sign(b','));
    match figure_year(t, end + comma) {
        Some((year, end)) => (YearRef::Stated(year), end),
        None => (year, end),
    }
}
