//! Periods as reports of business name them: "the year-ago quarter", "the same month last year", "for the year".

use super::super::meaning::{Amount, Base, Meaning, Part, Unit, YearRef};
use super::super::model::Modifier;
use super::dates::{date, day_after_month, month, relative_year, year_after_month};
use super::lex::Lex;
use super::years::figure_year;
use super::{ARTICLE, COUNTED, Found, Openers, POINTER, Rule, Tokens, UNIT, first_of, found};

/// The ways to name a period of business.
pub(super) static RULES: [(Openers, Rule<Lex>); 7] = [
    (ARTICLE | UNIT, year_ago),
    (ARTICLE, same_part),
    (ARTICLE, of_year),
    (ARTICLE | POINTER, same_quarter),
    (ARTICLE, sum_of_unit),
    (ARTICLE, year_ended),
    (UNIT, year_end),
];

/// All of them.
pub(super) fn reported(t: &Tokens<'_>, i: usize) -> Option<Found> {
    first_of(&RULES, t, i)
}

/// "the year-ago quarter", "the comparable year-ago period", "the year-earlier month", "year-earlier".
fn year_ago(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = match *t.rest(i) {
        [Lex::The, Lex::Same, ..] => i + 2,
        [Lex::The, ..] => i + 1,
        _ => i,
    };
    if t.lex(at) != Lex::Unit(Unit::Year) || !t.is_hyphen(at + 1) || !matches!(t.lex(at + 2), Lex::Ago | Lex::Earlier) {
        return None;
    }
    let names_period = matches!(t.lex(at + 3), Lex::Period | Lex::Unit(Unit::Quarter | Unit::Month));
    if at > i && !names_period {
        return None;
    }
    if names_period {
        let year = YearRef::Relative { shift: -1, base: Base::Published };
        let part = if t.lex(at + 3) == Lex::Unit(Unit::Month) { Part::SameMonth } else { Part::SameQuarter };
        return Some(found(at + 4, Meaning::Calendar { year, part }, "same-part"));
    }
    Some(found(at + 3, Meaning::Shifted { unit: Unit::Year, shift: -1, base: Base::Published }, COUNTED))
}

/// "the 1988 quarter", "the corresponding 1988 period", "the 1989 fiscal year", "the June quarter".
fn of_year(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if t.lex(i) != Lex::The {
        return None;
    }
    if let Some(month) = month(t, i + 1) {
        let end = day_after_month(t, i + 2).map_or(i + 2, |(_, end)| end);
        let meaning = Meaning::Calendar { year: YearRef::Missing, part: quarter_up_to(month) };
        return (t.lex(end) == Lex::Unit(Unit::Quarter)).then(|| found(end + 1, meaning, "same-quarter"));
    }
    let (year, at) = figure_year(t, i + 1 + usize::from(t.lex(i + 1) == Lex::Same))?;
    let (part, end) = match *t.rest(at) {
        [Lex::Unit(Unit::Quarter) | Lex::Period, ..] => (Part::SameQuarter, at + 1),
        [Lex::Fiscal, Lex::Unit(Unit::Year), ..] => (Part::Whole, at + 2),
        _ => return None,
    };
    Some(found(end, Meaning::Calendar { year: YearRef::Stated(year), part }, "same-quarter"))
}

/// "the latest quarter", "the quarter", "that quarter", "the most recent period".
/// Not: "a quarter of the vote", "the Latin quarter".
fn same_quarter(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let end = match *t.rest(i) {
        [Lex::The, Lex::Latest, Lex::Unit(Unit::Quarter) | Lex::Period, ..] => i + 3,
        [Lex::The, Lex::Most, Lex::Recent, Lex::Unit(Unit::Quarter) | Lex::Period, ..] => i + 4,
        [Lex::The | Lex::That, Lex::Unit(Unit::Quarter), ..] if t.lex(i + 2) != Lex::Of => i + 2,
        _ => return None,
    };
    // "the quarter a year ago"
    let (year, end) = relative_year(t, end).unwrap_or((YearRef::Missing, end));
    let (year, part) = quarter_ended(t, end).unwrap_or((year, Part::SameQuarter));
    (!t.is_hyphen(end)).then(|| found(end, Meaning::Calendar { year, part }, "same-quarter"))
}

/// "ended July 31" after "the quarter": the one that had most of the three months up to then.
fn quarter_ended(t: &Tokens<'_>, i: usize) -> Option<(YearRef, Part)> {
    if t.lex(i) != Lex::Ended {
        return None;
    }
    let date = date(t, i + 1)?;
    let Meaning::Calendar { year, part: Part::Day(month, _) | Part::Month(month) } = date.meaning else { return None };
    let year = match year {
        YearRef::Stated(year) => YearRef::Stated(year - i32::from(month == 1)),
        YearRef::Missing if t.is_word(i, "ended") => YearRef::Last(Base::Published),
        other => other,
    };
    Some((year, quarter_up_to(month)))
}

/// The quarter that had most of the three months up to the end of a month.
const fn quarter_up_to(month: u8) -> Part {
    Part::Quarter((month + 10) % 12 / 3 + 1)
}

/// "the same month a year ago", "the same period of 2008", "the corresponding quarter last year".
/// Not: "the same month" alone, which is the one told of.
fn same_part(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let [Lex::The, Lex::Same, unit, ..] = *t.rest(i) else { return None };
    let part = match unit {
        Lex::Unit(Unit::Month) => Part::SameMonth,
        Lex::Unit(Unit::Quarter) | Lex::Period => Part::SameQuarter,
        _ => return None,
    };
    let (year, end) = year_after_month(t, i + 3);
    (year != YearRef::Missing).then(|| found(end, Meaning::Calendar { year, part }, "same-part"))
}

/// "For the year, sales fell by a tenth.": what is summed up is the year reported; "the first nine months of the year",
/// "during the year".
/// Not: "for the year that he was away", "the man of the year".
fn sum_of_unit(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let [Lex::The, Lex::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year)), next, ..] = *t.rest(i) else {
        return None;
    };
    let is_taken = match t.before(i) {
        Lex::For => matches!(next, Lex::Sign(b',' | b'.') | Lex::And | Lex::In | Lex::At),
        Lex::During => {
            unit != Unit::Week && matches!(next, Lex::Sign(b',' | b'.') | Lex::And | Lex::Break | Lex::Nothing)
        }
        Lex::Of => !t.is_hyphen(i + 2) && i.checked_sub(2).is_some_and(|at| is_share_of_year(t, at)),
        _ => false,
    };
    let meaning = Meaning::Shifted { unit, shift: 0, base: Base::Passage };
    is_taken.then(|| found(i + 2, meaning, "unit-of-passage"))
}

/// Token `i` of "nine months of the year", "most of the year", "the rest of the year".
/// Not: "the coldest months of the year", which come every year.
fn is_share_of_year(t: &Tokens<'_>, i: usize) -> bool {
    match t.lex(i) {
        Lex::Most | Lex::Much => true,
        Lex::Units(Unit::Month | Unit::Week) => matches!(t.before(i), Lex::Spelt(_) | Lex::Figure(_)),
        _ => t.is_word(i, "rest") || t.is_word(i, "remainder"),
    }
}

/// "year-end", "year's end", "month-end", "the decade's end" without its article; "by year end".
/// Not: "the year end results".
fn year_end(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let Lex::Unit(unit) = t.lex(i) else { return None };
    let meaning = match unit {
        Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century => {
            Meaning::Shifted { unit, shift: 0, base: Base::Passage }
        }
        Unit::Quarter => Meaning::Calendar { year: YearRef::Missing, part: Part::SameQuarter },
        _ => return None,
    };
    let end = match *t.rest(i + 1) {
        [Lex::Sign(b'-'), Lex::End, ..] => i + 3,
        [Lex::Sign(b'\''), Lex::PluralEnding, Lex::End, ..] => i + 4,
        [Lex::End, ..] if is_limit(t.before(i)) => i + 2,
        _ => return None,
    };
    Some(Found { modifier: Some(Modifier::End), ..found(end, meaning, "year-end") })
}

/// What stands before a day that ends something: "by year end", "around year end".
const fn is_limit(before: Lex) -> bool {
    matches!(before, Lex::By | Lex::At | Lex::Before | Lex::Until | Lex::Through | Lex::About)
}

/// "the year ended Sept. 30", "the fiscal year ended", "the year to March".
fn year_ended(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = i + 1 + usize::from(t.lex(i + 1) == Lex::Fiscal);
    let [Lex::Unit(unit @ (Unit::Year | Unit::Month)), joint, ..] = *t.rest(at) else { return None };
    let is_ended = joint == Lex::Ended || joint == Lex::To && date(t, at + 2).is_some();
    (t.lex(i) == Lex::The && is_ended).then(|| found(at + 1, Meaning::Length(Amount::Count(1), unit), "year-ended"))
}
