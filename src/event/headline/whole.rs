//! Whether what a cut leaves out is missed: what was cut from a clause may turn it into another.
//!
//! `open` asks whether the words that are kept lead on to more; this asks the words that are not.

use super::complement::awaits;
use super::cut::TAKING_TO;
use crate::event::en::Tags;
use crate::event::token::{Kind, Token, TokenAt as _, infinitive};
use std::ops::Range;

/// Words that limit all before them: "is not enough without bail".
const LIMITING: &str = "without|until|unless|except|than|whether|if|instead|rather|only";

/// Passives that say nothing, or another thing, without what follows: "was cleared [to buy the bank]".
const NEEDY: &str = "accused|suspected|cleared|told|asked|considered|described|known|regarded|seen|linked|based|aimed|involved|\
     tipped|blamed|credited|required|invited|used|made|given|shown|put|left|kept|placed|brought|called|believed|thought|said|\
     designed|intended|supposed|deemed|found|turned|forced|allowed|expected|ordered|urged|set|due|meant|prompted|followed|caused|led|persuaded|helped";

/// Verbs of a change that is told by its ends: "surged [from nothing to $3 million]".
const CHANGING: &str = "rose|fell|surged|jumped|dropped|grew|climbed|declined|slid|soared|plunged|slipped|gained|shrank|risen|fallen|grown";

/// So many words after one that is the most of its kind, its kind may still be told: "the lowest level [since 1990]".
const KIND_WITHIN: usize = 4;

/// What was agreed stands within so many words.
const GOAL_WITHIN: usize = 10;

/// What is called for stands within so many words.
const CALLED_WITHIN: usize = 10;

/// Whether a cut before `next`, with `kept` of the words after the verb, changes what a clause says.
pub(super) fn turns(tokens: &[Token<'_>], verb: &Range<usize>, kept: &[usize], next: usize) -> bool {
    let token = tokens.at(next);
    let head = tokens.at(verb.end.saturating_sub(1));
    let is_phrase = token.is(Tags::PREPOSITION) || token.reads("to");
    let limits = token.reads(LIMITING);
    let is_bare = kept.is_empty() && is_phrase;
    let needs = is_bare
        && (verb.len() > 1 && head.reads(NEEDY)
            || head.reads(CHANGING) && token.reads("from|to|by")
            || head.reads("meet|meets|met|meeting|deal|dealt") && token.reads("with"));
    // "did not pay [for the ship]": what was not done is all of it.
    let denies = is_phrase
        && tokens.within(verb.clone()).iter().any(|token| token.is(Tags::NEGATION))
        && !token.reads("in|at|on|by|during");
    // "the first [to fly]", "the lowest level [since the war]".
    let recent = kept.get(kept.len().saturating_sub(KIND_WITHIN)..).unwrap_or_default();
    let is_most = recent.iter().position(|at| {
        tokens.is_at(*at, Tags::SUPERLATIVE)
            && !tokens.reads_at(*at, "time|record|least")
            && !tokens.is_capital_at(*at)
            && tokens.reads_at(at.saturating_sub(1), "the|its|his|her|their")
    });
    let tells_kind = is_most.is_some() && token.reads("to|of|since|among|ever");
    // "met for the first time [in more than a year]".
    let is_first_time = kept.last().is_some_and(|at| tokens.reads_at(*at, "time|occasion"))
        && kept.len().checked_sub(2).and_then(|at| kept.get(at)).is_some_and(|at| tokens.is_at(*at, Tags::SUPERLATIVE))
        && token.reads("in|since|for");
    let is_amount =
        token.kind == Kind::Number && kept.last().is_some_and(|at| tokens.reads_at(*at, "than|about|nearly|almost"));
    // "decided at the summit [to leave]", "paid for two members [to fly]".
    let first = kept.first().map(|at| tokens.at(*at));
    // "agreed in a restaurant [in Lima to raise the rent]": what, stands behind more than one phrase.
    let to = (next..tokens.len().min(next + GOAL_WITHIN))
        .take_while(|at| tokens.at(*at).is_word() || tokens.at(*at).timex().is_some())
        .find(|at| super::opens_infinitive(tokens, *at));
    let is_near = to.is_some_and(|to| to == next || is_phrase && head.reads(TAKING_TO));
    let is_goal = is_near
        && first.is_some_and(|first| {
            let is_phrase = first.is(Tags::PREPOSITION) && !first.reads("up|out|off|down");
            first.reads("for") || is_phrase && (head.reads(TAKING_TO) || verb.len() > 1 && head.reads(NEEDY))
        })
        && !kept.iter().any(|at| tokens.reads_at(*at, "to"));
    // "his anger management [and drug treatment course]", "a new wide-ranging [and binding deal]": half of what describes a
    // noun.
    let after = tokens.at(next + 1);
    let phrase =
        kept.iter().rev().find(|at| tokens.is_at(**at, Tags::DETERMINER) || tokens.at(**at).breaks_noun_phrase());
    let is_half = token.reads("and|or")
        && phrase.is_some_and(|at| tokens.is_at(*at, Tags::DETERMINER))
        && kept.last().is_some_and(|at| {
            tokens.at(*at).text.contains('-') || is_noun_at(tokens, *at) && is_noun_at(tokens, next + 1)
        });
    // "told a meeting last week [that he would go]".
    let tells = kept.iter().rposition(|at| tokens.reads_at(*at, "told|informed|assured|reminded|warned"));
    let untold = token.reads("that|what|how|why|whether|when")
        && tells
            .and_then(|at| kept.get(at..))
            .is_some_and(|tail| !tail.iter().any(|at| tokens.reads_at(*at, "that|of|to")));
    // "called for Peru[, its ally, to leave]".
    let calls = first.is_some_and(|first| first.reads("for"))
        && head.reads("called|paid|asked|waited|arranged|pushed|pressed|appealed|voted")
        && infinitive(tokens.within(next..tokens.len().min(next + CALLED_WITHIN))).is_some();
    // "a loss of $17 million [to $19 million]", "gave little room [to the news]".
    let is_range = token.reads("to")
        && after.kind == Kind::Number
        && kept
            .last()
            .is_some_and(|at| tokens.is_kind_at(*at, Kind::Number) || tokens.reads_at(*at, "million|billion|percent"));
    // "accused the board [and the mayor of theft]", "persuaded three judges [that …]".
    let lacks = verb.len() <= 2
        && !kept.iter().any(|at| tokens.reads_at(*at, "that|to|by"))
        && (head.reads("persuaded|convinced|assured")
            || head.reads("accused|accuses|accuse|suspected|deprived") && {
                let of_what = |at: usize| tokens.reads_at(at, "of") && tokens.at(at + 1).form.gerund;
                let rest = tokens.within(next..tokens.len()).iter().take_while(|token| token.is_word()).count();
                !kept.iter().any(|at| tokens.reads_at(*at, "of")) || (next..next + rest).any(of_what)
            });
    // "put their names [to a treaty]".
    let puts = token.is(Tags::PREPOSITION)
        && head.reads("put|puts|putting")
        && !kept.iter().any(|at| tokens.is_at(*at, Tags::PREPOSITION) || tokens.reads_at(*at, "aside|away|together"));
    let gives = token.reads("to")
        && head.reads("gave|give|gives|given|lent|devoted|owed|attributed|compared|compares|likened|likens");
    // "by calling on Arabs [to rise up]".
    let calls_on = token.reads("to")
        && kept.windows(2).rev().take(CALLED_WITHIN).any(|pair| {
            tokens.reads_at(pair[0], "calling|called|calls|call") && tokens.reads_at(pair[1], "on|for|upon")
        });
    // "spent a decade [in jail]", "from getting back [with him]".
    let last = kept.last().map(|at| tokens.at(*at));
    let spends = last.is_some_and(|last| last.is(Tags::TIME_NOUN) || last.timex().is_some())
        && kept
            .iter()
            .rev()
            .take(KIND_WITHIN + 1)
            .any(|at| tokens.reads_at(*at, "spent|spend|spending|served|serving"))
        && is_phrase;
    let goes_back =
        last.is_some_and(|last| last.reads("back|together|along|away")) && token.reads("with|to|from|into|on");
    awaits(tokens, verb, kept)
        || calls
        || calls_on
        || spends
        || goes_back
        || is_range
        || gives
        || puts
        || lacks
        || is_goal
        || is_half
        || untold
        || limits
        || needs
        || denies
        || tells_kind
        || is_first_time
        || is_amount
}

/// Whether a word is one of a noun phrase and opens nothing.
fn is_noun_at(tokens: &[Token<'_>], at: usize) -> bool {
    let token = tokens.at(at);
    let other = Tags::DETERMINER.or(Tags::PRONOUN).or(Tags::PREPOSITION).or(Tags::ADVERB).or(Tags::MODAL);
    let is_verb = token.is_past_form() || token.form.third || token.form.plain;
    token.is_word() && !token.is_capital && !token.is(other) && !token.breaks_noun_phrase() && !is_verb
}
