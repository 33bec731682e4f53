//! Days with names: holidays of the English-speaking press.

use super::super::meaning::{Base, Meaning, Part, Unit, YearRef};
use super::dates::year_after_month;
use super::lex::Lex;
use super::{Found, Tokens, found};
use crate::calendar::Weekday;

/// A name, lower case, and the day it stands for. Longer names come before those they contain.
const HOLIDAYS: [(&str, Part); 32] = [
    ("christmas eve", Part::Day(12, 24)),
    ("christmas day", Part::Day(12, 25)),
    ("christmas", Part::Day(12, 25)),
    ("xmas", Part::Day(12, 25)),
    ("boxing day", Part::Day(12, 26)),
    ("new year ' s eve", Part::Day(12, 31)),
    ("new year ' s day", Part::Day(1, 1)),
    ("valentine ' s day", Part::Day(2, 14)),
    ("good friday", Part::Easter(-2)),
    ("ash wednesday", Part::Easter(-46)),
    ("palm sunday", Part::Easter(-7)),
    ("easter monday", Part::Easter(1)),
    ("easter sunday", Part::Easter(0)),
    ("easter", Part::Easter(0)),
    ("presidents day", Part::NthWeekday(2, Weekday::Monday, 3)),
    ("mother ' s day", Part::NthWeekday(5, Weekday::Sunday, 2)),
    ("father ' s day", Part::NthWeekday(6, Weekday::Sunday, 3)),
    ("memorial day", Part::NthWeekday(5, Weekday::Monday, 0)),
    ("independence day", Part::Day(7, 4)),
    ("bastille day", Part::Day(7, 14)),
    ("labor day", Part::NthWeekday(9, Weekday::Monday, 1)),
    ("halloween", Part::Day(10, 31)),
    ("veterans day", Part::Day(11, 11)),
    ("armistice day", Part::Day(11, 11)),
    ("martin luther king day", Part::NthWeekday(1, Weekday::Monday, 3)),
    ("columbus day", Part::NthWeekday(10, Weekday::Monday, 2)),
    ("australia day", Part::Day(1, 26)),
    ("anzac day", Part::Day(4, 25)),
    ("canada day", Part::Day(7, 1)),
    ("remembrance day", Part::Day(11, 11)),
    ("election day", Part::AfterNthWeekday(11, Weekday::Monday, 1)),
    ("thanksgiving day", Part::NthWeekday(11, Weekday::Thursday, 4)),
];

/// "Thanksgiving" is most often said without "Day".
const THANKSGIVING: Part = Part::NthWeekday(11, Weekday::Thursday, 4);

/// "Christmas Day 1991", "last Thanksgiving", "New Year's Eve".
/// Not: "Easter Island", "new year", "memorial".
pub(super) fn named_day(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (at, year) = match t.lex(i) {
        Lex::Last => (i + 1, YearRef::Last(Base::Published)),
        Lex::Next => (i + 1, YearRef::Next(Base::Published)),
        _ => (i, YearRef::Missing),
    };
    // "May Day" is the one that begins with a month.
    if !matches!(t.lex(at), Lex::Holiday | Lex::WordMonth(5)) || !t.is_capital(at) {
        return None;
    }
    let (part, end) = holiday(t, at)?;
    let (year, end) = if at > i { (year, end) } else { year_after_month(t, end) };
    let is_bare = at == i;
    let is_in_name = t.is_name(end) || is_bare && (t.follows_name(i) || is_in_title(t, i));
    (!is_in_name).then(|| found(end, Meaning::Calendar { year, part }, "holiday"))
}

/// Christmas of "White Christmas" and Father Christmas: a title opens with a quotation mark.
fn is_in_title(t: &Tokens<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    t.is_word(before, "father")
        || t.lex(before) == Lex::Other && t.is_capital(before) && t.before(before) == Lex::Sign(b'"')
}

fn holiday(t: &Tokens<'_>, at: usize) -> Option<(Part, usize)> {
    if t.lex(at) == Lex::WordMonth(5) {
        return (t.lex(at + 1) == Lex::Unit(Unit::Day) && t.is_capital(at + 1)).then_some((Part::Day(5, 1), at + 2));
    }
    let first = t.bytes(at).first().map(u8::to_ascii_lowercase);
    let begins_alike = |named: &&(&str, Part)| named.0.as_bytes().first().copied() == first;
    let named = HOLIDAYS.iter().filter(begins_alike).find_map(|(name, part)| {
        let mut end = at;
        let fits = name.as_bytes().split(|byte| *byte == b' ').all(|word| {
            end += 1;
            is_part_of_name(t, end - 1, word)
        });
        fits.then_some((*part, end))
    });
    named.or_else(|| t.is_word(at, "thanksgiving").then_some((THANKSGIVING, at + 1)))
}

fn is_part_of_name(t: &Tokens<'_>, i: usize, word: &[u8]) -> bool {
    match word {
        // A typographic one too.
        b"'" => t.lex(i) == Lex::Sign(b'\''),
        _ => t.bytes(i).eq_ignore_ascii_case(word),
    }
}
