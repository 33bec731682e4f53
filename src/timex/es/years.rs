//! Years, decades and centuries.

use super::super::meaning::{Meaning, Part, Unit, YearRef};
use super::super::scan::Figure;
use super::lex::Lex;
use super::numbers::roman;
use super::{Found, Tokens, after_article, found};

/// Years that four digits alone can mean.
const PLAIN_YEARS: std::ops::RangeInclusive<u32> = 1000..=2199;

/// "1979", "el año 1979", "44 a.C.".
/// Not: "1998 toneladas", "la resolución 1973", "1.998".
pub(super) fn year(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let whole = |year| Meaning::Calendar { year: YearRef::Stated(year), part: Part::Whole };
    if let [Lex::Figure(Figure::Whole { value: value @ 1..=9999, .. }), Lex::BeforeEra, ..] = *t.rest(i) {
        return Some(found(i + 2, whole(1 - value as i32), "year"));
    }
    let at = after_article(t, i);
    let (at, is_named) = if t.lex(at) == Lex::Unit(Unit::Year) { (at + 1, true) } else { (at, at == i) };
    let (year, end) = figure_year(t, at).filter(|_| is_named)?;
    (t.before(i) != Lex::Label).then(|| found(end, whole(year), "year"))
}

/// Four digits that can be a year.
pub(super) fn figure_year(t: &Tokens<'_>, i: usize) -> Option<(i32, usize)> {
    let Lex::Figure(Figure::Whole { value, digits: 4 }) = t.lex(i) else { return None };
    let is_counted = matches!(t.lex(i + 1), Lex::Counted | Lex::Units(_) | Lex::Thousand | Lex::Sign(b'%' | b'$'));
    let is_stuck = t.is_glued(i) && !matches!(t.before(i), Lex::Sign(b'(' | b'"' | b'-' | b'=' | b'['))
        || t.is_glued(i + 1) && !matches!(t.lex(i + 1), Lex::Sign(_));
    (PLAIN_YEARS.contains(&value) && !is_counted && !is_stuck).then_some((value as i32, i + 1))
}

/// "los años noventa", "los años 90", "los noventa", "la década de 1990", "la década de los noventa".
/// Not: "noventa años", "los 90 soldados".
pub(super) fn decade(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = after_article(t, i);
    let has_article = t.lex(i) == Lex::Thes;
    match *t.rest(at) {
        [Lex::Unit(Unit::Decade), Lex::De | Lex::Del, ..] => {
            let inner = at + 2 + usize::from(t.lex(at + 2) == Lex::Thes);
            let inner = inner + usize::from(t.lex(inner) == Lex::Units(Unit::Year));
            tens(t, inner).map(|(meaning, end)| found(end, meaning, "decade"))
        }
        [Lex::Units(Unit::Year), ..] => tens(t, at + 1).map(|(meaning, end)| found(end, meaning, "decade")),
        [Lex::Spelt(20..), ..] if has_article => {
            let (meaning, end) = tens(t, at)?;
            let is_count = matches!(t.lex(end), Lex::Other | Lex::Counted | Lex::Units(_) | Lex::Thousand);
            (!is_count).then(|| found(end, meaning, "decade"))
        }
        _ => None,
    }
}

/// "noventa", "90", "1990" as a decade.
fn tens(t: &Tokens<'_>, i: usize) -> Option<(Meaning, usize)> {
    let meaning = match t.lex(i) {
        Lex::Spelt(value @ 20..=90) | Lex::Figure(Figure::Whole { value: value @ 10..=90, digits: 2 })
            if value.is_multiple_of(10) && t.lex(i + 1) != Lex::And =>
        {
            Meaning::ShortDecade(value as u8 / 10)
        }
        Lex::Figure(Figure::Whole { value: value @ 1000..=2190, digits: 4 }) if value.is_multiple_of(10) => {
            Meaning::Decade(value as i32 / 10)
        }
        _ => return None,
    };
    Some((meaning, i + 1))
}

/// "el siglo XX", "el siglo I a.C.".
pub(super) fn century(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = after_article(t, i);
    if t.lex(at) != Lex::Unit(Unit::Century) {
        return None;
    }
    let number = roman(t.word(at + 1))?;
    Some(match t.lex(at + 2) {
        Lex::BeforeEra => found(at + 3, Meaning::Century(-number), "century"),
        _ => found(at + 2, Meaning::Century(number - 1), "century"),
    })
}
