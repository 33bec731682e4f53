//! Words before an expression that belong to it: "early", "the end of", "nearly", "more than".

use super::super::meaning::{Meaning, Part, Unit};
use super::super::model::Modifier;
use super::lex::Lex;
use super::pointed::later_or_earlier;
use super::years::century;
use super::{COUNTED, Found, Tokens};
use super::{lengths, seasons};
use crate::lookup::listed::Listed;

/// What a modifier can stand before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fits {
    /// Dates: "early 1996".
    Dates,
    /// Lengths and what is counted in them: "nearly four years", "more than two weeks ago".
    Lengths,
    /// What is counted in lengths from a date: "over a year earlier".
    Counted,
    /// Lengths, and dates no finer than a year or with a time of day: "about 1996", "about two years", "around noon".
    Rough,
}

impl Fits {
    pub(super) fn accepts(self, item: &Found) -> bool {
        let meaning = item.meaning;
        // "nearly four years ago" is a length counted back; "about last week" is not.
        let is_length = matches!(meaning, Meaning::Length(..)) || item.rule == COUNTED;
        let is_date = !matches!(meaning, Meaning::Length(..) | Meaning::Set(_) | Meaning::Reference(_));
        match self {
            Self::Dates => is_date,
            Self::Lengths => is_length,
            Self::Counted => item.rule == COUNTED,
            Self::Rough => is_length || is_rough(meaning),
        }
    }
}

const fn is_rough(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Calendar { part: Part::Whole, .. } | Meaning::Decade(_) | Meaning::Century(_) | Meaning::TimeOnly
    )
}

/// The modifier at `i`, what it fits, and where the expression goes on.
pub(super) fn modifier(t: &Tokens<'_>, i: usize) -> Option<(Modifier, Fits, usize)> {
    if !can_modify(t.lex(i)) {
        return None;
    }
    part(t, i).map(|(modifier, end)| (modifier, Fits::Dates, end)).or_else(|| measure(t, i))
}

/// Whether a modifier can begin with such a token: a quick answer for most.
const fn can_modify(lex: Lex) -> bool {
    matches!(
        lex,
        Lex::The
            | Lex::A
            | Lex::Earlier
            | Lex::Later
            | Lex::Early
            | Lex::Late
            | Lex::Mid
            | Lex::Middle
            | Lex::Beginning
            | Lex::End
            | Lex::Last
            | Lex::Latter
            | Lex::Ordinal(_)
            | Lex::Circa
            | Lex::About
            | Lex::Nearly
            | Lex::No
            | Lex::More
            | Lex::Less
            | Lex::At
            | Lex::Up
            | Lex::Over
            | Lex::Under
            | Lex::Some
    )
}

/// "early", "late", "mid-", "the end of", "the beginning of", "the middle of", "earlier", "later".
fn part(t: &Tokens<'_>, i: usize) -> Option<(Modifier, usize)> {
    let at = if t.lex(i) == Lex::The { i + 1 } else { i };
    let hyphen = |at: usize| if matches!(t.lex(at), Lex::Sign(b'-')) { at + 1 } else { at };
    match *t.rest(at) {
        [Lex::Earlier | Lex::Later, ..] if at == i && later_or_earlier(t, at) => {
            let modifier = if t.lex(at) == Lex::Earlier { Modifier::Start } else { Modifier::End };
            Some((modifier, skip_in(t, at + 1)))
        }
        [Lex::Early | Lex::Ordinal(1), _, Lex::Of, ..] if t.is_word(at + 1, "part") => Some((Modifier::Start, at + 3)),
        // "the late-November trip": the article belongs to the noun.
        [Lex::Early | Lex::Late, Lex::Sign(b'-'), ..] if at > i => None,
        [Lex::Early, ..] => Some((Modifier::Start, skip_in(t, hyphen(at + 1)))),
        [Lex::Late, ..] => Some((Modifier::End, skip_in(t, hyphen(at + 1)))),
        [Lex::Mid, ..] => Some((Modifier::Mid, hyphen(at + 1))),
        [Lex::Middle, Lex::Of, ..] => Some((Modifier::Mid, at + 2)),
        [Lex::Beginning, Lex::Of, ..] => Some((Modifier::Start, at + 2)),
        [Lex::End, Lex::Of, ..] => Some((Modifier::End, at + 2)),
        // "the last days of October 1941", "the first weeks of 1941"
        [Lex::Ordinal(1), Lex::Units(_), Lex::Of, ..] => Some((Modifier::Start, at + 3)),
        [Lex::Last, Lex::Units(_), Lex::Of, ..] => Some((Modifier::End, at + 3)),
        // Halves of a year are dates of their own.
        [_, Lex::Half, Lex::Of, ..] if seasons::quarter(t, i).is_some() => None,
        // Quarters of a century are parts of it.
        [Lex::Last | Lex::Ordinal(4), Lex::Unit(Unit::Quarter), Lex::Of, ..] if century(t, at + 3).is_some() => {
            Some((Modifier::End, at + 3))
        }
        [Lex::Ordinal(1), Lex::Unit(Unit::Quarter), Lex::Of, ..] if century(t, at + 3).is_some() => {
            Some((Modifier::Start, at + 3))
        }
        [Lex::Latter, Lex::Half, Lex::Of, ..] => Some((Modifier::End, at + 3)),
        [Lex::Latter, _, Lex::Of, ..] if t.is_word(at + 1, "part") => Some((Modifier::End, at + 3)),
        [Lex::Ordinal(1), Lex::Half, Lex::Of, ..] => Some((Modifier::Start, at + 3)),
        [Lex::Ordinal(2), Lex::Half, Lex::Of, ..] => Some((Modifier::End, at + 3)),
        _ => None,
    }
}

/// "early in 1914", "later on Monday": the preposition stays inside.
fn skip_in(t: &Tokens<'_>, i: usize) -> usize {
    if t.lex(i) == Lex::In || t.lex(i) == Lex::On && matches!(t.lex(i + 1), Lex::Weekday(_)) { i + 1 } else { i }
}

/// "about", "nearly", "more than", "at least", "up to", "less than".
fn measure(t: &Tokens<'_>, i: usize) -> Option<(Modifier, Fits, usize)> {
    use Modifier::{Approx, EqualOrLess, EqualOrMore, LessThan, MoreThan};
    let (modifier, fits, end) = match *t.rest(i) {
        [Lex::Circa, Lex::Sign(b'.'), ..] if !t.is_capital(i) => (Approx, Fits::Rough, i + 2),
        [Lex::About, ..] => (Approx, Fits::Rough, i + 1),
        [Lex::Nearly, ..] => (LessThan, Fits::Lengths, i + 1),
        [Lex::No, Lex::More, Lex::Than, ..] => (EqualOrLess, Fits::Lengths, i + 3),
        [Lex::No, Lex::Less, Lex::Than, ..] => (EqualOrMore, Fits::Lengths, i + 3),
        [Lex::A, Lex::Little, Lex::More, Lex::Than, ..] => (MoreThan, Fits::Lengths, i + 4),
        [Lex::More, Lex::Than, ..] => (MoreThan, Fits::Lengths, i + 2),
        [Lex::Less, Lex::Than, ..] => (LessThan, Fits::Lengths, i + 2),
        [Lex::At, Lex::Least, ..] => (EqualOrMore, Fits::Lengths, i + 2),
        [Lex::At, Lex::Most, ..] | [Lex::Up, Lex::To, ..] => (EqualOrLess, Fits::Lengths, i + 2),
        // "over a three-year period" lasts as long as that.
        [Lex::Over, ..] if t.lex(i + 1) != Lex::The && lengths::period(t, i + 1).is_none() => {
            (MoreThan, if is_more(t, i) { Fits::Lengths } else { Fits::Counted }, i + 1)
        }
        [Lex::Under, ..] => (LessThan, Fits::Lengths, i + 1),
        [Lex::Some, Lex::Figure(_) | Lex::Spelt(_), ..] => (Approx, Fits::Lengths, i + 1),
        _ => return None,
    };
    Some((modifier, fits, end))
}

/// Words that "over" follows as "more than".
const BEFORE_MORE: Listed =
    Listed("just|well|lasted|last|lasts|lasting|took|takes|take|taking|spent|waited|was|is|been|were");

/// "for over a year", "took over a month", "Over two years passed".
/// Not: "cut jobs over three years", which is how long they cut.
fn is_more(t: &Tokens<'_>, i: usize) -> bool {
    matches!(t.before(i), Lex::For | Lex::In | Lex::After | Lex::By | Lex::Than | Lex::Within | Lex::Since)
        || t.opens_sentence(i)
        || t.follows_one_of(i, BEFORE_MORE)
}
