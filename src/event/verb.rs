//! The finite verbs of a sentence, told from participles, adjectives and nouns by the words around them.
//!
//! There is no part-of-speech tagger: a closed list of irregular forms, the ending -ed, and the neighbours decide.

use super::en::Tags;
use super::token::{Kind, Token};
use crate::order::InOrder;

/// Time and mood of a verb, as far as its group shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// "took", "was taken", "had taken".
    Past,
    /// "has taken".
    Perfect,
    /// "takes", "is taking".
    Present,
    /// "will take", "would take", "is to take".
    Future,
    /// "could take", "may take".
    Possible,
}

/// A finite verb with its auxiliaries.
#[derive(Clone, Copy, Debug)]
pub(super) struct VerbGroup {
    /// First token.
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// The main verb.
    pub(super) head: usize,
    /// Time and mood.
    pub(super) tense: Tense,
    /// "was taken".
    pub(super) is_passive: bool,
    /// "was taking".
    pub(super) is_progressive: bool,
    /// "did not take".
    pub(super) is_negated: bool,
    /// A form of "be" that is the main verb.
    pub(super) is_copula: bool,
}

/// The finite verb groups of a sentence, in order.
pub(super) fn verb_groups(tokens: &[Token<'_>]) -> Vec<VerbGroup> {
    let mut found = Vec::new();
    let mut bare = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if token.is(Tags::MODAL.or(Tags::BE).or(Tags::HAVE).or(Tags::DO)) && is_auxiliary_here(tokens, at) {
            let group = with_auxiliary(tokens, at);
            at = group.end.max(at + 1);
            found.push(group);
            continue;
        }
        match bare_verb(tokens, at) {
            Bare::Finite => found.push(single(tokens, at)),
            Bare::Maybe => bare.push(at),
            Bare::No => {}
        }
        at += 1;
    }
    let mut chosen = choose(tokens, &bare, &found);
    found.append(&mut chosen);
    found.order_by_key(|group| group.start);
    found
}

/// "May" the month and "will" the testament are rare in lower case; a capital inside a sentence is a name.
fn is_auxiliary_here(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    if token.is_capital && at > 0 {
        return false;
    }
    let after_to = at > 0 && tokens.get(at - 1).is_some_and(|before| before.lower == "to");
    !after_to
}

fn with_auxiliary(tokens: &[Token<'_>], start: usize) -> VerbGroup {
    let first = &tokens[start];
    let is_past_aux =
        matches!(first.lower.as_str(), "was" | "were" | "had" | "did" | "wasn't" | "weren't" | "hadn't" | "didn't");
    let future = matches!(first.lower.as_str(), "will" | "would" | "shall" | "won't" | "wouldn't");
    let mut group = VerbGroup {
        start,
        end: start + 1,
        head: start,
        tense: if first.is(Tags::MODAL) {
            if future { Tense::Future } else { Tense::Possible }
        } else if first.is(Tags::HAVE) && !is_past_aux {
            Tense::Perfect
        } else if is_past_aux {
            Tense::Past
        } else {
            Tense::Present
        },
        is_passive: false,
        is_progressive: false,
        is_negated: first.is(Tags::NEGATION),
        is_copula: first.is(Tags::BE),
    };
    let mut last_is_be = first.is(Tags::BE);
    let mut follows_to = false;
    let mut at = start + 1;
    while let Some(token) = tokens.get(at) {
        if token.lower == "to"
            && last_is_be
            && tokens.get(at + 1).is_some_and(|next| next.form.plain || next.lower == "be")
        {
            group.tense = Tense::Future;
            follows_to = true;
            at += 1;
            continue;
        }
        if matches!(token.lower.as_str(), "be" | "been" | "being") {
            group.is_progressive |= token.lower == "being";
            last_is_be = true;
            group.is_copula = true;
            group.head = at;
            group.end = at + 1;
        } else if token.lower == "have" && first.is(Tags::MODAL) {
            last_is_be = false;
            group.head = at;
            group.end = at + 1;
        } else if token.form.gerund && last_is_be {
            group.is_progressive = true;
            return finish(group, at);
        } else if (token.form.either || token.form.participle)
            && (last_is_be || first.is(Tags::HAVE) || group.end > start + 1)
        {
            group.is_passive = last_is_be;
            return finish(group, at);
        } else if token.form.plain && (follows_to || first.is(Tags::MODAL.or(Tags::DO)) && !last_is_be) {
            return finish(group, at);
        } else if token.is(Tags::NEGATION) && token.lower != "no" {
            group.is_negated = true;
        } else if token.is_word()
            && first.is(Tags::MODAL.or(Tags::DO))
            && !last_is_be
            && !token.is(Tags::ADVERB)
            && token.lower != "to"
            && !token.breaks_noun_phrase()
        {
            // A plain form that no table knows: "will recalibrate".
            return finish(group, at);
        } else if !(token.is(Tags::ADVERB) || matches!(token.kind, Kind::Timex(_))) {
            break;
        }
        at += 1;
    }
    // "has" and "did" without a participle are main verbs.
    if first.is(Tags::HAVE) && group.head == start {
        group.tense = if is_past_aux { Tense::Past } else { Tense::Present };
    }
    group
}

const fn finish(mut group: VerbGroup, head: usize) -> VerbGroup {
    group.head = head;
    group.end = head + 1;
    group.is_copula = false;
    group
}

fn single(tokens: &[Token<'_>], at: usize) -> VerbGroup {
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

enum Bare {
    Finite,
    Maybe,
    No,
}

/// A verb form without an auxiliary: surely finite, perhaps, or not.
fn bare_verb(tokens: &[Token<'_>], at: usize) -> Bare {
    let Some(token) = tokens.get(at) else { return Bare::No };
    let form = token.form;
    if !token.is_word() || token.is_capital || !(form.past || form.either || form.third || form.plain) {
        return Bare::No;
    }
    let Some(before) = skipping_adverbs_back(tokens, at) else { return Bare::No };
    let after = tokens.get(at + 1);
    if before.lower == "to" || before.is(Tags::MODAL.or(Tags::BE).or(Tags::HAVE)) && !before.is_capital {
        return Bare::No;
    }
    // "the armed group", "in divided Berlin": an adjective.
    let opens_phrase =
        before.is(Tags::DETERMINER) && !before.is(Tags::PRONOUN) || before.is_possessive || before.kind == Kind::Number;
    if opens_phrase || before.is(Tags::ADJECTIVE) && !before.is_capital {
        return Bare::No;
    }
    let is_plain_preposition = before.is(Tags::PREPOSITION) && !before.is(Tags::SUBORDINATOR);
    if is_plain_preposition
        && !before.is(Tags::ADVERB)
        && !matches!(before.lower.as_str(), "out" | "off" | "up" | "down")
    {
        return Bare::No;
    }
    if form.past {
        return Bare::Finite;
    }
    if form.either {
        // "rockets launched by rebels" is no finite verb, "prices increased by 3 per cent" is one.
        if after.is_some_and(|next| next.lower == "by")
            && !tokens.get(at + 2).is_some_and(|next| next.kind == Kind::Number)
        {
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
            || next.lower == "to"
            || next.is_possessive
            || next.form.gerund
            || next.kind == Kind::Number
    });
    let says = form.plain && token.is(Tags::REPORT) && before.lower.ends_with('s') && !before.is_capital;
    if says && subject_before && after.is_some_and(|next| next.lower == "that" || next.is(Tags::PRONOUN)) {
        return Bare::Maybe;
    }
    if form.third && subject_before && object_after && !before.lower.ends_with('s') {
        return Bare::Maybe;
    }
    let plural_pronoun = matches!(before.lower.as_str(), "they" | "we" | "i" | "you" | "who");
    if form.plain && plural_pronoun { Bare::Finite } else { Bare::No }
}

fn skipping_adverbs_back<'a, 't>(tokens: &'a [Token<'t>], at: usize) -> Option<&'a Token<'t>> {
    let mut before = at.checked_sub(1)?;
    while before > 0 && tokens[before].is(Tags::ADVERB) && !tokens[before].is(Tags::DETERMINER.or(Tags::PREPOSITION)) {
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
fn choose(tokens: &[Token<'_>], maybe: &[usize], sure: &[VerbGroup]) -> Vec<VerbGroup> {
    let mut chosen: Vec<VerbGroup> = Vec::new();
    let mut from = 0;
    while from < tokens.len() {
        let to = (from..tokens.len()).find(|at| is_boundary(&tokens[*at])).unwrap_or(tokens.len());
        let here: Vec<usize> = maybe.iter().copied().filter(|at| (from..to).contains(at)).collect();
        let taken = sure.iter().find(|group| (from..to).contains(&group.start));
        // "the report, published in May, blamed": the subject before the insertion still waits for its verb.
        let waits = subject_waits(tokens, from, &chosen, sure);
        if let (Some(at), None, true) = (here.first().filter(|at| **at == from), taken, waits) {
            chosen.push(single(tokens, *at));
            from = to + 1;
            continue;
        }
        let picked = pick(tokens, from, &here, taken);
        chosen.extend(picked.map(|at| single(tokens, at)));
        // "said two men died": the complement has its own; "the men who fled returned": so has the main clause.
        let speech = here.iter().copied().find(|at| {
            let follows = tokens.get(at + 1).is_some_and(|next| next.lower == "that" || next.is(Tags::PRONOUN));
            picked.is_some_and(|first| first < *at) && tokens[*at].is(Tags::REPORT) && follows
        });
        chosen.extend(speech.map(|at| single(tokens, at)));
        let first = picked.or(taken.map(|group| group.end - 1));
        let has_second = picked.is_some_and(|at| taken.is_none() && tokens[at].is(Tags::REPORT))
            || opens_inner_relative(tokens, from);
        if let Some(first) = first.filter(|_| has_second) {
            let rest: Vec<usize> = here.iter().copied().filter(|at| *at > first + 1).collect();
            chosen.extend(pick(tokens, first + 1, &rest, None).map(|at| single(tokens, at)));
        }
        from = to + 1;
    }
    chosen
}

/// Whether the stretch from `from` opens directly after an insertion whose noun phrase has no verb yet.
fn subject_waits(tokens: &[Token<'_>], from: usize, chosen: &[VerbGroup], sure: &[VerbGroup]) -> bool {
    let comma = |at: usize| tokens.get(at).is_some_and(|token| token.kind == Kind::Comma);
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
        && tokens.get(from - 1).is_some_and(|token| matches!(token.lower.as_str(), "who" | "which" | "that"))
        && tokens.get(from - 2).is_some_and(|token| token.is_word() && !token.is(Tags::REPORT))
}

fn pick(tokens: &[Token<'_>], from: usize, here: &[usize], taken: Option<&VerbGroup>) -> Option<usize> {
    // A report verb before a sure one has it as its complement: "said it had left".
    if let Some(sure) = taken {
        return here.iter().copied().find(|at| *at < sure.start && tokens[*at].is(Tags::REPORT));
    }
    let usable: Vec<usize> = here.iter().copied().filter(|at| has_subject(tokens, from, *at)).collect();
    match usable.as_slice() {
        [] => None,
        [one] => Some(*one),
        [first, ..] if tokens[*first].is(Tags::REPORT) => Some(*first),
        [first, rest @ ..] => {
            let leads_to_phrase =
                |at: usize| tokens.get(at + 1).is_some_and(|next| next.is(Tags::PREPOSITION) || next.lower == "to");
            if !leads_to_phrase(*first) {
                return Some(*first);
            }
            Some(rest.iter().copied().find(|at| !leads_to_phrase(*at)).unwrap_or(*first))
        }
    }
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
    // After a comma, dash or quotation: ", seized planes" or "the group, which …, seized planes".
    (opener.kind == Kind::Comma || opener.kind == Kind::Dash || opener.kind == Kind::Quote)
        && from > 1
        && (has_object || form.third || tokens[at].is(Tags::REPORT))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::en::Lexicon;
    use crate::event::token::tokens;
    use crate::text::TextSpan;

    fn verbs(text: &str) -> Vec<String> {
        let lexicon = Lexicon::new();
        let found = tokens(text, TextSpan::new(0, text.len()), &[], &lexicon);
        verb_groups(&found)
            .iter()
            .map(|group| found[group.start..group.end].iter().map(|token| token.text).collect::<Vec<_>>().join(" "))
            .collect()
    }

    #[test]
    fn reduced_relatives_and_adjectives_are_no_finite_verbs() {
        assert_eq!(verbs("Shells fired by rebel units hit the mission in the capital."), ["hit"]);
        assert_eq!(verbs("The raid carried out by the armed group prompted a wide operation."), ["prompted"]);
        assert_eq!(verbs("Soldiers sent to the island attacked the port."), ["attacked"]);
        assert_eq!(verbs("The firm, based in Lyon, bought its rival."), ["bought"]);
        assert_eq!(verbs("The state that arose from the war joined the league."), ["arose", "joined"]);
        assert_eq!(verbs("The court designated the body listed as hostile."), ["designated"]);
    }

    #[test]
    fn auxiliaries_take_their_verb_along() {
        assert_eq!(
            verbs("He had also been seeking refuge and was killed there."),
            ["had also been seeking", "was killed"]
        );
        assert_eq!(verbs("The bank will not open before Monday."), ["will not open"]);
        assert_eq!(verbs("Leaders are to meet in Oslo."), ["are to meet"]);
        assert_eq!(verbs("The company said it had bought the brand."), ["said", "had bought"]);
    }

    #[test]
    fn present_forms_need_a_subject_and_an_object() {
        assert_eq!(verbs("Peru recognises the new council."), ["recognises"]);
        assert_eq!(verbs("Peace talks failed in Geneva."), ["failed"]);
    }

    #[test]
    fn verbs_joined_by_and_are_all_found() {
        assert_eq!(verbs("The men seized two planes and crashed into a hall."), ["seized", "crashed"]);
        assert_eq!(verbs("The club signed the winger on Monday, and in May sold its captain."), ["signed", "sold"]);
    }
}
