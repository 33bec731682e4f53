//! The tense of the nearest verb of an expression's clause, from a closed list and the ending "-ed".

use super::super::meaning::Tense;
use super::Tokens;
use super::ahead::{
    gives_term, is_ahead, is_future_passive, is_limit, is_set, is_told_to, looks_on, of_entry, puts_off,
};
use super::lex::Lex;
use super::past::{is_done, is_done_after, is_led_by, is_pluperfect, is_under_would};
use crate::lookup::listed::Listed;

/// Tokens looked at on either side: a clause is seldom longer, and the cost per expression stays bounded.
pub(super) const REACH: usize = 24;

/// Tokens by which a verb before may be farther than one after.
const FAVOUR: usize = 6;

/// The tense around the tokens `start..end`.
pub(super) fn tense(t: &Tokens<'_>, start: usize, end: usize) -> Option<Tense> {
    if let Some(tense) = of_entry(t, start, end) {
        return Some(tense);
    }
    // "ways around Wednesday's ruling": a verb before governs the noun, not the day.
    let is_owner = matches!(*t.rest(end), [Lex::Sign(b'\''), Lex::PluralEnding, ..]);
    let reach_before = if is_owner || opens_that_clause(t, start) { 0 } else { REACH };
    // "recalls the events of February": the present tells nothing of what it speaks of.
    let is_of_noun = |tense: Tense| tense == Tense::Present && t.before(start) == Lex::Of;
    let before = verb_before(t, start, reach_before).filter(|(_, tense)| !is_of_noun(*tense));
    // Past a verb before, only one after that is nearer by more than the favour counts, and none of another clause: "met
    // the king on Tuesday and will fly home".
    let is_coordinated = || t.lex(end) == Lex::Sign(b',') || t.lex(end) == Lex::And && verb(t, end + 1).is_some();
    let reach_after = match before {
        Some(_) if is_coordinated() => 0,
        Some((far, _)) => far.saturating_sub(FAVOUR).max(1),
        None => REACH,
    };
    let after = (end..end + reach_after)
        .take_while(|i| !ends_clause(t, *i) && !joins_verb(t, *i))
        .enumerate()
        .find_map(|(distance, i)| verb(t, i).filter(|_| !is_herald(t, i)).map(|tense| (distance, tense)))
        // "the October poll is a warning": of its subject the present tells nothing, and little far off.
        .filter(|(distance, tense)| match tense {
            Tense::Present | Tense::Intended => false,
            Tense::Future => *distance <= SUBJECT_REACH || t.lex(end + distance) != Lex::PresentVerb,
            _ => true,
        });
    // "was originally set for January": another day came of it.
    if let Some((far, _)) = before
        && start
            .checked_sub(far + 2)
            .is_some_and(|at| ends_in(t, at, "ly") && t.is_one_of(at, Listed("originally|initially")))
    {
        return Some(Tense::Past);
    }
    // "is published on 5 August", "is pencilled in for February", "has been called for Thursday": arranged; "is accused of
    // killing her in May" is not.
    if let Some((far @ 0..=2, Tense::Past)) = before
        && let Some(be) = start.checked_sub(far + 2)
    {
        let (is_now, is_for) = (is_now(t, be), t.before(start) == Lex::For);
        if is_for && (is_now || t.is_word(be, "been") && t.before(be) == Lex::PresentVerb) {
            return Some(Tense::Future);
        }
        if is_now {
            return Some(Tense::Present);
        }
    }
    // "a visit starting on Tuesday", "ahead of Friday's vote"
    if is_start(t, start) {
        return Some(Tense::Conditional);
    }
    // "could come as soon as Tuesday", "a Tuesday deadline"; "a Tuesday deadline passed" is over.
    let is_deadline =
        || t.before(start) == Lex::A && t.is_word(end, "deadline") && !t.is_one_of(end + 1, Listed("passed|expired"));
    if is_limit(t, start) || is_deadline() {
        return Some(Tense::Future);
    }
    // "Wheat for May delivery rose"; "the May delivery of arms" is over.
    if t.before(start) == Lex::For && t.is_word(end, "delivery") {
        return Some(Tense::Future);
    }
    if is_set(t, start, before) || is_be(t, start) || is_told_to(t, start) {
        return Some(Tense::Future);
    }
    // "was put off until May", "has been moved to May"
    if let (Some((far, _)), Lex::Until | Lex::Through | Lex::To) = (before, t.before(start))
        && start.checked_sub(far + 1).is_some_and(|at| puts_off(t, at))
    {
        return Some(Tense::Future);
    }
    // "would rule when he stepped down in May": what is to come by then.
    if let Some((far, Tense::Past)) = before
        && start.checked_sub(far + 1).is_some_and(|at| is_under_would(t, at))
    {
        return Some(Tense::Future);
    }
    // "had been given until Friday", "had left in May": before what is told, and never ahead.
    if let Some((far, Tense::Past)) = before
        && t.before(start) != Lex::For
        && start.checked_sub(far + 1).is_some_and(|at| is_pluperfect(t, at))
    {
        return Some(Tense::Done);
    }
    // "have until Friday", "had until Friday to agree" look ahead; "until Friday, nobody had" does not.
    if let (Some((far, tense)), Lex::Until | Lex::Through) = (before, t.before(start)) {
        let is_term = far == 1 && start.checked_sub(2).is_some_and(|at| t.is_word(at, "had"));
        if is_term || gives_term(t, start, far) || matches!(tense, Tense::Present | Tense::Perfect) {
            return Some(Tense::Future);
        }
    }
    // "was in May", "died on 3 May": no other verb comes between; "On 3 May, the king died."
    if is_done(t, start, before) || before.is_none() && is_led_by(t, start) && is_done_after(t, end, after) {
        return Some(Tense::Done);
    }
    // A verb before governs ("will meet on Friday, he said") unless it is far and one after is near.
    match (before, after) {
        (_, Some((0, tense))) => Some(tense),
        (Some((far, tense)), Some((near, _))) if far <= near + FAVOUR => Some(tense),
        (_, Some((_, tense))) | (Some((_, tense)), None) => Some(tense),
        (None, None) => has_infinitive(t, start).then_some(Tense::Intended),
    }
}

/// "Premier to visit Rome in June", "Firm to cut a tenth of jobs by May": headlines leave out "is".
fn has_infinitive(t: &Tokens<'_>, start: usize) -> bool {
    let is_object = |i: usize| matches!(t.lex(i), Lex::The | Lex::A | Lex::Possessive) || t.is_name(i);
    (1..=REACH)
        .map_while(|back| start.checked_sub(back).filter(|i| !ends_clause(t, *i)))
        .any(|i| t.lex(i) == Lex::To && !t.is_capital(i + 1) && is_object(i + 2))
}

/// "said that on Tuesday", "said that, after Tuesday,": the verb before is of another clause.
fn opens_that_clause(t: &Tokens<'_>, start: usize) -> bool {
    let at = start.wrapping_sub(2);
    let is_led = matches!(t.before(start), Lex::On | Lex::In | Lex::By | Lex::After | Lex::Before | Lex::Since);
    is_led && (t.lex(at) == Lex::That || t.lex(at) == Lex::Sign(b',') && t.before(at) == Lex::That)
}

/// "starting Tuesday", "beginning on May 1", "ahead of Friday's vote".
fn is_start(t: &Tokens<'_>, start: usize) -> bool {
    let at = start.wrapping_sub(1 + usize::from(matches!(t.before(start), Lex::On | Lex::In)));
    match t.lex(at) {
        Lex::Of => t.follows_word(at, "ahead"),
        Lex::Beginning => t.is_word(at, "beginning"),
        Lex::Other => t.is_word(at, "starting"),
        _ => false,
    }
}

/// Words of a subject that stands between a date and "is due".
const SUBJECT_REACH: usize = 8;

/// "and is expected", "and will go on": a clause of its own.
fn joins_verb(t: &Tokens<'_>, i: usize) -> bool {
    t.lex(i) == Lex::And && matches!(t.lex(i + 1), Lex::PresentVerb | Lex::Will)
}

/// What is no verb and says only of a date after it that it is to come: "ahead of", "upcoming", "a planned march".
fn is_herald(t: &Tokens<'_>, i: usize) -> bool {
    matches!(t.lex(i), Lex::Of | Lex::Coming) || t.lex(i) == Lex::FutureVerb && is_planned(t, i)
}

/// "planned marches", "a march, planned for Saturday".
/// Not: "planned to march", "was planned for Saturday".
fn is_planned(t: &Tokens<'_>, i: usize) -> bool {
    let is_part = match t.lex(i + 1) {
        Lex::For => !matches!(t.before(i), Lex::PastVerb | Lex::PresentVerb),
        Lex::Other => true,
        _ => false,
    };
    is_part && t.is_word(i, "planned")
}

/// The nearest verb of the clause before token `start`: how many tokens are between, and what it says.
// Most tokens looked at are looked at here: what each is has been read when the one after it was looked at.
fn verb_before(t: &Tokens<'_>, start: usize, reach: usize) -> Option<(usize, Tense)> {
    let (mut here, mut after) = (t.role(start.wrapping_sub(1)), t.role(start));
    for (distance, i) in (start.saturating_sub(reach)..start).rev().enumerate() {
        if here & ENDS_CLAUSE != 0 {
            return None;
        }
        let before = t.role(i.wrapping_sub(1));
        if may_be_verb(t, i, [before, here, after])
            && let Some(tense) = tense_of_verb(t, i)
        {
            return Some((distance, tense));
        }
        (here, after) = (before, here);
    }
    None
}

/// What a verb, or another word that governs a date, says of its time.
fn verb(t: &Tokens<'_>, i: usize) -> Option<Tense> {
    let roles = [t.role(i.wrapping_sub(1)), t.role(i), t.role(i + 1)];
    if may_be_verb(t, i, roles) { tense_of_verb(t, i) } else { None }
}

fn tense_of_verb(t: &Tokens<'_>, i: usize) -> Option<Tense> {
    // "will have ended", "would be held", "is expected to", "was to be": the auxiliary before decides.
    let before = t.before(i);
    match t.lex(i) {
        // "ahead of the vote in June", "the upcoming vote in June"
        Lex::Of => t.follows_word(i, "ahead").then_some(Tense::Conditional),
        Lex::Coming => t.is_word(i, "upcoming").then_some(Tense::Conditional),
        // "is set for June", "is forecast for June", "is likely to rise in June", "an invitation to speak in June"
        Lex::Other if matches!(t.lex(i + 1), Lex::To | Lex::For) && t.is_one_of(i, Listed("set|forecast")) => {
            Some(Tense::Future)
        }
        Lex::Other if looks_on(t, i) => Some(Tense::Intended),
        // "the planned march", "its lost years"
        Lex::Other | Lex::PastVerb if is_attribute(t, i) => None,
        Lex::FutureVerb if is_planned(t, i) => Some(Tense::Conditional),
        Lex::FutureVerb if is_plural_noun(t, i) => None,
        Lex::Will | Lex::FutureVerb if is_ahead(t, i) => Some(Tense::Future),
        // "is planned for June"; "was planned for June" looks back.
        Lex::FutureVerb if before == Lex::PresentVerb && t.lex(i + 1) == Lex::For => Some(Tense::Future),
        Lex::FutureVerb if ends_in(t, i, "ed") || t.follows_word(i, "been") => Some(Tense::Past),
        Lex::ConditionalVerb => Some(Tense::Conditional),
        Lex::Other
            if t.is_word(i, "could")
                && matches!(t.lex(i + 1), Lex::Other | Lex::PluralVerb | Lex::Beginning | Lex::End)
                && !is_of_ability(t, i + 1) =>
        {
            Some(Tense::Conditional)
        }
        // "may follow by June"
        Lex::WordMonth(5) if !t.is_capital(i) => Some(Tense::Conditional),
        _ if matches!(before, Lex::Will | Lex::FutureVerb) && is_ahead(t, i - 1) && !is_plural_noun(t, i - 1) => {
            Some(Tense::Future)
        }
        _ if before == Lex::ConditionalVerb => Some(Tense::Conditional),
        Lex::PastVerb if is_wont(t, i) => Some(Tense::Future),
        // "was to appear on Monday", "were to resume in May"; "was to appear on Monday but fell ill" looks back.
        Lex::PastVerb if is_planned_then(t, i) => Some(Tense::Intended),
        // "will try to put on a show"
        Lex::PastVerb if before == Lex::To => None,
        Lex::PastVerb => Some(if is_future_passive(t, i) { Tense::Future } else { Tense::Past }),
        Lex::Other | Lex::PluralVerb | Lex::Beginning if before == Lex::To && is_of_timetables(t, i) => {
            Some(Tense::Intended)
        }
        Lex::PluralVerb | Lex::Beginning | Lex::End if before == Lex::Other && has_many_subjects(t, i) => {
            Some(Tense::Future)
        }
        // "said to have left", "hope to have it by May"
        Lex::PresentVerb if before == Lex::To => (!is_perfect(t, i)).then_some(Tense::Intended),
        Lex::PresentVerb if t.lex(i + 1) == Lex::To => Some(Tense::Future),
        // "is due to arrive": with the day before it, this is the first verb that tells.
        Lex::PresentVerb if t.lex(i + 1) == Lex::FutureVerb && is_ahead(t, i + 1) => Some(Tense::Future),
        Lex::PresentVerb if is_perfect(t, i) => Some(Tense::Perfect),
        Lex::PresentVerb => Some(Tense::Present),
        Lex::Other if ends_in_ed(t, i) && !t.is_name(i) => {
            let is_infinitive = matches!(t.before(i), Lex::To);
            (!is_infinitive).then_some(if is_future_passive(t, i) { Tense::Future } else { Tense::Past })
        }
        Lex::Other | Lex::Counted if is_third_person(t, i) => {
            let is_of_travel = t.is_one_of(i, Listed("heads|travels|flies|sails|visits|turns|faces"));
            Some(if is_of_travel { Tense::Future } else { Tense::Present })
        }
        _ => None,
    }
}

/// What a token is to the tense of an expression beside it, as bits.
const ENDS_CLAUSE: u8 = 1;
/// A verb by its class.
const VERB: u8 = 2;
/// What the token after it has its tense from.
const AUXILIARY: u8 = 4;
const WORD: u8 = 8;
const TO: u8 = 16;
/// Part of what says that a date is to come: "ahead of", "upcoming".
const HERALD: u8 = 32;

/// What stands between an opener and a word for time once at most.
pub(super) const STRANGER: u8 = ENDS_CLAUSE | VERB | WORD;

/// The bits of a token.
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub(super) const fn role(lex: Lex) -> u8 {
    match lex {
        Lex::Nothing | Lex::Break | Lex::Sign(b'.' | b'!' | b'?' | b';') => ENDS_CLAUSE,
        Lex::Will | Lex::FutureVerb | Lex::ConditionalVerb => VERB | AUXILIARY,
        Lex::PastVerb | Lex::PresentVerb | Lex::PluralVerb => VERB,
        Lex::Beginning | Lex::End | Lex::WordMonth(5) | Lex::Counted => VERB,
        Lex::Other => WORD,
        Lex::To => TO,
        Lex::Of | Lex::Coming => HERALD,
        _ => 0,
    }
}

/// Whether a token can have a tense at all, by what it, the one before and the one after are and by its last letter: a
/// quick answer for most words.
#[cfg_attr(not(target_arch = "wasm32"), inline)]
#[cfg_attr(target_arch = "wasm32", inline(never))]
fn may_be_verb(t: &Tokens<'_>, i: usize, [before, role, after]: [u8; 3]) -> bool {
    // "ended", "steps", "could", "set", "to start", "likely to"
    role & (VERB | HERALD) != 0
        || before & AUXILIARY != 0
        || role & WORD != 0
            && ((before | after) & TO != 0 || matches!(t.bytes(i).last(), Some(b'd' | b's' | b't' | b'D' | b'T')))
}

/// "voting to take place on 4 September", "remanded to stand trial in May", "a deal to expire in June".
/// Not: "came to open the fair", which is done; of "had been due to expire" another verb tells.
fn is_of_timetables(t: &Tokens<'_>, i: usize) -> bool {
    match t.lex(i + 1) {
        _ if t.before(i - 1) == Lex::FutureVerb => false,
        Lex::Other if t.is_word(i, "take") => t.is_word(i + 1, "place"),
        Lex::Other if t.is_word(i, "stand") => t.is_word(i + 1, "trial"),
        _ => t.lex(i) == Lex::PluralVerb && !t.is_one_of(i, Listed("meet|open")) || t.is_word(i, "start"),
    }
}

/// "talks start on Monday", "the two leaders meet on Friday", "polls close at ten".
/// Not: "could start", "not meet", "the start".
fn has_many_subjects(t: &Tokens<'_>, i: usize) -> bool {
    (t.lex(i) == Lex::PluralVerb || t.is_one_of(i, Listed("start|close|end")))
        && i.checked_sub(1).is_some_and(|subject| ends_in(t, subject, "s") || t.is_name(subject))
}

/// What an article or a genitive stands before is no verb: "the mayor's alleged bribe".
fn is_attribute(t: &Tokens<'_>, i: usize) -> bool {
    match t.before(i) {
        Lex::The | Lex::A | Lex::Possessive => true,
        Lex::PluralEnding => i.checked_sub(2).is_some_and(|at| t.lex(at) == Lex::Sign(b'\'')),
        _ => false,
    }
}

/// "before he steps down", "who steps down", "It ships in January."
/// Not: "the troubles he faces".
fn is_third_person(t: &Tokens<'_>, i: usize) -> bool {
    let Some(subject) = i.checked_sub(1).filter(|at| t.bytes(*at).len() <= 3 && ends_in(t, i, "s")) else {
        return false;
    };
    t.is_word(subject, "who")
        || (t.opens_sentence(subject) || matches!(t.before(subject), Lex::Before | Lex::After | Lex::Until))
            && t.is_one_of(subject, Listed("he|she|it"))
}

/// "has fallen", "have not been"; "has a hearing" is no perfect.
fn is_perfect(t: &Tokens<'_>, i: usize) -> bool {
    (t.is_word(i, "has") || t.is_word(i, "have")) && matches!(t.lex(i + 1), Lex::Other | Lex::PastVerb)
}

/// "Housing starts rose", "its plans fell through".
fn is_plural_noun(t: &Tokens<'_>, i: usize) -> bool {
    t.lex(i + 1) == Lex::PastVerb && ends_in(t, i, "s")
}

/// "was to appear", "were to resume".
/// Not: "was to have appeared", "was to be postponed", "was to blame", "was to open in May but burned down".
fn is_planned_then(t: &Tokens<'_>, i: usize) -> bool {
    let is_plan = t.lex(i + 1) == Lex::To
        && matches!(t.lex(i + 2), Lex::Other | Lex::PluralVerb | Lex::Beginning | Lex::End)
        && t.is_one_of(i, Listed("was|were"))
        && !t.is_word(i + 2, "blame");
    is_plan && !(i + 3..i + REACH).take_while(|at| !ends_clause(t, *at)).any(|at| t.is_word(at, "but"))
}

/// "won't": no victory.
fn is_wont(t: &Tokens<'_>, i: usize) -> bool {
    t.is_word(i, "won") && t.lex(i + 1) == Lex::Sign(b'\'') && t.is_glued(i + 2) && t.is_word(i + 2, "t")
}

/// What one could do was done or not; what could come is to come.
const OF_ABILITY: Listed = Listed("be|not|see|hear|feel|find|get|only|never|afford");

fn is_of_ability(t: &Tokens<'_>, i: usize) -> bool {
    t.is_one_of(i, OF_ABILITY)
}

/// "The vote is Tuesday", "the vote is on Tuesday".
fn is_be(t: &Tokens<'_>, start: usize) -> bool {
    let be = start.checked_sub(1 + usize::from(t.before(start) == Lex::On));
    be.is_some_and(|be| is_now(t, be))
}

fn is_now(t: &Tokens<'_>, i: usize) -> bool {
    t.lex(i) == Lex::PresentVerb && (t.is_word(i, "is") || t.is_word(i, "are"))
}

/// An ordinary word that ends in "-ed".
pub(super) fn ends_in_ed(t: &Tokens<'_>, i: usize) -> bool {
    t.lex(i) == Lex::Other && t.bytes(i).len() > 4 && ends_in(t, i, "ed")
}

pub(super) fn ends_in(t: &Tokens<'_>, i: usize, ending: &str) -> bool {
    t.bytes(i).ends_with(ending.as_bytes())
}

pub(super) fn ends_clause(t: &Tokens<'_>, i: usize) -> bool {
    t.role(i) & ENDS_CLAUSE != 0
}
