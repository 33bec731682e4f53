//! Verb forms without an auxiliary: finite, or a participle, an adjective, a noun.

use super::{Tense, VerbGroup};
use crate::event::en::Tags;
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::gather::Gather;
use crate::lookup::listed::Listed;

pub(super) fn single(tokens: &[Token<'_>], at: usize) -> VerbGroup {
    let tense = if tokens.get(at).is_some_and(|token| token.form.third || (token.form.plain && !token.form.either)) {
        Tense::Present
    } else {
        Tense::Past
    };
    VerbGroup {
        start: at,
        end: at + 1,
        head: at,
        tense,
        is_passive: false,
        is_progressive: false,
        is_negated: false,
        is_copula: false,
    }
}

/// "magnitude 6.1 struck", "Flight 17 crashed": a number that names the noun before it, and counts nothing.
fn numbers_noun(tokens: &[Token<'_>], number: usize) -> bool {
    let noun = number.checked_sub(1).and_then(|at| tokens.get(at));
    noun.is_some_and(is_plain_noun)
}

/// Numbers of people that need no noun: "thousands marched".
const CROWDS: Listed = Listed("hundreds|thousands|tens|dozens|scores|millions|others");

/// A word that no table knows for anything but a noun.
fn is_plain_noun(token: &Token<'_>) -> bool {
    let is_verb = token.form.past || token.form.third || token.form.either || token.form.gerund;
    let other = Tags::DETERMINER.or(Tags::ADJECTIVE).or(Tags::ADVERB).or(Tags::PRONOUN).or(Tags::CONJUNCTION);
    token.is_word() && !token.breaks_noun_phrase() && !token.is(other) && !is_verb
}

pub(super) enum Bare {
    Finite,
    Maybe,
    No,
}

/// A verb form without an auxiliary: surely finite, perhaps, or not.
pub(super) fn bare_verb(tokens: &[Token<'_>], at: usize) -> Bare {
    let Some(token) = tokens.get(at) else { return Bare::No };
    let form = token.form;
    if !token.is_word() || token.is_capital || !(form.past || form.either || form.third || form.plain) {
        return Bare::No;
    }
    // "the leaders, who both held power".
    let floats =
        at >= 2 && tokens.reads_at(at - 1, "both|all|each") && tokens.is_at(at - 2, Tags::RELATIVE.or(Tags::PRONOUN));
    let Some(before) = skipping_adverbs_back(tokens, at - usize::from(floats)) else { return Bare::No };
    let after = tokens.get(at + 1);
    if before.reads("to") || before.is(Tags::MODAL.or(Tags::BE).or(Tags::HAVE)) && !before.is_capital {
        return Bare::No;
    }
    // "the armed group", "in divided Berlin": an adjective.
    // "a law that set aside a million" has a verb; "that set of laws" has none.
    let follows_relative = before.reads("that")
        && at >= 2
        && is_plain_noun(&tokens[at - 2])
        && after.is_some_and(|next| !next.is(Tags::PREPOSITION) || next.is(Tags::ADVERB));
    let stands_alone = before.is(Tags::PRONOUN) || follows_relative || CROWDS.has(&before.lower);
    let opens_phrase = before.is(Tags::DETERMINER) && !stands_alone
        || before.is_possessive
        || before.kind == Kind::Number && !numbers_noun(tokens, at - 1)
        || before.reads("having")
        || before.timex().is_some() && opens_noun_phrase(tokens, at);
    if opens_phrase || before.is(Tags::ADJECTIVE) && !before.is_capital && !before.reads("official") {
        return Bare::No;
    }
    let is_plain_preposition = before.is(Tags::PREPOSITION) && !before.is(Tags::SUBORDINATOR);
    if is_plain_preposition && !before.is(Tags::ADVERB) && !before.reads("out|off|up|down") {
        return Bare::No;
    }
    // "its fourth quarter ended in May": the quarter that ended, and not its end.
    if token.reads("ended") && before.reads("quarter|year|months|weeks|period|half") {
        return Bare::No;
    }
    // "senators scheduled to leave".
    if token.reads("scheduled|slated|poised") && after.is_some_and(|next| next.reads("to")) {
        return Bare::No;
    }
    if form.past {
        return Bare::Finite;
    }
    if form.either {
        // "an article published in the Post": verbs that have an object, without one.
        let is_passive = token.is(Tags::TRANSITIVE)
            && !before.is(Tags::CONJUNCTION.or(Tags::RELATIVE))
            && before.is_word()
            && after.is_some_and(|next| {
                let is_place = next.reads("in|by|at|for|from|of|with|during|under");
                let is_day = next.reads("on") && tokens.get(at + 2).is_some_and(|day| day.timex().is_some());
                // "a tug built to pull ships".
                let is_purpose =
                    next.reads("to") && !token.reads("tried") && tokens.get(at + 2).is_some_and(|verb| verb.form.plain);
                is_place || is_day || is_purpose || next.timex().is_some()
            });
        if is_passive {
            return Bare::No;
        }
        // "rockets launched by rebels" is no finite verb, "prices increased by 3 per cent" is one.
        if has_agent(tokens, at) && !joins_passive(tokens, at) {
            return Bare::No;
        }
        return Bare::Maybe;
    }
    let subject_before = before.kind == Kind::Word
        && !before.is(Tags::PREPOSITION.or(Tags::CONJUNCTION).or(Tags::SUBORDINATOR))
        || matches!(before.kind, Kind::Timex(_));
    let object_after = after.is_some_and(|next| {
        next.is(Tags::DETERMINER.or(Tags::PRONOUN).or(Tags::PREPOSITION).or(Tags::ADVERB).or(Tags::RELATIVE))
            || next.is_capital
            || next.reads("to")
            || next.is_possessive
            || next.form.gerund
            || next.kind == Kind::Number
    });
    let says = form.plain && token.is(Tags::REPORT) && before.lower.ends_with('s') && !before.is_capital;
    if says && subject_before && after.is_some_and(|next| next.reads("that") || next.is(Tags::PRONOUN)) {
        return Bare::Maybe;
    }
    let wants = token.reads("want") && before.lower.ends_with('s') && !before.is_capital && object_after;
    if wants && subject_before {
        return Bare::Maybe;
    }
    // "pro-democracy protests in the square": mostly a noun.
    let is_happening = token.is(Tags::EVENT_NOUN) && after.is_some_and(|next| next.is(Tags::PREPOSITION));
    if form.third && !is_happening && subject_before && object_after && !before.lower.ends_with('s') {
        return Bare::Maybe;
    }
    let plural_pronoun = before.reads("they|we|i|you|who");
    if form.plain && plural_pronoun { Bare::Finite } else { Bare::No }
}

/// "a five-month televised trial", "the 1998 improved engine": a date or a length inside a noun phrase.
fn opens_noun_phrase(tokens: &[Token<'_>], at: usize) -> bool {
    let opener = at.checked_sub(2).and_then(|before| tokens.get(before));
    let noun = tokens.get(at + 1).is_some_and(|next| {
        next.is_word() && !next.breaks_noun_phrase() && !next.is(Tags::DETERMINER.or(Tags::PRONOUN).or(Tags::ADVERB))
    });
    noun && opener.is_some_and(|opener| opener.is(Tags::DETERMINER) || opener.is_possessive)
}

/// "launched by rebels", against "increased by 3 per cent".
pub(in crate::event) fn has_agent(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.reads_at(at + 1, "by") && !tokens.is_kind_at(at + 2, Kind::Number)
}

/// "was built in May and opened by the king": joined to a passive, with no other participle between that it could go
/// with.
fn joins_passive(tokens: &[Token<'_>], at: usize) -> bool {
    let is_joined = skipping_adverbs_back(tokens, at).is_some_and(|before| before.is(Tags::CONJUNCTION));
    let earlier = tokens.get(..at).unwrap_or_default();
    let is_participle = |token: &&Token<'_>| (token.form.either || token.form.participle) && !token.is_capital;
    let auxiliary = earlier.iter().rposition(|token| token.is(Tags::BE) || token.reads("been"));
    is_joined && auxiliary.is_some_and(|from| earlier.iter().skip(from).filter(is_participle).count() == 1)
}

fn skipping_adverbs_back<'a, 't>(tokens: &'a [Token<'t>], at: usize) -> Option<&'a Token<'t>> {
    let mut before = at.checked_sub(1)?;
    while before > 0
        && tokens.is_at(before, Tags::ADVERB)
        && !tokens.is_at(before, Tags::DETERMINER.or(Tags::PREPOSITION))
    {
        before -= 1;
    }
    tokens.get(before)
}

/// Whether a clause can end or begin here, so that each side has its own finite verb.
fn is_boundary(token: &Token<'_>) -> bool {
    matches!(token.kind, Kind::Comma | Kind::Stop | Kind::Dash | Kind::Quote)
        || token.is(Tags::RELATIVE.or(Tags::CONJUNCTION))
        || token.is(Tags::SUBORDINATOR) && !token.is_capital
}

/// Of the doubtful forms in each stretch without a boundary, at most one is its finite verb, and none where a surer
/// one stands there already.
pub(super) fn choose(tokens: &[Token<'_>], maybe: &[usize], sure: &[VerbGroup]) -> Vec<VerbGroup> {
    let mut chosen: Vec<VerbGroup> = Vec::new();
    let mut from = 0;
    while from < tokens.len() {
        // "charged with theft while working for": no clause of its own.
        let opens_gerund =
            |at: usize| tokens.is_at(at, Tags::SUBORDINATOR) && tokens.get(at + 1).is_some_and(|next| next.form.gerund);
        let is_end = |at: &usize| is_boundary(&tokens[*at]) && !opens_gerund(*at);
        let to = (from..tokens.len()).find(is_end).unwrap_or(tokens.len());
        let here: Vec<usize> = maybe.iter().copied().filter(|at| (from..to).contains(at)).gather();
        let taken = sure.iter().find(|group| (from..to).contains(&group.start));
        // "the report, published in May, blamed": the subject before the insertion still waits for its verb.
        let waits = subject_waits(tokens, from, &chosen, sure) && !verb_follows(tokens, to);
        if let (Some(at), None, true) = (here.first().filter(|at| **at == from), taken, waits) {
            chosen.push(single(tokens, *at));
            from = to + 1;
            continue;
        }
        if is_described(tokens, from, to)
            || joins_participle(tokens, from, &chosen, sure)
            || goes_on_inserted(tokens, from, to)
        {
            from = to + 1;
            continue;
        }
        // "the law that raised taxes was passed": the relative clause has its verb, and so has the main one.
        if opens_inner_relative(tokens, from)
            && here.first() == Some(&from)
            && taken.is_some_and(|sure| from < sure.start)
        {
            chosen.push(single(tokens, from));
            from = to + 1;
            continue;
        }
        let picked = pick(tokens, from, &here, taken);
        chosen.extend(picked.map(|at| single(tokens, at)));
        // "said two men died": the complement has its own; "the men who fled returned": so has the main clause.
        let speech = here.iter().copied().find(|at| {
            let follows = tokens.get(at + 1).is_some_and(|next| {
                next.reads("that") || next.is(Tags::PRONOUN) || taken.is_some() && next.is(Tags::DETERMINER)
            });
            let is_before = taken.is_none_or(|sure| *at < sure.start);
            is_before && picked.is_some_and(|first| first < *at) && tokens.is_at(*at, Tags::REPORT) && follows
        });
        chosen.extend(speech.map(|at| single(tokens, at)));
        let first = picked.or(taken.map(|group| group.end - 1));
        let is_inner = opens_inner_relative(tokens, from);
        // "said in a letter published on Friday": where it was said, and not yet what.
        let says_where = |at: usize| {
            tokens.get(at + 1).is_some_and(|next| next.is(Tags::PREPOSITION) && !next.is(Tags::DETERMINER))
                && tokens.get(at + 2).is_some_and(|next| next.timex().is_none())
        };
        let has_second =
            picked.is_some_and(|at| taken.is_none() && tokens.is_at(at, Tags::REPORT) && !says_where(at)) || is_inner;
        if let Some(first) = first.filter(|_| has_second) {
            let rest: Vec<usize> = here.iter().copied().filter(|at| *at > first + 1).gather();
            // The noun before the relative word is the subject: "a strike that began in May closed the port".
            let subject_from = if is_inner { from - 2 } else { first + 1 };
            chosen.extend(pick(tokens, subject_from, &rest, None).map(|at| single(tokens, at)));
        }
        from = to + 1;
    }
    chosen
}

/// "an envoy kidnapped and presumed dead": a form joined to one that is no finite verb is none either.
fn joins_participle(tokens: &[Token<'_>], from: usize, chosen: &[VerbGroup], sure: &[VerbGroup]) -> bool {
    let Some(at) = from.checked_sub(2) else { return false };
    let is_joined = tokens.is_at(at + 1, Tags::CONJUNCTION);
    let is_participle = tokens.get(at).is_some_and(|token| token.form.either && !token.is_capital)
        && at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|before| {
            before.is_word() && !before.breaks_noun_phrase() && !before.is(Tags::ADVERB.or(Tags::ADJECTIVE))
        });
    let is_finite = chosen.iter().chain(sure).any(|group| (group.start..group.end).contains(&at));
    let follows = tokens.get(from).is_some_and(|token| token.form.either);
    is_joined && is_participle && !is_finite && follows
}

/// ", built in 1931 and widened in 1967, fell": an insertion of two participles, behind which the verb stands.
fn goes_on_inserted(tokens: &[Token<'_>], from: usize, to: usize) -> bool {
    let is_joined = from.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is(Tags::CONJUNCTION));
    let open = (0..from.saturating_sub(1)).rev().find(|at| is_boundary(&tokens[*at]));
    let is_participle = |at: usize| {
        tokens.get(at).is_some_and(|token| (token.form.either || token.form.participle) && !token.is_capital)
    };
    let is_insertion =
        open.is_some_and(|open| open > 0 && tokens.is_kind_at(open, Kind::Comma) && is_participle(open + 1));
    is_joined && is_insertion && is_participle(from) && verb_follows(tokens, to)
}

/// ", the former judge accused of fraud, will appear": a noun phrase between two commas before an auxiliary has no verb
/// of its own.
fn is_described(tokens: &[Token<'_>], from: usize, to: usize) -> bool {
    let comma = |at: usize| tokens.is_kind_at(at, Kind::Comma);
    let opens = tokens.reads_at(from, "a|an|the");
    let auxiliary = Tags::MODAL.or(Tags::BE).or(Tags::HAVE);
    let closes = tokens.get(to + 1).is_some_and(|next| next.is(auxiliary) && !next.is_capital);
    let is_participle = |token: &Token<'_>| token.form.either && !token.is_capital;
    let leads_on = |at: usize| tokens.get(at).is_some_and(is_participle) && tokens.is_at(at + 1, Tags::PREPOSITION);
    from > 0 && comma(from - 1) && comma(to) && opens && closes && (from..to).any(leads_on)
}

/// ", interviewed on the radio, predicted": behind the insertion's comma stands the verb itself.
fn verb_follows(tokens: &[Token<'_>], comma: usize) -> bool {
    let is_comma = tokens.is_kind_at(comma, Kind::Comma);
    let verb = Tags::MODAL.or(Tags::BE).or(Tags::HAVE);
    is_comma
        && tokens.get(comma + 1).is_some_and(|next| {
            !next.is_capital && (next.is_past_form() || next.form.third || next.is(verb) && !next.reads("'s"))
        })
}

/// Whether the stretch from `from` opens directly after an insertion whose noun phrase has no verb yet.
fn subject_waits(tokens: &[Token<'_>], from: usize, chosen: &[VerbGroup], sure: &[VerbGroup]) -> bool {
    let comma = |at: usize| tokens.is_kind_at(at, Kind::Comma);
    let Some(close) = from.checked_sub(1).filter(|at| comma(*at)) else { return false };
    let Some(open) = (0..close).rev().find(|at| comma(*at)) else { return false };
    let start = (0..open).rev().find(|at| is_boundary(&tokens[*at])).map_or(0, |at| at + 1);
    let has_verb = chosen.iter().chain(sure).any(|group| (start..open).contains(&group.start));
    let opener = tokens.get(start);
    let is_phrase = opener
        .is_some_and(|token| token.is(Tags::PREPOSITION) && !token.is(Tags::DETERMINER) || token.timex().is_some());
    !has_verb && !is_phrase && open > start
}

/// "the men who": a relative word directly after its noun, so that the clause around goes on behind it.
fn opens_inner_relative(tokens: &[Token<'_>], from: usize) -> bool {
    from >= 2
        && tokens.reads_at(from - 1, "who|which|that")
        && tokens.get(from - 2).is_some_and(|token| token.is_word() && !token.is(Tags::REPORT))
}

fn pick(tokens: &[Token<'_>], from: usize, here: &[usize], taken: Option<&VerbGroup>) -> Option<usize> {
    // A report verb before a sure one has it as its complement: "said it had left".
    if let Some(sure) = taken {
        // "the treaty agreed on Tuesday will": nobody stands between who could be said to.
        let tells = |at: &usize| tokens.is_at(*at, Tags::REPORT) && is_told_of(tokens, *at, sure.start);
        return here.iter().copied().find(|at| *at < sure.start && tells(at));
    }
    let usable: Vec<usize> = here.iter().copied().filter(|at| has_subject(tokens, from, *at)).gather();
    match usable.as_slice() {
        [] => None,
        [one] => Some(*one),
        // "the body found along a road belonged to Paz".
        [first, second, ..]
            if tokens.is_at(*first, Tags::REPORT)
                && tokens
                    .get(first + 1)
                    .is_some_and(|next| next.is(Tags::PREPOSITION) && !next.is(Tags::DETERMINER))
                && (tokens.reads_at(*first, "found") || !is_told_of(tokens, *first, *second)) =>
        {
            Some(*second)
        }
        [first, ..] if tokens.is_at(*first, Tags::REPORT) => Some(*first),
        // "who died in May aged 91": nothing stands between the relative word and its verb.
        [first, ..] if *first == from && from > 0 && tokens.is_at(from - 1, Tags::RELATIVE) => Some(*first),
        [first, rest @ ..] => {
            let is_phrase =
                |at: usize| tokens.get(at).is_some_and(|next| next.is(Tags::PREPOSITION) || next.reads("to"));
            // "A commission set up under the treaty ruled in April that …".
            let has_particle = tokens.reads_at(first + 1, "up|out|off");
            let leads_to_phrase = |at: usize| is_phrase(at + 1);
            if !(leads_to_phrase(*first) || has_particle && is_phrase(first + 2)) {
                return Some(*first);
            }
            let is_dated =
                |at: &usize| is_phrase(at + 1) && tokens.get(at + 2).is_some_and(|next| next.timex().is_some());
            if let (true, Some(dated)) = (has_particle, rest.iter().copied().find(is_dated)) {
                return Some(dated);
            }
            Some(rest.iter().copied().find(|at| !leads_to_phrase(*at)).unwrap_or(*first))
        }
    }
}

/// Whether a subject stands between a report verb and the next verb.
fn is_told_of(tokens: &[Token<'_>], report: usize, verb: usize) -> bool {
    let light = Tags::PREPOSITION.or(Tags::ADVERB);
    tokens.get(report + 1..verb).unwrap_or_default().iter().any(|token| {
        token.is_word() && (!token.is(light) || token.is(Tags::PRONOUN))
            || matches!(token.kind, Kind::Number | Kind::Quote)
    })
}

/// A participle after a comma or at the start has no subject of its own: ", affiliated with the group,". After a
/// conjunction or a relative pronoun a bare verb shares one.
fn has_subject(tokens: &[Token<'_>], from: usize, at: usize) -> bool {
    let has_words = tokens.get(from..at).unwrap_or_default().iter().any(|token| {
        (token.is_word() && !token.is(Tags::ADVERB.or(Tags::PREPOSITION)))
            || token.kind == Kind::Number
            || token.kind == Kind::Bracketed
    });
    if has_words {
        return true;
    }
    let Some(opener) = from.checked_sub(1).and_then(|before| tokens.get(before)) else { return false };
    if opener.is(Tags::CONJUNCTION.or(Tags::RELATIVE)) {
        return true;
    }
    let has_object = tokens.get(at + 1).is_some_and(|next| {
        next.is(Tags::DETERMINER.or(Tags::PRONOUN))
            || next.is_capital
            || next.is_possessive
            || next.kind == Kind::Number
    });
    let form = tokens[at].form;
    // ", announced in May, is": the verb stands behind the insertion.
    let close = (at..tokens.len()).find(|at| tokens.is_kind_at(*at, Kind::Comma));
    if opener.kind == Kind::Comma && !has_object && close.is_some_and(|close| verb_follows(tokens, close)) {
        return false;
    }
    let is_expected = tokens.reads_at(at + 1, "to") && !form.third;
    // After a comma, dash or quotation: ", seized planes" or "the group, which …, seized planes".
    (opener.kind == Kind::Comma || opener.kind == Kind::Dash || opener.kind == Kind::Quote)
        && from > 1
        && (has_object || form.third || tokens.is_at(at, Tags::REPORT) && !is_expected)
}
