//! What stands around an expression: the relation that its preposition states, and the tense of the nearest verb.

use super::super::meaning::Tense;
use super::super::model::Relation;
use super::Tokens;
use super::lex::Lex;

/// The relation that the words before token `i` state.
pub(super) fn relation(t: &Tokens<'_>, i: usize) -> Relation {
    let [second, first] = [2, 1].map(|back| i.checked_sub(back).map_or(Lex::Nothing, |at| t.lex(at)));
    match (second, first) {
        (Lex::Before, Lex::De | Lex::Del) => Relation::Before,
        (Lex::After, Lex::De | Lex::Del) | (_, Lex::Behind) => Relation::After,
        (Lex::Onward, Lex::De | Lex::Del) | (_, Lex::Since) => Relation::Since,
        (_, Lex::Until) => Relation::Until,
        (_, Lex::During) => Relation::During,
        (_, Lex::By) => Relation::By,
        _ => Relation::At,
    }
}

/// Tokens looked at on either side.
const REACH: usize = 16;

/// The tense of the nearest verb, of two as near the one before.
pub(super) fn tense(t: &Tokens<'_>, start: usize, end: usize) -> Option<Tense> {
    let (mut is_before, mut is_after) = (true, true);
    for distance in 0..REACH {
        let before = start.checked_sub(distance + 1).filter(|i| is_before && !ends_clause(t.lex(*i)));
        is_before = before.is_some();
        let after = Some(end + distance).filter(|i| is_after && !ends_clause(t.lex(*i)));
        is_after = after.is_some();
        if let Some(tense) = before.and_then(|i| verb(t, i)).or_else(|| after.and_then(|i| verb(t, i))) {
            return Some(tense);
        }
    }
    None
}

/// Endings of verbs, longest first: those of the past that no common noun has, those of the future, the conditional.
const ENDINGS: [(&str, Tense); 8] = [
    ("ieron", Tense::Past),
    ("aron", Tense::Past),
    ("aban", Tense::Past),
    ("rían", Tense::Conditional),
    ("rán", Tense::Future),
    ("rá", Tense::Future),
    ("aba", Tense::Past),
    ("ó", Tense::Past),
];

/// Shorter words with such an ending are no verbs.
const MIN_VERB_BYTES: usize = 5;

fn verb(t: &Tokens<'_>, i: usize) -> Option<Tense> {
    match t.lex(i) {
        Lex::PastVerb => Some(Tense::Past),
        Lex::PresentVerb => Some(Tense::Present),
        Lex::FutureVerb => Some(Tense::Future),
        Lex::ConditionalVerb => Some(Tense::Conditional),
        Lex::Goes if t.lex(i + 1) == Lex::To => Some(Tense::Future),
        Lex::Other if !t.is_capital(i) => {
            let word = t.word(i);
            let ending = ENDINGS.iter().find(|(ending, _)| word.ends_with(ending));
            ending.filter(|_| word.len() >= MIN_VERB_BYTES).map(|(_, tense)| *tense)
        }
        _ => None,
    }
}

fn ends_clause(lex: Lex) -> bool {
    matches!(lex, Lex::Nothing | Lex::Break | Lex::Sign(b'.' | b'!' | b'?' | b';'))
}
