//! Words by which a clause looks ahead: plans, terms, what is set for a day, put off or told to be done.

use super::super::meaning::{Tense, Vague};
use super::Tokens;
use super::lex::Lex;
use crate::lookup::listed::Listed;

/// Verbs that give something a later day.
const PUTS_OFF: Listed =
    Listed("postponed|delayed|adjourned|extended|deferred|rescheduled|remanded|suspended|moved|banned");

/// "postponed to", "put off until", "pushed back to".
pub(super) fn puts_off(t: &Tokens<'_>, i: usize) -> bool {
    t.is_one_of(i, PUTS_OFF)
        || t.is_word(i, "put") && t.is_word(i + 1, "off")
        || t.is_word(i, "pushed") && t.is_word(i + 1, "back")
}

/// "as early as", "as soon as", "no later than".
pub(super) fn is_limit(t: &Tokens<'_>, start: usize) -> bool {
    let [first, middle, last] = [3, 2, 1].map(|back| start.checked_sub(back).map_or(Lex::Nothing, |at| t.lex(at)));
    matches!((first, middle, last), (Lex::As, Lex::Early | Lex::Reference(Vague::Future), Lex::As))
        || matches!((first, middle, last), (Lex::No, Lex::Later, Lex::Than))
}

/// Words that look ahead only with an infinitive: the plans of "both plans failed" are a noun.
const BEFORE_INFINITIVE: Listed = Listed("plan|plans|planned|promised|vowed|pledged|threatened|hopes|hoped|intended");

/// "plans to leave", "is due", "promised to leave"; "had been due" looks back.
pub(super) fn is_ahead(t: &Tokens<'_>, i: usize) -> bool {
    (t.lex(i + 1) == Lex::To || !t.is_one_of(i, BEFORE_INFINITIVE)) && !t.follows_word(i, "been")
}

/// Verbs that give a thing its day.
const SETS: Listed = Listed("set|called|scheduled|ordered|announced|fixed|slated|booked");

/// "set a hearing for Tuesday", "called a meeting for Tuesday".
/// Not: "had called a meeting for Tuesday".
pub(super) fn is_set(t: &Tokens<'_>, start: usize, before: Option<(usize, Tense)>) -> bool {
    if t.before(start) != Lex::For {
        return false;
    }
    let reach = before.map_or(SET_REACH, |(far, _)| far + 1).min(SET_REACH);
    let verb = (2..=reach).filter_map(|back| start.checked_sub(back)).find(|at| t.is_one_of(*at, SETS));
    verb.is_some_and(|at| !t.follows_word(at, "had") && !t.follows_word(at, "been"))
}

/// Words from such a verb to its day.
const SET_REACH: usize = 7;

/// Words whose infinitive is to come, and that do not themselves happen on its day.
const LOOKS_ON: Listed = Listed(
    "likely|prepares|prepare|preparing|planning|intend|aim|aims|aiming|hoping|expecting|invitation|wants|poised",
);

/// "likely to rise", "an invitation to speak", "are planning to march".
/// Not: "likely to the end", "an invitation to Arlen", "were planning to march".
pub(super) fn looks_on(t: &Tokens<'_>, i: usize) -> bool {
    let is_infinitive = matches!(t.lex(i + 2), Lex::Other | Lex::PluralVerb | Lex::PresentVerb | Lex::WordMonth(_))
        && !t.is_capital(i + 2);
    let is_then = t.before(i) == Lex::PastVerb && t.bytes(i).ends_with(b"ing");
    t.lex(i + 1) == Lex::To && is_infinitive && !is_then && t.is_one_of(i, LOOKS_ON)
}

/// "was told to leave by Tuesday".
/// Not: "failed to leave by Tuesday", "had grown to 50 by Tuesday".
pub(super) fn is_told_to(t: &Tokens<'_>, start: usize) -> bool {
    t.before(start) == Lex::By
        && start
            .checked_sub(4)
            .is_some_and(|at| t.lex(at + 1) == Lex::To && t.is_one_of(at, Listed("told|ordered|asked|urged|agreed")))
}

/// "given until Tuesday", "gave them until Tuesday to pay": the verb is `far` words before the preposition.
/// Not: "gave money until Tuesday".
pub(super) fn gives_term(t: &Tokens<'_>, start: usize, far: usize) -> bool {
    let word = |back: usize| start.checked_sub(back);
    let is_taker =
        |at: usize| t.is_capital(at) || t.lex(at) == Lex::The || t.is_one_of(at, Listed("them|him|her|us|it"));
    word(2).is_some_and(|at| t.is_word(at, "given"))
        || word(far + 1).is_some_and(|at| t.is_word(at, "gave") && is_taker(at + 1))
}

/// "will be held", "to be released", "will stay closed".
pub(super) fn is_future_passive(t: &Tokens<'_>, i: usize) -> bool {
    let is_led = i
        .checked_sub(2)
        .is_some_and(|at| matches!(t.lex(at), Lex::Will | Lex::FutureVerb | Lex::ConditionalVerb | Lex::To));
    is_led && t.follows_one_of(i, Listed("be|stay|remain"))
}

/// What the words of an entry say of its date, "12 June: Voters will go to the polls", or those of the line above the first:
/// "Dates to watch". A timetable's present is that of histories there: "3 May: The school opens".
/// Not: "On 12 June: voters", which opens no entry.
pub(super) fn of_entry(t: &Tokens<'_>, start: usize, end: usize) -> Option<Tense> {
    let is_entry = matches!(t.lex(end), Lex::Sign(b':' | b'-' | b'='))
        && !t.is_hyphen(end)
        && (t.opens_sentence(start) || matches!(t.before(start), Lex::Sign(_)));
    if !is_entry {
        return None;
    }
    let words = || (end + 1..end + ENTRY_REACH).take_while(|at| !matches!(t.lex(*at), Lex::Break | Lex::Sign(b'.')));
    let is_told_ahead = |at: usize| match t.lex(at) {
        Lex::Will => true,
        Lex::PresentVerb => t.lex(at + 1) == Lex::To && t.is_one_of(at, Listed("is|are")),
        Lex::FutureVerb => t.is_one_of(at, Listed("due|expected|scheduled|slated")) && t.before(at) != Lex::PastVerb,
        _ => false,
    };
    if words().any(is_told_ahead) || is_headed(t, start) {
        return Some(Tense::Future);
    }
    words().any(|at| matches!(t.lex(at), Lex::FutureVerb | Lex::PluralVerb | Lex::End)).then_some(Tense::Present)
}

/// Words of an entry that may say that it is ahead.
const ENTRY_REACH: usize = 16;

/// Words of a line above a list of what is to come.
const HEADS: Listed = Listed("ahead|upcoming|coming|forthcoming|watch|next|diary|agenda|fixtures");

/// "What comes next" on the line above token `i`.
/// Not: "3 May: The watch is found" there, another entry.
fn is_headed(t: &Tokens<'_>, i: usize) -> bool {
    let is_mark = |at: &usize| matches!(t.lex(*at), Lex::Break | Lex::Sign(_));
    let Some(last) = (0..i).rev().take(HEAD_MARKS).find(|at| !is_mark(at)) else { return false };
    let mut line = (0..=last).rev().take(HEAD_WORDS);
    let Some(first) = line.find(|at| t.opens_sentence(*at)) else { return false };
    !matches!(t.lex(first), Lex::Figure(_) | Lex::Month(_) | Lex::ShortMonth(_) | Lex::WordMonth(_))
        && (first..=last).any(|at| t.is_one_of(at, HEADS))
}

/// Signs and ends of lines between a heading and the first entry's date.
const HEAD_MARKS: usize = 4;

/// Words of a heading.
const HEAD_WORDS: usize = 10;
