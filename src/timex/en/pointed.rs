//! What a determiner points at: "last year", "that month", "the following Friday".

use super::super::meaning::{Amount, Base, Meaning, Part, Unit, Vague, Which, YearRef};
use super::dates::{date, month, weekday, weekday_date};
use super::lex::Lex;
use super::numbers::{ordinal, with_half};
use super::relative::unit_of_passage;
use super::seasons::season;
use super::years::figure_year;
use super::{Found, Tokens, found};

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
        [Lex::Very, Lex::Next, ..] => (pointer(1, Mention, Which::Following), at + 2),
        [Lex::Very, Lex::Same, ..] => (pointer(0, Mention, Which::Nearest), at + 2),
        [Lex::Current, ..] => (pointer(0, Published, Which::This), at + 1),
        [Lex::Last, ..] => (pointer(-1, Published, Which::Last), at + 1),
        [Lex::Latest, ..] if has_article => (pointer(-1, Published, Which::This), at + 1),
        [Lex::Most, Lex::Recent, Lex::Unit(_) | Lex::Fiscal, ..] if has_article => {
            (pointer(-1, Published, Which::This), at + 2)
        }
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
pub(super) fn pointed(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (pointer, at) = pointing(t, i)?;
    let at = match t.lex(at) {
        Lex::Fiscal | Lex::Full => at + 1,
        _ => at,
    };
    // "following November's defeat": after it; "the following November's defeat" is another.
    if t.lex(i) == Lex::Following && matches!(*t.rest(at + 1), [Lex::Sign(b'\''), Lex::PluralEnding, ..]) {
        return None;
    }
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
        // "that Sunday in March 2017": which of them another sentence tells.
        if pointer.which == Which::Nearest && t.lex(at + 1) == Lex::In && month(t, at + 2).is_some() {
            return date(t, at + 2);
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
    // The broadcast "This Week".
    if t.is_capital(at) && t.before(i) == Lex::Sign(b'"') {
        return None;
    }
    // "on this day in 1976" is told by the year.
    if unit == Unit::Day && t.lex(at + 1) == Lex::In && figure_year(t, at + 2).is_some() {
        return None;
    }
    // "To this day, nobody asks."; "referred to this day as a defeat" is the day told of.
    if unit == Unit::Day
        && pointer.which == Which::This
        && t.before(i) == Lex::To
        && matches!(t.lex(at + 1), Lex::Sign(_) | Lex::Nothing | Lex::Break)
    {
        return Some(found(at + 1, Meaning::Reference(Vague::Present), "reference"));
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
    let base = match (unit, pointer.which) {
        (Unit::Day, Which::This) => Base::Mention,
        (Unit::Century, Which::Following) => Base::Published,
        _ => pointer.base,
    };
    let has_article = t.lex(i) == Lex::The;
    let is_fiscal = at.checked_sub(1).is_some_and(|before| t.lex(before) == Lex::Fiscal);
    // "the past decade", "the last year": the stretch up to now; "the last fiscal year" has its name.
    if has_article && matches!(pointer.which, Which::Last) && !matches!(unit, Unit::Day | Unit::Weekend) && !is_fiscal {
        // "the past year and a half"
        let (amount, end) = with_half(t, Amount::Count(1), at + 1);
        return Some(found(end, Meaning::Length(amount, unit), "anchored-length"));
    }
    // "for the next decade" is how long.
    if has_article && matches!(pointer.which, Which::Following) && t.before(i) == Lex::For {
        return Some(found(at + 1, Meaning::Length(Amount::Count(1), unit), "anchored-length"));
    }
    let (mut unit, mut end) = (unit, at + 1);
    // "last year's third quarter", "next year's first half" and "last year's quarter" name their part.
    if let [Lex::Sign(b'\''), Lex::PluralEnding, ..] = *t.rest(end)
        && unit == Unit::Year
    {
        let (part, after) = match ordinal(t, end + 2) {
            Some((number @ 1..=2, after)) if t.lex(after) == Lex::Half => (Part::Half(number), after),
            Some((number, after)) => (Part::Quarter(number), after),
            None => (Part::SameQuarter, end + 2),
        };
        if t.lex(after) == Lex::Unit(Unit::Quarter) || matches!(part, Part::Half(_)) {
            let year = YearRef::Relative { shift: pointer.shift, base };
            return Some(found(after + 1, Meaning::Calendar { year, part }, "quarter"));
        }
    }
    if t.is_hyphen(end) && t.is_word(end + 1, "end") {
        (unit, end) = (unit, end + 2);
    }
    Some(found(end, Meaning::Shifted { unit, shift: pointer.shift, base }, "pointed-unit"))
}

/// The day of "later in the day", "earlier in the day": the one told of; the year of "mid-year".
/// Not: "late in the day", which is a time.
pub(super) fn day_told(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if let Lex::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year)) = t.lex(i)
        && t.before(i) == Lex::Sign(b'-')
        && i.checked_sub(2).is_some_and(|at| t.lex(at) == Lex::Mid)
    {
        return Some(found(i + 1, Meaning::Shifted { unit, shift: 0, base: Base::Passage }, "unit-of-passage"));
    }
    let [Lex::The, Lex::Unit(Unit::Day), ..] = *t.rest(i) else { return None };
    let is_later = t.before(i) == Lex::In
        && i.checked_sub(2).is_some_and(|at| matches!(t.lex(at), Lex::Later | Lex::Earlier))
        && !t.is_hyphen(i + 2);
    is_later
        .then(|| found(i + 2, Meaning::Shifted { unit: Unit::Day, shift: 0, base: Base::Mention }, "unit-of-passage"))
}

/// "earlier this year", "later that month", "later in 1998": what a comparative says of the date after it.
pub(super) fn later_or_earlier(t: &Tokens<'_>, i: usize) -> bool {
    matches!(t.lex(i), Lex::Later | Lex::Earlier | Lex::Early | Lex::Late)
        && (pointing(t, i + 1).is_some()
            || t.lex(i + 1) == Lex::On && weekday(t, i + 2).is_some()
            || matches!(t.lex(i + 1), Lex::Deictic(_) | Lex::Weekday(_) | Lex::Tonight)
            || t.lex(i + 1) == Lex::In
                && (figure_year(t, i + 2).is_some()
                    || season(t, i + 2).is_some()
                    || unit_of_passage(t, i + 2).is_some()
                    || day_told(t, i + 2).is_some()
                    || pointing(t, i + 2).is_some()
                    || month(t, i + 2).is_some()))
}
