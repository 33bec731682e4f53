//! Numbers in words, figures and Roman letters.

use super::super::meaning::Amount;
use super::super::scan::Figure;
use super::Tokens;
use super::lex::Lex;

/// "dos", "treinta y uno", "15", "un", "varios", "unos".
pub(super) fn amount(t: &Tokens<'_>, i: usize) -> Option<(Amount, usize)> {
    match t.lex(i) {
        Lex::A => Some((Amount::Count(1), i + 1)),
        Lex::Several | Lex::Some => Some((Amount::Vague, i + 1)),
        Lex::Half => Some((Amount::Tenths(5), i + 1)),
        _ => whole(t, i).map(|(count, end)| (Amount::Count(count), end)),
    }
}

/// A cardinal number.
pub(super) fn whole(t: &Tokens<'_>, i: usize) -> Option<(u32, usize)> {
    let (value, end) = match *t.rest(i) {
        [Lex::Figure(Figure::Whole { value, digits: ..=4 }), ..] => (value, i + 1),
        [Lex::Spelt(tens), Lex::And, Lex::Spelt(ones), ..] if (30..100).contains(&tens) && ones < 10 => {
            (tens + ones, i + 3)
        }
        [Lex::Spelt(value), ..] => (value, i + 1),
        [Lex::Thousand, ..] => return Some((1000, i + 1)),
        _ => return None,
    };
    Some(if t.lex(end) == Lex::Thousand { (value.saturating_mul(1000), end + 1) } else { (value, end) })
}

/// Values of the Roman letters.
const ROMAN: [(char, i32); 3] = [('X', 10), ('V', 5), ('I', 1)];

/// The century that a word such as "XIX" numbers.
pub(super) fn roman(word: &str) -> Option<i32> {
    let (mut sum, mut last) = (0, 0);
    for letter in word.chars().rev() {
        let (_, value) = ROMAN.into_iter().find(|(known, _)| *known == letter)?;
        sum += if value < last { -value } else { value };
        last = value;
    }
    (1..=30).contains(&sum).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::roman;

    #[test]
    fn roman_letters_number_centuries() {
        assert_eq!(
            ["I", "IV", "XIX", "XXI", "xix", "CD", ""].map(roman),
            [Some(1), Some(4), Some(19), Some(21), None, None, None]
        );
    }
}
