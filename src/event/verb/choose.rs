//! Which of the doubtful verb forms of a sentence are finite: at most one in each stretch without a boundary, and none
//! where a surer one stands there already.

use super::VerbGroup;
use super::bare::single;
use super::relative;
use super::row::{is_inserted_row, is_of_list, passive_row, row_closes};
use crate::event::en::Tags;
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::gather::Gather;

/// Whether a clause can end or begin here, so that each side has its own finite verb.
pub(super) fn is_boundary(token: &Token<'_>) -> bool {
    matches!(token.kind, Kind::Comma | Kind::Stop | Kind::Dash | Kind::Quote)
        || token.is(Tags::RELATIVE.or(Tags::CONJUNCTION))
        || token.is(Tags::SUBORDINATOR) && !token.is_capital
}

/// The finite ones of the doubtful forms.
pub(super) fn choose(tokens: &[Token<'_>], maybe: &[usize], sure: &[VerbGroup]) -> Vec<VerbGroup> {
    let mut chosen: Vec<VerbGroup> = Vec::new();
    let mut from = 0;
    while from < tokens.len() {
        // "charged with theft while working for": no clause of its own.
        let opens_gerund = |at: usize| tokens.is_at(at, Tags::SUBORDINATOR) && tokens.at(at + 1).form.gerund;
        // "held there since May were freed": a preposition of time.
        let opens_date =
            |at: usize| tokens.reads_at(at, "since|before|after|until") && tokens.at(at + 1).timex().is_some();
        let is_end = |at: &usize| is_boundary(tokens.at(*at)) && !opens_gerund(*at) && !opens_date(*at);
        let to = (from..tokens.len()).find(is_end).unwrap_or(tokens.len());
        let here: Vec<usize> = maybe.iter().copied().filter(|at| (from..to).contains(at)).gather();
        let taken = sure.iter().find(|group| (from..to).contains(&group.start));
        // "the report, published in May, blamed": the subject before the insertion still waits for its verb.
        // "The judge who freed them, Ana Lind, resigned": so does the one whom a name closes.
        let is_named = after_name(tokens, from) && main_waits(tokens, from, &chosen, sure);
        let waits = (subject_waits(tokens, from, &chosen, sure) || is_named)
            && (!verb_follows(tokens, to) || row_closes(tokens, from).is_some_and(|and| !is_inserted_row(tokens, and)));
        let opens = |at: &&usize| (from..**at).all(|before| tokens.is_at(before, Tags::ADVERB));
        if let (Some(at), None, true) = (here.first().filter(opens), taken, waits) {
            chosen.push(single(tokens, *at));
            from = to + 1;
            continue;
        }
        if is_described(tokens, from, to)
            || joins_participle(tokens, from, &chosen, sure)
            || goes_on_inserted(tokens, from, to)
            || taken.is_none() && opens_inserted(tokens, from, to)
        {
            from = to + 1;
            continue;
        }
        let goes_on = maybe.iter().any(|at| *at > to) || sure.iter().any(|group| group.start > to);
        if from == 0
            && taken.is_none()
            && goes_on
            && here.first().is_some_and(|at| leads_with_participle(tokens, *at, to))
        {
            from = to + 1;
            continue;
        }
        // "people who fled when the dam burst have yet to return": the clause inside has its verb, and so has the main one.
        let opens_inside = from > 0 && tokens.reads_at(from - 1, "when|where|after|before|while|because");
        if let (true, Some(sure)) = (opens_inside && main_waits(tokens, from, &chosen, sure), taken) {
            let inner = here.iter().copied().find(|at| *at < sure.start && has_subject(tokens, from, *at));
            chosen.extend(inner.map(|at| single(tokens, at)));
            from = to + 1;
            continue;
        }
        // "The teacher whose pupils won the cup has retired": the same, behind what is owned.
        let owned = here.first().copied().filter(|at| {
            let leads_on = tokens.at(at + 1).opens_object() || tokens.is_at(at + 1, Tags::PREPOSITION);
            from > 0 && tokens.reads_at(from - 1, "whose") && leads_on && *at > from
        });
        if let (Some(owned), true) = (owned, taken.is_some_and(|sure| owned < Some(sure.start))) {
            chosen.push(single(tokens, owned));
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
        // "Two men held in the port since May were freed": the participle stands in the subject of the auxiliary.
        let picked = pick(tokens, from, &here, taken).filter(|at| {
            taken.is_none()
                || !tokens.is_at(at + 1, Tags::PREPOSITION)
                || !tokens.reads_at(*at, "held|found|seen|left|lost")
        });
        chosen.extend(picked.map(|at| single(tokens, at)));
        // "the dam that Arden bought in 2004 burst": the noun before the relative word has its verb behind.
        let inner = taken.filter(|sure| relative::is_inside(tokens, sure.start));
        let has_main = inner.is_none_or(|inner| sure.iter().any(|other| other.start > inner.start && other.start < to));
        let is_chosen = chosen.iter().any(|group| inner.is_some_and(|inner| group.start > inner.start));
        if let Some(inner) = inner.filter(|_| !has_main && !is_chosen) {
            let rest: Vec<usize> = here.iter().copied().filter(|at| *at >= inner.end).gather();
            // "that the bank had failed reached Lima": directly behind it.
            let leads_on = |at: &usize| tokens.at(at + 1).opens_object() || tokens.is_at(at + 1, Tags::PREPOSITION);
            let next = rest.first().copied().filter(|at| *at == inner.end && leads_on(at));
            chosen.extend(next.or_else(|| pick(tokens, inner.end, &rest, None)).map(|at| single(tokens, at)));
        }
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
        let is_inner = opens_inner_relative(tokens, from) && !main_has_verb(tokens, from, &chosen, sure);
        // "said in a letter published on Friday": where it was said, and not yet what.
        let says_where = |at: usize| {
            tokens.at(at + 1).is(Tags::PREPOSITION) && tokens.get(at + 2).is_some_and(|next| next.timex().is_none())
        };
        let has_second =
            picked.is_some_and(|at| taken.is_none() && tokens.is_at(at, Tags::REPORT) && !says_where(at)) || is_inner;
        if let Some(first) = first.filter(|_| has_second) {
            let is_free = |at: &usize| *at > first + 1 && chosen.iter().all(|group| group.start != *at);
            let rest: Vec<usize> = here.iter().copied().filter(is_free).gather();
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
    let follows = tokens.at(from).form.either;
    is_joined && is_participle && !is_finite && follows
}

/// ", built in 1931 and widened in 1967, fell": an insertion of two participles, behind which the verb stands.
fn goes_on_inserted(tokens: &[Token<'_>], from: usize, to: usize) -> bool {
    let is_joined = from.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is(Tags::CONJUNCTION));
    let open = (0..from.saturating_sub(1)).rev().find(|at| is_boundary(tokens.at(*at)));
    let is_participle = |at: usize| {
        tokens.get(at).is_some_and(|token| (token.form.either || token.form.participle) && !token.is_capital)
    };
    let is_insertion =
        open.is_some_and(|open| open > 0 && tokens.is_kind_at(open, Kind::Comma) && is_participle(open + 1));
    // ", recorded in 2012 and made public in 2013": the same at the end.
    let closes = || {
        let first = open.map_or(0, |open| open + 1);
        passive_row(tokens, first).is_none() && lacks_object(tokens, first) && !tokens.at(from + 1).opens_object()
    };
    is_joined && is_insertion && is_participle(from) && (verb_follows(tokens, to) || closes())
}

/// "Under an agreement reached in 2014, both armies left": a phrase that opens a sentence, up to its comma at `to`, with a
/// participle behind its noun.
pub(in crate::event) fn leads_with_participle(tokens: &[Token<'_>], at: usize, to: usize) -> bool {
    let is_phrase = |at: &usize| tokens[*at].is_word() && !tokens[*at].breaks_noun_phrase();
    at > 2
        && tokens.reads_at(0, "under|with|by|in")
        && tokens.is_at(1, Tags::DETERMINER)
        && (2..at).all(|at| is_phrase(&at))
        && tokens.reads_at(
            at,
            "reached|announced|agreed|made|brokered|approved|passed|negotiated|struck|signed|concluded|sealed",
        )
        && tokens.get(at + 1).is_some_and(|next| next.is(Tags::PREPOSITION) || next.timex().is_some())
        && tokens.is_kind_at(to, Kind::Comma)
        && !tokens.is_at(to + 1, Tags::CONJUNCTION)
        && !tokens.get(to + 1).is_some_and(|next| next.form.gerund)
}

/// ", the former judge accused of fraud, will appear": a noun phrase between two commas before an auxiliary has no verb
/// of its own.
fn is_described(tokens: &[Token<'_>], from: usize, to: usize) -> bool {
    let comma = |at: usize| tokens.is_kind_at(at, Kind::Comma);
    let opens = tokens.reads_at(from, "a|an|the");
    let auxiliary = Tags::MODAL.or(Tags::BE).or(Tags::HAVE);
    let closes = tokens.get(to + 1).is_some_and(|next| next.is(auxiliary) && !next.is_capital);
    let is_participle = |token: &Token<'_>| token.form.either;
    let leads_on = |at: usize| tokens.get(at).is_some_and(is_participle) && tokens.is_at(at + 1, Tags::PREPOSITION);
    from > 0 && comma(from - 1) && comma(to) && opens && closes && (from..to).any(leads_on)
}

/// ", interviewed on the radio, predicted": behind the insertion's comma stands the verb itself.
pub(super) fn verb_follows(tokens: &[Token<'_>], comma: usize) -> bool {
    let is_comma = tokens.is_kind_at(comma, Kind::Comma);
    let verb = Tags::MODAL.or(Tags::BE).or(Tags::HAVE);
    is_comma
        && tokens
            .get(comma + 1)
            .is_some_and(|next| !next.is_capital && (next.is_past_form() || next.form.third || next.is(verb)))
}

/// Whether the stretch from `from` opens directly after an insertion whose noun phrase has no verb yet.
fn subject_waits(tokens: &[Token<'_>], from: usize, chosen: &[VerbGroup], sure: &[VerbGroup]) -> bool {
    let comma = |at: usize| tokens.is_kind_at(at, Kind::Comma);
    let Some(close) = from.checked_sub(1).filter(|at| comma(*at)) else { return false };
    let Some(open) = (0..close).rev().find(|at| comma(*at)) else { return false };
    let start = (0..open).rev().find(|at| is_boundary(tokens.at(*at))).map_or(0, |at| at + 1);
    // "an unusual sight: the star, stretched to": what a colon opens is no insertion.
    let is_parted = tokens.within(open..close).iter().any(|token| token.kind == Kind::Stop);
    let has_verb = is_parted || chosen.iter().chain(sure).any(|group| (start..open).contains(&group.start));
    let opener = tokens.get(start);
    // "On Friday the mayor, who …, resigned": behind the day stands the subject.
    let preposition = usize::from(opener.is_some_and(|token| token.is(Tags::PREPOSITION)));
    let is_dated = tokens.get(start + preposition).is_some_and(|token| token.timex().is_some());
    let subject = tokens.at(start + preposition + 1);
    let has_subject =
        is_dated && (subject.is(Tags::DETERMINER) || subject.is_capital) && start + preposition + 1 < open;
    let is_phrase = (preposition > 0 || is_dated) && !has_subject;
    !has_verb && !is_phrase && open > start
}

/// ", Ana Lind, resigned": directly behind a name between two commas.
fn after_name(tokens: &[Token<'_>], from: usize) -> bool {
    let comma = |at: usize| tokens.is_kind_at(at, Kind::Comma);
    let Some(close) = from.checked_sub(1).filter(|at| comma(*at)) else { return false };
    let open = (0..close).rev().find(|at| !tokens.is_capital_at(*at));
    // "The bridge that carried the road, the only one for miles, collapsed": or behind what describes it.
    let outer = (0..close).rev().find(|at| comma(*at));
    outer.is_some_and(|outer| outer > 0 && tokens.reads_at(outer + 1, "the|a|an"))
        || open.is_some_and(|open| comma(open) && close > open + 2 && !tokens.is_capital_at(open - 1))
}

/// Whether every verb before `from` stands in a relative clause, so that the noun before that still waits for its own.
fn main_waits(tokens: &[Token<'_>], from: usize, chosen: &[VerbGroup], sure: &[VerbGroup]) -> bool {
    let relative = (2..from).find(|at| opens_inner_relative(tokens, *at));
    relative.is_some_and(|relative| {
        let mut before = chosen.iter().chain(sure).filter(|group| group.start < from).peekable();
        before.peek().is_some() && before.all(|group| group.start >= relative)
    })
}

/// "He spoke of the men who fled": the clause around the relative one has its verb, unless that says something.
fn main_has_verb(tokens: &[Token<'_>], from: usize, chosen: &[VerbGroup], sure: &[VerbGroup]) -> bool {
    let start = (0..from - 1).rev().find(|at| is_boundary(tokens.at(*at))).map_or(0, |at| at + 1);
    let is_main = |group: &VerbGroup| (start..from).contains(&group.start) && !tokens.is_at(group.head, Tags::REPORT);
    chosen.iter().chain(sure).any(is_main)
}

/// Whether the form at `at` can only be passive: its verb needs an object and has none, "recorded in May", "made public".
pub(super) fn lacks_object(tokens: &[Token<'_>], at: usize) -> bool {
    let next = tokens.at(at + 1);
    tokens.is_at(at, Tags::TRANSITIVE) && !next.opens_object()
        || tokens.reads_at(at, "made") && next.reads("public|available|known|possible|law")
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
                && tokens.at(first + 1).is(Tags::PREPOSITION)
                && (tokens.reads_at(*first, "found") || !is_told_of(tokens, *first, *second)) =>
        {
            Some(*second)
        }
        [first, ..] if tokens.is_at(*first, Tags::REPORT) => Some(*first),
        // "which it dropped into the sea".
        [first, ..] if *first > 0 && tokens.reads_at(first - 1, "he|she|it|they|we|i") => Some(*first),
        // "who died in May aged 91": nothing stands between the relative word and its verb.
        [first, ..] if *first == from && from > 0 && tokens.is_at(from - 1, Tags::RELATIVE) => Some(*first),
        [first, rest @ ..] => {
            let is_phrase = |at: usize| tokens.at(at).is(Tags::PREPOSITION);
            // "A commission set up under the treaty ruled in April that …".
            let has_particle = tokens.reads_at(first + 1, "up|out|off");
            // "called off a strike planned for Friday": it has its object.
            if has_particle && tokens.is_at(first + 2, Tags::DETERMINER) {
                return Some(*first);
            }
            let leads_to_phrase = |at: usize| is_phrase(at + 1);
            if !leads_to_phrase(*first) {
                return Some(*first);
            }
            let is_dated = |at: &usize| is_phrase(at + 1) && tokens.at(at + 2).timex().is_some();
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
    tokens.within(report + 1..verb).iter().any(|token| {
        token.is_word() && (!token.is(light) || token.is(Tags::PRONOUN))
            || matches!(token.kind, Kind::Number | Kind::Quote)
    })
}

/// ", called in protest at a law passed in 2010, ended": an insertion that a participle opens has no finite verb.
fn opens_inserted(tokens: &[Token<'_>], from: usize, to: usize) -> bool {
    let first = tokens.at(from);
    let is_participle = (first.form.either || first.form.participle) && !first.is_capital && !first.form.past;
    from > 1
        && tokens.is_kind_at(from - 1, Kind::Comma)
        && is_participle
        && (!tokens.at(from + 1).opens_object() || tokens.reads_at(from + 1, "every|each"))
        && verb_follows(tokens, to)
        && !is_of_list(tokens, from)
}

/// Participles that mostly say what something is like.
const DESCRIBING: &str =
    "improved|increased|reduced|renewed|continued|enhanced|limited|related|combined|added|broken|used|raised|expanded";

/// A participle after a comma or at the start has no subject of its own: ", affiliated with the group,". After a
/// conjunction or a relative pronoun a bare verb shares one.
fn has_subject(tokens: &[Token<'_>], from: usize, at: usize) -> bool {
    let has_words = tokens.within(from..at).iter().any(|token| {
        (token.is_word() && !token.is(Tags::ADVERB.or(Tags::PREPOSITION)))
            || token.kind == Kind::Number
            || token.kind == Kind::Bracketed
    });
    if has_words {
        return true;
    }
    let Some(opener) = from.checked_sub(1).and_then(|before| tokens.get(before)) else { return false };
    // "peace in Lima and improved rights": what the rights are.
    let next = tokens.at(at + 1);
    let is_noun = next.is_word()
        && !next.opens_object()
        && !next.breaks_noun_phrase()
        && !next.is(Tags::ADVERB)
        && next.lower.ends_with('s');
    if at == from && opener.is(Tags::CONJUNCTION) && is_noun && tokens.reads_at(at, DESCRIBING) {
        return false;
    }
    // "when asked about it" has none.
    if opener.is(Tags::CONJUNCTION.or(Tags::RELATIVE)) && !opener.reads("when|where") {
        return true;
    }
    // ", who is accused, on Friday appeared": behind the insertion and the day stands the verb.
    let after_day = tokens.within(from..at).iter().any(|token| token.timex().is_some());
    let open = (1..from.saturating_sub(1)).rev().find(|at| tokens.is_kind_at(*at, Kind::Comma));
    if after_day && opener.kind == Kind::Comma && open.is_some_and(|open| tokens.is_at(open + 1, Tags::RELATIVE)) {
        return true;
    }
    // ", announced the Friday after the holiday,": a day is no object.
    let is_day = tokens
        .get(at + 1)
        .is_some_and(|next| next.timex().is_some() || tokens.at(at + 2).timex().is_some() && next.reads("the"));
    let has_object = tokens.at(at + 1).opens_object() && !is_day;
    let form = tokens.at(at).form;
    // "began in 2001, stopped in 2005, and was finished": one of a list.
    let is_listed = opener.kind == Kind::Comma && at == from && is_of_list(tokens, from);
    // ", announced in May, is": the verb stands behind the insertion.
    let close = (at..tokens.len()).find(|at| tokens.is_kind_at(*at, Kind::Comma));
    // ", rumoured a target for months, said": so is one with "a" behind it.
    let is_called = form.either && tokens.reads_at(at + 1, "a|an");
    if opener.kind == Kind::Comma
        && !is_listed
        && (!has_object || is_called)
        && close.is_some_and(|close| verb_follows(tokens, close))
    {
        return false;
    }
    // ", announced on Wednesday by the judge,".
    let day = at + 1 + usize::from(tokens.reads_at(at + 1, "on"));
    let by_whom = tokens.at(day).timex().is_some() && tokens.reads_at(day + 1, "by");
    let is_expected = tokens.reads_at(at + 1, "to") && !form.third || by_whom;
    // After a comma, dash or quotation: ", seized planes" or "the group, which …, seized planes".
    (opener.kind == Kind::Comma || opener.kind == Kind::Dash || opener.kind == Kind::Quote)
        && from > 1
        && (has_object || form.third || is_listed || tokens.is_at(at, Tags::REPORT) && !is_expected)
}
