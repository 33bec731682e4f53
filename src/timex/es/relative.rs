//! Expressions counted from another date: "ayer", "el año pasado", "esa semana", "al día siguiente", and times of day.

use super::super::meaning::{Amount, Base, Meaning, TimeOfDay, Unit, Vague};
use super::super::scan::Figure;
use super::dates::{date, pointed_weekday};
use super::lex::Lex;
use super::{Found, Tokens, after_article, found};

/// "hoy", "ayer por la tarde", "pasado mañana", "anoche", "esta mañana", "la noche del martes".
pub(super) fn deictic(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let day = |shift, base| Meaning::Shifted { unit: Unit::Day, shift, base };
    match *t.rest(i) {
        // "hoy en día"
        [Lex::Deictic(0), Lex::In, Lex::Unit(Unit::Day), ..] => {
            Some(found(i + 3, Meaning::Reference(Vague::Present), "reference"))
        }
        [Lex::Deictic(shift), ..] => Some(found(i + 1, day(shift.into(), Base::Published), "deictic-day")),
        [Lex::Past, Lex::Manana, ..] => Some(found(i + 2, day(2, Base::Published), "deictic-day")),
        [Lex::Manana, ..] => Some(found(i + 1, day(1, Base::Published), "deictic-day")),
        [Lex::LastNight, ..] => {
            let night = found(i + 1, day(-1, Base::Published), "tonight");
            Some(Found { time: Some(TimeOfDay::Night), ..night })
        }
        [pointer @ (Lex::This | Lex::Those), ..] => {
            let at = i + 1 + usize::from(t.lex(i + 1) == Lex::Same);
            let base = if pointer == Lex::This { Base::Published } else { Base::Mention };
            Some(Found { time: Some(part_of_day(t, at)?), ..found(at + 1, day(0, base), "pointed-part") })
        }
        [Lex::The, _, Lex::De | Lex::Del, ..] => {
            let part = part_of_day(t, i + 1)?;
            let inner = date(t, i + 3).or_else(|| pointed_weekday(t, i + 3))?;
            Some(Found { time: Some(part), rule: "date-time", ..inner })
        }
        _ => None,
    }
}

fn part_of_day(t: &Tokens<'_>, i: usize) -> Option<TimeOfDay> {
    match t.lex(i) {
        Lex::Manana => Some(TimeOfDay::Morning),
        Lex::Part(part) => Some(part),
        _ => None,
    }
}

/// A unit pointed at, without its article: "año pasado", "próxima semana", "este mes", "ese mismo día", "día siguiente",
/// "mes que viene".
pub(super) fn pointed_unit(t: &Tokens<'_>, i: usize) -> Option<(Unit, i32, Base, usize)> {
    use Base::{Mention, Published};
    Some(match *t.rest(i) {
        [Lex::Past, Lex::Unit(unit), ..] | [Lex::Unit(unit), Lex::Past, ..] => (unit, -1, Published, i + 2),
        [Lex::Next, Lex::Unit(unit), ..] | [Lex::Unit(unit), Lex::Next, ..] => (unit, 1, Published, i + 2),
        [Lex::Unit(unit), Lex::That, Lex::Comes, ..] => (unit, 1, Published, i + 3),
        [Lex::This, Lex::Same, Lex::Unit(unit), ..] => (unit, 0, Published, i + 3),
        [Lex::This, Lex::Unit(unit), ..] => (unit, 0, Published, i + 2),
        [Lex::Those, Lex::Same, Lex::Unit(unit), ..] => (unit, 0, Mention, i + 3),
        [Lex::Those | Lex::Same, Lex::Unit(unit), ..] => (unit, 0, Mention, i + 2),
        [Lex::Unit(unit), Lex::Following, ..] | [Lex::Following, Lex::Unit(unit), ..] => (unit, 1, Mention, i + 2),
        [Lex::Unit(unit), Lex::Previous, ..] => (unit, -1, Mention, i + 2),
        _ => return None,
    })
}

/// "el año pasado", "la próxima semana", "este mes", "al día siguiente", "el fin de semana pasado".
pub(super) fn pointed(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = after_article(t, i);
    if let Some(weekend) = weekend(t, i, at) {
        return Some(weekend);
    }
    let (unit, shift, base, end) = pointed_unit(t, at)?;
    let is_calendar = !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Millennium);
    is_calendar.then(|| found(end, Meaning::Shifted { unit, shift, base }, "pointed-unit"))
}

/// "el fin de semana", "este fin de semana", "el próximo fin de semana".
fn weekend(t: &Tokens<'_>, i: usize, at: usize) -> Option<Found> {
    let is_weekend = |at| matches!(*t.rest(at), [Lex::Fin, Lex::De, Lex::Unit(Unit::Week), ..]);
    let (shift, base, end) = match (t.lex(at), t.lex(at + 3)) {
        (Lex::Fin, Lex::Past) if is_weekend(at) => (-1, Base::Published, at + 4),
        (Lex::Fin, Lex::Next) if is_weekend(at) => (1, Base::Published, at + 4),
        (Lex::Fin, _) if is_weekend(at) && at > i => (0, Base::Passage, at + 3),
        (Lex::Past, _) if is_weekend(at + 1) => (-1, Base::Published, at + 4),
        (Lex::Next, _) if is_weekend(at + 1) => (1, Base::Published, at + 4),
        (Lex::This, _) if is_weekend(at + 1) => (0, Base::Published, at + 4),
        (Lex::Those, _) if is_weekend(at + 1) => (0, Base::Mention, at + 4),
        _ => return None,
    };
    Some(found(end, Meaning::Shifted { unit: Unit::Weekend, shift, base }, "weekend"))
}

/// "ahora", "recientemente", "en el pasado", "en el futuro", "hace poco".
/// Not: "el pasado martes", "el futuro del país".
pub(super) fn reference(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let vague = |end, which| Some(found(end, Meaning::Reference(which), "reference"));
    let is_free = |end: usize| matches!(t.lex(end), Lex::Sign(_) | Lex::Nothing | Lex::Break | Lex::And);
    match *t.rest(i) {
        [Lex::Reference(which), ..] => vague(i + 1, which),
        [Lex::The, Lex::Reference(Vague::Present), ..] => vague(i + 2, Vague::Present),
        [Lex::The, Lex::Past, ..] if is_free(i + 2) => vague(i + 2, Vague::Past),
        [Lex::The, Lex::Future, ..] if t.before(i) == Lex::In && is_free(i + 2) => vague(i + 2, Vague::Future),
        [Lex::Ago, ..] if t.is_word(i + 1, "poco") => vague(i + 2, Vague::Past),
        _ => None,
    }
}

/// What follows a day: "por la mañana", "a las 15.30"; the two become one expression.
pub(super) fn with_time(t: &Tokens<'_>, day: Found) -> Found {
    let is_day = matches!(
        day.meaning,
        Meaning::Weekday { .. } | Meaning::Shifted { unit: Unit::Day, .. } | Meaning::Calendar { .. }
    );
    if day.time.is_some() || !is_day {
        return day;
    }
    let time = match *t.rest(day.end) {
        [Lex::Through | Lex::In, Lex::The, ..] => part_of_day(t, day.end + 2).map(|part| (part, day.end + 3)),
        [Lex::To, ..] => clock(t, day.end + 1),
        _ => None,
    };
    match time {
        Some((time, end)) => Found { end, time: Some(time), rule: "date-time", ..day },
        None => day,
    }
}

/// "a las 15.30 horas", "las ocho de la tarde": a time of day without a day.
pub(super) fn time_only(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (time, end) = clock(t, i).filter(|_| t.before(i) == Lex::To)?;
    Some(Found { time: Some(time), ..found(end, Meaning::TimeOnly, "clock") })
}

/// "las 15.30", "las 8 de la mañana", "la una".
fn clock(t: &Tokens<'_>, i: usize) -> Option<(TimeOfDay, usize)> {
    if !matches!(t.lex(i), Lex::The | Lex::Thes) {
        return None;
    }
    let (hour, minute, is_exact) = match t.lex(i + 1) {
        Lex::Figure(Figure::Clock { hour, minute }) => (hour, Some(minute), true),
        Lex::Figure(Figure::Hundredths { whole, hundredths }) => (whole, Some(hundredths), true),
        Lex::Figure(Figure::Whole { value: value @ 0..=24, digits: ..=2 }) | Lex::Spelt(value @ 1..=12) => {
            (value as u8, None, false)
        }
        _ => return None,
    };
    let end = i + 2;
    let part = match *t.rest(end) {
        [Lex::De, Lex::The, ..] => part_of_day(t, end + 2),
        _ => None,
    };
    let (hour, end) = match part {
        Some(TimeOfDay::Afternoon | TimeOfDay::Night) if hour < 12 => (hour + 12, end + 3),
        Some(_) => (hour, end + 3),
        None if t.lex(end) == Lex::Units(Unit::Hour) => (hour, end + 1),
        None if is_exact => (hour, end),
        None => return None,
    };
    let fits = hour <= 24 && minute.is_none_or(|minute| minute < 60);
    fits.then_some((TimeOfDay::Clock { hour, minute, zulu: false }, end))
}

/// "un día": some day or other, unless a preposition makes it a length.
pub(super) fn is_some_day(t: &Tokens<'_>, i: usize, item: &Found) -> bool {
    item.meaning == Meaning::Length(Amount::Count(1), Unit::Day)
        && t.lex(i) == Lex::A
        && !matches!(t.before(i), Lex::During | Lex::In | Lex::Ago | Lex::De)
}
