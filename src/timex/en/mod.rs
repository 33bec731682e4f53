//! English: its words and the rules over them.
//!
//! Takes tokens, each with the class ([`lex`]) that the [`words`] give it; at every token that can open an expression
//! the rules are tried in the order of [`core()`], and the first that accepts wins. Going through the text is left to
//! `finder`, what the expressions mean to `resolve`.

mod dates;
mod lengths;
mod lex;
mod lists;
mod modifiers;
mod names;
mod numbers;
mod references;
mod relation;
mod relative;
mod seasons;
mod tense;
mod times;
mod words;
mod years;

use super::finder::{COUNTED, Found, Grammar, Shared, found};
use super::meaning::{Meaning, Part, Tense, YearRef};
use super::model::{Modifier, Relation};
use lex::Lex;

/// The tokens of an English text.
type Tokens<'t> = super::tokens::Tokens<'t, Lex>;

/// The grammar of English.
#[derive(Debug)]
pub(in crate::timex) struct English;

impl Grammar for English {
    type Class = Lex;

    fn can_open(t: &Tokens<'_>, i: usize) -> bool {
        can_open(t.lex(i)) && !(needs_company(t.lex(i)) && t.lex(i + 1) == Lex::Other)
    }

    fn shared(t: &Tokens<'_>, i: usize) -> Option<Shared> {
        lists::shared(t, i)
    }

    fn expression(t: &Tokens<'_>, i: usize) -> Option<Found> {
        expression(t, i)
    }

    fn relation(t: &Tokens<'_>, i: usize, end: usize) -> Relation {
        relation::relation(t, i, end)
    }

    fn tense(t: &Tokens<'_>, i: usize, end: usize) -> Option<Tense> {
        tense::tense(t, i, end)
    }

    /// "from 1979 to 1989", "between March and June", "1994-1998".
    fn joins(opener: Lex, joint: Lex, ends: [Meaning; 2]) -> bool {
        match joint {
            Lex::To | Lex::Until | Lex::Through => opener == Lex::From || are_years(ends),
            Lex::And => opener == Lex::Between,
            Lex::Sign(b'-' | b'=') => true,
            _ => false,
        }
    }
}

/// Both are whole years, or parts of stated ones: "1979 to 1989".
fn are_years(ends: [Meaning; 2]) -> bool {
    let is_whole = ends.map(|meaning| match meaning {
        Meaning::Calendar { year: YearRef::Stated(_), part } => Some(part == Part::Whole),
        _ => None,
    });
    matches!(is_whole, [Some(first), Some(second)] if first == second)
}

/// Whether an expression can begin with such a token: a quick answer for most words.
const fn can_open(lex: Lex) -> bool {
    !matches!(
        lex,
        Lex::Other
            | Lex::Nothing
            | Lex::Break
            | Lex::Of
            | Lex::In
            | Lex::On
            | Lex::To
            | Lex::And
            | Lex::From
            | Lex::Between
            | Lex::Since
            | Lex::Until
            | Lex::Through
            | Lex::Before
            | Lex::After
            | Lex::By
            | Lex::During
            | Lex::For
            | Lex::Label
            | Lex::Counted
            | Lex::Old
            | Lex::Will
            | Lex::PastVerb
            | Lex::PresentVerb
            | Lex::FutureVerb
            | Lex::ConditionalVerb
            | Lex::As
            | Lex::PluralEnding
            | Lex::OrdinalEnding
            | Lex::Near
            | Lex::Attack
            | Lex::Little
    )
}

/// Words that open an expression only together with a known word right after them: most of the articles of a text.
const fn needs_company(lex: Lex) -> bool {
    matches!(
        lex,
        Lex::The
            | Lex::A
            | Lex::This
            | Lex::That
            | Lex::These
            | Lex::Those
            | Lex::Possessive
            | Lex::Over
            | Lex::Under
            | Lex::At
            | Lex::Up
            | Lex::More
            | Lex::Less
            | Lex::About
            | Lex::Some
            | Lex::Many
            | Lex::Several
            | Lex::Few
            | Lex::Every
            | Lex::Per
            | Lex::Same
            | Lex::Or
            | Lex::So
            | Lex::Very
            | Lex::Sign(_)
    )
}

/// An expression with the modifiers before it and the time of day after it.
fn expression(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if let Some((modifier, fits, at)) = modifiers::modifier(t, i)
        && let Some(inner) = expression_after_modifier(t, at).filter(|inner| fits.accepts(inner))
    {
        return Some(Found { modifier: inner.modifier.or(Some(modifier)), ..inner });
    }
    relative_full_unit(t, i).or_else(|| core(t, i)).map(|item| or_so(t, times::with_time(t, item)))
}

/// "the full year" needs no modifier; "the month" alone says too little.
fn relative_full_unit(t: &Tokens<'_>, i: usize) -> Option<Found> {
    relative::unit_of_passage(t, i).filter(|_| t.lex(i + 1) == Lex::Full)
}

/// "two years or so": about as much; "1994 or later": then or after.
fn or_so(t: &Tokens<'_>, item: Found) -> Found {
    match *t.rest(item.end) {
        [Lex::Or, Lex::So, ..] => {
            Found { end: item.end + 2, modifier: item.modifier.or(Some(Modifier::Approx)), ..item }
        }
        // "1994 or later"
        [Lex::Or, side @ (Lex::Later | Lex::Earlier), ..] if matches!(item.meaning, Meaning::Calendar { .. }) => {
            let modifier = if side == Lex::Later { Modifier::OnOrAfter } else { Modifier::OnOrBefore };
            Found { end: item.end + 2, modifier: item.modifier.or(Some(modifier)), ..item }
        }
        _ => item,
    }
}

/// What follows a modifier may carry one more: "about the end of 1996", "the late 1980s" after "about".
fn expression_after_modifier(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if let Some((modifier, fits, at)) = modifiers::modifier(t, i)
        && let Some(inner) = core(t, at).filter(|inner| fits.accepts(inner))
    {
        return Some(Found { modifier: Some(modifier), ..inner });
    }
    relative::unit_of_passage(t, i).or_else(|| core(t, i)).map(|item| times::with_time(t, item))
}

/// The rules, in the order in which they are tried: what is longer or more telling comes first.
fn core(t: &Tokens<'_>, i: usize) -> Option<Found> {
    names::named_day(t, i)
        .or_else(|| times::pointed_part(t, i))
        .or_else(|| times::time_first(t, i))
        .or_else(|| dates::date(t, i))
        .or_else(|| years::decade(t, i))
        .or_else(|| years::turn_of_century(t, i))
        .or_else(|| years::decade_of_century(t, i))
        .or_else(|| years::century(t, i))
        .or_else(|| relative::relative(t, i))
        .or_else(|| references::repetition(t, i))
        .or_else(|| dates::bare_weekday(t, i))
        .or_else(|| lengths::stretch(t, i))
        .or_else(|| years::year(t, i))
        .or_else(|| references::reference(t, i))
}
