//! Calendar dates: days, months, seasons, quarters, and lists of days that share a month.

use super::super::finder::Shared;
use super::super::meaning::{Amount, Base, Meaning, Part, Unit, Which, YearRef};
use super::super::scan::Figure;
use super::lengths::length;
use super::lex::Lex;
use super::relative::pointed_unit;
use super::years::figure_year;
use super::{Found, Rule, Tokens, after_article, first_of, found};
use crate::calendar::Weekday;
use crate::gather::Gather;

/// "el 12 de mayo de 2004", "martes, 12 de mayo", "mayo de 2004", "12/05/2004", "el verano de 1998",
/// "el primer trimestre de 2009".
/// Not: "Julio Gómez", "mayo" in "Plaza de Mayo".
pub(super) fn date(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let rules: [Rule<Lex>; 6] = [weekday_date, numeric, day_first, bare_month, season, part_of_year];
    first_of(&rules, t, i)
}

/// A month's name. They are written small; with a capital they are months only beside a number or at the start.
pub(super) fn month(t: &Tokens<'_>, i: usize) -> Option<u8> {
    let (Lex::Month(month) | Lex::NameMonth(month)) = t.lex(i) else { return None };
    let has_number = i.checked_sub(2).is_some_and(|at| day(t, at).is_some())
        || figure_year(t, i + 1).is_some()
        || matches!(t.lex(i + 1), Lex::De | Lex::Del) && figure_year(t, i + 2).is_some();
    let opens = t.opens_sentence(i) && matches!(t.lex(i), Lex::Month(_));
    (!t.is_capital(i) || has_number || opens).then_some(month)
}

/// A day of the month: "12", "1", "primero".
fn day(t: &Tokens<'_>, i: usize) -> Option<u8> {
    match t.lex(i) {
        Lex::Figure(Figure::Whole { value: value @ 1..=31, digits: ..=2 }) => Some(value as u8),
        Lex::Spelt(value @ 1..=31) => Some(value as u8),
        Lex::Ordinal(1) => Some(1),
        _ => None,
    }
}

/// A weekday; with a capital inside a sentence it is a name ("Viernes Santo").
pub(super) fn weekday(t: &Tokens<'_>, i: usize) -> Option<Weekday> {
    let Lex::Weekday(weekday) = t.lex(i) else { return None };
    (!t.is_capital(i) || t.opens_sentence(i)).then_some(weekday)
}

/// "el martes 12 de mayo": the weekday only confirms the date.
fn weekday_date(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = after_article(t, i);
    weekday(t, at)?;
    let comma = usize::from(t.lex(at + 1) == Lex::Sign(b','));
    day_first(t, at + 1 + comma)
}

/// "12/05/2004", "12-5-2004" is left alone, "2004-05-12": the day stands first, as is usual in Spanish.
fn numeric(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let Lex::Figure(figure) = t.lex(i) else { return None };
    let (year, month, day) = match figure {
        Figure::Iso { year, month, day } => (i32::from(year), month, day),
        Figure::Triple { first, second, third: third @ 1000..=2199, .. } => {
            (i32::from(third), second, u8::try_from(first).ok()?)
        }
        _ => return None,
    };
    let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
    is_day.then(|| {
        found(i + 1, Meaning::Calendar { year: YearRef::Stated(year), part: Part::Day(month, day) }, "numeric-date")
    })
}

/// "el 12 de mayo de 2004", "1 de enero", "el día 12 de mayo".
fn day_first(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = after_article(t, i);
    let at = at + usize::from(t.lex(at) == Lex::Unit(Unit::Day));
    let day = day(t, at)?;
    let month = month(t, at + 2).filter(|_| t.lex(at + 1) == Lex::De)?;
    let (year, end) = year_after(t, at + 3);
    Some(found(end, Meaning::Calendar { year, part: Part::Day(month, day) }, "day-month"))
}

/// "mayo de 2004", "el mes de mayo", "agosto".
fn bare_month(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = match *t.rest(after_article(t, i)) {
        [Lex::Unit(Unit::Month), Lex::De, ..] => after_article(t, i) + 2,
        _ => i,
    };
    let month = month(t, at)?;
    let (year, end) = year_after(t, at + 1);
    Some(found(end, Meaning::Calendar { year, part: Part::Month(month) }, "month"))
}

/// "la primavera de 2003", "el verano"; without an article and without a year it is a kind of weather.
fn season(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = after_article(t, i);
    let Lex::Season(season) = t.lex(at) else { return None };
    let (year, end) = year_after(t, at + 1);
    let is_placed = at > i || year != YearRef::Missing || matches!(t.before(i), Lex::Del | Lex::Al);
    is_placed.then(|| found(end, Meaning::Calendar { year, part: Part::Season(season) }, "season"))
}

/// "el primer trimestre de 2009", "el segundo semestre", "la primera mitad de 2009".
fn part_of_year(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = after_article(t, i);
    let Lex::Ordinal(number) = t.lex(at) else { return None };
    let (year, end) = year_after(t, at + 2);
    let part = match t.lex(at + 1) {
        Lex::Unit(Unit::Quarter) => Part::Quarter(number),
        Lex::Unit(Unit::Half) if number <= 2 => Part::Half(number),
        Lex::HalfNoun if number <= 2 && year != YearRef::Missing => Part::Half(number),
        _ => return None,
    };
    Some(found(end, Meaning::Calendar { year, part }, "part-of-year"))
}

/// After a month, a season or a quarter: "de 1998", "del 98" is left alone, "del año pasado", "de ese año",
/// "de hace cuatro años".
pub(super) fn year_after(t: &Tokens<'_>, end: usize) -> (YearRef, usize) {
    let (at, has_article) = match t.lex(end) {
        Lex::De | Lex::Sign(b',') => (end + 1, false),
        Lex::Del => (end + 1, true),
        _ => (end, false),
    };
    let named = at + usize::from(has_article && t.lex(at) == Lex::Unit(Unit::Year));
    if let Some((year, year_end)) = figure_year(t, named) {
        return (YearRef::Stated(year), year_end);
    }
    if at > end
        && let Some((Unit::Year, shift, base, unit_end)) = pointed_unit(t, at)
    {
        return (YearRef::Relative { shift, base }, unit_end);
    }
    if t.lex(at) == Lex::Ago
        && let Some((Amount::Count(count @ ..1000), Unit::Year, length_end)) = length(t, at + 1)
    {
        return (YearRef::Relative { shift: -(count as i32), base: Base::Published }, length_end);
    }
    (YearRef::Missing, end)
}

/// "el martes", "el pasado martes", "el lunes que viene", "este viernes".
pub(super) fn pointed_weekday(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = after_article(t, i);
    let (day_at, before) = match t.lex(at) {
        Lex::Past | Lex::Last => (at + 1, Some(Which::Last)),
        Lex::Next => (at + 1, Some(Which::Next)),
        Lex::This if at == i => (at + 1, Some(Which::This)),
        Lex::Those if at == i => (at + 1, Some(Which::Previous)),
        _ => (at, None),
    };
    let weekday = weekday(t, day_at)?;
    let (which, end) = match (before, t.rest(day_at + 1)) {
        (Some(which), _) => (which, day_at + 1),
        (None, [Lex::Past, ..]) => (Which::Last, day_at + 2),
        (None, [Lex::Next, ..]) => (Which::Next, day_at + 2),
        (None, [Lex::That, Lex::Comes, ..]) => (Which::Next, day_at + 3),
        (None, [Lex::Following, ..]) => (Which::Following, day_at + 2),
        (None, [Lex::Previous, ..]) => (Which::Previous, day_at + 2),
        (None, _) => (Which::Nearest, day_at + 1),
    };
    let rule = if which == Which::Nearest { "weekday" } else { "pointed-weekday" };
    Some(found(end, Meaning::Weekday { weekday, which }, rule))
}

/// "el pasado mayo", "mayo pasado", "el verano pasado", "este otoño", "el próximo invierno".
pub(super) fn pointed_part(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = after_article(t, i);
    let (name_at, before) = match t.lex(at) {
        Lex::Past | Lex::Last => (at + 1, Some(YearRef::Last(Base::Published))),
        Lex::Next => (at + 1, Some(YearRef::Next(Base::Published))),
        Lex::This if at == i => (at + 1, Some(YearRef::Relative { shift: 0, base: Base::Published })),
        Lex::Those if at == i => (at + 1, Some(YearRef::Relative { shift: 0, base: Base::Mention })),
        _ => (at, None),
    };
    let part = match t.lex(name_at) {
        Lex::Season(season) => Part::Season(season),
        _ => Part::Month(month(t, name_at)?),
    };
    let (year, end) = match (before, t.rest(name_at + 1)) {
        (Some(year), _) => (year, name_at + 1),
        (None, [Lex::Past, ..]) => (YearRef::Last(Base::Published), name_at + 2),
        (None, [Lex::Next, ..]) => (YearRef::Next(Base::Published), name_at + 2),
        (None, [Lex::Following, ..]) => (YearRef::Next(Base::Mention), name_at + 2),
        (None, [Lex::That, Lex::Comes, ..]) => (YearRef::Next(Base::Published), name_at + 3),
        _ => return None,
    };
    Some(found(end, Meaning::Calendar { year, part }, "pointed-part"))
}

/// "3 y 4 de mayo de 2004", "del 3 al 5 de mayo", "1, 2 y 3 de junio"; "1994-98".
pub(super) fn shared(t: &Tokens<'_>, i: usize) -> Option<Shared> {
    years(t, i).or_else(|| days(t, i))
}

/// Numbers looked at for the month that follows a list of days: more would be read again and again in a table.
const MOST_DAYS: usize = 8;

fn days(t: &Tokens<'_>, i: usize) -> Option<Shared> {
    let at = after_article(t, i);
    let mut days = vec![(i, day(t, at)?, at + 1)];
    let mut is_range = false;
    while days.len() < MOST_DAYS {
        let end = days.last()?.2;
        match t.lex(end) {
            Lex::And | Lex::Or | Lex::Sign(b',') => {}
            Lex::To | Lex::Al | Lex::Until | Lex::Sign(b'-' | b'=') => is_range = true,
            _ => break,
        }
        let next = after_article(t, end + 1);
        days.push((end + 1, day(t, next)?, next + 1));
    }
    let last_end = days.last()?.2;
    let month = month(t, last_end + 1).filter(|_| t.lex(last_end) == Lex::De && days.len() > 1)?;
    let (year, end) = year_after(t, last_end + 2);
    let count = days.len();
    let item = |(place, (at, day, day_end)): (usize, (usize, u8, usize))| {
        let end = if place + 1 == count { end } else { day_end };
        (at, found(end, Meaning::Calendar { year, part: Part::Day(month, day) }, "shared-month"))
    };
    Some(Shared { items: days.into_iter().enumerate().map(item).gather(), is_range: is_range && count == 2 })
}

fn years(t: &Tokens<'_>, i: usize) -> Option<Shared> {
    let (first, end) = figure_year(t, i)?;
    let [Lex::Sign(b'-' | b'='), Lex::Figure(Figure::Whole { value, digits: 2 }), ..] = *t.rest(end) else {
        return None;
    };
    let second = first - first.rem_euclid(100) + value as i32;
    let whole =
        |year, end| found(end, Meaning::Calendar { year: YearRef::Stated(year), part: Part::Whole }, "year-range");
    let is_free = !t.is_glued(end + 2) || matches!(t.lex(end + 2), Lex::Sign(sign) if sign != b'-');
    (second > first && is_free)
        .then(|| Shared { items: vec![(i, whole(first, end)), (end + 1, whole(second, end + 2))], is_range: true })
}
