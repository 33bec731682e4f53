//! Years, decades and centuries.

use super::super::meaning::{Meaning, Part, Unit, YearRef};
use super::super::model::Modifier;
use super::super::scan::Figure;
use super::lex::Lex;
use super::numbers::{ordinal, spelt_year};
use super::{Found, Tokens, found};
use crate::lookup::listed::Listed;

/// Years that four digits alone can mean; others need an era ("44 BC", "AD 800").
const PLAIN_YEARS: std::ops::RangeInclusive<u32> = 1000..=2199;

/// "1979", "AD 800", "44 BC", "nineteen ninety-six", "1994", "fiscal 1988".
/// Not: "1998 tonnes", "Expo 2000", "$1999", "Resolution 1973", "1,998".
pub(super) fn year(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let whole = |year| Meaning::Calendar { year: YearRef::Stated(year), part: Part::Whole };
    if let Some((year, end)) = era_year(t, i).or_else(|| spelt_year(t, i)) {
        return Some(found(end, whole(year), "year"));
    }
    // "fiscal 1988", "fiscal year 2013"
    if t.lex(i) == Lex::Fiscal
        && let Some((year, end)) = figure_year(t, i + 1 + usize::from(t.lex(i + 1) == Lex::Unit(Unit::Year)))
    {
        return Some(found(end, whole(year), "year"));
    }
    if let [Lex::The, Lex::Unit(Unit::Year) | Lex::Units(Unit::Year), ..] = *t.rest(i)
        && let Some((year, end)) = figure_year(t, i + 2)
    {
        return Some(found(end, whole(year), "year"));
    }
    if let [Lex::Sign(b'\''), Lex::Figure(Figure::Whole { value, digits: 2 }), ..] = *t.rest(i) {
        let is_year = t.is_glued(i + 1)
            && t.lex(i + 2) != Lex::PluralEnding
            && matches!(
                t.before(i),
                Lex::In | Lex::Of | Lex::Since | Lex::Until | Lex::From | Lex::By | Lex::Sign(b'=')
            );
        let meaning = Meaning::Calendar { year: YearRef::Short(value as u8), part: Part::Whole };
        return is_year.then(|| found(i + 2, meaning, "short-year"));
    }
    // "1 in 2000" is a share.
    let is_share = t.before(i) == Lex::In && i.checked_sub(2).is_some_and(|at| t.word(at) == "1");
    let (year, end) = figure_year(t, i).filter(|_| !is_share)?;
    (!follows_label(t, i)).then(|| found(end, whole(year), "year"))
}

/// "44 BC", "200 BCE", "AD 800", "800 AD".
pub(super) fn era_year(t: &Tokens<'_>, i: usize) -> Option<(i32, usize)> {
    match *t.rest(i) {
        [
            Lex::Figure(Figure::Whole { value: value @ 1..=9999, .. } | Figure::Grouped(value @ 1000..=9999)),
            Lex::BeforeEra,
            ..,
        ] if t.is_capital(i + 1) => Some((1 - value as i32, i + 2)),
        [Lex::Figure(Figure::Whole { value: value @ 1..=2199, .. }), Lex::Era, ..] if is_upper(t, i + 1) => {
            Some((value as i32, i + 2))
        }
        [Lex::Era, Lex::Figure(Figure::Whole { value: value @ 1..=2199, .. }), ..] if is_upper(t, i) => {
            Some((value as i32, i + 2))
        }
        _ => None,
    }
}

fn is_upper(t: &Tokens<'_>, i: usize) -> bool {
    t.word(i).bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.')
}

/// Four digits that can be a year, wherever they stand.
pub(super) fn figure_year(t: &Tokens<'_>, i: usize) -> Option<(i32, usize)> {
    match t.lex(i) {
        Lex::Figure(Figure::Whole { value, digits: 4 }) => {
            let is_year = PLAIN_YEARS.contains(&value) && !is_counted(t, i) && !is_stuck(t, i);
            is_year.then_some((value as i32, i + 1))
        }
        Lex::Spelt(_) => spelt_year(t, i),
        _ => None,
    }
}

/// What follows makes the number at `i` a count or a share: "1998 tonnes", "9/11 of them", "1990 per cent".
pub(super) fn is_counted(t: &Tokens<'_>, i: usize) -> bool {
    match t.lex(i + 1) {
        Lex::Counted | Lex::Sign(b'%') | Lex::Units(_) | Lex::Scale(_) => true,
        Lex::Of => {
            matches!(t.lex(i + 2), Lex::The | Lex::These | Lex::Those | Lex::Possessive) || t.is_word(i + 2, "them")
        }
        Lex::Per => true,
        // "butchered 1400 victims", "has 1960 members": no word for time before it, a plural after it.
        Lex::Other => {
            is_lower_word(t, i + 1)
                && t.word(i + 1).ends_with('s')
                && i.checked_sub(1).is_some_and(|i| is_lower_word(t, i) || is_before_count(t, i))
        }
        _ => false,
    }
}

/// What a count follows and a year does not: "has 1960 members", "some 1500 refugees", "more than 2000 rebels".
/// Not: "higher than 1998 levels".
fn is_before_count(t: &Tokens<'_>, i: usize) -> bool {
    match t.lex(i) {
        Lex::About | Lex::Nearly | Lex::Some | Lex::Least => true,
        Lex::Than => matches!(t.before(i), Lex::More | Lex::Less),
        _ => t.is_one_of(i, Listed("has|have|had|are|were|was")),
    }
}

/// An ordinary word in lower case.
fn is_lower_word(t: &Tokens<'_>, i: usize) -> bool {
    t.lex(i) == Lex::Other && t.word(i).starts_with(|c: char| c.is_ascii_lowercase())
}

/// Signs or letters glued to the number make it something else: "$1999", "F-2000", "2000x", "555-1234".
fn is_stuck(t: &Tokens<'_>, i: usize) -> bool {
    let before = t.is_glued(i)
        && match t.before(i) {
            Lex::Sign(b'(' | b'"' | b'\'' | b'[' | b'=' | b',') => false,
            Lex::Sign(b'-' | b'/') => !follows_year_or_word(t, i),
            _ => true,
        };
    // "0800 1111" is a number of a telephone.
    let goes_on = matches!(t.before(i), Lex::Figure(Figure::Whole { value: ..1000, digits: 3.. }));
    let after = t.is_glued(i + 1)
        && match t.lex(i + 1) {
            Lex::Sign(b'-') => {
                let is_code = matches!(t.lex(i + 2), Lex::Figure(Figure::Whole { digits: 1 | 3 | 5.., .. }))
                    || t.is_capital(i + 2) && t.word(i + 2).len() == 1;
                is_code && t.is_glued(i + 2)
            }
            Lex::Sign(b':') => t.is_glued(i + 2) && t.lex(i + 2) != Lex::Nothing,
            Lex::Sign(b'/' | b'$' | b'@' | b'#') => true,
            Lex::Sign(_) | Lex::PluralEnding => false,
            _ => true,
        };
    before || after || goes_on
}

/// "1994-1998", "mid-1996", "pre-2001": the hyphen before the number joins it to a year or to a word for time.
fn follows_year_or_word(t: &Tokens<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(2) else { return false };
    matches!(
        t.lex(before),
        Lex::Figure(Figure::Whole { digits: 4, .. })
            | Lex::Mid
            | Lex::Early
            | Lex::Late
            | Lex::Month(_)
            | Lex::WordMonth(_)
            | Lex::ShortMonth(_)
    ) || t.is_one_of(before, Listed("pre|post"))
}

/// The word before makes the number a name or a label: "Expo 2000", "flight 1999", "No. 1984".
fn follows_label(t: &Tokens<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    match t.lex(before) {
        Lex::Label => true,
        Lex::Sign(b'.') => before.checked_sub(1).is_some_and(|i| t.is_word(i, "no")),
        Lex::Sign(b'#' | b'$') => true,
        // A title: "1984".
        Lex::Sign(b'"') => matches!(t.lex(i + 1), Lex::Sign(b'"' | b':')),
        // "at 1945 Elm Street"
        Lex::At => t.is_name(i + 1),
        Lex::Other => t.is_name(before) || t.is_capital(before) && !t.is_glued(i) && is_title_case(t.word(before)),
        _ => false,
    }
}

fn is_title_case(word: &str) -> bool {
    word.len() > 1 && word.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
}

/// "the 1980s", "1990's", "the '80s", "the 90's", "the eighties", "the twenties".
/// Not: "in her eighties", "747s".
pub(super) fn decade(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = if t.lex(i) == Lex::The { i + 1 } else { i };
    let apostrophe = |at: usize| usize::from(t.lex(at) == Lex::Sign(b'\'') && t.is_glued(at));
    match *t.rest(at) {
        [Lex::Figure(Figure::Whole { value: value @ 1000..=2190, digits: 4 }), ..] if value.is_multiple_of(10) => {
            let ending = at + 1 + apostrophe(at + 1);
            let is_plural = t.lex(ending) == Lex::PluralEnding && t.is_glued(ending);
            let is_possessive = ending > at + 1 && at == i;
            let century = value.is_multiple_of(100) && !(1900..=2000).contains(&value);
            let meaning =
                if century { Meaning::Century(value as i32 / 100) } else { Meaning::Decade(value as i32 / 10) };
            (is_plural && !is_possessive).then(|| found(ending + 1, meaning, "decade"))
        }
        [Lex::Sign(b'\''), Lex::Figure(Figure::Whole { value, digits: 2 }), Lex::PluralEnding, ..]
            if value.is_multiple_of(10) && t.is_glued(at + 1) && t.is_glued(at + 2) =>
        {
            Some(found(at + 3, Meaning::ShortDecade(value as u8 / 10), "short-decade"))
        }
        [Lex::Figure(Figure::Whole { value: value @ 20..=90, digits: 2 }), ..]
            if value.is_multiple_of(10) && (at > i || follows_decade(t, i) || is_early_or_late(t, i)) =>
        {
            let ending = at + 1 + apostrophe(at + 1);
            let is_plural = t.lex(ending) == Lex::PluralEnding && t.is_glued(ending);
            is_plural.then(|| found(ending + 1, Meaning::ShortDecade(value as u8 / 10), "short-decade"))
        }
        // "in her late twenties" is an age.
        [Lex::DecadeWord(_), ..] if follows_possessive(t, i) => None,
        [Lex::DecadeWord(digit), ..]
            if at > i
                || follows_decade(t, i)
                || matches!(t.before(i), Lex::Early | Lex::Late | Lex::Mid | Lex::Sign(b'-')) =>
        {
            Some(found(at + 1, Meaning::ShortDecade(digit), "short-decade"))
        }
        [Lex::Spelt(19), Lex::DecadeWord(digit), ..] => {
            Some(found(at + 2, Meaning::Decade(190 + i32::from(digit)), "decade"))
        }
        _ => None,
    }
}

/// "the 1970s and" stands before token `i`, "the seventies to".
fn follows_decade(t: &Tokens<'_>, i: usize) -> bool {
    let is_decade = |at: usize| match t.lex(at) {
        Lex::PluralEnding => !follows_possessive(t, at.saturating_sub(1)),
        Lex::DecadeWord(_) => !follows_possessive(t, at),
        _ => false,
    };
    matches!(t.before(i), Lex::And | Lex::Or | Lex::To) && i.checked_sub(2).is_some_and(is_decade)
}

/// "the early 90s", "the mid-60s".
/// Not: "her early 60s", an age, or "the under-30s".
fn is_early_or_late(t: &Tokens<'_>, i: usize) -> bool {
    let hyphen = usize::from(t.before(i) == Lex::Sign(b'-'));
    matches!(t.before(i - hyphen), Lex::Early | Lex::Late | Lex::Mid) && !follows_possessive(t, i)
}

/// A possessive stands before token `i`, whatever "early", "late" or "mid-" between.
fn follows_possessive(t: &Tokens<'_>, i: usize) -> bool {
    let is_modifier = |at: &usize| matches!(t.lex(*at), Lex::Early | Lex::Late | Lex::Mid | Lex::Sign(b'-'));
    let back = (0..i).rev().take(3).find(|at| !is_modifier(at));
    back.is_some_and(|at| t.lex(at) == Lex::Possessive)
}

/// "the first decade of the 21st century".
pub(super) fn decade_of_century(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = if t.lex(i) == Lex::The { i + 1 } else { i };
    let (number, after) = match t.lex(at) {
        Lex::Last => (10, at + 1),
        _ => ordinal(t, at).filter(|(number, _)| (1..=10).contains(number))?,
    };
    let (Lex::Unit(Unit::Decade), Lex::Of) = (t.lex(after), t.lex(after + 1)) else { return None };
    let Found { end, meaning: Meaning::Century(hundreds), .. } = century(t, after + 2)? else { return None };
    Some(found(end, Meaning::Decade(hundreds * 10 + i32::from(number) - 1), "decade-of-century"))
}

/// "the turn of the century", "the turn of the 20th century".
pub(super) fn turn_of_century(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = if t.lex(i) == Lex::The { i + 1 } else { i };
    let [Lex::Turn, Lex::Of, Lex::The, ..] = *t.rest(at) else { return None };
    let (year, end) = match t.lex(at + 3) {
        // Said of a recent one: articles tell of the turn of their own century.
        Lex::Unit(Unit::Century | Unit::Millennium) => (2000, at + 4),
        _ => {
            let Found { end, meaning: Meaning::Century(hundreds), .. } = century(t, at + 3)? else { return None };
            (hundreds * 100, end)
        }
    };
    let meaning = Meaning::Calendar { year: YearRef::Stated(year), part: Part::Whole };
    Some(Found { modifier: Some(Modifier::Approx), ..found(end, meaning, "turn-of-century") })
}

/// "the 20th century", "nineteenth-century", "the first century BC".
pub(super) fn century(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = if t.lex(i) == Lex::The { i + 1 } else { i };
    let (number, after) = ordinal(t, at)?;
    let after = if t.is_hyphen(after) { after + 1 } else { after };
    if t.lex(after) != Lex::Unit(Unit::Century) {
        return None;
    }
    let number = i32::from(number);
    if t.lex(after + 1) == Lex::BeforeEra {
        return Some(found(after + 2, Meaning::Century(-number), "century"));
    }
    let era = usize::from(t.lex(after + 1) == Lex::Era && is_upper(t, after + 1));
    Some(found(after + 1 + era, Meaning::Century(number - 1), "century"))
}
