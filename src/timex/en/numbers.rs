//! Numbers in words and figures, and the ordinal ones.

use super::super::meaning::Amount;
use super::super::scan::Figure;
use super::Tokens;
use super::lex::Lex;

/// "two", "twenty-five", "a hundred", "2.5", "two and a half", "2 1/2", "several", "a few", "a couple of", "a".
/// Not: "second", "1998" before a noun (the caller sees what is counted).
pub(super) fn amount(t: &Tokens<'_>, i: usize) -> Option<(Amount, usize)> {
    let (amount, end) = match *t.rest(i) {
        [Lex::A, Lex::Few, ..] | [Lex::A, Lex::Dozen, Lex::Or, ..] => (Amount::Vague, i + 2),
        [Lex::A, Lex::Label, Lex::Of, Lex::Units(_), ..] if t.is_word(i + 1, "number") => (Amount::Vague, i + 3),
        [Lex::A, Lex::Couple, Lex::Of, ..] => (Amount::Count(2), i + 3),
        [Lex::A, Lex::Couple, ..] | [Lex::Couple, Lex::Of, ..] => (Amount::Count(2), i + 2),
        // "in as many months" repeats a number told.
        [Lex::Many, ..] if t.before(i) == Lex::As => return None,
        [Lex::Few | Lex::Several | Lex::Many | Lex::Some, ..] => (Amount::Vague, i + 1),
        // "another two weeks", "another year"
        [Lex::Another, Lex::Unit(_), ..] => (Amount::Count(1), i + 1),
        [Lex::Another, Lex::Few, ..] => (Amount::Vague, i + 2),
        [Lex::Another, Lex::Couple, Lex::Of, ..] => (Amount::Count(2), i + 3),
        [Lex::Another, ..] => whole(t, i + 1)?,
        [Lex::Half, Lex::A, Lex::Scale(scale), ..] => (Amount::Count(scale / 2), i + 3),
        [Lex::Half, Lex::A, Lex::Dozen, ..] => (Amount::Count(6), i + 3),
        [Lex::Half, Lex::A, ..] => (Amount::Tenths(5), i + 2),
        [Lex::A, Lex::Half | Lex::Dozen, ..] if t.lex(i + 1) == Lex::Dozen => (Amount::Count(12), i + 2),
        _ => whole(t, i).or_else(|| article(t, i))?,
    };
    Some(with_half(t, amount, end))
}

/// "a", "an" as one; "an additional" and the like stay with the unit.
fn article(t: &Tokens<'_>, i: usize) -> Option<(Amount, usize)> {
    matches!(t.lex(i), Lex::A).then_some((Amount::Count(1), i + 1))
}

/// "and a half", "1/2" after a whole number.
pub(super) fn with_half(t: &Tokens<'_>, amount: Amount, end: usize) -> (Amount, usize) {
    let Amount::Count(count) = amount else { return (amount, end) };
    let half = Amount::Tenths(count.saturating_mul(10).saturating_add(5));
    match *t.rest(end) {
        [Lex::And, Lex::A, Lex::Half, ..] => (half, end + 3),
        [Lex::And, Lex::Half, ..] => (half, end + 2),
        // "three-and-a-half"
        [Lex::Sign(b'-'), Lex::And, Lex::Sign(b'-'), Lex::A, Lex::Sign(b'-'), Lex::Half, ..] => (half, end + 6),
        [Lex::Figure(Figure::Pair { first: 1, second: 2 }), ..] => (half, end + 1),
        _ => (amount, end),
    }
}

/// A cardinal number of any size.
pub(super) fn whole(t: &Tokens<'_>, i: usize) -> Option<(Amount, usize)> {
    match t.lex(i) {
        Lex::Figure(Figure::Whole { value, digits: ..=4 } | Figure::Grouped(value)) => {
            if let Lex::Scale(scale) = t.lex(i + 1) {
                return Some((Amount::Count(value.saturating_mul(scale)), i + 2));
            }
            Some((Amount::Count(value), i + 1))
        }
        Lex::Figure(Figure::Tenths(tenths)) => {
            // "2.5 million"
            if let Lex::Scale(scale) = t.lex(i + 1) {
                return Some((Amount::Count((scale / 10).saturating_mul(tenths)), i + 2));
            }
            Some((Amount::Tenths(tenths), i + 1))
        }
        _ => spelt(t, i).map(|(value, end)| (Amount::Count(value), end)),
    }
}

/// "twenty-five", "a hundred and ten", "two thousand".
pub(super) fn spelt(t: &Tokens<'_>, i: usize) -> Option<(u32, usize)> {
    let (mut total, mut end) = match *t.rest(i) {
        [Lex::A, Lex::Scale(scale), ..] => (scale, i + 2),
        [Lex::Spelt(_), ..] => below_hundred(t, i)?,
        _ => return None,
    };
    // At most "nine hundred thousand and ninety-nine": the loop ends after a few words.
    loop {
        end = match *t.rest(end) {
            [Lex::Scale(scale), ..] => {
                total = total.saturating_mul(scale);
                end + 1
            }
            [Lex::And, Lex::Spelt(_), ..] if total >= 100 => {
                let (rest, rest_end) = below_hundred(t, end + 1)?;
                total = total.saturating_add(rest);
                rest_end
            }
            [Lex::Spelt(_), ..] if total >= 100 && total.is_multiple_of(100) => {
                let (rest, rest_end) = below_hundred(t, end)?;
                total = total.saturating_add(rest);
                rest_end
            }
            _ => return Some((total, end)),
        };
    }
}

/// "twenty", "twenty five", "twenty-five".
fn below_hundred(t: &Tokens<'_>, i: usize) -> Option<(u32, usize)> {
    match *t.rest(i) {
        [Lex::Spelt(tens), Lex::Sign(b'-'), Lex::Spelt(ones), ..] if is_tens(tens) && ones < 10 => {
            Some((tens + ones, i + 3))
        }
        [Lex::Spelt(tens), Lex::Spelt(ones), ..] if is_tens(tens) && ones < 10 => Some((tens + ones, i + 2)),
        [Lex::Spelt(value), ..] => Some((value, i + 1)),
        _ => None,
    }
}

const fn is_tens(value: u32) -> bool {
    value >= 20 && value.is_multiple_of(10)
}

/// "first", "20th", "twenty-first".
pub(super) fn ordinal(t: &Tokens<'_>, i: usize) -> Option<(u8, usize)> {
    match *t.rest(i) {
        [Lex::Spelt(tens), Lex::Sign(b'-'), Lex::Ordinal(ones), ..] if is_tens(tens) && ones < 10 => {
            Some((tens as u8 + ones, i + 3))
        }
        [Lex::Spelt(tens), Lex::Ordinal(ones), ..] if is_tens(tens) && ones < 10 => Some((tens as u8 + ones, i + 2)),
        [Lex::Ordinal(value), ..] => Some((value, i + 1)),
        _ => None,
    }
}

/// "nineteen ninety-six", "two thousand and one", "nineteen hundred".
/// Not: "nineteen" alone, "twenty twenty" as a count.
pub(super) fn spelt_year(t: &Tokens<'_>, i: usize) -> Option<(i32, usize)> {
    let (hundreds, end) = below_hundred(t, i)?;
    if hundreds == 2 && t.lex(end) == Lex::Scale(1000) {
        let (value, end) = spelt(t, i)?;
        return (2000..2100).contains(&value).then_some((value as i32, end));
    }
    if !(13..=20).contains(&hundreds) {
        return None;
    }
    // "nineteen-ninety-six"
    let end = end + usize::from(t.is_hyphen(end));
    if t.lex(end) == Lex::Scale(100) {
        // "nineteen hundred and five"
        let rest = below_hundred(t, end + 2).filter(|_| t.lex(end + 1) == Lex::And);
        let (rest, end) = rest.unwrap_or((0, end + 1));
        return Some(((hundreds * 100 + rest) as i32, end));
    }
    let (rest, rest_end) = below_hundred(t, end)?;
    (10..100).contains(&rest).then_some(((hundreds * 100 + rest) as i32, rest_end))
}
