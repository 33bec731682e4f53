//! What plainly happened on its date, and what only seems to be past: "would pay when he left in May".

use super::super::meaning::Tense;
use super::Tokens;
use super::lex::Lex;
use super::tense::{REACH, ends_clause, ends_in};
use crate::lookup::listed::Listed;

/// Whether the verb of the past, the word before "in", "on" or the date itself, plainly happened then.
/// Not: "was expected in May", "was called for Tuesday", "a tax cut in May".
pub(super) fn is_done(t: &Tokens<'_>, start: usize, before: Option<(usize, Tense)>) -> bool {
    let Some((far @ 0..=1, Tense::Past)) = before else { return false };
    let is_led = far == 0 || matches!(t.before(start), Lex::In | Lex::On);
    let is_plain = |verb: usize| match t.lex(verb) {
        Lex::FutureVerb => false,
        _ => t.bytes(verb).len() > 3 || !t.is_one_of(verb, Listed("cut|hit|put")),
    };
    is_led && start.checked_sub(far + 1).is_some_and(is_plain)
}

/// "had left", "had not been questioned", "had ended"; what "had been scheduled" may be to come.
/// Not: "had until Friday", "had the money".
pub(super) fn is_pluperfect(t: &Tokens<'_>, verb: usize) -> bool {
    if t.is_word(verb, "had") {
        return matches!(t.lex(verb + 1), Lex::Other | Lex::Ended);
    }
    let is_between = |at: &usize| t.is_word(*at, "been") || t.is_word(*at, "not") || ends_in(t, *at, "ly");
    let had = (0..verb).rev().take(PLUPERFECT_REACH).find(|at| !is_between(at));
    t.lex(verb) != Lex::FutureVerb && had.is_some_and(|at| t.is_word(at, "had"))
}

/// Whether the verb at `verb` is of a clause behind "when" or "once" in what somebody would do.
/// Not: "would pay for what he took when he left in May".
pub(super) fn is_under_would(t: &Tokens<'_>, verb: usize) -> bool {
    let is_opener = |at: &usize| t.is_word(*at, "when") || t.is_word(*at, "once");
    let Some(opener) = (0..verb).rev().take(OPENER_REACH).find(is_opener) else { return false };
    let is_free = |at: &usize| !ends_clause(t, *at) && t.lex(*at) != Lex::PastVerb;
    (0..opener).rev().take(REACH / 2).take_while(is_free).any(|at| t.is_word(at, "would"))
}

/// Words of the subject between "when" and its verb.
const OPENER_REACH: usize = 5;

/// Words from "had" to its verb: "had not really been asked".
const PLUPERFECT_REACH: usize = 4;

/// Whether a date opens its sentence, with at most a preposition before it.
pub(super) fn is_led_by(t: &Tokens<'_>, start: usize) -> bool {
    t.opens_sentence(start)
        || start
            .checked_sub(1)
            .is_some_and(|at| matches!(t.lex(at), Lex::In | Lex::On | Lex::At) && t.opens_sentence(at))
}

/// Not: "On 3 May, he was due in court", "In May, he was to speak".
pub(super) fn is_done_after(t: &Tokens<'_>, end: usize, after: Option<(usize, Tense)>) -> bool {
    let Some((near, Tense::Past)) = after else { return false };
    t.lex(end + near) != Lex::FutureVerb && !matches!(t.lex(end + near + 1), Lex::FutureVerb | Lex::To)
}
