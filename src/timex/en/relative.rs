//! Expressions counted from another date: "today", "last year", "that week", "two years ago", "the following day".

use super::super::meaning::{Amount, Base, Meaning, Part, Repeated, Unit, Vague, Which, YearRef};
use super::dates::{date, month, weekday, weekday_date};
use super::lengths::length;
use super::lex::Lex;
use super::numbers::{amount, ordinal};
use super::reported::reported;
use super::seasons::season;
use super::years::figure_year;
use super::{A, AMOUNT, ANY, ARTICLE, COUNTED, Found, NUMBER, Openers, POINTER, Rule, Tokens, UNIT, first_of, found};
use crate::calendar::Period;

/// The ways to count from another date.
pub(super) static RULES: [(Openers, Rule<Lex>); 9] = [
    (ANY, deictic),
    (ARTICLE, beyond),
    (ARTICLE | UNIT | POINTER, reported),
    (ARTICLE, unit_before),
    (ARTICLE, day_alone),
    (ARTICLE, part_of_unit),
    (NUMBER | A | AMOUNT, counted_name),
    (NUMBER | A | UNIT | AMOUNT, counted),
    (ARTICLE | POINTER | ANY, pointed),
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
    let meaning = Meaning::Shifted { unit: Unit::Day, shift: shift.into(), base: Base::Published };
    Some(found(i + 1, meaning, "deictic-day"))
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
        // "Thirty years on, …"
        [Lex::On, Lex::Sign(b',' | b'.'), ..] => Some((1, Base::Mention, i + 1)),
        [Lex::From, Lex::Reference(Vague::Present) | Lex::Deictic(0), ..] => Some((1, Base::Published, i + 2)),
        // "in three years' time", "in a week's time"
        [Lex::Sign(b'\''), Lex::Time, ..] => Some((1, Base::Published, i + 2)),
        [Lex::Sign(b'\''), Lex::PluralEnding, Lex::Time, ..] => Some((1, Base::Published, i + 3)),
        _ => None,
    }
}

/// "the day before", "the year before": counted from the date told.
/// Not: "the day before the attack", whose date another clause must give.
fn unit_before(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let [Lex::The, Lex::Unit(unit), word, ..] = *t.rest(i) else { return None };
    let shift = match word {
        Lex::Before | Lex::Previous => -1,
        Lex::After => 1,
        _ => return None,
    };
    let is_free = matches!(t.lex(i + 3), Lex::Sign(b',' | b'.' | b';' | b')') | Lex::Nothing | Lex::Break);
    is_free.then(|| found(i + 3, Meaning::Shifted { unit, shift, base: Base::Mention }, "unit-before"))
}

/// "on the 20th".
/// Not: "the 20th time", "by the second man".
fn day_alone(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let [Lex::The, Lex::Ordinal(day @ 1..=31), ..] = *t.rest(i) else { return None };
    let is_placed = matches!(t.before(i), Lex::On | Lex::By | Lex::Until | Lex::Since | Lex::From | Lex::To);
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
    );
    (t.is_digit(i + 1) && is_placed && is_free)
        .then(|| found(i + 2, Meaning::Calendar { year: YearRef::Missing, part: Part::DayOfMonth(day) }, "day-alone"))
}

/// "the end of the month", "the full year": the unit that the passage is in.
pub(super) fn unit_of_passage(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = i + 1 + usize::from(t.lex(i + 1) == Lex::Full);
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

/// How a determiner points: shift, what it counts from, which weekday.
#[derive(Clone, Copy)]
struct Pointer {
    shift: i32,
    base: Base,
    which: Which,
}

const fn pointer(shift: i32, base: Base, which: Which) -> Pointer {
    Pointer { shift, base, which }
}

/// "last", "the previous", "this coming", "that same": the pointer and where the noun stands.
fn pointing(t: &Tokens<'_>, i: usize) -> Option<(Pointer, usize)> {
    use Base::{Mention, Published};
    let (at, has_article) = match t.lex(i) {
        Lex::The => (i + 1, true),
        _ => (i, false),
    };
    Some(match *t.rest(at) {
        [Lex::This, Lex::Past, ..] => (pointer(-1, Published, Which::Last), at + 2),
        [Lex::This, Lex::Coming | Lex::Next, ..] => (pointer(1, Published, Which::This), at + 2),
        [Lex::This, Lex::Same, ..] => (pointer(0, Mention, Which::Nearest), at + 2),
        [Lex::This, ..] if !has_article => (pointer(0, Published, Which::This), at + 1),
        [Lex::That, Lex::Same, ..] => (pointer(0, Mention, Which::Nearest), at + 2),
        [Lex::That, ..] if !has_article => (pointer(0, Mention, Which::Nearest), at + 1),
        [Lex::Same, ..] => (pointer(0, Mention, Which::Nearest), at + 1),
        [Lex::Very, Lex::Next | Lex::Same, ..] if t.lex(at + 1) == Lex::Next => {
            (pointer(1, Mention, Which::Following), at + 2)
        }
        [Lex::Current, ..] => (pointer(0, Published, Which::This), at + 1),
        [Lex::Last, ..] => (pointer(-1, Published, Which::Last), at + 1),
        [Lex::Latest, ..] if has_article => (pointer(-1, Published, Which::This), at + 1),
        [Lex::Past, ..] if has_article => (pointer(-1, Published, Which::Last), at + 1),
        [Lex::Next, ..] if has_article => (pointer(1, Mention, Which::Following), at + 1),
        [Lex::Next, ..] => (pointer(1, Published, Which::Next), at + 1),
        [Lex::Coming, ..] => (pointer(1, Published, Which::Next), at + 1),
        [Lex::Following, ..] => (pointer(1, Mention, Which::Following), at + 1),
        [Lex::Previous | Lex::Prior, ..] => (pointer(-1, Mention, Which::Previous), at + 1),
        _ => return None,
    })
}

/// "last year", "next week", "that month", "the following Friday", "last August", "this summer", "last Thanksgiving".
/// Not: "last man", "that year-end close".
fn pointed(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (pointer, at) = pointing(t, i)?;
    let at = match t.lex(at) {
        Lex::Fiscal | Lex::Full => at + 1,
        _ => at,
    };
    if let Lex::Unit(unit) = t.lex(at) {
        return pointed_unit(t, i, pointer, unit, at);
    }
    // "the past fortnight"
    if t.lex(at) == Lex::Fortnight && t.lex(i) == Lex::The && pointer.which != Which::Nearest {
        return Some(found(at + 1, Meaning::Length(Amount::Count(2), Unit::Week), "anchored-length"));
    }
    if let Some(weekday) = weekday(t, at) {
        // "this coming Sunday, March 8": the date says all.
        if let Some(dated) = weekday_date(t, at) {
            return Some(dated);
        }
        return Some(found(at + 1, Meaning::Weekday { weekday, which: pointer.which }, "pointed-weekday"));
    }
    let year = match (pointer.which, pointer.base) {
        (Which::Last | Which::Previous, base) => YearRef::Last(base),
        (Which::Next | Which::Following, base) => YearRef::Next(base),
        (Which::Nearest, base) => YearRef::Relative { shift: 0, base },
        (Which::This | Which::OfWeek(_) | Which::Away(_), _) => YearRef::Relative { shift: 0, base: Base::Published },
    };
    if let Some(month) = month(t, at) {
        // "last September 11": the day belongs to it.
        if let Some((day, end)) = super::dates::day_after_month(t, at + 1) {
            return Some(found(end, Meaning::Calendar { year, part: Part::Day(month, day) }, "pointed-day"));
        }
        return Some(found(at + 1, Meaning::Calendar { year, part: Part::Month(month) }, "pointed-month"));
    }
    if let Lex::Season(season) | Lex::WordSeason(season) = t.lex(at) {
        return Some(found(at + 1, Meaning::Calendar { year, part: Part::Season(season) }, "pointed-season"));
    }
    None
}

fn pointed_unit(t: &Tokens<'_>, i: usize, pointer: Pointer, unit: Unit, at: usize) -> Option<Found> {
    // "the last quarter century" is a length.
    let is_counted = unit == Unit::Quarter && t.lex(at + 1) == Lex::Unit(Unit::Century);
    // "on this day in 1976" is told by the year.
    if unit == Unit::Day && t.lex(at + 1) == Lex::In && figure_year(t, at + 2).is_some() {
        return None;
    }
    // "the last day of the month" is told by the month.
    if unit == Unit::Day && pointer.which == Which::Last && t.lex(at + 1) == Lex::Of {
        return None;
    }
    // "in the last hour of trading"
    if unit == Unit::Hour && pointer.which == Which::Last && t.lex(i) == Lex::The {
        return Some(found(at + 1, Meaning::Length(Amount::Count(1), unit), "anchored-length"));
    }
    if is_counted || matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Millennium) {
        return None;
    }
    // "this day" and "that day" are the day told of; "this century" the present one.
    let base = if unit == Unit::Day && pointer.which == Which::This { Base::Mention } else { pointer.base };
    let has_article = t.lex(i) == Lex::The;
    // "the past decade", "the last year": the stretch up to now.
    if has_article && matches!(pointer.which, Which::Last) && !matches!(unit, Unit::Day | Unit::Weekend) {
        return Some(found(at + 1, Meaning::Length(Amount::Count(1), unit), "anchored-length"));
    }
    // "for the next decade" is how long.
    if has_article && matches!(pointer.which, Which::Following) && t.before(i) == Lex::For {
        return Some(found(at + 1, Meaning::Length(Amount::Count(1), unit), "anchored-length"));
    }
    let (mut unit, mut end) = (unit, at + 1);
    // "last year's third quarter" and "last year's quarter" name the quarter.
    if let [Lex::Sign(b'\''), Lex::PluralEnding, ..] = *t.rest(end)
        && unit == Unit::Year
    {
        let (part, after) = match ordinal(t, end + 2) {
            Some((number, after)) => (Part::Quarter(number), after),
            None => (Part::SameQuarter, end + 2),
        };
        if t.lex(after) == Lex::Unit(Unit::Quarter) {
            let year = YearRef::Relative { shift: pointer.shift, base };
            return Some(found(after + 1, Meaning::Calendar { year, part }, "quarter"));
        }
    }
    if t.is_hyphen(end) && t.is_word(end + 1, "end") {
        (unit, end) = (unit, end + 2);
    }
    Some(found(end, Meaning::Shifted { unit, shift: pointer.shift, base }, "pointed-unit"))
}

/// "the first week of May", "the last Monday of May", "the last day of the year", "the weekend".
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
    if t.lex(at) == Lex::Unit(Unit::Day) && number == 0 {
        return last_day(t, at + 2);
    }
    let month = month(t, at + 2)?;
    let (year, end) = super::dates::year_after_month(t, at + 3);
    let part = match t.lex(at) {
        Lex::Unit(Unit::Week) => Part::WeekOf(month, number),
        Lex::Weekday(weekday) => Part::NthWeekday(month, weekday, number),
        Lex::Unit(Unit::Day) => Part::Day(month, number),
        _ => return None,
    };
    Some(found(end, Meaning::Calendar { year, part }, "part-of-month"))
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

/// "earlier this year", "later that month", "later in 1998": what a comparative says of the date after it.
pub(super) fn later_or_earlier(t: &Tokens<'_>, i: usize) -> bool {
    matches!(t.lex(i), Lex::Later | Lex::Earlier | Lex::Early | Lex::Late)
        && (pointing(t, i + 1).is_some()
            || t.lex(i + 1) == Lex::On && weekday(t, i + 2).is_some()
            || matches!(t.lex(i + 1), Lex::Deictic(_) | Lex::Weekday(_))
            || t.lex(i + 1) == Lex::In
                && (figure_year(t, i + 2).is_some()
                    || season(t, i + 2).is_some()
                    || unit_of_passage(t, i + 2).is_some()
                    || pointing(t, i + 2).is_some()
                    || month(t, i + 2).is_some()))
}
