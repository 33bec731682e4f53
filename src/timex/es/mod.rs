//! Spanish: its words and the rules over them, for the commonest forms.
//!
//! Built as `en` is: [`words`] give tokens their class ([`lex`]), and at every token that can open an expression the
//! rules are tried in the order of [`core()`]. The article belongs to the expression ("el martes"), the preposition does
//! not, and of "del" and "al", which are both, neither does.

mod clause;
mod dates;
mod lengths;
mod lex;
mod numbers;
mod relative;
mod words;
mod years;

use super::finder::{COUNTED, Found, Grammar, Rule, Shared, found};
use super::meaning::{Meaning, Part, Tense, Unit};
use super::model::{Modifier, Relation};
use lex::Lex;

/// The tokens of a Spanish text.
type Tokens<'t> = super::tokens::Tokens<'t, Lex>;

/// The grammar of Spanish.
#[derive(Debug)]
pub(in crate::timex) struct Spanish;

impl Grammar for Spanish {
    type Class = Lex;

    fn shared(t: &Tokens<'_>, i: usize) -> Option<Shared> {
        dates::shared(t, i)
    }

    fn expression(t: &Tokens<'_>, i: usize) -> Option<Found> {
        expression(t, i)
    }

    fn relation(t: &Tokens<'_>, i: usize, _: usize) -> Relation {
        clause::relation(t, i)
    }

    fn tense(t: &Tokens<'_>, i: usize, end: usize) -> Option<Tense> {
        clause::tense(t, i, end)
    }

    /// "de 1990 a 1994", "desde mayo hasta junio", "entre 1990 y 1994", "1990-1994".
    fn joins(opener: Lex, joint: Lex, _: [Meaning; 2]) -> bool {
        match joint {
            Lex::To | Lex::Al | Lex::Until => matches!(opener, Lex::De | Lex::Del | Lex::Since),
            Lex::And => opener == Lex::Between,
            Lex::Sign(b'-' | b'=') => true,
            _ => false,
        }
    }
}

/// What a token after an opener is, as bits: anything, a word of some class.
const ANYTHING: u8 = 1;
const COMPANY: u8 = 2;

/// Before what a token can open an expression.
const fn opens_before(lex: Lex) -> u8 {
    match lex {
        Lex::Other | Lex::Nothing | Lex::Break | Lex::Sign(_) | Lex::De | Lex::Del | Lex::In | Lex::That => 0,
        // Most articles of a text stand before a noun of no interest.
        Lex::The | Lex::Thes | Lex::A | Lex::This | Lex::Those | Lex::More => COMPANY,
        _ => ANYTHING,
    }
}

/// What a token is to an opener before it.
const fn company(lex: Lex) -> u8 {
    match lex {
        Lex::Other => ANYTHING,
        _ => ANYTHING | COMPANY,
    }
}

/// What the first of the rules says that accepts something at `i`.
fn first_of(rules: &[Rule<Lex>], t: &Tokens<'_>, i: usize) -> Option<Found> {
    rules.iter().find_map(|rule| rule(t, i))
}

/// The token after an article at `i`, or `i`.
fn after_article(t: &Tokens<'_>, i: usize) -> usize {
    i + usize::from(matches!(t.lex(i), Lex::The | Lex::Thes))
}

/// An expression with the modifiers before it and the time of day after it.
fn expression(t: &Tokens<'_>, i: usize) -> Option<Found> {
    part_of(t, i).or_else(|| measured(t, i)).or_else(|| core(t, i)).map(|item| relative::with_time(t, item))
}

/// "principios de los años noventa", "mediados del siglo XIX", "finales de mayo".
fn part_of(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let modifier = match t.lex(i) {
        Lex::Beginning => Modifier::Start,
        Lex::Middle => Modifier::Mid,
        Lex::End => Modifier::End,
        // "fin de semana" is a unit of its own.
        Lex::Fin if t.lex(i + 2) != Lex::Unit(Unit::Week) => Modifier::End,
        _ => return None,
    };
    let inner = core(t, i + 2).filter(|_| matches!(t.lex(i + 1), Lex::De | Lex::Del))?;
    let is_date = !matches!(inner.meaning, Meaning::Length(..) | Meaning::Set(_) | Meaning::Reference(_));
    is_date.then_some(Found { modifier: Some(modifier), ..inner })
}

/// "casi tres años", "más de dos semanas", "unos cinco meses", "hacia 1996".
fn measured(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (modifier, at) = measure(t, i)?;
    let inner = core(t, at)?;
    let is_length = matches!(inner.meaning, Meaning::Length(..)) || inner.rule == COUNTED;
    let is_rough = matches!(inner.meaning, Meaning::Calendar { part: Part::Whole, .. } | Meaning::Decade(_));
    (is_length || is_rough && modifier == Modifier::Approx).then_some(Found { modifier: Some(modifier), ..inner })
}

/// What stands before a length and measures it, and where the length begins.
fn measure(t: &Tokens<'_>, i: usize) -> Option<(Modifier, usize)> {
    Some(match *t.rest(i) {
        [Lex::Nearly, ..] => (Modifier::LessThan, i + 1),
        [Lex::More, Lex::De, ..] => (Modifier::MoreThan, i + 2),
        [Lex::Less, Lex::De, ..] => (Modifier::LessThan, i + 2),
        [Lex::Al, Lex::Less, ..] => (Modifier::EqualOrMore, i + 2),
        [Lex::About, Lex::De, ..] => (Modifier::Approx, i + 2),
        [Lex::About, ..] => (Modifier::Approx, i + 1),
        [Lex::Some, Lex::Figure(_) | Lex::Spelt(_), ..] => (Modifier::Approx, i + 1),
        _ => return None,
    })
}

/// The rules, in the order in which they are tried: what is longer or more telling comes first.
fn core(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let rules: [Rule<Lex>; 13] = [
        dates::pointed_part,
        |t, i| relative::deictic(t, i).filter(|_| !is_morning(t, i)),
        dates::date,
        years::decade,
        years::century,
        lengths::repetition,
        dates::pointed_weekday,
        relative::pointed,
        lengths::counted,
        relative::time_only,
        |t, i| lengths::stretch(t, i).filter(|item| !relative::is_some_day(t, i, item)),
        relative::reference,
        years::year,
    ];
    first_of(&rules, t, i)
}

/// "la mañana", "por la mañana": the part of the day and not the day to come.
fn is_morning(t: &Tokens<'_>, i: usize) -> bool {
    t.lex(i) == Lex::Manana && matches!(t.before(i), Lex::The | Lex::A | Lex::Those | Lex::This)
}
