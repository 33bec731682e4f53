//! What the words beside an expression make of it; they stay outside its extent.

use super::super::model::Relation;
use super::Tokens;
use super::lex::Lex;

/// The relation that the words before token `i` state for the expression `i..end`.
pub(super) fn relation(t: &Tokens<'_>, i: usize, end: usize) -> Relation {
    // "2001–present" goes on.
    if let [Lex::Sign(b'-' | b'='), Lex::Present, ..] = *t.rest(end) {
        return Relation::Since;
    }
    // "It was not until May that it opened", "Not until May was it open": then it was.
    let is_not = |at: usize| t.is_word(at, "not") && (t.opens_sentence(at) || t.follows_word(at, "was"));
    if t.before(i) == Lex::Until && i.checked_sub(2).is_some_and(is_not) {
        return Relation::At;
    }
    let [third, second, first] = [3, 2, 1].map(|back| i.checked_sub(back).map_or(Lex::Nothing, |at| t.lex(at)));
    match (third, second, first) {
        (_, Lex::No, Lex::Later) => Relation::By,
        (_, Lex::Later, Lex::Than) => Relation::By,
        (_, Lex::Prior, Lex::To) | (_, _, Lex::Before) => Relation::Before,
        (_, Lex::Up, Lex::To) | (_, _, Lex::Until | Lex::Through) => Relation::Until,
        (_, _, Lex::Since) => Relation::Since,
        (Lex::Aftermath, Lex::Of, Lex::The) | (_, Lex::Aftermath, Lex::Of) | (_, _, Lex::After | Lex::Following) => {
            Relation::After
        }
        (_, _, Lex::By) => Relation::By,
        (_, _, Lex::During | Lex::Over) | (_, Lex::Much | Lex::Most, Lex::Of) => Relation::During,
        _ => Relation::At,
    }
}

/// Words from "until" to a date that it governs: "until the fall of the town in", "until his early death in".
const LIMIT_REACH: usize = 8;

/// Whether "until" stands before token `i`, in the same clause.
pub(super) fn is_limit(t: &Tokens<'_>, i: usize) -> bool {
    let back = (1..=LIMIT_REACH).map_while(|back| i.checked_sub(back));
    back.map(|at| t.lex(at)).take_while(|lex| !matches!(lex, Lex::Sign(_) | Lex::Break)).any(|lex| lex == Lex::Until)
}
