//! Which happening a date is of, where it is of a noun and not of the verb: before the date, or behind one that owns it.

use super::part::is_verb;
use super::phrase::phrase;
use crate::event::clause::Clause;
use crate::event::en::Tags;
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::lookup::listed::Listed;

/// The happening that is told with whose it is before a date, where something is only for it.
pub(super) fn meeting_before(tokens: &[Token<'_>], first: usize, clause: &Clause) -> Option<usize> {
    let last = first.checked_sub(1).filter(|last| tokens.at(*last).is_word() && *last > clause.verb.end)?;
    let owner = noun_phrase_start(tokens, last, clause);
    let head =
        owner.checked_sub(2).filter(|head| tokens.reads_at(head + 1, "of") && tokens.is_at(*head, Tags::EVENT_NOUN))?;
    let before = noun_phrase_start(tokens, head, clause).checked_sub(1)?;
    if tokens.reads_at(owner, "a|an") {
        return None;
    }
    let is_noun =
        before.checked_sub(1).is_some_and(|noun| noun >= clause.verb.end && !tokens.at(noun).breaks_noun_phrase());
    (tokens.reads_at(before, "for") && is_noun).then_some(head)
}

/// Prepositions behind which stands another time than the verb's, or none; "spoke at Tuesday’s meeting" is of that day.
const GOVERNING: &str = "after|since|following|before|over|of|for|against|about|despite|amid|from|to|with|by";

/// Verbs that tell what somebody makes of a happening.
const REACTING: Listed = Listed(
    "condemn|condemned|condemning|condemns|denounced|mourn|mourned|mourning|investigate|investigated|investigating|probing|\
     welcome|welcomed|praised|criticised|criticized|follow|follows|followed|recalled|described|discussed|blamed|commemorate|\
     commemorated|marked",
);

/// The happening that the date at `at` owns, where it hangs on something else than the verb, or is what the verb is about.
pub(super) fn owned_happening(tokens: &[Token<'_>], at: usize, clause: &Clause) -> Option<usize> {
    let is_part = |at: &usize| {
        tokens.at(*at).is_word() && !tokens.at(*at).breaks_noun_phrase() || tokens.is_kind_at(*at, Kind::Number)
    };
    let from = at + 2 + usize::from(tokens.reads_at(at + 2, "s"));
    let is_head = |at: &usize| tokens.is_at(*at, Tags::EVENT_NOUN) && !tokens.is_capital_at(*at) && !is_part(&(at + 1));
    let head = (from..from + OWNED_WORDS).take_while(is_part).find(is_head)?;
    let before = at.checked_sub(1)?;
    let is_governed = tokens.reads_at(before, GOVERNING) && !is_verb(clause, before);
    let is_object = before + 1 == clause.verb.end && REACTING.has(&tokens.at(clause.verb.head).lower);
    (is_governed || is_object).then_some(head)
}

/// Longest way from a date to the happening that it owns: "Saturday’s 5-0 defeat".
const OWNED_WORDS: usize = 4;

/// The noun of "the day of the landing, 19 May".
pub(super) fn day_of(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let noun = at
        .checked_sub(2)
        .filter(|noun| tokens.is_kind_at(noun + 1, Kind::Comma) && tokens.is_at(*noun, Tags::EVENT_NOUN))?;
    let of = (noun.saturating_sub(3)..noun).find(|of| tokens.reads_at(*of, "of"))?;
    of.checked_sub(1).filter(|day| tokens.reads_at(*day, "day|night|morning|evening|afternoon|date")).map(|_| noun)
}

/// The event noun that ends the phrase before a date phrase: "takeover" of "its takeover in 2021". One inner
/// "after …" phrase may stand between.
pub(in crate::event) fn event_noun_before(tokens: &[Token<'_>], first: usize, clause: &Clause) -> Option<usize> {
    let mut at = first.checked_sub(1)?;
    // "the campaign after 9/11 in 2001".
    if tokens.get(at)?.timex().is_some() {
        at = phrase(tokens, at).start.checked_sub(1)?;
    }
    // "the rise of the Taliban in the 1990s".
    if let Some(of) = of_before(tokens, at) {
        at = of.checked_sub(1)?;
    }
    let token = tokens.get(at)?;
    let is_head = token.is(Tags::EVENT_NOUN) && !is_verb(clause, at);
    let has_determiner = at > 0 && !is_verb(clause, at - 1);
    (is_head && has_determiner).then_some(at)
}

/// "The second was the judgment of the court in Lima on 4 May": of several happenings that are counted, the one that the
/// predicate names.
pub(super) fn named_by_order(tokens: &[Token<'_>], first: usize, clause: &Clause) -> Option<usize> {
    let counts = |at| tokens.reads_at(at, "first|second|third|fourth|fifth|other|another|last|latest|one|next");
    // "first was" may be read as a verb with its adverb.
    let start = clause.verb.start;
    let is_counted = clause.verb.is_copula
        && (counts(start) || start.checked_sub(1).is_some_and(counts))
        && start <= clause.start + 2;
    let head = (clause.verb.end..first).find(|at| tokens.is_at(*at, Tags::EVENT_NOUN))?;
    let is_near = noun_phrase_start(tokens, head, clause) == clause.verb.end;
    (is_counted && is_near).then_some(head)
}

/// The "of" before the one or two names that end at `last`.
fn of_before(tokens: &[Token<'_>], last: usize) -> Option<usize> {
    let mut at = last;
    for _ in 0..3 {
        let token = tokens.get(at)?;
        if token.reads("of") {
            return Some(at);
        }
        if !(token.is_capital || token.reads("the")) {
            return None;
        }
        at = at.checked_sub(1)?;
    }
    tokens.get(at).filter(|token| token.reads("of")).map(|_| at)
}

/// "rose to honour the general responsible for the coup in 1964": the happening hangs on what somebody was to do.
pub(super) fn is_of_purpose(tokens: &[Token<'_>], head: usize, clause: &Clause) -> bool {
    let start = noun_phrase_start(tokens, head, clause);
    let between = tokens.within(clause.verb.end..start);
    let is_verb = |verb: &Token<'_>| verb.is_word() && !verb.is_capital && !verb.is(Tags::DETERMINER);
    let is_purpose = between.windows(2).any(|pair| matches!(pair, [to, verb] if to.reads("to") && is_verb(verb)));
    is_purpose && between.last().is_some_and(|last| last.reads("for|of|over|about"))
}

/// Whether the noun phrase of `head` hangs on a preposition of time: "since its takeover".
pub(super) fn is_governed(tokens: &[Token<'_>], head: usize, clause: &Clause) -> bool {
    let start = noun_phrase_start(tokens, head, clause);
    start
        .checked_sub(1)
        .and_then(|at| tokens.get(at))
        .is_some_and(|token| token.reads("since|until|following|after|before|despite|amid"))
}

/// First token of the noun phrase that ends with `head`.
pub(in crate::event) fn noun_phrase_start(tokens: &[Token<'_>], head: usize, clause: &Clause) -> usize {
    let mut start = head;
    while let Some(before) = start.checked_sub(1).and_then(|at| tokens.get(at)) {
        // "Before the visit": a capital hides the preposition.
        let opens = start == 1 && before.is(Tags::PREPOSITION.or(Tags::SUBORDINATOR));
        let is_part = !opens
            && matches!(before.kind, Kind::Word | Kind::Number)
            && !before.breaks_noun_phrase()
            && !before.form.gerund
            && !is_verb(clause, start - 1);
        if !is_part {
            break;
        }
        start -= 1;
        if before.is(Tags::DETERMINER) {
            break;
        }
    }
    start
}
