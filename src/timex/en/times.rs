//! Times of day, alone or with their day: "10:35 a.m.", "Friday morning", "last night", "9 pm on 26 April 1986".

use super::super::meaning::{Amount, Base, Meaning, Part, TimeOfDay, Unit, Which};
use super::super::model::TIME;
use super::super::scan::Figure;
use super::lex::Lex;
use super::lists::shared;
use super::numbers::whole;
use super::{BARE_WEEKDAY, DATE, Found, NAMED_DAY, Openers, RELATIVE, Rule, Tokens, first_of, found};

/// A clock time or part of the day, with the date that follows it.
pub(super) fn time_first(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (time, end) =
        clock(t, i).map(|clock| of_part(t, clock)).or_else(|| part_of_day(t, i)).or_else(|| early_hours(t, i))?;
    // "midnight EST"
    let end = end + usize::from(t.lex(end) == Lex::Zone && is_zone(t, end));
    let at = match *t.rest(end) {
        // "8:15 on the morning of August 6"
        [Lex::On | Lex::In, Lex::The, Lex::Part(_), Lex::Of, ..] => end + 4,
        [Lex::On | Lex::Of | Lex::Sign(b','), ..] => end + 1,
        _ => end,
    };
    // "9 p.m. tonight"
    if t.lex(at) == Lex::Tonight {
        return Some(Found { time: Some(time), ..found(at + 1, TODAY, "tonight") });
    }
    // "the night of 4-5 June 1944" is that of the first day.
    if let Some(nights) = shared(t, at)
        && let ([(_, first), .., (_, last)], true) = (nights.items.as_slice(), nights.is_range)
        && is_day(first.meaning)
    {
        let meaning = with_year_of(first.meaning, last.meaning);
        return Some(Found { time: Some(time), ..found(last.end, meaning, "time-date") });
    }
    if let Some(day) = day(t, at).filter(|day| day.time.is_none()) {
        // "the early hours of Thursday morning", "11.30 pm on Saturday night"
        let is_part = match t.lex(day.end) {
            Lex::Part(part) => part == time || matches!(time, TimeOfDay::Clock { .. }) && at > end,
            _ => false,
        };
        return Some(Found { end: day.end + usize::from(is_part), time: Some(time), rule: "time-date", ..day });
    }
    Some(Found { time: Some(time), ..found(end, Meaning::TimeOnly, TIME) })
}

const TODAY: Meaning = Meaning::Shifted { unit: Unit::Day, shift: 0, base: Base::Published };

/// The year of "December 6-7, 1941" stands with its last day.
const fn with_year_of(first: Meaning, last: Meaning) -> Meaning {
    match (first, last) {
        (Meaning::Calendar { part, .. }, Meaning::Calendar { year, .. }) => Meaning::Calendar { year, part },
        _ => first,
    }
}

/// "3 o'clock in the morning", "11.30 at night": the part of the day tells which of two hours it is.
fn of_part(t: &Tokens<'_>, (time, end): (TimeOfDay, usize)) -> (TimeOfDay, usize) {
    let (part, after) = match *t.rest(end) {
        [Lex::In, Lex::The, Lex::Part(part), ..] => (part, end + 3),
        [Lex::At, Lex::Part(part @ TimeOfDay::Night), ..] => (part, end + 2),
        // "8:15 on the evening of August 6": the day is read by the caller.
        [Lex::On, Lex::The, Lex::Part(part), Lex::Of, ..] => (part, end),
        _ => return (time, end),
    };
    match (time, part) {
        (TimeOfDay::Clock { hour: hour @ 1..=12, minute, zulu }, TimeOfDay::Afternoon | TimeOfDay::Evening)
        | (TimeOfDay::Clock { hour: hour @ 6..=11, minute, zulu }, TimeOfDay::Night) => {
            (TimeOfDay::Clock { hour: hour % 12 + 12, minute, zulu }, after)
        }
        (TimeOfDay::Clock { .. }, TimeOfDay::Morning | TimeOfDay::Night) => (time, after),
        _ => (time, end),
    }
}

/// The hours of "the early hours of Tuesday", "the early hours of the morning"; "early" is read before.
/// Not: "the early hours" alone, "the opening hours of Tuesday".
fn early_hours(t: &Tokens<'_>, i: usize) -> Option<(TimeOfDay, usize)> {
    let [Lex::Units(Unit::Hour), Lex::Of, ..] = *t.rest(i) else { return None };
    let end = match *t.rest(i + 2) {
        [Lex::The, Lex::Part(TimeOfDay::Morning), ..] => i + 4,
        _ => i + 1,
    };
    let is_dated = || end > i + 1 || day(t, i + 2).is_some();
    ((t.before(i) == Lex::Early || t.follows_word(i, "small")) && is_dated()).then_some((TimeOfDay::Morning, end))
}

/// What can be the day of a time.
pub(super) static DAYS: [(Openers, Rule<Lex>); 4] = [NAMED_DAY, DATE, BARE_WEEKDAY, RELATIVE];

/// The date of a time: a calendar date, a weekday or a day counted from today.
fn day(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let found = first_of(&DAYS, t, i)?;
    is_day(found.meaning).then_some(found)
}

/// Whether a time of day can go with a meaning: "the 15th" does for a day.
const fn is_day(meaning: Meaning) -> bool {
    meaning.names_day() || matches!(meaning, Meaning::Calendar { part: Part::DayOfMonth(_), .. })
}

/// Zones are written in capitals.
fn is_zone(t: &Tokens<'_>, i: usize) -> bool {
    t.word(i).bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_zulu(t: &Tokens<'_>, i: usize) -> bool {
    t.is_word(i, "utc") || t.is_word(i, "gmt")
}

/// "10:35 a.m.", "9 pm", "12:00 UTC", "2200 GMT", "at 16:15", "eight o'clock".
/// Not: a score "2:1", a verse "3:16".
fn clock(t: &Tokens<'_>, i: usize) -> Option<(TimeOfDay, usize)> {
    if let Some(spoken) = spoken(t, i) {
        return Some(spoken);
    }
    // "0600 hours"
    if let [Lex::Figure(Figure::Whole { value: value @ ..2400, digits: 4 }), Lex::Units(Unit::Hour), ..] = *t.rest(i)
        && value % 100 < 60
        && (t.word(i).starts_with('0') || t.before(i) == Lex::At)
    {
        let (hour, minute) = ((value / 100) as u8, Some((value % 100) as u8));
        return Some((TimeOfDay::Clock { hour, minute, zulu: false }, i + 2));
    }
    // "12 noon"
    if let [Lex::Figure(Figure::Whole { value: 12, .. }), Lex::Part(noon @ TimeOfDay::Clock { .. }), ..] = *t.rest(i) {
        return Some((noon, i + 2));
    }
    // "1800 local time"
    if let [Lex::Figure(Figure::Whole { value: value @ ..2400, digits: 4 }), Lex::Other, Lex::Time, ..] = *t.rest(i)
        && value % 100 < 60
        && t.is_word(i + 1, "local")
    {
        let (hour, minute) = ((value / 100) as u8, Some((value % 100) as u8));
        return Some((TimeOfDay::Clock { hour, minute, zulu: false }, i + 3));
    }
    // "2200 GMT"
    if let [Lex::Figure(Figure::Whole { value: value @ ..2400, digits: 4 }), Lex::Zone, ..] = *t.rest(i)
        && value % 100 < 60
        && is_zone(t, i + 1)
    {
        let (hour, minute) = ((value / 100) as u8, Some((value % 100) as u8));
        return Some((TimeOfDay::Clock { hour, minute, zulu: is_zulu(t, i + 1) }, i + 2));
    }
    let (hour, minute) = match t.lex(i) {
        Lex::Figure(Figure::Clock { hour, minute }) => (hour, Some(minute)),
        Lex::Figure(Figure::Hundredths { whole: hour @ 1..=12, hundredths: minute @ 0..=59 })
            if matches!(t.lex(i + 1), Lex::Meridiem(_)) =>
        {
            (hour, Some(minute))
        }
        Lex::Figure(Figure::Whole { value: value @ 1..=12, digits: ..=2 }) | Lex::Spelt(value @ 1..=12) => {
            (value as u8, None)
        }
        _ => return None,
    };
    let (hour, mut end, is_said) = match *t.rest(i + 1) {
        [Lex::Meridiem(_), Lex::Other, ..]
            if t.word(i + 1).eq_ignore_ascii_case("am")
                && minute.is_none()
                && !t.is_glued(i + 1)
                && !precedes_time(t.before(i)) =>
        {
            return None;
        }
        [Lex::Meridiem(offset), ..] if hour <= 12 => (hour % 12 + offset, i + 2, true),
        [_, Lex::Sign(b'\''), Lex::Clock, Lex::Meridiem(offset), ..] if t.is_word(i + 1, "o") => {
            (hour % 12 + offset, i + 5, true)
        }
        [_, Lex::Sign(b'\''), Lex::Clock, ..] if t.is_word(i + 1, "o") => (hour, i + 4, true),
        _ => (hour, i + 1, false),
    };
    let mut zulu = false;
    let mut has_zone = false;
    if t.lex(end) == Lex::Zone && minute.is_some() | is_said {
        zulu = is_zulu(t, end);
        end += 1;
        has_zone = true;
    }
    // "local time", "Baghdad time".
    if (is_said || minute.is_some()) && t.lex(end) == Lex::Other && t.lex(end + 1) == Lex::Time && !t.is_glued(end) {
        end += 2;
        has_zone = true;
    }
    // "began for some at 10:15", "for 22:00 on 7 April"; "in 2:10 on Sunday" is how long one ran.
    let is_placed =
        || precedes_time(t.before(i)) || t.before(i) != Lex::In && t.lex(end) == Lex::On && day(t, end + 1).is_some();
    let is_time = is_said || has_zone || minute.is_some() && is_placed();
    is_time.then_some((TimeOfDay::Clock { hour, minute, zulu }, end))
}

/// "at 10:15", "by 6 am".
const fn precedes_time(before: Lex) -> bool {
    matches!(before, Lex::At | Lex::By | Lex::Until | Lex::Since | Lex::From | Lex::Before | Lex::After | Lex::About)
}

/// "half past nine", "quarter to ten".
/// Not: "a quarter to ten others".
fn spoken(t: &Tokens<'_>, i: usize) -> Option<(TimeOfDay, usize)> {
    let (back, minute) = match *t.rest(i) {
        [Lex::Half, Lex::Past, ..] => (0, 30),
        [Lex::Unit(Unit::Quarter), Lex::Past, ..] => (0, 15),
        [Lex::Unit(Unit::Quarter), Lex::To, ..] => (1, 45),
        _ => return None,
    };
    let (Amount::Count(hour @ 1..=12), end) = whole(t, i + 2)? else { return None };
    if t.lex(end) == Lex::Other {
        return None;
    }
    let hour = (hour as u8 + 11 - back) % 12 + 1;
    Some((TimeOfDay::Clock { hour, minute: Some(minute), zulu: false }, end))
}

/// "the morning", "noon", "midnight", "mid-afternoon" (the modifier is read before).
fn part_of_day(t: &Tokens<'_>, i: usize) -> Option<(TimeOfDay, usize)> {
    let at = if t.lex(i) == Lex::The { i + 1 } else { i };
    let Lex::Part(part) = t.lex(at) else { return None };
    // "High Noon", "the Evening Standard", "the Dawn"
    let is_title = at > i && !t.is_capital(i);
    let is_name =
        t.is_capital(at) && (t.follows_name(i) || t.is_name(at + 1) || is_title || at == i && follows_capital(t, i));
    if is_name {
        return None;
    }
    let is_exact = matches!(part, TimeOfDay::Clock { .. });
    // "a pre-dawn raid" is before it.
    if t.lex(i) != Lex::The
        && t.before(i) == Lex::Sign(b'-')
        && i.checked_sub(2).is_some_and(|pre| t.is_word(pre, "pre"))
    {
        return None;
    }
    let is_placed = at > i
        || is_exact && !t.is_name(at + 1)
        || matches!(t.before(i), Lex::In | Lex::At | Lex::By | Lex::Early | Lex::Late | Lex::Mid | Lex::Sign(b'-'))
        || matches!(t.before(i), Lex::Before | Lex::After | Lex::Until | Lex::Since) && !t.is_name(at + 1)
        || day(t, at + 1).is_some();
    // "the early morning hours of 30 April"
    let hours = usize::from(t.lex(at + 1) == Lex::Units(Unit::Hour));
    is_placed.then_some((part, at + 1 + hours))
}

fn follows_capital(t: &Tokens<'_>, i: usize) -> bool {
    i.checked_sub(1).is_some_and(|before| t.lex(before) == Lex::Other && t.is_capital(before))
}

/// "this morning", "last night", "tonight", "that evening", "the next morning", "the same night".
pub(super) fn pointed_part(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if t.lex(i) == Lex::Tonight {
        // "tonight at 10 p.m."
        let at = if t.lex(i + 1) == Lex::At { i + 2 } else { i + 1 };
        let (time, end) = clock(t, at).unwrap_or((TimeOfDay::Night, i + 1));
        return Some(Found { time: Some(time), ..found(end, TODAY, "tonight") });
    }
    // "the night before"
    if let [
        Lex::The,
        Lex::Part(part),
        word @ (Lex::Before | Lex::After),
        Lex::Sign(_) | Lex::Nothing | Lex::Break,
        ..,
    ] = *t.rest(i)
    {
        let shift = if word == Lex::Before { -1 } else { 1 };
        let meaning = Meaning::Shifted { unit: Unit::Day, shift, base: Base::Mention };
        return Some(Found { time: Some(part), ..found(i + 3, meaning, "pointed-part") });
    }
    // "two nights ago"
    if let Some((Amount::Count(count @ 1..100), at)) = whole(t, i)
        && let [Lex::Parts(part), Lex::Ago, ..] = *t.rest(at)
    {
        let meaning = Meaning::Shifted { unit: Unit::Day, shift: -(count as i32), base: Base::Published };
        return Some(Found { time: Some(part), ..found(at + 2, meaning, "pointed-part") });
    }
    let (at, has_article) = if t.lex(i) == Lex::The { (i + 1, true) } else { (i, false) };
    let Lex::Part(part) = t.lex(at + 1) else { return None };
    let (shift, base) = match t.lex(at) {
        Lex::This => (0, Base::Published),
        // "the last evening of March"
        Lex::Last if has_article && t.lex(at + 2) == Lex::Of => return None,
        Lex::Last => (-1, Base::Published),
        Lex::That | Lex::Same => (0, Base::Mention),
        Lex::Next | Lex::Following => (1, Base::Mention),
        Lex::Previous => (-1, Base::Mention),
        _ => return None,
    };
    if has_article && t.lex(at) == Lex::This {
        return None;
    }
    Some(Found { time: Some(part), ..found(at + 2, Meaning::Shifted { unit: Unit::Day, shift, base }, "pointed-part") })
}

/// What follows a day: "morning", "at 10 pm", ", 8:30 a.m."; the two become one expression.
pub(super) fn with_time(t: &Tokens<'_>, day: Found) -> Found {
    if day.time.is_some() || !is_day(day.meaning) {
        return day;
    }
    if let Lex::Part(part) = t.lex(day.end) {
        let is_pointed = matches!(
            day.meaning,
            Meaning::Weekday { which: Which::Nearest, .. }
                | Meaning::Shifted { .. }
                | Meaning::Calendar { .. }
                | Meaning::Weekday { .. }
        );
        if is_pointed {
            return Found { end: day.end + 1, time: Some(part), rule: "date-time", ..day };
        }
    }
    let at = match t.lex(day.end) {
        Lex::Sign(b',') if t.lex(day.end + 1) == Lex::At => day.end + 2,
        Lex::At | Lex::Sign(b',') => day.end + 1,
        _ => day.end,
    };
    match clock(t, at) {
        Some((time, end)) => Found { end, time: Some(time), rule: "date-time", ..day },
        None => day,
    }
}
