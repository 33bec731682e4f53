//! Expressions counted from another date: "today", "last year", "that week", "two years ago", "the following day".

use super::super::meaning::{Amount, Base, Meaning, Part, Repeated, Unit, Vague, Which, YearRef};
use super::dates::{date, month};
use super::lengths::length;
use super::lex::Lex;
use super::numbers::{amount, ordinal};
use super::pointed::pointed;
use super::references::is_subject;
use super::reported::reported;
use super::tense::ends_in_ed;
use super::years::figure_year;
use super::{
    A, AMOUNT, ARTICLE, COUNTED, DEICTIC, Found, NUMBER, Openers, POINTER, Rule, Tokens, UNIT, first_of, found,
};
use crate::calendar::Period;
use crate::lookup::listed::Listed;

/// The ways to count from another date.
pub(super) static RULES: [(Openers, Rule<Lex>); 9] = [
    (DEICTIC, deictic),
    (ARTICLE, beyond),
    (ARTICLE | UNIT | POINTER, reported),
    (ARTICLE, unit_before),
    (ARTICLE, day_alone),
    (ARTICLE, part_of_unit),
    (NUMBER | A | AMOUNT, counted_name),
    (NUMBER | A | UNIT | AMOUNT, counted),
    (ARTICLE | POINTER, pointed),
];

/// All of them.
pub(super) fn relative(t: &Tokens<'_>, i: usize) -> Option<Found> {
    first_of(&RULES, t, i)
}

/// "today", "yesterday", "tomorrow".
fn deictic(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let Lex::Deictic(shift) = t.lex(i) else { return None };
    // "USA Today": the name of a paper.
    if t.is_capital(i) && i.checked_sub(1).is_some_and(|before| t.is_name(before)) {
        return None;
    }
    // "today's youth" and "the leaders of tomorrow" are of no day.
    let vague = match shift {
        0 if is_of_age(t, i + 1) => Some(Vague::Present),
        1 if t.before(i) == Lex::Of => Some(Vague::Future),
        _ => None,
    };
    let meaning = match vague {
        Some(vague) => Meaning::Reference(vague),
        None => Meaning::Shifted { unit: Unit::Day, shift: shift.into(), base: Base::Published },
    };
    Some(found(i + 1, meaning, "deictic-day"))
}

/// What "today's" tells of the age and not of the day.
const OF_AGE: Listed = Listed("world|youth|society|generation|standards|technology|children|women");

/// "'s youth", "'s modern world" after "today".
fn is_of_age(t: &Tokens<'_>, i: usize) -> bool {
    let is_genitive = matches!(*t.rest(i), [Lex::Sign(b'\''), Lex::PluralEnding, ..]);
    is_genitive && (i + 2..=i + 3).any(|at| t.is_one_of(at, OF_AGE))
}

/// "the day before yesterday", "the day after tomorrow", "the week after next", "the year before last".
fn beyond(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let [Lex::The, Lex::Unit(unit), side, pointer, ..] = *t.rest(i) else { return None };
    let shift = match (side, pointer) {
        (Lex::Before, Lex::Deictic(-1)) | (Lex::After, Lex::Deictic(1)) if unit != Unit::Day => return None,
        (Lex::Before, Lex::Deictic(-1) | Lex::Last) => -2,
        (Lex::After, Lex::Deictic(1) | Lex::Next) => 2,
        _ => return None,
    };
    // "the day before last Tuesday" is another matter.
    let is_free = !matches!(t.lex(i + 4), Lex::Unit(_) | Lex::Weekday(_) | Lex::Month(_) | Lex::WordMonth(_));
    (is_free && unit.grain().is_some())
        .then(|| found(i + 4, Meaning::Shifted { unit, shift, base: Base::Published }, "pointed-unit"))
}

/// "two years ago", "a decade later", "three days earlier", "years ago", "a year-ago".
/// Not: "two years", which is a length.
fn counted(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (amount, unit, end) = length(t, i)?;
    // "a year-earlier loss": the article belongs to the noun.
    if t.lex(i) == Lex::A && t.is_hyphen(end) {
        return None;
    }
    let end = if t.is_hyphen(end) { end + 1 } else { end };
    let (sign, base, end) = direction(t, end)?;
    // A time that passes within a day has no date of its own.
    if matches!(unit, Unit::Hour | Unit::Minute | Unit::Second) {
        return Some(found(end, Meaning::Length(amount, unit), "counted-time"));
    }
    let vague = if sign < 0 { Vague::Past } else { Vague::Future };
    let meaning = match amount {
        Amount::Count(count) => {
            match i32::try_from(count).ok().filter(|count| *count < 1_000_000) {
                Some(count) => {
                    let (unit, shift) = in_years(unit, sign * count);
                    Meaning::Shifted { unit, shift, base }
                }
                // "65 million years ago" is before all calendars.
                None => Meaning::Reference(vague),
            }
        }
        // Half a year is six months; half of anything else keeps the unit below.
        Amount::Tenths(tenths) => halves(tenths, unit, sign, base),
        Amount::Vague => Meaning::Reference(vague),
    };
    Some(found(end, meaning, COUNTED))
}

/// "two summers ago", "two Fridays ago", "a week ago Monday", "a week from Tuesday".
fn counted_name(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let is_name = |at| matches!(t.lex(at), Lex::Seasons(_) | Lex::Weekdays(_) | Lex::Weekday(_));
    if !(i + 1..i + LONGEST_COUNT).any(is_name) {
        return None;
    }
    let (Amount::Count(count @ 1..100), at) = amount(t, i)? else { return None };
    let away = |end, weekday, count| Some(found(end, Meaning::Weekday { weekday, which: Which::Away(count) }, COUNTED));
    let count = count as i8;
    match *t.rest(at) {
        [Lex::Seasons(season), Lex::Ago, ..] => {
            let year = YearRef::Relative { shift: -i32::from(count), base: Base::Published };
            Some(found(at + 2, Meaning::Calendar { year, part: Part::Season(season) }, COUNTED))
        }
        [Lex::Weekdays(weekday), Lex::Ago, ..] => away(at + 2, weekday, -count),
        [Lex::Unit(Unit::Week) | Lex::Units(Unit::Week), Lex::Ago, Lex::Weekday(weekday), ..] => {
            away(at + 3, weekday, -count - 1)
        }
        [Lex::Unit(Unit::Week) | Lex::Units(Unit::Week), Lex::From, Lex::Weekday(weekday), ..] => {
            away(at + 3, weekday, count + 1)
        }
        _ => None,
    }
}

/// Words from a number to the day that it counts from: "twenty-two weeks from next Monday".
const LONGEST_COUNT: usize = 7;

/// "a decade later" is a year, as "ten years later" is.
const fn in_years(unit: Unit, shift: i32) -> (Unit, i32) {
    match unit {
        Unit::Decade => (Unit::Year, shift.saturating_mul(10)),
        // "fourteen centuries ago" is no year.
        Unit::Century if shift.abs() == 1 => (Unit::Year, shift.saturating_mul(100)),
        _ => (unit, shift),
    }
}

/// "two and a half years" as months.
fn halves(tenths: u32, unit: Unit, sign: i32, base: Base) -> Meaning {
    let scaled = |per_unit: u32| sign * (tenths.saturating_mul(per_unit) / 10).min(1_000_000) as i32;
    match unit {
        Unit::Year => Meaning::Shifted { unit: Unit::Month, shift: scaled(12), base },
        Unit::Decade => Meaning::Shifted { unit: Unit::Year, shift: scaled(10), base },
        Unit::Century => Meaning::Shifted { unit: Unit::Year, shift: scaled(100), base },
        _ => Meaning::Shifted { unit, shift: scaled(1), base },
    }
}

/// "ago", "earlier", "later", "from now".
fn direction(t: &Tokens<'_>, i: usize) -> Option<(i32, Base, usize)> {
    match *t.rest(i) {
        // "fifty years ago today", "a decade ago this week": the year is what is told.
        [Lex::Ago, Lex::Deictic(0), ..] => Some((-1, Base::Published, i + 2)),
        [Lex::Ago, Lex::This, Lex::Unit(_), ..] => Some((-1, Base::Published, i + 3)),
        [Lex::Ago, ..] => Some((-1, Base::Published, i + 1)),
        [Lex::Earlier | Lex::Previously, ..] => Some((-1, Base::Mention, i + 1)),
        [Lex::Before | Lex::Prior, Lex::Sign(_) | Lex::Nothing | Lex::Break, ..] => Some((-1, Base::Mention, i + 1)),
        [Lex::Later, ..] => Some((1, Base::Mention, i + 1)),
        [Lex::After, Lex::Sign(b',' | b'.' | b';'), ..] => Some((1, Base::Mention, i + 1)),
        [Lex::After, Lex::That, Lex::Sign(_), ..] => Some((1, Base::Mention, i + 2)),
        [Lex::Other, ..] if t.is_word(i, "afterward") || t.is_word(i, "afterwards") => Some((1, Base::Mention, i + 1)),
        // "A few years back, …"
        [Lex::Other, Lex::Sign(b',' | b'.'), ..] if t.is_word(i, "back") => Some((-1, Base::Published, i + 1)),
        // "Thirty years on, …"
        [Lex::On, Lex::Sign(b',' | b'.'), ..] => Some((1, Base::Mention, i + 1)),
        [Lex::From, Lex::Reference(Vague::Present) | Lex::Deictic(0), ..] => Some((1, Base::Published, i + 2)),
        // "in three years' time", "in a week's time"
        [Lex::Sign(b'\''), Lex::Time, ..] => Some((1, Base::Published, i + 2)),
        [Lex::Sign(b'\''), Lex::PluralEnding, Lex::Time, ..] => Some((1, Base::Published, i + 3)),
        _ => None,
    }
}

/// "the day before", "the year before": counted from the date told; "The day after the battle, …", which the sentence before
/// dates.
/// Not: "fled the day before the attack", whose date another clause must give.
fn unit_before(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let [Lex::The, Lex::Unit(unit), word, ..] = *t.rest(i) else { return None };
    let shift = match word {
        Lex::Before | Lex::Previous => -1,
        Lex::After => 1,
        _ => return None,
    };
    // "the day after that"
    let end = i + 3 + usize::from(word == Lex::After && t.lex(i + 3) == Lex::That);
    let is_free = matches!(t.lex(end), Lex::Sign(b',' | b'.' | b';' | b')') | Lex::Nothing | Lex::Break);
    let is_beside_told =
        || unit == Unit::Day && t.opens_sentence(i) && matches!(t.lex(end), Lex::The | Lex::Possessive | Lex::This);
    (is_free || is_beside_told())
        .then(|| found(end, Meaning::Shifted { unit, shift, base: Base::Mention }, "unit-before"))
}

/// "on the 20th", "by the 20th they had left".
/// Not: "the 20th time", "by the second man".
fn day_alone(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let [Lex::The, Lex::Ordinal(day @ 1..=31), ..] = *t.rest(i) else { return None };
    let is_placed = match t.before(i) {
        Lex::On | Lex::By | Lex::Until | Lex::Since | Lex::From | Lex::To => true,
        // "in the early hours of the 30th"
        Lex::Of => i.checked_sub(2).is_some_and(|at| matches!(t.lex(at), Lex::Units(Unit::Hour) | Lex::Part(_))),
        _ => false,
    };
    let is_free = matches!(
        t.lex(i + 2),
        Lex::Sign(_)
            | Lex::Nothing
            | Lex::Break
            | Lex::And
            | Lex::PastVerb
            | Lex::PresentVerb
            | Lex::The
            | Lex::A
            | Lex::Possessive
    ) || is_subject(t, i + 2)
        || matches!(*t.rest(i + 2), [Lex::To | Lex::Until, Lex::The, Lex::Ordinal(_), ..])
        || t.before(i) == Lex::On && t.opens_sentence(i - 1) && has_verb_soon(t, i + 2);
    (t.is_digit(i + 1) && is_placed && is_free)
        .then(|| found(i + 2, Meaning::Calendar { year: YearRef::Missing, part: Part::DayOfMonth(day) }, "day-alone"))
}

/// "Iraqi troops left", "guards opened fire" from token `i` on: a clause and no name of an army.
fn has_verb_soon(t: &Tokens<'_>, i: usize) -> bool {
    let verb = (i..i + 4).find(|at| !matches!(t.lex(*at), Lex::Other | Lex::Counted) || ends_in_ed(t, *at));
    verb.is_some_and(|at| at > i && (t.lex(at) == Lex::PastVerb || ends_in_ed(t, at)))
}

/// "the end of the month", "the full year": the unit that the passage is in.
pub(super) fn unit_of_passage(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = i + 1 + usize::from(matches!(t.lex(i + 1), Lex::Full | Lex::Fiscal));
    let (Lex::The, Lex::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century))) =
        (t.lex(i), t.lex(at))
    else {
        return None;
    };
    let is_free = matches!(
        t.lex(at + 1),
        Lex::Sign(b',' | b'.' | b';' | b')' | b'=')
            | Lex::Nothing
            | Lex::Break
            | Lex::And
            | Lex::PastVerb
            | Lex::PresentVerb
            | Lex::Will
            | Lex::In
            | Lex::To
            | Lex::At
            | Lex::By
            | Lex::For
            | Lex::The
            | Lex::Other
    );
    (is_free && !t.is_hyphen(at + 1))
        .then(|| found(at + 1, Meaning::Shifted { unit, shift: 0, base: Base::Passage }, "unit-of-passage"))
}

/// "the first week of May", "the last Monday of May", "the last evening of May", "the last day of the year", "the weekend".
fn part_of_unit(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if t.lex(i) != Lex::The {
        return None;
    }
    if t.lex(i + 1) == Lex::Unit(Unit::Weekend) {
        let meaning = Meaning::Shifted { unit: Unit::Weekend, shift: 0, base: Base::Passage };
        return Some(found(i + 2, meaning, "weekend"));
    }
    if let [Lex::Unit(Unit::Week), Lex::Of, ..] = *t.rest(i + 1)
        && let Some(Found { end, meaning: Meaning::Calendar { year, part: Part::Day(month, day) }, .. }) =
            date(t, i + 3)
    {
        return Some(found(end, Meaning::Calendar { year, part: Part::WeekOfDay(month, day) }, "week-of-day"));
    }
    let (number, at) = match t.lex(i + 1) {
        Lex::Last => (0, i + 2),
        _ => ordinal(t, i + 1).filter(|(number, _)| *number <= 5)?,
    };
    if !matches!(t.lex(at + 1), Lex::Of | Lex::In) {
        return None;
    }
    // "the first Monday of each month" comes again.
    if let (Lex::Weekday(_), [Lex::Every, Lex::Unit(unit), ..]) = (t.lex(at), t.rest(at + 2)) {
        return Some(found(at + 4, Meaning::Set(Repeated::Length(Amount::Count(1), *unit)), "set"));
    }
    // "the last evening of March" is one of its last day.
    let (time, is_day) = match t.lex(at) {
        Lex::Part(part) => (Some(part), true),
        unit => (None, unit == Lex::Unit(Unit::Day)),
    };
    if is_day && number == 0 {
        return last_day(t, at + 2).map(|day| Found { time, ..day });
    }
    let Some(month) = month(t, at + 2) else { return part_of_year(t, number, at) };
    let (year, end) = super::dates::year_after_month(t, at + 3);
    let part = match t.lex(at) {
        Lex::Unit(Unit::Week) => Part::WeekOf(month, number),
        Lex::Weekday(weekday) => Part::NthWeekday(month, weekday, number),
        _ if is_day => Part::Day(month, number),
        _ => return None,
    };
    Some(Found { time, ..found(end, Meaning::Calendar { year, part }, "part-of-month") })
}

/// "the first week of 1998", "the last week of the year", "the first day of 1998": the unit is at token `at`.
fn part_of_year(t: &Tokens<'_>, number: u8, at: usize) -> Option<Found> {
    let (year, end) = match *t.rest(at + 2) {
        [Lex::The, Lex::Unit(Unit::Year), ..] => (YearRef::Relative { shift: 0, base: Base::Passage }, at + 4),
        _ => figure_year(t, at + 2).map(|(year, end)| (YearRef::Stated(year), end))?,
    };
    let part = match (t.lex(at), number) {
        (Lex::Unit(Unit::Week), 0) => Part::WeekOf(12, 0),
        (Lex::Unit(Unit::Week), 1) => Part::WeekOf(1, 1),
        (Lex::Unit(Unit::Day), 1) => Part::Day(1, 1),
        _ => return None,
    };
    Some(found(end, Meaning::Calendar { year, part }, "part-of-year"))
}

/// A year that is no leap year: what February is taken for where no year is told.
const COMMON_YEAR: i32 = 2001;

/// "1999", "the year", "May 1999" after "the last day of".
fn last_day(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (year, month, end) = match *t.rest(i) {
        [Lex::The, Lex::Unit(Unit::Year), ..] => (YearRef::Relative { shift: 0, base: Base::Passage }, 12, i + 2),
        _ => match (figure_year(t, i), month(t, i)) {
            (Some((year, end)), _) => (YearRef::Stated(year), 12, end),
            (None, Some(month)) => {
                let (year, end) = super::dates::year_after_month(t, i + 1);
                (year, month, end)
            }
            _ => return None,
        },
    };
    let told = if let YearRef::Stated(year) = year { year } else { COMMON_YEAR };
    let (_, _, day) = Period::month(told, month)?.end_day().plus_days(-1)?.ymd();
    Some(found(end, Meaning::Calendar { year, part: Part::Day(month, day) }, "last-day"))
}
