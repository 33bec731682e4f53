//! Calendar dates: days and months, in every order that newspapers write them in.

use super::super::meaning::{Amount, Base, Meaning, Part, Repeated, Unit, Which, YearRef};
use super::super::scan::Figure;
use super::lex::Lex;
use super::numbers::{amount, ordinal};
use super::seasons::{quarter, season};
use super::tense::ends_in_ed;
use super::years::{era_year, figure_year, is_counted};
use super::{
    ANY, ARTICLE, Found, MONTH, NUMBER, ORDINAL, Openers, POINTER, Rule, SEASON, Tokens, WEEKDAY, first_of, found,
};
use crate::calendar::Weekday;
use crate::lookup::listed::Listed;

/// The orders of a date.
pub(super) static RULES: [(Openers, Rule<Lex>); 7] = [
    (WEEKDAY, weekday_date),
    (NUMBER, numeric),
    (NUMBER, year_first),
    (ARTICLE | NUMBER | ORDINAL, day_first),
    (MONTH, month_first),
    (ARTICLE | SEASON, season),
    (ARTICLE | NUMBER | ORDINAL | POINTER | ANY, quarter),
];

/// "11 September 2001", "Sept. 11, 2001", "the 25th of August", "August 2021", "Friday, 3 May", "2001-09-11".
/// Not: "may" as a verb, "Angie Mar", "a long march".
pub(super) fn date(t: &Tokens<'_>, i: usize) -> Option<Found> {
    first_of(&RULES, t, i)
}

/// A month's name at `i`; names that are ordinary words too need company that makes them months.
pub(super) fn month(t: &Tokens<'_>, i: usize) -> Option<u8> {
    let next_is_number = || {
        matches!(t.lex(i + 1), Lex::Figure(Figure::Whole { .. }) | Lex::Ordinal(_) | Lex::Era)
            || t.lex(i + 1) == Lex::Sign(b'\'') && t.is_glued(i + 2)
            || matches!(*t.rest(i + 1), [Lex::Last | Lex::This | Lex::Next, Lex::Unit(Unit::Year), ..])
            || t.lex(i + 1) == Lex::Of && relative_year(t, i + 2).is_some()
    };
    let previous_is_number =
        || matches!(t.before(i), Lex::Figure(Figure::Whole { digits: ..=2, .. }) | Lex::Ordinal(_));
    // "May–August 1950", "March, April and May"
    let opens_list = || {
        matches!(t.lex(i + 1), Lex::And | Lex::Or | Lex::To | Lex::Through | Lex::Sign(b'-' | b'=' | b','))
            && matches!(t.lex(i + 2), Lex::Month(_) | Lex::ShortMonth(_))
            && t.is_capital(i + 2)
    };
    match t.lex(i) {
        Lex::Month(month) => (t.is_capital(i) && !is_person(t, i)).then_some(month),
        Lex::WordMonth(month) => {
            let is_month = t.is_capital(i)
                && (next_is_number() || previous_is_number() || follows_time_word(t, i) || opens_list())
                && !t.follows_name(i);
            is_month.then_some(month)
        }
        Lex::ShortMonth(month) => {
            let is_month = t.is_capital(i) && (t.word(i).ends_with('.') || next_is_number() || previous_is_number());
            is_month.then_some(month)
        }
        _ => None,
    }
}

/// "April Smith": a first name before a surname, with no preposition, day or article before it.
/// Not: "on 7 June Smith resigned", "the August Decrees".
fn is_person(t: &Tokens<'_>, i: usize) -> bool {
    let is_dated = matches!(t.before(i), Lex::The | Lex::Figure(Figure::Whole { digits: ..=2, .. }) | Lex::Ordinal(_));
    t.is_name(i + 1)
        && !is_dated
        && (!follows_time_word(t, i) || t.before(i) == Lex::And)
        && matches!(t.lex(i), Lex::Month(4 | 6 | 8))
        && !ends_in_ed(t, i + 1)
}

/// The word before can stand before a month.
fn follows_time_word(t: &Tokens<'_>, i: usize) -> bool {
    matches!(
        t.before(i),
        Lex::In
            | Lex::Of
            | Lex::By
            | Lex::Since
            | Lex::Until
            | Lex::Through
            | Lex::During
            | Lex::From
            | Lex::To
            | Lex::Between
            | Lex::Before
            | Lex::After
            | Lex::For
            | Lex::On
            | Lex::And
            | Lex::Or
            | Lex::Last
            | Lex::Next
            | Lex::This
            | Lex::Every
            | Lex::Early
            | Lex::Late
            | Lex::Mid
            | Lex::Past
            | Lex::Following
            | Lex::Previous
            | Lex::Coming
            | Lex::Sign(b'=' | b'-' | b'/')
            | Lex::Month(_)
            | Lex::ShortMonth(_)
    ) || matches!(t.before(i), Lex::The | Lex::That | Lex::A)
        && !t.is_name(i + 1)
        && !matches!(t.lex(i + 1), Lex::To | Lex::On | Lex::In | Lex::Of | Lex::Through | Lex::For)
}

/// A day of the month in figures.
fn day_number(t: &Tokens<'_>, i: usize) -> Option<u8> {
    match t.lex(i) {
        Lex::Figure(Figure::Whole { value: value @ 1..=31, digits: ..=2 }) => Some(value as u8),
        _ => None,
    }
}

/// "4/5 June": told by its first day.
fn night_of_days(t: &Tokens<'_>, i: usize) -> Option<(u8, usize)> {
    match t.lex(i) {
        Lex::Figure(Figure::Pair { first: first @ 1..=30, second }) if second == first + 1 => {
            Some((first as u8, i + 1))
        }
        _ => None,
    }
}

/// A day of the month, in figures or as an ordinal.
fn day_of_month(t: &Tokens<'_>, i: usize) -> Option<(u8, usize)> {
    if let Some(day) = day_number(t, i) {
        return Some((day, i + 1));
    }
    ordinal(t, i).filter(|(day, _)| (1..=31).contains(day))
}

/// "Sunday, March 8", "Friday 3 May 2002": the weekday only confirms the date.
pub(super) fn weekday_date(t: &Tokens<'_>, i: usize) -> Option<Found> {
    weekday(t, i)?;
    let after = match t.lex(i + 1) {
        Lex::Sign(b',') => i + 2,
        _ => i + 1,
    };
    let after = if t.lex(after) == Lex::The { after + 1 } else { after };
    let date = day_first(t, after).or_else(|| month_first(t, after))?;
    matches!(date.meaning, Meaning::Calendar { part: Part::Day(..), .. }).then_some(date)
}

/// A day of the week, full or shortened.
pub(super) fn weekday(t: &Tokens<'_>, i: usize) -> Option<Weekday> {
    match t.lex(i) {
        Lex::Weekday(day) => Some(day),
        Lex::ShortWeekday(day) => {
            let is_dotted = t.word(i).ends_with('.') && !matches!(day, Weekday::Sunday | Weekday::Saturday);
            let is_dated = month(t, i + 1).is_some()
                || day_number(t, i + 1).is_some() && month(t, i + 2).is_some()
                || t.lex(i + 1) == Lex::Sign(b',') && (month(t, i + 2).is_some() || day_number(t, i + 2).is_some());
            (t.is_capital(i) && (is_dotted || is_dated)).then_some(day)
        }
        _ => None,
    }
}

/// "2001-09-11", "11.09.2001", "9/11/2001", "9/11".
/// Not: "1/2", "24/7", a version "1.2.3".
fn numeric(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let Lex::Figure(figure) = t.lex(i) else { return None };
    if matches!(t.before(i), Lex::Sign(b'$' | b'#' | b'/' | b'-')) && t.is_glued(i) {
        return None;
    }
    // "2021-08-17x" is no date; "2021-08-17T10:00" is one.
    if t.is_glued(i + 1)
        && matches!(t.lex(i + 1), Lex::Other | Lex::Figure(_))
        && !t.word(i + 1).starts_with(['T', 'Z'])
    {
        return None;
    }
    let (year, month, day) = match figure {
        Figure::Iso { year, month, day } => (i32::from(year), month, day),
        Figure::Triple { first, second, third, sign } => triple(first, second, third, sign)?,
        Figure::Pair { first: 9, second: 11 } if !is_counted(t, i) => (2001, 9, 11),
        _ => return None,
    };
    is_day(month, day).then(|| {
        found(i + 1, Meaning::Calendar { year: YearRef::Stated(year), part: Part::Day(month, day) }, "numeric-date")
    })
}

/// Slashes put the month first (the American order) unless that cannot be; stops and hyphens put the day first.
fn triple(first: u16, second: u8, third: u16, sign: u8) -> Option<(i32, u8, u8)> {
    if first >= 1000 {
        return Some((i32::from(first), second, u8::try_from(third).ok()?));
    }
    let year = match third {
        1000..=2199 => i32::from(third),
        // Two digits: the usual window of 1950 to 2049; "1.2.3" and one digit are versions.
        50..=99 => 1900 + i32::from(third),
        10..=49 if sign == b'/' => 2000 + i32::from(third),
        _ => return None,
    };
    let first = u8::try_from(first).ok()?;
    let is_day_first = sign != b'/' || first > 12;
    Some(if is_day_first { (year, second, first) } else { (year, first, second) })
}

const fn is_day(month: u8, day: u8) -> bool {
    month >= 1 && month <= 12 && day >= 1 && day <= 31
}

/// "11 September 2001", "25th of August", "the 20 September".
fn day_first(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let start = if t.lex(i) == Lex::The { i + 1 } else { i };
    let (day, after) = day_of_month(t, start).or_else(|| night_of_days(t, start))?;
    if t.is_glued(start) && matches!(t.before(start), Lex::Sign(b'$' | b'.' | b',' | b':')) {
        return None;
    }
    let at = match t.lex(after) {
        Lex::Of | Lex::Sign(b'-') => after + 1,
        _ => after,
    };
    let month = month(t, at).filter(|_| !names_event(t, at + 1))?;
    // "5-May-2013"
    let hyphen = usize::from(at > after && t.is_hyphen(at + 1) && figure_year(t, at + 2).is_some());
    let (year, end) = year_after_month(t, at + 1 + hyphen);
    let year = attack_year(t, (month, day), year, i, end);
    Some(found(end, Meaning::Calendar { year, part: Part::Day(month, day) }, "day-month"))
}

/// "September 11, 2001", "September 11th", "August 2021", "August four years ago", "March".
fn month_first(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let month = month(t, i).filter(|_| !names_event(t, i + 1) && !t.follows_word(i, "black"))?;
    let the = usize::from(t.lex(i + 1) == Lex::The && matches!(t.lex(i + 2), Lex::Ordinal(_)));
    if let Some((day, end)) = day_after_month(t, i + 1 + the) {
        let (year, end) = year_after_day(t, end);
        let year = attack_year(t, (month, day), year, i, end);
        return Some(found(end, Meaning::Calendar { year, part: Part::Day(month, day) }, "month-day"));
    }
    let (year, end) = year_after_month(t, i + 1);
    Some(found(end, Meaning::Calendar { year, part: Part::Month(month) }, "month"))
}

/// "1993 April - Troops cross the river", "2003 May 12: …": how chronologies open their entries.
/// Not: "In 1993 April was cold".
fn year_first(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if !t.opens_sentence(i) {
        return None;
    }
    let (year, at) = figure_year(t, i)?;
    let (Lex::Month(month) | Lex::WordMonth(month) | Lex::ShortMonth(month)) = t.lex(at) else { return None };
    let day = day_after_month(t, at + 1);
    let (part, end) = day.map_or((Part::Month(month), at + 1), |(day, end)| (Part::Day(month, day), end));
    let is_entry = t.is_capital(at) && matches!(t.lex(end), Lex::Sign(b'-' | b'=' | b':'));
    is_entry.then(|| found(end, Meaning::Calendar { year: YearRef::Stated(year), part }, "year-month"))
}

/// What history calls by a month: the October Revolution, the July Crisis, the May Fourth Movement.
const NAMED_BY_MONTH: Listed = Listed(
    "agreement|conspiracy|crisis|days|movement|offensive|plot|putsch|rebellion|revolt|revolution|rising|uprising|war",
);

/// Whether token `i`, or the one after the number there, makes a name of the month before.
fn names_event(t: &Tokens<'_>, i: usize) -> bool {
    let at = i + usize::from(matches!(t.lex(i), Lex::Ordinal(_)));
    t.is_name(at) && t.is_one_of(at, NAMED_BY_MONTH)
}

/// "the September 11 attacks", "the attacks of 11 September": of 2001, as "9/11" is.
fn attack_year(t: &Tokens<'_>, date: (u8, u8), year: YearRef, start: usize, end: usize) -> YearRef {
    let is_attack = t.lex(end) == Lex::Attack
        || matches!(t.before(start), Lex::Of | Lex::On)
            && start.checked_sub(2).is_some_and(|at| t.lex(at) == Lex::Attack);
    if date == (9, 11) && year == YearRef::Missing && is_attack { YearRef::Stated(2001) } else { year }
}

/// The day of a month named just before `i`.
pub(super) fn day_after_month(t: &Tokens<'_>, i: usize) -> Option<(u8, usize)> {
    day_of_month(t, i).filter(|(_, end)| !is_clock_or_unit(t, *end))
}

/// "March 5 million": the number belongs to what follows.
fn is_clock_or_unit(t: &Tokens<'_>, end: usize) -> bool {
    matches!(t.lex(end), Lex::Meridiem(_) | Lex::Counted | Lex::Sign(b'%') | Lex::Scale(_))
}

/// After a day: "1998", ", 1998", "of last year"; else the year is missing.
fn year_after_day(t: &Tokens<'_>, end: usize) -> (YearRef, usize) {
    if t.lex(end) == Lex::Sign(b',')
        && let Some((year, year_end)) = era_year(t, end + 1).or_else(|| figure_year(t, end + 1))
    {
        return (YearRef::Stated(year), year_end);
    }
    year_after_month(t, end)
}

/// After a month, a season or a quarter: "1998", ", 1998", "of 1998", "last year", "of that year", "'98",
/// "four years ago".
pub(super) fn year_after_month(t: &Tokens<'_>, end: usize) -> (YearRef, usize) {
    let comma = usize::from(t.lex(end) == Lex::Sign(b','));
    let of = usize::from(matches!(t.lex(end), Lex::Of | Lex::In));
    // "of fiscal 2009"
    let fiscal = usize::from(of > 0 && t.lex(end + 1) == Lex::Fiscal);
    let at = end + of + comma + fiscal;
    if let Some((year, year_end)) = era_year(t, at).or_else(|| figure_year(t, at)) {
        return (YearRef::Stated(year), year_end);
    }
    if comma == 0
        && let Some((year, year_end)) = relative_year(t, at)
    {
        return (year, year_end);
    }
    let at = end + of;
    if let [Lex::Sign(b'\''), Lex::Figure(Figure::Whole { value, digits: 2 }), ..] = *t.rest(at)
        && t.is_glued(at + 1)
        && t.lex(at + 2) != Lex::PluralEnding
    {
        return (YearRef::Short(value as u8), at + 2);
    }
    (YearRef::Missing, end)
}

/// "last year", "the following year", "that same year", "two years ago", "a year earlier", "the year after".
/// Not: "the year after the war".
pub(super) fn relative_year(t: &Tokens<'_>, i: usize) -> Option<(YearRef, usize)> {
    let at = if t.lex(i) == Lex::The { i + 1 } else { i };
    let relative = |shift, base, end| Some((YearRef::Relative { shift, base }, end));
    match *t.rest(at) {
        [Lex::Last, Lex::Unit(Unit::Year), ..] => return relative(-1, Base::Published, at + 2),
        [Lex::This, Lex::Unit(Unit::Year), ..] => return relative(0, Base::Published, at + 2),
        [Lex::Next, Lex::Unit(Unit::Year), ..] => {
            let base = if at > i { Base::Mention } else { Base::Published };
            return relative(1, base, at + 2);
        }
        [Lex::That | Lex::Same, Lex::Unit(Unit::Year), ..] => return relative(0, Base::Mention, at + 2),
        [Lex::That, Lex::Same, Lex::Unit(Unit::Year), ..] => return relative(0, Base::Mention, at + 3),
        [Lex::Previous, Lex::Unit(Unit::Year), ..] => return relative(-1, Base::Mention, at + 2),
        [Lex::Following, Lex::Unit(Unit::Year), ..] => return relative(1, Base::Mention, at + 2),
        [Lex::Unit(Unit::Year), side @ (Lex::Before | Lex::After), Lex::Sign(_) | Lex::Nothing | Lex::Break, ..]
            if at > i =>
        {
            return relative(if side == Lex::After { 1 } else { -1 }, Base::Mention, at + 2);
        }
        _ => {}
    }
    let (Amount::Count(count), end) = amount(t, i)? else { return None };
    let count = i32::try_from(count).ok().filter(|count| *count < 1000)?;
    match *t.rest(end) {
        [Lex::Unit(Unit::Year) | Lex::Units(Unit::Year), Lex::Ago, ..] => relative(-count, Base::Published, end + 2),
        [Lex::Unit(Unit::Year) | Lex::Units(Unit::Year), Lex::Earlier, ..] => relative(-count, Base::Mention, end + 2),
        [Lex::Unit(Unit::Year) | Lex::Units(Unit::Year), Lex::Later, ..] => relative(count, Base::Mention, end + 2),
        _ => None,
    }
}

/// A weekday alone or of a week: "Friday", "on Tuesday", "Monday last week".
/// Not: "Black Friday", "the Sunday Times", "Bloody Sunday", "on a Sunday".
pub(super) fn bare_weekday(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let weekday = weekday(t, i)?;
    // "Monday and Tuesday nights"
    if let [Lex::And, Lex::Weekday(_), Lex::Parts(part), ..] = *t.rest(i + 1) {
        let meaning = Meaning::Set(Repeated::Weekday(weekday));
        return Some(Found { time: Some(part), ..found(i + 1, meaning, "set") });
    }
    let (which, end) = week(t, i + 1).map_or((Which::Nearest, i + 1), |(shift, end)| (Which::OfWeek(shift), end));
    // "on a Friday": some Friday or other; "a Friday meeting" is one of this week.
    let is_some = matches!(t.before(i), Lex::A | Lex::Spelt(1)) && !matches!(t.lex(end), Lex::Other | Lex::Part(_))
        || t.follows_word(i, "any");
    // "on a wet Tuesday in May": any other one.
    let is_some = is_some || t.before(i) == Lex::Other && i > 2 && t.lex(i - 2) == Lex::A && t.lex(i - 3) == Lex::On;
    (t.is_capital(i) && !is_some && !is_named_weekday(t, i))
        .then(|| found(end, Meaning::Weekday { weekday, which }, "weekday"))
}

/// "last week", "of this week", "next week" after a weekday: weeks from the present one.
fn week(t: &Tokens<'_>, i: usize) -> Option<(i8, usize)> {
    let at = if t.lex(i) == Lex::Of { i + 1 } else { i };
    let shift = match t.lex(at) {
        Lex::Last => -1,
        Lex::This => 0,
        Lex::Next => 1,
        _ => return None,
    };
    (t.lex(at + 1) == Lex::Unit(Unit::Week)).then_some((shift, at + 2))
}

/// Words that make a name with the weekday after them, and papers named after their day.
const BEFORE_NAMED: Listed = Listed("bowl|black|bloody|easter|super|cyber|holy|ruby|giving|orange|fat|sheffield");
const AFTER_NAMED: Listed = Listed("times|telegraph|post|herald|mirror|express|mail|independent");

/// The Mail and the Independent of "the Mail on Sunday".
fn is_paper(t: &Tokens<'_>, i: usize) -> bool {
    t.is_capital(i) && (t.is_word(i, "mail") || t.is_word(i, "independent"))
}

fn is_named_weekday(t: &Tokens<'_>, i: usize) -> bool {
    let before = i.checked_sub(1).is_some_and(|i| t.is_one_of(i, BEFORE_NAMED));
    // "the Thursday Group"
    let is_name = t.before(i) == Lex::The && t.is_name(i + 1);
    let is_paper = t.before(i) == Lex::On && i.checked_sub(2).is_some_and(|at| is_paper(t, at));
    before || is_paper || is_name || t.is_capital(i + 1) && t.is_one_of(i + 1, AFTER_NAMED)
}
